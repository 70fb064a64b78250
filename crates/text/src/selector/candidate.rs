//! Regions of a text in which a reworded quotation may stand.

use std::ops::Range;

use super::Anchorer;
use super::pattern::Pattern;

/// Grams found in the text that are looked at, rarest first.
const HITS: usize = 1500;

/// Regions that are returned.
const REGIONS: usize = 4;

/// Symbols at the side of a region, so that a passage that grew still fits.
const MARGIN: usize = 48;

/// A gram of the pattern found in the text.
#[derive(Debug, Clone, Copy)]
struct Hit {
    /// Where the pattern would start in the text if nothing had changed, in symbols.
    start: i64,
    /// Which gram of the pattern.
    gram: u32,
    /// One for a gram that stands once in the text, less for a common one.
    vote: f32,
}

/// The regions with the most evidence for the pattern, best first, as ranges of symbols.
///
/// Every occurrence of a gram votes for the place at which the whole pattern would then start;
/// votes for about the same place add up.
pub(super) fn regions(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>) -> Vec<Range<usize>> {
    let hits = hits(anchorer, pattern);
    let spread = (24 + pattern.symbols.len() / 4) as i64;
    let mut best: Vec<(f32, i64, i64)> = Vec::new();
    let mut votes = Votes::new(pattern.symbols.len());
    let (mut from, mut windows) = (0, Vec::new());
    for to in 0..hits.len() {
        votes.add(hits[to]);
        while hits[to].start - hits[from].start > spread {
            votes.remove(hits[from]);
            from += 1;
        }
        windows.push((votes.sum, hits[from].start, hits[to].start));
    }
    windows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for window in windows {
        if best.len() == REGIONS || best.first().is_some_and(|first| window.0 < first.0 * 0.3) {
            break;
        }
        if best
            .iter()
            .all(|other| window.2 < other.1 || other.2 < window.1)
        {
            best.push(window);
        }
    }
    let length = pattern.symbols.len() as i64;
    let last = anchorer.folded.len() as i64;
    let slack = MARGIN as i64 + length / 4;
    let clamp = |symbol: i64| symbol.clamp(0, last) as usize;
    best.into_iter()
        .map(|(_, first, end)| clamp(first - slack)..clamp(end + length + slack))
        .collect()
}

/// The rarest grams of the pattern wherever they stand, by where the pattern would start.
fn hits(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>) -> Vec<Hit> {
    let mut by_rarity: Vec<(usize, &[u32])> = pattern
        .grams
        .iter()
        .map(|&gram| anchorer.grams.positions(gram))
        .enumerate()
        .filter(|(_, positions)| !positions.is_empty())
        .collect();
    by_rarity.sort_by_key(|(_, positions)| positions.len());
    let mut hits = Vec::new();
    for (gram, positions) in by_rarity {
        if hits.len() + positions.len() > HITS {
            break;
        }
        let vote = 1.0 / (1.0 + (positions.len() as f32).ln());
        hits.extend(positions.iter().map(|&position| Hit {
            start: i64::from(position) - gram as i64,
            gram: gram as u32,
            vote,
        }));
    }
    hits.sort_by_key(|hit| (hit.start, hit.gram));
    hits
}

/// The votes within a window; a gram counts once in it, however often it stands there.
struct Votes {
    counts: Vec<u32>,
    sum: f32,
}

impl Votes {
    fn new(grams: usize) -> Self {
        Self {
            counts: vec![0; grams],
            sum: 0.0,
        }
    }

    fn add(&mut self, hit: Hit) {
        let count = &mut self.counts[hit.gram as usize];
        *count += 1;
        if *count == 1 {
            self.sum += hit.vote;
        }
    }

    fn remove(&mut self, hit: Hit) {
        let count = &mut self.counts[hit.gram as usize];
        *count -= 1;
        if *count == 0 {
            self.sum -= hit.vote;
        }
    }
}
