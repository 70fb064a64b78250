//! What hits are counted and sorted by, in memory.
//!
//! Every hit of a query is counted by publisher, author, language, kind and month, and if asked for
//! by who is quoted and named, be it a hundred thousand. Read from the index's columns that is some thirty steps a hit; here a document is one
//! row of numbers. A segment's rows are made once, when the first search sees it: a segment never
//! changes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::Datelike;
use tantivy::{DocId, Searcher, SegmentReader, TantivyError, columnar::Column, index::SegmentId};

use super::schema::stemmed;
use crate::{Result, date_of};

/// The fields that are counted by value.
pub(super) const COUNTED: [&str; 6] = [
    "publisher_name",
    "author_name",
    "language",
    "kind",
    "speaker_name",
    "entity_name",
];
/// The first so many of [`COUNTED`] have few values a document and are counted with every search;
/// the others take longer and are counted when somebody asks for them.
pub(super) const QUICK: usize = 4;

/// Which of [`COUNTED`] the language is.
const LANGUAGE: usize = 2;
/// The bit of documents in no language that has stems.
pub(super) const NO_STEMS: u32 = 1 << 31;

/// The number of no value at all.
pub(super) const NO_VALUE: u32 = 0;
/// Says of a row's number that it names a list of numbers.
const SEVERAL: u32 = 1 << 31;
/// The day and the month of a document without a date.
pub(super) const UNDATED: i32 = i32::MIN;

/// A document, as far as it is counted and sorted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// For each of [`COUNTED`] the number of its value, or where it has several values, of their
    /// list.
    values: [u32; COUNTED.len()],
    /// First day of the publication date, days since 1970-01-01.
    pub(super) day: i32,
    /// Months since the beginning of the year 0.
    pub(super) month: i32,
}

/// The rows of a segment, and the columns that are read of the best hits only.
#[derive(Debug)]
pub(super) struct SegmentRows {
    rows: Vec<Row>,
    /// Lists of numbers, one after the other, each after its length.
    lists: Vec<u32>,
    /// What a document is called in the database.
    pub(super) ids: Column<i64>,
    /// The text version that the index has read.
    pub(super) version: Column<i64>,
    /// As [`super::places`] has them.
    pub(super) lengths: Column<u64>,
    /// First and last month of any row.
    months: Option<(i32, i32)>,
}

impl SegmentRows {
    /// The row of a document.
    pub(super) fn row(&self, doc: DocId) -> &Row {
        &self.rows[doc as usize]
    }

    /// Calls `count` with the number of every value that a row has in a field.
    pub(super) fn each(&self, row: &Row, field: usize, mut count: impl FnMut(u32)) {
        let number = row.values[field];
        if number & SEVERAL == 0 {
            count(number);
        } else {
            let at = (number ^ SEVERAL) as usize;
            let length = self.lists[at] as usize;
            let list = &self.lists[at + 1..=at + length];
            list.iter().for_each(|&number| count(number));
        }
    }

    fn read(segment: &SegmentReader, values: &mut [Values; COUNTED.len()]) -> Result<Self> {
        let fast = segment.fast_fields();
        let undated = Row {
            values: [NO_VALUE; COUNTED.len()],
            day: UNDATED,
            month: UNDATED,
        };
        let mut rows = vec![undated; segment.max_doc() as usize];
        let mut lists = Vec::new();
        for (field, name) in COUNTED.into_iter().enumerate() {
            let Some(column) = fast.str(name)? else {
                continue;
            };
            let numbers = values[field].numbers_of(&column)?;
            for (doc, row) in (0..).zip(&mut rows) {
                let mut found = column
                    .term_ords(doc)
                    .map(|ordinal| numbers[ordinal as usize]);
                let Some(first) = found.next() else {
                    continue;
                };
                let mut list: Vec<u32> = found.collect();
                row.values[field] = first;
                if !list.is_empty() {
                    list.push(first);
                    list.sort_unstable();
                    list.dedup();
                    row.values[field] = SEVERAL | lists.len() as u32;
                    lists.push(list.len() as u32);
                    lists.append(&mut list);
                }
            }
        }
        let published = fast.i64("published")?;
        for (doc, row) in (0..).zip(&mut rows) {
            let day = published.first(doc).map(|day| day as i32);
            if let Some((day, date)) = day.and_then(|day| Some((day, date_of(day)?))) {
                row.day = day;
                row.month = date.year() * 12 + date.month0() as i32;
            }
        }
        lists.shrink_to_fit();
        let months = || rows.iter().map(|row| row.month).filter(|&m| m != UNDATED);
        let months = months().min().zip(months().max());
        Ok(Self {
            rows,
            lists,
            ids: fast.i64("id")?,
            version: fast.i64("version")?,
            lengths: fast.u64("lengths")?,
            months,
        })
    }
}

/// The values of a field, numbered from 1 on in the order in which they were first seen.
#[derive(Debug, Default)]
struct Values {
    names: Arc<Vec<Arc<str>>>,
    numbers: HashMap<Arc<str>, u32>,
}

impl Values {
    /// The number of every value of a segment's column, by its ordinal there.
    fn numbers_of(&mut self, column: &tantivy::columnar::StrColumn) -> Result<Vec<u32>> {
        let mut numbers = Vec::with_capacity(column.num_terms());
        let mut terms = column.dictionary().stream().map_err(TantivyError::from)?;
        while terms.advance() {
            let name = String::from_utf8_lossy(terms.key());
            let number = match self.numbers.get(&*name) {
                Some(number) => *number,
                None => {
                    let name: Arc<str> = name.into();
                    let names = Arc::make_mut(&mut self.names);
                    names.push(Arc::clone(&name));
                    let number = names.len() as u32;
                    self.numbers.insert(name, number);
                    number
                }
            };
            numbers.push(number);
        }
        Ok(numbers)
    }
}

/// The rows of all segments of a snapshot.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(super) segments: Vec<Arc<SegmentRows>>,
    ids: Vec<SegmentId>,
    /// By the number of a language; see [`Rows::language_bit`].
    language_bits: Vec<u32>,
    names: [Arc<Vec<Arc<str>>>; COUNTED.len()],
    /// First and last month of any document.
    pub(super) months: Option<(i32, i32)>,
}

impl Rows {
    /// How many numbers a field's values have, [`NO_VALUE`] among them.
    pub(super) fn numbers(&self, field: usize) -> usize {
        self.names[field].len() + 1
    }

    /// The value of a number.
    pub(super) fn name(&self, field: usize, number: u32) -> Option<&str> {
        let at = (number as usize).checked_sub(1)?;
        self.names[field].get(at).map(|name| &**name)
    }

    /// The rows of a segment.
    pub(super) fn segment(&self, id: SegmentId) -> Option<&Arc<SegmentRows>> {
        let at = self.ids.iter().position(|other| *other == id)?;
        self.segments.get(at)
    }

    /// Those of [`STEMMED`](super::schema::STEMMED) that documents are in, or were.
    pub(super) fn languages(&self) -> Vec<usize> {
        let names = self.names[LANGUAGE].iter();
        let mut found: Vec<usize> = names.filter_map(|name| stemmed(name)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// A document's language: the bit of its number among [`STEMMED`](super::schema::STEMMED), or
    /// [`NO_STEMS`].
    pub(super) fn language_bit(&self, segment: &SegmentRows, doc: DocId) -> u32 {
        let number = segment.row(doc).values[LANGUAGE];
        self.language_bits
            .get(number as usize)
            .copied()
            .unwrap_or(NO_STEMS)
    }
}

/// The rows of the newest snapshot, kept for the next search.
#[derive(Debug, Default)]
pub(super) struct RowsCache(Mutex<Cached>);

#[derive(Debug, Default)]
struct Cached {
    values: [Values; COUNTED.len()],
    rows: Option<Arc<Rows>>,
}

impl RowsCache {
    /// The rows of a snapshot.
    pub(super) fn of(&self, searcher: &Searcher) -> Result<Arc<Rows>> {
        let mut cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let segments = searcher.segment_readers();
        let ids = || segments.iter().map(SegmentReader::segment_id);
        if let Some(rows) = &cached.rows
            && ids().eq(rows.ids.iter().copied())
        {
            return Ok(Arc::clone(rows));
        }
        let known: HashMap<SegmentId, Arc<SegmentRows>> = match &cached.rows {
            Some(rows) => {
                let segments = rows.segments.iter().cloned();
                rows.ids.iter().copied().zip(segments).collect()
            }
            None => HashMap::new(),
        };
        let rows = segments.iter().map(|segment| {
            Ok(match known.get(&segment.segment_id()) {
                Some(rows) => Arc::clone(rows),
                None => Arc::new(SegmentRows::read(segment, &mut cached.values)?),
            })
        });
        let rows: Vec<Arc<SegmentRows>> = rows.collect::<Result<_>>()?;
        let months = || rows.iter().filter_map(|rows| rows.months);
        let first = months().map(|(first, _)| first).min();
        let last = months().map(|(_, last)| last).max();
        let names = cached.values.each_ref().map(|values| values.names.clone());
        let bit = |name: &Arc<str>| stemmed(name).map_or(NO_STEMS, |language| 1 << language);
        let rows = Arc::new(Rows {
            segments: rows,
            ids: ids().collect(),
            language_bits: std::iter::once(NO_STEMS)
                .chain(names[LANGUAGE].iter().map(bit))
                .collect(),
            names,
            months: first.zip(last),
        });
        cached.rows = Some(Arc::clone(&rows));
        Ok(rows)
    }
}
