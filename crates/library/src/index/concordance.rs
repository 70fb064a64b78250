//! Concordance: every place that a query finds, in line with what stands before and after it
//! (keyword in context; Luhn, 1960).

use std::sync::{Arc, PoisonError};

use dossier_text::TextRange;
use tantivy::{Searcher, SegmentReader, index::SegmentId};

use super::{
    collect::{Order, Wish, gather},
    query::Parsed,
    search::units,
    snippet::Finders,
    token::folded,
    watch::Watch,
};
use crate::{
    Document, Library, Result,
    store::{self, hit::HitRow},
};

/// How many documents are looked through; their texts are read.
const MOST_DOCUMENTS: usize = 5_000;
/// How many lines are gathered.
const MOST_LINES: usize = 20_000;
/// How many characters stand on either side of the keyword.
const CONTEXT: usize = 90;
/// How many words on a side a line is sorted by.
const SORTED_WORDS: usize = 6;
/// How many documents are asked of the index at a time.
const AT_ONCE: usize = 250;

/// The order of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ConcordanceSort {
    /// By the words after the keyword.
    #[default]
    Right,
    /// By the words before the keyword, from the nearest on.
    Left,
    /// By the keyword, then by the words after it.
    Keyword,
    /// By publication date, then in text order.
    Newest,
    Oldest,
}

/// Which lines are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ConcordanceOptions {
    pub sort: ConcordanceSort,
    pub limit: u32,
    pub offset: u32,
}

/// A line: its context is on one line, without breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub left: String,
    pub keyword: String,
    pub right: String,
    /// Where the keyword stands, in UTF-16 code units of the document's text.
    pub place: (u32, u32),
}

/// A window of a concordance.
#[derive(Debug, Clone)]
pub struct Concordance {
    pub total: u32,
    /// How many documents the lines come from.
    pub documents: u32,
    pub lines: Vec<(Line, Document)>,
    pub parsed: Parsed,
    /// Whether there are more places than were gathered.
    pub is_cut: bool,
}

/// All lines that a query has in a snapshot of the index.
#[derive(Debug)]
pub(crate) struct Gathered {
    query: String,
    /// The segments of the snapshot, each with how many of its documents are deleted.
    snapshot: Vec<(SegmentId, u32)>,
    /// Newest document first, then in text order.
    lines: Vec<(i64, Line)>,
    documents: u32,
    is_cut: bool,
    parsed: Parsed,
}

impl Library {
    /// Gives a window of the concordance of a query. The newest documents are looked through first;
    /// where there are more places than can be gathered, the answer says so.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Cancelled`] where the watch was cancelled; when the database or the index
    /// fails.
    pub fn concordance(
        &self,
        query: &str,
        options: ConcordanceOptions,
        watch: &Watch,
    ) -> Result<Concordance> {
        self.mending(|| {
            let gathered = self.gathered(query, watch)?;
            let order = order(&gathered, options.sort);
            let (limit, offset) = (options.limit as usize, options.offset as usize);
            let page = order.into_iter().skip(offset).take(limit);
            let page: Vec<&(i64, Line)> = page.map(|at| &gathered.lines[at]).collect();
            Ok(Concordance {
                total: gathered.lines.len() as u32,
                documents: gathered.documents,
                lines: self.with_documents(&page)?,
                parsed: gathered.parsed.clone(),
                is_cut: gathered.is_cut,
            })
        })
    }

    /// The lines of a query, those of the last time where nothing changed since.
    fn gathered(&self, query: &str, watch: &Watch) -> Result<Arc<Gathered>> {
        let kept = self.concordance.lock();
        let kept = kept.unwrap_or_else(PoisonError::into_inner).clone();
        let kept = kept.filter(|kept| kept.query == query);
        if let Some(kept) = kept
            && kept.snapshot == snapshot(&self.index.searcher())
        {
            return Ok(kept);
        }
        let gathered = Arc::new(self.gather_lines(query, watch)?);
        let mut kept = self
            .concordance
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *kept = Some(Arc::clone(&gathered));
        Ok(gathered)
    }

    fn gather_lines(&self, query: &str, watch: &Watch) -> Result<Gathered> {
        let asked = self.asked(query, watch)?;
        let mut gathered = Gathered {
            query: query.to_owned(),
            snapshot: snapshot(&asked.searcher),
            lines: Vec::new(),
            documents: 0,
            is_cut: false,
            parsed: asked.parsed.clone(),
        };
        if !asked.compiled.has_words {
            return Ok(gathered);
        }
        let wish = Wish {
            order: Order::Newest,
            limit: MOST_DOCUMENTS,
            offset: 0,
            counted: 0,
        };
        let compiled = &asked.compiled;
        let (hits, tally) = gather(&asked.searcher, &asked.rows, &*compiled.query, wish, watch)?;
        let mut finders = Finders::new(&compiled.wanted);
        gathered.is_cut = tally.total as usize > hits.len() || watch.is_late();
        for hits in hits.chunks(AT_ONCE) {
            watch.check()?;
            if watch.has_ended() || gathered.lines.len() >= MOST_LINES {
                gathered.is_cut = true;
                break;
            }
            let standing = self.standing(&asked, hits)?;
            self.read(|tx| {
                for (hit, standing) in hits.iter().zip(&standing) {
                    let Some(row) = store::hit::get(tx, hit.id)? else {
                        continue;
                    };
                    let told = (standing.version == row.document.version)
                        .then(|| compiled.wanted.places(&row.text, standing))
                        .flatten();
                    let places = told.unwrap_or_else(|| {
                        let finder = finders.of(row.document.language.as_deref());
                        finder.find(&row.text)
                    });
                    gathered.add(&row, &places);
                }
                Ok(())
            })?;
        }
        gathered.is_cut |= gathered.lines.len() > MOST_LINES;
        gathered.lines.truncate(MOST_LINES);
        Ok(gathered)
    }

    fn with_documents(&self, page: &[&(i64, Line)]) -> Result<Vec<(Line, Document)>> {
        let mut ids: Vec<i64> = page.iter().map(|(document, _)| *document).collect();
        ids.sort_unstable();
        ids.dedup();
        let documents = self.read(|tx| store::document::many(tx, &ids))?;
        let find = |id: i64| documents.iter().find(|document| document.id == id);
        let lines = page.iter().filter_map(|(document, line)| {
            let document = find(*document)?.clone();
            Some((line.clone(), document))
        });
        Ok(lines.collect())
    }
}

impl Gathered {
    fn add(&mut self, row: &HitRow, places: &[TextRange]) {
        self.documents += u32::from(!places.is_empty());
        let (mut at, mut units_before) = (0, 0);
        for place in places {
            let (from, to) = (place.start as usize, place.end as usize);
            units_before += units(&row.text[at..from]);
            at = from;
            let keyword = &row.text[from..to];
            self.lines.push((
                row.document.id,
                Line {
                    left: before(&row.text[..from]),
                    keyword: one_line(keyword),
                    right: after(&row.text[to..]),
                    place: (units_before, units_before + units(keyword)),
                },
            ));
        }
    }
}

fn snapshot(searcher: &Searcher) -> Vec<(SegmentId, u32)> {
    let segments = searcher.segment_readers().iter();
    let ids =
        segments.map(|segment: &SegmentReader| (segment.segment_id(), segment.num_deleted_docs()));
    ids.collect()
}

/// The end of a text, on one line; it begins with a whole word.
fn before(text: &str) -> String {
    let start = text.char_indices().rev().nth(CONTEXT - 1);
    let cut = start.map_or(text, |(at, _)| {
        let tail = &text[at..];
        let is_whole = text[..at].ends_with(char::is_whitespace);
        let word = tail.find(char::is_whitespace);
        word.filter(|_| !is_whole)
            .map_or(tail, |word| &tail[word..])
    });
    let line = one_line(cut);
    // What stands between it and the keyword, such as a space, is kept.
    let has_gap = cut.ends_with(char::is_whitespace) && !line.is_empty();
    if has_gap { line + " " } else { line }
}

/// The beginning of a text, on one line; it ends with a whole word.
fn after(text: &str) -> String {
    let end = text.char_indices().nth(CONTEXT);
    let cut = end.map_or(text, |(at, _)| {
        let head = &text[..at];
        let is_whole = text[at..].starts_with(char::is_whitespace);
        let word = head.rfind(char::is_whitespace);
        word.filter(|_| !is_whole)
            .map_or(head, |word| &head[..word])
    });
    let line = one_line(cut);
    let has_gap = cut.starts_with(char::is_whitespace) && !line.is_empty();
    if has_gap { format!(" {line}") } else { line }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines' numbers in an order; equal ones stay newest first and in text order.
fn order(gathered: &Gathered, sort: ConcordanceSort) -> Vec<usize> {
    let mut order: Vec<usize> = (0..gathered.lines.len()).collect();
    let line = |at: usize| &gathered.lines[at].1;
    match sort {
        ConcordanceSort::Newest => {}
        // Documents go backwards, the lines within one do not.
        ConcordanceSort::Oldest => {
            let document = |at: usize| gathered.lines[at].0;
            let mut runs: Vec<&[usize]> = order
                .chunk_by(|&a, &b| document(a) == document(b))
                .collect();
            runs.reverse();
            return runs.concat();
        }
        ConcordanceSort::Right => order.sort_by_cached_key(|&at| first_words(&line(at).right)),
        ConcordanceSort::Left => order.sort_by_cached_key(|&at| last_words(&line(at).left)),
        ConcordanceSort::Keyword => order.sort_by_cached_key(|&at| {
            let line = line(at);
            (folded(&line.keyword), first_words(&line.right))
        }),
    }
    order
}

fn first_words(text: &str) -> Vec<String> {
    let words = super::token::words(text).take(SORTED_WORDS);
    words.map(|word| folded(word.text)).collect()
}

fn last_words(text: &str) -> Vec<String> {
    let words: Vec<String> = super::token::words(text)
        .map(|word| folded(word.text))
        .collect();
    words.into_iter().rev().take(SORTED_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_whole_words_on_one_line() {
        let text = format!("{}\nThe river  rose ", "Nothing happened. ".repeat(9));
        let left = before(&text);
        assert!(left.ends_with("happened. The river rose "), "{left}");
        assert!(
            left.chars().count() <= CONTEXT && !left.starts_with(' '),
            "{left}"
        );
        assert_eq!(before("“"), "“");
        let right = after(&format!(", he said.\n\n{}", "Nothing happened. ".repeat(9)));
        assert!(right.starts_with(", he said. Nothing"), "{right}");
        assert!(
            right.ends_with("happened.") || right.ends_with("Nothing"),
            "{right}"
        );
        assert_eq!(after(""), "");
    }

    #[test]
    fn words_before_are_sorted_from_the_nearest_on() {
        assert_eq!(last_words("the old River "), ["river", "old", "the"]);
        assert_eq!(first_words(", the Old river"), ["the", "old", "river"]);
    }
}
