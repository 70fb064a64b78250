//! Queries made to hurt, asked as the window asks: each is answered, bounded or refused in time.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use dossier_library::{
    Library,
    index::{SearchOptions, Watch},
};

/// How long the window lets a search look through the index.
const TIME: Duration = Duration::from_millis(700);

/// A table of how long each takes and what is said of it.
pub(crate) fn table(library: &Library) -> String {
    let mut table = String::from("| made to hurt | ms | found | said |\n|---|---:|---:|---|\n");
    for (name, query) in queries() {
        let options = SearchOptions {
            limit: 20,
            passages: 3,
            ..SearchOptions::default()
        };
        let started = Instant::now();
        let found = library.search_watched(&query, options, &Watch::limited(TIME));
        let found = found.expect("it is answered");
        let took = started.elapsed().as_secs_f64() * 1e3;
        let said = found.parsed.notice.unwrap_or_default();
        let _infallible = writeln!(table, "| {name} | {took:.0} | {} | {said} |", found.total);
    }
    table
}

fn queries() -> Vec<(&'static str, String)> {
    let numbered = |count: usize, one: &dyn Fn(usize) -> String, by: &str| {
        (0..count).map(one).collect::<Vec<_>>().join(by)
    };
    let letters = "abcdefghijklmnopqrstuvwxyz";
    let each = |ending: &str, by: &str| {
        let all = letters.chars().map(|letter| format!("{letter}{ending}"));
        all.collect::<Vec<_>>().join(by)
    };
    vec![
        (
            "10,000 words",
            numbered(10_000, &|at| format!("word{at}"), " "),
        ),
        (
            "10,000 words, any",
            numbered(10_000, &|at| format!("word{at}"), " OR "),
        ),
        (
            "1,000 frequent words, any",
            numbered(
                1_000,
                &|at| ["the", "of", "government", "said"][at % 4].to_owned() + &"s".repeat(at % 3),
                " OR ",
            ),
        ),
        ("a* OR b* OR …", each("*", " OR ")),
        ("a* b* …", each("*", " ")),
        (
            "500 parentheses",
            format!("{}government{}", "(".repeat(500), ")".repeat(500)),
        ),
        ("NEAR of 300", format!("the{}", " NEAR/100 of".repeat(300))),
        (
            "NEAR of frequent words",
            "the NEAR/100 of NEAR/100 and NEAR/100 in".to_owned(),
        ),
        (
            "300 fuzzy words",
            numbered(300, &|at| format!("govern{at}ment~2"), " "),
        ),
        ("fuzzy on every short word", each("aa~", " OR ")),
        (
            "100 frequent phrases",
            numbered(100, &|_| "\"of the\"".to_owned(), " OR ")
                + " OR \"in the\" OR \"to the\" OR \"and the\"",
        ),
        ("everything but a word", "-zzzz".to_owned()),
        (
            "dates of all time",
            "when:0001..9999 date:0001..9999".to_owned(),
        ),
    ]
}
