//! PDF: text with its pages, in reading order.

mod flow;
mod furniture;
mod info;
mod line;

use dossier_text::Diagnostic;
use line::Line;
use pdf_oxide::{
    PdfDocument,
    document::ReadingOrder,
    extractors::page_labels::{PageLabelExtractor, PageLabelRange},
};

use crate::{Draft, Error, Input, compose::Composer, language};

/// Most pages that are read; a longer file is read so far and says so.
const MAX_PAGES: usize = 20_000;

/// Reads a PDF.
///
/// # Errors
///
/// [`Error::Encrypted`] where a password is needed, [`Error::NoTextLayer`] where no page has text,
/// [`Error::Damaged`] where the file cannot be opened.
pub(crate) fn extract(input: &Input<'_>) -> Result<Draft, Error> {
    let document = PdfDocument::from_bytes(input.bytes.to_vec()).map_err(damaged)?;
    if document.is_encrypted() && !document.is_authenticated() {
        // Many files are locked against printing only: their password is empty.
        let opened = document.authenticate(b"").map_err(damaged)?;
        if !opened {
            return Err(Error::Encrypted);
        }
    }
    let count = document.page_count().map_err(damaged)?;
    if count == 0 {
        return Err(Error::Damaged {
            reason: "no pages are to be found in it".to_owned(),
        });
    }
    let mut diagnostics = Vec::new();
    if count > MAX_PAGES {
        diagnostics.push(Diagnostic::new(format!(
            "Only the first {MAX_PAGES} of {count} pages were read."
        )));
    }
    let mut pages = pages(&document, count.min(MAX_PAGES), &mut diagnostics)?;
    if pages.iter().all(Vec::is_empty) {
        return Err(if is_whole(input.bytes) {
            Error::NoTextLayer
        } else {
            Error::Damaged {
                reason: "it breaks off before its end".to_owned(),
            }
        });
    }
    let blank = pages.iter().filter(|lines| lines.is_empty()).count();
    if blank * 4 > pages.len() {
        diagnostics.push(Diagnostic::new(format!(
            "{blank} of {count} pages hold no text."
        )));
    }
    let first_page = pages
        .iter()
        .find(|lines| !lines.is_empty())
        .cloned()
        .unwrap_or_default();
    furniture::remove(&mut pages);
    let labels = labels(&document, count);
    let mut composer = Composer::default();
    flow::compose(pages, &labels, &mut composer);
    let stated = info::language(&document);
    let language = language::of(composer.text(), stated.as_deref());
    let metadata = info::read(&document, &first_page, language);
    Ok(Draft {
        composer,
        metadata,
        diagnostics,
    })
}

/// Whether the file has the mark that ends a PDF; what follows it may be a server's or a mailer's.
fn is_whole(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    tail.windows(5).any(|window| window == b"%%EOF")
}

fn damaged(error: pdf_oxide::error::Error) -> Error {
    match error {
        pdf_oxide::error::Error::EncryptedPdf => Error::Encrypted,
        pdf_oxide::error::Error::Unsupported(what) if what.to_lowercase().contains("encrypt") => {
            Error::Encrypted
        }
        _ => Error::Damaged {
            reason: "the structure of the PDF cannot be followed".to_owned(),
        },
    }
}

/// The lines of every page; a page that cannot be read is a diagnostic.
fn pages(
    document: &PdfDocument,
    count: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Vec<Line>>, Error> {
    let mut pages = Vec::new();
    let mut failed = Vec::new();
    for page in 0..count {
        match document.extract_spans_with_reading_order(page, ReadingOrder::ColumnAware) {
            Ok(spans) => pages.push(line::lines(&spans, page)),
            Err(pdf_oxide::error::Error::EncryptedPdf) => return Err(Error::Encrypted),
            Err(_) => {
                failed.push((page + 1).to_string());
                pages.push(Vec::new());
            }
        }
    }
    if !failed.is_empty() && failed.len() == count {
        return Err(Error::Damaged {
            reason: "none of its pages can be read".to_owned(),
        });
    }
    if !failed.is_empty() {
        let list = failed.join(", ");
        diagnostics.push(Diagnostic::new(format!(
            "These pages could not be read: {list}."
        )));
    }
    Ok(pages)
}

/// The pages' labels as printed, or their numbers from 1.
fn labels(document: &PdfDocument, count: usize) -> Vec<String> {
    let ranges: Vec<PageLabelRange> = PageLabelExtractor::extract(document).unwrap_or_default();
    (0..count)
        .map(|page| {
            let range = ranges.iter().rev().find(|range| range.start_page <= page);
            let label = range
                .map(|range| range.format_label(page))
                .unwrap_or_default();
            if label.trim().is_empty() {
                (page + 1).to_string()
            } else {
                label
            }
        })
        .collect()
}
