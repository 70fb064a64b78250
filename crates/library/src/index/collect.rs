//! Counts over all hits of a query: facets and publication days.

use std::collections::HashMap;

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, StrColumn},
};

/// The fields that are counted by value.
pub(super) const COUNTED: [&str; 4] = ["publisher_name", "author_name", "language", "kind"];

/// What is counted over all hits.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) total: u32,
    /// For each of [`COUNTED`], how many hits have a value.
    pub(super) values: [HashMap<String, u32>; COUNTED.len()],
    /// How many hits were published on a day.
    pub(super) days: HashMap<i32, u32>,
    pub(super) undated: u32,
}

/// Counts every hit.
pub(super) struct TallyCollector;

impl Collector for TallyCollector {
    type Fruit = Tally;
    type Child = SegmentTally;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<SegmentTally> {
        let fast = segment.fast_fields();
        let column = |name: &str| -> tantivy::Result<Option<Counted>> {
            let column = fast.str(name)?;
            Ok(column.map(|column| Counted {
                counts: vec![0; column.num_terms()],
                column,
            }))
        };
        let [a, b, c, d] = COUNTED;
        Ok(SegmentTally {
            total: 0,
            counted: [column(a)?, column(b)?, column(c)?, column(d)?],
            published: fast.i64("published").ok(),
            days: HashMap::new(),
            undated: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Tally>>) -> tantivy::Result<Tally> {
        let mut all = Tally::default();
        for fruit in fruits {
            let fruit = fruit?;
            all.total += fruit.total;
            all.undated += fruit.undated;
            for (into, from) in all.values.iter_mut().zip(fruit.values) {
                for (value, count) in from {
                    *into.entry(value).or_default() += count;
                }
            }
            for (day, count) in fruit.days {
                *all.days.entry(day).or_default() += count;
            }
        }
        Ok(all)
    }
}

struct Counted {
    column: StrColumn,
    /// By the term's ordinal in the segment.
    counts: Vec<u32>,
}

pub(super) struct SegmentTally {
    total: u32,
    counted: [Option<Counted>; COUNTED.len()],
    published: Option<Column<i64>>,
    days: HashMap<i32, u32>,
    undated: u32,
}

impl SegmentCollector for SegmentTally {
    type Fruit = tantivy::Result<Tally>;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.total += 1;
        for counted in self.counted.iter_mut().flatten() {
            for ordinal in counted.column.term_ords(doc) {
                counted.counts[ordinal as usize] += 1;
            }
        }
        match self.published.as_ref().and_then(|column| column.first(doc)) {
            Some(day) => *self.days.entry(day as i32).or_default() += 1,
            None => self.undated += 1,
        }
    }

    fn harvest(self) -> Self::Fruit {
        let mut tally = Tally {
            total: self.total,
            days: self.days,
            undated: self.undated,
            ..Tally::default()
        };
        for (into, counted) in tally.values.iter_mut().zip(self.counted) {
            let Some(Counted { column, counts }) = counted else {
                continue;
            };
            for (ordinal, count) in counts
                .into_iter()
                .enumerate()
                .filter(|(_, count)| *count > 0)
            {
                let mut value = String::new();
                column.ord_to_str(ordinal as u64, &mut value)?;
                into.insert(value, count);
            }
        }
        Ok(tally)
    }
}
