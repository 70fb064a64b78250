use dossier_library::{
    DocumentChange,
    annotation::{AnnotationChange, NewAnnotation},
};
use dossier_text::TextRange;

use crate::{annotation::BODY, support::fixture};

#[test]
fn every_change_of_an_annotation_is_undone_and_redone() {
    let fixture = fixture();
    let library = &fixture.library;
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    let new = NewAnnotation {
        document: id,
        color: "yellow".to_owned(),
        ..Default::default()
    };
    let made = library.annotate(new, TextRange::new(0, 6)).unwrap();
    let note = AnnotationChange {
        body: Some("First.".to_owned()),
        ..Default::default()
    };
    library.change_annotation(made.id, note).unwrap();
    library.delete_annotation(made.id).unwrap();

    let bodies = || -> Vec<String> {
        library
            .annotations_of(id)
            .unwrap()
            .into_iter()
            .map(|annotation| annotation.body)
            .collect()
    };
    assert_eq!(bodies().len(), 0);
    assert_eq!(
        library.history().unwrap().undo.as_deref(),
        Some("Delete annotation")
    );
    let view = library.undo().unwrap();
    assert_eq!(
        (view.redo.as_deref(), view.document),
        (Some("Delete annotation"), Some(id))
    );
    assert_eq!(bodies(), ["First."]);
    library.undo().unwrap();
    assert_eq!(bodies(), [""]);
    library.undo().unwrap();
    assert_eq!(bodies().len(), 0);
    assert_eq!(
        library.undo().unwrap().undo,
        None,
        "nothing is left to undo"
    );
    for expected in [vec![""], vec!["First."], vec![]] {
        library.redo().unwrap();
        assert_eq!(bodies(), expected);
    }
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let fixture = fixture();
    fixture.library.create_note("One", "").unwrap();
    fixture.library.undo().unwrap();
    fixture.library.create_note("Two", "").unwrap();
    assert_eq!(fixture.library.history().unwrap().redo, None);
    assert_eq!(fixture.library.notes().unwrap().len(), 1);
}

#[test]
fn saved_searches_come_back_and_the_query_that_was_replaced_too() {
    let fixture = fixture();
    let library = &fixture.library;
    let queries = || -> Vec<String> {
        let saved: Vec<_> = library
            .saved_searches()
            .unwrap()
            .into_iter()
            .map(|(saved, _)| saved)
            .collect();
        saved.into_iter().map(|saved| saved.query).collect()
    };
    library.save_search("Gas", "gas").unwrap();
    let saved = library.save_search("Gas", "gas price").unwrap();
    library.delete_saved_search(saved.id).unwrap();
    assert!(queries().is_empty());
    for expected in [vec!["gas price"], vec!["gas"], vec![]] {
        library.undo().unwrap();
        assert_eq!(queries(), expected);
    }
    for expected in [vec!["gas"], vec!["gas price"], vec![]] {
        library.redo().unwrap();
        assert_eq!(queries(), expected);
    }
}

#[test]
fn what_no_person_did_is_not_undone() {
    let fixture = fixture();
    fixture.library.import_samples(&mut |_| true).unwrap();
    assert_eq!(fixture.library.history().unwrap().undo, None);
    assert_eq!(fixture.library.collections().unwrap().len(), 1);
}

#[test]
fn documents_collections_and_details_come_back() {
    let fixture = fixture();
    let library = &fixture.library;
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", "He said it last Friday.");
    let other = fixture.article("b.md", "River", "2022-03-12", "The river rose.");
    let collection = library.create_collection("Both").unwrap().id;
    library
        .set_membership(collection, &[id, other], true)
        .unwrap();
    let change = DocumentChange {
        published: Some(Some("2020-03-13".parse().unwrap())),
        ..Default::default()
    };
    library.change_document(id, change).unwrap();
    let value = |library: &dossier_library::Library| library.marks(id).unwrap().1[0].value.clone();
    assert_eq!(
        value(library),
        "2020-03-06",
        "dates are resolved against the corrected date"
    );
    library.delete_documents(&[id, other]).unwrap();
    library.update_index().unwrap();
    assert_eq!(fixture.titles("").len(), 0);

    library.undo().unwrap();
    library.update_index().unwrap();
    assert_eq!(fixture.titles("").len(), 2);
    library.undo().unwrap();
    assert_eq!(
        library.document(id).unwrap().published.unwrap().to_string(),
        "2021-03-12"
    );
    assert_eq!(value(library), "2021-03-05");
    assert_eq!(library.collections().unwrap()[0].count, 2);
    library.undo().unwrap();
    assert_eq!(library.collections().unwrap()[0].count, 0);
    library.undo().unwrap();
    assert_eq!(library.collections().unwrap().len(), 0);
}
