//! Reads and checks rule suites: Markdown files in `tests/suites` that explain a behaviour in prose
//! and show it by examples.
//!
//! An example is a fenced block `text`, after which a fenced block `expect` lists what is to be
//! found in it, one finding a line, in order, the parts separated by ` | `. An `expect` block
//! without lines says that nothing is found. Words after `text` on the fence are `name=value`
//! settings of the example (`lang=de`, `published=2023-05-30`).

use std::fs;
use std::path::Path;

/// One example of a suite.
#[derive(Debug, Default)]
pub(crate) struct Example {
    /// The heading that it stands under.
    pub(crate) heading: String,
    /// The line of its `text` fence, counted from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The lines expected.
    pub(crate) expected: Vec<String>,
    settings: Vec<(String, String)>,
}

impl Example {
    /// The value of a setting of the example.
    pub(crate) fn setting(&self, name: &str) -> Option<&str> {
        self.settings
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Checks every example of `tests/suites/<file>` with `find`, which gives the lines found.
pub(crate) fn check_suite(file: &str, find: impl Fn(&Example) -> Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/suites")
        .join(file);
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let examples = examples(&source);
    assert!(!examples.is_empty(), "{file} has no example");
    let mut failures = Vec::new();
    for example in &examples {
        let found = find(example);
        if found != example.expected {
            failures.push(format!(
                "{file}:{} ({})\n  {}\n  expected:\n    {}\n  found:\n    {}",
                example.line,
                example.heading,
                example.text.replace('\n', "\n  "),
                example.expected.join("\n    "),
                found.join("\n    "),
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} examples fail:\n\n{}",
        failures.len(),
        examples.len(),
        failures.join("\n\n")
    );
}

/// The examples of a suite's source, in order.
fn examples(source: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut heading = String::new();
    let mut open: Option<Example> = None;
    let mut lines = source.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some(title) = line.strip_prefix('#') {
            heading = title.trim_start_matches('#').trim().to_owned();
        }
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let body: Vec<&str> = lines
            .by_ref()
            .map(|(_, l)| l)
            .take_while(|l| *l != "```")
            .collect();
        let mut words = info.split_whitespace();
        match words.next() {
            Some("text") => {
                assert!(
                    open.is_none(),
                    "line {}: a text without an expect block before it",
                    at + 1
                );
                let settings = words
                    .filter_map(|w| w.split_once('='))
                    .map(|(n, v)| (n.to_owned(), v.to_owned()));
                open = Some(Example {
                    heading: heading.clone(),
                    line: at + 1,
                    text: body.join("\n"),
                    settings: settings.collect(),
                    ..Example::default()
                });
            }
            Some("expect") => {
                let mut example = open
                    .take()
                    .unwrap_or_else(|| panic!("line {}: nothing to expect of", at + 1));
                example.expected = body
                    .iter()
                    .filter(|l| !l.trim().is_empty())
                    .map(|l| (*l).to_owned())
                    .collect();
                found.push(example);
            }
            other => panic!(
                "line {}: a block is `text` or `expect`, not {other:?}",
                at + 1
            ),
        }
    }
    assert!(open.is_none(), "the last text has no expect block");
    found
}

#[test]
fn a_suite_is_read_into_examples() {
    let source = "# Title\nProse.\n```text lang=de\nEins.\nZwei.\n```\n```expect\na | b\n```\n";
    let examples = examples(source);
    let [example] = examples.as_slice() else {
        panic!("one example, not {examples:?}")
    };
    assert_eq!(
        (
            example.heading.as_str(),
            example.line,
            example.text.as_str()
        ),
        ("Title", 3, "Eins.\nZwei.")
    );
    assert_eq!(
        (example.setting("lang"), example.setting("published")),
        (Some("de"), None)
    );
    assert_eq!(example.expected, ["a | b"]);
}
