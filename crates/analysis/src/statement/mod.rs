//! Gathers the quotations that give one statement: word for word, cut short, in another tense, with
//! other words here and there, or translated anew.
//!
//! A quotation is compared by its content words, each cut to a stem. Pairs of them that stand close
//! together are its [`Signature`]; quotations that share rare pairs are candidates, and an alignment
//! of their words decides. No quotation is compared with all others, so that the time grows with
//! their number and not with its square. Quotations of different languages are never one statement.
//!
//! ```
//! use dossier_analysis::statement::{Quoted, gather};
//!
//! let quoted = |id, words| Quoted { id, words, document: id, date: None, speaker: None, language: "en" };
//! let groups = gather(&[
//!     quoted(1, "We will close the old bridge before the winter comes."),
//!     quoted(2, "they would close the old bridge before winter"),
//!     quoted(3, "The harbour is open to every ship of our allies."),
//! ]);
//! assert_eq!(groups.len(), 1);
//! assert_eq!(groups[0].members.len(), 2);
//! ```

mod align;
mod diff;
mod gather;
mod negation;
mod signature;
mod stem;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use diff::{Change, Piece, diff};
pub use gather::gather;
pub use signature::Signature;

/// The fewest content words of a statement: “No comment” is everybody’s.
const FEWEST_WORDS: usize = 3;

/// One quotation, as it is gathered.
#[derive(Debug, Clone, Copy)]
pub struct Quoted<'a> {
    /// What the caller knows it by.
    pub id: u64,
    /// The quoted words, without marks.
    pub words: &'a str,
    /// The document that quotes them.
    pub document: u64,
    /// When the document was published.
    pub date: Option<NaiveDate>,
    /// Who is said to have spoken, in the form under which spellings of a name meet.
    pub speaker: Option<&'a str>,
    /// BCP 47 language of the words.
    pub language: &'a str,
}

/// How a wording stands to the fullest one of its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same words, marks and capitals apart.
    Verbatim,
    /// A part of the words, unchanged.
    Truncated,
    /// Other words here and there.
    Varied,
}

/// One quotation of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The quotation’s [`Quoted::id`].
    pub id: u64,
    pub relation: Relation,
    /// The fullest wording denies something that this one does not.
    pub lost_negation: bool,
    /// This wording denies something that the fullest one does not.
    pub added_negation: bool,
}

/// The quotations of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The quotation with the fullest wording; of equals the earliest.
    pub fullest: u64,
    /// All of them, the fullest one too, by date and then in the order given.
    pub members: Vec<Member>,
    /// The number of documents that quote it.
    pub documents: usize,
    /// The words are given to different speakers.
    pub speakers_differ: bool,
}

/// How the wording `b` stands to the wording `a`, or none where they are not one statement, or have
/// too few words of content to be one.
///
/// The order matters: `a` is the one that is taken for the fuller wording.
#[must_use]
pub fn compare(a: &str, b: &str, language: &str) -> Option<Relation> {
    let (a, b) = (
        words::Wording::read(a, language),
        words::Wording::read(b, language),
    );
    let is_statement = a.stems.len().min(b.stems.len()) >= FEWEST_WORDS;
    (is_statement && align::is_one(&a.stems, &b.stems)).then(|| align::relation(&a, &b))
}
