//! Divides text into sentences.

use dossier_text::TextRange;

/// The sentences of `text` in order; none crosses a blank line, and white space between belongs to none.
#[must_use]
pub fn sentences(text: &str) -> Vec<TextRange> {
    dossier_text::Structure::of_plain_text(text).blocks.iter().map(|b| b.range).collect()
}
