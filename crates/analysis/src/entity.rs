//! Names of persons, organisations and places in a text.
//!
//! Names are runs of capitalised words: *Ana Kolar*, *Bank of Tarsene*, *OPEK*. A word that merely
//! begins a sentence is one only where it has its capital elsewhere too. In scripts without capitals
//! nothing is found. A text's names are joined where they are one: a surname with the full name
//! before it, and in languages that inflect names, the forms of a name.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::{name::document_keys, sentence::sentences};

/// How many names of a text are given; the most frequent are taken.
const MOST: usize = 12;
/// How many candidates are compared with each other.
const MOST_CANDIDATES: usize = 200;
/// How many words a name has at most.
const LONGEST: usize = 6;
/// Words of names that are written small.
const PARTICLES: [&str; 19] = [
    "of", "de", "del", "della", "der", "den", "des", "di", "da", "do", "du", "la", "van", "von",
    "bin", "ibn", "al", "el", "ul",
];
/// What stands before a name and is no part of it, and what a name does not begin with.
const TITLES: [&str; 40] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "sir",
    "president",
    "vice",
    "prime",
    "deputy",
    "minister",
    "foreign",
    "ambassador",
    "senator",
    "chancellor",
    "secretary",
    "general",
    "governor",
    "mayor",
    "judge",
    "justice",
    "colonel",
    "captain",
    "major",
    "lieutenant",
    "king",
    "queen",
    "prince",
    "princess",
    "sheikh",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "commissioner",
    "speaker",
    "spokesman",
    "spokeswoman",
    "herr",
];
/// Capitalised words that name nobody.
const NO_NAMES: [&str; 62] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "ocak",
    "şubat",
    "mart",
    "nisan",
    "mayıs",
    "haziran",
    "temmuz",
    "ağustos",
    "eylül",
    "ekim",
    "kasım",
    "aralık",
    "yanvar",
    "fevral",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avqust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
    "i",
    "ii",
    "iii",
    "figure",
    "table",
];
/// The languages that inflect names.
const INFLECTED: [&str; 14] = [
    "ru", "uk", "be", "bg", "sr", "hr", "pl", "cs", "sk", "tr", "az", "kk", "hy", "ka",
];
/// Languages in which every noun has a capital.
const CAPITAL_NOUNS: [&str; 2] = ["de", "lb"];

/// A name of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// As it stands most often, in full.
    pub name: String,
    /// How often the text names it.
    pub mentions: u32,
}

/// The names of a text, most frequent first; at most twelve.
#[must_use]
pub fn entities(text: &str, language: Option<&str>) -> Vec<Entity> {
    let language = language.and_then(|tag| tag.split('-').next());
    let is_one_of = |languages: &[&str]| language.is_some_and(|code| languages.contains(&code));
    let words = words_of(text);
    let small: HashSet<&str> = words
        .iter()
        .filter(|word| !word.is_capital)
        .map(|word| word.text)
        .collect();
    let mut counted: HashMap<String, Counted> = HashMap::new();
    for run in runs(&words) {
        let run = trimmed(run, &small, language);
        let Some(first) = run.first() else {
            continue;
        };
        let counted = counted.entry(joined(text, run)).or_default();
        counted.mentions += 1;
        counted.within += u32::from(!first.begins);
    }
    let has_many_capitals = is_one_of(&CAPITAL_NOUNS);
    let is_name = |name: &str, counted: &Counted| {
        let tells = counted.within > 0 && counted.mentions > 1 && !has_many_capitals;
        name.contains(' ') || tells
    };
    let mut found = without_first_words(counted);
    found.retain(|name, counted| is_name(name, counted));
    let mut found: Vec<Entity> = found
        .into_iter()
        .map(|(name, Counted { mentions, .. })| Entity { name, mentions })
        .collect();
    sort(&mut found);
    found.truncate(MOST_CANDIDATES);
    let found = join_forms(join_surnames(found), language, is_one_of(&INFLECTED));
    found.into_iter().take(MOST).collect()
}

/// How often a run of words stands in a text.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    mentions: u32,
    /// How often it does not begin its sentence.
    within: u32,
}

/// Runs that only ever begin a sentence, as *Yesterday Ana Kolar* does, are counted for what they
/// are without their first word, where the text has that too.
fn without_first_words(counted: HashMap<String, Counted>) -> HashMap<String, Counted> {
    let rest = |name: &str, counted: &Counted| {
        let (_, rest) = name.split_once(' ')?;
        (counted.within == 0 && rest.contains(' ')).then(|| rest.to_owned())
    };
    let mut all = counted.clone();
    for (name, one) in &counted {
        if let Some(shorter) = rest(name, one).and_then(|rest| all.get_mut(&rest)) {
            shorter.mentions += one.mentions;
            all.remove(name);
        }
    }
    all
}

fn sort(found: &mut [Entity]) {
    found.sort_by(|a, b| {
        b.mentions
            .cmp(&a.mentions)
            .then_with(|| a.name.cmp(&b.name))
    });
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
    is_capital: bool,
    /// Whether it begins a sentence or what somebody says.
    begins: bool,
    /// Whether only a space stands between it and the word before.
    is_joined: bool,
    /// Whether it is on a line of its own kind, such as a headline, where capitals tell nothing.
    is_loud: bool,
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for sentence in sentences(text) {
        let (from, to) = (sentence.start as usize, sentence.end as usize);
        let first = words.len();
        let mut last_end = from;
        let mut at = from;
        while let Some(start) = next_start(text, at, to) {
            let end = end_of(text, start, to);
            let between = &text[last_end..start];
            let opens = between.ends_with(['"', '“', '«', '„', '‘', ':', '—', '–', '•']);
            let word = &text[start..end];
            words.push(Word {
                text: word,
                start,
                is_capital: word.starts_with(char::is_uppercase),
                begins: words.len() == first || opens,
                is_joined: words.len() > first && matches!(between, " " | "\u{a0}" | ". "),
                is_loud: false,
            });
            last_end = end;
            at = end;
        }
        let line = &mut words[first..];
        let long = || line.iter().filter(|word| word.text.chars().count() > 3);
        let capitals = long().filter(|word| word.is_capital).count();
        let ends = text[from..to]
            .trim_end()
            .ends_with(['.', '!', '?', '"', '”', '»', '…']);
        let is_loud = (!ends && long().count() > 2 && capitals * 3 > long().count() * 2)
            || (line.len() > 2 && line.iter().all(|word| is_shouted(word.text)));
        line.iter_mut().for_each(|word| word.is_loud = is_loud);
    }
    words
}

fn next_start(text: &str, from: usize, to: usize) -> Option<usize> {
    let found = text[from..to].find(char::is_alphanumeric)?;
    Some(from + found)
}

/// Where a word ends: apostrophes and hyphens between letters belong to it.
fn end_of(text: &str, start: usize, to: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..to].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_inner = matches!(c, '\'' | '’' | '-' | '‑' | '\u{301}')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !is_inner {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

fn is_shouted(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// Runs of capitalised words, with the small words within them.
fn runs<'w, 't>(words: &'w [Word<'t>]) -> Vec<&'w [Word<'t>]> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !words[at].is_capital || words[at].is_loud {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        at += 1;
        while at < words.len() && words[at].is_joined && !is_genitive(words[at - 1].text) {
            if words[at].is_capital {
                end = at + 1;
            } else if !PARTICLES.contains(&words[at].text) {
                break;
            }
            at += 1;
        }
        at = at.max(end);
        found.push(&words[start..end]);
    }
    found
}

fn is_genitive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// A run without titles, and without a word that merely begins its sentence; empty where nothing
/// is left that could be a name.
fn trimmed<'w, 't>(
    mut run: &'w [Word<'t>],
    small: &HashSet<&str>,
    language: Option<&str>,
) -> &'w [Word<'t>] {
    let lower = |word: &Word<'_>| word.text.to_lowercase();
    while let Some(first) = run.first() {
        let name = lower(first);
        let is_small =
            first.begins && (small.contains(name.as_str()) || is_common(first.text, language));
        let is_title = TITLES.contains(&name.as_str());
        let is_particle = !first.is_capital;
        if !(is_small || is_title || is_particle || NO_NAMES.contains(&name.as_str())) {
            break;
        }
        if is_title && run.get(1).is_some_and(|next| !next.is_capital) {
            return &[];
        }
        run = &run[1..];
    }
    while let Some(last) = run.last() {
        if !NO_NAMES.contains(&lower(last).as_str()) {
            break;
        }
        run = &run[..run.len() - 1];
    }
    let is_word = |word: &&Word<'_>| word.text.chars().count() > 1;
    if run.len() > LONGEST || !run.iter().any(|word| is_word(&word) && word.is_capital) {
        return &[];
    }
    run
}

/// Whether a word is one of the commonest of its language, which are no names.
fn is_common(word: &str, language: Option<&str>) -> bool {
    let mut keys = Vec::new();
    document_keys(word, language, &mut keys);
    keys.is_empty()
}

fn joined(text: &str, run: &[Word<'_>]) -> String {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return String::new();
    };
    let whole = &text[first.start..last.start + last.text.len()];
    let whole = whole.trim_end_matches("'s").trim_end_matches("’s");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts a surname that stands alone for the one full name that ends in it.
fn join_surnames(found: Vec<Entity>) -> Vec<Entity> {
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, entity) in found.iter().enumerate() {
        // *Tarsene* is not the *Bank of Tarsene*.
        let is_body = entity.name.split(' ').any(|word| word == "of");
        if let (false, Some((_, last))) = (is_body, entity.name.rsplit_once(' ')) {
            by_last.entry(last).or_default().push(at);
        }
    }
    let mut mentions: Vec<u32> = found.iter().map(|entity| entity.mentions).collect();
    for (at, entity) in found.iter().enumerate() {
        if let Some([full]) = by_last.get(entity.name.as_str()).map(Vec::as_slice) {
            mentions[*full] += std::mem::take(&mut mentions[at]);
        }
    }
    let mut joined: Vec<Entity> = found
        .into_iter()
        .zip(mentions)
        .filter(|(_, mentions)| *mentions > 0)
        .map(|(entity, mentions)| Entity { mentions, ..entity })
        .collect();
    sort(&mut joined);
    joined
}

/// Counts the forms of a name together, under the shortest of them.
fn join_forms(found: Vec<Entity>, language: Option<&str>, is_inflected: bool) -> Vec<Entity> {
    if !is_inflected {
        return found;
    }
    let keys = |name: &str| -> Vec<BTreeSet<String>> {
        let words = name.split(' ').map(|word| {
            let mut keys = Vec::new();
            document_keys(word, language, &mut keys);
            keys.into_iter().collect::<BTreeSet<String>>()
        });
        words.collect()
    };
    let mut joined: Vec<(Vec<BTreeSet<String>>, Entity)> = Vec::new();
    for entity in found {
        let own = keys(&entity.name);
        let same = joined.iter_mut().find(|(other, _)| {
            other.len() == own.len() && other.iter().zip(&own).all(|(a, b)| !a.is_disjoint(b))
        });
        match same {
            Some((_, first)) => {
                first.mentions += entity.mentions;
                if entity.name.chars().count() < first.name.chars().count() {
                    first.name = entity.name;
                }
            }
            None => joined.push((own, entity)),
        }
    }
    let mut joined: Vec<Entity> = joined.into_iter().map(|(_, entity)| entity).collect();
    sort(&mut joined);
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(text: &str, language: &str) -> Vec<String> {
        let found = entities(text, Some(language));
        found.into_iter().map(|entity| entity.name).collect()
    }

    #[test]
    fn people_bodies_and_places_are_found_under_their_full_names() {
        let text = "Prime Minister Ana Kolar met officials of the Bank of Tarsene on Monday. Kolar’s \
                    visit was short. However, Kolar said that OPEK would wait; OPEK agreed. The river \
                    rose. However, nobody in Tarsene noticed, and Tarsene slept.";
        assert_eq!(
            names(text, "en"),
            ["Ana Kolar", "OPEK", "Tarsene", "Bank of Tarsene"].map(str::to_owned)
        );
        assert_eq!(entities(text, Some("en"))[0].mentions, 3);
    }

    #[test]
    fn headlines_and_beginnings_of_sentences_tell_nothing() {
        let text = "Yesterday Ana Kolar left. Later Ana Kolar wrote to Ana Kolar.";
        assert_eq!(names(text, "en"), ["Ana Kolar"]);
        let text = "Ministers Agree On New Pipeline Route\n\nNobody was there. Nobody came. Talks went on.";
        assert!(names(text, "en").is_empty(), "{:?}", names(text, "en"));
    }

    #[test]
    fn forms_of_a_name_are_one() {
        let text = "Утром приехала Анна Коларова. Встречу с Анной Коларовой провели вечером; об Анне \
                    Коларовой писали все.";
        assert_eq!(names(text, "ru"), ["Анна Коларова"]);
    }

    #[test]
    fn scripts_without_capitals_have_none() {
        assert!(names("قال الرئيس إن النهر ارتفع. قال الرئيس.", "ar").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_names_that_stand_in_it(text in "(?s)\\PC{0,200}|([A-Z]?[a-zé]{1,6}[ .,’\n]{1,2}){0,40}") {
            for entity in entities(&text, None) {
                let first = entity.name.split(' ').next().unwrap_or_default();
                prop_assert!(text.contains(first));
                prop_assert!(entity.mentions > 0);
            }
        }
    }
}
