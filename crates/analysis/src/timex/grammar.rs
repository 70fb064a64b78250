//! Which runs of tokens are expressions of time, by rules written by hand.
//!
//! Each rule takes the index of a token and answers with what begins there and where it ends, or
//! with nothing; rules call each other. [`Grammar::at`] asks the rules of every kind and keeps the
//! longest answer. Nothing here looks at the calendar: that is the work of `resolve`.

mod absolute;
mod amount;
mod clock;
mod duration;
mod generic;
mod generic_period;
mod generic_relative;
mod loose_clock;
mod named;
mod number;
mod numeric;
mod period;
mod relative;
mod request;
mod request_clock;
mod request_day;
mod separated;
mod set;
mod within;
mod year;

pub(super) use set::weekday_value;

use super::{
    Modifier,
    lexicon::{Key, Language, Lexicon, Word},
    phrase::Found,
    register::Register,
    token::{Break, Shape, Token},
};

/// An answer of a rule: the meaning, and the index of the token after it.
type Parsed<T> = Option<(T, usize)>;

/// The tokens of a text with the rules that read them.
pub(super) struct Grammar<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) language: Language,
    pub(super) lexicon: &'a Lexicon,
    pub(super) register: Register,
    /// Whether `03/04/2020` is the third of April.
    pub(super) is_day_first: bool,
    /// The publication date as year, month, day: it can show which number is the day.
    pub(super) published: Option<(i32, u32, u32)>,
}

impl Grammar<'_> {
    /// The longest expression of time that begins at a token.
    pub(super) fn at(&self, i: usize) -> Option<Found> {
        let token = self.tokens.get(i)?;
        let may_open = match token.shape {
            Shape::Word => {
                token.word.is_known()
                    || self.may_be_quarter_label(i)
                    || matches!(self.word_text(i), "w" | "everyday" | "quarterly")
                    || (self.language == Language::Russian && self.word_text(i).starts_with('I'))
            }
            Shape::Number { .. } => true,
            Shape::Mark(c) => matches!(c, '\'' | '’' | '‘'),
        };
        if !may_open {
            return None;
        }
        let is_english = self.language == Language::English;
        let is_report = self.register == Register::Report;
        if is_english && is_report && token.word.only_links() {
            return None;
        }
        let mut best: Option<Found> = None;
        let mut offer = |found: Option<Found>| {
            if let Some(found) = found
                && best.as_ref().is_none_or(|b| found.end > b.end)
                && !self.crosses_paragraph(i, found.end)
            {
                best = Some(found);
            }
        };
        if self.register == Register::Request {
            offer(self.request(i));
        }
        offer(self.numeric_date(i));
        if is_english {
            offer(self.date(i));
            offer(self.relative(i));
            offer(self.clock(i));
            offer(self.duration(i));
            offer(self.set(i));
        } else {
            offer(self.generic(i));
        }
        offer(self.fixed_phrase(i));
        // In a request the article is no part of what counts from today.
        let is_request = self.register == Register::Request;
        let is_led = is_request && self.drops_article(i);
        best.filter(|f| !is_led || f.phrase.keeps_article())
    }

    /// Whether “the” at `i` stands before a word that says which: “the next week”.
    fn drops_article(&self, i: usize) -> bool {
        let says_which = matches!(
            self.key(i + 1),
            Some(
                Key::Next
                    | Key::Last
                    | Key::Past
                    | Key::Previous
                    | Key::Following
                    | Key::Coming
                    | Key::Same
                    | Key::Current
                    | Key::Beginning
                    | Key::Middle
                    | Key::End
                    | Key::Mid
            )
        );
        self.is(i, Key::The) && (says_which || self.quantity(i + 1).is_some())
    }

    /// Whether a paragraph ends between the tokens `start..end`.
    fn crosses_paragraph(&self, start: usize, end: usize) -> bool {
        self.tokens
            .get(start + 1..end)
            .is_some_and(|t| t.iter().any(|t| t.after == Break::Paragraph))
    }

    /// An expression of the phrase book.
    fn fixed_phrase(&self, i: usize) -> Option<Found> {
        let token = self.tokens.get(i)?;
        if !token.word.opens_phrase || self.is_part_of_name(i) {
            return None;
        }
        if self.is_noun_of_day(i) {
            return None;
        }
        // “as soon as”, “shortly after” link clauses.
        let is_link = |end| {
            self.is_word(end, "as")
                || (self.is(end, Key::After) && self.is_word(end - 1, "shortly"))
                || (self.is_word(end - 1, "soon") && self.is(end, Key::After))
        };
        let mut phrases = self.lexicon.phrases(self.word_text(i));
        phrases.find_map(|(rest, phrase)| {
            let end = self.words_at(i + 1, rest)?;
            (!is_link(end)).then(|| Found::new(phrase.clone(), end))
        })
    }

    /// Whether a word for tomorrow is the morning: “der Morgen”, “la mañana”.
    fn is_noun_of_day(&self, i: usize) -> bool {
        let before = || self.word_text(i.saturating_sub(1)).to_lowercase();
        match self.language {
            Language::German => self.is_capital(i) && !self.opens_sentence(i),
            Language::Spanish => {
                self.is_word(i, "mañana") && matches!(before().as_str(), "la" | "esta" | "una")
            }
            _ => false,
        }
    }

    /// Whether a capital within a sentence, beside another, shows a name: “the Daily Post”.
    fn is_part_of_name(&self, i: usize) -> bool {
        let is_name = |k: usize| self.is_capital(k) && self.mark(k).is_none();
        let is_beside = is_name(i + 1) || i.checked_sub(1).is_some_and(is_name);
        self.is_capital(i) && !self.opens_sentence(i) && !self.opens_sentence(i + 1) && is_beside
    }

    /// The index after `words`, when they stand at `i`; apostrophes and hyphens between them are
    /// passed over.
    fn words_at(&self, mut i: usize, words: &[String]) -> Option<usize> {
        for wanted in words {
            if matches!(self.mark(i), Some('’' | '\'' | '-' | '‑')) {
                i += 1;
            }
            let token = self.tokens.get(i)?;
            let is_wanted =
                token.shape == Shape::Word && self.lexicon.is_form(self.word_text(i), wanted);
            if !is_wanted {
                return None;
            }
            i += 1;
        }
        Some(i)
    }

    /// What the lexicon knows of the word at `i`; nothing for other tokens and past the end.
    fn word(&self, i: usize) -> Word {
        self.tokens.get(i).map_or_else(Word::default, |t| t.word)
    }

    fn key(&self, i: usize) -> Option<Key> {
        self.word(i).key
    }

    fn is(&self, i: usize, key: Key) -> bool {
        self.key(i) == Some(key)
    }

    /// The key of the word before `i`.
    fn key_before(&self, i: usize) -> Option<Key> {
        self.key(i.checked_sub(1)?)
    }

    fn mark(&self, i: usize) -> Option<char> {
        match self.tokens.get(i)?.shape {
            Shape::Mark(c) => Some(c),
            _ => None,
        }
    }

    fn is_mark(&self, i: usize, mark: char) -> bool {
        self.mark(i) == Some(mark)
    }

    fn mark_before(&self, i: usize) -> Option<char> {
        self.mark(i.checked_sub(1)?)
    }

    fn number(&self, i: usize) -> Option<(u32, u8)> {
        match self.tokens.get(i)?.shape {
            Shape::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    fn word_text(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |t| &self.text[t.range().as_usize()])
    }

    /// Whether the word at `i` is `word`, whatever its case.
    fn is_word(&self, i: usize, word: &str) -> bool {
        self.word_text(i).eq_ignore_ascii_case(word)
    }

    fn is_spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|t| t.is_spaced)
    }

    fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_capital)
    }

    /// The index after an unspaced hyphen at `i`.
    fn hyphen(&self, i: usize) -> Option<usize> {
        let is_hyphen = matches!(self.mark(i), Some('-' | '‐' | '‑' | '–'));
        (is_hyphen && !self.is_spaced(i) && !self.is_spaced(i + 1)).then_some(i + 1)
    }

    /// The index of what follows `i`, a hyphen or a space between.
    fn joined(&self, i: usize) -> usize {
        self.hyphen(i).unwrap_or(i)
    }

    /// The index after a dash that joins the ends of a range: “2016–2020”, “3 - 5 May”.
    fn range_dash(&self, i: usize) -> Option<usize> {
        let is_dash = matches!(self.mark(i), Some('-' | '‐' | '‑' | '–' | '—'));
        // “2 -3” is no range: the dash stands free on both sides or on neither.
        (is_dash && self.is_spaced(i) == self.is_spaced(i + 1)).then_some(i + 1)
    }

    /// The index after “'s” at `i`.
    fn possessive(&self, i: usize) -> Option<usize> {
        let is_mark = matches!(self.mark(i), Some('\'' | '’')) && !self.is_spaced(i);
        (is_mark && self.is_word(i + 1, "s") && !self.is_spaced(i + 1)).then_some(i + 2)
    }

    /// The index after an optional word with the key.
    fn skip(&self, i: usize, key: Key) -> usize {
        if self.is(i, key) { i + 1 } else { i }
    }

    /// The index after a comma at `i`, or `i`.
    fn skip_comma(&self, i: usize) -> usize {
        if matches!(self.mark(i), Some(',' | '،')) && !self.is_spaced(i) {
            i + 1
        } else {
            i
        }
    }

    /// Whether a sentence or paragraph ends before `i`.
    fn opens_sentence(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|t| t.after != Break::None)
    }

    /// “about”, “more than”, “at least”: how exact the amount after it is.
    fn hedge(&self, i: usize) -> Parsed<Modifier> {
        let after_than = |modifier| self.is(i + 1, Key::Than).then_some((modifier, i + 2));
        // “How about Friday?”, “talks about 2019”.
        let before = self.word_text(i.saturating_sub(1));
        let is_topic = self.is_word(i, "about")
            && ["how", "what", "talk", "talks", "talking", "worries", "news"]
                .iter()
                .any(|w| before.eq_ignore_ascii_case(w));
        if is_topic {
            return None;
        }
        match self.key(i)? {
            Key::About | Key::Nearly => Some((Modifier::Approx, i + 1)),
            Key::Over if self.is_over_an_amount(i) => Some((Modifier::MoreThan, i + 1)),
            Key::More => after_than(Modifier::MoreThan),
            Key::Less => after_than(Modifier::LessThan),
            Key::At if self.is(i + 1, Key::Least) => Some((Modifier::EqualOrMore, i + 2)),
            Key::At if self.is(i + 1, Key::Most) => Some((Modifier::EqualOrLess, i + 2)),
            Key::Up if self.is(i + 1, Key::To) => Some((Modifier::EqualOrLess, i + 2)),
            _ => None,
        }
    }

    /// “early”, “the end of”, “mid-”: the part of the span named after it.
    fn phase(&self, i: usize) -> Parsed<Modifier> {
        let modifier = |key| match key {
            Key::Early | Key::Beginning | Key::Earlier => Some(Modifier::Start),
            Key::Mid | Key::Middle => Some(Modifier::Mid),
            Key::Late | Key::End | Key::Later | Key::Rest => Some(Modifier::End),
            _ => None,
        };
        let j = self.skip(i, Key::The);
        let key = self.key(j)?;
        let found = modifier(key)?;
        match key {
            // Nouns want “of”: “the end of 1990”.
            Key::Beginning | Key::Middle | Key::End | Key::Rest => {
                self.is(j + 1, Key::Of).then_some((found, j + 2))
            }
            Key::Early | Key::Late if self.is(j + 1, Key::In) => Some((found, j + 2)),
            Key::Early | Key::Late | Key::Mid => Some((found, self.joined(j + 1))),
            // “later this month”; never with an article.
            _ if j == i => Some((found, j + 1)),
            _ => None,
        }
    }

    /// Whether “over” at `i` means more than, and not in the course of: “for over a year”.
    fn is_over_an_amount(&self, i: usize) -> bool {
        // “Over the past three decades”: in their course.
        if self.is(i + 1, Key::The) {
            return false;
        }
        let is_led = matches!(
            self.key_before(i),
            Some(
                Key::In
                    | Key::For
                    | Key::After
                    | Key::By
                    | Key::Within
                    | Key::A
                    | Key::Of
                    | Key::Since
            )
        );
        is_led
            || self.opens_sentence(i)
            || self.is_word(i.saturating_sub(1), "just")
            || matches!(
                self.word_text(i.saturating_sub(1)),
                "lasted" | "took" | "spent"
            )
    }

    /// Marks what was found as modified, unless a nearer word already said so.
    fn modified(found: Found, modifier: Modifier) -> Found {
        Found {
            modifier: found.modifier.or(Some(modifier)),
            ..found
        }
    }
}
