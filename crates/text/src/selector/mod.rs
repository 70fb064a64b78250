//! W3C selectors, and anchoring them in a text.
//!
//! After the W3C Web Annotation Data Model (2017), sections 4.2.4 and 4.2.5. The position of a
//! [`TextPositionSelector`] is in Unicode code points; it is converted at the boundary of this
//! module and nowhere else.
//!
//! [`describe`] makes a selector, an [`Anchorer`] finds what it names in another version of the
//! text: first the very words, told apart by what stands around them; then, by the runs of symbols
//! they share, words that were edited in place.

mod align;
mod anchorer;
mod batch;
mod boundary;
mod candidate;
mod fold;
mod gram;
mod pattern;
mod reworded;
mod seam;
mod similarity;
mod verbatim;

use serde::{Deserialize, Serialize};

pub use self::anchorer::{Anchorer, anchor};
use crate::{Offsets, TextRange};

/// Code points of context that [`describe`] puts on either side.
const CONTEXT: usize = 32;

/// Names a passage by its words and what stands around them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuoteSelector {
    /// The passage.
    pub exact: String,
    /// What stands right before it.
    #[serde(default)]
    pub prefix: String,
    /// What stands right after it.
    #[serde(default)]
    pub suffix: String,
}

/// Names a passage by its position, in Unicode code points of the text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPositionSelector {
    /// The first code point.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
}

/// Everything that is known about where a passage is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// Its words.
    pub quote: TextQuoteSelector,
    /// Where they stood in the text that they were taken from.
    pub position: Option<TextPositionSelector>,
}

/// How a selector resolves in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The words stand at their position, or once in the text between both their contexts.
    Exact,
    /// The very words stand in one other place, or in one place that fits better than all others.
    Moved,
    /// No longer the very words, but a passage that is recognisably the same; a difference of
    /// typography alone (quotation marks, dashes, spaces, case) has a likeness of 1.
    Reworded,
    /// Several places fit equally well. The range is the one nearest to the old position, or to
    /// where it must be now if its neighbours tell how far the text has shifted.
    Ambiguous,
    /// The passage is not in the text.
    Orphan,
}

/// Where a selector leads in a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Anchored {
    /// How it was found.
    pub state: State,
    /// The passage; `None` exactly for an orphan.
    pub range: Option<TextRange>,
    /// 0 to 1: three quarters the likeness of the words, one quarter that of the contexts.
    pub score: f32,
}

/// Describes a range of `text`: its words, 32 code points on either side and its position.
///
/// # Panics
///
/// Panics when `range` is not a range of `text` on character boundaries.
#[must_use]
pub fn describe(text: &str, range: TextRange) -> Selector {
    let exact = range
        .slice(text)
        .expect("a range belongs to the text that it is described in");
    let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
    let from = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(0, |(byte, _)| byte);
    let to = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(byte, _)| byte);
    let position = Offsets::new(text).code_point_range(range);
    Selector {
        quote: TextQuoteSelector {
            exact: exact.to_owned(),
            prefix: before[from..].to_owned(),
            suffix: after[..to].to_owned(),
        },
        position: position.map(|(start, end)| TextPositionSelector { start, end }),
    }
}
