//! Sounds of the Georgian, the Eastern Armenian and the Greek alphabet.

use super::key::is_vowel;
use super::raw::{Others, Raw};

/// The Russian ё after a consonant.
const IO: Others = &[("io", 0)];

/// Georgian has one letter for *p* and for the *f* of foreign names.
const PHAR: Others = &[("f", 0)];

fn is_georgian_vowel(letter: char) -> bool {
    matches!(letter, 'ა' | 'ე' | 'ი' | 'ო' | 'უ')
}

pub(super) fn read_georgian(letters: &[char], raw: &mut Raw) {
    let mut rest = letters;
    while let [letter, tail @ ..] = rest {
        rest = tail;
        match letter {
            // კოროლიოვი: see the Cyrillic ё.
            'ი' if raw.last().is_some_and(|s| !is_vowel(s))
                && matches!(tail, ['ო', c, ..] if !is_georgian_vowel(*c)) =>
            {
                raw.either("e", IO);
                rest = &tail[1..];
            }
            'ა' => raw.put("a"),
            'ბ' => raw.put("b"),
            'გ' | 'ღ' => raw.put("g"),
            'დ' => raw.put("d"),
            'ე' => raw.put("e"),
            'ვ' => raw.put("v"),
            'ზ' | 'ც' | 'ძ' | 'წ' => raw.put("z"),
            'თ' | 'ტ' => raw.put("t"),
            'ი' | 'ჲ' => raw.put("i"),
            'კ' | 'ქ' | 'ყ' => raw.put("k"),
            'ლ' => raw.put("l"),
            'მ' => raw.put("m"),
            'ნ' => raw.put("n"),
            'ო' => raw.put("o"),
            'პ' => raw.put("p"),
            'ფ' => raw.either("p", PHAR),
            'ჟ' | 'ჯ' => raw.put("j"),
            'რ' => raw.put("r"),
            'ს' => raw.put("s"),
            'უ' => raw.put("u"),
            'შ' => raw.put("x"),
            'ჩ' | 'ჭ' => raw.put("c"),
            'ხ' | 'ჰ' | 'ჴ' => raw.put("h"),
            _ => {}
        }
    }
}

pub(super) fn read_armenian(letters: &[char], raw: &mut Raw) {
    let mut rest = letters;
    while let [letter, tail @ ..] = rest {
        let is_first = rest.len() == letters.len();
        let mut used = 1;
        match letter {
            'ա' => raw.put("a"),
            'բ' => raw.put("b"),
            'գ' | 'ղ' => raw.put("g"),
            'դ' => raw.put("d"),
            'ե' | 'է' => raw.put("e"),
            'զ' | 'ծ' | 'ձ' | 'ց' => raw.put("z"),
            'թ' | 'տ' => raw.put("t"),
            'ժ' | 'ջ' => raw.put("j"),
            'յ' if raw.last().is_some_and(|s| !is_vowel(s))
                && matches!(tail, ['ո', c, ..] if *c != 'ւ') =>
            {
                used = 2;
                raw.either("e", IO);
            }
            // Նիգյար: see the Cyrillic я.
            'յ' if matches!(raw.last(), Some(b'g' | b'k'))
                && matches!(tail, ['ա', c, ..] if *c != 'ն') =>
            {
                used = 2;
                raw.either("a", &[("ia", 0)]);
            }
            'ի' | 'յ' => raw.put("i"),
            'լ' => raw.put("l"),
            'խ' | 'հ' => raw.put("h"),
            'կ' | 'ք' => raw.put("k"),
            'ճ' | 'չ' => raw.put("c"),
            'մ' => raw.put("m"),
            'ն' => raw.put("n"),
            'շ' => raw.put("x"),
            'ո' if tail.first() == Some(&'ւ') => {
                used = 2;
                raw.put("u");
            }
            'ո' if is_first => raw.put("vo"),
            'ո' | 'օ' => raw.put("o"),
            'պ' | 'փ' => raw.put("p"),
            'ռ' | 'ր' => raw.put("r"),
            'ս' => raw.put("s"),
            'վ' | 'ւ' => raw.put("v"),
            'և' => raw.put("ev"),
            'ֆ' => raw.put("f"),
            // The neutral vowel is written for a Turkish ı; elsewhere it is left out.
            'ը' if !is_first && !tail.is_empty() => raw.either("i", &[("", 0)]),
            _ => {}
        }
        rest = &rest[used..];
    }
}

pub(super) fn read_greek(letters: &[char], raw: &mut Raw) {
    let mut rest = letters;
    while let [letter, tail @ ..] = rest {
        let is_first = rest.len() == letters.len();
        let (sounds, used) = match (letter, tail.first().copied().unwrap_or('\0')) {
            ('ο', 'υ' | 'ύ') => ("u", 2),
            ('α', 'ι' | 'ί') => ("e", 2),
            ('ε' | 'ο', 'ι' | 'ί') => ("i", 2),
            ('α', 'υ' | 'ύ') => ("av", 2),
            ('ε', 'υ' | 'ύ') => ("ev", 2),
            ('μ', 'π') => ("b", 2),
            ('ν', 'τ') if is_first => ("d", 2),
            ('ν', 'τ') => ("nt", 2),
            ('γ', 'κ') if is_first => ("g", 2),
            ('τ', 'ζ') => ("j", 2),
            ('γ', 'γ' | 'κ') => ("ng", 2),
            _ => (greek(super::word::unaccented(*letter)), 1),
        };
        raw.put(sounds);
        rest = &rest[used..];
    }
}

fn greek(letter: char) -> &'static str {
    match letter {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' | 'υ' => "i",
        'θ' | 'τ' => "t",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "ks",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'φ' => "f",
        'χ' => "h",
        'ψ' => "ps",
        _ => "",
    }
}
