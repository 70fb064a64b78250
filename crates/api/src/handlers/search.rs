use std::time::{Duration, Instant};

use dossier_library::{
    Library,
    index::{
        self as engine,
        query::{self, FieldName},
    },
};
use dossier_text::{Offsets, TextRange};

use crate::{
    App, Result, convert,
    types::{Range, search::*},
};

/// Hits that are given at most at once, and passages of each.
const MAX_LIMIT: u32 = 500;
const MAX_PASSAGES: u32 = 50;
/// How long a search may look through the index; what takes longer is stopped, and says so.
pub(super) const TIME: Duration = Duration::from_millis(700);

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
        passages: request.passages.min(MAX_PASSAGES),
        all_facets: request.all_facets,
    };
    let library = app.library()?;
    let watch = app.watch(request.asker, TIME);
    let found = library.search_watched(&request.query, options, &watch)?;
    let is_new = |id: i64| request.new_since.is_some_and(|since| id > since);
    let bar = |span: &engine::Span| HistogramBar {
        from: span.from.to_string(),
        to: span.to.to_string(),
        count: span.count,
    };
    Ok(SearchResponse {
        total: found.total,
        hits: found
            .hits
            .into_iter()
            .map(|found| {
                let is_new = is_new(found.document.id);
                hit(found, is_new)
            })
            .collect(),
        facets: Facets {
            publisher: facet(found.facets.publisher),
            author: facet(found.facets.author),
            speaker: facet(found.facets.speaker),
            entity: facet(found.facets.entity),
            tag: facet(found.facets.tag),
            language: facet(found.facets.language),
            kind: facet(found.facets.kind),
            year: facet(found.facets.year),
        },
        histogram: Histogram {
            bars: found.histogram.spans.iter().map(bar).collect(),
            undated: found.histogram.undated,
        },
        clauses: clauses(&library, &request.query, &found.parsed)?,
        also: found.also.into_iter().map(also).collect(),
        suggestions: found.suggestions.into_iter().map(suggestion).collect(),
        notice: found.parsed.notice,
        is_partial: found.is_partial,
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

fn hit(hit: engine::Hit, is_new: bool) -> Hit {
    let passage = |passage: engine::Passage| Passage {
        excerpt: convert::excerpt(passage.text, &passage.highlights),
        place: passage.place.map(|(start, end)| Range { start, end }),
    };
    Hit {
        document: convert::summary(&hit.document),
        score: hit.score,
        title_highlights: convert::ranges(
            &Offsets::new(&hit.document.title),
            &hit.title_highlights,
        ),
        passages: hit.passages.into_iter().map(passage).collect(),
        places: hit.places,
        annotations: hit.annotations,
        is_new,
    }
}

fn also(also: query::AlsoSearched) -> AlsoSearched {
    AlsoSearched {
        word: also.word,
        spellings: also.spellings,
    }
}

fn suggestion(suggestion: engine::Suggestion) -> Suggestion {
    Suggestion {
        query: suggestion.query,
        word: suggestion.word,
        instead: suggestion.instead,
    }
}

fn facet(counts: Vec<(String, u32)>) -> Vec<FacetCount> {
    counts
        .into_iter()
        .map(|(value, count)| FacetCount { value, count })
        .collect()
}

/// The clauses of a query as it was understood.
pub(super) fn clauses(
    library: &Library,
    query: &str,
    parsed: &query::Parsed,
) -> Result<Vec<Clause>> {
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
            label: None,
            is_whole: clause.is_whole,
            is_negated: clause.is_negated,
            range: convert::range(&offsets, range)?,
        })
    };
    let mut clauses: Vec<Clause> = parsed.clauses.iter().filter_map(clause).collect();
    let is_like = |clause: &&mut Clause| clause.field.as_deref() == Some(FieldName::Like.name());
    for clause in clauses.iter_mut().filter(is_like) {
        if let Ok(id) = clause.value.parse() {
            clause.label = library.documents(&[id])?.pop().map(|like| like.title);
        }
    }
    Ok(clauses)
}

fn field(kind: query::ClauseKind) -> Option<FieldName> {
    match kind {
        query::ClauseKind::Field(field) => Some(field),
        _ => None,
    }
}
