//! Ways to look at what a query finds: concordance, trend; and help with writing queries.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Range, search::Clause};

/// The order of the lines of a concordance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ConcordanceSort {
    /// By the words after the keyword.
    #[default]
    Right,
    /// By the words before the keyword, from the nearest on.
    Left,
    /// By the keyword, then by the words after it.
    Keyword,
    /// By publication date, newest first, then in text order.
    Newest,
    Oldest,
}

/// Asks for every place that a query finds, in line with its context: keyword in context.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ConcordanceRequest {
    pub query: String,
    pub sort: ConcordanceSort,
    pub limit: u32,
    pub offset: u32,
    /// Who asks: an older request of the same name that is still under way ends as cancelled.
    pub asker: Option<String>,
}

/// A place with what stands before and after it, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConcordanceLine {
    pub document: i64,
    pub document_title: String,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub left: String,
    /// What the query found.
    pub keyword: String,
    pub right: String,
    /// Where the keyword stands in the document's text.
    pub place: Range,
    /// Whether the text is written from right to left.
    pub is_right_to_left: bool,
}

/// A window of a concordance.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Concordance {
    pub total: u32,
    /// How many documents the lines come from.
    pub documents: u32,
    pub lines: Vec<ConcordanceLine>,
    /// The query as it was understood.
    pub clauses: Vec<Clause>,
    /// A sentence where the query was taken in another way, or not all places could be gathered.
    pub notice: Option<String>,
    pub elapsed_ms: f64,
}

/// Asks how often queries find something, over time.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TrendRequest {
    /// At most eight.
    pub queries: Vec<String>,
}

/// A span of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendSpan {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// First day after.
    pub to: String,
    /// How many documents the library has of it.
    pub documents: u32,
}

/// What one query finds over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendSeries {
    pub query: String,
    pub total: u32,
    /// Found without a publication date.
    pub undated: u32,
    /// Documents found, for each of the spans.
    pub counts: Vec<u32>,
    /// A sentence where the query was taken in another way than it was written.
    pub notice: Option<String>,
}

/// How often queries find something, over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Trend {
    /// Without gaps, in order: months, quarters or years, whichever gives at most 120.
    pub spans: Vec<TrendSpan>,
    /// In the order of the request.
    pub series: Vec<TrendSeries>,
}

/// Asks what could be meant where the caret stands.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CompleteRequest {
    pub query: String,
    /// UTF-16 code units.
    pub caret: u32,
}

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CompletionKind {
    /// The name of a field, with its colon.
    Field,
    /// A field with a value.
    Value,
    /// A word that texts of the library have.
    Word,
}

/// Something that could be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Completion {
    pub kind: CompletionKind,
    /// What stands in place of the range.
    pub text: String,
    /// What a list shows.
    pub label: String,
    /// What it means, in words.
    pub detail: Option<String>,
    /// How many documents have it.
    pub count: Option<u32>,
}

/// What could be meant where the caret stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Completions {
    /// What a completion replaces, in UTF-16 code units of the query; `null` where there is nothing
    /// to complete.
    pub range: Option<Range>,
    /// Best first, at most twelve.
    pub completions: Vec<Completion>,
}

/// A query that was asked before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastSearch {
    pub query: String,
    /// How many documents it found when it was asked last.
    pub total: u32,
    /// When it was asked last; RFC 3339, UTC.
    pub at: String,
}

/// Keeps a query among those asked before; one that is there becomes the newest.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordSearch {
    pub query: String,
    pub total: u32,
}

/// Lists queries asked before, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListSearches {
    /// Only queries that hold these words.
    pub text: String,
    pub limit: u32,
}

/// Forgets a query that was asked before, or all.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ForgetSearches {
    pub query: Option<String>,
}
