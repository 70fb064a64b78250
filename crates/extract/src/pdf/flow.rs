//! Lines to paragraphs, headings and notes, over the ends of columns and pages.

use std::collections::{HashMap, HashSet};

use dossier_text::BlockKind;

use super::line::Line;
use crate::compose::{Composer, Inline};

/// A run of lines that is one block.
struct Paragraph {
    lines: Vec<Line>,
    kind: BlockKind,
}

/// What is usual in the document.
struct Measure {
    /// The size of most of the text.
    body: f32,
    /// Sizes of headings, the largest first.
    headings: Vec<f32>,
    /// Words that stand unbroken somewhere, in lower case.
    words: HashSet<String>,
}

/// Adds the blocks of all pages; `labels` are the pages' labels.
pub(super) fn compose(pages: Vec<Vec<Line>>, labels: &[String], composer: &mut Composer) {
    let measure = Measure::of(&pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for lines in pages {
        let right = right_edges(&lines);
        for (at, line) in lines.iter().enumerate() {
            let is_same_page = at > 0;
            place(
                &mut paragraphs,
                line.clone(),
                is_same_page,
                &right,
                &measure,
            );
        }
    }
    let mut page = None;
    for paragraph in paragraphs {
        let mut inline = Inline::default();
        for line in &paragraph.lines {
            if page != Some(line.page) && page.is_none_or(|page| page < line.page) {
                // Pages without text are passed over.
                page = Some(line.page);
                let joins_word = inline.text().ends_with(['-', '\u{2010}', '\u{ad}']);
                if !joins_word {
                    inline.push(" ");
                }
                inline.begin_page(labels.get(line.page).cloned().unwrap_or_default());
            }
            append(&mut inline, &line.text, &measure.words);
        }
        composer.push(paragraph.kind, inline);
    }
}

impl Measure {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut letters: HashMap<i32, usize> = HashMap::new();
        let mut words = HashSet::new();
        for line in pages.iter().flatten() {
            *letters.entry(tenths(line.size)).or_default() += line.text.chars().count();
            let last = line
                .text
                .rfind(' ')
                .filter(|_| line.text.ends_with(['-', '\u{2010}']))
                .unwrap_or(line.text.len());
            words.extend(line.text[..last].split_whitespace().map(bare));
        }
        let body = letters
            .iter()
            .max_by_key(|(size, count)| (**count, **size))
            .map_or(100, |(s, _)| *s);
        let mut headings: Vec<i32> = letters
            .keys()
            .copied()
            .filter(|size| *size * 100 > body * 112)
            .collect();
        headings.sort_unstable_by(|a, b| b.cmp(a));
        // Sizes that differ by less than a tenth are one.
        headings.dedup_by(|a, b| *b * 100 < *a * 110);
        Self {
            body: body as f32 / 10.0,
            headings: headings.iter().map(|s| *s as f32 / 10.0).collect(),
            words,
        }
    }

    /// The level of a heading of this size, 1 for the largest.
    fn level(&self, size: f32) -> u8 {
        let rank = self
            .headings
            .iter()
            .position(|heading| size > heading * 0.95);
        u8::try_from(rank.unwrap_or(self.headings.len()) + 1)
            .unwrap_or(6)
            .min(6)
    }
}

fn tenths(size: f32) -> i32 {
    (size * 10.0).round() as i32
}

/// For each line's left edge, roughly, how far its column reaches.
fn right_edges(lines: &[Line]) -> Vec<(f32, f32)> {
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for line in lines {
        match columns
            .iter_mut()
            .find(|(left, right)| line.left < *right && line.right > *left)
        {
            Some((left, right)) => {
                *left = left.min(line.left);
                *right = right.max(line.right);
            }
            None => columns.push((line.left, line.right)),
        }
    }
    columns
}

fn column_of(line: &Line, columns: &[(f32, f32)]) -> (f32, f32) {
    let holds = |(left, right): &&(f32, f32)| line.left >= *left - 1.0 && line.left < *right;
    columns
        .iter()
        .find(holds)
        .copied()
        .unwrap_or((line.left, line.right))
}

/// Adds a line to the paragraph that it continues, or begins one.
fn place(
    paragraphs: &mut Vec<Paragraph>,
    line: Line,
    is_same_page: bool,
    columns: &[(f32, f32)],
    measure: &Measure,
) {
    let is_note = is_note(&line, measure);
    // A paragraph goes on behind the notes at the foot of its page.
    let at = if is_same_page || is_note {
        paragraphs.len().checked_sub(1)
    } else {
        paragraphs
            .iter()
            .rposition(|paragraph| paragraph.kind != BlockKind::Note)
    };
    if let Some(open) = at.and_then(|at| paragraphs.get_mut(at))
        && continues(open, &line, columns, measure)
    {
        open.lines.push(line);
        return;
    }
    let kind = kind(&line, is_note, columns, measure);
    paragraphs.push(Paragraph {
        lines: vec![line],
        kind,
    });
}

fn kind(line: &Line, is_note: bool, columns: &[(f32, f32)], measure: &Measure) -> BlockKind {
    let is_short = line.text.chars().count() < 120;
    let is_large = line.size > measure.body * 1.12;
    let (left, right) = column_of(line, columns);
    let is_title = line.is_bold
        && line.size >= measure.body * 0.98
        && line.right < right - (right - left) * 0.08
        && !line.text.ends_with(['.', ',', ';', ':'])
        && line.text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    match () {
        () if is_note => BlockKind::Note,
        () if is_caption(&line.text) => BlockKind::Caption,
        () if is_short && (is_large || is_title) => BlockKind::Heading {
            level: measure.level(line.size),
        },
        () if marker(&line.text).is_some() => BlockKind::ListItem {
            ordered: false,
            depth: 0,
        },
        () => BlockKind::Paragraph,
    }
}

/// Small print at the foot of a page that begins with the number of a note.
fn is_note(line: &Line, measure: &Measure) -> bool {
    let begins = line
        .text
        .chars()
        .next()
        .is_some_and(|c| c.is_numeric() || "*†‡".contains(c));
    line.size < measure.body * 0.92 && line.y < 300.0 && begins
}

fn is_caption(text: &str) -> bool {
    let Some((word, rest)) = text.split_once(' ') else {
        return false;
    };
    let word = word.to_lowercase();
    let is_label = [
        "figure",
        "fig.",
        "table",
        "chart",
        "рисунок",
        "рис.",
        "таблица",
        "şekil",
        "tablo",
        "şəkil",
        "cədvəl",
        "abbildung",
        "abb.",
        "tabelle",
        "tableau",
        "figura",
        "tabla",
        "شکل",
        "جدول",
    ]
    .contains(&word.as_str());
    let number = rest.split([' ', ':', '.']).next().unwrap_or_default();
    is_label
        && number.chars().next().is_some_and(char::is_numeric)
        && rest[number.len()..].starts_with([':', '.'])
}

/// The bullet that a line begins with.
fn marker(text: &str) -> Option<&str> {
    let (marker, rest) = text.split_once(' ')?;
    let is_bullet = matches!(
        marker,
        "•" | "–" | "‣" | "◦" | "▪" | "●" | "■" | "○" | "" | "*" | "·" | "-"
    );
    (is_bullet && !rest.is_empty()).then_some(marker)
}

fn continues(open: &Paragraph, line: &Line, columns: &[(f32, f32)], measure: &Measure) -> bool {
    let Some(last) = open.lines.last() else {
        return false;
    };
    let is_heading = matches!(open.kind, BlockKind::Heading { .. });
    let same_set = (last.size - line.size).abs() < 0.08 * line.size.max(1.0)
        && (last.is_bold == line.is_bold
            || !is_heading && !line.is_bold && !last.is_bold
            || (!is_heading && open.lines.len() > 1));
    if !same_set
        || marker(&line.text).is_some()
        || is_caption(&line.text)
        || last.text.contains("… ")
    {
        return false;
    }
    if is_note(line, measure)
        && line.text.chars().next().is_some_and(char::is_numeric)
        && open.kind != BlockKind::Paragraph
    {
        return false;
    }
    let (left, right) = column_of(line, columns);
    let width = (right - left).max(1.0);
    let ends = last
        .text
        .trim_end_matches(|c: char| "”\"»’)".contains(c))
        .ends_with(['.', '!', '?', ':', '。', '؟']);
    let drop = last.y - line.y;
    let moved = last.page != line.page || drop < -0.5 * line.size;
    if moved {
        // Over the end of a column or page only a sentence that was not finished goes on.
        let begins_low = line
            .text
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_uppercase());
        return !is_heading
            && !ends
            && (begins_low || last.text.ends_with(['-', ',']))
            && open.kind != BlockKind::Caption;
    }
    let usual = match open.lines.len() {
        0 | 1 => 1.45 * line.size,
        n => (open.lines[n - 2].y - last.y).clamp(line.size, 2.2 * line.size) * 1.18,
    };
    if drop > usual.max(1.28 * line.size) {
        return false;
    }
    if drop.abs() < 0.3 * line.size {
        // Another cell of the same row.
        return true;
    }
    let (last_left, last_right) = column_of(last, columns);
    let was_full = last.right > last_right - 0.12 * (last_right - last_left);
    let is_first = open.lines.len() == 1;
    let indent = line.left - last.left;
    let hanging = matches!(open.kind, BlockKind::ListItem { .. } | BlockKind::Note);
    if indent > 0.8 * line.size && !(is_first && hanging) && !is_heading {
        return false;
    }
    // A first line may be indented, or begin with a bullet, further lines not.
    let _ = width;
    is_heading
        || was_full
        || !ends && (last.right - last.left) > 0.6 * width
        || !ends && line.text.starts_with(char::is_lowercase)
}

/// Adds a line to a text; a word broken at the end of the line before is made whole.
fn append(inline: &mut Inline, line: &str, words: &HashSet<String>) {
    let before = inline.text();
    let is_broken = before.ends_with(['-', '\u{2010}', '\u{ad}'])
        && before.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && line.starts_with(char::is_lowercase);
    if !is_broken {
        let is_tight = before.chars().next_back().is_some_and(is_cjk)
            && line.chars().next().is_some_and(is_cjk);
        let keeps = before.ends_with(['-', '\u{2010}', '/'])
            && before
                .chars()
                .rev()
                .nth(1)
                .is_some_and(char::is_alphanumeric);
        if !is_tight && !keeps {
            inline.push(" ");
        }
        return inline.push(line);
    }
    let start = before.trim_end_matches(['-', '\u{2010}', '\u{ad}']);
    let first = bare(&start[start.rfind(char::is_whitespace).map_or(0, |at| at + 1)..]);
    let second = bare(line.split_whitespace().next().unwrap_or_default());
    let whole = words.contains(&format!("{first}{second}"));
    let parted = words.contains(&format!("{first}-{second}"));
    // Without evidence a hyphen at a line's end divides a word; one inside a compound stays.
    if whole || (!parted && !first.contains('-')) {
        inline.drop_last();
    }
    inline.push(line);
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .replace('\u{2010}', "-")
        .to_lowercase()
}
