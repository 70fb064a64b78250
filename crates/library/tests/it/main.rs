//! What a library promises, through its public face.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accuracy;
mod accuracy_known_item;
mod accuracy_ranking;
mod annotation;
mod bad_input;
mod decision;
mod explore;
mod export;
mod history;
mod import;
mod index;
mod quotation;
mod saved_search;
mod search;
mod support;
mod timeline;
