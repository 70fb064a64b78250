//! Measures timexes against gold corpora and holds the figures.
//!
//! The corpora may not be part of the project: they are looked for beside it, and where they are
//! missing nothing is measured. `UPDATE_BASELINE=1` writes the figures measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_analysis::timex::timexes;
use dossier_text::Offsets;
use serde_json::{Value, json};

/// How far, in points of a hundred, a figure may fall.
const TOLERANCE: f64 = 0.05;

/// The gold files by name; the news are measured together too.
const NEWS: [(&str, &str); 3] = [
    ("te3-timebank", "timex/te3-timebank.jsonl"),
    ("te3-aquaint", "timex/te3-aquaint.jsonl"),
    ("meantime", "timex/meantime.jsonl"),
];
const OTHERS: [(&str, &str); 2] = [
    ("recognizers", "timex/recognizers.jsonl"),
    ("articles", "articles/herzog-azerbaijan-2023-06-02.jsonl"),
];

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared")
}

/// Writes the timexes of the documents of a gold file; gives how many bytes were read in what time.
fn analyse(gold: &Path, output: &Path) -> (usize, Duration) {
    let lines = fs::read_to_string(gold).expect("the gold file can be read");
    let (mut bytes, mut spent, mut written) = (0, Duration::ZERO, String::new());
    for document in lines
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).expect("a gold line is JSON"))
    {
        let text = document["text"].as_str().expect("a gold document has text");
        let published = document["published"]
            .as_str()
            .and_then(|d| d.get(..10))
            .and_then(|d| d.parse::<NaiveDate>().ok());
        let context = Context {
            published,
            language: Some("en"),
        };
        let start = Instant::now();
        let found = timexes(text, &context);
        spent += start.elapsed();
        bytes += text.len();
        let offsets = Offsets::new(text);
        let found: Vec<Value> = found
            .iter()
            .map(|t| {
                let (start, end) = offsets
                    .code_point_range(t.range)
                    .expect("a range lies in its text");
                let interval = t.interval.map(|i| [i.start.to_string(), i.end.to_string()]);
                json!({
                    "start": start, "end": end, "text": t.range.slice(text),
                    "type": t.kind, "value": t.value, "interval": interval,
                })
            })
            .collect();
        written += &json!({ "doc_id": document["doc_id"], "timexes": found }).to_string();
        written.push('\n');
    }
    fs::write(output, written).expect("the temporary folder can be written");
    (bytes, spent)
}

fn score(gold: &[PathBuf], system: &[PathBuf]) -> Value {
    let output = Command::new("python3")
        .arg(shared().join("eval/eval_timex.py"))
        .args(gold)
        .arg("--sys")
        .args(system)
        .arg("--json")
        .output()
        .expect("python3 runs the scorer");
    assert!(
        output.status.success(),
        "the scorer failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("the scorer prints JSON")
}

/// The figures that are held: F1 of spans, values and intervals.
fn hold(name: &str, scores: &Value, held: &mut BTreeMap<String, f64>) {
    for measure in ["strict", "relaxed", "type", "value", "interval"] {
        let figure = scores[measure][2]
            .as_f64()
            .expect("the scorer gives every F1");
        held.insert(format!("{name}: {measure} F1"), figure);
    }
}

#[test]
fn accuracy_of_timexes_on_gold_corpora_does_not_fall() {
    let gold = shared().join("gold");
    if !gold.exists() {
        eprintln!("SKIPPED: no gold corpora beside the project; timex accuracy was not measured.");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let mut held = BTreeMap::new();
    let system = |name: &str| folder.join(format!("timex-{name}.jsonl"));
    for (name, file) in NEWS.into_iter().chain(OTHERS) {
        let (bytes, spent) = analyse(&gold.join(file), &system(name));
        let scores = score(&[gold.join(file)], &[system(name)]);
        eprintln!(
            "{name}: {bytes} bytes in {} µs\n  {scores}",
            spent.as_micros()
        );
        hold(name, &scores, &mut held);
    }
    let gold_news: Vec<_> = NEWS.iter().map(|(_, file)| gold.join(file)).collect();
    let system_news: Vec<_> = NEWS.iter().map(|(name, _)| system(name)).collect();
    hold("all news", &score(&gold_news, &system_news), &mut held);
    compare(&held);
}

fn compare(held: &BTreeMap<String, f64>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy-timex.json");
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
