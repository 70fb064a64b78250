//! One document, for the reader.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DocumentSummary, Range, annotation::Annotation};

/// Names a document.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct GetDocument {
    pub document: i64,
}

/// One block of the text. Ranges are UTF-16 code units of `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// `heading`, `paragraph`, `block-quote`, `list-item`, `table-row`, `caption`, `note` or `code`.
    pub kind: String,
    /// Level of a heading, 1 to 6; nesting of a list item, from 0; 0 otherwise.
    pub level: u8,
    /// Whether a list item is numbered, or a table row is a header.
    pub flag: bool,
    pub start: u32,
    pub end: u32,
}

/// A run of characters set differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpanView {
    /// `emphasis`, `strong` or `link`.
    pub kind: String,
    /// The address of a link.
    pub href: Option<String>,
    pub start: u32,
    pub end: u32,
}

/// A page of a paged document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageView {
    pub label: String,
    pub start: u32,
    pub end: u32,
}

/// A quotation as the reader marks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotationMark {
    pub id: i64,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    pub content: Vec<Range>,
    pub cue: Vec<Range>,
    pub source: Option<Range>,
    pub speaker: Option<String>,
    pub confidence: f32,
}

/// A date mention as the reader marks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DateMark {
    pub id: i64,
    pub range: Range,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: String,
    /// TIMEX3 value.
    pub value: String,
    /// First day and first day after, `YYYY-MM-DD`.
    pub interval: Option<(String, String)>,
    pub is_approximate: bool,
}

/// A document with everything that the reader draws.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    pub summary: DocumentSummary,
    pub url: Option<String>,
    /// The path it was imported from.
    pub path: Option<String>,
    /// RFC 3339, UTC.
    pub added_at: String,
    /// Where the publication date was found: `stated`, `byline`, `address`, `guess` or `person`.
    pub published_origin: Option<String>,
    /// Which text version this is, counted from 1.
    pub version: u32,
    pub media_type: String,
    /// Full citation in the default style, plain text.
    pub citation: String,
    pub text: String,
    pub blocks: Vec<BlockView>,
    pub spans: Vec<SpanView>,
    pub pages: Vec<PageView>,
    pub quotations: Vec<QuotationMark>,
    pub dates: Vec<DateMark>,
    /// In text order; orphans and annotations on the whole document last.
    pub annotations: Vec<Annotation>,
    /// Sentences about what could not be read well.
    pub diagnostics: Vec<String>,
    /// The collections it is in.
    pub collections: Vec<i64>,
}

/// Corrects what a document's file says about itself. Absent fields stay as they are; what a person
/// wrote is never overwritten by a later import.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateDocument {
    pub document: i64,
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    /// Empty: none.
    pub publisher: Option<String>,
    /// EDTF level 0; empty: none.
    pub published: Option<String>,
    /// BCP 47; empty: none.
    pub language: Option<String>,
    pub kind: Option<String>,
}

/// Asks for the file that a document was read from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveOriginal {
    pub document: i64,
    /// Absolute path to write to.
    pub path: String,
}

/// Takes documents out of the library; can be undone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeleteDocuments {
    pub documents: Vec<i64>,
}

/// Asks for a passage with its citation, for the clipboard.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct CitePassage {
    pub document: i64,
    pub start: u32,
    pub end: u32,
}

/// A passage with its citation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CitedPassage {
    pub plain: String,
    pub markdown: String,
}
