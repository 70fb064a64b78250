//! From what a person typed to a tree.

use std::ops::Range;

use dossier_text::{Interval, PartialDate};

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
    In,
    After,
    Before,
    Date,
    Has,
}

impl FieldName {
    /// Every field with the names that it goes by; the first is its own.
    pub const NAMES: [(Self, &'static [&'static str]); 12] = [
        (Self::Title, &["title"]),
        (Self::By, &["by", "author", "creator"]),
        (Self::Publisher, &["publisher", "site", "source"]),
        (Self::Type, &["type", "kind"]),
        (Self::Lang, &["lang", "language"]),
        (Self::Tag, &["tag"]),
        (Self::Note, &["note"]),
        (Self::In, &["in", "collection"]),
        (Self::After, &["after", "since"]),
        (Self::Before, &["before", "until"]),
        (Self::Date, &["date", "year"]),
        (Self::Has, &["has"]),
    ];

    fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let found = Self::NAMES
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()));
        found.map(|(field, _)| *field)
    }

    /// The field's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(field, _)| *field == self);
        found.map_or("", |(_, names)| names[0])
    }
}

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// A word, or what is written without a space, such as `north-south`: its words in a row.
    Word(String),
    Phrase(String),
    /// The beginning of a word.
    Prefix(String),
    /// Words or a whole value in a field.
    Field(FieldName, String),
    /// Published within these days. The ends are open where `None`.
    Published {
        from: Option<chrono::NaiveDate>,
        to: Option<chrono::NaiveDate>,
    },
}

/// What kind of thing a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    Word,
    Phrase,
    Prefix,
    Field(FieldName),
    Group,
}

/// A clause at the top of the query, for a chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    pub kind: ClauseKind,
    /// The words or the value.
    pub value: String,
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

/// How deep parentheses may be nested: deeper ones are read as if they were not there.
const MAX_DEPTH: usize = 32;
/// How many clauses are read; those after it are left out, and the notice says so.
const MAX_CLAUSES: usize = 1_000;

/// Reads a query; never fails.
#[must_use]
pub fn parse(query: &str) -> Parsed {
    let mut parser = Parser {
        query,
        at: 0,
        depth: 0,
        count: 0,
        clauses: Vec::new(),
        notice: None,
    };
    let mut parts = Vec::new();
    loop {
        parts.extend(parser.any());
        // A parenthesis that closes nothing is passed over.
        if !parser.take(')') {
            break;
        }
        parser.note("A “)” closes nothing and was left out.");
    }
    Parsed {
        root: join(parts, Node::All),
        clauses: parser.clauses,
        notice: parser.notice,
    }
}

struct Parser<'q> {
    query: &'q str,
    at: usize,
    depth: usize,
    count: usize,
    clauses: Vec<Clause>,
    notice: Option<String>,
}

impl Parser<'_> {
    /// Alternatives, up to a closing parenthesis or the end.
    fn any(&mut self) -> Option<Node> {
        let mut alternatives = Vec::new();
        let mut all = Vec::new();
        loop {
            self.skip_space();
            if self.rest().is_empty() || self.rest().starts_with(')') {
                break;
            }
            if self.take_operator("OR") || self.take_operator("|") {
                alternatives.extend(join(std::mem::take(&mut all), Node::All));
                continue;
            }
            if self.take_operator("AND") || self.take_operator("&") {
                continue;
            }
            all.extend(self.clause());
        }
        alternatives.extend(join(all, Node::All));
        join(alternatives, Node::Any)
    }

    /// One clause, with its negation.
    fn clause(&mut self) -> Option<Node> {
        let start = self.at;
        let mut is_negated = false;
        loop {
            let dash = self.rest().starts_with('-')
                && self.rest()[1..]
                    .starts_with(|c: char| c.is_alphanumeric() || "\"“«„(".contains(c));
            if dash {
                self.at += 1;
            } else if !self.take_operator("NOT") {
                break;
            }
            is_negated = !is_negated;
            self.skip_space();
        }
        let found = self.bare_clause(start, is_negated);
        found.map(|node| {
            if is_negated {
                Node::Not(Box::new(node))
            } else {
                node
            }
        })
    }

    fn bare_clause(&mut self, start: usize, is_negated: bool) -> Option<Node> {
        if self.count >= MAX_CLAUSES {
            self.note("The query has too many parts: only the first thousand count.");
            self.at = self.query.len();
            return None;
        }
        self.count += 1;
        if self.take('(') {
            return self.group(start, is_negated);
        }
        if let Some(words) = self.quoted() {
            let node = (!words.trim().is_empty()).then(|| Node::Phrase(words.clone()))?;
            self.chip(ClauseKind::Phrase, &words, is_negated, start);
            return Some(node);
        }
        if let Some(node) = self.field(start, is_negated) {
            return Some(node);
        }
        let word = self.word();
        if !word.chars().any(char::is_alphanumeric) {
            return None;
        }
        let beginning = word.trim_end_matches('*');
        if beginning.len() < word.len() && !beginning.is_empty() {
            self.chip(ClauseKind::Prefix, &word, is_negated, start);
            return Some(Node::Prefix(beginning.to_owned()));
        }
        self.chip(ClauseKind::Word, &word, is_negated, start);
        Some(Node::Word(word))
    }

    fn group(&mut self, start: usize, is_negated: bool) -> Option<Node> {
        if self.depth >= MAX_DEPTH {
            self.note("Parentheses are nested too deeply; the inner ones were left out.");
            return None;
        }
        self.depth += 1;
        let inner = self.any();
        self.depth -= 1;
        let end = self.at;
        if !self.take(')') {
            self.note("A parenthesis is not closed; it was taken to reach to the end.");
        }
        let opening = self.query[start..]
            .find('(')
            .map_or(start, |at| start + at + 1);
        let value = self.query[opening..end].trim().to_owned();
        self.chip(ClauseKind::Group, &value, is_negated, start);
        inner
    }

    /// `name:value`, where the name is that of a field and the value makes sense.
    fn field(&mut self, start: usize, is_negated: bool) -> Option<Node> {
        let rest = self.rest();
        let colon = rest.find(|c: char| !c.is_alphabetic())?;
        if !rest[colon..].starts_with(':') || colon == 0 {
            return None;
        }
        let name = rest[..colon].to_owned();
        let Some(field) = FieldName::of(&name) else {
            // “Paris: a city” and addresses are words like others.
            if rest[colon + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '"') {
                self.note(&format!(
                    "There is no field “{name}”; it was read as words."
                ));
            }
            return None;
        };
        let before = self.at;
        self.at += colon + 1;
        self.skip_space();
        let value = self.quoted().unwrap_or_else(|| self.word());
        match field_node(field, &value) {
            Ok(node) => {
                self.chip(ClauseKind::Field(field), value.trim(), is_negated, start);
                Some(node)
            }
            Err(notice) => {
                self.note(&notice);
                self.at = before;
                None
            }
        }
    }

    /// A quoted string in any of the usual pairs of marks.
    fn quoted(&mut self) -> Option<String> {
        let open = self.rest().chars().next()?;
        let close = match open {
            '"' => '"',
            '“' | '„' | '”' => '”',
            '«' => '»',
            _ => return None,
        };
        self.at += open.len_utf8();
        let rest = self.rest();
        let is_end = |c: char| c == close || (close == '”' && matches!(c, '“' | '"'));
        let Some(end) = rest.find(is_end) else {
            let words = rest.to_owned();
            self.at = self.query.len();
            // While somebody types, the last phrase is open: that is no mistake to speak of.
            return Some(words);
        };
        let words = rest[..end].to_owned();
        let mark = rest[end..].chars().next().map_or(0, char::len_utf8);
        self.at += end + mark;
        Some(words)
    }

    /// Everything up to white space or a parenthesis.
    fn word(&mut self) -> String {
        let rest = self.rest();
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '(' || c == ')')
            .unwrap_or(rest.len());
        let end = if end == 0 {
            rest.chars().next().map_or(0, char::len_utf8)
        } else {
            end
        };
        let word = rest[..end].to_owned();
        self.at += end;
        word
    }

    fn chip(&mut self, kind: ClauseKind, value: &str, is_negated: bool, start: usize) {
        if self.depth == 0 {
            let range = start..self.at;
            self.clauses.push(Clause {
                kind,
                value: value.to_owned(),
                is_negated,
                range,
            });
        }
    }

    fn note(&mut self, notice: &str) {
        self.notice.get_or_insert_with(|| notice.to_owned());
    }

    fn rest(&self) -> &str {
        &self.query[self.at..]
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    /// An operator standing by itself, in capitals.
    fn take_operator(&mut self, operator: &str) -> bool {
        let Some(after) = self.rest().strip_prefix(operator) else {
            return false;
        };
        let found = after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || c == '(');
        if found {
            self.at += operator.len();
        }
        found
    }
}

fn join(mut nodes: Vec<Node>, make: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 | 1 => nodes.pop(),
        _ => Some(make(nodes)),
    }
}

/// What a field's value means, or a notice that it means nothing.
fn field_node(field: FieldName, value: &str) -> Result<Node, String> {
    let value = value.trim();
    let name = field.name();
    if value.is_empty() {
        return Err(format!("“{name}:” says nothing; it was read as a word."));
    }
    let date = |value: &str| {
        value.parse::<PartialDate>().map(PartialDate::interval).map_err(|_| {
            format!("“{value}” is no date of the form 2023, 2023-06 or 2023-06-02; it was read as words.")
        })
    };
    match field {
        FieldName::After => Ok(published(Some(date(value)?.start), None)),
        FieldName::Before => Ok(published(None, Some(date(value)?.start))),
        FieldName::Date => {
            let (from, to) = value.split_once("..").unwrap_or((value, value));
            let open = |part: &str, side: fn(Interval) -> chrono::NaiveDate| match part {
                "" => Ok(None),
                part => date(part).map(|interval| Some(side(interval))),
            };
            Ok(published(
                open(from, |interval| interval.start)?,
                open(to, |interval| interval.end)?,
            ))
        }
        FieldName::Has => match value.to_lowercase().as_str() {
            "annotations" | "annotation" | "notes" | "note" | "tags" | "tag" => {
                Ok(Node::Field(field, value.to_lowercase()))
            }
            _ => Err(format!("“has:{value}” is not known; it was read as words.")),
        },
        _ => Ok(Node::Field(field, value.to_owned())),
    }
}

fn published(from: Option<chrono::NaiveDate>, to: Option<chrono::NaiveDate>) -> Node {
    Node::Published { from, to }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(node: &Node) -> String {
        let list = |nodes: &[Node], by: &str| {
            format!("({})", nodes.iter().map(show).collect::<Vec<_>>().join(by))
        };
        match node {
            Node::All(nodes) => list(nodes, " & "),
            Node::Any(nodes) => list(nodes, " | "),
            Node::Not(node) => format!("!{}", show(node)),
            Node::Word(word) => word.clone(),
            Node::Phrase(words) => format!("\"{words}\""),
            Node::Prefix(word) => format!("{word}*"),
            Node::Field(field, value) => format!("{}={value}", field.name()),
            Node::Published { from, to } => {
                let day = |day: &Option<chrono::NaiveDate>| {
                    day.map(|d| d.to_string()).unwrap_or_default()
                };
                format!("[{}..{}]", day(from), day(to))
            }
        }
    }

    fn check(query: &str, expected: &str) {
        let parsed = parse(query);
        assert_eq!(
            parsed.root.as_ref().map(show).unwrap_or_default(),
            expected,
            "{query}"
        );
        assert_eq!(parsed.notice, None, "{query}");
    }

    fn check_notice(query: &str, expected: &str, notice: &str) {
        let parsed = parse(query);
        assert_eq!(
            parsed.root.as_ref().map(show).unwrap_or_default(),
            expected,
            "{query}"
        );
        let said = parsed.notice.expect("something was taken in another way");
        assert!(said.contains(notice), "{said}");
    }

    #[test]
    fn words_are_anded_and_and_binds_tighter_than_or() {
        check("", "");
        check("gas transit", "(gas & transit)");
        check("gas OR oil transit", "(gas | (oil & transit))");
        check("(gas OR oil) AND transit", "((gas | oil) & transit)");
        check("OR gas", "gas");
        check("or else", "(or & else)");
    }

    #[test]
    fn negation_is_a_dash_or_not() {
        check("gas -oil", "(gas & !oil)");
        check("NOT \"dry gas\" -(a OR b)", "(!\"dry gas\" & !(a | b))");
        check("north-south", "north-south");
        check("NOT NOT gas", "gas");
    }

    #[test]
    fn phrases_may_stand_in_any_marks_and_may_be_open() {
        check("“not one cubic metre”", "\"not one cubic metre\"");
        check("«газ»", "\"газ\"");
        check("\"open end", "\"open end\"");
        check("\"\" gas", "gas");
    }

    #[test]
    fn fields_go_by_their_names() {
        check(
            "by:Kerlan title:\"gas pact\"",
            "(by=Kerlan & title=gas pact)",
        );
        check(
            "author:\"Tobias Kerlan\" lang:ru",
            "(by=Tobias Kerlan & lang=ru)",
        );
        check("pipe* has:annotations", "(pipe* & has=annotations)");
    }

    #[test]
    fn dates_are_as_precise_as_they_are_written() {
        check("after:2021", "[2021-01-01..]");
        check("before:2021-03", "[..2021-03-01]");
        check("date:2021", "[2021-01-01..2022-01-01]");
        check("date:2021-03..2021-05", "[2021-03-01..2021-06-01]");
        check("date:..2021", "[..2022-01-01]");
    }

    #[test]
    fn what_makes_no_sense_is_read_as_words_and_said() {
        check_notice("after:soon gas", "(after:soon & gas)", "no date");
        check_notice("color:red", "color:red", "no field “color”");
        check_notice("(gas", "gas", "not closed");
        check_notice("gas) oil", "(gas & oil)", "closes nothing");
        check_notice("has:wings", "has:wings", "not known");
        check_notice("tag:", "tag:", "says nothing");
    }

    #[test]
    fn a_query_made_to_hurt_is_bounded() {
        let parsed = parse(&"(".repeat(10_000));
        assert!(parsed.notice.is_some());
        let parsed = parse(&"a ".repeat(10_000));
        assert!(parsed.notice.unwrap().contains("too many"));
    }

    #[test]
    fn every_clause_knows_where_it_stands() {
        let query = "gas -tag:\"energy/gas\" (a OR b)";
        let parsed = parse(query);
        let slices: Vec<&str> = parsed
            .clauses
            .iter()
            .map(|c| &query[c.range.clone()])
            .collect();
        assert_eq!(slices, ["gas", "-tag:\"energy/gas\"", "(a OR b)"]);
        assert_eq!(parsed.clauses[2].value, "a OR b");
        assert!(parsed.clauses[1].is_negated);
    }

    proptest! {
        #[test]
        fn parsing_never_fails(query in "(?s)[()\"“”«»a-zа-я0-9:*. ORNT-]{0,60}") {
            for clause in parse(&query).clauses {
                prop_assert!(query.get(clause.range).is_some());
            }
        }

        #[test]
        fn parsing_any_text_never_fails(query in "(?s).{0,80}") {
            prop_assert!(parse(&query).clauses.len() <= MAX_CLAUSES);
        }
    }
}
