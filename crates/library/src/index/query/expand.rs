//! The words of the index that a query means beside the one that it has.

use std::collections::HashMap;

use tantivy::{Searcher, Term, query::FuzzyTermQuery, schema::Field};

use crate::{Result, index::most_frequent};

/// How many words a fuzzy one may stand for; the most frequent are taken.
const MOST: usize = 64;

/// Words of a field that differ from `word` by at most `letters` letters, a swap of two counted as
/// one (Damerau's distance), with the number of documents that have them, most frequent first.
///
/// Walks the dictionary with a Levenshtein automaton (Schulz and Mihov, 2002): time grows with the
/// words that are near, not with the dictionary.
pub(crate) fn alike(
    searcher: &Searcher,
    field: Field,
    word: &str,
    letters: u8,
) -> Result<Vec<(String, u64)>> {
    let query = FuzzyTermQuery::new(Term::from_field_text(field, word), letters, true);
    let mut found: HashMap<String, u64> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index
            .terms()
            .search(query.automaton()?)
            .into_stream()
            .map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            let Ok(term) = std::str::from_utf8(terms.key()) else {
                continue;
            };
            let documents = u64::from(terms.value().doc_freq);
            match found.get_mut(term) {
                Some(count) => *count += documents,
                None => {
                    found.insert(term.to_owned(), documents);
                }
            }
        }
    }
    Ok(most_frequent(found, MOST))
}
