//! Dates within others: “the last week of March”, “the first Monday of next month”; and weekdays.

use chrono::Weekday;

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Origin, Phrase, Pick},
    register::Register,
    value::Unit,
};

impl Grammar<'_> {
    /// “the week of March 6”, “the last week of March”, “the first Monday of next month”.
    pub(super) fn part_within(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        if self.word(j).unit == Some(Unit::Week) && self.is(j + 1, Key::Of) {
            let of_month = || {
                let is_asked = self.register == Register::Request;
                self.day_of_month(j + 2).filter(|_| is_asked)
            };
            let found = self.simple_date(j + 2).or_else(of_month)?;
            let day = Box::new(found.phrase);
            return Some(Found::new(
                Phrase::Around {
                    unit: Unit::Week,
                    day,
                },
                found.end,
            ));
        }
        let (n, k) = match self.key(j) {
            Some(Key::Last | Key::Final) => (0, j + 1),
            _ => self.ordinal(j).filter(|(n, _)| *n <= 31)?,
        };
        let weekday = self.word(k).weekday.filter(|_| !self.word(k).is_plural);
        let unit = match self.word(k).unit {
            Some(unit @ (Unit::Week | Unit::Day | Unit::Weekend | Unit::Month))
                if !self.word(k).is_plural =>
            {
                unit
            }
            _ if weekday.is_some() => Unit::Day,
            _ => return None,
        };
        if !matches!(self.key(k + 1), Some(Key::Of | Key::In)) {
            return None;
        }
        let of = self
            .simple_date(k + 2)
            .or_else(|| self.relative_unit(k + 2))
            .or_else(|| self.current_unit(k + 2))?;
        let is_long = matches!(
            of.phrase,
            Phrase::InYear { .. } | Phrase::Shift { .. } | Phrase::Point(_)
        );
        let phrase = Phrase::Nth {
            n,
            unit,
            weekday,
            of: Box::new(of.phrase),
        };
        is_long.then(|| Found::new(phrase, of.end))
    }

    /// “the month”, “the year” in which something else lies.
    fn current_unit(&self, i: usize) -> Option<Found> {
        let j = self.is(i, Key::The).then_some(i + 1)?;
        let unit = self
            .word(j)
            .unit
            .filter(|u| matches!(u, Unit::Month | Unit::Year) && !self.word(j).is_plural)?;
        let origin = Origin::Story;
        Some(Found::new(
            Phrase::Shift {
                unit,
                by: 0,
                origin,
            },
            j + 1,
        ))
    }

    /// “Tuesday”, with what says which: used by the rules of days.
    pub(super) fn weekday(&self, i: usize) -> Parsed<(Weekday, Pick)> {
        let (pick, j) = match self.key(i) {
            Some(Key::Last) => (Pick::Last, i + 1),
            // Who asks for next Friday on a Monday means that of next week.
            Some(Key::Next) if self.register == Register::Request => (Pick::Week(1), i + 1),
            Some(Key::Next) => (Pick::Next, i + 1),
            Some(Key::This) if self.is(i + 1, Key::Past) => (Pick::Last, i + 2),
            Some(Key::This) if self.is(i + 1, Key::Coming) => (Pick::Next, i + 2),
            Some(Key::This) => (Pick::This, i + 1),
            _ => (Pick::Nearest, i),
        };
        let word = self.word(j);
        let text = self.word_text(j);
        let is_name = self.is_capital(j)
            && (text.len() > 4 || matches!(text, "Mon" | "Tue" | "Wed" | "Thu" | "Thur" | "Fri"));
        // “thu.”, “fri 5pm” in a note.
        let is_short = self.register == Register::Request
            && (matches!(
                text,
                "mon" | "tue" | "tues" | "thu" | "thur" | "thurs" | "fri"
            ) || (matches!(text, "Sat" | "Sun") && self.number(j + 1).is_some()));
        let is_name = is_name || is_short || (j > i && text.len() > 4) || (text.len() > 5);
        (is_name && !word.is_plural).then(|| word.weekday.map(|d| ((d, pick), j + 1)))?
    }
}
