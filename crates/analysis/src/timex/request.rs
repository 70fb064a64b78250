//! Places what requests say on the calendar: ranges that stop where they say, open sides, days
//! counted from other days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dossier_text::Interval;

use super::{
    TimexType,
    phrase::{Part, Phrase, Reference, TimeOfDay, YearOf},
    place::Place,
    resolve::{Resolved, Resolver, plain},
    said::{clock_length, length, open_value, time_value},
    tense::Tense,
    value::{Point, Unit, moved},
};

/// How many months ahead a day of a month is looked for: every weekday falls on it in that time.
const MONTHS_AHEAD: i32 = 36;

impl Resolver {
    /// The day so many units from another.
    pub(super) fn offset(&self, by: i32, unit: Unit, of: &Phrase, tense: Tense) -> Option<Place> {
        let Place::Point(point) = self.place(of, tense)? else {
            return Some(Place::Partly("XXXX-XX-XX".to_owned()));
        };
        let day = moved(point.start()?, unit, by)?;
        Some(Place::Point(Point::Day(day)))
    }

    /// The next day of that number, and of that weekday where one is said.
    pub(super) fn day_of_month(&self, day: u32, weekday: Option<Weekday>) -> Place {
        let next = self.published.and_then(|today| {
            let first = today.with_day(1)?;
            (0..MONTHS_AHEAD)
                .filter_map(|by| moved(first, Unit::Month, by)?.with_day(day))
                .find(|d| *d >= today && weekday.is_none_or(|w| d.weekday() == w))
        });
        next.map_or_else(
            || Place::Partly(format!("XXXX-XX-{day:02}")),
            |day| Place::Point(Point::Day(day)),
        )
    }

    /// A range from the first day of one date to the first day of another.
    pub(super) fn between(&mut self, from: &Phrase, to: &Phrase, tense: Tense) -> Option<Resolved> {
        let b = self.end_of_range(to, tense)?;
        let end = b.start()?;
        let mut a = self.end_of_range(from, tense)?;
        // “November to 5 February 2017”: the year that the end names is that of the range.
        if let Some(year) = says_year(to).filter(|_| is_yearless(from)) {
            a = a.years_later(year - a.year()?)?;
        }
        if a.start()? > end && is_yearless(from) {
            a = a.years_later(end.year() - a.year()?)?;
            if a.start()? > end {
                a = a.years_later(-1)?;
            }
        }
        let (mut end, mut b, mut start) = (end, b, a.start()?);
        if start >= end && is_yearless(to) {
            b = b.years_later(start.year() - end.year())?;
            if b.start()? <= start {
                b = b.years_later(1)?;
            }
            (end, start) = (b.start()?, a.start()?);
        }
        let days = Interval::new(start, end)?;
        self.story = Some(b);
        let said = |phrase: &Phrase, day: NaiveDate| match open_value(phrase) {
            Some(month) if month.len() == "XXXX-05".len() => format!("{month}-01"),
            Some(day) if day.len() == "XXXX-05-29".len() => day,
            _ => day.to_string(),
        };
        let length = length(a, b, start, end);
        let is_dated = says_year(to).is_some();
        let first = if is_dated {
            start.to_string()
        } else {
            said(from, start)
        };
        Some(Resolved {
            kind: TimexType::Date,
            value: format!("({first},{},{length})", said(to, end)),
            interval: Some(days),
        })
    }

    fn end_of_range(&self, phrase: &Phrase, tense: Tense) -> Option<Point> {
        match phrase {
            Phrase::Reference(Reference::Present) => self.published.map(Point::Day),
            _ => match self.place(phrase, tense)? {
                Place::Point(point) => Some(point),
                Place::Partly(_) => None,
            },
        }
    }

    /// All time on one side: the value of the date, and no interval, since one side has no end.
    pub(super) fn open(&mut self, of: &Phrase, tense: Tense) -> Option<Resolved> {
        let found = self.resolve(of, tense)?;
        Some(Resolved {
            interval: None,
            ..found
        })
    }

    /// So many units next to today.
    pub(super) fn counted_window(
        &self,
        count: u32,
        unit: Unit,
        is_ahead: bool,
        is_from_today: bool,
        is_business: bool,
    ) -> Option<Resolved> {
        let by = i32::try_from(count)
            .ok()
            .filter(|n| (1..=5000).contains(n))?;
        let length = match unit {
            Unit::Decade => format!("P{}Y", by.checked_mul(10)?),
            Unit::Century => format!("P{}Y", by.checked_mul(100)?),
            Unit::Quarter => format!("P{}M", by.checked_mul(3)?),
            Unit::Year => format!("P{by}Y"),
            Unit::Month => format!("P{by}M"),
            Unit::Week => format!("P{by}W"),
            Unit::Fortnight => format!("P{}W", by.checked_mul(2)?),
            Unit::Day if is_business => format!("P{by}BD"),
            Unit::Day => format!("P{by}D"),
            _ => return None,
        };
        let Some(today) = self.published else {
            return Some(plain(TimexType::Duration, &length));
        };
        // Decades and quarters are counted whole, from the one after or before that of today.
        let origin = match unit {
            Unit::Decade | Unit::Century | Unit::Quarter if is_ahead => {
                Point::shifted(unit, today, 1)?.start()?
            }
            Unit::Decade | Unit::Century | Unit::Quarter => Point::of(unit, today).start()?,
            _ if is_ahead && !is_from_today => today.succ_opt()?,
            _ => today,
        };
        let direction = if is_ahead { by } else { -by };
        let other = if is_business {
            business_days(origin, direction)?
        } else {
            moved(origin, unit, direction)?
        };
        let (start, end) = (origin.min(other), origin.max(other));
        Some(Resolved {
            kind: TimexType::Date,
            value: format!("({start},{end},{length})"),
            interval: Interval::new(start, end),
        })
    }

    /// A time of day in a request: without its day it is of any.
    pub(super) fn requested_time(
        &mut self,
        time: TimeOfDay,
        day: Option<&Phrase>,
        tense: Tense,
    ) -> Option<Resolved> {
        let Some((value, interval)) = self.requested_day(day, tense)? else {
            return Some(plain(TimexType::Time, &time_value(time)));
        };
        Some(Resolved {
            kind: TimexType::Time,
            value: format!("{value}{}", time_value(time)),
            interval,
        })
    }

    /// The value and interval of the day of a time; nothing where no day is said.
    fn requested_day(
        &mut self,
        day: Option<&Phrase>,
        tense: Tense,
    ) -> Option<Option<(String, Option<Interval>)>> {
        let Some(day) = day else { return Some(None) };
        let resolved = self.resolve(day, tense)?;
        Some(Some((resolved.value, resolved.interval)))
    }

    /// A range of times, past midnight where its end is the earlier.
    pub(super) fn clock_between(
        &mut self,
        from: TimeOfDay,
        to: TimeOfDay,
        day: Option<&Phrase>,
        tense: Tense,
    ) -> Option<Resolved> {
        let day = self.requested_day(day, tense)?;
        let minutes = |time| match time {
            TimeOfDay::Clock { hour, minute, .. } => Some(hour * 60 + minute.unwrap_or(0)),
            TimeOfDay::Part(_) => None,
        };
        let (start, end) = (minutes(from)?, minutes(to)?);
        let length = clock_length((end + 24 * 60 - start) % (24 * 60));
        let (named, interval) = day.unwrap_or_default();
        Some(Resolved {
            kind: TimexType::Time,
            value: format!(
                "({named}{},{named}{},{length})",
                time_value(from),
                time_value(to)
            ),
            interval,
        })
    }
}

/// The year that a date writes out.
fn says_year(phrase: &Phrase) -> Option<i32> {
    match phrase {
        Phrase::InYear {
            year: YearOf::Exact(year),
            part,
        } if *part != Part::Whole => Some(*year),
        _ => None,
    }
}

fn is_yearless(phrase: &Phrase) -> bool {
    matches!(
        phrase,
        Phrase::InYear {
            year: YearOf::Unsaid,
            ..
        }
    )
}

/// The day so many working days, Monday to Friday, from another.
fn business_days(from: NaiveDate, by: i32) -> Option<NaiveDate> {
    let (mut day, mut left) = (from, by.unsigned_abs());
    while left > 0 {
        day = if by > 0 {
            day.checked_add_days(Days::new(1))?
        } else {
            day.checked_sub_days(Days::new(1))?
        };
        if day.weekday().num_days_from_monday() < 5 {
            left -= 1;
        }
    }
    Some(day)
}
