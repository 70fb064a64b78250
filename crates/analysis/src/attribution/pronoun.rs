//! Says whom a pronoun denotes that is the source of words.

use dossier_text::TextRange;

use super::SpeakerReason;
use super::language::Language;
use super::names::Gender;
use super::people::People;
use super::resolve::Speaker;
use super::token::Token;

/// How far back, in bytes, the person meant by a pronoun is looked for.
const PRONOUN_REACH: u32 = 900;
/// How far back, in bytes, the last speaker may have spoken whom a pronoun of another language means.
const FOREIGN_REACH: u32 = 600;
/// How far, in bytes, “they” may stand from the body that it means.
const BODY_REACH: u32 = 300;
/// By how much the best person must stand out from the next, and by how much where the gender of
/// neither is known.
const MARGIN: f32 = 0.3;
const OPEN_MARGIN: f32 = 0.5;

impl People<'_> {
    /// Whom “he” or “she” means: the person who stands out among those named shortly before.
    pub(super) fn resolve_pronoun(
        &self,
        text: &str,
        pronoun: Token,
        history: &[(u32, String)],
    ) -> Speaker {
        let gender = match pronoun.text(text).to_ascii_lowercase().as_str() {
            "he" => Gender::Male,
            "she" => Gender::Female,
            "they" | "it" => return self.resolve_they(text, pronoun),
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
            let person = &self.people[mention.person];
            let is_attested =
                person.gender.is_some() || person.is_subject || !person.offices.is_empty();
            if !is_attested || person.gender.is_some_and(|g| g != gender) {
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
        let is_known = |person: usize| self.people[person].gender.is_some();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        // Between two whose gender the text does not tell a guess is as often wrong as right.
        let margin = match scores.as_slice() {
            [(first, _), (second, _), ..] if !is_known(*first) && !is_known(*second) => OPEN_MARGIN,
            _ => MARGIN,
        };
        match scores.as_slice() {
            [(person, _)] => {
                Speaker::new(self.people[*person].full.clone(), SpeakerReason::Pronoun)
            }
            [(person, best), (_, second), ..] if best - second > margin => {
                Speaker::new(self.people[*person].full.clone(), SpeakerReason::Pronoun)
            }
            _ => Speaker::default(),
        }
    }

    /// A pronoun of another language means the last speaker, where nobody else is named since and its
    /// gender fits.
    pub(super) fn resolve_foreign_pronoun(
        &self,
        text: &str,
        pronoun: Token,
        history: &[(u32, String)],
    ) -> Speaker {
        let gender = match pronoun.text(text).to_lowercase().as_str() {
            "он" | "er" | "il" | "él" => Some(Gender::Male),
            "она" | "sie" | "elle" | "ella" => Some(Gender::Female),
            "o" => None,
            _ => return Speaker::default(),
        };
        self.last_speaker(pronoun.range.start, gender, history)
    }

    fn last_speaker(&self, at: u32, gender: Option<Gender>, history: &[(u32, String)]) -> Speaker {
        let Some((spoken, name)) = history
            .last()
            .filter(|h| at.saturating_sub(h.0) <= FOREIGN_REACH)
        else {
            return self.last_of_gender(gender, at);
        };
        let Some(person) = self.people.iter().position(|p| p.full == *name) else {
            return Speaker::default();
        };
        let fits = match (gender, self.people[person].gender) {
            (Some(wanted), Some(known)) => wanted == known,
            _ => true,
        };
        if !fits {
            return self.last_of_gender(gender, at);
        }
        let from = self.mentions.partition_point(|m| m.at < *spoken);
        let between = self.mentions[from..].iter().take_while(|m| m.at < at);
        // In German every noun has a capital: only who has a person’s name, or spoke, is another.
        let is_person = |other: usize| {
            let other = &self.people[other];
            self.language != Language::German
                || other.gender.is_some()
                || history
                    .iter()
                    .rev()
                    .take(20)
                    .any(|(_, spoke)| *spoke == other.full)
        };
        let mut others = between.filter(|m| m.person != person && is_person(m.person));
        if fits && others.next().is_none() {
            Speaker::new(name.clone(), SpeakerReason::Pronoun)
        } else {
            Speaker::default()
        }
    }

    /// A verb without a subject of its own goes on from the last speaker: Spanish “añadió.”, French
    /// “a-t-elle ajouté”.
    pub(super) fn resolve_dropped(
        &self,
        text: &str,
        cue: TextRange,
        history: &[(u32, String)],
    ) -> Speaker {
        let at = self.tokens.partition_point(|t| t.range.start < cue.start);
        let closes = self
            .tokens
            .get(at + 1)
            .is_none_or(|t| t.is_stop() || t.is_comma());
        let Some(verb) = self.tokens.get(at) else {
            return Speaker::default();
        };
        let word = verb.text(text).to_lowercase();
        let auxiliary = at
            .checked_sub(1)
            .map(|i| self.tokens[i].text(text).to_lowercase())
            .unwrap_or_default();
        let ends = |ending: &str| word.ends_with(ending) || auxiliary.ends_with(ending);
        let gender = match self.language {
            Language::French if ends("-il") => Some(Gender::Male),
            Language::French if ends("-elle") => Some(Gender::Female),
            Language::Spanish if closes && (word.ends_with('ó') || word == "dijo") => None,
            _ => return Speaker::default(),
        };
        self.last_speaker(cue.start, gender, history)
    }

    /// The one person of a gender who is named shortly before.
    fn last_of_gender(&self, gender: Option<Gender>, at: u32) -> Speaker {
        let end = self.mentions.partition_point(|m| m.at < at);
        let near = self.mentions[..end]
            .iter()
            .rev()
            .take_while(|m| at - m.at <= FOREIGN_REACH);
        let mut fitting =
            near.filter(|m| gender.is_some() && self.people[m.person].gender == gender);
        match fitting.next() {
            Some(first) if fitting.all(|m| m.person == first.person) => Speaker::new(
                self.people[first.person].full.clone(),
                SpeakerReason::Pronoun,
            ),
            _ => Speaker::default(),
        }
    }

    /// “They” and “it” mean the body named just before, where it is the only one of its paragraph so far.
    fn resolve_they(&self, text: &str, pronoun: Token) -> Speaker {
        let at = pronoun.range.start;
        let end = self.bodies.partition_point(|(place, _)| *place < at);
        let near = self.bodies[..end].iter().rev().take_while(|(place, _)| {
            at - place <= BODY_REACH && !text[*place as usize..at as usize].contains('\n')
        });
        let mut near = near.map(|(_, name)| name);
        match near.next() {
            Some(name) if near.all(|other| other == name) && !self.names_person(text, at) => {
                Speaker::new(name.clone(), SpeakerReason::Pronoun)
            }
            _ => Speaker::default(),
        }
    }

    /// Whether a person is named in the paragraph before `at`.
    fn names_person(&self, text: &str, at: u32) -> bool {
        let end = self.mentions.partition_point(|m| m.at < at);
        self.mentions[..end].last().is_some_and(|m| {
            at - m.at <= BODY_REACH && !text[m.at as usize..at as usize].contains('\n')
        })
    }
}

/// Keeps a person's best score and a little of the others.
fn add(scores: &mut Vec<(usize, f32)>, person: usize, score: f32) {
    match scores.iter_mut().find(|(p, _)| *p == person) {
        Some((_, best)) => *best = best.max(score) + 0.2 * best.min(score),
        None => scores.push((person, score)),
    }
}
