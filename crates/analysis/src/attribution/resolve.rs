//! Says whom a source denotes: full names for surnames, office holders, pronouns where it is safe.
//!
//! A name is a run of capitalised words. The text is read once; every run of two to four words
//! without a body's word is taken for a person. Where two persons fit, none is stated.

use dossier_text::TextRange;

use super::SpeakerReason;
use super::lexicon::{Flags, foreign};
use super::names::{Gender, is_particle, joined, strip_titles, surname_of};
use super::people::People;
use super::token::Token;

/// How far back, in bytes, the person meant by a pronoun is looked for.
const PRONOUN_REACH: u32 = 900;

/// Who speaks, and how it was told.
#[derive(Debug, Clone, Default)]
pub(super) struct Speaker {
    pub(super) name: Option<String>,
    pub(super) reason: SpeakerReason,
}

impl Speaker {
    fn new(name: String, reason: SpeakerReason) -> Self {
        Self {
            name: Some(name),
            reason,
        }
    }
}

impl People<'_> {
    /// The full name for a label such as “FINCH”.
    pub(super) fn full_name(&self, label: &str) -> Option<String> {
        let fitting = self.by_surname.get(&surname_of(label))?;
        (fitting.len() == 1).then(|| self.people[fitting[0]].full.clone())
    }

    /// Whom `source` denotes; `history` are the speakers so far, by the place of their words.
    pub(super) fn resolve(
        &self,
        text: &str,
        source: TextRange,
        history: &[(u32, String)],
    ) -> Speaker {
        let first = self
            .tokens
            .partition_point(|t| t.range.start < source.start);
        let after = self.tokens.partition_point(|t| t.range.start < source.end);
        let words = &self.tokens[first..after];
        let Some(head) = words.first() else {
            return Speaker::default();
        };
        if words.len() == 1 && head.is(Flags::PRONOUN) && !head.is_name() {
            return self.resolve_pronoun(text, *head, history);
        }
        if let (Some(words_of_language), [word]) = (foreign(self.language), words)
            && words_of_language
                .pronouns
                .contains(word.text(text).to_lowercase().as_str())
        {
            // Whom it means is not looked for in these languages; its own letters are no name.
            return Speaker::default();
        }
        let head_end = words
            .iter()
            .position(|t| {
                t.is_comma()
                    || t.is_mark('(')
                    || t.is(Flags::RELATIVE)
                    || t.is(Flags::PREPOSITION) && !t.is_name()
            })
            .unwrap_or(words.len());
        let phrase = &words[..head_end];
        let Some(last) = phrase.last() else {
            return Speaker::default();
        };
        if phrase.iter().any(|t| t.is(Flags::AND)) && !phrase.iter().any(|t| t.is(Flags::BODY)) {
            return Speaker::default();
        }
        if last.is_name() && !last.is_genitive {
            return self.resolve_name(text, phrase);
        }
        if last.is_word()
            && !last.is_name()
            && !phrase.is_empty()
            && !self.has_capitals(phrase)
            && last.is(Flags::NONE)
        {
            return Speaker::default();
        }
        self.resolve_office(text, words)
    }

    fn has_capitals(&self, phrase: &[Token]) -> bool {
        phrase.iter().any(|t| t.is_capital)
    }

    fn resolve_name(&self, text: &str, phrase: &[Token]) -> Speaker {
        let mut start = phrase.len();
        while start > 0
            && (phrase[start - 1].is_name()
                || is_particle(text, phrase[start - 1]) && start < phrase.len())
            && !(phrase[start - 1].is_genitive)
        {
            start -= 1;
        }
        let run = &phrase[start..];
        let name = strip_titles(run);
        if let Some(person) = self.person_of(text, name) {
            let reason = if name.len() > 1 {
                SpeakerReason::Named
            } else {
                SpeakerReason::Surname
            };
            return Speaker::new(self.people[person].full.clone(), reason);
        }
        // A run such as “New Tarn attorney Orla Finch” may hold more than the name.
        for skip in 1..name.len().saturating_sub(1) {
            if let Some(person) = self.person_of(text, &name[skip..]) {
                return Speaker::new(self.people[person].full.clone(), SpeakerReason::Named);
            }
        }
        if name.len() == 1 && name[0].is(Flags::OFFICE) {
            return self.resolve_office(text, phrase);
        }
        if name.len() == 1
            && self
                .by_surname
                .contains_key(&surname_of(&joined(text, name)))
        {
            return Speaker::default();
        }
        Speaker::new(joined(text, name), SpeakerReason::Named)
    }

    /// The one person who holds the office that the words name.
    fn resolve_office(&self, text: &str, words: &[Token]) -> Speaker {
        let Some(office) = words.iter().rev().find(|t| t.is(Flags::OFFICE)) else {
            return Speaker::default();
        };
        if words.first().is_some_and(|t| {
            matches!(
                t.text(text),
                "a" | "an" | "A" | "An" | "one" | "One" | "another"
            )
        }) {
            return Speaker::default();
        }
        let office = office.text(text).to_lowercase();
        let mut holders = self.people.iter().filter(|p| {
            p.offices.contains(&office)
                && words.iter().all(|t| {
                    !t.is_word()
                        || t.is(Flags::DETERMINER
                            .or(Flags::PREPOSITION)
                            .or(Flags::POSSESSIVE))
                        || p.offices.contains(&t.text(text).to_lowercase())
                })
        });
        match (holders.next(), holders.next()) {
            (Some(person), None) => Speaker::new(person.full.clone(), SpeakerReason::Office),
            _ => Speaker::default(),
        }
    }

    /// Whom “he” or “she” means: the person who stands out among those named shortly before.
    fn resolve_pronoun(&self, text: &str, pronoun: Token, history: &[(u32, String)]) -> Speaker {
        let gender = match pronoun.text(text).to_ascii_lowercase().as_str() {
            "he" => Gender::Male,
            "she" => Gender::Female,
            _ => return Speaker::default(),
        };
        let at = pronoun.range.start;
        let from = at.saturating_sub(PRONOUN_REACH);
        let end = self.mentions.partition_point(|m| m.at < at);
        let mut scores: Vec<(usize, f32)> = Vec::new();
        let mut has_subject_here = false;
        for mention in self.mentions[..end]
            .iter()
            .rev()
            .take(24)
            .take_while(|m| m.at >= from)
        {
            if self.people[mention.person]
                .gender
                .is_some_and(|g| g != gender)
            {
                continue;
            }
            let near = 1.0 - (at - mention.at) as f32 / PRONOUN_REACH as f32;
            let known = if self.people[mention.person].gender.is_some() {
                0.4
            } else {
                0.0
            };
            let is_here = !text[mention.at as usize..at as usize].contains('\n');
            has_subject_here |=
                mention.is_subject && is_here && history.last().is_none_or(|h| h.0 < mention.at);
            let subject = if !mention.is_subject {
                0.0
            } else if is_here {
                0.8
            } else {
                0.4
            };
            let score = near + known + subject;
            add(&mut scores, mention.person, score);
        }
        if let Some((spoken, name)) = history.last()
            && at.saturating_sub(*spoken) < 2 * PRONOUN_REACH
            && let Some(person) = self.people.iter().position(|p| p.full == *name)
            && self.people[person].gender.is_none_or(|g| g == gender)
        {
            add(
                &mut scores,
                person,
                if has_subject_here { 0.5 } else { 1.8 },
            );
        }
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        match scores.as_slice() {
            [(person, _)] => {
                Speaker::new(self.people[*person].full.clone(), SpeakerReason::Pronoun)
            }
            [(person, best), (_, second), ..] if best - second > 0.3 => {
                Speaker::new(self.people[*person].full.clone(), SpeakerReason::Pronoun)
            }
            _ => Speaker::default(),
        }
    }
}

/// Keeps a person's best score and a little of the others.
fn add(scores: &mut Vec<(usize, f32)>, person: usize, score: f32) {
    match scores.iter_mut().find(|(p, _)| *p == person) {
        Some((_, best)) => *best = best.max(score) + 0.2 * best.min(score),
        None => scores.push((person, score)),
    }
}
