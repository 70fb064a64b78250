use std::path::Path;

use dossier_library::{DateMention, DocumentChange, quotation::Quotation};
use dossier_text::{Block, BlockKind, Offsets, Page, Span, SpanKind};

use crate::{
    ApiError, App, Result, convert,
    types::{Empty, document::*, event::Event},
};

pub(crate) fn get_document(app: &App, request: GetDocument) -> Result<DocumentView> {
    let library = app.library()?;
    let id = request.document;
    let document = library.document(id)?;
    let version = library.text_version(id)?;
    let (quotations, dates) = library.marks(id)?;
    let annotations = library.annotations_of(id)?;
    let offsets = Offsets::new(&version.text);
    let structure = &version.structure;
    let annotation = |annotation| convert::annotation(annotation, &document, &offsets);
    Ok(DocumentView {
        summary: convert::summary(&document),
        url: document.url.clone(),
        path: document.path.clone(),
        added_at: document.added_at.clone(),
        published_origin: document.published_origin.clone(),
        version: version.number,
        media_type: version.media_type.clone(),
        citation: library.citation(id)?,
        blocks: structure
            .blocks
            .iter()
            .filter_map(|one| block(one, &offsets))
            .collect(),
        spans: structure
            .spans
            .iter()
            .filter_map(|one| span(one, &offsets))
            .collect(),
        pages: structure
            .pages
            .iter()
            .filter_map(|one| page(one, &offsets))
            .collect(),
        quotations: quotations
            .into_iter()
            .map(|one| quotation(one, &offsets))
            .collect(),
        dates: dates
            .into_iter()
            .filter_map(|one| date(one, &offsets))
            .collect(),
        annotations: annotations.into_iter().map(annotation).collect(),
        diagnostics: version.diagnostics.clone(),
        collections: library.collections_of(id)?,
        text: version.text.clone(),
    })
}

pub(crate) fn update_document(app: &App, request: UpdateDocument) -> Result<DocumentView> {
    let filled = |text: String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let published = match request.published.map(filled) {
        None => None,
        Some(None) => Some(None),
        Some(Some(date)) => Some(Some(date.parse().map_err(
            |error: dossier_text::ParsePartialDateError| ApiError::invalid(error.to_string()),
        )?)),
    };
    let authors = request
        .authors
        .map(|authors| authors.into_iter().filter_map(filled).collect());
    let change = DocumentChange {
        title: request.title,
        authors,
        publisher: request.publisher.map(filled),
        published,
        language: request.language.map(filled),
        kind: request.kind,
    };
    app.library()?.change_document(request.document, change)?;
    app.tell(Event::DocumentsChanged);
    get_document(
        app,
        GetDocument {
            document: request.document,
        },
    )
}

pub(crate) fn save_original(app: &App, request: SaveOriginal) -> Result<Empty> {
    let path = Path::new(&request.path);
    if !path.is_absolute() {
        return Err(ApiError::invalid("The path to save to has to be absolute."));
    }
    app.library()?.save_original(request.document, path)?;
    Ok(Empty {})
}

pub(crate) fn delete_documents(app: &App, request: DeleteDocuments) -> Result<Empty> {
    app.library()?.delete_documents(&request.documents)?;
    app.tell(Event::DocumentsChanged);
    app.tell(Event::AnnotationsChanged { document: None });
    Ok(Empty {})
}

pub(crate) fn cite_passage(app: &App, request: CitePassage) -> Result<CitedPassage> {
    let library = app.library()?;
    let version = library.text_version(request.document)?;
    let range = convert::bytes(&version.text, request.start, request.end)?;
    let passage = library.cite_passage(&version, range)?;
    Ok(CitedPassage {
        plain: passage.plain,
        markdown: passage.markdown,
    })
}

fn block(block: &Block, offsets: &Offsets<'_>) -> Option<BlockView> {
    let range = convert::range(offsets, block.range)?;
    let (level, flag) = match block.kind {
        BlockKind::Heading { level } => (level, false),
        BlockKind::ListItem { ordered, depth } => (depth, ordered),
        BlockKind::TableRow { header } => (0, header),
        _ => (0, false),
    };
    let kind = block.kind.name().to_owned();
    Some(BlockView {
        kind,
        level,
        flag,
        start: range.start,
        end: range.end,
    })
}

fn span(span: &Span, offsets: &Offsets<'_>) -> Option<SpanView> {
    let range = convert::range(offsets, span.range)?;
    let (kind, href) = match &span.kind {
        SpanKind::Emphasis => ("emphasis", None),
        SpanKind::Strong => ("strong", None),
        SpanKind::Link { href } => ("link", Some(href.clone())),
    };
    Some(SpanView {
        kind: kind.to_owned(),
        href,
        start: range.start,
        end: range.end,
    })
}

fn page(page: &Page, offsets: &Offsets<'_>) -> Option<PageView> {
    let range = convert::range(offsets, page.range)?;
    Some(PageView {
        label: page.label.clone(),
        start: range.start,
        end: range.end,
    })
}

fn quotation(quotation: Quotation, offsets: &Offsets<'_>) -> QuotationMark {
    QuotationMark {
        id: quotation.id,
        kind: quotation.kind,
        content: convert::ranges(offsets, &quotation.content),
        cue: convert::ranges(offsets, &quotation.cue),
        source: quotation
            .source
            .and_then(|range| convert::range(offsets, range)),
        speaker: quotation.speaker,
        confidence: quotation.confidence,
    }
}

fn date(mention: DateMention, offsets: &Offsets<'_>) -> Option<DateMark> {
    Some(DateMark {
        id: mention.id,
        range: convert::range(offsets, mention.range)?,
        kind: mention.kind,
        value: mention.value,
        interval: mention
            .interval
            .map(|days| (days.start.to_string(), days.end.to_string())),
        is_approximate: mention.is_approximate,
    })
}
