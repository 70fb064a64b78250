use serde::{Deserialize, Serialize};

/// A problem found while extracting or analysing that did not stop the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// A sentence for a person, ending in a full stop: what is missing or doubtful.
    pub message: String,
}

impl Diagnostic {
    /// Makes a diagnostic from its sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}
