//! Joins the quotations of a sentence to its cues and marks off their contents.

use super::content::{content_after, content_before, interrupted_lead};
use super::cue::Cue;
use super::lexicon::Flags;
use super::scare;
use super::token::Token;
use super::view::{Span, View};

/// How far, in tokens, a verb may stand from the quotation that it introduces.
const REACH: usize = 45;

/// One attribution within a sentence, as spans of its tokens.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) content: Vec<Span>,
    pub(super) cue: Option<Span>,
    pub(super) source: Option<Span>,
    pub(super) confidence: f32,
}

/// How well a quotation fits a cue.
#[derive(Debug, Clone, Copy)]
struct Fit {
    cue: usize,
    score: f32,
    is_before: bool,
}

/// The attributions of quotations in one sentence; `cues` are those of the sentence.
pub(super) fn compose(view: &View<'_>, cues: &[Cue]) -> Vec<Finding> {
    let quotes: Vec<usize> = view.quotes().collect();
    let mut fits: Vec<(usize, Fit)> = Vec::new();
    for (order, &quote) in quotes.iter().enumerate() {
        let next = quotes.get(order + 1).copied();
        if let Some(fit) = best_fit(view, cues, quote, next, fits.last())
            && scare::may_be_said(view, quote, &cues[fit.cue], fit.is_before)
        {
            fits.push((quote, fit));
        }
    }
    let mut findings = Vec::new();
    let mut consumed = 0;
    let mut at = 0;
    while at < fits.len() {
        let cue_index = fits[at].1.cue;
        let group_end = (at..fits.len())
            .find(|&i| fits[i].1.cue != cue_index)
            .unwrap_or(fits.len());
        let group = &fits[at..group_end];
        let limit = fits
            .get(group_end)
            .map(|(quote, fit)| cues[fit.cue].frame.start.min(*quote));
        let finding = finding(view, cues, cue_index, group, consumed, limit);
        consumed = finding
            .content
            .iter()
            .map(|s| s.end)
            .max()
            .unwrap_or(consumed)
            .max(consumed);
        if cues[cue_index].frame.start >= consumed || group.iter().all(|g| g.1.is_before) {
            consumed = consumed.max(cues[cue_index].frame.end);
        }
        findings.push(finding);
        at = group_end;
    }
    findings
}

fn best_fit(
    view: &View<'_>,
    cues: &[Cue],
    quote: usize,
    next_quote: Option<usize>,
    previous: Option<&(usize, Fit)>,
) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for (index, cue) in cues.iter().enumerate() {
        let mut fit = if cue.verb > quote {
            if next_quote.is_some_and(|n| n < cue.frame.start) {
                // A quotation between them stands nearer, unless both are one content.
                before_through(view, cues, cue, quote)
            } else {
                before(view, cues, cue, quote)
            }
        } else {
            after(view, cues, index, quote)
        };
        if let Some((score, true)) = &mut fit
            && cue.frame.start == quote + 1
            && cue.class.has(Flags::SAY.or(Flags::SPEECH))
            && view.last_quoted(quote) == Some(',')
        {
            // “She was firm: “No,” she said.” The clause that follows at once is the quotation’s own.
            *score += 2.0;
        }
        let Some((score, is_before)) = fit else {
            continue;
        };
        if best.is_none_or(|b| score > b.score) {
            best = Some(Fit {
                cue: index,
                score,
                is_before,
            });
        }
    }
    // A second quotation of a sentence goes on the first one's content.
    if best.is_none_or(|b| b.score < 2.0)
        && let Some((_, fit)) = previous
    {
        return Some(Fit {
            score: 2.0,
            is_before: cues[fit.cue].verb > quote,
            ..*fit
        });
    }
    best.filter(|b| b.score >= 2.0)
}

fn weight(class: Flags) -> f32 {
    if class.has(Flags::SAY) {
        3.0
    } else if class.has(Flags::SPEECH) {
        2.0
    } else {
        0.5
    }
}

/// Whether the clause of `cue` follows what ends before its frame, set off by a comma or by a
/// quotation's own last mark.
pub(super) fn trails(view: &View<'_>, cue: &Cue) -> Option<usize> {
    let mut at = cue.frame.start.checked_sub(1)?;
    let mut is_set_off = false;
    while view.tokens[at].is_comma() || view.tokens[at].is_dash() {
        is_set_off = true;
        at = at.checked_sub(1)?;
    }
    if !view.tokens[at].is_quote() {
        return is_set_off.then_some(at + 1);
    }
    let ends = view.last_quoted(at).is_some_and(|c| {
        matches!(
            c,
            ',' | '?' | '!' | '…' | '.' | '—' | '–' | '-' | '،' | '؟' | ';'
        )
    });
    let opens = at == 0 && cue.class.has(Flags::SAY) && view.quoted_words(at) >= 5;
    (is_set_off || ends || opens || cue.is_inverted).then_some(at + 1)
}

/// Whether an adverbial clause that begins the sentence introduces the quotation with a verb of its
/// own: “As Vale claimed that “…,” the judge said he was wrong”.
fn is_introduced(view: &View<'_>, cues: &[Cue], quote: usize) -> bool {
    const ADVERBIAL: [&str; 6] = ["as", "while", "although", "though", "when", "after"];
    let begins = (0..3).any(|i| ADVERBIAL.iter().any(|w| view.is_word(i, w)));
    begins
        && view.quotes().next() == Some(quote)
        && cues.iter().any(|c| {
            c.verb < quote
                && c.subject.is_some()
                && !c.is_passive
                && c.class.has(Flags::SAY.or(Flags::SPEECH))
                && (view.is_word(quote - 1, "that") || quote == c.verb + 1)
        })
}

/// The fit of a cue that follows the quotation.
fn before(view: &View<'_>, cues: &[Cue], cue: &Cue, quote: usize) -> Option<(f32, bool)> {
    if cue.is_dependent || cue.is_passive || cue.subject.is_none() {
        return None;
    }
    if is_introduced(view, cues, quote) {
        return None;
    }
    let end = trails(view, cue)?;
    if end == quote + 1 {
        return Some((
            weight(cue.class) + if cue.is_inverted { 7.0 } else { 6.0 },
            true,
        ));
    }
    let gap = end.saturating_sub(quote + 1);
    let says = cue.class.has(Flags::SAY.or(Flags::SPEECH));
    (says && gap < REACH).then(|| (weight(cue.class) + 2.0 - gap as f32 * 0.05, true))
}

fn before_through(view: &View<'_>, cues: &[Cue], cue: &Cue, quote: usize) -> Option<(f32, bool)> {
    before(view, cues, cue, quote).map(|(score, side)| (score.min(4.0), side))
}

/// The fit of a cue that precedes the quotation.
fn after(view: &View<'_>, cues: &[Cue], index: usize, quote: usize) -> Option<(f32, bool)> {
    let cue = &cues[index];
    let from = cue.frame.end.max(cue.verb + 1);
    if from > quote {
        return None;
    }
    let gap = quote - from;
    if gap > REACH {
        return None;
    }
    let between = &view.tokens[from..quote];
    if between.iter().any(|t| t.is_mark(';')) {
        return None;
    }
    let mut score = weight(cue.class);
    let marks_only = between
        .iter()
        .all(|t| t.is_comma() || t.is_mark(':') || t.is_dash() || t.text(view.text) == "that");
    let has_colon = between.last().is_some_and(|t| t.is_mark(':'));
    score += if marks_only {
        6.0
    } else {
        4.0 - gap as f32 * 0.1
    };
    if has_colon {
        score += 3.0;
    }
    if cue.is_passive && cue.subject.is_none() {
        score -= 2.5;
    }
    if cue.is_dependent && !view.is(cue.verb, Flags::ING) && gap > 6 {
        score -= 1.0;
    }
    // The nearer of two verbs is the one that introduces the words.
    let later = || (index + 1..cues.len().min(index + 7)).map(|i| &cues[i]);
    let nearer = later()
        .filter(|c| c.verb < quote && c.class.has(Flags::SAY.or(Flags::SPEECH)) && !c.is_embedded)
        .count();
    score -= 1.5 * nearer as f32;
    // “In a letter announcing the vote, the board called it “…””: the main clause has the verb.
    let is_fronted = view.is(cue.verb, Flags::ING)
        && later().any(|c| {
            let before = c.frame.start.checked_sub(1).map(|i| view.tokens[i]);
            c.verb < quote
                && !c.is_dependent
                && !c.is_embedded
                && c.subject.is_some()
                && before.is_some_and(Token::is_comma)
        });
    // “She said that she had not read it, but called it “…””: the last verb has the words.
    let is_left = later().any(|c| {
        c.verb < quote
            && c.is_dependent
            && !c.is_embedded
            && !view.is(c.verb, Flags::ING)
            && is_joined(view, c.verb)
    });
    if is_fronted || is_left {
        score -= 3.0;
    }
    let is_infinitive = cue.is_dependent && cue.verb > 0 && view.is_word(cue.verb - 1, "to");
    if is_infinitive && gap > 0 {
        score -= 1.5;
    }
    let is_relative = cue
        .subject
        .is_some_and(|s| view.is(s.end - 1, Flags::RELATIVE));
    let is_past = view.is(cue.verb, Flags::PAST.or(Flags::THIRD));
    let stands_alone = marks_only && cue.class.has(Flags::SAY) && is_past && !is_relative;
    if cue.is_embedded && !stands_alone {
        score -= if cue.class.has(Flags::SAY.or(Flags::SPEECH)) {
            1.5
        } else {
            3.0
        };
    }
    Some((score, false))
}

/// Whether a comma and a conjunction stand before a verb.
fn is_joined(view: &View<'_>, verb: usize) -> bool {
    verb > 1 && view.is(verb - 1, Flags::AND) && view.tokens[verb - 2].is_comma()
}

fn finding(
    view: &View<'_>,
    cues: &[Cue],
    index: usize,
    group: &[(usize, Fit)],
    consumed: usize,
    limit: Option<usize>,
) -> Finding {
    let cue = &cues[index];
    let mut content = Vec::new();
    let before: Vec<usize> = group
        .iter()
        .filter(|(_, f)| f.is_before)
        .map(|(q, _)| *q)
        .collect();
    let after: Vec<usize> = group
        .iter()
        .filter(|(_, f)| !f.is_before)
        .map(|(q, _)| *q)
        .collect();
    if let (Some(&first), Some(&last)) = (before.first(), before.last()) {
        content.push(content_before(view, cue, first, last, consumed));
    }
    if before.is_empty()
        && let Some(&first) = after.first()
        && let Some(lead) = interrupted_lead(view, cue, first, consumed)
    {
        content.push(lead);
    }
    if let (Some(&first), Some(&last)) = (after.first(), after.last()) {
        let limit = limit.unwrap_or(view.tokens.len()).max(last + 1);
        content.push(content_after(
            view,
            cues,
            index,
            first,
            last,
            !before.is_empty(),
            limit,
        ));
    }
    let score = group.iter().map(|(_, f)| f.score).fold(0.0, f32::max);
    Finding {
        content,
        cue: Some(cue.words(view)),
        source: cue.subject,
        confidence: if score >= 7.0 {
            0.95
        } else if score >= 4.5 {
            0.85
        } else {
            0.7
        },
    }
}
