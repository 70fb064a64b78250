//! The open library.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is in the open library and how it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryStatus {
    /// The library's folder.
    pub path: String,
    pub name: String,
    pub documents: u32,
    pub annotations: u32,
    pub quotations: u32,
    pub dates: u32,
    pub notes: u32,
    /// Documents that wait to be put into the search index.
    pub unindexed: u32,
    /// Whether the library can only be read: its folder or disk does not take writes.
    pub is_read_only: bool,
    /// Whether the sample collection was imported into it.
    pub has_sample: bool,
}

/// Opens another library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenLibrary {
    pub path: String,
    /// Whether to make a new library where there is none.
    pub create: bool,
}

/// Asks for a check of the library's files, database, index and anchors.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLibrary {
    /// Whether to build again what is derived and found broken.
    pub repair: bool,
}

/// One thing that a check found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckProblem {
    /// `files`, `database`, `index` or `anchors`.
    pub area: String,
    /// A sentence: what is wrong, with which document.
    pub message: String,
    /// Whether the check mended it.
    pub is_repaired: bool,
}

/// What a check looked at and found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    pub documents: u32,
    pub files: u32,
    pub annotations: u32,
    pub problems: Vec<CheckProblem>,
}

/// An error of the front end, for the log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportUiError {
    pub message: String,
    pub stack: Option<String>,
}
