use std::fs;

use dossier_library::{Library, import::Outcome};
use proptest::prelude::*;

use crate::support::{fixture, options, with_samples};

fn spoil(index: &std::path::Path, how: &str) {
    match how {
        "missing" => fs::remove_dir_all(index).unwrap(),
        "a file" => {
            fs::remove_dir_all(index).unwrap();
            fs::write(index, "in the way").unwrap();
        }
        "old" => fs::write(index.join("version"), "0").unwrap(),
        "broken meta" => fs::write(index.join("meta.json"), "{").unwrap(),
        _ => {
            for entry in fs::read_dir(index).unwrap() {
                let path = entry.unwrap().path();
                if path
                    .extension()
                    .is_some_and(|extension| extension == "idx" || extension == "term")
                {
                    fs::write(path, "spoilt").unwrap();
                }
            }
        }
    }
}

#[test]
fn an_index_that_is_missing_old_or_broken_is_made_again_unasked() {
    let fixture = with_samples();
    let expected = fixture.titles("gas");
    assert!(!expected.is_empty());
    let path = fixture.library.folder().to_owned();
    drop(fixture.library);
    for how in ["missing", "old", "broken meta", "a file", "broken segment"] {
        spoil(&path.join("index"), how);
        let library = Library::open(&path, options()).unwrap();
        library.update_index().unwrap();
        let again = crate::support::Fixture {
            library,
            folder: tempfile::tempdir().unwrap(),
        };
        assert_eq!(again.titles("gas"), expected, "{how}");
    }
}

#[test]
fn a_check_finds_a_lost_original_and_a_wrong_index() {
    let fixture = with_samples();
    assert_eq!(fixture.library.check(false).unwrap().problems, []);
    let id = fixture.library.search_ids("gas").unwrap()[0];
    let sha256 = fixture.library.text_version(id).unwrap().file_sha256;
    fs::write(
        fixture
            .library
            .folder()
            .join("files")
            .join(&sha256[..2])
            .join(&sha256),
        "x",
    )
    .unwrap();
    let problems = fixture.library.check(true).unwrap().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("not as it was stored") && !problems[0].is_repaired);
}

#[test]
fn a_damaged_database_is_told_and_does_not_end_the_check() {
    let fixture = with_samples();
    let folder = fixture.library.folder().to_owned();
    drop(fixture.library);
    let path = folder.join("library.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xff);
    fs::write(&path, bytes).unwrap();
    let library = Library::open(&folder, options()).unwrap();
    let problems = library.check(true).unwrap().problems;
    let told = problems.iter().filter(|problem| {
        problem.area.name() == "database" && !problem.is_repaired && problem.message.ends_with('.')
    });
    assert!(told.count() > 0, "{problems:?}");
}

#[test]
fn a_lost_original_is_put_back_by_importing_its_file_again() {
    let fixture = fixture();
    let text = "# Terminal\n\nThe terminal opened in May.\n";
    let path = fixture.file("a.md", text);
    let id = fixture.import(path.clone()).items[0].document.unwrap();
    fs::remove_dir_all(fixture.library.folder().join("files")).unwrap();
    let problems = fixture.library.check(false).unwrap().problems;
    assert!(problems[0].message.contains("puts it back"), "{problems:?}");
    let report = fixture.import(path);
    assert_eq!(report.items[0].outcome, Outcome::Unchanged);
    assert_eq!(fixture.library.original(id).unwrap(), text.as_bytes());
    assert_eq!(fixture.library.check(false).unwrap().problems, []);
}

#[test]
fn a_library_opened_twice_indexes_what_either_imports() {
    let fixture = fixture();
    let second = Library::open(fixture.library.folder(), options()).unwrap();
    fixture.article("a.md", "Gas pact", "2021-03-12", "A pact on gas.");
    second.update_index().unwrap();
    assert_eq!(second.search_ids("gas").unwrap().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_rebuilt_index_answers_as_the_old_one(
        bodies in prop::collection::vec("[a-e]{1,3}( [a-e]{1,3}){0,9}", 1..6),
        query in "[a-e]{1,2}",
    ) {
        let fixture = fixture();
        for (at, body) in bodies.iter().enumerate() {
            fixture.article(&format!("{at}.md"), &format!("Article {at}"), "2021", body);
        }
        let sorted = |mut ids: Vec<i64>| { ids.sort_unstable(); ids };
        let before = sorted(fixture.library.search_ids(&query).unwrap());
        let folder = fixture.library.folder().to_owned();
        drop(fixture.library);
        spoil(&folder.join("index"), "missing");
        let library = Library::open(&folder, options()).unwrap();
        library.update_index().unwrap();
        prop_assert_eq!(sorted(library.search_ids(&query).unwrap()), before);
    }
}
