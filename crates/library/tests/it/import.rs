use std::fs;

use dossier_library::import::{ImportOptions, Outcome, Source};

use crate::support::{fixture, with_samples};

#[test]
fn the_sample_collection_comes_in_whole() {
    let fixture = with_samples();
    let report = fixture.library.import_report(None).unwrap().unwrap();
    assert_eq!(report.count(Outcome::Added), 36, "{:?}", report.items);
    assert_eq!(report.items.len(), 36);
    let counts = fixture.library.counts().unwrap();
    assert_eq!(
        (counts.documents, counts.unindexed, counts.has_sample),
        (36, 0, true)
    );
    assert!(counts.quotations > 100, "{counts:?}");
    assert!(counts.dates > 300, "{counts:?}");
    let collections = fixture.library.collections().unwrap();
    assert_eq!(
        (collections[0].name.as_str(), collections[0].count),
        ("Sample collection", 36)
    );
}

#[test]
fn importing_again_changes_nothing() {
    let fixture = with_samples();
    let before = fixture.library.counts().unwrap();
    let report = fixture.library.import_samples(&mut |_| true).unwrap();
    assert_eq!(report.count(Outcome::Unchanged), 36);
    assert_eq!(fixture.library.counts().unwrap(), before);
}

#[test]
fn the_original_is_kept_byte_for_byte() {
    let fixture = fixture();
    let bytes = b"\xef\xbb\xbfA note on Velmar\r\n\r\nThe  terminal opened in May 2021.\r\n";
    let report = fixture.import(fixture.file("note.txt", bytes));
    let id = report.items[0].document.unwrap();
    assert_eq!(fixture.library.original(id).unwrap(), bytes);
    let copy = fixture.folder.path().join("copy");
    fixture.library.save_original(id, &copy).unwrap();
    assert_eq!(std::fs::read(copy).unwrap(), bytes);
}

#[test]
fn a_changed_file_adds_a_text_version() {
    let fixture = fixture();
    let path = fixture.file("a.md", "# Terminal\n\nThe terminal opened in May.\n");
    let id = fixture.import(path.clone()).items[0].document.unwrap();
    fs::write(&path, "# Terminal\n\nThe terminal opened in June.\n").unwrap();
    let report = fixture.import(path);
    assert_eq!(
        (report.items[0].outcome, report.items[0].document),
        (Outcome::Updated, Some(id))
    );
    let version = fixture.library.text_version(id).unwrap();
    assert_eq!(version.number, 2);
    assert!(version.text.contains("June"));
    assert_eq!(fixture.titles("June").len(), 1);
    assert_eq!(
        fixture.titles("May").len(),
        0,
        "only the newest version is found"
    );
}

#[test]
fn the_same_file_under_another_name_is_the_same_document() {
    let fixture = fixture();
    let text = "# Terminal\n\nThe terminal opened in May.\n";
    let id = fixture.import(fixture.file("a.md", text)).items[0].document;
    let report = fixture.import(fixture.file("b.md", text));
    assert_eq!(
        (report.items[0].outcome, report.items[0].document),
        (Outcome::Unchanged, id)
    );
    assert!(
        report.items[0]
            .reason
            .as_ref()
            .unwrap()
            .contains("Terminal")
    );
}

#[test]
fn a_file_that_takes_on_the_bytes_of_another_is_a_change_of_its_own_document() {
    let fixture = fixture();
    let (one, two) = (
        "# Terminal\n\nThe terminal opened in May.\n",
        "# Ferry\n\nThe ferry sails in June.\n",
    );
    let (a, b) = (fixture.file("a.md", one), fixture.file("b.md", two));
    let first = fixture.import(a.clone()).items[0].document;
    let second = fixture.import(b.clone()).items[0].document;
    fs::write(&a, two).unwrap();
    for expected in [Outcome::Updated, Outcome::Unchanged] {
        let report = fixture.import(a.clone());
        assert_eq!(
            (report.items[0].outcome, report.items[0].document),
            (expected, first)
        );
    }
    let report = fixture.import(b);
    assert_eq!(
        (report.items[0].outcome, report.items[0].document),
        (Outcome::Unchanged, second)
    );
    assert_eq!(fixture.titles("terminal").len(), 0);
    assert_eq!(fixture.titles("ferry").len(), 2);
}

#[test]
fn a_deleted_document_comes_back_when_it_is_imported_again() {
    let fixture = fixture();
    let path = fixture.file("a.md", "# Terminal\n\nThe terminal opened in May.\n");
    let id = fixture.import(path.clone()).items[0].document.unwrap();
    fixture.library.delete_documents(&[id]).unwrap();
    fixture.library.update_index().unwrap();
    assert_eq!(fixture.titles("terminal").len(), 0);
    let report = fixture.import(path);
    assert_eq!(
        (report.items[0].outcome, report.items[0].document),
        (Outcome::Added, Some(id))
    );
    assert_eq!(fixture.titles("terminal").len(), 1);
}

#[test]
fn what_a_person_wrote_survives_a_new_version() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", "The pact was signed.");
    let change = dossier_library::DocumentChange {
        title: Some("The gas pact".to_owned()),
        ..Default::default()
    };
    fixture.library.change_document(id, change).unwrap();
    let again = fixture.article(
        "a.md",
        "Gas pact, corrected",
        "2021-03-13",
        "The pact was signed twice.",
    );
    assert_eq!(again, id);
    let document = fixture.library.document(id).unwrap();
    assert_eq!(document.title, "The gas pact");
    assert_eq!(document.published.unwrap().to_string(), "2021-03-13");
}

#[test]
fn a_cancelled_import_keeps_what_it_took_in() {
    let fixture = fixture();
    for at in 0..400 {
        fixture.file(
            &format!("many/{at:03}.txt"),
            format!("Report {at}\n\nThe river stood at mark {at}.\n"),
        );
    }
    let folder = fixture.folder.path().join("in/many");
    let report = fixture
        .library
        .import(
            vec![Source::Path(folder)],
            &ImportOptions {
                jobs: 1,
                collection: None,
            },
            &mut |_| false,
        )
        .unwrap();
    assert!(report.is_cancelled);
    let added = report.count(Outcome::Added);
    assert!(added > 0 && added < 400, "{added}");
    assert_eq!(fixture.library.counts().unwrap().documents, added);
}
