//! How long it takes to read a file of each text format.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use dossier_extract::{Input, extract};

#[allow(
    dead_code,
    reason = "every benchmark takes what it needs of the corpus"
)]
#[path = "../../library/benches/corpus/mod.rs"]
mod corpus;

use corpus::{Article, Corpus};

const ARTICLES: u64 = 100;

type Render = fn(&Article) -> String;

fn formats(criterion: &mut Criterion) {
    let corpus = Corpus::new(1);
    let articles: Vec<Article> = (0..ARTICLES).map(|number| corpus.article(number)).collect();
    let mut group = criterion.benchmark_group("one file");
    let renderings: [(&str, Render); 3] = [
        ("article.txt", Article::plain),
        ("article.md", Article::markdown),
        ("article.html", Article::html),
    ];
    for (name, render) in renderings {
        let files: Vec<String> = articles.iter().map(render).collect();
        let mut next = files.iter().cycle();
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let bytes = next.next().expect("a cycle never ends").as_bytes();
                extract(black_box(&Input {
                    bytes,
                    file_name: Some(name),
                    ..Input::default()
                }))
                .expect("an article is readable")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, formats);
criterion_main!(benches);
