//! How long it takes to gather the quotations of a large library into statements.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dossier_analysis::statement::{Quoted, Signature, gather};

mod wordings;

const QUOTATIONS: usize = 100_000;

fn statements(criterion: &mut Criterion) {
    let made = wordings::quotations(1, QUOTATIONS);
    let quoted: Vec<Quoted<'_>> = (0_u64..)
        .zip(&made)
        .map(|(id, (_, words))| Quoted {
            id,
            words,
            document: id / 10,
            date: None,
            speaker: None,
            language: "en",
        })
        .collect();
    let mut group = criterion.benchmark_group("statements");
    group.sample_size(10);
    for share in [4, 1] {
        let part = &quoted[..QUOTATIONS / share];
        group.throughput(Throughput::Elements(part.len() as u64));
        group.bench_function(format!("gather {}", part.len()), |bench| {
            bench.iter(|| gather(black_box(part)).len());
        });
    }
    group.throughput(Throughput::Elements(1_000));
    group.bench_function("signatures of 1000", |bench| {
        bench.iter(|| {
            let keys = made[..1_000]
                .iter()
                .map(|(_, words)| Signature::of(black_box(words), "en").keys().len());
            keys.sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, statements);
criterion_main!(benches);
