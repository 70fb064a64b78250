//! How long it takes to prepare a text, and to anchor a selector in it.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use dossier_text::TextRange;
use dossier_text::selector::{Anchorer, Selector, describe};

/// About half a megabyte of sentences that share their words but are no copies of each other.
fn text() -> String {
    let words = [
        "harbour",
        "council",
        "inspection",
        "ministry",
        "tariff",
        "vessel",
        "winter",
        "treaty",
        "border",
        "river",
        "refused",
        "promised",
        "signed",
        "delayed",
        "before",
        "against",
        "the",
        "of",
        "and",
        "its",
    ];
    let mut state = 7_usize;
    let mut text = String::new();
    while text.len() < 500_000 {
        for length in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(words[(state >> 33) % words.len()]);
            text.push(if length == 11 { '.' } else { ' ' });
        }
        text.push(' ');
    }
    text
}

/// Selectors of passages of about a hundred letters all over the text.
fn selectors(text: &str, count: usize) -> Vec<Selector> {
    let step = (text.len() - 200) / count;
    (0..count)
        .map(|n| describe(text, TextRange::new(n * step + 40, n * step + 140)))
        .collect()
}

fn anchoring(criterion: &mut Criterion) {
    let old = text();
    let selectors = selectors(&old, 1_000);
    let moved = format!("A new beginning. {old}");
    let reworded = old
        .replace("winter", "summer")
        .replace("the treaty", "this treaty");
    criterion.bench_function("prepare half a megabyte", |bench| {
        bench.iter(|| Anchorer::new(black_box(&old)));
    });
    let unlike = old.replace(['a', 'e'], "o");
    for (name, text) in [
        ("unchanged", &old),
        ("moved", &moved),
        ("reworded", &reworded),
        ("unlike", &unlike),
    ] {
        let anchorer = Anchorer::new(text);
        let mut next = selectors.iter().cycle();
        criterion.bench_function(&format!("anchor one selector, {name} text"), |bench| {
            bench.iter(|| anchorer.anchor(black_box(next.next().expect("a cycle never ends"))));
        });
    }
    let anchorer = Anchorer::new(&moved);
    let many: Vec<Selector> = selectors.iter().cycle().take(10_000).cloned().collect();
    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10);
    group.bench_function("anchor ten thousand selectors", |bench| {
        bench.iter(|| anchorer.anchor_all(black_box(&many)));
    });
    group.finish();
}

criterion_group!(benches, anchoring);
criterion_main!(benches);
