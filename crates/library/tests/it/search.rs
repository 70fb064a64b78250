use chrono::NaiveDate;
use dossier_library::{
    annotation::NewAnnotation,
    index::{SearchOptions, Sort},
};
use dossier_text::TextRange;
use proptest::prelude::*;

use crate::support::{Fixture, fixture, marked};

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
    let marked = marked(hit.passage());
    assert_eq!(marked, ["gas", "minister"]);
    let title: Vec<&str> = hit
        .title_highlights
        .iter()
        .map(|range| range.slice(&hit.document.title).unwrap())
        .collect();
    assert_eq!(title, ["Gas"]);
    let text = fixture.library.text_version(hit.document.id).unwrap().text;
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = hit.passage().place.unwrap();
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
                    ..SearchOptions::default()
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
    let found = fixture.search("size:gas");
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
        "gas~ ".repeat(300),
        format!("gas{}", " NEAR/100 gas".repeat(300)),
        "when:..".to_owned(),
    ] {
        fixture.search(&query);
    }
}

#[test]
fn a_word_is_found_as_written_or_nearly() {
    let fixture = three();
    assert_eq!(
        fixture.titles("=promise").len(),
        0,
        "only “promised” stands there"
    );
    assert_eq!(fixture.titles("=promised"), ["Gas pact signed"]);
    assert_eq!(
        fixture.titles("tretay~"),
        ["River talks"],
        "a swap is one mistake"
    );
    assert_eq!(fixture.titles("minstr~"), ["Gas pact signed"]);
    assert_eq!(fixture.titles("minstr~1").len(), 0);
    let found = fixture.search("minstr~");
    let hit = &found.hits[0];
    let marked = marked(hit.passage());
    assert_eq!(marked, ["minister"], "what was found is shown");
}

#[test]
fn near_counts_words_in_either_order_and_keeps_phrases_whole() {
    let fixture = fixture();
    fixture.article(
        "a.md",
        "Terms",
        "2024-01-02",
        "The river treaty was debated for a whole day before the old gas pact fell.",
    );
    for (query, is_found) in [
        ("river NEAR/1 treaty", true),
        ("treaty NEAR/1 river", true),
        ("treaty NEAR/2 debated", true),
        ("treaty NEAR/1 debated", false),
        ("\"gas pact\" NEAR/8 debated", true),
        ("\"gas pact\" NEAR/7 debated", false),
        ("\"pact gas\" NEAR/50 debated", false),
        ("river NEAR/2 treaty NEAR/3 debated", true),
        ("river NEAR/50 ocean", false),
        ("river NEAR/50 river", false),
        ("\"treaty river\"~2", true),
    ] {
        assert_eq!(
            fixture.titles(query).len(),
            usize::from(is_found),
            "{query}"
        );
    }
}

#[test]
fn what_was_said_is_found_by_whom_it_was_said() {
    let fixture = fixture();
    fixture.article(
        "a.md",
        "Pact",
        "2024-01-02",
        "“We will not sell one cubic metre,” Energy Minister Emin Raskadé said. \
         “The pipeline is late,” said Greta Vondra.",
    );
    fixture.article(
        "b.md",
        "Silence",
        "2024-02-02",
        "The pipeline is late, and one cubic metre costs more. Emin Raskadé travelled.",
    );
    for (query, expected) in [
        ("speaker:raskade", &["Pact"][..]),
        ("speaker:\"emin raskadé\"", &["Pact"]),
        ("said:\"one cubic metre\"", &["Pact"]),
        ("said:pipeline", &["Pact"]),
        ("speaker:raskade said:cubic", &["Pact"]),
        ("speaker:raskade said:pipeline", &[]),
        ("speaker:vondra said:pipeline", &["Pact"]),
        ("has:quotations", &["Pact"]),
        ("-speaker:raskade", &["Silence"]),
    ] {
        assert_eq!(fixture.titles(query), expected, "{query}");
    }
}

#[test]
fn the_dates_that_a_text_states_are_searched_apart_from_its_own() {
    let fixture = fixture();
    fixture.article(
        "a.md",
        "Deadline",
        "2021-03-12",
        "Deliveries are to begin on 1 May 2027. The strike of June 2019 is not forgotten.",
    );
    fixture.article("b.md", "Other", "2027-05-01", "Nothing has a date here.");
    for (query, is_found) in [
        ("when:2027", true),
        ("when:2027-05", true),
        ("when:2027-05-02", false),
        ("when:2019-06-11", true),
        ("when:2019-05..2019-06", true),
        ("when:2020..2026", false),
        ("when:..2019", true),
        ("when:2028..", false),
    ] {
        let expected: &[&str] = if is_found { &["Deadline"] } else { &[] };
        assert_eq!(fixture.titles(query), expected, "{query}");
    }
}

/// The same person in the news of three languages, and people with names like theirs.
fn names() -> Fixture {
    let fixture = fixture();
    for (name, language, title, body) in [
        (
            "a.md",
            "en",
            "Latin",
            "President Tahir Velizade met Aliyev in Kalder on Monday.",
        ),
        (
            "b.md",
            "az",
            "Azerbaijani",
            "Nazir Əliyevin səfəri uğurlu oldu, bunu hamı dedi.",
        ),
        (
            "c.md",
            "ru",
            "Russian",
            "Встреча с министром Алиевым прошла в понедельник.",
        ),
        (
            "d.md",
            "en",
            "Aliyeva",
            "The poet Leyla Aliyeva read her verses in Kalder.",
        ),
        (
            "e.md",
            "en",
            "May",
            "They may come in May, and they may not.",
        ),
    ] {
        let text = format!("---\ntitle: {title}\nlanguage: {language}\n---\n\n{body}\n");
        fixture.import(fixture.file(name, text));
    }
    fixture
}

#[test]
fn a_name_is_found_in_any_script_and_case_and_says_so() {
    let fixture = names();
    let sorted = |query: &str| {
        let mut titles = fixture.titles(query);
        titles.sort();
        titles
    };
    for query in ["Aliyev", "aliyev", "Əliyev", "Алиев", "entity:Aliyev"] {
        assert_eq!(
            sorted(query),
            ["Azerbaijani", "Latin", "Russian"],
            "{query}"
        );
    }
    assert_eq!(sorted("=Aliyev"), ["Latin"]);
    assert_eq!(sorted("Aliyeva"), ["Aliyeva"]);
    assert_eq!(sorted("-Aliyev"), ["Aliyeva", "May"]);
    let found = fixture.search("Aliyev");
    let also = &found.also[0];
    assert_eq!(also.word, "Aliyev");
    let mut spellings = also.spellings.clone();
    spellings.sort();
    assert_eq!(spellings, ["əliyevin", "алиевым"]);
    let marked = found.hits.iter().map(|hit| hit.passage().highlights.len());
    assert!(marked.min() > Some(0), "what was found is shown");
}

#[test]
fn an_accent_that_changes_the_stem_hides_nothing() {
    let fixture = fixture();
    fixture.article(
        "a.md",
        "Pact",
        "2024-01-02",
        "Minister Emin Raskadé said nothing.",
    );
    for query in ["raskade", "Raskadé", "RASKADE", "entity:raskade"] {
        assert_eq!(fixture.titles(query), ["Pact"], "{query}");
    }
}

#[test]
fn a_word_that_is_mostly_no_name_has_no_other_spellings() {
    let fixture = names();
    assert_eq!(fixture.search("may").also, []);
    assert_eq!(fixture.titles("possessive's").len(), 0);
    assert_eq!(
        fixture.titles("Aliyeva's"),
        ["Aliyeva"],
        "a possessive is no part of a name"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Passages are found by what the index knows of a text; its words say the same.
    #[test]
    fn a_snippet_marks_what_the_whole_text_is_marked_with(
        bodies in prop::collection::vec(
            "((border|borders|gas|policies|policy|the|Séance|石油|“pact”)[ .,\n—]{1,2}){1,90}", 1..4),
        query in "(border|policy|gas pact|\"the border\"|\"gas the\"|borders OR seance|石|=borders)",
    ) {
        let fixture = fixture();
        for (at, body) in bodies.iter().enumerate() {
            fixture.article(&format!("{at}.md"), &format!("Number {at}"), "2021", body);
        }
        for hit in fixture.search(&query).hits {
            let text = fixture.library.text_version(hit.document.id).unwrap().text;
            let marked = fixture.library.find_in_document(hit.document.id, &query).unwrap();
            let passage = hit.passage();
            let Some((place, _)) = passage.place else {
                prop_assert!(marked.is_empty(), "{query} stands in {text:?}");
                continue;
            };
            let units: Vec<u16> = text.encode_utf16().take(place as usize).collect();
            let first = String::from_utf16(&units).unwrap().len() as u32;
            let shift = first - passage.highlights[0].start;
            let snippet = TextRange { start: shift, end: shift + passage.text.len() as u32 };
            prop_assert_eq!(snippet.slice(&text), Some(passage.text.as_str()));
            let highlights = passage.highlights.iter().map(|range| TextRange {
                start: range.start + shift,
                end: range.end + shift,
            });
            let expected = marked.into_iter().filter(|range| {
                range.start >= first && snippet.contains(*range)
            });
            prop_assert_eq!(highlights.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// What is a form of a word depends on the language of the text.
    #[test]
    fn a_word_finds_the_texts_that_have_a_form_of_it(
        texts in prop::collection::vec(
            ("(en|de|tr|ru|ka)", "((gas|gases|organ|organe|organs|bakan|bakanlar|газ|газом|seance|séances) ){1,6}"),
            1..7,
        ),
        word in "(gas|gases|organ|organe|bakan|bakanlar|газ|séance|seances)",
    ) {
        let fixture = fixture();
        for (at, (language, text)) in texts.iter().enumerate() {
            let file = format!("---\ntitle: Number {at}\nlanguage: {language}\n---\n\n{text}\n");
            fixture.import(fixture.file(&format!("{at}.md"), file));
        }
        let mut found = fixture.library.search_ids(&word).unwrap();
        found.sort_unstable();
        let all = fixture.library.document_ids().unwrap();
        let expected = all.into_iter().filter(|&id| {
            !fixture.library.find_in_document(id, &word).unwrap().is_empty()
        });
        prop_assert_eq!(found, expected.collect::<Vec<_>>());
    }
}
