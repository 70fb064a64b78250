//! Numbers in words and digits, ordinals, years in words.

use super::{Grammar, Parsed};
use crate::timex::{lexicon::Key, value::Quantity};

impl Grammar<'_> {
    /// “12”, “1,200”, “2.5”, “2 1/2”, “twenty-one”, “two hundred and five”, “a dozen”.
    pub(super) fn quantity(&self, i: usize) -> Parsed<Quantity> {
        self.digits(i).or_else(|| {
            self.number_words(i)
                .map(|(n, end)| (Quantity::whole(n), end))
        })
    }

    fn digits(&self, i: usize) -> Parsed<Quantity> {
        let (mut value, _) = self.number(i)?;
        // A digit glued to a sign is part of a price, a share, a fraction or a code.
        if !self.is_spaced(i)
            && matches!(
                self.mark_before(i),
                Some('.' | ',' | '/' | '$' | '€' | '£' | '#' | ':')
            )
        {
            return None;
        }
        let mut end = i + 1;
        while self.is_mark(end, ',') && !self.is_spaced(end) && !self.is_spaced(end + 1) {
            let Some((group, 3)) = self.number(end + 1) else {
                break;
            };
            value = value.saturating_mul(1000).saturating_add(group);
            end += 2;
        }
        let mut hundredths = u64::from(value) * 100;
        if self.is_mark(end, '.') && !self.is_spaced(end) && !self.is_spaced(end + 1) {
            match self.number(end + 1) {
                Some((tenths, 1)) => hundredths += u64::from(tenths) * 10,
                Some((part, 2)) => hundredths += u64::from(part),
                Some(_) => return None,
                None => return Some((Quantity { hundredths }, end)),
            }
            end += 2;
        } else if let Some((fraction, after)) = self.fraction(end) {
            hundredths += fraction;
            end = after;
        }
        Some((Quantity { hundredths }, end))
    }

    /// “1/2”, “-1/2” or “½” after a whole number, in hundredths.
    fn fraction(&self, i: usize) -> Parsed<u64> {
        match self.mark(i) {
            Some('½') => return Some((50, i + 1)),
            Some('¼') => return Some((25, i + 1)),
            Some('¾') => return Some((75, i + 1)),
            _ => {}
        }
        let j = self.joined(i);
        let (upper, _) = self.number(j)?;
        let is_fraction =
            self.is_mark(j + 1, '/') && !self.is_spaced(j + 1) && !self.is_spaced(j + 2);
        let (lower, _) = self.number(j + 2).filter(|_| is_fraction)?;
        matches!((upper, lower), (1, 2) | (1, 4) | (3, 4))
            .then(|| (u64::from(upper * 100 / lower), j + 3))
    }

    /// “twenty-one”, “two hundred and five”, “a hundred”, “a dozen”.
    pub(super) fn number_words(&self, i: usize) -> Parsed<u32> {
        if self.is(i, Key::A) {
            return match self.key(i + 1)? {
                Key::Dozen => Some((12, i + 2)),
                Key::Hundred => Some((100, i + 2)),
                Key::Thousand => Some((1000, i + 2)),
                _ => None,
            };
        }
        match self.key(i) {
            Some(Key::Dozen) => return Some((12, i + 1)),
            Some(Key::Hundred) if !self.is_word(i, "hundreds") => return Some((100, i + 1)),
            _ => {}
        }
        let (mut total, mut end) = self.below_hundred(i)?;
        if self.is(end, Key::Thousand) {
            total *= 1000;
            end += 1;
            if let Some((rest, after)) = self.below_hundred(self.skip(end, Key::And)) {
                (total, end) = (total + rest, after);
            }
        } else if self.is(end, Key::Hundred) {
            total *= 100;
            end += 1;
            if let Some((rest, after)) = self.below_hundred(self.skip(end, Key::And)) {
                (total, end) = (total + rest, after);
            }
        }
        Some((total, end))
    }

    /// “seven”, “twelve”, “forty”, “forty-two”.
    pub(super) fn below_hundred(&self, i: usize) -> Parsed<u32> {
        let value = self.word(i).cardinal?;
        if value < 20 || value % 10 != 0 {
            return Some((value, i + 1));
        }
        let j = self.joined(i + 1);
        match self.word(j).cardinal {
            Some(unit) if (1..10).contains(&unit) => Some((value + unit, j + 1)),
            _ => Some((value, i + 1)),
        }
    }

    /// “nineteen ninety-four”, “two thousand and five”, “twenty nineteen”.
    pub(super) fn year_words(&self, i: usize) -> Parsed<i32> {
        let (first, j) = self.below_hundred(i)?;
        let year = if first == 2 && self.is(j, Key::Thousand) && !self.is_word(j, "thousands") {
            match self.below_hundred(self.skip(j + 1, Key::And)) {
                Some((rest, end)) => (2000 + rest, end),
                None => (2000, j + 1),
            }
        } else if matches!(first, 11..=20) && self.is(j, Key::Hundred) {
            // “nineteen hundred ninety-three”.
            let (rest, end) = self.below_hundred(self.skip(j + 1, Key::And))?;
            (first * 100 + rest, end)
        } else if matches!(first, 18..=20) && j == i + 1 {
            let (rest, end) = self.below_hundred(j)?;
            if rest < 10 {
                return None;
            }
            (first * 100 + rest, end)
        } else {
            return None;
        };
        Some((i32::try_from(year.0).ok()?, year.1))
    }

    /// “third”, “twenty-first”, “3rd”.
    pub(super) fn ordinal(&self, i: usize) -> Parsed<u32> {
        if let Some(value) = self.word(i).ordinal {
            return Some((value, i + 1));
        }
        if let Some((value, 1..=3)) = self.number(i) {
            return self.ordinal_suffix(i + 1).map(|end| (value, end));
        }
        let tens = self.word(i).cardinal.filter(|n| *n >= 20)?;
        let j = self.joined(i + 1);
        let unit = self.word(j).ordinal.filter(|n| *n < 10)?;
        Some((tens + unit, j + 1))
    }

    /// The index after “st”, “nd”, “rd” or “th” glued to a number.
    pub(super) fn ordinal_suffix(&self, i: usize) -> Option<usize> {
        let is_suffix = ["th", "st", "nd", "rd"].iter().any(|s| self.is_word(i, s));
        (is_suffix && !self.is_spaced(i)).then_some(i + 1)
    }
}
