//! Finds the verbs of saying of a sentence, each with its subject.

use super::dependent::{caused_subject, issuer, own_subject, quoted_as_saying, share_subjects};
use super::following;
use super::lexicon::Flags;
use super::source::{self, Left};
use super::token::Token;
use super::verb::{agrees, is_noun, is_past_form};
use super::view::{Span, View};

/// A verb that can introduce a content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// The verb itself.
    pub(super) verb: usize,
    pub(super) class: Flags,
    /// Who says it; none for a participle whose subject stands elsewhere.
    pub(super) subject: Option<Span>,
    /// From the first word of subject and verb to the last.
    pub(super) frame: Span,
    /// Whether the subject follows the verb: “said the minister”.
    pub(super) is_inverted: bool,
    /// Whether subject and verb of another clause are shared: “…, adding”, “and called”.
    pub(super) is_dependent: bool,
    /// Whether the subject is what is spoken of: “was called”.
    pub(super) is_passive: bool,
    /// Whether the clause is part of what an earlier verb of saying reports.
    pub(super) is_embedded: bool,
}

impl Cue {
    /// The words of saying: the verb, or “according to”.
    pub(super) fn words(&self, view: &View<'_>) -> Span {
        let is_double = ["according", "went", "goes", "put", "puts"]
            .iter()
            .any(|w| view.is_word(self.verb, w));
        let length = if is_double { 2 } else { 1 };
        Span::new(self.verb, self.verb + length)
    }
}

/// The cues of a sentence, in order.
pub(super) fn cues(view: &View<'_>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for (at, token) in view.tokens.iter().enumerate() {
        if let Some(cue) = according_to(view, at).or_else(|| went_on(view, at)) {
            found.push(cue);
            continue;
        }
        if let Some(cue) = unknown_verb(view, at) {
            found.push(cue);
            continue;
        }
        let is_headline_verb = || {
            at > 0 && view.tokens[at - 1].is_name() && token.is(Flags::PAST) && is_headline(view)
        };
        if !token.is_word()
            || !token.is(Flags::CUE)
            || token.is_capital && !begins(view, at) && !is_headline_verb()
        {
            continue;
        }
        if is_noun(view, at) {
            continue;
        }
        if let Some(cue) = cue_at(view, at, found.last()) {
            found.push(cue);
        }
    }
    share_subjects(view, &mut found);
    found
}

/// “According to the ministry”, as a cue whose subject follows.
fn according_to(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.is_word(at, "according") || !view.is_word(at + 1, "to") {
        return None;
    }
    let subject = following::phrase_after_preposition(view, at + 2)?;
    Some(Cue {
        verb: at,
        class: Flags::SAY,
        subject: Some(subject),
        frame: Span::new(at, subject.end),
        is_inverted: true,
        is_dependent: false,
        is_passive: false,
        is_embedded: false,
    })
}

/// A verb that no list has, in the place of a verb of saying: “…,” the envoy retaliated.
fn unknown_verb(view: &View<'_>, at: usize) -> Option<Cue> {
    let token = view.tokens[at];
    if token.is_capital || token.flags != Flags::NONE || !is_past_form(token.text(view.text)) {
        return None;
    }
    let closes = view.get(at + 1).is_none_or(|t| {
        t.is_stop()
            || t.is_comma()
            || t.is_quote()
            || t.is(Flags::PREPOSITION.or(Flags::TIME).or(Flags::ADVERB))
    });
    let subject = source::left(view, at).subject?;
    if view.is(subject.end - 1, Flags::RELATIVE) {
        return None;
    }
    let quote = subject.start.checked_sub(1)?;
    let follows = view.tokens[quote].is_quote()
        && view.last_quoted(quote) == Some(',')
        && view.first_quoted(quote).is_none_or(|c| !c.is_lowercase())
        && view.quoted_words(quote) >= 3;
    (closes && follows).then_some(Cue {
        verb: at,
        class: Flags::SPEECH,
        subject: Some(subject),
        frame: Span::new(subject.start, at + 1),
        is_inverted: false,
        is_dependent: false,
        is_passive: false,
        is_embedded: false,
    })
}

/// “…, she went on”, “as she put it”: verbs of saying only where nothing but quoted words follows.
fn went_on(view: &View<'_>, at: usize) -> Option<Cue> {
    let goes_on =
        (view.is_word(at, "went") || view.is_word(at, "goes")) && view.is_word(at + 1, "on");
    let puts_it =
        (view.is_word(at, "put") || view.is_word(at, "puts")) && view.is_word(at + 1, "it");
    let closes = view.get(at + 2).is_none_or(|t| {
        t.is_comma()
            || t.is_stop()
            || t.is_quote()
            || t.is_mark(':')
            || puts_it && t.is(Flags::TIME.or(Flags::PREPOSITION))
    });
    if !(goes_on || puts_it) || !closes {
        return None;
    }
    let subject = source::left(view, at).subject?;
    Some(Cue {
        verb: at,
        class: Flags::SAY,
        subject: Some(subject),
        frame: Span::new(subject.start, at + 2),
        is_inverted: false,
        is_dependent: false,
        is_passive: false,
        is_embedded: false,
    })
}

/// Whether the words of a sentence are set as in a headline, where verbs have capitals too.
fn is_headline(view: &View<'_>) -> bool {
    let long = |t: &&Token| t.is_word() && t.text(view.text).len() > 3;
    let (mut all, mut capital) = (0, 0);
    for token in view.tokens.iter().filter(long) {
        all += 1;
        capital += usize::from(token.is_capital);
    }
    all >= 3 && capital * 10 >= all * 9
}

/// Whether the token begins the sentence or what follows a quotation.
fn begins(view: &View<'_>, at: usize) -> bool {
    at == 0 || view.tokens[at - 1].is_quote() && !view.get(at + 1).is_some_and(|t| t.is(Flags::CUE))
}

fn cue_at(view: &View<'_>, verb: usize, previous: Option<&Cue>) -> Option<Cue> {
    let token = view.tokens[verb];
    let class = token.flags;
    let left = source::left(view, verb);
    let is_participle = token.is(Flags::ING) && !left.has_be;
    let is_passive = left.has_be && token.is(Flags::PAST) && !token.is(Flags::ING);
    let mut cue = Cue {
        verb,
        class,
        subject: None,
        frame: Span::new(left.group.min(verb), verb + 1),
        is_inverted: false,
        is_dependent: false,
        is_passive,
        is_embedded: false,
    };
    if is_passive || begins(view, verb) && token.is(Flags::PAST) && view.is_word(verb + 1, "by") {
        cue.is_passive = true;
        return passive(view, cue);
    }
    if !is_participle
        && !left.is_infinitive
        && let Some(subject) = inverted(view, verb, &left)
    {
        cue.subject = Some(subject);
        cue.is_inverted = true;
        cue.frame = Span::new(verb, subject.end);
        return Some(cue);
    }
    if is_participle || left.is_infinitive || left.is_joined {
        cue.is_dependent = true;
        let own = quoted_as_saying(view, verb)
            .or_else(|| caused_subject(view, &left))
            .or_else(|| is_participle.then(|| own_subject(view, &left)).flatten());
        if let Some(subject) = own {
            cue.is_dependent = false;
            cue.subject = Some(subject);
            cue.frame = Span::new(subject.start, verb + 1);
        }
        return (class.has(Flags::SAY.or(Flags::SPEECH).or(Flags::WEAK))).then_some(cue);
    }
    match left.subject.map(|s| from_quotation(view, s)) {
        Some(subject) => {
            let subject = issuer_of_relative(view, subject).unwrap_or(subject);
            if !agrees(view, subject, &left, verb) {
                return None;
            }
            cue.subject = Some(subject);
            cue.frame = Span::new(subject.start, verb + 1);
            Some(cue)
        }
        None if previous.is_some() && class.has(Flags::SAY.or(Flags::SPEECH).or(Flags::WEAK)) => {
            cue.is_dependent = true;
            Some(cue)
        }
        None => {
            cue.is_dependent = true;
            Some(cue)
        }
    }
}

/// Who issues what a relative pronoun stands for: “the campaign released a video that said”.
fn issuer_of_relative(view: &View<'_>, subject: Span) -> Option<Span> {
    let relative = subject.end - 1;
    let is_thing = view.is_word(relative, "that") || view.is_word(relative, "which");
    let speaks = relative > subject.start && view.is(relative - 1, Flags::SPEAKER_NOUN);
    (is_thing && speaks)
        .then(|| issuer(view, Span::new(subject.start, relative)))
        .flatten()
}

/// The subject with all that stands between it and the quotation before it: a long one after
/// “…,” may begin with words that look like the end of another phrase.
fn from_quotation(view: &View<'_>, subject: Span) -> Span {
    let floor = subject.start.saturating_sub(24);
    let quote = (floor..subject.start)
        .rev()
        .take_while(|&i| {
            let t = view.tokens[i];
            t.is_quote()
                || t.is_word()
                    && !t.is(Flags::AUX.or(Flags::BE).or(Flags::VERB).or(Flags::RELATIVE))
        })
        .find(|&i| view.tokens[i].is_quote());
    match quote {
        Some(at)
            if view.last_quoted(at) == Some(',')
                && view.quoted_words(at) > 4
                && !view.is(
                    at + 1,
                    Flags::AND
                        .or(Flags::SUBORDINATOR)
                        .or(Flags::PREPOSITION)
                        .or(Flags::ADVERB)
                        .or(Flags::CUE),
                ) =>
        {
            Span::new(at + 1, subject.end)
        }
        _ => subject,
    }
}

/// A passive cue has a source only after “by”.
fn passive(view: &View<'_>, mut cue: Cue) -> Option<Cue> {
    let by = (cue.verb + 1..view.tokens.len().min(cue.verb + 8)).find(|&i| view.is_word(i, "by"));
    if let Some(by) = by {
        cue.subject = following::phrase_starting(view, by + 1);
        cue.frame.end = cue
            .subject
            .map_or(cue.frame.end, |s| s.end.max(cue.frame.end));
    }
    Some(cue)
}

/// The subject after the verb, where the verb follows a quotation or a comma.
fn inverted(view: &View<'_>, verb: usize, left: &Left) -> Option<Span> {
    let token = view.tokens[verb];
    if verb == 0 && token.is(Flags::SAY) && token.is(Flags::PAST) {
        // “Added the mayor: “…””
        let subject = following::phrase_starting(view, 1)?;
        return view
            .get(subject.end)
            .is_some_and(|t| t.is_mark(':'))
            .then_some(subject);
    }
    let can_invert =
        token.is(Flags::SAY.or(Flags::SPEECH)) || matches!(token.text(view.text), "read" | "reads");
    if !can_invert || !token.is(Flags::PAST.or(Flags::THIRD)) {
        return None;
    }
    let group = left.group;
    let before = group.checked_sub(1).map(|i| view.tokens[i])?;
    let after_quote = before.is_quote()
        || group >= 2
            && (before.is_comma() || before.is_dash())
            && view.tokens[group - 2].is_quote();
    let is_placed = after_quote || before.is_comma() && token.is(Flags::SAY);
    if !is_placed {
        return None;
    }
    let subject = following::phrase_starting(view, verb + 1)?;
    let next = view.get(subject.end);
    let closes = next.is_none_or(|t| {
        t.is_comma()
            || t.is_stop()
            || t.is_dash()
            || t.is_quote()
            || matches!(t.kind, super::token::Kind::Mark(_))
            || t.is(Flags::PREPOSITION
                .or(Flags::TIME)
                .or(Flags::RELATIVE)
                .or(Flags::ADVERB)
                .or(Flags::ING)
                .or(Flags::AND)
                .or(Flags::SUBORDINATOR))
    });
    if !closes
        || !after_quote
            && left
                .subject
                .is_some_and(|s| view.tokens[s.end - 1].is_name())
    {
        return None;
    }
    if !after_quote && next.is_some_and(|t| !t.is_stop() && !t.is_comma()) {
        return None;
    }
    Some(subject)
}
