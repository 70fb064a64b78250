//! Word lists, written as one string with a bar between the words.

/// Whether a list has a word.
pub(crate) fn has_word(list: &str, word: &str) -> bool {
    list.split('|').any(|listed| listed == word)
}
