//! Finds the subjects of verbs that do not stand beside theirs: participles, joined verbs, verbs
//! inside of what is reported.

use super::content::clause_start;
use super::cue::Cue;
use super::following;
use super::lexicon::Flags;
use super::source::{self, Left};
use super::token::Token;
use super::verb::{is_finite, is_noun, is_past_form, is_plain, takes_person};
use super::view::{Span, View};

/// How far, in tokens, the clause that a verb of saying reports is followed.
const REACH: usize = 45;

/// How far, in tokens, a participle may stand from the beginning of the sentence to be fronted.
const FRONTED: usize = 6;

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
                let later = cues[at + 1..].iter().take(4);
                later
                    .filter(|_| verb <= FRONTED)
                    .find(|c| !c.is_dependent && !c.is_passive)
                    .and_then(|c| c.subject)
            })
            .or_else(|| opening_subject(view, verb))
            .or_else(|| following_subject(view, verb));
    }
}

/// The pronoun or the name that a sentence begins with, as the subject of a participle far behind
/// it, where no verb of the sentence is known.
fn opening_subject(view: &View<'_>, verb: usize) -> Option<Span> {
    let first = view.tokens.iter().position(|t| t.is_word())?;
    if first + 2 >= verb {
        return None;
    }
    if view.is(first, Flags::PRONOUN) && !view.is(first, Flags::DETERMINER) {
        return Some(Span::new(first, first + 1));
    }
    let end = (first..verb).find(|&i| !view.tokens[i].is_name())?;
    let is_subject = end > first
        && !view.is(first, Flags::TIME)
        && !view.tokens[end - 1].is_genitive
        && view.get(end).is_some_and(|t| {
            t.is_comma() || t.is_word() && !t.is(Flags::PREPOSITION.or(Flags::AND))
        });
    is_subject.then(|| Span::new(first, end))
}

fn is_set_off_participle(view: &View<'_>, verb: usize) -> bool {
    let after = |at: usize, is: &dyn Fn(Token) -> bool| {
        verb.checked_sub(at).is_some_and(|i| is(view.tokens[i]))
    };
    let is_participle = view.is(verb, Flags::ING) && after(1, &Token::is_comma);
    // “…, but called it”
    let is_joined =
        view.is(verb, Flags::PAST) && after(1, &|t| t.is(Flags::AND)) && after(2, &Token::is_comma);
    is_participle || is_joined
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
    if let Some(name) = shown_speaker(view, left.group) {
        return Some(name);
    }
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

/// Who is made or left to speak: “which led the envoy to say”, “for a minister to claim”.
pub(super) fn caused_subject(view: &View<'_>, left: &Left) -> Option<Span> {
    const CAUSES: [&str; 20] = [
        "for",
        "led",
        "lead",
        "leads",
        "leading",
        "forced",
        "forcing",
        "prompted",
        "prompting",
        "caused",
        "causing",
        "pushed",
        "pushing",
        "allowed",
        "allowing",
        "inspired",
        "got",
        "moved",
        "pressed",
        "compelled",
    ];
    if !left.is_infinitive || !view.is_word(left.group, "to") {
        return None;
    }
    let phrase = source::phrase_ending(view, left.group)?;
    let before = phrase.start.checked_sub(1)?;
    let starts_with_cause = CAUSES.iter().any(|w| view.is_word(phrase.start, w));
    if starts_with_cause && phrase.end > phrase.start + 1 {
        return Some(Span::new(phrase.start + 1, phrase.end));
    }
    CAUSES
        .iter()
        .any(|w| view.is_word(before, w))
        .then_some(phrase)
}

/// The name before a participle that is shown or heard speaking: “footage of Orla Finch saying”,
/// “with Orla Finch calling it”.
fn shown_speaker(view: &View<'_>, group: usize) -> Option<Span> {
    let is_part = |i: usize| view.tokens[i].is_name() && !view.is(i, Flags::TIME);
    let start = (group.saturating_sub(5)..group)
        .rev()
        .take_while(|&i| is_part(i))
        .last()?;
    let before = start.checked_sub(1)?;
    let word = |at: usize, list: &[&str]| list.iter().any(|w| view.is_word(at, w));
    let is_recorded = word(before, &["of"])
        && before > 0
        && word(
            before - 1,
            &[
                "footage",
                "video",
                "clip",
                "recording",
                "tape",
                "audio",
                "image",
                "images",
                "think",
            ],
        );
    let shows = word(
        before,
        &[
            "with",
            "has",
            "had",
            "shows",
            "showed",
            "showing",
            "heard",
            "hears",
            "features",
            "featuring",
        ],
    );
    (is_recorded || shows).then(|| Span::new(start, group))
}

/// Who issues the words that `noun` stands for: “the envoy sent a letter saying”.
pub(super) fn issuer(view: &View<'_>, noun: Span) -> Option<Span> {
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
