//! Where one sentence or paragraph ends and the next begins.

use std::ops::{Range, RangeInclusive};

/// Folded symbols in which sentences are told apart.
#[derive(Clone, Copy)]
pub(super) struct Seams<'s, F> {
    symbols: &'s [char],
    /// Whether the symbol is white space with a blank line in it.
    is_blank_line: F,
}

impl<'s, F: Fn(usize) -> bool> Seams<'s, F> {
    pub(super) fn new(symbols: &'s [char], is_blank_line: F) -> Self {
        Self {
            symbols,
            is_blank_line,
        }
    }

    /// Whether a sentence or a paragraph begins at a symbol, or at the white space before it.
    ///
    /// A full stop after a digit or a single letter numbers or abbreviates.
    pub(super) fn is_at(&self, at: usize) -> bool {
        let is_space = |at: usize| self.symbols.get(at) == Some(&' ');
        let at = if is_space(at) { at + 1 } else { at };
        let before = &self.symbols[..at.min(self.symbols.len())];
        match *before {
            [.., '。' | '！' | '？'] => true,
            [.., ' '] if (self.is_blank_line)(at - 1) => true,
            [.., '.' | '!' | '?', '"' | ')' | '\'', ' '] => true,
            [.., a, b, '.' | '!' | '?', ' '] => a.is_alphabetic() && b.is_alphabetic(),
            [.., '。' | '！' | '？', ' '] => true,
            _ => false,
        }
    }

    /// Whether no sentence begins within a range.
    pub(super) fn is_seamless(&self, mut range: Range<usize>) -> bool {
        !range.any(|at| self.is_at(at))
    }

    pub(super) fn first(&self, mut within: RangeInclusive<usize>) -> Option<usize> {
        within.find(|&at| self.is_at(at))
    }

    pub(super) fn last(&self, within: RangeInclusive<usize>) -> Option<usize> {
        within.rev().find(|&at| self.is_at(at))
    }
}
