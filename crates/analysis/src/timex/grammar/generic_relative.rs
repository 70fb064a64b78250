//! What counts from publication or from the story in languages other than English: “через две
//! недели”, “mardi dernier”, “son üç yılda”.

use chrono::Weekday;

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::{Key, Language},
    phrase::{Amount, Found, Origin, Phrase, Pick},
    value::{Quantity, Unit},
};

impl Grammar<'_> {
    pub(super) fn generic_relative(&self, i: usize) -> Option<Found> {
        let found = [
            self.generic_apart(i),
            self.generic_weekday(i),
            self.generic_window(i),
        ];
        found.into_iter().flatten().max_by_key(|f| f.end)
    }

    /// So many units of the calendar: “3 года”, “trois ans”; the dual of Arabic and Hebrew is two,
    /// and a unit alone is one where the language says so.
    fn units(&self, i: usize) -> Parsed<(Quantity, Unit)> {
        let word = self.word(i);
        if let (Some(unit), Some(n)) = (word.unit, word.cardinal) {
            return Some(((Quantity::whole(n), unit), i + 1));
        }
        if let Some((quantity, j)) = self.quantity(i) {
            return Some(((quantity, self.word(j).unit?), j + 1));
        }
        let is_bare = matches!(
            self.language,
            Language::Russian | Language::Arabic | Language::Hebrew
        );
        // “قبل عام 2020” is before that year.
        let is_counted = self.number(i + 1).is_some();
        let unit = word
            .unit
            .filter(|_| is_bare && !word.is_plural && !is_counted)?;
        Some(((Quantity::whole(1), unit), i + 1))
    }

    /// “3 года назад”, “il y a trois ans”, “vor zwei Jahren”, “через неделю”, “iki hafta sonra”.
    fn generic_apart(&self, i: usize) -> Option<Found> {
        let led = |words: &[String]| {
            let (first, rest) = words.split_first()?;
            // Every such word is marked so; most words need not be looked at twice.
            self.word(i).opens_phrase.then_some(())?;
            let is_first = self.lexicon.lower(self.word_text(i)) == *first;
            is_first.then(|| self.words_at(i + 1, rest))?
        };
        let back = led(self.lexicon.words_of_ago());
        let ahead = led(self.lexicon.words_of_ahead());
        let ((quantity, unit), j) = self.units(back.or(ahead).unwrap_or(i))?;
        let (direction, origin, end) = match (back, ahead, self.key(j)) {
            (Some(_), ..) => (-1, Origin::Publication, j),
            (None, Some(_), _) => (1, Origin::Publication, j),
            (None, None, Some(Key::Ago)) => (-1, Origin::Publication, j + 1),
            (None, None, Some(Key::Hence)) => (1, Origin::Publication, j + 1),
            (None, None, Some(Key::Later)) => (1, Origin::Story, j + 1),
            _ => return None,
        };
        let by = quantity.as_whole()?.saturating_mul(direction);
        let phrase = match unit {
            Unit::Week => Phrase::DayShift { unit, by, origin },
            _ => Phrase::Shift { unit, by, origin },
        };
        (!unit.is_clock()).then(|| Found::new(phrase, end))
    }

    /// A weekday in one word or more.
    fn weekday_name(&self, i: usize) -> Parsed<Weekday> {
        if let Some(day) = self.word(i).weekday {
            return Some((day, i + 1));
        }
        match self.fixed_phrase(i)? {
            Found {
                phrase: Phrase::Weekday { day, .. },
                end,
                ..
            } => Some((day, end)),
            _ => None,
        }
    }

    /// “mardi dernier”, “в прошлую среду”, “el próximo lunes”; a weekday before its date; a weekday
    /// that a preposition leads to.
    pub(super) fn generic_weekday(&self, i: usize) -> Option<Found> {
        let pick_of = |k: usize| match self.key(k)? {
            Key::Last | Key::Past => Some(Pick::Last),
            Key::Next | Key::Coming => Some(Pick::Next),
            _ => None,
        };
        if let Some(pick) = pick_of(i)
            && let Some((day, end)) = self.weekday_name(i + 1)
        {
            return Some(Found::new(Phrase::Weekday { day, pick }, end));
        }
        let (day, end) = self.weekday_name(i)?;
        let j = self.skip_comma(end);
        // “Dienstag, dem 30. Mai”.
        let j = if matches!(self.word_text(j), "dem" | "den") {
            j + 1
        } else {
            self.link(j)
        };
        if let Some(found) = self.generic_day(j).or_else(|| self.numeric_date(j)) {
            return Some(found);
        }
        if let Some(pick) = pick_of(end) {
            return Some(Found::new(Phrase::Weekday { day, pick }, end + 1));
        }
        // “Pazar” is a market, “пятница” a name: alone they are left to what precedes them.
        let is_led = matches!(self.key_before(i), Some(Key::In | Key::Of));
        let pick = Pick::Nearest;
        is_led.then(|| Found::new(Phrase::Weekday { day, pick }, end))
    }

    /// A span up to now: “последние три года”, “los últimos tres años”, “son bir yılda”.
    fn generic_window(&self, i: usize) -> Option<Found> {
        let is_recent = |k: usize| matches!(self.key(k), Some(Key::Recent | Key::Last));
        let window = |(quantity, unit): (Quantity, Unit), end| {
            let amount = Amount::Exact(quantity);
            let is_span = !unit.is_clock();
            is_span.then(|| {
                let phrase = Phrase::Duration {
                    amount,
                    unit,
                    is_up_to_now: true,
                };
                Found::new(phrase, end)
            })
        };
        if is_recent(i) {
            if let Some((quantity, j)) = self.quantity(i + 1) {
                return window((quantity, self.word(j).unit?), j + 1);
            }
            // “за последний год” is the year up to now.
            let word = self.word(i + 1);
            let unit = word.unit.filter(|_| !word.is_plural)?;
            let is_one = self.language == Language::Russian && self.is(i, Key::Recent);
            return is_one.then(|| window((Quantity::whole(1), unit), i + 2))?;
        }
        // “السنوات الثلاث الماضية”.
        if let (Some(unit), true) = (self.word(i).unit, self.word(i).is_plural) {
            let (quantity, j) = self.quantity(i + 1)?;
            return is_recent(j).then(|| window((quantity, unit), j + 1))?;
        }
        let (quantity, j) = self.quantity(i)?;
        if is_recent(j) {
            return window((quantity, self.word(j + 1).unit?), j + 2);
        }
        let unit = self.word(j).unit?;
        is_recent(j + 1).then(|| window((quantity, unit), j + 2))?
    }
}
