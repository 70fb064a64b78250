//! From what a person typed to a tree.

use super::{
    Clause, ClauseKind, FieldName, Node, Parsed,
    value::{distance, field_node, fuzzy},
};

/// How deep parentheses may be nested: deeper ones are read as if they were not there.
const MAX_DEPTH: usize = 32;
/// How many clauses are read; those after it are left out, and the notice says so.
const MAX_CLAUSES: usize = 1_000;

/// The marks that begin a phrase.
const OPENING: &str = "\"“«„";

/// How many words and phrases a chain of `NEAR` has at most.
const MAX_NEAR_PARTS: usize = 24;

/// What stands before a `NEAR`, if one follows.
enum Operand {
    Word,
    Phrase,
}

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
    let root = join(parts, Node::All);
    if root.is_none() && !query.trim().is_empty() {
        parser.note("There is nothing in this to search for: every document is shown.");
    }
    Parsed {
        root,
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
                && self.rest()[1..].starts_with(|c: char| {
                    c.is_alphanumeric() || OPENING.contains(c) || "(=".contains(c)
                });
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
            return self.phrase(words, start, is_negated);
        }
        if let Some(node) = self.field(start, is_negated) {
            return Some(node);
        }
        self.word_clause(start, is_negated)
    }

    /// A phrase; with `~5` behind it, its words near each other.
    fn phrase(&mut self, words: String, start: usize, is_negated: bool) -> Option<Node> {
        let is_near = self.rest().starts_with('~');
        let digits = if is_near { self.word() } else { String::new() };
        if words.trim().is_empty() {
            return None;
        }
        if !is_near {
            return Some(self.maybe_near(Operand::Phrase, words, start, is_negated));
        }
        let (within, notice) = distance(digits.trim_start_matches('~'));
        self.note_all(notice);
        let value = self.query[start..self.at]
            .trim_start_matches('-')
            .to_owned();
        self.chip(ClauseKind::Near, &value, is_negated, start);
        let parts = words.split_whitespace().map(str::to_owned).collect();
        Some(Node::Near(parts, within))
    }

    /// A word, and what its marks say of it.
    fn word_clause(&mut self, start: usize, is_negated: bool) -> Option<Node> {
        if let Some(exact) = self.exact(start, is_negated) {
            return Some(exact);
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
        if let Some(((text, letters), notice)) = fuzzy(&word) {
            self.note_all(notice);
            self.chip(ClauseKind::Fuzzy, &word, is_negated, start);
            return Some(Node::Fuzzy(text.to_owned(), letters));
        }
        Some(self.maybe_near(Operand::Word, word, start, is_negated))
    }

    /// `=word`: the word as it is written.
    fn exact(&mut self, start: usize, is_negated: bool) -> Option<Node> {
        let after = self.rest().strip_prefix('=')?;
        if !after.starts_with(|c: char| c.is_alphanumeric() || OPENING.contains(c)) {
            return None;
        }
        self.at += 1;
        // Quotation marks say the same already: a phrase is never anything but its words.
        let word = self.quoted().unwrap_or_else(|| self.word());
        self.chip(ClauseKind::Exact, &word, is_negated, start);
        Some(Node::Exact(word))
    }

    /// What was just read, with what stands near it where `NEAR` follows.
    fn maybe_near(
        &mut self,
        operand: Operand,
        text: String,
        start: usize,
        is_negated: bool,
    ) -> Node {
        let mut parts = vec![text];
        let mut widest = 0;
        while let Some(within) = self.near_operator() {
            self.skip_space();
            let Some(next) = self.near_operand() else {
                self.note("NEAR needs a word or a phrase on either side; it was left out.");
                break;
            };
            if parts.len() >= MAX_NEAR_PARTS {
                self.note("The chain of NEAR is too long: only its beginning counts.");
                continue;
            }
            widest = widest.max(within);
            parts.push(next);
        }
        if parts.len() > 1 {
            let value = self.query[start..self.at]
                .trim_start_matches('-')
                .to_owned();
            self.chip(ClauseKind::Near, &value, is_negated, start);
            return Node::Near(parts, widest);
        }
        let text = parts.swap_remove(0);
        match operand {
            Operand::Word => {
                self.chip(ClauseKind::Word, &text, is_negated, start);
                Node::Word(text)
            }
            Operand::Phrase => {
                self.chip(ClauseKind::Phrase, &text, is_negated, start);
                Node::Phrase(text)
            }
        }
    }

    /// `NEAR` or `NEAR/5`, in capitals and by itself.
    fn near_operator(&mut self) -> Option<u32> {
        let rest = self.rest().trim_start();
        let after = rest.strip_prefix("NEAR")?;
        let digits = after.strip_prefix('/').unwrap_or_default();
        let length = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let digits = &digits[..length];
        let after = if digits.is_empty() {
            after
        } else {
            &after[1 + length..]
        };
        if !after.is_empty()
            && !after.starts_with(|c: char| c.is_whitespace() || OPENING.contains(c))
        {
            return None;
        }
        let (within, notice) = distance(digits);
        self.at = self.query.len() - after.len();
        self.note_all(notice);
        Some(within)
    }

    /// A word or a phrase that something is to be near to; operators and parentheses are none.
    fn near_operand(&mut self) -> Option<String> {
        let rest = self.rest();
        let is_operator = ["OR", "AND", "NOT", "|", "&"]
            .iter()
            .any(|operator| rest.split_whitespace().next() == Some(operator));
        if is_operator || rest.starts_with(['(', ')', '-', '=']) {
            return None;
        }
        let text = self.quoted().unwrap_or_else(|| self.word());
        text.chars().any(char::is_alphanumeric).then_some(text)
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
        let is_whole = field.has_whole_values() && self.take('=');
        let value = self.quoted().unwrap_or_else(|| self.word());
        match field_node(field, &value) {
            Ok(node) => {
                self.chip(ClauseKind::Field(field), value.trim(), is_negated, start);
                if let (true, Some(chip)) = (is_whole && self.depth == 0, self.clauses.last_mut()) {
                    chip.is_whole = true;
                }
                Some(if is_whole { node.whole() } else { node })
            }
            Err(notice) => {
                // While somebody types, the last field has no value yet.
                if !(value.trim().is_empty() && self.rest().trim().is_empty()) {
                    self.note(&notice);
                }
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
                is_whole: false,
                is_negated,
                range,
            });
        }
    }

    fn note(&mut self, notice: &str) {
        self.note_all(Some(notice.to_owned()));
    }

    /// The first thing that was taken in another way is the one that is said.
    fn note_all(&mut self, notice: Option<String>) {
        if self.notice.is_none() {
            self.notice = notice;
        }
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
