//! Free notes.

use rusqlite::{OptionalExtension, Row, Transaction};

use crate::{Error, Result, note::Note};

const COLUMNS: &str = "id, uuid, title, body, created_at, modified_at";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: row.get(0)?,
        uuid: row.get(1)?,
        title: row.get(2)?,
        body: row.get(3)?,
        created_at: row.get(4)?,
        modified_at: row.get(5)?,
    })
}

pub(crate) fn insert(tx: &Transaction<'_>, note: &Note) -> Result<i64> {
    tx.execute(
        "INSERT INTO note (uuid, title, body, created_at, modified_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            &note.uuid,
            &note.title,
            &note.body,
            &note.created_at,
            &note.modified_at,
        ),
    )?;
    Ok(tx.last_insert_rowid())
}

pub(crate) fn update(
    tx: &Transaction<'_>,
    id: i64,
    title: &str,
    body: &str,
    modified_at: &str,
) -> Result<()> {
    tx.execute(
        "UPDATE note SET title = ?2, body = ?3, modified_at = ?4 WHERE id = ?1",
        (id, title, body, modified_at),
    )?;
    Ok(())
}

pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    tx.execute(
        "UPDATE note SET deleted = ?2 WHERE id = ?1",
        (id, is_deleted),
    )?;
    Ok(())
}

pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Note> {
    let sql = format!("SELECT {COLUMNS} FROM note WHERE id = ?1 AND NOT deleted");
    let note = tx.query_row(&sql, [id], from_row).optional()?;
    note.ok_or_else(|| Error::NotFound {
        what: "note",
        which: id.to_string(),
    })
}

/// Newest change first.
pub(crate) fn list(tx: &Transaction<'_>) -> Result<Vec<Note>> {
    let sql =
        format!("SELECT {COLUMNS} FROM note WHERE NOT deleted ORDER BY modified_at DESC, id DESC");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
