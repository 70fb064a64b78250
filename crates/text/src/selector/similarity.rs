//! How alike two short contexts are.

/// Similarity of a context with the text next to a passage, 0 to 1, both read outwards.
///
/// One less the edit distance (Levenshtein, 1966) from the whole context to whichever beginning of
/// the text is closest, as a share of the context's length. Texts with nothing in common score
/// about 0.2. An empty context agrees with nothing.
pub(super) fn similarity<'c>(
    context: impl ExactSizeIterator<Item = &'c char>,
    text: impl ExactSizeIterator<Item = &'c char>,
) -> f32 {
    let length = context.len();
    if length == 0 {
        return 0.0;
    }
    let text: Vec<char> = text.take(length + length / 2).copied().collect();
    let mut row: Vec<usize> = (0..=text.len()).collect();
    for (i, c) in context.enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, t) in text.iter().enumerate() {
            let substituted = diagonal + usize::from(c != t);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    let distance = row.into_iter().min().unwrap_or(length);
    1.0 - distance as f32 / length as f32
}
