//! Libraries and indexes that are made once and kept.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::Instant,
};

use dossier_library::{
    Library, Options, SCHEMA_VERSION,
    import::{ImportOptions, Outcome, Source},
};

use crate::{
    bulk,
    corpus::{self, Corpus},
};

/// The seed of every corpus here.
pub(crate) const SEED: u64 = 20_260_101;
/// Articles that are imported at once, so that they need not all be in memory.
const CHUNK: u64 = 2_000;

/// More articles than these are written directly: importing them would take days.
const MOST_IMPORTED: u64 = 200_000;

/// How many documents are asked for.
pub(crate) fn documents() -> u64 {
    let asked = env::var("DOSSIER_BENCH_DOCUMENTS").ok();
    asked.map_or(10_000, |asked| {
        asked
            .replace('_', "")
            .parse()
            .expect("DOSSIER_BENCH_DOCUMENTS is a number")
    })
}

/// The folder of what `make` makes, made where it is not there yet. `version` is of all that decides
/// what it holds. What was left half made is handed to `make` again.
pub(crate) fn kept(name: &str, version: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let documents = documents();
    let key = format!("{name}-{documents}-{SEED}-{}-{version}", corpus::VERSION);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bench")
        .join(key);
    if !folder.exists() {
        let begun = folder.with_extension("part");
        fs::create_dir_all(&begun).expect("a folder can be made under target");
        let started = Instant::now();
        make(&begun);
        fs::rename(&begun, &folder).expect("a folder can be renamed where it is");
        eprintln!(
            "made {name} of {documents} documents in {:.1} s, {:.1} MB",
            started.elapsed().as_secs_f64(),
            size(&folder) as f64 / 1e6
        );
    }
    folder
}

/// The library of the corpus, with its index up to date.
pub(crate) fn library() -> Library {
    let version = format!(
        "{SCHEMA_VERSION}.{}.{}",
        dossier_extract::VERSION,
        dossier_analysis::VERSION
    );
    let folder = kept("library", &version, |folder| {
        let library = Library::open(folder, Options::default()).expect("a library can be made");
        let corpus = Corpus::new(SEED);
        let documents = documents();
        let there = u64::from(library.counts().expect("the library can be read").documents);
        if documents > MOST_IMPORTED {
            bulk::write(folder, &corpus, there, documents);
        } else {
            import(&library, &corpus, there / CHUNK * CHUNK, documents);
        }
        let counts = library.counts().expect("the library can be read");
        assert_eq!(
            u64::from(counts.documents),
            documents,
            "every article is one of its own"
        );
        let started = Instant::now();
        library.update_index().expect("the index can be made");
        eprintln!("indexed in {:.1} s", started.elapsed().as_secs_f64());
    });
    let library = Library::open(&folder, Options::default()).expect("the library can be opened");
    // An index of another version was thrown away on opening.
    library.update_index().expect("the index can be made");
    library
}

fn import(library: &Library, corpus: &Corpus, first: u64, documents: u64) {
    for first in (first..documents).step_by(CHUNK as usize) {
        let sources = (first..documents.min(first + CHUNK))
            .map(|number| Source::Bytes {
                name: format!("{number:07}.md"),
                bytes: corpus.article(number).markdown().into_bytes(),
                url: None,
                media_type: None,
            })
            .collect();
        let report = library
            .import(sources, &ImportOptions::default(), &mut |_| true)
            .expect("articles can be imported");
        let taken = report.count(Outcome::Added) + report.count(Outcome::Unchanged);
        assert_eq!(
            taken as usize,
            report.items.len(),
            "every article can be read"
        );
    }
}

/// Bytes of all files in a folder.
pub(crate) fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    entries
        .map(|entry| {
            let entry = entry.expect("the folder can be read");
            let metadata = entry.metadata().expect("the file is still there");
            if metadata.is_dir() {
                size(&entry.path())
            } else {
                metadata.len()
            }
        })
        .sum()
}
