//! Times of day: “10 p.m. Wednesday”, “14:48 UTC”, “noon”, “around 7:15 p.m.”.

use super::{Grammar, Parsed};
use crate::timex::{
    Modifier,
    lexicon::Key,
    phrase::{Found, Phrase, TimeOfDay},
    register::Register,
};

impl Grammar<'_> {
    pub(super) fn clock(&self, i: usize) -> Option<Found> {
        if let Some(found) = self.day_and_clock(i) {
            return Some(found);
        }
        if let Some((Modifier::Approx, j)) = self.hedge(i) {
            return self
                .plain_clock(j)
                .map(|f| Self::modified(f, Modifier::Approx));
        }
        self.plain_clock(i).or_else(|| self.part_of_day(i))
    }

    fn plain_clock(&self, i: usize) -> Option<Found> {
        let (time, j) = self.time_of_day(i)?;
        let j = match self.key(j) {
            Some(Key::Zone) => j + 1,
            _ => j,
        };
        let k = self.skip(self.skip_comma(j), Key::On);
        let (day, end) = match self.day_for_time(k) {
            // “at 12:00, June 1st” is two expressions; so is “noon on Friday”.
            Some((day, end)) if k == j => (Some(Box::new(day)), end),
            Some((day, _)) => (Some(Box::new(day)), j),
            None => (None, j),
        };
        Some(Found::new(Phrase::Time { time, day }, end))
    }

    /// “tomorrow 8:00 a.m.”, “23 April 2022 14:55”: a day with its time right after it.
    fn day_and_clock(&self, i: usize) -> Option<Found> {
        // No date is so long that its time stands further off.
        let may_follow = (i + 1..i + 12).any(|k| {
            self.number(k).is_some()
                || matches!(self.key(k), Some(Key::Noon | Key::Midnight | Key::Oclock))
        });
        if !may_follow {
            return None;
        }
        let numeric = || self.numeric_date(i).map(|f| (f.phrase, f.end));
        let (day, j) = self.day_for_time(i).or_else(numeric)?;
        let (time, end) = self.time_of_day(self.skip_comma(j))?;
        Some(Found::new(
            Phrase::Time {
                time,
                day: Some(Box::new(day)),
            },
            end,
        ))
    }

    /// The minute of an hour of which no minute is said: a request leaves it open.
    pub(super) fn sharp(&self) -> Option<u32> {
        (self.register == Register::Report).then_some(0)
    }

    pub(super) fn time_of_day(&self, i: usize) -> Parsed<TimeOfDay> {
        let at = |hour, minute, second, is_utc| TimeOfDay::Clock {
            hour,
            minute,
            second,
            is_utc,
        };
        let sharp = self.sharp();
        match self.key(i) {
            Some(Key::Noon) => return Some((at(12, sharp, None, false), i + 1)),
            Some(Key::Midnight) => return Some((at(0, sharp, None, false), i + 1)),
            _ => {}
        }
        if !self.is_spaced(i) && !matches!(self.mark_before(i), Some('(' | '[' | '“' | '"')) {
            return None;
        }
        if let Some((hour, end)) = self.below_hundred(i) {
            let is_clock = self.is_word(end, "o") && self.is(end + 2, Key::Oclock);
            if is_clock && hour <= 12 {
                return Some((at(hour, sharp, None, false), end + 3));
            }
        }
        let (hour, digits) = self.number(i)?;
        let colon = |j: usize| self.is_mark(j, ':') && !self.is_spaced(j) && !self.is_spaced(j + 1);
        let two_digits = |j: usize| {
            self.number(j)
                .and_then(|(n, d)| (d == 2 && n < 60).then_some(n))
        };
        // “3.30pm”.
        let is_stopped = self.is_mark(i + 1, '.')
            && !self.is_spaced(i + 1)
            && !self.is_spaced(i + 2)
            && self.half_of_day(i + 3).is_some();
        let (minute, j) = if colon(i + 1) || is_stopped {
            (Some(two_digits(i + 2)?), i + 3)
        } else {
            (None, i + 1)
        };
        let (second, j) = match two_digits(j + 1).filter(|_| minute.is_some() && colon(j)) {
            Some(second) => (Some(second), j + 2),
            None => (None, j),
        };
        if let Some((is_pm, end)) = self.half_of_day(j) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            let hour = hour % 12 + if is_pm { 12 } else { 0 };
            let is_utc = self.is(end, Key::Utc);
            return Some((
                at(hour, minute.or(sharp), second, is_utc),
                if is_utc { end + 1 } else { end },
            ));
        }
        if minute.is_none() {
            // “0800 UTC”: four digits are hours and minutes only before a zone.
            let is_utc = self.is(j, Key::Utc);
            let (hour, minute) = (hour / 100, hour % 100);
            let is_time =
                digits == 4 && hour < 24 && minute < 60 && (is_utc || self.is(j, Key::Zone));
            return is_time.then(|| {
                (
                    at(hour, Some(minute), None, is_utc),
                    if is_utc { j + 1 } else { j },
                )
            });
        }
        if hour > 23
            || digits > 2
            || self.is_mark(j, '.') && self.number(j + 1).is_some() && !self.is_spaced(j + 1)
        {
            return None;
        }
        let is_utc = self.is(j, Key::Utc);
        Some((
            at(hour, minute, second, is_utc),
            if is_utc { j + 1 } else { j },
        ))
    }

    /// “am”, “a.m.”, “PM”: whether it is the second half, and the index after.
    pub(super) fn half_of_day(&self, i: usize) -> Parsed<bool> {
        match self.key(i) {
            Some(Key::Am) => return Some((false, i + 1)),
            Some(Key::Pm) => return Some((true, i + 1)),
            _ => {}
        }
        let is_pm = self.is_word(i, "p");
        let is_stopped = (is_pm || self.is_word(i, "a"))
            && self.is_mark(i + 1, '.')
            && !self.is_spaced(i + 1)
            && self.is_word(i + 2, "m")
            && !self.is_spaced(i + 2);
        if !is_stopped {
            return None;
        }
        let has_stop = self.is_mark(i + 3, '.') && !self.is_spaced(i + 3);
        Some((is_pm, if has_stop { i + 4 } else { i + 3 }))
    }

    /// “mid afternoon”, “late morning”, “midnight”: a part of the day of which the text speaks.
    fn part_of_day(&self, i: usize) -> Option<Found> {
        let (modifier, j) = match self.key(i)? {
            Key::Mid => (Modifier::Mid, self.joined(i + 1)),
            Key::Late => (Modifier::End, i + 1),
            Key::Early => (Modifier::Start, i + 1),
            _ => return None,
        };
        let part = self.word(j).part.filter(|_| !self.word(j).is_plural)?;
        let is_mid = modifier == Modifier::Mid
            || matches!(self.key_before(i), Some(Key::By | Key::Until | Key::Since));
        let phrase = Phrase::Time {
            time: TimeOfDay::Part(part),
            day: None,
        };
        is_mid.then(|| Self::modified(Found::new(phrase, j + 1), modifier))
    }
}
