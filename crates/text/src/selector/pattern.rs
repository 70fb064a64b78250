//! A quotation with its contexts, folded for comparison.

use std::ops::Range;

use super::TextQuoteSelector;
use super::fold::{Folded, is_word, starts_with_blank_line, total_weight};
use super::gram::grams;

/// Symbols of a context that are compared; a selector made elsewhere may have much longer ones.
const CONTEXT: usize = 64;

/// What is looked for: prefix, quotation and suffix, folded one by one and set end to end.
#[derive(Debug)]
pub(super) struct Pattern<'s> {
    pub(super) quote: &'s TextQuoteSelector,
    pub(super) symbols: Vec<char>,
    /// The symbols of the quotation.
    pub(super) exact: Range<usize>,
    /// The byte within `quote.exact` of every one of those symbols.
    exact_bytes: Vec<usize>,
    /// The gram that starts at every symbol.
    pub(super) grams: Vec<u32>,
    /// The weight of the quotation.
    pub(super) weight: u32,
}

impl<'s> Pattern<'s> {
    pub(super) fn new(quote: &'s TextQuoteSelector) -> Self {
        let mut symbols = Folded::new(&quote.prefix).symbols;
        symbols.drain(..symbols.len().saturating_sub(CONTEXT));
        let start = symbols.len();
        let exact = Folded::new(&quote.exact);
        let exact_bytes = (0..exact.len()).map(|symbol| exact.byte(symbol)).collect();
        let weight = total_weight(&exact.symbols);
        symbols.extend(exact.symbols);
        let exact = start..symbols.len();
        symbols.extend(Folded::new(&quote.suffix).symbols.iter().take(CONTEXT));
        let grams = grams(&symbols).collect();
        Self {
            quote,
            symbols,
            exact,
            exact_bytes,
            grams,
            weight,
        }
    }

    pub(super) fn prefix(&self) -> &[char] {
        &self.symbols[..self.exact.start]
    }

    pub(super) fn exact(&self) -> &[char] {
        &self.symbols[self.exact.clone()]
    }

    pub(super) fn suffix(&self) -> &[char] {
        &self.symbols[self.exact.end..]
    }

    /// Whether a symbol of the quotation is white space with a blank line in it.
    pub(super) fn is_blank_line(&self, symbol: usize) -> bool {
        let within = symbol.checked_sub(self.exact.start);
        within
            .and_then(|at| self.exact_bytes.get(at))
            .is_some_and(|&byte| starts_with_blank_line(&self.quote.exact[byte..]))
    }

    /// The grams that stand wholly within the quotation, each with the byte at which it starts
    /// there.
    ///
    /// White space at the very start is left out: in a text it may begin before the quotation does.
    pub(super) fn exact_grams(&self) -> impl Iterator<Item = (u32, usize)> {
        let within = grams(self.exact());
        within
            .zip(self.exact_bytes.iter().copied())
            .skip(usize::from(self.exact().starts_with(&[' '])))
    }

    /// Whether the quotation began and ended inside a word where it was taken.
    ///
    /// With no context to tell, it is taken to be whole words.
    pub(super) fn cuts_words(&self) -> (bool, bool) {
        cuts_words(&self.quote.prefix, &self.quote.exact, &self.quote.suffix)
    }
}

/// Whether a word runs over the start, and over the end, of `passage`.
pub(super) fn cuts_words(before: &str, passage: &str, after: &str) -> (bool, bool) {
    let runs_over = |left: Option<char>, right: Option<char>| {
        left.is_some_and(is_word) && right.is_some_and(is_word)
    };
    (
        runs_over(before.chars().next_back(), passage.chars().next()),
        runs_over(passage.chars().next_back(), after.chars().next()),
    )
}
