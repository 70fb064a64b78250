//! Taking files in, from the disk to the index.

use std::{cell::LazyCell, fs, hint::black_box, path::Path, time::Duration};

use criterion::{BatchSize, Criterion, Throughput};
use dossier_library::{
    Library, Options,
    import::{ImportOptions, Outcome, Source},
};
use tempfile::TempDir;

use crate::{
    corpus::{Article, Corpus},
    kept::SEED,
};

/// Files that are imported at once.
const FILES: u64 = 500;

type Render = fn(&Article) -> String;

const FORMATS: [(&str, Render); 3] = [
    ("md", Article::markdown),
    ("html", Article::html),
    ("txt", Article::plain),
];

pub(crate) fn import(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .throughput(Throughput::Elements(FILES));
    let corpus = Corpus::new(SEED);
    for (extension, render) in FORMATS {
        // Made when first needed: a benchmark may be asked for by its name.
        let files = LazyCell::new(|| {
            let files = tempfile::tempdir().expect("a folder can be made");
            for number in 0..FILES {
                let path = files.path().join(format!("{number:04}.{extension}"));
                fs::write(path, render(&corpus.article(number))).expect("a file can be written");
            }
            files
        });
        group.bench_function(format!("{extension} files"), |bench| {
            bench.iter_batched(
                empty,
                |(library, folder)| {
                    take_in(&library, files.path());
                    (library, folder)
                },
                BatchSize::PerIteration,
            );
        });
        if extension == "md" {
            group.bench_function("md files, and index them", |bench| {
                bench.iter_batched(
                    empty,
                    |(library, folder)| {
                        take_in(&library, files.path());
                        library.update_index().expect("the index can be made");
                        (library, folder)
                    },
                    BatchSize::PerIteration,
                );
            });
            let there = LazyCell::new(|| {
                let (library, folder) = empty();
                take_in(&library, files.path());
                (library, folder)
            });
            group.bench_function("md files that are there already", |bench| {
                let (library, _) = &*there;
                bench.iter(|| black_box(import_folder(library, files.path())));
            });
        }
    }
    group.finish();
    one_more(criterion);
}

/// From one new document to its being found, in a library that has some.
fn one_more(criterion: &mut Criterion) {
    let corpus = Corpus::new(SEED);
    let article = |number: u64| Source::Bytes {
        name: format!("{number}.md"),
        bytes: corpus.article(number).markdown().into_bytes(),
        url: None,
        media_type: None,
    };
    let import = |library: &Library, sources| {
        library
            .import(sources, &ImportOptions::default(), &mut |_| true)
            .expect("articles can be imported");
        library.update_index().expect("the index can be made");
    };
    let some = LazyCell::new(|| {
        let (library, folder) = empty();
        import(&library, (0..2_000).map(article).collect());
        (library, folder)
    });
    let mut number = 2_000;
    let mut group = criterion.benchmark_group("import");
    group.sample_size(20);
    group.bench_function("one document, until it can be found", |bench| {
        let (library, _) = &*some;
        bench.iter(|| {
            number += 1;
            import(library, vec![article(number)]);
        });
    });
    group.finish();
}

fn empty() -> (Library, TempDir) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let library = Library::open(&folder.path().join("library"), Options::default());
    (library.expect("a library can be made"), folder)
}

fn take_in(library: &Library, files: &Path) {
    assert_eq!(
        u64::from(import_folder(library, files)),
        FILES,
        "every file is a document"
    );
}

fn import_folder(library: &Library, files: &Path) -> u32 {
    let sources = vec![Source::Path(files.to_owned())];
    let report = library
        .import(sources, &ImportOptions::default(), &mut |_| true)
        .expect("files can be imported");
    report.count(Outcome::Added)
}
