//! Opening a library, up to the first answer.

use std::hint::black_box;

use criterion::Criterion;
use dossier_library::{Library, Options};

use crate::{kept::library, search::ask};

pub(crate) fn open(criterion: &mut Criterion) {
    let folder = library().folder().to_owned();
    let open = || Library::open(&folder, Options::default()).expect("the library can be opened");
    let mut group = criterion.benchmark_group("open");
    group.bench_function("a library", |bench| bench.iter(|| black_box(open())));
    group.bench_function("a library, and a first search", |bench| {
        bench.iter(|| black_box(ask(&open(), "government")));
    });
    group.finish();
}
