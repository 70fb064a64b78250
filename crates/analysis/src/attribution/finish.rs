//! Gives the drafts of a document their speakers, one after the other.

use std::collections::HashMap;

use dossier_text::TextRange;

use super::draft::Draft;
use super::language::Language;
use super::lexicon::foreign;
use super::names::folded;
use super::people::People;
use super::resolve::Speaker;
use super::{Attribution, AttributionKind, SpeakerReason};
use crate::sentence;

/// A paragraph shorter than this, in bytes, is an answer rather than the last speaker’s next words.
const SHORT_TURN: usize = 80;

pub(super) fn finish(text: &str, drafts: Vec<Draft>, people: &People<'_>) -> Vec<Attribution> {
    let mut found = Vec::with_capacity(drafts.len());
    let mut history = Vec::new();
    let mut spellings = HashMap::new();
    for draft in drafts {
        let Speaker { name, reason } = speaker(text, &draft, people, &history);
        // Spellings that differ by accents are one person: the first one stands for all.
        let speaker = name.map(|name| {
            let first = spellings.entry(folded(&name)).or_insert(name);
            first.clone()
        });
        if let Some(name) = &speaker {
            history.push((draft.content[0].start, name.clone()));
        }
        found.push(Attribution {
            kind: draft.kind,
            content: draft.content,
            cue: draft.cue.into_iter().collect(),
            source: draft.source,
            speaker,
            reason,
            confidence: draft.confidence,
        });
    }
    alternate(text, &mut found);
    found
}

fn speaker(text: &str, draft: &Draft, people: &People<'_>, history: &[(u32, String)]) -> Speaker {
    if let Some(label) = &draft.label {
        let full = people.full_name(label).unwrap_or_else(|| label.clone());
        return Speaker::new(full, SpeakerReason::SpeakerLabel);
    }
    let Some(source) = draft.source else {
        return match draft.cue {
            Some(cue) => people.resolve_dropped(text, cue, history),
            None => Speaker::default(),
        };
    };
    let mut speaker = people.resolve(text, source, history);
    let is_known = |name: &String| people.people.iter().any(|p| p.full == *name);
    if people.language == Language::Russian
        && draft.cue.is_some_and(|cue| is_lead(text, cue))
        && !speaker.name.as_ref().is_some_and(is_known)
    {
        // “По словам Ветрова”: the name stands in another case than that in which it is cited.
        speaker = Speaker::default();
    }
    if draft.is_continued && speaker.name.is_some() {
        speaker.reason = SpeakerReason::Continued;
    }
    speaker
}

fn is_lead(text: &str, cue: TextRange) -> bool {
    let word = cue.slice(text).unwrap_or_default().to_lowercase();
    foreign(Language::Russian).is_some_and(|words| words.leads.contains(word.as_str()))
}

/// Gives the turns of a dialogue that name nobody the speaker before the last one: of two who speak
/// in turn, it is the other’s.
fn alternate(text: &str, found: &mut [Attribution]) {
    let paragraphs = sentence::paragraphs(text);
    let at = |a: &Attribution| paragraphs.partition_point(|p| p.end <= a.content[0].start);
    // The speaker of each of the last two paragraphs, where they are turns of one speaker each.
    let mut turns: Vec<(usize, Option<String>)> = Vec::new();
    for attribution in found.iter_mut() {
        let paragraph = at(attribution);
        let is_turn = attribution.kind == AttributionKind::Direct;
        let is_open = attribution.source.is_none() && attribution.speaker.is_none()
            || attribution.reason == SpeakerReason::Continued
                && paragraphs
                    .get(paragraph)
                    .is_some_and(|p| p.len() < SHORT_TURN);
        if is_turn
            && is_open
            && let [.., (before_last, Some(other)), (last, Some(latest))] = turns.as_slice()
            && before_last + 2 == paragraph
            && last + 1 == paragraph
            && other != latest
            && paragraphs
                .get(paragraph)
                .is_some_and(|p| is_whole(text, *p, &attribution.content))
        {
            attribution.source = None;
            attribution.speaker = Some(other.clone());
            attribution.reason = SpeakerReason::Continued;
            attribution.confidence = attribution.confidence.min(0.5);
        }
        let speaker = attribution.speaker.clone().filter(|_| is_turn);
        match turns.last_mut() {
            Some((last, known)) if *last == paragraph => {
                if *known != speaker {
                    *known = None;
                }
            }
            _ => turns.push((paragraph, speaker)),
        }
    }
}

/// Whether a paragraph holds no letter besides `content`.
fn is_whole(text: &str, paragraph: TextRange, content: &[TextRange]) -> bool {
    let letters = |range: TextRange| {
        let slice = range.slice(text).unwrap_or_default();
        slice.chars().filter(|c| c.is_alphanumeric()).count()
    };
    letters(paragraph) == content.iter().map(|r| letters(*r)).sum::<usize>()
}
