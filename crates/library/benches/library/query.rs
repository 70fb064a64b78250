//! Queries that people could ask of the corpus: words that stand in it.

use crate::{
    corpus::{Corpus, random::Random},
    kept::SEED,
};

/// What a query is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Term,
    TwoWords,
    Phrase,
    Prefix,
    Field,
    Empty,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] = [
        Self::Term,
        Self::TwoWords,
        Self::Phrase,
        Self::Prefix,
        Self::Field,
        Self::Empty,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::TwoWords => "two words",
            Self::Phrase => "phrase",
            Self::Prefix => "prefix",
            Self::Field => "field",
            Self::Empty => "empty",
        }
    }
}

/// A query that every engine can be asked in its own language.
#[derive(Debug, Clone)]
pub(crate) struct Query {
    pub(crate) kind: Kind,
    /// In lower case, as they stand in a text.
    pub(crate) words: Vec<String>,
    /// For [`Kind::Field`].
    pub(crate) publisher: &'static str,
}

impl Query {
    /// As a person types it.
    pub(crate) fn typed(&self) -> String {
        let words = self.words.join(" ");
        match self.kind {
            Kind::Phrase => format!("\"{words}\""),
            Kind::Prefix => format!("{words}*"),
            Kind::Field => format!("publisher:\"{}\" {words}", self.publisher),
            Kind::Term | Kind::TwoWords | Kind::Empty => words,
        }
    }
}

/// Queries of a kind: words of as many articles taken at random, so that common words are asked for
/// as often as they are written.
pub(crate) fn queries(kind: Kind, count: usize, documents: u64) -> Vec<Query> {
    let corpus = Corpus::new(SEED);
    let mut random = Random::new(SEED, 0xa5c);
    std::iter::from_fn(|| {
        loop {
            let article = corpus.article(random.below(documents));
            let paragraph =
                article.paragraphs[random.below(article.paragraphs.len() as u64) as usize].as_str();
            let words: Vec<&str> = paragraph.split(' ').collect();
            let words = choose(kind, &words, &mut random);
            if let Some(words) = words {
                let publisher = article.publisher;
                return Some(Query {
                    kind,
                    words,
                    publisher,
                });
            }
        }
    })
    .take(count)
    .collect()
}

fn choose(kind: Kind, words: &[&str], random: &mut Random) -> Option<Vec<String>> {
    let mut pick = |least: usize| {
        let at = random.below(words.len() as u64) as usize;
        (is_word(words[at]) && words[at].chars().count() >= least).then_some(at)
    };
    let lower = |word: &str| word.to_lowercase();
    match kind {
        Kind::Term | Kind::Field => Some(vec![lower(words[pick(4)?])]),
        Kind::TwoWords => {
            let (first, second) = (pick(4)?, pick(4)?);
            (words[first] != words[second]).then(|| vec![lower(words[first]), lower(words[second])])
        }
        Kind::Phrase => {
            let at = pick(4)?;
            let phrase = words.get(at..at + 2 + at % 2)?;
            let is_whole = phrase.iter().all(|word| is_word(word));
            is_whole.then(|| phrase.iter().map(|word| lower(word)).collect())
        }
        Kind::Prefix => Some(vec![lower(words[pick(6)?]).chars().take(4).collect()]),
        Kind::Empty => Some(Vec::new()),
    }
}

fn is_word(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}
