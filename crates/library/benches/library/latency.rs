//! How long single searches take: the median, the slow ones, and what each engine keeps on disk.
//!
//! Criterion tells means over many searches; people wait for one. Engines take turns, query by
//! query, so that whatever else the machine does meets all alike; *undisturbed* is the median over
//! the queries of the quickest time of each.

use std::{
    env,
    fmt::Write as _,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use criterion::Criterion;
use dossier_library::index::SearchOptions;

use crate::{
    corpus::Corpus,
    hurt,
    kept::{SEED, documents, library, size},
    query::{Kind, Query, queries},
    rival::{Fts5, RawTantivy},
    search::ask,
};

/// How often every query is asked of every engine.
const ROUNDS: usize = 5;

/// Writes the table to standard error and under `target/tmp/bench`.
pub(crate) fn latency(_: &mut Criterion) {
    // Where one benchmark is asked for by its name, this one is asked for by its own.
    let asked: Vec<String> = env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with('-'))
        .collect();
    if env::args().any(|arg| arg == "--test" || arg == "--list")
        || !(asked.is_empty() || asked.iter().any(|name| "latency".contains(name.as_str())))
    {
        return;
    }
    let count = env::var("DOSSIER_BENCH_QUERIES").ok();
    let count = count.map_or(400, |count| {
        count.parse().expect("DOSSIER_BENCH_QUERIES is a number")
    });
    let mut table = sizes();
    table.push_str(
        "| query | engine | undisturbed | median | p95 | p99 | worst |\n\
         |---|---|---:|---:|---:|---:|---:|\n",
    );
    let engines = engines();
    for kind in Kind::ALL {
        let queries = queries(kind, count, documents());
        let mut times = vec![vec![Vec::with_capacity(ROUNDS); count]; engines.len()];
        for round in 0..=ROUNDS {
            for (at, query) in queries.iter().enumerate() {
                let typed = query.typed();
                for ((_, engine), times) in engines.iter().zip(&mut times) {
                    let started = Instant::now();
                    black_box(engine(query, &typed));
                    // The first round warms the caches.
                    if round > 0 {
                        times[at].push(started.elapsed());
                    }
                }
            }
        }
        for ((name, _), times) in engines.iter().zip(times) {
            let least = times.iter().filter_map(|times| times.iter().min());
            let least = share(least.copied().collect(), &[0.5]);
            let shares = share(times.concat(), &[0.5, 0.95, 0.99, 1.0]);
            let _infallible = writeln!(table, "| {} | {name} |{least}{shares}", kind.name());
        }
    }
    let _infallible = writeln!(table, "\n{}", hurt::table(&library()));
    if let Some(memory) = memory() {
        let _infallible = writeln!(table, "\n{memory}");
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bench")
        .join(format!("latency-{}.md", documents()));
    fs::write(&path, &table).expect("a file can be written under target");
    eprintln!("{table}\n(milliseconds; also in {})", path.display());
}

/// Asks an engine and says how much it gave.
type Ask = Box<dyn Fn(&Query, &str) -> usize>;

fn engines() -> Vec<(&'static str, Ask)> {
    let (library, bare) = (library(), library());
    let tantivy = std::rc::Rc::new(RawTantivy::open());
    let fts5 = std::rc::Rc::new(Fts5::open());
    let (tantivy_counts, tantivy_snippets) = (tantivy.clone(), tantivy.clone());
    let fts5_snippets = fts5.clone();
    let mut all: Vec<(&'static str, Ask)> = vec![
        (
            "Dossier: top, snippets, counts",
            Box::new(move |_, typed| ask(&library, typed).hits.len()),
        ),
        (
            "Dossier: counts alone",
            Box::new(move |_, typed| {
                let found = bare.search(typed, SearchOptions::default());
                found.expect("it can be answered").total as usize
            }),
        ),
        ("tantivy: top", Box::new(move |query, _| tantivy.top(query))),
        (
            "tantivy: top, counts",
            Box::new(move |query, _| tantivy_counts.top_and_counts(query).0),
        ),
        (
            "tantivy: top, snippets",
            Box::new(move |query, _| tantivy_snippets.top_and_snippets(query)),
        ),
        (
            "FTS5: top",
            Box::new(move |query, _| fts5.top(query, false)),
        ),
        (
            "FTS5: top, snippets",
            Box::new(move |query, _| fts5_snippets.top(query, true)),
        ),
    ];
    if let Ok(named) = env::var("DOSSIER_BENCH_ENGINES") {
        all.retain(|(name, _)| name.contains(&named));
    }
    all
}

/// The times, in milliseconds, that these shares of all stay below, as cells of a table.
fn share(mut times: Vec<Duration>, shares: &[f64]) -> String {
    times.sort_unstable();
    let cell = |share: &f64| {
        let time = times[((times.len() - 1) as f64 * share) as usize];
        format!(" {:.3} |", time.as_secs_f64() * 1e3)
    };
    shares.iter().map(cell).collect()
}

/// What this process keeps in memory, where the system tells: of its own, and pages of files, which
/// the system takes back when it needs them. Rivals that were asked are in it.
fn memory() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    };
    let (own, files) = (kilobytes("RssAnon:")?, kilobytes("RssFile:")?);
    Some(format!(
        "Memory: {:.0} MB of its own, {:.0} MB of files",
        own / 1e3,
        files / 1e3
    ))
}

/// What there is of text, and what every engine makes of it.
fn sizes() -> String {
    let corpus = Corpus::new(SEED);
    let text: usize = (0..documents())
        .map(|number| corpus.article(number).text().len())
        .sum();
    let index = size(&library().folder().join("index"));
    format!(
        "{} documents, {:.1} MB of text; the index {:.1} MB, {:.0} % of it\n\n",
        documents(),
        text as f64 / 1e6,
        index as f64 / 1e6,
        100.0 * index as f64 / text as f64
    )
}
