//! Attributions before their speakers are known.

use dossier_text::TextRange;

use super::AttributionKind;
use super::token::Kind;
use super::view::{Span, View};

/// An attribution whose speaker is not resolved yet.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: AttributionKind,
    pub(super) content: Vec<TextRange>,
    pub(super) cue: Option<TextRange>,
    pub(super) source: Option<TextRange>,
    /// Whether the source was taken over from a sentence before.
    pub(super) is_continued: bool,
    /// The name that the paragraph begins with.
    pub(super) label: Option<String>,
    pub(super) confidence: f32,
}

pub(super) fn kind_of(view: &View<'_>, content: &[Span]) -> AttributionKind {
    let tokens = || {
        content
            .iter()
            .flat_map(|s| &view.tokens[s.start..s.end.min(view.tokens.len())])
    };
    let quoted = tokens().filter(|t| t.is_quote()).count();
    let plain = tokens()
        .filter(|t| t.is_word() || t.kind == Kind::Number)
        .count();
    match (quoted, plain) {
        (0, _) => AttributionKind::Indirect,
        (_, 0) => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}

/// The bytes of a content: without marks where it is one quotation, with them where it is more.
pub(super) fn content_bytes(view: &View<'_>, span: Span) -> Option<TextRange> {
    let range = view.bytes(span)?;
    if span.end - span.start == 1
        && let Some(quotation) = view.quotation(span.start)
    {
        return Some(trim_comma(view.text, quotation.inner));
    }
    (!range.is_empty()).then_some(range)
}

/// Takes off the comma that belongs to the sentence around a quotation.
pub(super) fn trim_comma(text: &str, range: TextRange) -> TextRange {
    let slice = range.slice(text).unwrap_or_default();
    let kept = slice.trim_end_matches([',', '،']).trim_end();
    if kept.is_empty() {
        range
    } else {
        TextRange::new(range.start as usize, range.start as usize + kept.len())
    }
}

/// Drops what overlaps an earlier content, so that no word is attributed twice.
pub(super) fn separate(drafts: &mut Vec<Draft>) {
    let mut taken: Vec<TextRange> = drafts
        .iter()
        .flat_map(|d| d.content.iter().copied())
        .collect();
    taken.sort_unstable_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    let mut kept: std::collections::HashSet<TextRange> = std::collections::HashSet::new();
    let mut end = 0;
    for range in taken {
        if range.start >= end && kept.insert(range) {
            end = range.end;
        }
    }
    for draft in drafts.iter_mut() {
        draft.content.retain(|range| kept.remove(range));
        draft.content.sort_unstable();
    }
    drafts.retain(|d| !d.content.is_empty());
    drafts.sort_by_key(|d| d.content[0].start);
}
