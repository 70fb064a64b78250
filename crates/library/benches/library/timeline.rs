//! The timeline's answers to zooming and brushing.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::Criterion;
use dossier_library::timeline::{LaneKind, TimelineFilter, Window};

use crate::kept::library;

fn window(from: i32, to: i32) -> Window {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("every year begins");
    Window {
        from: day(from),
        to: day(to),
        lanes: LaneKind::ALL.to_vec(),
        buckets: 300,
        limit: 500,
    }
}

pub(crate) fn timeline(criterion: &mut Criterion) {
    let library = library();
    let mut group = criterion.benchmark_group("timeline");
    let all = TimelineFilter::default();
    let some = TimelineFilter {
        query: Some("government".to_owned()),
        ..TimelineFilter::default()
    };
    let ask = |window: &Window, filter: &TimelineFilter| {
        let lanes = library.timeline_window(window, filter);
        lanes.expect("the timeline can be read")
    };
    for (name, window) in [
        ("two decades", window(2005, 2025)),
        ("a year", window(2019, 2020)),
    ] {
        group.bench_function(name, |bench| {
            bench.iter(|| black_box(ask(&window, &all)));
        });
        group.bench_function(format!("{name} of a search"), |bench| {
            bench.iter(|| black_box(ask(&window, &some)));
        });
    }
    group.finish();
}
