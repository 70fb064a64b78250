//! Measures promises on the project's own sentences and holds the figures.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_analysis::timex::{promise::promises, timexes};

/// How far, in points of a hundred, a figure may fall.
const TOLERANCE: f64 = 0.05;

/// One labelled sentence: its language, the due days that it states, and it.
struct Sentence {
    language: String,
    due: Vec<String>,
    text: String,
}

fn sentences() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/promises.tsv");
    let lines = fs::read_to_string(path).expect("the sentences are part of the project");
    let lines = lines
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty());
    lines
        .map(|line| {
            let mut parts = line.splitn(3, '\t');
            let mut part = || parts.next().expect("a line has three parts").to_owned();
            let (language, due, text) = (part(), part(), part());
            let due = due
                .split(' ')
                .filter(|d| *d != "-")
                .map(str::to_owned)
                .collect();
            Sentence {
                language,
                due,
                text,
            }
        })
        .collect()
}

/// The due days found, “!” before what is denied.
fn found(sentence: &Sentence) -> Vec<String> {
    let context = Context {
        published: NaiveDate::from_ymd_opt(2023, 6, 14),
        language: Some(&sentence.language),
    };
    let timexes = timexes(&sentence.text, &context);
    promises(&sentence.text, &timexes, &context)
        .iter()
        .map(|p| format!("{}{}", if p.is_denied { "!" } else { "" }, p.due))
        .collect()
}

#[test]
fn accuracy_of_promises_does_not_fall() {
    let (mut right, mut stated, mut labelled) = (0, 0, 0);
    let sentences = sentences();
    assert!(sentences.len() >= 60, "there are enough sentences");
    for sentence in &sentences {
        let found = found(sentence);
        let hits = found.iter().filter(|d| sentence.due.contains(d)).count();
        right += hits;
        stated += found.len();
        labelled += sentence.due.len();
        if found != sentence.due {
            eprintln!(
                "{}: wanted {:?}, found {found:?}: {}",
                sentence.language, sentence.due, sentence.text
            );
        }
    }
    let share = |part: usize, of: usize| {
        let hundredths = u32::try_from(1000 * part / of.max(1)).unwrap_or(0);
        f64::from(hundredths) / 10.0
    };
    let held = BTreeMap::from([
        ("precision".to_owned(), share(right, stated)),
        ("recall".to_owned(), share(right, labelled)),
    ]);
    eprintln!("{right} right of {stated} found and {labelled} labelled: {held:?}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy-promises.json");
    if std::env::var_os("UPDATE_BASELINE").is_some_and(|v| v == "1") {
        let json = serde_json::to_string_pretty(&held).expect("figures are JSON");
        fs::write(&path, json + "\n").expect("the baseline can be written");
        return;
    }
    let baseline = fs::read_to_string(&path).expect("the baseline is part of the project");
    let baseline: BTreeMap<String, f64> =
        serde_json::from_str(&baseline).expect("the baseline is JSON");
    for (name, was) in baseline {
        let now = held.get(&name).copied().unwrap_or(0.0);
        assert!(now >= was - TOLERANCE, "{name}: was {was}, is {now}");
    }
}

#[test]
fn without_a_day_of_publication_nothing_is_promised() {
    let text = "The bridge will open by 2028.";
    let context = Context {
        published: None,
        language: Some("en"),
    };
    assert!(promises(text, &timexes(text, &context), &context).is_empty());
}
