//! A search as the window asks for it: the top twenty with three passages each, facets and the
//! histogram.

use std::hint::black_box;

use criterion::Criterion;
use dossier_library::{
    Library,
    index::{Found, SearchOptions},
};

use crate::{
    kept::{documents, library},
    query::{Kind, queries},
    rival::{Fts5, LIMIT, RawTantivy},
};

/// Queries of each kind that are gone through.
const QUERIES: usize = 200;

/// Asks as the window does.
pub(crate) fn ask(library: &Library, typed: &str) -> Found {
    let options = SearchOptions {
        limit: LIMIT as u32,
        passages: 3,
        ..SearchOptions::default()
    };
    library.search(typed, options).expect("it can be answered")
}

pub(crate) fn search(criterion: &mut Criterion) {
    let (library, tantivy, fts5) = (library(), RawTantivy::open(), Fts5::open());
    for kind in Kind::ALL {
        let queries = queries(kind, QUERIES, documents());
        let typed: Vec<String> = queries.iter().map(crate::query::Query::typed).collect();
        let mut group = criterion.benchmark_group(format!("search, {}", kind.name()));
        let mut at = 0;
        let mut next = move || {
            at = (at + 1) % QUERIES;
            at
        };
        group.bench_function("dossier, all that the window shows", |bench| {
            bench.iter(|| black_box(ask(&library, &typed[next()])));
        });
        group.bench_function("tantivy, top", |bench| {
            bench.iter(|| black_box(tantivy.top(&queries[next()])));
        });
        group.bench_function("tantivy, top and counts", |bench| {
            bench.iter(|| black_box(tantivy.top_and_counts(&queries[next()])));
        });
        group.bench_function("tantivy, top and snippets", |bench| {
            bench.iter(|| black_box(tantivy.top_and_snippets(&queries[next()])));
        });
        group.bench_function("FTS5, top", |bench| {
            bench.iter(|| black_box(fts5.top(&queries[next()], false)));
        });
        group.bench_function("FTS5, top and snippets", |bench| {
            bench.iter(|| black_box(fts5.top(&queries[next()], true)));
        });
        group.finish();
    }
}
