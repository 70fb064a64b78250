//! Finds the narrator’s words inside of one pair of quotation marks or one turn of a dialogue:
//! «Мост, — сказал он, — закрыт», « Le pont, a-t-il dit, est fermé ».
//!
//! English closes its marks before such words; other languages keep them open.

use dossier_text::TextRange;

use super::language::Language;
use super::lexicon::{Foreign, foreign};
use super::marks::Quotation;

/// The most words that are put in.
const LONGEST: usize = 9;
/// The most letters that are put in.
const FARTHEST: usize = 120;
/// How many words into what is put in its verb may stand.
const VERB_WITHIN: usize = 3;

/// The parts of a quotation that are the speaker’s words, each as a quotation of its own.
pub(super) fn split(text: &str, quotation: Quotation, language: Language) -> Vec<Quotation> {
    let Some(words) = foreign(language) else {
        return vec![quotation];
    };
    let slice = quotation.inner.slice(text).unwrap_or_default();
    let base = quotation.inner.start as usize;
    let mut parts = Vec::new();
    let mut start = quotation.outer.start as usize;
    let mut from = 0;
    while let Some((open, close)) = next(slice, from, language, words) {
        push(text, start, base + open, quotation.is_closed, &mut parts);
        start = base + close;
        from = close;
    }
    if parts.is_empty() {
        return vec![quotation];
    }
    push(
        text,
        start,
        quotation.outer.end as usize,
        quotation.is_closed,
        &mut parts,
    );
    if parts.is_empty() {
        vec![quotation]
    } else {
        parts
    }
}

/// Where the next words of the narrator begin and end, at or after `from`.
fn next(slice: &str, from: usize, language: Language, words: &Foreign) -> Option<(usize, usize)> {
    let mut previous = slice[..from].chars().next_back().unwrap_or(' ');
    for (at, c) in slice[from..].char_indices() {
        let at = from + at;
        let after = at + c.len_utf8();
        let is_dash = matches!(c, '—' | '–' | '―');
        if is_dash
            && at > 0
            && (!previous.is_alphanumeric() || language == Language::Spanish)
            && let Some(close) = closing(&slice[after..], words, |c| matches!(c, '—' | '–' | '―'))
        {
            return Some((at, after + close));
        }
        let is_pause = matches!(c, ',' | '?' | '!' | '…');
        if is_pause
            && matches!(language, Language::French | Language::Turkish)
            && let Some(close) = closing(&slice[after..], words, |c| matches!(c, ',' | '.'))
        {
            return Some((after, after + close));
        }
        if !c.is_whitespace() {
            previous = c;
        }
    }
    None
}

/// Where what begins like “said the minister” ends, if `rest` does: behind the mark that `ends` it,
/// or at the end of the text.
fn closing(rest: &str, words: &Foreign, ends: impl Fn(char) -> bool) -> Option<usize> {
    let mut chars = rest.char_indices();
    let end = match chars.by_ref().take(FARTHEST).find(|(_, c)| ends(*c)) {
        Some((at, _)) => at,
        None if chars.next().is_none() => rest.len(),
        None => return None,
    };
    let between = rest[..end].trim();
    if !between.starts_with(char::is_lowercase) || between.contains(['?', '!', '«', '“', '"', ':'])
    {
        return None;
    }
    let put_in: Vec<&str> = between.split_whitespace().collect();
    let is_short = (1..=LONGEST).contains(&put_in.len());
    let has_verb = put_in.iter().take(VERB_WITHIN).any(|word| {
        let word = word.trim_end_matches([',', '.', ';']).to_lowercase();
        words.verbs.contains(without_pronoun(&word))
    });
    let mark = rest[end..].chars().next().map_or(0, char::len_utf8);
    (is_short && has_verb).then_some(end + mark)
}

/// A French verb without the pronoun that is joined to it: `explique-t-il` as `explique`.
pub(super) fn without_pronoun(word: &str) -> &str {
    const PRONOUNS: [&str; 12] = [
        "-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "-il", "-elle", "-on", "-ils", "-elles",
        "-je", "-ils",
    ];
    PRONOUNS
        .iter()
        .find_map(|pronoun| word.strip_suffix(pronoun))
        .unwrap_or(word)
}

fn push(text: &str, start: usize, end: usize, is_closed: bool, parts: &mut Vec<Quotation>) {
    let outer = TextRange::new(start, end).trimmed(text);
    let Some(slice) = outer.slice(text) else {
        return;
    };
    let is_mark = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '«' | '»' | '“' | '”' | '„' | '"' | '—' | '–' | '―' | '.' | ',' | ';' | ':'
            )
    };
    let lead = slice.len() - slice.trim_start_matches(is_mark).len();
    let tail = slice.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '„' | '"' | '—' | '–')
    });
    if lead >= tail.len() {
        return;
    }
    let from = outer.start as usize;
    let inner = TextRange::new(from + lead, from + tail.len()).trimmed(text);
    if inner
        .slice(text)
        .is_some_and(|s| s.contains(char::is_alphanumeric))
    {
        parts.push(Quotation {
            outer,
            inner,
            is_closed,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language, expected: &[&str]) {
        let all = TextRange::new(0, text.len());
        let quotation = Quotation {
            outer: all,
            inner: all,
            is_closed: true,
        };
        let found: Vec<_> = split(text, quotation, language)
            .iter()
            .map(|q| q.inner.slice(text).unwrap_or_default())
            .collect();
        assert_eq!(found, expected, "parts of {text:?}");
    }

    #[test]
    fn the_narrators_words_are_taken_out() {
        check(
            "Мост, — сказал Ветров, — закрыт",
            Language::Russian,
            &["Мост,", "закрыт"],
        );
        check(
            "Le pont, a dit Claire Aubin, est fermé.",
            Language::French,
            &["Le pont,", "est fermé."],
        );
        check(
            "El puente —dijo Clara— se cerrará",
            Language::Spanish,
            &["El puente", "se cerrará"],
        );
    }

    #[test]
    fn a_dash_of_the_speakers_own_divides_nothing() {
        for (text, language) in [
            ("Мост — наш, и он — закрыт", Language::Russian),
            ("Le pont, notre pont, est fermé", Language::French),
            ("The bridge — said nobody — is closed", Language::English),
        ] {
            check(text, language, &[text]);
        }
    }
}
