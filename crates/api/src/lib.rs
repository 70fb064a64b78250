//! What every client may ask of the engine.
//!
//! One table, [`commands`], names each command with its request and response; [`dispatch`] runs one
//! by name with JSON on both sides. The window, the loopback test server and the journeys all come
//! through here. Positions on this side of the boundary are UTF-16 code units of the document's
//! text, as the web view counts them. Nothing here knows of Tauri, and nothing below knows of JSON.

mod app;
pub mod commands;
mod convert;
mod error;
mod handlers;
pub mod types;

pub use app::{App, AppOptions};
pub use commands::dispatch;
pub use error::{ApiError, ErrorCode};

/// A result of a command.
pub type Result<T> = std::result::Result<T, ApiError>;
