//! Positions in text and the things that are made of them.
//!
//! Every position inside Dossier is a [`TextRange`]: UTF-8 bytes on character boundaries. Other
//! units exist only at the edges and are converted by [`Offsets`]: UTF-16 code units for the
//! window, Unicode code points for the command line and W3C exports.
//!
//! Nothing here does I/O or reads a clock.

mod block;
mod date;
mod diagnostic;
mod offset;
mod range;
pub mod selector;

pub use block::{Block, BlockKind, Page, Span, SpanKind, Structure};
pub use date::{Interval, ParsePartialDateError, PartialDate};
pub use diagnostic::Diagnostic;
pub use offset::Offsets;
pub use range::TextRange;
