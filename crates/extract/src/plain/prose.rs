//! What running text looks like.

use super::layout::{Shape, Unit};

/// From this weight on a unit is running text whatever its end; a CJK character weighs three.
const PROSE_WEIGHT: usize = 140;
/// From this weight on a unit is running text if it ends as a sentence.
const SENTENCE_WEIGHT: usize = 75;

/// Whether a unit is running text rather than a heading, a label or a menu.
pub(crate) fn is_prose(text: &str) -> bool {
    let weight: usize = text.chars().map(|c| if is_cjk(c) { 3 } else { 1 }).sum();
    let words = text.split_whitespace().count() + text.chars().filter(|&c| is_cjk(c)).count() / 2;
    if weight < SENTENCE_WEIGHT || words < 10 {
        return false;
    }
    let is_menu = text.matches(['|', '•', '·', '»']).count() * 6 > words;
    !is_menu && (weight >= PROSE_WEIGHT || ends_sentence(text))
}

/// Whether a unit is running text by its words and by its shape.
pub(super) fn is_prose_unit(unit: &Unit) -> bool {
    matches!(unit.shape, Shape::Text | Shape::Item { .. }) && is_prose(&unit.text)
}

/// Whether a text ends as a sentence does, quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| "”’\"'»“)]】」』 ".contains(c));
    text.ends_with(['.', '!', '?', '。', '！', '？', '؟', '։', '۔', '।']) && !text.ends_with("...")
}

/// Whether a text was cut short: it ends in an ellipsis or without the end of a sentence.
pub(super) fn is_cut_short(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(['…', ']']) || text.ends_with("...") || !ends_sentence(text)
}

/// Letters and digits only, in lower case: what remains of a title in an address.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}
