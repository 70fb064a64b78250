//! What the boundary promises.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bindings;
