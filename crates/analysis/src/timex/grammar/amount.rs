//! Amounts before a unit: “two”, “several”, “a couple of”, “two to three”, “half a”.

use super::{Grammar, Parsed};
use crate::timex::{
    lexicon::Key,
    phrase::Amount,
    value::{Quantity, Unit},
};

impl Grammar<'_> {
    /// An amount with or without its article.
    pub(super) fn amount(&self, i: usize) -> Parsed<Amount> {
        if let Some((quantity, end)) = self.quantity(i) {
            if let Some((rest, end)) = self.and_a_fraction(end) {
                let hundredths = quantity.hundredths + rest;
                return Some((Amount::Exact(Quantity { hundredths }), end));
            }
            return Some((Amount::Exact(quantity), self.other_bound(end)));
        }
        match self.key(i)? {
            Key::Several => Some((Amount::Vague, i + 1)),
            Key::Few => Some((Amount::Vague, i + 1)),
            Key::Some if self.word(i + 1).is_plural => Some((Amount::Vague, i + 1)),
            Key::A => match self.key(i + 1) {
                Some(Key::Few) => Some((Amount::Vague, i + 2)),
                Some(Key::Couple | Key::Number) => {
                    let k = self.skip(i + 2, Key::Of);
                    let is_couple = self.is(i + 1, Key::Couple);
                    (is_couple || k > i + 2).then_some((Amount::Vague, k))
                }
                Some(Key::Half) => Some((half(), i + 2)),
                _ => Some((Amount::Exact(Quantity::whole(1)), i + 1)),
            },
            Key::Half if self.is(i + 1, Key::A) => Some((half(), i + 2)),
            _ => None,
        }
    }

    /// “and a half”, “and a quarter” before a unit, in hundredths.
    fn and_a_fraction(&self, i: usize) -> Parsed<u64> {
        let j = self.is(i, Key::And).then(|| self.skip(i + 1, Key::A))?;
        let part = match self.key(j) {
            Some(Key::Half) => 50,
            _ if self.word(j).unit == Some(Unit::Quarter) => 25,
            _ => return None,
        };
        self.word(j + 1).unit.map(|_| (part, j + 1))
    }

    /// The index after “to three” and “or three”: the first bound stands for both.
    fn other_bound(&self, i: usize) -> usize {
        let j = match self.key(i) {
            Some(Key::To | Key::Or) => i + 1,
            _ => match self.hyphen(i) {
                Some(j) => j,
                None => return i,
            },
        };
        // “12-month”: the hyphen leads to the unit, not to another number.
        self.quantity(j).map_or(i, |(_, end)| end)
    }

    /// The index after words such as “more”, “full”, “straight” between amount and unit.
    pub(super) fn fillers(&self, i: usize) -> usize {
        let mut j = self.joined(i);
        for _ in 0..2 {
            if matches!(
                self.key(j),
                Some(Key::Filler | Key::More | Key::Fiscal | Key::Long | Key::Coming)
            ) {
                j = self.joined(j + 1);
            }
        }
        j
    }
}

fn half() -> Amount {
    Amount::Exact(Quantity { hundredths: 50 })
}
