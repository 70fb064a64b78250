//! Saved searches and what is new in them, and searches asked before.

use std::ops::Bound;

use rusqlite::Transaction;
use serde_json::json;
use tantivy::{
    Term,
    collector::Count,
    query::{BooleanQuery, Occur, RangeQuery},
};

use crate::{
    Error, Library, Result,
    held::HeldWords,
    history::Change,
    index::Watch,
    store::{history, saved_search as table},
};

/// A query that keeps answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    pub id: i64,
    pub name: String,
    pub query: String,
    /// The number of the newest document when the hits were looked at last.
    pub seen: i64,
}

/// A query that was asked before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastSearch {
    pub query: String,
    /// How many documents it found when it was asked last.
    pub total: u32,
    /// When it was asked last; RFC 3339, UTC.
    pub at: String,
}

impl Library {
    /// Lists saved searches by name, each with how many of its hits came into the library since it
    /// was looked at last.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn saved_searches(&self) -> Result<Vec<(SavedSearch, u32)>> {
        let (saved, newest) =
            self.read(|tx| Ok((table::list(tx)?, table::newest_document(tx)?)))?;
        let with_new = saved.into_iter().map(|saved| {
            let new = match saved.seen < newest {
                true => self.count_since(&saved.query, saved.seen)?,
                false => 0,
            };
            Ok((saved, new))
        });
        with_new.collect()
    }

    /// Keeps a query under a name; the query of a search of that name is replaced.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] where the name is empty.
    pub fn save_search(&self, name: &str, query: &str) -> Result<SavedSearch> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::Invalid("A saved search needs a name.".to_owned()));
        }
        let now = self.now();
        self.write(|tx| {
            let before = named(tx, |saved| saved.name == name)?;
            let saved = table::save(tx, name, query.trim())?;
            let change = change_of(saved.id, before.as_ref(), Some(&saved));
            history::record(tx, "Save search", None, &[change], &now)?;
            Ok(saved)
        })
    }

    /// Notes that the hits of a saved search are being looked at; gives it as it was before.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn look_at_saved_search(&self, id: i64) -> Result<SavedSearch> {
        let saved = self.read(|tx| table::get(tx, id))?;
        if !self.is_read_only() {
            self.write(|tx| table::look_at(tx, id))?;
        }
        Ok(saved)
    }

    /// Forgets a saved search; it can be brought back by undo.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn delete_saved_search(&self, id: i64) -> Result<()> {
        let now = self.now();
        self.write(|tx| {
            let before = named(tx, |saved| saved.id == id)?;
            table::delete(tx, id)?;
            let change = change_of(id, before.as_ref(), None);
            history::record(tx, "Forget search", None, &[change], &now)
        })
    }

    /// How many of the documents that a query finds have a higher number than `since`.
    fn count_since(&self, query: &str, since: i64) -> Result<u32> {
        let asked = self.asked(query, &Watch::without_limit())?;
        let after = Bound::Excluded(Term::from_field_i64(self.index.id_field(), since));
        let newer = RangeQuery::new(after, Bound::Unbounded);
        let both = BooleanQuery::new(vec![
            (Occur::Must, asked.compiled.query),
            (Occur::Must, Box::new(newer)),
        ]);
        Ok(asked.searcher.search(&both, &Count)? as u32)
    }

    /// Keeps a query among those asked before, as the newest of them; one that says nothing is not
    /// kept.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn record_search(&self, query: &str, total: u32) -> Result<()> {
        let query = query.trim();
        if query.is_empty() || self.is_read_only() {
            return Ok(());
        }
        let past = PastSearch {
            query: query.to_owned(),
            total,
            at: self.now(),
        };
        self.write(|tx| table::record(tx, &past))
    }

    /// Searches asked before that hold some words, newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn past_searches(&self, text: &str, limit: u32) -> Result<Vec<PastSearch>> {
        let words = HeldWords::of(text);
        let mut all = self.read(table::past)?;
        all.retain(|past| words.are_in(&past.query));
        all.truncate(limit as usize);
        Ok(all)
    }

    /// Forgets a search asked before, or all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn forget_searches(&self, query: Option<&str>) -> Result<()> {
        self.write(|tx| table::forget(tx, query))
    }
}

fn named(
    tx: &Transaction<'_>,
    is_it: impl Fn(&SavedSearch) -> bool,
) -> Result<Option<SavedSearch>> {
    Ok(table::list(tx)?.into_iter().find(|saved| is_it(saved)))
}

/// A saved search has no row while it is not kept: it is written down whole.
fn change_of(id: i64, before: Option<&SavedSearch>, after: Option<&SavedSearch>) -> Change {
    let whole = |saved: Option<&SavedSearch>| {
        saved.map_or(
            json!({"deleted": true}),
            |saved| json!({"name": saved.name, "query": saved.query}),
        )
    };
    Change {
        entity: "saved search".to_owned(),
        id,
        before: whole(before),
        after: whole(after),
    }
}
