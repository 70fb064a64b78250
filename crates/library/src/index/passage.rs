//! Where the words of a query stand in its best hits, asked of the index instead of their texts.

use tantivy::{
    DocAddress, DocId, DocSet, Searcher, SegmentReader, TantivyError, Term,
    postings::{Postings, SegmentPostings},
    schema::IndexRecordOption,
};

use super::{places::Places, rows::Rows, schema::Fields, snippet::Wanted, token::inflected_term};
use crate::Result;

/// How many of a query's words and phrases are looked for: a page of hits is to be shown at once,
/// however long the query.
const MOST: usize = 100;

/// Where something wanted stands: its first word's position in the text, how many words it has, and
/// which of the wanted things it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) word: u32,
    pub(super) words: u32,
    pub(super) what: u32,
}

/// What the index tells of a hit's text.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The text version that the index has read.
    pub(super) version: Option<i64>,
    pub(super) places: Places,
    /// In text order, not overlapping.
    pub(super) found: Vec<At>,
}

/// A word or a row of words to look for.
struct Sought {
    what: u32,
    terms: Vec<Term>,
}

/// Finds where what is wanted stands in each of the hits, in their order.
pub(super) fn standing(
    searcher: &Searcher,
    rows: &Rows,
    fields: &Fields,
    wanted: &Wanted,
    hits: &[DocAddress],
) -> Result<Vec<Standing>> {
    let sought = sought(fields, wanted);
    let mut all: Vec<Standing> = hits.iter().map(|_| Standing::default()).collect();
    // Postings go forward only.
    let mut order: Vec<usize> = (0..hits.len()).collect();
    order.sort_unstable_by_key(|&hit| hits[hit]);
    for hits_of_segment in order.chunk_by(|&a, &b| hits[a].segment_ord == hits[b].segment_ord) {
        let ordinal = hits[hits_of_segment[0]].segment_ord;
        let segment = searcher.segment_reader(ordinal);
        let rows = &rows.segments[ordinal as usize];
        for &hit in hits_of_segment {
            let doc = hits[hit].doc_id;
            all[hit].version = rows.version.first(doc);
            all[hit].places.read(rows.lengths.values_for_doc(doc));
        }
        for sought in &sought {
            let Some(mut words) = Words::open(segment, sought)? else {
                continue;
            };
            for &hit in hits_of_segment {
                words.find(hits[hit].doc_id, sought.what, &mut all[hit].found);
            }
        }
    }
    for standing in &mut all {
        untangle(&mut standing.found);
    }
    Ok(all)
}

/// Puts the finds in order; of those that overlap the first and longest stays.
fn untangle(found: &mut Vec<At>) {
    found.sort_unstable_by_key(|at| (at.word, std::cmp::Reverse(at.words), at.what));
    let mut end = 0;
    found.retain(|at| {
        let is_free = at.word >= end;
        if is_free {
            end = at.word + at.words;
        }
        is_free
    });
}

fn sought(fields: &Fields, wanted: &Wanted) -> Vec<Sought> {
    let term = |word: &str| Term::from_field_text(fields.body, word);
    let mut all: Vec<Sought> = Vec::new();
    for (what, word) in wanted.words() {
        all.push(Sought {
            what,
            terms: vec![term(word)],
        });
    }
    for (what, language, stem) in wanted.stems() {
        // A form that is its own stem stands among the words.
        for term in [
            term(stem),
            Term::from_field_text(fields.inflected, &inflected_term(language, stem)),
        ] {
            if all.iter().all(|other| other.terms[..] != [term.clone()]) {
                all.push(Sought {
                    what,
                    terms: vec![term],
                });
            }
        }
    }
    for (what, phrase) in wanted.phrases() {
        all.push(Sought {
            what,
            terms: phrase.iter().map(|word| term(word)).collect(),
        });
    }
    all.truncate(MOST);
    all
}

/// The words of a row in a segment.
struct Words {
    words: Vec<SegmentPostings>,
    /// Where the row may begin, and where the word at hand stands.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Words {
    /// `None` where the segment lacks one of the words.
    fn open(segment: &SegmentReader, sought: &Sought) -> Result<Option<Self>> {
        let mut words = Vec::with_capacity(sought.terms.len());
        for term in &sought.terms {
            let index = segment.inverted_index(term.field())?;
            let postings = index
                .read_postings(term, IndexRecordOption::WithFreqsAndPositions)
                .map_err(TantivyError::from)?;
            match postings {
                Some(postings) => words.push(postings),
                None => return Ok(None),
            }
        }
        Ok(Some(Self {
            words,
            starts: Vec::new(),
            positions: Vec::new(),
        }))
    }

    /// Adds the places of the row in a document; documents are asked for in ascending order.
    fn find(&mut self, doc: DocId, what: u32, found: &mut Vec<At>) {
        let length = self.words.len() as u32;
        for (nth, postings) in (0..).zip(&mut self.words) {
            if postings.doc() < doc {
                postings.seek(doc);
            }
            if postings.doc() != doc {
                return;
            }
            postings.positions(&mut self.positions);
            if nth == 0 {
                std::mem::swap(&mut self.starts, &mut self.positions);
            } else {
                let positions = &self.positions;
                self.starts
                    .retain(|start| positions.binary_search(&(start + nth)).is_ok());
            }
        }
        found.extend(self.starts.iter().map(|&word| At {
            word,
            words: length,
            what,
        }));
    }
}
