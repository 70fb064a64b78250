use std::{
    fs::{self, File},
    io::{Read, Write},
};

use serde_json::json;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{Desk, keys};

const NAME: &str = "velmar-gas-pact-2021.md";

fn with_backup() -> Desk {
    let desk = Desk::with_samples();
    let words = "it is contracts that fill a pipe";
    let annotate = ["annotate", NAME, "--exact", words, "--library", "lib"];
    assert_eq!(desk.run(&annotate).code, 0);
    let report = desk
        .run(&["backup", "b.zip", "--library", "lib", "--json"])
        .json();
    assert_eq!(keys(&report), ["file", "bytes", "files"]);
    desk
}

#[test]
fn a_restored_library_holds_what_the_first_held() {
    let desk = with_backup();
    let report = desk
        .run(&["restore", "b.zip", "--library", "again", "--json"])
        .json();
    assert_eq!(keys(&report), ["library", "documents", "files", "problems"]);
    assert_eq!(report["problems"], json!([]));
    for command in [&["show", NAME][..], &["annotations"], &["timeline"]] {
        let of = |library: &str| {
            let mut arguments = command.to_vec();
            arguments.extend(["--library", library, "--json"]);
            desk.run(&arguments).json()
        };
        assert_eq!(of("lib"), of("again"), "{command:?}");
    }
    let found = desk
        .run(&["search", "pipeline", "--library", "again", "--json"])
        .json();
    assert!(found["total"].as_u64().unwrap() > 0);
    let leftovers = fs::read_dir(desk.0.path()).unwrap();
    let parts = leftovers.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".part")
    });
    assert_eq!(parts.count(), 0, "nothing temporary is left");
}

#[test]
fn a_backup_that_cannot_be_written_is_named_and_nothing_is_left() {
    let desk = with_backup();
    desk.write("file", "a file is no folder");
    let run = desk.run(&["backup", "file/b.zip", "--library", "lib"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("write “file/b.zip”"), "{}", run.stderr);
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 3);
}

#[test]
fn a_backup_goes_into_an_empty_folder_only() {
    let desk = with_backup();
    let run = desk.run(&["restore", "b.zip", "--library", "lib"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("is not empty"), "{}", run.stderr);
    fs::create_dir(desk.path("empty")).unwrap();
    assert_eq!(
        desk.run(&["restore", "b.zip", "--library", "empty"]).code,
        0
    );
}

/// Copies an archive, with the entries that `change` makes others of.
fn rewrite(desk: &Desk, change: impl Fn(&str, Vec<u8>) -> (String, Vec<u8>)) {
    let mut from = ZipArchive::new(File::open(desk.path("b.zip")).unwrap()).unwrap();
    let mut to = ZipWriter::new(File::create(desk.path("c.zip")).unwrap());
    for at in 0..from.len() {
        let mut entry = from.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let (name, bytes) = change(&name, bytes);
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap();
}

#[test]
fn a_damaged_or_foreign_archive_leaves_nothing_behind() {
    let desk = with_backup();
    let refused = |message: &str| {
        let run = desk.run(&["restore", "c.zip", "--library", "again"]);
        assert_eq!(run.code, 1, "{message}");
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert!(!desk.path("again").exists());
    };
    rewrite(&desk, |name, mut bytes| {
        if name.starts_with("files/") {
            bytes.push(b'x');
        }
        (name.to_owned(), bytes)
    });
    refused("an original is not as it was stored");
    rewrite(&desk, |name, bytes| {
        let name = if name == "library.sqlite" {
            "notes.txt"
        } else {
            name
        };
        (name.to_owned(), bytes)
    });
    refused("holds no database");
    rewrite(&desk, |name, bytes| match name {
        "library.sqlite" => (name.to_owned(), bytes),
        _ => (format!("../{}", name.replace('/', "-")), bytes),
    });
    refused("holds other files");
    desk.write("c.zip", "no archive");
    refused("could not be used");
}

#[test]
fn a_check_finds_a_damaged_original_and_repairs_the_index() {
    let desk = Desk::with_samples();
    let check = |more: &[&str]| {
        let mut arguments = vec!["check", "--library", "lib", "--json"];
        arguments.extend(more);
        desk.run(&arguments)
    };
    let sound = check(&[]).json();
    assert_eq!(
        keys(&sound),
        ["documents", "files", "annotations", "problems"]
    );
    assert_eq!(sound["problems"], json!([]));
    fs::remove_dir_all(desk.path("lib/index")).unwrap();
    assert_eq!(check(&["--repair"]).code, 0);
    let mut groups = fs::read_dir(desk.path("lib/files")).unwrap();
    let group = groups.next().unwrap().unwrap().path();
    let original = fs::read_dir(group).unwrap().next().unwrap().unwrap().path();
    fs::write(original, "other").unwrap();
    let run = check(&["--repair"]);
    assert_eq!(run.code, 1);
    let problem = &run.lines()[0]["problems"][0];
    assert_eq!(keys(problem), ["area", "message", "repaired"]);
    assert_eq!(
        (&problem["area"], &problem["repaired"]),
        (&json!("files"), &json!(false))
    );
}
