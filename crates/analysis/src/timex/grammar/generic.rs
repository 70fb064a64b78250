//! Dates in languages other than English: day, month and year in the orders, and with the
//! linking words, that the languages share.

use super::{Grammar, Parsed};
use crate::timex::{
    calendar::Calendar,
    lexicon::{Key, Language},
    phrase::{Found, Part, Phrase, YearOf},
    value::{Point, Unit},
};

impl Grammar<'_> {
    pub(super) fn generic(&self, i: usize) -> Option<Found> {
        let found = [
            self.generic_day(i),
            self.generic_month_at(i, false),
            self.large_to_small(i),
            self.generic_year(i),
            self.generic_range(i),
            self.generic_period(i),
            self.generic_relative(i),
            self.separated_date(i),
            self.numeric_with_word(i),
        ];
        let best = found.into_iter().flatten().max_by_key(|f| f.end)?;
        Some(self.with_phase_after(best))
    }

    /// “30.05.2023-cü il”, “30.05.2023 г.”: a date in figures with the word for year.
    fn numeric_with_word(&self, i: usize) -> Option<Found> {
        let found = self.numeric_date(i)?;
        let end = self.case_ending(found.end);
        if !self.is(end, Key::YearWord) {
            return None;
        }
        let is_short = self.language == Language::Russian
            && self.word_text(end).chars().count() <= 2
            && self.is_mark(end + 1, '.');
        let end = if is_short { end + 2 } else { end + 1 };
        Some(Found { end, ..found })
    }

    /// A month of any calendar: “mayo”, “тішрин” in one word or two.
    pub(super) fn any_month(&self, i: usize) -> Parsed<(u32, Calendar)> {
        let word = self.word(i);
        if word.opens_month {
            let months = self.lexicon.long_months(self.word_text(i));
            let found = months
                .iter()
                .find_map(|(rest, month)| Some((*month, self.words_at(i + 1, rest)?)));
            if let Some(((month, calendar), end)) = found {
                return Some(((u32::from(month), calendar), end));
            }
        }
        let (month, calendar) = word.month?;
        let mut end = i + 1;
        let is_abbreviated = self.number(end + 1).is_some()
            || self.is(end + 1, Key::YearWord)
            || (self.is(end + 1, Key::Of) && self.number(end + 2).is_some());
        if self.is_mark(end, '.') && is_abbreviated && !self.is_spaced(end) {
            end += 1;
        }
        // “أيار/مايو”: the same month in two namings.
        if self.is_mark(end, '/') && self.word(end + 1).month == word.month {
            end += 2;
        }
        Some(((u32::from(month), calendar), self.case_ending(end)))
    }

    /// The index after a case ending behind an apostrophe or hyphen: “Mayıs'ta”, “2023-cü”.
    pub(super) fn case_ending(&self, i: usize) -> usize {
        let is_joint = matches!(self.mark(i), Some('\'' | '’' | '-'))
            && !self.is_spaced(i)
            && !self.is_spaced(i + 1);
        let is_ending = matches!(
            self.language,
            Language::Turkish | Language::Azerbaijani | Language::Russian
        ) && self
            .tokens
            .get(i + 1)
            .is_some_and(|t| t.word.month.is_none() && t.word.weekday.is_none())
            && self.number(i + 1).is_none()
            && self.mark(i + 1).is_none()
            && self.word_text(i + 1).chars().count() <= 4;
        if is_joint && is_ending { i + 2 } else { i }
    }

    /// The index after a word that links the parts of a date: “de”, “من”, “ماه”.
    pub(super) fn link(&self, i: usize) -> usize {
        let mut j = self.skip(i, Key::Of);
        if self.is_mark(j, '’') || self.is_mark(j, '\'') {
            j += 1;
        }
        j
    }

    /// A day, written “30”, “30.”, “1er”, “1.º”, “30-го”.
    fn generic_day_number(&self, i: usize) -> Parsed<u32> {
        let (value, 1..=2) = self.number(i)? else {
            return None;
        };
        if !(1..=31).contains(&value) {
            return None;
        }
        let mut j = i + 1;
        let is_stopped = self.is_mark(j, '.') && !self.is_spaced(j);
        j += usize::from(is_stopped);
        let is_suffix = matches!(self.word_text(j), "er" | "º" | "го" | "e")
            || matches!(self.mark(j), Some('º' | '°' | 'ª'));
        j += usize::from(is_suffix && !self.is_spaced(j));
        let j = self.case_ending(j);
        Some((value, j))
    }

    /// “30 мая 2023 года”, “30 de mayo de 2023”, “30. Mai 2023”, “۹ خرداد ۱۴۰۲”.
    pub(super) fn generic_day(&self, i: usize) -> Option<Found> {
        // “ב-30 במאי” is glued to its preposition, “12-30” to a number.
        let is_glued =
            !self.is_spaced(i) && matches!(self.mark_before(i), Some('.' | '/' | '-' | ','));
        if is_glued && (i < 2 || self.number(i - 2).is_some() || self.mark(i - 2).is_some()) {
            return None;
        }
        let (day, j) = self.generic_day_number(i)?;
        let range = self
            .range_dash(j)
            .or_else(|| self.range_word(j))
            .and_then(|k| self.generic_day_number(k));
        let (last, j) = range.map_or((None, j), |(last, j)| (Some(last), j));
        let ((month, calendar), k) = self.any_month(self.link(j))?;
        let (year, end) = self.year_of_part(k);
        let at = |day| self.calendar_date(year, Some(month), Some(day), calendar);
        let phrase = match last {
            Some(last) => Phrase::Span {
                from: Box::new(at(day)?),
                to: Box::new(at(last)?),
            },
            None => at(day)?,
        };
        Some(Found::new(phrase, self.weekday_after(end)))
    }

    /// The index after the word between the days of a range: “du 3 au 5 mars”.
    pub(super) fn range_word(&self, i: usize) -> Option<usize> {
        let word = match self.language {
            Language::Russian => "по",
            Language::French => "au",
            Language::German => "bis",
            Language::Spanish => "al",
            Language::Persian => "تا",
            Language::Arabic => "إلى",
            Language::Hebrew => "עד",
            _ => return None,
        };
        let j = i + 1;
        // “ב-3 עד ה-5”.
        let j = if self.is_word(j, "ה") {
            self.joined(j + 1)
        } else {
            j
        };
        (self.word_text(i) == word).then_some(j)
    }

    /// The index after the name of a weekday that follows a date: “5 Haziran Pazartesi”.
    fn weekday_after(&self, i: usize) -> usize {
        let j = self.skip_comma(i);
        let is_weekday = self.language == Language::Turkish && self.word(j).weekday.is_some();
        if is_weekday { j + 1 } else { i }
    }

    /// “mayın 30-da”, “2023-cü ilin mayında”: the larger unit before the smaller.
    fn large_to_small(&self, i: usize) -> Option<Found> {
        if !matches!(self.language, Language::Azerbaijani | Language::Turkish) {
            return None;
        }
        let (year, j) = match self.year_digits(i) {
            Some((year, j)) if self.key_before(j) == Some(Key::YearWord) => {
                (YearOf::Exact(year), j)
            }
            Some(_) => return None,
            // “Geçen yılın mayıs ayında”.
            None => self.relative_year(i).unwrap_or((YearOf::Unsaid, i)),
        };
        // “2023-cü ilin 30 mayında”.
        let before = self
            .generic_day_number(j)
            .filter(|(_, end)| year != YearOf::Unsaid && self.word(*end).month.is_some());
        let j = before.map_or(j, |(_, end)| end);
        let ((month, calendar), j) = self.any_month(j)?;
        let after = self
            .generic_day_number(j)
            .filter(|(_, end)| self.mark_before(*end).is_none() && *end > j + 1);
        let (day, end) = match (before, after) {
            (Some((day, _)), _) => (Some(day), j),
            (None, Some((day, end))) => (Some(day), end),
            (None, None) => (None, j),
        };
        let has_noun = day.is_none() && self.word(end).unit == Some(Unit::Month);
        let end = if has_noun { end + 1 } else { end };
        let is_dated = year != YearOf::Unsaid || day.is_some();
        is_dated.then(|| {
            Some(Found::new(
                self.calendar_date(year, Some(month), day, calendar)?,
                end,
            ))
        })?
    }

    /// “май 2023 года”, “mayo de 2023”; a lone month only where it can be nothing else.
    pub(super) fn generic_month_at(&self, i: usize, is_sure: bool) -> Option<Found> {
        let ((month, calendar), j) = self.any_month(i)?;
        let (year, end) = self.year_of_part(j);
        // “Mayıs ayında”, “mayda”: the noun or the case shows that it is a month.
        let is_turkic = matches!(self.language, Language::Azerbaijani | Language::Turkish);
        let is_dated = year != YearOf::Unsaid;
        let has_noun = is_turkic && !is_dated && self.word(j).unit == Some(Unit::Month);
        let end = if has_noun { j + 1 } else { end };
        let is_inflected = is_turkic && (j > i + 1 || !self.lexicon.has(self.word_text(i)));
        let is_sure = is_sure
            || has_noun
            || is_inflected
            || is_dated
            || matches!(self.key_before(i), Some(Key::In | Key::Of))
                && calendar == Calendar::Gregorian
                && self.word_text(i).chars().count() > 3;
        is_sure.then(|| {
            Some(Found::new(
                self.calendar_date(year, Some(month), None, calendar)?,
                end,
            ))
        })?
    }

    /// Whether a number is glued to its preposition: “ב-2016”.
    pub(super) fn has_hyphened_prefix(&self, i: usize) -> bool {
        self.language == Language::Hebrew
            && i >= 2
            && self.hyphen(i - 1).is_some()
            && self.word_text(i - 2).chars().count() <= 2
    }

    /// The year after a month, with the word that says that it is one.
    pub(super) fn generic_year_after(&self, i: usize) -> (Option<i32>, usize) {
        let j = self.link(self.skip_comma(i));
        let j = self.skip(j, Key::YearWord);
        match self.year_digits(j) {
            Some((year, end)) => (Some(year), end),
            None => (None, i),
        }
    }

    /// Four digits that can be a year, with their ending and the word for year.
    pub(super) fn year_digits(&self, i: usize) -> Parsed<i32> {
        let (value, 4) = self.number(i)? else {
            return None;
        };
        let has_hijri = matches!(self.language, Language::Persian | Language::Arabic);
        if !(1000..=2100).contains(&value) || (value < 1500 && !has_hijri) {
            return None;
        }
        let is_part = matches!(self.mark(i + 1), Some('.' | ',' | '/' | '٫'))
            && !self.is_spaced(i + 1)
            && self.number(i + 2).is_some()
            && !self.is_spaced(i + 2);
        if is_part {
            return None;
        }
        let mut end = self.case_ending(i + 1);
        // “1444 هـ”, “2023م”: the era.
        let is_era = has_hijri && matches!(self.word_text(end), "ه" | "هـ" | "م" | "ش");
        end += usize::from(is_era);
        let may_follow = matches!(
            self.language,
            Language::Russian | Language::Azerbaijani | Language::Turkish
        );
        if may_follow && self.is(end, Key::YearWord) {
            // “2023 г.”: the stop belongs to the abbreviation.
            let is_short = self.word_text(end).chars().count() <= 2;
            end += 1;
            if is_short
                && self.is_mark(end, '.')
                && !self.is_spaced(end)
                && self.language == Language::Russian
            {
                end += 1;
            }
        }
        Some((value.cast_signed(), end))
    }

    /// A year alone: “2023 год”, “2023-cü ildə”, “2023 yılında”, “سال ۱۴۰۲”, “en 2023”.
    pub(super) fn generic_year(&self, i: usize) -> Option<Found> {
        let j = self.skip(i, Key::YearWord);
        let (year, end) = self.year_digits(j)?;
        if !self.is_spaced(j)
            && !matches!(
                self.mark_before(j),
                Some('(' | '[' | '«' | '“' | '"' | '–' | '—')
            )
            && !self.has_hyphened_prefix(j)
        {
            return None;
        }
        let is_counted = self.is(end, Key::Counted)
            || (j == i && matches!(self.mark_before(i), Some('№' | '#')));
        let is_named = j > i || (i + 1..end).any(|k| self.is(k, Key::YearWord));
        // “در ۱۴۰۱”, “پایان ۱۴۰۴”.
        let is_led_solar = self.language == Language::Persian
            && (1300..1450).contains(&year)
            && matches!(
                self.key_before(i),
                Some(Key::In | Key::Beginning | Key::Middle | Key::End)
            );
        let is_plain = ((1900..=2049).contains(&year) || is_led_solar)
            && !matches!(self.mark(end), Some('%'))
            && self.word(end).unit.is_none();
        if !is_named && (!is_plain || is_counted) {
            return None;
        }
        Some(Found::new(
            self.calendar_date(YearOf::Exact(year), None, None, Calendar::Gregorian)?,
            end,
        ))
    }

    fn generic_range(&self, i: usize) -> Option<Found> {
        let found = self.year_range(i)?;
        let end = self.case_ending(found.end);
        let may_follow = matches!(
            self.language,
            Language::Russian | Language::Azerbaijani | Language::Turkish
        );
        let end = if may_follow {
            self.skip(end, Key::YearWord)
        } else {
            end
        };
        Some(Found { end, ..found })
    }

    /// The calendar of a year: texts in Persian and Arabic count by the Hijri calendars too.
    pub(super) fn calendar_of(&self, year: i32, named: Calendar) -> Calendar {
        match (named, self.language) {
            (Calendar::Gregorian, Language::Persian) if (1250..1500).contains(&year) => {
                Calendar::Solar
            }
            (Calendar::Gregorian, Language::Arabic) if (1250..1500).contains(&year) => {
                Calendar::Lunar
            }
            _ => named,
        }
    }

    /// A date of a calendar; of the Gregorian one also without its year.
    fn calendar_date(
        &self,
        year: YearOf,
        month: Option<u32>,
        day: Option<u32>,
        named: Calendar,
    ) -> Option<Phrase> {
        let calendar = match year {
            YearOf::Exact(year) if month.is_none() => self.calendar_of(year, named),
            _ => named,
        };
        if calendar == Calendar::Gregorian {
            let part = match (month, day) {
                (Some(month), Some(day)) => Part::Day(month, day),
                (Some(month), None) => Part::Month(month),
                _ => Part::Whole,
            };
            return Some(Phrase::InYear { part, year });
        }
        let YearOf::Exact(year) = year else {
            let part = match (calendar, month?) {
                (Calendar::Solar, month) => Part::Solar(month, day),
                (_, month) => Part::Lunar(month, day),
            };
            return Some(Phrase::InYear { part, year });
        };
        let Some(days) = calendar.interval(year, month, day) else {
            return Some(Phrase::Nowhere);
        };
        Some(Phrase::Point(match day {
            Some(_) => Point::Day(days.start),
            None => Point::Days(days.start, days.end),
        }))
    }
}
