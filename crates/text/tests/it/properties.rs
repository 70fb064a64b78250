use dossier_text::TextRange;
use dossier_text::selector::{
    Anchorer, Selector, State, TextPositionSelector, TextQuoteSelector, anchor, describe,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// A range of `text` on character boundaries.
fn range(text: &str, a: Index, b: Index) -> TextRange {
    let boundaries: Vec<usize> = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .collect();
    let (a, b) = (*a.get(&boundaries), *b.get(&boundaries));
    TextRange::new(a.min(b), a.max(b))
}

/// Prose in which words come back, so that a passage may stand in several places.
fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "harbour",
        "vote",
        "of",
        "the",
        "council",
        "Vell",
        "was",
        "“won”,",
        "9",
        "—",
        "lost.\n\n",
        "港口",
        "Прилив",
        "café",
    ]);
    prop::collection::vec(word, 1..120).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_selector_made_from_a_range_anchors_exactly_to_it(
        text in prop_oneof![prose(), "(?s).{0,200}"], a: Index, b: Index,
    ) {
        let range = range(&text, a, b);
        let anchored = anchor(&text, &describe(&text, range));
        prop_assert_eq!((anchored.state, anchored.range), (State::Exact, Some(range)));
    }

    #[test]
    fn text_put_before_a_passage_does_not_lose_its_words(
        text in prose(), before in prose(), a: Index, b: Index,
    ) {
        let range = range(&text, a, b);
        prop_assume!(!range.is_empty());
        let words = range.slice(&text).expect("a range of the text");
        let new = format!("{before} {text}");
        let anchored = anchor(&new, &describe(&text, range));
        if let State::Exact | State::Moved = anchored.state {
            let found = anchored.range.expect("it was found").slice(&new);
            prop_assert_eq!(found, Some(words));
        } else {
            // The same words with the same neighbours also stand in what was put before.
            prop_assert_eq!(anchored.state, State::Ambiguous, "{:?} in {:?}", words, new);
        }
    }

    #[test]
    fn verbatim_states_always_name_the_very_words(old in prose(), new in prose(), a: Index, b: Index) {
        let range = range(&old, a, b);
        let anchored = anchor(&new, &describe(&old, range));
        let words = range.slice(&old).expect("a range of the text");
        match anchored.state {
            State::Exact | State::Moved => prop_assert_eq!(
                anchored.range.and_then(|range| range.slice(&new)), Some(words)
            ),
            State::Orphan => prop_assert_eq!(anchored.range, None),
            State::Reworded | State::Ambiguous => {
                let found = anchored.range.and_then(|range| range.slice(&new));
                prop_assert!(found.is_some_and(|found| !found.is_empty()));
            }
        }
        prop_assert!((0.0..=1.0).contains(&anchored.score));
    }

    #[test]
    fn anything_at_all_is_anchored_without_a_panic(
        text in "(?s).{0,300}", exact in "(?s).{0,40}", prefix in "(?s).{0,40}",
        suffix in "(?s).{0,40}", start: Option<u32>, end: u32,
    ) {
        let quote = TextQuoteSelector { exact, prefix, suffix };
        let position = start.map(|start| TextPositionSelector { start, end });
        let selector = Selector { quote, position };
        let anchorer = Anchorer::new(&text);
        let anchored = anchorer.anchor(&selector);
        if let Some(range) = anchored.range {
            prop_assert!(range.slice(&text).is_some());
        }
        prop_assert_eq!(anchorer.anchor_all(std::slice::from_ref(&selector)).len(), 1);
    }

    #[test]
    fn marks_and_spaces_do_not_panic(text in "[ \u{a0}\n\u{ad}\u{301}'“”é가ａﬁ-]{0,60}", a: Index, b: Index, cut: Index) {
        let selector = describe(&text, range(&text, a, b));
        let new = range(&text, cut, b).slice(&text).expect("a range of the text");
        let anchored = anchor(new, &selector);
        prop_assert!(anchored.range.is_none_or(|range| range.slice(new).is_some()));
    }
}
