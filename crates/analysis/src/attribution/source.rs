//! Finds the noun phrase that is the subject of a verb of saying.
//!
//! There is no parser: a subject is what stands between the verb and the nearest clause boundary,
//! with appositions and relative clauses taken off.

use super::apposition::before_apposition;
use super::lexicon::Flags;
use super::view::{Span, View};

/// The most tokens of a noun phrase; a longer run is not one, and its last name is taken.
pub(super) const LONGEST: usize = 14;
/// The most tokens that an apposition may separate a subject from its verb.
pub(super) const FARTHEST: usize = 60;

/// What stands to the left of a verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    pub(super) subject: Option<Span>,
    /// Where the verb with its auxiliaries and adverbs begins.
    pub(super) group: usize,
    /// Whether an auxiliary makes the verb passive, if it is a participle.
    pub(super) has_be: bool,
    /// Whether the verb is joined to an earlier one: “… and said”.
    pub(super) is_joined: bool,
    /// Whether the verb is an infinitive that no other verb of the group carries.
    pub(super) is_infinitive: bool,
}

/// Reads leftwards from the verb at `verb`.
pub(super) fn left(view: &View<'_>, verb: usize) -> Left {
    let (group, has_be, is_infinitive) = verb_group(view, verb);
    let mut found = Left {
        subject: None,
        group,
        has_be,
        is_joined: false,
        is_infinitive,
    };
    let Some(last) = group.checked_sub(1) else {
        return found;
    };
    let before = view.tokens[last];
    if before.is(Flags::PRONOUN) && before.is_genitive {
        // “he’s claiming”: the pronoun holds the form of be.
        found.has_be = true;
    }
    if before.is(Flags::AND) {
        found.is_joined = true;
        return found;
    }
    let closes_clause = before.is_quote() && view.last_quoted(last) == Some(',');
    found.subject = if before.is_comma() || before.is_dash() || before.is_mark(')') || closes_clause
    {
        before_apposition(view, last)
    } else if before.is(Flags::RELATIVE) {
        before_relative(view, last)
    } else {
        phrase_ending(view, group)
    };
    found
}

/// Where the verb group begins, whether it has a form of be, and whether it is a bare infinitive.
fn verb_group(view: &View<'_>, verb: usize) -> (usize, bool, bool) {
    let (mut at, mut has_be, mut has_link, mut has_to) = (verb, false, false, false);
    while at > 0 {
        let token = view.tokens[at - 1];
        if !token.is_word() || token.is_name() && !token.is(Flags::TIME) {
            break;
        }
        let is_to = view.is_word(at - 1, "to");
        if is_to {
            has_to = true;
        } else if token.is(Flags::BE) && !token.is_genitive {
            has_be = has_be || at == verb || !has_to && !has_link;
        } else if token.is(Flags::LINK.or(Flags::AUX)) {
            has_link = true;
        } else if token.is(Flags::TIME)
            || token.is(Flags::ADVERB) && !token.is(Flags::DETERMINER)
            || is_floating(view, at - 1)
        {
            // Adverbs and days between subject and verb belong to neither.
        } else {
            break;
        }
        at -= 1;
    }
    // A group may not begin with “to” or a day that belongs to what stands before it.
    (at, has_be, has_to && !has_link && !has_be)
}

/// “The parties have all said”: a quantifier that stands with the verb.
fn is_floating(view: &View<'_>, at: usize) -> bool {
    ["all", "both", "each"].iter().any(|w| view.is_word(at, w))
        && at > 0
        && view.tokens[at - 1].is_word()
}

/// The noun phrase that a relative pronoun at `relative` stands for, or the pronoun itself.
fn before_relative(view: &View<'_>, relative: usize) -> Option<Span> {
    let mut end = relative;
    while end > 0 && view.tokens[end - 1].is_comma() {
        end -= 1;
    }
    // The pronoun is part of the source: it is the one that speaks.
    let start = phrase_ending(view, end).map_or(relative, |phrase| phrase.start);
    Some(Span::new(start, relative + 1))
}

/// The noun phrase that ends before the token `end`.
pub(super) fn phrase_ending(view: &View<'_>, end: usize) -> Option<Span> {
    phrase_between(view, end, true)
}

fn phrase_between(view: &View<'_>, end: usize, may_skip_clause: bool) -> Option<Span> {
    const STOPS: Flags = Flags::AUX
        .or(Flags::BE)
        .or(Flags::RELATIVE)
        .or(Flags::SUBORDINATOR);
    let last = view.get(end.checked_sub(1)?)?;
    if last.is(Flags::PRONOUN) {
        return Some(Span::new(end - 1, end));
    }
    if last.is_word()
        && last.is(Flags::PREPOSITION.or(STOPS))
        && !last.is(Flags::DETERMINER)
        && !last.is_name()
    {
        return None;
    }
    let mut start = end;
    let mut at_clause_start = false;
    while start > 0 && end - start < FARTHEST {
        let token = view.tokens[start - 1];
        if token.is_mark('%') || token.is_mark('$') || token.is_mark('/') || token.is_mark('€') {
            start -= 1;
            continue;
        }
        if token.is_quote()
            && start < end
            && view.quoted_words(start - 1) <= 4
            && view
                .last_quoted(start - 1)
                .is_some_and(char::is_alphanumeric)
        {
            start -= 1;
            continue;
        }
        if !token.is_word() && token.kind != super::token::Kind::Number {
            at_clause_start = true;
            break;
        }
        let is_stop = token.is(STOPS)
            && !token.is_name()
            && !(token.is(Flags::PREPOSITION) && start < end && !token.is(Flags::SUBORDINATOR));
        if is_stop || is_other_verb(view, start - 1) {
            // A relative clause without commas: the subject stands before it.
            if may_skip_clause
                && !token.is(Flags::RELATIVE)
                && let Some(relative) = relative_of(view, start - 1)
            {
                return phrase_between(view, relative, false);
            }
            if is_stop || start < end {
                break;
            }
        }
        if token.is(Flags::PRONOUN) && !token.is(Flags::DETERMINER) {
            break;
        }
        if start < end && is_participle_before_object(view, start - 1) {
            break;
        }
        if token.is(Flags::AND) {
            if !joins_subjects(view, start - 1, end) {
                break;
            }
        } else if view.is_word(start - 1, "to") && view.is(start, Flags::BASE.or(Flags::VERB)) {
            return None;
        }
        start -= 1;
    }
    at_clause_start |= start == 0;
    trim_phrase(view, Span::new(start, end), at_clause_start)
}

/// “echoing some senators”, “coming from a senator”: a participle whose object begins the phrase.
fn is_participle_before_object(view: &View<'_>, at: usize) -> bool {
    let token = view.tokens[at];
    let is_participle = token.is_word()
        && !token.is_capital
        && token.text(view.text).len() > 4
        && token.text(view.text).ends_with("ing")
        && !token.is(Flags::PREPOSITION.or(Flags::PRONOUN).or(Flags::WORK));
    let is_noun = at > 0 && view.is(at - 1, Flags::DETERMINER.or(Flags::POSSESSIVE));
    is_participle
        && !is_noun
        && view.get(at + 1).is_some_and(|t| {
            t.is_name() || t.is(Flags::DETERMINER.or(Flags::POSSESSIVE).or(Flags::PRONOUN))
        })
}

/// The relative pronoun whose verb stands at `verb`, if one stands just before it.
fn relative_of(view: &View<'_>, verb: usize) -> Option<usize> {
    let floor = verb.saturating_sub(3);
    (floor..verb)
        .rev()
        .take_while(|&i| view.tokens[i].is_word() && !view.tokens[i].is_capital)
        .find(|&i| ["who", "which", "that"].iter().any(|w| view.is_word(i, w)))
        .filter(|&i| i > 0 && view.tokens[i - 1].is_word())
}

/// Whether `and` at `at` joins two subjects rather than two clauses.
fn joins_subjects(view: &View<'_>, at: usize, end: usize) -> bool {
    if at == 0 || !view.is_word(at, "and") && !view.is_word(at, "&") || end - at > 9 {
        return false;
    }
    let before = view.tokens[at - 1];
    let after = view.tokens[at + 1];
    let floor = at.saturating_sub(6);
    let clear = (floor..at)
        .rev()
        .find(|&i| !view.tokens[i].is_name())
        .is_none_or(|i| {
            let t = view.tokens[i];
            !t.is_word() || t.is(Flags::DETERMINER) || i == 0
        });
    (before.is_name() || before.is(Flags::PRONOUN))
        && (after.is_name() || after.is(Flags::DETERMINER))
        && clear
        || !before.is_name() && before.is_word() && !after.is_name() && end == at + 2
        || view.is_word(at, "&")
}

/// Whether the token is a finite verb that ends the phrase on its left.
fn is_other_verb(view: &View<'_>, at: usize) -> bool {
    let token = view.tokens[at];
    if token.is_capital || !token.is_word() {
        return false;
    }
    token.is(Flags::VERB)
        || token.is(Flags::CUE)
            && token.is(Flags::PAST)
            && !token.is(Flags::OFFICE)
            && !view.is(at.wrapping_sub(1), Flags::DETERMINER.or(Flags::POSSESSIVE))
}

/// Takes adverbs, conjunctions and fronted prepositional phrases off the left of a phrase.
fn trim_phrase(view: &View<'_>, span: Span, at_clause_start: bool) -> Option<Span> {
    let Span { mut start, end } = span;
    while start < end && {
        let t = view.tokens[start];
        t.is(Flags::AND)
            || t.is(Flags::ADVERB) && !t.is(Flags::DETERMINER) && end - start > 1
            || t.is(Flags::SUBORDINATOR)
                && !t.is(Flags::DETERMINER)
                && t.is_word()
                && end - start > 1
    } {
        start += 1;
    }
    if start >= end {
        return None;
    }
    let is_fronted =
        view.is(start, Flags::PREPOSITION) || view.is(start, Flags::TIME) && end - start > 1;
    if is_fronted || end - start > LONGEST || !at_clause_start && end - start > 8 {
        start = last_phrase(view, start, end);
    }
    let has_noun = (start..end).any(|i| {
        let t = view.tokens[i];
        let is_article = ["the", "a", "an", "every", "no"]
            .iter()
            .any(|w| view.is_word(i, w));
        t.is_word() && !t.is(Flags::PREPOSITION.or(Flags::AND)) && !is_article
            || t.kind == super::token::Kind::Number
    });
    has_noun.then_some(Span::new(start, end))
}

/// Where the last simple noun phrase of `start..end` begins: a name with its title, or from a
/// determiner on.
fn last_phrase(view: &View<'_>, start: usize, end: usize) -> usize {
    let mut at = end;
    if view.tokens[end - 1].is_name() {
        while at > start && view.tokens[at - 1].is_name() && !view.is(at - 1, Flags::TIME) {
            at -= 1;
        }
        while at > start && view.is(at - 1, Flags::OFFICE.or(Flags::TITLE)) {
            at -= 1;
        }
        return at.min(end - 1);
    }
    let determiner = (start..end - 1).rev().find(|&i| {
        view.is(i, Flags::DETERMINER.or(Flags::POSSESSIVE)) && !view.is(i, Flags::SUBORDINATOR)
    });
    determiner.unwrap_or_else(|| {
        (start..end - 1)
            .rev()
            .find(|&i| view.is(i, Flags::PREPOSITION.or(Flags::TIME)))
            .map_or(start, |i| i + 1)
    })
}

/// The name alone that a colon follows: “Sen. Orla Finch (W-Tarn): “…””, “The vote - Orla Finch: “…””.
pub(super) fn name_before_colon(view: &View<'_>, colon: usize) -> Option<Span> {
    let mut end = colon;
    if end > 0 && view.tokens[end - 1].is_mark(')') {
        end = (end.saturating_sub(8)..end)
            .rev()
            .find(|&i| view.tokens[i].is_mark('('))?;
    }
    let start = (end.saturating_sub(6)..end)
        .rev()
        .take_while(|&i| view.tokens[i].is_name())
        .last()?;
    let begins = start == 0 || {
        let before = view.tokens[start - 1];
        before.is_dash() || before.is_mark('-') || before.is_stop()
    };
    (begins && end - start >= 2).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use dossier_text::TextRange;

    use super::super::token::tokens;
    use super::*;

    fn check(text: &str, expected: &str) {
        let all = tokens(text);
        let view = View::new(text, TextRange::new(0, text.len()), &all, &[]);
        let verb = view
            .tokens
            .iter()
            .position(|t| t.text(text) == "said")
            .unwrap();
        let found = left(&view, verb)
            .subject
            .and_then(|s| view.bytes(s))
            .and_then(|r| r.slice(text));
        assert_eq!(found, Some(expected), "subject in {text:?}");
    }

    #[test]
    fn the_subject_stands_between_the_clause_boundary_and_the_verb() {
        check(
            "After the vote, Senator Orla Finch said no.",
            "Senator Orla Finch",
        );
        check(
            "The harbour minister has also repeatedly said no.",
            "The harbour minister",
        );
        check(
            "Members of the Tarn Council said no.",
            "Members of the Tarn Council",
        );
        check("He said no.", "He");
        check("Finch and Vale said no.", "Finch and Vale");
    }

    #[test]
    fn appositions_and_relative_clauses_are_taken_off() {
        check("Orla Finch, a senator from Tarn, said no.", "Orla Finch");
        check(
            "Orla Finch, 34, a nurse from Tarn, Westmark, said no.",
            "Orla Finch",
        );
        check("Orla Finch (W-Tarn) said no.", "Orla Finch");
        check("The envoy, who had left early, said no.", "The envoy");
        check("The envoy who had left early said no.", "The envoy");
    }

    #[test]
    fn fronted_phrases_are_no_part_of_the_subject() {
        check("On Monday the envoy said no.", "the envoy");
        check("In an interview Finch said no.", "Finch");
    }
}
