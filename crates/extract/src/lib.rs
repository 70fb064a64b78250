//! Bytes of an article in, text with structure and metadata out.
//!
//! Nothing here does I/O or reads a clock: the caller brings the bytes. Broken input is data: what
//! could not be read is a [`Diagnostic`]; only a file of which nothing can be read is an [`Error`].

mod byline;
mod charset;
mod check;
mod compose;
mod date;
mod detect;
mod docx;
mod error;
mod html;
mod kind;
mod language;
mod markdown;
mod metadata;
mod pdf;
mod plain;
mod title;
mod words;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

pub use check::check_structure;
use compose::Composer;
use detect::Format;
pub use dossier_text::Diagnostic;
use dossier_text::Structure;
pub use error::Error;
pub use metadata::{DocumentKind, Metadata, Origin, Sourced};
use unicode_normalization::UnicodeNormalization;

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
    /// separated by a blank line, items of one list and rows of one table by a line end.
    pub text: String,
    pub structure: Structure,
    pub metadata: Metadata,
    /// The media type that the file proved to be of.
    pub media_type: &'static str,
    pub diagnostics: Vec<Diagnostic>,
}

/// What a format's reader hands over.
#[derive(Debug, Default)]
struct Draft {
    composer: Composer,
    metadata: Metadata,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a file: its text in blocks, what it says of itself, and what could not be read.
///
/// The format is told from the bytes, then from the file's name and the stated media type.
///
/// # Errors
///
/// Every [`Error`] names why nothing could be read; the parsers' own panics end up as
/// [`Error::Damaged`].
pub fn extract(input: &Input<'_>) -> Result<Extracted, Error> {
    let format = detect::detect(input)?;
    let draft = contain(|| read(format, input))??;
    let (text, structure) = draft.composer.finish();
    if text.is_empty() {
        return Err(if format == Format::Pdf {
            Error::NoTextLayer
        } else {
            Error::Empty
        });
    }
    let mut metadata = draft.metadata;
    if metadata.url.is_none() {
        metadata.url = input.url.map(str::to_owned);
    }
    Ok(Extracted {
        text,
        structure,
        metadata,
        media_type: format.media_type(),
        diagnostics: draft.diagnostics,
    })
}

fn read(format: Format, input: &Input<'_>) -> Result<Draft, Error> {
    match format {
        Format::Plain => Ok(decoded(input, None, |text| plain::extract(text, input))),
        Format::Markdown => Ok(decoded(input, None, |text| markdown::extract(text, input))),
        Format::Html => {
            let stated = charset::of_html(input.bytes);
            Ok(decoded(input, stated.as_deref(), |text| {
                html::extract(text, input)
            }))
        }
        Format::Pdf => pdf::extract(input),
        Format::Docx => docx::extract(input),
    }
}

/// Runs a reader on the characters of a text file.
fn decoded(input: &Input<'_>, stated: Option<&str>, read: impl FnOnce(&str) -> Draft) -> Draft {
    let mut diagnostics = Vec::new();
    let stated = input.media_type.and_then(charset::of_media_type).or(stated);
    let text = charset::decode(input.bytes, stated, &mut diagnostics);
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .collect();
    let mut draft = read(&text);
    draft.diagnostics.splice(0..0, diagnostics);
    draft
}

/// Bytes of stack for a reader. Parsers call themselves for every level of nesting, and hostile files
/// nest deeply; an overflow would end the whole program.
const STACK: usize = 256 * 1024 * 1024;

/// Runs a reader where neither its panics nor its depth can take the caller down: hostile files find
/// such places in every parser, and one file must not end an import.
fn contain<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    let damaged = |reason: &str| Error::Damaged {
        reason: reason.to_owned(),
    };
    thread::scope(|scope| {
        let reader = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let reader = reader.map_err(|_| damaged("the system has no memory left to read it"))?;
        reader
            .join()
            .map_err(|_| damaged("its parts contradict one another and the reader had to give up"))
    })
}

/// The result of a third-party parser, or `None` where it panicked and another way is left.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
