//! Known-item search in many languages and scripts: the rarest words of a sentence find its document.
//!
//! The same news stories stand in every language beside the project; where they are missing nothing
//! is measured. Their language is not told: it is recognised, as it is of a person's own files.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
};

use dossier_library::{
    import::{ImportOptions, Source},
    index::SearchOptions,
};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    accuracy::{gold, hold},
    support::{Fixture, fixture},
};

/// How far a figure may fall.
const TOLERANCE: f64 = 0.02;
/// How many words of a sentence are asked for.
const ASKED: usize = 4;
/// Shorter sentences have no rare words to speak of.
const SHORTEST: usize = 6;
/// One sentence in so many is asked for; `ALL_SENTENCES=1` asks for all.
const SAMPLE: usize = 12;
/// How many pairs of forms are looked at in a language.
const PAIRS: usize = 100;

/// Stories by language: their sentences.
fn stories() -> BTreeMap<String, Vec<Vec<String>>> {
    let mut files: Vec<_> = fs::read_dir(gold().join("ntrex/docs"))
        .expect("stories can be listed")
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut stories: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for file in files {
        let story: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for (language, sentences) in story["segments"].as_object().unwrap() {
            let sentences = sentences.as_array().unwrap().iter();
            let sentences = sentences.map(|one| one.as_str().unwrap().to_owned());
            let all = stories.entry(language.clone()).or_default();
            all.push(sentences.collect());
        }
    }
    stories
}

/// A library of the stories in one language; gives the documents in the stories' order.
fn library(stories: &[Vec<String>]) -> (Fixture, Vec<i64>) {
    let fixture = fixture();
    let sources = stories.iter().enumerate().map(|(at, sentences)| {
        let text = sentences.join("\n\n");
        Source::Path(fixture.file(&format!("{at}.md"), format!("# Number {at}\n\n{text}\n")))
    });
    let sources: Vec<Source> = sources.collect();
    let report = fixture
        .library
        .import(sources, &ImportOptions::default(), &mut |_| true)
        .unwrap();
    fixture.library.update_index().unwrap();
    let mut documents = vec![0; stories.len()];
    for item in report.items {
        let name = Path::new(&item.path).file_stem().unwrap().to_str().unwrap();
        documents[name.parse::<usize>().unwrap()] = item.document.unwrap();
    }
    (fixture, documents)
}

fn words(text: &str) -> Vec<String> {
    let words = text.unicode_words().map(str::to_lowercase);
    words.collect()
}

/// The share of sentences whose rarest words find their story first.
fn success(fixture: &Fixture, documents: &[i64], stories: &[Vec<String>]) -> f64 {
    let mut frequency: HashMap<String, u32> = HashMap::new();
    for sentences in stories {
        let all: BTreeSet<String> = sentences.iter().flat_map(|one| words(one)).collect();
        for word in all {
            *frequency.entry(word).or_default() += 1;
        }
    }
    let options = SearchOptions {
        limit: 1,
        ..SearchOptions::default()
    };
    let has_all = std::env::var_os("ALL_SENTENCES").is_some();
    let step = if has_all { 1 } else { SAMPLE };
    let (mut number, mut asked, mut found) = (0, 0u32, 0u32);
    for (document, sentences) in documents.iter().zip(stories) {
        for sentence in sentences {
            let mut rarest = words(sentence);
            number += 1;
            if rarest.len() < SHORTEST || number % step != 0 {
                continue;
            }
            rarest.sort_by_key(|word| (frequency[word], std::cmp::Reverse(word.chars().count())));
            rarest.dedup();
            rarest.truncate(ASKED);
            let hits = fixture
                .library
                .search(&rarest.join(" "), options)
                .unwrap()
                .hits;
            asked += 1;
            let is_first = hits.first().is_some_and(|hit| hit.document.id == *document);
            found += u32::from(is_first);
        }
    }
    f64::from(found) / f64::from(asked)
}

/// Pairs of words of a story that are likely forms of one: long words that begin alike and differ
/// in short endings.
fn pairs(stories: &[Vec<String>]) -> Vec<(usize, String, String)> {
    const BEGINNING: usize = 5;
    const ENDING: usize = 3;
    let mut pairs = Vec::new();
    for (at, sentences) in stories.iter().enumerate() {
        let mut by_beginning: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for word in sentences.iter().flat_map(|one| words(one)) {
            let beginning: String = word.chars().take(BEGINNING).collect();
            if beginning.chars().count() == BEGINNING && beginning.chars().all(char::is_alphabetic)
            {
                by_beginning.entry(beginning).or_default().insert(word);
            }
        }
        for forms in by_beginning.values() {
            let mut forms = forms.iter();
            let (Some(a), Some(b)) = (forms.next(), forms.next()) else {
                continue;
            };
            let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
            let longest = a.chars().count().max(b.chars().count());
            if longest - shared <= ENDING {
                pairs.push((at, a.clone(), b.clone()));
            }
        }
    }
    pairs.truncate(PAIRS);
    pairs
}

/// The share of pairs of forms of which one is marked where the other is asked for.
fn recall_of_forms(fixture: &Fixture, documents: &[i64], stories: &[Vec<String>]) -> f64 {
    let pairs = pairs(stories);
    let mut found = 0;
    for (at, asked, other) in &pairs {
        let document = documents[*at];
        let text = fixture.library.text_version(document).unwrap().text;
        let marked = fixture.library.find_in_document(document, asked).unwrap();
        let is_marked = marked.iter().any(|range| {
            let marked = range.slice(&text).unwrap_or_default();
            marked.to_lowercase() == *other
        });
        found += u32::from(is_marked);
    }
    f64::from(found) / pairs.len().max(1) as f64
}

#[test]
fn the_rarest_words_of_a_sentence_find_its_document_in_every_language() {
    if !gold().exists() {
        eprintln!("SKIPPED: no stories beside the project; known-item search was not measured.");
        return;
    }
    let mut held = BTreeMap::new();
    let rounded = |figure: f64| (figure * 1_000.0).round() / 1_000.0;
    for (language, stories) in stories() {
        let (fixture, documents) = library(&stories);
        let success = rounded(success(&fixture, &documents, &stories));
        let forms = rounded(recall_of_forms(&fixture, &documents, &stories));
        eprintln!("{language}: success@1 {success}, forms found {forms}");
        held.insert(format!("{language}: success@1"), success);
        held.insert(format!("{language}: likely forms found"), forms);
    }
    hold("accuracy-known-item.json", &held, TOLERANCE);
}
