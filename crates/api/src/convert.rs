//! From the engine's types to those of the boundary: bytes become UTF-16.

use dossier_library::{Document, annotation as engine};
use dossier_text::{Offsets, TextRange, selector::State};

use crate::{
    ApiError, Result,
    types::{
        DocumentSummary, Excerpt, Range,
        annotation::{AnchorState, Annotation, AnnotationSort, Color, ListAnnotations},
    },
};

/// A byte range in UTF-16.
pub(crate) fn range(offsets: &Offsets<'_>, range: TextRange) -> Option<Range> {
    let (start, end) = offsets.utf16_range(range)?;
    Some(Range { start, end })
}

/// Byte ranges in UTF-16.
pub(crate) fn ranges(offsets: &Offsets<'_>, all: &[TextRange]) -> Vec<Range> {
    all.iter().filter_map(|one| range(offsets, *one)).collect()
}

/// A short text with byte ranges as an excerpt.
pub(crate) fn excerpt(text: String, highlights: &[TextRange]) -> Excerpt {
    let highlights = ranges(&Offsets::new(&text), highlights);
    Excerpt { text, highlights }
}

/// A UTF-16 range of a text in bytes.
pub(crate) fn bytes(text: &str, start: u32, end: u32) -> Result<TextRange> {
    let range = Offsets::new(text).range_of_utf16(start, end);
    range.ok_or_else(|| ApiError::invalid("The passage is not within the document's text."))
}

/// A document in a list.
pub(crate) fn summary(document: &Document) -> DocumentSummary {
    DocumentSummary {
        id: document.id,
        title: document.title.clone(),
        authors: document.authors.clone(),
        publisher: document.publisher.clone(),
        published: document.published.map(|date| date.to_string()),
        language: document.language.clone(),
        kind: document.kind.clone(),
    }
}

/// An annotation of a document whose text has `offsets`.
pub(crate) fn annotation(
    annotation: engine::Annotation,
    document: &Document,
    offsets: &Offsets<'_>,
) -> Annotation {
    Annotation {
        id: annotation.id,
        document: document.id,
        document_title: document.title.clone(),
        document_published: document.published.map(|date| date.to_string()),
        range: annotation.range.and_then(|one| range(offsets, one)),
        exact: annotation.selector.quote.exact,
        prefix: annotation.selector.quote.prefix,
        suffix: annotation.selector.quote.suffix,
        motivation: annotation.motivation,
        color: color_of(&annotation.color),
        note: annotation.body,
        tags: annotation.tags,
        speaker: annotation.speaker,
        state: match annotation.state {
            State::Exact => AnchorState::Exact,
            State::Moved => AnchorState::Moved,
            State::Reworded => AnchorState::Reworded,
            State::Ambiguous => AnchorState::Ambiguous,
            State::Orphan => AnchorState::Orphan,
        },
        created_at: annotation.created_at,
        modified_at: annotation.modified_at,
    }
}

/// Which annotations a list asks for; a limit of 0 asks for all.
pub(crate) fn annotation_filter(request: ListAnnotations) -> engine::AnnotationFilter {
    engine::AnnotationFilter {
        text: request.text,
        document: request.document,
        tag: request.tag,
        color: request.color.map(|color| color_name(color).to_owned()),
        matching: request.matching.filter(|query| !query.trim().is_empty()),
        sort: match request.sort {
            AnnotationSort::Document => engine::AnnotationSort::Document,
            AnnotationSort::Modified => engine::AnnotationSort::Modified,
            AnnotationSort::Published => engine::AnnotationSort::Published,
        },
        limit: (request.limit > 0).then_some(request.limit),
        offset: request.offset,
    }
}

/// The colour's name in the library.
pub(crate) fn color_name(color: Color) -> &'static str {
    match color {
        Color::Yellow => "yellow",
        Color::Red => "red",
        Color::Green => "green",
        Color::Blue => "blue",
        Color::Purple => "purple",
        Color::Magenta => "magenta",
        Color::Orange => "orange",
        Color::Gray => "gray",
    }
}

/// The colour of a name in the library.
pub(crate) fn color_of(name: &str) -> Color {
    match name {
        "red" => Color::Red,
        "green" => Color::Green,
        "blue" => Color::Blue,
        "purple" => Color::Purple,
        "magenta" => Color::Magenta,
        "orange" => Color::Orange,
        "gray" => Color::Gray,
        _ => Color::Yellow,
    }
}

/// A day written `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Result<chrono::NaiveDate> {
    text.parse()
        .map_err(|_| ApiError::invalid(format!("“{text}” is no day of the form YYYY-MM-DD.")))
}
