//! Joins sentences that belong to one quotation.

use dossier_text::TextRange;

use super::lexicon::Flags;
use super::marks::Quotation;
use super::token::{Kind, Token, tokens};

/// The longest stretch, in bytes, that sentences are joined to.
const LONGEST_SENTENCE: usize = 6_000;

/// Joins the sentences that a quotation spans, and those that go on after one: ““Why?” she asked.”
pub(super) fn join(
    text: &str,
    sentences: &[TextRange],
    quotations: &[Quotation],
) -> Vec<TextRange> {
    let mut joined: Vec<TextRange> = Vec::new();
    for &sentence in sentences {
        let goes_on = joined.last().is_some_and(|last| {
            sentence.end as usize - last.start as usize <= LONGEST_SENTENCE
                && (is_within(quotations, last.end) || is_tail(text, *last, sentence, quotations))
        });
        match joined.last_mut() {
            Some(last) if goes_on => last.end = sentence.end,
            _ => joined.push(sentence),
        }
    }
    joined
}

fn is_within(quotations: &[Quotation], end: u32) -> bool {
    let at = quotations.partition_point(|q| q.outer.end <= end);
    quotations.get(at).is_some_and(|q| q.outer.start < end)
}

/// Whether `sentence` is the reporting clause of the quotation that ends the one before it.
fn is_tail(text: &str, last: TextRange, sentence: TextRange, quotations: &[Quotation]) -> bool {
    let at = quotations.partition_point(|q| q.outer.end < last.end);
    let Some(quotation) = quotations
        .get(at)
        .filter(|q| q.outer.end == last.end && q.is_closed)
    else {
        return false;
    };
    let Some(mark) = quotation
        .inner
        .slice(text)
        .and_then(|s| s.chars().next_back())
    else {
        return false;
    };
    let Some(slice) = sentence.slice(text) else {
        return false;
    };
    let head: String = slice.chars().take(90).collect();
    let words = tokens(&head);
    let verb = words
        .iter()
        .take(16)
        .position(|t| t.is(Flags::SAY) && !t.is_capital && t.is(Flags::PAST.or(Flags::THIRD)))
        .or_else(|| last_verb(&words, mark))
        .or_else(|| goes_on(&head, &words));
    let Some(verb) = verb else { return false };
    let clear = (verb <= 7 || words.iter().take(5).any(|t| t.is_comma()))
        && words[..verb].iter().all(|t| {
            t.is_comma() && mark != '.'
                || t.is_word()
                    && (t.is_name()
                        || t.is(Flags::PRONOUN
                            .or(Flags::DETERMINER)
                            .or(Flags::OFFICE)
                            .or(Flags::ADVERB)
                            .or(Flags::TITLE)
                            .or(Flags::LINK))
                        || mark != '.' && t.is(Flags::PREPOSITION)
                        || t.flags == Flags::NONE)
        });
    let is_told = words[verb].is(Flags::SAY)
        && matches!(words[verb].text(&head), "told" | "tells" | "asked" | "asks");
    let closes = words.get(verb + 1).is_none_or(|t| {
        let is_object =
            t.is_name() || t.is(Flags::DETERMINER.or(Flags::PRONOUN)) && !t.is(Flags::ADDRESSEE);
        t.is_stop() || t.is_comma() || t.is(Flags::TIME) || mark != '.' && (is_told || !is_object)
    });
    clear && closes && (mark != '.' || words.len() <= verb + 2 || says_nothing(&words[verb + 1..]))
}

/// A verb of speech that ends the sentence after a question: “…?” Finch questioned.
fn last_verb(words: &[Token], mark: char) -> Option<usize> {
    let end = words.len() - words.iter().rev().take_while(|t| t.is_stop()).count();
    let verb = end.checked_sub(1)?;
    let is_cue = words[verb].is(Flags::CUE) && words[verb].is(Flags::PAST);
    (is_cue && matches!(mark, '?' | '!') && (1..5).contains(&verb)).then_some(verb)
}

/// “…?” Finch went on.
fn goes_on(head: &str, words: &[Token]) -> Option<usize> {
    let at = words.iter().take(6).position(|t| t.text(head) == "went")?;
    let closes = words
        .get(at + 2)
        .is_none_or(|t| t.is_comma() || t.is_stop());
    (words.get(at + 1).is_some_and(|t| t.text(head) == "on") && closes).then_some(at + 1)
}

/// Whether only a time or a place follows the verb, so that what was said must stand before it.
fn says_nothing(rest: &[Token]) -> bool {
    const CLAUSE: Flags = Flags::RELATIVE
        .or(Flags::BE)
        .or(Flags::AUX)
        .or(Flags::PRONOUN);
    let begins = rest.first().is_some_and(|t| {
        t.is(Flags::TIME)
            || t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR) && !t.is(Flags::RELATIVE)
    });
    begins
        && rest.len() <= 14
        && rest
            .iter()
            .all(|t| (t.is_word() || t.kind == Kind::Number || t.is_stop()) && !t.is(CLAUSE))
}
