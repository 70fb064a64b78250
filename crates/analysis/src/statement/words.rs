//! Divides quoted words, and tells those that carry content from those that every sentence has.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use dossier_text::TextRange;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::stem::stem;

/// The most words of a quotation that are compared; more is a speech and no statement.
const MOST_WORDS: usize = 600;

/// One word as it stands in the text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) range: TextRange,
    /// In lower case, without accents and with plain apostrophes.
    pub(super) plain: String,
}

/// A quotation as it is compared.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    pub(super) words: Vec<Word>,
    /// Hashes of the stems of its content words, in order.
    pub(super) stems: Vec<u64>,
}

impl Wording {
    pub(super) fn read(text: &str, language: &str) -> Self {
        let words = words(text);
        let language = primary(language);
        let stop = stop_words(language);
        let stems = words
            .iter()
            .filter(|w| !is_stop(stop, &w.plain))
            .map(|w| hash(&stem(&w.plain, language)))
            .collect();
        Self { words, stems }
    }
}

/// The primary subtag of a BCP 47 language.
pub(super) fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

/// A hash that is the same in every run and build, as signatures that are kept need.
pub(super) fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    value.hash(&mut hasher);
    hasher.finish()
}

/// FNV-1a with the finalizer of SplitMix64, which spreads its lower bits.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.write(&value.to_le_bytes());
    }

    fn finish(&self) -> u64 {
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The words of `text` in order, at most [`MOST_WORDS`].
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        let is_inner =
            matches!(c, '\'' | '’' | '\u{200c}') && start.is_some() && next.is_alphabetic();
        let is_decimal = matches!(c, '.' | ',') && start.is_some() && next.is_ascii_digit();
        if c.is_alphanumeric() || is_combining_mark(c) || is_inner || is_decimal {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            found.push(word(text, from, at));
        }
        if found.len() >= MOST_WORDS {
            return found;
        }
    }
    if let Some(from) = start {
        found.push(word(text, from, text.len()));
    }
    found
}

fn word(text: &str, start: usize, end: usize) -> Word {
    let range = TextRange::new(start, end);
    Word {
        range,
        plain: plain(&text[start..end]),
    }
}

fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower = word.to_lowercase();
    let kept = lower.nfkd().filter(|c| !is_combining_mark(*c));
    kept.map(|c| match c {
        '’' => '\'',
        'ı' => 'i',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        c => c,
    })
    .filter(|c| !matches!(c, '\u{200c}' | '\u{200f}' | '\u{200e}' | 'ـ'))
    .collect()
}

fn is_stop(stop: &HashSet<&'static str>, word: &str) -> bool {
    stop.contains(word) || word.chars().nth(1).is_none() && !word.starts_with(char::is_numeric)
}

fn stop_words(language: &str) -> &'static HashSet<&'static str> {
    static LISTS: LazyLock<Vec<(&str, HashSet<&str>)>> = LazyLock::new(|| {
        let lists = [
            ("en", ENGLISH),
            ("ru", RUSSIAN),
            ("de", GERMAN),
            ("fr", FRENCH),
            ("es", SPANISH),
            ("tr", TURKISH),
            ("az", AZERBAIJANI),
            ("fa", PERSIAN),
            ("ar", ARABIC),
            ("he", HEBREW),
            ("", ""),
        ];
        let set = |list: &'static str| list.split_whitespace().collect();
        lists.map(|(name, list)| (name, set(list))).into()
    });
    let found = LISTS.iter().find(|(name, _)| *name == language);
    &found.unwrap_or(&LISTS[LISTS.len() - 1]).1
}

// The words are written as `plain` writes them: without accents.
const ENGLISH: &str = "the a an and or but of in on at to from for with by as is are was were be been being am \
    has have had do does did will would shall should can could may might must it its it's this that these those \
    there here he she they we i you him her them us me his their our your my who which what when where how if \
    then than so not no never nor n't don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't \
    wasn't weren't i'm we're they're we've i've they've he's she's that's we'll they'll i'll about into over \
    also just only very all any some such";
const RUSSIAN: &str = "и в во на с со к ко по за из от до для о об у не ни нет что чтобы как это этот эта эти то тот та \
    те он она они мы вы я его ее их наш наша наши ваш мой а но или же ли бы был была были было быть есть будет будут \
    так также уже еще все всех при без";
const GERMAN: &str = "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit \
    nach von vom zu zum zur fur uber ist sind war waren sein wird werden wurde wurden hat haben hatte hatten es er \
    sie wir ihr ich uns unser unsere nicht kein keine dass als wie auch so nur noch schon";
const FRENCH: &str = "le la les l' un une des du de d' et ou mais en dans sur pour par avec a au aux ce cet cette ces il \
    elle ils elles nous vous je on son sa ses notre nos leur leurs qui que qu' ne n' pas est sont etait etaient etre \
    sera seront a ont avait avaient avoir se s' y plus";
const SPANISH: &str = "el la los las un una unos unas de del y o pero en con por para a al que se su sus es son era eran \
    ser sera seran ha han habia haber nos lo le les yo ella ellos nosotros este esta estos estas ese esa no mas como \
    muy ya";
const TURKISH: &str = "ve veya ama fakat bir bu su o da de ki ile icin gibi daha cok en mi mu biz siz ben onlar bizim \
    onun olarak olan var yok degil ne her";
const AZERBAIJANI: &str = "və ve ya amma bir bu o da də ki ilə ucun kimi daha cox ən mi mu biz siz mən onlar bizim onun \
    olaraq olan var yox deyil nə hər";
const PERSIAN: &str = "و در به از که را با این ان برای است بود شد می تا هم نیز ما من او انها خود یک بر هر اما یا نه نیست";
const ARABIC: &str = "و فی من الی على علی عن ان هذا هذه ذلک التی الذی ما لا لم لن کان کانت قد هو هی نحن انا هم مع او ثم کل \
    بین";
const HEBREW: &str =
    "של את על אל עם זה זו זאת הוא היא הם אנחנו אני לא אין יש כי אם או גם כל מה אבל רק";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_and_keep_their_place() {
        let text = "Le Café n’a 3,5 % – “Yes”!";
        let found = words(text);
        let plain: Vec<_> = found.iter().map(|w| w.plain.as_str()).collect();
        assert_eq!(plain, ["le", "cafe", "n'a", "3,5", "yes"]);
        assert_eq!(found[1].range.slice(text), Some("Café"));
    }

    #[test]
    fn content_words_of_two_tenses_are_the_same() {
        let stems = |text| Wording::read(text, "en").stems;
        assert_eq!(
            stems("We will close the bridges"),
            stems("they closed the bridge")
        );
    }
}
