//! Words that a text must hold, as a filter box means them: all of them, anywhere, in any case.

/// Words that a text must hold. Case folds in Rust: SQLite's `LIKE` knows only ASCII.
#[derive(Debug)]
pub(crate) struct HeldWords(Vec<String>);

impl HeldWords {
    /// The words that were typed.
    pub(crate) fn of(typed: &str) -> Self {
        Self(typed.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether any text will do.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text holds all of them.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let text = text.to_lowercase();
        self.0.iter().all(|word| text.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::HeldWords;

    #[test]
    fn all_words_are_held_in_any_case() {
        let words = HeldWords::of(" Gas  ПАКТ ");
        assert!(words.are_in("Газ, gas: пакт"));
        assert!(!words.are_in("gas"));
        assert!(HeldWords::of("  ").are_in(""));
    }
}
