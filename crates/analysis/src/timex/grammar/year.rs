//! Years, decades and centuries, and the numbers that only look like years.

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Part, Phrase, YearOf},
    register::Register,
    value::{Point, Unit},
};

impl Grammar<'_> {
    /// A number of four digits that can be a year, whatever stands around it.
    pub(super) fn plain_year(&self, i: usize) -> Parsed<i32> {
        let (value, digits) = self.number(i)?;
        let is_glued = !self.is_spaced(i + 1)
            && (self.tokens.get(i + 1).is_some_and(|t| {
                t.word.month.is_none() && self.word_text(i + 1).chars().all(char::is_alphabetic)
            }) || (matches!(self.mark(i + 1), Some(',' | '.'))
                && !self.is_spaced(i + 2)
                && self.number(i + 2).is_some())
                || matches!(self.mark(i + 1), Some('%')));
        (digits == 4 && (1000..=2100).contains(&value) && !is_glued)
            .then_some((value.cast_signed(), i + 1))
    }

    /// A year in digits or words.
    pub(super) fn year_number(&self, i: usize) -> Parsed<i32> {
        self.plain_year(i).or_else(|| self.year_words(i))
    }

    /// The year that a date names after itself: “, 1998”, “of 1998”, “last year”, “of this year”.
    pub(super) fn year_after(&self, i: usize) -> Parsed<YearOf> {
        let j = self.skip_comma(i);
        if let Some((year, end)) = self.year_number(j) {
            return Some((YearOf::Exact(year), end));
        }
        let j = match self.key(i) {
            Some(Key::Of | Key::In) => i + 1,
            _ => self.hyphen(i).unwrap_or(i),
        };
        if let Some((year, end)) = self.year_number(j) {
            return Some((YearOf::Exact(year), end));
        }
        self.named_year(j)
    }

    /// “last year”, “this year”, “the year”, “that year”, “the following year”.
    pub(super) fn named_year(&self, i: usize) -> Parsed<YearOf> {
        let j = self.skip(i, Key::The);
        let (year, k) = match self.key(j)? {
            Key::Last => (YearOf::FromPublication(-1), j + 1),
            Key::Next | Key::Coming => (YearOf::FromPublication(1), j + 1),
            Key::This | Key::Current => (YearOf::FromPublication(0), j + 1),
            Key::That | Key::Same => (YearOf::FromStory(0), j + 1),
            Key::Following => (YearOf::FromStory(1), j + 1),
            Key::Previous => (YearOf::FromStory(-1), j + 1),
            _ => return None,
        };
        let k = self.skip(k, Key::Fiscal);
        let k = if self.is_word(k, "calendar") {
            k + 1
        } else {
            k
        };
        let is_year = self.word(k).unit == Some(Unit::Year) && !self.word(k).is_plural;
        is_year.then_some((year, k + 1))
    }

    /// A year that stands alone, with what may introduce it: “the year 2000”, “fiscal 1988”.
    pub(super) fn lone_year(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let mut k = self.skip(j, Key::Fiscal);
        if self.word(k).unit == Some(Unit::Year) && !self.word(k).is_plural {
            k += 1;
        }
        let (year, end) = self.year_number(k)?;
        // “the 1998 campaign” is no name of a year; “the year 1998” and “fiscal 1998” are.
        if k == j && (j > i || !self.is_bare_year(k, end)) {
            return None;
        }
        let phrase = Phrase::InYear {
            part: Part::Whole,
            year: YearOf::Exact(year),
        };
        Some(Found::new(phrase, end))
    }

    /// Whether the four digits at `i` are a year by what stands before and after them.
    fn is_bare_year(&self, i: usize, end: usize) -> bool {
        let Some((value, _)) = self.number(i) else {
            return true;
        };
        if self.is_code_before(i) || self.is_counted_after(end) {
            return false;
        }
        let is_bracketed =
            self.is_mark(i.wrapping_sub(1), '(') && matches!(self.mark(end), Some(')' | '–' | '-'));
        match value {
            1900..=2049 => true,
            1500..=1899 => is_bracketed || self.leads_year(i),
            _ => matches!(
                self.key_before(i),
                Some(
                    Key::In
                        | Key::Since
                        | Key::Until
                        | Key::Before
                        | Key::After
                        | Key::Between
                        | Key::During
                )
            ),
        }
    }

    /// Whether what stands before `i` makes its number a price, a page, a code or a quantity.
    fn is_code_before(&self, i: usize) -> bool {
        let is_opened = matches!(
            self.mark_before(i),
            Some('(' | '[' | '“' | '"' | '\'' | '‘' | '—')
        );
        if !self.is_spaced(i) && !is_opened {
            // “555-1998”, “$1998”, “A-2000”; but “post-1959”, “mid-1996”.
            let is_after_word = i >= 2
                && self.hyphen(i - 1).is_some()
                && (self.word(i - 2).is_known() || matches!(self.word_text(i - 2), "post" | "pre"));
            if !is_after_word {
                return true;
            }
        }
        let is_label = |k: usize| self.is(k, Key::Labelled);
        // “more than 1998” is a number, “later than 1998” a year.
        let is_compared = self.key_before(i) == Some(Key::Than)
            && !(i >= 2 && matches!(self.key(i - 2), Some(Key::Later | Key::Earlier)));
        is_compared
            || matches!(
                self.key_before(i),
                Some(Key::Labelled | Key::Nearly | Key::Over)
            )
            || (i >= 2 && self.is_mark(i - 1, '.') && is_label(i - 2))
    }

    /// Whether what stands at `end` is counted by the number before it: “1990 tons”, “1990%”.
    fn is_counted_after(&self, end: usize) -> bool {
        let next = self.word(end);
        let is_amount = next.key == Some(Key::Counted) || (next.unit.is_some() && next.is_plural);
        let is_glued =
            matches!(self.mark(end), Some('%' | '°' | '/' | '½' | ':')) && !self.is_spaced(end);
        let goes_on = |j: usize| self.number(j).is_some() || self.word(j).unit.is_some();
        is_amount || is_glued || self.hyphen(end).is_some_and(goes_on)
    }

    /// “2016-2020”, “1998-99”, “2016/17”.
    pub(super) fn year_range(&self, i: usize) -> Option<Found> {
        let (first, j) = self.plain_year(i)?;
        if !self.is_spaced(i)
            && !matches!(self.mark_before(i), Some('(' | '[' | '“' | '"'))
            && !self.has_hyphened_prefix(i)
        {
            return None;
        }
        let k = self.range_dash(j).or_else(|| {
            (self.is_mark(j, '/') && !self.is_spaced(j) && !self.is_spaced(j + 1)).then_some(j + 1)
        })?;
        let last = match self.number(k)? {
            (value, 4) => value.cast_signed(),
            (value, 2) => first - first % 100 + value.cast_signed(),
            _ => return None,
        };
        // A third number would make it a date or a code.
        let ends = !matches!(self.mark(k + 1), Some('-' | '/' | '.' | ','))
            || self.is_spaced(k + 2)
            || self.number(k + 2).is_none();
        if !(1500..=2100).contains(&first) || last <= first || last > first + 200 || !ends {
            return None;
        }
        let year = |y| Box::new(Phrase::Point(Point::Year(y)));
        Some(Found::new(
            Phrase::Span {
                from: year(first),
                to: year(last),
            },
            k + 1,
        ))
    }

    /// “the 1990s”, “the '90s”, “the nineties”, “1990's”.
    pub(super) fn decade(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let (year, end) = match (self.is_elision(j), self.number(j)) {
            (true, _) => match self.number(j + 1)? {
                (value, 2) if value % 10 == 0 => (1900 + value, self.plural_s(j + 2)?),
                _ => return None,
            },
            (false, Some((value, 4))) if (1000..=2100).contains(&value) && value % 10 == 0 => {
                (value, self.plural_s(j + 1)?)
            }
            (false, Some((value, 2))) if j > i && value % 10 == 0 => {
                (1900 + value, self.plural_s(j + 1)?)
            }
            (false, Some(_)) => return None,
            (false, None) => (1900 + self.decade_word(j)?, j + 1),
        };
        let year = i32::try_from(year).ok()?;
        // “the 1900s” is the century, “the 2000s” the decade.
        let is_century = year % 100 == 0 && year < 2000;
        let point = if is_century {
            Point::Century(year)
        } else {
            Point::Decade(year)
        };
        Some(Found::new(Phrase::Point(point), end))
    }

    /// “since '82”, “spring '99”: a year without its century.
    pub(super) fn short_year(&self, i: usize) -> Option<Found> {
        let (value, 2) = self.number(i + 1).filter(|_| self.is_elision(i))? else {
            return None;
        };
        let is_whole = self.is_spaced(i + 2) || self.mark(i + 2).is_some();
        let century = if value < 40 { 2000 } else { 1900 };
        let year = YearOf::Exact(i32::try_from(century + value).ok()?);
        let phrase = Phrase::InYear {
            part: Part::Whole,
            year,
        };
        (is_whole && self.is_spaced(i) && self.leads_year(i)).then(|| Found::new(phrase, i + 2))
    }

    /// Whether an apostrophe at `i` stands for the century of the digits glued to it.
    fn is_elision(&self, i: usize) -> bool {
        matches!(self.mark(i), Some('\'' | '’' | '‘')) && !self.is_spaced(i + 1)
    }

    /// Whether the word before `i` announces a year: “since '82”, “in 1850”.
    fn leads_year(&self, i: usize) -> bool {
        let announces = matches!(
            self.key_before(i),
            Some(
                Key::In
                    | Key::Since
                    | Key::By
                    | Key::Until
                    | Key::Of
                    | Key::From
                    | Key::To
                    | Key::Before
                    | Key::After
                    | Key::Between
                    | Key::During
                    | Key::Through
                    | Key::About
                    | Key::Early
                    | Key::Late
                    | Key::Mid
                    | Key::And
                    | Key::For
            )
        );
        let names = |k: usize| self.word(k).season.is_some() || self.word(k).month.is_some();
        announces || i.checked_sub(1).is_some_and(names)
    }

    fn decade_word(&self, i: usize) -> Option<u32> {
        let names = [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ];
        let at = names.iter().position(|n| self.is_word(i, n))?;
        let is_led = self.is(i.checked_sub(1)?, Key::The)
            || matches!(self.key_before(i), Some(Key::Early | Key::Late));
        is_led.then(|| u32::try_from(at * 10 + 20).ok())?
    }

    /// The index after a plural “s” or “'s” glued to a number.
    fn plural_s(&self, i: usize) -> Option<usize> {
        let may_be_free = self.register == Register::Request;
        if self.is_word(i, "s") && (!self.is_spaced(i) || may_be_free) {
            return Some(i + 1);
        }
        self.possessive(i)
    }

    /// “the 20th century”, “nineteenth-century”.
    pub(super) fn century(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::The);
        let (ordinal, j) = self.ordinal(j)?;
        let j = self.joined(j);
        let is_century = self.word(j).unit == Some(Unit::Century) && (1..=21).contains(&ordinal);
        // The first century has no year 0 on the calendar of days.
        let first = i32::try_from(ordinal).ok().filter(|n| *n > 1)? * 100 - 100;
        is_century.then(|| Found::new(Phrase::Point(Point::Century(first)), j + 1))
    }
}
