//! Measures attributions against gold corpora and holds the figures.
//!
//! The corpora may not be part of the project: they are looked for beside it, and where they are
//! missing nothing is measured. `UPDATE_BASELINE=1` writes the figures measured.

#![expect(clippy::print_stdout, reason = "the figures are read with --nocapture")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_analysis::attribution::{Attribution, AttributionKind, attributions};
use dossier_text::{Offsets, TextRange};
use serde_json::{Value, json};

/// How far, in points of a hundred, a figure may fall.
const TOLERANCE: f64 = 0.05;

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared")
}

fn span(text: &str, offsets: &Offsets<'_>, range: TextRange) -> Value {
    let (start, end) = offsets
        .code_point_range(range)
        .expect("a range lies in its text");
    json!({ "start": start, "end": end, "text": range.slice(text) })
}

fn quotation(text: &str, offsets: &Offsets<'_>, found: &Attribution) -> Value {
    let spans = |ranges: &[TextRange]| {
        ranges
            .iter()
            .map(|r| span(text, offsets, *r))
            .collect::<Vec<_>>()
    };
    let kind = match found.kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        AttributionKind::Mixed => "mixed",
    };
    json!({
        "type": kind,
        "content": spans(&found.content),
        "cue": spans(&found.cue),
        "source": found.source.map(|s| span(text, offsets, s)).into_iter().collect::<Vec<_>>(),
        "speaker": found.speaker,
    })
}

/// Analyses the documents of a gold file into `output`; gives their number and the time spent.
fn analyse(gold: &Path, output: &Path) -> (usize, Duration) {
    let lines = fs::read_to_string(gold).expect("the gold file can be read");
    let documents: Vec<Value> = lines
        .lines()
        .map(|l| serde_json::from_str(l).expect("a gold line is JSON"))
        .collect();
    let mut spent = Duration::ZERO;
    let mut written = String::new();
    for document in &documents {
        let text = document["text"].as_str().expect("a gold document has text");
        let published = document["published"]
            .as_str()
            .and_then(|d| d.parse::<NaiveDate>().ok());
        let start = Instant::now();
        let found = attributions(
            text,
            &Context {
                published,
                language: Some("en"),
            },
        );
        spent += start.elapsed();
        let offsets = Offsets::new(text);
        let quotes: Vec<_> = found.iter().map(|a| quotation(text, &offsets, a)).collect();
        written += &json!({ "doc_id": document["doc_id"], "quotes": quotes }).to_string();
        written.push('\n');
    }
    fs::write(output, written).expect("the temporary folder can be written");
    (documents.len(), spent)
}

fn score(gold: &Path, system: &Path, arguments: &[&str]) -> Value {
    let output = Command::new("python3")
        .arg(shared().join("eval/eval_quotes.py"))
        .arg(gold)
        .arg("--sys")
        .arg(system)
        .arg("--json")
        .args(arguments)
        .output()
        .expect("python3 runs the scorer");
    assert!(
        output.status.success(),
        "the scorer failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("the scorer prints JSON")
}

/// The figures that are held, by name.
fn figures(name: &str, scores: &Value, held: &mut BTreeMap<String, f64>) {
    for (measure, value) in [
        ("precision @0.3", &scores["ggt@0.3"][0]),
        ("recall @0.3", &scores["ggt@0.3"][1]),
        ("F @0.3", &scores["ggt@0.3"][2]),
        ("F @0.8", &scores["ggt@0.8"][2]),
        ("source accuracy", &scores["source_acc"]),
        ("joint F", &scores["joint"][2]),
        ("speaker accuracy", &scores["resolved_acc"][0]),
    ] {
        if let Some(value) = value.as_f64() {
            held.insert(format!("{name}: {measure}"), value);
        }
    }
}

#[test]
fn accuracy_on_gold_corpora_does_not_fall() {
    let gold = shared().join("gold");
    if !gold.exists() {
        println!(
            "SKIPPED: no gold corpora beside the project; attribution accuracy was not measured."
        );
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let mut held = BTreeMap::new();
    for (name, file, arguments) in [
        (
            "news, direct and mixed",
            "quotes/polnear.jsonl",
            &["--types", "direct,mixed"][..],
        ),
        (
            "news, indirect speech",
            "quotes/polnear.jsonl",
            &["--types", "indirect", "--speech"],
        ),
        (
            "novels, direct",
            "quotes/litbank.jsonl",
            &["--types", "direct"],
        ),
        (
            "article, direct and mixed",
            "articles/herzog-azerbaijan-2023-06-02.jsonl",
            &["--types", "direct,mixed"],
        ),
        (
            "article, direct",
            "articles/herzog-azerbaijan-2023-06-02.jsonl",
            &["--types", "direct"],
        ),
    ] {
        let path = gold.join(file);
        let system = folder.join(format!(
            "attribution-{}.jsonl",
            name.replace([' ', ','], "-")
        ));
        let (documents, spent) = analyse(&path, &system);
        let scores = score(&path, &system, arguments);
        println!(
            "{name}: {documents} documents in {} ms\n  {scores}",
            spent.as_millis()
        );
        figures(name, &scores, &mut held);
    }
    compare(&held);
}

fn compare(held: &BTreeMap<String, f64>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy-attribution.json");
    if std::env::var_os("UPDATE_BASELINE").is_some_and(|v| v == "1") {
        let json = serde_json::to_string_pretty(held).expect("figures are JSON");
        fs::write(&path, json + "\n").expect("the baseline can be written");
        return;
    }
    let baseline = fs::read_to_string(&path).expect("the baseline is part of the project");
    let baseline: BTreeMap<String, f64> =
        serde_json::from_str(&baseline).expect("the baseline is JSON");
    let fallen: Vec<_> = baseline
        .iter()
        .filter(|(name, was)| held.get(*name).is_none_or(|now| *now < *was - TOLERANCE))
        .map(|(name, was)| format!("{name}: was {was}, is {:?}", held.get(name)))
        .collect();
    assert!(fallen.is_empty(), "figures fell:\n{}", fallen.join("\n"));
}
