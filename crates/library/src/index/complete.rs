//! What could be meant where the caret stands in a query: fields, their values, words.

use std::{collections::HashMap, ops::Range};

use tantivy::{Searcher, TantivyError, schema::Field};

use super::{
    facet::most_frequent,
    query::FieldName,
    token::{folded, words},
};
use crate::{Library, Result, store};

/// How many completions are given.
const MOST: usize = 12;
/// A dictionary with more values is looked through only for those that begin like what is typed.
const WHOLE_DICTIONARY: usize = 50_000;
/// How many words of the dictionary are looked through.
const MOST_WORDS: usize = 20_000;
/// Shorter beginnings of words have too many continuations.
const SHORTEST_WORD: usize = 3;

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// The name of a field, with its colon.
    Field,
    /// A field with a value.
    Value,
    /// A word that texts of the library have.
    Word,
}

/// Something that could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    pub kind: CompletionKind,
    /// What stands in place of what was typed.
    pub text: String,
    /// What a list shows.
    pub label: String,
    /// What it means, in words.
    pub detail: Option<&'static str>,
    /// How many documents have it.
    pub count: Option<u32>,
}

/// What could be meant where the caret stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completions {
    /// Bytes of the query that a completion replaces; `None` where there is nothing to complete.
    pub range: Option<Range<usize>>,
    /// Best first.
    pub completions: Vec<Completion>,
}

/// What the fields mean, in words, in the order in which they are offered.
const MEANINGS: [(FieldName, &str); 17] = [
    (FieldName::By, "by an author"),
    (FieldName::Publisher, "from a publisher"),
    (FieldName::Title, "words of the title"),
    (FieldName::Speaker, "quoting somebody"),
    (FieldName::Said, "words within quotations"),
    (FieldName::Entity, "naming a person or organisation"),
    (FieldName::Date, "published in 2023, 2023-06 or 2021..2023"),
    (FieldName::After, "published from a day on"),
    (FieldName::Before, "published before a day"),
    (FieldName::When, "stating a date in the text"),
    (FieldName::Type, "a kind of document"),
    (FieldName::Lang, "in a language"),
    (FieldName::Tag, "with a tagged passage"),
    (FieldName::Note, "words of your notes"),
    (FieldName::In, "in a collection"),
    (FieldName::Color, "with a highlight of a colour"),
    (
        FieldName::Has,
        "with annotations, notes, tags or quotations",
    ),
];

impl Library {
    /// What could be meant where the caret stands, a byte of the query.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn complete(&self, query: &str, caret: usize) -> Result<Completions> {
        let Some(token) = Token::at(query, caret) else {
            return Ok(Completions::default());
        };
        let mut completions = match token.field() {
            Some((field, name, value)) => self.values(field, name, value)?,
            None => self.bare(token.typed)?,
        };
        completions.retain(|completion| completion.text != token.typed);
        completions.truncate(MOST);
        Ok(Completions {
            range: (!completions.is_empty()).then_some(token.range),
            completions,
        })
    }

    /// Fields whose names begin like what was typed, then words that do.
    fn bare(&self, typed: &str) -> Result<Vec<Completion>> {
        let begins = typed.to_lowercase();
        let fields = MEANINGS
            .iter()
            .filter(|(field, _)| field.name().starts_with(&begins));
        let mut all: Vec<Completion> = fields
            .map(|(field, detail)| Completion {
                kind: CompletionKind::Field,
                text: format!("{}:", field.name()),
                label: format!("{}:", field.name()),
                detail: Some(detail),
                count: None,
            })
            .collect();
        let term = folded(typed);
        let is_word = words(typed).count() == 1 && term.chars().count() >= SHORTEST_WORD;
        if is_word {
            let searcher = self.index.searcher();
            let found = beginning_with(&searcher, self.index.fields.body, &term, MOST_WORDS)?;
            let found = most_frequent(found, MOST).into_iter();
            all.extend(found.map(|(word, count)| Completion {
                kind: CompletionKind::Word,
                text: word.clone(),
                label: word,
                detail: None,
                count: Some(count),
            }));
        }
        Ok(all)
    }

    /// Values of a field that hold what was typed.
    fn values(&self, field: FieldName, name: &str, typed: &str) -> Result<Vec<Completion>> {
        let fields = &self.index.fields;
        let values = match field {
            FieldName::By => self.dictionary(fields.author_name, typed)?,
            FieldName::Publisher => self.dictionary(fields.publisher_name, typed)?,
            FieldName::Speaker => self.dictionary(fields.speaker_name, typed)?,
            FieldName::Entity => self.dictionary(fields.entity_name, typed)?,
            FieldName::Lang => self.dictionary(fields.language, typed)?,
            FieldName::Type => self.dictionary(fields.kind, typed)?,
            FieldName::Tag => {
                let tags = self.read(store::tag::list)?;
                holding(tags.into_iter().map(|tag| (tag.name, tag.count)), typed)
            }
            FieldName::In => {
                let all = self.collections()?;
                holding(all.into_iter().map(|one| (one.name, one.count)), typed)
            }
            FieldName::Has => fixed(&["annotations", "notes", "tags", "quotations"], typed),
            FieldName::Color => fixed(&crate::annotation::COLORS, typed),
            _ => Vec::new(),
        };
        let is_whole = field.has_whole_values();
        let completion = |(value, count): (String, u32)| Completion {
            kind: CompletionKind::Value,
            text: format!("{name}:{}", written(&value, is_whole)),
            label: value,
            detail: None,
            count: (count > 0).then_some(count),
        };
        Ok(values.into_iter().map(completion).collect())
    }

    /// Values of a field of whole values: those that begin like what was typed come first.
    fn dictionary(&self, field: Field, typed: &str) -> Result<Vec<(String, u32)>> {
        let searcher = self.index.searcher();
        let mut size = 0;
        for segment in searcher.segment_readers() {
            size += segment.inverted_index(field)?.terms().num_terms();
        }
        if size <= WHOLE_DICTIONARY {
            let all = beginning_with(&searcher, field, "", usize::MAX)?;
            return Ok(holding(all.into_iter(), typed));
        }
        let mut found = beginning_with(&searcher, field, typed, MOST_WORDS)?;
        let mut letters = typed.chars();
        if let Some(first) = letters.next() {
            let capital: String = first.to_uppercase().chain(letters).collect();
            found.extend(beginning_with(&searcher, field, &capital, MOST_WORDS)?);
        }
        // One of them may be what is typed already, which is no completion.
        Ok(most_frequent(found, MOST + 1))
    }
}

/// What stands around the caret, without spaces: a word, or a field with what is typed of a value.
#[derive(Debug, PartialEq, Eq)]
struct Token<'q> {
    range: Range<usize>,
    /// What stands before the caret.
    typed: &'q str,
}

impl<'q> Token<'q> {
    fn at(query: &'q str, caret: usize) -> Option<Self> {
        if !query.is_char_boundary(caret) {
            return None;
        }
        let (mut start, mut end) = (0, query.len());
        let mut is_quoted = false;
        for (at, c) in query.char_indices() {
            if matches!(c, '"' | '“' | '”' | '„' | '«' | '»') {
                is_quoted = !is_quoted;
            }
            let is_boundary = !is_quoted && (c.is_whitespace() || matches!(c, '(' | ')'));
            if is_boundary && at >= caret {
                end = at;
                break;
            }
            if is_boundary {
                start = at + c.len_utf8();
            }
        }
        let marks = query[start..caret]
            .chars()
            .take_while(|c| matches!(c, '-' | '+' | '='));
        start += marks.map(char::len_utf8).sum::<usize>();
        let typed = query.get(start..caret)?;
        (!typed.is_empty() && !typed.starts_with(['"', '“', '„', '«'])).then_some(Self {
            range: start..end,
            typed,
        })
    }

    /// The field, its name as it was typed, and what is typed of its value.
    fn field(&self) -> Option<(FieldName, &'q str, &'q str)> {
        let (name, value) = self.typed.split_once(':')?;
        let field = FieldName::of(name)?;
        let value = value.trim_start_matches('=');
        Some((field, name, value.trim_start_matches(['"', '“', '„', '«'])))
    }
}

/// A value as it is written after a colon.
fn written(value: &str, is_whole: bool) -> String {
    let plain = value.replace('"', " ");
    let is_word = plain
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    match (is_whole, is_word) {
        (true, true) => format!("={plain}"),
        (true, false) => format!("=\"{plain}\""),
        (false, true) => plain,
        (false, false) => format!("\"{plain}\""),
    }
}

/// The terms of a field that begin with a text, with how many documents have each.
fn beginning_with(
    searcher: &Searcher,
    field: Field,
    beginning: &str,
    most: usize,
) -> Result<HashMap<String, u32>> {
    let mut found: HashMap<String, u32> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let terms = index.terms().range().ge(beginning.as_bytes());
        let mut terms = terms.into_stream().map_err(TantivyError::from)?;
        let mut seen = 0;
        while seen < most && terms.advance() && terms.key().starts_with(beginning.as_bytes()) {
            seen += 1;
            if let Ok(term) = std::str::from_utf8(terms.key()) {
                *found.entry(term.to_owned()).or_default() += terms.value().doc_freq;
            }
        }
    }
    Ok(found)
}

/// The values with a word that begins like what was typed: those that begin so themselves first,
/// then the most frequent.
fn holding(values: impl Iterator<Item = (String, u32)>, typed: &str) -> Vec<(String, u32)> {
    let typed = folded(typed);
    let mut found: Vec<(bool, String, u32)> = values
        .filter_map(|(value, count)| {
            let plain = folded(&value);
            let begins = plain.starts_with(&typed);
            let holds = begins || words(&plain).any(|word| plain[word.start..].starts_with(&typed));
            holds.then_some((!begins, value, count))
        })
        .collect();
    found.sort_unstable_by(|a, b| (a.0, b.2, &a.1).cmp(&(b.0, a.2, &b.1)));
    found
        .into_iter()
        .map(|(_, value, count)| (value, count))
        .collect()
}

fn fixed(values: &[&str], typed: &str) -> Vec<(String, u32)> {
    let values = values
        .iter()
        .filter(|value| value.starts_with(&typed.to_lowercase()));
    values.map(|value| ((*value).to_owned(), 0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_the_caret_is_completed() {
        let typed = |query: &str| {
            let caret = query.find('|').unwrap();
            let query = query.replace('|', "");
            Token::at(&query, caret)
                .map(|token| (token.typed.to_owned(), query[token.range].to_owned()))
        };
        let both = |typed: &str, whole: &str| Some((typed.to_owned(), whole.to_owned()));
        assert_eq!(typed("gas tra| pipe"), both("tra", "tra"));
        assert_eq!(typed("gas tr|ansit"), both("tr", "transit"));
        assert_eq!(typed("-(pub|"), both("pub", "pub"));
        assert_eq!(
            typed("-speaker:\"Ana K|"),
            both("speaker:\"Ana K", "speaker:\"Ana K")
        );
        assert_eq!(typed("gas |"), None);
        assert_eq!(typed("|"), None);
        assert_eq!(typed("\"gas tra|"), None);
    }

    #[test]
    fn values_are_written_so_that_they_are_read_as_such() {
        assert_eq!(written("Ana Kolar", true), "=\"Ana Kolar\"");
        assert_eq!(written("energy/gas", false), "\"energy/gas\"");
        assert_eq!(written("en", false), "en");
    }

    #[test]
    fn values_that_begin_like_it_come_first() {
        let values = [("Ana Kolar", 2), ("Kolar Institute", 1), ("Board", 9)];
        let values = values.map(|(name, count)| (name.to_owned(), count));
        let found = holding(values.into_iter(), "kol");
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Kolar Institute", "Ana Kolar"]);
    }
}
