//! The program from outside, as far as it goes without a display.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::{Command, Output};

fn desktop(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier-desktop"));
    command.args(arguments).env_clear().env("HOME", home.path());
    command.output().unwrap()
}

#[test]
fn the_version_is_told_without_a_window() {
    let output = desktop(&["--version"]);
    assert!(output.status.success());
    let words = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        words.trim(),
        concat!("dossier-desktop ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_is_refused_in_words() {
    let output = desktop(&["--frobnicate"]);
    assert_eq!(output.status.code(), Some(2));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(
        words.contains("--frobnicate") && words.contains("Usage"),
        "{words}"
    );
}

#[test]
fn a_missing_display_is_told_and_no_library_is_made() {
    let place = tempfile::tempdir().unwrap();
    let library = place.path().join("study");
    let output = desktop(&["--library", library.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains("no display"), "{words}");
    assert!(!library.exists());
}
