//! What requests, questions and notes say besides: ranges with their prepositions, open sides,
//! windows next to today, days counted from another, days of a month not named.

use super::Grammar;
use crate::timex::{
    lexicon::Key,
    phrase::{Amount, Found, Origin, Part, Phrase, Reference, YearOf},
    value::{Quantity, Unit},
};

impl Grammar<'_> {
    /// The longest expression at `i` that only a request says.
    pub(super) fn request(&self, i: usize) -> Option<Found> {
        let found = [
            self.request_clock(i),
            self.date_range(i),
            self.open_range(i),
            self.next_units(i),
            self.in_units(i),
            self.offset_from_day(i),
            self.exactly_ago(i),
            self.slash_date(i),
            self.day_of_month(i),
            self.weekday_of_week(i),
            self.set_at_clock(i),
        ];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// A date that can be an end of a range or open it.
    fn range_point(&self, i: usize) -> Option<Found> {
        if self.is_word(i, "now") {
            return Some(Found::new(Phrase::Reference(Reference::Present), i + 1));
        }
        let found = [
            self.numeric_parts(i),
            self.separated_parts(i),
            self.date(i),
            self.relative(i),
            self.month_at_end(i),
            self.slash_date(i),
            self.weekday_of_week(i),
            self.offset_from_day(i),
        ];
        let found = found.into_iter().flatten().max_by_key(|f| f.end)?;
        let is_date = matches!(
            found.phrase,
            Phrase::Point(_)
                | Phrase::InYear { .. }
                | Phrase::Weekday { .. }
                | Phrase::Shift { .. }
                | Phrase::DayShift { .. }
                | Phrase::Nth { .. }
                | Phrase::Around { .. }
                | Phrase::Period { .. }
                | Phrase::Offset { .. }
        );
        is_date.then_some(found)
    }

    /// A month alone before or after the sign of a range: “May to March”.
    fn month_at_end(&self, i: usize) -> Option<Found> {
        let (month, end) = self.month(i)?;
        let is_range = matches!(self.key(end), Some(Key::To | Key::Until | Key::Through));
        let (part, year) = (Part::Month(month), YearOf::Unsaid);
        is_range.then(|| Found::new(Phrase::InYear { part, year }, end))
    }

    /// “from March to May”, “between 2014 and 2018”, “January 12 - January 22”, “April 9 through
    /// 17”, “between 3 and 12 of September”.
    fn date_range(&self, i: usize) -> Option<Found> {
        let is_between = self.is(i, Key::Between);
        let is_led = is_between || self.is(i, Key::From);
        let j = if is_led { i + 1 } else { i };
        let separated = |k: usize| match self.key(k) {
            Some(Key::To | Key::Until | Key::Through) => Some(k + 1),
            Some(Key::And) if is_between => Some(k + 1),
            _ => self.range_dash(k),
        };
        let full = self.range_point(j);
        if let Some(from) = &full
            && let Some(k) = separated(from.end)
        {
            if let Some(to) = self.range_point(k) {
                let phrase = Phrase::Between {
                    from: Box::new(from.phrase.clone()),
                    to: Box::new(to.phrase),
                };
                return Some(Found::new(phrase, to.end));
            }
            if let Some((day, end)) = self.day_number(k) {
                let to = same_month(&from.phrase, day)?;
                let phrase = Phrase::Between {
                    from: Box::new(from.phrase.clone()),
                    to: Box::new(to),
                };
                return Some(Found::new(phrase, end));
            }
        }
        // The month after the second day is that of the first too.
        let plain_day = |at: usize| {
            let at = self.skip(at, Key::The);
            let (day @ 1..=31, 1..=2) = self.number(at)? else {
                return None;
            };
            Some((day, at + 1))
        };
        let day = self.day_number(j).or_else(|| plain_day(j));
        let (day, k) = day.filter(|_| is_led)?;
        let after = separated(k)?;
        let to = self
            .range_point(after)
            .or_else(|| self.range_point(self.skip(after, Key::The)))?;
        let Phrase::InYear {
            part: Part::Day(month, last),
            year,
        } = to.phrase
        else {
            return None;
        };
        let at = |day| {
            Box::new(Phrase::InYear {
                part: Part::Day(month, day),
                year,
            })
        };
        let (from, to) = (at(day), (at(last), to.end));
        (day < last).then_some(Found::new(Phrase::Between { from, to: to.0 }, to.1))
    }

    /// “since August”, “before 2010”, “no later than Friday”, “2012 or later”, “after 3pm”.
    fn open_range(&self, i: usize) -> Option<Found> {
        let is_than = |k: usize| self.is(k, Key::Than);
        let led = match self.key(i) {
            Some(Key::Since | Key::After | Key::Before | Key::Until) => Some(i + 1),
            Some(Key::Later | Key::Earlier) if is_than(i + 1) => Some(i + 2),
            Some(Key::Labelled) if self.is_word(i, "no") && is_than(i + 2) => Some(i + 3),
            Some(Key::Ended) | None if self.is_word(i, "starting") => Some(i + 1),
            Some(Key::Beginning) if self.is_word(i, "starting") => Some(i + 1),
            _ if self.is_word(i, "as") && self.is_word(i + 2, "as") => {
                matches!(self.key(i + 1), Some(Key::Early | Key::Late)).then_some(i + 3)
            }
            _ => None,
        };
        if let Some(j) = led {
            let j = self.hedge(j).map_or(j, |(_, k)| k);
            let j = if self.is(j, Key::On) { j + 1 } else { j };
            let found = [self.range_point(j), self.request_clock(j), self.clock(j)];
            let found = found.into_iter().flatten().max_by_key(|f| f.end)?;
            let is_range = matches!(
                found.phrase,
                Phrase::ClockBetween { .. } | Phrase::Between { .. } | Phrase::Reference(_)
            );
            let is_vague = self.is(j, Key::In);
            return (!is_range && !is_vague)
                .then(|| Found::new(Phrase::Open(Box::new(found.phrase)), found.end));
        }
        let found = [self.range_point(i), self.request_clock(i)];
        let found = found.into_iter().flatten().max_by_key(|f| f.end)?;
        let is_open = matches!(self.key(found.end), Some(Key::Or | Key::And))
            && matches!(
                self.key(found.end + 1),
                Some(Key::Later | Key::Earlier | Key::After | Key::Before)
            )
            && self.range_point(found.end + 2).is_none()
            && self.clock(found.end + 2).is_none();
        is_open.then(|| Found::new(Phrase::Open(Box::new(found.phrase)), found.end + 2))
    }

    /// “next 3 days”, “5 past years”, “within 9 months”, “the previous 4 business days”.
    fn next_units(&self, i: usize) -> Option<Found> {
        let is_within = self.is(i, Key::Within);
        let j = if is_within {
            self.skip(i + 1, Key::The)
        } else {
            i
        };
        let side = |k: usize| match self.key(k)? {
            Key::Next | Key::Coming | Key::Following => Some(true),
            Key::Last | Key::Past | Key::Previous => Some(false),
            _ => None,
        };
        let (before, k) = side(j).map_or((None, j), |side| (Some(side), j + 1));
        // “next fortnight” is one.
        let one = || {
            let is_one = before.is_some() && self.word(k).unit == Some(Unit::Fortnight);
            is_one.then(|| (Quantity::whole(1), k))
        };
        let (quantity, k) = self.quantity(k).or_else(one)?;
        let (is_ahead, k) = match (before, side(k)) {
            (Some(side), _) => (side, k),
            (None, Some(side)) => (side, k + 1),
            (None, None) if is_within => (true, k),
            _ => return None,
        };
        let is_business = self.is_word(k, "business") || self.is_word(k, "working");
        let k = if is_business { k + 1 } else { k };
        let unit = self.word(k).unit.filter(|u| !u.is_clock())?;
        if matches!(unit, Unit::Weekend | Unit::Night | Unit::Millennium) {
            return None;
        }
        // “the last 3 weeks of the year” are of the year.
        if self.is(k + 1, Key::Of) {
            return None;
        }
        let count = u32::try_from(quantity.as_whole()?).ok()?;
        let phrase = Phrase::Window {
            count,
            unit,
            is_ahead,
            is_from_today: is_within,
            is_business: is_business && unit == Unit::Day,
        };
        Some(Found::new(phrase, k + 1))
    }

    /// “in 2 weeks”, “in a week's time”.
    fn in_units(&self, i: usize) -> Option<Found> {
        if !self.is(i, Key::In) {
            return None;
        }
        let (amount, j) = self.amount(i + 1)?;
        let unit = self.word(j).unit.filter(|u| !u.is_clock())?;
        if unit > Unit::Year || matches!(unit, Unit::Night | Unit::Weekend | Unit::Quarter) {
            return None;
        }
        let Amount::Exact(quantity) = amount else {
            return None;
        };
        let end = self
            .possessive(j + 1)
            .filter(|k| self.is(*k, Key::Time))
            .map_or(j + 1, |k| k + 1);
        let phrase = Phrase::DayShift {
            unit,
            by: quantity.as_whole()?,
            origin: Origin::Publication,
        };
        Some(Found::new(phrase, end))
    }

    /// “two months ago”: that very day.
    fn exactly_ago(&self, i: usize) -> Option<Found> {
        let (quantity, j) = self
            .quantity(i)
            .or_else(|| self.is(i, Key::A).then_some((Quantity::whole(1), i + 1)))?;
        let unit = self.word(j).unit.filter(|u| is_counted_unit(*u))?;
        let n = quantity.as_whole()?;
        let (by, end) = match self.key(j + 1)? {
            Key::Ago => (-n, j + 2),
            Key::From if self.is_word(j + 2, "now") || self.is(j + 2, Key::Today) => (n, j + 3),
            _ => return None,
        };
        let phrase = Phrase::DayShift {
            unit,
            by,
            origin: Origin::Publication,
        };
        Some(Found::new(phrase, end))
    }

    /// “3 days after January 12”, “two weeks before Christmas”, “4 months from tomorrow”.
    fn offset_from_day(&self, i: usize) -> Option<Found> {
        let one = || {
            let is_one = self.is(i, Key::A);
            is_one.then(|| (Quantity::whole(1), i + 1))
        };
        let (quantity, j) = self.quantity(i).or_else(one)?;
        let unit = self.word(j).unit.filter(|u| is_counted_unit(*u))?;
        let n = quantity.as_whole()?;
        let by = match self.key(j + 1)? {
            Key::After | Key::From => n,
            Key::Before => -n,
            _ => return None,
        };
        let found = [
            self.numeric_date(j + 2),
            self.date(j + 2),
            self.relative(j + 2),
        ];
        let of = found.into_iter().flatten().max_by_key(|f| f.end)?;
        let is_day = matches!(
            of.phrase,
            Phrase::InYear {
                part: Part::Day(..),
                ..
            } | Phrase::Weekday { .. }
                | Phrase::Nth { .. }
                | Phrase::Point(_)
                | Phrase::Shift {
                    unit: Unit::Day,
                    ..
                }
        );
        let phrase = Phrase::Offset {
            by,
            unit,
            of: Box::new(of.phrase),
        };
        is_day.then(|| Found::new(phrase, of.end))
    }

    /// “each Monday at 4pm”, “6am every day”.
    fn set_at_clock(&self, i: usize) -> Option<Found> {
        let Some(set) = self.set(i) else {
            let clock = self.clock(i)?;
            let Phrase::Time { time, day: None } = clock.phrase else {
                return None;
            };
            let daily = self.set(clock.end)?;
            let value = crate::timex::said::time_value(time);
            let is_daily = matches!(&daily.phrase, Phrase::Set(v) if v == "P1D");
            return is_daily.then(|| Found::new(Phrase::Set(value), daily.end));
        };
        let Phrase::Set(value) = set.phrase else {
            return None;
        };
        let j = self.is(set.end, Key::At).then_some(set.end + 1)?;
        let time = self.request_clock(j)?;
        let Phrase::Time {
            time: clock,
            day: None,
        } = time.phrase
        else {
            return None;
        };
        let clock = crate::timex::said::time_value(clock);
        let value = if value.starts_with('P') {
            clock
        } else {
            format!("{value}{clock}")
        };
        Some(Found::new(Phrase::Set(value), time.end))
    }
}

fn is_counted_unit(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month | Unit::Year
    )
}

/// The day of that number after a day of the same or the next month.
fn same_month(from: &Phrase, day: u32) -> Option<Phrase> {
    let Phrase::InYear {
        part: Part::Day(month, first),
        year,
    } = *from
    else {
        return None;
    };
    let month = if day > first { month } else { month % 12 + 1 };
    Some(Phrase::InYear {
        part: Part::Day(month, day),
        year,
    })
}
