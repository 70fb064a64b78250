//! Whether a text states of a date that something is intended or due by then.
//!
//! “Vessenia will reach 20 bcm by 2027” is a promise due on the last day of 2027; “prices could
//! double by 2030” is none, nor is what is past on the day of publication, given up, or only
//! forecast. English is read by the verb that the date belongs to, the other languages by the words
//! of intention and of due dates beside it.

mod english;
mod languages;

use chrono::{Datelike, NaiveDate};
use dossier_text::TextRange;
use serde::{Deserialize, Serialize};

use super::{
    Timex, TimexType,
    lexicon::Language,
    value::{Unit, moved},
};
use crate::{Context, sentence::sentences};

/// How a text binds somebody to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// “will”, “plans to”, “has pledged to”.
    Intention,
    /// “must”, “is due”, “the deadline is”, “expires on”.
    DueDate,
}

/// A statement about the future that can be checked on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The timex that names the day.
    pub timex: TextRange,
    /// The words that show it to be stated: “plans”, “deadline”.
    pub cue: TextRange,
    /// The last day on which it can be kept.
    pub due: NaiveDate,
    /// What binds to the day.
    pub stated: Stated,
    /// Whether the text says that it will not be: “will not raise taxes before 2027”.
    pub is_denied: bool,
}

/// The promises of a text by its timexes, in text order.
///
/// Nothing is a promise without a day of publication, since nothing then lies ahead.
#[must_use]
pub fn promises(text: &str, timexes: &[Timex], context: &Context<'_>) -> Vec<Promise> {
    let mut sentences = sentences(text).into_iter().peekable();
    let mut found = Vec::new();
    for timex in timexes {
        while sentences.next_if(|s| s.end <= timex.range.start).is_some() {}
        if let Some(sentence) = sentences.peek().filter(|s| s.contains(timex.range)) {
            found.extend(promise(text, *sentence, timex, context));
        }
    }
    found
}

/// The promise that a sentence makes for a timex within it; `None` when the timex is not ahead of
/// the day of publication, or the sentence states nothing for it.
#[must_use]
pub fn promise(
    text: &str,
    sentence: TextRange,
    timex: &Timex,
    context: &Context<'_>,
) -> Option<Promise> {
    let published = context.published?;
    let words = Words::new(text, sentence, timex.range)?;
    let due = due_day(timex, &words, published).filter(|day| *day > published)?;
    let language = match context.language {
        Some(tag) => Language::from_tag(tag).unwrap_or(Language::English),
        None => Language::guess(text),
    };
    let cue = match language {
        Language::English => english::cue(&words),
        _ => languages::cue(&words, language),
    }?;
    Some(Promise {
        timex: timex.range,
        cue: cue.range,
        due,
        stated: cue.stated,
        is_denied: cue.is_denied,
    })
}

/// The last day of a date; of a span ahead (“within two years”), the day on which it ends.
fn due_day(timex: &Timex, words: &Words<'_>, published: NaiveDate) -> Option<NaiveDate> {
    match timex.kind {
        // “earlier this week” is over.
        TimexType::Date | TimexType::Time if words.is_earlier() => None,
        TimexType::Date | TimexType::Time => timex.interval?.end.pred_opt(),
        TimexType::Duration if timex.interval.is_none() && words.leads_ahead() => {
            let amount = timex.value.strip_prefix('P')?;
            let (number, unit) = amount.split_at_checked(amount.len().checked_sub(1)?)?;
            let unit = match unit {
                "Y" => Unit::Year,
                "M" => Unit::Month,
                "W" => Unit::Week,
                "D" => Unit::Day,
                _ => return None,
            };
            moved(published, unit, number.parse().ok()?)
        }
        _ => None,
    }
    .filter(|day| (1..=9999).contains(&day.year()))
}

/// What shows a promise.
#[derive(Debug, Clone, Copy)]
struct Cue {
    range: TextRange,
    stated: Stated,
    is_denied: bool,
}

/// A word or mark of the sentence, in lower case.
#[derive(Debug, Clone)]
struct Piece {
    lower: String,
    range: TextRange,
    is_capital: bool,
}

impl Piece {
    fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of the words, divided by spaces.
    fn is_any(&self, words: &str) -> bool {
        words.split(' ').any(|word| self.is(word))
    }

    fn is_mark(&self) -> bool {
        self.lower.chars().all(|c| !c.is_alphanumeric())
    }
}

/// The words and marks of a sentence before and after a timex, and of the timex itself.
#[derive(Debug)]
struct Words<'a> {
    before: Vec<Piece>,
    after: Vec<Piece>,
    timex: &'a str,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, sentence: TextRange, timex: TextRange) -> Option<Self> {
        let pieces = |start: u32, end: u32| {
            let range = TextRange { start, end };
            range.slice(text).map(|part| pieces(part, start))
        };
        Some(Self {
            before: pieces(sentence.start, timex.start)?,
            after: pieces(timex.end, sentence.end)?,
            timex: timex.slice(text)?,
        })
    }

    /// The word so many words before the timex, 1 the nearest.
    fn nth_before(&self, n: usize) -> Option<&Piece> {
        self.before.len().checked_sub(n).map(|i| &self.before[i])
    }

    /// Whether an English timex says that it is of the past part of its span.
    fn is_earlier(&self) -> bool {
        self.timex.to_lowercase().starts_with("earlier")
    }

    /// Whether an English amount counts from now on: “within two years”, “the next two years”.
    fn leads_ahead(&self) -> bool {
        let lower = self.timex.to_lowercase();
        let is_next = ["next ", "the next ", "coming ", "the coming "];
        is_next.iter().any(|n| lower.starts_with(n))
            || self.nth_before(1).is_some_and(|w| w.is_any("within in"))
    }
}

fn pieces(text: &str, at: u32) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut is_open = false;
    for (i, c) in text.char_indices() {
        let start = at + u32::try_from(i).unwrap_or(u32::MAX);
        let end = start + u32::try_from(c.len_utf8()).unwrap_or(0);
        // Combining marks and joiners stand inside words; an apostrophe joins “won't”.
        let is_inner = matches!(c, '\u{200c}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}');
        let is_joint = is_open && matches!(c, '\'' | '’');
        if c.is_alphanumeric() || is_inner || is_joint {
            match found.last_mut().filter(|_| is_open) {
                Some(word) => {
                    word.lower.extend(c.to_lowercase());
                    word.range.end = end;
                }
                None => found.push(Piece {
                    lower: c.to_lowercase().collect(),
                    range: TextRange { start, end },
                    is_capital: c.is_uppercase(),
                }),
            }
            is_open = true;
            continue;
        }
        is_open = false;
        if !c.is_whitespace() {
            found.push(Piece {
                lower: c.to_string(),
                range: TextRange { start, end },
                is_capital: false,
            });
        }
    }
    found
}
