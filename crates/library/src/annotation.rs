//! Annotations: what a person says about a passage (W3C Web Annotation).

use dossier_text::{
    TextRange,
    selector::{self, Anchorer, Selector, State},
};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Document, Error, Library, Result,
    held::HeldWords,
    history::Change,
    index::{Matcher, Matching, Short},
    store::{self, annotation as table, history, tag as tag_table},
};

/// The colours of highlights; Zotero's, so that they survive an exchange.
pub const COLORS: [&str; 8] = [
    "yellow", "red", "green", "blue", "purple", "magenta", "orange", "gray",
];

/// A statement about a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    pub id: i64,
    /// Names it in exports, for good.
    pub uuid: String,
    pub document: i64,
    /// The text version that `range` counts in.
    pub version: i64,
    /// Where it stands; `None` for an orphan.
    pub range: Option<TextRange>,
    /// How it was made: the words as they were annotated, and where.
    pub selector: Selector,
    /// `highlighting`, `commenting`, `tagging` or `bookmarking`.
    pub motivation: String,
    /// One of [`COLORS`].
    pub color: String,
    /// Markdown; empty where there is no note.
    pub body: String,
    pub tags: Vec<String>,
    /// Whose words the passage has in it, where a quotation says so.
    pub speaker: Option<String>,
    pub state: State,
    /// How well the place fits, 0 to 1.
    pub score: f32,
    /// RFC 3339, UTC.
    pub created_at: String,
    pub modified_at: String,
}

/// A tag and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Levels are separated by `/`.
    pub name: String,
    pub color: Option<String>,
    pub description: String,
    /// How many annotations bear it.
    pub count: u32,
}

/// What a person can change of an annotation, for undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub(crate) color: String,
    pub(crate) body: String,
    pub(crate) motivation: String,
    pub(crate) tags: Vec<String>,
}

/// A new annotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewAnnotation {
    pub document: i64,
    pub color: String,
    /// Markdown.
    pub body: String,
    pub tags: Vec<String>,
    /// Keeps the identity of an imported annotation.
    pub uuid: Option<String>,
}

/// A change of an annotation; absent fields stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnotationChange {
    pub color: Option<String>,
    pub body: Option<String>,
    pub tags: Option<Vec<String>>,
}

/// The order of a list of annotations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AnnotationSort {
    /// By document title, then in text order.
    #[default]
    Document,
    /// Newest change first.
    Modified,
    /// By publication, newest first, then in text order.
    Published,
}

/// Which annotations are asked for; filters narrow together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnotationFilter {
    /// Words that passage, note, tags or title must hold, in any case.
    pub text: String,
    pub document: Option<i64>,
    pub tag: Option<String>,
    pub color: Option<String>,
    /// Only annotations that answer this search themselves: its words are in the passage, the note
    /// or a tag, its filters hold for their document.
    pub matching: Option<String>,
    pub sort: AnnotationSort,
    /// At most so many; `None` for all.
    pub limit: Option<u32>,
    pub offset: u32,
}

impl Library {
    /// Annotates a passage of a document's newest text.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] for a range that holds no words, [`Error::NotFound`] for a document that
    /// is not there.
    pub fn annotate(&self, new: NewAnnotation, range: TextRange) -> Result<Annotation> {
        let now = self.now();
        self.write(|tx| {
            let version = store::text_version::newest(tx, new.document)?;
            let range = range.trimmed(&version.text);
            if range.slice(&version.text).is_none_or(str::is_empty) {
                return Err(Error::Invalid(
                    "The selected passage holds no words.".to_owned(),
                ));
            }
            let selector = selector::describe(&version.text, range);
            insert(
                tx,
                new,
                &version.id,
                Some(range),
                selector,
                State::Exact,
                1.0,
                &now,
            )
        })
    }

    /// Annotates the passage that a selector names, wherever it stands now; where it stands
    /// nowhere, the annotation is kept as an orphan. One whose UUID the library knows is not made
    /// again; it comes back if it was deleted.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a document that is not there; [`Error::Invalid`] for an empty
    /// quotation.
    pub fn annotate_selector(&self, new: NewAnnotation, selector: Selector) -> Result<Annotation> {
        if selector.quote.exact.trim().is_empty() {
            return Err(Error::Invalid("The annotation names no words.".to_owned()));
        }
        let now = self.now();
        self.write(|tx| {
            if let Some(uuid) = &new.uuid
                && let Some(known) = known(tx, uuid, &now)?
            {
                return Ok(known);
            }
            let version = store::text_version::newest(tx, new.document)?;
            let found = Anchorer::new(&version.text).anchor(&selector);
            // A made position is exact by definition: the words stand where they were looked for.
            let state = match (found.state, selector.position) {
                (State::Moved, None) => State::Exact,
                (state, _) => state,
            };
            insert(
                tx,
                new,
                &version.id,
                found.range,
                selector,
                state,
                found.score,
                &now,
            )
        })
    }

    /// Changes an annotation.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there, [`Error::Invalid`] for an unknown colour.
    pub fn change_annotation(&self, id: i64, change: AnnotationChange) -> Result<Annotation> {
        let now = self.now();
        self.write(|tx| {
            let annotation = table::get(tx, id)?;
            let before = snapshot(&annotation);
            let label = match (&change.color, &change.body, &change.tags) {
                (None, Some(_), None) => "Edit note",
                (None, None, Some(_)) => "Edit tags",
                (Some(_), None, None) => "Change colour",
                _ => "Edit annotation",
            };
            let color = change.color.unwrap_or(annotation.color);
            check_color(&color)?;
            let body = change.body.unwrap_or(annotation.body);
            let tags = change
                .tags
                .map_or(annotation.tags, |tags| clean_tags(&tags));
            let after = Snapshot {
                motivation: motivation(&body, &tags),
                color,
                body,
                tags,
            };
            if after == before {
                return table::get(tx, id);
            }
            let Snapshot {
                color,
                body,
                motivation,
                tags,
            } = &after;
            table::update(tx, id, color, body, motivation, tags, &now)?;
            let change = change_of(id, json!(before), json!(after));
            history::record(tx, label, Some(annotation.document), &[change], &now)?;
            table::get(tx, id)
        })
    }

    /// Deletes an annotation; it can be brought back by undo.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn delete_annotation(&self, id: i64) -> Result<i64> {
        let now = self.now();
        self.write(|tx| {
            let document = table::get(tx, id)?.document;
            table::set_deleted(tx, id, true)?;
            let change = change_of(id, json!({"deleted": false}), json!({"deleted": true}));
            history::record(tx, "Delete annotation", Some(document), &[change], &now)?;
            Ok(document)
        })
    }

    /// Reads the annotations of a document, in text order, orphans last.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn annotations_of(&self, document: i64) -> Result<Vec<Annotation>> {
        self.read(|tx| table::of_document(tx, document, false))
    }

    /// Lists annotations over all documents, each with its document; also how many there are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn annotations(
        &self,
        filter: &AnnotationFilter,
    ) -> Result<(u32, Vec<(Annotation, Document)>)> {
        let matching = filter.matching.as_deref();
        let matching = matching
            .map(|query| self.matching(query, false))
            .transpose()?;
        self.read(|tx| {
            let matcher = matching.as_ref().map(Matching::matcher);
            let (total, annotations) = select(tx, filter, matcher)?;
            let mut documents = std::collections::HashMap::new();
            let ids: std::collections::BTreeSet<i64> = annotations
                .iter()
                .map(|annotation| annotation.document)
                .collect();
            for document in store::document::many(tx, &ids.into_iter().collect::<Vec<_>>())? {
                documents.insert(document.id, document);
            }
            let pairs = annotations.into_iter().filter_map(|annotation| {
                let document = documents.get(&annotation.document)?.clone();
                Some((annotation, document))
            });
            Ok((total, pairs.collect()))
        })
    }

    /// Lists tags by name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn tags(&self) -> Result<Vec<Tag>> {
        self.read(tag_table::list)
    }

    /// Renames, recolours or describes a tag; absent fields stay as they are.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there, [`Error::Invalid`] where the new name is taken.
    pub fn change_tag(
        &self,
        name: &str,
        new_name: Option<&str>,
        color: Option<&str>,
        description: Option<&str>,
    ) -> Result<Tag> {
        color.map_or(Ok(()), check_color)?;
        let now = self.now();
        let name = name.to_owned();
        self.write(|tx| {
            let id = tag_table::id(tx, &name)?;
            let (_, old_color, old_description) = tag_table::get(tx, id)?;
            let new_name = new_name.map_or(name.as_str(), str::trim);
            if new_name.is_empty() {
                return Err(Error::Invalid("A tag needs a name.".to_owned()));
            }
            if new_name != name && tag_table::id(tx, new_name).is_ok() {
                return Err(Error::Invalid(format!(
                    "There is a tag “{new_name}” already."
                )));
            }
            let color = color.or(old_color.as_deref());
            let description = description.unwrap_or(&old_description);
            tag_table::update(tx, id, new_name, color, description)?;
            let change = Change {
                entity: "tag".to_owned(),
                id,
                before: json!({"name": name, "color": old_color, "description": old_description}),
                after: json!({"name": new_name, "color": color, "description": description}),
            };
            history::record(tx, "Edit tag", None, &[change], &now)?;
            let tags = tag_table::list(tx)?;
            let tag = tags.into_iter().find(|tag| tag.name == new_name);
            tag.ok_or_else(|| Error::NotFound {
                what: "tag",
                which: new_name.to_owned(),
            })
        })
    }
}

/// Puts every annotation of a document where it stands in its newest text version.
pub(crate) fn anchor_again(tx: &Transaction<'_>, document: i64) -> Result<()> {
    let annotations = table::of_document(tx, document, true)?;
    if annotations.is_empty() {
        return Ok(());
    }
    let version = store::text_version::newest(tx, document)?;
    let anchorer = Anchorer::new(&version.text);
    for annotation in annotations {
        let found = anchorer.anchor(&annotation.selector);
        table::set_place(
            tx,
            annotation.id,
            version.id,
            found.range,
            found.state,
            found.score,
        )?;
    }
    Ok(())
}

/// The annotation of a UUID, brought back if it was deleted.
fn known(tx: &Transaction<'_>, uuid: &str, now: &str) -> Result<Option<Annotation>> {
    let Some((id, is_deleted)) = table::by_uuid(tx, uuid)? else {
        return Ok(None);
    };
    if is_deleted {
        table::set_deleted(tx, id, false)?;
        let change = change_of(id, json!({"deleted": true}), json!({"deleted": false}));
        let document = table::get(tx, id)?.document;
        history::record(tx, "Import annotation", Some(document), &[change], now)?;
    }
    table::get(tx, id).map(Some)
}

#[expect(clippy::too_many_arguments, reason = "one row, spelled out")]
fn insert(
    tx: &Transaction<'_>,
    new: NewAnnotation,
    version: &i64,
    range: Option<TextRange>,
    selector: Selector,
    state: State,
    score: f32,
    now: &str,
) -> Result<Annotation> {
    check_color(&new.color)?;
    store::document::get(tx, new.document)?;
    let tags = clean_tags(&new.tags);
    let annotation = Annotation {
        id: 0,
        uuid: new.uuid.unwrap_or_else(|| uuid::Uuid::new_v4().to_string()),
        document: new.document,
        version: *version,
        range,
        selector,
        motivation: motivation(&new.body, &tags),
        color: new.color,
        body: new.body,
        tags,
        speaker: None,
        state,
        score,
        created_at: now.to_owned(),
        modified_at: now.to_owned(),
    };
    let id = table::insert(tx, &annotation)?;
    let change = change_of(id, json!({"deleted": true}), json!({"deleted": false}));
    let label = if annotation.body.is_empty() {
        "Highlight"
    } else {
        "Add note"
    };
    history::record(tx, label, Some(annotation.document), &[change], now)?;
    table::get(tx, id)
}

fn select(
    tx: &Transaction<'_>,
    filter: &AnnotationFilter,
    mut matcher: Option<Matcher<'_>>,
) -> Result<(u32, Vec<Annotation>)> {
    let order = match filter.sort {
        AnnotationSort::Document => "d.title, d.id, a.start IS NULL, a.start, a.id",
        AnnotationSort::Modified => "a.modified_at DESC, a.id DESC",
        AnnotationSort::Published => {
            "d.published_start IS NULL, d.published_start DESC, d.id, a.start IS NULL, a.start, a.id"
        }
    };
    let from = "FROM annotation a JOIN document d ON d.id = a.document_id \
                WHERE NOT a.deleted AND NOT d.deleted \
                AND (?1 IS NULL OR a.document_id = ?1) AND (?2 IS NULL OR a.color = ?2) \
                AND (?3 IS NULL OR EXISTS (SELECT 1 FROM annotation_tag x JOIN tag t \
                ON t.id = x.tag_id WHERE x.annotation_id = a.id \
                AND (t.name = ?3 OR substr(t.name, 1, length(?3) + 1) = ?3 || '/')))";
    let sql = format!(
        "SELECT {}, d.title AS title, d.language AS language {from} ORDER BY {order}",
        table::COLUMNS
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map((filter.document, &filter.color, &filter.tag), |row| {
        let language: Option<String> = row.get("language")?;
        Ok((
            table::from_row(row)?,
            row.get::<_, String>("title")?,
            language,
        ))
    })?;
    let words = HeldWords::of(&filter.text);
    let mut total = 0;
    let mut kept = Vec::new();
    let end = filter
        .limit
        .map(|limit| filter.offset.saturating_add(limit));
    for row in rows {
        let (mut annotation, title, language) = row?;
        if !words.is_empty() || matcher.is_some() {
            annotation.tags = tag_table::of_annotation(tx, annotation.id)?;
            let all = whole(&annotation);
            let short = Short {
                text: &all,
                speaker: None,
                document: Some(annotation.document),
                language: language.as_deref(),
            };
            let answers = matcher
                .as_mut()
                .is_none_or(|matcher| matcher.answers(short));
            if !answers || !words.are_in(&format!("{all} {title}")) {
                continue;
            }
        }
        if total >= filter.offset && end.is_none_or(|end| total < end) {
            kept.push(annotation);
        }
        total += 1;
    }
    Ok((total, table::with_tags(tx, kept)?))
}

/// Everything that an annotation says.
fn whole(annotation: &Annotation) -> String {
    format!(
        "{}\n{}\n{}",
        annotation.selector.quote.exact,
        annotation.body,
        annotation.tags.join(" ")
    )
}

fn snapshot(annotation: &Annotation) -> Snapshot {
    Snapshot {
        color: annotation.color.clone(),
        body: annotation.body.clone(),
        motivation: annotation.motivation.clone(),
        tags: annotation.tags.clone(),
    }
}

fn change_of(id: i64, before: serde_json::Value, after: serde_json::Value) -> Change {
    Change {
        entity: "annotation".to_owned(),
        id,
        before,
        after,
    }
}

fn motivation(body: &str, tags: &[String]) -> String {
    let name = match (body.trim().is_empty(), tags.is_empty()) {
        (false, _) => "commenting",
        (true, false) => "tagging",
        (true, true) => "highlighting",
    };
    name.to_owned()
}

fn check_color(color: &str) -> Result<()> {
    if COLORS.contains(&color) {
        return Ok(());
    }
    Err(Error::Invalid(format!(
        "“{color}” is no colour; use one of {}.",
        COLORS.join(", ")
    )))
}

/// Trims names and the levels within them, and drops empty and repeated ones.
fn clean_tags(tags: &[String]) -> Vec<String> {
    let mut clean = Vec::new();
    for tag in tags {
        let levels: Vec<&str> = tag
            .split('/')
            .map(str::trim)
            .filter(|level| !level.is_empty())
            .collect();
        let name = levels.join("/");
        if !name.is_empty() && !clean.contains(&name) {
            clean.push(name);
        }
    }
    clean
}
