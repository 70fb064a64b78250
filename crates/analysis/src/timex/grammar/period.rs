//! Quarters and halves of a year, and the periods of a report: “the year-ago quarter”.

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::{Found, Part, Phrase, YearOf},
    register::Register,
    value::{Point, Unit},
};

impl Grammar<'_> {
    /// A quarter or half: “third-quarter”, “the 1988 second quarter”, “this year's third quarter”,
    /// “the third quarter of last year”, “Q3 2020”, “the year-earlier period”.
    pub(super) fn quarter(&self, i: usize) -> Option<Found> {
        self.year_and_label(i)
            .or_else(|| self.quarter_label(i))
            .or_else(|| self.named_quarter(i))
            .or_else(|| self.same_period(i))
    }

    /// Whether the word at `i` may open “Q3 2020”.
    pub(super) fn may_be_quarter_label(&self, i: usize) -> bool {
        let is_glued = self.number(i + 1).is_some() && !self.is_spaced(i + 1);
        let is_asked = self.register == Register::Request;
        match self.word_text(i) {
            "Q" | "H" => is_glued,
            "q" => is_glued && is_asked,
            "FY" | "CY" => self.number(i + 1).is_some(),
            "fy" | "cy" => self.number(i + 1).is_some() && is_asked,
            _ => false,
        }
    }

    /// “2019 Q3”, “2019-Q3”, “2019Q3”.
    fn year_and_label(&self, i: usize) -> Option<Found> {
        let (year @ 1900..=2100, 4) = self.number(i)? else {
            return None;
        };
        let j = self.joined(i + 1);
        // “the 2009 H1N1 virus” is no half of a year.
        let is_whole = self.is_spaced(j + 2) || self.mark(j + 2).is_some();
        let is_glued = self.number(j + 1).is_some() && !self.is_spaced(j + 1) && is_whole;
        let (part, end) = match (self.word_text(j), self.number(j + 1)?.0) {
            ("Q" | "q", n @ 1..=4) if is_glued => (Part::Quarter(n), j + 2),
            ("H" | "h", n @ 1..=2) if is_glued => (Part::Half(n), j + 2),
            _ => return None,
        };
        let year = YearOf::Exact(year.cast_signed());
        self.is_spaced(i)
            .then(|| Found::new(Phrase::InYear { part, year }, end))
    }

    /// The quarter or half that “Q3” or “H1” at `i` names.
    fn label_part(&self, i: usize) -> Parsed<Part> {
        if !self.may_be_quarter_label(i) {
            return None;
        }
        match (self.word_text(i), self.number(i + 1)?) {
            ("Q" | "q", (n @ 1..=4, 1)) => Some((Part::Quarter(n), i + 2)),
            ("H", (n @ 1..=2, 1)) => Some((Part::Half(n), i + 2)),
            _ => None,
        }
    }

    fn quarter_label(&self, i: usize) -> Option<Found> {
        if !self.may_be_quarter_label(i) {
            return None;
        }
        if matches!(self.word_text(i), "FY" | "CY" | "fy" | "cy") {
            let (n, digits) = self.number(i + 1)?;
            let is_year = (digits == 4 && (1900..=2100).contains(&n))
                || (digits == 2 && !self.is_spaced(i + 1));
            let year = YearOf::Exact(self.full_year(n, digits).cast_signed());
            let part = Part::Whole;
            return is_year.then(|| Found::new(Phrase::InYear { part, year }, i + 2));
        }
        let (part, after) = self.label_part(i)?;
        // “Q1-Q3 2022”.
        let to = self.range_dash(after).and_then(|j| self.label_part(j));
        if let Some((last, j)) = to
            && let Some((year, end)) = self.year_after(j)
        {
            let at = |part| Box::new(Phrase::InYear { part, year });
            let (from, to) = (at(part), at(last));
            return Some(Found::new(Phrase::Span { from, to }, end));
        }
        let (year, end) = self.year_after(i + 2).unwrap_or((YearOf::Unsaid, i + 2));
        // “H1” alone is as often a label of something else.
        let is_sure = matches!(part, Part::Quarter(_)) || year != YearOf::Unsaid;
        is_sure.then(|| Found::new(Phrase::InYear { part, year }, end))
    }

    fn named_quarter(&self, i: usize) -> Option<Found> {
        let (year, j) = self
            .year_before(i)
            .unwrap_or((None, self.skip(i, Key::The)));
        let j = self.skip(j, Key::Fiscal);
        let (n, j) = match self.key(j) {
            Some(Key::Last) if self.is(j + 1, Key::Half) => (2, j + 1),
            _ => self.ordinal(j).filter(|(n, _)| *n <= 4)?,
        };
        let is_compound = self.hyphen(j).is_some();
        let j = self.skip(self.joined(j), Key::Fiscal);
        let j = self.joined(j);
        // “the third-quarter loss”: the article belongs to the loss.
        if is_compound && self.is(i, Key::The) && year.is_none() {
            return None;
        }
        let part = if self.word(j).unit == Some(Unit::Quarter) && !self.word(j).is_plural {
            Part::Quarter(n)
        } else if self.is(j, Key::Half) && n <= 2 {
            Part::Half(n)
        } else {
            return None;
        };
        if let Some(year) = year {
            return Some(Found::new(self.part_of(part, year), j + 1));
        }
        if let (Part::Half(n), true) = (part, self.is(j + 1, Key::Of))
            && let Some(half) = self.half_of_long(n, j + 2)
        {
            return Some(half);
        }
        let (year, end) = self
            .year_after_period(j + 1)
            .unwrap_or((YearOf::Unsaid, j + 1));
        // “the last half” without a year is half of anything.
        let is_said =
            !matches!(part, Part::Half(_)) || year != YearOf::Unsaid || self.ordinal_of_half(j);
        is_said.then(|| Found::new(Phrase::InYear { part, year }, end))
    }

    /// “the second half of the 2010s”, “the first half of the 20th century”.
    fn half_of_long(&self, n: u32, i: usize) -> Option<Found> {
        let long = self.decade(i).or_else(|| self.century(i))?;
        let (first, years) = match long.phrase {
            Phrase::Point(Point::Decade(first)) => (first, 5),
            Phrase::Point(Point::Century(first)) => (first, 50),
            _ => return None,
        };
        let start = if n == 1 { first } else { first + years };
        let year = |y| Box::new(Phrase::Point(Point::Year(y)));
        let (from, to) = (year(start), year(start + years - 1));
        Some(Found::new(Phrase::Span { from, to }, long.end))
    }

    fn ordinal_of_half(&self, half: usize) -> bool {
        half.checked_sub(1)
            .is_some_and(|k| self.word(k).ordinal.is_some())
    }

    /// A part of a year before it: “the 1988 second quarter”, “last year's third quarter”.
    fn year_before(&self, i: usize) -> Parsed<Option<YearBefore>> {
        let j = self.skip(i, Key::The);
        if let Some((year, end)) = self.plain_year(j) {
            return Some((Some(YearBefore::Named(YearOf::Exact(year))), end));
        }
        if let Some(end) = self.year_ago(j) {
            return Some((Some(YearBefore::YearAgo), end));
        }
        let (year, end) = self.named_year(i)?;
        let end = self.possessive(end)?;
        Some((Some(YearBefore::Named(year)), end))
    }

    fn part_of(&self, part: Part, year: YearBefore) -> Phrase {
        match (year, part) {
            (YearBefore::Named(year), _) => Phrase::InYear { part, year },
            (YearBefore::YearAgo, _) => Phrase::InYear {
                part,
                year: YearOf::FromPublication(-1),
            },
        }
    }

    /// The index after “year-ago” or “year-earlier”.
    fn year_ago(&self, i: usize) -> Option<usize> {
        let is_year = self.word(i).unit == Some(Unit::Year);
        let j = self.hyphen(i + 1)?;
        (is_year && matches!(self.key(j), Some(Key::Ago | Key::Earlier))).then_some(j + 1)
    }

    /// The year after a quarter: “of 1984”, “of this year”, “last year”, “a year ago”.
    fn year_after_period(&self, i: usize) -> Parsed<YearOf> {
        if self.is(i, Key::Of) && self.is(i + 1, Key::Fiscal) {
            return self
                .year_number(i + 2)
                .map(|(y, end)| (YearOf::Exact(y), end));
        }
        if self.is(i, Key::A)
            && self.word(i + 1).unit == Some(Unit::Year)
            && matches!(self.key(i + 2), Some(Key::Ago | Key::Earlier))
        {
            return Some((YearOf::FromPublication(-1), i + 3));
        }
        if self.is_mark(i, ',') || (self.is(i, Key::In) && self.year_number(i + 1).is_none()) {
            return None;
        }
        self.year_after(i)
    }

    /// A period that the text has named before: “the quarter”, “the latest quarter”, “the year-ago
    /// period”, “the same period last year”, “last year's quarter”, “the 1988 period”.
    fn same_period(&self, i: usize) -> Option<Found> {
        if let Some((Some(year), j)) = self.year_before(i) {
            let unit = self
                .word(j)
                .unit
                .filter(|u| *u == Unit::Quarter && !self.word(j).is_plural);
            let end = if unit.is_some() || self.is(j, Key::Period) {
                j + 1
            } else {
                j
            };
            return match year {
                // “the year-ago results”: the article belongs to the results.
                YearBefore::YearAgo if end == j && self.is(i, Key::The) => None,
                YearBefore::YearAgo => Some(Found::new(Phrase::Period { unit, years: -1 }, end)),
                YearBefore::Named(YearOf::FromPublication(years)) if end > j => {
                    Some(Found::new(Phrase::Period { unit, years }, end))
                }
                YearBefore::Named(YearOf::Exact(year)) if end > j => {
                    let phrase = if unit.is_some() {
                        Phrase::Around {
                            unit: Unit::Quarter,
                            day: Box::new(Phrase::Point(Point::Year(year))),
                        }
                    } else {
                        Phrase::Point(Point::Year(year))
                    };
                    Some(Found::new(phrase, end))
                }
                YearBefore::Named(_) => None,
            };
        }
        let j = self.is(i, Key::The).then_some(i + 1)?;
        let is_same = self.is(j, Key::Same);
        let is_latest = self.is(j, Key::Latest);
        let k = if is_same || is_latest { j + 1 } else { j };
        let unit = self
            .word(k)
            .unit
            .filter(|u| *u == Unit::Quarter && !self.word(k).is_plural);
        let is_period = self.is(k, Key::Period) && (is_same || is_latest);
        if unit.is_none() && !is_period {
            return None;
        }
        let years = match self.year_after_period(k + 1) {
            Some((YearOf::FromPublication(by), end)) => Some((by, end)),
            _ => None,
        };
        let (years, end) = years.unwrap_or((0, k + 1));
        let phrase = if is_latest {
            Phrase::LatestPeriod { unit }
        } else {
            Phrase::Period { unit, years }
        };
        Some(Found::new(phrase, end))
    }
}

/// A year named before its part.
#[derive(Debug, Clone, Copy)]
enum YearBefore {
    Named(YearOf),
    /// “year-ago”.
    YearAgo,
}
