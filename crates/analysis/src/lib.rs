//! Finds who said what, and when, in a text.
//!
//! [`attribution`] finds quotations with their cue and speaker, [`entity`] names, [`timex`] finds
//! expressions of time, places them on the calendar and says what is promised for them, [`name`]
//! gives the keys under which spellings of a name meet, [`sentence`] divides text into sentences,
//! [`statement`] gathers quotations of the same words. Everything is rules and word lists over the
//! text alone: no I/O, no clock, no library of documents. The same text always gives the same
//! answer, and no text makes it panic.

pub mod attribution;
pub mod entity;
pub mod name;
pub mod sentence;
pub mod statement;
pub mod timex;

use chrono::NaiveDate;

/// The version of the rules; it rises when their output for the same text changes.
pub const VERSION: u32 = 2;

/// What is known of a text besides its characters.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The document creation time (TimeML DCT): relative expressions are resolved against it.
    pub published: Option<NaiveDate>,
    /// BCP 47 language of the text, where known.
    pub language: Option<&'a str>,
}
