//! What a researcher does, from end to end, through the engine's commands.

mod bad_input;
mod import;
mod research;
mod room;
