//! Requests, responses and events, as the front end sees them.

pub mod annotation;
pub mod collection;
pub mod document;
pub mod event;
pub mod explore;
pub mod export;
pub mod import;
pub mod library;
pub mod note;
pub mod person;
pub mod quotation;
pub mod search;
pub mod statement;
pub mod timeline;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without parameters, or a response without content.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Empty {}

/// A half-open range of UTF-16 code units of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Range {
    pub start: u32,
    pub end: u32,
}

/// A short piece of text with the parts that matched or matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Excerpt {
    pub text: String,
    /// Ranges of UTF-16 code units of `text`, in order, not overlapping.
    pub highlights: Vec<Range>,
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentSummary {
    pub id: i64,
    pub title: String,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    /// EDTF level 0: `2023`, `2023-06` or `2023-06-02`.
    pub published: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// `article`, `report`, `brief`, `speech`, `interview` or `webpage`.
    pub kind: String,
}
