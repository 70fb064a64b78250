//! Timexes: expressions of time, their TIMEX3 value and their calendar interval.
//!
//! A text is cut into tokens once ([`token`]), every word is looked up once ([`lexicon`]), rules
//! over the tokens find what is an expression and what it says ([`grammar`], [`phrase`]), and only
//! then is it placed on the calendar ([`resolve`], [`value`], [`calendar`]): against the day of
//! publication, or against the story where the words say so (“the next day”, “that year”).
//!
//! Without a day of publication what is relative stays unresolved: its value names what is known
//! (`XXXX-05-30`) and its interval is `None`.
//!
//! A report and a request date differently ([`register`]): in a report the preposition of a date is
//! no part of it and its value is a day of the calendar; a question, command or note in a line or
//! two says ranges whole, leaves open what it does not say, and stops where its last date begins
//! ([`request`], [`said`]).

mod calendar;
pub mod edtf;
mod grammar;
mod lexicon;
mod phrase;
mod place;
pub mod promise;
mod register;
mod request;
mod resolve;
mod said;
mod tense;
mod token;
mod value;

use chrono::Datelike;
use dossier_text::{Interval, TextRange};
use serde::{Deserialize, Serialize};

use crate::Context;
use calendar::Calendar;
use grammar::Grammar;
use lexicon::{Key, Language};
use phrase::{Phrase, YearOf};
use register::Register;
use resolve::Resolver;
use token::Break;

/// The type of a timex (TimeML 1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day or a longer stretch of the calendar: “30 May”, “last year”, “now”.
    Date,
    /// A time of the day: “noon Thursday”, “this evening”.
    Time,
    /// How long: “two years”, “the past year”.
    Duration,
    /// How often: “every Monday”, “annually”.
    Set,
}

/// How a text narrows or blurs an expression (the `mod` of TIMEX3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// “about”, “nearly”.
    Approx,
    /// “early”, “the beginning of”.
    Start,
    /// “mid-”, “the middle of”.
    Mid,
    /// “late”, “the end of”.
    End,
    /// “more than”, “over”.
    MoreThan,
    /// “less than”.
    LessThan,
    /// “at least”.
    EqualOrMore,
    /// “up to”, “at most”.
    EqualOrLess,
}

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    /// Where the expression stands; prepositions before it are left out.
    pub range: TextRange,
    /// Date, time, duration or set.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3 value: `2023-05-30`, `2022-Q3`, `P1Y`, `PRESENT_REF`, `XXXX-WXX-2` where unresolved.
    pub value: String,
    /// The days that it can mean. `None` for what could not be resolved, for sets, and for
    /// durations, except a span up to now: “the past year” is the year up to and including the
    /// day of publication. (What lies ahead, “the next two weeks”, is a plan and not yet a date.)
    pub interval: Option<Interval>,
    /// Whether the text says that it is inexact: “around 2015”, “early 2022”.
    pub is_approximate: bool,
    /// What makes it inexact.
    pub modifier: Option<Modifier>,
}

/// Finds the timexes of `text`, in text order, not overlapping.
///
/// The language is that of the context, else the one that the letters and commonest words
/// suggest; a language whose dates are not read is read as English.
#[must_use]
pub fn timexes(text: &str, context: &Context<'_>) -> Vec<Timex> {
    let language = match context.language {
        Some(tag) => Language::from_tag(tag).unwrap_or(Language::English),
        None => Language::guess(text),
    };
    let lexicon = language.lexicon();
    let tokens = token::tokens(text, lexicon);
    let is_american = !context
        .language
        .is_some_and(|tag| tag.len() > 2 && !tag.ends_with("US"));
    let register = match language {
        Language::English => Register::of(text, &tokens),
        _ => Register::Report,
    };
    let grammar = Grammar {
        text,
        tokens: &tokens,
        language,
        lexicon,
        register,
        is_day_first: language != Language::English || !is_american,
        published: context.published.map(|d| (d.year(), d.month(), d.day())),
    };
    let civil = match language {
        Language::Persian => Calendar::Solar,
        _ => Calendar::Gregorian,
    };
    let mut resolver = Resolver::new(context.published, civil, register);
    let mut timexes = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        resolver.pass(tokens[i].after);
        let Some(found) = grammar.at(i) else {
            i += 1;
            continue;
        };
        let end = found.end.clamp(i + 1, tokens.len());
        let tense = tense::tense(text, &tokens, i, end);
        let resolved = resolver.resolve(&found.phrase, tense);
        let opens_sentence =
            i > 0 && tokens[i - 1].word.key == Some(Key::In) && tokens[i - 1].after != Break::None;
        if opens_sentence && names_year(&found.phrase) {
            resolver.open_story();
        }
        if let Some(resolved) = resolved {
            timexes.push(Timex {
                range: TextRange {
                    start: tokens[i].start,
                    end: tokens[end - 1].end,
                },
                kind: resolved.kind,
                value: resolved.value,
                interval: resolved.interval,
                is_approximate: found.modifier.is_some(),
                modifier: found.modifier,
            });
        }
        // What the calendar lacks is passed over whole: “31 February 2022” is not February 2022.
        i = end;
    }
    timexes
}

/// Whether a phrase writes its year out.
fn names_year(phrase: &Phrase) -> bool {
    matches!(
        phrase,
        Phrase::InYear {
            year: YearOf::Exact(_),
            ..
        }
    )
}
