//! Tells in which of the supported languages a text is written.

use crate::Context;

/// The letters that are read to tell the language: a page or so.
const SAMPLE: usize = 6_000;

/// A language whose verbs of saying are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Language {
    English,
    Russian,
    Turkish,
    Azerbaijani,
    Persian,
    Arabic,
    Hebrew,
    German,
    French,
    Spanish,
}

/// Small words that are frequent in one language and rare in the others written in Latin letters.
const FUNCTION_WORDS: [(Language, &[&str]); 6] = [
    (
        Language::English,
        &[
            "the", "and", "of", "to", "that", "was", "with", "he", "she", "said",
        ],
    ),
    (
        Language::German,
        &[
            "der", "die", "das", "und", "nicht", "ist", "mit", "den", "sagte", "ein",
        ],
    ),
    (
        Language::French,
        &[
            "le", "les", "des", "et", "une", "est", "pour", "dans", "du", "dit",
        ],
    ),
    (
        Language::Spanish,
        &[
            "el", "los", "las", "y", "que", "una", "por", "del", "con", "dijo",
        ],
    ),
    (
        Language::Turkish,
        &[
            "ve", "bir", "bu", "için", "ile", "dedi", "olarak", "da", "de", "söyledi",
        ],
    ),
    (
        Language::Azerbaijani,
        &[
            "və", "bir", "bu", "üçün", "ilə", "dedi", "deyib", "da", "də", "ki",
        ],
    ),
];

impl Language {
    /// The language that the context names, or the one that the text seems to be written in;
    /// English where neither tells.
    pub(super) fn of(text: &str, context: &Context<'_>) -> Self {
        context
            .language
            .and_then(Self::of_tag)
            .unwrap_or_else(|| Self::guess(text))
    }

    fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Some(match primary.as_str() {
            "en" => Self::English,
            "ru" => Self::Russian,
            "tr" => Self::Turkish,
            "az" => Self::Azerbaijani,
            "fa" => Self::Persian,
            "ar" => Self::Arabic,
            "he" | "iw" => Self::Hebrew,
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            _ => return None,
        })
    }

    fn guess(text: &str) -> Self {
        let end = text
            .char_indices()
            .nth(SAMPLE)
            .map_or(text.len(), |(at, _)| at);
        let sample = &text[..end];
        let (mut latin, mut cyrillic, mut arabic, mut persian, mut hebrew, mut schwa) =
            (0, 0, 0, 0, 0, 0);
        for c in sample.chars() {
            match c {
                'ə' | 'Ə' => schwa += 1,
                'a'..='z' | 'A'..='Z' => latin += 1,
                '\u{0400}'..='\u{04FF}' => cyrillic += 1,
                'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => persian += 1,
                '\u{0600}'..='\u{06FF}' => arabic += 1,
                '\u{0590}'..='\u{05FF}' => hebrew += 1,
                _ => {}
            }
        }
        let script = [latin + schwa, cyrillic, arabic + persian, hebrew];
        let most = script.iter().max().copied().unwrap_or(0);
        if most == 0 || most == script[0] {
            return if schwa * 40 > latin {
                Self::Azerbaijani
            } else {
                Self::guess_latin(sample)
            };
        }
        if most == cyrillic {
            Self::Russian
        } else if most == hebrew {
            Self::Hebrew
        } else if persian * 20 > arabic {
            Self::Persian
        } else {
            Self::Arabic
        }
    }

    fn guess_latin(sample: &str) -> Self {
        let mut counts = [0_u32; FUNCTION_WORDS.len()];
        for word in sample
            .split(|c: char| !c.is_alphabetic())
            .filter(|w| (1..=8).contains(&w.len()))
        {
            for (count, (_, words)) in counts.iter_mut().zip(FUNCTION_WORDS) {
                *count += u32::from(words.iter().any(|known| word.eq_ignore_ascii_case(known)));
            }
        }
        let mut best = 0;
        for (index, count) in counts.iter().enumerate() {
            if *count > counts[best] {
                best = index;
            }
        }
        FUNCTION_WORDS[best].0
    }

    /// Whether dialogue is commonly set with dashes.
    pub(super) fn has_dash_dialogue(self) -> bool {
        matches!(
            self,
            Self::Russian | Self::Turkish | Self::Azerbaijani | Self::French | Self::Spanish
        )
    }

    /// Whether names begin with a capital letter that other words lack.
    pub(super) fn has_capitals(self) -> bool {
        !matches!(self, Self::Persian | Self::Arabic | Self::Hebrew)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_told_from_a_sentence() {
        for (text, expected) in [
            (
                "The minister said that the talks with the envoy were over.",
                Language::English,
            ),
            (
                "Министр сообщил, что переговоры закончены.",
                Language::Russian,
            ),
            (
                "Bakan, görüşmelerin bu hafta için bir karar getirdiğini söyledi.",
                Language::Turkish,
            ),
            (
                "Nazir bildirib ki, danışıqlar başa çatıb və sənəd imzalanıb.",
                Language::Azerbaijani,
            ),
            ("وزیر گفت که گفت‌وگوها پایان یافته است.", Language::Persian),
            ("قال الوزير إن المحادثات انتهت أمس.", Language::Arabic),
            ("השר אמר כי השיחות הסתיימו.", Language::Hebrew),
            (
                "Der Minister sagte, die Gespräche seien nicht zu Ende und das Papier fertig.",
                Language::German,
            ),
            (
                "Le ministre a dit que les pourparlers étaient finis dans une heure.",
                Language::French,
            ),
            (
                "El ministro dijo que las conversaciones con los enviados terminaron.",
                Language::Spanish,
            ),
            ("12345", Language::English),
        ] {
            assert_eq!(Language::of(text, &Context::default()), expected, "{text}");
        }
    }
}
