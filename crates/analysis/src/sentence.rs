//! Divides text into paragraphs and sentences.
//!
//! A sentence ends after a full stop, a question or exclamation mark (of any script) or an
//! ellipsis, together with the closing marks that follow it, unless the stop belongs to an
//! abbreviation, an initial or a number, or the text goes on in lower case. Paragraphs end at blank
//! lines; a single line break ends one too, unless the text is wrapped at a fixed width.

use std::collections::HashSet;
use std::sync::LazyLock;

use dossier_text::TextRange;

/// A text whose longest line has more bytes than this is not wrapped at a fixed width.
const WIDEST_WRAPPED_LINE: usize = 130;
/// A line shorter than this is a heading or a list item rather than a wrapped line.
const NARROWEST_WRAPPED_LINE: usize = 45;

/// Words that end in a full stop without ending a sentence, in lower case and without the stop.
static ABBREVIATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj brig st jr sr rev \
     hon pres sec supt atty asst dept vs etc viz cf al eds ed vol vols no nos pp art ch fig figs inc \
     corp co ltd bros jan feb mar apr jun jul aug sept sep oct nov dec approx est mt ft ave blvd ala \
     ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla \
     ore pa penn tenn tex va vt wash wis wyo bzw usw ca evtl ggf hr fr inkl nr str vgl mme mlle mm \
     sra srta sres dra ud uds av doç yrd bkz vb г гг т тт руб тыс млн млрд ул им акад проф"
        .split_whitespace()
        .collect()
});

/// Abbreviations that also end sentences: the stop counts unless a number follows.
static NUMBER_ABBREVIATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "no nos art ch fig figs mar la mo ind ill co mass wash miss ore"
        .split(' ')
        .collect()
});

/// The sentences of `text` in order; none crosses a blank line, and white space between belongs to none.
#[must_use]
pub fn sentences(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        sentences_of(text, paragraph, &mut found);
    }
    found
}

/// The paragraphs of `text`, in order and without the white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<TextRange> {
    let wrapped = is_wrapped(text);
    let mut found = Vec::new();
    let (mut start, mut end, mut at) = (None, 0, 0);
    let mut close = |start: &mut Option<usize>, end: usize| {
        if let Some(from) = start.take() {
            found.push(TextRange::new(from, end).trimmed(text));
        }
    };
    for line in text.split_inclusive(['\n', '\u{2029}', '\u{000C}']) {
        if line.trim().is_empty() || !wrapped {
            close(&mut start, end);
        }
        if !line.trim().is_empty() {
            start.get_or_insert(at);
            end = at + line.len();
        }
        at += line.len();
    }
    close(&mut start, end);
    found
}

/// Whether the lines of `text` are broken at a fixed width, so that a line break means nothing.
fn is_wrapped(text: &str) -> bool {
    let (mut full, mut short, mut longest) = (0_u32, 0_u32, 0);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        longest = longest.max(line.len());
        if line.trim().is_empty() || lines.peek().is_none_or(|next| next.trim().is_empty()) {
            continue;
        }
        let ends = line
            .trim_end()
            .ends_with(['.', '!', '?', '"', '”', '»', ':']);
        if line.len() >= NARROWEST_WRAPPED_LINE && !ends {
            full += 1
        } else {
            short += 1
        }
    }
    longest <= WIDEST_WRAPPED_LINE && full > 2 * short
}

fn sentences_of(text: &str, paragraph: TextRange, found: &mut Vec<TextRange>) {
    let Some(slice) = paragraph.slice(text) else {
        return;
    };
    let base = paragraph.start as usize;
    let mut start = 0;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at < start || !is_terminator(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, c)) = chars.peek() {
            if !is_terminator(c) && !is_closing(c) {
                break;
            }
            end = next + c.len_utf8();
            chars.next();
        }
        if ends_sentence(slice, at, c, end) {
            push_trimmed(text, base + start, base + end, found);
            start = end;
        }
    }
    push_trimmed(text, base + start, base + slice.len(), found);
}

fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<TextRange>) {
    let range = TextRange::new(start, end).trimmed(text);
    if !range.is_empty() {
        found.push(range);
    }
}

fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '۔' | '؟' | '。' | '！' | '？' | '।' | '॥' | '։' | '‽'
    )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '”' | '“' | '’' | '\'' | '»' | '›' | ')' | ']' | '」' | '』'
    )
}

/// Whether the terminator `c` at byte `at`, whose closing marks end at `end`, ends a sentence.
fn ends_sentence(slice: &str, at: usize, c: char, end: usize) -> bool {
    let rest = &slice[end..];
    if matches!(c, '。' | '！' | '？') {
        return true;
    }
    let after = rest.trim_start();
    if after.is_empty() {
        return true;
    }
    if after.len() == rest.len() {
        return false;
    }
    let opening = |c: char| {
        matches!(
            c,
            '"' | '“' | '‘' | '\'' | '«' | '„' | '(' | '[' | '—' | '–' | '-'
        )
    };
    let mark = after.chars().next().filter(|&c| opening(c));
    let Some(next) = after.chars().find(|&c| !opening(c) && !c.is_whitespace()) else {
        return true;
    };
    if next.is_lowercase() && mark.is_none_or(|m| matches!(m, '—' | '–' | '-' | '(' | '[')) {
        return false;
    }
    if next.is_lowercase() && slice[at..end].chars().count() == 1 && c != '.' {
        return false;
    }
    if matches!(next, ',' | ';' | ':' | '.' | '?' | '!') {
        return false;
    }
    c != '.' || slice[..end].ends_with("..") || !is_abbreviation(&slice[..at], next)
}

/// Whether the full stop after `before` belongs to the last word of it, given what follows.
fn is_abbreviation(before: &str, next: char) -> bool {
    let from = before
        .char_indices()
        .rev()
        .find(|&(_, c)| !c.is_alphanumeric() && c != '.')
        .map_or(0, |(at, c)| at + c.len_utf8());
    let word = &before[from..];
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(only), None) if only.is_alphabetic() => {
            // A single letter: an initial, unless it is a pronoun or a variable at the end.
            return only.is_uppercase() && only != 'I' || !only.is_uppercase() && next.is_numeric();
        }
        (None, _) => return false,
        _ => {}
    }
    if word.contains('.') {
        return is_dotted(word, next);
    }
    if word.len() > 6 && word.is_ascii() {
        return false;
    }
    let lower = word.to_lowercase();
    if NUMBER_ABBREVIATIONS.contains(lower.as_str()) {
        let is_state =
            word.starts_with(char::is_uppercase) && !matches!(lower.as_str(), "no" | "nos");
        return next.is_numeric() || is_state && next == '(';
    }
    ABBREVIATIONS.contains(lower.as_str())
}

/// Whether a word with inner stops (`U.S`, `e.g`, `a.m`) goes on after its last stop.
fn is_dotted(word: &str, next: char) -> bool {
    let all_initials = word.split('.').all(|part| part.chars().count() <= 2);
    if !all_initials || word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // “at 5 p.m. The …” ends a sentence; “the U.S. Senate” does not, and is the commoner case.
    !matches!(word.to_ascii_lowercase().as_str(), "a.m" | "p.m") || next.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text)
            .iter()
            .map(|r| r.slice(text).unwrap())
            .collect();
        assert_eq!(found, expected, "sentences of {text:?}");
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        check(
            "One thing. Another thing! A third? Yes.",
            &["One thing.", "Another thing!", "A third?", "Yes."],
        );
    }

    #[test]
    fn abbreviations_initials_and_numbers_do_not() {
        for text in [
            "Mr. Orban Vale met Gen. Tessa Rook in the U.S. Senate.",
            "J. R. Halden paid 3.50 crowns, i.e. too much.",
            "See No. 7 and Fig. 3 for details.",
            "The firm of Dole, Marsh et al. Lost Papers was there.",
        ] {
            check(text, &[text]);
        }
    }

    #[test]
    fn the_same_word_can_be_an_abbreviation_or_the_end() {
        check(
            "He said no. Then he left.",
            &["He said no.", "Then he left."],
        );
        check(
            "They met at 5 p.m. The talks failed.",
            &["They met at 5 p.m.", "The talks failed."],
        );
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check(
            "“We agree.” The minister left. (So did we.) Fine.",
            &["“We agree.”", "The minister left.", "(So did we.)", "Fine."],
        );
    }

    #[test]
    fn an_ellipsis_before_lower_case_goes_on() {
        check(
            "We wait… and wait. It was long... Very long.",
            &["We wait… and wait.", "It was long...", "Very long."],
        );
    }

    #[test]
    fn stops_of_other_scripts_count() {
        check(
            "او رفت۔ چرا رفت؟ نمی‌دانم.",
            &["او رفت۔", "چرا رفت؟", "نمی‌دانم."],
        );
        check("他来了。我走了。", &["他来了。", "我走了。"]);
        check("वह आया। मैं गया।", &["वह आया।", "मैं गया।"]);
    }

    #[test]
    fn a_blank_line_always_ends_and_a_line_break_ends_unless_the_text_is_wrapped() {
        check("A heading\n\nthen text", &["A heading", "then text"]);
        check("A heading\nThen text.", &["A heading", "Then text."]);
        let wrapped = "The committee met in the old hall of the river town to hear\n\
                       the report of the harbour board, which had been expected for\n\
                       months and which nobody in the room had been able to read in\n\
                       advance.";
        check(wrapped, &[wrapped]);
    }
}
