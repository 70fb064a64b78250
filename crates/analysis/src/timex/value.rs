//! Places on the calendar, their TIMEX3 value and the days that they hold.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use dossier_text::Interval;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Whether it is shorter than a day.
    pub(super) fn is_clock(self) -> bool {
        self <= Self::Hour
    }

    /// The unit as TIMEX3 writes it in an unknown amount: `PXY`, `PTXM`.
    pub(super) fn vague(self) -> &'static str {
        match self {
            Self::Second => "PTXS",
            Self::Minute => "PTXM",
            Self::Hour => "PTXH",
            Self::Day | Self::Night => "PXD",
            Self::Week | Self::Fortnight => "PXW",
            Self::Weekend => "PXWE",
            Self::Month => "PXM",
            Self::Quarter => "PXQ",
            Self::Year => "PXY",
            Self::Decade => "PXDE",
            Self::Century => "PXCE",
            Self::Millennium => "PXML",
        }
    }
}

/// A season of the north, named by its first month: spring is March to May.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// A place on the calendar at its own granularity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Point {
    Day(NaiveDate),
    /// A week, named by its Monday.
    Week(NaiveDate),
    /// A weekend, named by the Monday before.
    Weekend(NaiveDate),
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    Season(i32, Season),
    Year(i32),
    /// Ten years, named by their first.
    Decade(i32),
    /// A hundred years, named by the first in the way of TIMEX3: `19` is 1900 to 1999.
    Century(i32),
    /// Days that no Gregorian unit names: a month or year of another calendar.
    Days(NaiveDate, NaiveDate),
}

impl Point {
    /// A day of the calendar; `None` for 31 February and its like.
    pub(super) fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    /// The unit of the given kind that holds `day`.
    pub(super) fn of(unit: Unit, day: NaiveDate) -> Self {
        let year = day.year();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => Self::Day(day),
            Unit::Week | Unit::Fortnight => Self::Week(monday_of(day)),
            Unit::Weekend => Self::Weekend(monday_of(day)),
            Unit::Month => Self::Month(year, day.month()),
            Unit::Quarter => Self::Quarter(year, day.month0() / 3 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10) * 10),
            Unit::Century => Self::Century(year.div_euclid(100) * 100),
            Unit::Millennium => Self::Century(year.div_euclid(1000) * 1000),
        }
    }

    /// The unit that lies `by` units after the one that holds `day`.
    pub(super) fn shifted(unit: Unit, day: NaiveDate, by: i32) -> Option<Self> {
        Some(Self::of(unit, moved(day, unit, by)?))
    }

    /// The first day.
    pub(super) fn start(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Days(day, _) => Some(day),
            Self::Weekend(monday) => monday.checked_add_days(Days::new(5)),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Quarter(year, quarter) => NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1),
            Self::Half(year, half) => NaiveDate::from_ymd_opt(year, half * 6 - 5, 1),
            Self::Season(year, season) => NaiveDate::from_ymd_opt(year, season.first_month(), 1),
            Self::Year(year) | Self::Decade(year) | Self::Century(year) => {
                NaiveDate::from_ymd_opt(year, 1, 1)
            }
        }
    }

    /// The days that it holds.
    pub(super) fn interval(self) -> Option<Interval> {
        let start = self.start()?;
        let end = match self {
            Self::Day(_) => start.succ_opt(),
            Self::Days(_, end) => Some(end),
            Self::Week(_) => start.checked_add_days(Days::new(7)),
            Self::Weekend(_) => start.checked_add_days(Days::new(2)),
            Self::Month(..) => start.checked_add_months(Months::new(1)),
            Self::Quarter(..) | Self::Season(..) => start.checked_add_months(Months::new(3)),
            Self::Half(..) => start.checked_add_months(Months::new(6)),
            Self::Year(_) => start.checked_add_months(Months::new(12)),
            Self::Decade(_) => start.checked_add_months(Months::new(120)),
            Self::Century(_) => start.checked_add_months(Months::new(1200)),
        };
        Interval::new(start, end?)
    }

    /// The year in which it begins.
    pub(super) fn year(self) -> Option<i32> {
        self.start().map(|day| day.year())
    }

    /// The same part of another year: the quarter a year before, the month two years later.
    pub(super) fn years_later(self, years: i32) -> Option<Self> {
        Some(match self {
            Self::Day(day) => Self::Day(moved(day, Unit::Year, years)?),
            Self::Week(day) => Self::Week(monday_of(moved(day, Unit::Year, years)?)),
            Self::Weekend(day) => Self::Weekend(monday_of(moved(day, Unit::Year, years)?)),
            Self::Month(year, month) => Self::Month(year + years, month),
            Self::Quarter(year, quarter) => Self::Quarter(year + years, quarter),
            Self::Half(year, half) => Self::Half(year + years, half),
            Self::Season(year, season) => Self::Season(year + years, season),
            Self::Year(year) => Self::Year(year + years),
            Self::Decade(_) | Self::Century(_) | Self::Days(..) => return None,
        })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(monday) => write_week(f, monday),
            Self::Weekend(monday) => {
                write_week(f, monday)?;
                f.write_str("-WE")
            }
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.code()),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Decade(year) => write!(f, "{:03}", year.div_euclid(10)),
            Self::Century(year) => write!(f, "{:02}", year.div_euclid(100)),
            // As in “2016/2020”, the second day named is the last.
            Self::Days(start, end) => write!(f, "{start}/{}", end - Days::new(1)),
        }
    }
}

fn write_week(f: &mut fmt::Formatter<'_>, monday: NaiveDate) -> fmt::Result {
    let week = monday.iso_week();
    write!(f, "{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of the ISO week of `day`; `day` itself at the very start of the calendar.
pub(super) fn monday_of(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
        .unwrap_or(day)
}

/// The day `by` units after `day`; a month or year later is the same day of the month, or its last.
pub(super) fn moved(day: NaiveDate, unit: Unit, by: i32) -> Option<NaiveDate> {
    let days =
        |n: i32| day.checked_add_signed(chrono::TimeDelta::days(i64::from(by) * i64::from(n)));
    let months = |n: u32| {
        let months = Months::new(by.unsigned_abs().checked_mul(n)?);
        if by < 0 {
            day.checked_sub_months(months)
        } else {
            day.checked_add_months(months)
        }
    };
    let moved = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Day | Unit::Night => days(1),
        Unit::Week | Unit::Weekend => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        Unit::Millennium => months(12_000),
    }?;
    (1..=9999).contains(&moved.year()).then_some(moved)
}

/// The day of that name in the ISO week of `day`.
pub(super) fn weekday_in_week(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    monday_of(day).checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))
}

/// An amount in hundredths, so that “2 1/2” and “1.25” are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Quantity {
    pub(super) hundredths: u64,
}

impl Quantity {
    pub(super) fn whole(n: u32) -> Self {
        Self {
            hundredths: u64::from(n) * 100,
        }
    }

    /// The amount where it is a whole number that fits.
    pub(super) fn as_whole(self) -> Option<i32> {
        self.hundredths
            .is_multiple_of(100)
            .then(|| i32::try_from(self.hundredths / 100).ok())?
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// The TIMEX3 value of a duration: `P3D`, `PT30M`, `P2Y6M`.
pub(super) fn duration(amount: Quantity, unit: Unit) -> String {
    let Quantity { hundredths } = amount;
    let halves = hundredths % 100 == 50;
    let (whole, times) = (hundredths / 100, |n: u64| Quantity {
        hundredths: hundredths * n,
    });
    match unit {
        Unit::Year if halves && whole == 0 => "P6M".to_owned(),
        Unit::Year if halves => format!("P{whole}Y6M"),
        Unit::Hour if halves && whole == 0 => "PT30M".to_owned(),
        Unit::Hour if halves => format!("PT{whole}H30M"),
        Unit::Second => format!("PT{amount}S"),
        Unit::Minute => format!("PT{amount}M"),
        Unit::Hour => format!("PT{amount}H"),
        Unit::Day | Unit::Night => format!("P{amount}D"),
        Unit::Week => format!("P{amount}W"),
        Unit::Fortnight => format!("P{}W", times(2)),
        Unit::Weekend => format!("P{amount}WE"),
        Unit::Month => format!("P{amount}M"),
        Unit::Quarter => format!("P{amount}Q"),
        Unit::Year => format!("P{amount}Y"),
        Unit::Decade => format!("P{}Y", times(10)),
        Unit::Century => format!("P{}Y", times(100)),
        Unit::Millennium => format!("P{}Y", times(1000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_point_has_the_value_and_the_days_of_its_unit() {
        let wednesday = day("2023-06-14");
        for (unit, by, value, start, end) in [
            (Unit::Day, -1, "2023-06-13", "2023-06-13", "2023-06-14"),
            (Unit::Week, 0, "2023-W24", "2023-06-12", "2023-06-19"),
            (Unit::Weekend, -1, "2023-W23-WE", "2023-06-10", "2023-06-12"),
            (Unit::Month, 7, "2024-01", "2024-01-01", "2024-02-01"),
            (Unit::Quarter, -2, "2022-Q4", "2022-10-01", "2023-01-01"),
            (Unit::Year, 1, "2024", "2024-01-01", "2025-01-01"),
            (Unit::Decade, -1, "201", "2010-01-01", "2020-01-01"),
            (Unit::Century, -1, "19", "1900-01-01", "2000-01-01"),
        ] {
            let point = Point::shifted(unit, wednesday, by).unwrap();
            assert_eq!(point.to_string(), value);
            let days = point.interval().unwrap();
            assert_eq!((days.start, days.end), (day(start), day(end)), "{value}");
        }
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_of_the_month() {
        assert_eq!(
            moved(day("2023-01-31"), Unit::Month, 1),
            Some(day("2023-02-28"))
        );
        assert_eq!(
            moved(day("2024-02-29"), Unit::Year, -1),
            Some(day("2023-02-28"))
        );
        assert_eq!(
            moved(day("2023-01-31"), Unit::Millennium, -3),
            None,
            "before the first year"
        );
    }

    #[test]
    fn durations_are_written_in_whole_units_where_they_can_be() {
        let half = |whole: u64| Quantity {
            hundredths: whole * 100 + 50,
        };
        for (amount, unit, value) in [
            (Quantity::whole(3), Unit::Day, "P3D"),
            (Quantity::whole(30), Unit::Minute, "PT30M"),
            (half(2), Unit::Year, "P2Y6M"),
            (half(5), Unit::Hour, "PT5H30M"),
            (half(1), Unit::Month, "P1.5M"),
            (Quantity { hundredths: 125 }, Unit::Week, "P1.25W"),
            (Quantity::whole(4), Unit::Decade, "P40Y"),
            (half(0), Unit::Decade, "P5Y"),
        ] {
            assert_eq!(duration(amount, unit), value);
        }
    }
}
