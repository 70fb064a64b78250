//! Statements: the same words in several quotations.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quotation::Quotation;

/// Lists statements, those in most documents first; filters narrow together.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ListStatements {
    /// Words that a quotation of it must hold, in any case.
    pub text: String,
    pub speaker: Option<String>,
    /// Only statements of which the speaker or a negation differs.
    pub only_differing: bool,
    pub limit: u32,
    pub offset: u32,
}

/// A statement in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// The quotation with the fullest wording; `get_statement` takes it.
    pub quotation: i64,
    /// The fullest wording.
    pub words: String,
    /// Those to whom it is given, most often first; unknown ones are not among them.
    pub speakers: Vec<String>,
    pub quotations: u32,
    pub documents: u32,
    /// Days of publication of the first and last dated quotation, `YYYY-MM-DD`.
    pub first: Option<String>,
    pub last: Option<String>,
    /// The words are given to different speakers.
    pub speakers_differ: bool,
    /// A negation of one wording is not in another.
    pub negation_differs: bool,
    /// There are other wordings.
    pub has_variants: bool,
}

/// A window of the list of statements.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementList {
    pub total: u32,
    pub statements: Vec<Statement>,
}

/// Asks for the statement that a quotation is part of.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct GetStatement {
    pub quotation: i64,
}

/// How a wording stands to the fullest one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WordingRelation {
    /// The same words, marks and capitals apart.
    Verbatim,
    /// A part of the words, unchanged.
    Truncated,
    /// Other words here and there.
    Varied,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WordChange {
    Same,
    /// Only the fullest wording has them.
    Removed,
    /// Only this wording has them.
    Added,
}

/// A run of words of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiffPiece {
    pub change: WordChange,
    pub text: String,
}

/// A quotation of a statement beside the fullest wording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementVariant {
    pub quotation: Quotation,
    pub relation: WordingRelation,
    /// The fullest wording denies something that this one does not.
    pub lost_negation: bool,
    /// This wording denies something that the fullest one does not.
    pub added_negation: bool,
    /// Its words beside the fullest wording's, in order.
    pub pieces: Vec<DiffPiece>,
}

/// The quotations of a statement, by date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StatementView {
    pub variants: Vec<StatementVariant>,
}
