//! The one error that clients see.

use dossier_library::Error;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a client can act on. A code exists only where one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ErrorCode {
    /// No such document, annotation or other thing: the list that named it is outdated.
    NotFound,
    /// The request's values make no sense together.
    InvalidRequest,
    /// The library can only be read.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// The folder is no library, or one from a newer version; or none is open.
    NotALibrary,
    /// The person cancelled it.
    Cancelled,
    /// Anything else: a fault.
    Internal,
}

/// Why a command could not be done, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    pub code: ErrorCode,
    /// A sentence: what failed, on what.
    pub message: String,
    /// What the person can do about it.
    pub hint: Option<String>,
}

impl ApiError {
    /// Makes an error without a hint.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: None,
        }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidRequest, message)
    }

    pub(crate) fn malformed(command: &str, error: &serde_json::Error) -> Self {
        Self::invalid(format!(
            "The command “{command}” was given another kind of request: {error}."
        ))
    }

    pub(crate) fn unknown_command(command: &str) -> Self {
        Self::invalid(format!("There is no command “{command}”."))
    }

    pub(crate) fn no_library() -> Self {
        Self {
            code: ErrorCode::NotALibrary,
            message: "No library is open.".to_owned(),
            hint: Some("Open a library or make a new one.".to_owned()),
        }
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        let (code, hint) = match &error {
            Error::NotFound { .. } | Error::AmbiguousName { .. } => (ErrorCode::NotFound, None),
            Error::Invalid(_) | Error::Extract(_) => (ErrorCode::InvalidRequest, None),
            Error::ReadOnly { .. } => (
                ErrorCode::ReadOnly,
                Some(
                    "Reading and searching work; to annotate or import, make its folder writable.",
                ),
            ),
            Error::DiskFull => (
                ErrorCode::DiskFull,
                Some("Make room on the disk, then do it once more."),
            ),
            Error::NotALibrary { .. } => (
                ErrorCode::NotALibrary,
                Some("Choose an empty folder for a new library."),
            ),
            Error::Newer { .. } => (
                ErrorCode::NotALibrary,
                Some("Install the newest version of Dossier. The library was left as it is."),
            ),
            Error::Cancelled => (ErrorCode::Cancelled, None),
            Error::Io { .. } => (
                ErrorCode::Internal,
                Some("Check the path and its permissions."),
            ),
            Error::Damaged { .. } | Error::Database(_) => (
                ErrorCode::Internal,
                Some("Check the library; its originals are kept."),
            ),
            Error::Index(_) | Error::IndexDamaged => (
                ErrorCode::Internal,
                Some("Check the library: the index can be made again."),
            ),
        };
        Self {
            code,
            message: error.to_string(),
            hint: hint.map(str::to_owned),
        }
    }
}
