//! A library in a temporary folder, and documents to put into it.

use std::{fs, path::PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use dossier_library::{
    Library, Options,
    import::{ImportOptions, Report, Source},
    index::{Found, Passage, SearchOptions},
};
use tempfile::TempDir;

pub(crate) struct Fixture {
    pub(crate) library: Library,
    pub(crate) folder: TempDir,
}

pub(crate) fn clock() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 3, 1, 12, 0, 0).unwrap()
}

pub(crate) fn options() -> Options {
    Options {
        clock,
        ..Options::default()
    }
}

/// An empty library.
pub(crate) fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("library"), options()).unwrap();
    Fixture { library, folder }
}

/// A library with the sample collection, indexed.
pub(crate) fn with_samples() -> Fixture {
    let fixture = fixture();
    fixture.library.import_samples(&mut |_| true).unwrap();
    fixture.library.update_index().unwrap();
    fixture
}

impl Fixture {
    /// Writes a file outside the library.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Imports one path and indexes it.
    pub(crate) fn import(&self, path: PathBuf) -> Report {
        let report = self.library.import(
            vec![Source::Path(path)],
            &ImportOptions::default(),
            &mut |_| true,
        );
        self.library.update_index().unwrap();
        report.unwrap()
    }

    /// Imports a Markdown article and gives its id.
    pub(crate) fn article(&self, name: &str, title: &str, date: &str, body: &str) -> i64 {
        let text = format!(
            "---\ntitle: \"{title}\"\nauthor: Mara Holt\npublisher: Basin Wire\ndate: {date}\nlanguage: en\n---\n\n{body}\n"
        );
        let report = self.import(self.file(name, text));
        report.items[0]
            .document
            .unwrap_or_else(|| panic!("{:?}", report.items))
    }

    /// Searches and gives the titles found, in order.
    pub(crate) fn titles(&self, query: &str) -> Vec<String> {
        self.search(query)
            .hits
            .into_iter()
            .map(|hit| hit.document.title)
            .collect()
    }

    pub(crate) fn search(&self, query: &str) -> Found {
        let options = SearchOptions {
            limit: 50,
            ..SearchOptions::default()
        };
        self.library.search(query, options).unwrap()
    }
}

/// What a passage marks.
pub(crate) fn marked(passage: &Passage) -> Vec<&str> {
    let marked = passage.highlights.iter();
    marked
        .map(|range| range.slice(&passage.text).unwrap())
        .collect()
}
