//! The value of what a request says: what it leaves unsaid stays open (`XXXX-05-29`, `T15`), and a
//! range is `(start,end,duration)`, its end being the point at which it stops.

use chrono::{Datelike, NaiveDate};

use super::{
    grammar::weekday_value,
    phrase::{Part, Phrase, Pick, TimeOfDay, YearOf},
    place::without_year,
    value::{Point, Unit},
};

/// The value of a phrase whose year, week or day is not said; `None` where nothing is unsaid.
pub(super) fn open_value(phrase: &Phrase) -> Option<String> {
    match phrase {
        Phrase::InYear {
            part,
            year: YearOf::Unsaid,
        } => match part {
            Part::Quarter(q) => Some(unsaid_months(q * 3 - 2, 3)),
            Part::Half(h) => Some(unsaid_months(h * 6 - 5, 6)),
            Part::Season(season) => Some(season.code().to_owned()),
            _ => without_year(*part),
        },
        Phrase::Weekday {
            day,
            pick: Pick::Nearest,
        } => Some(weekday_value(*day)),
        Phrase::Around {
            unit: Unit::Week,
            day,
        } => open_value(day),
        Phrase::DayOfMonth { day, weekday } => Some(match weekday {
            Some(weekday) => weekday_value(*weekday),
            None => format!("XXXX-XX-{day:02}"),
        }),
        Phrase::Nth {
            n,
            unit: Unit::Week,
            weekday: None,
            of,
        } => {
            let n = if *n == 0 { 5 } else { *n };
            let month = match &**of {
                Phrase::InYear {
                    part: Part::Month(month),
                    year: YearOf::Exact(year),
                } => format!("{year:04}-{month:02}"),
                Phrase::InYear {
                    part: Part::Month(_),
                    ..
                } => open_value(of)?,
                _ => return None,
            };
            Some(format!("{month}-W{n:02}"))
        }
        _ => None,
    }
}

fn unsaid_months(first: u32, months: u32) -> String {
    let next = (first + months - 1) % 12 + 1;
    format!("(XXXX-{first:02}-01,XXXX-{next:02}-01,P{months}M)")
}

/// The value of a point in a request: spans that have no name of their own are ranges.
pub(super) fn point_value(point: Point) -> String {
    let length = match point {
        Point::Quarter(..) => "P3M",
        Point::Half(..) => "P6M",
        Point::Decade(_) => "P10Y",
        Point::Century(_) => "P100Y",
        _ => return point.to_string(),
    };
    match point.interval() {
        Some(days) => format!("({},{},{length})", days.start, days.end),
        None => point.to_string(),
    }
}

/// The time of a day as it is said: `T15` without minutes, `T15:30` with.
pub(super) fn time_value(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(part) => format!("T{}", part.code()),
        TimeOfDay::Clock {
            hour,
            minute,
            second,
            ..
        } => {
            let mut value = format!("T{hour:02}");
            for part in [minute, second].into_iter().flatten() {
                value.push_str(&format!(":{part:02}"));
            }
            value
        }
    }
}

/// The length of a range from the first day of one point to that of another, in the larger unit
/// of the two that both keep.
pub(super) fn length(from: Point, to: Point, start: NaiveDate, end: NaiveDate) -> String {
    let is_year = |p| matches!(p, Point::Year(_) | Point::Decade(_) | Point::Century(_));
    let is_month = |p| is_year(p) || matches!(p, Point::Month(..) | Point::Quarter(..));
    let months =
        (end.year() - start.year()) * 12 + end.month().cast_signed() - start.month().cast_signed();
    if is_year(from) && is_year(to) {
        format!("P{}Y", end.year() - start.year())
    } else if is_month(from) && is_month(to) {
        format!("P{months}M")
    } else {
        format!("P{}D", (end - start).num_days())
    }
}

/// The length of a range of minutes: `PT2H30M`.
pub(super) fn clock_length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("PT{hours}H"),
        (0, minutes) => format!("PT{minutes}M"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}
