//! A query answered for a short text, such as a quotation or a note, instead of for a document.
//!
//! Words, phrases and what stands near them are looked for in the text itself, by their forms and
//! spellings as in a search; filters are asked of the text's document.

use std::collections::HashSet;

use super::{
    query::{FieldName, Node, Parsed, parse},
    schema::stemmed,
    search::Asked,
    snippet::{Finders, Wanted},
    token::{folded, words},
    watch::Watch,
};
use crate::{Library, Result};

/// A short text that may answer a query.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Short<'t> {
    pub(crate) text: &'t str,
    /// Whose words it is, for a quotation.
    pub(crate) speaker: Option<&'t str>,
    /// The document that it belongs to.
    pub(crate) document: Option<i64>,
    /// BCP 47, where it is known.
    pub(crate) language: Option<&'t str>,
}

/// A query, ready to be answered for short texts.
#[derive(Debug)]
pub(crate) struct Matching {
    /// `None` where the query says nothing: every text answers it.
    root: Option<Tree>,
    wanted: Vec<Wanted>,
    /// Where every text that answers is in a document that does: those documents.
    documents: Option<HashSet<i64>>,
}

#[derive(Debug)]
enum Tree {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// Something of what is wanted, by its number, is in the text.
    Text(usize),
    /// Each of what is wanted is in the speaker's name.
    Speaker(Vec<usize>),
    /// The speaker is called so.
    Named(String),
    /// Words and phrases, folded, each at most so many words from the next.
    Near(Vec<Vec<String>>, usize),
    Documents(HashSet<i64>),
}

impl Library {
    /// Makes a query ready to be answered for short texts, which may be parts of documents' texts or
    /// not.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub(crate) fn matching(&self, query: &str, are_parts: bool) -> Result<Matching> {
        let mut wanted = Vec::new();
        let parsed = parse(query);
        let root = parsed.root.as_ref();
        let documents = match root {
            // What a document has elsewhere may be what is not to be there.
            Some(root) if are_parts && !has_not(root) => {
                Some(self.search_ids(query)?.into_iter().collect())
            }
            _ => None,
        };
        let root = root.map(|root| self.tree(root, &mut wanted)).transpose()?;
        Ok(Matching {
            root,
            wanted,
            documents,
        })
    }

    fn tree(&self, node: &Node, wanted: &mut Vec<Wanted>) -> Result<Tree> {
        let mut each = |nodes: &[Node]| -> Result<Vec<Tree>> {
            nodes.iter().map(|node| self.tree(node, wanted)).collect()
        };
        Ok(match node {
            Node::All(nodes) => Tree::All(each(nodes)?),
            Node::Any(nodes) => Tree::Any(each(nodes)?),
            Node::Not(node) => Tree::Not(Box::new(self.tree(node, wanted)?)),
            Node::Near(parts, within) => {
                let fold = |part: &String| words(part).map(|word| folded(word.text)).collect();
                Tree::Near(parts.iter().map(fold).collect(), *within as usize)
            }
            Node::Field(FieldName::Said, value) => {
                Tree::Text(self.leaf(&Node::Phrase(value.clone()), wanted)?)
            }
            Node::Field(FieldName::Speaker, value) => {
                let names = words(value).map(|word| Node::Word(word.text.to_owned()));
                let names: Vec<Node> = names.collect();
                let leaves = names.iter().map(|name| self.leaf(name, wanted));
                Tree::Speaker(leaves.collect::<Result<_>>()?)
            }
            Node::Value(FieldName::Speaker, name) => Tree::Named(name.clone()),
            Node::Field(..) | Node::Value(..) | Node::Published(_) | Node::Stated(_) => {
                Tree::Documents(self.documents_of(node)?)
            }
            Node::Word(_)
            | Node::Exact(_)
            | Node::Phrase(_)
            | Node::Prefix(_)
            | Node::Fuzzy(..) => Tree::Text(self.leaf(node, wanted)?),
        })
    }

    fn leaf(&self, node: &Node, wanted: &mut Vec<Wanted>) -> Result<usize> {
        wanted.push(self.alone(node)?.compiled.wanted);
        Ok(wanted.len() - 1)
    }

    fn documents_of(&self, node: &Node) -> Result<HashSet<i64>> {
        let asked = self.alone(node)?;
        Ok(asked.ids()?.into_iter().collect())
    }

    /// A clause as a query of its own.
    fn alone(&self, node: &Node) -> Result<Asked> {
        let parsed = Parsed {
            root: Some(node.clone()),
            clauses: Vec::new(),
            notice: None,
        };
        self.asked_parsed(parsed, &Watch::without_limit())
    }
}

fn has_not(node: &Node) -> bool {
    match node {
        Node::Not(_) => true,
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(has_not),
        _ => false,
    }
}

impl Matching {
    /// Goes through short texts.
    pub(crate) fn matcher(&self) -> Matcher<'_> {
        Matcher {
            matching: self,
            finders: self.wanted.iter().map(Finders::new).collect(),
        }
    }
}

/// Answers a query for one short text after the other.
#[derive(Debug)]
pub(crate) struct Matcher<'m> {
    matching: &'m Matching,
    /// By the number of what is wanted.
    finders: Vec<Finders<'m>>,
}

impl<'m> Matcher<'m> {
    /// Whether a text answers the query.
    pub(crate) fn answers(&mut self, short: Short<'_>) -> bool {
        let matching = self.matching;
        let documents = matching.documents.as_ref();
        let is_there = |documents: &HashSet<i64>| {
            short
                .document
                .is_none_or(|document| documents.contains(&document))
        };
        documents.is_none_or(is_there)
            && matching
                .root
                .as_ref()
                .is_none_or(|root| self.holds(root, short))
    }

    fn holds(&mut self, tree: &Tree, short: Short<'_>) -> bool {
        match tree {
            Tree::All(all) => all.iter().all(|tree| self.holds(tree, short)),
            Tree::Any(any) => any.iter().any(|tree| self.holds(tree, short)),
            Tree::Not(tree) => !self.holds(tree, short),
            Tree::Text(wanted) => {
                self.stands_in(*wanted, short.text, short.language)
                    || short
                        .speaker
                        .is_some_and(|name| self.stands_in(*wanted, name, short.language))
            }
            Tree::Speaker(all) => short.speaker.is_some_and(|name| {
                all.iter()
                    .all(|wanted| self.stands_in(*wanted, name, short.language))
            }),
            Tree::Named(name) => short.speaker == Some(name.as_str()),
            Tree::Near(parts, within) => is_near(short.text, parts, *within),
            Tree::Documents(documents) => short
                .document
                .is_some_and(|document| documents.contains(&document)),
        }
    }

    /// Whether something wanted is in a text; in any language of its words where none is known.
    fn stands_in(&mut self, wanted: usize, text: &str, language: Option<&str>) -> bool {
        let known = language.map(stemmed);
        let languages = match known {
            Some(language) => vec![language],
            None => self.matching.wanted[wanted].languages(),
        };
        let finders = &mut self.finders[wanted];
        languages
            .into_iter()
            .any(|language| !finders.of_stemmed(language).find(text).is_empty())
    }
}

/// Whether the parts stand in the text, each at most `within` words from the next.
fn is_near(text: &str, parts: &[Vec<String>], within: usize) -> bool {
    let all: Vec<String> = words(text).map(|word| folded(word.text)).collect();
    let mut reached: Option<(Vec<usize>, usize)> = None;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let length = part.len();
        let mut starts: Vec<usize> = (0..(all.len() + 1).saturating_sub(length))
            .filter(|&at| all[at..at + length] == part[..])
            .collect();
        if let Some((others, before)) = &reached {
            starts.retain(|&start| {
                others.iter().any(|&other| {
                    let follows = other + before <= start && start - (other + before - 1) <= within;
                    let leads = start + length <= other && other - (start + length - 1) <= within;
                    follows || leads
                })
            });
        }
        if starts.is_empty() {
            return false;
        }
        reached = Some((starts, length));
    }
    reached.is_some()
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn nearness_is_that_of_the_index() {
        let parts = [
            vec!["gas".to_owned(), "pact".to_owned()],
            vec!["river".to_owned()],
        ];
        assert!(is_near("The gas pact on the River", &parts, 3));
        assert!(!is_near("The gas pact on the River", &parts, 2));
        assert!(is_near("River and gas pact", &parts, 2));
        assert!(!is_near("gas and pact", &parts, 9));
    }
}
