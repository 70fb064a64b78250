//! Times of day as requests say them: “from 2 to 4:30pm tomorrow”, “Friday at 6”, “half past seven”.

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Part, Phrase, TimeOfDay},
    value::{DayPart, Unit},
};

/// A time of day of which the half may be unsaid.
#[derive(Debug, Clone, Copy)]
struct Loose {
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    /// Whether it is the second half of the day, where that is said.
    is_pm: Option<bool>,
    /// Shows by its form that it is a time: “3:30”, “3pm”.
    is_marked: bool,
}

impl Loose {
    fn new(hour: u32, minute: Option<u32>) -> Self {
        Self {
            hour,
            minute,
            second: None,
            is_pm: None,
            is_marked: true,
        }
    }

    /// The time in the half of the day that is said, else in `is_pm`.
    fn in_half(self, is_pm: bool) -> TimeOfDay {
        let is_pm = self.is_pm.unwrap_or(is_pm);
        let hour = if self.is_24_hour() {
            self.hour % 24
        } else {
            self.hour % 12 + if is_pm { 12 } else { 0 }
        };
        TimeOfDay::Clock {
            hour,
            minute: self.minute,
            second: self.second,
            is_utc: false,
        }
    }

    fn is_24_hour(self) -> bool {
        self.is_pm.is_none() && (self.hour == 0 || self.hour > 12)
    }

    /// The half in which people mostly mean the hour: one to six are of the afternoon.
    fn usual_half(self) -> bool {
        matches!(self.hour, 1..=6 | 12)
    }

    fn of_day(self) -> (u32, u32) {
        (self.hour % 12, self.minute.unwrap_or(0))
    }
}

/// A day with the part of it that is said: “tomorrow evening”.
type DayOfTime = (Phrase, Option<DayPart>);

impl Grammar<'_> {
    pub(super) fn request_clock(&self, i: usize) -> Option<Found> {
        let found = [
            self.clock_range(i),
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

    fn loose_clock(&self, i: usize) -> Parsed<Loose> {
        let found = [
            self.counted_clock(i),
            self.digital_clock(i),
            self.worded_clock(i),
        ];
        let (time, end) = found.into_iter().flatten().max_by_key(|(_, end)| *end)?;
        let is_zone = matches!(self.key(end), Some(Key::Zone | Key::Utc));
        Some((time, if is_zone { end + 1 } else { end }))
    }

    /// “half past seven”, “20 min past eight”, “quarter to five”.
    fn counted_clock(&self, i: usize) -> Parsed<Loose> {
        let (minutes, j) = if self.is(i, Key::Half) {
            (30, i + 1)
        } else if self.word(i).unit == Some(Unit::Quarter) {
            (15, i + 1)
        } else {
            let (quantity, j) = self.quantity(i)?;
            let is_minutes = self.word(j).unit == Some(Unit::Minute);
            let minutes = u32::try_from(quantity.as_whole()?).ok()?;
            (minutes, if is_minutes { j + 1 } else { j })
        };
        let is_before = match self.key(j)? {
            Key::Past => false,
            Key::To => true,
            _ => return None,
        };
        let (hour, end) = self
            .below_hundred(j + 1)
            .or_else(|| self.number(j + 1).map(|(n, _)| (n, j + 2)))?;
        // “5 to 7” is a range; “quarter to 7” and “5 past 7” are times.
        let is_range = is_before && self.word(j - 1).unit.is_none();
        if is_range || !(1..=12).contains(&hour) || !(1..60).contains(&minutes) {
            return None;
        }
        let time = if is_before {
            Loose::new((hour + 10) % 12 + 1, Some(60 - minutes))
        } else {
            Loose::new(hour, Some(minutes))
        };
        Some(self.with_half(time, end))
    }

    /// “3”, “3:30:15”, “8.30 pm”, “1140 a.m.”, “0730”, “7p”.
    fn digital_clock(&self, i: usize) -> Parsed<Loose> {
        let (value, digits) = self.number(i)?;
        let is_glued =
            !self.is_spaced(i) && !matches!(self.mark_before(i), Some('-' | '–' | '@' | '(' | '"'));
        if is_glued {
            return None;
        }
        if digits >= 3 {
            let time = Loose::new(value / 100, Some(value % 100));
            let (time, end) = self.with_half(time, i + 1);
            let is_padded = self.word_text(i).starts_with('0') && digits == 4;
            let is_time = time.hour < 24 && value % 100 < 60 && digits <= 4;
            return (is_time && (is_padded || time.is_pm.is_some())).then_some((time, end));
        }
        if value > 24 {
            return None;
        }
        let part = |j: usize, mark: char| {
            let is_mark = self.is_mark(j, mark) && !self.is_spaced(j) && !self.is_spaced(j + 1);
            let (n, 2) = self.number(j + 1).filter(|_| is_mark)? else {
                return None;
            };
            (n < 60).then_some(n)
        };
        let mut time = Loose {
            is_marked: false,
            ..Loose::new(value, None)
        };
        let mut end = i + 1;
        if let Some(minute) = part(end, ':') {
            (time.minute, time.is_marked, end) = (Some(minute), true, end + 2);
            if let Some(second) = part(end, ':') {
                (time.second, end) = (Some(second), end + 2);
            }
        } else if let Some(minute) = part(end, '.') {
            let stopped = Loose {
                minute: Some(minute),
                ..time
            };
            let (stopped, after) = self.with_half(stopped, end + 2);
            // “8.30” without its half is a time only after “at”.
            let is_time = stopped.is_pm.is_some() || self.key_before(i) == Some(Key::At);
            return is_time.then_some((
                Loose {
                    is_marked: true,
                    ..stopped
                },
                after,
            ));
        }
        // “3.5”, “3%”, “3rd”, “3/4” are no hours.
        let is_other = !self.is_spaced(end)
            && (matches!(self.mark(end), Some('%' | '/' | '$' | ':'))
                || (self.is_mark(end, '.') && self.number(end + 1).is_some()));
        let (time, after) = self.with_half(time, end);
        let is_word_glued = after == end
            && !self.is_spaced(end)
            && self.tokens.get(end).is_some()
            && self.mark(end).is_none();
        (!is_other && !is_word_glued).then_some((time, after))
    }

    /// “five”, “five thirty”, “eight o'clock”, “noon”.
    fn worded_clock(&self, i: usize) -> Parsed<Loose> {
        match self.key(i) {
            Some(Key::Noon) => return Some((Loose::new(12, None).pm(true), i + 1)),
            Some(Key::Midnight) => return Some((Loose::new(12, None).pm(false), i + 1)),
            _ => {}
        }
        let hour = self.word(i).cardinal.filter(|n| (1..=12).contains(n))?;
        let time = Loose {
            is_marked: false,
            ..Loose::new(hour, None)
        };
        let minutes = self.below_hundred(self.joined(i + 1));
        if let Some((minute @ 10..=59, end)) = minutes {
            let time = Loose {
                minute: Some(minute),
                ..time
            };
            let (time, after) = self.with_half(time, end);
            return Some((time, after));
        }
        Some(self.with_half(time, i + 1))
    }

    /// A time with the “o'clock”, “am” or “p.m.” after it.
    fn with_half(&self, time: Loose, i: usize) -> (Loose, usize) {
        let mut end = i;
        let mut time = time;
        if self.is_word(end, "oclock") {
            (time.is_marked, end) = (true, end + 1);
        } else if self.is_word(end, "o") && self.is(end + 2, Key::Oclock) {
            (time.is_marked, end) = (true, end + 3);
        }
        let half = self.half_of_day(end).or_else(|| self.short_half(end));
        match half {
            Some((is_pm, after)) if (1..=12).contains(&time.hour) => (time.pm(is_pm), after),
            _ => (time, end),
        }
    }

    /// “7p”, “8:45a”, “9.am”, “p m”, “p . m .”.
    fn short_half(&self, i: usize) -> Parsed<bool> {
        if self.is_mark(i, '.') && !self.is_spaced(i) && !self.is_spaced(i + 1) {
            return self.half_of_day(i + 1);
        }
        let is_pm = self.is_word(i, "p");
        if !is_pm && !self.is_word(i, "a") {
            return None;
        }
        let j = if self.is_mark(i + 1, '.') {
            i + 2
        } else {
            i + 1
        };
        if self.is_word(j, "m") {
            let is_stopped = j > i + 1 && self.is_mark(j + 1, '.') && self.tokens.len() > j + 2;
            return Some((is_pm, if is_stopped { j + 2 } else { j + 1 }));
        }
        (!self.is_spaced(i)).then_some((is_pm, i + 1))
    }
}

impl Loose {
    fn pm(self, is_pm: bool) -> Self {
        Self {
            is_pm: Some(is_pm),
            is_marked: true,
            ..self
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
