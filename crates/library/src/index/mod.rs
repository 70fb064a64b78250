//! The tantivy index: derived from the database, built again whenever it is missing, old or broken.
//!
//! The table `index_queue` names the documents that the index does not hold as they are; they are
//! taken off it only after a commit, so nothing is lost between. Of two processes one indexes.

mod collect;
mod complete;
mod concordance;
mod facet;
pub(crate) mod indexer;
mod matching;
mod name;
mod passage;
mod places;
pub mod query;
mod rerank;
mod rows;
mod schema;
mod search;
mod snippet;
mod stated;
mod suggest;
mod token;
mod trend;
mod unwritable;
mod watch;
mod watched;
mod window;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError, RwLock},
};

pub use complete::{Completion, CompletionKind, Completions};
pub(crate) use concordance::Gathered;
pub use concordance::{Concordance, ConcordanceOptions, ConcordanceSort, Line};
pub(crate) use facet::most_frequent;
pub(crate) use matching::{Matcher, Matching, Short};
pub use query::any_of;
pub(crate) use query::folded_words;
use rusqlite::Transaction;
pub(crate) use search::utf16;
pub use search::{Facets, Found, Histogram, Hit, Passage, SearchOptions, Sort, Span};
pub use suggest::Suggestion;
use tantivy::{
    IndexReader, IndexWriter, ReloadPolicy, TantivyError, Term, directory::error::LockError,
};
pub use trend::{Trend, TrendSeries};
pub use watch::Watch;

use self::{
    rows::RowsCache,
    schema::{Fields, Findings},
};
use crate::{
    Result,
    store::{self, Store},
};

/// Memory for new documents before a segment is written, in bytes.
const WRITER_MEMORY: usize = 96 << 20;
/// Documents between two commits.
const COMMIT_DOCUMENTS: usize = 2_000;

/// The index of a library.
pub(crate) struct Index {
    folder: PathBuf,
    fields: Fields,
    open: RwLock<Open>,
    /// Held while documents are put in.
    updating: Mutex<()>,
    rows: RowsCache,
}

struct Open {
    index: tantivy::Index,
    reader: IndexReader,
}

impl Index {
    /// Opens the index in `folder`; where it is missing, of another version or broken, makes an
    /// empty one and puts every document on the queue. Where nothing can be written, makes one
    /// among the system's temporary files instead, whole.
    pub(crate) fn open(folder: &Path, store: &Store) -> Result<Self> {
        let is_read_only = store.is_read_only();
        let found = open_existing(folder, is_read_only);
        let with = |open| Self {
            folder: folder.to_owned(),
            fields: schema::schema().1,
            open: RwLock::new(open),
            updating: Mutex::default(),
            rows: RowsCache::default(),
        };
        match found {
            // An index that lags behind would stay so.
            Some(open) if !is_read_only || pending(store)? == 0 => Ok(with(open)),
            _ if is_read_only => {
                let index = with(unwritable::temporary()?);
                index.fill(store)?;
                Ok(index)
            }
            _ => {
                tracing::info!("the index is built again");
                let index = with(make(folder)?);
                enqueue_all(store)?;
                Ok(index)
            }
        }
    }

    /// Puts every document in.
    fn fill(&self, store: &Store) -> Result<()> {
        let index = self.read_open().index.clone();
        let mut writer = index.writer_with_num_threads(2, WRITER_MEMORY)?;
        for id in store.read(crate::store::document::ids)? {
            self.add(store, &writer, id)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(self.read_open().reader.reload()?)
    }

    /// Puts waiting documents in, batch by batch, until none waits or `go_on`, which is told how
    /// many do, says no. Says whether none waits.
    pub(crate) fn update(&self, store: &Store, go_on: &mut dyn FnMut(u32) -> bool) -> Result<bool> {
        let _updating = self.updating.lock().unwrap_or_else(PoisonError::into_inner);
        if pending(store)? == 0 {
            // Another process may have committed.
            self.read_open().reader.reload()?;
            return Ok(true);
        }
        let index = self.read_open().index.clone();
        let mut writer = match index.writer_with_num_threads(2, WRITER_MEMORY) {
            Ok(writer) => writer,
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        loop {
            let batch = self.batch(store)?;
            if batch.is_empty() {
                writer.wait_merging_threads()?;
                return Ok(true);
            }
            self.put(store, &mut writer, &batch)?;
            self.read_open().reader.reload()?;
            self.warm()?;
            if !go_on(pending(store)?) {
                return Ok(false);
            }
        }
    }

    /// Throws the index away and puts every document on the queue.
    pub(crate) fn rebuild(&self, store: &Store) -> Result<()> {
        let _updating = self.updating.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        *open = make(&self.folder)?;
        enqueue_all(store)
    }

    /// Ids of all documents in the index, in order; a document that is in it twice comes twice.
    pub(crate) fn ids(&self) -> Result<Vec<i64>> {
        let searcher = self.read_open().reader.searcher();
        let mut ids = Vec::with_capacity(searcher.num_docs() as usize);
        for segment in searcher.segment_readers() {
            let column = segment.fast_fields().i64("id")?;
            ids.extend(segment.doc_ids_alive().filter_map(|doc| column.first(doc)));
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// Documents that wait, each with the count of its changes so far.
    fn batch(&self, store: &Store) -> Result<Vec<(i64, i64)>> {
        store.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT document_id, changes FROM index_queue ORDER BY document_id LIMIT ?1",
            )?;
            let rows = statement.query_map([COMMIT_DOCUMENTS as i64], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Puts documents in, commits, and takes off the queue those that did not change meanwhile.
    fn put(&self, store: &Store, writer: &mut IndexWriter, batch: &[(i64, i64)]) -> Result<()> {
        for &(id, _) in batch {
            self.add(store, writer, id)?;
        }
        writer.commit()?;
        store.write(|tx| {
            let mut statement = tx.prepare_cached(
                "DELETE FROM index_queue WHERE document_id = ?1 AND changes = ?2",
            )?;
            for row in batch {
                statement.execute(*row)?;
            }
            Ok(())
        })
    }

    fn add(&self, store: &Store, writer: &IndexWriter, id: i64) -> Result<()> {
        writer.delete_term(Term::from_field_i64(self.fields.id, id));
        let found = store.read(|tx| {
            if store::document::is_deleted(tx, id)? {
                return Ok(None);
            }
            let document = store::document::get(tx, id)?;
            let text = store::text_version::text(tx, id)?;
            let findings = findings(tx, id, &text)?;
            Ok(Some(schema::document(
                &self.fields,
                &document,
                &text,
                &findings,
            )))
        });
        match found {
            Ok(Some(document)) => {
                writer.add_document(document)?;
            }
            Ok(None) => {}
            // One unreadable text must not keep the others from being found; the library's check
            // names it.
            Err(error) => tracing::warn!(id, %error, "a document could not be indexed"),
        }
        Ok(())
    }

    /// Whether every file of the index is as it was written; reads them all.
    pub(crate) fn is_whole(&self) -> bool {
        let index = self.read_open().index.clone();
        let whole = || {
            index
                .validate_checksum()
                .is_ok_and(|damaged| damaged.is_empty())
        };
        guarded(whole).unwrap_or(false)
    }

    /// The field of the documents' numbers.
    pub(crate) fn id_field(&self) -> tantivy::schema::Field {
        self.fields.id
    }

    fn read_open(&self) -> std::sync::RwLockReadGuard<'_, Open> {
        self.open.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What analysis found in a document.
fn findings(tx: &Transaction<'_>, id: i64, text: &str) -> Result<Findings> {
    let mut findings = Findings::default();
    for quotation in store::quotation::of_document(tx, id)? {
        findings.known_speakers.extend(quotation.speaker.clone());
        let called = || quotation.source.and_then(|source| source.slice(text));
        let speaker = quotation.speaker.as_deref().or_else(called);
        findings.speakers.extend(speaker.map(str::to_owned));
        findings
            .said
            .push(store::quotation::joined(text, &quotation.content));
    }
    let dates = store::date::of_document(tx, id)?;
    let dates = dates.into_iter().filter(|date| date.is_point());
    findings.stated = dates.filter_map(|date| date.interval).collect();
    Ok(findings)
}

/// How many documents wait to be put in.
fn pending(store: &Store) -> Result<u32> {
    store.read(|tx| Ok(tx.query_row("SELECT count(*) FROM index_queue", [], |row| row.get(0))?))
}

fn enqueue_all(store: &Store) -> Result<()> {
    store.write(|tx| {
        tx.execute(
            "INSERT OR IGNORE INTO index_queue (document_id) SELECT id FROM document WHERE NOT deleted",
            [],
        )?;
        Ok(())
    })
}

fn version_file(folder: &Path) -> PathBuf {
    folder.join("version")
}

/// Runs `work`, a panic of which is a sign of damaged files: tantivy trusts what it reads.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).ok()
}

fn open_existing(folder: &Path, is_read_only: bool) -> Option<Open> {
    guarded(|| open_trusting(folder, is_read_only)).flatten()
}

fn open_trusting(folder: &Path, is_read_only: bool) -> Option<Open> {
    let version = fs::read_to_string(version_file(folder)).ok()?;
    if version.trim() != schema::VERSION.to_string() {
        return None;
    }
    let mut index = if is_read_only {
        unwritable::in_folder(folder)?
    } else {
        tantivy::Index::open_in_dir(folder).ok()?
    };
    if index.schema() != schema::schema().0 {
        return None;
    }
    index.set_tokenizers(schema::tokenizers());
    open(index).ok()
}

fn make(folder: &Path) -> Result<Open> {
    let io = |action| move |error| crate::Error::io(action, folder, error);
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(io("remove the old index"))?;
    } else if folder.exists() {
        fs::remove_file(folder).map_err(io("remove what is in place of the index"))?;
    }
    fs::create_dir_all(folder).map_err(io("make the folder"))?;
    let mut index = tantivy::Index::create_in_dir(folder, schema::schema().0)?;
    index.set_tokenizers(schema::tokenizers());
    // Written last: an index whose making was interrupted has no version and is made again.
    fs::write(version_file(folder), schema::VERSION.to_string()).map_err(io("write in"))?;
    open(index)
}

fn open(index: tantivy::Index) -> Result<Open> {
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()?;
    Ok(Open { index, reader })
}
