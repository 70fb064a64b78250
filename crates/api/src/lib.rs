//! What every client may ask of the engine.
//!
//! One table, [`commands`], names each command with its request and response; [`dispatch`] runs one
//! by name with JSON on both sides. The window, the loopback test server and the journeys all come
//! through here. Positions on this side of the boundary are UTF-16 code units of the document's
//! text, as the web view counts them. Nothing here knows of Tauri, and nothing below knows of JSON.

pub mod commands;
mod error;
pub mod types;

pub use error::{ApiError, ErrorCode};
