use std::time::{Duration, Instant};

use dossier_library::{
    index::{self as engine, ConcordanceOptions},
    saved_search as saved,
};
use dossier_text::{Offsets, TextRange};

use super::search::clauses;
use crate::{
    ApiError, App, Result, convert,
    types::{Empty, Range, explore::*},
};

/// Lines that are given at most at once.
const MAX_LINES: u32 = 1_000;
/// Queries whose trend is given at most at once.
const MAX_QUERIES: usize = 8;
/// How long places may be gathered for a concordance: texts are read for it.
const CONCORDANCE_TIME: Duration = Duration::from_secs(3);
/// What is said where not all places could be gathered.
const CUT: &str = "There are more places than can be lined up: the newest documents are shown.";
/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "fa", "he", "ur", "ps", "ckb", "prs", "yi", "ug"];

pub(crate) fn concordance(app: &App, request: ConcordanceRequest) -> Result<Concordance> {
    let started = Instant::now();
    let library = app.library()?;
    let options = ConcordanceOptions {
        sort: match request.sort {
            ConcordanceSort::Right => engine::ConcordanceSort::Right,
            ConcordanceSort::Left => engine::ConcordanceSort::Left,
            ConcordanceSort::Keyword => engine::ConcordanceSort::Keyword,
            ConcordanceSort::Newest => engine::ConcordanceSort::Newest,
            ConcordanceSort::Oldest => engine::ConcordanceSort::Oldest,
        },
        limit: request.limit.min(MAX_LINES),
        offset: request.offset,
    };
    let watch = app.watch(request.asker, CONCORDANCE_TIME);
    let found = library.concordance(&request.query, options, &watch)?;
    let cut = found.is_cut.then(|| CUT.to_owned());
    Ok(Concordance {
        total: found.total,
        documents: found.documents,
        lines: found.lines.into_iter().map(line).collect(),
        clauses: clauses(&library, &request.query, &found.parsed)?,
        notice: cut.or(found.parsed.notice),
        elapsed_ms: started.elapsed().as_secs_f64() * 1000.0,
    })
}

fn line((line, document): (engine::Line, dossier_library::Document)) -> ConcordanceLine {
    let language = document.language.as_deref().unwrap_or_default();
    let language = language.split('-').next().unwrap_or_default();
    ConcordanceLine {
        document: document.id,
        is_right_to_left: RIGHT_TO_LEFT.contains(&language),
        document_title: document.title,
        publisher: document.publisher,
        published: document.published.map(|date| date.to_string()),
        left: line.left,
        keyword: line.keyword,
        right: line.right,
        place: Range {
            start: line.place.0,
            end: line.place.1,
        },
    }
}

pub(crate) fn trend(app: &App, request: TrendRequest) -> Result<Trend> {
    if request.queries.len() > MAX_QUERIES {
        return Err(ApiError::invalid(format!(
            "At most {MAX_QUERIES} queries can be compared over time."
        )));
    }
    let trend = app.library()?.trend(&request.queries)?;
    let span = |span: &engine::Span| TrendSpan {
        from: span.from.to_string(),
        to: span.to.to_string(),
        documents: span.count,
    };
    let series = |series: engine::TrendSeries| TrendSeries {
        query: series.query,
        total: series.total,
        undated: series.undated,
        counts: series.counts,
        notice: series.notice,
    };
    Ok(Trend {
        spans: trend.spans.iter().map(span).collect(),
        series: trend.series.into_iter().map(series).collect(),
    })
}

pub(crate) fn complete_query(app: &App, request: CompleteRequest) -> Result<Completions> {
    let offsets = Offsets::new(&request.query);
    let Some(caret) = offsets.range_of_utf16(0, request.caret) else {
        return Ok(Completions::default());
    };
    let found = app
        .library()?
        .complete(&request.query, caret.end as usize)?;
    let range = found
        .range
        .map(|range| TextRange::new(range.start, range.end));
    let completion = |completion: engine::Completion| Completion {
        kind: match completion.kind {
            engine::CompletionKind::Field => CompletionKind::Field,
            engine::CompletionKind::Value => CompletionKind::Value,
            engine::CompletionKind::Word => CompletionKind::Word,
        },
        text: completion.text,
        label: completion.label,
        detail: completion.detail.map(str::to_owned),
        count: completion.count,
    };
    Ok(Completions {
        range: range.and_then(|range| convert::range(&offsets, range)),
        completions: found.completions.into_iter().map(completion).collect(),
    })
}

pub(crate) fn record_search(app: &App, request: RecordSearch) -> Result<Empty> {
    app.library()?
        .record_search(&request.query, request.total)?;
    Ok(Empty {})
}

pub(crate) fn list_searches(app: &App, request: ListSearches) -> Result<Vec<PastSearch>> {
    let past = |past: saved::PastSearch| PastSearch {
        query: past.query,
        total: past.total,
        at: past.at,
    };
    let found = app.library()?.past_searches(&request.text, request.limit)?;
    Ok(found.into_iter().map(past).collect())
}

pub(crate) fn forget_searches(app: &App, request: ForgetSearches) -> Result<Empty> {
    app.library()?.forget_searches(request.query.as_deref())?;
    Ok(Empty {})
}
