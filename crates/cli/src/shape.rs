//! The JSON that scripts rely on. Offsets are Unicode code points of `text`, end exclusive.

use dossier_analysis::{attribution::Attribution, timex::Timex};
use dossier_library::index::Facets;
use dossier_text::{Block, Interval, Offsets, TextRange, selector::State};
use serde::Serialize;
use serde_json::{Value, json};

/// A passage of a text.
#[derive(Debug, Serialize)]
pub(crate) struct Span<'t> {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: &'t str,
}

/// One text with the table of its offsets.
pub(crate) struct Spans<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Spans<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text),
        }
    }

    /// A range in code points.
    pub(crate) fn points(&self, range: TextRange) -> (u32, u32) {
        self.offsets
            .code_point_range(range)
            .expect("what is found in a text lies on its character boundaries")
    }

    pub(crate) fn span(&self, range: TextRange) -> Span<'t> {
        let (start, end) = self.points(range);
        Span {
            start,
            end,
            text: range.slice(self.text).unwrap_or_default(),
        }
    }

    pub(crate) fn spans(&self, ranges: &[TextRange]) -> Vec<Span<'t>> {
        ranges.iter().map(|range| self.span(*range)).collect()
    }

    pub(crate) fn block(&self, block: &Block) -> Value {
        let (start, end) = self.points(block.range);
        json!({"kind": block.kind.name(), "start": start, "end": end})
    }

    pub(crate) fn quotation(&self, found: &Attribution) -> Value {
        json!({
            "kind": found.kind,
            "content": self.spans(&found.content),
            "cue": self.spans(&found.cue),
            "source": found.source.map(|source| self.span(source)),
            "speaker": found.speaker,
            "confidence": decimal(found.confidence),
        })
    }

    pub(crate) fn date(&self, found: &Timex) -> Value {
        let Span { start, end, text } = self.span(found.range);
        json!({
            "start": start,
            "end": end,
            "text": text,
            "type": found.kind,
            "value": found.value,
            "interval": found.interval.map(interval),
        })
    }
}

/// First day and first day after.
pub(crate) fn interval(interval: Interval) -> [String; 2] {
    [interval.start.to_string(), interval.end.to_string()]
}

/// A number as it is meant: four decimals, without what binary fractions add.
pub(crate) fn decimal(number: f32) -> f64 {
    (f64::from(number) * 1e4).round() / 1e4
}

/// The facets of a search, most frequent value first.
pub(crate) fn facets(facets: &Facets) -> Value {
    let values = |counts: &[(String, u32)]| -> Vec<Value> {
        counts
            .iter()
            .map(|(value, count)| json!({"value": value, "count": count}))
            .collect()
    };
    json!({
        "publisher": values(&facets.publisher),
        "author": values(&facets.author),
        "speaker": values(&facets.speaker),
        "entity": values(&facets.entity),
        "tag": values(&facets.tag),
        "language": values(&facets.language),
        "kind": values(&facets.kind),
        "year": values(&facets.year),
    })
}

/// The name of a state.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Exact => "exact",
        State::Moved => "moved",
        State::Reworded => "reworded",
        State::Ambiguous => "ambiguous",
        State::Orphan => "orphan",
    }
}
