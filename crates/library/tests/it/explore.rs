//! Ways to look at what a query finds: passages, facets, concordance, trend, likeness; and help with
//! writing queries.

use std::time::Duration;

use dossier_library::{
    Error,
    annotation::{AnnotationFilter, NewAnnotation},
    index::{CompletionKind, ConcordanceOptions, ConcordanceSort, SearchOptions, Watch},
    quotation::QuotationFilter,
};
use dossier_text::TextRange;

use crate::support::{Fixture, fixture, marked, with_samples};

fn talks() -> Fixture {
    let fixture = fixture();
    let filler = "Nothing of note happened on the river that year. ".repeat(20);
    fixture.article(
        "a.md",
        "Transit talks",
        "2021-03-12",
        &format!(
            "Transit was named first. {filler}\n\nThen transit and tariffs met in one line. {filler}\n\n\
             At the very end transit came back, and the needle too."
        ),
    );
    fixture.article(
        "b.md",
        "Tariff notes",
        "2022-07-01",
        "“The transit tariff is fair,” said Energy Minister Emin Raskadé. “We will see,” said Greta \
         Vondra of the Bank of Tarsene. Officials of the Bank of Tarsene agreed.",
    );
    fixture.article("c.md", "Port opens", "2023", "The port of Serrin opened.");
    fixture
}

fn with_passages(passages: u32) -> SearchOptions {
    SearchOptions {
        limit: 10,
        passages,
        ..SearchOptions::default()
    }
}

#[test]
fn a_hit_gives_its_best_passages_each_with_its_place() {
    let fixture = talks();
    let found = fixture
        .library
        .search("transit OR tariffs", with_passages(5))
        .unwrap();
    let hit = found
        .hits
        .iter()
        .find(|hit| hit.document.title == "Transit talks")
        .unwrap();
    assert_eq!(hit.places, 4);
    let all: Vec<Vec<&str>> = hit.passages.iter().map(marked).collect();
    assert_eq!(
        all,
        [vec!["transit", "tariffs"], vec!["Transit"], vec!["transit"]],
        "the best comes first, the others in text order"
    );
    let text = fixture.library.text_version(hit.document.id).unwrap().text;
    for passage in &hit.passages {
        let (start, end) = passage.place.unwrap();
        let place = &text[start as usize..end as usize];
        assert_eq!(place, marked(passage)[0]);
        assert!(text.contains(&passage.text));
    }
}

#[test]
fn the_last_words_of_a_long_document_are_found_and_shown() {
    let fixture = fixture();
    let page = "The commission heard nothing new about the river and adjourned once more. ";
    let text = format!("{}\n\nAt last the zarquon was named.", page.repeat(12_000));
    let id = fixture.article("long.md", "Record", "2021", &text);
    for query in ["zarquon", "zarq*", "\"the zarquon was\"", "zarqoun~"] {
        let found = fixture.search(query);
        let passage = found.hits[0].passage();
        assert!(passage.text.contains("zarquon"), "{query}: {passage:?}");
        let (start, _) = passage.place.unwrap();
        assert!(start as usize > 12_000 * page.len(), "{query}");
        let lines = fixture
            .library
            .concordance(
                query,
                ConcordanceOptions {
                    limit: 5,
                    ..Default::default()
                },
                &Watch::without_limit(),
            )
            .unwrap();
        assert_eq!(lines.total, 1, "{query}");
        assert_eq!(lines.lines[0].1.id, id);
    }
}

#[test]
fn facets_count_speakers_names_tags_and_years_and_whole_values_find_what_they_count() {
    let fixture = talks();
    let id = fixture.library.search_ids("title:tariff").unwrap()[0];
    let new = NewAnnotation {
        document: id,
        color: "red".to_owned(),
        body: String::new(),
        tags: vec!["water/treaty".to_owned()],
        uuid: None,
    };
    fixture.library.annotate(new, TextRange::new(0, 9)).unwrap();
    let options = SearchOptions {
        limit: 10,
        all_facets: true,
        ..SearchOptions::default()
    };
    let facets = fixture.library.search("", options).unwrap().facets;
    let one = |value: &str| (value.to_owned(), 1);
    assert_eq!(facets.year, [one("2023"), one("2022"), one("2021")]);
    assert_eq!(facets.speaker, [one("Emin Raskadé"), one("Greta Vondra")]);
    assert_eq!(facets.tag, [one("water/treaty")]);
    assert!(
        facets.entity.contains(&one("Bank of Tarsene")),
        "{:?}",
        facets.entity
    );
    for (field, counts) in [
        ("publisher", &facets.publisher),
        ("by", &facets.author),
        ("speaker", &facets.speaker),
        ("entity", &facets.entity),
        ("tag", &facets.tag),
        ("lang", &facets.language),
        ("type", &facets.kind),
        ("date", &facets.year),
    ] {
        for (value, count) in counts {
            let query = match field {
                "lang" | "type" | "date" => format!("{field}:{value}"),
                _ => format!("{field}:=\"{value}\""),
            };
            assert_eq!(fixture.titles(&query).len(), *count as usize, "{query}");
        }
    }
    let narrowed = fixture.library.search("date:2021", options).unwrap().facets;
    assert!(narrowed.speaker.is_empty() && narrowed.tag.is_empty());
    assert!(
        fixture.titles("speaker:=Raskadé").is_empty(),
        "a part is no whole value"
    );
}

fn keywords(fixture: &Fixture, query: &str, sort: ConcordanceSort) -> Vec<String> {
    let options = ConcordanceOptions {
        sort,
        limit: 50,
        offset: 0,
    };
    let found = fixture
        .library
        .concordance(query, options, &Watch::without_limit())
        .unwrap();
    assert_eq!(found.total as usize, found.lines.len());
    let lines = found.lines.iter().map(|(line, _)| {
        let left: Vec<&str> = line.left.split(' ').collect();
        let right: Vec<&str> = line.right.split(' ').collect();
        let before = left.iter().rev().find(|word| !word.is_empty());
        let after = right.iter().find(|word| !word.is_empty());
        let word = |word: Option<&&str>| (*word.unwrap_or(&"")).to_owned();
        format!("{}|{}|{}", word(before), line.keyword, word(after))
    });
    lines.collect()
}

#[test]
fn a_concordance_lines_up_every_place_and_sorts_by_its_context() {
    let fixture = talks();
    assert_eq!(
        keywords(&fixture, "transit", ConcordanceSort::Newest),
        [
            "“The|transit|tariff",
            "|Transit|was",
            "Then|transit|and",
            "end|transit|came"
        ]
    );
    assert_eq!(
        keywords(&fixture, "transit", ConcordanceSort::Right),
        [
            "Then|transit|and",
            "end|transit|came",
            "“The|transit|tariff",
            "|Transit|was"
        ]
    );
    assert_eq!(
        keywords(&fixture, "transit", ConcordanceSort::Left),
        [
            "|Transit|was",
            "end|transit|came",
            "“The|transit|tariff",
            "Then|transit|and"
        ]
    );
    assert_eq!(
        keywords(&fixture, "transit", ConcordanceSort::Oldest)[3],
        "“The|transit|tariff"
    );
    assert_eq!(
        keywords(&fixture, "tariff OR port", ConcordanceSort::Keyword)[0],
        "The|port|of"
    );
    assert!(keywords(&fixture, "lang:en", ConcordanceSort::Right).is_empty());
}

#[test]
fn a_concordance_knows_of_new_documents() {
    let fixture = talks();
    let count = |query| keywords(&fixture, query, ConcordanceSort::Right).len();
    assert_eq!(count("serrin"), 1);
    fixture.article("d.md", "Again", "2024", "Serrin again.");
    assert_eq!(count("serrin"), 2);
}

#[test]
fn trends_count_every_query_over_the_same_spans() {
    let fixture = talks();
    let queries = ["transit".to_owned(), "port".to_owned(), String::new()];
    let trend = fixture.library.trend(&queries).unwrap();
    let totals: Vec<u32> = trend.series.iter().map(|series| series.total).collect();
    assert_eq!(totals, [2, 1, 3]);
    for series in &trend.series {
        assert_eq!(series.counts.len(), trend.spans.len());
        assert_eq!(
            series.counts.iter().sum::<u32>() + series.undated,
            series.total
        );
    }
    let all: Vec<u32> = trend.spans.iter().map(|span| span.count).collect();
    assert_eq!(trend.series[2].counts, all);
    let empty = fixture_without_dates().trend(&["gas".to_owned()]);
    assert_eq!(empty.unwrap().series[0].undated, 1);
}

fn fixture_without_dates() -> dossier_library::Library {
    let fixture = fixture();
    fixture.import(fixture.file("n.txt", "A note on gas without any day.\n"));
    fixture.library
}

#[test]
fn documents_like_one_are_found_but_not_itself() {
    let fixture = with_samples();
    let id = fixture.library.search_ids("gas transit").unwrap()[0];
    let query = format!("like:{id}");
    let found = fixture.search(&query);
    assert!(found.total > 0);
    assert!(found.hits.iter().all(|hit| hit.document.id != id));
    assert!(
        found
            .hits
            .windows(2)
            .all(|pair| pair[0].score >= pair[1].score)
    );
    assert!(fixture.search(&format!("{query} lang:en")).total <= found.total);
    assert_eq!(fixture.search("like:99999").total, 0);
    let wrong = fixture.search("like:gas");
    assert!(
        wrong
            .parsed
            .notice
            .unwrap()
            .contains("number of a document")
    );
}

#[test]
fn a_word_that_nothing_has_is_taken_for_one_like_it() {
    let fixture = talks();
    let found = fixture.search("trnasit tariff");
    assert_eq!(found.total, 0);
    let suggestion = &found.suggestions[0];
    assert_eq!(suggestion.query, "transit tariff");
    assert_eq!(
        (suggestion.word.as_str(), suggestion.instead.as_str()),
        ("trnasit", "transit")
    );
    assert!(fixture.search("qqqqqq").suggestions.is_empty());
    assert!(fixture.search("-trnasit").suggestions.is_empty());
}

#[test]
fn fields_values_and_words_are_completed() {
    let fixture = talks();
    fixture.library.create_collection("Tarsene file").unwrap();
    let complete = |query: &str| fixture.library.complete(query, query.len()).unwrap();
    let texts = |query: &str| -> Vec<String> {
        let all = complete(query).completions.into_iter();
        all.map(|completion| completion.text).collect()
    };
    assert_eq!(texts("gas spe"), ["speaker:"]);
    assert_eq!(texts("speaker:ras"), ["speaker:=\"Emin Raskadé\""]);
    assert_eq!(texts("-publisher:\"bas"), ["publisher:=\"Basin Wire\""]);
    assert_eq!(texts("in:tar"), ["in:\"Tarsene file\""]);
    assert_eq!(texts("has:q"), ["has:quotations"]);
    assert_eq!(texts("author:mara"), ["author:=\"Mara Holt\""]);
    let words = complete("gas trans");
    assert_eq!(words.completions[0].kind, CompletionKind::Word);
    assert_eq!(words.completions[0].text, "transit");
    assert_eq!(words.completions[0].count, Some(2));
    assert_eq!(words.range, Some(4..9));
    assert_eq!(complete("").range, None);
    assert_eq!(complete("gas ").range, None);
    for query in ["é", "“", "speaker:", "by:=\"", "::", "-("] {
        for caret in 0..=query.len() {
            fixture.library.complete(query, caret).unwrap();
        }
    }
}

#[test]
fn quotations_notes_and_annotations_answer_a_search_themselves() {
    let fixture = talks();
    let library = &fixture.library;
    let quotations = |query: &str| {
        let filter = QuotationFilter {
            matching: Some(query.to_owned()),
            limit: 10,
            ..QuotationFilter::default()
        };
        let found = library.quotations(&filter).unwrap().1;
        let words = found.into_iter().map(|listed| listed.words);
        words.collect::<Vec<String>>()
    };
    assert_eq!(
        quotations("tariffs"),
        ["The transit tariff is fair"],
        "by its stem"
    );
    assert_eq!(
        quotations("raskade"),
        ["The transit tariff is fair"],
        "by its speaker"
    );
    assert_eq!(quotations("speaker:vondra"), ["We will see"]);
    assert_eq!(
        quotations("speaker:=\"Greta Vondra\" -transit"),
        ["We will see"]
    );
    assert!(quotations("transit date:2021").is_empty());
    assert!(
        quotations("officials").is_empty(),
        "it stands beside the quotations only"
    );
    assert_eq!(quotations("fair NEAR/2 tariff").len(), 1);

    let id = library.search_ids("title:tariff").unwrap()[0];
    let new = NewAnnotation {
        document: id,
        color: "red".to_owned(),
        body: "Compare the pipelines.".to_owned(),
        tags: vec!["water/treaty".to_owned()],
        uuid: None,
    };
    library.annotate(new, TextRange::new(0, 24)).unwrap();
    let annotations = |query: &str| {
        let filter = AnnotationFilter {
            matching: Some(query.to_owned()),
            ..AnnotationFilter::default()
        };
        library.annotations(&filter).unwrap().0
    };
    for (query, expected) in [
        ("pipeline", 1),
        ("treaty transit", 1),
        ("pipeline date:2022", 1),
        ("pipeline date:2021", 0),
        ("serrin", 0),
    ] {
        assert_eq!(annotations(query), expected, "{query}");
    }
    library.create_note("Memo", "Ask about pipelines").unwrap();
    assert_eq!(library.notes_matching("pipeline").unwrap().len(), 1);
    assert!(library.notes_matching("tariff").unwrap().is_empty());
}

#[test]
fn a_search_that_is_cancelled_ends_and_one_out_of_time_says_so() {
    let fixture = talks();
    let watch = Watch::without_limit();
    watch.cancel();
    let found = fixture
        .library
        .search_watched("transit", with_passages(1), &watch);
    assert!(matches!(found, Err(Error::Cancelled)), "{found:?}");

    let late = Watch::limited(Duration::ZERO);
    let found = fixture
        .library
        .search_watched("transit", with_passages(1), &late);
    let found = found.unwrap();
    assert!(found.is_partial && found.parsed.notice.unwrap().contains("stopped"));
    assert_eq!(fixture.search("transit").total, 2, "nothing stays of it");
}
