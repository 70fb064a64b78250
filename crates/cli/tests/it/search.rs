use serde_json::json;

use crate::{Desk, assert_span, keys, slice};

#[test]
fn a_search_gives_hits_facets_and_time() {
    let desk = Desk::with_samples();
    let found = desk
        .run(&["search", "pipeline", "--library", "lib", "--json"])
        .json();
    assert_eq!(keys(&found), ["total", "hits", "facets", "elapsed_ms"]);
    assert!(found["elapsed_ms"].as_f64().unwrap() > 0.0);
    let hits = found["hits"].as_array().unwrap();
    assert!(!hits.is_empty());
    assert!(found["total"].as_u64().unwrap() >= hits.len() as u64);
    let mut last = f64::INFINITY;
    for hit in hits {
        let wanted = ["document", "title", "published", "score", "snippet"];
        assert_eq!(keys(hit)[..5], wanted);
        assert_eq!(hit["passages"][0], hit["snippet"]);
        let passages = hit["passages"].as_array().unwrap().len() as u64;
        assert!((1..=hit["places"].as_u64().unwrap()).contains(&passages));
        assert!(hit["document"].is_i64());
        let score = hit["score"].as_f64().unwrap();
        assert!(score > 0.0 && score <= last, "best first");
        last = score;
        assert_eq!(keys(&hit["snippet"]), ["text", "highlights"]);
        for highlight in hit["snippet"]["highlights"].as_array().unwrap() {
            let word = slice(&hit["snippet"]["text"], &highlight[0], &highlight[1]);
            assert!(word.to_lowercase().starts_with("pipeline"), "{word}");
        }
    }
    for facet in [
        "publisher",
        "author",
        "speaker",
        "entity",
        "tag",
        "language",
        "kind",
        "year",
    ] {
        let values = found["facets"][facet].as_array().unwrap();
        assert!(values.iter().all(|value| keys(value) == ["value", "count"]));
    }
}

#[test]
fn hits_are_limited_passed_over_and_sorted() {
    let desk = Desk::with_samples();
    let search = |more: &[&str]| {
        let mut arguments = vec!["search", "", "--library", "lib", "--json"];
        arguments.extend(more);
        desk.run(&arguments).json()
    };
    let dates = |sort: &str| -> Vec<String> {
        let found = search(&["--sort", sort, "--limit", "100"]);
        let hits = found["hits"].as_array().unwrap();
        let dates = hits.iter().filter_map(|hit| hit["published"].as_str());
        dates.map(str::to_owned).collect()
    };
    let oldest = dates("oldest");
    assert!(oldest.len() > 20);
    assert!(oldest.is_sorted());
    assert!(dates("newest").iter().rev().is_sorted());
    let first = search(&["--sort", "oldest", "--limit", "2"]);
    let second = search(&["--sort", "oldest", "--limit", "1", "--offset", "1"]);
    assert_eq!(first["hits"].as_array().unwrap().len(), 2);
    assert_eq!(first["hits"][1]["document"], second["hits"][0]["document"]);
    assert_eq!(search(&["--limit", "0"])["hits"], json!([]));
}

#[test]
fn any_word_finds_at_least_what_all_words_find() {
    let desk = Desk::with_samples();
    let total = |more: &[&str]| {
        let mut arguments = vec!["search", "--library", "lib", "--json"];
        arguments.extend(more);
        desk.run(&arguments).json()["total"].as_u64().unwrap()
    };
    let all = total(&["ferry sanctions"]);
    let any = total(&["--any", "ferry sanctions"]);
    assert!(any > all, "{any} {all}");
    assert_eq!(any, total(&["ferry OR sanctions"]));
}

#[test]
fn a_document_is_shown_by_id_title_and_path() {
    let desk = Desk::with_samples();
    let show = |name: &str| {
        desk.run(&["show", name, "--library", "lib", "--json"])
            .json()
    };
    let by_path = show("velmar-gas-pact-2021.md");
    let wanted = [
        "id",
        "title",
        "authors",
        "published",
        "publisher",
        "url",
        "language",
        "kind",
        "path",
        "added",
        "version",
        "sha256",
        "media_type",
        "citation",
        "text",
        "blocks",
        "quotations",
        "dates",
    ];
    assert_eq!(keys(&by_path), wanted);
    let text = &by_path["text"];
    for quotation in by_path["quotations"].as_array().unwrap() {
        for span in quotation["content"].as_array().unwrap() {
            assert_span(text, span);
        }
    }
    assert!(!by_path["dates"].as_array().unwrap().is_empty());
    for date in by_path["dates"].as_array().unwrap() {
        assert_span(text, date);
    }
    assert_eq!(show(by_path["title"].as_str().unwrap()), by_path);
    assert_eq!(show(&by_path["id"].to_string()), by_path);
    let missing = desk.run(&["show", "no such title", "--library", "lib"]);
    assert_eq!(missing.code, 1);
    assert!(missing.stderr.contains("no document “no such title”"));
}

#[test]
fn an_id_counts_before_a_title_and_a_path_is_read_from_here() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("papers")).unwrap();
    for (file, title) in [("a.md", "Ferries"), ("b.md", "1")] {
        let text = format!("---\ntitle: \"{title}\"\n---\n\nSix ferries sail in June.\n");
        desk.write(&format!("papers/{file}"), text);
    }
    // One after the other, so that the first has the id that is the title of the second.
    for file in ["papers/a.md", "papers/b.md"] {
        desk.run(&["import", file, "--library", "lib", "--json"])
            .json();
    }
    let title = |name: &str| {
        let shown = desk.run(&["show", name, "--library", "lib", "--json"]);
        shown.json()["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(title("1"), "Ferries");
    assert_eq!(title("./papers/b.md"), "1");
    assert_eq!(title("papers/../papers/a.md"), "Ferries");
}

#[test]
fn the_timeline_is_in_order_and_within_its_days() {
    let desk = Desk::with_samples();
    let timeline = |more: &[&str]| {
        let mut arguments = vec!["timeline", "--library", "lib", "--json"];
        arguments.extend(more);
        desk.run(&arguments).json()
    };
    let all = timeline(&[]);
    let entries = all["entries"].as_array().unwrap();
    assert_eq!(all["total"], entries.len());
    let firsts: Vec<_> = entries
        .iter()
        .map(|e| e["interval"][0].as_str().unwrap())
        .collect();
    assert!(firsts.is_sorted());
    for entry in entries {
        let wanted = [
            "lane",
            "id",
            "document",
            "title",
            "interval",
            "approximate",
            "label",
            "speaker",
            "excerpt",
        ];
        assert_eq!(keys(entry), wanted);
    }
    let year = timeline(&["--from", "2022", "--to", "2022"]);
    let year = year["entries"].as_array().unwrap();
    assert!(!year.is_empty() && year.len() < entries.len());
    for entry in year {
        assert!(entry["interval"][0].as_str().unwrap() < "2023-01-01");
        assert!(entry["interval"][1].as_str().unwrap() > "2022-01-01");
    }
    let none = timeline(&["--query", "zzzznothing"]);
    assert_eq!(none, json!({"total": 0, "entries": []}));
    let backwards = timeline(&["--from", "2024", "--to", "2020"]);
    assert_eq!(backwards["total"], 0);
}
