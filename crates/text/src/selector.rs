//! W3C selectors, and anchoring them in a text.
//!
//! After the W3C Web Annotation Data Model (2017), sections 4.2.4 and 4.2.5. The position of a
//! [`TextPositionSelector`] is in Unicode code points; it is converted at the boundary of this
//! module and nowhere else.

use serde::{Deserialize, Serialize};

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
    pub start: u32,
    pub end: u32,
}
