//! Files that cannot be read, and requests that make no sense.

use std::fs;

use acceptance::TestLibrary;
use dossier_api::{ErrorCode, types::import::ImportOutcome};
use serde_json::json;

const GOOD: &str =
    "# Tides\n\nThe tide tables of Port Serrin were corrected by nine minutes in March.\n";

#[test]
fn a_bad_file_is_named_with_its_reason_while_the_others_come_in() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("mixed");
    fs::create_dir(&folder).unwrap();
    let pdf_without_an_end = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog".as_slice();
    let zip_without_a_directory = b"PK\x03\x04\x14\x00\x00\x00broken".as_slice();
    for (name, bytes) in [
        ("empty.txt", b"".as_slice()),
        ("broken.pdf", pdf_without_an_end),
        ("broken.docx", zip_without_a_directory),
        ("good.md", GOOD.as_bytes()),
        (
            "good.txt",
            b"The tide tables of Port Anvar were not corrected at all in that year.",
        ),
    ] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let report = library.import(&[&folder]);
    for item in &report.items {
        let is_good = item.path.contains("good");
        assert_eq!(item.outcome == ImportOutcome::Added, is_good, "{item:?}");
        if !is_good {
            let reason = item.reason.as_deref().unwrap_or_default();
            assert!(
                reason.ends_with('.') && reason.contains(' '),
                "no sentence: {item:?}"
            );
        }
    }
    assert_eq!(report.items.len(), 5);
    assert_eq!(library.status().documents, 2);
}

#[test]
fn a_file_of_another_kind_is_skipped_in_a_folder_and_refused_when_it_was_meant() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("pictures");
    fs::create_dir(&folder).unwrap();
    let picture = folder.join("harbour.png");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let report = library.import(&[&folder]);
    assert_eq!(
        report.items[0].outcome,
        ImportOutcome::Skipped,
        "{:?}",
        report.items
    );
    let report = library.import(&[&picture]);
    assert_eq!(
        report.items[0].outcome,
        ImportOutcome::Failed,
        "{:?}",
        report.items
    );
    assert!(report.items[0].reason.is_some());
}

#[test]
fn a_path_that_is_not_there_is_reported() {
    let library = TestLibrary::empty();
    let missing = library.scratch().join("nowhere.md");
    let report = library.import(&[&missing]);
    assert_eq!(
        report.items[0].outcome,
        ImportOutcome::Failed,
        "{:?}",
        report.items
    );
}

#[test]
fn requests_that_make_no_sense_are_refused_in_a_sentence() {
    let library = TestLibrary::with_sample();
    for (name, request, code) in [
        ("no_such_command", json!({}), ErrorCode::InvalidRequest),
        (
            "search",
            json!({ "limit": "many" }),
            ErrorCode::InvalidRequest,
        ),
        (
            "get_document",
            json!({ "document": 99_999 }),
            ErrorCode::NotFound,
        ),
        (
            "start_import",
            json!({ "paths": [], "collection": null }),
            ErrorCode::InvalidRequest,
        ),
        (
            "create_annotation",
            json!({ "document": 1, "start": 9_000_000, "end": 9_000_010, "color": "red" }),
            ErrorCode::InvalidRequest,
        ),
        (
            "timeline_window",
            json!({ "from": "yesterday", "to": "2024-01-01", "lanes": ["dates"], "buckets": 1, "limit": 1 }),
            ErrorCode::InvalidRequest,
        ),
    ] {
        let error = library.refusal(name, request);
        assert_eq!(error.code, code, "{name}: {error}");
        assert!(error.message.ends_with('.'), "{name}: {error}");
    }
}

#[test]
fn a_query_that_is_half_typed_is_answered() {
    let library = TestLibrary::with_sample();
    for query in [
        "\"first ga",
        "(gas OR",
        "after:20",
        "lang:",
        "-",
        "NOT",
        "*",
        "🛢",
        "\u{202e}",
        "a:b:c",
    ] {
        let found: dossier_api::types::search::SearchResponse =
            library.call("search", json!({ "query": query, "limit": 5 }));
        assert!(found.hits.len() <= 5, "{query}");
    }
}
