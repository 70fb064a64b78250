//! How often queries find something, over time.

use super::{
    collect::{Order, Tally, Wish, gather},
    facet::{histogram, spans_of},
    search::Span,
    watch::Watch,
};
use crate::{Library, Result};

/// What one query finds over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendSeries {
    pub query: String,
    pub total: u32,
    /// Found without a publication date.
    pub undated: u32,
    /// Documents found, for each of the spans.
    pub counts: Vec<u32>,
    /// A sentence where the query was taken in another way than it was written.
    pub notice: Option<String>,
}

/// How often queries find something, over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Without gaps, in order; each counts all documents of the library.
    pub spans: Vec<Span>,
    /// In the order of the queries.
    pub series: Vec<TrendSeries>,
}

impl Library {
    /// Counts by month, quarter, year or more what each of some queries finds, over the time in
    /// which the library has documents.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn trend(&self, queries: &[String]) -> Result<Trend> {
        self.mending(|| self.trend_once(queries))
    }

    fn trend_once(&self, queries: &[String]) -> Result<Trend> {
        let (all, _) = self.tally("")?;
        // None where nothing in the library has a date.
        let spans = spans_of(&all);
        let series = queries.iter().map(|query| {
            let (tally, notice) = self.tally(query)?;
            Ok(TrendSeries {
                query: query.clone(),
                total: tally.total,
                undated: tally.undated,
                counts: spans.map_or_else(Vec::new, |spans| spans.counts(&tally)),
                notice,
            })
        });
        Ok(Trend {
            series: series.collect::<Result<_>>()?,
            spans: histogram(&all).spans,
        })
    }

    fn tally(&self, query: &str) -> Result<(Tally, Option<String>)> {
        let watch = Watch::without_limit();
        let asked = self.asked(query, &watch)?;
        let wish = Wish {
            order: Order::Newest,
            limit: 0,
            offset: 0,
            counted: 0,
        };
        let query = &*asked.compiled.query;
        let (_, tally) = gather(&asked.searcher, &asked.rows, query, wish, &watch)?;
        Ok((tally, asked.parsed.notice))
    }
}
