use dossier_library::{
    Error,
    annotation::{AnnotationChange, AnnotationFilter, NewAnnotation},
};
use dossier_text::{
    TextRange,
    selector::{Selector, State, TextQuoteSelector},
};

use crate::support::{Fixture, fixture};

pub(crate) const BODY: &str = "Velmar and Marran signed a gas pact in Kalder on Friday.\n\n\
    “We will deliver every cubic metre,” the energy minister said.";

fn annotate(
    fixture: &Fixture,
    document: i64,
    words: &str,
) -> dossier_library::annotation::Annotation {
    let text = fixture.library.text_version(document).unwrap().text;
    let start = text.find(words).unwrap();
    let new = NewAnnotation {
        document,
        color: "yellow".to_owned(),
        ..NewAnnotation::default()
    };
    fixture
        .library
        .annotate(new, TextRange::new(start, start + words.len()))
        .unwrap()
}

#[test]
fn an_annotation_keeps_its_words_and_what_stands_around_them() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    let annotation = annotate(&fixture, id, " a gas pact ");
    assert_eq!(annotation.selector.quote.exact, "a gas pact", "trimmed");
    assert!(annotation.selector.quote.prefix.ends_with("signed "));
    assert!(annotation.selector.quote.suffix.starts_with(" in Kalder"));
    assert_eq!(
        (annotation.state, annotation.motivation.as_str()),
        (State::Exact, "highlighting")
    );
}

#[test]
fn an_annotation_knows_whose_words_it_is_on() {
    let fixture = fixture();
    let body = "The pact was signed.\n\n“We will deliver every cubic metre,” Emin Orsolan said. \
                “Winter is not a plan,” Mara Teleki said.";
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", body);
    let speaker = |words| annotate(&fixture, id, words).speaker;
    assert_eq!(speaker("every cubic").as_deref(), Some("Emin Orsolan"));
    assert_eq!(speaker("not a plan,” Mara").as_deref(), Some("Mara Teleki"));
    assert_eq!(speaker("The pact was signed."), None);
    let (_, listed) = fixture
        .library
        .annotations(&AnnotationFilter::default())
        .unwrap();
    let speakers = listed.iter().filter_map(|(one, _)| one.speaker.as_deref());
    assert_eq!(
        speakers.collect::<Vec<_>>(),
        ["Emin Orsolan", "Mara Teleki"]
    );
}

#[test]
fn a_passage_without_words_or_outside_the_text_is_refused() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    for range in [TextRange::new(6, 7), TextRange::new(90_000, 90_001)] {
        let new = NewAnnotation {
            document: id,
            color: "red".to_owned(),
            ..Default::default()
        };
        let error = fixture.library.annotate(new, range).unwrap_err();
        assert!(matches!(error, Error::Invalid(_)), "{error}");
    }
}

#[test]
fn annotations_follow_their_words_into_a_new_version() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    annotate(&fixture, id, "We will deliver every cubic metre");
    annotate(
        &fixture,
        id,
        "Velmar and Marran signed a gas pact in Kalder",
    );
    let changed = format!(
        "A new first paragraph.\n\n{}",
        BODY.replace(
            "Velmar and Marran signed a gas pact in Kalder on Friday.\n\n",
            ""
        )
    );
    fixture.article("a.md", "Gas pact", "2021-03-12", &changed);
    let text = fixture.library.text_version(id).unwrap().text;
    let annotations = fixture.library.annotations_of(id).unwrap();
    let found = annotations[0].range.unwrap().slice(&text).unwrap();
    assert_eq!(found, "We will deliver every cubic metre");
    assert!(matches!(annotations[0].state, State::Moved | State::Exact));
    assert_eq!(
        (annotations[1].state, annotations[1].range),
        (State::Orphan, None)
    );
    assert_eq!(fixture.library.check(false).unwrap().problems, []);
}

#[test]
fn a_selector_finds_its_place_or_is_kept_as_an_orphan() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    for (exact, state) in [
        ("a gas pact", State::Exact),
        ("a tariff on salted fish", State::Orphan),
    ] {
        let quote = TextQuoteSelector {
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        };
        let new = NewAnnotation {
            document: id,
            color: "blue".to_owned(),
            ..Default::default()
        };
        let made = fixture
            .library
            .annotate_selector(
                new,
                Selector {
                    quote,
                    position: None,
                },
            )
            .unwrap();
        assert_eq!(made.state, state, "{exact}");
    }
}

#[test]
fn lists_are_filtered_by_words_tag_and_colour() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    let first = annotate(&fixture, id, "a gas pact");
    annotate(&fixture, id, "Kalder");
    let change = AnnotationChange {
        color: Some("green".to_owned()),
        body: Some("Compare with 2023.".to_owned()),
        tags: Some(vec![
            "energy / gas".to_owned(),
            "energy/gas".to_owned(),
            " ".to_owned(),
        ]),
    };
    let changed = fixture.library.change_annotation(first.id, change).unwrap();
    assert_eq!(changed.tags, ["energy/gas"]);
    assert_eq!(changed.motivation, "commenting");
    let count = |filter: AnnotationFilter| fixture.library.annotations(&filter).unwrap().0;
    assert_eq!(count(AnnotationFilter::default()), 2);
    assert_eq!(
        count(AnnotationFilter {
            text: "COMPARE pact".to_owned(),
            ..Default::default()
        }),
        1
    );
    assert_eq!(
        count(AnnotationFilter {
            tag: Some("energy".to_owned()),
            ..Default::default()
        }),
        1
    );
    assert_eq!(
        count(AnnotationFilter {
            tag: Some("ener".to_owned()),
            ..Default::default()
        }),
        0
    );
    assert_eq!(
        count(AnnotationFilter {
            color: Some("green".to_owned()),
            ..Default::default()
        }),
        1
    );
    let (total, page) = fixture
        .library
        .annotations(&AnnotationFilter {
            limit: Some(1),
            offset: 1,
            ..Default::default()
        })
        .unwrap();
    assert_eq!((total, page.len()), (2, 1));
}

#[test]
fn an_acknowledged_annotation_is_there_when_the_library_is_opened_again() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    let made = annotate(&fixture, id, "a gas pact");
    // Another connection sees what a crash would leave behind.
    let again = dossier_library::Library::open(fixture.library.folder(), crate::support::options());
    assert_eq!(again.unwrap().annotations_of(id).unwrap(), [made]);
}

#[test]
fn tags_are_renamed_everywhere() {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas pact", "2021-03-12", BODY);
    let made = annotate(&fixture, id, "a gas pact");
    let tags = Some(vec!["gaz".to_owned()]);
    fixture
        .library
        .change_annotation(
            made.id,
            AnnotationChange {
                tags,
                ..Default::default()
            },
        )
        .unwrap();
    let tag = fixture
        .library
        .change_tag("gaz", Some("gas"), Some("red"), None)
        .unwrap();
    assert_eq!(
        (tag.name.as_str(), tag.count, tag.color.as_deref()),
        ("gas", 1, Some("red"))
    );
    assert_eq!(fixture.library.annotations_of(id).unwrap()[0].tags, ["gas"]);
    assert!(fixture.library.change_tag("gaz", None, None, None).is_err());
}
