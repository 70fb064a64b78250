//! What a list of hits needs of its documents.

use rusqlite::{OptionalExtension, Transaction};

use super::{
    document::{COLUMNS, from_row},
    text_version,
};
use crate::{Document, Error, Result};

/// A document with its newest text.
#[derive(Debug)]
pub(crate) struct HitRow {
    pub(crate) document: Document,
    pub(crate) text: String,
    /// How many annotations it has.
    pub(crate) annotations: u32,
}

/// Reads a document, a deleted one too; `None` where there is none of the id.
pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Option<HitRow>> {
    const COUNT: &str =
        "(SELECT count(*) FROM annotation a WHERE a.document_id = document.id AND NOT a.deleted)";
    let sql = format!("SELECT {COLUMNS}, {COUNT} FROM document WHERE id = ?1");
    let found = tx
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((from_row(row)?, row.get(13)?)))
        .optional()?;
    let Some((document, annotations)) = found else {
        return Ok(None);
    };
    let version = document.version.ok_or(Error::Damaged {
        what: "text",
        document: id,
    })?;
    Ok(Some(HitRow {
        text: text_version::text_of(tx, id, version)?,
        document,
        annotations,
    }))
}
