//! Collections.

use rusqlite::{OptionalExtension, Transaction};

use crate::{Error, Result, collection::Collection};

const LIST: &str = "SELECT c.id, c.name, (SELECT count(*) FROM collection_document x JOIN document d \
                    ON d.id = x.document_id WHERE x.collection_id = c.id AND NOT d.deleted) \
                    FROM collection c WHERE NOT c.deleted";

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Collection> {
    Ok(Collection {
        id: row.get(0)?,
        name: row.get(1)?,
        count: row.get(2)?,
    })
}

pub(crate) fn insert(tx: &Transaction<'_>, name: &str) -> Result<i64> {
    tx.execute("INSERT INTO collection (name) VALUES (?1)", [name])?;
    Ok(tx.last_insert_rowid())
}

pub(crate) fn rename(tx: &Transaction<'_>, id: i64, name: &str) -> Result<()> {
    tx.execute("UPDATE collection SET name = ?2 WHERE id = ?1", (id, name))?;
    Ok(())
}

pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    tx.execute(
        "UPDATE collection SET deleted = ?2 WHERE id = ?1",
        (id, is_deleted),
    )?;
    Ok(())
}

pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Collection> {
    let found = tx
        .query_row(&format!("{LIST} AND c.id = ?1"), [id], from_row)
        .optional()?;
    found.ok_or_else(|| Error::NotFound {
        what: "collection",
        which: id.to_string(),
    })
}

pub(crate) fn by_name(tx: &Transaction<'_>, name: &str) -> Result<Option<Collection>> {
    Ok(tx
        .query_row(&format!("{LIST} AND c.name = ?1"), [name], from_row)
        .optional()?)
}

/// By name.
pub(crate) fn list(tx: &Transaction<'_>) -> Result<Vec<Collection>> {
    let mut statement = tx.prepare_cached(&format!("{LIST} ORDER BY c.name, c.id"))?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts a document in or takes it out; says whether that changed anything.
pub(crate) fn set_member(
    tx: &Transaction<'_>,
    collection: i64,
    document: i64,
    is_member: bool,
) -> Result<bool> {
    let sql = if is_member {
        "INSERT OR IGNORE INTO collection_document (collection_id, document_id) VALUES (?1, ?2)"
    } else {
        "DELETE FROM collection_document WHERE collection_id = ?1 AND document_id = ?2"
    };
    Ok(tx.prepare_cached(sql)?.execute((collection, document))? > 0)
}

/// The collections that a document is in.
pub(crate) fn of_document(tx: &Transaction<'_>, document: i64) -> Result<Vec<i64>> {
    let sql = "SELECT x.collection_id FROM collection_document x JOIN collection c \
               ON c.id = x.collection_id WHERE x.document_id = ?1 AND NOT c.deleted ORDER BY c.name";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([document], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
