//! Seasons and holidays.

use chrono::Weekday;

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Part, Phrase, YearOf},
    value::{Season, Unit},
};

/// A day of the calendar by its name: month and day, or a rule for movable days.
enum Holiday {
    Fixed(u32, u32),
    /// The n-th weekday of a month; 0 is the last.
    Nth(u32, Weekday, u32),
}

impl Grammar<'_> {
    /// “spring 2020”, “the summer of 1998”, “last fall”, “this summer”.
    pub(super) fn season(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let (season, after, led) = self.led_season(j)?;
        if let Some((year, end)) = self.year_after(after).filter(|_| led.is_none()) {
            return Some(Found::new(
                Phrase::InYear {
                    part: Part::Season(season),
                    year,
                },
                end,
            ));
        }
        let year = match led {
            Some(year) => year,
            None if self.is_lone_season(i, j) => YearOf::Unsaid,
            None => return None,
        };
        Some(Found::new(
            Phrase::InYear {
                part: Part::Season(season),
                year,
            },
            after,
        ))
    }

    /// A season with the word that says which: the season, the index after, the year.
    fn led_season(&self, i: usize) -> Option<(Season, usize, Option<YearOf>)> {
        let year = match self.key(i) {
            Some(Key::Last) => Some(YearOf::LastOne),
            Some(Key::This) if self.is(i + 1, Key::Past) => Some(YearOf::LastOne),
            Some(Key::Next) => Some(YearOf::NextOne),
            Some(Key::This) => Some(YearOf::FromPublication(0)),
            _ => None,
        };
        let Some(year) = year else {
            let season = self.word(i).season.filter(|_| !self.word(i).is_plural)?;
            return Some((season, i + 1, None));
        };
        let j = if self.is(i, Key::This) && matches!(self.key(i + 1), Some(Key::Past | Key::Coming))
        {
            i + 2
        } else {
            i + 1
        };
        let season = self.word(j).season.filter(|_| !self.word(j).is_plural)?;
        Some((season, j + 1, Some(year)))
    }

    fn is_lone_season(&self, i: usize, j: usize) -> bool {
        // “fall” and “spring” are verbs more often than seasons.
        let is_led = matches!(
            self.key_before(i),
            Some(
                Key::In
                    | Key::Over
                    | Key::During
                    | Key::By
                    | Key::Since
                    | Key::Until
                    | Key::Early
                    | Key::Late
                    | Key::Mid
                    | Key::Of
                    | Key::This
            )
        );
        is_led
            && (j > i || matches!(self.word(j).season, Some(Season::Summer | Season::Winter)))
            && !self.is_mark(j + 1, '-')
    }

    /// “New Year's Eve 2020”, “last Thanksgiving”, “Christmas Day”.
    pub(super) fn holiday(&self, i: usize) -> Option<Found> {
        let led = match self.key(i) {
            Some(Key::Last) => Some(YearOf::LastOne),
            Some(Key::Next) => Some(YearOf::NextOne),
            Some(Key::This) => Some(YearOf::FromPublication(0)),
            _ => None,
        };
        let (holiday, end) = self.holiday_name(if led.is_some() { i + 1 } else { i })?;
        let (year, end) = match led {
            Some(year) => (year, end),
            None => self.year_after(end).unwrap_or((YearOf::Unsaid, end)),
        };
        let phrase = match holiday {
            Holiday::Fixed(month, day) => Phrase::InYear {
                part: Part::Day(month, day),
                year,
            },
            Holiday::Nth(n, weekday, month) => Phrase::Nth {
                n,
                unit: Unit::Day,
                weekday: Some(weekday),
                of: Box::new(Phrase::InYear {
                    part: Part::Month(month),
                    year,
                }),
            },
        };
        Some(Found::new(phrase, end))
    }

    fn holiday_name(&self, i: usize) -> Parsed<Holiday> {
        if !self.is_capital(i) {
            return None;
        }
        const NAMES: [(&[&str], Holiday); 11] = [
            (&["new", "year", "eve"], Holiday::Fixed(12, 31)),
            (&["new", "year", "day"], Holiday::Fixed(1, 1)),
            (&["christmas", "eve"], Holiday::Fixed(12, 24)),
            (&["christmas", "day"], Holiday::Fixed(12, 25)),
            (&["christmas"], Holiday::Fixed(12, 25)),
            (&["halloween"], Holiday::Fixed(10, 31)),
            (&["valentine", "day"], Holiday::Fixed(2, 14)),
            (&["thanksgiving", "day"], Holiday::Nth(4, Weekday::Thu, 11)),
            (&["thanksgiving"], Holiday::Nth(4, Weekday::Thu, 11)),
            (&["labor", "day"], Holiday::Nth(1, Weekday::Mon, 9)),
            (&["memorial", "day"], Holiday::Nth(0, Weekday::Mon, 5)),
        ];
        NAMES.into_iter().find_map(|(words, holiday)| {
            let mut at = i;
            for word in words {
                if !self.is_word(at, word) {
                    return None;
                }
                at = self.possessive(at + 1).unwrap_or(at + 1);
            }
            Some((holiday, at))
        })
    }
}
