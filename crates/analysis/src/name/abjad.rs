//! Names in Arabic and Hebrew letters, which leave out most vowels.
//!
//! Their words have keys of their own: the letters as they stand, with letters that name one sound
//! made one (`ی` and `و` are `i` and `u` whatever they stand for, an alef is kept at the beginning
//! and the end only). A name in another script is not reduced to that; it is spelled in Arabic and
//! in Hebrew, in the few ways people spell it.

use super::key::{LONG, is_vowel};
use super::raw::{Others, Raw};
use super::word::Script;

const LONGEST: usize = 64;

/// A name in the letters of an abjad: a mark of the script, then letters.
#[derive(Debug, Clone, Copy)]
struct Skeleton {
    letters: [u8; LONGEST],
    length: usize,
}

impl Skeleton {
    fn new(script: Script) -> Self {
        let mut letters = [0; LONGEST];
        letters[0] = if script == Script::Hebrew { b'2' } else { b'1' };
        Self { letters, length: 1 }
    }

    fn of(script: Script, letters: &[u8]) -> Self {
        let mut skeleton = Self::new(script);
        for &letter in letters {
            skeleton.add(letter);
        }
        skeleton
    }

    fn add(&mut self, letter: u8) {
        let is_hebrew = self.letters[0] == b'2';
        // Affricates that are written with two letters.
        let joined = match (self.letters[self.length - 1], letter) {
            // A long vowel is one however often it is written; الله has its l twice.
            (last, b'i' | b'u' | b'a') if last == letter => return,
            (b'l', b'l') if !is_hebrew => return,
            (b'x', b'c' | b'q') => return,
            (b't', b's') => Some(if is_hebrew { b'c' } else { b'z' }),
            (b't', b'x') if is_hebrew => Some(b'q'),
            (b't', b'x' | b'c') => Some(b'c'),
            (b't', b'q') => Some(b'q'),
            (b'd', b'z') => Some(b'z'),
            (b'd', b'j') => Some(b'j'),
            _ => None,
        };
        if joined.is_some() {
            self.length -= 1;
        }
        if let Some(place) = self.letters.get_mut(self.length) {
            *place = joined.unwrap_or(letter);
            self.length += 1;
        }
    }

    /// Adds the key to `out` if it is long enough and not there since `from`.
    fn push(&self, from: usize, out: &mut Vec<String>) -> bool {
        let key = str::from_utf8(&self.letters[..self.length]).unwrap_or_default();
        let is_new = key.len() > 2 && !out[from..].iter().any(|k| k == key);
        if is_new {
            out.push(key.to_owned());
        }
        is_new
    }
}

/// Adds the keys of a word as it stands.
pub(super) fn push_written(letters: &[char], script: Script, from: usize, out: &mut Vec<String>) {
    let mut skeleton = Skeleton::new(script);
    let mut rest = letters;
    while let [letter, tail @ ..] = rest {
        let is_first = rest.len() == letters.len();
        let next = tail.first().copied();
        let (written, used) = if script == Script::Hebrew {
            hebrew(*letter, is_first, next)
        } else {
            (arabic(*letter, is_first, next), 1)
        };
        if let Some(written) = written {
            skeleton.add(written);
        }
        rest = &rest[used..];
    }
    skeleton.push(from, out);
    // A last ه is a vowel or an *h* (Шах); a last ى is an *a*, or a ی from an Arabic keyboard.
    let other = match letters.last() {
        Some('ه' | 'ہ' | 'ھ') => b'h',
        Some('ى') => b'i',
        _ => return,
    };
    if skeleton.length > 1 {
        skeleton.length -= 1;
        skeleton.add(other);
        skeleton.push(from, out);
    }
}

/// Adds other spellings of a word in Arabic letters: Arabic writes vowels of foreign names that
/// Persian leaves out, and has no letters for *v* and *g*.
pub(super) fn push_respelled(letters: &[char], most: usize, out: &mut Vec<String>) {
    let mut skeleton = Skeleton::new(Script::Arabic);
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        if let Some(written) = arabic(*letter, at == 0, next) {
            skeleton.add(written);
        }
    }
    let written = &skeleton.letters[1..skeleton.length];
    // Short words are native, and become others: حسن and حسین.
    let ending = if written.ends_with(b"f") || written.ends_with(b"ua") {
        2
    } else {
        0
    };
    if written.len() < LONG + ending {
        return;
    }
    let is_mater = |letter: u8| matches!(letter, b'i' | b'u' | b'a');
    let mut other = Raw::new();
    for (at, letter) in written.iter().enumerate() {
        let (is_first, is_last) = (at == 0, at + 1 == written.len());
        if at > 0 && !is_mater(*letter) && !is_mater(written[at - 1]) {
            other.either("", &[("i", 1)]);
        }
        match letter {
            b'i' if !is_first && !is_last => other.either("i", &[("", 1)]),
            b'g' => other.either("g", &[("k", 1), ("j", 1)]),
            b'k' => other.either("k", &[("g", 1)]),
            b'j' => other.either("j", &[("g", 1)]),
            b'u' if !is_last => other.either("u", &[("f", 1)]),
            b'f' if !is_last => other.either("f", &[("u", 1)]),
            _ => other.put(str::from_utf8(&[*letter]).unwrap_or_default()),
        }
    }
    other.readings(3, most, |letters, _| {
        Skeleton::of(Script::Arabic, letters).push(0, out)
    });
}

fn arabic(letter: char, is_first: bool, next: Option<char>) -> Option<u8> {
    let is_last = next.is_none();
    Some(match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ء' if is_first => b'a',
        'ا' | 'آ' | 'ة' | 'ى' | 'ه' | 'ہ' | 'ھ' | 'ە' if is_last => b'a',
        'ئ' if matches!(next, Some('ي' | 'ی' | 'و')) => return None,
        'ب' | 'پ' => b'b',
        'ت' | 'ط' | 'ٹ' => b't',
        'ث' | 'س' | 'ص' => b's',
        'ج' | 'ژ' => b'j',
        'چ' => b'c',
        'ح' | 'خ' | 'ه' | 'ہ' | 'ھ' => b'h',
        'د' | 'ڈ' => b'd',
        'ذ' | 'ز' | 'ض' | 'ظ' => b'z',
        'ر' | 'ڑ' => b'r',
        'ش' => b'x',
        'غ' | 'گ' | 'ڭ' => b'g',
        'ف' | 'ڤ' => b'f',
        'ق' | 'ك' | 'ک' => b'k',
        'ل' => b'l',
        'م' => b'm',
        'ن' | 'ں' => b'n',
        'و' | 'ؤ' | 'ۆ' | 'ۇ' | 'ۋ' => b'u',
        'ي' | 'ی' | 'ى' | 'ئ' | 'ێ' | 'ې' | 'ے' => b'i',
        _ => return None,
    })
}

/// The letter, and how many were used: a geresh makes another letter of the one before.
fn hebrew(letter: char, is_first: bool, next: Option<char>) -> (Option<u8>, usize) {
    if next == Some('\'') {
        let with_geresh = match letter {
            'ג' | 'ז' => Some(b'j'),
            'צ' | 'ץ' => Some(b'q'),
            'ח' => Some(b'h'),
            _ => hebrew(letter, is_first, None).0,
        };
        return (with_geresh, 2);
    }
    let is_last = next.is_none();
    let written = match letter {
        'א' | 'ע' if is_first => b'a',
        'א' | 'ה' if is_last => b'a',
        'ב' => b'b',
        'ג' => b'g',
        'ד' => b'd',
        'ה' | 'ח' => b'h',
        'ו' | 'װ' | 'ױ' => b'u',
        'ז' => b'z',
        'ט' | 'ת' => b't',
        'י' | 'ײ' => b'i',
        'כ' | 'ך' | 'ק' => b'k',
        'ל' => b'l',
        'מ' | 'ם' => b'm',
        'נ' | 'ן' => b'n',
        'ס' => b's',
        'פ' | 'ף' => b'p',
        'צ' | 'ץ' => b'c',
        'ר' => b'r',
        'ש' => b'x',
        _ => return (None, 1),
    };
    (Some(written), 1)
}

/// Adds the ways that sounds (with regular differences removed) are spelled in a script.
pub(super) fn push_spelled(
    sounds: &[u8],
    script: Script,
    budget: u8,
    most: usize,
    out: &mut Vec<String>,
) {
    let mut spelled = Raw::new();
    let mut at = 0;
    // محمداف is Mamedov as well as Muhammadov; in Mammadzada the key has made one of d and z.
    match sounds {
        [b'm', b'a', b'm', b'a' | b'e', b'd', ..] if script == Script::Arabic => {
            spelled.either("mmd", &[("mhmd", 0), ("mmid", 1)]);
            at = 5;
        }
        [b'm', b'a', b'm', b'a' | b'e', b'z', b'a', ..] if script == Script::Arabic => {
            spelled.either("mm", &[("mhm", 0)]);
            at = 4;
        }
        _ => {}
    }
    while at < sounds.len() {
        if is_vowel(sounds[at]) {
            let run = sounds[at..].iter().take_while(|s| is_vowel(**s)).count();
            let is_last = at + run == sounds.len();
            // Of Orujov and Solovyov, the key has made Orujev and Soloviev.
            if at > 0 && matches!(&sounds[at + run..], b"v" | b"va") {
                spell_before_v(sounds[at - 1], &sounds[at..at + run], &mut spelled);
            } else {
                let beside_v =
                    sounds.get(at + run) == Some(&b'v') || (at > 0 && sounds[at - 1] == b'v');
                let vowels = &sounds[at..at + run];
                if at == 0 {
                    spell_first(vowels, sounds.len() >= LONG, script, &mut spelled);
                } else {
                    spell_vowels(vowels, is_last, beside_v, &mut spelled);
                }
            }
            at += run;
        } else {
            let is_last = at + 1 == sounds.len();
            let (letter, others) = consonant(sounds[at], at == 0, is_last, script);
            // Persian begins no word with two consonants.
            if at == 0 && script == Script::Arabic && sounds.get(1).is_some_and(|s| !is_vowel(*s)) {
                spelled.either("", &[("a", 1)]);
            }
            spelled.either(letter, others);
            at += 1;
        }
    }
    spelled.readings(budget, most, |letters, _| {
        Skeleton::of(script, letters).push(0, out)
    });
}

/// The vowels of -ov and -ev.
fn spell_before_v(before: u8, run: &[u8], spelled: &mut Raw) {
    match run {
        b"e" if matches!(before, b'c' | b'j' | b'x') => {
            spelled.either("u", &[("i", 0), ("", 1)]);
        }
        b"ie" => spelled.either("i", &[("iu", 1)]),
        b"ae" | b"ee" | b"ue" | b"oe" => {
            if run[0] != b'a' && run[0] != b'e' {
                spelled.put("u");
            }
            spelled.either("i", &[("", 0)]);
        }
        b"e" => spelled.either("", &[("i", 0)]),
        b"o" if before == b'f' => spelled.put("u"),
        _ => spell_vowels(run, false, false, spelled),
    }
}

fn spell_vowels(run: &[u8], is_last: bool, beside_v: bool, spelled: &mut Raw) {
    let is_single = run.len() == 1;
    for (index, vowel) in run.iter().enumerate() {
        let ends_word = is_last && index + 1 == run.len();
        match vowel {
            // Leyla is لیلی too.
            b'a' if ends_word => spelled.either("a", &[("i", 1)]),
            b'e' if ends_word => spelled.either("a", &[("i", 1)]),
            b'i' if is_single && !ends_word => spelled.either("i", &[("", 1)]),
            b'i' => spelled.put("i"),
            b'o' | b'u' if ends_word => spelled.put("u"),
            // Where a و is left out the next one cannot be a *v*.
            b'o' | b'u' if beside_v => spelled.either("u", &[("", 3)]),
            b'o' | b'u' => spelled.either("u", &[("", 1), ("iu", 2)]),
            // Babaev: the glide that the key leaves out is written.
            b'e' if index > 0 && run[index - 1] != b'i' => spelled.either("i", &[("", 0)]),
            b'e' if is_single => spelled.either("", &[("i", 1)]),
            _ => {}
        }
    }
}

fn spell_first(run: &[u8], is_long: bool, script: Script, spelled: &mut Raw) {
    let has_more = run.len() > 1;
    match run[0] {
        b'a' => spelled.put("a"),
        b'e' if has_more || !is_long => spelled.either("a", &[("ai", 1)]),
        // Yerevan has lost its Y.
        b'e' => spelled.either("a", &[("ai", 1), ("i", 1)]),
        b'i' if has_more => spelled.put("i"),
        b'i' if script == Script::Hebrew => spelled.either("ai", &[("i", 1), ("a", 1)]),
        // Yıldırım has lost its Y.
        b'i' => spelled.either("a", &[("ai", 0), ("i", 1)]),
        _ => spelled.either("au", &[("a", 0)]),
    }
    for vowel in &run[1..] {
        match vowel {
            b'i' => spelled.put("i"),
            b'o' | b'u' => spelled.put("u"),
            _ => {}
        }
    }
}

fn consonant(sound: u8, is_first: bool, is_last: bool, script: Script) -> (&'static str, Others) {
    if script == Script::Hebrew {
        return match sound {
            b'b' => ("b", &[]),
            b'c' => ("q", &[("c", 1)]),
            b'd' => ("d", &[]),
            b'f' | b'p' => ("p", &[]),
            b'g' => ("g", &[]),
            b'h' => ("h", &[("k", 1)]),
            b'j' => ("j", &[("g", 1), ("z", 1)]),
            b'k' => ("k", &[]),
            b'l' => ("l", &[]),
            b'm' => ("m", &[]),
            b'n' => ("n", &[]),
            b'r' => ("r", &[]),
            b's' => ("s", &[("x", 2)]),
            b't' => ("t", &[]),
            b'v' if is_first => ("u", &[("b", 1)]),
            b'v' if is_last => ("b", &[]),
            b'v' => ("b", &[("u", 0)]),
            b'x' => ("x", &[]),
            _ => ("z", &[("c", 0)]),
        };
    }
    match sound {
        b'b' | b'p' => ("b", &[]),
        b'c' => ("c", &[("x", 2)]),
        b'd' => ("d", &[("z", 2)]),
        b'f' => ("f", &[]),
        // Arabic has no letter for *g*.
        b'g' => ("g", &[("k", 1), ("j", 1)]),
        b'h' => ("h", &[]),
        b'j' => ("j", &[]),
        b'k' => ("k", &[]),
        b'l' => ("l", &[]),
        b'm' => ("m", &[]),
        b'n' => ("n", &[]),
        b'r' => ("r", &[]),
        b's' => ("s", &[]),
        b't' => ("t", &[]),
        b'v' if is_first => ("u", &[("f", 0)]),
        b'v' if is_last => ("f", &[]),
        b'v' => ("f", &[("u", 0)]),
        b'x' => ("x", &[]),
        _ => ("z", &[("s", 2)]),
    }
}
