//! Expressions that count from publication or from the story: “last year”, “two days later”.

use super::{Grammar, Parsed};
use crate::timex::{
    Modifier,
    lexicon::Key,
    phrase::{Amount, Found, Origin, Part, Phrase, Pick, Reference, TimeOfDay, YearOf},
    value::{DayPart, Point, Quantity, Unit},
};

impl Grammar<'_> {
    pub(super) fn relative(&self, i: usize) -> Option<Found> {
        let plain = self.plain_relative(i);
        let phased = self.phase(i).and_then(|(modifier, j)| {
            let found = self.plain_relative(j)?;
            Some(Self::modified(found, modifier))
        });
        let found = [plain, phased, self.apart(i), self.year_end(i)];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    fn plain_relative(&self, i: usize) -> Option<Found> {
        let found = [
            self.day_word(i),
            self.weekday_expression(i),
            self.relative_unit(i),
            self.led_month(i),
            self.story_day(i),
        ];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// “today”, “yesterday morning”, “tonight”, “this evening”, “last night”.
    fn day_word(&self, i: usize) -> Option<Found> {
        let shift = |by| Phrase::Shift {
            unit: Unit::Day,
            by,
            origin: Origin::Publication,
        };
        let (by, j) = match self.key(i)? {
            Key::Today => (0, i + 1),
            Key::Yesterday => (-1, i + 1),
            Key::Tomorrow => (1, i + 1),
            Key::Tonight => return Some(Found::new(at_part(shift(0), DayPart::Night), i + 1)),
            Key::The if self.is_word(i + 1, "day") => {
                let by = match (self.key(i + 2)?, self.key(i + 3)?) {
                    (Key::Before, Key::Yesterday) => -2,
                    (Key::After, Key::Tomorrow) => 2,
                    _ => return None,
                };
                return Some(Found::new(shift(by), i + 4));
            }
            Key::This => {
                let part = self.single_part(i + 1)?;
                return Some(Found::new(at_part(shift(0), part), i + 2));
            }
            Key::Last
                if self.word(i + 1).unit == Some(Unit::Night) && !self.word(i + 1).is_plural =>
            {
                return Some(Found::new(at_part(shift(-1), DayPart::Night), i + 2));
            }
            _ => return None,
        };
        Some(match self.single_part(j) {
            Some(part) => Found::new(at_part(shift(by), part), j + 1),
            None => Found::new(shift(by), j),
        })
    }

    fn single_part(&self, i: usize) -> Option<DayPart> {
        self.word(i).part.filter(|_| !self.word(i).is_plural)
    }

    /// “Tuesday”, “last Friday night”, “Tuesday of next week”, “Friday in the morning”.
    fn weekday_expression(&self, i: usize) -> Option<Found> {
        let ((day, pick), j) = self.weekday(i)?;
        let weekday = |pick| Phrase::Weekday { day, pick };
        let k = if matches!(self.key(j), Some(Key::Of)) {
            j + 1
        } else {
            j
        };
        if let Some(Found {
            end,
            phrase:
                Phrase::Shift {
                    unit: Unit::Week,
                    by,
                    ..
                },
            ..
        }) = self.relative_unit(k)
        {
            return Some(Found::new(weekday(Pick::Week(by)), end));
        }
        let part_at = if self.is(j, Key::In) && self.is(j + 1, Key::The) {
            j + 2
        } else {
            j
        };
        Some(match self.single_part(part_at) {
            Some(part) => Found::new(at_part(weekday(pick), part), part_at + 1),
            None => Found::new(weekday(pick), j),
        })
    }

    /// “last year”, “this week”, “the following month”, “next weekend”, “the current quarter”.
    pub(super) fn relative_unit(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let has_article = j > i;
        // “this past week”, “this coming week”.
        let is_turned =
            self.is(j, Key::This) && matches!(self.key(j + 1), Some(Key::Past | Key::Coming));
        let (origin, by) = match self.key(j)? {
            Key::This if is_turned => (
                Origin::Publication,
                if self.is(j + 1, Key::Past) { -1 } else { 1 },
            ),
            // “the past year” and “the last year” are windows up to now.
            Key::Last if !has_article => (Origin::Publication, -1),
            Key::Next if !has_article => (Origin::Publication, 1),
            Key::This | Key::Current => (Origin::Publication, 0),
            Key::Coming => (Origin::Publication, 1),
            Key::That | Key::Same => (Origin::Story, 0),
            Key::Following => (Origin::Story, 1),
            Key::Previous => (Origin::Story, -1),
            Key::Next
                if self
                    .word(j + 1)
                    .unit
                    .is_some_and(|u| matches!(u, Unit::Day | Unit::Night)) =>
            {
                (Origin::Story, 1)
            }
            Key::Next
                if matches!(
                    self.word(j + 1).part,
                    Some(DayPart::Morning | DayPart::Evening | DayPart::Afternoon)
                ) =>
            {
                let day = Phrase::Shift {
                    unit: Unit::Day,
                    by: 1,
                    origin: Origin::Story,
                };
                return Some(Found::new(at_part(day, self.single_part(j + 1)?), j + 2));
            }
            _ => return None,
        };
        let k = match self.key(j) {
            Some(Key::This) if self.is(j + 1, Key::Current) || is_turned => j + 2,
            Some(Key::That) if self.is(j + 1, Key::Same) => j + 2,
            _ => j + 1,
        };
        let k = self.skip(k, Key::Fiscal);
        let is_calendar = self.is_word(k, "calendar");
        let k = if is_calendar { k + 1 } else { k };
        let word = self.word(k);
        if word.is_plural {
            // “these days” is now; other plurals are durations.
            let is_now = self.is_word(j, "these") && word.unit == Some(Unit::Day);
            return is_now.then(|| Found::new(Phrase::Reference(Reference::Present), k + 1));
        }
        if origin == Origin::Story && self.single_part(k).is_some() && by == 0 {
            let day = Phrase::Shift {
                unit: Unit::Day,
                by,
                origin,
            };
            return Some(Found::new(at_part(day, self.single_part(k)?), k + 1));
        }
        let unit = word.unit?;
        // “this second”, “that minute”, “last day” are no dates, nor is a fortnight.
        if unit.is_clock() || unit == Unit::Fortnight || self.hyphen(k + 1).is_some() {
            return None;
        }
        // “last night” is a part of a day.
        let is_day = unit == Unit::Night || (unit == Unit::Day && by != 1);
        if origin == Origin::Publication && is_day {
            return None;
        }
        let end = k + 1;
        let phrase = match unit {
            Unit::Quarter if by == 0 => Phrase::Period {
                unit: Some(unit),
                years: 0,
            },
            _ => Phrase::Shift { unit, by, origin },
        };
        Some(Found::new(phrase, end))
    }

    /// “last April”, “next March”, “this May”.
    fn led_month(&self, i: usize) -> Option<Found> {
        let j = if self.is(i, Key::This) && matches!(self.key(i + 1), Some(Key::Past | Key::Coming))
        {
            i + 1
        } else {
            i
        };
        let year = match self.key(j)? {
            Key::Last | Key::Past => YearOf::LastOne,
            Key::Next | Key::Coming => YearOf::NextOne,
            Key::This => YearOf::FromPublication(0),
            _ => return None,
        };
        let (month, end) = self.month(j + 1)?;
        self.is_capital(j + 1).then_some(())?;
        let phrase = Phrase::InYear {
            part: Part::Month(month),
            year,
        };
        // “last April 3” is read as a day.
        self.number(end).is_none().then(|| Found::new(phrase, end))
    }

    /// “the day”, “the week”, “the weekend”, “the month”, “the year” of which the text speaks.
    fn story_day(&self, i: usize) -> Option<Found> {
        let j = self.is(i, Key::The).then_some(i + 1)?;
        let j = if self.is(j, Key::Fiscal) || self.is_word(j, "full") {
            j + 1
        } else {
            j
        };
        let unit = self.word(j).unit.filter(|_| !self.word(j).is_plural)?;
        let next = self.key(j + 1);
        let is_led = matches!(
            self.key_before(i),
            Some(Key::In | Key::For | Key::End | Key::During | Key::Over | Key::On)
        ) || self.is_word(i.saturating_sub(1), "ending")
            || self.is_word(i.saturating_sub(1), "finish")
            // “the end of the year”, but not “the book of the year”.
            || (self.key_before(i) == Some(Key::Of) && i >= 2 && self.phase(i - 2).is_some());
        let is_free = !matches!(
            next,
            Some(
                Key::Before
                    | Key::After
                    | Key::That
                    | Key::Of
                    | Key::To
                    | Key::Ended
                    | Key::Old
                    | Key::Long
            )
        ) && self.hyphen(j + 1).is_none()
            && self.number(j + 1).is_none()
            && self.word(j + 1).unit.is_none();
        let is_story = match unit {
            Unit::Weekend => true,
            Unit::Year if self.is(j + 1, Key::Ended) => return Some(Found::new(one_year(), j + 1)),
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => is_led && is_free,
            _ => false,
        };
        let phrase = Phrase::Shift {
            unit,
            by: 0,
            origin: Origin::Publication,
        };
        is_story.then(|| Found::new(phrase, j + 1))
    }

    /// “two weeks ago”, “a year earlier”, “three days later”, “in two weeks”, “two days from now”.
    fn apart(&self, i: usize) -> Option<Found> {
        let (modifier, j) = self.hedge(i).map_or((None, i), |(m, j)| (Some(m), j));
        let (amount, j) = self.amount(j)?;
        let j = self.fillers(j);
        let unit = self.word(j).unit?;
        let k = self.half_after(j + 1).unwrap_or(j + 1);
        let (direction, origin, end) = match self.key(k)? {
            Key::Ago => (-1, Origin::Publication, k + 1),
            Key::Earlier | Key::Previous => (-1, Origin::Story, k + 1),
            Key::Later => (1, Origin::Story, k + 1),
            Key::Hence => (1, Origin::Publication, k + 1),
            Key::From if self.is_word(k + 1, "now") || self.is(k + 1, Key::Today) => {
                (1, Origin::Publication, k + 2)
            }
            Key::From if self.is(k + 1, Key::Tomorrow) => {
                let Amount::Exact(n) = amount else {
                    return None;
                };
                let by = n.as_whole()? * if unit == Unit::Week { 7 } else { 1 };
                let is_days = matches!(unit, Unit::Day | Unit::Week);
                let phrase = Phrase::DayShift {
                    unit: Unit::Day,
                    by: by + 1,
                    origin: Origin::Publication,
                };
                return is_days.then(|| Found::new(phrase, k + 2));
            }
            _ => return None,
        };
        let phrase = self.apart_phrase(amount, unit, direction, origin, modifier);
        Some(Found {
            end,
            phrase,
            modifier,
        })
    }

    fn apart_phrase(
        &self,
        amount: Amount,
        unit: Unit,
        direction: i32,
        origin: Origin,
        modifier: Option<Modifier>,
    ) -> Phrase {
        let reference = if direction < 0 {
            Reference::Past
        } else {
            Reference::Future
        };
        let Amount::Exact(n) = amount else {
            return Phrase::Reference(reference);
        };
        if unit == Unit::Year && n.hundredths % 100 == 50 {
            // “two and a half years ago” is a month.
            let months = i32::try_from(n.hundredths * 12 / 100).unwrap_or(i32::MAX);
            let by = months.saturating_mul(direction);
            let unit = Unit::Month;
            return Phrase::Shift { unit, by, origin };
        }
        let Some(n) = n.as_whole() else {
            return Phrase::Duration {
                amount,
                unit,
                is_up_to_now: false,
            };
        };
        let by = n.saturating_mul(direction);
        match unit {
            _ if unit.is_clock() => Phrase::Reference(reference),
            Unit::Year if n == 1 => Phrase::YearsApart { by, origin },
            Unit::Week | Unit::Fortnight if modifier.is_none() => {
                Phrase::DayShift { unit, by, origin }
            }
            // “a decade ago” is not any year of that decade.
            Unit::Decade => Phrase::Shift {
                unit: Unit::Year,
                by: by.saturating_mul(10),
                origin,
            },
            _ => Phrase::Shift { unit, by, origin },
        }
    }

    /// The index after “and a half”.
    pub(super) fn half_after(&self, i: usize) -> Option<usize> {
        (self.is(i, Key::And) && self.is(i + 1, Key::A) && self.is(i + 2, Key::Half))
            .then_some(i + 3)
    }

    /// “year-end”, “year's end”, “month-end”.
    fn year_end(&self, i: usize) -> Option<Found> {
        let (modifier, i) = self.hedge(i).map_or((None, i), |(m, j)| (Some(m), j));
        let unit = self
            .word(i)
            .unit
            .filter(|u| matches!(u, Unit::Year | Unit::Month | Unit::Quarter))?;
        let j = self.possessive(i + 1).unwrap_or_else(|| self.joined(i + 1));
        let phrase = Phrase::Shift {
            unit,
            by: 0,
            origin: Origin::Publication,
        };
        let is_end = self.is_word(j, "end") && !self.word(i).is_plural;
        is_end.then_some(Found {
            end: j + 1,
            phrase,
            modifier: modifier.or(Some(Modifier::End)),
        })
    }
}

fn one_year() -> Phrase {
    Phrase::Duration {
        amount: Amount::Exact(Quantity::whole(1)),
        unit: Unit::Year,
        is_up_to_now: false,
    }
}

/// A part of a day.
pub(super) fn at_part(day: Phrase, part: DayPart) -> Phrase {
    Phrase::Time {
        time: TimeOfDay::Part(part),
        day: Some(Box::new(day)),
    }
}

impl Grammar<'_> {
    /// A day, for a time of day to belong to.
    pub(super) fn day_for_time(&self, i: usize) -> Parsed<Phrase> {
        let found = self
            .date(i)
            .or_else(|| self.day_word(i))
            .or_else(|| self.weekday_expression(i))?;
        let is_day = matches!(
            found.phrase,
            Phrase::InYear {
                part: Part::Day(..),
                ..
            } | Phrase::Weekday { .. }
                | Phrase::Shift {
                    unit: Unit::Day,
                    ..
                }
                | Phrase::Point(Point::Day(_))
        );
        is_day.then_some((found.phrase, found.end))
    }
}
