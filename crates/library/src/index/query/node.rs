//! A query as it was understood.

use std::ops::Range;

/// A field that a clause can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldName {
    Title,
    By,
    Publisher,
    Type,
    Lang,
    Tag,
    Note,
    Color,
    In,
    /// A person, organisation or place that the text names, in any spelling.
    Entity,
    /// Whose words are quoted.
    Speaker,
    /// Words within quotations.
    Said,
    After,
    Before,
    Date,
    /// Dates that the text states.
    When,
    Has,
    /// The number of a document: others that are about the same.
    Like,
}

impl FieldName {
    /// Every field with the names that it goes by; the first is its own.
    pub const NAMES: [(Self, &'static [&'static str]); 18] = [
        (Self::Title, &["title"]),
        (Self::By, &["by", "author", "creator"]),
        (Self::Publisher, &["publisher", "site", "source"]),
        (Self::Type, &["type", "kind"]),
        (Self::Lang, &["lang", "language"]),
        (Self::Tag, &["tag"]),
        (Self::Note, &["note"]),
        (Self::Color, &["color", "colour"]),
        (Self::In, &["in", "collection"]),
        (Self::Entity, &["entity", "name"]),
        (Self::Speaker, &["speaker"]),
        (Self::Said, &["said", "quote"]),
        (Self::After, &["after", "since"]),
        (Self::Before, &["before", "until"]),
        (Self::Date, &["date", "year"]),
        (Self::When, &["when"]),
        (Self::Has, &["has"]),
        (Self::Like, &["like"]),
    ];

    /// The field that goes by a name, in any case.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let found = Self::NAMES
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()));
        found.map(|(field, _)| *field)
    }

    /// Whether the field has values that can be asked for whole, after `=`.
    pub(crate) fn has_whole_values(self) -> bool {
        matches!(
            self,
            Self::By | Self::Publisher | Self::Tag | Self::Speaker | Self::Entity
        )
    }

    /// The field's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(field, _)| *field == self);
        found.map_or("", |(_, names)| names[0])
    }
}

/// A span of days; an end is open where it is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// First day.
    pub from: Option<chrono::NaiveDate>,
    /// First day after.
    pub to: Option<chrono::NaiveDate>,
}

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// A word, or what is written without a space, such as `north-south`: its words in a row.
    Word(String),
    /// A word as it is written: neither its stem nor its other spellings.
    Exact(String),
    Phrase(String),
    /// The beginning of a word.
    Prefix(String),
    /// Words that differ from this one by at most so many letters.
    Fuzzy(String, u8),
    /// Words and phrases, in any order, each at most so many words from the next.
    Near(Vec<String>, u32),
    /// Words or a whole value in a field.
    Field(FieldName, String),
    /// A whole value of a field.
    Value(FieldName, String),
    /// Published within these days.
    Published(Days),
    /// Stating a date within these days.
    Stated(Days),
}

impl Node {
    /// A clause of a field, its value taken whole.
    pub(super) fn whole(self) -> Self {
        match self {
            Self::Field(field, value) => Self::Value(field, value),
            other => other,
        }
    }
}

/// What kind of thing a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    Word,
    Exact,
    Phrase,
    Prefix,
    Fuzzy,
    Near,
    Field(FieldName),
    Group,
}

/// A clause at the top of the query, for a chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    pub kind: ClauseKind,
    /// The words or the value.
    pub value: String,
    /// Whether the value of the field is a whole one.
    pub is_whole: bool,
    pub is_negated: bool,
    /// Bytes of the query.
    pub range: Range<usize>,
}

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// `None` where the query says nothing: every document.
    pub root: Option<Node>,
    pub clauses: Vec<Clause>,
    /// A sentence where something was taken in another way than it was written.
    pub notice: Option<String>,
}
