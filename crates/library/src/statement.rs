//! Statements: the same words in several quotations, followed across documents.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError},
};

use chrono::NaiveDate;
pub use dossier_analysis::statement::{Change, Relation};
use dossier_analysis::statement::{Group, Member, Quoted, diff, gather};

use crate::{Library, Result, date_of, held::HeldWords, quotation::Listed};

/// A statement in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The quotation with the fullest wording.
    pub fullest: i64,
    pub words: String,
    /// Those to whom it is given, by how often; unknown ones are not among them.
    pub speakers: Vec<String>,
    pub quotations: u32,
    pub documents: u32,
    /// Days of publication of the first and last quotation with a date.
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    /// The words are given to different speakers.
    pub speakers_differ: bool,
    /// A negation of one wording is not in another.
    pub negation_differs: bool,
    /// Whether there are other wordings than the fullest one's.
    pub has_variants: bool,
}

/// One quotation of a statement beside the fullest wording.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    pub listed: Listed,
    pub relation: Relation,
    pub lost_negation: bool,
    pub added_negation: bool,
    /// Its words beside the fullest wording's, in order.
    pub pieces: Vec<(Change, String)>,
}

/// Which statements are wanted; filters narrow together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementFilter {
    /// Words that a quotation of it must hold, in any case.
    pub text: String,
    pub speaker: Option<String>,
    /// Only statements of which a negation or the speaker differs.
    pub only_differing: bool,
    pub limit: u32,
    pub offset: u32,
}

/// The statements of a library, made of its quotations.
#[derive(Debug)]
pub(crate) struct Gathered {
    state: State,
    groups: Vec<Group>,
    /// The statement of every quotation that is in one.
    of: HashMap<i64, usize>,
    quotations: HashMap<i64, Kept>,
}

/// How many quotations there are, the newest of them, and of what a person did to documents, quotations
/// and speakers the last step and how many are undone.
type State = (i64, i64, i64, i64);

/// What is kept of a quotation that is in a statement.
#[derive(Debug)]
struct Kept {
    words: String,
    speaker: Option<String>,
    date: Option<NaiveDate>,
}

struct Row {
    id: i64,
    document: i64,
    words: String,
    speaker: Option<String>,
    language: String,
    date: Option<NaiveDate>,
}

impl Library {
    /// Lists statements, those in most documents first; also how many there are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn statements(&self, filter: &StatementFilter) -> Result<(u32, Vec<Statement>)> {
        let gathered = self.gathered_statements()?;
        let words = HeldWords::of(&filter.text);
        let groups = gathered.groups.iter();
        let mut found: Vec<&Group> = groups
            .filter(|group| gathered.answers(group, filter, &words))
            .collect();
        found.sort_by_cached_key(|group| {
            let last = gathered.members(group).filter_map(|kept| kept.date).max();
            let rank = (group.documents, group.members.len(), last);
            (std::cmp::Reverse(rank), group.fullest)
        });
        let total = found.len() as u32;
        let (limit, offset) = (filter.limit as usize, filter.offset as usize);
        let page = found.into_iter().skip(offset).take(limit);
        let page = page.map(|group| gathered.statement(group));
        Ok((total, page.collect()))
    }

    /// The quotations of the statement that a quotation is part of, by date, each beside the fullest
    /// wording; none where its words are in no other quotation.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn variants(&self, quotation: i64) -> Result<Vec<Variant>> {
        let gathered = self.gathered_statements()?;
        let Some(&at) = gathered.of.get(&quotation) else {
            return Ok(Vec::new());
        };
        let group = &gathered.groups[at];
        let ids: Vec<i64> = group
            .members
            .iter()
            .map(|member| member.id as i64)
            .collect();
        let fullest = gathered.words(group.fullest as i64);
        let listed = self.quotations_by_id(&ids)?;
        let variants = listed.into_iter().filter_map(|listed| {
            let is_it = |member: &&Member| member.id as i64 == listed.quotation.id;
            let member = group.members.iter().find(is_it)?;
            Some(Variant {
                relation: member.relation,
                lost_negation: member.lost_negation,
                added_negation: member.added_negation,
                pieces: pieces(fullest, &listed.words),
                listed,
            })
        });
        Ok(variants.collect())
    }

    /// How many quotations share a statement with each of some.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn repeated(&self, quotations: &[i64]) -> Result<Vec<u32>> {
        let gathered = self.gathered_statements()?;
        let count = |id: &i64| {
            let group = gathered.of.get(id).map(|at| &gathered.groups[*at]);
            group.map_or(0, |group| group.members.len() as u32 - 1)
        };
        Ok(quotations.iter().map(count).collect())
    }

    /// The statements of the quotations as they are.
    fn gathered_statements(&self) -> Result<Arc<Gathered>> {
        let state = self.statement_state()?;
        let mut kept = self
            .statements
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(gathered) = kept.as_ref().filter(|kept| kept.state == state) {
            return Ok(Arc::clone(gathered));
        }
        let gathered = Arc::new(make(state, self.quoted_rows()?));
        *kept = Some(Arc::clone(&gathered));
        Ok(gathered)
    }

    /// What statements are made of, in a few numbers: notes and highlights, which are made while one
    /// reads, change nothing of it.
    fn statement_state(&self) -> Result<State> {
        let sql = "SELECT (SELECT count(*) FROM quotation q JOIN document d ON d.id = q.document_id \
                   WHERE NOT d.deleted), (SELECT ifnull(max(id), 0) FROM quotation), \
                   ifnull(max(c.step_id), 0), ifnull(sum(s.is_undone), 0) \
                   FROM history_change c JOIN history_step s ON s.id = c.step_id \
                   WHERE c.entity IN ('document', 'quotation decision', 'speaker alias')";
        self.read(|tx| {
            Ok(tx.prepare_cached(sql)?.query_row([], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?)
        })
    }

    fn quoted_rows(&self) -> Result<Vec<Row>> {
        let sql = "SELECT q.id, q.document_id, q.words, q.speaker, ifnull(d.language, ''), \
                   d.published_start FROM quotation q JOIN document d ON d.id = q.document_id \
                   WHERE NOT d.deleted ORDER BY d.published_start IS NULL, d.published_start, d.id, \
                   q.start";
        self.read(|tx| {
            let mut statement = tx.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| {
                let day: Option<i32> = row.get(5)?;
                Ok(Row {
                    id: row.get(0)?,
                    document: row.get(1)?,
                    words: row.get(2)?,
                    speaker: row.get(3)?,
                    language: row.get(4)?,
                    date: day.and_then(date_of),
                })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

/// Whether a negation of one wording is not in another.
fn negation_differs(group: &Group) -> bool {
    let differs = |member: &Member| member.lost_negation || member.added_negation;
    group.members.iter().any(differs)
}

/// The runs of words of a wording beside the fullest one's, with what became of each.
fn pieces(fullest: &str, words: &str) -> Vec<(Change, String)> {
    let pieces = diff(fullest, words).into_iter();
    let text = |change, range: dossier_text::TextRange| {
        let of = if change == Change::Added {
            words
        } else {
            fullest
        };
        range.slice(of).unwrap_or_default().to_owned()
    };
    pieces
        .map(|piece| (piece.change, text(piece.change, piece.range)))
        .collect()
}

fn make(state: State, rows: Vec<Row>) -> Gathered {
    let quoted: Vec<Quoted<'_>> = rows
        .iter()
        .map(|row| Quoted {
            id: row.id as u64,
            words: &row.words,
            document: row.document as u64,
            date: row.date,
            speaker: row.speaker.as_deref(),
            language: &row.language,
        })
        .collect();
    let groups = gather(&quoted);
    let mut of = HashMap::new();
    for (at, group) in groups.iter().enumerate() {
        of.extend(group.members.iter().map(|member| (member.id as i64, at)));
    }
    let kept = rows.into_iter().filter(|row| of.contains_key(&row.id));
    let quotations = kept.map(|row| {
        let Row {
            id,
            words,
            speaker,
            date,
            ..
        } = row;
        let kept = Kept {
            words,
            speaker,
            date,
        };
        (id, kept)
    });
    Gathered {
        quotations: quotations.collect(),
        state,
        groups,
        of,
    }
}

impl Gathered {
    fn words(&self, id: i64) -> &str {
        self.quotations.get(&id).map_or("", |kept| &kept.words)
    }

    fn members<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a Kept> {
        let members = group.members.iter();
        members.filter_map(|member| self.quotations.get(&(member.id as i64)))
    }

    fn answers(&self, group: &Group, filter: &StatementFilter, words: &HeldWords) -> bool {
        let is_wanted = !filter.only_differing || group.speakers_differ || negation_differs(group);
        let is_theirs = filter.speaker.as_ref().is_none_or(|speaker| {
            self.members(group)
                .any(|kept| kept.speaker.as_ref() == Some(speaker))
        });
        let holds = |kept: &Kept| words.are_in(&kept.words);
        is_wanted && is_theirs && (words.is_empty() || self.members(group).any(holds))
    }

    fn statement(&self, group: &Group) -> Statement {
        let mut speakers: Vec<(u32, &str)> = Vec::new();
        for speaker in self
            .members(group)
            .filter_map(|kept| kept.speaker.as_deref())
        {
            match speakers.iter_mut().find(|(_, name)| *name == speaker) {
                Some((count, _)) => *count += 1,
                None => speakers.push((1, speaker)),
            }
        }
        speakers.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let dates = || self.members(group).filter_map(|kept| kept.date);
        let fullest = group.fullest as i64;
        Statement {
            fullest,
            words: self.words(fullest).to_owned(),
            speakers: speakers
                .into_iter()
                .map(|(_, name)| name.to_owned())
                .collect(),
            quotations: group.members.len() as u32,
            documents: group.documents as u32,
            first: dates().min(),
            last: dates().max(),
            speakers_differ: group.speakers_differ,
            negation_differs: negation_differs(group),
            has_variants: group
                .members
                .iter()
                .any(|member| member.relation != Relation::Verbatim),
        }
    }
}
