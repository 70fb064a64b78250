//! Whether a text reports or asks: the two date differently.
//!
//! A report places what it tells on the calendar. A request, question or note (“Meet me on Friday
//! at 3”, “sales from May to August”) is about a calendar that the hearer has before them: it says
//! where a range begins and stops, and leaves unsaid which Friday is meant.

use super::{
    lexicon::Key,
    tense::is_regular_past,
    token::{Break, Shape, Token},
};

/// How a text speaks of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    /// News, articles, papers: the default.
    Report,
    /// One short utterance in the first or second person, a command, a question or a note.
    Request,
}

/// A request fits in a few lines.
const LONGEST_REQUEST: usize = 600;

/// Words that speak of the speaker and the hearer.
const PERSONS: &[&str] = &["i", "me", "my", "you", "your", "we", "us", "our", "please"];

/// A note or a search is a line.
const LONGEST_NOTE: usize = 160;

/// Verbs that open a command.
const COMMANDS: &[&str] = &[
    "add", "arrange", "book", "call", "create", "find", "get", "give", "list", "meet", "plan",
    "remind", "schedule", "search", "set", "show",
];

/// Words that open a question.
const QUESTIONS: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "how", "is", "shall", "should", "was", "were",
    "what", "when", "where", "which", "who", "will",
];

impl Register {
    /// The register of an English text.
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        let is_quoted = |c: char| matches!(c, '“' | '”' | '"' | '«' | '„');
        let is_long = text.len() > LONGEST_REQUEST
            || tokens.iter().skip(1).any(|t| t.after == Break::Paragraph);
        if is_long || text.contains(is_quoted) {
            return Self::Report;
        }
        let mut words = tokens
            .iter()
            .filter(|t| t.shape == Shape::Word)
            // “US” is a country.
            .filter(|t| &text[t.range().as_usize()] != "US")
            .map(|t| text[t.range().as_usize()].to_lowercase());
        let end = text.trim_end();
        let is_open = !end.ends_with(['.', '!', '…', ':']);
        let opens = words.next().is_some_and(|first| {
            COMMANDS.contains(&first.as_str())
                || PERSONS.contains(&first.as_str())
                || (is_open && QUESTIONS.contains(&first.as_str()))
        });
        // “Talks were held on Friday” tells, with or without its full stop.
        let tells = tokens.iter().any(|t| {
            matches!(t.word.key, Some(Key::PastVerb | Key::HadVerb))
                || (t.shape == Shape::Word && is_regular_past(&text[t.range().as_usize()]))
        });
        let is_note = is_open && end.len() <= LONGEST_NOTE && !tells;
        if opens || is_note || words.any(|w| PERSONS.contains(&w.as_str())) {
            Self::Request
        } else {
            Self::Report
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::{lexicon::Language, token::tokens};

    #[test]
    fn what_is_asked_or_noted_is_told_from_what_is_reported() {
        for (text, register) in [
            ("Could we meet on Friday?", Register::Request),
            ("Show the exports since March.", Register::Request),
            ("Dinner, Friday 7pm", Register::Request),
            ("The minister resigned on Friday.", Register::Report),
            ("“We meet on Friday,” the minister said.", Register::Report),
            ("The envoys met on Friday", Register::Report),
            ("US exports rose on Friday.", Register::Report),
            ("We met on Friday.\n\nThe talks went on.", Register::Report),
        ] {
            let found = Register::of(text, &tokens(text, Language::English.lexicon()));
            assert_eq!(found, register, "{text}");
        }
    }
}
