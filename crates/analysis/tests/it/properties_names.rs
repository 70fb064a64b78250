//! Laws of name keys that hold for every word.

use dossier_analysis::name::{document_keys, may_be_name, query_keys};
use proptest::prelude::*;

const LANGUAGES: [&str; 14] = [
    "en", "de", "fr", "es", "pl", "sv", "tr", "az", "ru", "uk", "ka", "fa", "ar", "he",
];

/// Pieces of which names are made, so that chance makes many.
const PIECES: &[&str] = &[
    "Ali",
    "yev",
    "ova",
    "ə",
    "İ",
    "ğlu",
    "sch",
    "tsch",
    "dzh",
    "x",
    "q",
    "c",
    "'",
    "’s",
    "ın",
    "Ге",
    "йд",
    "ова",
    "ым",
    "ского",
    "ье",
    "ё",
    "ј",
    "ҹ",
    "ії",
    "єві",
    "შვილი",
    "ევ",
    "ის",
    "ძე",
    "ფ",
    "Հա",
    "ով",
    "յան",
    "և",
    "ը",
    "وال",
    "علی",
    "\u{200c}",
    "اف",
    "ه",
    "ئ",
    "ى",
    "محمد",
    "וה",
    "ג׳",
    "ייב",
    "ך",
    "Παπα",
    "ου",
    "\u{301}",
    "\u{308}",
    "ﷲ",
    "-",
    "7",
    "東",
    "𝔄",
];

fn any_word() -> impl Strategy<Value = String> {
    let of_pieces = prop::collection::vec(prop::sample::select(PIECES), 0..9)
        .prop_map(|pieces| pieces.concat());
    prop_oneof![of_pieces, any::<String>(), "\\p{L}{1,60}"]
}

fn any_language() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(&LANGUAGES[..]))
}

fn of_document(word: &str, language: Option<&str>) -> Vec<String> {
    let mut keys = Vec::new();
    document_keys(word, language, &mut keys);
    keys
}

fn check(keys: &[String]) -> Result<(), TestCaseError> {
    for (number, key) in keys.iter().enumerate() {
        prop_assert!(!key.is_empty());
        let letters = key.strip_prefix(['1', '2']).unwrap_or(key);
        prop_assert!(letters.len() >= 2, "{key} is too short to be a name");
        prop_assert!(letters.bytes().all(|b| b.is_ascii_lowercase()), "{key}");
        prop_assert!(!keys[..number].contains(key), "{key} is there twice");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn keys_of_any_word_are_short_lists_of_ascii_letters(
        word in any_word(),
        language in any_language(),
    ) {
        let keys = of_document(&word, language);
        check(&keys)?;
        prop_assert!(keys.len() <= 32, "{} keys of {word}", keys.len());
        prop_assert_eq!(&keys, &of_document(&word, language), "the same word has the same keys");
    }

    #[test]
    fn typing_any_word_gives_a_bounded_list_of_keys(word in any_word()) {
        let keys = query_keys(&word);
        check(&keys)?;
        prop_assert!(keys.len() <= 1200, "{} keys of {word}", keys.len());
        prop_assert_eq!(&keys, &query_keys(&word), "the same word has the same keys");
        may_be_name(&word);
    }

    #[test]
    fn document_keys_leave_alone_what_is_there_already(word in any_word()) {
        let mut keys = vec!["kept".to_owned()];
        document_keys(&word, None, &mut keys);
        prop_assert_eq!(&keys[0], "kept");
        prop_assert_eq!(&keys[1..], &of_document(&word, None)[..]);
    }

    #[test]
    fn a_plain_name_finds_itself(word in "[A-Z][a-z]{2,11}") {
        let typed = query_keys(&word);
        for key in of_document(&word, None) {
            prop_assert!(typed.contains(&key), "{key} of {word} is not looked up");
        }
    }

    #[test]
    fn case_does_not_matter_to_what_is_typed(word in "[A-Z][a-z]{5,11}") {
        prop_assert_eq!(query_keys(&word), query_keys(&word.to_lowercase()));
        prop_assert_eq!(query_keys(&word), query_keys(&word.to_uppercase()));
    }
}

/// The word’s own key is one of those of another name of it.
#[test]
fn a_key_of_another_name_is_not_given_twice() -> Result<(), TestCaseError> {
    check(&query_keys("ךייב"))
}
