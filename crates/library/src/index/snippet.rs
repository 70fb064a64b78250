//! Where a query's words stand in a text, and the passage that shows it best.

use std::collections::HashMap;

use dossier_text::TextRange;

use super::{
    schema::STEMMED,
    token::{fold_into, stem_into, words},
};

/// How long a snippet is, in bytes, give or take a word.
const LENGTH: usize = 260;
/// How far before its first match a snippet begins, in bytes.
const LEAD: usize = 60;

/// The words, phrases and beginnings that a query asks for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    words: Vec<String>,
    stems: Vec<(usize, String)>,
    prefixes: Vec<String>,
    phrases: Vec<Vec<String>>,
}

/// A match: where, and of which of the wanted things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Match {
    range: TextRange,
    what: u32,
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

    pub(crate) fn add_stem(&mut self, language: usize, stem: String) {
        self.stems.push((language, stem));
    }

    pub(crate) fn add_prefix(&mut self, prefix: String) {
        self.prefixes.push(prefix);
    }

    pub(crate) fn add_phrase(&mut self, phrase: Vec<String>) {
        self.phrases.push(phrase);
    }

    /// Everywhere that something wanted stands, in text order, not overlapping. `language` is the
    /// text's, as an index of the stemmed ones.
    pub(crate) fn find(&self, text: &str, language: Option<usize>) -> Vec<TextRange> {
        self.matches(text, language)
            .into_iter()
            .map(|found| found.range)
            .collect()
    }

    /// The passage with the most different wanted things, or the beginning of the text.
    pub(crate) fn snippet(&self, text: &str, language: Option<usize>) -> Snippet {
        let matches = self.matches(text, language);
        let first = best_window(&matches);
        let Some(first) = first else {
            return Snippet {
                range: fit(text, 0),
                matches: Vec::new(),
            };
        };
        let range = fit(
            text,
            (matches[first].range.start as usize).saturating_sub(LEAD),
        );
        let within = matches[first..].iter().map(|found| found.range);
        Snippet {
            range,
            matches: within.take_while(|found| range.contains(*found)).collect(),
        }
    }

    fn matches(&self, text: &str, language: Option<usize>) -> Vec<Match> {
        if self.is_empty() {
            return Vec::new();
        }
        let known: HashMap<&str, u32> = self
            .words
            .iter()
            .zip(0..)
            .map(|(word, what)| (word.as_str(), what))
            .collect();
        let stems: HashMap<&str, u32> = self
            .stems
            .iter()
            .filter(|(of, _)| Some(*of) == language)
            .zip(0..)
            .map(|((_, stem), what)| (stem.as_str(), what))
            .collect();
        let algorithm = language.map(|language| STEMMED[language].1);
        let mut run = PhraseRun::new(&self.phrases, self.words.len() + self.prefixes.len());
        let (mut term, mut lower, mut stem) = (String::new(), String::new(), String::new());
        let mut found = Vec::new();
        for word in words(text) {
            let range = TextRange::new(word.start, word.end());
            fold_into(word.text, &mut term);
            run.step(&term, range, &mut found);
            let mut what = known.get(term.as_str()).copied();
            if what.is_none() {
                let prefix = self
                    .prefixes
                    .iter()
                    .position(|p| term.starts_with(p.as_str()));
                what = prefix.map(|at| (self.words.len() + at) as u32);
            }
            if let (None, Some(algorithm), false) = (what, algorithm, stems.is_empty()) {
                stem_into(algorithm, word.text, &mut lower, &mut stem);
                what = stems.get(stem.as_str()).copied();
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

/// The first match of the window with the most different things, the earliest of the best.
fn best_window(matches: &[Match]) -> Option<usize> {
    let mut best = None;
    let mut end = 0;
    let mut inside: HashMap<u32, u32> = HashMap::new();
    for first in 0..matches.len() {
        let from = matches[first].range.start as usize;
        while end < matches.len() && (matches[end].range.end as usize) < from + LENGTH - LEAD {
            *inside.entry(matches[end].what).or_default() += 1;
            end += 1;
        }
        let score = (inside.len(), end.saturating_sub(first));
        if best.is_none_or(|(best_score, _)| score > best_score) {
            best = Some((score, first));
        }
        if end > first
            && let Some(count) = inside.get_mut(&matches[first].what)
        {
            *count -= 1;
            if *count == 0 {
                inside.remove(&matches[first].what);
            }
        }
        end = end.max(first + 1);
    }
    best.map(|(_, first)| first)
}

/// A passage of about [`LENGTH`] bytes from `start` on, at word boundaries, within one paragraph if
/// that is long enough.
fn fit(text: &str, start: usize) -> TextRange {
    let boundary = |at: usize| {
        (at..=text.len())
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(text.len())
    };
    let mut from = boundary(start);
    if from > 0 && text[..from].ends_with(|c: char| !c.is_whitespace()) {
        let skipped = text[from..].find(char::is_whitespace);
        from += skipped.filter(|&skipped| skipped < LEAD).unwrap_or(0);
    }
    let limit = boundary((from + LENGTH).min(text.len()));
    let to = if limit == text.len() {
        limit
    } else {
        let slice = &text[from..limit];
        slice
            .rfind(char::is_whitespace)
            .filter(|&at| at > LENGTH / 2)
            .map_or(limit, |at| from + at)
    };
    TextRange::new(from, to).trimmed(text)
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
            .find(text, Some(EN))
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
        let snippet = wanted(&["gas", "transit", "tariffs"], &[], &[]).snippet(&text, Some(EN));
        let slice = snippet.range.slice(&text).unwrap();
        assert!(slice.contains("gas and transit and tariffs"), "{slice}");
        assert_eq!(snippet.matches.len(), 3);
    }

    proptest! {
        #[test]
        fn snippets_hold_their_matches(text in "(?s)[a-dé \n.]{0,900}", word in "[a-d]{1,3}") {
            let wanted = wanted(&[&word], &[], &[]);
            let snippet = wanted.snippet(&text, Some(EN));
            prop_assert!(snippet.range.slice(&text).is_some());
            for found in snippet.matches {
                prop_assert!(snippet.range.contains(found));
                prop_assert!(found.slice(&text).is_some());
            }
        }
    }
}
