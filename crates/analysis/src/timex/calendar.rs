//! Calendars besides the Gregorian: Solar Hijri (Iran, Afghanistan) and the tabular Islamic one.
//!
//! Both count days from an epoch and convert through the number of days since 1 January of year 1
//! (`num_days_from_ce` of chrono, day 1). The Islamic calendar is the civil tabular one with the
//! leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of 30 years (Reingold and
//! Dershowitz, Calendrical Calculations, ch. 7); the observed calendar and that of Umm al-Qura
//! can differ by a day or two. The Solar Hijri leap years follow the 33-year cycle
//! (1, 5, 9, 13, 17, 22, 26, 30), which agrees with the astronomical calendar from 1244 to 1501.

use chrono::{Datelike, NaiveDate};
use dossier_text::Interval;

/// A calendar in which a text may date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Calendar {
    Gregorian,
    /// Solar Hijri, years 1200 to 1500.
    Solar,
    /// Islamic (lunar), tabular, years 1 to 1600.
    Lunar,
}

/// The last day before 1 Muharram 1 (16 July 622 of the Julian calendar), in days of the common
/// era.
const LUNAR_EPOCH: i32 = 227_014;

impl Calendar {
    /// The days of a year, of a month, or of one day; `None` when the calendar has no such day.
    pub(super) fn interval(
        self,
        year: i32,
        month: Option<u32>,
        day: Option<u32>,
    ) -> Option<Interval> {
        let first = self.day(year, month.unwrap_or(1), day.unwrap_or(1))?;
        let next = match (month, day) {
            (_, Some(_)) => first.succ_opt()?,
            (Some(month), None) if month < 12 => self.day(year, month + 1, 1)?,
            _ => self.day(year + 1, 1, 1)?,
        };
        Interval::new(first, next)
    }

    /// The year that holds `day`, `by` years on.
    pub(super) fn year_around(self, day: NaiveDate, by: i32) -> Option<Interval> {
        self.interval(self.year_of(day)?.checked_add(by)?, None, None)
    }

    /// The number of the year that holds `day`.
    pub(super) fn year_of(self, day: NaiveDate) -> Option<i32> {
        Some(match self {
            Self::Gregorian => day.year(),
            // The year begins in March: before it, a day belongs to the year before.
            Self::Solar => day.year() - 622 + i32::from(day >= solar_day(day.year() - 621, 1, 1)?),
            Self::Lunar => {
                // 33 lunar years are 32 years of the sun, nearly.
                let guess = (day.year() - 622) * 33 / 32 + 2;
                (guess - 4..=guess)
                    .rev()
                    .find(|y| lunar_day(*y, 1, 1).is_some_and(|d| d <= day))?
            }
        })
    }

    fn day(self, year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        match self {
            Self::Gregorian => NaiveDate::from_ymd_opt(year, month, day),
            Self::Solar => solar_day(year, month, day),
            Self::Lunar => lunar_day(year, month, day),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher, Nature 1876).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let f = (b + 8) / 25;
    let h = (19 * a + b - b / 4 - (b - f + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?);
    (year >= 1583).then(|| NaiveDate::from_ymd_opt(year, month, day))?
}

/// Easter Sunday of the Eastern churches as a Gregorian day (Meeus's Julian computus), 1583 to 2099.
pub(super) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    let (month, day) = (u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?);
    // How many days the Julian calendar is behind.
    let behind = year / 100 - year / 400 - 2;
    let julian = NaiveDate::from_ymd_opt(year, month, day)?;
    (1583..2100)
        .contains(&year)
        .then(|| julian.checked_add_signed(chrono::TimeDelta::days(i64::from(behind))))?
}

fn is_solar_leap(year: i32) -> bool {
    matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

fn solar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u32::from(is_solar_leap(year)),
        _ => return None,
    };
    if !(1200..=1501).contains(&year) || !(1..=length).contains(&day) {
        return None;
    }
    let new_year_1400 = NaiveDate::from_ymd_opt(2021, 3, 21)?;
    let leaps = |from: i32, to: i32| (from..to).filter(|y| is_solar_leap(*y)).count() as i64;
    let days = if year >= 1400 {
        i64::from(year - 1400) * 365 + leaps(1400, year)
    } else {
        i64::from(year - 1400) * 365 - leaps(year, 1400)
    };
    let before = (1..month)
        .map(|m| if m <= 6 { 31 } else { 30 })
        .sum::<u32>();
    let offset = days + i64::from(before + day - 1);
    new_year_1400.checked_add_signed(chrono::TimeDelta::days(offset))
}

fn is_lunar_leap(year: i32) -> bool {
    (11 * year + 14).rem_euclid(30) < 11
}

fn lunar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let length = match month {
        12 => 29 + u32::from(is_lunar_leap(year)),
        1..=11 => 29 + month % 2,
        _ => return None,
    };
    if !(1..=1600).contains(&year) || !(1..=length).contains(&day) {
        return None;
    }
    let before = (1..month).map(|m| 29 + m % 2).sum::<u32>();
    let days = 354 * (year - 1) + (11 * year + 3).div_euclid(30);
    NaiveDate::from_num_days_from_ce_opt(LUNAR_EPOCH + days + i32::try_from(before + day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solar_hijri_days_fall_on_their_gregorian_days() {
        for (year, month, day, gregorian) in [
            (1402, 1, 1, "2023-03-21"),
            (1402, 3, 9, "2023-05-30"),
            (1399, 12, 30, "2021-03-20"),
            (1403, 12, 30, "2025-03-20"),
            (1404, 1, 1, "2025-03-21"),
            (1357, 11, 22, "1979-02-11"),
        ] {
            assert_eq!(solar_day(year, month, day).unwrap().to_string(), gregorian);
        }
        assert_eq!(solar_day(1402, 12, 30), None, "1402 is no leap year");
        assert_eq!(solar_day(1402, 7, 31), None, "Mehr has 30 days");
    }

    #[test]
    fn easter_falls_on_its_days() {
        for (year, day) in [
            (1961, "1961-04-02"),
            (2018, "2018-04-01"),
            (2023, "2023-04-09"),
            (2024, "2024-03-31"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
        assert_eq!(easter(1500), None, "before the calendar");
        for (year, day) in [
            (2018, "2018-04-08"),
            (2021, "2021-05-02"),
            (2023, "2023-04-16"),
            (2024, "2024-05-05"),
        ] {
            assert_eq!(orthodox_easter(year).unwrap().to_string(), day);
        }
    }

    #[test]
    fn islamic_days_fall_on_their_gregorian_days() {
        for (year, month, day, gregorian) in [
            (1445, 1, 1, "2023-07-19"),
            (1400, 1, 1, "1979-11-20"),
            (1444, 9, 1, "2023-03-23"),
        ] {
            let found = lunar_day(year, month, day).unwrap();
            let wanted: NaiveDate = gregorian.parse().unwrap();
            let apart = (found - wanted).num_days().abs();
            assert!(
                apart <= 1,
                "{year}-{month}-{day} fell on {found}, not near {wanted}"
            );
        }
    }

    #[test]
    fn months_and_years_follow_each_other_without_a_gap() {
        for calendar in [Calendar::Solar, Calendar::Lunar] {
            for year in 1300..1450 {
                let whole = calendar.interval(year, None, None).unwrap();
                let mut at = whole.start;
                for month in 1..=12 {
                    let month = calendar.interval(year, Some(month), None).unwrap();
                    assert_eq!(month.start, at, "{calendar:?} {year}");
                    at = month.end;
                }
                assert_eq!(at, whole.end);
            }
        }
    }
}
