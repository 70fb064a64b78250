//! Annotations as CSV (RFC 4180), one a row, with a byte order mark so that office programs read it
//! as UTF-8.

use std::io::{self, Write};

use super::{ExportSet, ExportedAnnotation, ExportedDocument};
use crate::store::annotation::state_name;

const COLUMNS: [&str; 17] = [
    "quotation",
    "verbatim",
    "state",
    "note",
    "tags",
    "color",
    "speaker",
    "title",
    "authors",
    "publisher",
    "published",
    "url",
    "page",
    "start",
    "end",
    "citation",
    "sha256",
];

pub(super) fn write(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "\u{feff}{}\r\n", COLUMNS.join(","))?;
    for document in &set.documents {
        for exported in &document.annotations {
            let cells = row(document, exported);
            let cells: Vec<String> = cells.iter().map(|cell| written(cell)).collect();
            write!(out, "{}\r\n", cells.join(","))?;
        }
    }
    Ok(())
}

fn row(exported: &ExportedDocument, passage: &ExportedAnnotation) -> [String; COLUMNS.len()] {
    let (document, annotation) = (&exported.document, &passage.annotation);
    let position = |at: Option<u32>| at.map(|at| at.to_string()).unwrap_or_default();
    [
        passage.quotation.clone(),
        if passage.is_verbatim { "yes" } else { "no" }.to_owned(),
        state_name(annotation.state).to_owned(),
        annotation.body.clone(),
        annotation.tags.join("; "),
        annotation.color.clone(),
        annotation.speaker.clone().unwrap_or_default(),
        document.title.clone(),
        document.authors.join("; "),
        document.publisher.clone().unwrap_or_default(),
        document
            .published
            .map(|date| date.to_string())
            .unwrap_or_default(),
        document.url.clone().unwrap_or_default(),
        passage.page.clone().unwrap_or_default(),
        position(passage.position.map(|(start, _)| start)),
        position(passage.position.map(|(_, end)| end)),
        exported.citation.clone(),
        exported.file_sha256.clone(),
    ]
}

/// A cell: quoted where it must be, and never taken for a formula (CWE-1236).
fn written(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains(['"', ',', '\n', '\r', ';']) || is_formula {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        assert_eq!(written("plain"), "plain");
        assert_eq!(written("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(written("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(written("-1+2"), "\"'-1+2\"");
    }
}
