//! Finds the speaker labels of transcripts and interviews: “VALE: …”, “Q: …”, “Orla Finch: …”.

use std::collections::HashMap;

use dossier_text::TextRange;

/// The longest label, in bytes.
const LONGEST: usize = 48;
/// How often one label, and how often labels together, must occur to be believed.
const TURNS: u32 = 3;

/// The labels of a text.
#[derive(Debug, Default)]
pub(super) struct Labels {
    known: HashMap<String, u32>,
}

/// One turn of a transcript.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) name: TextRange,
    pub(super) words: TextRange,
    /// The name as it is to be shown.
    pub(super) speaker: String,
}

impl Labels {
    /// Counts the labels at the beginnings of paragraphs.
    pub(super) fn find(text: &str, paragraphs: &[TextRange]) -> Self {
        let mut known: HashMap<String, u32> = HashMap::new();
        for paragraph in paragraphs {
            if let Some((label, _)) = split(text, *paragraph) {
                *known
                    .entry(label.slice(text).unwrap_or_default().to_owned())
                    .or_default() += 1;
            }
        }
        let repeated: u32 = known.values().filter(|&&n| n > 1).sum();
        if repeated < TURNS {
            return Self::default();
        }
        known.retain(|label, count| *count > 1 || is_capitals(label));
        Self { known }
    }

    /// The turn that `paragraph` is, if it begins with a known label.
    pub(super) fn turn(&self, text: &str, paragraph: TextRange) -> Option<Turn> {
        if self.known.is_empty() {
            return None;
        }
        let (name, words) = split(text, paragraph)?;
        let label = name.slice(text)?;
        self.known.contains_key(label).then(|| Turn {
            name,
            words,
            speaker: shown(label),
        })
    }
}

fn is_capitals(label: &str) -> bool {
    label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase)
}

/// A label in capitals as a name is written: `ORLA FINCH` as `Orla Finch`.
fn shown(label: &str) -> String {
    if !is_capitals(label) || label.len() < 3 {
        return label.to_owned();
    }
    let mut shown = String::with_capacity(label.len());
    let mut starts = true;
    for c in label.chars() {
        if starts {
            shown.push(c);
        } else {
            shown.extend(c.to_lowercase());
        }
        starts = !c.is_alphabetic() && c != '\'' && c != '’';
    }
    shown
}

/// A paragraph as label and words, if it begins like a turn.
fn split(text: &str, paragraph: TextRange) -> Option<(TextRange, TextRange)> {
    let slice = paragraph.slice(text)?;
    let mut end = slice.len().min(LONGEST + 1);
    while !slice.is_char_boundary(end) {
        end -= 1;
    }
    let colon = slice[..end].find(':')?;
    // A transcript that is quoted as a whole has a mark at each paragraph’s start.
    let mark = slice
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '“'))
        .map_or(0, char::len_utf8);
    let label = slice[mark.min(colon)..colon].trim();
    let rest = &slice[colon + 1..];
    let is_name = !label.is_empty()
        && label.split_whitespace().count() <= 5
        && label.split_whitespace().all(|word| {
            let first = word.chars().find(|c| c.is_alphabetic());
            first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase())
                || matches!(word, "de" | "van" | "von" | "bin" | "al" | "la")
        })
        && !label.contains(['.', '!', '?', '"', '“', '«', '/', '#', '@', '0', '1', '2'])
        || matches!(label, "Dr." | "Mr.");
    if !is_name || !rest.starts_with(char::is_whitespace) || rest.trim().is_empty() {
        return None;
    }
    let base = paragraph.start as usize;
    let name = TextRange::new(base + mark, base + colon).trimmed(text);
    let words = TextRange::new(base + colon + 1, paragraph.end as usize).trimmed(text);
    Some((name, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::paragraphs;

    #[test]
    fn repeated_labels_make_a_transcript() {
        let text = "VALE: Welcome.\n\nFINCH: Thank you.\n\nVALE: Shall we?\n\nFINCH: Gladly.";
        let paragraphs = paragraphs(text);
        let labels = Labels::find(text, &paragraphs);
        let turn = labels.turn(text, paragraphs[1]).unwrap();
        assert_eq!(
            (turn.speaker.as_str(), turn.words.slice(text)),
            ("Finch", Some("Thank you."))
        );
    }

    #[test]
    fn a_heading_with_a_colon_is_no_label() {
        let text = "Analysis: what the vote means.\n\nThe vote was close.";
        let paragraphs = paragraphs(text);
        assert!(
            Labels::find(text, &paragraphs)
                .turn(text, paragraphs[0])
                .is_none()
        );
    }
}
