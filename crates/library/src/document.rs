//! Documents and what the reader needs of them.

use dossier_text::{Interval, PartialDate, Structure, TextRange};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Error, Library, Result,
    history::Change,
    quotation::Quotation,
    store::{self, history},
};

/// A document, without its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub id: i64,
    pub title: String,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub published: Option<PartialDate>,
    /// `stated`, `byline`, `address`, `guess` or `person`.
    pub published_origin: Option<String>,
    pub url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// `article`, `report`, `brief`, `speech`, `interview` or `webpage`.
    pub kind: String,
    /// Where it was imported from.
    pub path: Option<String>,
    /// The fields that a person wrote: an import leaves them as they are.
    pub decided: Vec<String>,
    /// RFC 3339, UTC.
    pub added_at: String,
    /// The newest text version.
    pub version: Option<i64>,
}

/// An immutable text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextVersion {
    pub id: i64,
    pub document: i64,
    /// Counted from 1 within the document.
    pub number: u32,
    /// The original that it was made of.
    pub file_sha256: String,
    pub media_type: String,
    pub text: String,
    pub structure: Structure,
    pub diagnostics: Vec<String>,
}

/// An expression of time in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    pub id: i64,
    pub document: i64,
    pub range: TextRange,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: String,
    /// TIMEX3 value.
    pub value: String,
    pub interval: Option<Interval>,
    pub is_approximate: bool,
}

impl DateMention {
    /// Whether it is a place on the calendar, rather than a length of time or a repetition.
    pub(crate) fn is_point(&self) -> bool {
        matches!(self.kind.as_str(), "DATE" | "TIME")
    }
}

/// A person's correction of a document's metadata; absent fields stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentChange {
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    pub publisher: Option<Option<String>>,
    pub published: Option<Option<PartialDate>>,
    pub language: Option<Option<String>>,
    pub kind: Option<String>,
}

/// The kinds that a document can be of.
const KINDS: [&str; 6] = [
    "article",
    "report",
    "brief",
    "speech",
    "interview",
    "webpage",
];

impl Library {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is none.
    pub fn document(&self, id: i64) -> Result<Document> {
        self.read(|tx| store::document::get(tx, id))
    }

    /// Reads documents in the order of their ids; those that are no longer there are left out.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn documents(&self, ids: &[i64]) -> Result<Vec<Document>> {
        self.read(|tx| store::document::many(tx, ids))
    }

    /// The ids of all documents.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn document_ids(&self) -> Result<Vec<i64>> {
        self.read(store::document::ids)
    }

    /// Finds the one document that an id, a title or a path names.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] and [`Error::AmbiguousName`].
    pub fn document_named(&self, name: &str) -> Result<i64> {
        let found = self.read(|tx| store::document::named(tx, name))?;
        match found[..] {
            [id] => Ok(id),
            [] => Err(Error::NotFound {
                what: "document",
                which: name.to_owned(),
            }),
            _ => Err(Error::AmbiguousName {
                which: name.to_owned(),
                count: found.len(),
            }),
        }
    }

    /// Reads the newest text version of a document.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`], and [`Error::Damaged`] where the stored text cannot be read back.
    pub fn text_version(&self, document: i64) -> Result<TextVersion> {
        self.read(|tx| store::text_version::newest(tx, document))
    }

    /// Reads the quotations and date mentions of a document, in text order.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn marks(&self, document: i64) -> Result<(Vec<Quotation>, Vec<DateMention>)> {
        self.read(|tx| {
            Ok((
                store::quotation::of_document(tx, document)?,
                store::date::of_document(tx, document)?,
            ))
        })
    }

    /// Corrects a document's metadata, for good: an import no longer changes these fields.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] for an empty title or an unknown kind.
    pub fn change_document(&self, id: i64, change: DocumentChange) -> Result<()> {
        if change
            .title
            .as_ref()
            .is_some_and(|title| title.trim().is_empty())
        {
            return Err(Error::Invalid("A document needs a title.".to_owned()));
        }
        if let Some(kind) = &change.kind
            && !KINDS.contains(&kind.as_str())
        {
            return Err(Error::Invalid(format!("“{kind}” is no kind of document.")));
        }
        let now = self.now();
        self.write(|tx| {
            let before = store::document::get(tx, id)?;
            let mut after = before.clone();
            let needs_analysis = change
                .published
                .is_some_and(|date| date != before.published);
            apply(&mut after, change);
            if after == before {
                return Ok(());
            }
            write_document(tx, &after)?;
            if needs_analysis {
                analyse_again(tx, id)?;
            }
            let step = Change {
                entity: "document".to_owned(),
                id,
                before: json!(before),
                after: json!(after),
            };
            history::record(tx, "Edit details", Some(id), &[step], &now)
        })
    }

    /// Takes documents out of the library; they can be brought back by undo.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where one of them is not there; then none is taken out.
    pub fn delete_documents(&self, ids: &[i64]) -> Result<()> {
        let now = self.now();
        self.write(|tx| {
            let mut changes = Vec::new();
            for &id in ids {
                store::document::get(tx, id)?;
                set_deleted(tx, id, true)?;
                let (before, after) = (json!({"deleted": false}), json!({"deleted": true}));
                changes.push(Change {
                    entity: "document".to_owned(),
                    id,
                    before,
                    after,
                });
            }
            let label = match ids.len() {
                1 => "Delete document".to_owned(),
                count => format!("Delete {count} documents"),
            };
            history::record(tx, &label, None, &changes, &now)
        })
    }
}

fn apply(document: &mut Document, change: DocumentChange) {
    let mut decide = |field: &str| {
        if !document.decided.iter().any(|decided| decided == field) {
            document.decided.push(field.to_owned());
        }
    };
    if let Some(title) = change.title {
        decide("title");
        document.title = title.trim().to_owned();
    }
    if let Some(authors) = change.authors {
        decide("authors");
        document.authors = authors;
    }
    if let Some(publisher) = change.publisher {
        decide("publisher");
        document.publisher = publisher;
    }
    if let Some(published) = change.published {
        decide("published");
        document.published = published;
        document.published_origin = Some("person".to_owned());
    }
    if let Some(language) = change.language {
        decide("language");
        document.language = language;
    }
    if let Some(kind) = change.kind {
        decide("kind");
        document.kind = kind;
    }
}

/// Writes a document and marks it for the index.
pub(crate) fn write_document(tx: &Transaction<'_>, document: &Document) -> Result<()> {
    store::document::update(tx, document)?;
    enqueue(tx, document.id)
}

/// Marks a document as deleted or not, and for the index.
pub(crate) fn set_deleted(tx: &Transaction<'_>, id: i64, is_deleted: bool) -> Result<()> {
    store::document::set_deleted(tx, id, is_deleted)?;
    enqueue(tx, id)
}

/// Puts a document on the list of those that the index does not hold as they are.
pub(crate) fn enqueue(tx: &Transaction<'_>, id: i64) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO index_queue (document_id) VALUES (?1) \
         ON CONFLICT (document_id) DO UPDATE SET changes = changes + 1",
    )?
    .execute([id])?;
    Ok(())
}

/// Finds quotations and dates of a document's newest text again; what a person decided stays.
pub(crate) fn analyse_again(tx: &Transaction<'_>, id: i64) -> Result<()> {
    let document = store::document::many(tx, &[id])?.pop();
    let document = document.ok_or_else(|| Error::NotFound {
        what: "document",
        which: id.to_string(),
    })?;
    let text = store::text_version::text(tx, id)?;
    let context = dossier_analysis::Context {
        published: document.published.and_then(day_of),
        language: document.language.as_deref(),
    };
    let attributions = dossier_analysis::attribution::attributions(&text, &context);
    let timexes = dossier_analysis::timex::timexes(&text, &context);
    store::quotation::replace(tx, id, &text, &attributions)?;
    store::date::replace(tx, id, &timexes)?;
    store::text_version::set_analysed(tx, id)?;
    enqueue(tx, id)
}

/// The document creation time for analysis: only a full day can anchor “last Tuesday”.
pub(crate) fn day_of(date: PartialDate) -> Option<chrono::NaiveDate> {
    date.day().map(|_| date.earliest())
}
