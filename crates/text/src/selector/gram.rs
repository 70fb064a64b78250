//! The index of short runs of symbols, by which places are found without reading the whole text.

use super::fold::weight;

/// Weight of a gram: six letters, three syllables of Hangul or kana, two Chinese characters.
const GRAM_WEIGHT: u32 = 6;

/// Where every gram of a text stands.
///
/// Grams are told apart by a hash only: a collision costs a comparison, never an answer, since
/// whoever looks up a gram compares the symbols afterwards.
#[derive(Debug)]
pub(super) struct GramIndex {
    shift: u32,
    /// For every bucket where its positions begin in `positions`, and the end of the last.
    heads: Vec<u32>,
    positions: Vec<u32>,
}

impl GramIndex {
    pub(super) fn new(symbols: &[char]) -> Self {
        let bits = (symbols.len().max(16) as u32).ilog2() + 1;
        let shift = 32 - bits.min(31);
        let hashes: Vec<u32> = grams(symbols).collect();
        let mut heads = vec![0_u32; (1 << (32 - shift)) + 1];
        for hash in &hashes {
            heads[(hash >> shift) as usize + 1] += 1;
        }
        for bucket in 1..heads.len() {
            heads[bucket] += heads[bucket - 1];
        }
        let mut next = heads.clone();
        let mut positions = vec![0; hashes.len()];
        for (position, hash) in hashes.iter().enumerate() {
            let slot = &mut next[(hash >> shift) as usize];
            positions[*slot as usize] = position as u32;
            *slot += 1;
        }
        Self {
            shift,
            heads,
            positions,
        }
    }

    /// The symbols at which a gram stands, ascending.
    pub(super) fn positions(&self, gram: u32) -> &[u32] {
        let bucket = (gram >> self.shift) as usize;
        &self.positions[self.heads[bucket] as usize..self.heads[bucket + 1] as usize]
    }
}

/// The hash of the gram that starts at every symbol, up to the last that is complete.
pub(super) fn grams(symbols: &[char]) -> impl Iterator<Item = u32> {
    (0..symbols.len()).map_while(|at| {
        let (mut hash, mut sum) = (0_u32, 0);
        for &c in &symbols[at..] {
            hash = (hash ^ c as u32).wrapping_mul(0x9e37_79b1).rotate_left(13);
            sum += weight(c);
            if sum >= GRAM_WEIGHT {
                return Some((hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b));
            }
        }
        None
    })
}
