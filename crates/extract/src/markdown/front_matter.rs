//! The fields before a Markdown text.
//!
//! This reads the flat part of YAML that front matter uses, line by line, and not YAML: writers put
//! colons and quotation marks into titles that a YAML parser must refuse, and then every field of
//! the file would be lost instead of one.

/// The fields of a front matter, keys in lower case, in the order written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    fields: Vec<(String, Vec<String>)>,
}

impl FrontMatter {
    /// Takes the front matter off a text.
    pub(super) fn split(text: &str) -> (Self, &str) {
        let text = text.trim_start_matches('\u{feff}');
        let lead = text.len() - text.trim_start().len();
        for (mark, separator) in [("---", ':'), ("+++", '=')] {
            let Some(rest) = text[lead..].strip_prefix(mark) else {
                continue;
            };
            let Some((first, rest)) = rest.split_once('\n') else {
                continue;
            };
            if !first.trim().is_empty() {
                continue;
            }
            let mut at = 0;
            for line in rest.split_inclusive('\n') {
                let is_end = line.trim_end() == mark || (mark == "---" && line.trim_end() == "...");
                if is_end {
                    let fields = Self::parse(&rest[..at], separator);
                    // A rule across the page looks the same, but no field follows it.
                    let is_front_matter = !fields.fields.is_empty() || rest[..at].trim().is_empty();
                    let body = &rest[at + line.len()..];
                    return if is_front_matter {
                        (fields, body)
                    } else {
                        (Self::default(), text)
                    };
                }
                at += line.len();
            }
        }
        (Self::default(), text)
    }

    /// The first value of the first key that the front matter has.
    pub(super) fn text(&self, keys: &[&str]) -> Option<&str> {
        self.list(keys).first().copied()
    }

    /// All values of the first key that the front matter has with a value.
    pub(super) fn list(&self, keys: &[&str]) -> Vec<&str> {
        let of_key = |key: &&str| {
            self.fields
                .iter()
                .find(|(name, values)| name == key && !values.is_empty())
        };
        let values = keys
            .iter()
            .find_map(of_key)
            .map(|(_, values)| values.as_slice());
        values
            .unwrap_or_default()
            .iter()
            .map(String::as_str)
            .collect()
    }

    fn parse(text: &str, separator: char) -> Self {
        let mut fields: Vec<(String, Vec<String>)> = Vec::new();
        let mut folded: Option<Vec<&str>> = None;
        for line in text.lines() {
            let is_nested = line.starts_with([' ', '\t']) || line.starts_with("- ");
            if !is_nested {
                finish_folded(&mut fields, &mut folded);
            }
            let trimmed = line.trim();
            if let Some(lines) = &mut folded {
                lines.push(trimmed);
                continue;
            }
            if trimmed.is_empty()
                || trimmed.starts_with('#')
                || trimmed.starts_with('[') && !is_nested
            {
                continue;
            }
            if is_nested {
                nested(&mut fields, trimmed);
            } else if let Some((key, value)) = trimmed.split_once(separator) {
                let value = value.trim();
                let key = key.trim().trim_matches(['"', '\'']).to_lowercase();
                if matches!(value, ">" | "|" | ">-" | "|-" | ">+" | "|+") {
                    folded = Some(Vec::new());
                    fields.push((key, Vec::new()));
                } else {
                    fields.push((key, values(value)));
                }
            }
        }
        finish_folded(&mut fields, &mut folded);
        Self { fields }
    }
}

fn finish_folded(fields: &mut [(String, Vec<String>)], folded: &mut Option<Vec<&str>>) {
    if let (Some(lines), Some((_, values))) = (folded.take(), fields.last_mut()) {
        values.extend(Some(lines.join(" ").trim().to_owned()).filter(|value| !value.is_empty()));
    }
}

/// An entry of a list under a key, or the name inside an entry that has fields of its own.
fn nested(fields: &mut [(String, Vec<String>)], line: &str) {
    let Some((_, values)) = fields.last_mut() else {
        return;
    };
    let (is_entry, line) = match line.strip_prefix("- ") {
        Some(rest) => (true, rest.trim()),
        None => (false, line),
    };
    let field = line
        .split_once(':')
        .filter(|(key, _)| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
    match field {
        Some(("name" | "title" | "value", name)) => values.extend(scalar(name)),
        Some((_, _)) if !line.starts_with(['"', '\'']) && line.contains(": ") => {}
        _ if is_entry => values.extend(scalar(line)),
        // The continuation of a value that was wrapped.
        _ => {
            if let Some(last) = values.last_mut() {
                last.push(' ');
                last.push_str(&unquoted(line));
            }
        }
    }
}

/// The values of a line: one scalar, or a list in brackets.
fn values(value: &str) -> Vec<String> {
    let Some(list) = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return scalar(value).into_iter().collect();
    };
    let mut values = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for (at, c) in list.char_indices().chain([(list.len(), ',')]) {
        match (quote, c) {
            (None, '"' | '\'') if list[start..at].trim().is_empty() => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, ',') => {
                values.extend(scalar(&list[start..at]));
                start = at + 1;
            }
            (Some(_), ',') if at == list.len() => values.extend(scalar(&list[start..])),
            _ => {}
        }
    }
    values
}

fn scalar(value: &str) -> Option<String> {
    let value = value.trim();
    let is_quoted = value.starts_with(['"', '\'']);
    // A comment begins after a space, never inside a quoted value.
    let value = if is_quoted {
        value
    } else {
        value.split(" #").next().unwrap_or(value).trim()
    };
    let is_null = matches!(value, "" | "~" | "null" | "Null" | "NULL");
    (!is_null)
        .then(|| unquoted(value))
        .filter(|value| !value.is_empty())
}

/// A value without its quotation marks and with its escapes read.
fn unquoted(value: &str) -> String {
    let inner = |mark: char| {
        value
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
    };
    if let Some(inner) = inner('\'').filter(|_| value.len() > 1) {
        return inner.replace("''", "'");
    }
    let Some(inner) = inner('"').filter(|_| value.len() > 1) else {
        return value.to_owned();
    };
    let mut text = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 't') => text.push(' '),
                Some('u') => {
                    let digits: String = chars.by_ref().take(4).collect();
                    text.extend(
                        u32::from_str_radix(&digits, 16)
                            .ok()
                            .and_then(char::from_u32),
                    );
                }
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_writers_write_them() {
        let text = "---\n\
            title: Water: a schedule, not a favour # draft\n\
            authors:\n  - \"Ana Kel\"\n  - name: Ben Ortay\n    email: ben@basin.example\n\
            tags: [water, \"treaty, 2022\", gas]\n\
            quoted: \"She said \\\"no\\\" \\u2013 twice\"\n\
            single: 'the commission''s map'\n\
            summary: >-\n  Two lines\n  of it.\n\
            empty:\nnothing: null\n---\nBody\n";
        let (front, body) = FrontMatter::split(text);
        assert_eq!(body, "Body\n");
        for (key, values) in [
            ("title", &["Water: a schedule, not a favour"][..]),
            ("authors", &["Ana Kel", "Ben Ortay"]),
            ("tags", &["water", "treaty, 2022", "gas"]),
            ("quoted", &["She said \"no\" – twice"]),
            ("single", &["the commission's map"]),
            ("summary", &["Two lines of it."]),
            ("empty", &[]),
            ("nothing", &[]),
        ] {
            assert_eq!(front.list(&[key]), values, "{key}");
        }
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in [
            "---\n\nText between rules.\n\n---\nMore.",
            "--- no",
            "---\ntitle: never closed",
        ] {
            assert_eq!(FrontMatter::split(text), (FrontMatter::default(), text));
        }
    }
}
