//! Quotations over the whole library.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Excerpt, Range};

/// The order of quotations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationSort {
    /// By publication date, newest first.
    #[default]
    Newest,
    Oldest,
    /// By speaker's name, unknown speakers last; within one, newest first.
    Speaker,
    /// By document title, then in text order.
    Document,
}

/// Lists quotations; filters narrow together.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ListQuotations {
    /// The speaker's full name; `""` for quotations whose speaker is unknown.
    pub speaker: Option<String>,
    /// Words that the quotation must hold, in any case.
    pub text: String,
    pub document: Option<i64>,
    /// `direct`, `indirect` or `mixed`.
    pub kind: Option<String>,
    /// First publication day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// First publication day after.
    pub to: Option<String>,
    /// Only documents that this search finds.
    pub query: Option<String>,
    /// Only quotations that answer this search themselves: its words are theirs or their speaker's,
    /// and its filters hold for their document.
    pub matching: Option<String>,
    pub sort: QuotationSort,
    pub limit: u32,
    pub offset: u32,
}

/// A quotation in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quotation {
    pub id: i64,
    pub document: i64,
    pub document_title: String,
    pub publisher: Option<String>,
    pub published: Option<String>,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// The words; parts that the reporter separated are joined by ` … `.
    pub text: String,
    /// The words of saying, as they stand.
    pub cue: Option<String>,
    /// Who said it, as the text puts it.
    pub source: Option<String>,
    /// Whom that denotes; `null` where it is not certain.
    pub speaker: Option<String>,
    /// 0 to 1.
    pub confidence: f32,
    /// Whether a person said who speaks, or pointed it out.
    pub is_decided: bool,
    /// In how many other quotations its words stand, in this wording or another.
    pub repeated: u32,
    /// Where it stands in the document's text, from its first word to its last.
    pub place: Option<Range>,
    /// The sentence or sentences around it, the quotation highlighted.
    pub context: Excerpt,
}

/// A window of the list of quotations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationList {
    pub total: u32,
    pub quotations: Vec<Quotation>,
}

/// Lists speakers, most quoted first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ListSpeakers {
    /// Words that the name must hold, in any case.
    pub text: String,
    /// Only documents that this search finds.
    pub query: Option<String>,
    pub limit: u32,
}

/// A speaker and how much is quoted of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Speaker {
    /// `null` gathers the quotations whose speaker is unknown.
    pub name: Option<String>,
    pub quotations: u32,
    pub documents: u32,
    /// Publication dates of the first and last document that quotes them.
    pub first: Option<String>,
    pub last: Option<String>,
}
