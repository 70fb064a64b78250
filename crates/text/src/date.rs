use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar date as precise as it is known: a year, a month of a year, or a day.
///
/// Written and read as EDTF level 0 (ISO 8601-2): `2023`, `2023-06`, `2023-06-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// A year; `None` outside 1 to 9999.
    #[must_use]
    pub fn from_year(year: i32) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self {
            year,
            month: None,
            day: None,
        })
    }

    /// A month of a year; `None` when there is no such month.
    #[must_use]
    pub fn from_month(year: i32, month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(())?;
        Some(Self {
            month: Some(month),
            ..Self::from_year(year)?
        })
    }

    /// A day; `None` when the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self {
            day: Some(day),
            ..Self::from_month(year, month)?
        })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub fn month(self) -> Option<u32> {
        self.month
    }

    /// The day of the month, where known.
    #[must_use]
    pub fn day(self) -> Option<u32> {
        self.day
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .expect("the constructors admit only dates of the calendar")
    }

    /// The days that the date can mean.
    #[must_use]
    pub fn interval(self) -> Interval {
        let start = self.earliest();
        let end = match (self.month, self.day) {
            (_, Some(_)) => start.checked_add_days(Days::new(1)),
            (Some(_), None) => start.checked_add_months(Months::new(1)),
            (None, None) => start.checked_add_months(Months::new(12)),
        };
        Interval {
            start,
            end: end.expect("years end at 9999, well inside the calendar"),
        }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The string is no `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD.")]
pub struct ParsePartialDateError(pub String);

impl FromStr for PartialDate {
    type Err = ParsePartialDateError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let fail = || ParsePartialDateError(s.to_owned());
        let mut parts = s.split('-');
        let mut number = |digits: usize| -> Result<Option<u32>, Self::Err> {
            let Some(part) = parts.next() else {
                return Ok(None);
            };
            let is_plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if is_plain {
                part.parse().map(Some).map_err(|_| fail())
            } else {
                Err(fail())
            }
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(fail());
        }
        let year = i32::try_from(year.ok_or_else(fail)?).map_err(|_| fail())?;
        match (month, day) {
            (None, _) => Self::from_year(year),
            (Some(month), None) => Self::from_month(year, month),
            (Some(month), Some(day)) => Self::from_ymd(year, month, day),
        }
        .ok_or_else(fail)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = ParsePartialDateError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

/// Whole days of the calendar, from `start` up to but not including `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Interval {
    /// The first day.
    pub start: NaiveDate,
    /// The first day after.
    pub end: NaiveDate,
}

impl Interval {
    /// The days from `start` up to but not including `end`; `None` when that is no day.
    #[must_use]
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// One day.
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Option<Self> {
        Self::new(day, day.checked_add_days(Days::new(1))?)
    }

    /// How many days it holds.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.end - self.start).num_days()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_date_is_no_more_precise_than_it_is_written() {
        for (text, start, end) in [
            ("2023", "2023-01-01", "2024-01-01"),
            ("2023-12", "2023-12-01", "2024-01-01"),
            ("2024-02-29", "2024-02-29", "2024-03-01"),
            ("9999", "9999-01-01", "+10000-01-01"),
        ] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(date.interval().start.to_string(), start);
            assert_eq!(date.interval().end.to_string(), end);
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_refused() {
        for text in [
            "",
            "0",
            "0000",
            "23",
            "2023-13",
            "2023-02-29",
            "2023-1-1",
            "2023-01-01-01",
            "+123",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
