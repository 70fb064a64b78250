//! Runs of text on a page to lines.

use pdf_oxide::layout::{FontWeight, TextSpan};

/// One line of one column of a page. Units are points; y grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) page: usize,
    /// The left and the right edge.
    pub(super) left: f32,
    pub(super) right: f32,
    /// The height of the baseline above the page's foot.
    pub(super) y: f32,
    /// The font's size, of most of its letters.
    pub(super) size: f32,
    pub(super) is_bold: bool,
}

/// A line while it grows.
struct Growing {
    line: Line,
    bold: usize,
    letters: usize,
    /// Letters set in the line's size.
    of_size: usize,
}

/// Joins a page's runs, in reading order, to lines.
pub(super) fn lines(spans: &[TextSpan], page: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut growing: Option<Growing> = None;
    for span in spans {
        // Text set sideways is a stamp in the margin.
        if span.artifact_type.is_some() || span.text.is_empty() || span.rotation_degrees != 0.0 {
            continue;
        }
        match &mut growing {
            Some(open) if continues(&open.line, span) => open.add(span),
            _ => {
                lines.extend(growing.take().and_then(Growing::finish));
                if !span.text.trim().is_empty() {
                    growing = Some(Growing::begin(span, page));
                }
            }
        }
    }
    lines.extend(growing.and_then(Growing::finish));
    lines
}

/// Whether a run stands on the same line, right of what is there; raised and lowered marks do.
fn continues(line: &Line, span: &TextSpan) -> bool {
    let size = line.size.max(span.font_size).max(1.0);
    let rise = (span.bbox.y - line.y).abs();
    let is_mark = span.font_size < 0.85 * line.size;
    let is_level = rise < 0.35 * size || (is_mark && rise < 0.75 * size);
    let gap = span.bbox.x - line.right;
    is_level && gap > -size.max(0.5 * span.bbox.width) && span.bbox.x >= line.left
}

impl Growing {
    fn begin(span: &TextSpan, page: usize) -> Self {
        let line = Line {
            text: String::new(),
            page,
            left: span.bbox.x,
            right: span.bbox.x,
            y: span.bbox.y,
            size: span.font_size,
            is_bold: false,
        };
        let mut growing = Self {
            line,
            bold: 0,
            letters: 0,
            of_size: 0,
        };
        growing.add(span);
        growing
    }

    fn add(&mut self, span: &TextSpan) {
        let size = self.line.size.max(span.font_size).max(1.0);
        let gap = span.bbox.x - self.line.right;
        let needs_space = gap > 0.14 * size
            && !self.line.text.is_empty()
            && !self.line.text.ends_with(char::is_whitespace)
            && !span.text.starts_with(char::is_whitespace);
        if needs_space && !(gap < 0.5 * size && is_between_ideographs(&self.line.text, &span.text))
        {
            self.line.text.push(' ');
        }
        self.line.text.push_str(&span.text);
        self.line.right = self.line.right.max(span.bbox.x + span.bbox.width);
        let letters = span.text.chars().filter(|c| !c.is_whitespace()).count();
        self.letters += letters;
        if matches!(
            span.font_weight,
            FontWeight::Bold | FontWeight::ExtraBold | FontWeight::Black | FontWeight::SemiBold
        ) {
            self.bold += letters;
        }
        if letters > self.of_size {
            self.of_size = letters;
            self.line.size = span.font_size;
            self.line.y = span.bbox.y;
        }
    }

    fn finish(mut self) -> Option<Line> {
        self.line.is_bold = self.letters > 0 && self.bold * 10 >= self.letters * 9;
        self.line.text = clean(&self.line.text);
        (!self.line.text.is_empty()).then_some(self.line)
    }
}

fn is_between_ideographs(before: &str, after: &str) -> bool {
    let is_ideograph = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    before.chars().next_back().is_some_and(is_ideograph)
        && after.chars().next().is_some_and(is_ideograph)
}

/// Letters instead of the shapes that fonts have for them, one space between words, and an
/// ellipsis for the dots that lead to a page number.
fn clean(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            'ﬅ' | 'ﬆ' => plain.push_str("st"),
            // Fonts without a map to Unicode put their glyphs here.
            '\u{e000}'..='\u{f8ff}' | '\u{0}' => {}
            c => plain.push(c),
        }
    }
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split_whitespace() {
        let is_dots = word.chars().all(|c| c == '.');
        match words.last() {
            Some(last)
                if is_dots && last.chars().all(|c| c == '.') && last.len() + word.len() < 12 =>
            {
                words.push(word);
            }
            _ => words.push(word),
        }
    }
    let text = words.join(" ");
    leaders_to_ellipsis(&text)
}

/// ". . . . ." and "......" become "…".
fn leaders_to_ellipsis(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let run = rest[at..]
            .find(|c| c != '.' && c != ' ')
            .unwrap_or(rest.len() - at);
        let dots = rest[at..at + run].matches('.').count();
        result.push_str(&rest[..at]);
        if dots > 4 {
            result.push_str("… ");
        } else {
            result.push_str(&rest[at..at + run]);
        }
        rest = &rest[at + run..];
    }
    result.push_str(rest);
    result.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_become_letters_and_leaders_an_ellipsis() {
        assert_eq!(
            clean("the o\u{fb03}ce  of\u{a0}water"),
            "the office of water"
        );
        assert_eq!(clean("1 The river . . . . . . . 12"), "1 The river … 12");
        assert_eq!(clean("He waited... and left."), "He waited... and left.");
    }
}
