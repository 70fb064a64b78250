//! Keys of the words of a text.

use super::abjad;
use super::caucasian;
use super::cyrillic;
use super::ending::{Base, Bases};
use super::latin;
use super::raw::{Raw, push_keys};
use super::spelling::Spelling;
use super::word::{Script, Word};

/// Readings that a name has at most; where a spelling has more, the rest is left to the query.
pub(super) const MOST_READINGS: usize = 4;

/// Adds the keys of the names that `word` may be, spelled as texts of `language` are.
pub(super) fn push_keys_of(
    word: &Word,
    bases: &Bases,
    language: Option<&str>,
    out: &mut Vec<String>,
) {
    let from = out.len();
    let spelling = language.map_or(Spelling::English, Spelling::of_language);
    let spelling = spelling.or_of_letters(word.letters());
    for base in bases.as_slice() {
        let name = Name::of(word, base);
        match word.script {
            Script::Arabic | Script::Hebrew => {
                abjad::push_written(name.letters(), word.script, from, out);
            }
            script => {
                let raw = sounds(name.letters(), script, spelling);
                push_keys(&raw, 0, MOST_READINGS, from, out);
            }
        }
    }
}

/// The sounds of a name in a script that writes its vowels.
pub(super) fn sounds(letters: &[char], script: Script, spelling: Spelling) -> Raw {
    let mut raw = Raw::new();
    match script {
        Script::Latin => latin::read(letters, spelling, &mut raw),
        Script::Cyrillic => cyrillic::read(letters, &mut raw),
        Script::Greek => caucasian::read_greek(letters, &mut raw),
        Script::Georgian => caucasian::read_georgian(letters, &mut raw),
        Script::Armenian => caucasian::read_armenian(letters, &mut raw),
        Script::Arabic | Script::Hebrew => {}
    }
    raw
}

/// The letters of a base: some of the word's, and what is added.
pub(super) struct Name {
    letters: [char; LONGEST],
    length: usize,
}

/// The longest word with the longest addition.
const LONGEST: usize = 44;

impl Name {
    pub(super) fn of(word: &Word, base: &Base) -> Self {
        let mut letters = ['\0'; LONGEST];
        let stem = &word.letters()[base.start..base.end];
        letters[..stem.len()].copy_from_slice(stem);
        let mut length = stem.len();
        for letter in base.added.chars() {
            letters[length] = letter;
            length += 1;
        }
        Self { letters, length }
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters[..self.length]
    }
}
