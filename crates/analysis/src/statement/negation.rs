//! Words that deny, by language.

/// Whether `word`, in lower case and without accents, denies.
pub(super) fn denies(word: &str, language: &str) -> bool {
    match language {
        "en" => {
            word.ends_with("n't")
                || [
                    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without",
                    "cannot",
                ]
                .contains(&word)
        }
        "ru" => [
            "не",
            "нет",
            "ни",
            "никогда",
            "никто",
            "ничего",
            "без",
            "нельзя",
        ]
        .contains(&word),
        "de" => {
            word.starts_with("kein")
                || [
                    "nicht", "nie", "niemals", "niemand", "nichts", "ohne", "weder", "nein",
                ]
                .contains(&word)
        }
        "fr" => {
            ["n'", "aucun"].iter().any(|p| word.starts_with(p))
                || [
                    "ne", "pas", "jamais", "rien", "personne", "sans", "non", "ni",
                ]
                .contains(&word)
        }
        "es" => {
            word.starts_with("ningun")
                || [
                    "no", "nunca", "jamas", "nadie", "nada", "sin", "tampoco", "ni",
                ]
                .contains(&word)
        }
        "tr" => {
            ["degil", "yok", "hayir", "asla", "hic"].contains(&word)
                || has_any(
                    word,
                    &[
                        "miyor", "muyor", "madi", "medi", "mayacag", "meyeceg", "mayacak",
                        "meyecek", "maz", "mez", "mamis", "memis",
                    ],
                )
        }
        "az" => {
            ["deyil", "yox", "xeyr", "hec"].contains(&word)
                || has_any(
                    word,
                    &[
                        "mayacaq",
                        "məyəcək",
                        "madi",
                        "mədi",
                        "mayib",
                        "məyib",
                        "maz",
                        "məz",
                        "mir",
                        "mur",
                    ],
                )
        }
        "fa" => {
            word.starts_with("نمی")
                || [
                    "نه",
                    "نیست",
                    "نیستند",
                    "نبود",
                    "نشد",
                    "هیچ",
                    "بدون",
                    "نخواهد",
                    "هرگز",
                ]
                .contains(&word)
        }
        "ar" => [
            "لا", "لیس", "لیست", "لم", "لن", "غیر", "بدون", "بلا", "کلا", "ولا", "ولم", "ولن",
        ]
        .contains(&word),
        "he" => ["לא", "אין", "בלי", "מעולם", "אינו", "אינה", "אינם", "ולא"].contains(&word),
        _ => false,
    }
}

/// Whether the ending of a verb, behind a stem of at least two letters, is one of `endings`.
fn has_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| {
        word.find(ending).is_some_and(|at| {
            word[..at].chars().count() >= 2 && word.len() - at <= ending.len() + 5
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_denies() {
        for (word, language) in [
            ("won't", "en"),
            ("never", "en"),
            ("не", "ru"),
            ("keine", "de"),
            ("n'est", "fr"),
            ("nunca", "es"),
            ("degil", "tr"),
            ("kapanmayacak", "tr"),
            ("deyil", "az"),
            ("baglanmayacaq", "az"),
            ("نمیشود", "fa"),
            ("لن", "ar"),
            ("לא", "he"),
        ] {
            assert!(denies(word, language), "{word} denies");
        }
        for (word, language) in [
            ("note", "en"),
            ("nikola", "ru"),
            ("nina", "de"),
            ("kapanacak", "tr"),
            ("baglanacaq", "az"),
        ] {
            assert!(!denies(word, language), "{word} does not deny");
        }
    }
}
