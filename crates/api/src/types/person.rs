//! People who are quoted or named, and what a person decided about them and their quotations.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what the library knows of somebody.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GetPerson {
    /// A full name, or an alias.
    pub name: String,
}

/// A name and how often it is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameCount {
    pub name: String,
    pub count: u32,
}

/// Quotations published in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearCount {
    pub year: i32,
    pub count: u32,
}

/// What the library knows of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// The name that they go by.
    pub name: String,
    /// Other names that were merged into it.
    pub aliases: Vec<String>,
    pub quotations: u32,
    /// How many documents quote them.
    pub documents: u32,
    /// Their quotations by year of publication, without gaps, first year first.
    pub years: Vec<YearCount>,
    /// Their quotations in documents without a date.
    pub undated: u32,
    /// How many documents name them.
    pub named_in: u32,
    /// Who says something that names them, most often first.
    pub spoken_of_by: Vec<NameCount>,
    /// Who else is named in the documents that name them, most often first.
    pub named_with: Vec<NameCount>,
}

/// Says who speaks in a quotation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetSpeaker {
    pub quotation: i64,
    /// The full name; `null` where it is not known.
    pub speaker: Option<String>,
}

/// Says that something is no quotation.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RejectQuotation {
    pub quotation: i64,
}

/// Says that a passage is a quotation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AddQuotation {
    pub document: i64,
    pub start: u32,
    pub end: u32,
    pub speaker: Option<String>,
}

/// Makes names one person's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MergeSpeakers {
    pub aliases: Vec<String>,
    /// The name that they go by from then on.
    pub name: String,
}

/// Makes an alias a name of its own again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SplitSpeaker {
    pub alias: String,
}
