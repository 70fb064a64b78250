//! Names across scripts: keys under which the spellings of one name meet.
//!
//! A search for *Aliyev* has to find Aliev, Əliyev, Алиев, Алієв, ალიევი, Ալիև and علی‌اف, also as
//! *Əliyevin*, *Алиевым* and *ალიევის*, and must not find Aliyeva, Aliyu or Ali. Every word of a
//! text that [may be a name](may_be_name) is indexed under its [document keys](document_keys); a
//! typed word is looked up under its [query keys](query_keys). They match if they share one.
//!
//! # What a key is
//!
//! Words are read as sounds, letter by letter, in the way of their script and language: `c` is
//! *j* in Azerbaijani and *ts* in Polish, `х` and `kh` are *h*. From the sounds everything goes
//! that spellings of one name regularly differ in: doubled letters, glides (*-iyev*, *-iev*), ts
//! and z, -of and -ov. Words of five sounds and more are told apart by their consonants and three
//! kinds of vowel (a = e, o = u), since Azerbaijani ə, Persian short vowels and unstressed vowels
//! are written either way; shorter ones keep all five, or *Ben* would be *Ban*.
//!
//! # Who bears the cost
//!
//! What is certain from the spelling is folded in the text; what is only possible is left to the
//! query, which is one word and may try many keys. So a word of a text mostly has one key, and
//! one more for each name that it may be a case of: Алиева is Алиев and Алиева. Exchanges such as
//! Hasanov and Гасанов, Quliyev and Кулиев have prices, and a typed word may spend more the
//! longer it is. Short words therefore find little but themselves.
//!
//! # Scripts without vowels
//!
//! Arabic and Hebrew words are indexed by their letters, under keys that begin with a digit. A
//! name in another script is not stripped of its vowels to meet them, which would make one of
//! Aliyev, Olaf and Alava; a typed name is *spelled* in both scripts, in the ways people do
//! (-ov is اف, وف or וב), and a name typed in these scripts is read with the vowels that may stand
//! between its letters. Texts with vowels need no second key for that.
//!
//! # Sources
//!
//! The letters follow the BGN/PCGN systems and agreements for Azerbaijani (1993), Armenian
//! (1981), Georgian (2009), Russian (1947), Ukrainian (2019), Arabic (1956), Persian (1958) and
//! Hebrew (2006), and their folk versions in the press. That a name is read in each of several
//! languages, that readings are prefixed by what they cost and that approximate rules come after
//! exact ones is the idea of Beider-Morse phonetic matching; its rules are for other names.

mod abjad;
mod alternation;
mod caucasian;
mod common;
mod cyrillic;
mod ending;
mod irregular;
mod key;
mod latin;
mod raw;
mod spelling;
mod text;
mod typed;
mod vowels;
mod word;

use ending::Bases;
use word::{Script, Word};

/// Whether a word of a text is worth its keys: it has a capital letter, or its script has none.
pub fn may_be_name(word: &str) -> bool {
    let mut letters = word.chars();
    let Some((first, script)) = letters.find_map(|c| Some((c, Script::of(c)?))) else {
        return false;
    };
    !script.has_case() || first.is_uppercase()
}

/// Adds the keys of a word as it stands in a text of a language (BCP 47, where known) to `out`.
///
/// There are several where it may be a case of several names, and none where it is no name: one
/// of the commonest words of its language, or of a script that is not known. Keys are lower-case ASCII letters, after a digit where the script
/// has no vowels.
pub fn document_keys(word: &str, language: Option<&str>, out: &mut Vec<String>) {
    if let Some(word) = Word::read(word)
        && !common::is_common(&word, language)
    {
        let bases = Bases::of(&word, language);
        text::push_keys_of(&word, &bases, language, out);
    }
}

/// The keys of a word that a person typed, in any script and any spelling.
///
/// It is taken for a name as it stands; a form is taken for its name only where nobody is called
/// by the form (Алиевым). The keys of the name itself come first, those of names that languages
/// call differently (Moscow, Москва) among them.
pub fn query_keys(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(word) = Word::read(word) {
        typed::push_keys_of(&word, &mut out);
    }
    out
}
