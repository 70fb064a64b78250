//! Days as requests name them: “22/04”, “Friday the 26th”, “next week on Tuesday”.

use super::Grammar;
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Origin, Part, Phrase, Pick, YearOf},
    value::Unit,
};

impl Grammar<'_> {
    /// “22/04”, “this 5/12”, “Friday 5/12”: a day and month with a stroke between them.
    pub(super) fn slash_date(&self, i: usize) -> Option<Found> {
        let weekday = self.weekday(i).map(|(_, j)| self.skip_comma(j));
        let led = match self.key(i) {
            Some(Key::This) => Some((YearOf::FromPublication(0), i + 1)),
            Some(Key::Next) => Some((YearOf::NextOne, i + 1)),
            _ => None,
        };
        let (year, j) = match (weekday, led) {
            (Some(j), led) => (led.map_or(YearOf::Unsaid, |(year, _)| year), j),
            (None, Some(led)) => led,
            (None, None) => (YearOf::Unsaid, i),
        };
        let (a, 1..=2) = self.number(j)? else {
            return None;
        };
        let is_tight = self.is_mark(j + 1, '/') && !self.is_spaced(j + 1) && !self.is_spaced(j + 2);
        let (b, 1..=2) = self.number(j + 2).filter(|_| is_tight)? else {
            return None;
        };
        let goes_on = !self.is_spaced(j + 3)
            && matches!(self.mark(j + 3), Some('/' | '%' | '.' | ':'))
            && (self.is_mark(j + 3, '%') || self.number(j + 4).is_some());
        let is_counted = self.is(j + 3, Key::Counted) || self.word(j + 3).unit.is_some();
        let is_fraction = j == i
            && matches!((a, b), (1 | 3, 4) | (1, 2) | (1 | 2, 3) | (24, 7))
            && self.key_before(i) != Some(Key::On);
        if goes_on
            || is_counted
            || is_fraction
            || (!self.is_spaced(i) && self.mark_before(i) != Some('('))
        {
            return None;
        }
        let (month, day) = match (a, b) {
            (1..=12, 1..=12) if self.is_day_first => (b, a),
            (1..=12, 1..=31) => (a, b),
            (1..=31, 1..=12) => (b, a),
            _ => return None,
        };
        let part = Part::Day(month, day);
        Some(Found::new(Phrase::InYear { part, year }, j + 3))
    }

    /// “the 4th”, “Friday the 26th”, “Monday 21”, “Tue 13th”.
    pub(super) fn day_of_month(&self, i: usize) -> Option<Found> {
        let weekday = self
            .weekday(i)
            .filter(|((_, pick), _)| *pick == Pick::Nearest);
        let (weekday, j) = weekday.map_or((None, i), |((day, _), j)| (Some(day), j));
        let k = self.skip(j, Key::The);
        let (day, 1..=2) = self.number(k)? else {
            return None;
        };
        let suffix = self.ordinal_suffix(k + 1);
        let end = suffix.unwrap_or(k + 1);
        let is_said = suffix.is_some() || weekday.is_some();
        // “the 4th floor” counts floors.
        let stands_alone = self.tokens.get(end).is_none_or(|t| {
            self.mark(end)
                .is_some_and(|m| !matches!(m, ':' | '-' | '/' | '%' | '–'))
                || matches!(
                    t.word.key,
                    Some(
                        Key::At
                            | Key::Between
                            | Key::From
                            | Key::To
                            | Key::And
                            | Key::Or
                            | Key::For
                            | Key::Before
                            | Key::After
                            | Key::Until
                    )
                )
        });
        let is_decimal =
            !self.is_spaced(end) && self.number(end + 1).is_some() && !self.is_spaced(end + 1);
        let phrase = Phrase::DayOfMonth { day, weekday };
        ((1..=31).contains(&day) && is_said && stands_alone && !is_decimal && self.is_spaced(i))
            .then(|| Found::new(phrase, end))
    }

    /// “next week Wednesday”, “next week on Tuesday”.
    pub(super) fn weekday_of_week(&self, i: usize) -> Option<Found> {
        let found = self.relative_unit(i)?;
        let Phrase::Shift {
            unit: Unit::Week,
            by,
            origin: Origin::Publication,
        } = found.phrase
        else {
            return None;
        };
        let j = self.skip(self.skip_comma(found.end), Key::On);
        // “last week's Sunday”.
        let j = self.possessive(j).unwrap_or(j);
        let ((day, Pick::Nearest), end) = self.weekday(j)? else {
            return None;
        };
        let pick = Pick::Week(by);
        Some(Found::new(Phrase::Weekday { day, pick }, end))
    }
}
