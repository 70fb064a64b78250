//! From counts to what is shown: facets and the histogram.

use chrono::NaiveDate;

use super::{
    collect::Tally,
    rows::{COUNTED, Rows},
    search::{Facets, Histogram, Span},
};

/// How many values of a facet are given.
pub(super) const FACET_VALUES: usize = 50;
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
    let [publisher, author, language, kind, speaker, entity] =
        std::array::from_fn::<_, { COUNTED.len() }, _>(most);
    Facets {
        publisher,
        author,
        speaker,
        entity,
        tag: Vec::new(),
        language,
        kind,
        year: years(tally),
    }
}

/// The most frequent values, those of the same count in order of their names.
pub(crate) fn most_frequent<N: Ord>(
    counts: impl IntoIterator<Item = (String, N)>,
    most: usize,
) -> Vec<(String, N)> {
    let mut counts: Vec<(String, N)> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(most);
    counts
}

/// The years in which hits were published, newest first.
fn years(tally: &Tally) -> Vec<(String, u32)> {
    let mut years: Vec<(i32, u32)> = Vec::new();
    for (month, &count) in (tally.first_month..).zip(&tally.months) {
        let year = month.div_euclid(12);
        match years.last_mut() {
            Some(last) if last.0 == year => last.1 += count,
            _ => years.push((year, count)),
        }
    }
    let years = years.into_iter().rev().filter(|(_, count)| *count > 0);
    years
        .map(|(year, count)| (format!("{year:04}"), count))
        .collect()
}

/// Spans of the calendar without gaps: months, quarters, years or more, whichever gives at most
/// [`MAX_BARS`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Spans {
    /// In months.
    width: i32,
    /// First and last, counted in widths since the beginning of the year 0.
    begin: i32,
    end: i32,
}

/// The spans in which documents that were counted were published; `None` where none has a date.
pub(super) fn spans_of(tally: &Tally) -> Option<Spans> {
    let mut months = months(tally);
    let (first, _) = months.next()?;
    let last = months.last().map_or(first, |(last, _)| last);
    let spans = [1, 3, 12, 60, 120, 1200].map(|width| Spans {
        width,
        begin: first.div_euclid(width),
        end: last.div_euclid(width),
    });
    let fits = |spans: &&Spans| (spans.end - spans.begin + 1) as usize <= MAX_BARS;
    spans.iter().find(fits).or(spans.last()).copied()
}

fn months(tally: &Tally) -> impl Iterator<Item = (i32, u32)> {
    let months = (tally.first_month..).zip(tally.months.iter().copied());
    months.filter(|(_, count)| *count > 0)
}

impl Spans {
    /// The spans without counts.
    pub(super) fn empty(&self) -> Vec<Span> {
        let month = |at: i32| {
            let month = at * self.width;
            let of_year = month.rem_euclid(12) as u32 + 1;
            NaiveDate::from_ymd_opt(month.div_euclid(12), of_year, 1)
        };
        let span = |at: i32| {
            Some(Span {
                from: month(at)?,
                to: month(at + 1)?,
                count: 0,
            })
        };
        (self.begin..=self.end).filter_map(span).collect()
    }

    /// How many of the documents counted were published in each span.
    pub(super) fn counts(&self, tally: &Tally) -> Vec<u32> {
        let mut counts = vec![0; (self.end - self.begin + 1) as usize];
        for (month, count) in months(tally) {
            let at = month.div_euclid(self.width) - self.begin;
            let at = usize::try_from(at).ok();
            if let Some(span) = at.and_then(|at| counts.get_mut(at)) {
                *span += count;
            }
        }
        counts
    }
}

/// How hits spread over time.
pub(super) fn histogram(tally: &Tally) -> Histogram {
    let spans = spans_of(tally).map_or_else(Vec::new, |spans| {
        let counts = spans.counts(tally);
        let bars = spans.empty().into_iter().zip(counts);
        bars.map(|(span, count)| Span { count, ..span }).collect()
    });
    Histogram {
        spans,
        undated: tally.undated,
    }
}
