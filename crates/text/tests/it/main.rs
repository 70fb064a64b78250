//! Anchoring seen from outside: by table, by property, under edits, and against real revisions.
#![expect(clippy::disallowed_methods, reason = "tests read gold data")]

mod accuracy;
mod anchoring;
mod boundaries;
mod edits;
mod properties;
