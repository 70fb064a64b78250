//! The query language.
//!
//! Words are ANDed; `"a phrase"`; `OR`; `NOT` or `-`; parentheses; `prefix*`; `fuzzy~`; `=exact`;
//! `gas NEAR/5 transit` or `"gas transit"~5`; fields `title:` `by:` `publisher:` `type:` `lang:`
//! `tag:` `note:` `color:` `in:` (collection) `entity:` `speaker:` `said:` `after:` `before:` `date:` (of
//! publication) `when:` (stated in the text) `has:annotations` `like:` (a document's number).
//! A field's value after `=` is taken whole. AND binds tighter than OR, as in
//! Zotero. Parsing never fails: what makes no sense as a clause is read as plain words, and a
//! notice says so.

mod any;
mod compile;
mod expand;
mod field;
mod like;
mod near;
mod node;
mod parse;
#[cfg(test)]
mod tests;
mod value;
mod word;

pub use any::any_of;
pub use compile::AlsoSearched;
pub(crate) use compile::{Compiled, compile, folded_words};
pub(crate) use expand::alike;
pub(crate) use field::among;
pub use node::{Clause, ClauseKind, Days, FieldName, Node, Parsed};
pub use parse::parse;
