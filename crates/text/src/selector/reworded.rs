//! Places where a quotation stands in other words.

use std::ops::Range;

use super::Anchorer;
use super::align::align;
use super::boundary::{kept, project};
use super::candidate::regions;
use super::fold::{starts_with_blank_line, total_weight};
use super::pattern::Pattern;
use super::seam::Seams;

/// A passage that resembles a quotation.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// Its symbols in the text.
    pub(super) symbols: Range<usize>,
    /// What they have in common, as a share of the longer of the two, 0 to 1.
    pub(super) likeness: f32,
    /// The same for the share of the prefix and the suffix that stands next to it.
    pub(super) contexts: (f32, f32),
    /// The share of the quotation's own words that the passage keeps, 0 to 1.
    pub(super) kept: f32,
}

impl Passage {
    /// How likely it is the passage that was meant, 0 to 1.
    pub(super) fn score(&self) -> f32 {
        0.75 * self.likeness + 0.125 * (self.contexts.0 + self.contexts.1)
    }

    /// The same, for a choice between passages: of a few words there may be several, and what
    /// stands around them tells more.
    pub(super) fn rank(&self, brief: bool) -> f32 {
        let context = if brief { 0.4 } else { 0.25 };
        let contexts = (self.contexts.0 + self.contexts.1) / 2.0;
        (1.0 - context) * self.likeness + context * contexts
    }
}

/// The passages most like the quotation, in no order.
pub(super) fn passages(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>) -> Vec<Passage> {
    regions(anchorer, pattern)
        .into_iter()
        .filter_map(|region| passage(anchorer, pattern, region))
        .collect()
}

fn passage(
    anchorer: &Anchorer<'_>,
    pattern: &Pattern<'_>,
    region: Range<usize>,
) -> Option<Passage> {
    let symbols = &anchorer.folded.symbols[region.clone()];
    let runs = align(&pattern.symbols, &pattern.grams, symbols);
    let matched = |part: &Range<usize>| kept(&runs, pattern, part);
    let in_text = Seams::new(symbols, |symbol: usize| {
        let byte = anchorer.folded.byte(region.start + symbol);
        starts_with_blank_line(&anchorer.text[byte..])
    });
    let ends = project(&runs, pattern, symbols, &in_text)?;
    let larger = pattern.weight.max(total_weight(&symbols[ends.aligned]));
    let share =
        |part: Range<usize>| matched(&part) / total_weight(&pattern.symbols[part]).max(1) as f32;
    Some(Passage {
        likeness: matched(&pattern.exact) / larger.max(1) as f32,
        kept: share(pattern.exact.clone()),
        contexts: (
            share(0..pattern.exact.start),
            share(pattern.exact.end..pattern.symbols.len()),
        ),
        symbols: region.start + ends.passage.start..region.start + ends.passage.end,
    })
}
