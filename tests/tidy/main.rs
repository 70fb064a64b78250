//! Rules of the house that a machine can check.

mod dependency;
mod licence;
mod source;
mod tree;
mod window;
