//! The languages whose dates are read, and which of them a text is in.

use std::sync::LazyLock;

use super::{Lexicon, arabic, english, european, hebrew, persian, russian, turkic};

/// A language whose dates are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::timex) enum Language {
    English,
    Russian,
    Azerbaijani,
    Turkish,
    French,
    German,
    Spanish,
    Persian,
    Arabic,
    Hebrew,
}

impl Language {
    /// The words of the language, built once.
    pub(in crate::timex) fn lexicon(self) -> &'static Lexicon {
        static ALL: [LazyLock<Lexicon>; 10] = [
            LazyLock::new(english::lexicon),
            LazyLock::new(russian::lexicon),
            LazyLock::new(turkic::azerbaijani),
            LazyLock::new(turkic::turkish),
            LazyLock::new(european::french),
            LazyLock::new(european::german),
            LazyLock::new(european::spanish),
            LazyLock::new(persian::lexicon),
            LazyLock::new(arabic::lexicon),
            LazyLock::new(hebrew::lexicon),
        ];
        &ALL[self as usize]
    }

    /// The language of a BCP 47 tag, where its dates are read.
    pub(in crate::timex) fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Some(match primary.as_str() {
            "en" => Self::English,
            "ru" => Self::Russian,
            "az" => Self::Azerbaijani,
            "tr" => Self::Turkish,
            "fr" => Self::French,
            "de" => Self::German,
            "es" => Self::Spanish,
            "fa" | "prs" => Self::Persian,
            "ar" => Self::Arabic,
            "he" | "iw" => Self::Hebrew,
            _ => return None,
        })
    }

    /// The language that the letters and the commonest words of a text suggest.
    pub(in crate::timex) fn guess(text: &str) -> Self {
        let mut counts = [0_u32; 10];
        let sample = text
            .char_indices()
            .nth(4000)
            .map_or(text, |(end, _)| &text[..end]);
        for c in sample.chars().filter(|c| !c.is_ascii()) {
            match c {
                'а'..='я' | 'А'..='Я' => counts[Self::Russian as usize] += 1,
                'ə' | 'Ə' => counts[Self::Azerbaijani as usize] += 30,
                'ğ' | 'ı' | 'ş' | 'İ' | 'Ş' => counts[Self::Turkish as usize] += 10,
                'پ' | 'چ' | 'گ' | 'ی' | 'ک' | 'ژ' => counts[Self::Persian as usize] += 5,
                'ا'..='ي' => counts[Self::Arabic as usize] += 1,
                'א'..='ת' => counts[Self::Hebrew as usize] += 1,
                _ => {}
            }
        }
        for word in sample.split(|c: char| !c.is_alphabetic()) {
            let language = match word {
                "the" | "and" | "of" | "to" | "that" => Self::English,
                "le" | "les" | "des" | "et" | "du" | "une" => Self::French,
                "der" | "die" | "und" | "das" | "ist" | "den" => Self::German,
                "el" | "los" | "las" | "y" | "del" | "que" => Self::Spanish,
                _ => continue,
            };
            counts[language as usize] += 6;
        }
        const ALL: [Language; 10] = [
            Language::English,
            Language::Russian,
            Language::Azerbaijani,
            Language::Turkish,
            Language::French,
            Language::German,
            Language::Spanish,
            Language::Persian,
            Language::Arabic,
            Language::Hebrew,
        ];
        let mut best = Self::English;
        for language in ALL {
            if counts[language as usize] > counts[best as usize] {
                best = language;
            }
        }
        best
    }
}
