//! Times of day of which the half may be unsaid: “7”, “8.30 pm”, “five thirty”, “quarter to nine”.

use super::{Grammar, Parsed};
use crate::timex::{lexicon::Key, phrase::TimeOfDay, value::Unit};

/// A time of day of which the half may be unsaid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loose {
    pub(super) hour: u32,
    pub(super) minute: Option<u32>,
    pub(super) second: Option<u32>,
    /// Whether it is the second half of the day, where that is said.
    pub(super) is_pm: Option<bool>,
    /// Shows by its form that it is a time: “3:30”, “3pm”.
    pub(super) is_marked: bool,
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
    pub(super) fn in_half(self, is_pm: bool) -> TimeOfDay {
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
    pub(super) fn usual_half(self) -> bool {
        matches!(self.hour, 1..=6 | 12)
    }

    pub(super) fn of_day(self) -> (u32, u32) {
        (self.hour % 12, self.minute.unwrap_or(0))
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

impl Grammar<'_> {
    pub(super) fn loose_clock(&self, i: usize) -> Parsed<Loose> {
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
