//! The timeline: everything that has a date, on one axis.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Excerpt;

/// A row of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Lane {
    /// Documents, at their publication.
    Publications,
    /// Dates in the text.
    Dates,
    /// Quotations, at the publication of their document.
    Quotations,
    /// Annotations, at the publication of their document.
    Annotations,
}

/// Asks what there is to see.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TimelineExtent {
    /// Only documents that this search finds.
    pub query: Option<String>,
    /// Only quotations of this speaker.
    pub speaker: Option<String>,
}

/// A lane and the days that it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaneExtent {
    pub lane: Lane,
    pub count: u32,
    /// First day, `YYYY-MM-DD`; `null` where the lane is empty.
    pub from: Option<String>,
    /// First day after.
    pub to: Option<String>,
}

/// The days that each lane covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineExtentView {
    pub lanes: Vec<LaneExtent>,
    /// Entries that have no date and so cannot be shown: undated documents with their quotations
    /// and annotations, and dates that could not be resolved.
    pub undated: u32,
}

/// Asks for the entries of a span of days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TimelineWindow {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// First day after.
    pub to: String,
    pub lanes: Vec<Lane>,
    /// Into how many equal parts the span is divided where a lane is too full to be listed.
    pub buckets: u32,
    /// A lane with more entries than this in the span is given as buckets.
    pub limit: u32,
    #[serde(default)]
    pub query: Option<String>,
    #[serde(default)]
    pub speaker: Option<String>,
}

/// One dated thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    pub lane: Lane,
    /// Id of the document, date mention, quotation or annotation, by lane.
    pub id: i64,
    pub document: i64,
    pub document_title: String,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// First day after: the entry is an interval as long as the text is unsure.
    pub to: String,
    pub is_approximate: bool,
    /// A few words: the title, the expression of time, the speaker, or the annotated words.
    pub label: String,
    /// The passage, with the expression or the quotation highlighted.
    pub excerpt: Excerpt,
    pub speaker: Option<String>,
}

/// How many entries touch one part of the span; parts without any are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineBucket {
    /// Counted from 0 at the beginning of the span.
    pub index: u32,
    pub count: u32,
}

/// What a lane holds in the span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum LaneContent {
    Entries { entries: Vec<TimelineEntry> },
    Buckets { buckets: Vec<TimelineBucket> },
}

/// A lane within the span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaneWindow {
    pub lane: Lane,
    pub total: u32,
    pub content: LaneContent,
}

/// The lanes within the span, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineView {
    pub lanes: Vec<LaneWindow>,
}
