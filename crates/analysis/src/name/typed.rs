//! Keys of a name that a person typed: every way that texts may spell it.

use super::abjad;
use super::alternation::{budget, widen};
use super::ending::Bases;
use super::irregular;
use super::key::Key;
use super::raw::{Raw, push_key, push_keys};
use super::spelling::Spelling;
use super::text::{MOST_READINGS, Name, sounds};
use super::vowels;
use super::word::{Script, Word, unaccented};

/// Keys that one name has at most in scripts with vowels.
const MOST_KEYS: usize = 32;
/// Readings of a name in an abjad that are tried at most, and what the dearest may cost.
const MOST_READ: usize = 128;
const READING_BUDGET: u8 = 3;
/// Readings of a name that are spelled in an abjad, and spellings in all and of the best reading.
const MOST_TO_SPELL: usize = 8;
const MOST_SPELLED: usize = 48;
const MOST_SPELLED_OF_BEST: usize = 24;
const MOST_SPELLED_OF_OTHERS: usize = 8;

/// Adds the keys of a typed word.
pub(super) fn push_keys_of(word: &Word, out: &mut Vec<String>) {
    let spelling = Spelling::Typed.or_of_letters(word.letters());
    for base in Bases::of_typed(word).as_slice() {
        let name = Name::of(word, base);
        match word.script {
            Script::Arabic | Script::Hebrew => read_aloud(name.letters(), word.script, out),
            script => {
                let raw = sounds(name.letters(), script, spelling);
                push_irregular(&raw, out);
                if word.is_acronym {
                    push_keys(&raw, 0, MOST_READINGS, 0, out);
                } else {
                    push_exchanged(raw, script, out);
                }
                if script == Script::Latin {
                    push_other_spellings(name.letters(), out);
                }
            }
        }
    }
}

/// Adds the keys of a name and of what it becomes with sounds exchanged, in all scripts.
fn push_exchanged(mut raw: Raw, script: Script, out: &mut Vec<String>) {
    widen(&mut raw, script == Script::Latin);
    push_keys(&raw, budget(&raw), MOST_KEYS, 0, out);
    spell(&raw, Script::Arabic, out);
    spell(&raw, Script::Hebrew, out);
}

/// Adds the keys of the other names of a place.
fn push_irregular(raw: &Raw, out: &mut Vec<String>) {
    let mut own = Vec::new();
    push_keys(raw, 0, MOST_READINGS, 0, &mut own);
    for key in &own {
        irregular::push_others(key, out);
    }
}

/// Adds the keys of the word in a text, where it is written as it is typed: in English, or in
/// German; and where Çelik has lost its marks.
fn push_other_spellings(letters: &[char], out: &mut Vec<String>) {
    let mut push = |letters: &[char], spelling| {
        let raw = sounds(letters, Script::Latin, spelling);
        push_keys(&raw, 0, MOST_READINGS, 0, out);
    };
    push(letters, Spelling::English.or_of_letters(letters));
    if let Some(spelling) = Spelling::besides(letters) {
        push(letters, spelling);
    }
    if !letters.iter().all(char::is_ascii) {
        let plain: Vec<char> = letters.iter().map(|c| without_marks(*c)).collect();
        push(&plain, Spelling::English);
    }
}

fn without_marks(letter: char) -> char {
    match letter {
        'ə' | 'ǝ' => 'a',
        'ı' => 'i',
        _ => unaccented(letter),
    }
}

/// Adds the keys of a name typed in Arabic or Hebrew letters.
fn read_aloud(letters: &[char], script: Script, out: &mut Vec<String>) {
    let mut own = Vec::new();
    abjad::push_written(letters, script, 0, &mut own);
    for key in own {
        irregular::push_others(&key, out);
        if !out.contains(&key) {
            out.push(key);
        }
    }
    if script == Script::Arabic {
        vowels::with_other_endings(letters, |name| abjad::push_written(name, script, 0, out));
        abjad::push_respelled(letters, MOST_SPELLED, out);
    }
    let mut raw = Raw::new();
    vowels::read(letters, script, true, &mut raw);
    raw.readings(READING_BUDGET, MOST_READ, |sounds, _| {
        vowels::is_speakable(sounds) && push_key(sounds, 0, out)
    });
    let other = match script {
        Script::Hebrew => Script::Arabic,
        _ => Script::Hebrew,
    };
    let mut raw = Raw::new();
    vowels::read(letters, script, false, &mut raw);
    spell(&raw, other, out);
}

/// What a spelling in an abjad may cost, the cost of the reading included. Short names are
/// spelled in full: *Moon* without its vowel is من.
fn spelling_budget(raw: &Raw) -> u8 {
    match Key::plain(raw.sounds()).sounds().len() {
        0..=4 => 0,
        5 => 1,
        6 => 2,
        _ => 3,
    }
}

/// Adds the spellings of a name in an abjad.
fn spell(raw: &Raw, script: Script, out: &mut Vec<String>) {
    let mut spelled: Vec<Key> = Vec::new();
    let end = out.len() + MOST_SPELLED;
    let budget = spelling_budget(raw);
    let reading_budget = if budget == 0 { 0 } else { 2 };
    raw.readings(reading_budget, MOST_TO_SPELL, |sounds, cost| {
        let name = Key::plain(sounds);
        let is_new = spelled.iter().all(|k| k.sounds() != name.sounds());
        if is_new {
            let most = if cost == 0 {
                MOST_SPELLED_OF_BEST
            } else {
                MOST_SPELLED_OF_OTHERS
            };
            let most = most.min(end.saturating_sub(out.len()));
            abjad::push_spelled(
                name.sounds(),
                script,
                budget.saturating_sub(cost),
                most,
                out,
            );
            spelled.push(name);
        }
        is_new
    });
}
