//! The words of time: what each means on its own, by language.

mod arabic;
mod common;
mod english;
mod european;
mod hebrew;
mod language;
mod persian;
mod russian;
mod turkic;

use std::collections::HashMap;

use chrono::Weekday;

use super::{
    calendar::Calendar,
    phrase::{Origin, Phrase},
    value::{DayPart, Season, Unit},
};

pub(super) use english::Key;
pub(super) use language::Language;

/// What a word can mean; a word may mean several things (“second”, “may”, “fall”).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    pub(super) month: Option<(u8, Calendar)>,
    pub(super) weekday: Option<Weekday>,
    pub(super) unit: Option<Unit>,
    /// A unit in the plural.
    pub(super) is_plural: bool,
    pub(super) season: Option<Season>,
    pub(super) part: Option<DayPart>,
    pub(super) cardinal: Option<u32>,
    pub(super) ordinal: Option<u32>,
    pub(super) key: Option<Key>,
    /// Opens at least one phrase of the phrase book.
    pub(super) opens_phrase: bool,
    /// Opens the name of a month that has several words.
    pub(super) opens_month: bool,
}

impl Word {
    /// Whether the lexicon knows anything of the word.
    pub(super) fn is_known(&self) -> bool {
        *self != Self::default()
    }
}

/// The words of a month's name after its first, and the month.
type LongMonth = (Vec<String>, (u8, Calendar));

/// One language's words of time.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<String, Word>,
    /// First word of a fixed phrase to its other words and meaning, longest first.
    phrases: HashMap<String, Vec<(Vec<String>, Phrase)>>,
    /// First word of a month's name to its other words and the month.
    long_months: HashMap<String, Vec<LongMonth>>,
    /// Letters that may be written before a word: Hebrew “ב”, Arabic “و”.
    prefixes: &'static [&'static str],
    /// Endings that the word may carry: Turkish “Mayıs'ta”, Azerbaijani “mayda”.
    suffixes: &'static [&'static str],
    /// Capital I is the capital of ı, as in Turkish.
    has_dotless_i: bool,
    /// Words before an amount that count back from today: “il y a”, “vor”.
    ago_before: Vec<String>,
    /// Words before an amount that count on from today: “dans”, “через”.
    ahead_before: Vec<String>,
}

/// The simple relative expressions of a language, variants divided by `|`.
struct Relatives {
    yesterday: &'static str,
    today: &'static str,
    tomorrow: &'static str,
    last_year: &'static str,
    this_year: &'static str,
    next_year: &'static str,
    last_month: &'static str,
    this_month: &'static str,
    next_month: &'static str,
    last_week: &'static str,
    this_week: &'static str,
    next_week: &'static str,
}

impl Lexicon {
    /// What `word` means; `lower` is scratch space.
    pub(super) fn lookup(&self, word: &str, lower: &mut String) -> Word {
        lower.clear();
        self.lower_into(word, lower);
        if let Some(found) = self.words.get(lower.as_str()) {
            return *found;
        }
        if lower.is_ascii() && self.suffixes.is_empty() {
            return Word::default();
        }
        let stems = self.prefixes.iter().filter_map(|p| lower.strip_prefix(p));
        let stems = stems.chain(self.suffixes.iter().filter_map(|s| lower.strip_suffix(s)));
        // Only names carry endings safely: a shorter word would match by chance.
        stems
            .filter_map(|s| self.words.get(s))
            .find(|w| w.carries_affixes())
            .copied()
            .unwrap_or_default()
    }

    /// The fixed phrases that open with the word, or with what a prefix leaves of it, longest first.
    pub(super) fn phrases(&self, word: &str) -> impl Iterator<Item = &(Vec<String>, Phrase)> {
        let lower = self.lower(word);
        let stems = self.prefixes.iter().filter_map(|p| lower.strip_prefix(p));
        let found: Vec<_> = std::iter::once(lower.as_str())
            .chain(stems)
            .filter_map(|word| self.phrases.get(word))
            .collect();
        found.into_iter().flatten()
    }

    /// Whether `word` is `wanted`, as it is or with an ending: “yılın” is “yıl”.
    pub(super) fn is_form(&self, word: &str, wanted: &str) -> bool {
        let lower = self.lower(word);
        lower == wanted
            || lower
                .strip_prefix(wanted)
                .is_some_and(|ending| self.suffixes.contains(&ending))
    }

    /// The word as the lexicon writes it.
    pub(super) fn lower(&self, word: &str) -> String {
        let mut lower = String::with_capacity(word.len());
        self.lower_into(word, &mut lower);
        lower
    }

    fn lower_into(&self, word: &str, lower: &mut String) {
        for c in word.chars() {
            match c {
                'İ' => lower.push('i'),
                'I' if self.has_dotless_i => lower.push('ı'),
                // Letters of Arabic script that are one letter to the reader.
                'ي' | 'ى' => lower.push('ی'),
                'ك' => lower.push('ک'),
                'أ' | 'إ' | 'آ' => lower.push('ا'),
                '\u{64b}'..='\u{65f}'
                | '\u{591}'..='\u{5c7}'
                | '\u{300}'..='\u{36f}'
                | '\u{200c}'
                | '\u{ad}' => {}
                c if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
                c => lower.extend(c.to_lowercase()),
            }
        }
    }

    fn edit(&mut self, words: &str, change: impl Fn(&mut Word)) {
        for word in words.split_whitespace() {
            let word = self.lower(word);
            change(self.words.entry(word).or_default());
        }
    }

    /// Twelve lines or groups of month names, January (or the first of the calendar) first.
    fn months(&mut self, calendar: Calendar, names: [&str; 12]) {
        for (number, names) in (1..).zip(names) {
            self.edit(names, |w| w.month = Some((number, calendar)));
        }
    }

    /// Seven groups of weekday names, Monday first.
    fn weekdays(&mut self, names: [&str; 7]) {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        for (day, names) in [Mon, Tue, Wed, Thu, Fri, Sat, Sun].into_iter().zip(names) {
            self.edit(names, |w| w.weekday = Some(day));
        }
    }

    fn units(&mut self, names: &[(Unit, &str)]) {
        for (unit, names) in names {
            self.edit(names, |w| w.unit = Some(*unit));
        }
    }

    /// Number words in the order of their values, from `first`.
    fn cardinals(&mut self, first: u32, words: &str) {
        for (value, word) in (first..).zip(words.split_whitespace()) {
            self.edit(word, |w| w.cardinal = Some(value));
        }
    }

    fn keys(&mut self, keys: &[(Key, &str)]) {
        for (key, words) in keys {
            self.edit(words, |w| w.key = Some(*key));
        }
    }

    /// Fixed phrases: variants divided by `|`.
    fn phrase(&mut self, variants: &str, phrase: &Phrase) {
        for variant in variants.split('|') {
            let mut words = variant
                .split_whitespace()
                .map(|w| self.lower(w))
                .collect::<Vec<_>>()
                .into_iter();
            let Some(first) = words.next() else { continue };
            self.words.entry(first.clone()).or_default().opens_phrase = true;
            let known = self.phrases.entry(first).or_default();
            known.push((words.collect(), phrase.clone()));
            known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }
}

impl Lexicon {
    fn relatives(&mut self, r: &Relatives) {
        for (unit, by, variants) in [
            (Unit::Day, -1, r.yesterday),
            (Unit::Day, 0, r.today),
            (Unit::Day, 1, r.tomorrow),
            (Unit::Year, -1, r.last_year),
            (Unit::Year, 0, r.this_year),
            (Unit::Year, 1, r.next_year),
            (Unit::Month, -1, r.last_month),
            (Unit::Month, 0, r.this_month),
            (Unit::Month, 1, r.next_month),
            (Unit::Week, -1, r.last_week),
            (Unit::Week, 0, r.this_week),
            (Unit::Week, 1, r.next_week),
        ] {
            self.phrase(
                variants,
                &Phrase::Shift {
                    unit,
                    by,
                    origin: Origin::Publication,
                },
            );
        }
    }

    /// Words that, before an amount, count it back from today.
    fn ago_before(&mut self, words: &str) {
        self.ago_before = words.split(' ').map(|w| self.lower(w)).collect();
        if let Some(first) = self.ago_before.first() {
            self.words.entry(first.clone()).or_default().opens_phrase = true;
        }
    }

    /// The words before an amount that count it back from today; empty where there are none.
    pub(super) fn words_of_ago(&self) -> &[String] {
        &self.ago_before
    }

    /// Words that, before an amount, count it on from today.
    fn ahead_before(&mut self, words: &str) {
        self.ahead_before = words.split(' ').map(|w| self.lower(w)).collect();
        if let Some(first) = self.ahead_before.first() {
            self.words.entry(first.clone()).or_default().opens_phrase = true;
        }
    }

    /// The words before an amount that count it on from today; empty where there are none.
    pub(super) fn words_of_ahead(&self) -> &[String] {
        &self.ahead_before
    }

    /// Whether the lexicon has the word as it is written, without an affix.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains_key(&self.lower(word))
    }

    fn seasons(&mut self, names: [&str; 4]) {
        use Season::{Autumn, Spring, Summer, Winter};
        for (season, names) in [Spring, Summer, Autumn, Winter].into_iter().zip(names) {
            self.edit(names, |w| w.season = Some(season));
        }
    }

    /// Ordinals from the first on, groups of forms.
    fn ordinals(&mut self, names: &[&str]) {
        for (n, names) in (1..).zip(names) {
            self.edit(names, |w| w.ordinal = Some(n));
        }
    }

    /// Words of two units in one: the dual.
    fn duals(&mut self, names: &[(Unit, &str)]) {
        for (unit, names) in names {
            self.edit(names, |w| {
                w.unit = Some(*unit);
                w.cardinal = Some(2);
            });
        }
    }

    /// A month whose name is two words.
    fn month_phrase(&mut self, variants: &str, month: u8, calendar: Calendar) {
        for variant in variants.split('|') {
            let mut words = variant.split_whitespace().map(|w| self.lower(w));
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let word = self.words.entry(first.clone()).or_default();
            if rest.is_empty() {
                word.month = Some((month, calendar));
            } else {
                word.opens_month = true;
                self.long_months
                    .entry(first)
                    .or_default()
                    .push((rest, (month, calendar)));
            }
        }
    }

    /// The months of several words whose name opens with `word`.
    pub(super) fn long_months(&self, word: &str) -> &[LongMonth] {
        self.long_months
            .get(&self.lower(word))
            .map_or(&[], Vec::as_slice)
    }
}

impl Word {
    /// Whether the word stands before, behind or around dates and opens none in a report, so that
    /// no rule need be asked: these words are the most frequent.
    pub(super) fn only_links(&self) -> bool {
        let links = matches!(
            self.key,
            Some(
                Key::Of
                    | Key::In
                    | Key::On
                    | Key::By
                    | Key::Since
                    | Key::Until
                    | Key::To
                    | Key::Through
                    | Key::Between
                    | Key::During
                    | Key::For
                    | Key::And
                    | Key::Or
                    | Key::Within
                    | Key::From
                    | Key::Before
                    | Key::After
                    | Key::Than
                    | Key::PastVerb
                    | Key::HadVerb
                    | Key::WillVerb
                    | Key::PresentVerb
                    | Key::Counted
                    | Key::Labelled
                    | Key::Ended
            )
        );
        links && Self { key: None, ..*self } == Self::default()
    }

    fn carries_affixes(&self) -> bool {
        self.month.is_some()
            || self.weekday.is_some()
            || self.unit.is_some()
            || self.season.is_some()
            || self.opens_phrase
            || matches!(self.key, Some(Key::YearWord))
    }
}
