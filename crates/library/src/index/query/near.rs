//! Words and phrases near each other, in either order.
//!
//! tantivy's phrases with slop share one budget between all gaps and let the words of a phrase
//! apart with it; here every part stays whole, and every part is held against the next.

use std::ops::Range;

use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term,
    postings::{Postings, SegmentPostings},
    query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight},
    schema::{Field, IndexRecordOption},
};

use crate::index::watch::Watch;

/// Finds documents in which each part stands at most `within` words from the next, in a field.
/// Scores nothing: the words that it is made of do.
#[derive(Debug, Clone)]
pub(super) struct NearQuery {
    field: Field,
    /// The words of each part.
    parts: Vec<Vec<String>>,
    within: u32,
    watch: Watch,
}

impl NearQuery {
    /// `parts` are the folded words of each part; parts without words are left out.
    pub(super) fn new(field: Field, parts: &[Vec<String>], within: u32, watch: &Watch) -> Self {
        let parts = parts.iter().filter(|part| !part.is_empty());
        Self {
            field,
            parts: parts.cloned().collect(),
            within,
            watch: watch.clone(),
        }
    }
}

impl Query for NearQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for NearQuery {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let index = reader.inverted_index(self.field)?;
        let (mut postings, mut parts) = (Vec::new(), Vec::new());
        for part in &self.parts {
            let first = postings.len();
            for word in part {
                let term = Term::from_field_text(self.field, word);
                match index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)? {
                    Some(found) => postings.push(found),
                    None => return Ok(Box::new(EmptyScorer)),
                }
            }
            parts.push(first..postings.len());
        }
        if postings.is_empty() {
            return Ok(Box::new(EmptyScorer));
        }
        let mut scorer = NearScorer {
            postings,
            parts,
            within: self.within,
            watch: self.watch.clone(),
            steps: 0,
            doc: 0,
            rows: Rows::default(),
        };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        if self.scorer(reader, 1.0)?.seek(doc) == doc {
            return Ok(Explanation::new("near", 0.0));
        }
        Err(TantivyError::InvalidArgument(format!(
            "document {doc} does not match"
        )))
    }
}

/// Room to work in.
#[derive(Default)]
struct Rows {
    positions: Vec<u32>,
    /// Where the part at hand begins.
    starts: Vec<u32>,
    /// Where the part before begins, as far as it is near the ones before it.
    reached: Vec<u32>,
}

struct NearScorer {
    postings: Vec<SegmentPostings>,
    /// The postings of each part.
    parts: Vec<Range<usize>>,
    within: u32,
    watch: Watch,
    steps: u32,
    doc: DocId,
    rows: Rows,
}

impl NearScorer {
    /// Goes on from where the first postings are to the next document that matches.
    fn settle(&mut self) {
        while let Some(doc) = self.meet() {
            if self.watch.step(&mut self.steps) {
                break;
            }
            if self.is_near() {
                self.doc = doc;
                return;
            }
            self.postings[0].advance();
        }
        self.doc = TERMINATED;
    }

    /// Brings all postings to the same document.
    fn meet(&mut self) -> Option<DocId> {
        let mut target = self.postings[0].doc();
        'again: while target != TERMINATED {
            for postings in &mut self.postings {
                let found = if postings.doc() < target {
                    postings.seek(target)
                } else {
                    postings.doc()
                };
                if found > target {
                    target = found;
                    continue 'again;
                }
            }
            return Some(target);
        }
        None
    }

    fn is_near(&mut self) -> bool {
        self.rows.reached.clear();
        let mut before = 0;
        for (at, part) in self.parts.clone().into_iter().enumerate() {
            let length = part.len() as u32;
            starts(&mut self.postings[part], &mut self.rows);
            if at > 0 {
                keep_near(&mut self.rows, before, length, self.within);
            }
            std::mem::swap(&mut self.rows.starts, &mut self.rows.reached);
            if self.rows.reached.is_empty() {
                return false;
            }
            before = length;
        }
        true
    }
}

/// Where the words of a part stand in a row.
fn starts(words: &mut [SegmentPostings], rows: &mut Rows) {
    for (offset, word) in (0..).zip(words) {
        word.positions(&mut rows.positions);
        if offset == 0 {
            std::mem::swap(&mut rows.starts, &mut rows.positions);
        } else {
            let positions = &rows.positions;
            rows.starts
                .retain(|start| positions.binary_search(&(start + offset)).is_ok());
        }
    }
}

/// Keeps the beginnings that stand near one that was reached; `before` is how many words the part
/// before has, `length` how many this one has.
fn keep_near(rows: &mut Rows, before: u32, length: u32, within: u32) {
    let reached = &rows.reached;
    rows.starts.retain(|&start| {
        let from = start.saturating_sub(before - 1 + within);
        let candidates = &reached[reached.partition_point(|&other| other < from)..];
        candidates
            .iter()
            .take_while(|&&other| other < start + length + within)
            // A word is not near itself.
            .any(|&other| other + before <= start || start + length <= other)
    });
}

impl DocSet for NearScorer {
    fn advance(&mut self) -> DocId {
        if self.doc != TERMINATED {
            self.postings[0].advance();
            self.settle();
        }
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            if self.postings[0].doc() < target {
                self.postings[0].seek(target);
            }
            self.settle();
        }
        self.doc
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.postings
            .iter()
            .map(DocSet::size_hint)
            .min()
            .unwrap_or(0)
    }

    fn cost(&self) -> u64 {
        // Positions cost more than documents.
        u64::from(self.size_hint()) * 10
    }
}

impl Scorer for NearScorer {
    fn score(&mut self) -> Score {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(reached: &[u32], starts: &[u32], before: u32, length: u32, within: u32) -> Vec<u32> {
        let mut rows = Rows {
            reached: reached.to_vec(),
            starts: starts.to_vec(),
            ..Rows::default()
        };
        keep_near(&mut rows, before, length, within);
        rows.starts
    }

    #[test]
    fn nearness_counts_words_on_either_side() {
        // “gas pact … … river” and “river … gas pact”.
        assert_eq!(near(&[10], &[14], 2, 1, 3), [14]);
        assert_eq!(near(&[10], &[15], 2, 1, 3), [0u32; 0]);
        assert_eq!(near(&[10], &[7], 2, 1, 3), [7]);
        assert_eq!(near(&[10], &[6], 2, 1, 3), [0u32; 0]);
        assert_eq!(near(&[10], &[10], 1, 1, 3), [0u32; 0]);
    }

    proptest! {
        #[test]
        fn nearness_is_what_every_pair_says(
            reached in proptest::collection::btree_set(0u32..40, 0..6),
            starts in proptest::collection::btree_set(0u32..40, 0..6),
            before in 1u32..4, length in 1u32..4, within in 1u32..8,
        ) {
            let reached: Vec<u32> = reached.into_iter().collect();
            let starts: Vec<u32> = starts.into_iter().collect();
            let expected: Vec<u32> = starts.iter().copied().filter(|&start| {
                reached.iter().any(|&other| {
                    (other + before <= start && start - (other + before - 1) <= within)
                        || (start + length <= other && other - (start + length - 1) <= within)
                })
            }).collect();
            prop_assert_eq!(near(&reached, &starts, before, length, within), expected);
        }
    }
}
