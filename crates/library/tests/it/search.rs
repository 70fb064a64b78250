use chrono::NaiveDate;
use dossier_library::{
    annotation::NewAnnotation,
    index::{SearchOptions, Sort},
};
use dossier_text::TextRange;

use crate::support::{Fixture, fixture};

fn three() -> Fixture {
    let fixture = fixture();
    fixture.article(
        "a.md",
        "Gas pact signed",
        "2021-03-12",
        "Velmar and Marran signed a gas pact in Kalder. Deliveries were promised by the minister.",
    );
    fixture.article(
        "b.md",
        "River talks",
        "2022-07-01",
        "The river treaty was not signed. Gas was not discussed in Kalder.",
    );
    fixture.article(
        "c.md",
        "Port opens",
        "2023",
        "The port of Serrin opened. A pact on séances was mentioned.",
    );
    fixture
}

#[test]
fn words_phrases_and_operators_find_what_they_say() {
    let fixture = three();
    assert_eq!(
        fixture.titles("gas"),
        ["Gas pact signed", "River talks"],
        "title words count more"
    );
    assert_eq!(fixture.titles("gas -river"), ["Gas pact signed"]);
    assert_eq!(fixture.titles("\"gas pact\""), ["Gas pact signed"]);
    assert_eq!(fixture.titles("\"pact gas\"").len(), 0);
    assert_eq!(fixture.titles("treaty OR port").len(), 2);
    assert_eq!(fixture.titles("promise").len(), 1, "stems are found");
    assert_eq!(fixture.titles("seance").len(), 1, "accents are folded");
    assert_eq!(fixture.titles("deliv*").len(), 1);
    assert_eq!(fixture.titles("").len(), 3);
    assert_eq!(fixture.titles("-gas"), ["Port opens"]);
}

#[test]
fn fields_and_dates_filter() {
    let fixture = three();
    assert_eq!(fixture.titles("title:river"), ["River talks"]);
    assert_eq!(
        fixture
            .titles("by:holt publisher:\"basin wire\" lang:en")
            .len(),
        3
    );
    assert_eq!(fixture.titles("after:2022 before:2023"), ["River talks"]);
    assert_eq!(
        fixture.titles("date:2023-05"),
        ["Port opens"],
        "2023 may mean May 2023"
    );
    assert_eq!(fixture.titles("type:speech").len(), 0);
}

#[test]
fn what_a_person_made_filters() {
    let fixture = three();
    let id = fixture.library.search_ids("title:river").unwrap()[0];
    let new = NewAnnotation {
        document: id,
        color: "red".to_owned(),
        body: "Check this.".to_owned(),
        tags: vec!["water/treaty".to_owned()],
        uuid: None,
    };
    fixture.library.annotate(new, TextRange::new(0, 9)).unwrap();
    let collection = fixture.library.create_collection("Water").unwrap();
    fixture
        .library
        .set_membership(collection.id, &[id], true)
        .unwrap();
    for query in [
        "tag:water",
        "tag:\"water/treaty\"",
        "note:check",
        "in:Water",
        "has:annotations",
    ] {
        assert_eq!(fixture.titles(query), ["River talks"], "{query}");
    }
    assert_eq!(fixture.titles("-has:annotations").len(), 2);
}

#[test]
fn snippets_show_their_hits() {
    let fixture = three();
    let found = fixture.search("gas minister");
    let hit = &found.hits[0];
    let marked: Vec<&str> = hit
        .highlights
        .iter()
        .map(|range| range.slice(&hit.snippet).unwrap())
        .collect();
    assert_eq!(marked, ["gas", "minister"]);
    let title: Vec<&str> = hit
        .title_highlights
        .iter()
        .map(|range| range.slice(&hit.document.title).unwrap())
        .collect();
    assert_eq!(title, ["Gas"]);
    let text = fixture.library.text_version(hit.document.id).unwrap().text;
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = hit.place.unwrap();
    assert_eq!(
        String::from_utf16(&units[start as usize..end as usize]).unwrap(),
        "gas"
    );
}

#[test]
fn hits_are_sorted_by_date_where_asked_and_paged() {
    let fixture = three();
    let titles = |sort, limit, offset| -> Vec<String> {
        let found = fixture
            .library
            .search(
                "",
                SearchOptions {
                    sort,
                    limit,
                    offset,
                },
            )
            .unwrap();
        assert_eq!(found.total, 3, "the total is of all hits");
        found
            .hits
            .into_iter()
            .map(|hit| hit.document.title)
            .collect()
    };
    assert_eq!(titles(Sort::Newest, 2, 0), ["Port opens", "River talks"]);
    assert_eq!(titles(Sort::Newest, 2, 2), ["Gas pact signed"]);
    assert_eq!(titles(Sort::Oldest, 1, 0), ["Gas pact signed"]);
    assert_eq!(titles(Sort::Oldest, 0, 0).len(), 0);
}

#[test]
fn facets_and_histogram_count_all_hits() {
    let fixture = three();
    let found = fixture
        .library
        .search(
            "kalder",
            SearchOptions {
                limit: 1,
                ..Default::default()
            },
        )
        .unwrap();
    assert_eq!(found.hits.len(), 1);
    assert_eq!(found.facets.publisher, [("Basin Wire".to_owned(), 2)]);
    assert_eq!(found.facets.author, [("Mara Holt".to_owned(), 2)]);
    assert_eq!(
        found
            .histogram
            .spans
            .iter()
            .map(|span| span.count)
            .sum::<u32>(),
        2
    );
    let first = found.histogram.spans.first().unwrap();
    assert_eq!(first.from, NaiveDate::from_ymd_opt(2021, 3, 1).unwrap());
    assert!(
        found
            .histogram
            .spans
            .windows(2)
            .all(|pair| pair[0].to == pair[1].from),
        "no gaps"
    );
}

#[test]
fn a_wrong_query_is_read_as_words_and_says_so() {
    let fixture = three();
    let found = fixture.search("(gas");
    assert_eq!(found.total, 2);
    assert!(found.parsed.notice.unwrap().contains("not closed"));
    let found = fixture.search("colour:gas");
    assert!(found.parsed.notice.unwrap().contains("no field"));
}

#[test]
fn words_stand_in_a_document_where_it_says() {
    let fixture = three();
    let id = fixture.library.search_ids("title:river").unwrap()[0];
    let text = fixture.library.text_version(id).unwrap().text;
    let found = fixture.library.find_in_document(id, "signed gas").unwrap();
    let words: Vec<&str> = found
        .iter()
        .map(|range| range.slice(&text).unwrap())
        .collect();
    assert_eq!(words, ["signed", "Gas"]);
}

#[test]
fn queries_made_to_hurt_are_answered() {
    let fixture = three();
    for query in [
        "a* OR b* OR c*".to_owned(),
        "gas ".repeat(2_000),
        "(".repeat(500),
        "\"".repeat(99),
        "-".repeat(99),
    ] {
        fixture.search(&query);
    }
}
