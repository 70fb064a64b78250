use chrono::NaiveDate;
use dossier_library::timeline::{Content, LaneKind, TimelineFilter, Window};

use crate::support::{Fixture, fixture, with_samples};

fn window(from: (i32, u32, u32), to: (i32, u32, u32), limit: u32) -> Window {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Window {
        from: day(from),
        to: day(to),
        lanes: LaneKind::ALL.to_vec(),
        buckets: 50,
        limit,
    }
}

fn entries(
    fixture: &Fixture,
    window: &Window,
    lane: LaneKind,
) -> Vec<dossier_library::timeline::Entry> {
    let lanes = fixture
        .library
        .timeline_window(window, &TimelineFilter::default())
        .unwrap();
    match lanes
        .into_iter()
        .find(|found| found.lane == lane)
        .unwrap()
        .content
    {
        Content::Entries(entries) => entries,
        Content::Buckets(buckets) => panic!("{buckets:?}"),
    }
}

#[test]
fn a_date_in_the_text_is_an_entry_with_its_sentence() {
    let fixture = fixture();
    let body = "The pact was signed. The terminal opened on 12 May 2021. In 2019 nothing happened.";
    let id = fixture.article("a.md", "Terminal", "2022-01-05", body);
    let year = window((2021, 1, 1), (2022, 1, 1), 100);
    let found = entries(&fixture, &year, LaneKind::Dates);
    assert_eq!(found.len(), 1);
    let entry = &found[0];
    assert_eq!(
        (entry.from.to_string(), entry.to.to_string()),
        ("2021-05-12".into(), "2021-05-13".into())
    );
    assert_eq!(entry.excerpt, "The terminal opened on 12 May 2021.");
    assert_eq!(
        entry.highlights[0].slice(&entry.excerpt).unwrap(),
        "12 May 2021"
    );
    assert_eq!(
        (entry.document, entry.document_title.as_str()),
        (id, "Terminal")
    );
    let whole = entries(
        &fixture,
        &window((2019, 6, 1), (2019, 7, 1), 100),
        LaneKind::Dates,
    );
    assert_eq!(whole.len(), 1, "an interval counts wherever it is touched");
    assert_eq!((whole[0].to - whole[0].from).num_days(), 365);
}

#[test]
fn a_document_without_a_date_is_counted_and_not_placed() {
    let fixture = fixture();
    fixture.import(fixture.file(
        "a.md",
        "# Undated\n\n“We will come,” Mara Holt said yesterday.\n",
    ));
    let extents = fixture
        .library
        .timeline_extent(&TimelineFilter::default())
        .unwrap();
    assert!(
        extents.iter().all(|extent| extent.count == 0),
        "{extents:?}"
    );
    assert_eq!(extents[0].undated, 1);
}

#[test]
fn buckets_and_entries_agree() {
    let fixture = with_samples();
    let span = window((2019, 1, 1), (2026, 1, 1), 10_000);
    let filter = TimelineFilter::default();
    let listed = fixture.library.timeline_window(&span, &filter).unwrap();
    let counted = fixture
        .library
        .timeline_window(
            &Window {
                limit: 0,
                ..span.clone()
            },
            &filter,
        )
        .unwrap();
    let days = (span.to - span.from).num_days();
    for (listed, counted) in listed.iter().zip(&counted) {
        assert_eq!(listed.total, counted.total);
        let Content::Entries(entries) = &listed.content else {
            panic!("too many")
        };
        let mut expected = vec![0u32; 50];
        for entry in entries {
            let bucket = |day: NaiveDate| ((day - span.from).num_days() * 50 / days).clamp(0, 49);
            for at in bucket(entry.from)..=bucket(entry.to.pred_opt().unwrap()) {
                expected[at as usize] += 1;
            }
        }
        let expected: Vec<(u32, u32)> = (0..)
            .zip(expected)
            .filter(|(_, count)| *count > 0)
            .collect();
        match &counted.content {
            Content::Buckets(buckets) => assert_eq!(buckets, &expected, "{:?}", counted.lane),
            Content::Entries(entries) => assert!(entries.is_empty()),
        }
    }
}

#[test]
fn a_search_and_a_speaker_narrow_the_lanes() {
    let fixture = with_samples();
    let all = fixture
        .library
        .timeline_extent(&TimelineFilter::default())
        .unwrap();
    let filter = TimelineFilter {
        query: Some("pipeline".to_owned()),
        speaker: None,
    };
    let some = fixture.library.timeline_extent(&filter).unwrap();
    assert!(
        some.iter()
            .zip(&all)
            .take(3)
            .all(|(some, all)| (1..all.count).contains(&some.count))
    );
    let name = fixture
        .library
        .speakers("", None, 9)
        .unwrap()
        .into_iter()
        .find_map(|s| s.name);
    let filter = TimelineFilter {
        query: None,
        speaker: name.clone(),
    };
    let narrowed = fixture.library.timeline_extent(&filter).unwrap();
    let expected = fixture.library.speakers(&name.unwrap(), None, 9).unwrap()[0].quotations;
    assert_eq!(narrowed[2].count, expected);
    let nobody = TimelineFilter {
        query: None,
        speaker: Some("Nobody".to_owned()),
    };
    assert_eq!(
        fixture.library.timeline_extent(&nobody).unwrap()[2].count,
        0
    );
}
