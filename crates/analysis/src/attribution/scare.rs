//! Tells quotations from titles, names and words held at a distance.

use super::cue::Cue;
use super::lexicon::Flags;
use super::view::View;

/// Quoted words of this number or fewer can be a name or a single expression.
const SHORT: usize = 5;

/// Whether what `quote` stands for can be the words of somebody, given the verb that would
/// introduce it.
pub(super) fn may_be_said(view: &View<'_>, quote: usize, cue: &Cue, is_before: bool) -> bool {
    let words = view.quoted_words(quote);
    if words == 0 {
        return false;
    }
    if is_before {
        return view.quoted_words(quote) > SHORT
            || view.last_quoted(quote) != Some(',')
            || !is_object(view, quote)
            || !is_capitalised(view, quote);
    }
    let gap = quote.saturating_sub(cue.frame.end.max(cue.verb + 1));
    let follows_mark =
        gap == 1 && (view.tokens[quote - 1].is_comma() || view.tokens[quote - 1].is_mark(':'));
    if follows_mark && cue.class.has(Flags::SAY) && ends_as_sentence(view, quote) {
        // “He interjected, “Only Orla Finch.””: the comma announces words, whatever their letters.
        return true;
    }
    if words <= 12 && is_title(view, quote) {
        return false;
    }
    let is_name = (2..=SHORT).contains(&words) && is_capitalised(view, quote);
    if is_name && is_object(view, quote) && !ends_as_sentence(view, quote) {
        return false;
    }
    if gap == 0 && names_its_object(view, cue) {
        return false;
    }
    true
}

pub(super) fn ends_as_sentence(view: &View<'_>, quote: usize) -> bool {
    view.last_quoted(quote)
        .is_some_and(|c| matches!(c, '.' | '!' | '?'))
}

/// Whether a preposition or a determiner makes the quotation part of a phrase: “on “The Hour,””.
fn is_object(view: &View<'_>, quote: usize) -> bool {
    quote.checked_sub(1).is_some_and(|i| {
        view.is(
            i,
            Flags::PREPOSITION
                .or(Flags::DETERMINER)
                .or(Flags::POSSESSIVE),
        ) || view.tokens[i].is_genitive
    })
}

/// Whether a quotation that no verb introduces can still be somebody's words.
pub(super) fn can_float(view: &View<'_>, quote: usize) -> bool {
    view.quoted_words(quote) > SHORT && !is_title(view, quote) && !is_by_line(view, quote)
}

/// Whether the quotation is the title of what somebody wrote: ““…,” by Orla Finch”.
fn is_by_line(view: &View<'_>, quote: usize) -> bool {
    view.is_word(quote + 1, "by")
}

/// Whether the verb gives a name: “a firm called “X””, unless it says “what she called “X””.
fn names_its_object(view: &View<'_>, cue: &Cue) -> bool {
    let word = view.tokens[cue.verb].text(view.text);
    let names = matches!(
        word,
        "called" | "dubbed" | "named" | "titled" | "entitled" | "nicknamed" | "branded" | "labeled"
    );
    if !names {
        return false;
    }
    let Some(subject) = cue.subject else {
        return true;
    };
    let has_what = subject
        .start
        .checked_sub(1)
        .is_some_and(|i| view.is_word(i, "what") || view.is(i, Flags::RELATIVE));
    !has_what && !view.is(subject.start, Flags::PRONOUN)
}

/// Whether every longer word of the quotation begins with a capital letter.
fn is_capitalised(view: &View<'_>, quote: usize) -> bool {
    let slice = view
        .quotation(quote)
        .and_then(|q| q.inner.slice(view.text))
        .unwrap_or_default();
    let small = |w: &str| w.len() > 4 && w.starts_with(char::is_lowercase);
    slice.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && !slice.split_whitespace().any(small)
}

/// Whether the words are the title of a work: after a word for one, or all in capitals.
fn is_title(view: &View<'_>, quote: usize) -> bool {
    let Some(slice) = view.quotation(quote).and_then(|q| q.inner.slice(view.text)) else {
        return false;
    };
    let (mut capital, mut small, mut words) = (0, 0, 0);
    for word in slice.split_whitespace() {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            continue;
        };
        words += 1;
        if first.is_uppercase() || first.is_numeric() {
            capital += 1;
        } else if word.len() > 4 {
            small += 1;
        }
    }
    let is_set_in_capitals = words >= 2 && small == 0 && capital * 2 > words;
    let ends_as_sentence = slice.ends_with(['!', '?']) || slice.ends_with('.') && words > 6;
    let after_work = (quote.saturating_sub(3)..quote)
        .any(|i| view.is(i, Flags::WORK) && !view.is(i, Flags::CUE) && !view.tokens[i].is_capital);
    let before_work = view.is(quote + 1, Flags::WORK)
        && view.last_quoted(quote).is_some_and(char::is_alphanumeric);
    is_set_in_capitals && (after_work || before_work || words >= 3 && !ends_as_sentence)
        || (after_work || before_work) && words <= SHORT && slice.starts_with(char::is_uppercase)
}

/// Whether the quoted words are so clearly a clause that somebody must have said them, though no
/// verb introduces them.
pub(super) fn is_surely_said(view: &View<'_>, quote: usize) -> bool {
    view.quoted_words(quote) >= 6 && !is_title(view, quote) && !is_by_line(view, quote)
}
