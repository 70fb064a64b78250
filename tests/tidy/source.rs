//! Rules for the text of source files.

use regex::Regex;

use crate::tree::{SourceFile, sources};

const LONGEST: usize = 600;

/// The places where something stands that must not, as `path:line: what`.
fn places(file: &SourceFile, forbidden: &Regex) -> Vec<String> {
    let lines = file.text.lines().zip(1..);
    let found = lines.filter_map(|(line, number)| Some((forbidden.find(line)?.as_str(), number)));
    found
        .map(|(what, number)| format!("{}:{number}: {what}", file.path))
        .collect()
}

fn check(rule: &str, is_meant: impl Fn(&SourceFile) -> bool, pattern: &str) {
    let forbidden = Regex::new(pattern).unwrap();
    let meant: Vec<_> = sources().into_iter().filter(is_meant).collect();
    assert!(!meant.is_empty(), "the rule “{rule}” looks at no file");
    let found: Vec<_> = meant
        .iter()
        .flat_map(|file| places(file, &forbidden))
        .collect();
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn no_source_file_is_longer_than_six_hundred_lines() {
    let code = ["rs", "ts", "js", "mjs", "svelte", "css", "sh"];
    let files = sources()
        .into_iter()
        .filter(|file| file.has_extension(&code));
    let lengths = files.map(|file| (file.text.lines().count(), file.path));
    let long: Vec<_> = lengths.filter(|(lines, _)| *lines > LONGEST).collect();
    assert!(
        long.is_empty(),
        "divide these by what they are about: {long:?}"
    );
}

#[test]
fn only_one_file_of_the_front_end_knows_the_shell() {
    check(
        "Only ui/src/api/tauri.ts talks to the shell; use the transport or the platform.",
        |file| file.path.starts_with("ui/src/") && file.path != "ui/src/api/tauri.ts",
        r#"['"]@tauri-apps/"#,
    );
}

#[test]
fn no_html_of_a_document_is_put_into_the_window() {
    check(
        "Draw documents from their blocks: HTML put into the window runs what is in it.",
        |file| file.path.starts_with("ui/src/") && !file.path.ends_with(".test.ts"),
        r"\{@html|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML",
    );
}

#[test]
fn colours_are_written_in_the_tokens_only() {
    check(
        "Write a colour once, in ui/src/styles/tokens.css, and use its name.",
        |file| {
            file.path.starts_with("ui/src/")
                && file.path != "ui/src/styles/tokens.css"
                && file.has_extension(&["css", "svelte"])
        },
        r"(?i):[^;{]*(#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\()",
    );
}

#[test]
fn no_style_is_written_into_an_element() {
    check(
        "The window's policy refuses style attributes; use a class, or Svelte's style: directive.",
        |file| file.path.starts_with("ui/") && file.has_extension(&["svelte", "html"]),
        r#"\sstyle="#,
    );
}

#[test]
fn nothing_is_left_unfinished() {
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("HA", "CK"),
    ];
    // Alone in quotation marks it is a value of TIMEX3: a decade that is not known.
    let marks = concat!(r"\bXX", "X[: ]");
    let calls = [
        concat!("to", "do!"),
        concat!("unimple", "mented!"),
        concat!("#[ign", "ore"),
    ];
    let calls = calls.map(regex::escape);
    let tests = [r"\b(it|test|describe)\.(skip|only|todo)\("];
    let pattern = format!(
        r"\b({})\b|{marks}|{}|{}",
        words.join("|"),
        calls.join("|"),
        tests.join("|")
    );
    let code = [
        "rs", "ts", "mjs", "js", "svelte", "css", "sh", "toml", "yml",
    ];
    check(
        "Finish it, or leave it out.",
        |file| file.has_extension(&code),
        &pattern,
    );
}

#[test]
fn no_path_or_host_of_one_machine_is_written_down() {
    let folders = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/[a-z]+/\\."),
    ];
    let hosts = [
        concat!("registry\\.npm", "js"),
        concat!("static\\.crates", "\\.io"),
    ];
    let pattern = [&folders[..], &hosts[..]].concat().join("|");
    check("It means nothing on another machine.", |_| true, &pattern);
}

#[test]
fn texts_end_with_a_line_end_and_have_no_trailing_blanks() {
    let code = [
        "rs", "ts", "mjs", "js", "svelte", "css", "sh", "toml", "yml",
    ];
    let files: Vec<_> = sources()
        .into_iter()
        .filter(|file| file.has_extension(&code))
        .collect();
    let is_untidy = |file: &&SourceFile| {
        let ends = file.text.is_empty() || file.text.ends_with('\n');
        !ends || file.text.lines().any(|line| line.ends_with([' ', '\t']))
    };
    let untidy: Vec<_> = files
        .iter()
        .filter(is_untidy)
        .map(|file| &file.path)
        .collect();
    assert!(untidy.is_empty(), "{untidy:?}");
}
