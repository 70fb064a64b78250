//! Cases of Russian and Ukrainian, of nouns and of surnames in -ов, -ин and -ский; the cases of
//! Azerbaijani and Kazakh in Cyrillic letters.

use super::{Bases, before, turkic};

/// How a Cyrillic text inflects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    Russian,
    Ukrainian,
    Turkic,
    /// Bulgarian, Serbian, Mongolian …: words are taken as they stand.
    Other,
}

impl Tongue {
    fn of(letters: &[char], language: Option<&str>) -> Self {
        let by_letter = || {
            letters.iter().find_map(|c| match c {
                'і' | 'ї' | 'є' | 'ґ' => Some(Self::Ukrainian),
                'ә' | 'ө' | 'ү' | 'ұ' | 'қ' | 'ғ' | 'ң' | 'һ' | 'ҝ' | 'ҹ' | 'ј' => {
                    Some(Self::Turkic)
                }
                _ => None,
            })
        };
        match language.map(|l| l.split('-').next().unwrap_or(l)) {
            Some("uk" | "be") => Self::Ukrainian,
            Some("ru") => by_letter().unwrap_or(Self::Russian),
            Some("az" | "kk" | "ky" | "tt" | "ba" | "uz") => Self::Turkic,
            Some("bg" | "mk" | "sr" | "mn" | "tg") => Self::Other,
            _ => by_letter().unwrap_or(Self::Russian),
        }
    }
}

pub(super) fn cyrillic(letters: &[char], language: Option<&str>, bases: &mut Bases) {
    // Georgian surnames do not inflect.
    if before(letters, "швили")
        .or(before(letters, "швілі"))
        .is_some()
    {
        return;
    }
    match Tongue::of(letters, language) {
        Tongue::Russian => russian(letters, bases),
        Tongue::Ukrainian => ukrainian(letters, bases),
        Tongue::Turkic => turkic::cyrillic(letters, bases),
        Tongue::Other => {}
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'ї' | 'є'
    )
}

/// Whether the stem is one of an adjective (Зеленск-, Донецьк-).
fn is_adjectival(stem: &[char]) -> bool {
    matches!(stem, [.., 'с' | 'ц' | 'ь', 'к'])
}

fn russian(letters: &[char], bases: &mut Bases) {
    let n = letters.len();
    let last = |back: usize| n.checked_sub(back).map_or('\0', |at| letters[at]);
    let (end, earlier) = (last(1), last(2));
    let stem = |taken: usize| n.saturating_sub(taken);
    let has_adjective = |taken: usize| is_adjectival(&letters[..stem(taken)]);
    let after_vowel = |taken: usize| is_vowel(last(taken + 1));
    match (earlier, end) {
        ('г' | 'м', 'о' | 'у') if matches!(last(3), 'о' | 'е') => {
            bases.stem(stem(3), "ий");
            bases.stem(stem(3), "ой");
            if end == 'у' {
                bases.stem(stem(1), "");
                bases.stem(stem(1), "а");
            }
        }
        ('и' | 'о', 'м') if has_adjective(2) => {
            bases.stem(stem(2), "ий");
            bases.stem(stem(2), "");
        }
        ('ы', 'м') => {
            bases.stem(stem(2), "");
            bases.stem(stem(2), "ий");
        }
        ('о', 'м') => bases.stem(stem(2), ""),
        ('е' | 'ё', 'м') if after_vowel(2) => bases.stem(stem(2), "й"),
        ('е' | 'ё', 'м') => bases.stem(stem(2), ""),
        ('о', 'й') => {
            bases.stem(stem(2), "а");
            if has_adjective(2) || last(3) == 'н' {
                bases.stem(stem(2), "ая");
            }
        }
        ('е', 'й') => {
            bases.stem(stem(2), "я");
            if !after_vowel(2) {
                bases.stem(stem(2), "а");
            }
        }
        ('у' | 'ю', 'ю') => {
            bases.stem(stem(2), "ая");
            bases.stem(stem(1), "й");
            bases.stem(stem(1), "я");
        }
        ('м', 'и') if matches!(last(3), 'ы' | 'и') => {
            bases.stem(stem(3), "");
            bases.stem(stem(3), "ий");
        }
        ('ы' | 'и', 'х') => {
            bases.stem(stem(2), "");
            bases.stem(stem(2), "ий");
        }
        _ => russian_vowel(letters, bases),
    }
}

fn is_surname(stem: &[char]) -> bool {
    matches!(
        stem,
        [.., 'о' | 'е' | 'ё' | 'є', 'в'] | [.., 'и' | 'ы' | 'і' | 'ї', 'н']
    )
}

/// The endings of one vowel.
fn russian_vowel(letters: &[char], bases: &mut Bases) {
    let [stem @ .., end] = letters else { return };
    let n = stem.len();
    let before = stem.last().copied().unwrap_or('\0');
    let is_after_vowel = is_vowel(before);
    match end {
        'а' if !is_after_vowel => bases.stem(n, ""),
        'я' if is_after_vowel => bases.stem(n, "й"),
        'я' => bases.stem(n, ""),
        'у' if !is_after_vowel => {
            bases.stem(n, "");
            bases.stem(n, "а");
        }
        'ю' | 'е' if is_after_vowel => {
            bases.stem(n, "й");
            bases.stem(n, "я");
        }
        'ю' => {
            bases.stem(n, "");
            bases.stem(n, "я");
        }
        // Women's surnames have -ой here, and no surname ends so.
        'е' if matches!(stem, [.., 'о' | 'е' | 'ё', 'в']) => {
            bases.stem(n, "");
            bases.only_bases();
        }
        'е' => {
            bases.stem(n, "");
            bases.stem(n, "а");
            bases.stem(n, "я");
        }
        'ы' => {
            bases.stem(n, "");
            bases.stem(n, "а");
        }
        'и' if is_after_vowel => {
            bases.stem(n, "я");
            bases.stem(n, "й");
        }
        'и' if matches!(before, 'г' | 'к' | 'х' | 'ж' | 'ш' | 'ч' | 'щ') => {
            bases.stem(n, "а")
        }
        'и' => {
            bases.stem(n, "я");
            // Казани is Казань; but Карими is himself.
            if matches!(before, 'н' | 'р' | 'л') {
                bases.stem(n, "");
            }
        }
        _ => {}
    }
}

fn ukrainian(letters: &[char], bases: &mut Bases) {
    const LONG: &[(&str, &[&str])] = &[
        ("ові", &[""]),
        ("еві", &[""]),
        ("єві", &["й", ""]),
        ("ого", &["ий"]),
        ("ому", &["ий"]),
        ("ими", &["", "ий"]),
        ("їми", &["й"]),
        ("их", &["", "ий"]),
        ("им", &["", "ий"]),
        ("ім", &["", "ий"]),
        ("ом", &[""]),
        ("ем", &[""]),
        ("єм", &["й", ""]),
        ("ою", &["а"]),
        ("ею", &["я", "а", "ей"]),
        ("єю", &["я", "єй"]),
        ("ої", &["а"]),
        ("ій", &["а"]),
        ("ії", &["ія"]),
        ("ію", &["ія", "ій"]),
        ("ія", &["ій"]),
        ("ії", &["ій"]),
    ];
    let last = letters.last().copied().unwrap_or_default();
    if !is_vowel(last) && !matches!(last, 'м' | 'х' | 'й') {
        return;
    }
    for (ending, added) in LONG {
        if let Some(n) = before(letters, ending) {
            for added in *added {
                bases.stem(n, added);
            }
            // Карімові is Карім, or Карімов; Алієві is Алієв.
            if matches!(*ending, "ові" | "еві" | "єві") {
                bases.stem(letters.len() - 1, "");
            }
            return;
        }
    }
    let [stem @ .., end] = letters else { return };
    let n = stem.len();
    let is_after_vowel = stem.last().is_some_and(|c| is_vowel(*c));
    match end {
        'а' if !is_after_vowel => bases.stem(n, ""),
        'я' if is_after_vowel => bases.stem(n, "й"),
        'я' => bases.stem(n, ""),
        'и' if !is_after_vowel => bases.stem(n, "а"),
        'у' | 'і' | 'е' if !is_after_vowel => {
            bases.stem(n, "");
            if *end == 'у' || !is_surname(stem) {
                bases.stem(n, "а");
            }
            if *end == 'і' && !is_surname(stem) {
                bases.stem(n, "я");
            }
        }
        'ю' | 'ї' | 'є' if is_after_vowel => {
            bases.stem(n, "й");
            bases.stem(n, "я");
        }
        'ю' => {
            bases.stem(n, "");
            bases.stem(n, "я");
        }
        _ => {}
    }
}

/// Forms that are no names as they stand: Алиевым, Алиевой, Зеленского.
pub(super) fn typed(letters: &[char], bases: &mut Bases) {
    const FORMS: &[(&str, usize, &[&str])] = &[
        ("овым", 2, &[""]),
        ("евым", 2, &[""]),
        ("иным", 2, &[""]),
        ("овым", 2, &[""]),
        ("ових", 2, &[""]),
        ("овим", 2, &[""]),
        ("евим", 2, &[""]),
        ("євим", 2, &[""]),
        ("овых", 2, &[""]),
        ("евых", 2, &[""]),
        ("овой", 2, &["а"]),
        ("евой", 2, &["а"]),
        ("ової", 2, &["а"]),
        ("евої", 2, &["а"]),
        ("євої", 2, &["а"]),
        ("овою", 2, &["а"]),
        ("евою", 2, &["а"]),
        ("євою", 2, &["а"]),
        ("ову", 1, &["", "а"]),
        ("еву", 1, &["", "а"]),
        ("єву", 1, &["", "а"]),
        ("ского", 3, &["ий"]),
        ("скому", 3, &["ий"]),
        ("ским", 2, &["ий"]),
        ("ском", 2, &["ий"]),
        ("ской", 2, &["ая"]),
        ("скую", 2, &["ая"]),
        ("ського", 3, &["ий"]),
        ("ському", 3, &["ий"]),
        ("ським", 2, &["ий"]),
        ("ської", 2, &["а"]),
        ("ську", 1, &["а"]),
        ("яном", 2, &[""]),
    ];
    for (ending, taken, added) in FORMS {
        if before(letters, ending).is_some_and(|n| n >= 2) {
            for added in *added {
                bases.stem(letters.len() - taken, added);
            }
            bases.only_bases();
            return;
        }
    }
}
