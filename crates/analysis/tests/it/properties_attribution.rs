//! Laws of attributions and sentences that hold for every text.

use dossier_analysis::Context;
use dossier_analysis::attribution::attributions;
use dossier_analysis::sentence::sentences;
use dossier_text::TextRange;
use proptest::prelude::*;

/// Texts made of what the rules look at, so that they meet each other in odd orders.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "«",
        "»",
        "„",
        "‘",
        "’",
        "'",
        " ",
        ", ",
        ". ",
        ": ",
        "? ",
        "! ",
        "\n",
        "\n\n",
        " — ",
        "(",
        ")",
        "…",
        "said",
        "says",
        " told ",
        " called ",
        "adding",
        "that",
        "according to",
        "Orla Finch",
        "Vale",
        "the minister",
        "he",
        "She",
        "who",
        "of",
        "and",
        "Mr.",
        "U.S.",
        "3.5",
        "VALE:",
        "сказал",
        "она",
        "گفت",
        "قال",
        "אמר",
        "dedi",
        "é",
        "\u{301}",
        "\u{200c}",
        "\u{feff}",
        "😀",
        "İ",
        "ß",
        "\r\n",
        "-",
        "to say",
        "asked",
        "with",
        "which",
        "in",
        "on Monday",
        "a",
        "the",
        "has",
        "claims",
        "wanted",
        "went on",
        "quoted as saying",
        "reporters",
        "Ltd.",
        "was",
    ]);
    (prop::collection::vec(piece, 0..60), any::<bool>())
        .prop_map(|(pieces, apart)| pieces.join(if apart { " " } else { "" }))
}

fn check_ranges(text: &str, ranges: &[TextRange]) -> Result<(), TestCaseError> {
    for range in ranges {
        prop_assert!(
            range.slice(text).is_some_and(|s| !s.is_empty()),
            "{range:?} fits {text:?}"
        );
    }
    Ok(())
}

fn check_attributions(text: &str, language: Option<&str>) -> Result<(), TestCaseError> {
    let found = attributions(
        text,
        &Context {
            published: None,
            language,
        },
    );
    let mut contents = Vec::new();
    for attribution in &found {
        prop_assert!(!attribution.content.is_empty());
        prop_assert!((0.0..=1.0).contains(&attribution.confidence));
        check_ranges(text, &attribution.content)?;
        check_ranges(text, &attribution.cue)?;
        check_ranges(text, attribution.source.as_slice())?;
        prop_assert!(attribution.content.is_sorted());
        contents.extend(attribution.content.iter().copied());
    }
    prop_assert!(
        found.is_sorted_by_key(|a| a.content[0].start),
        "attributions are in text order"
    );
    contents.sort_unstable();
    for pair in contents.windows(2) {
        prop_assert!(
            pair[0].end <= pair[1].start,
            "contents do not overlap in {text:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn attributions_of_any_text_are_sound(text in "(?s).{0,300}") {
        check_attributions(&text, None)?;
    }

    #[test]
    fn attributions_of_odd_reports_are_sound(
        text in newsy(),
        language in prop::sample::select(vec!["en", "ru", "tr", "az", "fa", "ar", "he", "de", "fr", "es"]),
    ) {
        check_attributions(&text, Some(language))?;
    }

    #[test]
    fn sentences_are_sorted_apart_and_cover_every_letter(text in newsy()) {
        let found = sentences(&text);
        check_ranges(&text, &found)?;
        let mut at = 0;
        for range in &found {
            prop_assert!(text[at..range.start as usize].trim().is_empty(), "only white space lies between");
            prop_assert!(!range.slice(&text).unwrap().contains("\n\n"), "no sentence crosses a blank line");
            at = range.end as usize;
        }
        prop_assert!(text[at..].trim().is_empty());
    }
}

/// Bytes of hostile text; unoptimised code is some twenty times slower.
const HOSTILE: usize = if cfg!(debug_assertions) {
    100_000
} else {
    1_000_000
};

#[test]
fn a_megabyte_of_hostile_text_is_analysed() {
    for piece in [
        "“",
        "\"",
        "”",
        "'",
        "« ",
        "— ",
        "said ",
        "says ",
        "\"a\" said ",
        "“a,” x said ",
        "who x ",
        "X, ",
        "(",
        ", ",
        ". ",
        "Orla Finch ",
        "A: b\n",
        "that and of ",
        "a.a",
        "said, “",
        "he said ",
    ] {
        let text = piece.repeat(HOSTILE / piece.len());
        for language in ["en", "ru"] {
            let found = attributions(
                &text,
                &Context {
                    published: None,
                    language: Some(language),
                },
            );
            assert!(found.len() <= text.len(), "{piece:?}");
        }
        assert!(sentences(&text).len() <= text.len());
    }
}
