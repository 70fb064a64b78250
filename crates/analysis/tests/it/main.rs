//! The integration tests of the analysis: rule suites, accuracy against gold corpora, properties.
#![expect(
    clippy::disallowed_methods,
    reason = "tests read gold data and measure time"
)]

mod accuracy_attribution;
mod accuracy_promises;
mod accuracy_timex;
mod names;
mod pronouns;
mod properties_attribution;
mod properties_names;
mod properties_timex;
mod statements;
mod suite;
mod suites_attribution;
mod suites_timex;
