use serde_json::{Value, json};

use crate::{Desk, keys};

const NAME: &str = "velmar-gas-pact-2021.md";
const WORDS: &str = "it is contracts that fill a pipe";

fn annotate(desk: &Desk, exact: &str, more: &[&str]) -> crate::Run {
    let mut arguments = vec![
        "annotate",
        NAME,
        "--exact",
        exact,
        "--library",
        "lib",
        "--json",
    ];
    arguments.extend(more);
    desk.run(&arguments)
}

#[test]
fn an_annotation_is_made_and_listed() {
    let desk = Desk::with_samples();
    let more = [
        "--note",
        "*Doubt* 1",
        "--tag",
        "gas/supply",
        "markets",
        "--color",
        "green",
    ];
    let made = annotate(&desk, WORDS, &more).json();
    assert_eq!(keys(&made), ["id", "document", "exact"]);
    assert_eq!(made["exact"], WORDS);
    let listed = desk
        .run(&["annotations", "--library", "lib", "--json"])
        .json();
    let expected = json!([{
        "id": made["id"],
        "document": made["document"],
        "exact": WORDS,
        "note": "*Doubt* 1",
        "tags": ["gas/supply", "markets"],
        "color": "green",
        "state": "exact",
    }]);
    assert_eq!(listed, expected);
    let found = desk.run(&[
        "annotations",
        "CONTRACTS doubt",
        "--library",
        "lib",
        "--json",
    ]);
    assert_eq!(found.json(), expected);
    let none = desk.run(&["annotations", "herring", "--library", "lib", "--json"]);
    assert_eq!(none.json(), json!([]));
}

#[test]
fn words_that_are_not_there_are_not_annotated() {
    let desk = Desk::with_samples();
    for (words, message) in [
        ("the herring fleet sailed without lamps", "do not stand in"),
        ("it is treaties that fill a pipe", "do not stand in"),
        ("Kestovan", "several places"),
    ] {
        let run = annotate(&desk, words, &[]);
        assert_eq!(run.code, 1, "{words}");
        assert!(run.stderr.contains(message), "{words}: {}", run.stderr);
        assert_eq!(run.stdout, "");
    }
    let listed = desk
        .run(&["annotations", "--library", "lib", "--json"])
        .json();
    assert_eq!(listed, json!([]));
}

#[test]
fn context_tells_places_apart_and_typography_does_not_matter() {
    let desk = Desk::with_samples();
    let more = [
        "--prefix",
        "consumed at home, ",
        "--suffix",
        " to the national",
    ];
    assert_eq!(
        annotate(&desk, "according", &more).json()["exact"],
        "according"
    );
    let shouted = annotate(&desk, "It Is Contracts that  fill a pipe", &[]).json();
    assert_eq!(shouted["exact"], WORDS, "the document's own words are kept");
}

#[test]
fn annotations_go_out_as_w3c_json_ld_and_come_in_once() {
    let desk = Desk::with_samples();
    annotate(&desk, WORDS, &["--note", "Doubt", "--tag", "gas"]).json();
    annotate(&desk, "The wells are numbered and the rigs are hired", &[]).json();
    let export = [
        "annotations",
        "export",
        "--library",
        "lib",
        "--output",
        "a.jsonld",
        "--json",
    ];
    let report = desk.run(&export).json();
    assert_eq!(
        keys(&report),
        ["file", "bytes", "documents", "annotations", "warnings"]
    );
    assert_eq!(report["annotations"], 2);
    let page: Value = serde_json::from_str(&desk.read("a.jsonld")).unwrap();
    assert_eq!(page["type"], "AnnotationPage");
    let printed = desk.run(&["annotations", "export", "doubt", "--library", "lib"]);
    let printed: Value = serde_json::from_str(&printed.stdout).unwrap();
    assert_eq!(printed["items"].as_array().unwrap().len(), 1);

    let import = [
        "annotations",
        "import",
        "a.jsonld",
        "--library",
        "lib",
        "--json",
    ];
    let again = desk.run(&import).json();
    let nothing = json!({"imported": 0, "unchanged": 2, "orphans": 0, "failed": 0});
    assert_eq!(again, nothing);

    let other = Desk::with_samples();
    other.write("a.jsonld", desk.read("a.jsonld"));
    let first = other.run(&import).json();
    assert_eq!(
        first,
        json!({"imported": 2, "unchanged": 0, "orphans": 0, "failed": 0})
    );
    let list = ["annotations", "--library", "lib", "--json"];
    let strip = |mut listed: Value| {
        for one in listed.as_array_mut().unwrap() {
            one["id"] = json!(0);
            one["document"] = json!(0);
        }
        listed
    };
    assert_eq!(
        strip(other.run(&list).json()),
        strip(desk.run(&list).json())
    );
}

#[test]
fn annotations_that_fit_nothing_are_reported() {
    let desk = Desk::with_samples();
    let annotation = json!({
        "id": "urn:uuid:6f1c1c1e-0000-4000-8000-000000000001",
        "type": "Annotation",
        "target": {
            "source": "https://elsewhere.example/page",
            "selector": {"type": "TextQuoteSelector", "exact": "some words"},
        },
    });
    let headless = json!({"id": "urn:x", "type": "Annotation", "target": {"source": "a"}});
    desk.write("a.jsonld", json!([annotation, headless]).to_string());
    let run = desk.run(&[
        "annotations",
        "import",
        "a.jsonld",
        "--library",
        "lib",
        "--json",
    ]);
    assert_eq!(run.code, 1);
    assert_eq!(run.lines()[0]["failed"], 2);
    assert!(run.stderr.contains("elsewhere.example"), "{}", run.stderr);
    assert!(
        run.stderr.contains("no TextQuoteSelector"),
        "{}",
        run.stderr
    );
}
