//! Dates that name a month, a day, a season or a holiday.

use super::{Grammar, Parsed};
use crate::timex::{
    Modifier,
    calendar::Calendar,
    lexicon::Key,
    phrase::{Found, Part, Phrase, YearOf},
    register::Register,
};

impl Grammar<'_> {
    /// A date in English words.
    pub(super) fn date(&self, i: usize) -> Option<Found> {
        let plain = self.plain_date(i);
        let phased = self.phase(i).and_then(|(modifier, j)| {
            let found = self.plain_date(j)?;
            // “late Friday” is a date; “later 1990” is not.
            let is_loose = matches!(self.key(i), Some(Key::Earlier | Key::Later));
            let is_weekday = matches!(found.phrase, Phrase::Weekday { .. } | Phrase::Time { .. });
            (!is_loose || is_weekday).then(|| Self::modified(found, modifier))
        });
        let hedged = self
            .hedge(i)
            .filter(|(m, _)| *m == Modifier::Approx)
            .and_then(|(m, j)| {
                let found = self.plain_date(j)?;
                let is_year = self.year_number(j).is_some();
                (!is_year || self.is(i, Key::About)).then(|| Self::modified(found, m))
            });
        [plain, phased, hedged]
            .into_iter()
            .flatten()
            .max_by_key(|f| f.end)
    }

    fn plain_date(&self, i: usize) -> Option<Found> {
        let found = [self.simple_date(i), self.part_within(i)];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// A date that holds no other.
    pub(super) fn simple_date(&self, i: usize) -> Option<Found> {
        let rules: [fn(&Self, usize) -> Option<Found>; 17] = [
            Self::month_date,
            Self::day_month,
            Self::weekday_date,
            Self::year_range,
            Self::lone_year,
            Self::decade,
            Self::short_year,
            Self::century,
            Self::quarter,
            Self::season,
            Self::holiday,
            Self::month_of_year,
            Self::day_after_day,
            Self::separated_date,
            Self::numbered_week,
            Self::week_beginning,
            Self::unit_after_next,
        ];
        let mut best: Option<Found> = None;
        for rule in rules {
            if let Some(found) = rule(self, i)
                && best.as_ref().is_none_or(|b| found.end > b.end)
            {
                best = Some(found);
            }
        }
        best
    }

    /// A month by its English name, with the full stop of its abbreviation.
    pub(super) fn month(&self, i: usize) -> Parsed<u32> {
        let (month, Calendar::Gregorian) = self.word(i).month? else {
            return None;
        };
        let is_verb = matches!(self.word_text(i), "may" | "march");
        let follows_day = self.number(i.saturating_sub(1)).is_some()
            || (self.is(i.saturating_sub(1), Key::Of) && i >= 2 && self.ordinal(i - 2).is_some());
        let is_only_month = matches!(
            self.word_text(i),
            "january"
                | "february"
                | "april"
                | "june"
                | "july"
                | "september"
                | "october"
                | "november"
                | "december"
        );
        let is_asked = self.register == Register::Request
            && (self.ordinal(i + 1).is_some() || (!is_verb && self.leads_date(i)));
        if !self.is_capital(i)
            && !is_only_month
            && !is_asked
            && self.number(i + 1).is_none()
            && !follows_day
            && (is_verb || self.key_before(i) != Some(Key::The))
        {
            return None;
        }
        let is_short =
            self.word_text(i).len() <= 4 && !matches!(self.word_text(i), "May" | "June" | "July");
        let has_stop = is_short && self.is_mark(i + 1, '.') && !self.is_spaced(i + 1);
        let is_last = self.tokens.get(i + 2).is_none();
        Some((
            u32::from(month),
            if has_stop && !is_last { i + 2 } else { i + 1 },
        ))
    }

    /// Whether the word before `i` is one that stands before dates.
    fn leads_date(&self, i: usize) -> bool {
        matches!(
            self.key_before(i),
            Some(
                Key::In
                    | Key::Of
                    | Key::Since
                    | Key::Until
                    | Key::From
                    | Key::To
                    | Key::Through
                    | Key::Between
                    | Key::Last
                    | Key::Next
                    | Key::This
                    | Key::By
            )
        )
    }

    /// A day of a month in digits or as an ordinal: “3”, “3rd”, “third”.
    pub(super) fn day_number(&self, i: usize) -> Parsed<u32> {
        let j = self.skip(i, Key::The);
        if let Some((value, 1..=2)) = self.number(j) {
            let end = self.ordinal_suffix(j + 1);
            let is_day = (1..=31).contains(&value)
                && (end.is_some() || j == i)
                && (end.is_some() || !self.is_glued_number(j + 1));
            return is_day.then(|| (value, end.unwrap_or(j + 1)));
        }
        self.word_day(j)
    }

    /// “third”, “twenty-first”, and in dictated text “twenty nine”.
    fn word_day(&self, i: usize) -> Parsed<u32> {
        // “January twenty-five, nineteen eighty-six”: the year shows the number to be a day.
        let cardinal = || {
            let (day, end) = self.below_hundred(i)?;
            let follows_month = i > 0 && self.word(i - 1).month.is_some();
            let is_dated = follows_month && self.year_number(self.skip_comma(end)).is_some();
            let leads_month = || {
                let (_, after) = self.month(self.skip(end, Key::Of))?;
                self.year_number(self.skip_comma(after))
            };
            let may_be = self.register == Register::Request || is_dated || leads_month().is_some();
            may_be.then_some((day, end))
        };
        self.ordinal(i)
            .or_else(cardinal)
            .filter(|(n, _)| (1..=31).contains(n))
    }

    /// Whether what follows a number shows that the number is not complete: “3.5”, “10:30”, “5%”.
    fn is_glued_number(&self, i: usize) -> bool {
        !self.is_spaced(i)
            && match self.mark(i) {
                Some('.' | ',' | ':') => self.number(i + 1).is_some() && !self.is_spaced(i + 1),
                Some('%' | '°') => true,
                Some(_) => false,
                None => self.tokens.get(i).is_some(),
            }
    }

    /// “March 3”, “March 3rd, 2020”, “March 3-5, 2020”, “March 3 last year”.
    fn month_date(&self, i: usize) -> Option<Found> {
        let (month, j) = self.month(i)?;
        // “October, 1st”.
        let comma = self.skip_comma(j);
        let j = if comma > j && self.number(comma).is_some() && self.ordinal(comma).is_some() {
            comma
        } else {
            j
        };
        let (day, k) = self.day_number(j)?;
        if self.number(j).is_some() && self.word(k).unit.is_some() && self.word(k).is_plural {
            return None;
        }
        let to = self.range_dash(k).and_then(|k| self.range_end(k, month));
        let (last, end) = to.map_or((None, k), |(last, end)| (Some(last), end));
        let (year, end) = self.date_year(end);
        let date = |(month, day)| Phrase::InYear {
            part: Part::Day(month, day),
            year,
        };
        let phrase = match last {
            Some(last) => Phrase::Span {
                from: Box::new(date((month, day))),
                to: Box::new(date(last)),
            },
            None => date((month, day)),
        };
        Some(Found::new(phrase, end))
    }

    /// The last day of a range after its dash: “5” or “April 5”.
    fn range_end(&self, i: usize, month: u32) -> Parsed<(u32, u32)> {
        let (month, i) = self.month(i).unwrap_or((month, i));
        let (day, end) = self.day_number(i)?;
        Some(((month, day), end))
    }

    /// The year of a day, where one follows.
    fn date_year(&self, i: usize) -> (YearOf, usize) {
        let found = self.year_after(i).filter(|_| {
            // “On May 3 the next year …” is two expressions.
            let is_written = !self.is_mark(i, ',') || self.year_number(i + 1).is_some();
            is_written && (!self.is(i, Key::In) || self.year_number(i + 1).is_some())
        });
        found
            .or_else(|| self.year_of_two_digits(i))
            .unwrap_or((YearOf::Unsaid, i))
    }

    /// “of 87”, “'87”, and a year behind a comma that stands free: “31 , 1994”.
    fn year_of_two_digits(&self, i: usize) -> Parsed<YearOf> {
        if self.is_mark(i, ',') {
            return self
                .plain_year(i + 1)
                .map(|(y, end)| (YearOf::Exact(y), end));
        }
        let j = if self.is(i, Key::Of) {
            i + 1
        } else {
            matches!(self.mark(i), Some('\'' | '’')).then_some(i + 1)?
        };
        let (year, 2) = self.number(j)? else {
            return None;
        };
        let is_whole = self.is_spaced(j + 1) || self.mark(j + 1).is_some();
        let year = YearOf::Exact(self.full_year(year, 2).cast_signed());
        (is_whole && self.word(j + 1).unit.is_none()).then_some((year, j + 1))
    }

    /// “3 March 2020”, “the 3rd of March”, “3-Mar-2020”, “3–5 May”.
    fn day_month(&self, i: usize) -> Option<Found> {
        if !self.is_spaced(i) && !matches!(self.mark_before(i), Some('(' | '[' | '“' | '"' | '—'))
        {
            return None;
        }
        let (day, j) = self.day_number(i)?;
        let range = self.range_dash(j).and_then(|k| self.day_number(k));
        let (last, j) = range.map_or((None, j), |(last, j)| (Some(last), j));
        let j = self.hyphen(j).unwrap_or_else(|| self.skip(j, Key::Of));
        let (month, k) = self.month(j)?;
        // “5 May 30 deadline” reads the month with the day after it.
        if self
            .day_number(k)
            .is_some_and(|_| self.number(k).is_some_and(|(_, n)| n <= 2))
        {
            return None;
        }
        let (year, end) = self.date_year(k);
        let date = |day| Phrase::InYear {
            part: Part::Day(month, day),
            year,
        };
        let phrase = match last {
            Some(last) => Phrase::Span {
                from: Box::new(date(day)),
                to: Box::new(date(last)),
            },
            None => date(day),
        };
        Some(Found::new(phrase, end))
    }

    /// “25” in “April 24 and 25”: a day of the month of the day before it.
    fn day_after_day(&self, i: usize) -> Option<Found> {
        let (day, 1..=2) = self.number(i)? else {
            return None;
        };
        let is_linked = self.key_before(i) == Some(Key::And) || self.mark_before(i) == Some(',');
        let before = i
            .checked_sub(3)
            .filter(|_| is_linked && self.is_spaced(i))?;
        let (_, 1..=2) = self.number(before + 1)? else {
            return None;
        };
        let at = if self.is_mark(before, '.') {
            before.checked_sub(1)?
        } else {
            before
        };
        let (month, _) = self.month(at)?;
        let (year, end) = self.date_year(i + 1);
        let is_counted = self.word(i + 1).unit.is_some()
            || self.is(i + 1, Key::Counted)
            || self.is_glued_number(i + 1);
        let phrase = Phrase::InYear {
            part: Part::Day(month, day),
            year,
        };
        ((1..=31).contains(&day) && !is_counted && self.month(i + 1).is_none())
            .then(|| Found::new(phrase, end))
    }

    /// “Friday, March 3, 2020”, “Friday 3 March”: the day of the week adds nothing to the date.
    fn weekday_date(&self, i: usize) -> Option<Found> {
        self.word(i).weekday?;
        let j = if self.is_mark(i + 1, '.') && self.word_text(i).len() <= 5 {
            i + 2
        } else {
            i + 1
        };
        let j = self.skip_comma(j);
        let j = self.hyphen(j).unwrap_or(j);
        self.month_date(j).or_else(|| self.day_month(j))
    }

    /// “March 2020”, “March of 2020”, “March last year”, “March-May 2020”; or a lone month.
    fn month_of_year(&self, i: usize) -> Option<Found> {
        let (month, j) = self.month(i)?;
        let last = self.range_dash(j).and_then(|k| self.month(k));
        let from_to = |year| {
            let at = |month| {
                Box::new(Phrase::InYear {
                    part: Part::Month(month),
                    year,
                })
            };
            match last {
                Some((to, _)) => Phrase::Span {
                    from: at(month),
                    to: at(to),
                },
                None => *at(month),
            }
        };
        let j = last.map_or(j, |(_, j)| j);
        if let Some((year, end)) = self.year_after(j) {
            let is_free = !self.is(j, Key::In) || matches!(year, YearOf::Exact(_));
            if is_free {
                return Some(Found::new(from_to(year), end));
            }
        }
        let is_alone = last.is_some() || self.is_lone_month(i, j);
        let year = self.year_of_row(j).map_or(YearOf::Unsaid, YearOf::Exact);
        is_alone.then(|| Found::new(from_to(year), j))
    }

    /// The year that ends a row of months: “May, June and July 2022”, “from March to May 2022”.
    fn year_of_row(&self, end: usize) -> Option<i32> {
        let mut j = end;
        // A year has twelve.
        for _ in 0..12 {
            let comma = self.skip_comma(j);
            j = match self.key(comma) {
                Some(Key::And | Key::Or | Key::To | Key::Until | Key::Through) => comma + 1,
                _ if comma > j => comma,
                _ => return None,
            };
            let (_, after) = self.month(j)?;
            let year = self.is(after, Key::Of).then_some(after + 1);
            if let Some((year, _)) = self.plain_year(year.unwrap_or(after)) {
                return Some(year);
            }
            j = after;
        }
        None
    }

    /// Whether a month without a year or day is one, and not a verb or a name.
    fn is_lone_month(&self, i: usize, end: usize) -> bool {
        if !self.is_capital(i) {
            return (self.key_before(i) == Some(Key::The) || self.leads_date(i))
                && !matches!(self.word_text(i), "march" | "may");
        }
        let text = self.word_text(i);
        let is_ambiguous =
            matches!(text, "May" | "March" | "Mar" | "Jan" | "Jun" | "Sun") || text.len() == 3;
        let is_led = matches!(
            self.key_before(i),
            Some(
                Key::In
                    | Key::Of
                    | Key::By
                    | Key::Since
                    | Key::Until
                    | Key::Last
                    | Key::Next
                    | Key::This
                    | Key::Early
                    | Key::Late
                    | Key::Mid
                    | Key::From
                    | Key::To
                    | Key::Through
                    | Key::During
                    | Key::Before
                    | Key::After
                    | Key::For
                    | Key::Each
                    | Key::Every
                    | Key::And
                    | Key::Between
                    | Key::The
                    | Key::Past
            )
        ) || self.hyphen(i.saturating_sub(1)).is_some();
        if is_ambiguous {
            // “and May said”: a surname follows the word of a verb or stands before one.
            let is_name = self.is_capital(end) && !self.opens_sentence(end)
                || (matches!(
                    self.key_before(i),
                    Some(Key::And | Key::Of | Key::For | Key::To | Key::From)
                ) && matches!(
                    self.key(end),
                    Some(Key::PastVerb | Key::WillVerb | Key::PresentVerb)
                ));
            return is_led && !is_name;
        }
        // “April Jones”: a first name stands before another name.
        let is_first_name = matches!(text, "April" | "June" | "August")
            && !is_led
            && self.is_capital(end)
            && self.mark(end).is_none();
        !is_first_name
    }
}
