//! Marks off where a content begins and ends, once its cue is known.

use super::compose::trails;
use super::cue::Cue;
use super::lexicon::Flags;
use super::token::Kind;
use super::verb::{is_plain, takes_person};
use super::view::{Span, View};

/// The words before a reporting clause that interrupts a sentence: “Instead, she said, “we wait.””
pub(super) fn interrupted_lead(
    view: &View<'_>,
    cue: &Cue,
    first: usize,
    consumed: usize,
) -> Option<Span> {
    let comma = cue
        .frame
        .start
        .checked_sub(1)
        .filter(|&i| view.tokens[i].is_comma())?;
    let from = cue.frame.end.max(cue.verb + 1);
    let goes_on = view.get(from).is_some_and(|t| t.is_comma())
        && (first > from + 1 || view.first_quoted(first).is_some_and(char::is_lowercase));
    let is_told = cue.class.has(Flags::SAY.or(Flags::SPEECH)) && !cue.is_dependent;
    (goes_on && is_told && consumed == 0 && comma > 0).then(|| Span::new(0, comma))
}

pub(super) fn content_before(
    view: &View<'_>,
    cue: &Cue,
    first: usize,
    last: usize,
    consumed: usize,
) -> Span {
    let mut start = consumed.min(first);
    let follows_mark =
        first > 0 && (view.tokens[first - 1].is_comma() || view.tokens[first - 1].is_mark(':'));
    let is_sentence = view.first_quoted(first).is_some_and(char::is_uppercase);
    if follows_mark && is_sentence {
        start = first;
    }
    while start < first {
        let token = view.tokens[start];
        let is_lead = token.is(Flags::AND) || !token.is_word() && token.kind != Kind::Number;
        if !is_lead {
            break;
        }
        start += 1;
    }
    let mut end = trails(view, cue).unwrap_or(last + 1).max(last + 1);
    if end > cue.frame.start {
        end = last + 1;
    }
    Span::new(start, end)
}

pub(super) fn content_after(
    view: &View<'_>,
    cues: &[Cue],
    index: usize,
    first: usize,
    last: usize,
    is_split: bool,
    limit: usize,
) -> Span {
    let cue = &cues[index];
    let start = if is_split {
        first
    } else {
        content_start(view, cue, first)
    };
    let end = content_end(view, cues, index, last, limit);
    Span::new(start, end.max(last + 1))
}

/// Where the content after a verb begins: after the person told, the place and the time.
fn content_start(view: &View<'_>, cue: &Cue, first: usize) -> usize {
    let from = cue.frame.end.max(cue.verb + 1).min(first);
    if let Some(that) = (from..first.min(from + 14))
        .find(|&i| view.is_word(i, "that") && !view.tokens[i].is_capital)
        && (that == from || cue.class.has(Flags::SAY.or(Flags::SPEECH)))
    {
        return that + 1;
    }
    let last = first.checked_sub(1).map(|i| view.tokens[i]);
    if first > from && last.is_some_and(|t| t.is_mark(':')) {
        return first;
    }
    let gap = Span::new(from, first);
    if first > from
        && last.is_some_and(|t| t.is_comma())
        && (!view.has_verb(gap) || gap.end - gap.start <= 3)
    {
        return first;
    }
    if !cue.class.has(Flags::SAY.or(Flags::SPEECH)) {
        return skip_marks(view, from, first);
    }
    let mut at = from;
    if takes_person(view, cue.verb) {
        at = person_end(view, from, first);
    }
    at = adjunct_end(view, at, first);
    skip_marks(view, at, first)
}

fn skip_marks(view: &View<'_>, from: usize, until: usize) -> usize {
    (from..until)
        .find(|&i| !view.tokens[i].is_comma() && !view.tokens[i].is_dash())
        .unwrap_or(until)
}

/// Where the person spoken to ends, if one begins at `from`.
pub(super) fn person_end(view: &View<'_>, from: usize, until: usize) -> usize {
    let mut at = from;
    while at < until {
        let token = view.tokens[at];
        let belongs = token.is(Flags::ADDRESSEE)
            || token.is_name()
            || at == from
                && token.is(Flags::DETERMINER.or(Flags::POSSESSIVE))
                && !view.is_word(at, "that")
            || at > from && view.is(at - 1, Flags::DETERMINER.or(Flags::POSSESSIVE))
            || at > from
                && at < from + 6
                && (view.is_word(at, "of") || view.is_word(at, "and"))
                && view.get(at + 1).is_some_and(|t| t.is_name());
        if !belongs || at > from && view.is(at, Flags::PRONOUN) && !view.is(at, Flags::ADDRESSEE) {
            break;
        }
        at += 1;
        if token.is(Flags::ADDRESSEE) && !token.is_capital {
            break;
        }
    }
    at
}

/// Whether what was said begins before the comma: “on Monday that she would stay, …”.
fn has_clause(view: &View<'_>, from: usize, comma: usize) -> bool {
    (from..comma).any(|i| view.is_word(i, "that")) && view.has_verb(Span::new(from, comma))
}

/// Where phrases of place and time after the verb end.
pub(super) fn adjunct_end(view: &View<'_>, from: usize, until: usize) -> usize {
    let mut at = from;
    while at < until && view.is(at, Flags::TIME) {
        at += 1;
    }
    if at < until && view.is(at, Flags::PREPOSITION) && !view.is(at, Flags::SUBORDINATOR) {
        let comma = (at..until.min(at + 16)).find(|&i| view.tokens[i].is_comma());
        if let Some(comma) = comma.filter(|&c| !has_clause(view, at, c)) {
            return comma + 1;
        }
        if at + 1 < until && view.is(at + 1, Flags::TIME) {
            return (at + 2).min(until);
        }
    }
    at
}

/// Where the content ends: at the sentence's end, or before another clause of saying.
fn content_end(view: &View<'_>, cues: &[Cue], index: usize, last: usize, limit: usize) -> usize {
    let mut end = view.body_end().min(limit);
    for later in cues[index + 1..].iter().filter(|c| c.verb > last).take(4) {
        let starts = later.frame.start;
        let is_set_off = starts > last && starts >= 1 && starts <= end && {
            let before = view.tokens[starts - 1];
            before.is_comma()
                || before.is_dash()
                || (before.is(Flags::AND) || starts == last + 1)
                    && later.class.has(Flags::SAY)
                    && !later.is_dependent
        };
        if is_set_off {
            end = starts;
            break;
        }
    }
    // After the last quotation a comma, with or without a conjunction, begins something new.
    let comma = (last + 1..end).find(|&i| {
        let t = view.tokens[i];
        t.is_comma()
            || t.is_dash()
            || t.is_mark(';')
            || t.is_mark('(')
            || t.is(Flags::SUBORDINATOR)
                && !t.is(Flags::RELATIVE.or(Flags::PREPOSITION))
                && view
                    .last_quoted(last)
                    .is_some_and(|c| matches!(c, '.' | ',' | '?' | '!'))
    });
    if let Some(comma) = comma {
        end = comma;
    }
    if view
        .last_quoted(last)
        .is_some_and(|c| matches!(c, ',' | '.' | '?' | '!' | ';'))
    {
        // The quotation's own mark closes the clause.
        end = last + 1;
    }
    while end > last + 1 && {
        let t = view.tokens[end - 1];
        t.is_comma() || t.is_dash() || t.is(Flags::AND) || t.is_stop() || t.is_mark(';')
    } {
        end -= 1;
    }
    end
}

/// Where what is said begins: after the person told, the place and the time.
pub(super) fn clause_start(view: &View<'_>, cue: &Cue, end: usize) -> usize {
    let mut at = cue.frame.end.max(cue.verb + 1);
    if takes_person(view, cue.verb) {
        at = person_end(view, at, end);
    }
    at = adjunct_end(view, at, end);
    if view.get(at).is_some_and(|t| t.is_comma())
        && view.is(at + 1, Flags::ADVERB)
        && view.get(at + 2).is_some_and(|t| t.is_comma())
    {
        // “The board told the press, however, that …”
        at += 3;
    }
    let is_told = view.is_word(at, "to") && is_plain(view, cue);
    if is_told || is_place(view, at) {
        at = after_phrase(view, at, end).unwrap_or(at);
    }
    at
}

/// Whether a phrase of place, time or occasion begins at `at`.
pub(super) fn is_place(view: &View<'_>, at: usize) -> bool {
    [
        "in", "on", "at", "during", "through", "via", "after", "before",
    ]
    .iter()
    .any(|w| view.is_word(at, w))
}

/// Where a clause begins after a phrase of place or time: “said in a letter on Monday that …”.
fn after_phrase(view: &View<'_>, from: usize, end: usize) -> Option<usize> {
    const SUBJECTS: [&str; 6] = ["he", "she", "they", "it", "we", "there"];
    let at = (from + 1..end.min(from + 14))
        .take_while(|&i| view.tokens[i].is_word() || view.tokens[i].kind == Kind::Number)
        .find(|&i| view.is_word(i, "that") || SUBJECTS.iter().any(|w| view.is_word(i, w)))?;
    let is_object = view.is(at - 1, Flags::PREPOSITION) && !view.is(at - 1, Flags::TIME);
    (!view.has_verb(Span::new(from, at)) && !is_object).then_some(at)
}
