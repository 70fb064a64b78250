//! Places where a quotation stands in other words.

use std::ops::Range;

use super::Anchorer;
use super::align::{Run, align};
use super::candidate::regions;
use super::fold::{is_word, total_weight};
use super::pattern::Pattern;

/// A passage that resembles a quotation.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// Its symbols in the text.
    pub(super) symbols: Range<usize>,
    /// What they have in common, as a share of the longer of the two, 0 to 1.
    pub(super) likeness: f32,
    /// The same for the share of the prefix and the suffix that stands next to it.
    pub(super) contexts: (f32, f32),
}

impl Passage {
    /// How likely it is the passage that was meant, 0 to 1.
    pub(super) fn score(&self) -> f32 {
        0.75 * self.likeness + 0.125 * (self.contexts.0 + self.contexts.1)
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
    let matched = |part: &Range<usize>| {
        let within = runs.iter().map(|run| {
            let part = run.pattern.max(part.start)..run.pattern_end().min(part.end);
            if part.is_empty() {
                0
            } else {
                total_weight(&pattern.symbols[part])
            }
        });
        within.sum::<u32>() as f32
    };
    let found = project(&runs, pattern, symbols)?;
    let larger = pattern.weight.max(total_weight(&symbols[found.clone()]));
    let share =
        |part: Range<usize>| matched(&part) / total_weight(&pattern.symbols[part]).max(1) as f32;
    Some(Passage {
        likeness: matched(&pattern.exact) / larger.max(1) as f32,
        contexts: (
            share(0..pattern.exact.start),
            share(pattern.exact.end..pattern.symbols.len()),
        ),
        symbols: region.start + found.start..region.start + found.end,
    })
}

/// The symbols of the region that the quotation is aligned with.
fn project(runs: &[Run], pattern: &Pattern<'_>, region: &[char]) -> Option<Range<usize>> {
    let (whole, exact) = (pattern.symbols.len(), &pattern.exact);
    let start = cut(runs, exact.start, exact.end)?;
    // The end is the start of everything read backwards.
    let mirror = |run: &Run| run.mirrored(whole, region.len());
    let mirrored: Vec<Run> = runs.iter().rev().map(mirror).collect();
    let end = cut(&mirrored, whole - exact.end, whole - exact.start)?;
    let end = Cut {
        at: region.len() - end.at,
        between: region.len() - end.between.end..region.len() - end.between.start,
    };
    let mut start = whole_words(region, &start, inside_word(&pattern.symbols, exact.start));
    let mut end = whole_words(region, &end, inside_word(&pattern.symbols, exact.end));
    while start < end && region[start] == ' ' && pattern.exact().first() != Some(&' ') {
        start += 1;
    }
    while start < end && region[end - 1] == ' ' && pattern.exact().last() != Some(&' ') {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Where a boundary of the quotation falls in the region.
struct Cut {
    at: usize,
    /// It may be anywhere here: the boundary lies in a gap between two runs.
    between: Range<usize>,
}

/// Finds the start of a quotation that reaches from `start` to `end` in the pattern.
///
/// In a gap, what was replaced is shared out between the context and the quotation in the
/// proportion of what each of them lost; what was only added belongs to the context. Where no
/// context was found, the passage begins with the first symbols that the quotation vouches for.
fn cut(runs: &[Run], start: usize, end: usize) -> Option<Cut> {
    let next = runs.iter().position(|run| run.pattern_end() > start)?;
    let run = runs[next];
    if run.pattern >= end {
        return None;
    }
    if run.pattern <= start {
        let at = run.region + (start - run.pattern);
        return Some(Cut {
            at,
            between: at..at,
        });
    }
    let lost = run.pattern - start;
    let before = next.checked_sub(1).map(|before| runs[before]);
    let between = before.map_or(0, Run::region_end)..run.region;
    let share = before.map_or(0, |before| {
        let lost_before = start - before.pattern_end();
        let gap = between.len();
        if gap > 4 * (lost + lost_before) + 16 {
            0
        } else {
            gap * lost / (lost + lost_before)
        }
    });
    Some(Cut {
        at: run.region - share,
        between,
    })
}

/// The place nearest to the cut that divides no word, unless the quotation divided one there.
fn whole_words(region: &[char], cut: &Cut, divided: bool) -> usize {
    if divided {
        return cut.at;
    }
    (cut.between.start..=cut.between.end)
        .filter(|&at| !inside_word(region, at))
        .min_by_key(|at| at.abs_diff(cut.at))
        .unwrap_or(cut.at)
}

fn inside_word(symbols: &[char], at: usize) -> bool {
    at > 0 && at < symbols.len() && is_word(symbols[at - 1]) && is_word(symbols[at])
}
