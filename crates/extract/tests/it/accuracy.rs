//! Figures on gold data, which may only rise: `tests/accuracy.json` holds the ones reached.
//!
//! `UPDATE_ACCURACY=1` writes the file anew.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
};

use dossier_extract::{Input, check_structure, extract};
use serde_json::{Map, Value, json};

use crate::shared;

/// How far a figure may fall before the test fails.
const TOLERANCE: f64 = 0.0005;

fn baseline_file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy.json")
}

/// Compares figures with the baseline, or writes them into it.
fn check(figures: BTreeMap<String, f64>) {
    // The tests run at the same time and share the file.
    static FILE: Mutex<()> = Mutex::new(());
    let _guard = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    let text = fs::read_to_string(baseline_file()).unwrap_or_else(|_| "{}".into());
    let mut baseline: BTreeMap<String, f64> = serde_json::from_str(&text).unwrap();
    if std::env::var_os("UPDATE_ACCURACY").is_some() {
        baseline.extend(figures);
        let text = serde_json::to_string_pretty(&baseline).unwrap();
        fs::write(baseline_file(), text + "\n").unwrap();
        return;
    }
    let mut fallen = Vec::new();
    for (name, figure) in &figures {
        let before = baseline.get(name).copied();
        assert!(
            before.is_some(),
            "{name} has no baseline: run with UPDATE_ACCURACY=1"
        );
        if before.is_some_and(|before| figure + TOLERANCE < before) {
            fallen.push(format!("{name}: {figure} is less than {before:?}"));
        }
    }
    assert!(
        fallen.is_empty(),
        "figures have fallen:\n{}",
        fallen.join("\n")
    );
}

fn page(path: &Path) -> Vec<u8> {
    let file = fs::File::open(path).unwrap();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(file), &mut bytes).unwrap();
    bytes
}

fn python(arguments: &[&Path]) -> String {
    let output = Command::new("python3")
        .args(arguments)
        .output()
        .expect("python3 is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_main_text_of_web_pages_does_not_get_worse() {
    let Some(shared) = shared("gold/extraction/articles") else {
        return;
    };
    let folder = shared.join("gold/extraction/articles");
    let gold_file = folder.join("ground-truth.json");
    let gold: Map<String, Value> =
        serde_json::from_str(&fs::read_to_string(&gold_file).unwrap()).unwrap();
    let mut system = Map::new();
    for (case, gold) in &gold {
        let bytes = page(&folder.join("html").join(format!("{case}.html.gz")));
        let input = Input {
            bytes: &bytes,
            url: gold["url"].as_str(),
            ..Input::default()
        };
        let text = match extract(&input) {
            Ok(found) => {
                assert_eq!(
                    check_structure(&found.text, &found.structure),
                    Ok(()),
                    "{case}"
                );
                found.text
            }
            Err(error) => {
                eprintln!("{case}: {error}");
                String::new()
            }
        };
        system.insert(case.clone(), json!({ "articleBody": text }));
    }
    let scratch = tempfile::tempdir().unwrap();
    let system_file = scratch.path().join("system.json");
    fs::write(&system_file, Value::Object(system).to_string()).unwrap();
    let scorer = shared.join("eval/eval_extract.py");
    let output = python(&[
        &scorer,
        &gold_file,
        &system_file,
        Path::new("--worst"),
        Path::new("12"),
    ]);
    eprintln!("{output}");
    let scores: Value = serde_json::from_str(output.lines().last().unwrap()).unwrap();
    let figure = |name: &str| scores[name].as_f64().unwrap();
    check(BTreeMap::from([
        ("articles f1".into(), figure("f1")),
        ("articles precision".into(), figure("precision")),
        ("articles recall".into(), figure("recall")),
    ]));
}

/// Letters and digits in lower case, so that quotation marks and spaces do not count.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[test]
fn the_metadata_of_web_pages_does_not_get_worse() {
    let Some(shared) = shared("gold/extraction/metadata") else {
        return;
    };
    let folder = shared.join("gold/extraction/metadata");
    let mut right: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "json"))
    {
        let gold: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let bytes = page(&file.with_extension("html.gz"));
        let input = Input {
            bytes: &bytes,
            url: Some("http://fakehost/test/page.html"),
            ..Input::default()
        };
        let Ok(found) = extract(&input) else { continue };
        let metadata = found.metadata;
        let authors: Vec<_> = metadata.authors.iter().map(|a| a.value.clone()).collect();
        let primary = |tag: &str| {
            tag.split(['-', '_'])
                .next()
                .unwrap_or_default()
                .to_lowercase()
        };
        let day = |date: &str| date.chars().take(10).collect::<String>();
        let fields = [
            (
                "title",
                metadata.title.map(|t| folded(&t.value)),
                gold["title"].as_str().map(folded),
            ),
            (
                "byline",
                Some(authors.join(", "))
                    .filter(|a| !a.is_empty())
                    .map(|a| folded(&a)),
                gold["byline"].as_str().map(folded),
            ),
            (
                "language",
                metadata.language.map(|l| primary(&l.value)),
                gold["lang"].as_str().map(primary),
            ),
            (
                "site",
                metadata.publisher.map(|p| folded(&p.value)),
                gold["siteName"].as_str().map(folded),
            ),
            (
                "date",
                metadata.published.map(|d| d.value.to_string()),
                gold["publishedTime"].as_str().map(day),
            ),
        ];
        for (name, found, gold) in fields {
            let Some(gold) = gold.filter(|gold| !gold.is_empty()) else {
                continue;
            };
            let counts = right.entry(format!("metadata {name}")).or_default();
            counts.1 += 1;
            if found.as_ref() == Some(&gold) {
                counts.0 += 1;
            } else {
                let case = file.file_stem().unwrap().to_string_lossy();
                eprintln!("{case}: {name} is {found:?}, the gold has {gold:?}");
            }
        }
    }
    eprintln!("{right:?}");
    let share =
        |(right, all): (usize, usize)| (10_000.0 * right as f64 / all as f64).round() / 10_000.0;
    check(
        right
            .into_iter()
            .map(|(name, counts)| (name, share(counts)))
            .collect(),
    );
}

#[test]
fn the_text_of_long_pdfs_does_not_get_worse() {
    let Some(shared) = shared("gold/extraction/pdf") else {
        return;
    };
    let folder = shared.join("gold/extraction/pdf");
    let scratch = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|extension| extension == "pdf") {
            let bytes = fs::read(&file).unwrap();
            let found = extract(&Input {
                bytes: &bytes,
                ..Input::default()
            })
            .unwrap();
            assert_eq!(
                check_structure(&found.text, &found.structure),
                Ok(()),
                "{}",
                file.display()
            );
            let name = file.file_stem().unwrap().to_string_lossy().into_owned() + ".txt";
            fs::write(scratch.path().join(name), found.text).unwrap();
        }
    }
    // The scorer's own main function wants other readers installed; its measure does not.
    let script = scratch.path().join("score.py");
    let program = "import glob, os, sys\nfrom pdfscore import prf\ngold, ours = sys.argv[1:]\nrows = []\n\
        for f in sorted(glob.glob(ours + '/*.txt')):\n\
        \x20   texts = [open(p, encoding='utf8', errors='replace').read() for p in (gold + '/' + os.path.basename(f), f)]\n\
        \x20   rows.append(prf(*texts)[2]); print(os.path.basename(f), round(rows[-1], 4))\n\
        print(sum(rows) / len(rows))\n";
    fs::write(&script, program).unwrap();
    let output = Command::new("python3")
        .env("PYTHONPATH", folder.join("common"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .args([&script, &folder, &scratch.path().to_path_buf()])
        .output()
        .expect("python3 is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let output = String::from_utf8(output.stdout).unwrap();
    eprintln!("{output}");
    let mean: f64 = output.lines().last().unwrap().parse().unwrap();
    check(BTreeMap::from([(
        "pdf f1".into(),
        (mean * 10_000.0).round() / 10_000.0,
    )]));
}
