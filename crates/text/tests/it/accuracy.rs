//! Accuracy over real revisions of real manuals, kept from falling by a committed baseline.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use dossier_text::Offsets;
use dossier_text::selector::{Anchorer, Selector, TextPositionSelector, TextQuoteSelector};
use serde_json::{Value, json};

/// By how much a figure may be below its baseline: the scorer rounds to three places.
const TOLERANCE: f64 = 0.0005;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn selector(case: &Value) -> Selector {
    let string = |key: &str| {
        case[key]
            .as_str()
            .expect("a case has its strings")
            .to_owned()
    };
    let number = |key: &str| case[key].as_u64().expect("a case has its numbers") as u32;
    Selector {
        quote: TextQuoteSelector {
            exact: string("exact"),
            prefix: string("prefix"),
            suffix: string("suffix"),
        },
        position: Some(TextPositionSelector {
            start: number("start"),
            end: number("end"),
        }),
    }
}

/// Anchors the cases of one text; a line of the answer for each.
fn answer(text: &str, cases: &[Value], answers: &mut String) {
    let selectors: Vec<Selector> = cases.iter().map(selector).collect();
    let offsets = Offsets::new(text);
    for (case, anchored) in cases.iter().zip(Anchorer::new(text).anchor_all(&selectors)) {
        let range = anchored
            .range
            .and_then(|range| offsets.code_point_range(range));
        let (start, end) = range.unzip();
        let line = json!({"id": case["id"], "start": start, "end": end});
        writeln!(answers, "{line}").expect("a string can always be written to");
    }
}

/// Reads `live recall R exact E; false anchors W/A = F; macro over kinds M`.
fn figures(report: &str) -> BTreeMap<&'static str, f64> {
    let summary = report
        .lines()
        .last()
        .expect("the scorer ends with a summary");
    let after = |words: &str| -> f64 {
        let (_, rest) = summary
            .split_once(words)
            .expect("the summary has this figure");
        let number = rest
            .trim_start()
            .split([' ', ';'])
            .next()
            .expect("a split has a first part");
        number.parse().expect("a figure is a number")
    };
    BTreeMap::from([
        ("live_recall", after("live recall ")),
        ("exact", after(" exact ")),
        ("not_false", 1.0 - after(" = ")),
        ("macro", after("macro over kinds ")),
    ])
}

#[test]
fn anchoring_across_revisions_is_no_worse_than_the_baseline() {
    let gold = root().join("../shared/gold/annotation/reanchor");
    let Ok(cases) = std::fs::read_to_string(gold.join("cases.jsonl")) else {
        eprintln!(
            "SKIPPED: no revisions to measure anchoring with at {}",
            gold.display()
        );
        return;
    };
    let mut by_text: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let name = [&case["doc"], &case["to"]].map(|part| part.as_str().unwrap_or_default());
        by_text.entry(name.join(".")).or_default().push(case);
    }
    let mut answers = String::new();
    for (name, cases) in &by_text {
        let path = gold.join("texts").join(format!("{name}.txt"));
        let text = std::fs::read_to_string(path).expect("every case has its text");
        answer(&text, cases, &mut answers);
    }
    let predictions = Path::new(env!("CARGO_TARGET_TMPDIR")).join("anchors.jsonl");
    std::fs::write(&predictions, answers).expect("the target folder can be written to");
    let scored = Command::new("python3")
        .arg(gold.join("common/score.py"))
        .args([&gold.join("cases.jsonl"), &predictions])
        .output();
    let Ok(scored) = scored else {
        eprintln!("SKIPPED: no python3 to score anchoring with");
        return;
    };
    assert!(
        scored.status.success(),
        "{}",
        String::from_utf8_lossy(&scored.stderr)
    );
    let report = String::from_utf8_lossy(&scored.stdout);
    eprintln!("{report}");
    compare(&figures(&report));
}

/// Compares with the baseline, or writes it when `UPDATE_BASELINE` is set.
fn compare(figures: &BTreeMap<&'static str, f64>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/accuracy.json");
    if std::env::var_os("UPDATE_BASELINE").is_some() {
        let written = serde_json::to_string_pretty(figures).expect("figures are numbers");
        std::fs::write(&path, written + "\n").expect("the baseline can be written");
    }
    let baseline = std::fs::read_to_string(&path).expect("the baseline is committed");
    let baseline: BTreeMap<String, f64> = serde_json::from_str(&baseline).expect("it is JSON");
    for (name, least) in baseline {
        let now = figures[name.as_str()];
        assert!(
            now >= least - TOLERANCE,
            "{name} fell from {least} to {now}"
        );
    }
}
