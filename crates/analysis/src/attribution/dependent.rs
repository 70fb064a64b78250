//! Finds the subjects of verbs that do not stand beside theirs: participles, joined verbs, verbs
//! inside of what is reported.

use super::content::clause_start;
use super::cue::Cue;
use super::following;
use super::lexicon::Flags;
use super::source::{self, Left};
use super::verb::{is_finite, is_noun, is_past_form, is_plain, takes_person};
use super::view::{Span, View};

/// How far, in tokens, the clause that a verb of saying reports is followed.
const REACH: usize = 45;

/// Gives participles and joined verbs the subject of the clause that they depend on.
pub(super) fn share_subjects(view: &View<'_>, cues: &mut [Cue]) {
    // The subject of the last main clause, its verb, and whether that is a verb of saying.
    let mut main: Option<(Span, usize)> = None;
    let mut says = false;
    for at in 0..cues.len() {
        cues[at].is_embedded = is_embedded(view, cues, at);
        if !cues[at].is_dependent {
            if !cues[at].is_passive && cues[at].subject.is_some() && !cues[at].is_embedded {
                main = cues[at].subject.map(|subject| (subject, cues[at].verb));
                says = cues[at].class.has(Flags::SAY.or(Flags::SPEECH));
            }
            continue;
        }
        let verb = cues[at].verb;
        if let Some((subject, _)) = main.filter(|_| says && is_set_off_participle(view, verb)) {
            // “The envoy said the board would have to choose, adding that”: the envoy adds.
            cues[at].subject = Some(subject);
            continue;
        }
        let since = main.map_or(0, |(_, verb)| verb);
        cues[at].subject = clause_subject(view, verb, since)
            .filter(|_| main.is_none() || !cues[at].is_embedded)
            .or(main.map(|(subject, _)| subject))
            .or_else(|| sentence_subject(view, verb).filter(|s| s.end <= verb))
            .or_else(|| {
                cues[at + 1..]
                    .iter()
                    .take(4)
                    .find(|c| !c.is_dependent && !c.is_passive)
                    .and_then(|c| c.subject)
            })
            .or_else(|| following_subject(view, verb));
    }
}

fn is_set_off_participle(view: &View<'_>, verb: usize) -> bool {
    view.is(verb, Flags::ING) && verb > 0 && view.tokens[verb - 1].is_comma()
}

/// The subject of the clause that a participle at `verb` depends on: the nearest name or pronoun
/// that is a subject, or what stands before the sentence's first verb.
fn clause_subject(view: &View<'_>, verb: usize, since: usize) -> Option<Span> {
    let mut first = None;
    for at in (verb.saturating_sub(60).max(since + 1)..verb)
        .rev()
        .filter(|&i| is_finite(view, i))
    {
        let Some(subject) = source::left(view, at).subject else {
            continue;
        };
        let is_relative = subject.start > 0
            && view.is(subject.start - 1, Flags::RELATIVE.or(Flags::SUBORDINATOR));
        let last = view.tokens[subject.end - 1];
        if !is_relative
            && (last.is_name() && !last.is_genitive
                || last.is(Flags::PRONOUN) && !last.is(Flags::RELATIVE))
        {
            return Some(subject);
        }
        if since == 0 {
            first = Some(subject);
        }
    }
    first
}

/// The subject of the main clause after a fronted participle: “Calling it …, the mayor …”.
fn following_subject(view: &View<'_>, verb: usize) -> Option<Span> {
    if verb > 2 {
        return None;
    }
    let comma = (verb..view.tokens.len().min(verb + 60)).find(|&i| {
        view.tokens[i].is_comma() || view.tokens[i].is_quote() && view.last_quoted(i) == Some(',')
    })?;
    following::phrase_starting(view, comma + 1)
}

/// The subject of the sentence's first finite verb before the token `until`.
pub(super) fn sentence_subject(view: &View<'_>, until: usize) -> Option<Span> {
    const FINITE: Flags = Flags::AUX.or(Flags::BE).or(Flags::VERB);
    let first = (1..until.min(40)).find(|&i| {
        let t = view.tokens[i];
        t.is_word()
            && !t.is_capital
            && (t.is(FINITE)
                || t.is(Flags::CUE) && t.is(Flags::PAST.or(Flags::THIRD)) && !is_noun(view, i)
                || is_past_form(t.text(view.text)))
            && !view.is(
                i - 1,
                Flags::RELATIVE
                    .or(Flags::DETERMINER)
                    .or(Flags::POSSESSIVE)
                    .or(Flags::PREPOSITION),
            )
    })?;
    source::left(view, first).subject
}

/// The subject of “is quoted as saying”.
pub(super) fn quoted_as_saying(view: &View<'_>, verb: usize) -> Option<Span> {
    let as_at = verb.checked_sub(1)?;
    let quoted = verb.checked_sub(2)?;
    let is_quoted = view.is_word(as_at, "as")
        && (view.is_word(quoted, "quoted")
            || view.is_word(quoted, "cited")
            || view.is_word(quoted, "reported"))
        || view.is_word(as_at, "quoted");
    if !is_quoted {
        return None;
    }
    let participle = if view.is_word(as_at, "quoted") {
        as_at
    } else {
        quoted
    };
    source::left(view, participle).subject
}

/// The subject of a participle that has one of its own: “with the mayor shouting”, “a sign saying”.
pub(super) fn own_subject(view: &View<'_>, left: &Left) -> Option<Span> {
    let before = left.group.checked_sub(1)?;
    let phrase = source::phrase_ending(view, left.group)?;
    let after_with = phrase.start > 0 && view.is_word(phrase.start - 1, "with")
        || view.is_word(phrase.start, "with");
    let start = if view.is_word(phrase.start, "with") {
        phrase.start + 1
    } else {
        phrase.start
    };
    let speaks = view.is(before, Flags::SPEAKER_NOUN) && !view.tokens[before].is_capital;
    (start < phrase.end && (after_with || speaks)).then(|| {
        if speaks && !after_with {
            let noun = Span::new(last_noun_phrase(view, phrase), phrase.end);
            issuer(view, noun).unwrap_or(noun)
        } else {
            Span::new(start, phrase.end)
        }
    })
}

/// Who issues the words that `noun` stands for: “the envoy sent a letter saying”.
fn issuer(view: &View<'_>, noun: Span) -> Option<Span> {
    let verb = (noun.start.saturating_sub(3)..noun.start)
        .rev()
        .take_while(|&i| view.tokens[i].is_word())
        .find(|&i| is_finite(view, i))?;
    if view.is(verb, Flags::BE) {
        return None;
    }
    let subject = source::left(view, verb).subject?;
    (subject.end <= verb).then_some(subject)
}

/// Where the last determiner of a phrase stands.
fn last_noun_phrase(view: &View<'_>, phrase: Span) -> usize {
    (phrase.start..phrase.end)
        .rev()
        .find(|&i| {
            view.is(i, Flags::DETERMINER.or(Flags::POSSESSIVE)) || view.tokens[i].is_genitive
        })
        .unwrap_or(phrase.start)
}

/// Whether the clause of a cue is part of what an earlier verb of saying reports.
fn is_embedded(view: &View<'_>, cues: &[Cue], index: usize) -> bool {
    let cue = &cues[index];
    let start = cue.frame.start;
    let is_set_off =
        start > 0 && (view.tokens[start - 1].is_comma() || view.is(start - 1, Flags::AND));
    let contrasts = start > 1
        && view.tokens[start - 2].is_comma()
        && ["while", "but", "though", "although", "whereas"]
            .iter()
            .any(|w| view.is_word(start - 1, w));
    if contrasts {
        return false;
    }
    cues[..index].iter().rev().take(4).any(|outer| {
        let from = clause_start(view, outer, start);
        let is_told_of = view.is(outer.verb + 1, Flags::BE.or(Flags::AUX));
        !is_told_of
            && outer.class.has(Flags::SAY.or(Flags::SPEECH))
            && !outer.is_passive
            && outer.subject.is_some()
            && !outer.is_inverted
            && from <= start
            && start - from < REACH
            && (view.is_word(from, "that")
                || is_plain(view, outer)
                || takes_person(view, outer.verb))
            && !(from..start).any(|i| breaks_clause(view, i))
            && !(is_set_off && (cue.is_dependent || outer.is_dependent))
    })
}

fn breaks_clause(view: &View<'_>, at: usize) -> bool {
    let token = view.tokens[at];
    let is_speech =
        || view.quoted_words(at) > 4 || !view.last_quoted(at).is_some_and(char::is_alphanumeric);
    token.is_dash() || token.is_mark(';') || token.is_quote() && is_speech()
}
