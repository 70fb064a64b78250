//! What the word lists of the languages other than English have in common.

use crate::timex::{
    phrase::{Origin, Phrase},
    value::Unit,
};

use super::{Key, Lexicon};

/// The words of a language for parts of a year and for what is near in time, forms divided by
/// spaces.
pub(super) struct Periods {
    /// Spring, summer, autumn, winter.
    pub(super) seasons: [&'static str; 4],
    pub(super) quarter: &'static str,
    pub(super) half: &'static str,
    /// First to fourth.
    pub(super) ordinals: [&'static str; 4],
    pub(super) beginning: &'static str,
    pub(super) middle: &'static str,
    pub(super) end: &'static str,
    /// Beside a weekday.
    pub(super) last: &'static str,
    pub(super) next: &'static str,
    /// Beside an amount: “the past three years”.
    pub(super) recent: &'static str,
    /// The days beside yesterday and tomorrow, variants divided by `|`.
    pub(super) before_yesterday: &'static str,
    pub(super) after_tomorrow: &'static str,
}

impl Lexicon {
    pub(super) fn periods(&mut self, p: &Periods) {
        self.seasons(p.seasons);
        self.units(&[(Unit::Quarter, p.quarter)]);
        self.ordinals(&p.ordinals);
        self.keys(&[
            (Key::Half, p.half),
            (Key::Beginning, p.beginning),
            (Key::Middle, p.middle),
            (Key::End, p.end),
            (Key::Last, p.last),
            (Key::Next, p.next),
            (Key::Recent, p.recent),
        ]);
        for (by, variants) in [(-2, p.before_yesterday), (2, p.after_tomorrow)] {
            let (unit, origin) = (Unit::Day, Origin::Publication);
            self.phrase(variants, &Phrase::Shift { unit, by, origin });
        }
    }
}
