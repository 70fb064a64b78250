//! Citations of documents, by CSL.
//!
//! A document is an [`Item`]; it is formatted by a CSL style through hayagriva. Nothing here does
//! I/O or reads a clock.

mod exchange;
mod format;
mod item;
mod key;

pub use format::{citation, short};
pub use item::{Item, Kind};
pub use key::Keys;
