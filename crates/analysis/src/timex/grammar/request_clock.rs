//! Times of day as requests say them: “from 2 to 4:30pm tomorrow”, “Friday at 6”, “half past seven”.

use super::{Grammar, Parsed, loose_clock::Loose};
use crate::timex::{
    lexicon::Key,
    phrase::{Amount, Found, Part, Phrase, TimeOfDay},
    value::{DayPart, Unit},
};

/// A day with the part of it that is said: “tomorrow evening”.
type DayOfTime = (Phrase, Option<DayPart>);

impl Grammar<'_> {
    pub(super) fn request_clock(&self, i: usize) -> Option<Found> {
        let found = [
            self.clock_range(i),
            self.clock_and_length(i),
            self.day_at_clock(i),
            self.clock_on_day(i),
            self.part_in_the_day(i),
        ];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// “from 5 to 6pm of April 22”, “Monday 12-4”, “between 3 and 8am next Monday”.
    fn clock_range(&self, i: usize) -> Option<Found> {
        let day = self.requested_day(i);
        let (day, j) = day.map_or((None, i), |(day, j)| (Some(day), j));
        let j = self.skip_comma(j);
        let j = if day.is_some() && self.is(j, Key::At) {
            j + 1
        } else {
            j
        };
        let is_between = self.is(j, Key::Between);
        let is_led = is_between || self.is(j, Key::From);
        let (from, j) = self.loose_clock(if is_led { j + 1 } else { j })?;
        let j = match self.key(j) {
            Some(Key::To | Key::Until) => j + 1,
            Some(Key::And) if is_between => j + 1,
            _ => self.range_dash(j)?,
        };
        let (to, end) = self.loose_clock(j)?;
        let part_after = self.part_after(end);
        let (said, end) = part_after.map_or((None, end), |(part, end)| (Some(part), end));
        let (day, end) = match day {
            Some(day) => (Some(day), end),
            None => self
                .day_after(end)
                .map_or((None, end), |(day, end)| (Some(day), end)),
        };
        let is_sure = from.is_marked || to.is_marked || said.is_some() || day.is_some();
        let is_counted = self.word(end).unit.is_some() || self.is(end, Key::Counted);
        if !is_sure || is_counted {
            return None;
        }
        let part = said.or(day.as_ref().and_then(|(_, part)| *part));
        let (from, to) = both_halves(from, to, part.map(is_second_half));
        let day = day.map(|(day, _)| Box::new(day));
        Some(Found::new(Phrase::ClockBetween { from, to, day }, end))
    }

    /// “from 2pm for 2 hours”, “for 3 hours from 10 am”, “Friday at 9:30 for 7 hours”.
    fn clock_and_length(&self, i: usize) -> Option<Found> {
        let day = self.requested_day(i);
        let (day, j) = day.map_or((None, i), |(day, j)| (Some(day), j));
        let (from, minutes, end) = if self.is(j, Key::For) {
            let (minutes, k) = self.clock_amount(j + 1)?;
            let k = self.is(k, Key::From).then_some(k + 1)?;
            let (from, end) = self.loose_clock(k)?;
            (from, minutes, end)
        } else {
            // “at 2pm for an hour” without a day is a time and a length.
            let is_led = self.is(j, Key::From) || (day.is_some() && self.is(j, Key::At));
            let k = if is_led { j + 1 } else { j };
            let (from, k) = self
                .loose_clock(k)
                .filter(|(t, _)| is_led || (t.is_marked && day.is_some()))?;
            let k = self.is(k, Key::For).then_some(k + 1)?;
            let (minutes, end) = self.clock_amount(k)?;
            (from, minutes, end)
        };
        let from = from.in_half(from.usual_half());
        let TimeOfDay::Clock { hour, minute, .. } = from else {
            return None;
        };
        let end_at = (hour * 60 + minute.unwrap_or(0) + minutes) % (24 * 60);
        let to = TimeOfDay::Clock {
            hour: end_at / 60,
            minute: Some(end_at % 60),
            second: Some(0),
            is_utc: false,
        };
        let day = day.map(|(day, _)| Box::new(day));
        Some(Found::new(Phrase::ClockBetween { from, to, day }, end))
    }

    /// An amount of hours or minutes of less than a day, in minutes.
    fn clock_amount(&self, i: usize) -> Parsed<u32> {
        let (Amount::Exact(quantity), j) = self.amount(i)? else {
            return None;
        };
        let minutes = match self.word(j).unit? {
            Unit::Hour => quantity.hundredths * 60 / 100,
            Unit::Minute => quantity.hundredths / 100,
            _ => return None,
        };
        let minutes = u32::try_from(minutes).ok()?;
        (1..24 * 60).contains(&minutes).then_some((minutes, j + 1))
    }

    /// “Wednesday at 3.30pm”, “tomorrow at 7”, “Thursday before 5pm”.
    fn day_at_clock(&self, i: usize) -> Option<Found> {
        let ((day, part), j) = self.requested_day(i)?;
        let j = self.skip_comma(j);
        let (is_open, is_led, k) = match self.key(j) {
            Some(Key::At | Key::For) => (false, true, j + 1),
            Some(Key::Before | Key::After) => (true, true, j + 1),
            _ if matches!(self.mark(j), Some('@' | '-')) => (false, false, j + 1),
            _ => (false, false, j),
        };
        let (time, end) = self.loose_clock(k)?;
        let is_counted = self.word(end).unit.is_some() || self.is(end, Key::Counted);
        if !(time.is_marked || (is_led && !is_counted)) {
            return None;
        }
        let said = self.part_after(end);
        let (said, end) = said.map_or((part, end), |(part, end)| (Some(part), end));
        let half = said.map_or(time.usual_half(), is_second_half);
        let phrase = Phrase::Time {
            time: time.in_half(half),
            day: Some(Box::new(day)),
        };
        let phrase = if is_open {
            Phrase::Open(Box::new(phrase))
        } else {
            phrase
        };
        Some(Found::new(phrase, end))
    }

    /// “8am this morning”, “3:30 on 5/12”, “half past seven”.
    fn clock_on_day(&self, i: usize) -> Option<Found> {
        let (time, end) = self.loose_clock(i).filter(|(time, _)| time.is_marked)?;
        let said = self.part_after(end);
        let (said, end) = said.map_or((None, end), |(part, end)| (Some(part), end));
        let day = self.day_after(end);
        let (day, end) = day.map_or((None, end), |(day, end)| (Some(day), end));
        let part = said.or(day.as_ref().and_then(|(_, part)| *part));
        let half = part.map_or(time.usual_half(), is_second_half);
        let day = day.map(|(day, _)| Box::new(day));
        let time = time.in_half(half);
        Some(Found::new(Phrase::Time { time, day }, end))
    }

    /// “in the morning”, “later in the afternoon”.
    fn part_in_the_day(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::Later);
        let (part, end) = self.part_after(j)?;
        let time = TimeOfDay::Part(part);
        Some(Found::new(Phrase::Time { time, day: None }, end))
    }

    /// “in the morning” after a time.
    fn part_after(&self, i: usize) -> Parsed<DayPart> {
        let j = match self.key(i)? {
            Key::In => self.skip(i + 1, Key::The),
            Key::At => i + 1,
            _ => return None,
        };
        let part = self.word(j).part.filter(|_| !self.word(j).is_plural)?;
        (self.is(i, Key::In) || part == DayPart::Night).then_some((part, j + 1))
    }

    /// The day after a time, with or without what links them.
    fn day_after(&self, i: usize) -> Parsed<DayOfTime> {
        let j = self.skip_comma(i);
        let j = match self.key(j) {
            Some(Key::On | Key::Of) => j + 1,
            _ => j,
        };
        self.requested_day(j)
    }

    /// A day of any form, with its part where one is said.
    fn requested_day(&self, i: usize) -> Parsed<DayOfTime> {
        let whole = [
            self.date(i),
            self.relative(i),
            self.numeric_date(i),
            self.slash_date(i),
            self.day_of_month(i),
            self.weekday_of_week(i),
        ];
        let found = whole.into_iter().flatten().max_by_key(|f| f.end)?;
        match found.phrase {
            Phrase::Time {
                time: TimeOfDay::Part(part),
                day: Some(day),
            } => Some(((*day, Some(part)), found.end)),
            Phrase::InYear {
                part: Part::Day(..),
                ..
            }
            | Phrase::Weekday { .. }
            | Phrase::DayOfMonth { .. }
            | Phrase::Nth {
                unit: Unit::Day, ..
            }
            | Phrase::Shift {
                unit: Unit::Day, ..
            }
            | Phrase::DayShift { .. }
            | Phrase::Point(_) => Some(((found.phrase, None), found.end)),
            _ => None,
        }
    }
}

fn is_second_half(part: DayPart) -> bool {
    part != DayPart::Morning
}

/// The ends of a range of times: an end whose half is unsaid lies in that of the other, or in the
/// one before or after it, so that the range runs forward.
fn both_halves(from: Loose, to: Loose, part: Option<bool>) -> (TimeOfDay, TimeOfDay) {
    let runs_forward = from.of_day() < to.of_day();
    let (first, last) = match (from.is_pm, to.is_pm) {
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) if from.of_day() < to.of_day() => (a, a),
        (Some(a), None) => (a, !a),
        (None, Some(b)) => (if runs_forward { b } else { !b }, b),
        (None, None) => {
            let a = part.unwrap_or_else(|| {
                from.usual_half() || (from.hour == 7 && runs_forward && to.hour < 12)
            });
            (a, if runs_forward { a } else { !a })
        }
    };
    (from.in_half(first), to.in_half(last))
}
