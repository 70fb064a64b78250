//! A word in all its forms and places, as one query.
//!
//! As a boolean query of a dozen terms a word would be scored a dozen times a document, and the
//! forms that a document has of it would count apart. Here a document's forms are counted together,
//! as if the text had been stemmed: those that are their own stems stand in the body, the others
//! under their stem (see [`Fields::inflected`](crate::index::schema::Fields)). What is a form of the
//! word depends on the document's language.

use std::sync::Arc;

use tantivy::{
    DocId, DocSet, Score, Searcher, SegmentReader, TERMINATED, TantivyError, Term,
    fieldnorm::FieldNormReader,
    index::SegmentId,
    postings::{Postings, SegmentPostings, TermInfo},
    query::{Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight},
    schema::{Field, IndexRecordOption},
};

use crate::index::{
    rows::{Rows, SegmentRows},
    watch::Watch,
};

/// Languages, a bit each; see [`Rows::language_bit`].
pub(super) type Languages = u32;
/// How many places in lists are looked at to tell by how much lists overlap.
const SAMPLE: u64 = 4_096;
/// Whatever the language.
pub(super) const ANY: Languages = u32::MAX;

/// What a term counts for in documents of some languages.
#[derive(Debug, Clone)]
struct Counts {
    part: usize,
    languages: Languages,
}

/// A term, and the parts that it counts for.
#[derive(Debug, Clone)]
struct List {
    term: Term,
    counts: Vec<Counts>,
}

/// What is scored as one: the terms that count for it are one word.
#[derive(Debug, Clone)]
struct Part {
    /// The field whose lengths count.
    field: Field,
    boost: Score,
}

/// Documents that have any of the terms.
#[derive(Debug, Clone)]
pub(super) struct WordQuery {
    lists: Vec<List>,
    parts: Vec<Part>,
    rows: Arc<Rows>,
    watch: Watch,
}

impl WordQuery {
    pub(super) fn new(rows: &Arc<Rows>, watch: &Watch) -> Self {
        Self {
            lists: Vec::new(),
            parts: Vec::new(),
            rows: Arc::clone(rows),
            watch: watch.clone(),
        }
    }

    /// Begins a part; terms that are added count for it.
    pub(super) fn part(&mut self, field: Field, boost: Score) {
        self.parts.push(Part { field, boost });
    }

    /// Adds a term to the last part, where a document is in one of the languages.
    pub(super) fn add(&mut self, term: Term, languages: Languages) {
        let counts = Counts {
            part: self.parts.len() - 1,
            languages,
        };
        match self.lists.iter_mut().find(|list| list.term == term) {
            Some(list) => list.counts.push(counts),
            None => self.lists.push(List {
                term,
                counts: vec![counts],
            }),
        }
    }

    /// Adds a term to the last part, unless it is there.
    pub(super) fn add_once(&mut self, term: Term, languages: Languages) {
        if self.lists.iter().all(|list| list.term != term) {
            self.add(term, languages);
        }
    }

    /// A weight for every part, by how many documents have any of its terms.
    fn weights(&self, searcher: &Searcher, found: &[Found]) -> tantivy::Result<Vec<Bm25Weight>> {
        let segments = searcher.segment_readers();
        let documents = segments.iter().map(|segment| u64::from(segment.max_doc()));
        let documents: u64 = documents.sum();
        let mut weights = Vec::with_capacity(self.parts.len());
        for (at, part) in self.parts.iter().enumerate() {
            let mut tokens = 0;
            for segment in segments {
                tokens += segment.inverted_index(part.field)?.total_num_tokens();
            }
            let weight = Bm25Weight::for_one_term_without_explain(
                self.frequency(at, searcher, found)?.min(documents),
                documents,
                tokens as Score / documents.max(1) as Score,
            );
            weights.push(weight.boost_by(part.boost));
        }
        Ok(weights)
    }

    /// How many documents have any of a part's terms, by a sample where there are many: forms of a
    /// word often stand in the same documents.
    fn frequency(&self, part: usize, searcher: &Searcher, found: &[Found]) -> tantivy::Result<u64> {
        let lists = || {
            let lists = self.lists.iter().enumerate();
            lists.filter(|(_, list)| list.counts.iter().any(|counts| counts.part == part))
        };
        let mut sum = 0;
        for (at, _) in lists() {
            let infos = found.iter().filter_map(|found| found.infos[at].as_ref());
            sum += infos.map(|info| u64::from(info.doc_freq)).sum::<u64>();
        }
        if lists().nth(1).is_none() {
            return Ok(sum);
        }
        let (mut seen, mut distinct) = (0, 0);
        for (segment, found) in searcher.segment_readers().iter().zip(found) {
            let mut open: Vec<SegmentPostings> = Vec::new();
            for (at, list) in lists() {
                if let Some(info) = &found.infos[at] {
                    let index = segment.inverted_index(list.term.field())?;
                    open.push(index.read_postings_from_terminfo(info, IndexRecordOption::Basic)?);
                }
            }
            while seen < SAMPLE {
                let doc = open.iter().map(DocSet::doc).min().unwrap_or(TERMINATED);
                if doc == TERMINATED {
                    break;
                }
                distinct += 1;
                for postings in open.iter_mut().filter(|postings| postings.doc() == doc) {
                    seen += 1;
                    postings.advance();
                }
            }
        }
        Ok((sum * distinct).div_ceil(seen.max(1)))
    }
}

impl Query for WordQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let searcher = scoring.searcher().ok_or_else(|| {
            TantivyError::InvalidArgument("a word is looked up in a searcher".to_owned())
        })?;
        let mut found = Vec::with_capacity(searcher.segment_readers().len());
        for segment in searcher.segment_readers() {
            let infos = self.lists.iter().map(|list| {
                let index = segment.inverted_index(list.term.field())?;
                Ok(index.get_term_info(&list.term)?)
            });
            found.push(Found {
                segment: segment.segment_id(),
                infos: infos.collect::<tantivy::Result<_>>()?,
            });
        }
        let weights = if scoring.is_scoring_enabled() {
            Some(self.weights(searcher, &found)?)
        } else {
            None
        };
        Ok(Box::new(WordWeight {
            query: self.clone(),
            found,
            weights,
        }))
    }
}

/// The terms that a segment has.
struct Found {
    segment: SegmentId,
    /// By list.
    infos: Vec<Option<TermInfo>>,
}

struct WordWeight {
    query: WordQuery,
    found: Vec<Found>,
    /// By part; none where nothing is scored.
    weights: Option<Vec<Bm25Weight>>,
}

impl WordWeight {
    fn open(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<WordScorer> {
        let id = segment.segment_id();
        let found = self.found.iter().find(|found| found.segment == id);
        let rows = self.query.rows.segment(id);
        let (Some(found), Some(rows)) = (found, rows) else {
            return Err(TantivyError::InvalidArgument(
                "a segment came later".to_owned(),
            ));
        };
        let option = match self.weights {
            Some(_) => IndexRecordOption::WithFreqs,
            None => IndexRecordOption::Basic,
        };
        let mut scorer = WordScorer {
            lists: Vec::new(),
            heads: Vec::new(),
            parts: Vec::new(),
            has_languages: false,
            segment: Arc::clone(rows),
            rows: Arc::clone(&self.query.rows),
            watch: self.query.watch.clone(),
            steps: 0,
            doc: TERMINATED,
        };
        for (list, info) in self.query.lists.iter().zip(&found.infos) {
            let Some(info) = info else {
                continue;
            };
            let index = segment.inverted_index(list.term.field())?;
            let postings = index.read_postings_from_terminfo(info, option)?;
            let languages = list.counts.iter().map(|counts| counts.languages);
            let languages = languages.fold(0, |all, some| all | some);
            scorer.has_languages |= list.counts.iter().any(|counts| counts.languages != ANY);
            scorer.heads.push(postings.doc());
            scorer.lists.push(OpenList {
                postings,
                languages,
                counts: list.counts.clone(),
            });
        }
        for (part, weight) in self.query.parts.iter().zip(self.weights.iter().flatten()) {
            scorer.parts.push(ScoredPart {
                weight: weight.boost_by(boost),
                norms: segment.get_fieldnorms_reader(part.field)?,
                frequency: 0,
            });
        }
        scorer.settle();
        Ok(scorer)
    }
}

impl Weight for WordWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(self.open(segment, boost)?))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.open(segment, 1.0)?;
        if scorer.seek(doc) == doc {
            return Ok(Explanation::new("word", scorer.score()));
        }
        Err(TantivyError::InvalidArgument(format!(
            "document {doc} does not match"
        )))
    }

    fn for_each(
        &self,
        segment: &SegmentReader,
        callback: &mut dyn FnMut(DocId, Score),
    ) -> tantivy::Result<()> {
        let mut scorer = self.open(segment, 1.0)?;
        while scorer.doc != TERMINATED {
            callback(scorer.doc, scorer.score());
            scorer.advance();
        }
        Ok(())
    }

    fn for_each_no_score(
        &self,
        segment: &SegmentReader,
        callback: &mut dyn FnMut(&[DocId]),
    ) -> tantivy::Result<()> {
        let mut scorer = self.open(segment, 1.0)?;
        let mut buffer = [0; tantivy::COLLECT_BLOCK_BUFFER_LEN];
        while scorer.doc != TERMINATED {
            let filled = scorer.fill_buffer(&mut buffer);
            callback(&buffer[..filled]);
        }
        Ok(())
    }
}

struct ScoredPart {
    weight: Bm25Weight,
    norms: FieldNormReader,
    /// How often the document at hand has its terms.
    frequency: u32,
}

struct OpenList {
    postings: SegmentPostings,
    /// Those in which it counts for anything.
    languages: Languages,
    counts: Vec<Counts>,
}

struct WordScorer {
    lists: Vec<OpenList>,
    /// The document at which every list is.
    heads: Vec<DocId>,
    parts: Vec<ScoredPart>,
    /// Whether the language of a document matters.
    has_languages: bool,
    segment: Arc<SegmentRows>,
    rows: Arc<Rows>,
    watch: Watch,
    steps: u32,
    doc: DocId,
}

impl WordScorer {
    /// Goes to the next document from the lists' heads on.
    fn settle(&mut self) {
        if self.watch.step(&mut self.steps) {
            self.heads.fill(TERMINATED);
        }
        loop {
            self.doc = self.heads.iter().copied().min().unwrap_or(TERMINATED);
            if self.doc == TERMINATED || !self.has_languages || self.counts() {
                return;
            }
            self.step();
        }
    }

    /// Takes the lists beyond the document at hand.
    fn step(&mut self) {
        for (head, list) in self.heads.iter_mut().zip(&mut self.lists) {
            if *head == self.doc {
                *head = list.postings.advance();
            }
        }
    }

    /// The language of the document at hand.
    fn language(&self) -> Languages {
        if self.has_languages {
            self.rows.language_bit(&self.segment, self.doc)
        } else {
            ANY
        }
    }

    /// Whether any of the lists counts in the document's language.
    fn counts(&self) -> bool {
        let language = self.language();
        let mut lists = self.heads.iter().zip(&self.lists);
        lists.any(|(head, list)| *head == self.doc && list.languages & language != 0)
    }
}

impl DocSet for WordScorer {
    #[inline]
    fn advance(&mut self) -> DocId {
        if self.doc != TERMINATED {
            self.step();
            self.settle();
        }
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            for (head, list) in self.heads.iter_mut().zip(&mut self.lists) {
                if *head < target {
                    *head = list.postings.seek(target);
                }
            }
            self.settle();
        }
        self.doc
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        let lists = self.lists.iter().map(|list| list.postings.doc_freq());
        lists.sum()
    }
}

impl Scorer for WordScorer {
    fn score(&mut self) -> Score {
        let language = self.language();
        for (head, list) in self.heads.iter().zip(&self.lists) {
            if *head != self.doc {
                continue;
            }
            let frequency = list.postings.term_freq();
            for counts in &list.counts {
                if counts.languages & language != 0 {
                    self.parts[counts.part].frequency += frequency;
                }
            }
        }
        let mut score = 0.0;
        for part in &mut self.parts {
            if part.frequency > 0 {
                let norm = part.norms.fieldnorm_id(self.doc);
                score += part.weight.score(norm, part.frequency);
                part.frequency = 0;
            }
        }
        score
    }
}
