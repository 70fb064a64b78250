//! Says whom a source denotes: full names for surnames, office holders, pronouns where it is safe.
//!
//! A name is a run of capitalised words. The text is read once; every run of two to four words
//! without a body's word is taken for a person. Where two persons fit, none is stated.

use dossier_text::TextRange;

use super::SpeakerReason;
use super::language::Language;
use super::lexicon::{Flags, foreign};
use super::names::{gender_of, is_group, is_particle, joined, strip_titles, surname_of};
use super::people::{People, is_office};
use super::token::Token;

/// The most tokens that are looked through for another place of a word.
const MOST_TOKENS: usize = 3_000;

/// Who speaks, and how it was told.
#[derive(Debug, Clone, Default)]
pub(super) struct Speaker {
    pub(super) name: Option<String>,
    pub(super) reason: SpeakerReason,
}

impl Speaker {
    pub(super) fn new(name: String, reason: SpeakerReason) -> Self {
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
            if head.text(text) == "I" {
                return self.author.clone().map_or_else(Speaker::default, |author| {
                    Speaker::new(author, SpeakerReason::Pronoun)
                });
            }
            return self.resolve_pronoun(text, *head, history);
        }
        if words.iter().all(|t| !denotes(*t)) {
            return Speaker::default();
        }
        if let Some(speaker) = self.apposed(text, words, after) {
            return speaker;
        }
        if let (Some(words_of_language), [word]) = (foreign(self.language), words)
            && words_of_language
                .pronouns
                .contains(word.text(text).to_lowercase().as_str())
        {
            return self.resolve_foreign_pronoun(text, *word, history);
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
        if let [.., body] = phrase
            && body.is(Flags::BODY)
            && phrase[..phrase.len() - 1]
                .iter()
                .all(|t| t.is(Flags::DETERMINER.or(Flags::POSSESSIVE)))
        {
            return self.body_of(text, *body);
        }
        self.resolve_office(text, words)
    }

    /// The one body that a short form can mean: “the ministry”, “the Union”.
    fn body_of(&self, text: &str, word: Token) -> Speaker {
        let word = word.text(text).to_lowercase();
        let has_word = |name: &str| name.split(' ').any(|w| w.to_lowercase() == word);
        let mut fitting = self.bodies.iter().map(|(_, name)| name);
        let Some(first) = fitting.find(|name| has_word(name)) else {
            return Speaker::default();
        };
        if fitting.any(|name| name != first && has_word(name)) {
            return Speaker::default();
        }
        Speaker::new(first.clone(), SpeakerReason::Office)
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
        if self.language != Language::English {
            // “le ministère des Transports”, «El Ministerio».
            while start < phrase.len() && !phrase[start].is_capital {
                start += 1;
            }
            let begins_with_article =
                phrase.len() - start > 1 && is_article(phrase[start].text(text));
            start += usize::from(begins_with_article);
        }
        let run = &phrase[start..];
        let name = strip_titles(run);
        if let [word] = name
            && (is_group(word.text(text)) || !denotes(*word))
        {
            return Speaker::default();
        }
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
        if is_office(name) {
            // An office is no name: without a holder nobody is stated.
            return self.resolve_office(text, phrase);
        }
        if let Some(person) = self.titled(text, run, name) {
            return Speaker::new(self.people[person].full.clone(), SpeakerReason::Surname);
        }
        if name.len() == 1
            && self
                .by_surname
                .contains_key(&surname_of(&joined(text, name)))
        {
            return Speaker::default();
        }
        if let [word] = name
            && word.is(Flags::BODY)
        {
            return self.body_of(text, *word);
        }
        if let [word] = name
            && self.language != Language::English
            && (self.is_only_initial(text, *word)
                || word.is(Flags::TITLE)
                || start > 0 && is_link(phrase[start - 1].text(text)))
        {
            return Speaker::default();
        }
        if let [word] = name
            && self.is_common_noun(text, *word)
        {
            return Speaker::default();
        }
        Speaker::new(joined(text, name), SpeakerReason::Named)
    }

    /// Of several people of one surname the one whom the title’s gender tells: “Mrs. Vale”.
    fn titled(&self, text: &str, run: &[Token], name: &[Token]) -> Option<usize> {
        let gender = gender_of(&run[..run.len() - name.len()])?;
        let [surname] = name else { return None };
        let fitting = self
            .by_surname
            .get(&surname_of(&joined(text, &[*surname])))?;
        let mut of_gender = fitting
            .iter()
            .copied()
            .filter(|&i| self.people[i].gender == Some(gender));
        let first = of_gender.next()?;
        of_gender.next().is_none().then_some(first)
    }

    /// Whether a word is written with a capital only because it begins its sentence: the text has
    /// it in lower case elsewhere.
    fn is_common_noun(&self, text: &str, word: Token) -> bool {
        let at = self
            .tokens
            .partition_point(|t| t.range.start < word.range.start);
        let begins = at == 0 || !self.tokens[at - 1].is_word() && !self.tokens[at - 1].is_comma();
        begins
            && self
                .small_words()
                .contains(word.text(text).to_lowercase().as_str())
    }

    /// Whether a word stands nowhere but at the beginning of sentences, where every word has a
    /// capital letter.
    fn is_only_initial(&self, text: &str, word: Token) -> bool {
        let same = word.text(text);
        let mut previous: Option<&Token> = None;
        for token in self.tokens.iter().take(MOST_TOKENS) {
            let begins = previous.is_none_or(|t| !t.is_word() && !t.is_comma() && !t.is_dash());
            if !begins && token.is_word() && token.text(text) == same {
                return false;
            }
            previous = Some(token);
        }
        true
    }

    /// The person whose name stands beside the office: “her adviser, Orla Finch, said”.
    fn apposed(&self, text: &str, words: &[Token], after: usize) -> Option<Speaker> {
        let last = words.last()?;
        let is_described = if self.language == Language::English {
            !last.is_name() && words.iter().any(|t| t.is(Flags::OFFICE))
        } else {
            words.len() > 1 && words.iter().filter(|t| t.is_capital).count() <= 1
        };
        if !is_described {
            return None;
        }
        let comma = self.tokens.get(after).filter(|t| t.is_comma())?;
        let length = self.tokens[after + 1..]
            .iter()
            .take(6)
            .take_while(|t| t.is_name())
            .count();
        let name = self.tokens.get(after + 1..after + 1 + length)?;
        let closes = self
            .tokens
            .get(after + 1 + length)
            .is_some_and(|t| (t.is_comma() || t.is_stop()) && t.range.start > comma.range.start);
        let person = self
            .person_of(text, strip_titles(name))
            .filter(|_| closes)?;
        Some(Speaker::new(
            self.people[person].full.clone(),
            SpeakerReason::Office,
        ))
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
}

/// Whether a word joins a name to the noun that it describes: “le ministère des Transports”.
fn is_link(word: &str) -> bool {
    matches!(word, "de" | "des" | "du" | "del" | "della" | "di")
}

/// Whether a word is an article with which a sentence begins.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "El" | "La" | "Los" | "Las" | "Le" | "Les" | "Der" | "Die" | "Das"
    )
}

/// Whether a word can denote a speaker: “there” and “that” cannot, also where they begin a sentence.
fn denotes(token: Token) -> bool {
    const EMPTY: Flags = Flags::RELATIVE
        .or(Flags::SUBORDINATOR)
        .or(Flags::PREPOSITION)
        .or(Flags::BE)
        .or(Flags::AUX)
        .or(Flags::AND);
    let is_person = token.is(Flags::MALE.or(Flags::FEMALE));
    let is_empty = token.is(EMPTY) && !token.is_name();
    // “Long” and “Early” are adverbs and surnames.
    let is_other = token.is(Flags::TIME)
        || token.is(Flags::ADVERB) && !(token.is_capital && token.is(Flags::SURNAME));
    is_person || token.is_word() && !is_empty && !is_other
}
