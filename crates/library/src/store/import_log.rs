//! The ledger of imports.

use rusqlite::{OptionalExtension, Transaction};

use crate::{
    Result,
    import::{Item, Outcome, Report},
};

pub(crate) fn start(tx: &Transaction<'_>, now: &str) -> Result<i64> {
    tx.execute("INSERT INTO import (started_at) VALUES (?1)", [now])?;
    Ok(tx.last_insert_rowid())
}

pub(crate) fn finish(tx: &Transaction<'_>, id: i64, now: &str, is_cancelled: bool) -> Result<()> {
    tx.execute(
        "UPDATE import SET finished_at = ?2, is_cancelled = ?3 WHERE id = ?1",
        (id, now, is_cancelled),
    )?;
    Ok(())
}

pub(crate) fn add(tx: &Transaction<'_>, import: i64, item: &Item) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO import_item (import_id, path, outcome, document_id, reason) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        import,
        &item.path,
        item.outcome.name(),
        item.document,
        &item.reason,
    ))?;
    Ok(())
}

/// Reads one import, or the newest.
pub(crate) fn report(tx: &Transaction<'_>, id: Option<i64>) -> Result<Option<Report>> {
    let head = tx
        .query_row(
            "SELECT id, started_at, finished_at, is_cancelled FROM import \
             WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC LIMIT 1",
            [id],
            |row| {
                Ok(Report {
                    id: row.get(0)?,
                    started_at: row.get(1)?,
                    finished_at: row.get(2)?,
                    is_cancelled: row.get(3)?,
                    items: Vec::new(),
                })
            },
        )
        .optional()?;
    let Some(mut report) = head else {
        return Ok(None);
    };
    let mut statement = tx.prepare_cached(
        "SELECT i.path, i.outcome, i.document_id, d.title, i.reason FROM import_item i \
         LEFT JOIN document d ON d.id = i.document_id WHERE i.import_id = ?1 ORDER BY i.id",
    )?;
    let rows = statement.query_map([report.id], |row| {
        let outcome: String = row.get(1)?;
        Ok(Item {
            path: row.get(0)?,
            outcome: Outcome::of_name(&outcome),
            document: row.get(2)?,
            title: row.get(3)?,
            reason: row.get(4)?,
        })
    })?;
    report.items = rows.collect::<rusqlite::Result<_>>()?;
    Ok(Some(report))
}
