//! Places where the very words of a quotation stand.

use super::Anchorer;
use super::pattern::{Pattern, cuts_words};
use super::similarity::similarity;

/// Places whose contexts are compared symbol by symbol; the others are told apart by how far their
/// contexts agree without a break.
const COMPARED: usize = 64;

/// Weight from which a quotation is taken to be the same words even where a word runs over its end.
const UNMISTAKABLE: u32 = 16;

/// A place of the quotation's words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Byte at which the words start.
    pub(super) at: usize,
    /// How well the contexts agree, 0 to 1.
    pub(super) context: f32,
}

/// All places where the words of the pattern stand, best context first.
pub(super) fn places(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = occurrences(anchorer, pattern)
        .into_iter()
        .filter(|&at| same_words(anchorer.text, pattern, at, at + pattern.quote.exact.len()))
        .map(|at| Place {
            at,
            context: unbroken(anchorer, pattern, at),
        })
        .collect();
    sort(&mut places);
    for place in places
        .iter_mut()
        .take(COMPARED)
        .filter(|place| place.context < 1.0)
    {
        place.context = context(anchorer, pattern, place.at);
    }
    sort(&mut places);
    places
}

fn sort(places: &mut [Place]) {
    places.sort_by(|a, b| b.context.total_cmp(&a.context));
}

/// The bytes at which `pattern.quote.exact` stands.
fn occurrences(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>) -> Vec<usize> {
    let (text, exact) = (anchorer.text, pattern.quote.exact.as_str());
    let rarest = pattern
        .exact_grams()
        .map(|(gram, byte)| (anchorer.grams.positions(gram), byte))
        .min_by_key(|(positions, _)| positions.len());
    let Some((positions, byte)) = rarest else {
        // Shorter than a gram.
        return memchr::memmem::find_iter(text.as_bytes(), exact).collect();
    };
    let mut found: Vec<usize> = positions
        .iter()
        .filter_map(|&position| anchorer.folded.byte(position as usize).checked_sub(byte))
        .filter(|&at| text.as_bytes()[at..].starts_with(exact.as_bytes()))
        .collect();
    // A character that folds into several symbols can start the gram more than once.
    found.dedup();
    found
}

/// Whether no word runs over the ends of a passage that did not in the quotation.
pub(super) fn same_words(text: &str, pattern: &Pattern<'_>, start: usize, end: usize) -> bool {
    let here = cuts_words(&text[..start], &text[start..end], &text[end..]);
    let there = pattern.cuts_words();
    pattern.weight >= UNMISTAKABLE || (here.0 <= there.0 && here.1 <= there.1)
}

/// Whether both contexts stand next to the words at `at`, character by character.
pub(super) fn has_contexts(text: &str, pattern: &Pattern<'_>, at: usize) -> bool {
    let quote = pattern.quote;
    text[..at].ends_with(&quote.prefix) && text[at + quote.exact.len()..].starts_with(&quote.suffix)
}

/// The share of both contexts that agrees, read outwards from the quotation without a break.
fn unbroken(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>, at: usize) -> f32 {
    if has_contexts(anchorer.text, pattern, at) {
        return 1.0;
    }
    let (before, after) = anchorer.around(at, at + pattern.quote.exact.len());
    let same = |(a, b): &(&char, &char)| a == b;
    let run = before
        .iter()
        .rev()
        .zip(pattern.prefix().iter().rev())
        .take_while(same)
        .count()
        + after.iter().zip(pattern.suffix()).take_while(same).count();
    let whole = pattern.prefix().len() + pattern.suffix().len();
    if whole == 0 {
        0.0
    } else {
        run as f32 / whole as f32
    }
}

/// How well both contexts agree where some symbols may differ.
fn context(anchorer: &Anchorer<'_>, pattern: &Pattern<'_>, at: usize) -> f32 {
    let (before, after) = anchorer.around(at, at + pattern.quote.exact.len());
    let (prefix, suffix) = (pattern.prefix(), pattern.suffix());
    let left = similarity(prefix.iter().rev(), before.iter().rev());
    let right = similarity(suffix.iter(), after.iter());
    let whole = prefix.len() + suffix.len();
    (left * prefix.len() as f32 + right * suffix.len() as f32) / whole.max(1) as f32
}
