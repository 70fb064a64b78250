//! What the engine tells its clients without being asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::import::ImportCounts;

/// Something changed, or long work went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Event {
    /// An import took in another file.
    ImportProgressed {
        job: u32,
        done: u32,
        /// Grows while folders are still being read.
        total: u32,
        /// Name of the file being read.
        current: String,
        counts: ImportCounts,
    },
    /// An import ended, to its end or cancelled; its report can be read.
    ImportFinished {
        job: u32,
        report: i64,
        is_cancelled: bool,
        counts: ImportCounts,
    },
    /// An import could not go on.
    ImportFailed {
        job: u32,
        message: String,
        hint: Option<String>,
    },
    /// The index took in documents; `pending` wait still.
    IndexProgressed { pending: u32 },
    /// Documents were added, changed or taken out.
    DocumentsChanged,
    /// Annotations or tags of a document changed; of several where `null`.
    AnnotationsChanged { document: Option<i64> },
    /// Free notes changed.
    NotesChanged,
    /// Collections or saved searches changed.
    CollectionsChanged,
    /// Another library was opened.
    LibraryOpened,
}
