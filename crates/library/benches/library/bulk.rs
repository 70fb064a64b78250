//! A library written directly: what importing a million articles would leave for searching, without
//! the days of reading and analysing them. It has no originals, quotations or dates.

use std::path::Path;

use dossier_library::{Library, Options};
use rusqlite::{Connection, Transaction, params};

use crate::corpus::{Article, Corpus};

/// Articles in a transaction.
const AT_ONCE: u64 = 20_000;
/// The compression level that the library uses.
const LEVEL: i32 = 3;

/// Writes the articles from `first` to `end` into the library in a folder, and puts them on the
/// queue of the index.
pub(crate) fn write(folder: &Path, corpus: &Corpus, first: u64, end: u64) {
    drop(Library::open(folder, Options::default()).expect("a library can be made"));
    let mut connection =
        Connection::open(folder.join("library.sqlite")).expect("the library can be opened");
    connection
        .execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        .expect("the library can be told");
    let structure = serde_json::to_vec(&dossier_text::Structure::default());
    let structure = packed(&structure.expect("a structure is JSON"));
    for begin in (first..end).step_by(AT_ONCE as usize) {
        let transaction = connection.transaction().expect("nobody else writes");
        for number in begin..end.min(begin + AT_ONCE) {
            insert(&transaction, &corpus.article(number), &structure);
        }
        transaction.commit().expect("the disk takes it");
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    zstd::bulk::compress(bytes, LEVEL).expect("compressing into memory cannot fail")
}

fn insert(transaction: &Transaction<'_>, article: &Article, structure: &[u8]) {
    let text = article.text();
    let (id, day) = (article.number as i64 + 1, article.day());
    let authors = serde_json::to_string(&article.authors).expect("names are JSON");
    let mut document = transaction
        .prepare_cached(
            "INSERT INTO document (id, uuid, title, authors, publisher, published, published_start, \
             published_end, language, kind, version_id, added_at) VALUES \
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'article', ?1, '2026-01-01T00:00:00Z')",
        )
        .expect("the table is there");
    document
        .execute(params![
            id,
            format!("bench-{id}"),
            article.title,
            authors,
            article.publisher,
            article.published,
            day,
            day + 1,
            article.language
        ])
        .expect("the disk takes it");
    let mut version = transaction
        .prepare_cached(
            "INSERT INTO text_version (id, document_id, number, file_sha256, file_size, media_type, \
             text, text_bytes, structure, diagnostics, extract_version, analysis_version, \
             created_at) VALUES (?1, ?1, 1, ?2, ?3, 'text/markdown', ?4, ?3, ?5, '[]', ?6, ?7, \
             '2026-01-01T00:00:00Z')",
        )
        .expect("the table is there");
    version
        .execute(params![
            id,
            format!("{id:064x}"),
            text.len() as i64,
            packed(text.as_bytes()),
            structure,
            dossier_extract::VERSION,
            dossier_analysis::VERSION
        ])
        .expect("the disk takes it");
    transaction
        .prepare_cached("INSERT INTO index_queue (document_id) VALUES (?1)")
        .expect("the table is there")
        .execute([id])
        .expect("the disk takes it");
}
