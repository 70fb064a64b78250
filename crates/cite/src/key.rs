use std::collections::HashSet;

use crate::{Item, item::split_name};

/// Gives out citation keys, each once: `kerlan2021velmar`.
#[derive(Debug, Default)]
pub struct Keys {
    given: HashSet<String>,
}

impl Keys {
    /// A key of family name, year and first long word of the title, in ASCII; letters are added
    /// where it was given out before.
    pub fn key(&mut self, item: &Item) -> String {
        let author = item
            .authors
            .first()
            .map_or("", |name| split_name(name).map_or(name, |n| n.1));
        let year = item
            .issued
            .map(|date| date.year().to_string())
            .unwrap_or_default();
        let word = item
            .title
            .split_whitespace()
            .map(ascii)
            .find(|word| word.len() > 3);
        let mut base = format!("{}{year}{}", ascii(author), word.unwrap_or_default());
        if base.is_empty() {
            "document".clone_into(&mut base);
        }
        let mut key = base.clone();
        let mut count = 1;
        while !self.given.insert(key.clone()) {
            count += 1;
            key = format!("{base}-{count}");
        }
        key
    }
}

/// The ASCII letters and digits of a word, accents dropped, in lower case.
fn ascii(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    word.nfd()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_given_out_twice() {
        let item = Item {
            title: "Velmar promises gas".to_owned(),
            authors: vec!["Tóbias Kerlán".to_owned()],
            issued: "2021-03-12".parse().ok(),
            ..Item::default()
        };
        let mut keys = Keys::default();
        assert_eq!(keys.key(&item), "kerlan2021velmar");
        assert_eq!(keys.key(&item), "kerlan2021velmar-2");
        assert_eq!(keys.key(&Item::default()), "document");
    }
}
