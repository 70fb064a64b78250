use crate::TextRange;

/// Bytes between two checkpoints of the table.
const STEP: usize = 256;

/// Converts positions of one text between UTF-8 bytes, UTF-16 code units and Unicode code points.
///
/// Building it reads the text once; a conversion reads at most 256 bytes. An offset that is not on
/// a character boundary or lies past the end converts to `None`.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// For every checkpoint the byte offset of a character boundary, and the UTF-16 units and code
    /// points before it.
    checkpoints: Vec<[u32; 3]>,
}

impl<'t> Offsets<'t> {
    /// Reads `text` once and remembers where its characters are.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = vec![[0, 0, 0]];
        let (mut utf16, mut points, mut next) = (0, 0, STEP);
        for (byte, c) in text.char_indices() {
            if byte >= next {
                checkpoints.push([byte as u32, utf16, points]);
                next = byte + STEP;
            }
            utf16 += c.len_utf16() as u32;
            points += 1;
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of a byte offset.
    #[must_use]
    pub fn utf16(&self, byte: u32) -> Option<u32> {
        self.offset_of(byte, 1)
    }

    /// The code point offset of a byte offset.
    #[must_use]
    pub fn code_point(&self, byte: u32) -> Option<u32> {
        self.offset_of(byte, 2)
    }

    /// The byte offset of a UTF-16 offset.
    #[must_use]
    pub fn byte_of_utf16(&self, utf16: u32) -> Option<u32> {
        self.byte_at(utf16, 1)
    }

    /// The byte offset of a code point offset.
    #[must_use]
    pub fn byte_of_code_point(&self, point: u32) -> Option<u32> {
        self.byte_at(point, 2)
    }

    /// A byte range as `(start, end)` in UTF-16 units.
    #[must_use]
    pub fn utf16_range(&self, range: TextRange) -> Option<(u32, u32)> {
        Some((self.utf16(range.start)?, self.utf16(range.end)?))
    }

    /// A byte range as `(start, end)` in code points.
    #[must_use]
    pub fn code_point_range(&self, range: TextRange) -> Option<(u32, u32)> {
        Some((self.code_point(range.start)?, self.code_point(range.end)?))
    }

    /// The byte range of a UTF-16 range.
    #[must_use]
    pub fn range_of_utf16(&self, start: u32, end: u32) -> Option<TextRange> {
        let (start, end) = (self.byte_of_utf16(start)?, self.byte_of_utf16(end)?);
        (start <= end).then_some(TextRange { start, end })
    }

    /// The byte range of a code point range.
    #[must_use]
    pub fn range_of_code_points(&self, start: u32, end: u32) -> Option<TextRange> {
        let (start, end) = (
            self.byte_of_code_point(start)?,
            self.byte_of_code_point(end)?,
        );
        (start <= end).then_some(TextRange { start, end })
    }

    fn offset_of(&self, byte: u32, unit: usize) -> Option<u32> {
        let [from, ..] = *self.before(0, byte);
        let slice = self.text.get(from as usize..byte as usize)?;
        let checkpoint = self.before(0, byte);
        Some(checkpoint[unit] + slice.chars().map(|c| width(c, unit)).sum::<u32>())
    }

    fn byte_at(&self, offset: u32, unit: usize) -> Option<u32> {
        let checkpoint = self.before(unit, offset);
        let mut at = checkpoint[unit];
        let mut byte = checkpoint[0];
        for c in self.text[byte as usize..].chars() {
            if at >= offset {
                break;
            }
            at += width(c, unit);
            byte += c.len_utf8() as u32;
        }
        (at == offset).then_some(byte)
    }

    fn before(&self, unit: usize, offset: u32) -> &[u32; 3] {
        let after = self.checkpoints.partition_point(|c| c[unit] <= offset);
        &self.checkpoints[after.saturating_sub(1)]
    }
}

fn width(c: char, unit: usize) -> u32 {
    if unit == 1 { c.len_utf16() as u32 } else { 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_offset_inside_a_character_has_no_other_unit() {
        let offsets = Offsets::new("aé😀b");
        assert_eq!(offsets.utf16(2), None, "byte 2 is inside é");
        assert_eq!(
            offsets.byte_of_utf16(3),
            None,
            "unit 3 is the low surrogate of the emoji"
        );
        assert_eq!(offsets.utf16(99), None, "past the end");
        assert_eq!(offsets.byte_of_code_point(5), None, "past the end");
    }

    proptest! {
        #[test]
        fn every_boundary_converts_there_and_back(text in "(?s).{0,900}") {
            let offsets = Offsets::new(&text);
            let (mut utf16, mut points) = (0, 0);
            for (byte, c) in text.char_indices().chain([(text.len(), ' ')]) {
                let byte = byte as u32;
                prop_assert_eq!(offsets.utf16(byte), Some(utf16));
                prop_assert_eq!(offsets.code_point(byte), Some(points));
                prop_assert_eq!(offsets.byte_of_utf16(utf16), Some(byte));
                prop_assert_eq!(offsets.byte_of_code_point(points), Some(byte));
                utf16 += c.len_utf16() as u32;
                points += 1;
            }
        }
    }
}
