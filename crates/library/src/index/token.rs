//! From text to the words of the index.
//!
//! A word is a run of letters, digits and marks; every CJK character is a word of its own. Case
//! and accents are folded, so that *seance* finds *séance*; Cyrillic й and ё are letters, not
//! accents, and of the two only ё is written either way. Arabic-script letters that differ between
//! keyboards are made one.

use std::collections::HashMap;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::schema::STEMMED;

/// Marks within Hebrew words: of foreign sounds (ג׳), and of abbreviations (צה״ל).
const GERESH: char = '\u{5f3}';
const GERSHAYIM: char = '\u{5f4}';

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
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, first) = next_start(text, at)?;
        at = start + first.len_utf8();
        if !is_cjk(first) {
            at = end_of_word(text, at);
        }
        Some(Word {
            text: &text[start..at],
            start,
        })
    })
}

/// Where the next word begins, and its first character. Most characters are one byte, of which no
/// table needs to be asked.
fn next_start(text: &str, mut at: usize) -> Option<(usize, char)> {
    loop {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() {
                return Some((at, char::from(byte)));
            }
            at += 1;
        } else {
            let c = text[at..].chars().next()?;
            if c.is_alphanumeric() {
                return Some((at, c));
            }
            at += c.len_utf8();
        }
    }
}

fn end_of_word(text: &str, mut at: usize) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            at += 1;
        } else {
            match text[at..].chars().next() {
                Some(c) if continues(c) => at += c.len_utf8(),
                _ => break,
            }
        }
    }
    at
}

fn continues(c: char) -> bool {
    (c.is_alphanumeric() && !is_cjk(c))
        || is_combining_mark(c)
        || matches!(c, '\u{200c}' | '\u{ad}' | GERESH | GERSHAYIM)
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
        'ـ' | '\u{200c}' | '\u{ad}' | GERESH | GERSHAYIM => {}
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
#[derive(Debug, Clone)]
enum Form {
    Folded,
    /// The stems of words that are not their own; the text begins with a line that names its
    /// language.
    Inflected(Vec<Stems>),
}

/// The stems of a language's words. Few words make most of a text: those that were met are kept.
#[derive(Debug, Clone)]
struct Stems {
    algorithm: frostem::Algorithm,
    /// By the word in lower case: its stem, folded, and whether that is the word folded.
    known: HashMap<Box<str>, (Box<str>, bool)>,
    lower: String,
    folded: String,
}

/// How many stems are kept at most.
const KNOWN_STEMS: usize = 20_000;

impl Stems {
    fn new(algorithm: frostem::Algorithm) -> Self {
        Self {
            algorithm,
            known: HashMap::new(),
            lower: String::new(),
            folded: String::new(),
        }
    }

    /// The stem of a word, and whether the word is its own stem.
    fn of(&mut self, word: &str) -> (&str, bool) {
        lower_into(word, &mut self.lower);
        if !self.known.contains_key(self.lower.as_str()) {
            let stem = frostem::Stemmer::new(self.algorithm).stem(&self.lower);
            let mut stem_folded = String::new();
            fold_into(&stem, &mut stem_folded);
            fold_into(word, &mut self.folded);
            let is_own = stem_folded == self.folded;
            if self.known.len() >= KNOWN_STEMS {
                self.known.clear();
            }
            let stem = (stem_folded.into_boxed_str(), is_own);
            self.known.insert(self.lower.as_str().into(), stem);
        }
        let (stem, is_own) = &self.known[self.lower.as_str()];
        (stem, *is_own)
    }
}

/// Gives tantivy the words of a text.
#[derive(Clone)]
pub(crate) struct Words {
    form: Form,
    token: Token,
}

impl Words {
    fn new(form: Form) -> Self {
        Self {
            form,
            token: Token::default(),
        }
    }

    /// Words as they stand, case and accents folded.
    pub(crate) fn folded() -> Self {
        Self::new(Form::Folded)
    }

    /// The stems of words that are not their own, of texts as [`inflected_text`] gives them, as
    /// [`inflected_term`] writes them.
    pub(crate) fn inflected() -> Self {
        let all = STEMMED.iter().map(|(_, algorithm)| Stems::new(*algorithm));
        Self::new(Form::Inflected(all.collect()))
    }
}

/// A text in a language of [`STEMMED`], for [`Words::inflected`].
pub(crate) fn inflected_text(language: usize, text: &str) -> String {
    format!("{}\n{text}", STEMMED[language].0)
}

/// The stem of a language's words as [`Words::inflected`] writes it.
pub(crate) fn inflected_term(language: usize, stem: &str) -> String {
    format!("{}:{stem}", STEMMED[language].0)
}

/// Whether a word is in the script of a language of [`STEMMED`]; the stemmers of the others leave it
/// as it is.
pub(crate) fn is_written_in(word: &str, language: usize) -> bool {
    let ranges: &[_] = match STEMMED[language].0 {
        "ar" | "fa" => &[
            '\u{600}'..='\u{6ff}',
            '\u{750}'..='\u{77f}',
            '\u{fb50}'..='\u{feff}',
        ],
        "el" => &['\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1fff}'],
        "hy" => &['\u{530}'..='\u{58f}'],
        "ru" | "uk" => &['\u{400}'..='\u{52f}'],
        _ => &['a'..='\u{2af}', 'A'..='Z', '\u{1e00}'..='\u{1eff}'],
    };
    word.chars()
        .any(|c| ranges.iter().any(|range| range.contains(&c)))
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
        let (language, text) = match &self.form {
            Form::Inflected(_) => {
                let (code, text) = text.split_once('\n').unwrap_or_default();
                (STEMMED.iter().position(|(known, _)| *known == code), text)
            }
            Form::Folded => (None, text),
        };
        WordStream {
            words: Box::new(words(text)),
            language,
            state: self,
        }
    }
}

/// The words of one text, for tantivy.
pub(crate) struct WordStream<'a> {
    words: Box<dyn Iterator<Item = Word<'a>> + 'a>,
    language: Option<usize>,
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
            token.text.clear();
            match &mut self.state.form {
                Form::Folded => fold_into(word.text, &mut token.text),
                Form::Inflected(all) => {
                    let Some(language) = self.language else {
                        return false;
                    };
                    let (stem, is_own) = all[language].of(word.text);
                    if !is_own && !stem.is_empty() {
                        token.text.push_str(&inflected_term(language, stem));
                    }
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
    fn marks_within_hebrew_words_do_not_part_them() {
        check("ג׳ורג׳ מצה״ל", &["גורג", "מצהל"]);
    }

    #[test]
    fn every_cjk_character_is_a_word() {
        check("石油2024年", &["石", "油", "2024", "年"]);
    }

    #[test]
    fn inflected_words_keep_their_positions() {
        let english = STEMMED.iter().position(|(code, _)| *code == "en").unwrap();
        let text = inflected_text(english, "The border, borders; bordering on policies");
        let mut tokenizer = Words::inflected();
        let mut stream = tokenizer.token_stream(&text);
        let mut found = Vec::new();
        while stream.advance() {
            found.push((stream.token().position, stream.token().text.clone()));
        }
        let expected = [(2, "en:border"), (3, "en:border"), (5, "en:polici")];
        assert_eq!(found, expected.map(|(at, stem)| (at, stem.to_owned())));
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
