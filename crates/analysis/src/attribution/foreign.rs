//! Matches quotations with verbs of saying in the languages that have no grammar of their own here.
//!
//! A quotation is attributed when a verb of saying stands next to it or in the clause beside it;
//! the source is the noun phrase next to that verb. Nothing is inferred across sentences but a
//! quotation that follows directly.

use super::compose::Finding;
use super::language::Language;
use super::lexicon::{Foreign, foreign};
use super::token::{Kind, Token};
use super::view::{Span, View};

/// How far, in tokens, a verb may stand from the quotation.
const REACH: usize = 24;
/// The most words of a source.
const LONGEST: usize = 7;

/// The attributions of one sentence.
pub(super) fn findings(view: &View<'_>, language: Language) -> Vec<Finding> {
    let Some(words) = foreign(language) else {
        return Vec::new();
    };
    let quotes: Vec<usize> = view.quotes().collect();
    if quotes.is_empty() {
        return Vec::new();
    }
    let verbs: Vec<usize> = (0..view.tokens.len())
        .filter(|&i| is_verb(view, words, i))
        .collect();
    let mut found: Vec<Finding> = Vec::new();
    let mut last_verb = None;
    for quote in quotes {
        let Some(verb) = nearest(view, &verbs, quote) else {
            continue;
        };
        if last_verb == Some(verb)
            && let Some(finding) = found.last_mut()
        {
            finding.content.push(Span::new(quote, quote + 1));
            continue;
        }
        let is_said = view.quoted_words(quote) >= 3
            || verb.abs_diff(quote) <= 3
            || ends_as_speech(view, quote);
        if !is_said {
            continue;
        }
        last_verb = Some(verb);
        found.push(Finding {
            content: vec![Span::new(quote, quote + 1)],
            cue: Some(Span::new(verb, verb + 1)),
            source: source(view, words, language, verb, quote),
            confidence: if verb.abs_diff(quote) <= 4 {
                0.85
            } else {
                0.65
            },
        });
    }
    found
}

fn ends_as_speech(view: &View<'_>, quote: usize) -> bool {
    view.last_quoted(quote)
        .is_some_and(|c| matches!(c, '.' | '!' | '?' | ',' | '…' | '؟'))
}

fn lower(view: &View<'_>, at: usize) -> String {
    view.get(at)
        .map(|t| t.text(view.text).to_lowercase())
        .unwrap_or_default()
}

fn is_verb(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    view.tokens[at].is_word() && words.verbs.contains(lower(view, at).as_str())
}

/// The verb that stands nearest, one after the quotation before one at the same distance in front.
fn nearest(view: &View<'_>, verbs: &[usize], quote: usize) -> Option<usize> {
    let after = verbs.partition_point(|&v| v < quote);
    let behind = verbs.get(after).copied().filter(|&v| v - quote <= REACH);
    let ahead = after
        .checked_sub(1)
        .map(|i| verbs[i])
        .filter(|&v| quote - v <= REACH);
    let has_colon = quote > 0 && view.tokens[quote - 1].is_mark(':');
    match (ahead, behind) {
        (Some(ahead), Some(_)) if has_colon => Some(ahead),
        (Some(ahead), Some(behind)) if quote - ahead < behind - quote => Some(ahead),
        (_, Some(behind)) => Some(behind),
        (ahead, None) => ahead,
    }
}

/// The noun phrase beside the verb.
fn source(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    verb: usize,
    quote: usize,
) -> Option<Span> {
    if !language.has_capitals() {
        return plain_source(view, words, language, verb, quote);
    }
    let right = name_from(view, words, verb + 1);
    let left = name_before(view, words, verb);
    let verb_last = matches!(language, Language::Turkish | Language::Azerbaijani);
    let found = if verb_last {
        left.or_else(|| name_at_start(view, words, verb.min(quote)))
            .or(right)
    } else if verb > quote {
        right.or(left)
    } else {
        left.or(right)
    };
    found.or_else(|| name_at_start(view, words, verb.min(quote)))
}

fn is_pronoun(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    view.get(at).is_some_and(Token::is_word) && words.pronouns.contains(lower(view, at).as_str())
}

fn is_stop(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    let token = view.tokens[at];
    !token.is_word() && token.kind != Kind::Number
        || words.stops.contains(lower(view, at).as_str()) && !token.is_capital
}

/// A phrase that begins at `start`: it must hold a name or be a pronoun.
fn name_from(view: &View<'_>, words: &Foreign, start: usize) -> Option<Span> {
    if is_pronoun(view, words, start) {
        return Some(Span::new(start, start + 1));
    }
    let mut end = start;
    while end < view.tokens.len()
        && end - start < LONGEST
        && !is_stop(view, words, end)
        && !is_verb(view, words, end)
    {
        end += 1;
    }
    let last = (start..end).rev().find(|&i| view.tokens[i].is_capital)?;
    Some(Span::new(start, last + 1))
}

/// A phrase that ends before `end`.
fn name_before(view: &View<'_>, words: &Foreign, end: usize) -> Option<Span> {
    let mut end = end;
    while end > 0 && view.tokens[end - 1].is_comma() {
        end -= 1;
    }
    let end_at = end.checked_sub(1)?;
    if is_pronoun(view, words, end_at) {
        return Some(Span::new(end_at, end));
    }
    let mut start = end;
    while start > 0
        && end - start < LONGEST
        && !is_stop(view, words, start - 1)
        && !is_verb(view, words, start - 1)
    {
        start -= 1;
    }
    let last = (start..end).rev().find(|&i| view.tokens[i].is_capital)?;
    Some(Span::new(start, last + 1))
}

/// The phrase that begins the sentence, where a quotation stands between subject and verb.
fn name_at_start(view: &View<'_>, words: &Foreign, until: usize) -> Option<Span> {
    let first = view.tokens.iter().position(|t| t.is_word())?;
    if first >= until {
        return None;
    }
    name_from(view, words, first).filter(|span| span.end <= until)
}

/// In a script without capitals the words between verb and quotation, or beside the verb, are the
/// source.
fn plain_source(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    verb: usize,
    quote: usize,
) -> Option<Span> {
    let after = || {
        let mut end = verb + 1;
        while end < view.tokens.len() && end - verb <= 5 && !is_stop(view, words, end) {
            end += 1;
        }
        (end > verb + 1).then(|| Span::new(verb + 1, end))
    };
    let before = || {
        let mut start = verb;
        while start > 0 && verb - start < 5 && !is_stop(view, words, start - 1) {
            start -= 1;
        }
        (start < verb).then(|| Span::new(start, verb))
    };
    let at_start = || {
        let until = verb.min(quote);
        let mut end = 0;
        while end < until && end < 5 && !is_stop(view, words, end) {
            end += 1;
        }
        (end > 0).then(|| Span::new(0, end))
    };
    match language {
        Language::Persian => before().or_else(at_start).or_else(after),
        _ => after().or_else(before).or_else(at_start),
    }
}
