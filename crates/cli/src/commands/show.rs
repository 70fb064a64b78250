//! `show`: one document of a library.

use dossier_library::{Document, TextVersion, quotation::Quotation};
use dossier_text::BlockKind;
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    args::DocumentArgs,
    error::Result,
    open,
    output::Output,
    shape::{self, Spans, decimal},
};

pub(super) fn run(args: &DocumentArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(&args.library.folder)?;
    let id = open::document(&library, &args.document)?;
    let document = library.document(id)?;
    let version = library.text_version(id)?;
    let citation = library.citation(id)?;
    if !out.is_json() {
        out.line(format!("{}\n{citation}", document.title))?;
        blocks(&version, out)?;
        return Ok(Outcome::Done);
    }
    let spans = Spans::new(&version.text);
    let (quotations, dates) = library.marks(id)?;
    let mut value = describe(&document, &version, &citation, &spans);
    value["quotations"] = quotations.iter().map(|q| quotation(q, &spans)).collect();
    let date = |date: &dossier_library::DateMention| {
        let span = spans.span(date.range);
        json!({
            "start": span.start,
            "end": span.end,
            "text": span.text,
            "type": date.kind,
            "value": date.value,
            "interval": date.interval.map(shape::interval),
        })
    };
    value["dates"] = dates.iter().map(date).collect();
    out.json(&value)?;
    Ok(Outcome::Done)
}

fn describe(document: &Document, version: &TextVersion, citation: &str, spans: &Spans) -> Value {
    let blocks = version.structure.blocks.iter();
    json!({
        "id": document.id,
        "title": document.title,
        "authors": document.authors,
        "published": document.published.map(|date| date.to_string()),
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "kind": document.kind,
        "path": document.path,
        "added": document.added_at,
        "version": version.number,
        "sha256": version.file_sha256,
        "media_type": version.media_type,
        "citation": citation,
        "text": version.text,
        "blocks": blocks.map(|block| spans.block(block)).collect::<Vec<_>>(),
    })
}

fn quotation(quotation: &Quotation, spans: &Spans<'_>) -> Value {
    json!({
        "kind": quotation.kind,
        "content": spans.spans(&quotation.content),
        "cue": spans.spans(&quotation.cue),
        "source": quotation.source.map(|source| spans.span(source)),
        "speaker": quotation.speaker,
        "confidence": decimal(quotation.confidence),
    })
}

fn blocks(version: &TextVersion, out: &mut Output) -> Result<()> {
    for block in &version.structure.blocks {
        let text = block.range.slice(&version.text).unwrap_or_default();
        let line = match block.kind {
            BlockKind::Heading { .. } => format!("\n## {text}"),
            BlockKind::BlockQuote => format!("\n> {}", text.replace('\n', "\n> ")),
            BlockKind::ListItem { depth, .. } => {
                format!("{}- {text}", "  ".repeat(usize::from(depth)))
            }
            BlockKind::TableRow { .. } => text.to_owned(),
            _ => format!("\n{text}"),
        };
        out.line(line)?;
    }
    Ok(())
}
