//! Going through all hits of a query, once: the best of them, and counts over all.

use std::{cmp::Reverse, collections::BinaryHeap};

use tantivy::{
    DocAddress, DocId, Score, Searcher,
    columnar::Column,
    query::{EnableScoring, Query},
};

use super::{
    rows::{COUNTED, NO_VALUE, Row, Rows, SegmentRows, UNDATED},
    watch::Watch,
};
use crate::Result;

/// What makes one hit come before another. Where two are equal it is when they came into the
/// library, so that the order does not hang on how the index happens to be cut up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Score,
    Newest,
    Oldest,
}

/// Which of the hits are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) order: Order,
    pub(super) limit: usize,
    pub(super) offset: usize,
    /// How many of [`COUNTED`] are counted.
    pub(super) counted: usize,
}

/// A hit: its document, what it is called in the database, and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub(super) address: DocAddress,
    pub(super) id: i64,
    pub(super) score: Score,
}

/// What is counted over all hits.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) total: u32,
    /// For each of [`COUNTED`] that was wished for, how many hits have the value of a number.
    pub(super) values: [Vec<u32>; COUNTED.len()],
    /// How many hits were published in a month, from the first month of any document on.
    pub(super) months: Vec<u32>,
    pub(super) first_month: i32,
    pub(super) undated: u32,
    counted: usize,
}

impl Tally {
    fn new(rows: &Rows, counted: usize) -> Self {
        let (first_month, last_month) = rows.months.unwrap_or((0, -1));
        Self {
            total: 0,
            values: std::array::from_fn(|field| match field < counted {
                true => vec![0; rows.numbers(field)],
                false => Vec::new(),
            }),
            months: vec![0; (last_month - first_month + 1) as usize],
            first_month,
            undated: 0,
            counted,
        }
    }

    fn add(&mut self, rows: &SegmentRows, row: &Row) {
        self.total += 1;
        for (field, counts) in self.values[..self.counted].iter_mut().enumerate() {
            rows.each(row, field, |number| counts[number as usize] += 1);
        }
        if row.month == UNDATED {
            self.undated += 1;
        } else {
            self.months[(row.month - self.first_month) as usize] += 1;
        }
    }

    /// The numbers of a field's values that hits have, with how many have them.
    pub(super) fn counts(&self, field: usize) -> impl Iterator<Item = (u32, u32)> {
        let counts = (0..).zip(&self.values[field]);
        counts
            .filter(|&(number, &count)| number != NO_VALUE && count > 0)
            .map(|(number, &count)| (number, count))
    }
}

/// Finds the best hits of a query and counts all.
pub(super) fn gather(
    searcher: &Searcher,
    rows: &Rows,
    query: &dyn Query,
    wish: Wish,
    watch: &Watch,
) -> Result<(Vec<Ranked>, Tally)> {
    let has_scores = wish.order == Order::Score && wish.limit > 0;
    let scoring = if has_scores {
        EnableScoring::enabled_from_searcher(searcher)
    } else {
        EnableScoring::disabled_from_searcher(searcher)
    };
    let weight = query.weight(scoring)?;
    let mut tally = Tally::new(rows, wish.counted);
    let mut best = Best::new(wish);
    let mut steps = 0;
    for (ordinal, segment) in searcher.segment_readers().iter().enumerate() {
        let rows = &*rows.segments[ordinal];
        let place = Place {
            ids: &rows.ids,
            segment: ordinal as u32,
        };
        let alive = segment.alive_bitset();
        let is_alive = |doc: DocId| alive.is_none_or(|alive| alive.is_alive(doc));
        if watch.has_ended() {
            break;
        }
        // What stops early for want of time has not looked at what it excludes.
        if has_scores {
            weight.for_each(segment, &mut |doc, score| {
                if is_alive(doc) && !watch.step(&mut steps) && !watch.is_stopped() {
                    tally.add(rows, rows.row(doc));
                    best.offer(rank_of_score(score), doc, &place);
                }
            })?;
        } else {
            weight.for_each_no_score(segment, &mut |docs| {
                watch.step(&mut steps);
                if watch.is_stopped() {
                    return;
                }
                for &doc in docs.iter().filter(|&&doc| is_alive(doc)) {
                    let row = rows.row(doc);
                    tally.add(rows, row);
                    best.offer(rank_of_day(wish.order, row.day), doc, &place);
                }
            })?;
        }
    }
    watch.check()?;
    Ok((best.finish(), tally))
}

/// Scores are never negative: their bits rise with them.
fn rank_of_score(score: Score) -> i32 {
    score.max(0.0).to_bits() as i32
}

/// Documents without a date come last either way.
fn rank_of_day(order: Order, day: i32) -> i32 {
    match order {
        Order::Oldest if day != UNDATED => -day,
        _ => day,
    }
}

/// Where a document is, and how to find out what it is called.
struct Place<'a> {
    ids: &'a Column<i64>,
    segment: u32,
}

/// The best hits so far.
struct Best {
    wish: Wish,
    /// Rank, then id or, for the oldest, its opposite.
    heap: BinaryHeap<Reverse<(i32, i64, DocAddress)>>,
}

impl Best {
    fn new(wish: Wish) -> Self {
        let room = if wish.limit == 0 {
            0
        } else {
            wish.limit + wish.offset
        };
        let heap = BinaryHeap::with_capacity(room.min(10_000));
        Self {
            wish: Wish {
                limit: room,
                ..wish
            },
            heap,
        }
    }

    #[inline]
    fn offer(&mut self, rank: i32, doc: DocId, place: &Place<'_>) {
        let is_full = self.heap.len() >= self.wish.limit;
        let worst = self.heap.peek().map(|worst| worst.0);
        if is_full && worst.is_none_or(|worst| rank < worst.0) {
            return;
        }
        let Some(id) = place.ids.first(doc) else {
            return;
        };
        let id = if self.wish.order == Order::Oldest {
            -id
        } else {
            id
        };
        let hit = (rank, id, DocAddress::new(place.segment, doc));
        if !is_full {
            self.heap.push(Reverse(hit));
        } else if worst.is_some_and(|worst| hit > worst) {
            self.heap.pop();
            self.heap.push(Reverse(hit));
        }
    }

    fn finish(self) -> Vec<Ranked> {
        let order = self.wish.order;
        let ranked = self.heap.into_sorted_vec().into_iter();
        let ranked = ranked.skip(self.wish.offset);
        ranked
            .map(|Reverse((rank, id, address))| Ranked {
                address,
                id: id.abs(),
                score: match order {
                    Order::Score => f32::from_bits(rank as u32),
                    Order::Newest | Order::Oldest => 0.0,
                },
            })
            .collect()
    }
}
