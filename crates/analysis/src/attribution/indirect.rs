//! Finds reported speech without quotation marks: a that-clause, a clause after or around “said”,
//! and “according to”. Only verbs of saying count here.

use super::compose::Finding;
use super::content::{adjunct_end, clause_start, is_place, person_end};
use super::cue::Cue;
use super::following;
use super::lexicon::Flags;
use super::token::Kind;
use super::verb::{is_plain, takes_clause, takes_person};
use super::view::{Span, View};

/// The fewest words of a clause.
const FEWEST: usize = 3;
/// The most tokens after a reporting clause that closes a sentence.
const LONGEST_TAIL: usize = 12;

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
        let goes_without = cue
            .verb
            .checked_sub(1)
            .is_some_and(|i| view.is_word(i, "without"));
        if view.is_word(cue.verb, "according")
            || goes_without
            || quoted
                .iter()
                .any(|f| f.cue.is_some_and(|c| c.start == cue.verb))
        {
            continue;
        }
        let end = limit(quoted, cue).unwrap_or(view.body_end());
        let mut contents = contents(view, cues, index, end.min(view.body_end()));
        let overlaps = |span: &Span| {
            let shares = |f: &Finding| {
                f.content
                    .iter()
                    .any(|s| s.start < span.end && span.start < s.end)
            };
            found.iter().any(shares) || quoted.iter().any(shares)
        };
        contents.retain(|span| !overlaps(span));
        if contents.is_empty() {
            continue;
        }
        found.push(Finding {
            content: contents,
            cue: Some(Span::new(cue.verb, cue.verb + 1)),
            source: cue.subject,
            confidence: 0.7,
        });
    }
    found
}

/// Where the first quotation after the cue, or the words that introduce it, begins.
fn limit(quoted: &[Finding], cue: &Cue) -> Option<usize> {
    quoted
        .iter()
        .filter(|f| f.content.iter().any(|s| s.end > cue.verb))
        .flat_map(|f| {
            let spans = f.content.iter().chain(&f.source);
            spans.map(|s| s.start).chain(f.cue.map(|c| c.start))
        })
        .filter(|&s| s > cue.verb)
        .min()
}

fn contents(view: &View<'_>, cues: &[Cue], index: usize, end: usize) -> Vec<Span> {
    let cue = &cues[index];
    if let Some(around) = interrupting(view, cues, index, end) {
        return around;
    }
    let one = if cue.is_inverted {
        trailing(view, cue, cue.frame.end.max(cue.verb + 1), end)
    } else {
        following(view, cues, index, end)
    };
    one.into_iter().collect()
}

/// The clause after the verb, with “that” or without; else the one before it.
fn following(view: &View<'_>, cues: &[Cue], index: usize, end: usize) -> Option<Span> {
    let cue = &cues[index];
    let at = clause_start(view, cue, end);
    if view.is_word(at, "that") && at < end {
        return checked(view, Span::new(at + 1, clause_end(view, cues, index, end)));
    }
    if at < end && starts_clause(view, at) {
        let span = Span::new(at, clause_end(view, cues, index, end));
        let is_clause = if cue.class.has(Flags::SAY) && is_plain(view, cue) {
            view.has_verb(span) || span.end.saturating_sub(span.start) >= FEWEST
        } else {
            takes_clause(view, cue) && is_clause(view, span)
        };
        if is_clause {
            return checked(view, span);
        }
    }
    trailing(view, cue, at, end)
}

fn starts_clause(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|t| {
        let is_phrase = t.is(Flags::PREPOSITION) && !t.is(Flags::SUBORDINATOR) || t.is(Flags::AND);
        let begins = t.is_word() || t.kind == Kind::Number || t.is_mark('$');
        begins && !is_phrase && !view.is_word(at, "than")
    })
}

/// Whether a finite verb follows the first noun phrase of `span`, so that it is no mere object.
fn is_clause(view: &View<'_>, span: Span) -> bool {
    const FINITE: Flags = Flags::BE.or(Flags::AUX).or(Flags::VERB);
    let first = view.tokens[span.start];
    let starts = first.is_name()
        || first.is(Flags::PRONOUN.or(Flags::DETERMINER).or(Flags::POSSESSIVE))
        || first.text(view.text).ends_with('s');
    let verb = (span.start + 1..span.end.min(span.start + 10))
        .take_while(|&i| {
            let t = view.tokens[i];
            (t.is_word() || t.kind == Kind::Number) && !t.is(Flags::RELATIVE)
        })
        .find(|&i| {
            view.is(i, FINITE) && !view.tokens[i].is_capital && !view.is(i, Flags::PREPOSITION)
        });
    starts && verb.is_some()
}

/// Both sides of a reporting clause between commas: “The bridge, she said, is closed.”
fn interrupting(view: &View<'_>, cues: &[Cue], index: usize, end: usize) -> Option<Vec<Span>> {
    let cue = &cues[index];
    if cue.is_dependent || cue.is_inverted {
        return None;
    }
    let comma = set_off(view, cue)?;
    let from = cue.frame.end.max(cue.verb + 1);
    let mut at = from;
    if takes_person(view, cue.verb) {
        at = person_end(view, at, end);
    }
    let says = cue.class.has(Flags::SAY) && is_plain(view, cue);
    let is_adjunct = view.is(at, Flags::TIME) || is_place(view, at) || says;
    let after = if is_adjunct {
        adjunct_end(view, at, end)
    } else {
        at
    };
    let start = if view.get(after).is_some_and(|t| t.is_comma()) {
        after + 1
    } else if after > from && after < view.tokens.len() && view.tokens[after - 1].is_comma() {
        after
    } else {
        return None;
    };
    let first = view.get(start).filter(|_| start < end)?;
    if first.is(Flags::ING) || first.is(Flags::AND) && view.is(start + 1, Flags::CUE.or(Flags::AUX))
    {
        return None;
    }
    let rest = trimmed(view, Span::new(start, clause_end(view, cues, index, end)));
    let lead = trimmed(view, Span::new(0, comma));
    (words(view, rest) >= 2 && words(view, lead) >= 1).then(|| vec![lead, rest])
}

/// The comma or dash before the reporting clause.
fn set_off(view: &View<'_>, cue: &Cue) -> Option<usize> {
    cue.frame
        .start
        .checked_sub(1)
        .filter(|&i| view.tokens[i].is_comma() || view.tokens[i].is_dash())
}

/// “…, the minister said.”: the content stands before.
fn trailing(view: &View<'_>, cue: &Cue, after: usize, end: usize) -> Option<Span> {
    if cue.is_dependent {
        return None;
    }
    let comma = set_off(view, cue)?;
    let says = cue.class.has(Flags::SAY) && is_plain(view, cue);
    let next = view.get(cue.frame.end.max(cue.verb + 1));
    let closes = after >= end
        || next.is_none_or(|t| {
            let is_phrase = if says {
                t.is(Flags::PREPOSITION)
            } else {
                is_place(view, cue.frame.end.max(cue.verb + 1))
            };
            is_phrase || t.is(Flags::TIME) || t.is_comma() || t.is_stop()
        });
    let before = Span::new(0, comma);
    let is_adverbial = !says && view.is(0, Flags::SUBORDINATOR.or(Flags::PREPOSITION));
    (closes
        && end.saturating_sub(after) <= LONGEST_TAIL
        && comma >= FEWEST
        && !is_adverbial
        && view.has_verb(before))
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

/// The span without marks and conjunctions at its end.
fn trimmed(view: &View<'_>, span: Span) -> Span {
    let mut span = span;
    span.end = span.end.min(view.tokens.len());
    while span.end > span.start && {
        let t = view.tokens[span.end - 1];
        t.is_comma() || t.is_dash() || t.is_stop() || t.is(Flags::AND)
    } {
        span.end -= 1;
    }
    span
}

fn words(view: &View<'_>, span: Span) -> usize {
    let tokens = view.tokens.get(span.start..span.end).unwrap_or_default();
    tokens
        .iter()
        .filter(|t| t.is_word() || t.is_quote())
        .count()
}

fn checked(view: &View<'_>, span: Span) -> Option<Span> {
    let span = trimmed(view, span);
    (words(view, span) >= FEWEST).then_some(span)
}

/// “According to the ministry, …”, “…, according to the ministry, …”
fn according_to(view: &View<'_>) -> Option<Finding> {
    let at = (0..view.tokens.len().saturating_sub(2))
        .take(80)
        .find(|&i| view.is_word(i, "according") && view.is_word(i + 1, "to"))?;
    let source = following::phrase_after_preposition(view, at + 2)?;
    let end = view.body_end();
    let comma = (source.end..end).find(|&i| view.tokens[i].is_comma());
    let content = if at <= 1 {
        vec![checked(view, Span::new(comma? + 1, end))?]
    } else {
        let lead = trimmed(view, Span::new(0, at));
        let rest = comma.map(|c| trimmed(view, Span::new(c + 1, end)));
        let is_interrupted = view.tokens[at - 1].is_comma() || view.tokens[at - 1].is(Flags::AND);
        let goes_on = |rest: &Span| {
            is_interrupted
                && words(view, *rest) >= FEWEST
                && view.has_verb(*rest)
                && !view.is(rest.start, Flags::RELATIVE)
                && (!view.is(rest.start, Flags::DETERMINER) || is_clause(view, *rest))
        };
        match rest.filter(goes_on) {
            Some(rest) if words(view, lead) >= 1 => vec![lead, rest],
            _ => vec![checked(view, lead)?],
        }
    };
    Some(Finding {
        content,
        cue: Some(Span::new(at, at + 2)),
        source: Some(source),
        confidence: 0.75,
    })
}
