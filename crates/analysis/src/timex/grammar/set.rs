//! Repetitions: “every Monday”, “each July”, “per week”, “Tuesday nights”, “Mondays”.

use chrono::Weekday;

use super::Grammar;
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Phrase},
    register::Register,
    value::{Quantity, Unit, duration},
};

impl Grammar<'_> {
    pub(super) fn set(&self, i: usize) -> Option<Found> {
        self.every(i).or_else(|| self.plural_day(i))
    }

    fn every(&self, i: usize) -> Option<Found> {
        if self.register == Register::Request {
            let value = match self.word_text(i) {
                "everyday" => Some("P1D"),
                "quarterly" => Some("P3M"),
                _ => None,
            };
            if let Some(value) = value {
                return Some(Found::new(Phrase::Set(value.to_owned()), i + 1));
            }
        }
        let j = match self.key(i)? {
            Key::Every | Key::Each | Key::Per => i + 1,
            Key::All if self.is_word(i + 1, "day") => return None,
            _ => return None,
        };
        if self.is(j, Key::Of) {
            return None;
        }
        let set = |value: String, end| Some(Found::new(Phrase::Set(value), end));
        if let Some(weekday) = self.word(j).weekday {
            return match self.word(j + 1).part {
                Some(part) => set(format!("{}T{}", weekday_value(weekday), part.code()), j + 2),
                None => set(weekday_value(weekday), j + 1),
            };
        }
        if let Some((month, end)) = self.month(j).filter(|_| self.is_capital(j)) {
            return set(format!("XXXX-{month:02}"), end);
        }
        if let Some(season) = self.word(j).season {
            return set(format!("XXXX-{}", season.code()), j + 1);
        }
        let is_asked = self.register == Register::Request;
        if let Some(part) = self.word(j).part {
            let day = if is_asked { "" } else { "XXXX-XX-XX" };
            return set(format!("{day}T{}", part.code()), j + 1);
        }
        if is_asked && self.word(j).unit == Some(Unit::Weekend) {
            return set("XXXX-WXX-WE".to_owned(), j + 1);
        }
        if matches!(self.key(i), Some(Key::Every | Key::Each))
            && let Some((quantity, end)) = self.quantity(j)
        {
            let unit = self.word(self.fillers(end)).unit?;
            return set(duration(quantity, unit), self.fillers(end) + 1);
        }
        let (times, j) = if self.is_word(j, "other") {
            (2, j + 1)
        } else {
            (1, self.fillers(j))
        };
        let unit = self.word(j).unit?;
        let is_unit = unit != Unit::Second || self.word(j).is_plural;
        is_unit.then(|| set(duration(Quantity::whole(times), unit), j + 1))?
    }

    /// “Mondays”, “Monday nights”, “weekends”.
    fn plural_day(&self, i: usize) -> Option<Found> {
        let weekday = self.word(i).weekday?;
        let value = weekday_value(weekday);
        if self.word(i).is_plural {
            return Some(Found::new(Phrase::Set(value), i + 1));
        }
        let part = self
            .word(i + 1)
            .part
            .filter(|_| self.word(i + 1).is_plural)?;
        Some(Found::new(
            Phrase::Set(format!("{value}T{}", part.code())),
            i + 2,
        ))
    }
}

/// The TIMEX3 value of every such weekday: `XXXX-WXX-1`.
pub(in crate::timex) fn weekday_value(weekday: Weekday) -> String {
    format!("XXXX-WXX-{}", weekday.number_from_monday())
}
