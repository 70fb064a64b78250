use serde::{Deserialize, Serialize};

use crate::TextRange;

/// What a block of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading within the text; `level` 1 to 6. The document's own title is metadata, not a block.
    Heading { level: u8 },
    /// Running text.
    Paragraph,
    /// A passage set apart as quoted.
    BlockQuote,
    /// One item of a list; `depth` counts from 0.
    ListItem { ordered: bool, depth: u8 },
    /// One row of a table, its cells separated by a tab.
    TableRow { header: bool },
    /// The caption of a figure or table.
    Caption,
    /// A footnote or endnote.
    Note,
    /// Preformatted text.
    Code,
}

impl BlockKind {
    /// The kind's name as scripts see it: `heading`, `paragraph`, `block-quote` …
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::BlockQuote => "block-quote",
            Self::ListItem { .. } => "list-item",
            Self::TableRow { .. } => "table-row",
            Self::Caption => "caption",
            Self::Note => "note",
            Self::Code => "code",
        }
    }
}

/// One block of a document's text.
///
/// Blocks are in text order and do not overlap; what lies between two of them is white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    #[serde(flatten)]
    pub kind: BlockKind,
    #[serde(flatten)]
    pub range: TextRange,
}

/// How a run of characters inside a block is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SpanKind {
    /// Emphasised, usually italic.
    Emphasis,
    /// Strongly emphasised, usually bold.
    Strong,
    /// A link; only `http`, `https` and `mailto` addresses are kept.
    Link { href: String },
}

/// A run of characters inside one block that is set differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    #[serde(flatten)]
    pub kind: SpanKind,
    #[serde(flatten)]
    pub range: TextRange,
}

/// A page of a paged document, for locators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The page's label as printed, or its number counted from 1.
    pub label: String,
    #[serde(flatten)]
    pub range: TextRange,
}

/// The structure of a document's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structure {
    /// In text order, not overlapping.
    pub blocks: Vec<Block>,
    /// In order of their start; each lies within one block.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// In text order; empty for a document without pages.
    #[serde(default)]
    pub pages: Vec<Page>,
}

impl Structure {
    /// The structure of a text that has none: a paragraph for every run of lines between blank lines.
    #[must_use]
    pub fn of_plain_text(text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = None;
        let mut end = 0;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.trim().is_empty() {
                if let Some(start) = start.take() {
                    blocks.push(paragraph(text, start, end));
                }
            } else {
                start.get_or_insert(at);
                end = at + line.len();
            }
            at += line.len();
        }
        if let Some(start) = start {
            blocks.push(paragraph(text, start, end));
        }
        Self {
            blocks,
            ..Self::default()
        }
    }

    /// The block that holds the byte `offset`, or the last one before it.
    #[must_use]
    pub fn block_at(&self, offset: u32) -> Option<&Block> {
        let after = self
            .blocks
            .partition_point(|block| block.range.start <= offset);
        self.blocks.get(after.checked_sub(1)?)
    }

    /// The page that holds the byte `offset`.
    #[must_use]
    pub fn page_at(&self, offset: u32) -> Option<&Page> {
        let after = self
            .pages
            .partition_point(|page| page.range.start <= offset);
        self.pages.get(after.checked_sub(1)?)
    }
}

fn paragraph(text: &str, start: usize, end: usize) -> Block {
    Block {
        kind: BlockKind::Paragraph,
        range: TextRange::new(start, end).trimmed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_has_a_paragraph_between_blank_lines() {
        let text = "\n One line\nand another. \n\n\nSecond.\n";
        let structure = Structure::of_plain_text(text);
        let slices: Vec<_> = structure
            .blocks
            .iter()
            .map(|b| b.range.slice(text).unwrap())
            .collect();
        assert_eq!(slices, ["One line\nand another.", "Second."]);
    }

    #[test]
    fn a_block_is_stored_flat() {
        let block = Block {
            kind: BlockKind::Heading { level: 2 },
            range: TextRange::new(3, 7),
        };
        let json = serde_json::to_string(&block).unwrap();
        assert_eq!(json, r#"{"kind":"heading","level":2,"start":3,"end":7}"#);
        assert_eq!(serde_json::from_str::<Block>(&json).unwrap(), block);
    }
}
