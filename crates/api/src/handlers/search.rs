use std::time::Instant;

use dossier_library::index::{
    self as engine,
    query::{self, FieldName},
};
use dossier_text::{Offsets, TextRange};

use crate::{
    App, Result, convert,
    types::{Range, search::*},
};

/// Hits that are given at most at once.
const MAX_LIMIT: u32 = 500;

pub(crate) fn search(app: &App, request: SearchRequest) -> Result<SearchResponse> {
    let started = Instant::now();
    let options = engine::SearchOptions {
        sort: match request.sort {
            SearchSort::Relevance => engine::Sort::Relevance,
            SearchSort::Newest => engine::Sort::Newest,
            SearchSort::Oldest => engine::Sort::Oldest,
        },
        limit: request.limit.min(MAX_LIMIT),
        offset: request.offset,
    };
    let found = app.library()?.search(&request.query, options)?;
    let bar = |span: &engine::Span| HistogramBar {
        from: span.from.to_string(),
        to: span.to.to_string(),
        count: span.count,
    };
    Ok(SearchResponse {
        total: found.total,
        hits: found.hits.into_iter().map(hit).collect(),
        facets: Facets {
            publisher: facet(found.facets.publisher),
            author: facet(found.facets.author),
            language: facet(found.facets.language),
            kind: facet(found.facets.kind),
        },
        histogram: Histogram {
            bars: found.histogram.spans.iter().map(bar).collect(),
            undated: found.histogram.undated,
        },
        clauses: clauses(&request.query, &found.parsed),
        also: found.also.into_iter().map(also).collect(),
        notice: found.parsed.notice,
        elapsed_ms: started.elapsed().as_secs_f64() * 1000.0,
    })
}

pub(crate) fn find_in_document(app: &App, request: FindInDocument) -> Result<FoundInDocument> {
    let library = app.library()?;
    let found = library.find_in_document(request.document, &request.query)?;
    let text = library.text_version(request.document)?.text;
    Ok(FoundInDocument {
        ranges: convert::ranges(&Offsets::new(&text), &found),
    })
}

fn hit(hit: engine::Hit) -> Hit {
    Hit {
        document: convert::summary(&hit.document),
        score: hit.score,
        title_highlights: convert::ranges(
            &Offsets::new(&hit.document.title),
            &hit.title_highlights,
        ),
        snippet: convert::excerpt(hit.snippet, &hit.highlights),
        place: hit.place.map(|(start, end)| Range { start, end }),
        annotations: hit.annotations,
    }
}

fn also(also: query::AlsoSearched) -> AlsoSearched {
    AlsoSearched {
        word: also.word,
        spellings: also.spellings,
    }
}

fn facet(counts: Vec<(String, u32)>) -> Vec<FacetCount> {
    counts
        .into_iter()
        .map(|(value, count)| FacetCount { value, count })
        .collect()
}

fn clauses(query: &str, parsed: &query::Parsed) -> Vec<Clause> {
    let offsets = Offsets::new(query);
    let clause = |clause: &query::Clause| {
        let range = TextRange::new(clause.range.start, clause.range.end);
        Some(Clause {
            kind: match clause.kind {
                query::ClauseKind::Word => ClauseKind::Word,
                query::ClauseKind::Exact => ClauseKind::Exact,
                query::ClauseKind::Phrase => ClauseKind::Phrase,
                query::ClauseKind::Prefix => ClauseKind::Prefix,
                query::ClauseKind::Fuzzy => ClauseKind::Fuzzy,
                query::ClauseKind::Near => ClauseKind::Near,
                query::ClauseKind::Field(_) => ClauseKind::Field,
                query::ClauseKind::Group => ClauseKind::Group,
            },
            field: field(clause.kind).map(|field| field.name().to_owned()),
            value: clause.value.clone(),
            is_negated: clause.is_negated,
            range: convert::range(&offsets, range)?,
        })
    };
    parsed.clauses.iter().filter_map(clause).collect()
}

fn field(kind: query::ClauseKind) -> Option<FieldName> {
    match kind {
        query::ClauseKind::Field(field) => Some(field),
        _ => None,
    }
}
