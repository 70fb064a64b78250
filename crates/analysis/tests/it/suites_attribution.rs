//! The rule suites of attributions.

use dossier_analysis::Context;
use dossier_analysis::attribution::{Attribution, AttributionKind, attributions};
use dossier_text::TextRange;

use crate::suite::{Example, check_suite};

/// A finding as the suites write it: `kind | content | cue | source | speaker`; an absent part is
/// `-`, several ranges of content are joined by ` … `.
fn line(text: &str, found: &Attribution) -> String {
    let slice = |range: &TextRange| range.slice(text).unwrap_or_default().replace('\n', " ");
    let joined = |ranges: &[TextRange]| match ranges {
        [] => "-".to_owned(),
        ranges => ranges.iter().map(slice).collect::<Vec<_>>().join(" … "),
    };
    let kind = match found.kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        AttributionKind::Mixed => "mixed",
    };
    let source = found.source.as_ref().map_or("-".to_owned(), slice);
    let speaker = found.speaker.as_deref().unwrap_or("-");
    format!(
        "{kind} | {} | {} | {source} | {speaker}",
        joined(&found.content),
        joined(&found.cue)
    )
}

fn find(example: &Example) -> Vec<String> {
    let context = Context {
        published: None,
        language: example.setting("lang"),
    };
    attributions(&example.text, &context)
        .iter()
        .map(|a| line(&example.text, a))
        .collect()
}

#[test]
fn direct_and_mixed_quotations() {
    check_suite("attribution-quotations.md", find);
}

#[test]
fn what_is_not_a_quotation() {
    check_suite("attribution-not-quotations.md", find);
}

#[test]
fn speakers() {
    check_suite("attribution-speakers.md", find);
}

#[test]
fn persons_offices_and_bodies() {
    check_suite("attribution-persons.md", find);
}

#[test]
fn indirect_speech() {
    check_suite("attribution-indirect.md", find);
}

#[test]
fn other_languages() {
    check_suite("attribution-languages.md", find);
}

#[test]
fn marks_dialogues_and_word_order_of_other_languages() {
    check_suite("attribution-other-languages.md", find);
}
