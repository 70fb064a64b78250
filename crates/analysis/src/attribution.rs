//! Attributions: a source, a cue and a content (after PARC 3 and PolNeAR).

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
    /// How sure the rules are of content and source together, 0 to 1.
    pub confidence: f32,
}

/// Finds the attributions of `text`, in text order.
#[must_use]
pub fn attributions(text: &str, context: &Context<'_>) -> Vec<Attribution> {
    let _ = (text, context);
    Vec::new()
}
