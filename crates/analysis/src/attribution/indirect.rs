//! Finds reported speech without quotation marks: a that-clause, a clause after or before “said”,
//! and “according to”. Only verbs of saying count here.

use super::compose::Finding;
use super::content::{adjunct_end, person_end};
use super::cue::Cue;
use super::lexicon::Flags;
use super::source;
use super::token::Kind;
use super::verb::{is_plain, takes_person};
use super::view::{Span, View};

/// The fewest words of a clause.
const FEWEST: usize = 3;

/// The indirect attributions of a sentence, apart from what `quoted` covers.
pub(super) fn findings(view: &View<'_>, cues: &[Cue], quoted: &[Finding]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    if quoted.is_empty()
        && let Some(finding) = according_to(view)
    {
        found.push(finding);
        return found;
    }
    for (index, cue) in cues.iter().enumerate() {
        if cue.is_passive || cue.subject.is_none() || !cue.class.has(Flags::SAY.or(Flags::SPEECH)) {
            continue;
        }
        if view.is_word(cue.verb, "according")
            || quoted
                .iter()
                .any(|f| f.cue.is_some_and(|c| c.start == cue.verb))
        {
            continue;
        }
        let limit = quoted
            .iter()
            .filter(|f| f.content.iter().any(|s| s.end > cue.verb))
            .flat_map(|f| {
                f.content
                    .iter()
                    .map(|s| s.start)
                    .chain(f.cue.map(|c| c.start))
            })
            .filter(|&s| s > cue.verb)
            .min();
        let Some(content) = content(view, cues, index, limit) else {
            continue;
        };
        let overlaps = |other: &Finding| {
            other
                .content
                .iter()
                .any(|s| s.start < content.end && content.start < s.end)
        };
        if found.iter().any(overlaps) || quoted.iter().any(overlaps) {
            continue;
        }
        found.push(Finding {
            content: vec![content],
            cue: Some(Span::new(cue.verb, cue.verb + 1)),
            source: cue.subject,
            confidence: 0.7,
        });
    }
    found
}

fn content(view: &View<'_>, cues: &[Cue], index: usize, limit: Option<usize>) -> Option<Span> {
    let cue = &cues[index];
    let end = limit.unwrap_or(view.body_end()).min(view.body_end());
    let mut at = cue.frame.end.max(cue.verb + 1);
    if !cue.is_inverted {
        if takes_person(view, cue.verb) {
            at = person_end(view, at, end);
        }
        at = adjunct_end(view, at, end);
        if view.is_word(at, "that") && limit.is_none() {
            return checked(view, Span::new(at + 1, clause_end(view, cues, index, end)));
        }
        let says = cue.class.has(Flags::SAY) && is_plain(view, cue);
        if says && limit.is_none() && at < end && starts_clause(view, at) {
            let span = Span::new(at, clause_end(view, cues, index, end));
            if view.has_verb(span) || span.end.saturating_sub(span.start) >= 8 {
                return checked(view, span);
            }
        }
    }
    trailing(view, cue, at, end)
}

fn starts_clause(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|t| {
        let is_phrase = t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR) || t.is(Flags::AND);
        let begins = t.is_word() || t.kind == Kind::Number || t.is_mark('$');
        begins && !is_phrase
    })
}

/// “…, the minister said.”: the content stands before.
fn trailing(view: &View<'_>, cue: &Cue, after: usize, end: usize) -> Option<Span> {
    if cue.is_dependent || !cue.class.has(Flags::SAY) || !is_plain(view, cue) {
        return None;
    }
    let comma = cue
        .frame
        .start
        .checked_sub(1)
        .filter(|&i| view.tokens[i].is_comma())?;
    let closes = after >= end
        || view.get(cue.frame.end.max(cue.verb + 1)).is_none_or(|t| {
            t.is(Flags::PREPOSITION.or(Flags::TIME)) || t.is_comma() || t.is_stop()
        });
    let before = Span::new(0, comma);
    (closes && end.saturating_sub(after) <= 12 && comma >= 4 && view.has_verb(before))
        .then(|| checked(view, before))
        .flatten()
}

/// The content ends before another clause of saying that a comma sets off.
fn clause_end(view: &View<'_>, cues: &[Cue], index: usize, end: usize) -> usize {
    let verb = cues[index].verb;
    for later in cues[index + 1..].iter().take(4) {
        let start = later.frame.start;
        let before = start.checked_sub(1).map(|i| view.tokens[i]);
        let set_off = before.is_some_and(|t| t.is_comma() || t.is_dash() || t.is_mark(';'));
        if start > verb + FEWEST
            && start < end
            && (set_off || later.is_dependent && before.is_some_and(|t| t.is(Flags::AND)))
        {
            return start - 1;
        }
    }
    end
}

fn checked(view: &View<'_>, span: Span) -> Option<Span> {
    let mut span = span;
    while span.end > span.start && {
        let t = view.tokens[span.end - 1];
        t.is_comma() || t.is_dash() || t.is_stop() || t.is(Flags::AND)
    } {
        span.end -= 1;
    }
    let words = view
        .tokens
        .get(span.start..span.end)?
        .iter()
        .filter(|t| t.is_word() || t.is_quote())
        .count();
    (words >= FEWEST).then_some(span)
}

/// “According to the ministry, …” and “…, according to the ministry.”
fn according_to(view: &View<'_>) -> Option<Finding> {
    let at = (0..view.tokens.len().saturating_sub(2))
        .take(80)
        .find(|&i| view.is_word(i, "according") && view.is_word(i + 1, "to"))?;
    let source = source::phrase_starting(view, at + 2)?;
    let end = view.body_end();
    let content = if at <= 1 {
        let comma = (source.end..end).find(|&i| view.tokens[i].is_comma())?;
        Span::new(comma + 1, end)
    } else {
        Span::new(0, at)
    };
    let content = checked(view, content)?;
    Some(Finding {
        content: vec![content],
        cue: Some(Span::new(at, at + 2)),
        source: Some(source),
        confidence: 0.75,
    })
}
