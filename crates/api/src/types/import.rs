//! Taking documents in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Imports files and folders in the background.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartImport {
    /// Absolute paths of files and folders; folders are taken with all that is in them.
    pub paths: Vec<String>,
    /// A collection that takes the imported documents.
    pub collection: Option<i64>,
}

/// A long piece of work that was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Job {
    /// Names the work in events and in `cancel_job`.
    pub job: u32,
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ImportOutcome {
    /// A new document.
    Added,
    /// A new text version of a document that was there.
    Updated,
    /// The same file as before.
    Unchanged,
    /// Nothing could be read from it; `reason` says why.
    Failed,
    /// Not a file that Dossier reads, found within a folder.
    Skipped,
}

/// One file of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportItem {
    pub path: String,
    pub outcome: ImportOutcome,
    pub document: Option<i64>,
    pub title: Option<String>,
    /// A sentence: why it failed or was skipped, or what is doubtful about it.
    pub reason: Option<String>,
}

/// How many files had which outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCounts {
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub failed: u32,
    pub skipped: u32,
}

/// The ledger of one import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    pub id: i64,
    /// RFC 3339, UTC.
    pub started_at: String,
    pub finished_at: Option<String>,
    pub is_cancelled: bool,
    pub counts: ImportCounts,
    pub items: Vec<ImportItem>,
}

/// Names an import; the newest where `id` is `null`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct GetImportReport {
    pub id: Option<i64>,
}
