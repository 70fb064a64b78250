use serde_json::{Value, json};

use crate::{Desk, keys};

const NAME: &str = "velmar-gas-pact-2021.md";
const FIRST: &str = "it is contracts that fill a pipe";
const SECOND: &str = "The final investment decision was taken on 25 August 2020.";

/// A library with two annotations and its exports in every format that is written.
fn exported() -> Desk {
    let desk = Desk::with_samples();
    for words in [FIRST, SECOND] {
        let arguments = [
            "annotate",
            NAME,
            "--exact",
            words,
            "--library",
            "lib",
            "--note",
            "N",
        ];
        assert_eq!(desk.run(&arguments).code, 0);
    }
    for (format, file) in [
        ("markdown", "a.md"),
        ("json", "a.json"),
        ("jsonld", "a.jsonld"),
        ("html", "a.html"),
    ] {
        let arguments = [
            "export",
            "--library",
            "lib",
            "--format",
            format,
            "--output",
            file,
        ];
        let run = desk.run(&arguments);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    desk
}

fn statuses(desk: &Desk, file: &str) -> (i32, Vec<Value>) {
    let run = desk.run(&["verify", file, "--library", "lib", "--json"]);
    let found = run.lines().remove(0);
    assert_eq!(keys(&found), ["quotations"]);
    let quotations = found["quotations"].as_array().unwrap();
    for quotation in quotations {
        assert_eq!(keys(quotation), ["text", "status"]);
    }
    let statuses = quotations
        .iter()
        .map(|quotation| quotation["status"].clone());
    (run.code, statuses.collect())
}

#[test]
fn an_export_verifies_and_an_altered_one_does_not() {
    let desk = exported();
    for file in ["a.md", "a.json", "a.jsonld", "a.html"] {
        let sound = json!(["verbatim", "verbatim"]);
        assert_eq!(
            statuses(&desk, file),
            (0, sound.as_array().unwrap().clone()),
            "{file}"
        );
        let content = desk.read(file);
        let altered = content.replace("contracts that fill", "treaties that fill");
        assert_ne!(altered, content);
        desk.write(file, altered);
        let (code, statuses) = statuses(&desk, file);
        assert_eq!(code, 1, "{file}");
        assert!(statuses.contains(&json!("altered")), "{file}: {statuses:?}");
        assert!(
            statuses.contains(&json!("verbatim")),
            "{file}: {statuses:?}"
        );
    }
}

#[test]
fn a_quotation_from_nowhere_is_not_found() {
    let desk = exported();
    desk.write(
        "b.md",
        format!("> The herring fleet sailed without lamps.\n\n> {SECOND}\n"),
    );
    let expected = vec![json!("not-found"), json!("verbatim")];
    assert_eq!(statuses(&desk, "b.md"), (1, expected));
    let told = desk.run(&["verify", "b.md", "--library", "lib"]);
    assert!(
        told.stdout.contains("NOT FOUND: “The herring fleet"),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains("1 of 2 quotations"), "{}", told.stdout);
}

#[test]
fn a_source_that_reads_differently_now_is_told_from_an_altered_quotation() {
    let desk = Desk::new();
    desk.write(
        "a.md",
        "# Ferry\n\nThe ferry sails at noon from the old quay on Mondays.\n",
    );
    let import = ["import", "a.md", "--library", "lib"];
    assert_eq!(desk.run(&import).code, 0);
    let words = "The ferry sails at noon";
    let annotate = ["annotate", "a.md", "--exact", words, "--library", "lib"];
    assert_eq!(desk.run(&annotate).code, 0);
    let export = [
        "export",
        "--library",
        "lib",
        "--format",
        "markdown",
        "--output",
        "x.md",
    ];
    assert_eq!(desk.run(&export).code, 0);
    assert_eq!(statuses(&desk, "x.md"), (0, vec![json!("verbatim")]));
    desk.write(
        "a.md",
        "# Ferry\n\nThe ferry leaves at one from the new quay on Mondays.\n",
    );
    assert_eq!(desk.run(&import).code, 0);
    assert_eq!(statuses(&desk, "x.md"), (1, vec![json!("source-changed")]));
}

#[test]
fn an_export_goes_to_standard_output_too() {
    let desk = exported();
    let run = desk.run(&[
        "export",
        "contracts",
        "--library",
        "lib",
        "--format",
        "json",
    ]);
    let found: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(found["format"], "dossier-notes");
    let annotations = found["documents"][0]["annotations"].as_array().unwrap();
    assert_eq!(annotations.len(), 1);
}

#[test]
fn tables_and_references_are_written_too() {
    let desk = exported();
    let export = |format: &str, more: &[&str]| {
        let arguments = ["export", "--library", "lib", "--format", format];
        let run = desk.run(&[&arguments[..], more].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    let table = export("csv", &[]);
    assert!(table.starts_with("\u{feff}quotation,verbatim,state,note"));
    assert_eq!(table.matches("\r\n").count(), 3);
    assert!(table.contains(FIRST));
    let all = export("ris", &[]);
    assert!(
        all.matches("TY  - ").count() > 30,
        "every document is a reference"
    );
    let few = export("bibtex", &["title:transit"]);
    assert!(few.matches("\n@").count() < 10 && few.starts_with('@'));
    let items: Value = serde_json::from_str(&export("csl-json", &["title:transit"])).unwrap();
    let items = items.as_array().unwrap();
    assert!(!items.is_empty() && items.iter().all(|item| item["title"].is_string()));
}

#[test]
fn an_export_makes_no_folders() {
    let desk = exported();
    let arguments = ["export", "--library", "lib", "--format", "json", "--output"];
    let run = desk.run(&[&arguments[..], &["nowhere/notes.json"]].concat());
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("write “nowhere/notes.json”"),
        "{}",
        run.stderr
    );
    assert!(!desk.path("nowhere").exists());
}

#[test]
fn formats_and_styles_that_are_not_written_are_named() {
    let desk = exported();
    for format in ["docx", "qdpx"] {
        let run = desk.run(&["export", "--library", "lib", "--format", format]);
        assert_eq!(run.code, 1, "{format}");
        assert!(run.stderr.contains(format), "{}", run.stderr);
        assert!(run.stderr.contains("markdown, html, csv"), "{}", run.stderr);
    }
    let arguments = [
        "export",
        "--library",
        "lib",
        "--format",
        "markdown",
        "--style",
        "apa",
    ];
    let run = desk.run(&arguments);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("“apa”"), "{}", run.stderr);
}
