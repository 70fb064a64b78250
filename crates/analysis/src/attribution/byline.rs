//! Finds who wrote a text, or gave the speech that it records, from its head; and the lines that sign
//! a quotation.

use dossier_text::TextRange;

use super::lexicon::Flags;
use super::token::Token;

/// The most lines of a text that are its head, and the most bytes of a line that names the author.
const HEAD: usize = 12;
const LONGEST: usize = 90;

/// The most tokens of a line that signs a quotation.
const LONGEST_SIGNATURE: usize = 18;

/// What stands before the name, in lower case.
const LEADS: [&str; 12] = [
    "by ",
    "author: ",
    "written by ",
    "opinion by ",
    "remarks by ",
    "remarks of ",
    "speech by ",
    "speech of ",
    "address by ",
    "statement by ",
    "lecture by ",
    "a speech by ",
];

/// The author that a line at the head of `text` names: “By Orla Finch”, “Remarks by President Orla
/// Finch at the opening of the bridge”.
pub(super) fn author(text: &str) -> Option<String> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    lines.take(HEAD).find_map(|line| {
        if line.len() > LONGEST {
            return None;
        }
        let lead = LEADS.iter().find(|lead| {
            line.get(..lead.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(lead))
        })?;
        name(&line[lead.len()..])
    })
}

/// The name at the start of `rest`: two to four capitalised words, after those for an office.
fn name(rest: &str) -> Option<String> {
    const OFFICES: [&str; 14] = [
        "President",
        "Prime",
        "Minister",
        "Foreign",
        "Secretary",
        "Senator",
        "Governor",
        "Mayor",
        "Dr.",
        "Professor",
        "Ambassador",
        "Chancellor",
        "Commissioner",
        "General",
    ];
    let words: Vec<&str> = rest
        .split_whitespace()
        .skip_while(|w| OFFICES.contains(w))
        .take_while(|w| w.starts_with(char::is_uppercase))
        .collect();
    // The words after a comma describe the name; several authors are not one.
    let mut name = Vec::new();
    for word in &words {
        name.push(word.trim_end_matches(','));
        if word.ends_with(',') {
            break;
        }
    }
    let goes_on = rest.contains(" and ") || rest.contains(" & ");
    ((2..=4).contains(&name.len()) && !goes_on).then(|| name.join(" "))
}

/// The name in a line that signs the quotation above it: “— Orla Finch, mayor of Tarn”.
pub(super) fn signature(text: &str, tokens: &[Token], paragraph: TextRange) -> Option<TextRange> {
    const VERBS: Flags = Flags::BE.or(Flags::AUX).or(Flags::VERB);
    let from = tokens.partition_point(|t| t.range.start < paragraph.start);
    let line = tokens[from..]
        .iter()
        .take_while(|t| t.range.start < paragraph.end)
        .take(LONGEST_SIGNATURE + 1)
        .collect::<Vec<_>>();
    let lead = line
        .iter()
        .take_while(|t| t.is_dash() || t.is_mark('-'))
        .count();
    let name = line[lead..].iter().take_while(|t| t.is_name()).count();
    let closes = line.get(lead + name).is_none_or(|t| t.is_comma());
    let has_verb = line.iter().any(|t| t.is(VERBS) && !t.is_capital);
    let is_signed = lead > 0 || line.get(lead + name).is_some_and(|t| t.is_comma());
    (line.len() <= LONGEST_SIGNATURE && name >= 2 && closes && is_signed && !has_verb)
        .then(|| TextRange {
            start: line[lead].range.start,
            end: line[lead + name - 1].range.end,
        })
        .filter(|name| !name.slice(text).unwrap_or_default().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_names_the_author() {
        for (text, expected) in [
            (
                "The bridge\n\nBy Orla Finch\n\nI saw it fall.",
                Some("Orla Finch"),
            ),
            ("Author: Orla Finch", Some("Orla Finch")),
            (
                "Remarks by President Orla Finch at the opening of the bridge\n\nI said no.",
                Some("Orla Finch"),
            ),
            ("By Orla Finch, senior writer", Some("Orla Finch")),
            ("By Orla Finch and Marek Vale", None),
            ("By noon the bridge was closed.", None),
            ("By the river, Orla Finch waited.", None),
            ("", None),
        ] {
            assert_eq!(author(text).as_deref(), expected, "author of {text:?}");
        }
    }
}
