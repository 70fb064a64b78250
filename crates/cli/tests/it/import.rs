use std::fs;

use serde_json::json;

use crate::{Desk, keys, path, sample, samples};

#[test]
fn a_folder_is_imported_once() {
    let desk = Desk::new();
    let samples = samples();
    let arguments = [
        "import",
        path(&samples),
        "--library",
        "lib",
        "--json",
        "--jobs",
        "2",
    ];
    let first = desk.run(&arguments).json();
    let wanted = [
        "added",
        "updated",
        "unchanged",
        "skipped",
        "failed",
        "files",
    ];
    assert_eq!(keys(&first), wanted);
    assert_eq!(first["failed"], 0);
    let added = first["added"].as_u64().unwrap();
    assert!(added >= 30, "{first}");
    for file in first["files"].as_array().unwrap() {
        assert_eq!(
            keys(file),
            ["path", "outcome", "document", "title", "reason"]
        );
    }
    let second = desk.run(&arguments).json();
    assert_eq!(second["added"], 0);
    assert_eq!(second["unchanged"], added);
}

#[test]
fn a_changed_file_is_a_new_version_of_its_document() {
    let desk = Desk::new();
    desk.write(
        "a.md",
        "# Ferry\n\nThe ferry sails at noon from the old quay.\n",
    );
    let import = ["import", "a.md", "--library", "lib", "--json"];
    let first = desk.run(&import).json();
    desk.write(
        "a.md",
        "# Ferry\n\nThe ferry sails at one from the new quay.\n",
    );
    let second = desk.run(&import).json();
    assert_eq!(
        (&first["added"], &second["updated"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        first["files"][0]["document"],
        second["files"][0]["document"]
    );
    let shown = desk
        .run(&["show", "a.md", "--library", "lib", "--json"])
        .json();
    assert_eq!(shown["version"], 2);
    assert!(shown["text"].as_str().unwrap().contains("new quay"));
}

#[test]
fn what_is_not_taken_is_named() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    desk.write("in/empty.txt", "");
    desk.write("in/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.write(
        "in/good.txt",
        "The council met on 4 May 2021 in the old town hall.\n",
    );
    let run = desk.run(&["import", "in", "missing.pdf", "--library", "lib", "--json"]);
    assert_eq!(run.code, 1);
    let report = &run.lines()[0];
    let counts = ["added", "failed", "skipped"].map(|key| report[key].as_u64().unwrap());
    assert_eq!(counts, [1, 2, 1], "{report}");
    for name in ["empty.txt", "picture.png", "missing.pdf"] {
        assert!(run.stderr.contains(name), "{}", run.stderr);
    }
    assert!(!run.stderr.contains("good.txt"));
}

#[test]
fn people_are_told_the_counts() {
    let desk = Desk::new();
    let file = sample("velmar-gas-pact-2021.md");
    let run = desk.run(&["import", &file, "--library", "lib"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "1 added\n"));
}

#[test]
fn a_folder_that_holds_other_things_is_no_library() {
    let desk = Desk::new();
    fs::create_dir(desk.path("lib")).unwrap();
    desk.write("lib/photo.txt", "x");
    let file = sample("velmar-gas-pact-2021.md");
    let run = desk.run(&["import", &file, "--library", "lib"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("not a Dossier library"),
        "{}",
        run.stderr
    );
}
