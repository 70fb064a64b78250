//! Queries that would find more: a word that hardly any document has, taken for a frequent one that
//! is nearly the same.

use strsim::osa_distance;
use tantivy::{Term, collector::Count};

use super::{
    query::{ClauseKind, alike},
    search::Asked,
    token::{folded, words},
    watch::Watch,
};
use crate::{Library, Result};

/// How many suggestions are made at most.
const MOST: usize = 3;
/// How many words of a query are looked at.
const MOST_WORDS: usize = 8;
/// Shorter words have too many that are nearly the same.
const SHORTEST: usize = 4;
/// From how many letters on two of them may differ.
const LONG: usize = 6;
/// How many of the words that are nearly the same are tried.
const TRIED: usize = 3;

/// A query that would find more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The whole query with the word changed.
    pub query: String,
    /// As it was typed.
    pub word: String,
    pub instead: String,
}

impl Library {
    /// Queries that find more documents than the `total` that this one finds, best first.
    pub(super) fn suggestions(
        &self,
        query: &str,
        asked: &Asked,
        total: u32,
    ) -> Result<Vec<Suggestion>> {
        let body = self.index.fields.body;
        let clauses = asked.parsed.clauses.iter();
        let typed = clauses.filter(|clause| clause.kind == ClauseKind::Word && !clause.is_negated);
        let mut found: Vec<(u32, Suggestion)> = Vec::new();
        for clause in typed.take(MOST_WORDS) {
            let Some(word) = single(&clause.value) else {
                continue;
            };
            let letters = word.chars().count();
            if letters < SHORTEST {
                continue;
            }
            let own = asked
                .searcher
                .doc_freq(&Term::from_field_text(body, &word))?;
            let may_differ = if letters >= LONG { 2 } else { 1 };
            let mut candidates = alike(&asked.searcher, body, &word, may_differ)?;
            candidates.retain(|(other, documents)| *other != word && *documents > own.max(1));
            candidates.sort_by_key(|(other, documents)| {
                (osa_distance(&word, other), std::cmp::Reverse(*documents))
            });
            for (instead, _) in candidates.into_iter().take(TRIED) {
                let changed = replaced(query, clause, &instead);
                let hits = self.count(&changed)?;
                if hits > total {
                    let suggestion = Suggestion {
                        query: changed,
                        word: clause.value.clone(),
                        instead,
                    };
                    found.push((hits, suggestion));
                }
            }
        }
        // The nearest word comes first within a clause; among clauses what finds most does.
        found.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
        found.truncate(MOST);
        Ok(found
            .into_iter()
            .map(|(_, suggestion)| suggestion)
            .collect())
    }

    /// How many documents a query finds.
    pub(crate) fn count(&self, query: &str) -> Result<u32> {
        let asked = self.asked(query, &Watch::without_limit())?;
        let found = asked.searcher.search(&*asked.compiled.query, &Count)?;
        Ok(found as u32)
    }
}

/// The one word that a clause is, folded.
fn single(value: &str) -> Option<String> {
    let mut all = words(value);
    let word = all.next()?;
    all.next().is_none().then(|| folded(word.text))
}

fn replaced(query: &str, clause: &super::query::Clause, instead: &str) -> String {
    let range = clause.range.clone();
    let written = &query[range.clone()];
    let changed = written.replacen(&clause.value, instead, 1);
    format!("{}{changed}{}", &query[..range.start], &query[range.end..])
}

#[cfg(test)]
mod tests {
    use super::osa_distance as distance;

    #[test]
    fn distance_counts_letters_and_swaps() {
        for (a, b, expected) in [
            ("transit", "transit", 0),
            ("trnasit", "transit", 1),
            ("tranzit", "transit", 1),
            ("tarif", "tariffs", 2),
            ("", "gas", 3),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }
}
