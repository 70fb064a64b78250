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
    if let Some(name) = last_named(view, close) {
        return Some(name);
    }
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
        let is_comma = bound.is_some_and(|i| {
            let is_title = view.quoted_words(i) <= 5 && view.last_quoted(i) == Some(',');
            view.tokens[i].is_comma() || view.tokens[i].is_dash() || is_title
        });
        if passed && !is_description(view, part) && !(is_comma && is_place(view, part)) {
            let head = end_of_subject(view, end);
            return if is_fronted(view, start, head) {
                fallback.or(head)
            } else {
                head
            };
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

/// Whether the part that begins at `start` is a phrase before the subject, `head` its last noun:
/// “In July, …”, “Two days after the vote in Tarn, …”.
fn is_fronted(view: &View<'_>, start: usize, head: Option<Span>) -> bool {
    let begins = view.is(start, Flags::PREPOSITION.or(Flags::SUBORDINATOR));
    let Some(head) = head else { return begins };
    // The preposition stands before the noun’s article.
    let before = (start..head.start)
        .rev()
        .find(|&i| !view.is(i, Flags::DETERMINER.or(Flags::POSSESSIVE)));
    let is_object = before
        .is_some_and(|i| view.is(i, Flags::PREPOSITION) && (!view.is_word(i, "of") || i == start));
    begins && head.start <= start || is_object || view.is(head.end - 1, Flags::TIME)
}

/// The name between the last two commas, where it can be nothing but the subject: “In a note to the
/// board, her adviser, Orla Finch, said”.
fn last_named(view: &View<'_>, close: usize) -> Option<Span> {
    let token = view.tokens[close];
    if !token.is_comma() {
        return None;
    }
    let floor = close.saturating_sub(12);
    let bound = (floor..close).rev().find(|&i| {
        let t = view.tokens[i];
        !t.is_word() && !t.is_mark('(') && !t.is_mark(')') && !is_party(view, i)
    })?;
    if !view.tokens[bound].is_comma() || bound == 0 {
        return None;
    }
    let part = Span::new(bound + 1, close);
    let names = (part.start..part.end)
        .take_while(|&i| !view.tokens[i].is_mark('('))
        .filter(|&i| {
            view.tokens[i].is_name()
                && !view.is(
                    i,
                    Flags::OFFICE
                        .or(Flags::TITLE)
                        .or(Flags::BODY)
                        .or(Flags::TIME),
                )
        })
        .count();
    // “The minister, Orla Finch, said”: what describes the name is the subject.
    let clause = (floor..bound)
        .rev()
        .find(|&i| !view.tokens[i].is_word())
        .map_or(floor, |i| i + 1);
    if view.is(clause, Flags::DETERMINER.or(Flags::POSSESSIVE)) {
        return None;
    }
    // Two names side by side are a person and a place, or a place in a larger one.
    let follows_name = view.tokens[bound - 1].is_name() && !view.is(bound - 1, Flags::TIME);
    (names >= 2 && is_named(view, part) && !follows_name).then_some(part)
}

/// Whether the mark at `at` belongs to the party and state of a member of parliament: “(W-Tarn)”.
fn is_party(view: &View<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|i| view.tokens[i].is_mark('('))
        && (at + 1..view.tokens.len().min(at + 4)).any(|i| view.tokens[i].is_mark(')'))
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
    let is_one_of = (view.is_word(part.start, "one") || view.is_word(part.start, "some"))
        && view.is_word(part.start + 1, "of");
    token.is(Flags::RELATIVE)
        || is_one_of
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
            && !(i + 1..comma).any(|n| view.is(n, Flags::TIME))
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
