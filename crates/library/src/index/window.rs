//! Windows of a text: which stretches show best what was found in it.

use std::collections::HashMap;

use dossier_text::TextRange;

/// How long a passage is, in bytes, give or take a word.
pub(super) const LENGTH: usize = 260;
/// How far before its first match a passage begins, in bytes.
pub(super) const LEAD: usize = 60;

/// A match: where, and of which of the wanted things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) range: TextRange,
    pub(super) what: u32,
}

/// A stretch of a text for a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// Which of the matches is its first.
    pub(super) first: usize,
    /// Where it begins and ends at most, in bytes; not on boundaries of anything yet.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// At most `most` windows that do not overlap, best first: those with the most different things,
/// then those with the most, then the earliest. None where there is no match.
pub(super) fn windows(matches: &[Match], most: usize) -> Vec<Window> {
    let Some(best) = best_window(matches) else {
        return Vec::new();
    };
    let mut groups = vec![best];
    if most > 1 {
        groups = spread(&matches[..best.0], 0);
        groups.push(best);
        groups.extend(spread(&matches[best.1..], best.1));
    }
    let mut windows: Vec<(usize, usize, Window)> = Vec::with_capacity(groups.len());
    let mut end = 0;
    for (at, &(first, after)) in groups.iter().enumerate() {
        let start = matches[first].range.start as usize;
        let last = matches[first..after].iter().map(|found| found.range.end);
        let last = last.max().unwrap_or_default() as usize;
        let from = start.saturating_sub(LEAD).max(end.min(start));
        let mut to = from + LENGTH;
        if let Some(&(next, _)) = groups.get(at + 1) {
            let next = (matches[next].range.start as usize).saturating_sub(LEAD);
            to = to.min(next.max(last));
        }
        end = to.max(last);
        let window = Window {
            first,
            from,
            to: end,
        };
        windows.push((different(&matches[first..after]), after - first, window));
    }
    let is_best = |window: &Window| window.first == best.0;
    windows.sort_by_key(|(different, count, window)| {
        let order = (!is_best(window), std::cmp::Reverse((*different, *count)));
        (order, window.first)
    });
    windows.truncate(most.max(1));
    windows.into_iter().map(|(_, _, window)| window).collect()
}

fn different(matches: &[Match]) -> usize {
    let mut seen: Vec<u32> = matches.iter().map(|found| found.what).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len()
}

/// Groups of matches that fit into a window each, from left to right: the first, and the first
/// after, counted from `offset` on.
fn spread(matches: &[Match], offset: usize) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut first = 0;
    while first < matches.len() {
        let after = end_of_window(matches, first);
        groups.push((first + offset, after + offset));
        first = after;
    }
    groups
}

/// The first match that is no longer in a window with `first`.
fn end_of_window(matches: &[Match], first: usize) -> usize {
    let limit = matches[first].range.start as usize + LENGTH - LEAD;
    let inside = matches[first..].partition_point(|found| (found.range.end as usize) < limit);
    first + inside.max(1)
}

/// The window with the most different things, then with the most, the earliest of the best: its
/// first match, and the first after.
fn best_window(matches: &[Match]) -> Option<(usize, usize)> {
    let mut best = None;
    let mut end = 0;
    let mut inside: HashMap<u32, u32> = HashMap::new();
    for first in 0..matches.len() {
        let limit = matches[first].range.start as usize + LENGTH - LEAD;
        while end < matches.len() && (matches[end].range.end as usize) < limit {
            *inside.entry(matches[end].what).or_default() += 1;
            end += 1;
        }
        let score = (inside.len(), end.saturating_sub(first));
        if best.is_none_or(|(best_score, _, _)| score > best_score) {
            best = Some((score, first, end.max(first + 1)));
        }
        if end > first
            && let Some(count) = inside.get_mut(&matches[first].what)
        {
            *count -= 1;
            if *count == 0 {
                inside.remove(&matches[first].what);
            }
        }
        end = end.max(first + 1);
    }
    best.map(|(_, first, after)| (first, after))
}

/// The beginning of a text, as a passage.
pub(super) fn beginning(text: &str) -> TextRange {
    fit(text, 0, 0, LENGTH)
}

/// From about `start`, but no later than `first`, to about `end`, at word boundaries.
pub(super) fn fit(text: &str, start: usize, first: usize, end: usize) -> TextRange {
    let boundary = |at: usize| {
        (at..=text.len())
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(text.len())
    };
    let mut from = boundary(start.min(text.len()));
    if from > 0 && text[..from].ends_with(|c: char| !c.is_whitespace()) {
        let skipped = text[from..].find(char::is_whitespace);
        from += skipped.filter(|&skipped| skipped < LEAD).unwrap_or(0);
        from = from.min(first);
    }
    let limit = boundary(end.clamp(from, text.len()));
    let to = if limit == text.len() {
        limit
    } else {
        let slice = &text[from..limit];
        slice
            .rfind(char::is_whitespace)
            .filter(|&at| at > LENGTH / 2)
            .map_or(limit, |at| from + at)
    };
    TextRange::new(from, to).trimmed(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches(places: &[(u32, u32)]) -> Vec<Match> {
        let found = places.iter().map(|&(start, what)| Match {
            range: TextRange {
                start,
                end: start + 4,
            },
            what,
        });
        found.collect()
    }

    #[test]
    fn the_best_window_comes_first_and_the_others_by_what_they_have() {
        let found = matches(&[
            (10, 0),
            (1000, 0),
            (1010, 1),
            (3000, 0),
            (3010, 0),
            (5000, 1),
        ]);
        let firsts = |most| -> Vec<usize> {
            windows(&found, most)
                .iter()
                .map(|window| window.first)
                .collect()
        };
        assert_eq!(firsts(1), [1]);
        assert_eq!(firsts(2), [1, 3]);
        assert_eq!(firsts(9), [1, 3, 0, 5]);
        assert!(windows(&[], 3).is_empty());
    }

    proptest! {
        #[test]
        fn windows_do_not_overlap_and_hold_every_match(
            mut places in proptest::collection::vec((0u32..800, 0u32..4), 1..60),
        ) {
            places.iter_mut().for_each(|place| place.0 *= 5);
            places.sort_unstable();
            places.dedup_by_key(|place| place.0);
            let found = matches(&places);
            let mut all = windows(&found, usize::MAX);
            all.sort_by_key(|window| window.first);
            for pair in all.windows(2) {
                prop_assert!(pair[0].to <= pair[1].from, "{pair:?}");
            }
            for one in &found {
                let held = all.iter().filter(|window| {
                    window.from <= one.range.start as usize && one.range.end as usize <= window.to
                });
                prop_assert_eq!(held.count(), 1);
            }
        }
    }
}
