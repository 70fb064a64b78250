//! How many articles a second are read for quotations and for dates, on one core.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dossier_analysis::{Context, attribution::attributions, sentence::sentences, timex::timexes};

#[allow(
    dead_code,
    reason = "every benchmark takes what it needs of the corpus"
)]
#[path = "../../library/benches/corpus/mod.rs"]
mod corpus;

use corpus::{Article, Corpus};

const ARTICLES: u64 = 200;

fn articles(criterion: &mut Criterion) {
    let corpus = Corpus::new(1);
    let articles: Vec<Article> = (0..ARTICLES).map(|number| corpus.article(number)).collect();
    let texts: Vec<(String, Context<'_>)> = articles
        .iter()
        .map(|article| {
            let published: Option<NaiveDate> = article.published.parse().ok();
            let context = Context {
                published,
                language: Some(article.language),
            };
            (article.text(), context)
        })
        .collect();
    let mut group = criterion.benchmark_group("articles");
    group
        .sample_size(20)
        .throughput(Throughput::Elements(ARTICLES));
    group.bench_function("sentences", |bench| {
        bench.iter(|| each(&texts, |text, _| sentences(text).len()));
    });
    group.bench_function("quotations", |bench| {
        bench.iter(|| each(&texts, |text, context| attributions(text, context).len()));
    });
    group.bench_function("dates", |bench| {
        bench.iter(|| each(&texts, |text, context| timexes(text, context).len()));
    });
    group.finish();
}

fn each(texts: &[(String, Context<'_>)], find: impl Fn(&str, &Context<'_>) -> usize) -> usize {
    let found = texts
        .iter()
        .map(|(text, context)| find(black_box(text), context));
    black_box(found.sum())
}

criterion_group!(benches, articles);
criterion_main!(benches);
