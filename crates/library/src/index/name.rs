//! Names in the index: which words of the texts are spellings of one name.
//!
//! The field `names` is a dictionary first: under the key of a name it lists the words of the body
//! that may be that name, in any script and case. A query's word is searched as all of them, so
//! that names in other scripts are ranked, highlighted and counted like any word.

use std::collections::{BTreeSet, HashMap};

use dossier_analysis::name::{document_keys, may_be_name, query_keys};
use tantivy::{Searcher, Term};

use super::{
    schema::Fields,
    token::{folded, words},
};
use crate::Result;

/// How many spellings a name is searched in; the most frequent are taken.
const MOST: usize = 48;
/// Longer words in capitals are headlines: they tell nothing of names.
const LONGEST_ACRONYM: usize = 4;

/// The terms of the field `names` for some texts in one language.
pub(super) fn name_terms<'t>(
    texts: impl Iterator<Item = &'t str>,
    language: Option<&str>,
) -> BTreeSet<String> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut terms = BTreeSet::new();
    let mut keys = Vec::new();
    for word in texts.flat_map(words) {
        if !may_be_name(word.text) || is_shouted(word.text) || !seen.insert(word.text) {
            continue;
        }
        keys.clear();
        document_keys(word.text, language, &mut keys);
        if !keys.is_empty() {
            let word = folded(word.text);
            terms.extend(keys.iter().map(|key| format!("{key}|{word}")));
        }
    }
    terms
}

fn is_shouted(word: &str) -> bool {
    word.chars().nth(LONGEST_ACRONYM).is_some()
        && !word.chars().any(char::is_lowercase)
        && word.chars().any(char::is_uppercase)
}

/// The words of the body that are spellings of the name that a person typed, without the word
/// itself, most frequent first; none where the typed word is no name.
pub(super) fn spellings(searcher: &Searcher, fields: &Fields, typed: &str) -> Result<Vec<String>> {
    let own = folded(typed);
    let mut found: HashMap<String, u64> = HashMap::new();
    for key in query_keys(typed) {
        collect(searcher, fields, &key, &mut found)?;
    }
    let is_capital = typed.chars().next().is_some_and(char::is_uppercase);
    if !is_capital && !is_mostly_name(searcher, fields, &own, found.get(&own).copied())? {
        return Ok(Vec::new());
    }
    found.remove(&own);
    let mut spellings = Vec::new();
    for (word, count) in found {
        // *May* and *may*: a word that is mostly no name would find what was not asked for.
        if is_mostly_name(searcher, fields, &word, Some(count))? {
            spellings.push((count, word));
        }
    }
    spellings.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    spellings.truncate(MOST);
    Ok(spellings.into_iter().map(|(_, word)| word).collect())
}

/// Adds the words under a key with the number of documents that have them as names.
fn collect(
    searcher: &Searcher,
    fields: &Fields,
    key: &str,
    found: &mut HashMap<String, u64>,
) -> Result<()> {
    let (from, to) = (format!("{key}|"), format!("{key}}}"));
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.names)?;
        let range = index.terms().range().ge(from.as_bytes()).lt(to.as_bytes());
        let mut terms = range.into_stream().map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            let word = std::str::from_utf8(&terms.key()[from.len()..]);
            if let Ok(word) = word {
                *found.entry(word.to_owned()).or_default() += u64::from(terms.value().doc_freq);
            }
        }
    }
    Ok(())
}

/// Whether a word is a name in at least half of the documents that have it. One that no document
/// has can be nothing else.
fn is_mostly_name(
    searcher: &Searcher,
    fields: &Fields,
    word: &str,
    as_name: Option<u64>,
) -> Result<bool> {
    let all = searcher.doc_freq(&Term::from_field_text(fields.body, word))?;
    Ok(all == 0 || as_name.unwrap_or(0) * 2 >= all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str, language: &str) -> Vec<String> {
        name_terms(std::iter::once(text), Some(language))
            .into_iter()
            .collect()
    }

    #[test]
    fn what_has_a_capital_may_be_a_name_and_headlines_tell_nothing() {
        let found = terms("Aliyev met the minister. PIPELINE OPENED", "en");
        assert!(
            found.iter().any(|term| term.ends_with("|aliyev")),
            "{found:?}"
        );
        assert!(
            !found.iter().any(|term| term.ends_with("|pipeline")),
            "{found:?}"
        );
        assert!(
            !found.iter().any(|term| term.ends_with("|minister")),
            "{found:?}"
        );
    }

    #[test]
    fn spellings_of_a_name_share_a_key() {
        let key = |text: &str, language| -> BTreeSet<String> {
            let found = terms(text, language);
            let keys = found
                .iter()
                .filter_map(|term| Some(term.split_once('|')?.0.to_owned()));
            keys.collect()
        };
        let latin = key("Aliyev", "en");
        assert!(!latin.is_disjoint(&key("Əliyevin", "az")));
        assert!(!latin.is_disjoint(&key("Алиевым", "ru")));
        assert!(latin.is_disjoint(&key("Pashayev", "en")));
    }
}
