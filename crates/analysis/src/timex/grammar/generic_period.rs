//! Quarters, halves, seasons and decades in languages other than English, and what says that their
//! beginning, middle or end is meant.

use super::{Grammar, Parsed};
use crate::timex::{
    Modifier,
    calendar::Calendar,
    lexicon::{Key, Language},
    phrase::{Found, Part, Phrase, YearOf},
    value::{Point, Unit},
};

impl Grammar<'_> {
    pub(super) fn generic_period(&self, i: usize) -> Option<Found> {
        let found = [
            self.generic_phase(i),
            self.generic_quarter(i),
            self.generic_season(i),
            self.generic_decade(i),
            self.year_then_part(i),
            self.months_range(i),
            self.solar_years(i),
        ];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// “Ocak-Mayıs 2023”, “январь–май 2023 года”.
    fn months_range(&self, i: usize) -> Option<Found> {
        let ((first, Calendar::Gregorian), j) = self.any_month(i)? else {
            return None;
        };
        let ((last, Calendar::Gregorian), j) = self.any_month(self.range_dash(j)?)? else {
            return None;
        };
        let (year, end) = self.year_of_part(j);
        let at = |month| {
            let part = Part::Month(month);
            Box::new(Phrase::InYear { part, year })
        };
        let (from, to) = (at(first), at(last));
        (first < last && year != YearOf::Unsaid).then(|| Found::new(Phrase::Span { from, to }, end))
    }

    /// “۱۴۰۰ تا ۱۴۰۲”, “۱۴۰۰-۱۴۰۲”: years of the Solar Hijri calendar.
    fn solar_years(&self, i: usize) -> Option<Found> {
        let (first, j) = self.year_digits(i)?;
        let j = self.range_dash(j).or_else(|| self.range_word(j))?;
        let (last, end) = self.year_digits(j)?;
        let is_solar = |year| self.calendar_of(year, Calendar::Gregorian) == Calendar::Solar;
        if !is_solar(first) || !is_solar(last) || first >= last {
            return None;
        }
        let first = Calendar::Solar.interval(first, None, None)?;
        let last = Calendar::Solar.interval(last, None, None)?;
        let days = Point::Days(first.start, last.end);
        Some(Found::new(Phrase::Point(days), end))
    }

    /// “Anfang 2022”, “в начале 2022 года”, “principios de mayo”, “أوائل عام 2022”.
    fn generic_phase(&self, i: usize) -> Option<Found> {
        let modifier = phase_of(self.key(i)?)?;
        let mut j = self.hyphen(i + 1).unwrap_or_else(|| self.link(i + 1));
        // “à la fin de l'année 2022”, “a finales del año 2022”.
        if matches!(self.word_text(j), "l" | "la" | "le") {
            j = self.link(j + 1);
        }
        let found = [
            self.generic_month_at(j, true),
            self.generic_year(j),
            self.generic_quarter(j),
            self.generic_season(j),
            self.generic_decade(j),
            self.fixed_phrase(j),
        ];
        let found = found.into_iter().flatten().max_by_key(|f| f.end)?;
        let is_span = matches!(
            found.phrase,
            Phrase::InYear { .. } | Phrase::Point(_) | Phrase::Shift { .. }
        );
        is_span.then(|| Self::modified(found, modifier))
    }

    /// In Turkic languages the phase follows: “2022-ci ilin əvvəlində”, “Mayıs sonunda”.
    pub(super) fn with_phase_after(&self, found: Found) -> Found {
        let is_turkic = matches!(self.language, Language::Azerbaijani | Language::Turkish);
        match self.key(found.end).and_then(phase_of) {
            Some(modifier) if is_turkic => Found {
                end: found.end + 1,
                ..Self::modified(found, modifier)
            },
            _ => found,
        }
    }

    /// An ordinal in words, in figures with a stop or ending, or in Roman figures.
    fn generic_ordinal(&self, i: usize) -> Parsed<u32> {
        if let Some(n) = self.word(i).ordinal {
            return Some((n, i + 1));
        }
        let roman = ["I", "II", "III", "IV"];
        if let Some(at) = roman.iter().position(|r| self.word_text(i) == *r) {
            return Some((u32::try_from(at).ok()? + 1, i + 1));
        }
        let (n @ 1..=4, 1) = self.number(i)? else {
            return None;
        };
        let j = self.case_ending(i + 1);
        let is_stopped = self.is_mark(i + 1, '.') && !self.is_spaced(i + 1);
        let is_glued = !self.is_spaced(i + 1)
            && matches!(self.word_text(i + 1), "er" | "e" | "ème" | "º" | "й" | "ый");
        if j > i + 1 {
            Some((n, j))
        } else if is_stopped || is_glued {
            Some((n, i + 2))
        } else {
            None
        }
    }

    /// “второй квартал”, “الربع الثاني”, “erstes Halbjahr”: the ordinal before or after its noun.
    fn ordinal_part(&self, i: usize) -> Parsed<Part> {
        let part_of = |n: u32, at: usize| {
            if self.word(at).unit == Some(Unit::Quarter) && n <= 4 {
                Some(Part::Quarter(n))
            } else if self.is(at, Key::Half) && n <= 2 {
                Some(Part::Half(n))
            } else {
                None
            }
        };
        if let Some((n, j)) = self.generic_ordinal(i)
            && let Some(part) = part_of(n, j)
        {
            return Some((part, j + 1));
        }
        let (n, end) = self.generic_ordinal(i + 1)?;
        Some((part_of(n, i)?, end))
    }

    fn generic_quarter(&self, i: usize) -> Option<Found> {
        let (part, j) = self.ordinal_part(i)?;
        let (year, end) = self.year_of_part(j);
        // Half of what, if not of a year?
        let is_said = year != YearOf::Unsaid || matches!(part, Part::Quarter(_));
        let phrase = self.part_of_year(part, year)?;
        is_said.then(|| Found::new(phrase, end))
    }

    /// A part of a year of the calendar by which its number counts.
    fn part_of_year(&self, part: Part, year: YearOf) -> Option<Phrase> {
        let YearOf::Exact(number) = year else {
            return Some(Phrase::InYear { part, year });
        };
        let calendar = self.calendar_of(number, Calendar::Gregorian);
        if calendar == Calendar::Gregorian {
            return Some(Phrase::InYear { part, year });
        }
        let (first, months) = match part {
            Part::Quarter(n) => (n * 3 - 2, 3),
            Part::Half(n) => (n * 6 - 5, 6),
            // The Solar Hijri year begins with spring.
            Part::Season(season) if calendar == Calendar::Solar => {
                ((season.first_month() / 3 - 1) * 3 + 1, 3)
            }
            _ => return None,
        };
        let from = calendar.interval(number, Some(first), None)?;
        let to = calendar.interval(number, Some(first + months - 1), None)?;
        Some(Phrase::Point(Point::Days(from.start, to.end)))
    }

    /// “весной 2022 года”, “été 2022”, “verano de 2022”, “im Sommer”.
    fn generic_season(&self, i: usize) -> Option<Found> {
        // “l'automne dernier”, “vergangenen Herbst”, “الخريف الماضي”.
        let pick_of = |k: usize| match self.key(k)? {
            Key::Last => Some(YearOf::LastOne),
            Key::Next => Some(YearOf::NextOne),
            _ => None,
        };
        let picked = |season, year, end| {
            let part = Part::Season(season);
            Some(Found::new(Phrase::InYear { part, year }, end))
        };
        if let (Some(year), Some(season)) = (pick_of(i), self.word(i + 1).season) {
            return picked(season, year, i + 2);
        }
        let season = self.word(i).season?;
        if let Some(year) = pick_of(i + 1) {
            return picked(season, year, i + 2);
        }
        let (year, end) = self.year_of_part(i + 1);
        let is_led = matches!(self.key_before(i), Some(Key::In | Key::Of))
            || (self.language == Language::Russian && self.word_text(i).ends_with(['й', 'м']));
        let phrase = self.part_of_year(Part::Season(season), year)?;
        (year != YearOf::Unsaid || is_led).then(|| Found::new(phrase, end))
    }

    /// The year after a part of one, in figures or as “last year”.
    pub(super) fn year_of_part(&self, i: usize) -> (YearOf, usize) {
        if let (Some(year), end) = self.generic_year_after(i) {
            return (YearOf::Exact(year), end);
        }
        self.relative_year(self.link(i))
            .unwrap_or((YearOf::Unsaid, i))
    }

    /// “last year”, “this year” of the phrase book.
    pub(super) fn relative_year(&self, i: usize) -> Parsed<YearOf> {
        match self.fixed_phrase(i)? {
            Found {
                phrase:
                    Phrase::Shift {
                        unit: Unit::Year,
                        by,
                        ..
                    },
                end,
                ..
            } => Some((YearOf::FromPublication(by), end)),
            _ => None,
        }
    }

    /// Turkic: the year before its part: “2023-cü ilin ikinci rübü”, “2022 yazında”.
    fn year_then_part(&self, i: usize) -> Option<Found> {
        if !matches!(self.language, Language::Azerbaijani | Language::Turkish) {
            return None;
        }
        let (year, j) = match self.year_digits(i) {
            Some((year, j)) => (YearOf::Exact(year), j),
            None => self.relative_year(i)?,
        };
        let (part, end) = match self.word(j).season {
            Some(season) => (Part::Season(season), j + 1),
            None => self.ordinal_part(j)?,
        };
        Some(Found::new(Phrase::InYear { part, year }, end))
    }

    /// “1990-е годы”, “années 1990”, “1990er Jahre”, “1990'lar”, “שנות ה-90”, “دهه ۱۹۹۰”.
    fn generic_decade(&self, i: usize) -> Option<Found> {
        let decade = |value: u32, digits: u8| match digits {
            2 if value.is_multiple_of(10) => Some(1900 + value.cast_signed()),
            4 if value.is_multiple_of(10) && (1000..=2100).contains(&value) => {
                Some(value.cast_signed())
            }
            _ => None,
        };
        if self.is(i, Key::DecadeWord) {
            if let Some(first) = self.word(i).ordinal {
                let year = i32::try_from(first).ok()?;
                return Some(Found::new(Phrase::Point(Point::Decade(year)), i + 1));
            }
            let mut j = self.link(i + 1);
            // “שנות ה-90”.
            if self.is_word(j, "ה") {
                j += 1;
            }
            j = self.hyphen(j).unwrap_or(j);
            let (value, digits) = self.number(j)?;
            let year = decade(value, digits)?;
            if self.calendar_of(year, Calendar::Gregorian) == Calendar::Solar {
                let first = Calendar::Solar.interval(year, None, None)?;
                let last = Calendar::Solar.interval(year + 9, None, None)?;
                let days = Point::Days(first.start, last.end);
                return Some(Found::new(Phrase::Point(days), j + 1));
            }
            return Some(Found::new(Phrase::Point(Point::Decade(year)), j + 1));
        }
        let (value, digits) = self.number(i)?;
        let year = decade(value, digits)?;
        let j = i + 1;
        let is_joined = matches!(self.mark(j), Some('-' | '\'' | '’'))
            && !self.is_spaced(j)
            && !self.is_spaced(j + 1);
        let ending = self
            .word_text(if is_joined { j + 1 } else { j })
            .to_lowercase();
        let is_glued = is_joined || !self.is_spaced(j);
        let is_plural = match self.language {
            Language::Russian => matches!(ending.as_str(), "е" | "х" | "м" | "ми"),
            Language::German => ending.starts_with("er"),
            Language::Turkish => ending.starts_with('l'),
            Language::Azerbaijani => self.word(j + 2).is_plural,
            _ => false,
        };
        if !is_plural || !is_glued {
            return None;
        }
        let end = if is_joined { j + 2 } else { j + 1 };
        let has_word = self.is(end, Key::YearWord) || self.word(end).unit == Some(Unit::Year);
        // “90-х” without its noun counts anything.
        let is_sure = has_word || (digits == 4 && self.language == Language::Turkish);
        let end = if has_word { end + 1 } else { end };
        is_sure.then(|| Found::new(Phrase::Point(Point::Decade(year)), end))
    }
}

fn phase_of(key: Key) -> Option<Modifier> {
    match key {
        Key::Beginning | Key::Early => Some(Modifier::Start),
        Key::Middle | Key::Mid => Some(Modifier::Mid),
        Key::End | Key::Late => Some(Modifier::End),
        _ => None,
    }
}
