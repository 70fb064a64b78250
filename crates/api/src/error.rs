//! The one error that clients see.

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
    /// The folder is no library, or one from a newer version.
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
