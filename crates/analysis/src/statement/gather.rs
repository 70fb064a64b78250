//! Gathers quotations over an index of their keys, one after the other.

use std::collections::{HashMap, HashSet};

use super::align::{agreement, relation};
use super::diff::{Change, steps};
use super::negation::denies;
use super::signature::Signature;
use super::words::{Word, Wording, primary};
use super::{FEWEST_WORDS, Group, Member, Quoted, Relation};

/// A key that so many statements have is no sign of any of them.
const COMMON: usize = 64;
/// The most statements that one quotation is aligned with.
const MOST_CANDIDATES: usize = 8;
/// The most wordings of a statement that a quotation is aligned with.
const MOST_WORDINGS: usize = 6;
/// The share of words that must agree, and the fewest content words, for a wording to make two
/// statements one.
const BRIDGING: f32 = 0.85;
const LONG_BRIDGE: usize = 6;
/// How many words around what both wordings have are looked at for a negation.
const NEAR: usize = 3;

/// The statements of which two or more quotations are given, in the order of their first ones.
///
/// The time grows with the number of quotations, but for keys that very many of them have.
#[must_use]
pub fn gather(quoted: &[Quoted<'_>]) -> Vec<Group> {
    let mut index = Index::default();
    let readings: Vec<Wording> = quoted
        .iter()
        .map(|q| Wording::read(q.words, q.language))
        .collect();
    for (at, (quotation, wording)) in quoted.iter().zip(&readings).enumerate() {
        index.add(at, quotation, wording, &readings);
    }
    index
        .statements()
        .into_iter()
        .filter(|members| members.len() > 1)
        .map(|members| group(&members, quoted, &readings))
        .collect()
}

/// The statements so far: a forest of quotations, and the keys of each.
#[derive(Default)]
struct Index {
    /// The quotation that each one was joined to; its own number at the root of a statement.
    parents: Vec<usize>,
    /// The wordings of each root that others are aligned with.
    wordings: Vec<Vec<usize>>,
    /// Statements by key, each by one of its quotations.
    by_key: HashMap<u64, Vec<usize>>,
    /// Statements by their exact words.
    by_words: HashMap<(u64, Vec<u64>), usize>,
}

impl Index {
    fn add(&mut self, at: usize, quotation: &Quoted<'_>, wording: &Wording, readings: &[Wording]) {
        self.parents.push(at);
        self.wordings.push(Vec::new());
        if wording.stems.len() < FEWEST_WORDS {
            return;
        }
        let language = super::words::hash(&primary(quotation.language));
        if let Some(&same) = self.by_words.get(&(language, wording.stems.clone())) {
            self.join(same, at);
            return;
        }
        self.by_words.insert((language, wording.stems.clone()), at);
        self.wordings[at].push(at);
        let signature = Signature::read(wording, quotation.language);
        let mut agreeing: Vec<(f32, usize)> = Vec::new();
        for root in self.candidates(&signature) {
            let wordings = self.wordings[root].iter();
            let shares =
                wordings.filter_map(|&other| agreement(&readings[other].stems, &wording.stems));
            if let Some(share) = shares.max_by(f32::total_cmp) {
                agreeing.push((share, root));
            }
        }
        agreeing.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (order, (share, root)) in agreeing.into_iter().enumerate() {
            // Two statements are made one only by a wording that is clearly both.
            if order == 0 || share >= BRIDGING && wording.stems.len() >= LONG_BRIDGE {
                self.join(root, at);
            }
        }
        self.note(at, &signature);
    }

    /// The statements that share the most keys with a quotation.
    fn candidates(&self, signature: &Signature) -> Vec<usize> {
        // One vote for each key that a statement shares, then as many side by side as it has votes.
        let mut votes: Vec<usize> = Vec::new();
        for key in signature.keys() {
            let Some(with_key) = self.by_key.get(key).filter(|with| with.len() < COMMON) else {
                continue;
            };
            let from = votes.len();
            votes.extend(with_key.iter().map(|&q| find(&self.parents, q)));
            votes[from..].sort_unstable();
            let mut kept = from;
            for at in from..votes.len() {
                if kept == from || votes[kept - 1] != votes[at] {
                    votes[kept] = votes[at];
                    kept += 1;
                }
            }
            votes.truncate(kept);
        }
        votes.sort_unstable();
        let fewest = signature.fewest_shared();
        let mut found: Vec<(usize, usize)> = votes
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same[0]))
            .filter(|(shared, _)| *shared >= fewest)
            .collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(MOST_CANDIDATES);
        found.into_iter().map(|(_, root)| root).collect()
    }

    /// Notes the keys of a quotation that its statement does not have yet.
    fn note(&mut self, at: usize, signature: &Signature) {
        let root = self.root(at);
        for key in signature.keys() {
            let with_key = self.by_key.entry(*key).or_default();
            let is_known = with_key.iter().any(|&q| find(&self.parents, q) == root);
            if with_key.len() < COMMON && !is_known {
                with_key.push(at);
            }
        }
    }

    fn root(&mut self, at: usize) -> usize {
        let root = find(&self.parents, at);
        let mut next = at;
        while self.parents[next] != root {
            next = std::mem::replace(&mut self.parents[next], root);
        }
        root
    }

    /// Makes one statement of those of `a` and `b`; the earlier quotation stays its root.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (root, other) = (a.min(b), a.max(b));
        self.parents[other] = root;
        let wordings = std::mem::take(&mut self.wordings[other]);
        self.wordings[root].extend(wordings);
        self.wordings[root].truncate(MOST_WORDINGS);
    }

    /// The quotations of every statement, in order.
    fn statements(&mut self) -> Vec<Vec<usize>> {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.parents.len()];
        for at in 0..self.parents.len() {
            let root = self.root(at);
            members[root].push(at);
        }
        members.retain(|members| !members.is_empty());
        members
    }
}

fn find(parents: &[usize], at: usize) -> usize {
    let mut root = at;
    while parents[root] != root {
        root = parents[root];
    }
    root
}

fn group(members: &[usize], quoted: &[Quoted<'_>], readings: &[Wording]) -> Group {
    let mut members = members.to_vec();
    members.sort_by_key(|&at| (quoted[at].date.is_none(), quoted[at].date, at));
    let length = |at: usize| readings[at].words.len();
    let longest = members.iter().map(|&at| length(at)).max().unwrap_or(0);
    let fullest = members
        .iter()
        .copied()
        .find(|&at| length(at) == longest)
        .expect("a statement has a quotation");
    let speakers: HashSet<&str> = members
        .iter()
        .filter_map(|&at| quoted[at].speaker)
        .collect();
    let documents: HashSet<u64> = members.iter().map(|&at| quoted[at].document).collect();
    Group {
        fullest: quoted[fullest].id,
        documents: documents.len(),
        speakers_differ: speakers.len() > 1,
        members: members
            .iter()
            .map(|&at| member(at, fullest, quoted, readings))
            .collect(),
    }
}

fn member(at: usize, fullest: usize, quoted: &[Quoted<'_>], readings: &[Wording]) -> Member {
    let (a, b) = (&readings[fullest], &readings[at]);
    let relation = if at == fullest {
        Relation::Verbatim
    } else {
        relation(a, b)
    };
    let (lost_negation, added_negation) = match relation {
        Relation::Verbatim => (false, false),
        _ => negations(&a.words, &b.words, primary(quoted[at].language)),
    };
    Member {
        id: quoted[at].id,
        relation,
        lost_negation,
        added_negation,
    }
}

/// Whether `b` lacks a negation of `a`, and whether it has one that `a` lacks, within what both have
/// and a few words around it: what a shorter wording leaves out beyond is no loss of its own.
fn negations(a: &[Word], b: &[Word], language: &str) -> (bool, bool) {
    let steps = steps(a, b);
    let is_same = |(change, _): &(Change, &Word)| *change == Change::Same;
    let Some(first) = steps.iter().position(is_same) else {
        return (false, false);
    };
    let last = steps.iter().rposition(is_same).unwrap_or(first);
    let near = &steps[first.saturating_sub(NEAR)..steps.len().min(last + 1 + NEAR)];
    let count = |wanted: Change| {
        let denying = near
            .iter()
            .filter(|(change, word)| *change == wanted && denies(&word.plain, language));
        denying.count()
    };
    let (lost, added) = (count(Change::Removed), count(Change::Added));
    (lost > added, added > lost)
}
