//! Cuts words to stems, so that forms of one word meet.

use std::borrow::Cow;

/// The letters that are kept of a word in languages that are inflected at its end.
const KEPT: usize = 5;

/// The stem of `word`, which is in lower case and without accents.
///
/// English endings are taken off and irregular forms looked up; in the other languages the first
/// letters stand for the word, after the article or conjunction that Arabic and Hebrew join to it.
pub(super) fn stem<'w>(word: &'w str, language: &str) -> Cow<'w, str> {
    if word.starts_with(char::is_numeric) {
        return Cow::Borrowed(word);
    }
    match language {
        "en" => english(word),
        "ar" => Cow::Borrowed(first(unprefixed(word, &["وال", "بال", "ال", "لل", "و"]))),
        "he" => Cow::Borrowed(first(unprefixed(word, &["וה", "שה", "ה", "ו"]))),
        _ => Cow::Borrowed(first(without_ending(word))),
    }
}

/// A word without the vowels and light consonants of its inflection.
fn without_ending(word: &str) -> &str {
    const LIGHT: [char; 21] = [
        'a', 'e', 'i', 'o', 'u', 'y', 's', 'n', 'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'й',
        'ь', 'м', 'ə',
    ];
    let shortest = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    let stem = word.trim_end_matches(LIGHT);
    if stem.len() < shortest {
        &word[..shortest]
    } else {
        stem
    }
}

/// The first letters of a word.
fn first(word: &str) -> &str {
    word.char_indices()
        .nth(KEPT)
        .map_or(word, |(at, _)| &word[..at])
}

fn unprefixed<'w>(word: &'w str, prefixes: &[&str]) -> &'w str {
    prefixes
        .iter()
        .find_map(|p| word.strip_prefix(p).filter(|rest| rest.chars().count() > 2))
        .unwrap_or(word)
}

fn english(word: &str) -> Cow<'_, str> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Some(base) = irregular(word) {
        return Cow::Borrowed(base);
    }
    let mut stem = word;
    for (ending, shortest) in [("ingly", 8), ("edly", 7), ("ing", 6), ("ed", 5), ("ly", 5)] {
        if let Some(rest) = stem.strip_suffix(ending).filter(|_| word.len() >= shortest) {
            stem = rest;
            break;
        }
    }
    if stem.len() == word.len() {
        if let Some(rest) = word.strip_suffix("ies").filter(|r| r.len() > 2) {
            return Cow::Owned(format!("{rest}y"));
        }
        let is_plural = word.len() > 3 && !word.ends_with("ss") && !word.ends_with("us");
        stem = word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word);
    } else if let Some(rest) = stem.strip_suffix('i') {
        return Cow::Owned(format!("{rest}y"));
    }
    if stem.len() > 3 {
        stem = stem.strip_suffix('e').unwrap_or(stem);
    }
    let mut last = stem.chars().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && stem.len() > 3
        && stem.len() < word.len()
        && a.is_ascii()
        && !matches!(a, 'l' | 's' | 'e' | 'o')
    {
        stem = &stem[..stem.len() - 1];
    }
    Cow::Borrowed(stem)
}

/// The base, itself cut to its stem, of an irregular English form.
fn irregular(word: &str) -> Option<&'static str> {
    Some(match word {
        "said" => "say",
        "went" | "gone" | "goes" | "going" => "go",
        "made" => "mak",
        "took" | "taken" => "tak",
        "gave" | "given" => "giv",
        "came" => "com",
        "saw" | "seen" => "see",
        "knew" | "known" => "know",
        "thought" => "think",
        "found" => "find",
        "told" => "tell",
        "left" => "leav",
        "felt" => "feel",
        "kept" => "keep",
        "began" | "begun" => "begin",
        "held" => "hold",
        "brought" => "bring",
        "wrote" | "written" => "writ",
        "stood" => "stand",
        "lost" => "los",
        "paid" => "pay",
        "met" => "meet",
        "ran" => "run",
        "led" => "lead",
        "grew" | "grown" => "grow",
        "sent" => "send",
        "built" => "build",
        "fell" | "fallen" => "fall",
        "fought" => "fight",
        "won" => "win",
        "spent" => "spend",
        "broke" | "broken" => "break",
        "chose" | "chosen" => "choos",
        "sought" => "seek",
        "sold" => "sell",
        "became" => "becom",
        "understood" => "understand",
        "meant" => "mean",
        "spoke" | "spoken" => "speak",
        "drew" | "drawn" => "draw",
        "rose" | "risen" => "ris",
        "bought" => "buy",
        "threw" | "thrown" => "throw",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            &["close", "closes", "closed", "closing"][..],
            &["develop", "develops", "developed", "developing"],
            &["carry", "carries", "carried", "carrying"],
            &["stop", "stops", "stopped", "stopping"],
            &["take", "takes", "took", "taken", "taking"],
            &["build", "builds", "built", "building"],
            &["interest", "interests"],
        ] {
            for form in forms {
                assert_eq!(english(form), english(forms[0]), "{form} and {}", forms[0]);
            }
        }
    }

    #[test]
    fn other_words_do_not() {
        for (a, b) in [
            ("bus", "busy"),
            ("class", "clas"),
            ("war", "wars'"),
            ("red", "r"),
        ] {
            assert_ne!(english(a), english(b));
        }
    }

    #[test]
    fn endings_of_other_languages_are_cut() {
        assert_eq!(stem("закрыли", "ru"), stem("закрыть", "ru"));
        assert_eq!(stem("الجسر", "ar"), stem("جسر", "ar"));
        assert_eq!(stem("הגשר", "he"), stem("גשר", "he"));
    }
}
