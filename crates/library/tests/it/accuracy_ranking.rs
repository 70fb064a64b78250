//! Measures the ranking on collections with judgements and holds the figures.
//!
//! The collections may not be part of the project: they are looked for beside it, and where they
//! are missing nothing is measured. `UPDATE_BASELINE=1` writes the figures measured.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

use dossier_library::{
    import::{ImportOptions, Source},
    index::{SearchOptions, any_of},
};
use serde_json::Value;

use crate::{
    accuracy::{gold, hold},
    support::{Fixture, fixture},
};

/// How far a figure may fall.
const TOLERANCE: f64 = 0.0005;
/// How many hits are looked at.
const DEPTH: usize = 10;

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).expect("a collection can be read");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// A library of the documents; gives the collection's id of each document.
fn library(documents: &[Value]) -> (Fixture, HashMap<i64, String>) {
    let fixture = fixture();
    let sources = documents.iter().map(|document| {
        let (title, body) = (text(document, "title"), text(document, "text"));
        let name = format!("{}.md", text(document, "id"));
        let front = format!("---\ntitle: {}\nlanguage: en\n---\n\n", Value::from(title));
        Source::Path(fixture.file(&name, format!("{front}{body}\n")))
    });
    let sources = sources.collect();
    let report = fixture
        .library
        .import(sources, &ImportOptions::default(), &mut |_| true)
        .unwrap();
    fixture.library.update_index().unwrap();
    let ids = report.items.iter().filter_map(|item| {
        let name = Path::new(&item.path).file_stem()?.to_str()?;
        Some((item.document?, name.to_owned()))
    });
    let ids = ids.collect();
    (fixture, ids)
}

/// Grades of documents by query.
fn judgements(path: &Path) -> HashMap<String, HashMap<String, u32>> {
    let mut judgements: HashMap<String, HashMap<String, u32>> = HashMap::new();
    for line in fs::read_to_string(path)
        .expect("judgements can be read")
        .lines()
    {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [query, _, document, grade] = columns[..] else {
            continue;
        };
        let grade = grade.parse().expect("a grade is a number");
        judgements
            .entry(query.to_owned())
            .or_default()
            .insert(document.to_owned(), grade);
    }
    judgements
}

/// Normalised discounted cumulative gain, gains 2^grade − 1 (Järvelin and Kekäläinen, 2002).
fn ndcg(ranked: &[u32], grades: impl Iterator<Item = u32>) -> f64 {
    let gain = |grades: &[u32]| -> f64 {
        let gains = grades.iter().take(DEPTH).zip(2u32..);
        gains
            .map(|(grade, at)| (f64::from(1u32 << grade) - 1.0) / f64::from(at).log2())
            .sum()
    };
    let mut best: Vec<u32> = grades.collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    gain(ranked) / gain(&best)
}

fn measure(name: &str) -> f64 {
    let folder = gold().join("ir").join(name);
    let (fixture, ids) = library(&lines(&folder.join("docs.jsonl")));
    let judgements = judgements(&folder.join("qrels.dev.tsv"));
    let options = SearchOptions {
        limit: DEPTH as u32,
        ..SearchOptions::default()
    };
    let mut figures = Vec::new();
    for query in lines(&folder.join("queries.dev.jsonl")) {
        let Some(grades) = judgements.get(text(&query, "id")) else {
            continue;
        };
        if grades.values().all(|grade| *grade == 0) {
            continue;
        }
        let found = fixture
            .library
            .search(&any_of(text(&query, "text")), options)
            .unwrap();
        let ranked = found.hits.iter().map(|hit| {
            let id = ids.get(&hit.document.id);
            id.and_then(|id| grades.get(id)).copied().unwrap_or(0)
        });
        figures.push(ndcg(&ranked.collect::<Vec<_>>(), grades.values().copied()));
    }
    assert!(figures.len() > 30, "{name} has queries with judgements");
    figures.iter().sum::<f64>() / figures.len() as f64
}

#[test]
fn ranking_of_judged_collections_does_not_fall() {
    if !gold().exists() {
        eprintln!("SKIPPED: no judged collections beside the project; ranking was not measured.");
        return;
    }
    let mut held = BTreeMap::new();
    for name in ["time", "cran"] {
        let figure = (measure(name) * 10_000.0).round() / 10_000.0;
        eprintln!("{name}: nDCG@{DEPTH} {figure}");
        held.insert(format!("{name}: nDCG@{DEPTH}"), figure);
    }
    hold("accuracy-ranking.json", &held, TOLERANCE);
}
