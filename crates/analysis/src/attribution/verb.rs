//! What can be told of a verb from its form and its neighbours.

use super::cue::Cue;
use super::lexicon::Flags;
use super::source::Left;
use super::token::{Kind, Token};
use super::view::{Span, View};

/// Whether the word at `at` is used as a noun or an adjective.
pub(super) fn is_noun(view: &View<'_>, at: usize) -> bool {
    const BEFORE_NOUN: Flags = Flags::DETERMINER.or(Flags::POSSESSIVE);
    let token = view.tokens[at];
    let Some(before) = at.checked_sub(1).map(|i| view.tokens[i]) else {
        return token.is(Flags::THIRD.or(Flags::BASE)) && !token.is(Flags::PAST);
    };
    // “Three said so”: before a verb in the past only an article makes a noun phrase sure.
    let article = |word: &str| {
        ["a", "an", "the"]
            .iter()
            .any(|a| word.eq_ignore_ascii_case(a))
    };
    let is_subject =
        token.is(Flags::PAST) && before.is(Flags::DETERMINER) && !article(before.text(view.text));
    if before.is(BEFORE_NOUN)
        && !is_subject
        && !before.is(Flags::PRONOUN.or(Flags::RELATIVE).or(Flags::SUBORDINATOR))
        && before.is_word()
    {
        return true;
    }
    let is_pronoun = before.is(Flags::PRONOUN);
    if before.is_genitive && !is_pronoun {
        return true;
    }
    if before.is_name() && token.is(Flags::THIRD) && is_plural_noun(token.text(view.text)) {
        // “Asian states”, “the Tarn rules”: a verb only where a clause or a quotation follows.
        let trails = (at.saturating_sub(5)..at)
            .rev()
            .find(|&i| !view.tokens[i].is_name())
            .is_some_and(|i| view.tokens[i].is_quote() || view.tokens[i].is_comma());
        let introduces = view.get(at + 1).is_some_and(|t| {
            t.is_quote()
                || trails
                    && (t.is_stop() || t.is_comma() || t.is(Flags::TIME.or(Flags::PREPOSITION)))
                || t.is_mark(':')
                || t.is_name()
                || t.is(Flags::PRONOUN.or(Flags::DETERMINER).or(Flags::POSSESSIVE))
                || view.is_word(at + 1, "that")
        });
        if !introduces {
            return true;
        }
    }
    let is_form_of_noun = token.is(Flags::BASE.or(Flags::THIRD)) && !token.is(Flags::PAST);
    if is_form_of_noun && !is_pronoun && !is_verb_only(token.text(view.text)) {
        if view.is_word(at + 1, "of")
            || view.is(at + 1, Flags::BE.or(Flags::AUX)) && !view.is(at + 1, Flags::SAY)
        {
            return true;
        }
        if is_adjective(before.text(view.text)) {
            return true;
        }
        let closes = view.get(at + 1).is_none_or(|t| {
            t.is_comma() || t.is_stop() || t.is(Flags::PREPOSITION) && !view.is_word(at + 1, "to")
        });
        if closes && in_noun_phrase(view, at) {
            return true;
        }
        let is_plain_noun = before.is_word() && before.flags == Flags::NONE && !before.is_capital;
        let is_plural = before.text(view.text).ends_with('s');
        if is_plain_noun && token.is(Flags::BASE) && !is_plural {
            return true;
        }
        if before.is(Flags::PREPOSITION) && !view.is_word(at - 1, "to") {
            return true;
        }
        if is_plain_noun && is_plural && token.is(Flags::THIRD) {
            return true;
        }
        // “swing states that”, “sales remarks on”: a noun that is no speaker stands before a plural.
        let is_participle =
            before.is_word() && !before.is_capital && is_past_form(before.text(view.text));
        if (is_plain_noun || is_participle)
            && !before.is(Flags::SPEAKER_NOUN.or(Flags::OFFICE).or(Flags::BODY))
            && token.is(Flags::THIRD)
            && is_plural_noun(token.text(view.text))
        {
            return true;
        }
    }
    false
}

/// Whether a form in s is more often a plural than a verb.
fn is_plural_noun(word: &str) -> bool {
    matches!(
        word,
        "states"
            | "emails"
            | "charges"
            | "rules"
            | "remarks"
            | "comments"
            | "points"
            | "tweets"
            | "messages"
            | "texts"
            | "blogs"
            | "reports"
            | "claims"
            | "promises"
            | "demands"
            | "notes"
            | "answers"
            | "signs"
            | "signals"
            | "posts"
            | "issues"
            | "fires"
            | "doubts"
            | "hopes"
            | "fears"
            | "calls"
            | "attacks"
            | "talks"
            | "views"
            | "questions"
            | "bills"
    )
}

/// Whether a form in s can be nothing but a verb.
fn is_verb_only(word: &str) -> bool {
    matches!(
        word,
        "says"
            | "tells"
            | "adds"
            | "asks"
            | "writes"
            | "continues"
            | "explains"
            | "insists"
            | "declares"
            | "argues"
            | "recalls"
            | "announces"
            | "concludes"
            | "concedes"
            | "admits"
            | "agrees"
            | "begins"
            | "suggests"
            | "describes"
            | "believes"
    )
}

/// Whether a determiner or a preposition stands a few plain words before `at`.
fn in_noun_phrase(view: &View<'_>, at: usize) -> bool {
    const BEFORE: Flags = Flags::DETERMINER
        .or(Flags::POSSESSIVE)
        .or(Flags::PREPOSITION);
    let start = (at.saturating_sub(3)..at).rev().find(|&i| {
        !view.tokens[i].is_word()
            || view.tokens[i].is_capital
            || view.tokens[i].flags != Flags::NONE
    });
    start.is_some_and(|i| i + 1 < at && view.is(i, BEFORE) && !view.is_word(i, "to"))
}

/// Whether the form of a word is that of an adjective.
fn is_adjective(word: &str) -> bool {
    const ADJECTIVES: [&str; 16] = [
        "recent",
        "past",
        "own",
        "latest",
        "new",
        "old",
        "public",
        "private",
        "previous",
        "first",
        "last",
        "early",
        "such",
        "same",
        "other",
        "republican",
    ];
    const ENDINGS: [&str; 10] = [
        "ous", "ive", "ful", "ible", "able", "ical", "less", "ial", "onal", "istic",
    ];
    let is_small = word.starts_with(char::is_lowercase);
    is_small
        && (ADJECTIVES.contains(&word)
            || word.len() > 5 && ENDINGS.iter().any(|e| word.ends_with(e)))
        && !matches!(
            word,
            "official" | "professional" | "representative" | "executive"
        )
}

/// Whether subject and verb agree in number, as far as their forms tell.
pub(super) fn agrees(view: &View<'_>, subject: Span, left: &Left, verb: usize) -> bool {
    let token = view.tokens[verb];
    let last = view.tokens[subject.end - 1];
    if last.is(Flags::PREPOSITION.or(Flags::ADVERB))
        && !last.is_name()
        && !last.is(Flags::PRONOUN.or(Flags::DETERMINER))
    {
        return false;
    }
    let is_object = subject.start > 0
        && view.is(subject.start - 1, Flags::PREPOSITION)
        && !view.is(subject.start - 1, Flags::SUBORDINATOR);
    if token.is(Flags::WEAK)
        && token.is(Flags::PAST)
        && left.group == verb
        && is_object
        && !last.is_name()
        && !last.is(Flags::PRONOUN)
    {
        // “in a statement released on Monday”
        return false;
    }
    if token.is(Flags::PAST) || left.group < verb {
        return true;
    }
    let head = head_of(view, subject);
    let word = head.text(view.text);
    let is_plural_pronoun = ["they", "we", "i", "you", "who", "that", "which"]
        .iter()
        .any(|p| word.eq_ignore_ascii_case(p));
    let is_singular_pronoun = last.is(Flags::PRONOUN)
        && !["they", "we", "i", "you"]
            .iter()
            .any(|p| word.eq_ignore_ascii_case(p));
    if token.is(Flags::BASE) && !token.is(Flags::THIRD) {
        let is_list = view.tokens[subject.start..subject.end]
            .iter()
            .any(|t| t.is(Flags::AND));
        let is_counted = (subject.start..subject.end).any(|i| {
            view.tokens[i].kind == Kind::Number
                || view.tokens[i].is_mark('%')
                || view.is_word(i, "percent")
        });
        return is_plural_pronoun
            || is_list
            || is_counted
            || !last.is(Flags::PRONOUN)
                && (word.ends_with('s')
                    || matches!(
                        word,
                        "people"
                            | "men"
                            | "women"
                            | "police"
                            | "majority"
                            | "many"
                            | "some"
                            | "few"
                            | "half"
                            | "most"
                            | "percent"
                    ));
    }
    if token.is(Flags::THIRD) {
        let is_plural_noun =
            word.ends_with('s') && !last.is_name() && subject.end - subject.start == 1;
        return is_singular_pronoun || !(is_plural_pronoun || is_plural_noun);
    }
    true
}

/// The noun that the number of a phrase depends on: “executives” of “executives for the bank”.
fn head_of(view: &View<'_>, subject: Span) -> Token {
    let preposition = (subject.start + 1..subject.end)
        .find(|&i| view.is(i, Flags::PREPOSITION) && !view.tokens[i].is_name());
    view.tokens[preposition.unwrap_or(subject.end) - 1]
}

/// Whether a clause without “that” after the verb is surely reported: said, says, told, added.
pub(super) fn is_plain(view: &View<'_>, cue: &Cue) -> bool {
    matches!(
        view.tokens[cue.verb].text(view.text),
        "said"
            | "says"
            | "say"
            | "saying"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "adding"
            | "announced"
            | "insisted"
            | "insists"
    )
}

/// Whether a clause may follow the verb without “that”, though a noun may as well: “claimed he won”,
/// “claimed victory”.
pub(super) fn takes_clause(view: &View<'_>, cue: &Cue) -> bool {
    const STEMS: [&str; 33] = [
        "acknowledg",
        "admit",
        "agree",
        "announc",
        "argu",
        "believ",
        "claim",
        "conced",
        "conclud",
        "confirm",
        "contend",
        "estimat",
        "fear",
        "hope",
        "hoping",
        "indicat",
        "insist",
        "jok",
        "maintain",
        "not",
        "pledg",
        "predict",
        "promis",
        "report",
        "reveal",
        "suggest",
        "suspect",
        "swear",
        "think",
        "tweet",
        "vow",
        "warn",
        "wrote",
    ];
    let word = view.tokens[cue.verb].text(view.text);
    STEMS.iter().any(|stem| word.starts_with(stem))
        || matches!(
            word,
            "writes" | "writing" | "says" | "thought" | "states" | "stated" | "swore"
        )
}

/// Whether the verb names the person spoken to as its object: told, asked.
pub(super) fn takes_person(view: &View<'_>, verb: usize) -> bool {
    const STEMS: [&str; 12] = [
        "told", "tell", "ask", "remind", "assur", "warn", "inform", "advis", "urg", "convinc",
        "promis", "persuad",
    ];
    let word = view.tokens[verb].text(view.text);
    STEMS.iter().any(|stem| {
        word.get(..stem.len())
            .is_some_and(|w| w.eq_ignore_ascii_case(stem))
    })
}

pub(super) fn is_finite(view: &View<'_>, at: usize) -> bool {
    const FINITE: Flags = Flags::AUX.or(Flags::BE).or(Flags::VERB);
    const BEFORE_NOUN: Flags = Flags::RELATIVE
        .or(Flags::DETERMINER)
        .or(Flags::POSSESSIVE)
        .or(Flags::PREPOSITION);
    let token = view.tokens[at];
    token.is_word()
        && !token.is_capital
        && (token.is(FINITE) || is_past_form(token.text(view.text)))
        && !token.is(Flags::OFFICE)
        && at > 0
        && !view.is(at - 1, BEFORE_NOUN)
}

pub(super) fn is_past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
}
