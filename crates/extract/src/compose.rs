//! Puts a document's text together block by block, so that every format keeps the same rules:
//! white space inside a block collapses, blocks are trimmed and separated, ranges are exact.

use dossier_text::{Block, BlockKind, Page, Span, SpanKind, Structure, TextRange};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// White space that is due before the next character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Break,
}

/// The text of one block while it is gathered.
#[derive(Debug, Default)]
pub(crate) struct Inline {
    text: String,
    gap: Gap,
    open: Vec<(SpanKind, usize)>,
    spans: Vec<(SpanKind, usize, usize)>,
    /// Labels of the pages that begin inside the block.
    pages: Vec<(String, usize)>,
}

impl Inline {
    /// The inline text of a plain string, its line ends taken as spaces.
    pub(crate) fn of(text: &str) -> Self {
        let mut inline = Self::default();
        inline.push(text);
        inline
    }

    /// The inline text of a plain string, its line ends kept.
    pub(crate) fn of_lines(text: &str) -> Self {
        let mut inline = Self::default();
        for line in text.lines() {
            inline.push(line);
            inline.line_break();
        }
        inline
    }

    /// Adds text; runs of white space become one space.
    pub(crate) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Space);
            } else if !is_dropped(c) {
                self.close_gap();
                self.text.push(c);
            }
        }
    }

    /// Adds preformatted text: indentation and line ends stay.
    pub(crate) fn push_preformatted(&mut self, text: &str) {
        self.close_gap();
        for (i, line) in text.lines().enumerate() {
            if i > 0 {
                self.text.push('\n');
            }
            let kept = |c: &char| !is_dropped(*c) || *c == '\t';
            self.text.extend(line.trim_end().chars().filter(kept));
        }
    }

    /// Begins a new line inside the block.
    pub(crate) fn line_break(&mut self) {
        self.gap = Gap::Break;
    }

    /// Ends a table cell.
    pub(crate) fn cell(&mut self) {
        self.gap = Gap::None;
        if !self.text.is_empty() {
            self.text.push('\t');
        }
    }

    /// Begins a span; [`Inline::close`] ends the one begun last.
    pub(crate) fn open(&mut self, kind: SpanKind) {
        self.open.push((kind, self.text.len()));
    }

    /// Ends the span begun last.
    pub(crate) fn close(&mut self) {
        if let Some((kind, start)) = self.open.pop() {
            self.spans.push((kind, start, self.text.len()));
        }
    }

    /// Notes that a page begins here.
    pub(crate) fn begin_page(&mut self, label: String) {
        self.pages.push((label, self.text.len()));
    }

    /// Takes the last character away: the hyphen of a word that was divided.
    pub(crate) fn drop_last(&mut self) {
        self.text.pop();
        let end = self.text.len();
        for (_, at) in &mut self.pages {
            *at = (*at).min(end);
        }
    }

    /// Whether nothing but white space was added.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Ends this piece of text and begins the next with the same spans open.
    pub(crate) fn split(&mut self) -> Self {
        let open = std::mem::take(&mut self.open);
        for (kind, start) in &open {
            self.spans.push((kind.clone(), *start, self.text.len()));
        }
        let next = Self {
            open: open.into_iter().map(|(kind, _)| (kind, 0)).collect(),
            ..Self::default()
        };
        std::mem::replace(self, next)
    }

    fn close_gap(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if self.text.is_empty() || self.text.ends_with(['\t', '\n']) {
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space => self.text.push(' '),
            Gap::Break => self.text.push('\n'),
        }
    }

    /// Brings the text to NFC and moves the spans with it.
    fn normalised(mut self) -> Self {
        while self.open.last().is_some() {
            self.close();
        }
        if is_nfc_quick(self.text.chars()) == IsNormalized::Yes {
            return self;
        }
        let text: String = self.text.nfc().collect();
        let place = |at: usize| {
            let moved = self.text[..at]
                .nfc()
                .map(char::len_utf8)
                .sum::<usize>()
                .min(text.len());
            floor_boundary(&text, moved)
        };
        let spans = self
            .spans
            .iter()
            .map(|(k, s, e)| (k.clone(), place(*s), place(*e)));
        let pages = self
            .pages
            .iter()
            .map(|(label, at)| (label.clone(), place(*at)));
        Self {
            spans: spans.collect(),
            pages: pages.collect(),
            text,
            ..Self::default()
        }
    }
}

/// The last character boundary at or before an offset.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// Characters that say how to lay text out and not what it says: soft hyphens, zero-width spaces,
/// byte order marks, controls. Joiners stay: Persian spelling needs them.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || c.is_control()
}

/// A document's text and structure while they grow.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    text: String,
    structure: Structure,
    /// Where pages begin.
    pages: Vec<(String, usize)>,
}

impl Composer {
    /// Adds a block unless it is blank.
    pub(crate) fn push(&mut self, kind: BlockKind, inline: Inline) {
        let inline = inline.normalised();
        let lead = inline.text.len() - inline.text.trim_start().len();
        let content = inline.text.trim();
        if content.is_empty() {
            self.pages.extend(
                inline
                    .pages
                    .into_iter()
                    .map(|(label, _)| (label, self.text.len())),
            );
            return;
        }
        self.separate(kind);
        let start = self.text.len();
        self.text.push_str(content);
        let place = |at: usize| start + at.saturating_sub(lead).min(content.len());
        self.pages.extend(
            inline
                .pages
                .into_iter()
                .map(|(label, at)| (label, place(at))),
        );
        self.structure.blocks.push(Block {
            kind,
            range: TextRange::new(start, self.text.len()),
        });
        let text = &self.text;
        let mut spans: Vec<Span> = inline
            .spans
            .into_iter()
            .map(|(kind, s, e)| Span {
                kind,
                range: TextRange::new(place(s), place(e).max(place(s))),
            })
            .map(|span| Span {
                range: span.range.trimmed(text),
                ..span
            })
            .filter(|span| !span.range.is_empty())
            .collect();
        spans.sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
        self.structure.spans.append(&mut spans);
    }

    /// Adds a block of plain words unless it is blank.
    pub(crate) fn push_text(&mut self, kind: BlockKind, text: &str) {
        self.push(kind, Inline::of(text));
    }

    /// Whether no block was added yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.structure.blocks.is_empty()
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The blocks' kinds and texts.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (BlockKind, &str)> {
        self.structure
            .blocks
            .iter()
            .map(|b| (b.kind, b.range.slice(&self.text).unwrap_or_default()))
    }

    /// The same without some of its blocks; for documents without pages.
    pub(crate) fn without(self, is_dropped: &[bool]) -> Self {
        let mut kept = Self::default();
        let mut spans = self.structure.spans.iter().peekable();
        for (at, block) in self.structure.blocks.iter().enumerate() {
            let mut inline = Inline {
                text: block.range.slice(&self.text).unwrap_or_default().to_owned(),
                ..Inline::default()
            };
            while let Some(span) = spans.next_if(|span| span.range.end <= block.range.end) {
                let place = |offset: u32| (offset - block.range.start) as usize;
                inline.spans.push((
                    span.kind.clone(),
                    place(span.range.start),
                    place(span.range.end),
                ));
            }
            if !is_dropped.get(at).copied().unwrap_or(false) {
                kept.push(block.kind, inline);
            }
        }
        kept
    }

    /// The finished text and its structure.
    pub(crate) fn finish(mut self) -> (String, Structure) {
        let ends = self
            .pages
            .iter()
            .skip(1)
            .map(|page| page.1)
            .chain([self.text.len()]);
        let pages = self
            .pages
            .iter()
            .zip(ends)
            .map(|((label, start), end)| Page {
                label: label.clone(),
                range: TextRange::new(*start, end.max(*start)).trimmed(&self.text),
            });
        self.structure.pages = pages.filter(|page| !page.range.is_empty()).collect();
        (self.text, self.structure)
    }

    fn separate(&mut self, kind: BlockKind) {
        let Some(last) = self.structure.blocks.last() else {
            return;
        };
        let same = matches!(
            (last.kind, kind),
            (BlockKind::ListItem { .. }, BlockKind::ListItem { .. })
                | (BlockKind::TableRow { .. }, BlockKind::TableRow { .. })
        );
        self.text.push_str(if same { "\n" } else { "\n\n" });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check_structure;

    #[test]
    fn white_space_collapses_and_spans_follow() {
        let mut inline = Inline::default();
        inline.push("  The \n minister\u{a0}");
        inline.open(SpanKind::Strong);
        inline.push(" of\u{ad}fered ");
        inline.close();
        inline.push(" terms. ");
        let mut composer = Composer::default();
        composer.push(BlockKind::Paragraph, inline);
        let (text, structure) = composer.finish();
        assert_eq!(text, "The minister offered terms.");
        assert_eq!(structure.spans[0].range.slice(&text), Some("offered"));
        check_structure(&text, &structure).unwrap();
    }

    #[test]
    fn decomposed_letters_are_composed_and_spans_stay_on_their_words() {
        let mut inline = Inline::of("Cafe\u{301} de ");
        inline.open(SpanKind::Emphasis);
        inline.push("Tesh");
        inline.close();
        let mut composer = Composer::default();
        composer.push(BlockKind::Paragraph, inline);
        let (text, structure) = composer.finish();
        assert_eq!(text, "Café de Tesh");
        assert_eq!(structure.spans[0].range.slice(&text), Some("Tesh"));
    }

    #[test]
    fn a_page_may_begin_inside_a_block() {
        let mut inline = Inline::default();
        inline.begin_page("i".into());
        inline.push("One sentence that runs ");
        inline.begin_page("ii".into());
        inline.push("over the page.");
        let mut composer = Composer::default();
        composer.push(BlockKind::Paragraph, inline);
        let (text, structure) = composer.finish();
        let pages: Vec<_> = structure
            .pages
            .iter()
            .map(|p| p.range.slice(&text).unwrap())
            .collect();
        assert_eq!(pages, ["One sentence that runs", "over the page."]);
        check_structure(&text, &structure).unwrap();
    }

    proptest! {
        #[test]
        fn whatever_is_pushed_the_structure_holds(
            pieces in prop::collection::vec(("(?s).{0,30}", 0_u8..7), 0..40)
        ) {
            let mut composer = Composer::default();
            let mut inline = Inline::default();
            for (text, action) in pieces {
                match action {
                    0 => inline.open(SpanKind::Emphasis),
                    1 => inline.close(),
                    2 => inline.line_break(),
                    3 => inline.begin_page("1".into()),
                    4 => composer.push(BlockKind::Paragraph, inline.split()),
                    5 => composer.push(BlockKind::ListItem { ordered: false, depth: 0 }, inline.split()),
                    _ => {}
                }
                inline.push(&text);
            }
            composer.push(BlockKind::Paragraph, inline);
            let (text, structure) = composer.finish();
            prop_assert_eq!(check_structure(&text, &structure), Ok(()));
        }
    }
}
