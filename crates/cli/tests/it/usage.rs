use std::{
    io::Read,
    process::{Command, Stdio},
};

use crate::{Desk, sample};

#[test]
fn wrong_usage_ends_with_two_and_says_how_it_is_used() {
    let desk = Desk::new();
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["search", "--library", "lib"],
        &["search", "word"],
        &["search", "word", "--library", "lib", "--sort", "sideways"],
        &["search", "word", "--library", "lib", "--limit", "-3"],
        &["import", "--library", "lib"],
        &["import", "a.txt", "--library", "lib", "--jobs", "many"],
        &["extract"],
        &["dates", "a.txt", "--published", "02.06.2023"],
        &["timeline", "--library", "lib", "--from", "soon"],
        &["annotate", "a", "--library", "lib"],
        &[
            "annotate",
            "a",
            "--exact",
            "b",
            "--library",
            "lib",
            "--color",
            "mauve",
        ],
        &["annotations"],
        &["annotations", "--library", "lib", "import"],
        &["anchor", "a.txt"],
        &["export", "--library", "lib", "--format", "papyrus"],
        &["export", "--library", "lib"],
        &["verify", "a.md"],
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments:?}");
        let says_how = run.stderr.contains("--help");
        assert!(says_how, "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn a_library_that_is_only_read_must_be_there() {
    let desk = Desk::new();
    desk.write("a.md", "x");
    for arguments in [
        &["search", "word"][..],
        &["show", "1"],
        &["timeline"],
        &["annotate", "1", "--exact", "a"],
        &["annotations"],
        &["annotations", "export"],
        &["verify", "a.md"],
        &["export", "--format", "json"],
        &["check"],
        &["backup", "b.zip"],
    ] {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--library", "nowhere", "--json"]);
        let run = desk.run(&arguments);
        assert_eq!(run.code, 1, "{arguments:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("“nowhere” is not a Dossier library"),
            "{}",
            run.stderr
        );
        assert_eq!(run.stdout, "");
        assert!(!desk.path("nowhere").exists());
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let desk = Desk::new();
    let version = desk.run(&["--version"]);
    assert_eq!(version.code, 0);
    let expected = format!("dossier {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(version.stdout, expected);
    assert_eq!(desk.run(&["--help"]).code, 0);
    assert_eq!(desk.run(&["help", "import"]).code, 0);
}

#[test]
fn a_query_may_begin_with_a_minus() {
    let desk = Desk::with_samples();
    let all = desk
        .run(&["search", "", "--library", "lib", "--json"])
        .json();
    let without = desk
        .run(&["search", "-pipeline", "--library", "lib", "--json"])
        .json();
    assert!(without["total"].as_u64() < all["total"].as_u64());
    assert!(without["total"].as_u64() > Some(0));
}

#[test]
fn a_reader_that_hangs_up_is_no_failure() {
    let file = sample("velmar-gas-pact-2021.md");
    let files = vec![file.as_str(); 200];
    let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["extract", "--json"])
        .args(files)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
