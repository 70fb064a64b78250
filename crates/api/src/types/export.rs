//! Taking notes out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::annotation::ListAnnotations;

/// A format of exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    Markdown,
    /// One self-contained web page.
    Html,
    /// A table, one annotation a row.
    Csv,
    Json,
}

/// What to export and how.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    pub format: ExportFormat,
    /// Which annotations; `limit` and `offset` do not count here.
    pub annotations: ListAnnotations,
    /// Whether free notes go with them.
    pub with_notes: bool,
}

/// An export as it would be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPreview {
    /// The beginning of the file, at most 64 kB.
    pub text: String,
    pub is_cut: bool,
    pub annotations: u32,
    pub notes: u32,
    /// Sentences: quotations that could not be verified against the stored text.
    pub warnings: Vec<String>,
    /// A file name that fits.
    pub file_name: String,
}

/// Writes an export to a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WriteExport {
    pub request: ExportRequest,
    /// Absolute path; a file that is there is replaced, whole or not at all.
    pub path: String,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WrittenExport {
    pub path: String,
    pub bytes: u64,
    pub annotations: u32,
    pub notes: u32,
    pub warnings: Vec<String>,
}
