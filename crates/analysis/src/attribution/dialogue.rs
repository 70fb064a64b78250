//! Finds the turns of a dialogue that is set with dashes.

use dossier_text::TextRange;

use super::marks::Quotation;

/// The turns of a paragraph such as `— Да, — сказал он. — Пора.`: every other part is the narrator's.
pub(super) fn dash_turns(text: &str, paragraph: TextRange) -> Vec<Quotation> {
    let Some(slice) = paragraph.slice(text) else {
        return Vec::new();
    };
    let base = paragraph.start as usize;
    let mut found = Vec::new();
    let mut speech_from = None;
    let mut previous = ' ';
    let mut before_previous = ' ';
    for (at, c) in slice.char_indices() {
        if matches!(c, '—' | '–' | '―') {
            let after = at + c.len_utf8();
            let after_stop =
                matches!(before_previous, ',' | '.' | '!' | '?' | '…') && previous == ' ';
            let is_inserted = slice[after..].starts_with(char::is_lowercase) && previous == ' ';
            match speech_from {
                None if at == 0
                    || after_stop
                    || matches!(previous, '.' | ',')
                    || closes_insertion(previous, &slice[after..]) =>
                {
                    speech_from = Some(at);
                }
                Some(from) if after_stop || is_inserted => {
                    push_turn(text, base + from, base + at, &mut found);
                    speech_from = None;
                }
                _ => {}
            }
        }
        before_previous = previous;
        previous = c;
    }
    if let Some(from) = speech_from {
        push_turn(text, base + from, base + slice.len(), &mut found);
    }
    found
}

/// Whether a dash ends what the narrator puts in: “—Yes —said Ana—. Let us go.”
fn closes_insertion(previous: char, rest: &str) -> bool {
    previous.is_alphanumeric() && rest.starts_with(['.', ',', ';', ':', ' '])
}

fn push_turn(text: &str, start: usize, end: usize, found: &mut Vec<Quotation>) {
    let outer = TextRange::new(start, end).trimmed(text);
    let Some(slice) = outer.slice(text) else {
        return;
    };
    let dash = slice.chars().next().map_or(0, char::len_utf8);
    let lead: usize = slice[dash..]
        .chars()
        .take_while(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'))
        .map(char::len_utf8)
        .sum();
    let inner = TextRange::new(
        start + dash + lead,
        (outer.end as usize).max(start + dash + lead),
    )
    .trimmed(text);
    if inner
        .slice(text)
        .is_some_and(|s| s.contains(char::is_alphanumeric))
    {
        found.push(Quotation {
            outer,
            inner,
            is_closed: true,
        });
    }
}
