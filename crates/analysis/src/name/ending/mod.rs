//! Words as they stand in a sentence, and the names that may stand behind them.
//!
//! A base is the first letters of the word and what is added to them. Every rule is a case ending
//! of names: what it leaves need not be a name, it only must not leave out the one that is.

mod caucasian;
mod semitic;
mod slavic;
mod turkic;

pub(super) use semitic::without_article;

use super::word::{Script, Word};

const MOST: usize = 8;

/// Letters that a stem has at least, so that *Али* is no form of *Ал*.
const SHORTEST_STEM: usize = 3;

/// A name that a word may be a form of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Base {
    /// Where it begins in the word: after prefixes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// What is added: Алиевой is Алиев + а.
    pub(super) added: &'static str,
}

/// The names that a word may be a form of, itself first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bases {
    list: [Base; MOST],
    length: usize,
}

impl Bases {
    /// The word as it stands and nothing else.
    pub(super) fn itself(letters: &[char]) -> Self {
        let base = Base {
            start: 0,
            end: letters.len(),
            added: "",
        };
        Self {
            list: [base; MOST],
            length: 1,
        }
    }

    /// The names that a word of a text may be a form of.
    pub(super) fn of(word: &Word, language: Option<&str>) -> Self {
        let letters = word.letters();
        let mut bases = Self::itself(letters);
        match word.script {
            Script::Latin => turkic::latin(letters, language, &mut bases),
            Script::Cyrillic => slavic::cyrillic(letters, language, &mut bases),
            Script::Georgian => caucasian::georgian(letters, &mut bases),
            Script::Armenian => caucasian::armenian(letters, &mut bases),
            Script::Arabic => semitic::arabic(letters, language, &mut bases),
            Script::Hebrew => semitic::hebrew(letters, &mut bases),
            Script::Greek => {}
        }
        bases
    }

    /// The names that a typed word may be a form of: another than itself only where nobody would
    /// type the form as a name.
    pub(super) fn of_typed(word: &Word) -> Self {
        let letters = word.letters();
        let mut bases = Self::itself(letters);
        match word.script {
            Script::Latin => turkic::typed(letters, &mut bases),
            Script::Cyrillic => slavic::typed(letters, &mut bases),
            Script::Georgian => caucasian::georgian(letters, &mut bases),
            Script::Armenian => caucasian::armenian_typed(letters, &mut bases),
            Script::Arabic => without_article(letters, &mut bases),
            Script::Hebrew | Script::Greek => {}
        }
        bases
    }

    pub(super) fn as_slice(&self) -> &[Base] {
        &self.list[..self.length]
    }

    fn push(&mut self, base: Base) {
        let stem = base.end.saturating_sub(base.start);
        // Of Юрія two letters are left, but three are added.
        let is_long = stem >= SHORTEST_STEM || (stem + 1 == SHORTEST_STEM && base.added.len() > 2);
        if is_long && self.length < MOST && !self.as_slice().contains(&base) {
            self.list[self.length] = base;
            self.length += 1;
        }
    }

    /// Adds the name whose first `end` letters the word has.
    fn stem(&mut self, end: usize, added: &'static str) {
        self.push(Base {
            start: 0,
            end,
            added,
        });
    }

    fn has_itself(&self, letters: &[char]) -> bool {
        self.as_slice()
            .iter()
            .any(|b| b.start == 0 && b.end == letters.len() && b.added.is_empty())
    }

    /// Leaves the word itself out: it cannot be a name as it stands.
    fn only_bases(&mut self) {
        if self.length > 1 {
            self.list.copy_within(1..self.length, 0);
            self.length -= 1;
        }
    }
}

/// Gives the letters before an ending.
fn before(letters: &[char], ending: &str) -> Option<usize> {
    let mut left = letters.iter().rev();
    let has_it = ending.chars().rev().all(|c| left.next() == Some(&c));
    has_it.then(|| left.len())
}
