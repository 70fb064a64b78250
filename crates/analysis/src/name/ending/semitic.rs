//! What Arabic, Persian and Hebrew write together with the word that follows.

use super::{Base, Bases};

fn without(letters: &[char], prefix: &str, bases: &mut Bases) {
    let mut rest = letters.iter();
    if prefix.chars().all(|c| rest.next() == Some(&c)) {
        bases.push(Base {
            start: letters.len() - rest.len(),
            end: letters.len(),
            added: "",
        });
    }
}

/// Takes off the Arabic article: الأسد is Assad.
pub(in crate::name) fn without_article(letters: &[char], bases: &mut Bases) {
    without(letters, "ال", bases);
}

/// Persian joins none of its prepositions any more; other languages than Arabic keep the article
/// of Arabic names.
pub(super) fn arabic(letters: &[char], language: Option<&str>, bases: &mut Bases) {
    without_article(letters, bases);
    let is_arabic = language.is_none_or(|l| l == "ar" || l.starts_with("ar-"));
    let has_persian_letter = letters
        .iter()
        .any(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی'));
    if !is_arabic || has_persian_letter {
        return;
    }
    // After "and", a letter that only begins words: وعلييف is no Valiyev.
    if let ['و', 'ع' | 'أ' | 'إ' | 'آ', ..] = letters {
        without(letters, "و", bases);
        bases.only_bases();
        return;
    }
    for prefix in ["وال", "بال", "كال", "لل", "وب", "ول", "و", "ب", "ل", "ك"] {
        without(letters, prefix, bases);
    }
}

/// And, the, in, to, from, that, as; before one another too.
pub(super) fn hebrew(letters: &[char], bases: &mut Bases) {
    let prefixes = match letters {
        ['ו', 'ה' | 'ב' | 'ל' | 'מ' | 'ש' | 'כ', ..] | ['ש' | 'מ' | 'כ', 'ה' | 'ב', ..] => {
            2
        }
        ['ו' | 'ה' | 'ב' | 'ל' | 'מ' | 'ש' | 'כ', ..] => 1,
        _ => 0,
    };
    for start in 1..=prefixes {
        bases.push(Base {
            start,
            end: letters.len(),
            added: "",
        });
    }
}
