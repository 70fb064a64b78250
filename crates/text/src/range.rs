use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes of one text, on character boundaries.
///
/// Texts are limited to 4 GiB, so a range is eight bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextRange {
    /// Byte offset of the first character.
    pub start: u32,
    /// Byte offset after the last character; never less than `start`.
    pub end: u32,
}

impl TextRange {
    /// Makes a range from byte offsets.
    ///
    /// # Panics
    ///
    /// Panics when `end < start` or an offset exceeds 4 GiB: both are errors of the caller.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(
            start <= end,
            "a range does not run backwards: {start}..{end}"
        );
        Self {
            start: u32::try_from(start).expect("a text is at most 4 GiB long"),
            end: u32::try_from(end).expect("a text is at most 4 GiB long"),
        }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no character.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range as indices of a string slice.
    #[must_use]
    pub fn as_usize(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The characters of `text` that the range names, or `None` when it does not fit that text.
    #[must_use]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.as_usize())
    }

    /// Whether every byte of `other` is within this range.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two ranges share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The range moved `bytes` towards the end.
    #[must_use]
    pub fn shifted(self, bytes: usize) -> Self {
        Self::new(self.start as usize + bytes, self.end as usize + bytes)
    }

    /// The range without white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let Some(slice) = self.slice(text) else {
            return self;
        };
        let lead = slice.len() - slice.trim_start().len();
        let kept = slice.trim().len();
        let start = self.start as usize + lead;
        Self::new(start, start + kept)
    }
}

impl From<std::ops::Range<usize>> for TextRange {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
