//! What importing, searching, the timeline and opening cost, and what rivals need for the same.
//!
//! `DOSSIER_BENCH_DOCUMENTS` says how many documents there are, ten thousand where it is not set.
//! The library and the rivals' indexes are made once and kept under `target/tmp`. More than two
//! hundred thousand documents are not imported but written directly, without analysis.

#[allow(
    dead_code,
    reason = "every benchmark takes what it needs of the corpus"
)]
#[path = "../corpus/mod.rs"]
mod corpus;

mod bulk;
mod hurt;
mod import;
mod kept;
mod latency;
mod open;
mod query;
mod rival;
mod search;
mod timeline;

use criterion::{criterion_group, criterion_main};

criterion_group!(
    benches,
    search::search,
    timeline::timeline,
    open::open,
    import::import,
    latency::latency
);
criterion_main!(benches);
