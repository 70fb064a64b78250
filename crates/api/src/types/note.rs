//! Free notes (memos) that belong to no passage.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A free note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    pub id: i64,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// RFC 3339, UTC.
    pub created_at: String,
    pub modified_at: String,
}

/// Lists free notes, newest change first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListNotes {
    /// Only notes that have the words of this search.
    pub matching: Option<String>,
}

/// Writes a new note.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CreateNote {
    pub title: String,
    pub body: String,
}

/// Changes a note; absent fields stay as they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UpdateNote {
    pub id: i64,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub body: Option<String>,
}

/// Deletes a note; can be undone.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct DeleteNote {
    pub id: i64,
}
