//! The letters of a word: lower case, of one script, without marks that names are written with or
//! without.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// A longer run of letters is no name: an address, a line of noise, two words grown together.
const LONGEST: usize = 40;

const LONGEST_ACRONYM: usize = 5;

/// The scripts that names are read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Georgian,
    Armenian,
    Arabic,
    Hebrew,
}

impl Script {
    pub(super) fn of(c: char) -> Option<Self> {
        Some(match c {
            'a'..='z' | 'A'..='Z' | 'ª' | 'º' | 'À'..='ʯ' | 'Ḁ'..='ỿ' => Self::Latin,
            'Ѐ'..='ԯ' => Self::Cyrillic,
            'Ͱ'..='Ͽ' | 'ἀ'..='῿' => Self::Greek,
            'Ա'..='֏' => Self::Armenian,
            'Ⴀ'..='ჿ' | 'Ა'..='Ჿ' => Self::Georgian,
            'א'..='ײ' => Self::Hebrew,
            'ؠ'..='ۿ' | 'ݐ'..='ݿ' | 'ࢠ'..='ࣿ' => Self::Arabic,
            _ => return None,
        })
    }

    /// Whether the script tells names from other words by a capital letter.
    pub(super) fn has_case(self) -> bool {
        matches!(
            self,
            Self::Latin | Self::Cyrillic | Self::Greek | Self::Armenian
        )
    }
}

/// A word as it is read: at most [`LONGEST`] letters; an apostrophe is kept as `'`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    letters: [char; LONGEST],
    length: usize,
    pub(super) script: Script,
    /// Whether it is short and all in capitals: USDA is nobody's name, and not like USDE.
    pub(super) is_acronym: bool,
}

impl Word {
    /// Reads a word; nothing where it has digits, letters of two scripts, or fewer than two that
    /// are known.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.chars().any(is_composed) {
            return Self::of_letters(text.nfkc());
        }
        Self::of_letters(text.chars())
    }

    fn of_letters(text: impl Iterator<Item = char>) -> Option<Self> {
        let mut word = Self {
            letters: ['\0'; LONGEST],
            length: 0,
            script: Script::Latin,
            is_acronym: true,
        };
        for c in text {
            word.is_acronym &= c.is_uppercase();
            let letter = match letter(c)? {
                Letter::Of(script, _) if word.length > 0 && script != word.script => return None,
                Letter::Of(script, letter) => {
                    word.script = script;
                    letter
                }
                Letter::Apostrophe if word.length > 0 => '\'',
                Letter::Unwritten if c == '\u{200c}' => {
                    word.drop_silent_he();
                    continue;
                }
                Letter::Apostrophe | Letter::Unwritten => continue,
            };
            *word.letters.get_mut(word.length)? = letter;
            word.length += 1;
        }
        while word.length > 0 && word.letters[word.length - 1] == '\'' {
            // Hebrew writes the last sound of some names with a geresh.
            if word.script == Script::Hebrew {
                break;
            }
            word.length -= 1;
        }
        word.is_acronym &= word.length <= LONGEST_ACRONYM;
        (word.length > 1).then_some(word)
    }

    /// Persian قره‌باغ: before a joiner that is not written, ه is a vowel; but شاه‌رخ.
    fn drop_silent_he(&mut self) {
        if let [.., before, 'ه'] = self.letters()
            && *before != 'ا'
        {
            self.length -= 1;
        }
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters[..self.length]
    }
}

enum Letter {
    Of(Script, char),
    Apostrophe,
    /// A mark that names are written with or without.
    Unwritten,
}

fn letter(c: char) -> Option<Letter> {
    Some(match c {
        'a'..='z' => Letter::Of(Script::Latin, c),
        'A'..='Z' => Letter::Of(Script::Latin, c.to_ascii_lowercase()),
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʹ' | '׳' => Letter::Apostrophe,
        // Signs of ayn and hamza, joiners, hyphens, vowel points and the tatweel.
        'ʾ'
        | 'ʿ'
        | 'ʻ'
        | 'ʽ'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '-'
        | '‐'
        | '‑'
        | '־'
        | '״'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | 'ـ'
        | '\u{64b}'..='\u{65f}'
        | 'ٰ'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{300}'..='\u{36f}' => Letter::Unwritten,
        'А'..='Я' | 'Ѐ'..='Џ' | 'İ' => Letter::Of(Script::of(c)?, capital(c)),
        'а'..='џ' => Letter::Of(Script::Cyrillic, c),
        _ if c.is_numeric() => return None,
        _ => {
            let script = Script::of(c)?;
            let lower = if script == Script::Arabic || script == Script::Hebrew {
                c
            } else {
                c.to_lowercase().next().unwrap_or(c)
            };
            Letter::Of(script, lower)
        }
    })
}

/// Lower case of the capitals that names are full of; `İ` is an `i` here, without the second dot.
fn capital(c: char) -> char {
    let below = match c {
        'İ' => return 'i',
        'А'..='Я' => 32,
        _ => 80,
    };
    char::from_u32(c as u32 + below).unwrap_or(c)
}

/// Whether a character is written in parts, or in a form that only old encodings have.
fn is_composed(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{653}'..='\u{655}' | '\u{fb00}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{ff21}'..='\u{ff5a}')
}

/// The letter without its accents.
pub(super) fn unaccented(c: char) -> char {
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(c)
}
