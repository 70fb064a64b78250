//! Names typed in Arabic or Hebrew letters, read aloud: where no vowel is written there may be one.

use super::key::{LONG, is_vowel};
use super::raw::{Others, Raw};
use super::word::Script;

/// What may stand between two consonants.
const BETWEEN: Others = &[("a", 0), ("i", 1), ("u", 1)];
/// After the first consonant a vowel is likely: few names begin with two consonants.
const AFTER_FIRST: Others = &[("", 1), ("i", 1), ("u", 1)];
/// Ye- is written E- elsewhere, so it is not Ya-.
const AFTER_FIRST_I: Others = &[("e", 0), ("u", 1), ("", 1)];
/// Before or after a ی or و that is a vowel itself: *ay*, *ia*.
const BESIDE_I: Others = &[("a", 1)];

/// Whether the ی at a place of a name may stand for an *e*: native names leave that out.
fn may_be_foreign(stem: &[char], at: usize, has_ending: bool, is_persian: bool) -> bool {
    match stem.len() {
        4 if has_ending => at == 1 && !is_persian,
        5 if !has_ending => at == 3 && !is_persian,
        5 => !is_persian,
        length => length > LONG,
    }
}

/// What a letter is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Consonant,
    /// ی, و and their like: a consonant or a vowel.
    Mater,
    Vowel,
}

/// Reads a name: with the vowels that may stand between its letters, or with the written ones.
pub(super) fn read(letters: &[char], script: Script, with_unwritten: bool, raw: &mut Raw) {
    let (letters, ending) = without_surname_ending(letters, script);
    let (letters, mut before) = match letters {
        // Məhəmməd became Məmməd in Azerbaijan, in speech only.
        ['م', 'ح', 'م', 'د', rest @ ..] if script == Script::Arabic => {
            raw.either("muhamad", &[("mamad", 0)]);
            (rest, Some(Kind::Consonant))
        }
        _ => (letters, None),
    };
    // Persian has letters of its own for *p*, *g* and *v*.
    let is_persian = letters
        .iter()
        .any(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی'));
    let is_begun = before.is_some();
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        // A geresh has been read with the letter before it, and the ش of تش with the ت.
        if letter == '\'' || (letter == 'ش' && at > 0 && letters[at - 1] == 'ت') {
            continue;
        }
        let is_last = next.is_none() && ending.is_none();
        let letter = Letter {
            letter,
            next,
            is_first: at == 0 && !is_begun,
            is_last,
            is_surname: ending.is_some(),
            is_persian,
            is_after_alef: at > 0 && matches!(letters[at - 1], 'ا' | 'א'),
            may_be_foreign: may_be_foreign(letters, at, ending.is_some(), is_persian),
        };
        let kind = letter.kind();
        if with_unwritten {
            gap(before, kind, at == 1 && !is_begun, raw);
        }
        match script {
            Script::Hebrew => letter.read_hebrew(raw),
            _ => letter.read_arabic(raw),
        }
        before = Some(kind);
    }
    if let Some((sounds, others)) = ending {
        raw.either(sounds, others);
    }
}

fn gap(before: Option<Kind>, kind: Kind, before_is_first: bool, raw: &mut Raw) {
    match (before, kind) {
        (Some(Kind::Consonant), Kind::Consonant) if before_is_first && raw.last() == Some(b'i') => {
            raw.either("a", AFTER_FIRST_I);
        }
        (Some(Kind::Consonant), Kind::Consonant) if before_is_first => {
            raw.either("a", AFTER_FIRST);
        }
        (Some(Kind::Consonant), Kind::Consonant) => raw.either("", BETWEEN),
        (Some(Kind::Consonant | Kind::Mater), Kind::Mater)
        | (Some(Kind::Mater), Kind::Consonant) => {
            raw.either("", BESIDE_I);
        }
        _ => {}
    }
}

/// The letters before -ov, -ev and their feminines, and how these sound.
fn without_surname_ending(
    letters: &[char],
    script: Script,
) -> (&[char], Option<(&'static str, Others)>) {
    const EV_OV: Others = &[("ov", 0), ("iev", 1)];
    const EVA_OVA: Others = &[("ova", 0), ("ieva", 1)];
    // Babayev has no alef in Hebrew, nor Musayev in Persian.
    const IEV_EV: Others = &[("ev", 0), ("aev", 1), ("iv", 1)];
    const IEVA_EVA: Others = &[("eva", 0), ("aeva", 1), ("iva", 1)];
    const OV: Others = &[("uv", 1)];
    const OVA: Others = &[("uva", 1)];
    const OVA_VA: Others = &[("va", 1)];
    let (taken, ending): (usize, (&str, Others)) = match (script, letters) {
        (Script::Arabic, [_, _, .., 'ا', 'ف']) => (2, ("ev", EV_OV)),
        (Script::Arabic, [_, _, .., 'و', 'ف']) => (2, ("ov", OV)),
        (Script::Arabic, [_, .., 'ي' | 'ی', 'ي' | 'ی', 'ف']) => (3, ("iev", IEV_EV)),
        (Script::Arabic, [_, _, .., 'ي' | 'ی', 'ف']) => (2, ("iev", IEV_EV)),
        (Script::Arabic, [_, _, .., 'ا', 'و', 'ا']) => (3, ("eva", EVA_OVA)),
        (Script::Arabic, [_, _, .., 'و', 'و' | 'ف', 'ا']) => (3, ("ova", OVA)),
        (Script::Arabic, [_, _, .., 'ي' | 'ی', 'و' | 'ف', 'ا']) => (3, ("ieva", IEVA_EVA)),
        (Script::Arabic, [_, _, _, .., 'و', 'ا']) => (2, ("ova", OVA_VA)),
        (Script::Hebrew, [_, .., 'י', 'י', 'ב']) => (3, ("iev", IEV_EV)),
        (Script::Hebrew, [_, _, .., 'ו', 'ב']) => (2, ("ov", OV)),
        (Script::Hebrew, [_, .., 'י', 'י', 'ב', 'ה']) => (4, ("ieva", IEVA_EVA)),
        (Script::Hebrew, [_, _, .., 'ו', 'ב', 'ה']) => (3, ("ova", OVA)),
        _ => return (letters, None),
    };
    (&letters[..letters.len() - taken], Some(ending))
}

/// Whether a reading can be said: three consonants together are few, but at its beginning.
pub(super) fn is_speakable(sounds: &[u8]) -> bool {
    let mut run = 0;
    let mut has_vowel = false;
    for pair in sounds.windows(2) {
        if is_vowel(pair[0]) {
            has_vowel = true;
            run = 0;
        } else if !matches!(pair, [b't' | b'd', b's' | b'z' | b'x' | b'j'] | [_, b'i'])
            && pair[0] != pair[1]
        {
            run += 1;
        }
        let is_sonorous = matches!(pair[0], b'r' | b'l' | b'v' | b'n');
        if has_vowel && (run > 3 || (run > 2 && !is_sonorous)) {
            return false;
        }
    }
    true
}

/// Gives the other ways that Arabic and Persian write a surname's -ov and -ev: علییف, علی‌اف.
pub(super) fn with_other_endings(letters: &[char], mut each: impl FnMut(&[char])) {
    let (stem, Some(_)) = without_surname_ending(letters, Script::Arabic) else {
        return;
    };
    let endings = match letters.last() {
        Some('ا') => ["اوا", "وفا", "یفا", "وا", "یوا"],
        _ => ["اف", "وف", "یف", "ف", "ییف"],
    };
    for ending in endings {
        let mut name = stem.to_vec();
        name.extend(ending.chars());
        each(&name);
    }
}

struct Letter {
    letter: char,
    next: Option<char>,
    is_first: bool,
    is_last: bool,
    /// Whether the word ends in -ov or -ev, so that its sounds may have come through Russian.
    is_surname: bool,
    is_persian: bool,
    is_after_alef: bool,
    /// Whether a vowel may be written that native names would leave out.
    may_be_foreign: bool,
}

impl Letter {
    fn kind(&self) -> Kind {
        match self.letter {
            'ه' | 'ہ' | 'ھ' if self.is_last => Kind::Vowel,
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ء' | 'ة' | 'ى' | 'א' | 'ע' => {
                Kind::Vowel
            }
            'ה' if self.is_last => Kind::Vowel,
            'و' | 'ؤ' | 'ۆ' | 'ۇ' | 'ي' | 'ی' | 'ئ' | 'ו' | 'י' => {
                if self.is_first {
                    Kind::Consonant
                } else {
                    Kind::Mater
                }
            }
            _ => Kind::Consonant,
        }
    }

    fn is_before_mater(&self) -> bool {
        matches!(self.next, Some('و' | 'ي' | 'ی' | 'ו' | 'י'))
    }

    /// A letter that only holds the place of a vowel.
    fn read_alef(&self, raw: &mut Raw) {
        match self.next {
            _ if !self.is_first => raw.either("a", &[("", 1)]),
            _ if self.is_before_mater() => raw.either("", &[("a", 0)]),
            // Persian اسمیرنوف is Smirnov.
            Some('س' | 'ش') => raw.either("a", &[("i", 1), ("u", 1), ("", 2)]),
            _ => raw.either("a", &[("i", 1), ("u", 1)]),
        }
    }

    fn read_vav(&self, raw: &mut Raw) {
        let is_before_alef = matches!(self.next, Some('ا' | 'א'));
        if self.is_first || is_before_alef {
            raw.either("v", &[("u", 1)]);
        } else if self.is_after_alef {
            raw.either("v", &[("u", 0), ("vu", 0)]);
        } else if self.is_last {
            raw.either("u", &[("o", 1), ("v", 3)]);
        } else {
            raw.either("u", &[("v", 0), ("o", 1), ("av", 1)]);
        }
    }

    fn read_h(&self, raw: &mut Raw) {
        if self.is_surname {
            raw.either("h", &[("g", 1)]);
        } else {
            raw.either("h", &[("g", 2)]);
        }
    }

    fn read_arabic(&self, raw: &mut Raw) {
        match self.letter {
            'آ' => raw.put("a"),
            'ا' | 'أ' | 'إ' | 'ٱ' | 'ع' | 'ء' => self.read_alef(raw),
            'ة' => raw.put("a"),
            'ى' => raw.either("a", &[("i", 0)]),
            'ه' | 'ہ' | 'ھ' if self.is_last => raw.either("a", &[("h", 0)]),
            'ب' if self.is_persian => raw.put("b"),
            'ب' if self.is_first => raw.either("b", &[("p", 1)]),
            'ب' => raw.either("b", &[("p", 2)]),
            'پ' => raw.put("p"),
            'ت' if self.next == Some('ش') => raw.put("c"),
            'ت' | 'ط' | 'ٹ' => raw.put("t"),
            'ث' => raw.either("s", &[("t", 1)]),
            'س' | 'ص' => raw.put("s"),
            'ج' if self.is_persian => raw.put("j"),
            'ج' => raw.either("j", &[("g", 1)]),
            'ژ' => raw.put("j"),
            'چ' => raw.put("c"),
            'ح' | 'خ' | 'ه' | 'ہ' | 'ھ' => self.read_h(raw),
            'د' | 'ڈ' => raw.put("d"),
            'ذ' | 'ض' => raw.either("z", &[("d", 0)]),
            'ز' | 'ظ' => raw.put("z"),
            'ر' | 'ڑ' => raw.put("r"),
            'ش' => raw.put("x"),
            'غ' => raw.put("g"),
            'گ' => raw.either("g", &[("k", 2)]),
            // Persian leaves out the o of -ov, and has ف before س for *v*.
            'ف' if self.is_persian && (self.is_last || self.next == Some('س')) => {
                raw.either("f", &[("v", 1)]);
            }
            'ف' if self.is_persian => raw.put("f"),
            'ف' | 'ڤ' => raw.either("f", &[("v", 0)]),
            'ق' => raw.either("k", &[("g", 0)]),
            'ک' => raw.put("k"),
            'ك' => raw.either("k", &[("g", 2)]),
            'ل' => raw.put("l"),
            'م' => raw.put("m"),
            'ن' | 'ں' => raw.put("n"),
            'و' | 'ؤ' | 'ۆ' | 'ۇ' | 'ۋ' => self.read_vav(raw),
            // Persian مصطفی is Mustafa.
            'ي' | 'ی' if self.is_last => raw.either("i", &[("a", 1)]),
            // Arabic writes the *e* of foreign names so; short words are native.
            'ي' | 'ی' if !self.is_first && self.may_be_foreign => raw.either("i", &[("e", 1)]),
            'ئ' if self.is_before_mater() => {}
            'ي' | 'ی' | 'ئ' | 'ێ' | 'ې' | 'ے' => raw.put("i"),
            _ => {}
        }
    }

    fn read_hebrew(&self, raw: &mut Raw) {
        let has_geresh = self.next == Some('\'');
        match self.letter {
            'א' | 'ע' => self.read_alef(raw),
            'ה' if self.is_last => raw.put("a"),
            'ג' | 'ז' if has_geresh => raw.put("j"),
            'צ' | 'ץ' if has_geresh => raw.put("c"),
            'ב' if self.is_first => raw.put("b"),
            'ב' => raw.either("v", &[("b", 0)]),
            'ג' => raw.either("g", &[("j", 2), ("h", 2)]),
            'ד' => raw.put("d"),
            'ה' | 'ח' => self.read_h(raw),
            'ו' => self.read_vav(raw),
            'ז' | 'צ' | 'ץ' => raw.put("z"),
            'ט' | 'ת' => raw.put("t"),
            'י' => raw.put("i"),
            'כ' if self.is_first => raw.either("k", &[("h", 1)]),
            'כ' | 'ך' => raw.either("h", &[("k", 0)]),
            'ל' => raw.put("l"),
            'מ' | 'ם' => raw.put("m"),
            'נ' | 'ן' => raw.put("n"),
            'ס' => raw.put("s"),
            'פ' if self.is_first => raw.either("p", &[("f", 1)]),
            'פ' | 'ף' => raw.either("f", &[("p", 0)]),
            'ק' if self.is_surname => raw.either("k", &[("g", 1)]),
            'ק' => raw.either("k", &[("g", 2)]),
            'ר' => raw.put("r"),
            'ש' => raw.either("x", &[("s", 1)]),
            _ => {}
        }
    }
}
