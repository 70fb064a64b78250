//! Queries that are not written in the query language.

/// The words of a query, any of which will do. What has a meaning in the query language is taken
/// for plain words here.
#[must_use]
pub fn any_of(typed: &str) -> String {
    let plain = typed.replace(
        [
            '"', '(', ')', '*', ':', '“', '”', '„', '«', '»', '|', '&', '~', '=', '-', '/',
        ],
        " ",
    );
    let words = plain
        .split_whitespace()
        .map(|word| word.trim_start_matches(['-', '+', '!']))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| match word {
            // In small letters they are words.
            "OR" | "AND" | "NOT" | "NEAR" => word.to_lowercase(),
            word => word.to_owned(),
        });
    words.collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::any_of;

    #[test]
    fn any_word_will_do_and_nothing_is_an_operator() {
        for (typed, expected) in [
            ("gas pipeline", "gas OR pipeline"),
            (
                "\"gas AND (pipeline)\" -export*",
                "gas OR and OR pipeline OR export",
            ),
            ("lang:en north-south", "lang OR en OR north OR south"),
            ("?! -", ""),
        ] {
            assert_eq!(any_of(typed), expected);
        }
    }
}
