//! Quotations over the whole library: who said what, when.

use dossier_text::TextRange;
use rusqlite::{Transaction, params_from_iter, types::Value};

use crate::{
    Document, Library, Result, days,
    held::HeldWords,
    index::{Matching, Short, utf16},
    store::{self, numbers, quotation as table},
};

/// A quotation that was found in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    pub id: i64,
    pub document: i64,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// What is attributed, in text order.
    pub content: Vec<TextRange>,
    /// The words of saying.
    pub cue: Vec<TextRange>,
    /// Who said it, as the text puts it.
    pub source: Option<TextRange>,
    /// Whom that denotes, where certain.
    pub speaker: Option<String>,
    /// 0 to 1.
    pub confidence: f32,
    /// The decision of a person that stands over it, if one does.
    pub decision: Option<i64>,
}

impl Quotation {
    /// From its first word to its last.
    #[must_use]
    pub fn hull(&self) -> Option<TextRange> {
        let (first, last) = (self.content.first()?, self.content.last()?);
        Some(TextRange {
            start: first.start,
            end: last.end,
        })
    }
}

/// A quotation in a list, with what a list shows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub quotation: Quotation,
    pub document: Document,
    /// The words; parts that the reporter separated are joined by ` … `.
    pub words: String,
    pub cue: Option<String>,
    pub source: Option<String>,
    /// The block around it.
    pub context: String,
    /// Bytes of the context that are the quotation.
    pub highlights: Vec<TextRange>,
    /// Where it stands in the document's text, in UTF-16 code units.
    pub place: Option<(u32, u32)>,
}

/// The order of quotations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QuotationSort {
    #[default]
    Newest,
    Oldest,
    /// By speaker, unknown ones last.
    Speaker,
    /// By document title, then in text order.
    Document,
}

/// Which quotations are wanted; filters narrow together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuotationFilter {
    /// The full name; `Some(None)` for quotations whose speaker is unknown.
    pub speaker: Option<Option<String>>,
    /// Words that the quotation must hold, in any case.
    pub text: String,
    pub document: Option<i64>,
    pub kind: Option<String>,
    /// First publication day.
    pub from: Option<chrono::NaiveDate>,
    /// First publication day after.
    pub to: Option<chrono::NaiveDate>,
    /// Only documents that this search finds.
    pub query: Option<String>,
    /// Only quotations that answer this search themselves: its words are theirs or their speaker's,
    /// its filters hold for their document.
    pub matching: Option<String>,
    pub sort: QuotationSort,
    pub limit: u32,
    pub offset: u32,
}

/// A speaker and how much is quoted of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// `None` gathers the quotations whose speaker is unknown.
    pub name: Option<String>,
    pub quotations: u32,
    pub documents: u32,
    /// EDTF dates of the first and last document that quotes them.
    pub first: Option<String>,
    pub last: Option<String>,
}

/// A condition with its parameters.
struct Where {
    sql: String,
    values: Vec<Value>,
}

impl Where {
    fn and(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

impl Library {
    /// Lists quotations; also how many there are.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn quotations(&self, filter: &QuotationFilter) -> Result<(u32, Vec<Listed>)> {
        let found = filter
            .query
            .as_deref()
            .map(|query| self.search_ids(query))
            .transpose()?;
        let matching = filter.matching.as_deref();
        let matching = matching
            .map(|query| self.matching(query, true))
            .transpose()?;
        let mut matcher = matching.as_ref().map(Matching::matcher);
        let condition = condition(filter);
        let order = match filter.sort {
            QuotationSort::Newest => {
                "d.published_start IS NULL, d.published_start DESC, d.id, q.start"
            }
            QuotationSort::Oldest => "d.published_start IS NULL, d.published_start, d.id, q.start",
            QuotationSort::Speaker => {
                "q.speaker IS NULL, q.speaker, d.published_start DESC, d.id, q.start"
            }
            QuotationSort::Document => "d.title, d.id, q.start",
        };
        let from = format!(
            "FROM quotation q JOIN document d ON d.id = q.document_id WHERE NOT d.deleted{}",
            condition.sql
        );
        let words = HeldWords::of(&filter.text);
        self.read(|tx| {
            if found.is_none() && matcher.is_none() && words.is_empty() {
                return page(tx, filter, &condition, &from, order);
            }
            let found =
                found.map(|ids| ids.into_iter().collect::<std::collections::HashSet<i64>>());
            let select = format!(
                "SELECT q.id, q.document_id, q.speaker, q.words, d.language {from} ORDER BY {order}"
            );
            let mut statement = tx.prepare_cached(&select)?;
            let mut rows = statement.query(params_from_iter(&condition.values))?;
            let (mut total, mut ids) = (0, Vec::new());
            while let Some(row) = rows.next()? {
                let document: i64 = row.get(1)?;
                let text = |column| -> rusqlite::Result<Option<&str>> {
                    Ok(row.get_ref(column)?.as_str_or_null()?)
                };
                let said = text(3)?.unwrap_or_default();
                let is_found = found.as_ref().is_none_or(|ids| ids.contains(&document));
                if !is_found || !words.are_in(said) {
                    continue;
                }
                let short = Short {
                    text: said,
                    speaker: text(2)?,
                    document: Some(document),
                    language: text(4)?,
                };
                if matcher
                    .as_mut()
                    .is_some_and(|matcher| !matcher.answers(short))
                {
                    continue;
                }
                if total >= filter.offset && total - filter.offset < filter.limit {
                    ids.push(row.get::<_, i64>(0)?);
                }
                total += 1;
            }
            Ok((total, list(tx, &ids)?))
        })
    }

    /// Reads quotations, with what a list shows of them, in the order of the numbers; those that are
    /// no longer there are left out.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn quotations_by_id(&self, ids: &[i64]) -> Result<Vec<Listed>> {
        self.read(|tx| list(tx, ids))
    }

    /// Lists speakers, most quoted first.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn speakers(&self, text: &str, query: Option<&str>, limit: u32) -> Result<Vec<Speaker>> {
        let found = query.map(|query| self.search_ids(query)).transpose()?;
        let narrowed = if found.is_some() {
            "AND d.id IN rarray(?1)"
        } else {
            "AND (?1 IS NULL OR TRUE)"
        };
        let sql = format!(
            "SELECT q.speaker, count(*), count(DISTINCT d.id), \
             (SELECT min(published) FROM document e WHERE e.published_start = min(d.published_start)), \
             (SELECT max(published) FROM document e WHERE e.published_start = max(d.published_start)) \
             FROM quotation q JOIN document d ON d.id = q.document_id WHERE NOT d.deleted {narrowed} \
             GROUP BY q.speaker ORDER BY count(*) DESC, q.speaker"
        );
        let words = HeldWords::of(text);
        self.read(|tx| {
            let mut statement = tx.prepare_cached(&sql)?;
            let rows = statement.query_map([numbers(&found.unwrap_or_default())], |row| {
                Ok(Speaker {
                    name: row.get(0)?,
                    quotations: row.get(1)?,
                    documents: row.get(2)?,
                    first: row.get(3)?,
                    last: row.get(4)?,
                })
            })?;
            let mut speakers = Vec::new();
            for row in rows {
                let speaker = row?;
                let is_wanted = words.is_empty()
                    || speaker.name.as_ref().is_some_and(|name| words.are_in(name));
                if is_wanted && speakers.len() < limit as usize {
                    speakers.push(speaker);
                }
            }
            Ok(speakers)
        })
    }
}

/// A page of quotations that SQLite alone can choose.
fn page(
    tx: &Transaction<'_>,
    filter: &QuotationFilter,
    condition: &Where,
    from: &str,
    order: &str,
) -> Result<(u32, Vec<Listed>)> {
    let count = format!("SELECT count(*) {from}");
    let total = tx
        .prepare_cached(&count)?
        .query_row(params_from_iter(&condition.values), |row| row.get(0))?;
    let select = format!("SELECT q.id {from} ORDER BY {order} LIMIT ? OFFSET ?");
    let mut values = condition.values.clone();
    values.extend([
        Value::Integer(filter.limit.into()),
        Value::Integer(filter.offset.into()),
    ]);
    let mut statement = tx.prepare_cached(&select)?;
    let rows = statement.query_map(params_from_iter(&values), |row| row.get(0))?;
    let ids: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
    Ok((total, list(tx, &ids)?))
}

fn condition(filter: &QuotationFilter) -> Where {
    let mut condition = Where {
        sql: String::new(),
        values: Vec::new(),
    };
    match &filter.speaker {
        Some(Some(name)) => condition.and("q.speaker = ?", [Value::Text(name.clone())]),
        Some(None) => condition.and("q.speaker IS NULL", []),
        None => {}
    }
    if let Some(document) = filter.document {
        condition.and("q.document_id = ?", [Value::Integer(document)]);
    }
    if let Some(kind) = &filter.kind {
        condition.and("q.kind = ?", [Value::Text(kind.clone())]);
    }
    if let Some(from) = filter.from {
        condition.and("d.published_end > ?", [Value::Integer(days(from).into())]);
    }
    if let Some(to) = filter.to {
        condition.and("d.published_start < ?", [Value::Integer(days(to).into())]);
    }
    condition
}

/// Fills in what a list shows, reading each document once.
fn list(tx: &Transaction<'_>, ids: &[i64]) -> Result<Vec<Listed>> {
    let mut known = std::collections::HashMap::new();
    let mut listed = Vec::with_capacity(ids.len());
    for &id in ids {
        let Some((quotation, words)) = table::with_words(tx, id)? else {
            continue;
        };
        let id = quotation.document;
        if let std::collections::hash_map::Entry::Vacant(entry) = known.entry(id) {
            let Some(document) = store::document::many(tx, &[id])?.pop() else {
                continue;
            };
            entry.insert((document, store::text_version::newest(tx, id)?));
        }
        let (document, version) = &known[&id];
        let text = &version.text;
        let (context, highlights) = context(
            text,
            version.structure.blocks.as_slice(),
            &quotation.content,
        );
        let source = quotation.source.and_then(|range| range.slice(text));
        let cue = table::joined(text, &quotation.cue);
        listed.push(Listed {
            document: document.clone(),
            words,
            cue: (!cue.is_empty()).then_some(cue),
            source: source.map(str::to_owned),
            context,
            highlights,
            place: quotation.hull().map(|hull| utf16(text, hull)),
            quotation,
        });
    }
    Ok(listed)
}

/// The blocks that hold some ranges, and the ranges within them.
pub(crate) fn context(
    text: &str,
    blocks: &[dossier_text::Block],
    ranges: &[TextRange],
) -> (String, Vec<TextRange>) {
    let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else {
        return Default::default();
    };
    let touched = |block: &&dossier_text::Block| {
        block.range.start < last.end && first.start < block.range.end
    };
    let start = blocks
        .iter()
        .find(touched)
        .map_or(first.start, |block| block.range.start);
    let end = blocks
        .iter()
        .rev()
        .find(touched)
        .map_or(last.end, |block| block.range.end);
    let around = TextRange {
        start: start.min(first.start),
        end: end.max(last.end),
    };
    let highlights = ranges.iter().map(|range| TextRange {
        start: range.start - around.start,
        end: range.end - around.start,
    });
    (
        around.slice(text).unwrap_or_default().to_owned(),
        highlights.collect(),
    )
}
