//! Quotations: derived, replaced as a whole when a document is analysed again.

use dossier_analysis::attribution::{Attribution, AttributionKind};
use dossier_text::TextRange;
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

use super::{document::to_json, numbers};
use crate::{Error, Result, quotation::Quotation};

/// The columns that [`from_row`] reads, of `quotation` as `q`.
pub(crate) const COLUMNS: &str =
    "q.id, q.document_id, q.kind, q.content, q.cue, q.source, q.speaker, q.confidence, q.decision";

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Quotation> {
    let ranges = |column: usize| -> rusqlite::Result<Vec<TextRange>> {
        let json: String = row.get(column)?;
        Ok(serde_json::from_str(&json).unwrap_or_default())
    };
    let source: Option<String> = row.get(5)?;
    Ok(Quotation {
        id: row.get(0)?,
        document: row.get(1)?,
        kind: row.get(2)?,
        content: ranges(3)?,
        cue: ranges(4)?,
        source: source.and_then(|json| serde_json::from_str(&json).ok()),
        speaker: row.get(6)?,
        confidence: row.get(7)?,
        decision: row.get(8)?,
    })
}

/// The kind's name in the database and for scripts.
pub(crate) fn kind_name(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        AttributionKind::Mixed => "mixed",
    }
}

/// Replaces what was found in a document.
pub(crate) fn replace(
    tx: &Transaction<'_>,
    document: i64,
    text: &str,
    attributions: &[Attribution],
) -> Result<()> {
    tx.prepare_cached("DELETE FROM quotation WHERE document_id = ?1")?
        .execute([document])?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO quotation (document_id, kind, start, content, cue, source, speaker, \
         found_speaker, confidence, words) VALUES (:document, :kind, :start, :content, :cue, \
         :source, :speaker, :speaker, :confidence, :words)",
    )?;
    for attribution in attributions {
        if let Some(speaker) = &attribution.speaker {
            crate::decision::note_form(tx, speaker)?;
        }
        statement.execute(named_params! {
            ":document": document,
            ":kind": kind_name(attribution.kind),
            ":start": attribution.content.first().map_or(0, |range| range.start),
            ":content": to_json(&attribution.content),
            ":cue": to_json(&attribution.cue),
            ":source": attribution.source.as_ref().map(to_json),
            ":speaker": attribution.speaker,
            ":confidence": attribution.confidence,
            ":words": joined(text, &attribution.content),
        })?;
    }
    crate::decision::apply(tx, document, text)
}

/// Inserts a quotation that a person pointed out.
pub(crate) fn insert_added(
    tx: &Transaction<'_>,
    document: i64,
    text: &str,
    range: TextRange,
    decision: i64,
) -> Result<i64> {
    let content = [range];
    tx.prepare_cached(
        "INSERT INTO quotation (document_id, kind, start, content, cue, confidence, decision, words) \
         VALUES (?1, 'direct', ?2, ?3, '[]', 1.0, ?4, ?5)",
    )?
    .execute((
        document,
        range.start,
        to_json(&content),
        decision,
        joined(text, &content),
    ))?;
    Ok(tx.last_insert_rowid())
}

/// Reads a quotation.
pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Quotation> {
    let sql = format!("SELECT {COLUMNS} FROM quotation q WHERE q.id = ?1");
    let found = tx
        .prepare_cached(&sql)?
        .query_row([id], from_row)
        .optional()?;
    found.ok_or_else(|| Error::NotFound {
        what: "quotation",
        which: id.to_string(),
    })
}

/// Reads a quotation with its words; `None` where it is not there.
pub(crate) fn with_words(tx: &Transaction<'_>, id: i64) -> Result<Option<(Quotation, String)>> {
    let sql = format!("SELECT {COLUMNS}, q.words FROM quotation q WHERE q.id = ?1");
    let mut statement = tx.prepare_cached(&sql)?;
    let found = statement.query_row([id], |row| Ok((from_row(row)?, row.get(9)?)));
    Ok(found.optional()?)
}

/// Says which decision stands over a quotation.
pub(crate) fn set_decision(tx: &Transaction<'_>, id: i64, decision: i64) -> Result<()> {
    tx.prepare_cached("UPDATE quotation SET decision = ?2 WHERE id = ?1")?
        .execute((id, decision))?;
    Ok(())
}

pub(crate) fn delete(tx: &Transaction<'_>, id: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM quotation WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// The words of several ranges, joined by ` … `.
pub(crate) fn joined(text: &str, ranges: &[TextRange]) -> String {
    let parts: Vec<&str> = ranges
        .iter()
        .filter_map(|range| range.slice(text))
        .collect();
    parts.join(" … ")
}

/// The quotations of a document, in text order.
pub(crate) fn of_document(tx: &Transaction<'_>, document: i64) -> Result<Vec<Quotation>> {
    let sql =
        format!("SELECT {COLUMNS} FROM quotation q WHERE q.document_id = ?1 ORDER BY q.start");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([document], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Shows each quotation of some documents: document, speaker (empty where unknown), words.
pub(crate) fn each_of(
    tx: &Transaction<'_>,
    documents: &[i64],
    mut show: impl FnMut(i64, &str, &str),
) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "SELECT document_id, ifnull(speaker, ''), words FROM quotation \
         WHERE document_id IN rarray(?1)",
    )?;
    let mut rows = statement.query([numbers(documents)])?;
    while let Some(row) = rows.next()? {
        let text = |column| row.get_ref(column).and_then(|value| Ok(value.as_str()?));
        show(row.get(0)?, text(1)?, text(2)?);
    }
    Ok(())
}
