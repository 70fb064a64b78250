//! Odd and hostile files: none may crash, hang, or vanish without a word.

use std::{fs, time::Instant};

use dossier_extract::Error;

use crate::{read, shared};

#[test]
fn odd_files_give_text_or_a_named_reason_in_bounded_time() {
    let Some(shared) = shared("gold/formats") else {
        return;
    };
    let mut files: Vec<_> = fs::read_dir(shared.join("gold/formats"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let mut read_count = 0;
    for file in files {
        let bytes = fs::read(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let before = Instant::now();
        let result = read(&bytes, &name);
        let elapsed = before.elapsed();
        assert!(elapsed.as_secs() < 10, "{name} took {elapsed:?}");
        match result {
            Ok(found) => {
                assert!(!found.text.trim().is_empty(), "{name} vanished");
                read_count += 1;
            }
            Err(Error::Unsupported { kind }) => {
                let is_ours = ["txt", "md", "html", "pdf", "docx"]
                    .contains(&name.rsplit('.').next().unwrap());
                assert!(!is_ours, "{name} was not read: {kind}");
            }
            Err(error) => eprintln!("{name}: {error}"),
        }
    }
    assert!(read_count > 40, "only {read_count} files were read");
}

#[test]
fn deep_nesting_neither_overflows_nor_hangs() {
    let before = Instant::now();
    for (tag, count) in [
        ("<div>", 300_000),
        ("<i class=x><p>", 100_000),
        ("<foo/>", 300_000),
    ] {
        let deep = tag.repeat(count) + "<p>At the bottom of it all lies one sentence.</p>";
        let found = read(deep.as_bytes(), "deep.html").unwrap();
        assert!(found.text.contains("At the bottom"), "{}", found.text);
        assert!(!found.diagnostics.is_empty(), "{tag}");
    }
    let quotes = "> ".repeat(5_000) + "deep";
    read(quotes.as_bytes(), "deep.md").unwrap();
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}

#[test]
fn damaged_files_are_named_as_such() {
    for (bytes, name) in [
        (&b"%PDF-1.7\nnothing follows"[..], "cut.pdf"),
        (b"PK\x03\x04\x14\x00cut", "cut.docx"),
        (b"plain words", "not.docx"),
        (b"plain words", "not.pdf"),
    ] {
        assert!(
            matches!(read(bytes, name), Err(Error::Damaged { .. })),
            "{name}"
        );
    }
    assert!(matches!(read(b"", "empty.txt"), Err(Error::Empty)));
    assert!(matches!(
        read(b"<html><body></body></html>", "empty.html"),
        Err(Error::Empty)
    ));
}
