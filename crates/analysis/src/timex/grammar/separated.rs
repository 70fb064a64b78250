//! Dates in figures and abbreviated names with signs between them: “23/Sep/2020”, “Sep-2020”,
//! “12/2015”, and weeks by their number or first day.

use super::Grammar;
use crate::timex::{
    calendar::Calendar,
    lexicon::{Key, Language},
    phrase::{Found, Origin, Part, Phrase, YearOf},
    register::Register,
    value::Unit,
};

/// A part of a date between signs.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Month(u32),
    /// One or two digits.
    Short(u32),
    Year(i32),
}

impl Grammar<'_> {
    /// A date whose parts are joined by “/”, “-” or “.”, a month among them in letters, or a month
    /// and a year in figures.
    pub(super) fn separated_date(&self, i: usize) -> Option<Found> {
        let may_open =
            self.is_spaced(i) || matches!(self.mark_before(i), Some('(' | '[' | '“' | '"' | '«'));
        if !may_open {
            return None;
        }
        self.separated_parts(i)
    }

    /// The same, whatever stands before it.
    pub(super) fn separated_parts(&self, i: usize) -> Option<Found> {
        let mark = self
            .mark(i + 1)
            .filter(|m| matches!(m, '-' | '/' | '.' | '‑'))?;
        let first = self.piece(i)?;
        let is_joined =
            |k: usize| self.is_mark(k, mark) && !self.is_spaced(k) && !self.is_spaced(k + 1);
        let second = self.piece(i + 2).filter(|_| is_joined(i + 1))?;
        let third = self.piece(i + 4).filter(|_| is_joined(i + 3));
        if third.is_some() && is_joined(i + 5) {
            return None;
        }
        let day = |month, day, year| {
            let part = Part::Day(month, day);
            Some(Found::new(Phrase::InYear { part, year }, i + 5))
        };
        let exact = YearOf::Exact;
        match (first, second, third) {
            (Piece::Short(d), Piece::Month(m), Some(Piece::Year(y)))
            | (Piece::Month(m), Piece::Short(d), Some(Piece::Year(y)))
            | (Piece::Year(y), Piece::Month(m), Some(Piece::Short(d)))
            | (Piece::Month(m), Piece::Year(y), Some(Piece::Short(d))) => day(m, d, exact(y)),
            (Piece::Short(d), Piece::Month(m), Some(Piece::Short(y))) => {
                day(m, d, exact(self.full_year(y, 2).cast_signed()))
            }
            (Piece::Month(m), Piece::Year(y), None) | (Piece::Year(y), Piece::Month(m), None) => {
                Some(self.month_in(m, y, i + 3))
            }
            // “2014-10”; “2009-10” is a season of two years.
            (Piece::Year(y), Piece::Short(m @ 1..=12), None)
                if mark == '-'
                    && (1900..=2100).contains(&y)
                    && i64::from(y % 100) >= i64::from(m)
                    && self.number(i + 2).is_some_and(|(_, digits)| digits == 2)
                    && !self.is(i + 3, Key::Counted)
                    && !(self
                        .mark(i + 3)
                        .is_some_and(|m| matches!(m, '-' | '/' | '.'))
                        && self.number(i + 4).is_some()) =>
            {
                Some(self.month_in(m, y, i + 3))
            }
            (Piece::Short(m @ 1..=12), Piece::Year(y), None)
                if (1900..=2100).contains(&y) && self.may_be_month_of_year(i, mark) =>
            {
                Some(self.month_in(m, y, i + 3))
            }
            (Piece::Month(m), Piece::Short(d), None)
                if mark == '/' && self.register == Register::Request =>
            {
                let part = Part::Day(m, d);
                let year = YearOf::Unsaid;
                Some(Found::new(Phrase::InYear { part, year }, i + 3))
            }
            _ => None,
        }
    }

    fn month_in(&self, month: u32, year: i32, end: usize) -> Found {
        let part = Part::Month(month);
        let year = YearOf::Exact(year);
        Found::new(Phrase::InYear { part, year }, end)
    }

    fn piece(&self, i: usize) -> Option<Piece> {
        if let Some((month, Calendar::Gregorian)) = self.word(i).month {
            return Some(Piece::Month(u32::from(month)));
        }
        match self.number(i)? {
            (value, 4) if (1000..=2100).contains(&value) => Some(Piece::Year(value.cast_signed())),
            (value @ 1..=99, 1..=2) => Some(Piece::Short(value)),
            _ => None,
        }
    }

    /// Whether “12/2015” is a month, and not the number of a law: a word that stands before dates
    /// leads to it, or nothing else does.
    fn may_be_month_of_year(&self, i: usize, mark: char) -> bool {
        let is_asked = self.register == Register::Request;
        let is_usual = mark == '/' || (mark == '.' && self.language != Language::English);
        let is_led = self.opens_sentence(i)
            || matches!(
                self.key_before(i),
                Some(
                    Key::In
                        | Key::Of
                        | Key::Since
                        | Key::Until
                        | Key::From
                        | Key::To
                        | Key::By
                        | Key::Before
                        | Key::After
                        | Key::Between
                )
            );
        // “No. 12/2015”.
        let before = if self.mark_before(i) == Some('.') {
            i.saturating_sub(1)
        } else {
            i
        };
        let is_dated = !matches!(self.key_before(before), Some(Key::Labelled));
        let goes_on = !self.is_spaced(i + 3)
            && matches!(self.mark(i + 3), Some('/' | '-' | '.'))
            && self.number(i + 4).is_some();
        is_dated && !goes_on && ((is_usual && is_led) || is_asked)
    }

    /// “week 31”, “the week 3 of 2027”, “calendar week 12 of last year”.
    pub(super) fn numbered_week(&self, i: usize) -> Option<Found> {
        let is_calendar = self.is_word(i, "calendar");
        let j = if is_calendar { i + 1 } else { i };
        if self.word(j).unit != Some(Unit::Week) || self.word(j).is_plural {
            return None;
        }
        let (n @ 1..=53, 1..=2) = self.number(j + 1)? else {
            return None;
        };
        let year = (self.is(j + 2, Key::Of) || self.is_mark(j + 2, ','))
            .then(|| self.year_after(j + 2))
            .flatten();
        let is_asked = self.register == Register::Request || is_calendar;
        let (year, end) = match year {
            Some(found) => found,
            None if is_asked => (YearOf::FromPublication(0), j + 2),
            None => return None,
        };
        let part = Part::Week(n);
        Some(Found::new(Phrase::InYear { part, year }, end))
    }

    /// “the week beginning February 4”, “w/c 4 February”.
    pub(super) fn week_beginning(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let is_short = self.is_word(i, "w") && self.is_mark(i + 1, '/') && self.is_word(i + 2, "c");
        let begins =
            |k: usize| matches!(self.word_text(k), "beginning" | "commencing" | "starting");
        let k = if is_short {
            i + 3
        } else if self.word(j).unit == Some(Unit::Week) && begins(j + 1) {
            self.skip(j + 2, Key::On)
        } else {
            return None;
        };
        let of = [self.date(k), self.numeric_date(k)];
        let of = of.into_iter().flatten().max_by_key(|f| f.end)?;
        let phrase = Phrase::Around {
            unit: Unit::Week,
            day: Box::new(of.phrase),
        };
        Some(Found::new(phrase, of.end))
    }

    /// “the week after next”, “the month before last”.
    pub(super) fn unit_after_next(&self, i: usize) -> Option<Found> {
        let j = self.is(i, Key::The).then_some(i + 1)?;
        let unit = self.word(j).unit.filter(|u| !u.is_clock())?;
        let by = match (self.key(j + 1)?, self.key(j + 2)?) {
            (Key::After, Key::Next) => 2,
            (Key::Before, Key::Last) => -2,
            _ => return None,
        };
        // “the year before last year's vote” is of another year.
        let next = self.word(j + 3);
        let is_free = next.unit.is_none()
            && next.weekday.is_none()
            && next.month.is_none()
            && !self.word(j).is_plural;
        let origin = Origin::Publication;
        is_free.then(|| Found::new(Phrase::Shift { unit, by, origin }, j + 3))
    }
}
