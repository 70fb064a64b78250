use std::fs;

use dossier_library::{Error, Library, Options, import::Outcome, index::SearchOptions};

use crate::support::{fixture, options, with_samples};

#[test]
fn unreadable_files_are_named_with_the_reason_and_the_others_come_in() {
    let fixture = fixture();
    fixture.file(
        "mixed/good.txt",
        "A note on Velmar\n\nThe terminal opened in May 2021.\n",
    );
    fixture.file("mixed/empty.txt", "");
    fixture.file(
        "mixed/broken.pdf",
        "%PDF-1.7\nnothing that a reader could use",
    );
    fixture.file("mixed/broken.docx", b"PK\x03\x04 and then nothing");
    fixture.file("mixed/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let report = fixture.import(fixture.folder.path().join("in/mixed"));
    let outcome = |name: &str| {
        let item = report
            .items
            .iter()
            .find(|item| item.path.ends_with(name))
            .unwrap();
        (item.outcome, item.reason.clone().unwrap_or_default())
    };
    assert_eq!(outcome("good.txt").0, Outcome::Added);
    for name in ["empty.txt", "broken.pdf", "broken.docx"] {
        let (outcome, reason) = outcome(name);
        assert_eq!(outcome, Outcome::Failed, "{name}: {reason}");
        assert!(reason.ends_with('.'), "{name}: {reason}");
    }
    assert_eq!(outcome("picture.png").0, Outcome::Skipped);
    assert_eq!(fixture.library.counts().unwrap().documents, 1);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let fixture = fixture();
    let report = fixture.import(fixture.folder.path().join("in/nowhere.txt"));
    assert_eq!(report.items[0].outcome, Outcome::Failed);
    assert!(
        report.items[0]
            .reason
            .as_ref()
            .unwrap()
            .contains("could not be read")
    );
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_neither_lost_nor_waited_for() {
    use std::os::unix::{fs::symlink, net::UnixListener};

    let fixture = fixture();
    let text = "A note on Velmar\n\nThe terminal opened in May 2021.\n";
    let elsewhere = fixture.file("elsewhere/good.txt", text);
    let folder = fixture.folder.path().join("in/linked");
    fs::create_dir(&folder).unwrap();
    symlink(&elsewhere, folder.join("file")).unwrap();
    symlink(elsewhere.parent().unwrap(), folder.join("folder")).unwrap();
    symlink("nowhere", folder.join("nothing")).unwrap();
    symlink("..", folder.join("round")).unwrap();
    let _socket = UnixListener::bind(folder.join("socket")).unwrap();
    let report = fixture.import(folder.clone());
    let outcomes: Vec<_> = report.items.iter().map(|item| item.outcome).collect();
    let count = |outcome| outcomes.iter().filter(|found| **found == outcome).count();
    assert_eq!(
        (count(Outcome::Added), count(Outcome::Skipped)),
        (1, 4),
        "{:?}",
        report.items
    );
    let report = fixture.import(folder.join("socket"));
    assert_eq!(report.items[0].outcome, Outcome::Failed);
}

#[test]
fn a_folder_with_other_things_is_no_library_and_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "Dear all").unwrap();
    let error = Library::open(folder.path(), options()).unwrap_err();
    assert!(matches!(error, Error::NotALibrary { .. }), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_foreign_database_is_no_library_and_is_left_alone() {
    for bytes in [
        b"this is no database at all, only some text".to_vec(),
        foreign_database(),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.sqlite");
        fs::write(&path, &bytes).unwrap();
        let error = Library::open(folder.path(), options()).unwrap_err();
        assert!(matches!(error, Error::NotALibrary { .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

fn foreign_database() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.sqlite");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("CREATE TABLE recipe (name TEXT)")
        .unwrap();
    drop(connection);
    fs::read(path).unwrap()
}

#[test]
fn a_library_of_a_newer_version_is_refused_and_left_alone() {
    let fixture = with_samples();
    let path = fixture.library.folder().to_owned();
    drop(fixture.library);
    let connection = rusqlite::Connection::open(path.join("library.sqlite")).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    let error = Library::open(&path, options()).unwrap_err();
    assert!(matches!(error, Error::Newer { found: 999, .. }), "{error}");
    assert!(error.to_string().contains("newer version"), "{error}");
    let connection = rusqlite::Connection::open(path.join("library.sqlite")).unwrap();
    let documents: u32 = connection
        .query_row("SELECT count(*) FROM document", [], |row| row.get(0))
        .unwrap();
    assert_eq!(documents, 36);
}

#[test]
fn nothing_of_a_newer_library_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.sqlite");
    drop(Library::open(folder.path(), options()).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    // Another journal mode than this version sets.
    connection
        .pragma_update(None, "journal_mode", "DELETE")
        .unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    let before = fs::read(&path).unwrap();
    let error = Library::open(folder.path(), options()).unwrap_err();
    assert!(matches!(error, Error::Newer { .. }), "{error}");
    assert!(
        !error.to_string().contains("library.sqlite"),
        "a person knows the folder: {error}"
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_library_whose_making_was_interrupted_is_made_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.sqlite");
    fs::write(&path, "").unwrap();
    let library = Library::open(folder.path(), options()).unwrap();
    assert_eq!(library.counts().unwrap().documents, 0);
    drop(library);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute("DELETE FROM library", []).unwrap();
    drop(connection);
    let library = Library::open(folder.path(), options()).unwrap();
    assert!(!library.counts().unwrap().has_sample);
}

#[test]
fn a_library_that_takes_no_writes_is_searched_and_left_as_it_is() {
    let fixture = with_samples();
    let folder = fixture.library.folder().to_owned();
    let expected = fixture.titles("gas");
    drop(fixture.library);
    let open = || {
        let options = Options {
            read_only: true,
            ..options()
        };
        Library::open(&folder, options).unwrap()
    };
    let titles = |library: &Library| -> Vec<String> {
        let options = SearchOptions {
            limit: 50,
            ..SearchOptions::default()
        };
        let hits = library.search("gas", options).unwrap().hits;
        hits.into_iter().map(|hit| hit.document.title).collect()
    };
    let library = open();
    assert!(library.is_read_only());
    assert_eq!(titles(&library), expected);
    assert_eq!(library.check(true).unwrap().problems, []);
    for refused in [
        library.delete_documents(&[1]).unwrap_err(),
        library.import_samples(&mut |_| true).unwrap_err(),
        library.undo().unwrap_err(),
    ] {
        assert!(matches!(&refused, Error::ReadOnly { path } if *path == folder));
    }
    drop(library);
    // Without an index that could be made again it is made elsewhere.
    fs::remove_dir_all(folder.join("index")).unwrap();
    assert_eq!(titles(&open()), expected);
    assert!(!folder.join("index").exists());
}

#[test]
fn a_library_that_must_exist_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none");
    let error = Library::open(
        &path,
        Options {
            create: false,
            ..options()
        },
    )
    .unwrap_err();
    assert!(matches!(error, Error::NotALibrary { .. }), "{error}");
    assert!(!path.exists());
}

#[test]
fn a_library_that_takes_no_writes_can_be_copied() {
    let fixture = with_samples();
    let folder = fixture.library.folder().to_owned();
    drop(fixture.library);
    let options = Options {
        read_only: true,
        ..options()
    };
    let library = Library::open(&folder, options).unwrap();
    let copy = fixture.folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    library.copy_database(&copy.join("library.sqlite")).unwrap();
    let copy = Library::open(&copy, self::options()).unwrap();
    assert_eq!(copy.counts().unwrap().documents, 36);
}
