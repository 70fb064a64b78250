//! The days that a text states, as terms of the index.
//!
//! A span is taken apart into the fewest whole decades, years, months and days: its *cells*. Two
//! spans touch where a cell of one is, holds or lies in a cell of the other. So the index holds for
//! each stated date its cells (`=2023-05`) and what they lie in (`^2023`, `^202x`), and a query
//! asks for a handful of terms whatever the span.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate};

/// The years that are told apart; stated dates outside of them count as at the nearer end.
const YEARS: std::ops::RangeInclusive<i32> = 1..=2999;

/// A piece of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Day(NaiveDate),
    /// Any day of the month.
    Month(NaiveDate),
    Year(i32),
    /// The first year of it.
    Decade(i32),
}

impl Cell {
    fn parent(self) -> Option<Self> {
        match self {
            Self::Day(day) => Some(Self::Month(day)),
            Self::Month(day) => Some(Self::Year(day.year())),
            Self::Year(year) => Some(Self::Decade(year.div_euclid(10) * 10)),
            Self::Decade(_) => None,
        }
    }

    /// First day, and first day after.
    fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let year = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        match self {
            Self::Day(day) => Some((day, day.checked_add_days(Days::new(1))?)),
            Self::Month(day) => {
                let first = day.with_day(1)?;
                Some((first, first.checked_add_months(Months::new(1))?))
            }
            Self::Year(first) => Some((year(first)?, year(first + 1)?)),
            Self::Decade(first) => Some((year(first)?, year(first + 10)?)),
        }
    }

    fn name(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month(day) => day.format("%Y-%m").to_string(),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}x", year / 10),
        }
    }
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(NaiveDate::MIN)
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The fewest cells that make up the days from `from` up to but not including `to`.
fn cells(from: NaiveDate, to: NaiveDate) -> Vec<Cell> {
    let from = from.clamp(first_day(), last_day());
    // A span outside of the years that are told apart is the one day at that end.
    let to = to.clamp(
        from.succ_opt().unwrap_or(from),
        last_day().succ_opt().unwrap_or(to),
    );
    let mut cells = Vec::new();
    let mut at = from;
    while at < to {
        let decade = at.year().div_euclid(10) * 10;
        let widest = [
            Cell::Decade(decade),
            Cell::Year(at.year()),
            Cell::Month(at),
            Cell::Day(at),
        ]
        .into_iter()
        .filter_map(|cell| Some((cell, cell.days()?)))
        .find(|(_, (first, end))| *first == at && *end <= to);
        let Some((cell, (_, end))) = widest else {
            break;
        };
        cells.push(cell);
        at = end;
    }
    cells
}

fn ancestors(cell: Cell) -> impl Iterator<Item = Cell> {
    std::iter::successors(cell.parent(), |cell| cell.parent())
}

/// The terms under which a stated span is put into the index.
pub(super) fn terms_of(from: NaiveDate, to: NaiveDate) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for cell in cells(from, to) {
        terms.insert(format!("={}", cell.name()));
        terms.extend(ancestors(cell).map(|cell| format!("^{}", cell.name())));
    }
    terms
}

/// The terms one of which a stated span has that touches the span asked for; ends may be open.
pub(super) fn terms_touching(from: Option<NaiveDate>, to: Option<NaiveDate>) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for cell in cells(from.unwrap_or_else(first_day), to.unwrap_or(NaiveDate::MAX)) {
        terms.insert(format!("={}", cell.name()));
        terms.insert(format!("^{}", cell.name()));
        terms.extend(ancestors(cell).map(|cell| format!("={}", cell.name())));
    }
    terms
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn names(from: NaiveDate, to: NaiveDate) -> Vec<String> {
        cells(from, to).into_iter().map(Cell::name).collect()
    }

    #[test]
    fn a_span_is_taken_apart_into_the_fewest_cells() {
        assert_eq!(names(day(2023, 5, 2), day(2023, 5, 3)), ["2023-05-02"]);
        assert_eq!(names(day(2023, 5, 1), day(2023, 6, 1)), ["2023-05"]);
        assert_eq!(
            names(day(2019, 12, 31), day(2031, 2, 2)),
            ["2019-12-31", "202x", "2030", "2031-01", "2031-02-01"]
        );
    }

    #[test]
    fn an_open_span_reaches_to_the_end_of_the_calendar() {
        let stated = terms_of(day(2027, 1, 1), day(2028, 1, 1));
        let touches = |from, to| !terms_touching(from, to).is_disjoint(&stated);
        assert!(touches(Some(day(2020, 1, 1)), None));
        assert!(touches(None, Some(day(2027, 1, 2))));
        assert!(!touches(None, Some(day(2027, 1, 1))));
        assert!(!touches(Some(day(2028, 1, 1)), None));
    }

    proptest! {
        #[test]
        fn terms_meet_where_spans_touch(
            a in 0i64..9000, long_a in 1i64..5000, b in 0i64..9000, long_b in 1i64..5000,
        ) {
            let date = |days: i64| day(2001, 1, 1) + chrono::Duration::days(days);
            let stated = terms_of(date(a), date(a + long_a));
            let asked = terms_touching(Some(date(b)), Some(date(b + long_b)));
            let do_touch = a < b + long_b && b < a + long_a;
            prop_assert_eq!(!stated.is_disjoint(&asked), do_touch);
        }
    }
}
