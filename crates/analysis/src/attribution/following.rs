//! Finds the noun phrase that follows an inverted verb or a preposition: “said the minister”,
//! “according to a report by the board”.

use super::lexicon::Flags;
use super::source::LONGEST;
use super::token::Kind;
use super::view::{Span, View};

/// The noun phrase that begins at `start`, as the subject after an inverted verb.
pub(super) fn phrase_starting(view: &View<'_>, start: usize) -> Option<Span> {
    const ENDS: Flags = Flags::AUX.or(Flags::BE).or(Flags::RELATIVE).or(Flags::TIME);
    let first = view.get(start)?;
    if first.is(Flags::PRONOUN) && !first.is(Flags::DETERMINER) {
        return Some(Span::new(start, start + 1));
    }
    let is_numbered = first.kind == Kind::Number
        && (start + 1..start + 6).any(|i| view.get(i).is_some_and(|t| t.is_name()));
    let starts = first.is_name()
        || is_numbered
        || first.is(Flags::DETERMINER.or(Flags::POSSESSIVE)) && !view.is_word(start, "that")
        || first.is(Flags::OFFICE.or(Flags::TITLE))
        || is_bare_phrase(view, start);
    if !starts || first.is(Flags::TIME) {
        return None;
    }
    let mut end = start;
    let mut has_name = false;
    while let Some(token) = view.get(end) {
        let is_slash = token.is_mark('/') && is_numbered && end - start < 4;
        if end - start > LONGEST || !token.is_word() && token.kind != Kind::Number && !is_slash {
            break;
        }
        if token.is(ENDS) && !token.is_name() {
            break;
        }
        if token.is(Flags::PREPOSITION) && !token.is_name() {
            let is_of = view.is_word(end, "of") || view.is_word(end, "for") && !has_name;
            if !is_of
                || has_name
                    && view.is_word(end, "of")
                    && !view.is(end + 1, Flags::DETERMINER)
                    && !view.get(end + 1).is_some_and(|t| t.is_name())
            {
                break;
            }
        }
        if token.is(Flags::AND) && !view.get(end + 1).is_some_and(|t| t.is_name()) {
            break;
        }
        if token.is(Flags::SUBORDINATOR) && !token.is(Flags::DETERMINER) && !token.is_name()
            || token.is(Flags::ADVERB) && !token.is_capital && !token.is(Flags::DETERMINER)
        {
            break;
        }
        if token.is(Flags::ING) && !token.is_capital && end > start + 1 {
            break;
        }
        has_name |= token.is_name() && !token.is(Flags::TITLE.or(Flags::OFFICE));
        end += 1;
    }
    let is_bare = end == start + 1
        && first.is(Flags::DETERMINER)
        && !first.is_name()
        && !view.is_word(start, "one");
    (end > start && !is_bare).then_some(Span::new(start, end))
}

/// Whether a noun phrase without a determiner begins at `start`: “film director Orla Finch”,
/// “people close to the talks”.
fn is_bare_phrase(view: &View<'_>, start: usize) -> bool {
    const SMALL: Flags = Flags::DETERMINER
        .or(Flags::PREPOSITION)
        .or(Flags::PRONOUN)
        .or(Flags::AND)
        .or(Flags::SUBORDINATOR)
        .or(Flags::RELATIVE)
        .or(Flags::BE)
        .or(Flags::AUX)
        .or(Flags::ADVERB)
        .or(Flags::TIME);
    let is_plain = |i: usize| {
        view.get(i).is_some_and(|t| {
            let is_verb = t.is(Flags::CUE) && t.is(Flags::PAST.or(Flags::ING));
            t.is_word() && !t.is_capital && !t.is(SMALL) && !is_verb
        })
    };
    let Some(end) = (start..start + 4).find(|&i| !is_plain(i)) else {
        return false;
    };
    if end == start {
        return false;
    }
    let has_name = view
        .get(end)
        .is_some_and(|t| t.is_name() && !t.is(Flags::TIME));
    let last = view.tokens[end - 1].text(view.text);
    let is_plural =
        last.ends_with('s') && !last.ends_with("ss") || matches!(last, "people" | "police");
    let closes = view
        .get(end)
        .is_none_or(|t| t.is_stop() || t.is_comma() || t.is(Flags::PREPOSITION));
    has_name || is_plural && closes
}

/// The source after “according to”, where a noun needs no determiner: “figures that …”.
pub(super) fn phrase_after_preposition(view: &View<'_>, start: usize) -> Option<Span> {
    let phrase = phrase_starting(view, start);
    let first = view.get(start)?;
    if !first.is_word() && first.kind != Kind::Number || first.is(Flags::PRONOUN) {
        return phrase;
    }
    // What describes the noun names the speaker as often as not: “a study by the institute”.
    let limit = view.tokens.len().min(start + LONGEST);
    let end = (start + 1..limit)
        .find(|&i| {
            let t = view.tokens[i];
            !t.is_word() && t.kind != Kind::Number || t.is(Flags::RELATIVE)
        })
        .unwrap_or(limit);
    let is_whole = end < limit || end == view.tokens.len();
    if is_whole || phrase.is_none() {
        Some(Span::new(start, end))
    } else {
        phrase
    }
}
