use dossier_library::quotation::{QuotationFilter, QuotationSort};

use crate::support::{fixture, with_samples};

fn all() -> QuotationFilter {
    QuotationFilter {
        limit: 1_000,
        ..QuotationFilter::default()
    }
}

#[test]
fn a_direct_quotation_has_its_speaker_and_its_context() {
    let fixture = fixture();
    let body = "The talks went on.\n\n“We will deliver every cubic metre,” Emin Raskade told reporters in Kalder.";
    fixture.article("a.md", "Gas pact", "2021-03-12", body);
    let (total, found) = fixture.library.quotations(&all()).unwrap();
    assert_eq!(total, 1);
    let listed = &found[0];
    assert_eq!(
        listed.words.trim_end_matches(','),
        "We will deliver every cubic metre"
    );
    assert_eq!(listed.quotation.speaker.as_deref(), Some("Emin Raskade"));
    assert_eq!(listed.cue.as_deref(), Some("told"));
    assert!(listed.context.starts_with('“') && listed.context.ends_with("Kalder."));
    assert_eq!(
        listed.highlights[0].slice(&listed.context).unwrap(),
        listed.words
    );
}

#[test]
fn quotations_are_filtered_and_paged() {
    let fixture = with_samples();
    let count = |filter: QuotationFilter| fixture.library.quotations(&filter).unwrap().0;
    let total = count(all());
    let speakers = fixture.library.speakers("", None, 500).unwrap();
    assert_eq!(
        speakers
            .iter()
            .map(|speaker| speaker.quotations)
            .sum::<u32>(),
        total
    );
    let named = speakers
        .iter()
        .find(|speaker| speaker.name.is_some())
        .unwrap();
    assert_eq!(
        count(QuotationFilter {
            speaker: Some(named.name.clone()),
            ..all()
        }),
        named.quotations
    );
    assert_eq!(
        count(QuotationFilter {
            text: "CUBIC metre".to_owned(),
            ..all()
        })
        .min(1),
        1
    );
    let early = QuotationFilter {
        to: chrono::NaiveDate::from_ymd_opt(2022, 1, 1),
        ..all()
    };
    let late = QuotationFilter {
        from: chrono::NaiveDate::from_ymd_opt(2022, 1, 1),
        ..all()
    };
    assert_eq!(count(early) + count(late), total, "every sample has a date");
    let found = QuotationFilter {
        query: Some("pipeline".to_owned()),
        ..all()
    };
    assert!((1..total).contains(&count(found)));
    let page = QuotationFilter {
        limit: 5,
        offset: total - 2,
        sort: QuotationSort::Document,
        ..all()
    };
    let (same, page) = fixture.library.quotations(&page).unwrap();
    assert_eq!((same, page.len()), (total, 2));
}
