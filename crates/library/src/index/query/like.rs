//! The words that tell a document from others.

use std::collections::HashMap;

use tantivy::{Searcher, Term, schema::Field};

use crate::{
    Result,
    index::token::{fold_into, words},
};

/// How many words a document is compared by.
const MOST: usize = 25;
/// How many of a document's most frequent words are looked up.
const LOOKED_UP: usize = 400;
/// Shorter words tell little.
const SHORTEST: usize = 3;
/// Words that more than one document in so many has tell little.
const COMMON: u64 = 5;

/// The words of a text that weigh most, each with its weight from 0 to 1: how often the text has
/// it, by how few documents do (TF-IDF, Spärck Jones, 1972), as Lucene's `MoreLikeThis` picks them.
pub(super) fn telling_words(
    searcher: &Searcher,
    field: Field,
    text: &str,
) -> Result<Vec<(String, f32)>> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut term = String::new();
    for word in words(text) {
        let is_short = word.text.is_ascii() && word.text.len() < SHORTEST;
        if is_short || word.text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        fold_into(word.text, &mut term);
        match counts.get_mut(term.as_str()) {
            Some(count) => *count += 1,
            None => {
                counts.insert(term.clone(), 1);
            }
        }
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(LOOKED_UP);
    let all = searcher.num_docs();
    let mut telling = Vec::new();
    for (word, count) in counts {
        let documents = searcher.doc_freq(&Term::from_field_text(field, &word))?;
        // A word that no other document has finds none.
        if documents > 1 && documents * COMMON <= all.max(2 * COMMON) {
            let rarity = (all as f32 / documents as f32).ln_1p();
            telling.push((word, (1.0 + (count as f32).ln()) * rarity));
        }
    }
    telling.sort_by(|a, b| b.1.total_cmp(&a.1));
    telling.truncate(MOST);
    let most = telling.first().map_or(1.0, |(_, weight)| *weight);
    Ok(telling
        .into_iter()
        .map(|(word, weight)| (word, weight / most))
        .collect())
}
