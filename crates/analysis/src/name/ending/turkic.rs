//! Cases of Azerbaijani, Turkish and Kazakh; the apostrophe before them and before the English -s.

use super::{Bases, before};

/// Endings by what they follow and what vowels they agree with.
struct Endings {
    after_consonant: &'static [&'static str],
    after_vowel: &'static [&'static str],
    after_both: &'static [&'static str],
}

/// Endings of one vowel are left to the apostrophe in Turkish: *Aliyeva* is a woman there.
const LATIN: Endings = Endings {
    after_consonant: &["ın", "in", "un", "ün"],
    after_vowel: &["nın", "nin", "nun", "nün", "yla", "ylə", "yle"],
    after_both: &[
        "larının",
        "lərinin",
        "lerinin",
        "ların",
        "lərin",
        "lerin",
        "lara",
        "lərə",
        "lere",
        "ları",
        "ləri",
        "leri",
        "lar",
        "lər",
        "ler",
        "dakı",
        "dəki",
        "daki",
        "deki",
        "dan",
        "dən",
        "den",
        "tan",
        "ten",
        "dır",
        "dir",
        "dur",
        "dür",
        "da",
        "də",
        "de",
        "ta",
        "te",
        "la",
        "lə",
        "le",
    ],
};
const LATIN_VOWELS: Endings = Endings {
    after_consonant: &["a", "ə", "e", "ı", "i", "u", "ü"],
    after_vowel: &[
        "ya", "yə", "ye", "nı", "ni", "nu", "nü", "yı", "yi", "yu", "yü",
    ],
    after_both: &[],
};
const CYRILLIC: Endings = Endings {
    after_consonant: &["ын", "ин", "ун", "үн", "а", "ә", "ы", "и", "у", "ү"],
    after_vowel: &[
        "нын", "нин", "нун", "нүн", "ја", "јә", "ны", "ни", "ну", "нү", "јла", "јлә",
    ],
    after_both: &[
        "лар", "ләр", "лер", "дан", "дән", "ден", "тан", "тен", "нан", "нен", "да", "дә", "де",
        "та", "те", "ла", "лә", "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке",
        "ды", "ді", "ты", "ті", "мен", "бен", "пен",
    ],
};

fn is_back(letter: char) -> Option<bool> {
    match letter {
        'a' | 'ı' | 'o' | 'u' | 'а' | 'ы' | 'о' | 'у' | 'ұ' => Some(true),
        'e' | 'ə' | 'i' | 'ö' | 'ü' | 'е' | 'ә' | 'и' | 'ө' | 'ү' | 'і' => Some(false),
        _ => None,
    }
}

/// Whether the vowels of an ending agree with the last vowel of the stem, as they must.
fn agree(stem: &[char], ending: &str) -> bool {
    let of_stem = stem.iter().rev().find_map(|c| is_back(*c));
    let of_ending = ending.chars().find_map(is_back);
    of_stem.is_some() && of_stem == of_ending
}

fn strip(letters: &[char], endings: &Endings, bases: &mut Bases) {
    // Most names end in a letter that no ending ends in.
    let last = letters.last().copied().unwrap_or_default();
    if is_back(last).is_none() && !matches!(last, 'n' | 'r' | 'н' | 'р' | 'ң') {
        return;
    }
    let lists = [
        (endings.after_both, None),
        (endings.after_consonant, Some(false)),
        (endings.after_vowel, Some(true)),
    ];
    for (list, after_vowel) in lists {
        for ending in list {
            let Some(n) = before(letters, ending) else {
                continue;
            };
            let stem = &letters[..n];
            let ends_in_vowel = stem.last().is_some_and(|c| is_back(*c).is_some());
            if after_vowel.is_none_or(|v| v == ends_in_vowel) && agree(stem, ending) {
                bases.stem(n, "");
                // Əliyevə and Əliyevin are nobody's names; Məmmədova is also a woman's.
                let is_surname = matches!(stem, [.., 'o' | 'e' | 'о' | 'е', 'v' | 'в']);
                if is_surname && !matches!(*ending, "a" | "а") {
                    bases.only_bases();
                    return;
                }
            }
        }
    }
}

/// Words of texts in Latin letters.
pub(super) fn latin(letters: &[char], language: Option<&str>, bases: &mut Bases) {
    if apostrophe(letters, bases) {
        return;
    }
    let language = language.map(|l| l.split('-').next().unwrap_or(l));
    match language {
        Some("az") => both(letters, bases),
        Some("tr") => strip(letters, &LATIN, bases),
        _ if letters.contains(&'ə') => both(letters, bases),
        None if letters.iter().any(|c| matches!(c, 'ğ' | 'ı')) => strip(letters, &LATIN, bases),
        _ => {}
    }
}

fn both(letters: &[char], bases: &mut Bases) {
    strip(letters, &LATIN, bases);
    if bases.has_itself(letters) {
        strip(letters, &LATIN_VOWELS, bases);
    }
}

pub(super) fn cyrillic(letters: &[char], bases: &mut Bases) {
    strip(letters, &CYRILLIC, bases);
}

/// Azerbaijani forms of surnames that nobody has: Əliyevin, Əliyevə.
pub(super) fn typed(letters: &[char], bases: &mut Bases) {
    if apostrophe(letters, bases) || !letters.iter().any(|c| matches!(c, 'ə' | 'ı')) {
        return;
    }
    let mut forms = Bases::itself(letters);
    both(letters, &mut forms);
    // Only where the form itself was ruled out.
    if !forms.has_itself(letters) {
        *bases = forms;
    }
}

/// Takes off what stands after an apostrophe: Aliyev's, Aliyev'in, Ankara'ya. In *O'Brien* and
/// *Sa'di* the apostrophe belongs to the name.
fn apostrophe(letters: &[char], bases: &mut Bases) -> bool {
    let Some(at) = letters.iter().rposition(|c| *c == '\'') else {
        return false;
    };
    let ending: &[char] = &letters[at + 1..];
    let is_case = [&LATIN, &LATIN_VOWELS].into_iter().any(|endings| {
        let lists = [
            endings.after_both,
            endings.after_consonant,
            endings.after_vowel,
        ];
        let mut all = lists.into_iter().flatten();
        all.any(|e| before(ending, e) == Some(0))
    });
    if !is_case && ending != ['s'] {
        return false;
    }
    bases.stem(at, "");
    // Qur'an is no case of anything.
    if at >= 4 {
        bases.only_bases();
    }
    true
}
