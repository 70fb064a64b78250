//! The timeline: everything that has a date, on one axis.
//!
//! All dated things are held in memory as arrays of days, a lane each, so that a window is answered
//! without touching the disk; only the entries that are shown are read from the database. The
//! arrays are derived and made again after a change.

use std::sync::Arc;

use chrono::NaiveDate;
use dossier_analysis::sentence::sentences;
use dossier_text::TextRange;
use rusqlite::Transaction;

use crate::{
    Library, Result, date_of, days,
    store::{self, numbers},
};

/// A row of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LaneKind {
    /// Documents, at their publication.
    Publications,
    /// Dates in the text.
    Dates,
    /// Quotations, at the publication of their document.
    Quotations,
    /// Annotations, at the publication of their document.
    Annotations,
}

impl LaneKind {
    /// Every lane, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::Publications,
        Self::Dates,
        Self::Quotations,
        Self::Annotations,
    ];
}

/// One lane: parallel arrays in order of their first day.
#[derive(Debug, Default)]
struct Lane {
    first: Vec<i32>,
    /// First day after.
    end: Vec<i32>,
    /// Id of the thing.
    id: Vec<i64>,
    document: Vec<i64>,
    speaker: Vec<u32>,
    /// The longest interval, in days: how far before a window an entry in it can begin.
    longest: i32,
    undated: u32,
}

/// All lanes.
#[derive(Debug, Default)]
pub(crate) struct Timeline {
    lanes: [Lane; 4],
    /// Speakers by number; number 0 is nobody.
    speakers: Vec<String>,
}

/// Which entries are wanted; filters narrow together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineFilter {
    /// Only documents that this search finds.
    pub query: Option<String>,
    /// Only quotations of this speaker.
    pub speaker: Option<String>,
}

/// Which days a lane covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    pub lane: LaneKind,
    pub count: u32,
    /// First day and first day after.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Entries without a date.
    pub undated: u32,
}

/// A span of days, and how it is to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub from: NaiveDate,
    /// First day after.
    pub to: NaiveDate,
    pub lanes: Vec<LaneKind>,
    /// Into how many equal parts a lane is divided that is too full to be listed.
    pub buckets: u32,
    /// A lane with more entries than this is given as buckets.
    pub limit: u32,
}

/// One dated thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub lane: LaneKind,
    pub id: i64,
    pub document: i64,
    pub document_title: String,
    pub from: NaiveDate,
    /// First day after.
    pub to: NaiveDate,
    pub is_approximate: bool,
    pub label: String,
    pub excerpt: String,
    /// Bytes of the excerpt that matter.
    pub highlights: Vec<TextRange>,
    pub speaker: Option<String>,
}

/// What a lane holds in a window.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Entries(Vec<Entry>),
    /// Part of the window, counted from 0, and how many entries touch it.
    Buckets(Vec<(u32, u32)>),
}

/// A lane within a window.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneWindow {
    pub lane: LaneKind,
    pub total: u32,
    pub content: Content,
}

/// Which entries a filter lets through.
struct Sieve {
    documents: Option<std::collections::HashSet<i64>>,
    speaker: Option<u32>,
}

impl Sieve {
    fn passes(&self, lane: &Lane, at: usize) -> bool {
        self.documents
            .as_ref()
            .is_none_or(|documents| documents.contains(&lane.document[at]))
            && self
                .speaker
                .is_none_or(|speaker| lane.speaker.get(at).is_none_or(|s| *s == speaker))
    }
}

impl Library {
    /// Says which days each lane covers.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn timeline_extent(&self, filter: &TimelineFilter) -> Result<Vec<Extent>> {
        let timeline = self.timeline()?;
        let sieve = self.sieve(&timeline, filter)?;
        let extents = LaneKind::ALL.map(|kind| {
            let lane = &timeline.lanes[kind as usize];
            let (mut count, mut first, mut end) = (0, i32::MAX, i32::MIN);
            for at in (0..lane.first.len()).filter(|&at| sieve.passes(lane, at)) {
                count += 1;
                first = first.min(lane.first[at]);
                end = end.max(lane.end[at]);
            }
            let days = date_of(first).zip(date_of(end)).filter(|_| count > 0);
            Extent {
                lane: kind,
                count,
                days,
                undated: lane.undated,
            }
        });
        Ok(extents.to_vec())
    }

    /// Gives the entries of a span of days, or counts where there are too many.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn timeline_window(
        &self,
        window: &Window,
        filter: &TimelineFilter,
    ) -> Result<Vec<LaneWindow>> {
        let timeline = self.timeline()?;
        let sieve = self.sieve(&timeline, filter)?;
        let mut lanes = Vec::with_capacity(window.lanes.len());
        for &kind in &window.lanes {
            let lane = &timeline.lanes[kind as usize];
            let (from, to) = (days(window.from), days(window.to));
            let within = || lane.within(from, to).filter(|&at| sieve.passes(lane, at));
            let total = within().count() as u32;
            let content = if total <= window.limit {
                let picked: Vec<usize> = within().collect();
                Content::Entries(
                    self.read(|tx| entries(tx, kind, lane, &timeline.speakers, &picked))?,
                )
            } else {
                Content::Buckets(buckets(lane, within(), from, to, window.buckets))
            };
            lanes.push(LaneWindow {
                lane: kind,
                total,
                content,
            });
        }
        Ok(lanes)
    }

    fn timeline(&self) -> Result<Arc<Timeline>> {
        self.cached_timeline(|| self.read(load))
    }

    fn sieve(&self, timeline: &Timeline, filter: &TimelineFilter) -> Result<Sieve> {
        let query = filter
            .query
            .as_deref()
            .filter(|query| !query.trim().is_empty());
        let documents = query.map(|query| self.search_ids(query)).transpose()?;
        let speaker = filter.speaker.as_ref().map(|name| {
            let known = timeline.speakers.iter().position(|speaker| speaker == name);
            known.map_or(u32::MAX, |at| at as u32)
        });
        Ok(Sieve {
            documents: documents.map(|ids| ids.into_iter().collect()),
            speaker,
        })
    }
}

impl Lane {
    /// The entries that touch the days from `from` up to but not including `to`, in order.
    fn within(&self, from: i32, to: i32) -> impl Iterator<Item = usize> {
        let begin = self
            .first
            .partition_point(|first| *first < from.saturating_sub(self.longest));
        let end = self.first.partition_point(|first| *first < to);
        (begin..end.max(begin)).filter(move |&at| self.end[at] > from)
    }

    fn push(&mut self, first: i32, end: i32, id: i64, document: i64) {
        self.longest = self.longest.max(end - first);
        self.first.push(first);
        self.end.push(end);
        self.id.push(id);
        self.document.push(document);
    }
}

fn buckets(
    lane: &Lane,
    within: impl Iterator<Item = usize>,
    from: i32,
    to: i32,
    buckets: u32,
) -> Vec<(u32, u32)> {
    let buckets = i64::from(buckets.clamp(1, 10_000));
    let span = i64::from((to - from).max(1));
    let bucket = |day: i32| (i64::from(day - from) * buckets / span).clamp(0, buckets - 1) as usize;
    // Where entries begin and end: their running sum is how many touch a bucket.
    let mut changes = vec![0i64; buckets as usize + 1];
    for at in within {
        changes[bucket(lane.first[at])] += 1;
        changes[bucket(lane.end[at] - 1) + 1] -= 1;
    }
    let mut touching = 0;
    let counted = changes[..buckets as usize]
        .iter()
        .zip(0..)
        .filter_map(|(change, at)| {
            touching += change;
            (touching > 0).then_some((at, touching as u32))
        });
    counted.collect()
}

fn load(tx: &Transaction<'_>) -> Result<Timeline> {
    let mut timeline = Timeline {
        speakers: vec![String::new()],
        ..Timeline::default()
    };
    let mut numbers = std::collections::HashMap::new();
    let sources = [
        "SELECT d.published_start, d.published_end, d.id, d.id, NULL FROM document d \
         WHERE NOT d.deleted ORDER BY 1",
        "SELECT m.first_day, m.end_day, m.id, m.document_id, NULL FROM date_mention m \
         JOIN document d ON d.id = m.document_id WHERE NOT d.deleted AND m.type IN ('DATE', 'TIME') \
         ORDER BY 1",
        "SELECT d.published_start, d.published_end, q.id, d.id, q.speaker FROM quotation q \
         JOIN document d ON d.id = q.document_id WHERE NOT d.deleted ORDER BY 1",
        "SELECT d.published_start, d.published_end, a.id, d.id, NULL FROM annotation a \
         JOIN document d ON d.id = a.document_id WHERE NOT d.deleted AND NOT a.deleted ORDER BY 1",
    ];
    for (kind, sql) in LaneKind::ALL.into_iter().zip(sources) {
        let lane = &mut timeline.lanes[kind as usize];
        let mut statement = tx.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (Some(first), Some(end)) = (row.get(0)?, row.get(1)?) else {
                lane.undated += 1;
                continue;
            };
            lane.push(first, end, row.get(2)?, row.get(3)?);
            if kind == LaneKind::Quotations {
                let number = match row.get::<_, Option<String>>(4)? {
                    None => 0,
                    Some(name) => *numbers.entry(name.clone()).or_insert_with(|| {
                        timeline.speakers.push(name);
                        timeline.speakers.len() as u32 - 1
                    }),
                };
                lane.speaker.push(number);
            }
        }
    }
    Ok(timeline)
}

/// Reads what is shown of the picked entries of a lane.
fn entries(
    tx: &Transaction<'_>,
    kind: LaneKind,
    lane: &Lane,
    speakers: &[String],
    picked: &[usize],
) -> Result<Vec<Entry>> {
    let mut reader = Reader {
        tx,
        texts: std::collections::HashMap::new(),
    };
    let ids: Vec<i64> = picked.iter().map(|&at| lane.id[at]).collect();
    let mut shown = reader.shown(kind, &ids)?;
    let mut entries = Vec::with_capacity(picked.len());
    for &at in picked {
        let document = lane.document[at];
        let (Some(from), Some(to)) = (date_of(lane.first[at]), date_of(lane.end[at])) else {
            continue;
        };
        let Some(shown) = shown.remove(&lane.id[at]) else {
            continue;
        };
        let speaker = lane.speaker.get(at).filter(|number| **number > 0);
        entries.push(Entry {
            lane: kind,
            id: lane.id[at],
            document,
            document_title: reader.title(document)?,
            from,
            to,
            is_approximate: shown.is_approximate,
            label: shown.label,
            excerpt: shown.excerpt,
            highlights: shown.highlights,
            speaker: speaker.map(|number| speakers[*number as usize].clone()),
        });
    }
    Ok(entries)
}

struct Shown {
    label: String,
    excerpt: String,
    highlights: Vec<TextRange>,
    is_approximate: bool,
}

/// Reads texts once for all entries of a window.
struct Reader<'a, 'tx> {
    tx: &'a Transaction<'tx>,
    texts: std::collections::HashMap<i64, (String, String)>,
}

impl Reader<'_, '_> {
    fn document(&mut self, id: i64) -> Result<&(String, String)> {
        if !self.texts.contains_key(&id) {
            let title = store::document::get(self.tx, id)?.title;
            self.texts
                .insert(id, (title, store::text_version::text(self.tx, id)?));
        }
        Ok(&self.texts[&id])
    }

    fn title(&mut self, id: i64) -> Result<String> {
        Ok(self.document(id)?.0.clone())
    }

    fn shown(
        &mut self,
        kind: LaneKind,
        ids: &[i64],
    ) -> Result<std::collections::HashMap<i64, Shown>> {
        let sql = match kind {
            LaneKind::Publications => {
                let shown = ids.iter().map(|&id| {
                    let (title, text) = self.document(id)?;
                    let end = text.find("\n\n").unwrap_or(text.len()).min(600);
                    let end = (end..=text.len())
                        .find(|&at| text.is_char_boundary(at))
                        .unwrap_or(0);
                    let (label, excerpt) = (title.clone(), text[..end].to_owned());
                    Ok((
                        id,
                        Shown {
                            label,
                            excerpt,
                            highlights: Vec::new(),
                            is_approximate: false,
                        },
                    ))
                });
                return shown.collect();
            }
            LaneKind::Dates => {
                "SELECT id, document_id, json_array(json_object('start', start, 'end', end)), NULL, \
                 is_approximate FROM date_mention WHERE id IN rarray(?1)"
            }
            LaneKind::Quotations => {
                "SELECT id, document_id, content, speaker, 0 FROM quotation WHERE id IN rarray(?1)"
            }
            LaneKind::Annotations => {
                "SELECT id, document_id, CASE WHEN start IS NULL THEN '[]' ELSE \
                 json_array(json_object('start', start, 'end', end)) END, exact, 0 \
                 FROM annotation WHERE id IN rarray(?1)"
            }
        };
        let mut statement = self.tx.prepare_cached(sql)?;
        let rows = statement.query_map([numbers(ids)], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get::<_, bool>(4)?,
            ))
        })?;
        let mut all = std::collections::HashMap::new();
        for row in rows {
            let (id, document, ranges, label, is_approximate) = row?;
            let ranges: Vec<TextRange> = serde_json::from_str(&ranges).unwrap_or_default();
            let (_, text) = self.document(document)?;
            let (excerpt, highlights) = sentence_around(text, &ranges);
            let first = ranges.first().and_then(|range| range.slice(text));
            let label = label
                .or_else(|| first.map(str::to_owned))
                .unwrap_or_default();
            all.insert(
                id,
                Shown {
                    label,
                    excerpt,
                    highlights,
                    is_approximate,
                },
            );
        }
        Ok(all)
    }
}

/// The sentences that hold some ranges, and the ranges within them.
fn sentence_around(text: &str, ranges: &[TextRange]) -> (String, Vec<TextRange>) {
    let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else {
        return Default::default();
    };
    // Sentences do not cross a blank line: only the paragraphs at hand are divided.
    let begin = text[..first.start as usize]
        .rfind("\n\n")
        .map_or(0, |at| at + 2);
    let end = text[last.end as usize..]
        .find("\n\n")
        .map_or(text.len(), |at| last.end as usize + at);
    let around = sentences(&text[begin..end])
        .into_iter()
        .map(|sentence| sentence.shifted(begin));
    let touched: Vec<TextRange> = around
        .filter(|s| s.start < last.end && first.start < s.end)
        .collect();
    let start = touched
        .first()
        .map_or(first.start, |s| s.start.min(first.start));
    let stop = touched.last().map_or(last.end, |s| s.end.max(last.end));
    let excerpt = TextRange { start, end: stop };
    let highlights = ranges.iter().map(|range| TextRange {
        start: range.start - start,
        end: range.end - start,
    });
    (
        excerpt.slice(text).unwrap_or_default().to_owned(),
        highlights.collect(),
    )
}
