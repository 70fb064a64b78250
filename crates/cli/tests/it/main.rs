//! The built program in temporary folders, on the sample collection.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analyse;
mod anchor;
mod annotate;
mod backup;
mod fetch;
mod import;
mod search;
mod usage;
mod verify;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program gave.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().expect("the program ends by itself"),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The one JSON object of a run that did everything.
    #[track_caller]
    fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.stderr);
        let lines = self.lines();
        assert_eq!(lines.len(), 1, "one object: {}", self.stdout);
        lines[0].clone()
    }

    #[track_caller]
    fn lines(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// A temporary folder with a library's place in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// With the sample collection imported.
    fn with_samples() -> Self {
        let desk = Self::new();
        let report = desk.run(&["import", path(&samples()), "--library", "lib", "--json"]);
        assert_eq!(report.code, 0, "{}", report.stderr);
        desk
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let program = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("NO_PROXY", "127.0.0.1")
            .output();
        Run::of(&program.unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../library/samples")
}

fn sample(name: &str) -> String {
    path(&samples().join(name)).to_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The code points of a text from `start` up to but not including `end`.
fn slice(text: &Value, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
    assert!(start <= end, "a span does not run backwards");
    let text: Vec<char> = text.as_str().unwrap().chars().collect();
    text[start as usize..end as usize].iter().collect()
}

/// Asserts that a span says of itself what stands there.
#[track_caller]
fn assert_span(text: &Value, span: &Value) {
    let there = slice(text, &span["start"], &span["end"]);
    assert_eq!(span["text"], there.as_str());
    assert!(!there.is_empty());
}

/// The keys of an object, in their order.
fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

fn is_text_or_null(value: &Value) -> bool {
    value.is_string() || value.is_null()
}
