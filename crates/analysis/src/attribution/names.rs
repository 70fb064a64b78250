//! Finds runs of capitalised words and reads them as names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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
        if !starts_name(text, tokens, at) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < tokens.len() && !tokens[at - 1].is_genitive && !has_gap(text, tokens, at) {
            let token = tokens[at];
            let is_particle =
                is_particle(text, token) && tokens.get(at + 1).is_some_and(|t| t.is_name());
            if !token.is_name() && !is_particle || is_turkish_place(text, token) {
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

/// A Turkish name of a place with its ending: “Tarn’da”, “Tarsen’den”.
fn is_turkish_place(text: &str, token: Token) -> bool {
    const ENDINGS: [&str; 8] = ["da", "de", "ta", "te", "dan", "den", "tan", "ten"];
    let word = token.text(text);
    word.rsplit_once(['’', '\''])
        .is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// “Tarn-born”, “Westmark-based”: an adjective before a name.
fn is_compound_adjective(text: &str, token: Token) -> bool {
    const ENDINGS: [&str; 9] = [
        "-born",
        "-based",
        "-led",
        "-backed",
        "-educated",
        "-trained",
        "-speaking",
        "-owned",
        "-style",
    ];
    ENDINGS.iter().any(|e| token.text(text).ends_with(e))
}

fn starts_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    let begins = at == 0 || tokens[at - 1].is_stop() || tokens[at - 1].kind != Kind::Word;
    // “Trusting Orla Finch, the board …”: a participle that begins the sentence.
    let is_participle = begins
        && token.text(text).len() > 5
        && token.text(text).ends_with("ing")
        && tokens.get(at + 1).is_some_and(|t| t.is_name());
    let is_verb = begins
        && token.is(Flags::ADVERB.or(Flags::CUE).or(Flags::VERB))
        && !token.is(Flags::MALE.or(Flags::FEMALE));
    let is_other = is_participle || is_verb || is_compound_adjective(text, token);
    token.is_name() && !is_other
}

/// Whether more than a space separates the token from the one before it.
fn has_gap(text: &str, tokens: &[Token], at: usize) -> bool {
    let between = &text[tokens[at - 1].range.end as usize..tokens[at].range.start as usize];
    between.contains('\n')
}

/// The words of a run without titles, and what stands before them, on its left.
pub(super) fn strip_titles(run: &[Token]) -> &[Token] {
    if run.last().is_some_and(|t| t.is(Flags::BODY)) {
        // “Foreign Ministry”: what looks like a title belongs to the body.
        return run;
    }
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

/// A name as it is compared: in lower case and without accents, which writers drop and add.
pub(super) fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let plain = |c: char| match c {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        c => c,
    };
    // The breve and the dots over Cyrillic letters make other letters: й is no и with an accent.
    let is_latin_mark = |previous: char, c: char| {
        is_combining_mark(c) && (!is_cyrillic(previous) || previous == 'е')
    };
    let mut found = String::with_capacity(name.len());
    let mut previous = ' ';
    for c in name.to_lowercase().nfd() {
        if !is_latin_mark(previous, c) {
            found.push(plain(c));
        }
        if !is_combining_mark(c) {
            previous = c;
        }
    }
    found.nfc().collect()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{04FF}')
}

/// Whether a capitalised word is a noun for several people rather than a name: “Critics said”,
/// “Americans say”.
pub(super) fn is_group(word: &str) -> bool {
    const GROUPS: [&str; 46] = [
        "activists",
        "advocates",
        "aides",
        "allies",
        "analysts",
        "attorneys",
        "audiences",
        "authorities",
        "backers",
        "campaigners",
        "conservatives",
        "critics",
        "delegates",
        "democrats",
        "diplomats",
        "donors",
        "economists",
        "executives",
        "experts",
        "historians",
        "investigators",
        "investors",
        "journalists",
        "lawmakers",
        "lawyers",
        "leaders",
        "liberals",
        "many",
        "members",
        "observers",
        "officials",
        "opponents",
        "organizers",
        "others",
        "participants",
        "people",
        "police",
        "protesters",
        "reporters",
        "republicans",
        "researchers",
        "residents",
        "scientists",
        "senators",
        "some",
        "sources",
    ];
    const MORE: [&str; 24] = [
        "associates",
        "citizens",
        "demonstrators",
        "employees",
        "families",
        "farmers",
        "latinos",
        "millennials",
        "mourners",
        "parents",
        "victims",
        "women",
        "spokesmen",
        "strategists",
        "supporters",
        "students",
        "teachers",
        "voters",
        "witnesses",
        "workers",
        "readers",
        "scholars",
        "several",
        "most",
    ];
    let word = word.to_lowercase();
    GROUPS.contains(&word.as_str())
        || MORE.contains(&word.as_str())
        || ["ians", "icans", "crats", "ists", "eans"]
            .iter()
            .any(|e| word.len() > 6 && word.ends_with(e))
}

pub(super) fn surname_of(name: &str) -> String {
    let last = name
        .split(' ')
        .rev()
        .find(|w| !matches!(*w, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III"));
    folded(last.unwrap_or(name))
}

pub(super) fn given_of(name: &str) -> String {
    folded(name.split(' ').next().unwrap_or(name))
}

/// The gender that a given name tells, else the ending of a Slavonic surname.
pub(super) fn gender_of_name(text: &str, words: &[Token]) -> Option<Gender> {
    gender_of(&words[..1]).or_else(|| {
        let surname = folded(words.last().filter(|_| words.len() > 1)?.text(text));
        let ends =
            |endings: &[&str]| surname.len() > 5 && endings.iter().any(|e| surname.ends_with(e));
        if ends(&[
            "ova", "eva", "skaya", "skaia", "ovna", "evna", "ова", "ева", "ская", "ына", "ина",
        ]) {
            Some(Gender::Female)
        } else if ends(&[
            "ov", "ev", "ovich", "evich", "ов", "ев", "ский", "ович", "евич",
        ]) {
            Some(Gender::Male)
        } else {
            None
        }
    })
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
