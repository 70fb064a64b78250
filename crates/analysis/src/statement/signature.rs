//! Keys under which the quotations of one statement meet.

use serde::{Deserialize, Serialize};

use super::words::{Wording, hash, primary};

/// How far apart two content words of a pair may stand: neighbours, and those with one between.
const REACH: usize = 2;
/// The most keys of one quotation.
const MOST_KEYS: usize = 96;

/// The keys of one quotation, to be kept beside it: a database that finds the quotations which share
/// keys with a new one has its candidates.
///
/// A key is a pair of content words close to each other, in order, with the language. It is the same
/// in every run of one version of the rules ([`crate::VERSION`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    keys: Vec<u64>,
}

impl Signature {
    /// The signature of quoted words in a language (BCP 47).
    #[must_use]
    pub fn of(words: &str, language: &str) -> Self {
        Self::read(&Wording::read(words, language), language)
    }

    pub(super) fn read(wording: &Wording, language: &str) -> Self {
        let language = hash(&primary(language));
        let stems = &wording.stems;
        let pairs = (0..stems.len()).flat_map(|at| {
            let partners = &stems[at + 1..stems.len().min(at + 1 + REACH)];
            partners
                .iter()
                .map(move |partner| hash(&(language, stems[at], *partner)))
        });
        let mut keys: Vec<u64> = pairs.collect();
        keys.sort_unstable();
        keys.dedup();
        // The lowest hashes: of words that two quotations share they are the same ones.
        keys.truncate(MOST_KEYS);
        Self { keys }
    }

    /// The keys, ascending and each once.
    #[must_use]
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// The fewest keys that a quotation must share with this one to be a candidate.
    #[must_use]
    pub fn fewest_shared(&self) -> usize {
        if self.keys.len() < 6 { 1 } else { 2 }
    }

    /// The number of keys that both have.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        let has = |key: &&u64| other.keys.binary_search(key).is_ok();
        self.keys.iter().filter(has).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_shares_the_keys_of_the_whole() {
        let whole = Signature::of("We will close the old bridge before the winter comes", "en");
        let part = Signature::of("close the old bridge", "en");
        assert_eq!(part.shared(&whole), part.keys().len());
        assert!(part.keys().len() >= part.fewest_shared());
    }

    #[test]
    fn languages_share_nothing() {
        let words = "Dossier Tarn Westmark Finch";
        let (a, b) = (Signature::of(words, "en"), Signature::of(words, "de"));
        assert_eq!(a.shared(&b), 0);
        assert_eq!(a.shared(&Signature::of(words, "en-GB")), a.keys().len());
    }

    #[test]
    fn words_without_content_have_no_keys() {
        assert!(Signature::of("It is what it is", "en").keys().is_empty());
    }
}
