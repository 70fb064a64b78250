//! Dates in numbers alone.

use super::Grammar;
use crate::timex::{
    calendar::Calendar,
    phrase::{Found, Phrase},
    value::Point,
};

impl Grammar<'_> {
    /// A date in numbers alone: ISO 8601, “06/02/2023”, “30.05.2023”, “1402/3/9”.
    pub(super) fn numeric_date(&self, i: usize) -> Option<Found> {
        let may_open = self.is_spaced(i)
            || self.has_hyphened_prefix(i)
            || matches!(self.mark_before(i), Some('(' | '[' | '“' | '"' | '«' | '—'));
        self.numeric_parts(i).filter(|_| may_open)
    }

    /// A date in numbers alone, whatever stands before it.
    pub(super) fn numeric_parts(&self, i: usize) -> Option<Found> {
        let (first, first_digits) = self.number(i)?;
        if first_digits == 8 {
            return self
                .compact_date(first)
                .map(|point| Found::new(Phrase::Point(point), i + 1));
        }
        let mark = self
            .mark(i + 1)
            .filter(|m| matches!(m, '-' | '/' | '.' | '−'))?;
        let is_tight = (i + 1..=i + 4).all(|k| !self.is_spaced(k) || k > i + 4);
        if !is_tight || self.mark(i + 3) != Some(mark) {
            return None;
        }
        let (second, second_digits) = self.number(i + 2)?;
        let (third, third_digits) = self.number(i + 4)?;
        let goes_on = !self.is_spaced(i + 5)
            && (self.number(i + 5).is_some()
                || (self
                    .mark(i + 5)
                    .is_some_and(|m| matches!(m, '/' | '-' | '.'))
                    && !(mark == '/' && self.is_mark(i + 5, '-') && self.is_mark(i + 7, '/'))
                    && !self.is_spaced(i + 6)
                    && self.number(i + 6).is_some()));
        if goes_on || second_digits > 2 {
            return None;
        }
        let point = if first_digits == 4 && third_digits <= 2 {
            self.written_day(first, second, third)?
        } else if first_digits <= 2 && matches!(third_digits, 2 | 4) {
            if third_digits == 2 && mark == '.' && !self.is_day_first {
                return None;
            }
            self.day_in_either_order(first, second, self.full_year(third, third_digits), mark)?
        } else {
            return None;
        };
        Some(Found::new(Phrase::Point(point), i + 5))
    }

    /// A year of two digits is of the hundred years around 1990: 41 to 99 are of the last century.
    pub(super) fn full_year(&self, year: u32, digits: u8) -> u32 {
        match digits {
            2 if year > 40 => 1900 + year,
            2 => 2000 + year,
            _ => year,
        }
    }

    fn compact_date(&self, value: u32) -> Option<Point> {
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        (1900..=2100)
            .contains(&year)
            .then(|| Point::day(year.cast_signed(), month, day))?
    }

    /// Year, month and day; the year says of which calendar.
    fn written_day(&self, year: u32, month: u32, day: u32) -> Option<Point> {
        let year = i32::try_from(year).ok()?;
        let calendar = self.calendar_of(year, Calendar::Gregorian);
        let days = calendar.interval(year, Some(month), Some(day))?;
        (1000..=2100)
            .contains(&year)
            .then_some(Point::Day(days.start))
    }

    fn day_in_either_order(&self, first: u32, second: u32, year: u32, mark: char) -> Option<Point> {
        let month_first = self.written_day(year, first, second);
        let day_first = self.written_day(year, second, first);
        let published = self.published.and_then(|(y, m, d)| Point::day(y, m, d));
        match (month_first, day_first) {
            (Some(a), Some(b)) if a != b => {
                // The date line of a text shows its own order.
                let by_habit = if self.is_day_first || mark == '.' {
                    b
                } else {
                    a
                };
                Some(if published == Some(a) {
                    a
                } else if published == Some(b) {
                    b
                } else {
                    by_habit
                })
            }
            (a, b) => a.or(b),
        }
    }
}
