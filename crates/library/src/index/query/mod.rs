//! The query language.
//!
//! Words are ANDed; `"a phrase"`; `OR`; `NOT` or `-`; parentheses; `prefix*`; fields `title:` `by:`
//! `publisher:` `type:` `lang:` `tag:` `note:` `in:` (collection) `after:` `before:` `date:`
//! `has:annotations`. AND binds tighter than OR, as in Zotero. Parsing never fails: what makes no
//! sense as a clause is read as plain words, and a notice says so.

mod compile;
mod parse;

pub(crate) use compile::{Compiled, compile};
pub use parse::{Clause, ClauseKind, FieldName, Node, Parsed, parse};
