//! Anchoring seen from outside: by table, by property, under edits, and against real revisions.

mod accuracy;
mod anchoring;
mod edits;
mod properties;
