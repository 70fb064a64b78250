//! From text to the words of the index.
//!
//! A word is a run of letters, digits and marks; every CJK character is a word of its own. Case
//! and accents are folded, so that *seance* finds *séance*; Cyrillic й and ё are letters, not
//! accents, and of the two only ё is written either way. Arabic-script letters that differ between
//! keyboards are made one.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// As it stands.
    pub(crate) text: &'t str,
    /// Byte offset of its first character.
    pub(crate) start: usize,
}

impl Word<'_> {
    /// Byte offset after its last character.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|&(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        if !is_cjk(first) {
            while let Some((at, c)) = rest.next_if(|&(_, c)| continues(c)) {
                end = at + c.len_utf8();
            }
        }
        Some(Word {
            text: &text[start..end],
            start,
        })
    })
}

fn continues(c: char) -> bool {
    (c.is_alphanumeric() && !is_cjk(c))
        || is_combining_mark(c)
        || matches!(c, '\u{200c}' | '\u{ad}')
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Writes a word in lower case into `out`, accents kept, as stemmers expect it.
pub(crate) fn lower_into(word: &str, out: &mut String) {
    out.clear();
    for c in word.chars() {
        match c {
            '\u{200c}' | '\u{ad}' => {}
            'İ' => out.push('i'),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// Writes a word with case and accents folded into `out`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        if is_combining_mark(c) {
            let letter = out
                .chars()
                .next_back()
                .and_then(|base| cyrillic_letter(base, c));
            if let Some(letter) = letter {
                out.pop();
                out.push(letter);
            }
        } else {
            push_folded(c, out);
        }
    }
}

/// The Cyrillic letters that are written as another one with a mark.
fn cyrillic_letter(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('и', '\u{306}') => Some('й'),
        ('і', '\u{308}') => Some('ї'),
        ('у', '\u{306}') => Some('ў'),
        _ => None,
    }
}

fn push_folded(c: char, out: &mut String) {
    match c {
        'ı' => out.push('i'),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' => out.push('d'),
        'ς' => out.push('σ'),
        // Arabic script: yeh and kaf of either keyboard, alef with or without hamza, tatweel.
        'ي' | 'ى' | 'ئ' => out.push('ی'),
        'ك' => out.push('ک'),
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ؤ' => out.push('و'),
        'ة' => out.push('ه'),
        'ـ' | '\u{200c}' | '\u{ad}' => {}
        c => out.push(c),
    }
}

/// A word with case and accents folded.
pub(crate) fn folded(word: &str) -> String {
    let mut out = String::new();
    fold_into(word, &mut out);
    out
}

/// How a field's words are written into the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Folded,
    Stemmed(frostem::Algorithm),
}

/// Gives tantivy the words of a text.
#[derive(Clone)]
pub(crate) struct Words {
    form: Form,
    token: Token,
    lower: String,
}

impl Words {
    /// Words as they stand, case and accents folded.
    pub(crate) fn folded() -> Self {
        Self {
            form: Form::Folded,
            token: Token::default(),
            lower: String::new(),
        }
    }

    /// Words reduced to their stems.
    pub(crate) fn stemmed(algorithm: frostem::Algorithm) -> Self {
        Self {
            form: Form::Stemmed(algorithm),
            ..Self::folded()
        }
    }
}

/// The longest word that is indexed, in bytes: longer ones are no words that anyone types.
const MAX_WORD: usize = 200;

/// Writes the stem of a word, folded, into `out`; `lower` is room to work in.
pub(crate) fn stem_into(
    algorithm: frostem::Algorithm,
    word: &str,
    lower: &mut String,
    out: &mut String,
) {
    lower_into(word, lower);
    let stem = frostem::Stemmer::new(algorithm).stem(lower);
    fold_into(&stem, out);
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        self.token.reset();
        WordStream {
            words: Box::new(words(text)),
            state: self,
        }
    }
}

/// The words of one text, for tantivy.
pub(crate) struct WordStream<'a> {
    words: Box<dyn Iterator<Item = Word<'a>> + 'a>,
    state: &'a mut Words,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        for word in self.words.by_ref() {
            let token = &mut self.state.token;
            token.position = token.position.wrapping_add(1);
            if word.text.len() > MAX_WORD {
                continue;
            }
            token.offset_from = word.start;
            token.offset_to = word.end();
            match self.state.form {
                Form::Folded => fold_into(word.text, &mut token.text),
                Form::Stemmed(algorithm) => {
                    stem_into(algorithm, word.text, &mut self.state.lower, &mut token.text);
                }
            }
            if !token.text.is_empty() {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.state.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.state.token
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = words(text).map(|word| folded(word.text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn case_and_accents_are_folded() {
        check(
            "Séance in Łódź: Ərəb, Straße",
            &["seance", "in", "lodz", "ərəb", "strasse"],
        );
        check("İSTANBUL ırmak", &["istanbul", "irmak"]);
    }

    #[test]
    fn cyrillic_letters_stay_letters() {
        check("Ёлка, край и їжа", &["елка", "край", "и", "їжа"]);
    }

    #[test]
    fn arabic_script_is_one_whatever_the_keyboard() {
        check("ايران ایران", &["ایران", "ایران"]);
        check("مُحَمَّد", &["محمد"]);
    }

    #[test]
    fn every_cjk_character_is_a_word() {
        check("石油2024年", &["石", "油", "2024", "年"]);
    }

    proptest! {
        #[test]
        fn words_are_slices_of_the_text_in_order(text in "(?s).{0,200}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.start >= end);
                prop_assert_eq!(&text[word.start..word.end()], word.text);
                end = word.end();
            }
        }
    }
}
