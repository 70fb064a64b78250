//! Why something could not be done in a library.

use std::{io, path::PathBuf};

/// Why something could not be done in a library.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite failed.
    #[error("The library's database could not be used: {0}.")]
    Database(#[source] rusqlite::Error),
    /// The disk has no room left.
    #[error("The disk is full: what was being written was not kept.")]
    DiskFull,
    /// The library is opened for reading only.
    #[error("The library in “{}” can only be read.", path.display())]
    ReadOnly { path: PathBuf },
    /// A file or folder could not be used.
    #[error("Could not {action} “{}”: {}.", path.display(), io_words(source))]
    Io {
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// The index failed.
    #[error("The search index could not be used: {0}.")]
    Index(#[source] tantivy::TantivyError),
    /// The index is damaged, and the library cannot be written to make it again.
    #[error("The search index is damaged, and this library can only be read.")]
    IndexDamaged,
    /// The folder holds something else.
    #[error("The folder “{}” is not a Dossier library.", path.display())]
    NotALibrary { path: PathBuf },
    /// The library was made by a newer version of Dossier.
    #[error(
        "The library in “{}” was made by a newer version of Dossier (its format is {found}, this version knows {known}).",
        path.display()
    )]
    Newer {
        path: PathBuf,
        found: u32,
        known: u32,
    },
    /// There is no such thing, or no longer.
    #[error("There is no {what} “{which}” in the library.")]
    NotFound { what: &'static str, which: String },
    /// More than one document fits a name.
    #[error("“{which}” names {count} documents: use an id.")]
    AmbiguousName { which: String, count: usize },
    /// The request's values make no sense.
    #[error("{0}")]
    Invalid(String),
    /// The bytes of a file could not be read as a document.
    #[error("{0}")]
    Extract(#[from] dossier_extract::Error),
    /// What is stored cannot be read back.
    #[error("Stored {what} of document {document} is damaged; check the library.")]
    Damaged { what: &'static str, document: i64 },
    /// The person stopped it.
    #[error("Cancelled.")]
    Cancelled,
}

/// What a system says of a failure, in words alone: “permission denied”.
#[must_use]
pub fn io_words(error: &io::Error) -> String {
    let said = error.to_string();
    let words = said
        .split_once(" (os error")
        .map_or(&*said, |(words, _)| words);
    let mut letters = words.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            Some(rusqlite::ErrorCode::ReadOnly) => Self::ReadOnly {
                path: PathBuf::new(),
            },
            _ => Self::Database(error),
        }
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        use tantivy::{
            TantivyError,
            directory::error::{LockError, OpenDirectoryError, OpenWriteError},
        };
        let io = match &error {
            TantivyError::IoError(io)
            | TantivyError::LockFailure(LockError::IoError(io), _)
            | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: io, .. })
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
                io_error: io, ..
            }) => Some(io.kind()),
            _ => None,
        };
        match io {
            Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => Self::DiskFull,
            _ => Self::Index(error),
        }
    }
}

impl Error {
    /// Makes an error of the file system, telling a full disk from the rest.
    pub fn io(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path: path.into() },
            _ => Self::Io {
                action,
                path: path.into(),
                source,
            },
        }
    }
}
