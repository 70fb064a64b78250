//! Durations: “two years”, “the past few months”, “eight-year”, “decades”, “1 hour and 30 minutes”.

use super::Grammar;
use crate::timex::{
    lexicon::Key,
    phrase::{Amount, Found, Phrase},
    value::{Quantity, Unit, duration},
};

impl Grammar<'_> {
    pub(super) fn duration(&self, i: usize) -> Option<Found> {
        let (modifier, j) = self.hedge(i).map_or((None, i), |(m, j)| (Some(m), j));
        let plain = [self.windowed(j), self.counted(j), self.compound(j)];
        let best = plain.into_iter().flatten().max_by_key(|f| f.end);
        let best = best.or_else(|| {
            if modifier.is_none() {
                self.bare_units(i).or_else(|| self.vague(i))
            } else {
                None
            }
        })?;
        Some(match modifier {
            Some(modifier) => Self::modified(best, modifier),
            None => best,
        })
    }

    /// “the past year”, “the next two weeks”, “the first nine months”.
    fn windowed(&self, i: usize) -> Option<Found> {
        let j = if self.is(i, Key::Each) && self.is(i + 1, Key::Of) {
            i + 2
        } else {
            i
        };
        let is_definite = matches!(self.key(j), Some(Key::The | Key::This | Key::Possessive));
        let the = if matches!(self.key(j), Some(Key::The | Key::This)) {
            j + 1
        } else {
            j
        };
        // Whether one unit without an amount is a span, and whether the span ends now.
        let (is_span, is_up_to_now) = match self.key(the) {
            Some(Key::Past) => (true, true),
            Some(Key::Last | Key::Latest) => (is_definite, true),
            Some(Key::Next | Key::Coming) => (is_definite, false),
            Some(Key::Previous | Key::Following | Key::Final | Key::Recent) => (false, false),
            None if self.word(the).ordinal == Some(1) => (false, false),
            _ if is_definite && the > j => return self.counted_period(the),
            _ => return None,
        };
        let k = the + 1;
        if let Some((amount, end)) = self.amount(k) {
            let at = self.fillers(end);
            let unit = self.unit(at)?;
            return Some(Found::new(
                Phrase::Duration {
                    amount,
                    unit,
                    is_up_to_now,
                },
                at + 1,
            ));
        }
        let at = self.fillers(k);
        let unit = self.unit(at)?;
        if self.word(at).is_plural {
            return Some(Found::new(
                Phrase::Duration {
                    amount: Amount::Vague,
                    unit,
                    is_up_to_now: false,
                },
                at + 1,
            ));
        }
        let one = Amount::Exact(Quantity::whole(1));
        let is_window = is_span && !unit.is_clock() && self.hyphen(at + 1).is_none();
        let is_long = !matches!(unit, Unit::Day | Unit::Night | Unit::Weekend);
        (is_window && is_long).then(|| {
            let end = if self.is(at + 1, Key::Or) && self.is_word(at + 2, "so") {
                at + 3
            } else {
                at + 1
            };
            Found::new(
                Phrase::Duration {
                    amount: one,
                    unit,
                    is_up_to_now,
                },
                end,
            )
        })
    }

    /// “the nine months”: a counted span with an article.
    fn counted_period(&self, i: usize) -> Option<Found> {
        let (quantity, end) = self.quantity(i)?;
        let at = self.fillers(end);
        let unit = self.unit(at).filter(|_| self.word(at).is_plural)?;
        let phrase = Phrase::Duration {
            amount: Amount::Exact(quantity),
            unit,
            is_up_to_now: false,
        };
        Some(Found::new(phrase, at + 1))
    }

    /// A unit of time at `i`; “second” only where it is surely one.
    fn unit(&self, i: usize) -> Option<Unit> {
        let word = self.word(i);
        // “3h”: the letter glued to its number.
        let is_glued = !self.is_spaced(i) && i > 0 && self.number(i - 1).is_some();
        if is_glued && matches!(self.word_text(i), "h" | "H") {
            return Some(Unit::Hour);
        }
        let unit = word.unit?;
        let is_sure = unit != Unit::Second || word.is_plural;
        is_sure.then_some(unit)
    }

    /// “two years”, “a week”, “eight-year”, “8-month-old”, “a year and a half”.
    fn counted(&self, i: usize) -> Option<Found> {
        let (amount, end) = self.amount(i)?;
        let is_article = self.is(i, Key::A) && end == i + 1;
        let at = self.fillers(end);
        let unit = self.unit(at)?;
        let mut after = at + 1;
        // “8-month-old” measures time; years so written are the age of a person or thing.
        let old = self.hyphen(after).filter(|j| self.is(*j, Key::Old));
        let is_age = unit == Unit::Year && (old.is_some() || self.is(after, Key::Old));
        // “three-quarters of its food” is a fraction.
        let is_fraction =
            unit == Unit::Quarter && self.word(at).is_plural && self.hyphen(end).is_some();
        if is_age || is_fraction {
            return None;
        }
        let is_joined = self.hyphen(end).is_some() || self.hyphen(after).is_some();
        if is_article && (unit == Unit::Quarter || is_joined) {
            return None;
        }
        let mut amount = amount;
        if let Some(j) = old {
            after = j + 1;
        } else if let (Some(j), Amount::Exact(q)) = (self.half_after(after), amount) {
            amount = Amount::Exact(Quantity {
                hundredths: q.hundredths + 50,
            });
            after = j;
        }
        if is_article && !self.is_article_span(i, after) {
            return None;
        }
        if self.is_rate(i, is_article) {
            return (!unit.is_clock() || is_article)
                .then(|| Found::new(Phrase::Set(duration(Quantity::whole(1), unit)), after));
        }
        Some(Found::new(
            Phrase::Duration {
                amount,
                unit,
                is_up_to_now: false,
            },
            after,
        ))
    }

    /// Whether “a year” says how often rather than how long: “$5 a year”, “three times a week”.
    fn is_rate(&self, i: usize, is_article: bool) -> bool {
        if !is_article || i == 0 || self.opens_sentence(i) {
            return false;
        }
        let before = i - 1;
        let is_number = |k: usize| self.number(k).is_some() || self.word(k).cardinal.is_some();
        let is_rated = matches!(
            self.word_text(before).to_ascii_lowercase().as_str(),
            "times" | "time" | "once" | "twice" | "percent" | "cents" | "million" | "billion"
        );
        is_rated
            || self.is_mark(before, '%')
            || is_number(before)
            || self.is(before, Key::Counted)
            || (self.is_plural_noun(before)
                && (before.saturating_sub(2)..before).any(|k| {
                    is_number(k) || matches!(self.key(k), Some(Key::Hundred | Key::Thousand))
                }))
    }

    /// Whether the word at `i` looks like the plural of a noun that is no unit of time.
    fn is_plural_noun(&self, i: usize) -> bool {
        let word = self.word_text(i);
        let is_plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
        is_plural && self.key(i).is_none() && self.word(i).unit.is_none()
    }

    /// Whether “a day” is a span of time by the words around it, and not a day of some kind.
    fn is_article_span(&self, i: usize, after: usize) -> bool {
        if matches!(
            self.key_before(i),
            Some(Key::Within | Key::In | Key::For | Key::After | Key::Than)
        ) {
            return true;
        }
        let is_named =
            self.is(after, Key::Of) || self.is_word(after, "when") || self.is_word(after, "where");
        !is_named
    }

    /// “1 hour and 30 minutes”, “two years and six months”.
    fn compound(&self, i: usize) -> Option<Found> {
        let (first, end) = self.quantity(i)?;
        let first_unit = self.unit(self.fillers(end))?;
        let j = self.fillers(end) + 1;
        let j = self.skip(self.skip_comma(j), Key::And);
        let (second, end) = self.quantity(j)?;
        let at = self.fillers(end);
        let second_unit = self.unit(at)?;
        if second_unit >= first_unit {
            return None;
        }
        let (a, b) = (duration(first, first_unit), duration(second, second_unit));
        let joined = match (first_unit.is_clock(), second_unit.is_clock()) {
            (true, true) => format!("{a}{}", b.strip_prefix("PT")?),
            (false, true) => format!("{a}{}", b.strip_prefix('P')?),
            _ => format!("{a}{}", b.strip_prefix('P')?),
        };
        Some(Found::new(Phrase::Compound(joined), at + 1))
    }

    /// “years”, “recent months”, “over the years”, “decades-long”, “weeks or months”.
    fn bare_units(&self, i: usize) -> Option<Found> {
        let vague = |unit, end| {
            Some(Found::new(
                Phrase::Duration {
                    amount: Amount::Vague,
                    unit,
                    is_up_to_now: false,
                },
                end,
            ))
        };
        if matches!(self.key(i), Some(Key::Recent | Key::Coming | Key::Past))
            && self.word(i + 1).is_plural
        {
            return vague(self.unit(i + 1)?, i + 2);
        }
        let the = self.skip(i, Key::The);
        if the > i {
            let is_led = matches!(
                self.key_before(i),
                Some(Key::Over | Key::Through | Key::In | Key::During)
            );
            let unit = self
                .unit(the)
                .filter(|u| *u >= Unit::Week && self.word(the).is_plural)?;
            // “the years 2014 to 2016” are named.
            let is_named = self.number(the + 1).is_some();
            return (is_led && !is_named).then(|| vague(unit, the + 1))?;
        }
        let unit = self.unit(i)?;
        if self.hyphen(i + 1).is_some_and(|j| self.is(j, Key::Long)) {
            let one = Amount::Exact(Quantity::whole(1));
            let amount = if self.word(i).is_plural {
                Amount::Vague
            } else {
                one
            };
            return Some(Found::new(
                Phrase::Duration {
                    amount,
                    unit,
                    is_up_to_now: false,
                },
                i + 3,
            ));
        }
        let is_named = self.number(i + 1).is_some();
        if !self.word(i).is_plural
            || is_named
            || unit == Unit::Second
            || self.hyphen(i.saturating_sub(1)).is_some()
        {
            return None;
        }
        let is_led = matches!(
            self.key_before(i),
            Some(Key::For | Key::In | Key::Over | Key::After | Key::Within | Key::Of | Key::The)
        ) || matches!(
            self.key(i + 1),
            Some(Key::Ago | Key::Later | Key::Earlier | Key::Before | Key::After)
        ) || matches!(
            self.word_text(i.saturating_sub(1)),
            "took" | "take" | "lasted" | "spent" | "be" | "been" | "last"
        );
        let end = match self.key(i + 1) {
            Some(Key::Or) if self.word(i + 2).unit.is_some() => i + 3,
            Some(Key::Ago) => i + 2,
            _ => i + 1,
        };
        is_led.then(|| vague(unit, end))?
    }

    /// “some time”, “a while”, “a long time”.
    fn vague(&self, i: usize) -> Option<Found> {
        let is_some_time = self.is(i, Key::Some)
            && self.is(i + 1, Key::Time)
            && self.key_before(i) == Some(Key::For);
        if is_some_time {
            return Some(Found::new(Phrase::Compound("PXM".to_owned()), i + 2));
        }
        if self.is(i, Key::A) && self.is_word(i + 1, "while") {
            return Some(Found::new(Phrase::Compound("PXX".to_owned()), i + 2));
        }
        None
    }
}
