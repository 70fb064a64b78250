//! Full-text search.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DocumentSummary, Excerpt, Range};

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SearchSort {
    /// BM25, best first; newest first where the query has no words.
    #[default]
    Relevance,
    Newest,
    Oldest,
}

/// Searches the library. Filters are part of the query's text.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SearchRequest {
    /// Empty: every document.
    pub query: String,
    pub sort: SearchSort,
    pub limit: u32,
    pub offset: u32,
    /// How many passages of each document are wanted; at least one is given.
    pub passages: u32,
    /// Who asks: a search of the same name that is still under way ends as cancelled.
    pub asker: Option<String>,
    /// Whether speakers, entities and tags are counted too; that takes longer, so it is asked for when
    /// somebody looks at them.
    pub all_facets: bool,
    /// Marks hits that came into the library after the document of this number.
    pub new_since: Option<i64>,
}

/// What kind of thing a clause of the query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseKind {
    Word,
    /// A word as it is written.
    Exact,
    Phrase,
    Prefix,
    /// Words that are nearly this one.
    Fuzzy,
    /// Words and phrases near each other.
    Near,
    /// `field:value`.
    Field,
    /// A parenthesis with what is in it.
    Group,
}

/// One clause of the query as it was understood, for a chip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Clause {
    pub kind: ClauseKind,
    /// The field's name, for a field clause.
    pub field: Option<String>,
    /// The words or the value.
    pub value: String,
    /// What a chip shows in place of the value, where that is a number: the title of a document.
    pub label: Option<String>,
    /// Whether the value is a whole one, as facets have it: written `publisher:="Value"`, which finds
    /// exactly the documents that the facet counts. For `by`, `publisher`, `speaker`, `entity`, `tag`.
    pub is_whole: bool,
    pub is_negated: bool,
    /// Where it stands in the query, in UTF-16 code units; cutting this range removes the clause.
    pub range: Range,
}

/// A passage of a document that shows why it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Passage {
    pub excerpt: Excerpt,
    /// Where its first match stands in the document's text; `null` where nothing in the text matched.
    pub place: Option<Range>,
}

/// A document that was found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    pub document: DocumentSummary,
    /// BM25; 0 where the query has no words.
    pub score: f32,
    /// Ranges of the title that matched, UTF-16.
    pub title_highlights: Vec<Range>,
    /// The best passages, best first, not overlapping; the document's beginning where no word of the
    /// text matched. Never empty.
    pub passages: Vec<Passage>,
    /// How many places of the text match.
    pub places: u32,
    /// How many annotations the document has.
    pub annotations: u32,
    /// Whether the document came into the library after the one that the request names.
    pub is_new: bool,
}

/// A value of a facet and how many hits have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FacetCount {
    pub value: String,
    pub count: u32,
}

/// Counts over all hits, not only over those returned; most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Facets {
    pub publisher: Vec<FacetCount>,
    pub author: Vec<FacetCount>,
    /// Who is quoted; empty unless the request asks for all facets.
    pub speaker: Vec<FacetCount>,
    /// Persons, organisations and places that the text names; on demand, too.
    pub entity: Vec<FacetCount>,
    /// Tags of the documents' annotations; on demand, too.
    pub tag: Vec<FacetCount>,
    pub language: Vec<FacetCount>,
    pub kind: Vec<FacetCount>,
    /// Years of publication, newest first.
    pub year: Vec<FacetCount>,
}

/// Publications of one span of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistogramBar {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// First day after.
    pub to: String,
    pub count: u32,
}

/// How hits spread over time by publication date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Histogram {
    /// Without gaps, from the first to the last dated hit; months, quarters or years, whichever gives at most 120 bars.
    pub bars: Vec<HistogramBar>,
    /// Hits without a publication date.
    pub undated: u32,
}

/// A name of the query and the other spellings that were searched too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AlsoSearched {
    /// As it was typed; `=` before it in the query searches this spelling only.
    pub word: String,
    /// In small letters, most frequent first.
    pub spellings: Vec<String>,
}

/// A query that would find more: a word that hardly any document has is taken for a more frequent
/// one like it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Suggestion {
    /// The whole query with the word changed.
    pub query: String,
    /// As it was typed.
    pub word: String,
    pub instead: String,
}

/// What a search found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchResponse {
    pub total: u32,
    pub hits: Vec<Hit>,
    pub facets: Facets,
    pub histogram: Histogram,
    /// The query as it was understood.
    pub clauses: Vec<Clause>,
    /// Names that were searched in other spellings and scripts too.
    pub also: Vec<AlsoSearched>,
    /// Where little was found, best first.
    pub suggestions: Vec<Suggestion>,
    /// A sentence where the query could not be read as written and was taken in another way, or
    /// asked for so much that the search was stopped.
    pub notice: Option<String>,
    /// Whether the search was stopped before it had looked through everything: counts are too low.
    pub is_partial: bool,
    pub elapsed_ms: f64,
}

/// Asks where a query's words stand in one document.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindInDocument {
    pub document: i64,
    pub query: String,
}

/// The places of a query's words in a document, in text order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FoundInDocument {
    pub ranges: Vec<Range>,
}
