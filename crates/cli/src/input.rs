//! Documents as files, without a library.

use std::{fs, path::Path};

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_extract::{Extracted, Input};
use dossier_text::PartialDate;

use crate::error::{Error, Result};

/// A text with what is known of it.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) published: Option<NaiveDate>,
    pub(crate) language: Option<String>,
    pub(crate) diagnostics: Vec<String>,
}

impl Text {
    /// Reads a file's text: as it stands (`is_raw`), or extracted. A given date of publication
    /// counts before the document's own.
    pub(crate) fn read(path: &Path, is_raw: bool, published: Option<NaiveDate>) -> Result<Self> {
        if is_raw {
            return Ok(Self {
                text: read_raw(path)?,
                published,
                language: None,
                diagnostics: Vec::new(),
            });
        }
        let extracted = extract(path)?;
        let metadata = extracted.metadata;
        let stated = metadata.published.and_then(|date| day(date.value));
        Ok(Self {
            text: extracted.text,
            published: published.or(stated),
            language: metadata.language.map(|language| language.value),
            diagnostics: messages(extracted.diagnostics),
        })
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            published: self.published,
            language: self.language.as_deref(),
        }
    }
}

/// A date that is known to the day: only such a one can anchor “last Tuesday”.
pub(crate) fn day(date: PartialDate) -> Option<NaiveDate> {
    date.day().map(|_| date.earliest())
}

/// The sentences of diagnostics.
pub(crate) fn messages(diagnostics: Vec<dossier_extract::Diagnostic>) -> Vec<String> {
    diagnostics.into_iter().map(|found| found.message).collect()
}

/// Extracts a file.
pub(crate) fn extract(path: &Path) -> Result<Extracted> {
    let bytes = read(path)?;
    let input = Input {
        bytes: &bytes,
        file_name: path.file_name().and_then(|name| name.to_str()),
        media_type: None,
        url: None,
    };
    dossier_extract::extract(&input).map_err(|source| Error::Extract {
        path: path.to_owned(),
        source,
    })
}

/// Reads a file that is UTF-8, byte for byte.
pub(crate) fn read_raw(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|error| Error::NotUtf8 {
        path: path.to_owned(),
        byte: error.utf8_error().valid_up_to(),
    })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::file("read", path))
}
