//! Steps that can be undone and redone.

use rusqlite::{OptionalExtension, Transaction};
use serde_json::Value;

use crate::Result;

/// How many steps are kept.
const KEPT_STEPS: i64 = 1000;

/// One row before and after a step.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    /// `annotation`, `note`, `document`, `collection`, `membership` or `tag`.
    pub(crate) entity: String,
    pub(crate) id: i64,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

/// A step that can be undone or redone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) id: i64,
    pub(crate) label: String,
    pub(crate) document: Option<i64>,
}

/// Notes a step; what was undone before it can no longer be redone.
pub(crate) fn record(
    tx: &Transaction<'_>,
    label: &str,
    document: Option<i64>,
    changes: &[Change],
    now: &str,
) -> Result<()> {
    tx.execute("DELETE FROM history_step WHERE is_undone", [])?;
    tx.execute(
        "INSERT INTO history_step (label, document_id, at) VALUES (?1, ?2, ?3)",
        (label, document, now),
    )?;
    let step = tx.last_insert_rowid();
    for (position, change) in changes.iter().enumerate() {
        tx.prepare_cached(
            "INSERT INTO history_change (step_id, position, entity, entity_id, before, after) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            step,
            position as i64,
            &change.entity,
            change.id,
            change.before.to_string(),
            change.after.to_string(),
        ))?;
    }
    tx.execute(
        "DELETE FROM history_step WHERE id <= ?1",
        [step - KEPT_STEPS],
    )?;
    Ok(())
}

/// The step that undo would take back.
pub(crate) fn undoable(tx: &Transaction<'_>) -> Result<Option<Step>> {
    one(
        tx,
        "SELECT id, label, document_id FROM history_step WHERE NOT is_undone ORDER BY id DESC LIMIT 1",
    )
}

/// The step that redo would do again.
pub(crate) fn redoable(tx: &Transaction<'_>) -> Result<Option<Step>> {
    one(
        tx,
        "SELECT id, label, document_id FROM history_step WHERE is_undone ORDER BY id LIMIT 1",
    )
}

fn one(tx: &Transaction<'_>, sql: &str) -> Result<Option<Step>> {
    let step = tx.query_row(sql, [], |row| {
        Ok(Step {
            id: row.get(0)?,
            label: row.get(1)?,
            document: row.get(2)?,
        })
    });
    Ok(step.optional()?)
}

/// Marks a step as undone or not.
pub(crate) fn set_undone(tx: &Transaction<'_>, step: i64, is_undone: bool) -> Result<()> {
    tx.execute(
        "UPDATE history_step SET is_undone = ?2 WHERE id = ?1",
        (step, is_undone),
    )?;
    Ok(())
}

/// The changes of a step, in the order in which they were made.
pub(crate) fn changes(tx: &Transaction<'_>, step: i64) -> Result<Vec<Change>> {
    let mut statement = tx.prepare_cached(
        "SELECT entity, entity_id, before, after FROM history_change WHERE step_id = ?1 \
         ORDER BY position",
    )?;
    let rows = statement.query_map([step], |row| {
        let value = |column: usize| -> rusqlite::Result<Value> {
            let json: String = row.get(column)?;
            Ok(serde_json::from_str(&json).unwrap_or(Value::Null))
        };
        Ok(Change {
            entity: row.get(0)?,
            id: row.get(1)?,
            before: value(2)?,
            after: value(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
