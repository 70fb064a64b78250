//! Date mentions: derived, replaced as a whole when a document is analysed again.

use dossier_analysis::timex::{Timex, TimexType};
use dossier_text::TextRange;
use rusqlite::{Row, Transaction};

use crate::{DateMention, Result, date_of, days};

/// The columns that [`from_row`] reads, of `date_mention` as `m`.
pub(crate) const COLUMNS: &str = "m.id, m.document_id, m.start, m.end, m.type, m.value, m.first_day, m.end_day, m.is_approximate";

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<DateMention> {
    let (first, end): (Option<i32>, Option<i32>) = (row.get(6)?, row.get(7)?);
    Ok(DateMention {
        id: row.get(0)?,
        document: row.get(1)?,
        range: TextRange {
            start: row.get(2)?,
            end: row.get(3)?,
        },
        kind: row.get(4)?,
        value: row.get(5)?,
        interval: first
            .zip(end)
            .and_then(|(first, end)| dossier_text::Interval::new(date_of(first)?, date_of(end)?)),
        is_approximate: row.get(8)?,
    })
}

/// The type's name in the database and for scripts.
pub(crate) fn type_name(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// Replaces what was found in a document.
pub(crate) fn replace(tx: &Transaction<'_>, document: i64, timexes: &[Timex]) -> Result<()> {
    tx.prepare_cached("DELETE FROM date_mention WHERE document_id = ?1")?
        .execute([document])?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO date_mention (document_id, start, end, type, value, first_day, end_day, \
         is_approximate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for timex in timexes {
        statement.execute((
            document,
            timex.range.start,
            timex.range.end,
            type_name(timex.kind),
            &timex.value,
            timex.interval.map(|interval| days(interval.start)),
            timex.interval.map(|interval| days(interval.end)),
            timex.is_approximate,
        ))?;
    }
    Ok(())
}

/// The date mentions of a document, in text order.
pub(crate) fn of_document(tx: &Transaction<'_>, document: i64) -> Result<Vec<DateMention>> {
    let sql =
        format!("SELECT {COLUMNS} FROM date_mention m WHERE m.document_id = ?1 ORDER BY m.start");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([document], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
