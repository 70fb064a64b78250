//! What a typed name may be spelled like elsewhere: sounds that languages exchange.
//!
//! Every exchange has a price, and a word may spend the more the longer it is: a long word stays
//! itself with a sound exchanged, a short one becomes another (*Hill* and *Gill*).

use super::key::{Key, LONG, is_vowel};
use super::raw::{Others, Raw};

/// What the exchanges of a word may cost together.
pub(super) fn budget(raw: &Raw) -> u8 {
    match Key::of(raw.sounds()).sounds().len() {
        0..=3 => 0,
        4..=5 => 2,
        6..=7 => 3,
        _ => 4,
    }
}

/// Whether the name has come through Russian, where Azerbaijani *h* became г and *q* к or г.
fn is_russified(sounds: &[u8]) -> bool {
    matches!(
        sounds,
        [.., b'e' | b'o', b'v' | b'f'] | [.., b'e' | b'o', b'v', b'a']
    )
}

/// Whether a consonant is followed by ё rather than о.
fn is_softened(sound: u8) -> bool {
    matches!(sound, b'l' | b'n' | b'r' | b's' | b't' | b'v')
}

/// Whether two consonants follow a vowel.
fn is_closed(sounds: &[u8]) -> bool {
    matches!(sounds, [_, one, two, ..] if !is_vowel(*one) && !is_vowel(*two))
}

/// Gives sounds of a word the others that they are exchanged with.
///
/// `is_latin` is whether the word may be spelled as English is: *Trump* is Трамп.
pub(super) fn widen(raw: &mut Raw, is_latin: bool) {
    let word = *raw;
    let sounds = word.sounds();
    let last = sounds.len().saturating_sub(1);
    let length = Key::of(sounds).sounds().len();
    let is_russified = is_russified(sounds);
    let is_armenian = sounds.ends_with(b"ian");
    if is_armenian && sounds.first().is_some_and(|s| is_vowel(*s)) {
        raw.choose(0, 0, &[("h", 1)]);
    }
    for (at, sound) in sounds.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| sounds[i]);
        let next = sounds.get(at + 1).copied();
        let is_last_vowel = at + 1 == last && before.is_some_and(|s| !is_vowel(s));
        let is_before_ian = sounds[at + 1..] == *b"ian" || sounds[at + 1..] == *b"iian";
        let others: Others = match sound {
            // Armenian Hakobyan and Gevorgyan are Akopyan and Kevorkian further west and north.
            b'h' if is_armenian && at == 0 => &[("", 1), ("g", 2)],
            b'h' if is_armenian && before == Some(b'v') => &[("", 1)],
            b'b' if is_before_ian => &[("p", 1)],
            b'p' if is_before_ian => &[("b", 1)],
            b'g' if is_armenian => &[("k", 1), ("h", 2)],
            b'k' if is_armenian => &[("g", 1)],
            // The Turkish ğ is not said.
            b'g' if sounds[at..] == *b"glu" && before == Some(b'o') => &[("", 2), ("h", 2)],
            // Johnson is Джонсон.
            b'h' if next == Some(b'n') => &[("", 1), ("g", 2)],
            b'h' if is_russified => &[("g", 1)],
            b'h' => &[("g", 2)],
            b'g' if is_russified => &[("h", 1), ("k", 1)],
            b'g' => &[("h", 2), ("k", 2)],
            b'k' if is_russified => &[("g", 1)],
            b'k' => &[("g", 2)],
            // German writes ز and ძ with an s.
            b'z' if !is_russified && next.is_some_and(is_vowel) => &[("s", 2)],
            // Əkbər and Акпер.
            b'b' if before == Some(b'k') => &[("p", 2)],
            b'p' if before == Some(b'k') => &[("b", 2)],
            // Mehdi and Мехти.
            b'd' if before == Some(b'h') => &[("t", 2)],
            b't' if before == Some(b'h') => &[("d", 2)],
            // Turkish devoices the last sound: Ahmet, Recep.
            b't' | b'd' if sounds[at + 1..] == *b"oglu" => &[("t", 2), ("d", 2)],
            b't' if at == last && length >= LONG => &[("d", 2)],
            b'd' if at == last && length >= LONG => &[("t", 2)],
            b'p' if at == last && length >= LONG => &[("b", 2)],
            b'b' if at == last && length >= LONG => &[("p", 2)],
            // Persian Ebrahim and Elham, Arabic Ibrahim and Ilham.
            b'e' if at == 0 && length >= LONG => &[("i", 1)],
            b'i' if at == 0 && length >= LONG => &[("e", 1)],
            // Giorgadze and Georgadze.
            b'e' if before == Some(b'g') && next == Some(b'o') => &[("i", 1)],
            b'i' if before == Some(b'g') && next == Some(b'o') => &[("e", 1)],
            // Kovalev is Ковалёв.
            b'e' if sounds[at + 1..] == *b"v" && before.is_some_and(is_softened) => &[("io", 1)],
            // Arabic Nasir and Khalid, Persian Naser and Khaled.
            b'i' if is_last_vowel && length >= LONG => &[("e", 2)],
            b'e' if is_last_vowel && length >= LONG && !is_russified => &[("i", 2)],
            b'u' if is_latin && length >= LONG && !is_russified && is_closed(&sounds[at..]) => {
                &[("a", 2)]
            }
            b'e' if is_latin && length >= LONG && sounds[at + 1..] == *b"s" => &[("", 2)],
            b'a' if length == LONG - 1 => &[("e", 2)],
            b'e' if length == LONG - 1 => &[("a", 2)],
            b'o' if length == LONG - 1 => &[("u", 2)],
            b'u' if length == LONG - 1 => &[("o", 2)],
            _ => continue,
        };
        raw.choose(at, at + 1, others);
    }
}
