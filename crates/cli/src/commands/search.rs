//! `search`: the query language over a library.

use std::time::Instant;

use dossier_library::index::{Found, Hit, Passage, SearchOptions, Sort, any_of};
use serde_json::{Value, json};

use super::{Outcome, counted};
use crate::{
    args::{SearchArgs, SortName},
    error::Result,
    open,
    output::{Output, note},
    shape::{self, Spans, decimal},
};

/// How many passages of each document are given.
const PASSAGES: u32 = 3;

pub(super) fn run(args: &SearchArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::searchable(&args.library.folder)?;
    let started = Instant::now();
    let query = if args.any {
        any_of(&args.query)
    } else {
        args.query.clone()
    };
    let options = SearchOptions {
        sort: match args.sort {
            SortName::Relevance => Sort::Relevance,
            SortName::Newest => Sort::Newest,
            SortName::Oldest => Sort::Oldest,
        },
        limit: args.limit,
        offset: args.offset,
        passages: PASSAGES,
        all_facets: out.is_json(),
    };
    let found = library.search(&query, options)?;
    if let Some(notice) = &found.parsed.notice {
        note(notice);
    }
    if out.is_json() {
        out.json(&json!({
            "total": found.total,
            "hits": found.hits.iter().map(hit).collect::<Vec<_>>(),
            "facets": shape::facets(&found.facets),
            "elapsed_ms": started.elapsed().as_secs_f64() * 1000.0,
        }))?;
    } else {
        show(&found, args.offset, out)?;
    }
    Ok(Outcome::Done)
}

fn hit(hit: &Hit) -> Value {
    json!({
        "document": hit.document.id,
        "title": hit.document.title,
        "published": hit.document.published.map(|date| date.to_string()),
        "score": decimal(hit.score),
        "snippet": excerpt(hit.passage()),
        "passages": hit.passages.iter().map(excerpt).collect::<Vec<_>>(),
        "places": hit.places,
    })
}

fn excerpt(passage: &Passage) -> Value {
    let spans = Spans::new(&passage.text);
    let highlights = passage.highlights.iter().map(|range| spans.points(*range));
    json!({"text": passage.text, "highlights": highlights.collect::<Vec<_>>()})
}

fn show(found: &Found, offset: u32, out: &mut Output) -> Result<()> {
    let shown = found.hits.len();
    out.line(match (found.total, offset) {
        (0, _) => "Nothing found.".to_owned(),
        (total, _) if shown == 0 => counted(total as usize, "document"),
        (total, 0) if shown == total as usize => counted(shown, "document"),
        (total, offset) => format!(
            "{}, of which {shown} from number {}",
            counted(total as usize, "document"),
            offset + 1
        ),
    })?;
    for hit in &found.hits {
        let document = &hit.document;
        let mut about = vec![document.id.to_string()];
        about.extend(document.published.map(|date| date.to_string()));
        about.extend(document.publisher.clone());
        out.line(format!("\n{}  ({})", document.title, about.join(", ")))?;
        let snippet: Vec<&str> = hit.passage().text.split_whitespace().collect();
        out.line(format!("    {}", snippet.join(" ")))?;
    }
    Ok(())
}
