//! What the letters of a Latin text stand for: languages use them differently.

/// Which sounds the letters of a text stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// English, and every language that is not known.
    English,
    Azerbaijani,
    Turkish,
    German,
    French,
    /// Spanish and Catalan.
    Spanish,
    /// Polish, Czech, Croatian, Baltic …: `c` is *ts*, `j` a glide, `ch` a *kh*.
    Slavic,
    /// Dutch, Scandinavian, Finnish, Hungarian …: `j` is a glide.
    Nordic,
    /// What a person typed: anything.
    Typed,
}

impl Spelling {
    /// The spelling of a text in a language (BCP 47).
    pub(super) fn of_language(language: &str) -> Self {
        match language.split('-').next().unwrap_or_default() {
            "az" => Self::Azerbaijani,
            "tr" | "crh" | "gag" => Self::Turkish,
            "de" | "lb" => Self::German,
            "fr" => Self::French,
            "es" | "ca" | "gl" => Self::Spanish,
            "pl" | "cs" | "sk" | "hr" | "sr" | "bs" | "sl" | "lv" | "lt" => Self::Slavic,
            "nl" | "sv" | "da" | "nb" | "nn" | "no" | "fi" | "et" | "hu" | "is" => Self::Nordic,
            _ => Self::English,
        }
    }

    /// Spellings that a typed word may be read in besides, by its letters.
    pub(super) fn besides(letters: &[char]) -> Option<Self> {
        let has_german_group = letters.windows(3).any(|w| matches!(w, ['s', 'c', 'h']));
        (has_german_group || has_german_ending(letters)).then_some(Self::German)
    }

    /// The spelling that the letters themselves give away.
    pub(super) fn or_of_letters(self, letters: &[char]) -> Self {
        match self {
            Self::English | Self::Typed if letters.contains(&'ə') => Self::Azerbaijani,
            Self::English if letters.iter().any(|c| matches!(c, 'ğ' | 'ı')) => Self::Turkish,
            _ => self,
        }
    }
}

/// Whether a word ends as German writes surnames from the east.
pub(super) fn has_german_ending(letters: &[char]) -> bool {
    matches!(
        letters,
        [.., 'o' | 'e', 'w']
            | [.., 'o' | 'e', 'w', 'a']
            | [.., 'd', 's', 'e']
            | [.., 'w', 'i', 'l', 'i']
    )
}
