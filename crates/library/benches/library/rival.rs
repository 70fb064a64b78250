//! What others offer, asked for the same: tantivy with nothing around it, and SQLite's FTS5.

use std::{fs, path::Path};

use rusqlite::Connection;
use tantivy::{
    DocAddress, IndexReader, Order, Searcher, TantivyDocument, Term,
    aggregation::{AggregationCollector, agg_req::Aggregations, agg_result::AggregationResults},
    collector::TopDocs,
    query::{AllQuery, BooleanQuery, BoostQuery, Occur, PhrasePrefixQuery, PhraseQuery, TermQuery},
    schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TEXT, Value},
    snippet::SnippetGenerator,
};

use crate::{
    corpus::Corpus,
    kept::{SEED, documents, kept},
    query::{Kind, Query},
};

/// Hits that are asked for.
pub(crate) const LIMIT: usize = 20;

/// An index as tantivy's own examples make one.
pub(crate) struct RawTantivy {
    reader: IndexReader,
    fields: RawFields,
    counts: Aggregations,
}

struct RawFields {
    title: Field,
    body: Field,
    authors: Field,
    publisher: Field,
    author_name: Field,
    publisher_name: Field,
    language: Field,
    published: Field,
}

fn raw_schema() -> (Schema, RawFields) {
    let mut builder = Schema::builder();
    let fields = RawFields {
        title: builder.add_text_field("title", TEXT | STORED),
        body: builder.add_text_field("body", TEXT | STORED),
        authors: builder.add_text_field("authors", TEXT),
        publisher: builder.add_text_field("publisher", TEXT),
        author_name: builder.add_text_field("author_name", STRING | FAST | STORED),
        publisher_name: builder.add_text_field("publisher_name", STRING | FAST | STORED),
        language: builder.add_text_field("language", STRING | FAST | STORED),
        published: builder.add_i64_field("published", INDEXED | FAST | STORED),
    };
    (builder.build(), fields)
}

impl RawTantivy {
    /// Opens the index of the corpus, or makes it.
    pub(crate) fn open() -> Self {
        let (schema, fields) = raw_schema();
        let folder = kept("tantivy", "1", |folder| {
            make_tantivy(folder, schema, &fields)
        });
        let index = tantivy::Index::open_in_dir(&folder).expect("the index can be opened");
        let reader = index.reader().expect("the index can be read");
        let counts = serde_json::json!({
            "publisher": { "terms": { "field": "publisher_name", "size": 50 } },
            "author": { "terms": { "field": "author_name", "size": 50 } },
            "language": { "terms": { "field": "language", "size": 50 } },
            "years": { "histogram": { "field": "published", "interval": 365.25 } },
        });
        let counts = serde_json::from_value(counts).expect("the request is one");
        Self {
            reader,
            fields,
            counts,
        }
    }

    /// The top hits alone.
    pub(crate) fn top(&self, query: &Query) -> usize {
        let searcher = self.reader.searcher();
        self.hits(&searcher, query).len()
    }

    /// The top hits, and counts over all.
    pub(crate) fn top_and_counts(&self, query: &Query) -> (usize, AggregationResults) {
        let searcher = self.reader.searcher();
        let wanted = self.query(query);
        let counts = AggregationCollector::from_aggs(self.counts.clone(), Default::default());
        let top = TopDocs::with_limit(LIMIT);
        if query.kind == Kind::Empty {
            let top = top.order_by_fast_field::<i64>("published", Order::Desc);
            let found = searcher.search(&*wanted, &(top, counts));
            let (hits, counts) = found.expect("the query can be answered");
            return (hits.len(), counts);
        }
        let found = searcher.search(&*wanted, &(top.order_by_score(), counts));
        let (hits, counts) = found.expect("the query can be answered");
        (hits.len(), counts)
    }

    /// The top hits with titles and snippets.
    pub(crate) fn top_and_snippets(&self, query: &Query) -> usize {
        let searcher = self.reader.searcher();
        let wanted = self.query(query);
        let generator = SnippetGenerator::create(&searcher, &*wanted, self.fields.body)
            .expect("the field is text");
        self.hits(&searcher, query)
            .into_iter()
            .map(|address| {
                let doc: TantivyDocument = searcher.doc(address).expect("the document is there");
                let title = doc
                    .get_first(self.fields.title)
                    .and_then(|title| title.as_str());
                let title = title.map_or(0, str::len);
                let snippet = generator.snippet_from_doc(&doc);
                title + snippet.fragment().len() + snippet.highlighted().len()
            })
            .sum()
    }

    fn hits(&self, searcher: &Searcher, query: &Query) -> Vec<DocAddress> {
        let wanted = self.query(query);
        let top = TopDocs::with_limit(LIMIT);
        if query.kind == Kind::Empty {
            let top = top.order_by_fast_field::<i64>("published", Order::Desc);
            let hits = searcher.search(&*wanted, &top).expect("it can be answered");
            return hits.into_iter().map(|(_, address)| address).collect();
        }
        let hits = searcher
            .search(&*wanted, &top.order_by_score())
            .expect("it can be answered");
        hits.into_iter().map(|(_, address)| address).collect()
    }

    /// Title or text, the title counting double.
    fn query(&self, query: &Query) -> Box<dyn tantivy::query::Query> {
        let either = |make: &dyn Fn(Field) -> Box<dyn tantivy::query::Query>| {
            let title = Box::new(BoostQuery::new(make(self.fields.title), 2.0));
            let both: Vec<(Occur, Box<dyn tantivy::query::Query>)> = vec![
                (Occur::Should, title),
                (Occur::Should, make(self.fields.body)),
            ];
            Box::new(BooleanQuery::new(both)) as Box<dyn tantivy::query::Query>
        };
        let term = |field, word: &str| -> Box<dyn tantivy::query::Query> {
            let term = Term::from_field_text(field, word);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let row = |field, words: &[String]| -> Box<dyn tantivy::query::Query> {
            let terms = words.iter().map(|word| Term::from_field_text(field, word));
            Box::new(PhraseQuery::new(terms.collect()))
        };
        match query.kind {
            Kind::Empty => Box::new(AllQuery),
            Kind::Phrase => either(&|field| row(field, &query.words)),
            Kind::Prefix => either(&|field| {
                let term = Term::from_field_text(field, &query.words[0]);
                let mut prefix = PhrasePrefixQuery::new(vec![term]);
                prefix.set_max_expansions(10_000);
                Box::new(prefix)
            }),
            Kind::Term | Kind::TwoWords | Kind::Field => {
                let words = query.words.iter();
                let mut all: Vec<_> = words
                    .map(|word| (Occur::Must, either(&|field| term(field, word))))
                    .collect();
                if query.kind == Kind::Field {
                    let publisher: Vec<String> = query
                        .publisher
                        .split(|c: char| !c.is_alphanumeric())
                        .map(str::to_lowercase)
                        .collect();
                    let publisher = match &publisher[..] {
                        [one] => term(self.fields.publisher, one),
                        several => row(self.fields.publisher, several),
                    };
                    all.push((Occur::Must, publisher));
                }
                if all.len() == 1 {
                    return all.remove(0).1;
                }
                Box::new(BooleanQuery::new(all))
            }
        }
    }
}

fn make_tantivy(folder: &Path, schema: Schema, fields: &RawFields) {
    clear(folder);
    let index = tantivy::Index::create_in_dir(folder, schema).expect("an index can be made");
    let mut writer = index
        .writer_with_num_threads(2, 200 << 20)
        .expect("nobody else writes");
    let corpus = Corpus::new(SEED);
    for article in (0..documents()).map(|number| corpus.article(number)) {
        let mut doc = TantivyDocument::new();
        doc.add_text(fields.title, &article.title);
        doc.add_text(fields.body, article.text());
        for author in &article.authors {
            doc.add_text(fields.authors, author);
            doc.add_text(fields.author_name, author);
        }
        doc.add_text(fields.publisher, article.publisher);
        doc.add_text(fields.publisher_name, article.publisher);
        doc.add_text(fields.language, article.language);
        doc.add_i64(fields.published, article.day());
        writer.add_document(doc).expect("the writer takes it");
    }
    writer.commit().expect("the disk takes it");
    writer
        .wait_merging_threads()
        .expect("segments can be merged");
}

/// A full-text table of SQLite.
pub(crate) struct Fts5 {
    connection: Connection,
}

impl Fts5 {
    /// Opens the table of the corpus, or makes it.
    pub(crate) fn open() -> Self {
        let folder = kept("fts5", "1", make_fts5);
        let connection = Connection::open(folder.join("fts5.sqlite")).expect("it can be opened");
        connection
            .pragma_update(None, "cache_size", -16_000)
            .expect("memory can be had");
        Self { connection }
    }

    /// The top hits by bm25 with title, and with a snippet where asked.
    pub(crate) fn top(&self, query: &Query, has_snippets: bool) -> usize {
        let what = if has_snippets {
            "snippet(article, 1, '[', ']', '…', 40)"
        } else {
            "''"
        };
        let sql = if query.kind == Kind::Empty {
            "SELECT a.rowid, a.title, '' FROM article_day d JOIN article a ON a.rowid = d.rowid \
             WHERE ?1 IS NOT NULL ORDER BY d.day DESC LIMIT 20"
                .to_owned()
        } else {
            format!(
                "SELECT rowid, title, {what} FROM article WHERE article MATCH ?1 \
                 AND rank MATCH 'bm25(2.0, 1.0, 0.0, 0.0)' ORDER BY rank LIMIT {LIMIT}"
            )
        };
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .expect("the query is SQL");
        let rows = statement.query_map([self.query(query)], |row| {
            let title: String = row.get(1)?;
            let snippet: String = row.get(2)?;
            Ok(title.len() + snippet.len())
        });
        rows.expect("the query can be answered")
            .map(|row| row.expect("the query can be answered"))
            .sum()
    }

    fn query(&self, query: &Query) -> String {
        let words: Vec<String> = query
            .words
            .iter()
            .map(|word| format!("\"{word}\""))
            .collect();
        match query.kind {
            Kind::Empty => String::new(),
            Kind::Phrase => format!("{{title body}} : \"{}\"", query.words.join(" ")),
            Kind::Prefix => format!("{{title body}} : {}*", words[0]),
            Kind::Term | Kind::TwoWords => format!("{{title body}} : ({})", words.join(" AND ")),
            Kind::Field => format!(
                "publisher : \"{}\" AND {{title body}} : {}",
                query.publisher, words[0]
            ),
        }
    }
}

/// Removes what was left half made.
fn clear(folder: &Path) {
    fs::remove_dir_all(folder).expect("the folder can be removed");
    fs::create_dir(folder).expect("a folder can be made");
}

fn make_fts5(folder: &Path) {
    clear(folder);
    let mut connection = Connection::open(folder.join("fts5.sqlite")).expect("it can be made");
    connection
        .execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;
             CREATE VIRTUAL TABLE article USING fts5(title, body, authors, publisher,
                 tokenize = 'unicode61 remove_diacritics 2');
             CREATE TABLE article_day (day INTEGER NOT NULL);
             CREATE INDEX article_day_day ON article_day (day);",
        )
        .expect("FTS5 is built in");
    let corpus = Corpus::new(SEED);
    let transaction = connection.transaction().expect("nobody else writes");
    {
        let mut insert = transaction
            .prepare("INSERT INTO article (rowid, title, body, authors, publisher) VALUES (?1, ?2, ?3, ?4, ?5)")
            .expect("the table is there");
        let mut insert_day = transaction
            .prepare("INSERT INTO article_day (rowid, day) VALUES (?1, ?2)")
            .expect("the table is there");
        for article in (0..documents()).map(|number| corpus.article(number)) {
            let id = article.number as i64 + 1;
            insert
                .execute((
                    id,
                    &article.title,
                    article.text(),
                    article.authors.join(", "),
                    article.publisher,
                ))
                .expect("the disk takes it");
            insert_day
                .execute((id, article.day()))
                .expect("the disk takes it");
        }
    }
    transaction.commit().expect("the disk takes it");
    connection
        .execute("INSERT INTO article (article) VALUES ('optimize')", [])
        .expect("the index can be merged");
}
