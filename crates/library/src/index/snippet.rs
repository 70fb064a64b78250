//! Where a query's words stand in a text, and the passages that show it best.

use std::collections::HashMap;

use dossier_text::TextRange;
use frostem::Algorithm;

use super::{
    passage::{At, Standing},
    schema::{STEMMED, stemmed},
    token::{fold_into, stem_into, words},
    window::{Match, Window, beginning, fit, windows},
};

/// The words, phrases and beginnings that a query asks for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    words: Vec<String>,
    /// Which word, in which language of [`STEMMED`], has which stem.
    stems: Vec<(u32, usize, String)>,
    prefixes: Vec<String>,
    phrases: Vec<Vec<String>>,
}

/// A passage with its matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Snippet {
    /// Where the passage stands in the text.
    pub(crate) range: TextRange,
    /// Matches within it, in the text's bytes.
    pub(crate) matches: Vec<TextRange>,
}

impl Wanted {
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.prefixes.is_empty() && self.phrases.is_empty()
    }

    pub(crate) fn add_word(&mut self, word: String) {
        self.words.push(word);
    }

    /// Adds a stem of the word that was added last.
    pub(crate) fn add_stem(&mut self, language: usize, stem: String) {
        let word = self.words.len().saturating_sub(1) as u32;
        self.stems.push((word, language, stem));
    }

    pub(crate) fn add_prefix(&mut self, prefix: String) {
        self.prefixes.push(prefix);
    }

    pub(crate) fn add_phrase(&mut self, phrase: Vec<String>) {
        self.phrases.push(phrase);
    }

    /// The words, each under its number.
    pub(super) fn words(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..).zip(self.words.iter().map(String::as_str))
    }

    /// The stems, each under the number of its word, with their languages.
    pub(super) fn stems(&self) -> impl Iterator<Item = (u32, usize, &str)> {
        let stems = self.stems.iter();
        stems.map(|(word, language, stem)| (*word, *language, stem.as_str()))
    }

    /// The languages that it has stems of, and none.
    pub(super) fn languages(&self) -> Vec<Option<usize>> {
        let mut languages: Vec<Option<usize>> = self
            .stems
            .iter()
            .map(|(_, language, _)| Some(*language))
            .collect();
        languages.push(None);
        languages.sort_unstable();
        languages.dedup();
        languages
    }

    /// The phrases, each under its number.
    pub(super) fn phrases(&self) -> impl Iterator<Item = (u32, &[String])> {
        let first = (self.words.len() + self.prefixes.len()) as u32;
        (first..).zip(self.phrases.iter().map(Vec::as_slice))
    }

    /// Finds what is wanted in texts of a language, given as an index of the stemmed ones.
    pub(crate) fn finder(&self, language: Option<usize>) -> Finder<'_> {
        Finder::new(self, language)
    }

    /// The best passages of a text, or its beginning, by what the index tells of it. `None` where
    /// that is not enough: beginnings of words are sought in the text, and the index may not have
    /// read this text yet.
    pub(super) fn passages(
        &self,
        text: &str,
        standing: &Standing,
        most: usize,
    ) -> Option<Vec<Snippet>> {
        let places = &standing.places;
        if !self.prefixes.is_empty() || !places.fit(text) {
            return None;
        }
        let about = |at: &At| Match {
            range: TextRange {
                start: places.about(at.word),
                end: places.about(at.word + at.words),
            },
            what: at.what,
        };
        let matches: Vec<Match> = standing.found.iter().map(about).collect();
        let windows = windows(&matches, most);
        if windows.is_empty() {
            return Some(vec![Snippet::beginning(text)]);
        }
        let passages = windows
            .iter()
            .map(|window| passage(text, standing, &matches, *window));
        passages.collect()
    }

    /// Everywhere that something wanted stands, by what the index tells of a text; `None` where that
    /// is not enough.
    pub(super) fn places(&self, text: &str, standing: &Standing) -> Option<Vec<TextRange>> {
        let places = &standing.places;
        if !self.prefixes.is_empty() || !places.fit(text) {
            return None;
        }
        let exact = standing.found.iter().map(|at| {
            let mut words = places.words_from(text, at.word);
            let first = words.find(|(word, _)| *word == at.word)?.1;
            let last = at.word + at.words - 1;
            let end = match last == at.word {
                true => first.end(),
                false => words.find(|(word, _)| *word == last)?.1.end(),
            };
            Some(TextRange::new(first.start, end))
        });
        exact.collect()
    }
}

/// A window of a text, of which the index tells about where its matches stand: exactly.
fn passage(text: &str, standing: &Standing, about: &[Match], window: Window) -> Option<Snippet> {
    let found = &standing.found[window.first..];
    let words = || standing.places.words_from(text, found[0].word);
    let start = words().find(|(at, _)| *at == found[0].word)?.1.start;
    // The window moves with its first match.
    let moved = |at: usize| (at + start).saturating_sub(about[window.first].range.start as usize);
    let range = fit(text, moved(window.from).min(start), start, moved(window.to));
    let mut matches = Vec::new();
    let mut found = found.iter().peekable();
    let mut start = None;
    for (at, word) in words().take_while(|(_, word)| word.end() <= range.end as usize) {
        let Some(next) = found.peek() else {
            break;
        };
        if at == next.word {
            start = Some(word.start);
        }
        if at + 1 == next.word + next.words {
            let start = start.take()?;
            matches.push(TextRange::new(start, word.end()));
            found.next();
        }
    }
    Some(Snippet { range, matches })
}

impl Snippet {
    fn beginning(text: &str) -> Self {
        Self {
            range: beginning(text),
            matches: Vec::new(),
        }
    }
}

/// Finds what is wanted in one text after the other: what it takes for a language is made once.
#[derive(Debug)]
pub(crate) struct Finders<'w> {
    wanted: &'w Wanted,
    by_language: HashMap<Option<usize>, Finder<'w>>,
}

impl<'w> Finders<'w> {
    pub(crate) fn new(wanted: &'w Wanted) -> Self {
        Self {
            wanted,
            by_language: HashMap::new(),
        }
    }

    /// What finds in texts of a language (BCP 47, where known).
    pub(crate) fn of(&mut self, language: Option<&str>) -> &Finder<'w> {
        self.of_stemmed(language.and_then(stemmed))
    }

    /// The same, of a language given as an index of the stemmed ones.
    pub(crate) fn of_stemmed(&mut self, language: Option<usize>) -> &Finder<'w> {
        let wanted = self.wanted;
        let finder = self.by_language.entry(language);
        finder.or_insert_with(|| wanted.finder(language))
    }
}

/// Finds what is wanted in texts of one language.
#[derive(Debug)]
pub(crate) struct Finder<'w> {
    wanted: &'w Wanted,
    known: HashMap<&'w str, u32>,
    stems: HashMap<&'w str, u32>,
    algorithm: Option<Algorithm>,
    /// Which bytes a word that is wanted can begin with; `None` where that does not tell.
    beginnings: Option<[bool; 256]>,
}

impl<'w> Finder<'w> {
    fn new(wanted: &'w Wanted, language: Option<usize>) -> Self {
        let mut known = HashMap::new();
        for (what, word) in wanted.words() {
            known.entry(word).or_insert(what);
        }
        let mut stems = HashMap::new();
        for (what, _, stem) in wanted.stems().filter(|(_, of, _)| Some(*of) == language) {
            stems.entry(stem).or_insert(what);
        }
        let algorithm = language.map(|language| STEMMED[language].1);
        let algorithm = algorithm.filter(|_| !stems.is_empty());
        let tells = wanted.phrases.is_empty() && algorithm.is_none_or(keeps_beginnings);
        let mut beginnings = tells.then_some([false; 256]);
        if let Some(beginnings) = &mut beginnings {
            let prefixes = wanted.prefixes.iter().map(String::as_str);
            for text in known.keys().chain(stems.keys()).copied().chain(prefixes) {
                match text.bytes().next() {
                    Some(byte) => beginnings[usize::from(byte)] = true,
                    // The stem of nothing may be that of any word.
                    None => *beginnings = [true; 256],
                }
            }
        }
        Self {
            wanted,
            known,
            stems,
            algorithm,
            beginnings,
        }
    }

    /// Everywhere that something wanted stands, in text order, not overlapping.
    pub(crate) fn find(&self, text: &str) -> Vec<TextRange> {
        self.matches(text)
            .into_iter()
            .map(|found| found.range)
            .collect()
    }

    /// The best passages of a text, best first, or its beginning; and how many places match.
    pub(crate) fn passages(&self, text: &str, most: usize) -> (Vec<Snippet>, usize) {
        let matches = self.matches(text);
        let windows = windows(&matches, most);
        if windows.is_empty() {
            return (vec![Snippet::beginning(text)], 0);
        }
        let passage = |window: &Window| {
            let first = matches[window.first].range.start as usize;
            let range = fit(text, window.from, first, window.to);
            let within = matches[window.first..].iter().map(|found| found.range);
            Snippet {
                range,
                matches: within.take_while(|found| range.contains(*found)).collect(),
            }
        };
        (windows.iter().map(passage).collect(), matches.len())
    }

    fn matches(&self, text: &str) -> Vec<Match> {
        let wanted = self.wanted;
        if wanted.is_empty() {
            return Vec::new();
        }
        let first_phrase = wanted.words.len() + wanted.prefixes.len();
        let mut run = PhraseRun::new(&wanted.phrases, first_phrase);
        let (mut term, mut lower, mut stem) = (String::new(), String::new(), String::new());
        let mut found = Vec::new();
        for word in words(text).filter(|word| self.may_begin(word.text)) {
            let range = TextRange::new(word.start, word.end());
            fold_into(word.text, &mut term);
            run.step(&term, range, &mut found);
            let mut what = self.known.get(term.as_str()).copied();
            if what.is_none() {
                let mut prefixes = wanted.prefixes.iter();
                let prefix = prefixes.position(|prefix| term.starts_with(prefix.as_str()));
                what = prefix.map(|at| (wanted.words.len() + at) as u32);
            }
            // The index has it so: a word that is what another one is stemmed to counts as its form.
            what = what.or_else(|| self.stems.get(term.as_str()).copied());
            if let (None, Some(algorithm)) = (what, self.algorithm) {
                stem_into(algorithm, word.text, &mut lower, &mut stem);
                what = self.stems.get(stem.as_str()).copied();
            }
            found.extend(what.map(|what| Match { range, what }));
        }
        found.sort_by_key(|found: &Match| (found.range.start, std::cmp::Reverse(found.range.end)));
        let mut end = 0;
        found.retain(|found| {
            let is_free = found.range.start >= end;
            if is_free {
                end = found.range.end;
            }
            is_free
        });
        found
    }

    /// Whether a word that begins like this may be wanted; cheap, for most are not.
    fn may_begin(&self, word: &str) -> bool {
        let first = word.as_bytes()[0];
        match &self.beginnings {
            Some(beginnings) if first.is_ascii() => {
                beginnings[usize::from(first.to_ascii_lowercase())]
            }
            _ => true,
        }
    }
}

/// Whether stems begin as their words do, as far as these begin with an ASCII letter.
fn keeps_beginnings(algorithm: Algorithm) -> bool {
    // *Gewerkt* is a form of *werk*.
    algorithm != Algorithm::Dutch
}

/// Follows phrases through the words of a text.
struct PhraseRun<'a> {
    phrases: &'a [Vec<String>],
    first: usize,
    /// Phrases begun: which, how many words of it stood so far, and where it began.
    begun: Vec<(usize, usize, u32)>,
}

impl<'a> PhraseRun<'a> {
    fn new(phrases: &'a [Vec<String>], first: usize) -> Self {
        Self {
            phrases,
            first,
            begun: Vec::new(),
        }
    }

    fn step(&mut self, term: &str, range: TextRange, found: &mut Vec<Match>) {
        if self.phrases.is_empty() {
            return;
        }
        let mut still = Vec::new();
        let started = (0..self.phrases.len()).map(|at| (at, 0, range.start));
        for (at, so_far, start) in self.begun.drain(..).chain(started) {
            let phrase = &self.phrases[at];
            if phrase.get(so_far).is_none_or(|wanted| wanted != term) {
                continue;
            }
            if so_far + 1 == phrase.len() {
                let range = TextRange {
                    start,
                    end: range.end,
                };
                found.push(Match {
                    range,
                    what: (self.first + at) as u32,
                });
            } else {
                still.push((at, so_far + 1, start));
            }
        }
        self.begun = still;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::token::folded, *};

    const EN: usize = 3;

    fn wanted(words: &[&str], phrases: &[&[&str]], prefixes: &[&str]) -> Wanted {
        let mut wanted = Wanted::default();
        for word in words {
            wanted.add_word(folded(word));
            let (mut lower, mut stem) = (String::new(), String::new());
            stem_into(STEMMED[EN].1, word, &mut lower, &mut stem);
            wanted.add_stem(EN, stem);
        }
        for phrase in phrases {
            wanted.add_phrase(phrase.iter().map(|word| folded(word)).collect());
        }
        for prefix in prefixes {
            wanted.add_prefix(folded(prefix));
        }
        wanted
    }

    fn found<'t>(wanted: &Wanted, text: &'t str) -> Vec<&'t str> {
        wanted
            .finder(Some(EN))
            .find(text)
            .iter()
            .map(|range| range.slice(text).unwrap())
            .collect()
    }

    #[test]
    fn words_are_found_by_form_and_by_stem() {
        let text = "The minister promised deliveries; a promise, the Minister said, is a promise.";
        assert_eq!(
            found(&wanted(&["promise", "minister"], &[], &[]), text),
            ["minister", "promised", "promise", "Minister", "promise"]
        );
    }

    #[test]
    fn a_phrase_is_found_only_whole() {
        let text = "not one cubic metre; one metre cubic; one one cubic metre";
        assert_eq!(
            found(&wanted(&[], &[&["one", "cubic", "metre"]], &[]), text),
            ["one cubic metre", "one cubic metre"]
        );
    }

    #[test]
    fn beginnings_are_found() {
        assert_eq!(
            found(&wanted(&[], &[], &["pipe"]), "Pipelines, a pipe, the ripe"),
            ["Pipelines", "pipe"]
        );
    }

    #[test]
    fn the_snippet_shows_the_most_different_words() {
        let filler = "Nothing of note happened on the river that year. ".repeat(20);
        let text =
            format!("Gas came first. {filler}Then gas and transit and tariffs met. {filler}");
        let snippet = wanted(&["gas", "transit", "tariffs"], &[], &[])
            .finder(Some(EN))
            .passages(&text, 1);
        let snippet = &snippet.0[0];
        let slice = snippet.range.slice(&text).unwrap();
        assert!(slice.contains("gas and transit and tariffs"), "{slice}");
        assert_eq!(snippet.matches.len(), 3);
    }

    proptest! {
        #[test]
        fn stems_begin_as_their_words_do(word in "[a-zA-Z][a-zéü]{0,9}", at in 0..STEMMED.len()) {
            let algorithm = STEMMED[at].1;
            prop_assume!(keeps_beginnings(algorithm));
            let (mut lower, mut stem) = (String::new(), String::new());
            stem_into(algorithm, &word, &mut lower, &mut stem);
            let first = word.as_bytes()[0].to_ascii_lowercase();
            prop_assert!(stem.is_empty() || stem.as_bytes()[0] == first, "{} {}", word, stem);
        }

        #[test]
        fn snippets_hold_their_matches(text in "(?s)[a-dé \n.]{0,900}", word in "[a-d]{1,3}") {
            let wanted = wanted(&[&word], &[], &[]);
            for snippet in wanted.finder(Some(EN)).passages(&text, 9).0 {
                prop_assert!(snippet.range.slice(&text).is_some());
                for found in snippet.matches {
                    prop_assert!(snippet.range.contains(found));
                    prop_assert!(found.slice(&text).is_some());
                }
            }
        }
    }
}
