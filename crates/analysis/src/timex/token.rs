//! Cuts a text into words, numbers and marks, in one pass, and looks every word up once.

use dossier_text::TextRange;

use super::lexicon::{Lexicon, Word};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters with their combining marks.
    Word,
    /// Decimal digits of any script.
    Number { value: u32, digits: u8 },
    /// One character that is neither letter, digit nor white space.
    Mark(char),
}

/// How far the text before a token has come to a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    None,
    Sentence,
    Paragraph,
}

/// A word, number or mark with its place in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) shape: Shape,
    /// What the lexicon says of a word; empty for other shapes.
    pub(super) word: Word,
    /// White space, or nothing at all, stands before it.
    pub(super) is_spaced: bool,
    /// Its first letter is a capital.
    pub(super) is_capital: bool,
    pub(super) after: Break,
}

impl Token {
    pub(super) fn range(&self) -> TextRange {
        TextRange {
            start: self.start,
            end: self.end,
        }
    }
}

/// Cuts `text` into tokens; white space belongs to none.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut lower = String::new();
    let mut chars = text.char_indices().peekable();
    let (mut is_spaced, mut line_ends) = (true, 2);
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            is_spaced = true;
            line_ends += usize::from(c == '\n');
            continue;
        }
        if is_format(c) {
            continue;
        }
        let is_letter = c.is_alphabetic();
        let shape = if is_letter {
            while chars.next_if(|&(_, c)| continues_word(c)).is_some() {}
            Shape::Word
        } else if let Some(digit) = digit(c) {
            let (mut value, mut digits) = (digit, 1_u8);
            while let Some((_, d)) = chars.next_if(|&(_, c)| self::digit(c).is_some()) {
                value = value
                    .saturating_mul(10)
                    .saturating_add(self::digit(d).unwrap_or(0));
                digits = digits.saturating_add(1);
            }
            Shape::Number { value, digits }
        } else {
            Shape::Mark(c)
        };
        let end = chars.peek().map_or(text.len(), |&(at, _)| at);
        let word = if is_letter {
            lexicon.lookup(&text[start..end], &mut lower)
        } else {
            Word::default()
        };
        let is_capital = c.is_uppercase();
        let after = break_before(
            &tokens,
            text,
            is_spaced,
            line_ends,
            is_capital || !is_letter,
        );
        tokens.push(Token {
            start: offset(start),
            end: offset(end),
            shape,
            word,
            is_spaced,
            is_capital,
            after,
        });
        (is_spaced, line_ends) = (false, 0);
    }
    tokens
}

fn offset(byte: usize) -> u32 {
    u32::try_from(byte).expect("a text is at most 4 GiB long")
}

/// Characters that only steer the layout and stand inside words and dates of right-to-left text.
fn is_format(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{ad}')
}

fn continues_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
        || matches!(c, '\u{200c}' | '\u{ad}')
}

/// The value of a decimal digit: European, Arabic-Indic, or Persian.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(c as u32 - 0x6f0),
        _ => None,
    }
}

fn break_before(
    tokens: &[Token],
    text: &str,
    is_spaced: bool,
    line_ends: usize,
    may_open: bool,
) -> Break {
    if line_ends > 1 {
        return Break::Paragraph;
    }
    if !is_spaced || !may_open {
        return Break::None;
    }
    let mut before = tokens.iter().rev();
    let mut last = before.next();
    while last.is_some_and(|t| matches!(t.shape, Shape::Mark('"' | '\'' | '”' | '’' | ')' | '»')))
    {
        last = before.next();
    }
    let Some(last) = last else {
        return Break::Paragraph;
    };
    match last.shape {
        Shape::Mark('!' | '?' | '…' | '؟' | '۔') => Break::Sentence,
        // A full stop after an initial or an abbreviation of a month does not end a sentence.
        Shape::Mark('.') => match before.next() {
            Some(t) if t.shape == Shape::Word && ends_like_abbreviation(t, text) => Break::None,
            _ => Break::Sentence,
        },
        _ => Break::None,
    }
}

fn ends_like_abbreviation(token: &Token, text: &str) -> bool {
    let word = &text[token.range().as_usize()];
    token.is_capital
        && (word.chars().count() == 1
            || (token.word.month.is_some() && word.len() <= 4)
            || matches!(
                word,
                "Mr" | "Mrs" | "Ms" | "Dr" | "Gen" | "Sen" | "Rep" | "Gov" | "St"
            ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::lexicon::Language;

    fn cut(text: &str) -> Vec<&str> {
        let found = tokens(text, Language::English.lexicon());
        found.iter().map(|t| &text[t.range().as_usize()]).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        assert_eq!(cut("the mid-1990s."), ["the", "mid", "-", "1990", "s", "."]);
        assert_eq!(cut("3:30pm"), ["3", ":", "30", "pm"]);
        assert_eq!(cut("۱۴۰۲/۳/۹"), ["۱۴۰۲", "/", "۳", "/", "۹"]);
    }

    #[test]
    fn digits_of_every_script_have_their_value() {
        let found = tokens("٢٠٢٣ ۱۴۰۲ 99999999999", Language::English.lexicon());
        let values: Vec<_> = found.iter().map(|t| t.shape).collect();
        assert_eq!(
            values[0],
            Shape::Number {
                value: 2023,
                digits: 4
            }
        );
        assert_eq!(
            values[1],
            Shape::Number {
                value: 1402,
                digits: 4
            }
        );
        assert!(matches!(
            values[2],
            Shape::Number {
                value: u32::MAX,
                digits: 11
            }
        ));
    }

    #[test]
    fn a_sentence_ends_at_a_stop_but_not_after_an_abbreviated_month() {
        let found = tokens(
            "He left. Later, on Aug. 3, she left.\n\nThen",
            Language::English.lexicon(),
        );
        let breaks: Vec<_> = found
            .iter()
            .map(|t| t.after)
            .filter(|b| *b != Break::None)
            .collect();
        assert_eq!(
            breaks,
            [Break::Paragraph, Break::Sentence, Break::Paragraph]
        );
    }
}
