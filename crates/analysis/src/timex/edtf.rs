//! Timexes in the Extended Date/Time Format, level 1.
//!
//! Source: EDTF specification of the Library of Congress (4 February 2019), which became a part of
//! ISO 8601-2:2019. Level 1 has seasons (`2010-21` to `-24`), unspecified digits from the right
//! (`199X`, `19XX`), a sign for the whole of a date (`?` uncertain, `~` approximate, `%` both) and
//! intervals with an open side (`2015/..`). It has no weeks, quarters or halves: they are written as
//! the interval of their days or months.

use chrono::{Datelike, Days, Months, NaiveDate};
use dossier_text::Interval;

use super::{Modifier, Timex, TimexType};

/// On which side of a date the words around it lie open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// “since 2015”: the date and what follows.
    Since,
    /// “after 2015”: what follows the date.
    After,
    /// “until 2015”, “by 2015”: what comes before, and the date.
    Until,
    /// “before 2015”: what comes before the date.
    Before,
}

/// What the words around a timex say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Wording {
    /// The side that is open.
    pub bound: Option<Bound>,
    /// Whether the text doubts the date: “perhaps in 2015”, “2015 (?)”.
    pub is_uncertain: bool,
}

/// How far around a timex its wording is read, in bytes.
const REACH: usize = 40;

/// Reads the words beside a timex. Open sides are read in English, Russian, French, German and
/// Spanish, doubt in English.
#[must_use]
pub fn wording(text: &str, timex: &Timex) -> Wording {
    let (start, end) = (timex.range.start as usize, timex.range.end as usize);
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else {
        return Wording::default();
    };
    let from = (start.saturating_sub(REACH)..start).find(|i| before.is_char_boundary(*i));
    let near = from.map_or("", |i| &before[i..]).to_lowercase();
    // Nothing before the last full stop or semicolon belongs to the date.
    let near = near.rsplit(['.', ';', '!', '?']).next().unwrap_or("");
    let mut words = near
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .rev()
        .skip_while(|w| matches!(*w, "the" | "of" | "end" | "in" | "on" | "le" | "el" | "dem"));
    let nearest = words.next().unwrap_or("");
    let bound = match nearest {
        "since" | "depuis" | "seit" | "desde" => Some(Bound::Since),
        "after" | "после" | "après" | "nach" => Some(Bound::After),
        "until" | "till" | "by" | "hasta" | "bis" | "к" | "до" => Some(Bound::Until),
        "before" | "avant" => Some(Bound::Before),
        _ => None,
    };
    let doubt = |w: &str| {
        matches!(
            w,
            "perhaps" | "possibly" | "probably" | "maybe" | "presumably"
        )
    };
    let is_questioned = ["(?)", " (?)", "?)"].iter().any(|q| after.starts_with(q));
    Wording {
        bound,
        is_uncertain: is_questioned || doubt(nearest) || words.take(1).any(doubt),
    }
}

/// A timex as EDTF level 1; `None` for what level 1 cannot say: what was not placed on the calendar
/// (a year that is not known, “now”), durations without days, and sets.
#[must_use]
pub fn edtf(timex: &Timex, wording: Wording) -> Option<String> {
    if timex.kind == TimexType::Set {
        return None;
    }
    let days = timex.interval?;
    let is_part = matches!(
        timex.modifier,
        Some(Modifier::Start | Modifier::Mid | Modifier::End)
    );
    let is_approximate =
        timex.modifier == Some(Modifier::Approx) || (is_part && wording.bound.is_some());
    let sign = match (wording.is_uncertain, is_approximate) {
        (true, true) => "%",
        (true, false) => "?",
        (false, true) => "~",
        (false, false) => "",
    };
    let mark = |date: &str| {
        let parts = date.split('/').map(|part| format!("{part}{sign}"));
        parts.collect::<Vec<_>>().join("/")
    };
    Some(match wording.bound {
        Some(Bound::Since) => format!("{}/..", mark(&first_unit(days)?)),
        Some(Bound::After) => format!("{}/..", mark(&unit_after(days)?)),
        Some(Bound::Until) => format!("../{}", mark(&last_unit(days)?)),
        Some(Bound::Before) => format!("../{}", mark(&unit_before(days)?)),
        None => match timex.modifier.and_then(|m| third(days, m)) {
            Some(part) => {
                // Where a third of a span begins and ends is never exact.
                let sign = if wording.is_uncertain { "%" } else { "~" };
                let parts = part.split('/').map(|p| format!("{p}{sign}"));
                parts.collect::<Vec<_>>().join("/")
            }
            None => mark(&named(&timex.value).map_or_else(|| plain(days), Some)?),
        },
    })
}

/// Values that level 1 writes otherwise than as days: seasons, decades and centuries.
fn named(value: &str) -> Option<String> {
    let season = |code: &str| {
        Some(match code {
            "SP" => "21",
            "SU" => "22",
            "FA" => "23",
            "WI" => "24",
            _ => return None,
        })
    };
    let is_figures = value.bytes().all(|b| b.is_ascii_digit());
    match value.len() {
        3 if is_figures => Some(format!("{value}X")),
        2 if is_figures => Some(format!("{value}XX")),
        7 => Some(format!("{}-{}", value.get(..4)?, season(value.get(5..)?)?)),
        _ => None,
    }
}

/// The precision that the days of an interval show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    Year,
    Month,
    Day,
}

impl Precision {
    fn of(days: Interval) -> Self {
        let is_year = |d: NaiveDate| (d.month(), d.day()) == (1, 1);
        if is_year(days.start) && is_year(days.end) {
            Self::Year
        } else if days.start.day() == 1 && days.end.day() == 1 {
            Self::Month
        } else {
            Self::Day
        }
    }

    fn write(self, day: NaiveDate) -> Option<String> {
        if !(1..=9999).contains(&day.year()) {
            return None;
        }
        Some(match self {
            Self::Year => format!("{:04}", day.year()),
            Self::Month => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Day => day.to_string(),
        })
    }
}

fn plain(days: Interval) -> Option<String> {
    let (first, last) = (first_unit(days)?, last_unit(days)?);
    Some(if first == last {
        first
    } else {
        format!("{first}/{last}")
    })
}

fn first_unit(days: Interval) -> Option<String> {
    Precision::of(days).write(days.start)
}

fn last_unit(days: Interval) -> Option<String> {
    Precision::of(days).write(days.end.pred_opt()?)
}

fn unit_after(days: Interval) -> Option<String> {
    Precision::of(days).write(days.end)
}

fn unit_before(days: Interval) -> Option<String> {
    Precision::of(days).write(days.start.pred_opt()?)
}

/// “early”, “mid-” and “late” of a year or a month: its first, middle or last third.
fn third(days: Interval, modifier: Modifier) -> Option<String> {
    let n = match modifier {
        Modifier::Start => 0,
        Modifier::Mid => 1,
        Modifier::End => 2,
        _ => return None,
    };
    let start = days.start;
    match Precision::of(days) {
        Precision::Year if start.checked_add_months(Months::new(12)) == Some(days.end) => {
            let first = start.checked_add_months(Months::new(n * 4))?;
            let last = first.checked_add_months(Months::new(3))?;
            let (first, last) = (
                Precision::Month.write(first)?,
                Precision::Month.write(last)?,
            );
            Some(format!("{first}/{last}"))
        }
        Precision::Month if start.checked_add_months(Months::new(1)) == Some(days.end) => {
            let first = start.checked_add_days(Days::new(u64::from(n) * 10))?;
            let last = if n == 2 {
                days.end.pred_opt()?
            } else {
                first.checked_add_days(Days::new(9))?
            };
            Some(format!("{first}/{last}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, timex::timexes};

    /// What EDTF makes of the timexes of a text published on 14 June 2023.
    fn read(text: &str, language: &str) -> Vec<Option<String>> {
        let context = Context {
            published: NaiveDate::from_ymd_opt(2023, 6, 14),
            language: Some(language),
        };
        timexes(text, &context)
            .iter()
            .map(|t| edtf(t, wording(text, t)))
            .collect()
    }

    #[test]
    fn dates_are_written_as_level_1_has_them() {
        for (text, wanted) in [
            ("It was signed on 3 March 2019.", "2019-03-03"),
            ("It was signed in March 2019.", "2019-03"),
            ("It was signed in 2019.", "2019"),
            ("The 1990s were lean.", "199X"),
            ("The 19th century ended.", "18XX"),
            ("Rain fell in the summer of 2010.", "2010-22"),
            ("Rain fell in the winter of 2010.", "2010-24"),
            ("Sales fell in Q3 2021.", "2021-07/2021-09"),
            ("Sales fell in the first half of 2021.", "2021-01/2021-06"),
            ("Imports fell in 2016-2020.", "2016/2020"),
            ("They met on March 3–5, 2023.", "2023-03-03/2023-03-05"),
            ("They met last week.", "2023-06-05/2023-06-11"),
            ("They met at noon on Monday.", "2023-06-12"),
            ("Trade doubled in the past year.", "2022-06-14/2023-06-14"),
        ] {
            let found = read(text, "en");
            assert_eq!(found[0].as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_inexact_doubted_or_open_has_its_sign() {
        for (text, wanted) in [
            ("It was built around 2015.", "2015~"),
            ("It was built, perhaps in 2015.", "2015?"),
            ("It was built in 2015 (?) by nuns.", "2015?"),
            ("It was built possibly around 2015.", "2015%"),
            ("It was sold in early 2017.", "2017-01~/2017-04~"),
            ("It was sold in mid-May 2017.", "2017-05-11~/2017-05-20~"),
            ("It was sold at the end of 2017.", "2017-09~/2017-12~"),
            ("It has stood since 2015.", "2015/.."),
            ("It has stood since early 2015.", "2015~/.."),
            ("It fell after May 2015.", "2015-06/.."),
            ("It stood until 2015.", "../2015"),
            ("It had stood before 2015.", "../2014"),
        ] {
            let found = read(text, "en");
            assert_eq!(found[0].as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(
            read("Das Haus steht seit 2015.", "de"),
            [Some("2015/..".to_owned())]
        );
        assert_eq!(
            read("Дом стоял до 2015 года.", "ru"),
            [Some("../2015".to_owned())]
        );
    }

    #[test]
    fn what_is_not_placed_has_no_date() {
        for text in [
            "It is now closed.",
            "Every Monday it rains.",
            "It took two years.",
        ] {
            assert_eq!(read(text, "en"), [None], "{text}");
        }
        let unpublished = Context {
            published: None,
            language: Some("en"),
        };
        let text = "It was signed on May 30.";
        let found = timexes(text, &unpublished);
        assert_eq!(edtf(&found[0], Wording::default()), None);
    }
}
