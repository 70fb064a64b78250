//! Tags: the codebook.

use rusqlite::{OptionalExtension, Transaction};

use crate::{Error, Result, annotation::Tag};

/// Makes `names` the tags of an annotation, in that order; new names become tags.
pub(crate) fn set(tx: &Transaction<'_>, annotation: i64, names: &[String]) -> Result<()> {
    tx.prepare_cached("DELETE FROM annotation_tag WHERE annotation_id = ?1")?
        .execute([annotation])?;
    for (position, name) in names.iter().enumerate() {
        tx.prepare_cached("INSERT INTO tag (name) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([name])?;
        tx.prepare_cached(
            "INSERT OR IGNORE INTO annotation_tag (annotation_id, tag_id, position) \
             SELECT ?1, id, ?3 FROM tag WHERE name = ?2",
        )?
        .execute((annotation, name, position as i64))?;
    }
    Ok(())
}

/// The names of an annotation's tags.
pub(crate) fn of_annotation(tx: &Transaction<'_>, annotation: i64) -> Result<Vec<String>> {
    let sql = "SELECT t.name FROM annotation_tag x JOIN tag t ON t.id = x.tag_id \
               WHERE x.annotation_id = ?1 ORDER BY x.position";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([annotation], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All tags that are used, or that a person coloured or described, by name.
pub(crate) fn list(tx: &Transaction<'_>) -> Result<Vec<Tag>> {
    let sql = "SELECT t.name, t.color, t.description, count(a.id) FROM tag t \
               LEFT JOIN annotation_tag x ON x.tag_id = t.id \
               LEFT JOIN annotation a ON a.id = x.annotation_id AND NOT a.deleted \
               AND a.document_id IN (SELECT id FROM document WHERE NOT deleted) \
               GROUP BY t.id HAVING count(a.id) > 0 OR t.color IS NOT NULL OR t.description <> '' \
               ORDER BY t.name";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Tag {
            name: row.get(0)?,
            color: row.get(1)?,
            description: row.get(2)?,
            count: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every document that has a tagged annotation, with the tag: each pair once.
pub(crate) fn by_document(tx: &Transaction<'_>) -> Result<Vec<(i64, String)>> {
    let sql = "SELECT DISTINCT a.document_id, t.name FROM annotation a \
               JOIN annotation_tag x ON x.annotation_id = a.id JOIN tag t ON t.id = x.tag_id \
               WHERE NOT a.deleted";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The id of the tag of that name.
pub(crate) fn id(tx: &Transaction<'_>, name: &str) -> Result<i64> {
    let id = tx
        .query_row("SELECT id FROM tag WHERE name = ?1", [name], |row| {
            row.get(0)
        })
        .optional()?;
    id.ok_or_else(|| Error::NotFound {
        what: "tag",
        which: name.to_owned(),
    })
}

/// Reads name, colour and description of a tag.
pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<(String, Option<String>, String)> {
    Ok(tx.query_row(
        "SELECT name, color, description FROM tag WHERE id = ?1",
        [id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?)
}

/// Writes name, colour and description of a tag.
pub(crate) fn update(
    tx: &Transaction<'_>,
    id: i64,
    name: &str,
    color: Option<&str>,
    description: &str,
) -> Result<()> {
    tx.execute(
        "UPDATE tag SET name = ?2, color = ?3, description = ?4 WHERE id = ?1",
        (id, name, color, description),
    )?;
    Ok(())
}
