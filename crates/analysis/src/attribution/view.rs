//! One sentence as the rules see it: its words and marks, each quotation as one token.

use dossier_text::TextRange;

use super::lexicon::Flags;
use super::marks::Quotation;
use super::token::{Kind, Token};

/// A half-open range of token indices of one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// One sentence.
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    pub(super) range: TextRange,
    pub(super) tokens: Vec<Token>,
    /// The quotations of the paragraph that the tokens refer to.
    pub(super) quotations: &'t [Quotation],
}

impl<'t> View<'t> {
    /// Builds the view of `range` from the tokens of the whole text.
    pub(super) fn new(
        text: &'t str,
        range: TextRange,
        all: &[Token],
        quotations: &'t [Quotation],
    ) -> Self {
        let first = all.partition_point(|t| t.range.start < range.start);
        let mut tokens = Vec::new();
        let mut next = quotations.partition_point(|q| q.outer.end <= range.start);
        for token in all[first..]
            .iter()
            .take_while(|t| t.range.start < range.end)
        {
            while quotations
                .get(next)
                .is_some_and(|q| q.outer.end <= token.range.start)
            {
                next += 1;
            }
            match quotations.get(next) {
                Some(q) if q.outer.start <= token.range.start => {
                    if tokens
                        .last()
                        .is_none_or(|t: &Token| t.kind != Kind::Quote(next))
                    {
                        tokens.push(quote_token(next, q.outer));
                    }
                }
                _ => tokens.push(*token),
            }
        }
        Self {
            text,
            range,
            tokens,
            quotations,
        }
    }

    /// The view in pieces of at most `most` tokens; none is empty.
    pub(super) fn pieces(self, most: usize) -> Vec<Self> {
        if self.tokens.len() <= most {
            return if self.tokens.is_empty() {
                Vec::new()
            } else {
                vec![self]
            };
        }
        let piece = |tokens: &[Token]| Self {
            text: self.text,
            range: TextRange {
                start: tokens[0].range.start,
                end: tokens[tokens.len() - 1].range.end,
            },
            tokens: tokens.to_vec(),
            quotations: self.quotations,
        };
        self.tokens.chunks(most).map(piece).collect()
    }

    /// The token at `index`, counting a missing one as none.
    pub(super) fn get(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    /// Whether the token at `index` can be any of `flags`.
    pub(super) fn is(&self, index: usize, flags: Flags) -> bool {
        self.get(index).is_some_and(|t| t.is(flags))
    }

    /// Whether the word at `index` is `word`, whatever its case.
    pub(super) fn is_word(&self, index: usize, word: &str) -> bool {
        self.get(index)
            .is_some_and(|t| t.text(self.text).eq_ignore_ascii_case(word))
    }

    /// The quotation that the token at `index` stands for.
    pub(super) fn quotation(&self, index: usize) -> Option<Quotation> {
        match self.get(index)?.kind {
            Kind::Quote(at) => self.quotations.get(at).copied(),
            _ => None,
        }
    }

    /// The last character of the quoted words at `index`, marks that close something apart.
    pub(super) fn last_quoted(&self, index: usize) -> Option<char> {
        let slice = self.quotation(index)?.inner.slice(self.text)?;
        let closing = |c: char| matches!(c, '’' | '\'' | '”' | '"' | '»' | ')' | ']' | ' ');
        slice.chars().rev().find(|&c| !closing(c))
    }

    /// The first letter of the quoted words at `index`.
    pub(super) fn first_quoted(&self, index: usize) -> Option<char> {
        self.quotation(index)?
            .inner
            .slice(self.text)?
            .chars()
            .find(|c| c.is_alphanumeric())
    }

    /// The number of words quoted at `index`.
    pub(super) fn quoted_words(&self, index: usize) -> usize {
        let slice = self
            .quotation(index)
            .and_then(|q| q.inner.slice(self.text))
            .unwrap_or_default();
        slice
            .split_whitespace()
            .filter(|w| w.contains(char::is_alphanumeric))
            .count()
    }

    /// The indices of the tokens that are quotations.
    pub(super) fn quotes(&self) -> impl Iterator<Item = usize> + '_ {
        self.tokens
            .iter()
            .enumerate()
            .filter(|(_, t)| t.is_quote())
            .map(|(i, _)| i)
    }

    /// The bytes that a span of tokens covers.
    pub(super) fn bytes(&self, span: Span) -> Option<TextRange> {
        let first = self.tokens.get(span.start)?;
        let last = self.tokens.get(span.end.checked_sub(1)?)?;
        (span.start < span.end).then_some(TextRange {
            start: first.range.start,
            end: last.range.end,
        })
    }

    /// The index after the last token that is no stop at the sentence's end.
    pub(super) fn body_end(&self) -> usize {
        let mut end = self.tokens.len();
        while end > 0 && self.tokens[end - 1].is_stop() {
            end -= 1;
        }
        end
    }

    /// Whether a token of `span` is a finite verb, as far as the word lists tell.
    pub(super) fn has_verb(&self, span: Span) -> bool {
        const VERBS: Flags = Flags::BE.or(Flags::AUX).or(Flags::VERB);
        let tokens = self.tokens.get(span.start..span.end).unwrap_or_default();
        tokens.iter().any(|t| {
            t.is(VERBS) || t.is(Flags::CUE) && t.is(Flags::PAST.or(Flags::THIRD)) && !t.is_capital
        })
    }
}

fn quote_token(index: usize, range: TextRange) -> Token {
    let kind = Kind::Quote(index);
    Token {
        range,
        kind,
        flags: Flags::NONE,
        is_capital: false,
        is_genitive: false,
    }
}
