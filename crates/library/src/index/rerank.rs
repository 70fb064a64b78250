//! A second look at the best hits: words of the query that stand together.
//!
//! The first pass ranks by the words alone, the cheap way for many documents. Of the best hundred,
//! those are moved up that have several of the words close together: term proximity (Büttcher,
//! Clarke and Lushman, 2006), here as BM25 over the places where two words stand in a window.

use tantivy::{
    DocSet, Searcher, TERMINATED, Term,
    fieldnorm::FieldNormReader,
    postings::{Postings, SegmentPostings},
    query::Bm25Weight,
    schema::{Field, IndexRecordOption},
};

use super::collect::{Ranked, Wish};
use crate::Result;

/// How many hits are looked at again.
const DEPTH: usize = 100;
/// How many of the query's words are looked at: pairs grow with the square.
const MOST_WORDS: usize = 12;
/// What two words near each other count.
const NEAR: f32 = 0.3;
/// How far apart near words may be.
const WINDOW: u32 = 3;
/// Words that more than one document in so many has stand together by chance.
const COMMON: u64 = 2;

/// What is to be found so that the best hits can be looked at again: all from the first on.
pub(super) fn deepened(wish: Wish) -> Wish {
    Wish {
        limit: wish.limit.saturating_add(wish.offset).max(DEPTH),
        offset: 0,
        ..wish
    }
}

/// Scores the first hits again and sorts them; `words` are the query's, folded, in their order.
pub(super) fn rerank(
    searcher: &Searcher,
    body: Field,
    words: &[String],
    hits: &mut [Ranked],
) -> Result<()> {
    let depth = hits.len().min(DEPTH);
    let hits = &mut hits[..depth];
    let words = distinctive(searcher, body, words)?;
    if words.len() < 2 || hits.len() < 2 {
        return Ok(());
    }
    // Postings go forward only.
    let mut order: Vec<usize> = (0..hits.len()).collect();
    order.sort_by_key(|&at| hits[at].address);
    let mut at = 0;
    while at < order.len() {
        let segment = hits[order[at]].address.segment_ord;
        let end = order[at..].partition_point(|&hit| hits[hit].address.segment_ord == segment);
        let mut again = Segment::open(searcher, segment, body, &words)?;
        for &hit in &order[at..at + end] {
            let hit = &mut hits[hit];
            hit.score += again.bonus(hit.address.doc_id);
        }
        at += end;
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(())
}

/// A word of the query.
struct Typed {
    term: Term,
    weight: Bm25Weight,
}

/// The words that tell documents apart, rarest first, each with its weight.
fn distinctive(searcher: &Searcher, body: Field, words: &[String]) -> Result<Vec<Typed>> {
    let all = searcher.num_docs();
    let mut seen = std::collections::HashSet::new();
    let mut found = Vec::new();
    for word in words.iter().filter(|word| seen.insert(word.as_str())) {
        let term = Term::from_field_text(body, word);
        let count = searcher.doc_freq(&term)?;
        if count > 0 && count * COMMON <= all {
            found.push((count, term));
        }
    }
    found.sort_by_key(|(count, _)| *count);
    found.truncate(MOST_WORDS);
    let weighted = found.into_iter().map(|(_, term)| {
        let weight = Bm25Weight::for_terms(searcher, std::slice::from_ref(&term))?;
        Ok(Typed { term, weight })
    });
    weighted.collect()
}

/// A word of the query within the documents at hand.
struct Looked {
    postings: SegmentPostings,
    weight: Bm25Weight,
    /// Where the word stands in the document at hand.
    positions: Vec<u32>,
}

struct Segment {
    norms: FieldNormReader,
    words: Vec<Looked>,
}

impl Segment {
    fn open(searcher: &Searcher, segment: u32, body: Field, words: &[Typed]) -> Result<Self> {
        let reader = searcher.segment_reader(segment);
        let index = reader.inverted_index(body)?;
        let mut looked = Vec::with_capacity(words.len());
        for word in words {
            let postings = index
                .read_postings(&word.term, IndexRecordOption::WithFreqsAndPositions)
                .map_err(tantivy::TantivyError::from)?;
            looked.extend(postings.map(|postings| Looked {
                postings,
                weight: word.weight.clone(),
                positions: Vec::new(),
            }));
        }
        Ok(Self {
            norms: reader.get_fieldnorms_reader(body)?,
            words: looked,
        })
    }

    fn bonus(&mut self, document: u32) -> f32 {
        let norm = self.norms.fieldnorm_id(document);
        let mut bonus = 0.0;
        for word in &mut self.words {
            word.positions.clear();
            let mut at = word.postings.doc();
            if at < document {
                at = word.postings.seek(document);
            }
            if at == document && at != TERMINATED {
                word.postings.positions(&mut word.positions);
            }
        }
        for (at, first) in self.words.iter().enumerate() {
            for second in &self.words[at + 1..] {
                let times = together(&first.positions, &second.positions);
                if times > 0 {
                    let both = first.weight.score(norm, times) + second.weight.score(norm, times);
                    bonus += NEAR * both / 2.0;
                }
            }
        }
        bonus
    }
}

/// How many of the first positions have one of the second within the window.
fn together(first: &[u32], second: &[u32]) -> u32 {
    let mut next = 0;
    let mut times = 0;
    for &position in first {
        while second
            .get(next)
            .is_some_and(|&other| other + WINDOW < position)
        {
            next += 1;
        }
        let is_near = second
            .get(next)
            .is_some_and(|&other| other <= position + WINDOW);
        times += u32::from(is_near);
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_together_within_the_window_on_either_side() {
        assert_eq!(together(&[10], &[13]), 1);
        assert_eq!(together(&[10], &[14]), 0);
        assert_eq!(together(&[10], &[7]), 1);
        assert_eq!(together(&[1, 20, 40], &[22, 90]), 1);
        assert_eq!(together(&[], &[1]), 0);
    }
}
