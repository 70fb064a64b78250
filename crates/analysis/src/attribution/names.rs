//! Finds runs of capitalised words and reads them as names.

use super::lexicon::Flags;
use super::token::{Kind, Token};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// A run of name tokens, as token indices: `titles` are the words before the name itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) name: usize,
    pub(super) end: usize,
}

pub(super) fn is_particle(text: &str, token: Token) -> bool {
    matches!(
        token.text(text),
        "de" | "van"
            | "von"
            | "bin"
            | "al"
            | "el"
            | "la"
            | "du"
            | "der"
            | "den"
            | "da"
            | "di"
            | "ben"
    )
}

pub(super) fn runs(text: &str, tokens: &[Token]) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !starts_name(tokens, at) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < tokens.len() && !tokens[at - 1].is_genitive && !has_gap(text, tokens, at) {
            let token = tokens[at];
            let is_particle =
                is_particle(text, token) && tokens.get(at + 1).is_some_and(|t| t.is_name());
            if !token.is_name() && !is_particle {
                break;
            }
            at += 1;
        }
        let skipped = tokens[start..at].len() - strip_titles(&tokens[start..at]).len();
        found.push(Run {
            start,
            name: start + skipped,
            end: at,
        });
    }
    found
}

fn starts_name(tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    let begins = at == 0 || tokens[at - 1].is_stop() || tokens[at - 1].kind != Kind::Word;
    token.is_name()
        && !(begins
            && token.is(Flags::ADVERB.or(Flags::CUE).or(Flags::VERB))
            && !token.is(Flags::MALE.or(Flags::FEMALE)))
}

/// Whether more than a space separates the token from the one before it.
fn has_gap(text: &str, tokens: &[Token], at: usize) -> bool {
    let between = &text[tokens[at - 1].range.end as usize..tokens[at].range.start as usize];
    between.contains('\n')
}

/// The words of a run without titles, and what stands before them, on its left.
pub(super) fn strip_titles(run: &[Token]) -> &[Token] {
    let last_title = run.iter().rposition(|t| {
        t.is(Flags::TITLE.or(Flags::OFFICE)) && !t.is(Flags::MALE.or(Flags::FEMALE))
            || t.is(Flags::TITLE) && !is_given(*t)
    });
    match last_title {
        Some(at) if at + 1 < run.len() => &run[at + 1..],
        _ => run,
    }
}

fn is_given(token: Token) -> bool {
    token.is(Flags::MALE.or(Flags::FEMALE)) && !token.is(Flags::TITLE)
}

pub(super) fn joined(text: &str, words: &[Token]) -> String {
    let mut name = String::new();
    for token in words {
        let mut word = token.text(text);
        if token.is_genitive {
            word = match word.strip_suffix(['\'', '’']) {
                Some(plural) => plural,
                None => word.trim_end_matches('s').trim_end_matches(['\'', '’']),
            };
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}

pub(super) fn surname_of(name: &str) -> String {
    let last = name
        .split(' ')
        .rev()
        .find(|w| !matches!(*w, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III"));
    last.unwrap_or(name).to_lowercase()
}

pub(super) fn given_of(name: &str) -> String {
    name.split(' ').next().unwrap_or(name).to_lowercase()
}

pub(super) fn gender_of_name(words: &[Token]) -> Option<Gender> {
    gender_of(&words[..1])
}

pub(super) fn gender_of(words: &[Token]) -> Option<Gender> {
    words
        .iter()
        .find_map(|t| match (t.is(Flags::MALE), t.is(Flags::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        })
}
