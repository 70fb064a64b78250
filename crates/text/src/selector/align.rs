//! Alignment of a pattern with a region of a text.

use std::collections::HashMap;

use super::fold::total_weight;
use super::gram::grams;

/// A run of symbols that are the same in the pattern and in the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// First symbol in the pattern.
    pub(super) pattern: usize,
    /// First symbol in the region.
    pub(super) region: usize,
    pub(super) len: usize,
}

impl Run {
    pub(super) fn pattern_end(self) -> usize {
        self.pattern + self.len
    }

    pub(super) fn region_end(self) -> usize {
        self.region + self.len
    }

    fn shifted(self, pattern: usize, region: usize) -> Self {
        Self {
            pattern: self.pattern + pattern,
            region: self.region + region,
            ..self
        }
    }

    /// The run as it is when both are read backwards.
    pub(super) fn mirrored(self, pattern_len: usize, region_len: usize) -> Self {
        Self {
            pattern: pattern_len - self.pattern_end(),
            region: region_len - self.region_end(),
            len: self.len,
        }
    }
}

/// Runs that are chained; a pattern of one repeated symbol has a great many.
const RUNS: usize = 400;

/// Occurrences in the pattern of one gram that are looked at.
const REPEATS: usize = 16;

/// Cells of a gap between two runs that is worth comparing symbol by symbol.
const CELLS: usize = 1 << 16;

/// Runs of equal symbols, ascending in both, that explain the pattern best.
///
/// Long runs are found by grams and chained (as in genome alignment: the longest total length less
/// the cost of gaps); what lies between them is aligned symbol by symbol.
pub(super) fn align(pattern: &[char], pattern_grams: &[u32], region: &[char]) -> Vec<Run> {
    let chain = chain(common_runs(pattern, pattern_grams, region));
    let Some(first) = chain.first() else {
        return Vec::new();
    };
    let mut runs = align_before(&pattern[..first.pattern], &region[..first.region]);
    let (mut i, mut j) = (first.pattern, first.region);
    for run in &chain {
        let gap = align_gap(
            &pattern[i..run.pattern],
            &region[j..run.region],
            Far::Closed,
        );
        runs.extend(gap.into_iter().map(|run| run.shifted(i, j)));
        runs.push(*run);
        (i, j) = (run.pattern_end(), run.region_end());
    }
    let reach = reach(pattern.len() - i).min(region.len() - j);
    let gap = align_gap(&pattern[i..], &region[j..j + reach], Far::Open);
    runs.extend(gap.into_iter().map(|run| run.shifted(i, j)));
    join(runs)
}

/// As much of an open region as `length` symbols of a pattern can need.
fn reach(length: usize) -> usize {
    length + length / 4 + 8
}

/// Aligns what comes before the first run: read backwards it is open at its far end.
fn align_before(pattern: &[char], region: &[char]) -> Vec<Run> {
    let backwards = |symbols: &[char]| symbols.iter().rev().copied().collect::<Vec<char>>();
    let skipped = region.len() - reach(pattern.len()).min(region.len());
    let region = &region[skipped..];
    let gap = align_gap(&backwards(pattern), &backwards(region), Far::Open);
    gap.into_iter()
        .rev()
        .map(|run| {
            run.mirrored(pattern.len(), region.len())
                .shifted(0, skipped)
        })
        .collect()
}

/// The longest runs that the two have in common, of at least a gram.
fn common_runs(pattern: &[char], pattern_grams: &[u32], region: &[char]) -> Vec<Run> {
    let mut at: HashMap<u32, Vec<usize>> = HashMap::with_capacity(pattern_grams.len());
    for (i, &gram) in pattern_grams.iter().enumerate() {
        let places = at.entry(gram).or_default();
        if places.len() < REPEATS {
            places.push(i);
        }
    }
    let mut runs = Vec::new();
    for (j, gram) in grams(region).enumerate() {
        for &i in at.get(&gram).into_iter().flatten() {
            let goes_on = i > 0 && j > 0 && pattern[i - 1] == region[j - 1];
            let known = goes_on
                && pattern_grams
                    .get(i - 1)
                    .is_some_and(|before| at[before].contains(&(i - 1)));
            let len = pattern[i..]
                .iter()
                .zip(&region[j..])
                .take_while(|(a, b)| a == b)
                .count();
            if !known && len > 0 {
                runs.push(Run {
                    pattern: i,
                    region: j,
                    len,
                });
            }
        }
    }
    if runs.len() > RUNS {
        runs.sort_by_key(|run| std::cmp::Reverse(run.len));
        runs.truncate(RUNS);
    }
    runs.sort_by_key(|run| (run.pattern, run.region));
    runs
}

/// The best chain of runs; runs that overlap their predecessor are shortened.
fn chain(runs: Vec<Run>) -> Vec<Run> {
    let mut scores: Vec<(f32, Option<usize>)> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let mut best = (run.len as f32, None);
        for (before, earlier) in runs[..at].iter().enumerate() {
            let Some(overlap) = overlap(*earlier, *run) else {
                continue;
            };
            let drift = (run.region as i64 - run.pattern as i64)
                .abs_diff(earlier.region as i64 - earlier.pattern as i64);
            let cost = if drift == 0 {
                0.0
            } else {
                1.0 + (drift as f32 / 8.0).min(8.0)
            };
            let score = scores[before].0 + (run.len - overlap) as f32 - cost;
            if score > best.0 {
                best = (score, Some(before));
            }
        }
        scores.push(best);
    }
    let mut at = (0..runs.len()).max_by(|&a, &b| scores[a].0.total_cmp(&scores[b].0));
    let mut chain = Vec::new();
    while let Some(run) = at {
        chain.push(runs[run]);
        at = scores[run].1;
    }
    chain.reverse();
    for next in 1..chain.len() {
        let cut = overlap(chain[next - 1], chain[next]).unwrap_or(0);
        let run = &mut chain[next];
        *run = Run {
            pattern: run.pattern + cut,
            region: run.region + cut,
            len: run.len - cut,
        };
    }
    chain
}

/// How many symbols `next` must lose at its start to follow `run`; `None` when nothing remains.
fn overlap(run: Run, next: Run) -> Option<usize> {
    let overlap = run
        .pattern_end()
        .saturating_sub(next.pattern)
        .max(run.region_end().saturating_sub(next.region));
    (run.pattern < next.pattern && run.region < next.region && overlap < next.len)
        .then_some(overlap)
}

/// The end of a gap that is away from the run it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    /// Another run follows: both sides are used up.
    Closed,
    /// Nothing follows: whatever does not help is left over.
    Open,
}

/// Aligns two gaps symbol by symbol, if they are small enough to be worth it.
///
/// Needleman and Wunsch (1970): 2 for a symbol that is the same, −1 for one that differs or is
/// missing. Runs of less than three letters' weight are accidents and left out, unless they touch
/// the run at either side.
fn align_gap(a: &[char], b: &[char], far: Far) -> Vec<Run> {
    if a.is_empty() || b.is_empty() || a.len() * b.len() > CELLS {
        return Vec::new();
    }
    let width = b.len() + 1;
    let mut scores = vec![0_i32; (a.len() + 1) * width];
    for row in 0..=a.len() {
        scores[row * width] = -(row as i32);
    }
    for (column, score) in scores[..width].iter_mut().enumerate() {
        *score = -(column as i32);
    }
    for (row, x) in a.iter().enumerate() {
        let (above, below) = scores[row * width..(row + 2) * width].split_at_mut(width);
        for (column, y) in b.iter().enumerate() {
            let step = if x == y { 2 } else { -1 };
            below[column + 1] = (above[column] + step)
                .max(above[column + 1] - 1)
                .max(below[column] - 1);
        }
    }
    let end = match far {
        Far::Closed => scores.len() - 1,
        Far::Open => (0..scores.len())
            .max_by_key(|&cell| scores[cell])
            .unwrap_or(0),
    };
    let mut runs = trace(&scores, a, b, (end / width, end % width));
    runs.retain(|run| {
        let end = far == Far::Closed && run.pattern_end() == a.len() && run.region_end() == b.len();
        let start = run.pattern == 0 && run.region == 0;
        start || end || total_weight(&a[run.pattern..run.pattern_end()]) > 2
    });
    runs
}

/// Reads the best path to a cell back into runs.
fn trace(scores: &[i32], a: &[char], b: &[char], end: (usize, usize)) -> Vec<Run> {
    let width = b.len() + 1;
    let (mut row, mut column) = end;
    let mut runs: Vec<Run> = Vec::new();
    while row > 0 && column > 0 {
        let cell = row * width + column;
        let same = a[row - 1] == b[column - 1];
        let step = if same { 2 } else { -1 };
        if scores[cell] == scores[cell - width - 1] + step {
            (row, column) = (row - 1, column - 1);
            match runs.last_mut() {
                Some(run) if same && run.pattern == row + 1 && run.region == column + 1 => {
                    *run = Run {
                        pattern: row,
                        region: column,
                        len: run.len + 1,
                    };
                }
                _ if same => runs.push(Run {
                    pattern: row,
                    region: column,
                    len: 1,
                }),
                _ => {}
            }
        } else if scores[cell] == scores[cell - width] - 1 {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    runs.reverse();
    runs
}

/// Joins runs that follow each other without a gap.
fn join(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if last.pattern_end() == run.pattern && last.region_end() == run.region => {
                last.len += run.len;
            }
            _ => joined.push(run),
        }
    }
    joined
}
