//! Folders that are libraries, and folders that are not.

use std::fs;

use acceptance::{TestLibrary, open};
use dossier_api::{ErrorCode, types::library::LibraryStatus};
use serde_json::json;

#[test]
fn a_library_is_as_it_was_when_it_is_opened_again() {
    let library = TestLibrary::with_sample();
    let before = library.status();
    let (again, _events) = open(&library.folder()).unwrap();
    let after = dossier_api::dispatch(&again, "library_status", json!({})).unwrap();
    let after: LibraryStatus = serde_json::from_value(after).unwrap();
    assert_eq!(
        (after.documents, after.quotations),
        (before.documents, before.quotations)
    );
    assert_eq!(after.unindexed, 0);
}

#[test]
fn a_folder_with_other_things_in_it_is_refused_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("thesis.odt"), "mine").unwrap();
    let error = open(place.path()).map(drop).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotALibrary);
    assert!(error.hint.is_some());
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_library_of_a_newer_version_is_refused_and_left_as_it_was() {
    let library = TestLibrary::empty();
    let folder = library.folder();
    drop(library.call::<LibraryStatus>("library_status", json!({})));
    let file = folder.join("library.sqlite");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection
        .pragma_update(None, "user_version", 9_999)
        .unwrap();
    drop(connection);
    let error = open(&folder).map(drop).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotALibrary);
    assert!(error.message.contains("newer version"), "{error}");
    let connection = rusqlite::Connection::open(&file).unwrap();
    let version: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 9_999);
}

#[test]
fn a_database_that_is_none_is_refused_in_words() {
    let place = tempfile::tempdir().unwrap();
    fs::write(
        place.path().join("library.sqlite"),
        "this is not a database".repeat(100),
    )
    .unwrap();
    let error = open(place.path()).map(drop).unwrap_err();
    assert!(error.message.ends_with('.'), "{error}");
}

#[test]
fn a_failed_opening_keeps_the_library_that_was_open() {
    let library = TestLibrary::with_sample();
    let other = library.scratch().join("nothing/here");
    library.refusal("open_library", json!({ "path": other, "create": false }));
    assert_eq!(library.status().documents, 36);
    assert!(!other.exists());
    let fresh = library.scratch().join("fresh");
    let status: LibraryStatus =
        library.call("open_library", json!({ "path": fresh, "create": true }));
    assert_eq!(status.documents, 0);
    assert_eq!(status.name, "fresh");
}
