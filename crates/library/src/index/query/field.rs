//! Clauses that name a field: what it takes to answer them.

use std::collections::BTreeSet;

use dossier_analysis::name::query_keys;
use tantivy::{
    Term,
    collector::DocSetCollector,
    query::{
        AllQuery, BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, Query, RangeQuery, TermSetQuery,
    },
    schema::Field,
};

use super::{
    Days, FieldName, Node,
    compile::{Compiler, any_of, boosted, folded_words, holds, term_query},
    like::telling_words,
};
use crate::{
    Error, Result, days,
    index::{
        schema::Fields,
        search::ids_of,
        stated::terms_touching,
        token::{folded, words},
        watched::WatchedQuery,
    },
    store,
};

/// How many in a hundred of a document's telling words another one like it has at least.
const LIKENESS: usize = 25;
/// The documents of annotations, and of tagged ones.
const ANNOTATED: &str = "SELECT a.document_id FROM annotation a WHERE NOT a.deleted";
const TAGGED: &str = "SELECT a.document_id FROM annotation a \
                      JOIN annotation_tag x ON x.annotation_id = a.id \
                      JOIN tag t ON t.id = x.tag_id WHERE NOT a.deleted";

impl Compiler<'_, '_> {
    /// Words or a value in a field; documents count for nothing by it but for being found.
    pub(super) fn field(&mut self, field: FieldName, value: &str) -> Result<Box<dyn Query>> {
        let row = |field: Field| {
            let terms = folded_words(value);
            self.row(field, &terms)
        };
        let query: Box<dyn Query> = match field {
            FieldName::Title => row(self.fields.title),
            FieldName::By => self.named(self.fields.authors, value)?,
            FieldName::Publisher => row(self.fields.publisher),
            FieldName::Type => term_query(self.fields.kind, &value.to_lowercase()),
            FieldName::Lang => term_query(self.fields.language, &value.to_lowercase()),
            FieldName::Speaker => self.named(self.fields.speaker, value)?,
            FieldName::Entity => self.entity(value)?,
            FieldName::Said => {
                let terms = folded_words(value);
                let query = self.row(self.fields.said, &terms);
                self.want(|wanted| wanted.add_phrase(terms));
                return Ok(query);
            }
            FieldName::Tag
            | FieldName::Note
            | FieldName::Color
            | FieldName::In
            | FieldName::Has => self.documents(field, value)?,
            FieldName::Like => return self.like(value),
            // These are read as `Node::Published` and `Node::Stated`.
            FieldName::After | FieldName::Before | FieldName::Date | FieldName::When => {
                Box::new(EmptyQuery)
            }
        };
        Ok(Box::new(ConstScoreQuery::new(query, 0.0)))
    }

    /// A whole value of a field, as facets have it.
    pub(super) fn value(&mut self, field: FieldName, value: &str) -> Result<Box<dyn Query>> {
        let fields = self.fields;
        let query = match field {
            FieldName::By => term_query(fields.author_name, value),
            FieldName::Publisher => term_query(fields.publisher_name, value),
            FieldName::Speaker => term_query(fields.speaker_name, value),
            FieldName::Entity => term_query(fields.entity_name, value),
            FieldName::Tag => self.made(&format!("{TAGGED} AND t.name = ?1"), value)?,
            _ => return self.field(field, value),
        };
        Ok(Box::new(ConstScoreQuery::new(query, 0.0)))
    }

    /// A name in a field, in any spelling: its words in a row, or each of them in some spelling.
    fn named(&mut self, field: Field, value: &str) -> Result<Box<dyn Query>> {
        let mut each: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for word in words(value) {
            let mut ways = vec![term_query(field, &folded(word.text))];
            let spellings = self.spellings(word.text)?;
            ways.extend(spellings.iter().map(|spelling| term_query(field, spelling)));
            each.push((Occur::Must, any_of(ways)));
        }
        Ok(any_of(vec![
            self.row(field, &folded_words(value)),
            Box::new(BooleanQuery::new(each)),
        ]))
    }

    /// A name in the text, in any spelling, where it stands as a name.
    fn entity(&mut self, value: &str) -> Result<Box<dyn Query>> {
        let mut each: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for word in words(value) {
            let mut all = self.spellings(word.text)?;
            all.push(folded(word.text));
            for spelling in &all {
                self.want(|wanted| wanted.add_word(spelling.clone()));
            }
            let terms = query_keys(word.text).into_iter().flat_map(|key| {
                let terms = all.iter().map(move |spelling| format!("{key}|{spelling}"));
                terms.collect::<Vec<_>>()
            });
            let terms = terms.map(|term| Term::from_field_text(self.fields.names, &term));
            each.push((Occur::Must, Box::new(TermSetQuery::new(terms))));
        }
        Ok(Box::new(BooleanQuery::new(each)))
    }

    /// The documents of which a person made something.
    fn documents(&self, field: FieldName, value: &str) -> Result<Box<dyn Query>> {
        let sql = match field {
            FieldName::Tag => format!(
                "{TAGGED} AND (t.name = ?1 OR substr(t.name, 1, length(?1) + 1) = ?1 || '/')"
            ),
            FieldName::Note => format!("{ANNOTATED} AND instr(lower(a.body), lower(?1)) > 0"),
            FieldName::Color => format!("{ANNOTATED} AND a.color = ?1"),
            FieldName::In => "SELECT x.document_id FROM collection_document x JOIN collection c \
                              ON c.id = x.collection_id WHERE NOT c.deleted AND c.name = ?1"
                .to_owned(),
            _ => match value {
                "tags" | "tag" => format!("{TAGGED} AND ?1 IS NOT NULL"),
                "notes" | "note" => format!("{ANNOTATED} AND a.body <> '' AND ?1 IS NOT NULL"),
                "quotations" | "quotation" => {
                    "SELECT DISTINCT document_id FROM quotation WHERE ?1 IS NOT NULL".to_owned()
                }
                _ => format!("{ANNOTATED} AND ?1 IS NOT NULL"),
            },
        };
        self.made(&sql, value)
    }

    fn made(&self, sql: &str, value: &str) -> Result<Box<dyn Query>> {
        let mut statement = self.tx.prepare_cached(sql)?;
        let rows = statement.query_map([value], |row| row.get::<_, i64>(0))?;
        let ids: BTreeSet<i64> = rows.collect::<rusqlite::Result<_>>()?;
        Ok(among(self.fields, ids))
    }

    /// Documents like one: those with several of the words that tell it from others.
    fn like(&mut self, value: &str) -> Result<Box<dyn Query>> {
        let id = value.parse().unwrap_or_default();
        let itself = among(self.fields, BTreeSet::from([id]));
        let text = match store::text_version::text(self.tx, id) {
            Ok(text) => text,
            // Nothing is like a document that is not there.
            Err(Error::NotFound { .. }) => return Ok(Box::new(EmptyQuery)),
            Err(error) => return Err(error),
        };
        let telling = telling_words(self.searcher, self.fields.body, &text)?;
        let needed = (telling.len() * LIKENESS).div_ceil(100);
        let mut any = Vec::with_capacity(telling.len());
        for (word, weight) in telling {
            let query = term_query(self.fields.body, &word);
            any.push((Occur::Should, boosted(query, weight)));
            self.want(|wanted| wanted.add_word(word));
        }
        let any = BooleanQuery::with_minimum_required_clauses(any, needed);
        let any = WatchedQuery::new(Box::new(any), self.watch);
        Ok(Box::new(BooleanQuery::new(vec![
            (Occur::Must, Box::new(any)),
            (Occur::MustNot, itself),
        ])))
    }

    /// The documents that state a day within these.
    pub(super) fn stated(&self, days: Days) -> Box<dyn Query> {
        let terms = terms_touching(days.from, days.to);
        let terms = terms
            .iter()
            .map(|term| Term::from_field_text(self.fields.stated, term));
        Box::new(ConstScoreQuery::new(
            Box::new(TermSetQuery::new(terms)),
            0.0,
        ))
    }

    /// A document counts where the days that its date can mean touch the days asked for.
    pub(super) fn published(&self, Days { from, to }: Days) -> Box<dyn Query> {
        use std::ops::Bound;
        let day = |field, date: chrono::NaiveDate| Term::from_field_i64(field, days(date).into());
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        if let Some(from) = from {
            let bound = Bound::Excluded(day(self.fields.published_end, from));
            parts.push((
                Occur::Must,
                Box::new(RangeQuery::new(bound, Bound::Unbounded)),
            ));
        }
        if let Some(to) = to {
            let bound = Bound::Excluded(day(self.fields.published, to));
            parts.push((
                Occur::Must,
                Box::new(RangeQuery::new(Bound::Unbounded, bound)),
            ));
        }
        if parts.is_empty() {
            return Box::new(AllQuery);
        }
        Box::new(ConstScoreQuery::new(
            Box::new(BooleanQuery::new(parts)),
            0.0,
        ))
    }

    /// `speaker:` and `said:` side by side mean one quotation, which the index cannot tell: the
    /// quotations of the documents in question are looked through.
    pub(super) fn one_quotation(&self, nodes: &[Node]) -> Result<Option<Box<dyn Query>>> {
        let values = |wanted: FieldName| {
            let values = nodes.iter().filter_map(move |node| match node {
                Node::Field(field, value) | Node::Value(field, value) if *field == wanted => {
                    Some(value)
                }
                _ => None,
            });
            values
                .map(|value| folded_words(value))
                .collect::<Vec<Vec<String>>>()
        };
        let (speakers, said) = (values(FieldName::Speaker), values(FieldName::Said));
        if speakers.len() + said.len() < 2 {
            return Ok(None);
        }
        let row = |field, terms: &Vec<String>| (Occur::Must, self.row(field, terms));
        let rows = speakers.iter().map(|terms| row(self.fields.speaker, terms));
        let rows = rows.chain(said.iter().map(|terms| row(self.fields.said, terms)));
        let candidates = BooleanQuery::new(rows.collect());
        let candidates = self.searcher.search(&candidates, &DocSetCollector)?;
        let ids = ids_of(self.searcher, candidates)?;
        let ids: Vec<i64> = ids.into_iter().map(|(_, id)| id).collect();
        let mut found = BTreeSet::new();
        store::quotation::each_of(self.tx, &ids, |document, speaker, words| {
            let (speaker, words) = (folded_words(speaker), folded_words(words));
            let is_it = speakers.iter().all(|terms| holds(&speaker, terms))
                && said.iter().all(|terms| holds(&words, terms));
            if is_it {
                found.insert(document);
            }
        })?;
        Ok(Some(among(self.fields, found)))
    }
}

/// The documents with these ids.
pub(crate) fn among(fields: &Fields, ids: BTreeSet<i64>) -> Box<dyn Query> {
    let terms = ids
        .into_iter()
        .map(|id| Term::from_field_i64(fields.id, id));
    Box::new(ConstScoreQuery::new(
        Box::new(TermSetQuery::new(terms)),
        0.0,
    ))
}
