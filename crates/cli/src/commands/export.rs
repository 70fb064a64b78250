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
    let library = open::existing(&args.library.folder)?;
    let selection = Selection {
        // A query is about annotations: free notes go with the whole only.
        with_notes: args.query.is_none(),
        annotations: AnnotationFilter {
            text: args.query.unwrap_or_default(),
            ..AnnotationFilter::default()
        },
    };
    let set = library.export_set(&selection)?;
    write(&set, format, args.output.as_deref(), out)
}

fn format(name: FormatName) -> Result<Format> {
    let other = |name| Error::Format {
        name,
        written: "markdown, json and jsonld",
    };
    match name {
        FormatName::Markdown => Ok(Format::Markdown),
        FormatName::Json => Ok(Format::Json),
        FormatName::Jsonld => Ok(Format::JsonLd),
        FormatName::Docx => Err(other("docx")),
        FormatName::Html => Err(other("html")),
        FormatName::Csv => Err(other("csv")),
        FormatName::Bibtex => Err(other("bibtex")),
        FormatName::Ris => Err(other("ris")),
        FormatName::CslJson => Err(other("csl-json")),
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
