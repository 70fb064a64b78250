//! Taking documents in, once and again.

use std::{fs, path::Path};

use acceptance::TestLibrary;
use dossier_api::types::{
    Empty,
    annotation::{AnchorState, Annotation, AnnotationList},
    document::DocumentView,
    event::Event,
    import::{ImportOutcome, Job},
};
use serde_json::json;

fn write_article(folder: &Path, name: &str, title: &str, body: &str) -> std::path::PathBuf {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    fs::write(
        &path,
        format!("---\ntitle: {title}\ndate: 2024-05-06\n---\n\n# {title}\n\n{body}\n"),
    )
    .unwrap();
    path
}

const BODY: &str = "The ministry of fisheries of Velmar published its new quota on Monday. \
    Boats from Port Anvar may land forty tonnes a week until the end of the season. \
    The harbour master called the figure generous.";

#[test]
fn an_unchanged_folder_adds_nothing_the_second_time() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("Ökonomie & “Fisch” 100 %");
    write_article(&folder.join("deep/er"), "quota 1.md", "Quota", BODY);
    write_article(&folder, "рыба.md", "Рыба", BODY);
    let first = library.import(&[&folder]);
    assert_eq!(
        (first.counts.added, first.counts.failed),
        (2, 0),
        "{:?}",
        first.items
    );
    let second = library.import(&[&folder]);
    assert_eq!(
        (second.counts.added, second.counts.unchanged),
        (0, 2),
        "{:?}",
        second.items
    );
    assert_eq!(library.status().documents, 2);
}

#[test]
fn a_changed_file_is_a_new_version_and_keeps_its_annotations() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("in");
    let path = write_article(&folder, "quota.md", "Quota", BODY);
    let report = library.import(&[&path]);
    let id = report.items[0].document.unwrap();
    let document: DocumentView = library.call("get_document", json!({ "document": id }));
    let words = "forty tonnes a week";
    let start = document.text.find(words).unwrap();
    let _: Annotation = library.call(
        "create_annotation",
        json!({ "document": id, "start": start, "end": start + words.len(), "color": "yellow" }),
    );

    write_article(
        &folder,
        "quota.md",
        "Quota",
        &format!("A paragraph was put before.\n\n{BODY}"),
    );
    let report = library.import(&[&path]);
    assert_eq!(
        report.items[0].outcome,
        ImportOutcome::Updated,
        "{:?}",
        report.items
    );
    let document: DocumentView = library.call("get_document", json!({ "document": id }));
    assert_eq!(document.version, 2);
    let list: AnnotationList = library.call("list_annotations", json!({ "limit": 10 }));
    let annotation = &list.annotations[0];
    assert_ne!(annotation.state, AnchorState::Orphan);
    let range = annotation.range.unwrap();
    assert_eq!(
        &document.text[range.start as usize..range.end as usize],
        words
    );
}

#[test]
fn words_that_the_new_version_lacks_leave_an_orphan_and_never_a_wrong_mark() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("in");
    let path = write_article(&folder, "quota.md", "Quota", BODY);
    let id = library.import(&[&path]).items[0].document.unwrap();
    let document: DocumentView = library.call("get_document", json!({ "document": id }));
    let words = "The harbour master called the figure generous.";
    let start = document.text.find(words).unwrap();
    let _: Annotation = library.call(
        "create_annotation",
        json!({ "document": id, "start": start, "end": start + words.len(), "color": "red" }),
    );
    let other =
        "Snow lay on the pass for eleven days, and the mail came late to the upper villages.";
    write_article(&folder, "quota.md", "Quota", other);
    library.import(&[&path]);
    let list: AnnotationList = library.call("list_annotations", json!({ "limit": 10 }));
    assert_eq!(list.annotations[0].state, AnchorState::Orphan);
    assert_eq!(list.annotations[0].range, None);
    assert_eq!(
        list.annotations[0].exact, words,
        "what was annotated is still known"
    );
}

#[test]
fn an_import_that_is_stopped_says_so_and_keeps_what_came_in() {
    let library = TestLibrary::empty();
    let folder = library.scratch().join("many");
    for number in 0..600 {
        write_article(
            &folder,
            &format!("{number}.md"),
            &format!("Quota {number}"),
            BODY,
        );
    }
    let job: Job = library.call(
        "start_import",
        json!({ "paths": [folder], "collection": null }),
    );
    while !matches!(library.next_event(), Event::ImportProgressed { .. }) {}
    let _: Empty = library.call("cancel_job", json!(job));
    let report = library.wait_for_import(job);
    assert!(report.is_cancelled);
    let documents = library.status().documents;
    assert_eq!(documents, report.counts.added);
    assert!(documents < 600, "it was stopped before the end");
}
