//! Decides by an alignment of their words whether two quotations are one statement.

use super::Relation;
use super::words::{Word, Wording};

/// The fewest content words that must agree.
const FEWEST: usize = 4;
/// How many content words more the longer quotation may have where only the fewest agree.
const SLIGHT_EXCESS: usize = 3;
/// The share of the shorter quotation’s content words that must agree, in a short and in a long one.
const SHARE_SHORT: f32 = 0.8;
const SHARE_LONG: f32 = 0.72;
/// From how many content words on a quotation is long.
const LONG: usize = 10;
/// How many content words of the longer quotation may lie between the first and the last that
/// agree, for each that does: scattered agreement is chance.
const SPREAD: f32 = 1.7;

/// A longest common subsequence: how many words agree, and from where to where in `a` and in `b`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Alignment {
    pub(super) matched: usize,
    pub(super) first: (usize, usize),
    pub(super) last: (usize, usize),
}

/// Whether the content words of two quotations are those of one statement.
pub(super) fn is_one(a: &[u64], b: &[u64]) -> bool {
    agreement(a, b).is_some()
}

/// The share of the shorter quotation’s content words that agree with the longer one’s, where they
/// are one statement.
pub(super) fn agreement(a: &[u64], b: &[u64]) -> Option<f32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return None;
    }
    if short == long {
        return Some(1.0);
    }
    let alignment = align(short, long);
    let least = if short.len() < LONG {
        SHARE_SHORT
    } else {
        SHARE_LONG
    };
    let matched = alignment.matched as f32;
    let share = matched / short.len() as f32;
    let spread = (alignment.last.1 + 1).saturating_sub(alignment.first.1) as f32;
    // So few words prove nothing as a part of a long statement: its opening is often another’s.
    let is_slight = alignment.matched <= FEWEST && long.len() > short.len() + SLIGHT_EXCESS;
    (alignment.matched >= FEWEST && !is_slight && share >= least && spread <= SPREAD * matched)
        .then_some(share)
}

/// Aligns two sequences; of several alignments with the most matches one is taken.
pub(super) fn align(a: &[u64], b: &[u64]) -> Alignment {
    let width = b.len() + 1;
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut found = Alignment::default();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            if found.matched == 0 {
                found.first = (i, j);
            }
            found.last = (i, j);
            found.matched += 1;
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// How the wording `b` stands to the fuller wording `a`.
pub(super) fn relation(a: &Wording, b: &Wording) -> Relation {
    let same = |(a, b): (&Word, &Word)| a.plain == b.plain;
    let agrees = |part: &[Word]| part.iter().zip(&b.words).all(same);
    if a.words.len() == b.words.len() && agrees(&a.words) {
        return Relation::Verbatim;
    }
    let is_part = !b.words.is_empty()
        && b.words.len() < a.words.len()
        && a.words.windows(b.words.len()).any(agrees);
    if is_part {
        Relation::Truncated
    } else {
        Relation::Varied
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_common_subsequence_is_found() {
        let alignment = align(&[1, 2, 3, 4, 5], &[9, 2, 3, 8, 5, 7]);
        assert_eq!(alignment.matched, 3);
        assert_eq!((alignment.first, alignment.last), ((1, 1), (4, 4)));
        assert_eq!(align(&[], &[1]).matched, 0);
    }

    #[test]
    fn scattered_words_are_no_statement() {
        let short = [1, 2, 3, 4, 5];
        let long: Vec<u64> = (1..=5)
            .flat_map(|n| [n, 100 + n, 200 + n, 300 + n])
            .collect();
        assert!(!is_one(&short, &long));
        assert!(is_one(&short, &[9, 1, 2, 3, 4, 5, 9]));
    }
}
