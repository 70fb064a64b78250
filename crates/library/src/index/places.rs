//! Where the words of a text stand, found without reading the text from its beginning.
//!
//! The index knows the positions of words: the seventeenth, the fortieth. A passage needs bytes. So
//! the index keeps for every text the lengths of its stretches of [`STRETCH`] words; from the
//! beginning of a stretch a word is found by reading a few others.

use super::token::{Word, words};

/// How many words a stretch has.
pub(super) const STRETCH: usize = 16;

/// The lengths, in bytes, of what stands before the first word, of every stretch, and so on to the
/// end of the text.
pub(super) fn lengths(text: &str) -> Vec<u64> {
    let mut lengths = Vec::with_capacity(text.len() / 80 + 2);
    let mut last = 0;
    for word in words(text).step_by(STRETCH) {
        lengths.push((word.start - last) as u64);
        last = word.start;
    }
    lengths.push((text.len() - last) as u64);
    lengths
}

/// The places of a text's words.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Where every stretch begins, and where the text ends.
    starts: Vec<u32>,
}

impl Places {
    /// Reads what [`lengths`] gave.
    pub(super) fn read(&mut self, lengths: impl Iterator<Item = u64>) {
        let mut at = 0;
        self.starts.clear();
        self.starts.extend(lengths.map(|length| {
            at += length as u32;
            at
        }));
    }

    /// Whether they are those of `text`, as far as its length tells.
    pub(super) fn fit(&self, text: &str) -> bool {
        self.starts
            .last()
            .is_some_and(|&end| end as usize == text.len())
    }

    /// About where a word begins: its stretch taken as even.
    pub(super) fn about(&self, word: u32) -> u32 {
        let (stretch, rest) = (word as usize / STRETCH, word as usize % STRETCH);
        let end = self.starts.last().copied().unwrap_or_default();
        let start = self.starts.get(stretch).copied().unwrap_or(end);
        let next = self.starts.get(stretch + 1).copied().unwrap_or(end);
        start + (next.saturating_sub(start) as usize * rest / STRETCH) as u32
    }

    /// The words of the text from the beginning of a word's stretch on, each with its position and,
    /// as in the whole text, its place.
    pub(super) fn words_from<'t>(
        &self,
        text: &'t str,
        word: u32,
    ) -> impl Iterator<Item = (u32, Word<'t>)> {
        let stretch = word as usize / STRETCH;
        let start = self
            .starts
            .get(stretch)
            .map_or(text.len(), |&start| start as usize);
        let rest = text.get(start..).unwrap_or_default();
        let first = (stretch * STRETCH) as u32;
        (first..).zip(words(rest)).map(move |(at, word)| {
            let start = start + word.start;
            (at, Word { start, ..word })
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(text: &str) -> Places {
        let mut places = Places::default();
        places.read(lengths(text).into_iter());
        places
    }

    proptest! {
        #[test]
        fn every_word_is_found_from_its_stretch(
            text in "([a-zé石]{1,4}[ ,.]{1,3}){0,60}",
            wanted in 0u32..70,
        ) {
            let places = places(&text);
            prop_assert!(places.fit(&text));
            let found = places.words_from(&text, wanted).find(|(at, _)| *at == wanted);
            let expected = words(&text).nth(wanted as usize);
            prop_assert_eq!(found.map(|(_, word)| word), expected);
            if let Some(word) = expected {
                let about = places.about(wanted) as usize;
                prop_assert!(about.abs_diff(word.start) <= STRETCH * 12);
            }
        }
    }

    #[test]
    fn a_text_without_words_has_an_end() {
        assert!(places("").fit(""));
        assert!(places("…").fit("…"));
        assert_eq!(places("").words_from("", 40).count(), 0);
    }
}
