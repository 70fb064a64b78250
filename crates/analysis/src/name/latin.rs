//! Sounds of the Latin alphabets: the letters are the same, what they stand for is not.

use super::raw::{Others, Raw};
use super::spelling::{Spelling, has_german_ending};
use super::word::unaccented;

fn is_vowel(letter: char) -> bool {
    matches!(
        unaccented(letter),
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ə' | 'ı' | 'æ' | 'ø'
    )
}

pub(super) fn read(letters: &[char], spelling: Spelling, raw: &mut Raw) {
    let mut at = 0;
    while at < letters.len() {
        let place = Place {
            word: letters,
            rest: &letters[at..],
            before: at.checked_sub(1).map(|i| letters[i]),
            spelling,
        };
        at += place.read(raw);
    }
}

/// A place in a word, from which one letter or letter group is read.
struct Place<'w> {
    word: &'w [char],
    rest: &'w [char],
    before: Option<char>,
    spelling: Spelling,
}

/// Letter groups that stand for the same everywhere: the sounds, and how many letters they take.
fn group(rest: &[char]) -> Option<(&'static str, usize)> {
    Some(match rest {
        ['d', 's', 'c', 'h', ..] => ("j", 4),
        ['d', 'z', 'h', ..] => ("j", 3),
        ['d', 'ž' | 'j', ..] => ("j", 2),
        ['d', 'h', ..] => ("d", 2),
        ['g', 'h', ..] => ("g", 2),
        ['k', 'h', ..] => ("h", 2),
        ['o', 'u' | 'o', ..] => ("u", 2),
        ['p', 'h', ..] => ("f", 2),
        ['s', 'c', 'h', 't', 's', 'c', 'h', ..] => ("x", 7),
        ['s', 'h', 'c', 'h', ..] => ("x", 4),
        ['s', 'c', 'h', ..] => ("x", 3),
        ['s', 'h', ..] => ("x", 2),
        ['š', 'č', ..] => ("x", 2),
        ['t', 's', 'c', 'h', ..] => ("c", 4),
        ['t', 'c', 'h', ..] | ['t', 's', 'j', ..] => ("c", 3),
        ['t', 'š', ..] => ("c", 2),
        ['t', 'h', ..] => ("t", 2),
        ['w', 'h', ..] => ("v", 2),
        ['z', 'h', ..] => ("j", 2),
        _ => return None,
    })
}

/// Puts the sounds of two letters.
fn two(raw: &mut Raw, sounds: &str) -> usize {
    raw.put(sounds);
    2
}

/// Azerbaijani `q` is said *g*, written `г` or `к` in Russian; elsewhere it is Arabic and said *k*.
const G_OR_K: Others = &[("k", 0)];
const K_OR_G: Others = &[("g", 0), ("h", 2)];

impl Place<'_> {
    fn at(&self, index: usize) -> char {
        self.rest.get(index).copied().unwrap_or('\0')
    }

    fn is_typed(&self) -> bool {
        self.spelling == Spelling::Typed
    }

    fn is_before_front_vowel(&self) -> bool {
        matches!(unaccented(self.at(1)), 'e' | 'i' | 'y')
    }

    /// Reads from here; gives how many letters it took.
    fn read(&self, raw: &mut Raw) -> usize {
        match self.at(0) {
            'c' => self.read_c(raw),
            'j' => self.read_j(raw),
            'q' => self.read_q(raw),
            'x' => self.read_x(raw),
            'y' => self.read_y(raw),
            'e' if self.at(1) == 'e' => self.read_ee(raw),
            // Tigrane.
            'e' if self.spelling == Spelling::French
                && self.rest.len() == 1
                && self.before.is_some_and(|c| !is_vowel(c)) =>
            {
                raw.either("e", &[("", 0)]);
                1
            }
            'a' | 'o' | 'u' if self.at(1) == 'e' => self.read_umlaut(raw),
            'r' if self.at(1) == 'h' && self.before.is_none() => two(raw, "r"),
            's' if self.at(1) == 'j' && self.spelling == Spelling::Nordic => two(raw, "x"),
            's' if self.at(1) == 'z' && self.spelling == Spelling::Slavic => two(raw, "x"),
            // German has sch for ш and ж.
            's' if matches!(self.rest, ['s', 'c', 'h', ..]) && self.at(3) != 't' => {
                match self.spelling {
                    Spelling::German if self.is_german_surname() => raw.either("x", &[("j", 0)]),
                    Spelling::Typed => raw.either("x", &[("j", 2)]),
                    _ => raw.put("x"),
                }
                3
            }
            // Arabic ث: Othman is Osman.
            't' if self.at(1) == 'h' && self.is_typed() => {
                raw.either("t", &[("s", 1)]);
                2
            }
            letter => match group(self.rest) {
                Some((sounds, used)) => {
                    raw.put(sounds);
                    used
                }
                None => self.read_letter(letter, raw),
            },
        }
    }

    fn read_letter(&self, letter: char, raw: &mut Raw) -> usize {
        match letter {
            'ə' | 'ǝ' => super::cyrillic::schwa(self.word, raw),
            // Turkish and Azerbaijani names keep the letter in English; French has another use.
            'ç' if self.spelling == Spelling::French => raw.put("s"),
            'ç' if self.is_typed() => raw.either("c", &[("s", 2)]),
            // The German end of Georgian surnames; before other vowels German has s for
            // *z* too, and whoever types may leave out a mark.
            's' if self.before == Some('d') && self.rest == ['s', 'e'] => raw.put("z"),
            's' if self.is_typed() && !self.is_surname() && is_vowel(self.at(1)) => {
                raw.either("s", &[("x", 2), ("z", 2)]);
            }
            's' if self.is_typed() && !self.is_surname() => raw.either("s", &[("x", 2)]),
            's' if self.is_german_surname() && !matches!(self.at(1), 't' | 'p' | 'k') => {
                raw.either("s", &[("z", 0)]);
            }
            'ğ' if self.is_typed() => raw.either("g", &[("", 2)]),
            'đ' if self.is_typed() => raw.either("j", &[("d", 1)]),
            _ => raw.put(sounds_of(letter)),
        }
        1
    }

    fn read_c(&self, raw: &mut Raw) -> usize {
        use Spelling as S;
        // Typed without its marks, Turkish and Azerbaijani have c for ç too.
        const SOFT: Others = &[("z", 1), ("j", 2), ("c", 2)];
        const HARD: Others = &[("j", 2), ("c", 2), ("z", 2)];
        let next = self.at(1);
        if next == 'h' {
            match self.spelling {
                S::German | S::Slavic => raw.put("h"),
                S::French => raw.either("x", &[("c", 0)]),
                _ if self.at(2) == 'r' => raw.put("k"),
                S::Typed => raw.either("c", &[("h", 2), ("x", 2)]),
                _ => raw.put("c"),
            }
            return 2;
        }
        let is_soft = self.is_before_front_vowel();
        match self.spelling {
            S::Azerbaijani => raw.put("j"),
            _ if next == 'k' || next == 'q' => {}
            _ if next == 'z' => {
                raw.put("c");
                return 2;
            }
            // English names keep their spelling in Turkish: Clinton.
            S::Turkish if matches!(next, 'l' | 'r' | 't' | 's') => raw.put("k"),
            S::Turkish if is_soft => raw.either("j", &[("s", 0)]),
            S::Turkish => raw.either("j", &[("k", 0)]),
            S::Slavic => raw.put("z"),
            S::Typed if is_soft => raw.either("s", SOFT),
            S::Typed => raw.either("k", HARD),
            // Cafarov in English: the Azerbaijani spelling has no mark to lose.
            _ if is_vowel(next) && self.is_surname() && is_soft => {
                raw.either("s", &[("j", 0)]);
            }
            _ if is_vowel(next) && self.is_surname() => raw.either("k", &[("j", 0)]),
            _ if is_soft => raw.put("s"),
            _ => raw.put("k"),
        }
        1
    }

    /// Whether a German word ends as surnames from the east do: elsewhere its s is an s.
    fn is_german_surname(&self) -> bool {
        self.spelling == Spelling::German && has_german_ending(self.rest)
    }

    /// Whether the word ends as surnames of Azerbaijan do.
    fn is_surname(&self) -> bool {
        matches!(
            self.rest,
            [.., 'o' | 'e', 'v'] | [.., 'o' | 'e', 'v', 'a'] | [.., 'z', 'a', 'd', 'e' | 'a']
        )
    }

    fn read_j(&self, raw: &mut Raw) -> usize {
        use Spelling as S;
        const J_OR_GLIDE: Others = &[("i", 2)];
        const GLIDE_OR_J: Others = &[("j", 1)];
        let next = self.at(1);
        // Sergej, Bajramov, Alijew.
        let is_after_vowel = self.before.is_some_and(is_vowel);
        let ends_syllable = is_after_vowel && (next == '\0' || !is_vowel(next));
        let is_hiatus = matches!(self.before, Some('i' | 'y')) && next == 'e';
        match self.spelling {
            // Koroljow, as Korolyov.
            S::German | S::Slavic | S::Nordic if !is_after_vowel && self.is_before_yo() => {
                raw.either("e", &[("io", 0)]);
                return 2;
            }
            S::Typed if self.before.is_some() && !is_after_vowel && self.is_before_yo() => {
                raw.either("jo", &[("e", 1), ("io", 1)]);
                return 2;
            }
            S::German | S::Slavic | S::Nordic => raw.put("i"),
            S::Azerbaijani | S::Turkish | S::French => raw.put("j"),
            S::Spanish => raw.either("h", &[("j", 0)]),
            S::Typed if ends_syllable || is_hiatus => raw.either("i", GLIDE_OR_J),
            S::Typed => raw.either("j", J_OR_GLIDE),
            S::English if ends_syllable || is_hiatus => raw.put("i"),
            S::English => raw.put("j"),
        }
        1
    }

    fn read_q(&self, raw: &mut Raw) -> usize {
        use Spelling as S;
        let is_qu = self.at(1) == 'u' && is_vowel(self.at(2));
        match self.spelling {
            S::Azerbaijani => raw.either("g", G_OR_K),
            S::Typed if is_qu => {
                raw.either("kv", &[("k", 0), ("ku", 1), ("gu", 1)]);
                return 2;
            }
            S::Typed => raw.either("k", K_OR_G),
            S::French | S::Spanish if is_qu => {
                raw.put("k");
                return 2;
            }
            _ if is_qu => {
                raw.put("kv");
                return 2;
            }
            _ => raw.put("k"),
        }
        1
    }

    fn read_x(&self, raw: &mut Raw) -> usize {
        use Spelling as S;
        match self.spelling {
            S::Azerbaijani => raw.put("h"),
            S::Typed if self.before.is_none() => raw.either("h", &[("ks", 1)]),
            S::Typed => raw.either("ks", &[("h", 1)]),
            _ if self.before.is_none() => raw.put("h"),
            _ => raw.put("ks"),
        }
        1
    }

    fn read_y(&self, raw: &mut Raw) -> usize {
        let is_after_consonant = self.before.is_some_and(|c| !is_vowel(c));
        match self.at(1) {
            // Pyotr and Petr, Korolyov and Korolev; but Tokyo.
            'o' if is_after_consonant && self.is_before_yo() => {
                raw.either("e", &[("io", 0)]);
                2
            }
            // Gyanja: see the Cyrillic я.
            'a' if matches!(self.before, Some('g' | 'k')) => {
                raw.either("a", &[("ia", 0)]);
                2
            }
            _ => {
                raw.put("i");
                1
            }
        }
    }

    /// Whether an *o* and a consonant follow.
    fn is_before_yo(&self) -> bool {
        self.at(1) == 'o' && self.at(2) != '\0' && !is_vowel(self.at(2))
    }

    /// *Kareem* has an *i*, *Sergeev* an *e*.
    fn read_ee(&self, raw: &mut Raw) -> usize {
        match self.at(2) {
            'v' | 'w' | 'f' => raw.put("e"),
            _ if self.is_typed() => raw.either("i", &[("e", 1)]),
            _ => raw.put("i"),
        }
        2
    }

    /// *Schroeder* is Schröder; *Joel* and *Israel* have two vowels.
    fn read_umlaut(&self, raw: &mut Raw) -> usize {
        let is_before_v = matches!(self.at(2), 'v' | 'w' | 'f');
        let (one, both): (Others, _) = match self.at(0) {
            // Musaev.
            'a' if is_before_v => (&[], "ae"),
            'a' => (&[("a", 1)], "ae"),
            'o' => (&[("o", 1)], "oe"),
            _ => (&[("u", 1)], "ue"),
        };
        match self.spelling {
            Spelling::Typed => raw.either(both, one),
            Spelling::German => raw.put(&both[..1]),
            _ => raw.put(both),
        }
        2
    }
}

fn sounds_of(letter: char) -> &'static str {
    match letter {
        'a' | 'ä' | 'æ' => "a",
        'b' => "b",
        'ç' | 'č' | 'ć' | 'ĉ' => "c",
        'd' | 'ð' => "d",
        'e' => "e",
        'f' => "f",
        'g' | 'ğ' | 'ġ' | 'ḡ' => "g",
        'h' | 'ħ' => "h",
        'i' | 'ı' => "i",
        'k' => "k",
        'l' | 'ł' => "l",
        'm' => "m",
        'n' => "n",
        'o' | 'ø' | 'œ' => "o",
        'p' => "p",
        'r' => "r",
        's' | 'ß' => "s",
        'ş' | 'ș' | 'š' | 'ŝ' | 'ś' => "x",
        't' | 'þ' => "t",
        'ţ' | 'ț' | 'z' | 'ź' => "z",
        'u' => "u",
        'v' | 'w' => "v",
        'ý' | 'ÿ' | 'y' => "i",
        'ž' | 'ż' | 'đ' | 'ǧ' | 'ǰ' | 'j' => "j",
        _ => {
            let base = unaccented(letter);
            if base == letter { "" } else { sounds_of(base) }
        }
    }
}
