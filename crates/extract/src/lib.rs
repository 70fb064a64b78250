//! Bytes of an article in, text with structure and metadata out.
//!
//! Nothing here does I/O or reads a clock: the caller brings the bytes. Broken input is data: what
//! could not be read is a [`Diagnostic`]; only a file of which nothing can be read is an [`Error`].

mod error;
mod metadata;

pub use dossier_text::Diagnostic;
use dossier_text::Structure;
pub use error::Error;
pub use metadata::{DocumentKind, Metadata, Origin, Sourced};

/// The version of the extractors; it rises when their output for the same bytes changes.
pub const VERSION: u32 = 1;

/// What an extractor is told besides the bytes.
#[derive(Debug, Clone, Default)]
pub struct Input<'a> {
    pub bytes: &'a [u8],
    /// The file's name with its extension, if it has one; helps to tell the format.
    pub file_name: Option<&'a str>,
    /// The media type a server stated.
    pub media_type: Option<&'a str>,
    /// The address the bytes came from.
    pub url: Option<&'a str>,
}

/// What was made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// The document's own words: no site header, byline, teasers or navigation. Blocks are
    /// separated by a blank line.
    pub text: String,
    pub structure: Structure,
    pub metadata: Metadata,
    /// The media type that the file proved to be of.
    pub media_type: &'static str,
    pub diagnostics: Vec<Diagnostic>,
}
