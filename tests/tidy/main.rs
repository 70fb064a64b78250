//! Rules of the house that a machine can check.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod dependency;
mod licence;
mod source;
mod third_party;
mod tree;
mod window;
