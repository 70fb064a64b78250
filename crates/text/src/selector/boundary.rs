//! Where a reworded passage begins and ends.

use std::ops::Range;

use super::align::Run;
use super::fold::{is_word, total_weight, weight};
use super::pattern::Pattern;
use super::seam::Seams;

/// Weight below which what is kept of a sentence tells nothing.
const STUB: f32 = 6.0;

/// Weight from which symbols kept in a row are words of a sentence and not an accident.
const PHRASE: f32 = 12.0;

/// The weight of what a part of the pattern has in common with the region.
pub(super) fn kept(runs: &[Run], pattern: &Pattern<'_>, part: &Range<usize>) -> f32 {
    let within = runs.iter().map(|run| {
        let part = run.pattern.max(part.start)..run.pattern_end().min(part.end);
        if part.is_empty() {
            0
        } else {
            total_weight(&pattern.symbols[part])
        }
    });
    within.sum::<u32>() as f32
}

/// Where a quotation begins and ends in a region, in symbols.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ends {
    /// The passage.
    pub(super) passage: Range<usize>,
    /// Everything that the quotation is aligned with, by which the passage is judged: a passage is
    /// not more alike for having been cut short.
    pub(super) aligned: Range<usize>,
}

/// Finds the symbols of the region that the quotation is aligned with.
pub(super) fn project(
    runs: &[Run],
    pattern: &Pattern<'_>,
    region: &[char],
    in_text: &Seams<'_, impl Fn(usize) -> bool>,
) -> Option<Ends> {
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
    let aligned = snapped(pattern, region, &start, &end)?;
    let start = within_sentence(Side::Start, start, runs, pattern, in_text);
    let end = within_sentence(Side::End, end, runs, pattern, in_text);
    let start = whole_token(Side::Start, start, runs, pattern, region);
    let end = whole_token(Side::End, end, runs, pattern, region);
    let passage = snapped(pattern, region, &start, &end)?;
    Some(Ends { passage, aligned })
}

/// What lies between two boundaries, in whole words and without white space around it unless the
/// quotation has it otherwise.
fn snapped(pattern: &Pattern<'_>, region: &[char], start: &Cut, end: &Cut) -> Option<Range<usize>> {
    let exact = &pattern.exact;
    let mut start = whole_words(region, start, inside_word(&pattern.symbols, exact.start));
    let mut end = whole_words(region, end, inside_word(&pattern.symbols, exact.end));
    while start < end && region[start] == ' ' && pattern.exact().first() != Some(&' ') {
        start += 1;
    }
    while start < end && region[end - 1] == ' ' && pattern.exact().last() != Some(&' ') {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// An end of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// Keeps a passage from reaching into a sentence that the quotation did not reach into, or of whose
/// words nothing is left.
fn within_sentence(
    side: Side,
    cut: Cut,
    runs: &[Run],
    pattern: &Pattern<'_>,
    in_text: &Seams<'_, impl Fn(usize) -> bool>,
) -> Cut {
    let exact = &pattern.exact;
    let in_quote = Seams::new(&pattern.symbols, |symbol: usize| {
        pattern.is_blank_line(symbol)
    });
    if let Some(at) = without_stub(side, runs, pattern, in_text, &in_quote) {
        return Cut::exactly(at);
    }
    let seam = match side {
        Side::Start => {
            let kept = runs.iter().find(|run| run.pattern_end() > exact.start);
            kept.filter(|kept| kept.pattern > exact.start)
                .filter(|kept| {
                    in_quote.is_at(kept.pattern)
                        || in_quote.is_seamless(exact.start + 1..kept.pattern)
                })
                .and_then(|kept| in_text.last(cut.at..=kept.region))
        }
        Side::End => {
            let kept = runs.iter().rfind(|run| run.pattern < exact.end);
            kept.filter(|kept| kept.pattern_end() < exact.end)
                .filter(|kept| {
                    in_quote.is_at(kept.pattern_end())
                        || in_quote.is_seamless(kept.pattern_end() + 1..exact.end)
                })
                .and_then(|kept| in_text.first(kept.region_end()..=cut.at))
        }
    };
    seam.map_or(cut, Cut::exactly)
}

/// Takes in the whole of what replaced a token, such as an address or an option with its value,
/// that the quotation divided.
fn whole_token(side: Side, cut: Cut, runs: &[Run], pattern: &Pattern<'_>, region: &[char]) -> Cut {
    let boundary = match side {
        Side::Start => pattern.exact.start,
        Side::End => pattern.exact.end,
    };
    let next = runs.partition_point(|run| run.pattern_end() <= boundary);
    let gap = next.checked_sub(1).zip(runs.get(next)).map(|(last, next)| {
        let last = runs[last];
        (
            last.pattern_end()..next.pattern,
            last.region_end()..next.region,
        )
    });
    let Some((lost, put)) = gap.filter(|(lost, _)| lost.start < boundary && boundary < lost.end)
    else {
        return cut;
    };
    let divides = pattern.symbols[boundary - 1] != ' ' && pattern.symbols[boundary] != ' ';
    let lost = without_space(&pattern.symbols, lost);
    let put = without_space(region, put);
    let is_token = |symbols: &[char]| {
        !symbols.is_empty() && symbols.iter().all(|&c| c != ' ' && weight(c) == 1)
    };
    if divides && is_token(&pattern.symbols[lost]) && is_token(&region[put.clone()]) {
        return Cut::exactly(match side {
            Side::Start => put.start,
            Side::End => put.end,
        });
    }
    cut
}

/// A range less the white space at either end of it.
fn without_space(symbols: &[char], mut range: Range<usize>) -> Range<usize> {
    while !range.is_empty() && symbols[range.start] == ' ' {
        range.start += 1;
    }
    while !range.is_empty() && symbols[range.end - 1] == ' ' {
        range.end -= 1;
    }
    range
}

/// Where the passage begins or ends if the sentence at that end of the quotation is gone: neither
/// its part in the quotation is kept nor what stood around it.
///
/// A few symbols of it are always found, be it the full stop.
fn without_stub(
    side: Side,
    runs: &[Run],
    pattern: &Pattern<'_>,
    in_text: &Seams<'_, impl Fn(usize) -> bool>,
    in_quote: &Seams<'_, impl Fn(usize) -> bool>,
) -> Option<usize> {
    let exact = &pattern.exact;
    let middle = exact.start + exact.len() / 2;
    let (seam, stub, context) = match side {
        Side::Start => {
            let seam = in_quote.first(exact.start + 1..=middle)?;
            (seam, exact.start..seam, 0..exact.start)
        }
        Side::End => {
            let seam = in_quote.last(middle..=exact.end - 1)?;
            (seam, seam..exact.end, exact.end..pattern.symbols.len())
        }
    };
    let weight = |part: &Range<usize>| total_weight(&pattern.symbols[part.clone()]) as f32;
    let in_stub = kept(runs, pattern, &stub);
    let longest = runs
        .iter()
        .map(|run| kept(&[*run], pattern, &stub))
        .fold(0.0, f32::max);
    let gone = (in_stub < STUB || (in_stub < 0.6 * weight(&stub) && longest < PHRASE))
        && kept(runs, pattern, &context) < 0.4 * weight(&context);
    let at = |run: &Run| run.region + (seam - run.pattern);
    let run = runs
        .iter()
        .find(|run| run.pattern <= seam && seam <= run.pattern_end())?;
    Some(at(run)).filter(|&at| gone && in_text.is_at(at))
}

/// Where a boundary of the quotation falls in the region.
struct Cut {
    at: usize,
    /// It may be anywhere here: the boundary lies in a gap between two runs.
    between: Range<usize>,
}

impl Cut {
    fn exactly(at: usize) -> Self {
        Self {
            at,
            between: at..at,
        }
    }
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
