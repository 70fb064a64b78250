//! Saved searches, and those asked before.

use rusqlite::{OptionalExtension, Row, Transaction};

use crate::{
    Error, Result,
    saved_search::{PastSearch, SavedSearch},
};

/// How many searches asked before are kept.
const MOST: u32 = 500;

fn from_row(row: &Row<'_>) -> rusqlite::Result<SavedSearch> {
    Ok(SavedSearch {
        id: row.get(0)?,
        name: row.get(1)?,
        query: row.get(2)?,
        seen: row.get(3)?,
    })
}

/// By name.
pub(crate) fn list(tx: &Transaction<'_>) -> Result<Vec<SavedSearch>> {
    let sql = "SELECT id, name, query, seen FROM saved_search ORDER BY name";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<SavedSearch> {
    let sql = "SELECT id, name, query, seen FROM saved_search WHERE id = ?1";
    let found = tx.query_row(sql, [id], from_row).optional()?;
    found.ok_or_else(|| not_found(id))
}

/// Keeps a query under a name, all its hits as seen; the query of a search of that name is replaced.
pub(crate) fn save(tx: &Transaction<'_>, name: &str, query: &str) -> Result<SavedSearch> {
    let saved = tx.query_row(
        "INSERT INTO saved_search (name, query, seen) VALUES (?1, ?2, \
         (SELECT ifnull(max(id), 0) FROM document)) \
         ON CONFLICT (name) DO UPDATE SET query = excluded.query, seen = excluded.seen \
         RETURNING id, name, query, seen",
        (name, query),
        from_row,
    )?;
    Ok(saved)
}

/// Puts a saved search back as it was.
pub(crate) fn restore(tx: &Transaction<'_>, id: i64, name: &str, query: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO saved_search (id, name, query, seen) VALUES (?1, ?2, ?3, \
         (SELECT ifnull(max(id), 0) FROM document)) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query",
        (id, name, query),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Transaction<'_>, id: i64) -> Result<()> {
    match tx.execute("DELETE FROM saved_search WHERE id = ?1", [id])? {
        0 => Err(not_found(id)),
        _ => Ok(()),
    }
}

/// Notes that all documents of the library were seen as hits of a saved search.
pub(crate) fn look_at(tx: &Transaction<'_>, id: i64) -> Result<()> {
    tx.execute(
        "UPDATE saved_search SET seen = (SELECT ifnull(max(id), 0) FROM document) WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

/// The number of the newest document.
pub(crate) fn newest_document(tx: &Transaction<'_>) -> Result<i64> {
    let sql = "SELECT ifnull(max(id), 0) FROM document";
    Ok(tx.query_row(sql, [], |row| row.get(0))?)
}

fn not_found(id: i64) -> Error {
    Error::NotFound {
        what: "saved search",
        which: id.to_string(),
    }
}

/// Keeps a query among those asked before, as the newest; the oldest ones beyond [`MOST`] go.
pub(crate) fn record(tx: &Transaction<'_>, past: &PastSearch) -> Result<()> {
    tx.execute(
        "INSERT INTO past_search (query, total, at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (query) DO UPDATE SET total = excluded.total, at = excluded.at",
        (&past.query, past.total, &past.at),
    )?;
    tx.execute(
        "DELETE FROM past_search WHERE query NOT IN \
         (SELECT query FROM past_search ORDER BY at DESC, rowid DESC LIMIT ?1)",
        [MOST],
    )?;
    Ok(())
}

/// Newest first.
pub(crate) fn past(tx: &Transaction<'_>) -> Result<Vec<PastSearch>> {
    let sql = "SELECT query, total, at FROM past_search ORDER BY at DESC, rowid DESC";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(PastSearch {
            query: row.get(0)?,
            total: row.get(1)?,
            at: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Forgets one, or all.
pub(crate) fn forget(tx: &Transaction<'_>, query: Option<&str>) -> Result<()> {
    tx.execute(
        "DELETE FROM past_search WHERE ?1 IS NULL OR query = ?1",
        [query],
    )?;
    Ok(())
}
