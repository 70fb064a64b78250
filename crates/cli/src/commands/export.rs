//! `export`: annotations and notes with their citations.

use std::path::Path;

use dossier_library::{
    annotation::AnnotationFilter,
    export::{ExportSet, Format, Selection},
};
use serde_json::json;

use super::{Outcome, counted};
use crate::{
    args::{ExportArgs, FormatName},
    error::{Error, Result},
    open,
    output::{Output, note},
};

/// The style that `cite` knows.
const STYLE: &str = "chicago-author-date";

pub(super) fn run(args: ExportArgs, out: &mut Output) -> Result<Outcome> {
    let format = format(args.format)?;
    if args.style != STYLE {
        return Err(Error::Style(args.style));
    }
    // References are asked of the index: it has to be there.
    let library = if format.is_of_documents() {
        open::searchable(&args.library.folder)?
    } else {
        open::existing(&args.library.folder)?
    };
    let selection = if format.is_of_documents() {
        Selection {
            documents: Some(args.query.unwrap_or_default()),
            ..Selection::default()
        }
    } else {
        Selection {
            // A query is about annotations: free notes go with the whole only.
            with_notes: args.query.is_none(),
            annotations: AnnotationFilter {
                text: args.query.unwrap_or_default(),
                ..AnnotationFilter::default()
            },
            documents: None,
        }
    };
    let set = library.export_set(&selection)?;
    write(&set, format, args.output.as_deref(), out)
}

fn format(name: FormatName) -> Result<Format> {
    let other = |name| Error::Format {
        name,
        written: "markdown, html, csv, json, jsonld, bibtex, ris and csl-json",
    };
    match name {
        FormatName::Markdown => Ok(Format::Markdown),
        FormatName::Json => Ok(Format::Json),
        FormatName::Jsonld => Ok(Format::JsonLd),
        FormatName::Docx => Err(other("docx")),
        FormatName::Html => Ok(Format::Html),
        FormatName::Csv => Ok(Format::Csv),
        FormatName::Bibtex => Ok(Format::Biblatex),
        FormatName::Ris => Ok(Format::Ris),
        FormatName::CslJson => Ok(Format::CslJson),
        FormatName::Qdpx => Err(other("qdpx")),
    }
}

/// Writes an export to a file or to standard output, and names every quotation that is not as it
/// was annotated.
pub(super) fn write(
    set: &ExportSet,
    format: Format,
    file: Option<&Path>,
    out: &mut Output,
) -> Result<Outcome> {
    let warnings = set.warnings();
    for warning in &warnings {
        note(warning);
    }
    let Some(file) = file else {
        set.write(format, out.writer())?;
        return Ok(Outcome::Done);
    };
    let bytes = set.write_file(format, file)?;
    let (annotations, documents) = (set.annotations(), set.documents.len());
    if out.is_json() {
        out.json(&json!({
            "file": file.display().to_string(),
            "bytes": bytes,
            "documents": documents,
            "annotations": annotations,
            "warnings": warnings,
        }))?;
    } else {
        out.line(format!(
            "{} of {} to {}",
            counted(annotations as usize, "annotation"),
            counted(documents, "document"),
            file.display()
        ))?;
    }
    Ok(Outcome::Done)
}
