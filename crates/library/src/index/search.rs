//! Running a query: hits with passages, facets, a histogram.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use dossier_text::TextRange;
use tantivy::{
    DocAddress, Searcher,
    collector::DocSetCollector,
    query::{BooleanQuery, Occur},
};

use super::{
    Index,
    collect::{Order, Ranked, Tally, Wish, gather},
    facet::{FACET_VALUES, facets, histogram, most_frequent},
    guarded,
    passage::{Standing, standing},
    query::{AlsoSearched, Compiled, Parsed, among, compile, parse},
    rerank,
    rows::{COUNTED, QUICK, Rows},
    snippet::{Finder, Finders, Snippet, Wanted},
    suggest::Suggestion,
    watch::Watch,
};
use crate::{
    Document, Error, Library, Result,
    store::{self, hit::HitRow},
};

/// Who finds no more than so many documents is told how to find more.
const FEW: u32 = 2;
/// What is said where a search ran out of time.
const TOO_MUCH: &str =
    "The query asks for very much: it was stopped, and what is shown is not all.";

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
    /// How many passages of each document are wanted; at least one is given.
    pub passages: u32,
    /// Whether speakers, names and tags are counted too; that takes longer.
    pub all_facets: bool,
}

/// A passage that shows why a document was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub text: String,
    /// Bytes of the passage.
    pub highlights: Vec<TextRange>,
    /// Where the passage's first match stands, in UTF-16 code units of the document's text; `None`
    /// where nothing in the text matched.
    pub place: Option<(u32, u32)>,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub document: Document,
    /// BM25; 0 where the query has no words.
    pub score: f32,
    /// Bytes of the title.
    pub title_highlights: Vec<TextRange>,
    /// The best passages of the text, best first, or its beginning; never empty.
    pub passages: Vec<Passage>,
    /// How many places of the text match.
    pub places: u32,
    /// How many annotations the document has.
    pub annotations: u32,
}

/// Values with the number of hits that have them, most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub publisher: Vec<(String, u32)>,
    pub author: Vec<(String, u32)>,
    /// Who is quoted; counted on demand, as [`SearchOptions::all_facets`] says.
    pub speaker: Vec<(String, u32)>,
    /// Who and what is named; counted on demand.
    pub entity: Vec<(String, u32)>,
    /// Tags of annotations; counted on demand.
    pub tag: Vec<(String, u32)>,
    pub language: Vec<(String, u32)>,
    pub kind: Vec<(String, u32)>,
    /// Years of publication, newest first.
    pub year: Vec<(String, u32)>,
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
    /// Queries that would find more, where little was found.
    pub suggestions: Vec<Suggestion>,
    /// Whether the search ran out of time: what is found and counted is not all.
    pub is_partial: bool,
}

impl Hit {
    /// The best passage.
    #[must_use]
    pub fn passage(&self) -> &Passage {
        &self.passages[0]
    }
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
        self.search_watched(query, options, &Watch::without_limit())
    }

    /// Searches the library as long as `watch` lets it; what it has found by then is given.
    ///
    /// # Errors
    ///
    /// [`Error::Cancelled`] where the watch was cancelled; when the database or the index fails.
    pub fn search_watched(
        &self,
        query: &str,
        options: SearchOptions,
        watch: &Watch,
    ) -> Result<Found> {
        self.mending(|| self.search_once(query, options, watch))
    }

    /// Asks the index for something; where it turns out to be damaged it is made again, once.
    pub(super) fn mending<T>(&self, ask: impl Fn() -> Result<T>) -> Result<T> {
        let damage = match guarded(&ask) {
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
        ask()
    }

    /// The ids of all documents that a query finds, in no order.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn search_ids(&self, query: &str) -> Result<Vec<i64>> {
        let asked = self.asked(query, &Watch::without_limit())?;
        asked.ids()
    }

    /// Where a query's words stand in a document, in text order.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a document that is not there.
    pub fn find_in_document(&self, document: i64, query: &str) -> Result<Vec<TextRange>> {
        let asked = self.asked(query, &Watch::without_limit())?;
        let (language, text) = self.read(|tx| {
            let document = store::document::get(tx, document)?;
            Ok((
                document.language,
                store::text_version::text(tx, document.id)?,
            ))
        })?;
        let mut finders = Finders::new(&asked.compiled.wanted);
        Ok(finders.of(language.as_deref()).find(&text))
    }

    /// Reads a query and makes it ready to run on the newest snapshot of the index.
    pub(crate) fn asked(&self, query: &str, watch: &Watch) -> Result<Asked> {
        self.asked_parsed(parse(query), watch)
    }

    pub(super) fn asked_parsed(&self, parsed: Parsed, watch: &Watch) -> Result<Asked> {
        let searcher = self.index.searcher();
        let rows = self.index.rows(&searcher)?;
        let fields = &self.index.fields;
        let compiled = self.read(|tx| compile(&parsed, fields, &searcher, &rows, tx, watch))?;
        Ok(Asked {
            parsed,
            searcher,
            rows,
            compiled,
        })
    }

    fn search_once(&self, query: &str, options: SearchOptions, watch: &Watch) -> Result<Found> {
        let mut asked = self.asked(query, watch)?;
        let (ranked, tally) = self.ranked(&asked, options, watch)?;
        let standing = self.standing(&asked, &ranked)?;
        let most = options.passages.max(1) as usize;
        let hits = self.hits(&ranked, &standing, &asked.compiled.wanted, most, watch)?;
        let mut facets = facets(&tally, &asked.rows);
        if options.all_facets {
            facets.tag = self.tags_of_hits(&asked)?;
        }
        let suggestions = if tally.total <= FEW && !watch.is_stopped() {
            self.suggestions(query, &asked, tally.total)?
        } else {
            Vec::new()
        };
        let is_partial = watch.is_late();
        if is_partial {
            asked.parsed.notice = Some(TOO_MUCH.to_owned());
        }
        Ok(Found {
            total: tally.total,
            hits,
            histogram: histogram(&tally),
            facets,
            also: asked.compiled.also,
            parsed: asked.parsed,
            suggestions,
            is_partial,
        })
    }

    /// The hits of the page that is wanted, in order, and the counts over all.
    fn ranked(
        &self,
        asked: &Asked,
        options: SearchOptions,
        watch: &Watch,
    ) -> Result<(Vec<Ranked>, Tally)> {
        let Asked {
            searcher,
            rows,
            compiled,
            ..
        } = asked;
        let (limit, offset) = (options.limit as usize, options.offset as usize);
        let wish = Wish {
            order: match options.sort {
                Sort::Relevance if compiled.has_words => Order::Score,
                Sort::Relevance | Sort::Newest => Order::Newest,
                Sort::Oldest => Order::Oldest,
            },
            limit,
            offset,
            counted: if options.all_facets {
                COUNTED.len()
            } else {
                QUICK
            },
        };
        if wish.order != Order::Score || limit == 0 {
            return gather(searcher, rows, &*compiled.query, wish, watch);
        }
        let wish = rerank::deepened(wish);
        let (mut ranked, tally) = gather(searcher, rows, &*compiled.query, wish, watch)?;
        let body = self.index.fields.body;
        rerank::rerank(searcher, body, &compiled.typed, &mut ranked)?;
        let page = ranked.into_iter().skip(offset).take(limit).collect();
        Ok((page, tally))
    }

    /// Where the words of a query stand in some of its hits.
    pub(super) fn standing(&self, asked: &Asked, hits: &[Ranked]) -> Result<Vec<Standing>> {
        let addresses: Vec<DocAddress> = hits.iter().map(|hit| hit.address).collect();
        let fields = &self.index.fields;
        let wanted = &asked.compiled.wanted;
        standing(&asked.searcher, &asked.rows, fields, wanted, &addresses)
    }

    /// The tags of the hits' annotations, with how many hits have each.
    fn tags_of_hits(&self, asked: &Asked) -> Result<Vec<(String, u32)>> {
        let tags = self.read(store::tag::by_document)?;
        let ids: BTreeSet<i64> = tags.iter().map(|(document, _)| *document).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let tagged = among(&self.index.fields, ids);
        let both = vec![
            (Occur::Must, asked.compiled.query.box_clone()),
            (Occur::Must, tagged),
        ];
        let found = asked
            .searcher
            .search(&BooleanQuery::new(both), &DocSetCollector)?;
        let found = ids_of(&asked.searcher, found)?;
        let found: HashSet<i64> = found.into_iter().map(|(_, id)| id).collect();
        let mut counts: HashMap<String, u32> = HashMap::new();
        for (document, tag) in tags {
            if found.contains(&document) {
                *counts.entry(tag).or_default() += 1;
            }
        }
        Ok(most_frequent(counts, FACET_VALUES))
    }

    fn hits(
        &self,
        ranked: &[Ranked],
        standing: &[Standing],
        wanted: &Wanted,
        most: usize,
        watch: &Watch,
    ) -> Result<Vec<Hit>> {
        let mut finders = Finders::new(wanted);
        let mut hits = Vec::with_capacity(ranked.len());
        self.read(|tx| {
            for (ranked, standing) in ranked.iter().zip(standing) {
                watch.check()?;
                let Some(row) = store::hit::get(tx, ranked.id)? else {
                    continue;
                };
                let finder = finders.of(row.document.language.as_deref());
                hits.push(hit(row, ranked.score, standing, wanted, finder, most));
            }
            Ok(hits)
        })
    }
}

/// A query, ready to run on a snapshot of the index.
pub(crate) struct Asked {
    pub(super) parsed: Parsed,
    pub(crate) searcher: Searcher,
    pub(super) rows: Arc<Rows>,
    pub(crate) compiled: Compiled,
}

impl Asked {
    /// The numbers of all documents found, in no order.
    pub(super) fn ids(&self) -> Result<Vec<i64>> {
        let found = self
            .searcher
            .search(&*self.compiled.query, &DocSetCollector)?;
        let ids = ids_of(&self.searcher, found)?;
        Ok(ids.into_iter().map(|(_, id)| id).collect())
    }
}

fn hit(
    row: HitRow,
    score: f32,
    standing: &Standing,
    wanted: &Wanted,
    finder: &Finder<'_>,
    most: usize,
) -> Hit {
    let text = &row.text;
    // The index lags behind a new text version for a moment.
    let told = (standing.version == row.document.version)
        .then(|| wanted.passages(text, standing, most))
        .flatten();
    let (snippets, places) = match told {
        Some(snippets) => (snippets, standing.found.len()),
        None => finder.passages(text, most),
    };
    let passage = |snippet: &Snippet| {
        let start = snippet.range.start;
        let relative = |range: &TextRange| TextRange {
            start: range.start - start,
            end: range.end - start,
        };
        Passage {
            text: snippet.range.slice(text).unwrap_or_default().to_owned(),
            highlights: snippet.matches.iter().map(relative).collect(),
            place: snippet.matches.first().map(|range| utf16(text, *range)),
        }
    };
    Hit {
        score,
        title_highlights: finder.find(&row.document.title),
        passages: snippets.iter().map(passage).collect(),
        places: places as u32,
        annotations: row.annotations,
        document: row.document,
    }
}

impl Index {
    /// A snapshot of the index.
    pub(super) fn searcher(&self) -> Searcher {
        self.read_open().reader.searcher()
    }

    /// Makes what the next search needs of the newest snapshot, so that nobody waits for it.
    pub(super) fn warm(&self) -> Result<()> {
        // Damage is met where somebody searches, and mended there.
        guarded(|| self.rows(&self.searcher()).map(drop)).unwrap_or(Ok(()))
    }

    /// What the documents of a snapshot are counted and sorted by.
    pub(super) fn rows(&self, searcher: &Searcher) -> Result<Arc<Rows>> {
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

/// A range of a text in UTF-16 code units.
pub(crate) fn utf16(text: &str, range: TextRange) -> (u32, u32) {
    let start = units(&text[..range.start as usize]);
    (start, start + units(&text[range.as_usize()]))
}

/// How many UTF-16 code units a text has.
pub(super) fn units(text: &str) -> u32 {
    // Every character begins with a byte that is no continuation; one of four bytes is two units.
    let bytes = text.bytes();
    bytes
        .map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0))
        .sum()
}
