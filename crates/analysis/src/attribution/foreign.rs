//! Matches quotations with verbs of saying in the languages that have no grammar of their own here.
//!
//! A quotation is attributed when a verb of saying stands next to it or in the clause beside it;
//! the source is the noun phrase next to that verb. Nothing is inferred across sentences but a
//! quotation that follows directly.

use super::compose::Finding;
use super::foreign_source::{is_stop, source};
use super::insertion::without_pronoun;
use super::language::Language;
use super::lexicon::{Foreign, foreign};
use super::view::{Span, View};

/// How far, in tokens, a verb may stand from the quotation.
const REACH: usize = 24;

/// The attributions of one sentence.
pub(super) fn findings(view: &View<'_>, language: Language) -> Vec<Finding> {
    let Some(words) = foreign(language) else {
        return Vec::new();
    };
    let quotes: Vec<usize> = view.quotes().collect();
    if quotes.is_empty() {
        return Vec::new();
    }
    let is_cue = |i: usize| is_verb(view, words, i);
    let verbs: Vec<usize> = (0..view.tokens.len())
        .filter(|&i| {
            let goes_on = is_joiner(view, i) && (i + 1..view.tokens.len().min(i + 6)).any(is_cue);
            is_cue(i) && !goes_on
        })
        .collect();
    let mut found: Vec<Finding> = Vec::new();
    let mut last_verb = None;
    for quote in quotes {
        if names_a_thing(view, words, quote) {
            continue;
        }
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
            || stands_beside(view, verb, quote)
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

/// Nouns for what has a name in quotation marks: papers, agencies, books.
const PAPERS: [&str; 30] = [
    "zeitung",
    "magazin",
    "agentur",
    "roman",
    "buch",
    "film",
    "blatt",
    "sender",
    "zeitschrift",
    "portal",
    "serie",
    "lied",
    "روزنامه",
    "خبرگزاری",
    "مجله",
    "شبکه",
    "کتاب",
    "رمان",
    "فیلم",
    "صحيفة",
    "وكالة",
    "قناة",
    "مجلة",
    "رواية",
    "كتاب",
    "עיתון",
    "סוכנות",
    "ערוץ",
    "ספר",
    "סרט",
];

/// Whether the quoted words are a name beside the noun that they name: «газета «Речной край»».
fn names_a_thing(view: &View<'_>, words: &Foreign, quote: usize) -> bool {
    let is_noun = |at: Option<usize>| {
        at.and_then(|i| view.get(i).map(|t| (i, t)))
            .is_some_and(|(i, t)| {
                // Turkish has the noun for what was said behind it: “…” sözlerini.
                let word = lower(view, i);
                let is_wording = ["ifad", "söz", "açıklama", "cümle", "şekl", "fikir", "fikr"]
                    .iter()
                    .any(|stem| word.starts_with(stem));
                let is_small = t.is_word() && !t.is_capital && !is_wording;
                is_small
                    && !is_verb(view, words, i)
                    && !is_joiner(view, i)
                    && !is_stop(view, words, i)
            })
    };
    let is_capital = view.first_quoted(quote).is_some_and(char::is_uppercase);
    let is_small = view.first_quoted(quote).is_some_and(char::is_lowercase);
    let before = quote
        .checked_sub(1)
        .map(|i| lower(view, i))
        .unwrap_or_default();
    let is_paper = PAPERS.iter().any(|noun| before.ends_with(noun));
    let is_name =
        is_capital && (is_paper || is_noun(quote.checked_sub(1)) || is_noun(Some(quote + 1)));
    (is_name || is_paper && !is_small)
        && view.quoted_words(quote) <= 4
        && !ends_as_speech(view, quote)
}

/// Whether only marks and names stand between verb and quotation, or a colon before it.
fn stands_beside(view: &View<'_>, verb: usize, quote: usize) -> bool {
    let (from, to) = (verb.min(quote) + 1, verb.max(quote));
    let has_colon = quote > 0 && view.tokens[quote - 1].is_mark(':');
    has_colon
        || view.tokens[from..to]
            .iter()
            .all(|t| t.is_capital || !t.is_word())
}

fn ends_as_speech(view: &View<'_>, quote: usize) -> bool {
    view.last_quoted(quote)
        .is_some_and(|c| matches!(c, '.' | '!' | '?' | ',' | '…' | '؟'))
}

pub(super) fn lower(view: &View<'_>, at: usize) -> String {
    view.get(at)
        .map(|t| t.text(view.text).to_lowercase())
        .unwrap_or_default()
}

pub(super) fn is_verb(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    let word = lower(view, at);
    view.tokens[at].is_word()
        && (words.verbs.contains(without_pronoun(&word)) || words.leads.contains(word.as_str()))
}

pub(super) fn is_lead(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    words.leads.contains(lower(view, at).as_str())
}

/// Whether the word only joins the quotation to the verb after it: Turkish `diye`, Azerbaijani `deyə`.
fn is_joiner(view: &View<'_>, at: usize) -> bool {
    matches!(lower(view, at).as_str(), "diye" | "deyə")
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
