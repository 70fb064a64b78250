//! From counts to what is shown: facets and the histogram.

use chrono::NaiveDate;

use super::{
    collect::Tally,
    rows::{COUNTED, Rows},
    search::{Facets, Histogram, Span},
};

/// How many values of a facet are given.
const FACET_VALUES: usize = 50;
/// How many bars a histogram has at most.
const MAX_BARS: usize = 120;

/// The most frequent values of every field, those of the same count in order of their names.
pub(super) fn facets(tally: &Tally, rows: &Rows) -> Facets {
    let most = |field: usize| -> Vec<(String, u32)> {
        let mut counts: Vec<(u32, u32)> = tally.counts(field).collect();
        let name = |number: u32| rows.name(field, number).unwrap_or_default();
        let order =
            |a: &(u32, u32), b: &(u32, u32)| b.1.cmp(&a.1).then_with(|| name(a.0).cmp(name(b.0)));
        if counts.len() > FACET_VALUES {
            counts.select_nth_unstable_by(FACET_VALUES, order);
            counts.truncate(FACET_VALUES);
        }
        counts.sort_unstable_by(order);
        counts
            .into_iter()
            .map(|(number, count)| (name(number).to_owned(), count))
            .collect()
    };
    let [publisher, author, language, kind] = std::array::from_fn::<_, { COUNTED.len() }, _>(most);
    Facets {
        publisher,
        author,
        language,
        kind,
    }
}

/// Months, quarters, years or more, whichever gives at most [`MAX_BARS`].
pub(super) fn histogram(tally: &Tally) -> Histogram {
    let undated = tally.undated;
    let months = || {
        (tally.first_month..)
            .zip(&tally.months)
            .filter(|(_, count)| **count > 0)
    };
    let (Some((first, _)), Some((last, _))) = (months().next(), months().last()) else {
        return Histogram {
            spans: Vec::new(),
            undated,
        };
    };
    let mut width = 1;
    for wider in [1, 3, 12, 60, 120, 1200] {
        width = wider;
        let bars = last.div_euclid(width) - first.div_euclid(width) + 1;
        if bars as usize <= MAX_BARS {
            break;
        }
    }
    let begin = first.div_euclid(width);
    let end = last.div_euclid(width);
    let month = |at: i32| {
        NaiveDate::from_ymd_opt(
            (at * width).div_euclid(12),
            (at * width).rem_euclid(12) as u32 + 1,
            1,
        )
    };
    let mut spans: Vec<Span> = (begin..=end)
        .filter_map(|at| {
            Some(Span {
                from: month(at)?,
                to: month(at + 1)?,
                count: 0,
            })
        })
        .collect();
    for (month, count) in months() {
        if let Some(span) = spans.get_mut((month.div_euclid(width) - begin) as usize) {
            span.count += count;
        }
    }
    Histogram { spans, undated }
}
