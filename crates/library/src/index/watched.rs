//! A query that ends early where its search is to stop.

use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED, Term,
    query::{EnableScoring, Explanation, Query, Scorer, Weight},
};

use super::watch::Watch;

/// Finds what another query finds, as long as the search goes on.
#[derive(Debug)]
pub(super) struct WatchedQuery {
    query: Box<dyn Query>,
    watch: Watch,
}

impl WatchedQuery {
    pub(super) fn new(query: Box<dyn Query>, watch: &Watch) -> Self {
        Self {
            query,
            watch: watch.clone(),
        }
    }
}

impl Clone for WatchedQuery {
    fn clone(&self) -> Self {
        Self::new(self.query.box_clone(), &self.watch)
    }
}

impl Query for WatchedQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(WatchedWeight {
            weight: self.query.weight(scoring)?,
            watch: self.watch.clone(),
        }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.query.query_terms(visitor);
    }
}

struct WatchedWeight {
    weight: Box<dyn Weight>,
    watch: Watch,
}

impl Weight for WatchedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(WatchedScorer {
            scorer: self.weight.scorer(segment, boost)?,
            watch: self.watch.clone(),
            steps: 0,
            has_ended: false,
        }))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.weight.explain(segment, doc)
    }
}

struct WatchedScorer {
    scorer: Box<dyn Scorer>,
    watch: Watch,
    steps: u32,
    has_ended: bool,
}

impl WatchedScorer {
    fn stops(&mut self) -> bool {
        self.has_ended |= self.watch.step(&mut self.steps);
        self.has_ended
    }
}

impl DocSet for WatchedScorer {
    fn advance(&mut self) -> DocId {
        if self.stops() {
            return TERMINATED;
        }
        self.scorer.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.stops() {
            return TERMINATED;
        }
        self.scorer.seek(target)
    }

    fn doc(&self) -> DocId {
        if self.has_ended {
            return TERMINATED;
        }
        self.scorer.doc()
    }

    fn size_hint(&self) -> u32 {
        self.scorer.size_hint()
    }

    fn cost(&self) -> u64 {
        self.scorer.cost()
    }
}

impl Scorer for WatchedScorer {
    fn score(&mut self) -> Score {
        self.scorer.score()
    }
}
