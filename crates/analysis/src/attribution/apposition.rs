//! Finds the subject before an apposition, a relative clause between commas, or a bracket.

use super::lexicon::Flags;
use super::source::{FARTHEST, phrase_ending};
use super::token::Kind;
use super::view::{Span, View};

/// The subject before an apposition that ends at the mark `close`.
///
/// What lies between commas is read from right to left: descriptions and places are passed, the
/// first part that is a name or begins the clause is the subject.
pub(super) fn before_apposition(view: &View<'_>, close: usize) -> Option<Span> {
    if view.tokens[close].is_mark(')') {
        let open = (close.saturating_sub(FARTHEST)..close)
            .rev()
            .find(|&i| view.tokens[i].is_mark('('))?;
        return end_of_subject(view, open);
    }
    let is_dash = view.tokens[close].is_dash();
    let floor = close.saturating_sub(FARTHEST);
    let mut end = if view.tokens[close].is_quote() {
        close + 1
    } else {
        close
    };
    let mut fallback = None;
    let mut passed = false;
    loop {
        let bound = (floor..end.min(close))
            .rev()
            .find(|&i| is_part_boundary(view, i, is_dash));
        let start = bound.map_or(floor, |i| i + 1);
        let part = Span::new(start, end);
        let is_comma = bound.is_some_and(|i| view.tokens[i].is_comma() || view.tokens[i].is_dash());
        if passed && !is_description(view, part) && !(is_comma && is_place(view, part)) {
            let head = end_of_subject(view, end);
            let is_fronted = view.is(start, Flags::PREPOSITION.or(Flags::SUBORDINATOR))
                && head.is_none_or(|h| h.start <= start);
            return if is_fronted { fallback.or(head) } else { head };
        }
        if !is_comma {
            return fallback;
        }
        if is_named(view, part) && !is_place(view, part)
            || view.is(start, Flags::POSSESSIVE.or(Flags::DETERMINER))
        {
            fallback = Some(part);
        }
        if !is_description(view, part) && !is_place(view, part) && !is_named(view, part) {
            return fallback;
        }
        passed = true;
        end = bound?;
        if end <= floor {
            return fallback;
        }
    }
}

/// Whether the token at `at` ends the part of a clause that stands to the right of it.
fn is_part_boundary(view: &View<'_>, at: usize, is_dash: bool) -> bool {
    let token = view.tokens[at];
    if token.is_quote() {
        return view
            .last_quoted(at)
            .is_some_and(|c| matches!(c, ',' | '.' | '?' | '!'));
    }
    token.is_mark(';')
        || token.is_mark(':')
        || if is_dash {
            token.is_dash()
        } else {
            token.is_comma()
        }
}

/// Whether a part between commas describes what stands before it.
fn is_description(view: &View<'_>, part: Span) -> bool {
    let Some(token) = view.get(part.start).filter(|_| part.start < part.end) else {
        return true;
    };
    let is_small = token.is_word() && !token.is_capital;
    let is_clause =
        token.is(Flags::SUBORDINATOR) && !token.is(Flags::PREPOSITION.or(Flags::DETERMINER));
    token.is(Flags::RELATIVE)
        || token.kind == Kind::Number
        || is_small && !token.is(Flags::AND.or(Flags::PRONOUN)) && !is_clause && part.start > 0
        || view.is_word(part.start, "and") && part.start > 0
        || token.is_genitive && part.start > 0 && !view.tokens[part.end - 1].is_capital
        || token.is(Flags::OFFICE.or(Flags::TITLE))
            && part.end - part.start > 1
            && has_preposition(view, part)
        || token.text(view.text).as_bytes().get(1) == Some(&b'-') && part.end - part.start <= 2
        || matches!(
            token.text(view.text),
            "Jr." | "Sr." | "Jr" | "Sr" | "III" | "R" | "D"
        )
}

fn has_preposition(view: &View<'_>, part: Span) -> bool {
    (part.start..part.end).any(|i| view.is(i, Flags::PREPOSITION))
}

fn is_named(view: &View<'_>, part: Span) -> bool {
    // A party or an age in brackets follows the name.
    let end = (part.start..part.end)
        .find(|&i| view.tokens[i].is_mark('('))
        .unwrap_or(part.end);
    part.start < end
        && (part.start..end)
            .all(|i| view.tokens[i].is_name() || view.is(i, Flags::OFFICE.or(Flags::TITLE)))
}

/// Whether a part is the second half of a place: “from Tarn, Westmark,”.
fn is_place(view: &View<'_>, part: Span) -> bool {
    let Some(comma) = part.start.checked_sub(1) else {
        return false;
    };
    if part.end - part.start > 2 || !is_named(view, part) {
        return false;
    }
    let before = (comma.saturating_sub(4)..comma)
        .rev()
        .find(|&i| !view.tokens[i].is_name());
    before.is_some_and(|i| {
        i + 1 < comma
            && ["from", "of", "in", "at", "near"]
                .iter()
                .any(|p| view.is_word(i, p))
    })
}

/// The subject that ends before `end`, after punctuation there is skipped.
fn end_of_subject(view: &View<'_>, end: usize) -> Option<Span> {
    let mut end = end;
    while end > 0 && (view.tokens[end - 1].is_comma() || view.tokens[end - 1].is_dash()) {
        end -= 1;
    }
    if end > 0 && view.tokens[end - 1].is_mark(')') {
        let open = (end.saturating_sub(12)..end)
            .rev()
            .find(|&i| view.tokens[i].is_mark('('))?;
        end = open;
    }
    phrase_ending(view, end)
}
