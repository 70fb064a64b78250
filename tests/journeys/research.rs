//! A study: search, read, annotate, look along the timeline and at the quotations, export.

use acceptance::TestLibrary;
use dossier_api::types::{
    Empty,
    annotation::{AnchorState, Annotation, AnnotationList, History, Tag},
    document::{CitedPassage, DocumentView},
    export::{ExportPreview, WrittenExport},
    library::CheckReport,
    note::Note,
    quotation::{QuotationList, Speaker},
    search::SearchResponse,
    timeline::{Lane, LaneContent, TimelineExtentView, TimelineView},
};
use serde_json::{Value, json};

/// A sentence of the sample collection that a study of the pipeline would keep.
const PROMISE: &str = "at least 20 billion cubic metres a year";

fn search(library: &TestLibrary, query: &str) -> SearchResponse {
    library.call("search", json!({ "query": query, "limit": 50 }))
}

/// The document that a query finds first.
fn first_hit(library: &TestLibrary, query: &str) -> DocumentView {
    let found = search(library, query);
    let hit = found
        .hits
        .first()
        .unwrap_or_else(|| panic!("nothing found for {query}"));
    library.call("get_document", json!({ "document": hit.document.id }))
}

/// Where words stand in a document, counted as the web view counts.
fn utf16_range(document: &DocumentView, words: &str) -> (usize, usize) {
    let at = document
        .text
        .find(words)
        .unwrap_or_else(|| panic!("the text has no “{words}”"));
    let start = document.text[..at].encode_utf16().count();
    (start, start + words.encode_utf16().count())
}

fn annotate(library: &TestLibrary, document: &DocumentView, words: &str, note: &str) -> Annotation {
    let (start, end) = utf16_range(document, words);
    library.call(
        "create_annotation",
        json!({
            "document": document.summary.id, "start": start, "end": end,
            "color": "green", "note": note, "tags": ["energy/gas"],
        }),
    )
}

fn annotations(library: &TestLibrary) -> AnnotationList {
    library.call("list_annotations", json!({ "limit": 100 }))
}

#[test]
fn a_promise_is_found_read_annotated_and_exported_word_for_word() {
    let library = TestLibrary::with_sample();
    let document = first_hit(&library, &format!("\"{PROMISE}\" type:speech"));
    assert!(
        document.summary.title.contains("Kalder Energy Forum"),
        "{}",
        document.summary.title
    );
    assert_eq!(document.summary.published.as_deref(), Some("2021-03-12"));

    let annotation = annotate(&library, &document, PROMISE, "The **first** number.");
    assert_eq!(annotation.exact, PROMISE);
    assert_eq!(annotation.state, AnchorState::Exact);

    let path = library.scratch().join("notes.md");
    let request = json!({ "format": "markdown", "annotations": {}, "withNotes": true });
    let preview: ExportPreview = library.call("preview_export", request.clone());
    assert_eq!(preview.annotations, 1);
    assert!(preview.warnings.is_empty(), "{:?}", preview.warnings);
    let written: WrittenExport =
        library.call("write_export", json!({ "request": request, "path": path }));
    let text = std::fs::read_to_string(&written.path).unwrap();
    assert_eq!(text.len() as u64, written.bytes);
    for part in [PROMISE, "The **first** number.", "Kestov", "2021"] {
        assert!(text.contains(part), "the export has no “{part}”:\n{text}");
    }
}

#[test]
fn a_document_is_found_by_the_note_and_tag_of_its_annotation_within_the_same_moment() {
    let library = TestLibrary::with_sample();
    let document = first_hit(&library, "title:\"Kalder Energy Forum\"");
    annotate(
        &library,
        &document,
        PROMISE,
        "compare with the wellhead figures",
    );
    library.wait_for_index();
    for query in ["note:wellhead", "tag:energy/gas", "has:annotations"] {
        let found = search(&library, query);
        let ids: Vec<_> = found.hits.iter().map(|hit| hit.document.id).collect();
        assert_eq!(ids, [document.summary.id], "{query}");
    }
}

#[test]
fn every_change_can_be_undone_and_done_again() {
    let library = TestLibrary::with_sample();
    let document = first_hit(&library, "title:\"Kalder Energy Forum\"");
    annotate(&library, &document, PROMISE, "");
    let history: History = library.call("undo", json!({}));
    assert_eq!(annotations(&library).total, 0);
    assert!(history.redo.is_some(), "what was undone can be done again");
    let _: History = library.call("redo", json!({}));
    assert_eq!(annotations(&library).total, 1);

    let id = document.summary.id;
    let _: Empty = library.call("delete_documents", json!({ "documents": [id] }));
    assert_eq!(library.status().documents, 35);
    let _: History = library.call("undo", json!({}));
    assert_eq!(library.status().documents, 36);
    assert_eq!(
        annotations(&library).total,
        1,
        "the annotations come back with their document"
    );
}

#[test]
fn a_note_a_tag_and_a_collection_keep_what_they_were_given() {
    let library = TestLibrary::with_sample();
    let note: Note = library.call(
        "create_note",
        json!({ "title": "Outline", "body": "1. The promise" }),
    );
    let note: Note = library.call(
        "update_note",
        json!({ "id": note.id, "body": "1. The price" }),
    );
    assert_eq!(
        (note.title.as_str(), note.body.as_str()),
        ("Outline", "1. The price")
    );

    let document = first_hit(&library, "title:\"Kalder Energy Forum\"");
    annotate(&library, &document, PROMISE, "");
    let renamed = json!({ "name": "energy/gas", "newName": "gas", "description": "volumes" });
    let tag: Tag = library.call("update_tag", renamed);
    assert_eq!((tag.name.as_str(), tag.count), ("gas", 1));
    assert_eq!(annotations(&library).annotations[0].tags, ["gas"]);

    let collection: Value = library.call("create_collection", json!({ "name": "Chapter one" }));
    let membership = json!({
        "collection": collection["id"], "documents": [document.summary.id], "isMember": true,
    });
    let collection: Value = library.call("set_membership", membership);
    assert_eq!(collection["count"], 1, "{collection}");
    assert_eq!(search(&library, "in:\"Chapter one\"").total, 1);
}

#[test]
fn the_timeline_leads_from_a_date_to_its_sentence() {
    let library = TestLibrary::with_sample();
    let extent: TimelineExtentView = library.call("timeline_extent", json!({}));
    let publications = extent
        .lanes
        .iter()
        .find(|lane| lane.lane == Lane::Publications)
        .unwrap();
    assert_eq!(
        publications.count, 36,
        "every sample has a publication date"
    );

    let window = json!({
        "from": "2021-03-01", "to": "2021-04-01", "lanes": ["publications", "dates"],
        "buckets": 31, "limit": 500,
    });
    let view: TimelineView = library.call("timeline_window", window);
    for lane in &view.lanes {
        let LaneContent::Entries { entries } = &lane.content else {
            panic!("a month of the samples fits on the screen");
        };
        assert_eq!(entries.len() as u32, lane.total);
        for entry in entries {
            assert!(entry.from.as_str() < "2021-04-01" && entry.to.as_str() > "2021-03-01");
            let document: DocumentView =
                library.call("get_document", json!({ "document": entry.document }));
            if entry.lane == Lane::Dates {
                let mark = document.dates.iter().find(|mark| mark.id == entry.id);
                let mark = mark.expect("the reader marks the date that the timeline shows");
                let text: Vec<u16> = document.text.encode_utf16().collect();
                let range = mark.range.start as usize..mark.range.end as usize;
                assert_eq!(String::from_utf16_lossy(&text[range]), entry.label);
            }
        }
    }
}

#[test]
fn a_crowded_lane_is_counted_and_loses_nothing() {
    let library = TestLibrary::with_sample();
    let window = |limit: u32| -> TimelineView {
        library.call(
            "timeline_window",
            json!({
                "from": "2019-01-01", "to": "2026-01-01", "lanes": ["quotations"],
                "buckets": 84, "limit": limit,
            }),
        )
    };
    let crowded = &window(10).lanes[0];
    let LaneContent::Buckets { buckets } = &crowded.content else {
        panic!("more quotations than ten are counted, not listed");
    };
    let counted: u32 = buckets.iter().map(|bucket| bucket.count).sum();
    assert!(counted >= crowded.total, "{counted} of {}", crowded.total);
    let listed = &window(100_000).lanes[0];
    let LaneContent::Entries { entries } = &listed.content else {
        panic!("all fit")
    };
    assert_eq!(entries.len() as u32, crowded.total);
}

#[test]
fn quotations_are_listed_by_speaker_and_stand_in_their_documents() {
    let library = TestLibrary::with_sample();
    let speakers: Vec<Speaker> = library.call("list_speakers", json!({ "limit": 200 }));
    let speaker = speakers
        .iter()
        .find(|speaker| speaker.name.as_deref() == Some("Emin Raskadé"));
    let speaker = speaker.expect("the energy minister is quoted");
    let request = json!({ "speaker": "Emin Raskadé", "limit": 100 });
    let list: QuotationList = library.call("list_quotations", request);
    assert_eq!(list.total, speaker.quotations);
    for quotation in &list.quotations {
        let document: DocumentView =
            library.call("get_document", json!({ "document": quotation.document }));
        for part in quotation.text.split(" … ") {
            assert!(
                document.text.contains(part),
                "“{part}” is not in {}",
                quotation.document_title
            );
        }
    }
}

#[test]
fn a_copied_passage_bears_its_citation() {
    let library = TestLibrary::with_sample();
    let document = first_hit(&library, "title:\"Kalder Energy Forum\"");
    let (start, end) = utf16_range(&document, PROMISE);
    let request = json!({ "document": document.summary.id, "start": start, "end": end });
    let cited: CitedPassage = library.call("cite_passage", request);
    assert!(
        cited.plain.contains(PROMISE) && cited.plain.contains("2021"),
        "{}",
        cited.plain
    );
}

#[test]
fn a_library_after_a_days_work_checks_out() {
    let library = TestLibrary::with_sample();
    let document = first_hit(&library, "title:\"Kalder Energy Forum\"");
    annotate(&library, &document, PROMISE, "");
    let report: CheckReport = library.call("check_library", json!({ "repair": false }));
    assert_eq!(report.documents, 36);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}
