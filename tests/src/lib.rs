//! Support for tests of the whole: temporary libraries, and the real window.
//!
//! What is tested lives in `journeys/` (the engine through its commands), `tidy/` (rules of the
//! house) and `e2e/` (the front end in a browser and in the real window).

mod library;
mod place;
pub mod window;

pub use library::{TestLibrary, open};
pub use place::{csp, project, shared, ui_dist};
