//! Documents: what is known of each, apart from its text.

use rusqlite::{OptionalExtension, Row, Transaction, named_params};

use super::numbers;
use crate::{Document, Error, Result, days};

pub(super) const COLUMNS: &str = "id, title, authors, publisher, published, published_origin, url, language, \
                       kind, path, decided, added_at, version_id";

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Document> {
    let published: Option<String> = row.get(4)?;
    Ok(Document {
        id: row.get(0)?,
        title: row.get(1)?,
        authors: from_json(row, 2)?,
        publisher: row.get(3)?,
        published: published.and_then(|date| date.parse().ok()),
        published_origin: row.get(5)?,
        url: row.get(6)?,
        language: row.get(7)?,
        kind: row.get(8)?,
        path: row.get(9)?,
        decided: from_json(row, 10)?,
        added_at: row.get(11)?,
        version: row.get(12)?,
    })
}

fn from_json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let json: String = row.get(column)?;
    serde_json::from_str(&json).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            Box::new(error),
        )
    })
}

pub(crate) fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("names and numbers always serialise")
}

/// Inserts a document without a text; `version` follows with [`set_version`].
pub(crate) fn insert(tx: &Transaction<'_>, document: &Document, uuid: &str) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO document (uuid, title, authors, publisher, published, published_start, \
         published_end, published_origin, url, language, kind, path, decided, added_at) VALUES \
         (:uuid, :title, :authors, :publisher, :published, :start, :end, :origin, :url, :language, \
         :kind, :path, :decided, :added_at)",
    )?
    .execute(named_params! {
        ":uuid": uuid,
        ":title": document.title,
        ":authors": to_json(&document.authors),
        ":publisher": document.publisher,
        ":published": document.published.map(|d| d.to_string()),
        ":start": document.published.map(|d| days(d.interval().start)),
        ":end": document.published.map(|d| days(d.interval().end)),
        ":origin": document.published_origin,
        ":url": document.url,
        ":language": document.language,
        ":kind": document.kind,
        ":path": document.path,
        ":decided": to_json(&document.decided),
        ":added_at": document.added_at,
    })?;
    Ok(tx.last_insert_rowid())
}

/// Writes everything but the identity, the version and when it was added.
pub(crate) fn update(tx: &Transaction<'_>, document: &Document) -> Result<()> {
    tx.prepare_cached(
        "UPDATE document SET title = :title, authors = :authors, publisher = :publisher, \
         published = :published, published_start = :start, published_end = :end, \
         published_origin = :origin, url = :url, language = :language, kind = :kind, path = :path, \
         decided = :decided WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": document.id,
        ":title": document.title,
        ":authors": to_json(&document.authors),
        ":publisher": document.publisher,
        ":published": document.published.map(|d| d.to_string()),
        ":start": document.published.map(|d| days(d.interval().start)),
        ":end": document.published.map(|d| days(d.interval().end)),
        ":origin": document.published_origin,
        ":url": document.url,
        ":language": document.language,
        ":kind": document.kind,
        ":path": document.path,
        ":decided": to_json(&document.decided),
    })?;
    Ok(())
}

/// Makes a text version the newest one of its document.
pub(crate) fn set_version(tx: &Transaction<'_>, id: i64, version: i64) -> Result<()> {
    tx.prepare_cached("UPDATE document SET version_id = ?2 WHERE id = ?1")?
        .execute((id, version))?;
    Ok(())
}

/// Marks a document as deleted or not.
pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    tx.prepare_cached("UPDATE document SET deleted = ?2 WHERE id = ?1")?
        .execute((id, is_deleted))?;
    Ok(())
}

/// Whether a document is marked as deleted.
pub(crate) fn is_deleted(tx: &Transaction<'_>, id: i64) -> Result<bool> {
    Ok(
        tx.query_row("SELECT deleted FROM document WHERE id = ?1", [id], |row| {
            row.get(0)
        })?,
    )
}

/// Reads a document that is not deleted.
pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Document> {
    let sql = format!("SELECT {COLUMNS} FROM document WHERE id = ?1 AND NOT deleted");
    let row = tx
        .prepare_cached(&sql)?
        .query_row([id], from_row)
        .optional()?;
    row.ok_or_else(|| Error::NotFound {
        what: "document",
        which: id.to_string(),
    })
}

/// Reads documents by id, deleted ones too, in the order of the ids; missing ones are left out.
pub(crate) fn many(tx: &Transaction<'_>, ids: &[i64]) -> Result<Vec<Document>> {
    let sql = format!("SELECT {COLUMNS} FROM document WHERE id IN rarray(?1)");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([numbers(ids)], from_row)?;
    let mut found: std::collections::HashMap<i64, Document> = rows
        .map(|row| row.map(|d| (d.id, d)))
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The document, deleted or not, that was imported from `path`.
pub(crate) fn by_path(tx: &Transaction<'_>, path: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM document WHERE path = ?1 ORDER BY deleted, id LIMIT 1";
    Ok(tx
        .prepare_cached(sql)?
        .query_row([path], |row| row.get(0))
        .optional()?)
}

/// The document, deleted or not, that was taken from `url`.
pub(crate) fn by_url(tx: &Transaction<'_>, url: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM document WHERE url = ?1 ORDER BY deleted, id LIMIT 1";
    Ok(tx
        .prepare_cached(sql)?
        .query_row([url], |row| row.get(0))
        .optional()?)
}

/// The document, deleted or not, whose newest text version was made of the file; of several the one
/// that was imported from `path`.
pub(crate) fn by_file(
    tx: &Transaction<'_>,
    sha256: &str,
    path: Option<&str>,
) -> Result<Option<i64>> {
    let sql = "SELECT d.id FROM text_version v JOIN document d ON d.id = v.document_id \
               WHERE v.file_sha256 = ?1 AND d.version_id = v.id ORDER BY d.deleted, d.path IS NOT ?2, d.id LIMIT 1";
    Ok(tx
        .prepare_cached(sql)?
        .query_row((sha256, path), |row| row.get(0))
        .optional()?)
}

/// The documents that an id, a title or a path names. An id counts first: it always names one.
pub(crate) fn named(tx: &Transaction<'_>, name: &str) -> Result<Vec<i64>> {
    if let Ok(id) = name.parse::<i64>() {
        match get(tx, id) {
            Ok(document) => return Ok(vec![document.id]),
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let sql = "SELECT id FROM document WHERE NOT deleted AND (title = ?1 OR path = ?1 OR url = ?1) \
               UNION SELECT id FROM document WHERE NOT deleted AND path LIKE '%/' || ?2 ESCAPE '!'";
    let like = name
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map((name, like), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The ids of all documents that are not deleted.
pub(crate) fn ids(tx: &Transaction<'_>) -> Result<Vec<i64>> {
    let mut statement =
        tx.prepare_cached("SELECT id FROM document WHERE NOT deleted ORDER BY id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
