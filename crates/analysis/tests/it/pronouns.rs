//! Measures whom pronouns denote that are the source of words, on our own passages, and holds the
//! share that is resolved right.

#![expect(clippy::print_stdout, reason = "the figures are read with --nocapture")]

use std::fs;
use std::path::Path;

use dossier_analysis::Context;
use dossier_analysis::attribution::attributions;

/// The share of passages, in points of a hundred, that must be resolved right.
const RIGHT: f64 = 93.5;
/// The most passages whose pronoun may be given to somebody else than its speaker.
const MOST_WRONG: usize = 3;

/// The speaker found for the last attribution of `passage` whose source is a pronoun; none where
/// no attribution has a pronoun for a source.
fn resolved(passage: &str) -> Option<String> {
    let text = passage.replace('¶', "\n\n");
    let context = Context {
        published: None,
        language: Some("en"),
    };
    let found = attributions(&text, &context);
    let last = found.iter().rev().find(|a| {
        let source = a.source.and_then(|s| s.slice(&text)).unwrap_or_default();
        matches!(source.to_lowercase().as_str(), "he" | "she" | "they")
    })?;
    Some(last.speaker.clone().unwrap_or_else(|| "-".to_owned()))
}

#[test]
fn pronouns_that_speak_are_resolved() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pronouns.tsv");
    let lines = fs::read_to_string(path).expect("the passages are part of the project");
    let cases: Vec<(&str, &str)> = lines
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.split_once('\t')
                .expect("a line is speaker and passage")
        })
        .collect();
    assert!(cases.len() >= 120, "{} passages", cases.len());
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for (speaker, passage) in &cases {
        let found = resolved(passage);
        if found.as_deref() == Some(*speaker) {
            right += 1;
            continue;
        }
        wrong += usize::from(found.as_deref().is_some_and(|found| found != "-"));
        println!("{speaker}, found {found:?}: {passage}");
    }
    let share = 100.0 * right as f64 / cases.len() as f64;
    println!(
        "{right} of {} pronouns right ({share:.1} %), {wrong} wrong",
        cases.len()
    );
    assert!(share >= RIGHT, "{share:.1} % are right");
    assert!(wrong <= MOST_WRONG, "{wrong} are given to somebody else");
}
