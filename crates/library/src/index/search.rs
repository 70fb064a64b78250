//! Running a query: hits with snippets, facets, a histogram.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use dossier_text::TextRange;
use tantivy::{DocAddress, Searcher, collector::DocSetCollector};

use super::{
    Index,
    collect::{Order, Ranked, Wish, gather},
    facet::{facets, histogram},
    guarded,
    passage::{Standing, standing},
    query::{AlsoSearched, Compiled, Parsed, compile, parse},
    rerank,
    rows::Rows,
    schema::stemmed,
    snippet::{Finder, Wanted},
};
use crate::{
    Document, Error, Library, Result,
    store::{self, hit::HitRow},
};

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// BM25, best first; newest first where the query has no words.
    #[default]
    Relevance,
    Newest,
    Oldest,
}

/// Which hits are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SearchOptions {
    pub sort: Sort,
    pub limit: u32,
    pub offset: u32,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub document: Document,
    /// BM25; 0 where the query has no words.
    pub score: f32,
    /// Bytes of the title.
    pub title_highlights: Vec<TextRange>,
    /// The best passage of the text, or its beginning.
    pub snippet: String,
    /// Bytes of the snippet.
    pub highlights: Vec<TextRange>,
    /// Where the passage's first match stands, in UTF-16 code units of the document's text.
    pub place: Option<(u32, u32)>,
    /// How many annotations the document has.
    pub annotations: u32,
}

/// Values with the number of hits that have them, most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub publisher: Vec<(String, u32)>,
    pub author: Vec<(String, u32)>,
    pub language: Vec<(String, u32)>,
    pub kind: Vec<(String, u32)>,
}

/// Hits published in a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: NaiveDate,
    /// First day after.
    pub to: NaiveDate,
    pub count: u32,
}

/// How hits spread over time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Without gaps, in order.
    pub spans: Vec<Span>,
    pub undated: u32,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found {
    pub total: u32,
    pub hits: Vec<Hit>,
    pub facets: Facets,
    pub histogram: Histogram,
    pub parsed: Parsed,
    /// Names of the query that were searched in other spellings too.
    pub also: Vec<AlsoSearched>,
}

impl Library {
    /// Searches the library; an empty query finds every document.
    ///
    /// Works on a snapshot: it never waits for a writer. A damaged index is made again, once.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn search(&self, query: &str, options: SearchOptions) -> Result<Found> {
        let damage = match guarded(|| self.search_once(query, options)) {
            Some(Err(Error::Index(error))) => error.to_string(),
            Some(found) => return found,
            None => "a panic".to_owned(),
        };
        if self.is_read_only() {
            return Err(Error::IndexDamaged);
        }
        tracing::warn!(damage, "a search failed; the index is built again");
        self.index.rebuild(&self.store)?;
        self.update_index()?;
        self.search_once(query, options)
    }

    /// The ids of all documents that a query finds, in no order.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn search_ids(&self, query: &str) -> Result<Vec<i64>> {
        let searcher = self.index.searcher();
        let rows = self.index.rows(&searcher)?;
        let compiled = self.compile(&parse(query), &searcher, &rows)?;
        let addresses = searcher.search(&*compiled.query, &DocSetCollector)?;
        let ids = ids_of(&searcher, addresses)?;
        Ok(ids.into_iter().map(|(_, id)| id).collect())
    }

    /// Where a query's words stand in a document, in text order.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a document that is not there.
    pub fn find_in_document(&self, document: i64, query: &str) -> Result<Vec<TextRange>> {
        let searcher = self.index.searcher();
        let rows = self.index.rows(&searcher)?;
        let compiled = self.compile(&parse(query), &searcher, &rows)?;
        let (language, text) = self.read(|tx| {
            let document = store::document::get(tx, document)?;
            Ok((
                document.language,
                store::text_version::text(tx, document.id)?,
            ))
        })?;
        let language = language.as_deref().and_then(stemmed);
        Ok(compiled.wanted.finder(language).find(&text))
    }

    fn compile(&self, parsed: &Parsed, searcher: &Searcher, rows: &Arc<Rows>) -> Result<Compiled> {
        self.read(|tx| compile(parsed, &self.index.fields, searcher, rows, tx))
    }

    fn search_once(&self, query: &str, options: SearchOptions) -> Result<Found> {
        let parsed = parse(query);
        let searcher = self.index.searcher();
        let rows = self.index.rows(&searcher)?;
        let mut compiled = self.compile(&parsed, &searcher, &rows)?;
        let (limit, offset) = (options.limit as usize, options.offset as usize);
        let wish = Wish {
            order: match options.sort {
                Sort::Relevance if compiled.has_words => Order::Score,
                Sort::Relevance | Sort::Newest => Order::Newest,
                Sort::Oldest => Order::Oldest,
            },
            limit,
            offset,
        };
        let (ranked, tally) = if wish.order == Order::Score && limit > 0 {
            let wish = rerank::deepened(wish);
            let (mut ranked, tally) = gather(&searcher, &rows, &*compiled.query, wish)?;
            rerank::rerank(
                &searcher,
                self.index.fields.body,
                &compiled.typed,
                &mut ranked,
            )?;
            let page = ranked.into_iter().skip(offset).take(limit).collect();
            (page, tally)
        } else {
            gather(&searcher, &rows, &*compiled.query, wish)?
        };
        let addresses: Vec<DocAddress> = ranked.iter().map(|hit| hit.address).collect();
        let standing = standing(
            &searcher,
            &rows,
            &self.index.fields,
            &compiled.wanted,
            &addresses,
        )?;
        let hits = self.hits(&ranked, &standing, &compiled.wanted)?;
        Ok(Found {
            total: tally.total,
            hits,
            histogram: histogram(&tally),
            facets: facets(&tally, &rows),
            also: std::mem::take(&mut compiled.also),
            parsed,
        })
    }

    fn hits(&self, ranked: &[Ranked], standing: &[Standing], wanted: &Wanted) -> Result<Vec<Hit>> {
        let mut finders: HashMap<Option<usize>, Finder<'_>> = HashMap::new();
        let mut hits = Vec::with_capacity(ranked.len());
        self.read(|tx| {
            for (ranked, standing) in ranked.iter().zip(standing) {
                let Some(row) = store::hit::get(tx, ranked.id)? else {
                    continue;
                };
                let language = row.document.language.as_deref().and_then(stemmed);
                let finder = finders
                    .entry(language)
                    .or_insert_with(|| wanted.finder(language));
                hits.push(hit(row, ranked.score, standing, wanted, finder));
            }
            Ok(hits)
        })
    }
}

fn hit(row: HitRow, score: f32, standing: &Standing, wanted: &Wanted, finder: &Finder<'_>) -> Hit {
    let text = &row.text;
    // The index lags behind a new text version for a moment.
    let passage = (standing.version == row.document.version)
        .then(|| wanted.passage(text, standing))
        .flatten();
    let found = passage.unwrap_or_else(|| finder.snippet(text));
    let start = found.range.start;
    let relative = |range: &TextRange| TextRange {
        start: range.start - start,
        end: range.end - start,
    };
    Hit {
        score,
        title_highlights: finder.find(&row.document.title),
        snippet: found.range.slice(text).unwrap_or_default().to_owned(),
        highlights: found.matches.iter().map(relative).collect(),
        place: found.matches.first().map(|range| utf16(text, *range)),
        annotations: row.annotations,
        document: row.document,
    }
}

impl Index {
    /// A snapshot of the index.
    pub(super) fn searcher(&self) -> Searcher {
        self.read_open().reader.searcher()
    }

    /// What the documents of a snapshot are counted and sorted by.
    fn rows(&self, searcher: &Searcher) -> Result<Arc<Rows>> {
        self.rows.of(searcher)
    }
}

pub(super) fn ids_of(
    searcher: &Searcher,
    addresses: impl IntoIterator<Item = DocAddress>,
) -> Result<Vec<(DocAddress, i64)>> {
    let columns = searcher
        .segment_readers()
        .iter()
        .map(|segment| segment.fast_fields().i64("id"))
        .collect::<tantivy::Result<Vec<_>>>()?;
    let id = |address: DocAddress| {
        let column = &columns[address.segment_ord as usize];
        Some((address, column.first(address.doc_id)?))
    };
    Ok(addresses.into_iter().filter_map(id).collect())
}

fn utf16(text: &str, range: TextRange) -> (u32, u32) {
    // Every character begins with a byte that is no continuation; one of four bytes is two units.
    let units = |slice: &str| -> u32 {
        let bytes = slice.bytes();
        bytes
            .map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0))
            .sum()
    };
    let start = units(&text[..range.start as usize]);
    (start, start + units(&text[range.as_usize()]))
}
