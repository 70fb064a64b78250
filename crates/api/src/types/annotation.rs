//! Annotations, tags, and undoing changes to them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Range;

/// A highlight's colour; the eight that Zotero has, so that they survive an exchange.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    #[default]
    Yellow,
    Red,
    Green,
    Blue,
    Purple,
    Magenta,
    Orange,
    Gray,
}

/// How an annotation's selectors resolve in the newest text version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AnchorState {
    Exact,
    Moved,
    Reworded,
    Ambiguous,
    Orphan,
}

/// A person's statement about a passage (W3C Web Annotation).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Annotation {
    pub id: i64,
    pub document: i64,
    pub document_title: String,
    pub document_published: Option<String>,
    /// The passage in the newest text version; `null` for an orphan.
    pub range: Option<Range>,
    /// The passage's words as they were annotated.
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// `highlighting`, `commenting`, `tagging` or `bookmarking`.
    pub motivation: String,
    pub color: Color,
    /// Markdown; empty where there is no note.
    pub note: String,
    pub tags: Vec<String>,
    /// Whose words the passage has in it, where a quotation says so.
    pub speaker: Option<String>,
    pub state: AnchorState,
    /// RFC 3339, UTC.
    pub created_at: String,
    pub modified_at: String,
}

/// Annotates a passage.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateAnnotation {
    pub document: i64,
    pub start: u32,
    pub end: u32,
    pub color: Color,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub tags: Vec<String>,
}

/// Changes an annotation; absent fields stay as they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UpdateAnnotation {
    pub id: i64,
    #[serde(default)]
    pub color: Option<Color>,
    #[serde(default)]
    pub note: Option<String>,
    #[serde(default)]
    pub tags: Option<Vec<String>>,
}

/// Deletes an annotation; can be undone.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct DeleteAnnotation {
    pub id: i64,
}

/// The order of annotations in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AnnotationSort {
    /// By document title, then in text order.
    #[default]
    Document,
    /// Newest change first.
    Modified,
    /// By publication date of the document, newest first, then in text order.
    Published,
}

/// Lists annotations; filters narrow together.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ListAnnotations {
    /// Words that the passage, note, a tag or the document's title must hold, in any case.
    pub text: String,
    pub document: Option<i64>,
    pub tag: Option<String>,
    pub color: Option<Color>,
    /// Only annotations that answer this search themselves: its words are in the passage, the note
    /// or a tag, and its filters hold for their document.
    pub matching: Option<String>,
    pub sort: AnnotationSort,
    pub limit: u32,
    pub offset: u32,
}

/// A window of the list of annotations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnnotationList {
    pub total: u32,
    pub annotations: Vec<Annotation>,
}

/// A tag and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tag {
    /// Levels are separated by `/`: `energy/gas`.
    pub name: String,
    pub color: Option<Color>,
    pub description: String,
    /// How many annotations bear it.
    pub count: u32,
}

/// Renames, recolours or describes a tag.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateTag {
    pub name: String,
    #[serde(default)]
    pub new_name: Option<String>,
    #[serde(default)]
    pub color: Option<Color>,
    #[serde(default)]
    pub description: Option<String>,
}

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// What `undo` would take back, in words: “Delete note”.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// The document that the step just undone or redone belongs to.
    pub document: Option<i64>,
}
