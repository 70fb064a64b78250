//! Compares two wordings word by word.

use dossier_text::TextRange;
use serde::{Deserialize, Serialize};

use super::words::{Word, words};

/// The most cells of the table of one comparison; larger ones are not aligned in their middle.
const MOST_CELLS: usize = 1_000_000;

/// What became of the words of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Both wordings have them.
    Same,
    /// Only the first has them.
    Removed,
    /// Only the second has them.
    Added,
}

/// A run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub change: Change,
    /// Where the words stand: in the second wording if they are added, else in the first.
    pub range: TextRange,
}

/// The words of `a` and `b` as runs that are the same, removed or added, in order; what is removed
/// stands before what is added in its place. Capitals, accents and punctuation make no difference.
#[must_use]
pub fn diff(a: &str, b: &str) -> Vec<Piece> {
    let (a, b) = (words(a), words(b));
    let mut pieces: Vec<Piece> = Vec::new();
    for (change, word) in steps(&a, &b) {
        match pieces.last_mut() {
            Some(last) if last.change == change => last.range.end = word.range.end,
            _ => pieces.push(Piece {
                change,
                range: word.range,
            }),
        }
    }
    pieces
}

/// One step a word: what became of it, and the word itself.
pub(super) fn steps<'w>(a: &'w [Word], b: &'w [Word]) -> Vec<(Change, &'w Word)> {
    let head = a
        .iter()
        .zip(b)
        .take_while(|(a, b)| a.plain == b.plain)
        .count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(|(a, b)| a.plain == b.plain)
        .count();
    let middle_a = &rest_a[..rest_a.len() - tail];
    let middle_b = &rest_b[..rest_b.len() - tail];
    let mut found: Vec<_> = a[..head].iter().map(|w| (Change::Same, w)).collect();
    middle(middle_a, middle_b, &mut found);
    found.extend(
        rest_a[rest_a.len() - tail..]
            .iter()
            .map(|w| (Change::Same, w)),
    );
    found
}

fn middle<'w>(a: &'w [Word], b: &'w [Word], found: &mut Vec<(Change, &'w Word)>) {
    let width = b.len() + 1;
    if (a.len() + 1) * width > MOST_CELLS {
        found.extend(a.iter().map(|w| (Change::Removed, w)));
        found.extend(b.iter().map(|w| (Change::Added, w)));
        return;
    }
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i].plain == b[j].plain {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut added = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i].plain == b[j].plain {
            found.append(&mut added);
            found.push((Change::Same, &a[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < a.len()
            && (j == b.len() || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        {
            found.push((Change::Removed, &a[i]));
            i += 1;
        } else {
            added.push((Change::Added, &b[j]));
            j += 1;
        }
    }
    found.append(&mut added);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(a: &str, b: &str) -> String {
        let piece = |p: Piece| {
            let (mark, text) = match p.change {
                Change::Same => ("=", a),
                Change::Removed => ("-", a),
                Change::Added => ("+", b),
            };
            format!("{mark}{}", p.range.slice(text).unwrap_or_default())
        };
        diff(a, b)
            .into_iter()
            .map(piece)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn words_are_the_same_removed_or_added() {
        assert_eq!(
            shown(
                "We will not close the bridge",
                "We shall close the old bridge."
            ),
            "=We | -will not | +shall | =close the | +old | =bridge"
        );
        assert_eq!(shown("Close it!", "close it"), "=Close it");
        assert_eq!(shown("", "close"), "+close");
        assert_eq!(shown("close", ""), "-close");
        assert_eq!(shown("", ""), "");
    }
}
