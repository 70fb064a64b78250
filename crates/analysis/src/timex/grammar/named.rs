//! Seasons and holidays.

use chrono::Weekday;

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Part, Phrase, YearOf},
    register::Register,
    value::{Season, Unit},
};

/// A day of the calendar by its name.
#[derive(Debug, Clone, Copy)]
enum Holiday {
    In(Part),
    /// The n-th weekday of a month; 0 is the last.
    Nth(u32, Weekday, u32),
}

const fn on(month: u32, day: u32) -> Holiday {
    Holiday::In(Part::Day(month, day))
}

const fn easter(days: i32) -> Holiday {
    Holiday::In(Part::Easter(days))
}

const fn lunar(month: u32, day: u32) -> Holiday {
    Holiday::In(Part::Lunar(month, Some(day)))
}

/// Names of days and of Ramadan, longer before shorter ones; “'s” may follow any word. What one
/// country alone calls by a common name (“Independence Day”) is left out.
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("new year eve", on(12, 31)),
    ("new year day", on(1, 1)),
    ("new year", on(1, 1)),
    ("orthodox christmas", on(1, 7)),
    ("orthodox easter", Holiday::In(Part::OrthodoxEaster(0))),
    ("xmas", on(12, 25)),
    ("christmas eve", on(12, 24)),
    ("christmas day", on(12, 25)),
    ("christmas", on(12, 25)),
    ("boxing day", on(12, 26)),
    ("epiphany", on(1, 6)),
    ("halloween", on(10, 31)),
    ("valentine day", on(2, 14)),
    ("saint patrick day", on(3, 17)),
    ("st patrick day", on(3, 17)),
    ("international women day", on(3, 8)),
    ("women day", on(3, 8)),
    ("april fools day", on(4, 1)),
    ("earth day", on(4, 22)),
    ("may day", on(5, 1)),
    ("victory day", on(5, 9)),
    ("juneteenth", on(6, 19)),
    ("bastille day", on(7, 14)),
    ("armistice day", on(11, 11)),
    ("veterans day", on(11, 11)),
    ("remembrance day", on(11, 11)),
    ("human rights day", on(12, 10)),
    ("thanksgiving day", Holiday::Nth(4, Weekday::Thu, 11)),
    ("thanksgiving", Holiday::Nth(4, Weekday::Thu, 11)),
    ("labor day", Holiday::Nth(1, Weekday::Mon, 9)),
    ("memorial day", Holiday::Nth(0, Weekday::Mon, 5)),
    ("columbus day", Holiday::Nth(2, Weekday::Mon, 10)),
    ("martin luther king day", Holiday::Nth(3, Weekday::Mon, 1)),
    ("mlk day", Holiday::Nth(3, Weekday::Mon, 1)),
    ("presidents day", Holiday::Nth(3, Weekday::Mon, 2)),
    ("shrove tuesday", easter(-47)),
    ("ash wednesday", easter(-46)),
    ("palm sunday", easter(-7)),
    ("maundy thursday", easter(-3)),
    ("good friday", easter(-2)),
    ("easter sunday", easter(0)),
    ("easter monday", easter(1)),
    ("easter", easter(0)),
    ("ascension day", easter(39)),
    ("whit monday", easter(50)),
    ("pentecost", easter(49)),
    ("trinity sunday", easter(56)),
    ("nowruz", Holiday::In(Part::Nowruz)),
    ("novruz", Holiday::In(Part::Nowruz)),
    ("eid al fitr", lunar(10, 1)),
    ("eid al adha", lunar(12, 10)),
    ("ashura", lunar(1, 10)),
    ("ramadan", Holiday::In(Part::Lunar(9, None))),
];

impl Grammar<'_> {
    /// “spring 2020”, “the summer of 1998”, “last fall”, “this summer”.
    pub(super) fn season(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let (season, after, led) = self.led_season(j)?;
        if let Some((year, end)) = self.year_after(after).filter(|_| led.is_none()) {
            let end = self.second_year(year, end);
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

    /// The index after the second year of a winter: “the winter of 2022-23”.
    fn second_year(&self, year: YearOf, end: usize) -> usize {
        let YearOf::Exact(year) = year else {
            return end;
        };
        let next = u32::try_from(year + 1).unwrap_or(0);
        let j = match self.range_dash(end) {
            Some(j) => j,
            None if self.is_mark(end, '/') => end + 1,
            None => return end,
        };
        match self.number(j) {
            Some((n, 4)) if n == next => j + 1,
            Some((n, 2)) if n == next % 100 => j + 1,
            _ => end,
        }
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
            Some(Key::Last | Key::Previous) => Some(YearOf::LastOne),
            Some(Key::Next | Key::Coming) => Some(YearOf::NextOne),
            Some(Key::This) => Some(YearOf::FromPublication(0)),
            _ => None,
        };
        let (holiday, end) = self.holiday_name(if led.is_some() { i + 1 } else { i })?;
        let (year, end) = match led {
            Some(year) => (year, end),
            None => self.year_after(end).unwrap_or((YearOf::Unsaid, end)),
        };
        let phrase = match holiday {
            Holiday::In(part) => Phrase::InYear { part, year },
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
        let is_written = self.is_capital(i) || self.register == Register::Request;
        let may_be = self.is(i, Key::Holiday) || self.word(i).month.is_some();
        if !may_be || !is_written {
            return None;
        }
        HOLIDAYS.iter().find_map(|(name, holiday)| {
            let mut at = i;
            for word in name.split(' ') {
                let is_joined = matches!(self.mark(at), Some('-' | '.' | '’' | '\''));
                at += usize::from(is_joined && at > i);
                if !self.is_word(at, word) {
                    return None;
                }
                at = self.possessive(at + 1).unwrap_or(at + 1);
            }
            Some((*holiday, at))
        })
    }
}
