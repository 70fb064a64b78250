//! Timexes: expressions of time, their TIMEX3 value and their calendar interval.

use dossier_text::{Interval, TextRange};
use serde::{Deserialize, Serialize};

use crate::Context;

/// The type of a timex (TimeML 1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    pub range: TextRange,
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3 value: `2023-05-30`, `2022-Q3`, `P1Y`, `PRESENT_REF`, `XXXX-WXX-2` where unresolved.
    pub value: String,
    /// The days that it can mean; `None` for durations, sets, and what could not be resolved.
    pub interval: Option<Interval>,
    /// Whether the text says that it is inexact: “around 2015”, “early 2022”.
    pub is_approximate: bool,
}

/// Finds the timexes of `text`, in text order, not overlapping.
#[must_use]
pub fn timexes(text: &str, context: &Context<'_>) -> Vec<Timex> {
    let _ = (text, context);
    Vec::new()
}
