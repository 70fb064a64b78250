//! Annotations and their tags.

use dossier_text::{
    TextRange,
    selector::{Selector, State, TextPositionSelector, TextQuoteSelector},
};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

use super::tag;
use crate::{Error, Result, annotation::Annotation};

/// The columns that [`from_row`] reads, of `annotation` as `a`.
pub(crate) const COLUMNS: &str = "a.id, a.uuid, a.document_id, a.version_id, a.start, a.end, a.exact, \
    a.prefix, a.suffix, a.made_start, a.made_end, a.motivation, a.color, a.body, a.state, a.score, \
    a.created_at, a.modified_at, \
    (SELECT q.speaker FROM quotation q, json_each(q.content) part \
     WHERE q.document_id = a.document_id AND q.speaker IS NOT NULL \
     AND part.value ->> 'start' < a.end AND part.value ->> 'end' > a.start \
     ORDER BY q.start LIMIT 1)";

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Annotation> {
    let (start, end): (Option<u32>, Option<u32>) = (row.get(4)?, row.get(5)?);
    let state: String = row.get(14)?;
    Ok(Annotation {
        id: row.get(0)?,
        uuid: row.get(1)?,
        document: row.get(2)?,
        version: row.get(3)?,
        range: start.zip(end).map(|(start, end)| TextRange { start, end }),
        selector: Selector {
            quote: TextQuoteSelector {
                exact: row.get(6)?,
                prefix: row.get(7)?,
                suffix: row.get(8)?,
            },
            position: Some(TextPositionSelector {
                start: row.get(9)?,
                end: row.get(10)?,
            }),
        },
        motivation: row.get(11)?,
        color: row.get(12)?,
        body: row.get(13)?,
        state: state_of(&state),
        score: row.get(15)?,
        created_at: row.get(16)?,
        modified_at: row.get(17)?,
        speaker: row.get(18)?,
        tags: Vec::new(),
    })
}

/// The state's name in the database and for scripts.
pub(crate) fn state_name(state: State) -> &'static str {
    match state {
        State::Exact => "exact",
        State::Moved => "moved",
        State::Reworded => "reworded",
        State::Ambiguous => "ambiguous",
        State::Orphan => "orphan",
    }
}

fn state_of(name: &str) -> State {
    match name {
        "exact" => State::Exact,
        "moved" => State::Moved,
        "reworded" => State::Reworded,
        "ambiguous" => State::Ambiguous,
        _ => State::Orphan,
    }
}

/// Inserts an annotation with its tags; `id` is ignored.
pub(crate) fn insert(tx: &Transaction<'_>, annotation: &Annotation) -> Result<i64> {
    let position = annotation
        .selector
        .position
        .unwrap_or(TextPositionSelector { start: 0, end: 0 });
    tx.prepare_cached(
        "INSERT INTO annotation (uuid, document_id, version_id, start, end, exact, prefix, suffix, \
         made_start, made_end, motivation, color, body, state, score, created_at, modified_at) VALUES \
         (:uuid, :document, :version, :start, :end, :exact, :prefix, :suffix, :made_start, :made_end, \
         :motivation, :color, :body, :state, :score, :created_at, :modified_at)",
    )?
    .execute(named_params! {
        ":uuid": annotation.uuid,
        ":document": annotation.document,
        ":version": annotation.version,
        ":start": annotation.range.map(|range| range.start),
        ":end": annotation.range.map(|range| range.end),
        ":exact": annotation.selector.quote.exact,
        ":prefix": annotation.selector.quote.prefix,
        ":suffix": annotation.selector.quote.suffix,
        ":made_start": position.start,
        ":made_end": position.end,
        ":motivation": annotation.motivation,
        ":color": annotation.color,
        ":body": annotation.body,
        ":state": state_name(annotation.state),
        ":score": annotation.score,
        ":created_at": annotation.created_at,
        ":modified_at": annotation.modified_at,
    })?;
    let id = tx.last_insert_rowid();
    tag::set(tx, id, &annotation.tags)?;
    Ok(id)
}

/// Writes what a person can change.
pub(crate) fn update(
    tx: &Transaction<'_>,
    id: i64,
    color: &str,
    body: &str,
    motivation: &str,
    tags: &[String],
    modified_at: &str,
) -> Result<()> {
    tx.prepare_cached(
        "UPDATE annotation SET color = ?2, body = ?3, motivation = ?4, modified_at = ?5 WHERE id = ?1",
    )?
    .execute((id, color, body, motivation, modified_at))?;
    tag::set(tx, id, tags)
}

/// Marks an annotation as deleted or not.
pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    tx.prepare_cached("UPDATE annotation SET deleted = ?2 WHERE id = ?1")?
        .execute((id, is_deleted))?;
    Ok(())
}

/// Writes where an annotation stands in a newer text version.
pub(crate) fn set_place(
    tx: &Transaction<'_>,
    id: i64,
    version: i64,
    range: Option<TextRange>,
    state: State,
    score: f32,
) -> Result<()> {
    tx.prepare_cached(
        "UPDATE annotation SET version_id = ?2, start = ?3, end = ?4, state = ?5, score = ?6 \
         WHERE id = ?1",
    )?
    .execute((
        id,
        version,
        range.map(|range| range.start),
        range.map(|range| range.end),
        state_name(state),
        score,
    ))?;
    Ok(())
}

/// Reads an annotation that is not deleted.
pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Annotation> {
    let sql = format!("SELECT {COLUMNS} FROM annotation a WHERE a.id = ?1 AND NOT a.deleted");
    let annotation = tx
        .prepare_cached(&sql)?
        .query_row([id], from_row)
        .optional()?;
    let mut annotation = annotation.ok_or_else(|| Error::NotFound {
        what: "annotation",
        which: id.to_string(),
    })?;
    annotation.tags = tag::of_annotation(tx, id)?;
    Ok(annotation)
}

/// The annotation of that UUID, deleted or not.
pub(crate) fn by_uuid(tx: &Transaction<'_>, uuid: &str) -> Result<Option<(i64, bool)>> {
    let sql = "SELECT id, deleted FROM annotation WHERE uuid = ?1";
    let mut statement = tx.prepare_cached(sql)?;
    Ok(statement
        .query_row([uuid], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The annotations of a document in text order, orphans last; deleted ones on request.
pub(crate) fn of_document(
    tx: &Transaction<'_>,
    document: i64,
    with_deleted: bool,
) -> Result<Vec<Annotation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM annotation a WHERE a.document_id = ?1 AND (?2 OR NOT a.deleted) \
         ORDER BY a.start IS NULL, a.start, a.end, a.id"
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map((document, with_deleted), from_row)?;
    with_tags(tx, rows.collect::<rusqlite::Result<_>>()?)
}

/// Fills in the tags.
pub(crate) fn with_tags(
    tx: &Transaction<'_>,
    mut annotations: Vec<Annotation>,
) -> Result<Vec<Annotation>> {
    for annotation in &mut annotations {
        annotation.tags = tag::of_annotation(tx, annotation.id)?;
    }
    Ok(annotations)
}
