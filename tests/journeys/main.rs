//! What a researcher does, from end to end, through the engine's commands.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod import;
mod research;
mod room;
