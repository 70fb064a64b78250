//! What a person decided about quotations and those who are quoted.

use dossier_text::selector::Selector;
use rusqlite::{OptionalExtension, Row, Transaction};

use super::document::to_json;
use crate::{Error, Result};

/// What was decided about a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Who speaks.
    Speaker,
    /// It is none.
    Rejected,
    /// It is one that analysis did not find.
    Added,
}

impl What {
    fn name(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Rejected => "rejected",
            Self::Added => "added",
        }
    }

    fn of(name: &str) -> Self {
        match name {
            "rejected" => Self::Rejected,
            "added" => Self::Added,
            _ => Self::Speaker,
        }
    }
}

/// A decision about a quotation.
#[derive(Debug, Clone)]
pub(crate) struct Decision {
    pub(crate) id: i64,
    pub(crate) document: i64,
    pub(crate) what: What,
    /// From its first word to its last.
    pub(crate) selector: Selector,
    pub(crate) speaker: Option<String>,
}

const COLUMNS: &str = "id, document_id, what, selector, speaker";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<Decision>> {
    let what: String = row.get(2)?;
    let selector: String = row.get(3)?;
    let selector = serde_json::from_str(&selector).ok();
    let (id, document, speaker) = (row.get(0)?, row.get(1)?, row.get(4)?);
    Ok(selector.map(|selector| Decision {
        id,
        document,
        what: What::of(&what),
        selector,
        speaker,
    }))
}

pub(crate) fn insert(
    tx: &Transaction<'_>,
    document: i64,
    what: What,
    selector: &Selector,
    speaker: Option<&str>,
) -> Result<i64> {
    tx.execute(
        "INSERT INTO quotation_decision (document_id, what, selector, speaker) \
         VALUES (?1, ?2, ?3, ?4)",
        (document, what.name(), to_json(selector), speaker),
    )?;
    Ok(tx.last_insert_rowid())
}

/// The decisions of a document that stand, in the order in which they were made.
pub(crate) fn of_document(tx: &Transaction<'_>, document: i64) -> Result<Vec<Decision>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM quotation_decision WHERE document_id = ?1 AND NOT deleted ORDER BY id"
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([document], from_row)?;
    let all: Vec<Option<Decision>> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().flatten().collect())
}

pub(crate) fn get(tx: &Transaction<'_>, id: i64) -> Result<Decision> {
    let sql = format!("SELECT {COLUMNS} FROM quotation_decision WHERE id = ?1");
    let found = tx.query_row(&sql, [id], from_row).optional()?.flatten();
    found.ok_or_else(|| Error::NotFound {
        what: "decision",
        which: id.to_string(),
    })
}

pub(crate) fn set_speaker(tx: &Transaction<'_>, id: i64, speaker: Option<&str>) -> Result<()> {
    tx.execute(
        "UPDATE quotation_decision SET speaker = ?2 WHERE id = ?1",
        (id, speaker),
    )?;
    Ok(())
}

pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    tx.execute(
        "UPDATE quotation_decision SET deleted = ?2 WHERE id = ?1",
        (id, is_deleted),
    )?;
    Ok(())
}

/// The name that an alias goes by, if it is one.
pub(crate) fn name_of(tx: &Transaction<'_>, alias: &str) -> Result<Option<String>> {
    let sql = "SELECT name FROM speaker_alias WHERE alias = ?1";
    let mut statement = tx.prepare_cached(sql)?;
    Ok(statement.query_row([alias], |row| row.get(0)).optional()?)
}

/// The aliases that go by a name.
pub(crate) fn aliases(tx: &Transaction<'_>, name: &str) -> Result<Vec<String>> {
    let sql = "SELECT alias FROM speaker_alias WHERE name = ?1 ORDER BY alias";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([name], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes a name an alias of another one, or none.
pub(crate) fn set_alias(tx: &Transaction<'_>, alias: &str, name: Option<&str>) -> Result<()> {
    match name {
        Some(name) => tx.execute(
            "INSERT INTO speaker_alias (alias, name) VALUES (?1, ?2) \
             ON CONFLICT (alias) DO UPDATE SET name = excluded.name",
            (alias, name),
        )?,
        None => tx.execute("DELETE FROM speaker_alias WHERE alias = ?1", [alias])?,
    };
    Ok(())
}

/// Gives quotations the speaker that comes of analysis, decisions and aliases, where one of them
/// names `name`; their documents go to the index.
pub(crate) fn resolve_again(tx: &Transaction<'_>, name: &str) -> Result<()> {
    let touched = "SELECT id FROM quotation WHERE found_speaker = ?1 \
                   OR found_speaker IN (SELECT form FROM speaker_form WHERE name = ?1) \
                   OR decision IN (SELECT id FROM quotation_decision WHERE speaker = ?1)";
    tx.execute(
        &format!(
            "INSERT INTO index_queue (document_id) \
             SELECT DISTINCT document_id FROM quotation WHERE id IN ({touched}) \
             ON CONFLICT (document_id) DO UPDATE SET changes = changes + 1"
        ),
        [name],
    )?;
    tx.execute(&format!("{RESOLVE} WHERE id IN ({touched})"), [name])?;
    Ok(())
}

/// Gives the quotations of a document their speakers.
pub(crate) fn resolve_document(tx: &Transaction<'_>, document: i64) -> Result<()> {
    tx.prepare_cached(&format!("{RESOLVE} WHERE document_id = ?1"))?
        .execute([document])?;
    Ok(())
}

/// Notes a form of a name; gives the other forms of it that go by another one from now on.
pub(crate) fn note_form(tx: &Transaction<'_>, form: &str, key: &str) -> Result<Vec<String>> {
    let known = "SELECT EXISTS (SELECT 1 FROM speaker_form WHERE form = ?1)";
    if tx
        .prepare_cached(known)?
        .query_row([form], |row| row.get(0))?
    {
        return Ok(Vec::new());
    }
    let same = "SELECT form, name FROM speaker_form WHERE key = ?1";
    let mut statement = tx.prepare_cached(same)?;
    let rows = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let others: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    let name = others.first().map(|(_, name)| name.clone());
    let is_better = name.as_deref().is_none_or(|name| says_more(form, name));
    let best = if is_better {
        form
    } else {
        name.as_deref().unwrap_or(form)
    };
    tx.prepare_cached("INSERT INTO speaker_form (form, key, name) VALUES (?1, ?2, ?3)")?
        .execute((form, key, best))?;
    if !is_better || others.is_empty() {
        return Ok(Vec::new());
    }
    tx.prepare_cached("UPDATE speaker_form SET name = ?2 WHERE key = ?1")?
        .execute((key, form))?;
    Ok(others.into_iter().map(|(form, _)| form).collect())
}

/// Whether a form of a name says more than another: small letters tell where the capitals are, and
/// accents are left out more often than put in.
fn says_more(form: &str, than: &str) -> bool {
    let rank = |name: &str| {
        let has_small = name.chars().any(char::is_lowercase);
        (has_small, name.chars().filter(|c| !c.is_ascii()).count())
    };
    rank(form) > rank(than)
}

/// The speaker that was decided on, else the one found; under the name that it goes by.
const RESOLVE: &str = "UPDATE quotation SET speaker = (
    SELECT ifnull((SELECT name FROM speaker_alias WHERE alias = own), own) FROM (
        SELECT CASE WHEN decision IS NULL
               THEN ifnull((SELECT name FROM speaker_form WHERE form = found_speaker), found_speaker)
               ELSE (SELECT d.speaker FROM quotation_decision d WHERE d.id = decision) END AS own))";
