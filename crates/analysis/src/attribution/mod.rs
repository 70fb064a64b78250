//! Attributions: a source, a cue and a content (after PARC 3 and PolNeAR).
//!
//! Quotation marks are found first (`marks`), then for each sentence the verbs of saying
//! (`cue`) and their subjects (`source`); `compose` joins them, `scare` keeps titles and
//! words held at a distance out, `resolve` says whom a source denotes. Only English has a
//! grammar of its own; the other languages are matched more simply (`foreign`). `finish` then goes
//! through the document and gives each attribution its speaker (`people`, `resolve`, `pronoun`).

mod apposition;
mod byline;
mod compose;
mod content;
mod cue;
mod dependent;
mod dialogue;
mod document;
mod draft;
mod finish;
mod following;
mod foreign;
mod foreign_source;
mod indirect;
mod insertion;
mod join;
mod label;
mod language;
mod lexicon;
mod marks;
mod names;
mod people;
mod pronoun;
mod resolve;
mod scare;
mod source;
mod token;
mod verb;
mod view;

use dossier_text::TextRange;
use serde::{Deserialize, Serialize};

use crate::Context;

/// How the content is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttributionKind {
    /// Wholly within quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Partly within quotation marks.
    Mixed,
}

/// How the speaker was told from the source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeakerReason {
    /// No speaker is stated.
    #[default]
    None,
    /// The source itself gives the full name of a person or a body.
    Named,
    /// The source gives a part of a name that the text gives in full elsewhere.
    Surname,
    /// The source names an office that one person in the text holds.
    Office,
    /// The source is a pronoun.
    Pronoun,
    /// There is no source in the sentence; the one before goes on speaking.
    Continued,
    /// The paragraph begins with the speaker's name, as in a transcript.
    SpeakerLabel,
}

/// Something that somebody is reported to have said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    pub kind: AttributionKind,
    /// What is attributed, without its quotation marks: several ranges where the reporter
    /// interrupts it. In text order, never empty.
    pub content: Vec<TextRange>,
    /// The words of saying; empty where there are none.
    pub cue: Vec<TextRange>,
    /// Who said it, as the text puts it: “the minister”, “he”.
    pub source: Option<TextRange>,
    /// Whom the source denotes, by full name, where that is certain enough to state.
    pub speaker: Option<String>,
    /// How the speaker was told.
    #[serde(default)]
    pub reason: SpeakerReason,
    /// How sure the rules are of content and source together, 0 to 1.
    pub confidence: f32,
}

/// Finds the attributions of `text`, in text order; their contents do not overlap.
#[must_use]
pub fn attributions(text: &str, context: &Context<'_>) -> Vec<Attribution> {
    document::analyse(text, context)
}
