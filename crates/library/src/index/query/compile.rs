//! From a tree to a tantivy query, and to what is to be highlighted.

use std::sync::Arc;

use rusqlite::Transaction;
use tantivy::{
    Searcher, Term,
    query::{
        AllQuery, BooleanQuery, BoostQuery, EmptyQuery, Occur, PhrasePrefixQuery, PhraseQuery,
        Query, TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

use super::{
    Node, Parsed,
    expand::alike,
    near::NearQuery,
    word::{ANY, WordQuery},
};
use crate::{
    Result,
    index::{
        name::spellings,
        rows::Rows,
        schema::{Fields, STEMMED},
        snippet::Wanted,
        token::{folded, inflected_term, is_written_in, stem_into, words},
        watch::Watch,
        watched::WatchedQuery,
    },
};

/// How much the very word counts beside its stem.
const EXACT_BOOST: f32 = 0.5;
/// How much a match in the title counts beside one in the text.
const TITLE_BOOST: f32 = 0.5;
/// How much a match in the names of authors and publisher counts.
const SOURCE_BOOST: f32 = 0.5;
/// How much another spelling of a name counts against the one typed.
const SPELLING_BOOST: f32 = 0.8;
/// How much a word that is only nearly the one asked for counts against the very word.
const FUZZY_BOOST: f32 = 0.5;
/// The longest ending that is written behind an apostrophe.
const LONGEST_ENDING: usize = 3;
/// What stands before an apostrophe in French and Italian and is no part of the word.
const ELIDED: [&str; 13] = [
    "l", "d", "j", "n", "s", "t", "c", "m", "qu", "un", "dell", "all", "nell",
];
/// How many words a prefix may stand for.
const MAX_EXPANSIONS: u32 = 1_000;

/// A query ready to run.
pub(crate) struct Compiled {
    pub(crate) query: Box<dyn Query>,
    /// What to highlight.
    pub(crate) wanted: Wanted,
    /// Whether there are words to rank by.
    pub(crate) has_words: bool,
    /// The words as they were typed, folded, for a second look at the best hits.
    pub(crate) typed: Vec<String>,
    pub(crate) also: Vec<AlsoSearched>,
}

/// A name of the query and the other spellings that were searched too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlsoSearched {
    /// As it was typed.
    pub word: String,
    /// As the index has them, most frequent first.
    pub spellings: Vec<String>,
}

/// Makes a tantivy query; clauses about what a person made ask the database.
pub(crate) fn compile(
    parsed: &Parsed,
    fields: &Fields,
    searcher: &Searcher,
    rows: &Arc<Rows>,
    tx: &Transaction<'_>,
    watch: &Watch,
) -> Result<Compiled> {
    let mut compiler = Compiler {
        fields,
        searcher,
        rows,
        tx,
        watch,
        wanted: Wanted::default(),
        typed: Vec::new(),
        also: Vec::new(),
        is_negated: false,
    };
    let query = match &parsed.root {
        Some(root) => compiler.node(root)?,
        None => Box::new(AllQuery),
    };
    let has_words = !compiler.wanted.is_empty();
    Ok(Compiled {
        query,
        wanted: compiler.wanted,
        has_words,
        typed: compiler.typed,
        also: compiler.also,
    })
}

pub(super) struct Compiler<'a, 'tx> {
    pub(super) fields: &'a Fields,
    pub(super) searcher: &'a Searcher,
    rows: &'a Arc<Rows>,
    pub(super) tx: &'a Transaction<'tx>,
    pub(super) watch: &'a Watch,
    wanted: Wanted,
    typed: Vec<String>,
    also: Vec<AlsoSearched>,
    is_negated: bool,
}

impl Compiler<'_, '_> {
    fn node(&mut self, node: &Node) -> Result<Box<dyn Query>> {
        if self.watch.has_ended() {
            self.watch.check()?;
            return Ok(Box::new(EmptyQuery));
        }
        match node {
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => {
                let parts = distinct(nodes)
                    .into_iter()
                    .map(|node| Ok((Occur::Should, self.node(node)?)));
                Ok(Box::new(BooleanQuery::new(parts.collect::<Result<_>>()?)))
            }
            Node::Not(_) => self.all(std::slice::from_ref(node)),
            Node::Word(text) => self.word(text),
            Node::Exact(text) | Node::Phrase(text) => Ok(self.row_anywhere(text)),
            Node::Prefix(text) => Ok(self.prefix(text)),
            Node::Fuzzy(text, letters) => self.fuzzy(text, *letters),
            Node::Near(parts, within) => Ok(self.near(parts, *within)),
            Node::Field(field, value) => self.field(*field, value),
            Node::Value(field, value) => self.value(*field, value),
            Node::Published(days) => Ok(self.published(*days)),
            Node::Stated(days) => Ok(self.stated(*days)),
        }
    }

    fn all(&mut self, nodes: &[Node]) -> Result<Box<dyn Query>> {
        let mut parts = Vec::with_capacity(nodes.len() + 1);
        for node in distinct(nodes) {
            if let Node::Not(inner) = node {
                self.is_negated = !self.is_negated;
                let query = self.node(inner);
                self.is_negated = !self.is_negated;
                parts.push((Occur::MustNot, query?));
            } else {
                parts.push((Occur::Must, self.node(node)?));
            }
        }
        if let Some(one) = self.one_quotation(nodes)? {
            parts.push((Occur::Must, one));
        }
        if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            parts.push((Occur::Must, Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(parts)))
    }

    /// A word anywhere, in any form of it and, where it is a name, in any spelling.
    fn word(&mut self, text: &str) -> Result<Box<dyn Query>> {
        let text = without_clitics(text);
        let terms = folded_words(text);
        let [term] = &terms[..] else {
            return Ok(self.row_anywhere(text));
        };
        self.want(|wanted| wanted.add_word(term.clone()));
        let fields = self.fields;
        let in_body = |word: &str| Term::from_field_text(fields.body, word);
        let mut query = WordQuery::new(self.rows, self.watch);
        // All forms of the word, which are those with its stem in the language of each document.
        query.part(fields.body, 1.0);
        let stems = self.stems(text_word(text));
        let others = stems.iter().filter(|(_, stem)| stem != term);
        let own = others.fold(ANY, |own, (language, _)| own & !(1 << language));
        query.add(in_body(term), own);
        for (language, stem) in &stems {
            if stem != term {
                query.add(in_body(stem), 1 << language);
            }
            let inflected = inflected_term(*language, stem);
            query.add(Term::from_field_text(fields.inflected, &inflected), ANY);
            self.want(|wanted| wanted.add_stem(*language, stem.clone()));
        }
        // The very word, also where the stems differ, as those of words with and without accents do.
        query.part(fields.body, EXACT_BOOST);
        query.add(in_body(term), ANY);
        for field in [fields.authors, fields.publisher] {
            query.part(field, SOURCE_BOOST);
            query.add(Term::from_field_text(field, term), ANY);
        }
        query.part(fields.title_stems, TITLE_BOOST);
        for stem in std::iter::once(term).chain(stems.iter().map(|(_, stem)| stem)) {
            query.add_once(Term::from_field_text(fields.title_stems, stem), ANY);
        }
        for spelling in self.spellings(text_word(text))? {
            query.part(fields.body, SPELLING_BOOST);
            query.add(in_body(&spelling), ANY);
            self.want(|wanted| wanted.add_word(spelling));
        }
        if !self.is_negated {
            self.typed.push(term.clone());
        }
        Ok(Box::new(query))
    }

    /// The stem of a word in each of the languages that it can be of.
    fn stems(&self, word: &str) -> Vec<(usize, String)> {
        let mut lower = String::new();
        let languages = self.rows.languages().into_iter();
        let languages = languages.filter(|language| is_written_in(word, *language));
        let stems = languages.map(|language| {
            let mut stem = String::new();
            stem_into(STEMMED[language].1, word, &mut lower, &mut stem);
            (language, stem)
        });
        stems.collect()
    }

    /// The other spellings of a name, which the person is told of.
    pub(super) fn spellings(&mut self, typed: &str) -> Result<Vec<String>> {
        let spellings = spellings(self.searcher, self.fields, typed)?;
        if !spellings.is_empty() && self.also.iter().all(|also| also.word != typed) {
            self.also.push(AlsoSearched {
                word: typed.to_owned(),
                spellings: spellings.clone(),
            });
        }
        Ok(spellings)
    }

    /// Words in a row, as they are written, anywhere.
    fn row_anywhere(&mut self, text: &str) -> Box<dyn Query> {
        let terms = folded_words(text);
        match &terms[..] {
            [] => return Box::new(AllQuery),
            [term] => self.want(|wanted| wanted.add_word(term.clone())),
            terms => self.want(|wanted| wanted.add_phrase(terms.to_vec())),
        }
        any_of(vec![
            self.row(self.fields.body, &terms),
            boosted(self.row(self.fields.title, &terms), TITLE_BOOST),
            boosted(self.row(self.fields.authors, &terms), SOURCE_BOOST),
            boosted(self.row(self.fields.publisher, &terms), SOURCE_BOOST),
        ])
    }

    fn prefix(&mut self, text: &str) -> Box<dyn Query> {
        let mut terms = folded_words(text);
        let Some(last) = terms.last().cloned() else {
            return Box::new(AllQuery);
        };
        self.want(|wanted| wanted.add_prefix(last));
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (field, boost) in [(self.fields.title, TITLE_BOOST), (self.fields.body, 1.0)] {
            let terms = terms
                .iter()
                .map(|term| Term::from_field_text(field, term))
                .collect();
            let mut query = PhrasePrefixQuery::new(terms);
            query.set_max_expansions(MAX_EXPANSIONS);
            parts.push((Occur::Should, boosted(Box::new(query), boost)));
        }
        terms.clear();
        Box::new(BooleanQuery::new(parts))
    }

    /// Words that are nearly the one asked for.
    fn fuzzy(&mut self, text: &str, letters: u8) -> Result<Box<dyn Query>> {
        let terms = folded_words(text);
        let [term] = &terms[..] else {
            return Ok(self.row_anywhere(text));
        };
        let mut parts = Vec::new();
        for (field, boost) in [(self.fields.title, TITLE_BOOST), (self.fields.body, 1.0)] {
            for (word, _) in alike(self.searcher, field, term, letters)? {
                let nearness = if word == *term { 1.0 } else { FUZZY_BOOST };
                let query = term_query(field, &word);
                parts.push((Occur::Should, boosted(query, boost * nearness)));
                self.want(|wanted| wanted.add_word(word));
            }
        }
        let query = Box::new(BooleanQuery::new(parts));
        Ok(Box::new(WatchedQuery::new(query, self.watch)))
    }

    /// Words and phrases near each other, ranked by what they are.
    fn near(&mut self, parts: &[String], within: u32) -> Box<dyn Query> {
        let rows: Vec<Vec<String>> = parts.iter().map(|part| folded_words(part)).collect();
        let near = |field| -> (Occur, Box<dyn Query>) {
            (
                Occur::Should,
                Box::new(NearQuery::new(field, &rows, within, self.watch)),
            )
        };
        let near = BooleanQuery::new(vec![near(self.fields.body), near(self.fields.title)]);
        let mut all: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(near))];
        all.extend(
            parts
                .iter()
                .map(|part| (Occur::Should, self.row_anywhere(part))),
        );
        Box::new(BooleanQuery::new(all))
    }

    /// The terms in a row, in one field.
    pub(super) fn row(&self, field: Field, terms: &[String]) -> Box<dyn Query> {
        match terms {
            [] => Box::new(EmptyQuery),
            [term] => term_query(field, term),
            terms => {
                let terms = terms.iter().map(|term| Term::from_field_text(field, term));
                let query = Box::new(PhraseQuery::new(terms.collect()));
                Box::new(WatchedQuery::new(query, self.watch))
            }
        }
    }

    /// Words that must not be there are not highlighted.
    pub(super) fn want(&mut self, add: impl FnOnce(&mut Wanted)) {
        if !self.is_negated {
            add(&mut self.wanted);
        }
    }
}

/// The words of a text, folded.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    words(text).map(|word| folded(word.text)).collect()
}

/// Whether terms stand in a row among others.
pub(super) fn holds(all: &[String], terms: &[String]) -> bool {
    !terms.is_empty() && all.windows(terms.len()).any(|window| window == terms)
}

/// A word without what an apostrophe joins to it: the possessive of *Nam's*, the ending of
/// *Əliyev'in*, the article of *l'accord*. *O'Brien* stays whole.
fn without_clitics(text: &str) -> &str {
    let is_apostrophe = |c| matches!(c, '\'' | '’' | 'ʼ');
    let Some((before, after)) = text.split_once(is_apostrophe) else {
        return text;
    };
    let length = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count();
    if length(after) <= LONGEST_ENDING && length(before) > length(after) {
        before
    } else if ELIDED.contains(&before.to_lowercase().as_str()) && length(after) > LONGEST_ENDING {
        after
    } else {
        text
    }
}

/// The one word of a text that has one.
fn text_word(text: &str) -> &str {
    words(text).next().map_or(text, |word| word.text)
}

pub(super) fn term_query(field: Field, term: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, term);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// The nodes without repetitions: a word counts no more for being typed twice.
fn distinct(nodes: &[Node]) -> Vec<&Node> {
    let mut seen = std::collections::HashSet::new();
    nodes.iter().filter(|node| seen.insert(*node)).collect()
}

/// Any of several, their scores added up.
pub(super) fn any_of(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    let parts = queries.into_iter().map(|query| (Occur::Should, query));
    Box::new(BooleanQuery::new(parts.collect()))
}

pub(super) fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}
