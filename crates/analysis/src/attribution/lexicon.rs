//! The words that the rules know, each with what it can be.
//!
//! The lists are our own, written from the grammar of the languages; verbs are listed by their
//! base form and inflected here. A word can be several things: `says` a verb of saying, `report` a
//! verb and a noun; the rules decide from its neighbours.

mod english;
mod names;
mod other;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) use other::{Foreign, foreign};

/// What a word can be: a set of the constants below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flags(u32);

impl Flags {
    pub(super) const NONE: Self = Self(0);
    /// A verb of saying that needs no more than a subject: said, told, added.
    pub(super) const SAY: Self = Self(1);
    /// A verb of speech or opinion that takes a that-clause: argue, deny, believe.
    pub(super) const SPEECH: Self = Self(1 << 1);
    /// A verb that introduces quoted words only: call, describe, read.
    pub(super) const WEAK: Self = Self(1 << 2);
    pub(super) const BASE: Self = Self(1 << 3);
    pub(super) const THIRD: Self = Self(1 << 4);
    pub(super) const PAST: Self = Self(1 << 5);
    pub(super) const ING: Self = Self(1 << 6);
    /// Auxiliaries and modals, besides the forms of be.
    pub(super) const AUX: Self = Self(1 << 7);
    pub(super) const BE: Self = Self(1 << 8);
    pub(super) const ADVERB: Self = Self(1 << 9);
    pub(super) const DETERMINER: Self = Self(1 << 10);
    pub(super) const POSSESSIVE: Self = Self(1 << 11);
    pub(super) const PREPOSITION: Self = Self(1 << 12);
    pub(super) const AND: Self = Self(1 << 13);
    /// Words that begin a clause: that, when, because.
    pub(super) const SUBORDINATOR: Self = Self(1 << 14);
    pub(super) const RELATIVE: Self = Self(1 << 15);
    /// Personal pronouns that can be a subject.
    pub(super) const PRONOUN: Self = Self(1 << 16);
    /// Days of the week, months, yesterday.
    pub(super) const TIME: Self = Self(1 << 17);
    /// Words before a name: Mr., Senator.
    pub(super) const TITLE: Self = Self(1 << 18);
    /// Nouns for holders of an office: minister, spokesman.
    pub(super) const OFFICE: Self = Self(1 << 19);
    /// Verbs between a subject and the verb of saying: went on to, continued to.
    pub(super) const LINK: Self = Self(1 << 20);
    /// Persons spoken to: reporters, him.
    pub(super) const ADDRESSEE: Self = Self(1 << 21);
    pub(super) const MALE: Self = Self(1 << 22);
    pub(super) const FEMALE: Self = Self(1 << 23);
    /// Common verbs that say nothing of speech, to see where a subject ends.
    pub(super) const VERB: Self = Self(1 << 24);
    /// Nouns that stand for a person or body which can speak: report, statement, spokesman.
    pub(super) const SPEAKER_NOUN: Self = Self(1 << 25);
    /// Nouns for what is named rather than said: book, song, bill.
    pub(super) const WORK: Self = Self(1 << 26);
    /// Nouns for words: term, phrase, slogan.
    pub(super) const WORDING: Self = Self(1 << 27);
    /// Adverbs and auxiliaries that are surnames as well.
    pub(super) const SURNAME: Self = Self(1 << 28);
    /// Words that belong to a body's name: Ministry, University.
    pub(super) const BODY: Self = Self(1 << 29);

    /// Any verb that can be a cue.
    pub(super) const CUE: Self = Self(0b111);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a member.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

static WORDS: LazyLock<HashMap<String, Flags>> = LazyLock::new(|| {
    let mut words = Builder(HashMap::with_capacity(6_000));
    english::fill(&mut words);
    names::fill(&mut words);
    words.0
});

/// What the lower-case English word `word` can be.
pub(super) fn english(word: &str) -> Flags {
    if let Some(flags) = WORDS.get(word) {
        return *flags;
    }
    if word.len() > 4 && word.ends_with("ly") && !is_noun_in_ly(word) {
        Flags::ADVERB
    } else if is_compound_title(word) {
        Flags::TITLE
    } else {
        Flags::NONE
    }
}

/// German titles, which are compounds: Verkehrsministerin, Regierungssprecher.
fn is_compound_title(word: &str) -> bool {
    const ENDINGS: [&str; 20] = [
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "sprecher",
        "sprecherin",
        "kanzler",
        "kanzlerin",
        "meister",
        "meisterin",
        "kommissar",
        "kommissarin",
        "ingenieur",
        "ingenieurin",
        "direktor",
        "direktorin",
        "leiterin",
        "vorsitzende",
        "vorsitzender",
        "abgeordnete",
    ];
    word.len() > 8 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Nouns and adjectives that end like adverbs, and stand in names: Daily News, National Assembly.
fn is_noun_in_ly(word: &str) -> bool {
    matches!(
        word,
        "daily"
            | "weekly"
            | "monthly"
            | "quarterly"
            | "family"
            | "assembly"
            | "anomaly"
            | "monopoly"
            | "italy"
            | "supply"
            | "bully"
            | "rally"
            | "belly"
            | "jelly"
            | "friendly"
            | "elderly"
            | "butterfly"
    )
}

/// Collects word lists.
pub(super) struct Builder(HashMap<String, Flags>);

impl Builder {
    /// Adds `flags` to each word of `list`.
    pub(super) fn add(&mut self, flags: Flags, list: &str) {
        for word in list.split_whitespace() {
            let entry = self.0.entry(word.replace('_', " ")).or_default();
            *entry = entry.or(flags);
        }
    }

    /// Adds the forms of English verbs; irregular ones are written `base/past/participle`.
    pub(super) fn add_verbs(&mut self, flags: Flags, list: &str) {
        for item in list.split_whitespace() {
            let mut parts = item.split('/');
            let base = parts.next().unwrap_or_default();
            let regular = past_of(base);
            let past = parts.next().unwrap_or(&regular);
            let participle = parts.next().unwrap_or(past);
            self.add(flags.or(Flags::BASE), base);
            self.add(flags.or(Flags::THIRD), &third_of(base));
            self.add(flags.or(Flags::ING), &ing_of(base));
            self.add(flags.or(Flags::PAST), past);
            self.add(flags.or(Flags::PAST), participle);
        }
    }
}

fn ends_in_consonant_y(base: &str) -> bool {
    base.strip_suffix('y')
        .is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// Verbs whose last consonant is doubled: quip, quipped.
fn doubles(base: &str) -> bool {
    matches!(
        base,
        "quip"
            | "admit"
            | "concur"
            | "blab"
            | "slam"
            | "rip"
            | "dub"
            | "pan"
            | "tap"
            | "rap"
            | "refer"
            | "pen"
            | "jab"
            | "plug"
            | "nod"
            | "submit"
            | "chat"
            | "drop"
            | "stop"
            | "plan"
            | "brag"
            | "sum"
            | "hum"
            | "sob"
            | "tag"
            | "begin"
    )
}

fn past_of(base: &str) -> String {
    if base.ends_with('e') {
        format!("{base}d")
    } else if ends_in_consonant_y(base) {
        format!("{}ied", &base[..base.len() - 1])
    } else if doubles(base) {
        format!("{base}{}ed", &base[base.len() - 1..])
    } else {
        format!("{base}ed")
    }
}

fn third_of(base: &str) -> String {
    if ends_in_consonant_y(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else if base.ends_with('s')
        || base.ends_with("sh")
        || base.ends_with("ch")
        || base.ends_with('x')
    {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn ing_of(base: &str) -> String {
    if base.ends_with('e') && !base.ends_with("ee") {
        format!("{}ing", &base[..base.len() - 1])
    } else if doubles(base) {
        format!("{base}{}ing", &base[base.len() - 1..])
    } else {
        format!("{base}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        for form in [
            "said", "says", "saying", "denied", "denies", "quipped", "argued", "told", "pledging",
        ] {
            assert!(english(form).has(Flags::CUE), "{form} is a cue");
        }
        assert!(english("saying").has(Flags::ING));
        assert!(english("wrote").has(Flags::PAST));
        assert!(!english("table").has(Flags::CUE));
    }

    #[test]
    fn words_in_ly_are_adverbs() {
        assert!(english("flatly").has(Flags::ADVERB));
        assert!(!english("fly").has(Flags::ADVERB));
    }
}
