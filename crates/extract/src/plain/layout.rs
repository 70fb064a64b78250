//! The lines of a plain text: which ones were wrapped, which ones stand for themselves.

/// Lines narrower than this were not wrapped by a machine.
const MIN_WRAP: usize = 45;
/// Lines wider than this are not wrapped at all.
const MAX_WRAP: usize = 130;

/// What a unit of a plain text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text, or a line by itself.
    Text,
    /// One item of a list.
    Item { ordered: bool, depth: u8 },
    /// A row of a table whose cells are separated by tabs.
    Row,
    /// Lines whose breaks matter: verse, addresses, tables set with spaces.
    Lines,
    /// Lines set with spaces between columns.
    Preformatted,
    /// A heading that is underlined.
    Underlined { level: u8 },
}

/// A paragraph, or a line that stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) text: String,
    pub(super) shape: Shape,
    /// Which run of lines between blank lines it belongs to.
    pub(super) chunk: usize,
}

/// Cuts a text into units.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let chunks = chunks(text);
    let width = wrap_width(&chunks);
    let mut units = Vec::new();
    for (at, lines) in chunks.iter().enumerate() {
        let mut push = |text: String, shape| {
            units.push(Unit {
                text,
                shape,
                chunk: at,
            })
        };
        shape_chunk(lines, width, &mut push);
    }
    units
}

fn shape_chunk(lines: &[&str], width: usize, push: &mut impl FnMut(String, Shape)) {
    if let [line, rule] = lines
        && let Some(level) = underline(rule)
    {
        return push((*line).trim().to_owned(), Shape::Underlined { level });
    }
    let tabs = |line: &&str| line.trim().matches('\t').count();
    if lines.len() > 1 && tabs(&lines[0]) > 0 && lines.iter().all(|l| tabs(l) == tabs(&lines[0])) {
        return lines
            .iter()
            .for_each(|line| push((*line).to_owned(), Shape::Row));
    }
    let columns = lines
        .iter()
        .filter(|line| line.trim().contains("   "))
        .count();
    if lines.len() > 1 && columns * 2 >= lines.len() {
        return push(lines.join("\n"), Shape::Preformatted);
    }
    if lines.iter().filter(|line| item(line).is_some()).count() * 2 > lines.len()
        || (lines.len() > 1 && item(lines[0]).is_some() && items_continue(lines, width))
    {
        return shape_list(lines, push);
    }
    if is_wrapped(lines, width) {
        return push(join(lines), Shape::Text);
    }
    let is_verse = lines.len() > 1
        && lines
            .iter()
            .all(|line| line.chars().count() < MIN_WRAP + 25);
    if is_verse && lines.len() > 3 {
        return push(lines.join("\n"), Shape::Lines);
    }
    for line in lines {
        push(line.trim().to_owned(), Shape::Text);
    }
}

/// Makes every line of a unit of lines a unit by itself, where `is_apart` holds for one of them.
pub(super) fn part_lines(units: Vec<Unit>, is_apart: impl Fn(&str) -> bool) -> Vec<Unit> {
    units
        .into_iter()
        .flat_map(|unit| {
            let parts =
                unit.shape == Shape::Lines && unit.text.lines().any(|line| is_apart(line.trim()));
            if !parts {
                return vec![unit];
            }
            let line = |text: &str| Unit {
                text: text.trim().to_owned(),
                shape: Shape::Text,
                ..unit
            };
            unit.text.lines().map(line).collect()
        })
        .collect()
}

/// Runs of lines between blank lines.
fn chunks(text: &str) -> Vec<Vec<&str>> {
    let mut chunks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.split(['\n', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}']) {
        if line.trim().is_empty() {
            chunks.push(Vec::new());
        } else if let Some(last) = chunks.last_mut() {
            last.push(line);
        }
    }
    chunks.retain(|chunk| !chunk.is_empty());
    chunks
}

/// The width that the text was wrapped to; 0 where lines are as long as their paragraphs.
fn wrap_width(chunks: &[Vec<&str>]) -> usize {
    let lengths = || {
        chunks
            .iter()
            .flatten()
            .map(|line| line.trim_end().chars().count())
    };
    let longest = lengths()
        .filter(|&length| length <= MAX_WRAP)
        .max()
        .unwrap_or(0);
    let (all, over) = (
        lengths().count(),
        lengths().filter(|&length| length > MAX_WRAP).count(),
    );
    if longest < MIN_WRAP || over * 5 > all {
        0
    } else {
        longest
    }
}

/// Whether each line but the last is so full that the next word would not have fitted.
fn is_wrapped(lines: &[&str], width: usize) -> bool {
    if width == 0 || lines.len() < 2 {
        return false;
    }
    // One stray long line must not make every other paragraph look short.
    let local = lines
        .iter()
        .map(|line| line.trim_end().chars().count())
        .max()
        .unwrap_or(0);
    let width = if lines.len() > 2 && local >= MIN_WRAP {
        local
    } else {
        width
    };
    let slack = width / 8;
    let pairs = || lines.windows(2);
    let full = pairs()
        .filter(|pair| {
            let word = pair[1]
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .chars()
                .count();
            pair[0].trim_end().chars().count() + 1 + word + slack > width
        })
        .count();
    let begins_high = |line: &str| {
        line.chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_uppercase)
    };
    let high = pairs().filter(|pair| begins_high(pair[1])).count();
    let count = lines.len() - 1;
    let is_verse = count >= 3 && high * 5 >= count * 4;
    full * 100 >= count * 85 && !is_verse
}

/// Whether the lines after a list's first are its continuation.
fn items_continue(lines: &[&str], width: usize) -> bool {
    lines[1..]
        .iter()
        .all(|line| item(line).is_some() || line.starts_with([' ', '\t']))
        || is_wrapped(lines, width)
}

fn shape_list(lines: &[&str], push: &mut impl FnMut(String, Shape)) {
    let mut current: Option<(Vec<&str>, Shape)> = None;
    for line in lines {
        match (item(line), &mut current) {
            (Some(shape), _) => {
                if let Some((lines, shape)) = current.take() {
                    push(join(&lines), shape);
                }
                current = Some((vec![line], shape));
            }
            (None, Some((lines, _))) => lines.push(line),
            (None, None) => push(line.trim().to_owned(), Shape::Text),
        }
    }
    if let Some((lines, shape)) = current {
        push(join(&lines), shape);
    }
}

/// The kind of list item that a line begins; the marker stays part of the text.
fn item(line: &str) -> Option<Shape> {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    let depth = u8::try_from(indent / 2).unwrap_or(u8::MAX).min(5);
    let (marker, rest) = trimmed.split_once(char::is_whitespace)?;
    if rest.trim().is_empty() {
        return None;
    }
    if matches!(
        marker,
        "-" | "*" | "•" | "–" | "·" | "‣" | "◦" | "▪" | "●" | "o"
    ) {
        return Some(Shape::Item {
            ordered: false,
            depth,
        });
    }
    let label = marker.strip_suffix(['.', ')'])?;
    let label = label.strip_prefix('(').unwrap_or(label);
    let is_number = (1..=3).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    let is_letter =
        label.len() == 1 && marker.ends_with(')') && label.bytes().all(|b| b.is_ascii_lowercase());
    (is_number || is_letter).then_some(Shape::Item {
        ordered: true,
        depth,
    })
}

fn underline(rule: &str) -> Option<u8> {
    let rule = rule.trim();
    let is_rule = |c: char| rule.chars().count() >= 3 && rule.chars().all(|r| r == c);
    if is_rule('=') {
        Some(1)
    } else {
        (is_rule('-') || is_rule('~')).then_some(2)
    }
}

/// Joins wrapped lines; a hyphen at a line's end stays, since it may belong to the word.
fn join(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        let line = line.trim();
        let breaks_word = text.ends_with('-')
            && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
            && line.starts_with(char::is_lowercase);
        if !text.is_empty() && !breaks_word {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Vec<(String, Shape)> {
        units(text)
            .into_iter()
            .map(|unit| (unit.text, unit.shape))
            .collect()
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The two ministers met for the third time this year in a hotel\n\
                    on the coast, and for the third time they agreed that the\n\
                    matter was urgent and that it could wait until the autumn.\n\n\
                    Nobody was surprised.";
        let units = shaped(text);
        assert_eq!(units.len(), 2);
        assert!(
            units[0]
                .0
                .contains("hotel on the coast, and for the third time they agreed that the matter")
        );
    }

    #[test]
    fn verse_lists_and_tables_keep_their_lines() {
        let verse = "The river was a line of light\nBefore the dam was made\nIt was the border in the night\n\
                     And in the noon the shade";
        assert_eq!(shaped(verse), [(verse.to_owned(), Shape::Lines)]);
        let list = "- one gauge,\n- two boats\n  and their crews";
        let item = Shape::Item {
            ordered: false,
            depth: 0,
        };
        assert_eq!(
            shaped(list),
            [
                ("- one gauge,".into(), item),
                ("- two boats and their crews".into(), item)
            ]
        );
        assert_eq!(shaped("year\tflow\n2020\t14.6").len(), 2);
        assert_eq!(
            shaped("year     flow\n2020     14.6")[0].1,
            Shape::Preformatted
        );
    }

    #[test]
    fn lines_as_long_as_paragraphs_are_paragraphs() {
        let long = "The commission met for the first time on the bridge, in the rain, and it measured the \
                    distance between the two posts with a rope that one of the drivers had in his car.";
        assert_eq!(shaped(&format!("{long}\n{long}\nThe end.")).len(), 3);
    }
}
