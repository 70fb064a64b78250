//! What each command does: conversions on both sides of one call of the engine.

mod annotation;
mod collection;
mod document;
mod explore;
mod export;
mod import;
mod library;
mod note;
mod person;
mod quotation;
mod search;
mod statement;
mod timeline;

pub(crate) use annotation::*;
pub(crate) use collection::*;
pub(crate) use document::*;
pub(crate) use explore::*;
pub(crate) use export::*;
pub(crate) use import::*;
pub(crate) use library::*;
pub(crate) use note::*;
pub(crate) use person::*;
pub(crate) use quotation::*;
pub(crate) use search::*;
pub(crate) use statement::*;
pub(crate) use timeline::*;
