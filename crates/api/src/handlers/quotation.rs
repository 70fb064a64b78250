use dossier_library::{
    Library,
    quotation::{self as engine, QuotationFilter},
};

use crate::{
    App, Result, convert,
    types::{Range, quotation::*},
};

/// Quotations that are given at most at once.
const MAX_LIMIT: u32 = 500;

pub(crate) fn list_quotations(app: &App, request: ListQuotations) -> Result<QuotationList> {
    let filter = QuotationFilter {
        speaker: request
            .speaker
            .map(|name| (!name.is_empty()).then_some(name)),
        text: request.text,
        document: request.document,
        kind: request.kind,
        from: request.from.as_deref().map(convert::day).transpose()?,
        to: request.to.as_deref().map(convert::day).transpose()?,
        query: request.query.filter(|query| !query.trim().is_empty()),
        matching: request.matching.filter(|query| !query.trim().is_empty()),
        sort: match request.sort {
            QuotationSort::Newest => engine::QuotationSort::Newest,
            QuotationSort::Oldest => engine::QuotationSort::Oldest,
            QuotationSort::Speaker => engine::QuotationSort::Speaker,
            QuotationSort::Document => engine::QuotationSort::Document,
        },
        limit: request.limit.min(MAX_LIMIT),
        offset: request.offset,
    };
    let library = app.library()?;
    let (total, found) = library.quotations(&filter)?;
    Ok(QuotationList {
        total,
        quotations: quotations(&library, found)?,
    })
}

pub(crate) fn list_speakers(app: &App, request: ListSpeakers) -> Result<Vec<Speaker>> {
    let query = request
        .query
        .as_deref()
        .filter(|query| !query.trim().is_empty());
    let found = app
        .library()?
        .speakers(&request.text, query, request.limit)?;
    let speaker = |speaker: engine::Speaker| Speaker {
        name: speaker.name,
        quotations: speaker.quotations,
        documents: speaker.documents,
        first: speaker.first,
        last: speaker.last,
    };
    Ok(found.into_iter().map(speaker).collect())
}

/// Quotations in a list, in their order.
pub(super) fn quotations(library: &Library, found: Vec<engine::Listed>) -> Result<Vec<Quotation>> {
    let ids: Vec<i64> = found.iter().map(|listed| listed.quotation.id).collect();
    let repeated = library.repeated(&ids)?;
    let listed = found.into_iter().zip(repeated);
    Ok(listed
        .map(|(listed, repeated)| quotation(listed, repeated))
        .collect())
}

fn quotation(listed: engine::Listed, repeated: u32) -> Quotation {
    let engine::Listed {
        quotation,
        document,
        words,
        cue,
        source,
        context,
        highlights,
        place,
    } = listed;
    Quotation {
        id: quotation.id,
        document: document.id,
        document_title: document.title,
        publisher: document.publisher,
        published: document.published.map(|date| date.to_string()),
        kind: quotation.kind,
        text: words,
        cue,
        source,
        speaker: quotation.speaker,
        confidence: quotation.confidence,
        is_decided: quotation.decision.is_some(),
        repeated,
        place: place.map(|(start, end)| Range { start, end }),
        context: convert::excerpt(context, &highlights),
    }
}
