//! Notes as Dossier's own JSON: documents with citation and provenance, annotations with place.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{ExportSet, ExportedAnnotation, ExportedDocument};
use crate::store::annotation::state_name;

pub(super) fn write(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    let value = json!({
        "format": "dossier-notes",
        "version": 1,
        "exported": set.exported_at,
        "documents": set.documents.iter().map(document).collect::<Vec<_>>(),
        "notes": set.notes.iter().map(|note| json!({
            "id": format!("urn:uuid:{}", note.uuid),
            "title": note.title,
            "body": note.body,
            "created": note.created_at,
            "modified": note.modified_at,
        })).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn document(exported: &ExportedDocument) -> Value {
    let document = &exported.document;
    json!({
        "id": document.id,
        "key": exported.key,
        "title": document.title,
        "authors": document.authors,
        "publisher": document.publisher,
        "published": document.published.map(|date| date.to_string()),
        "url": document.url,
        "language": document.language,
        "kind": document.kind,
        "citation": exported.citation,
        "sha256": exported.file_sha256,
        "textVersion": exported.version,
        "annotations": exported.annotations.iter().map(annotation).collect::<Vec<_>>(),
    })
}

fn annotation(exported: &ExportedAnnotation) -> Value {
    let annotation = &exported.annotation;
    json!({
        "id": format!("urn:uuid:{}", annotation.uuid),
        "quotation": exported.quotation,
        "exact": annotation.selector.quote.exact,
        "prefix": annotation.selector.quote.prefix,
        "suffix": annotation.selector.quote.suffix,
        "start": exported.position.map(|(start, _)| start),
        "end": exported.position.map(|(_, end)| end),
        "page": exported.page,
        "verbatim": exported.is_verbatim,
        "state": state_name(annotation.state),
        "note": annotation.body,
        "tags": annotation.tags,
        "color": annotation.color,
        "created": annotation.created_at,
        "modified": annotation.modified_at,
    })
}
