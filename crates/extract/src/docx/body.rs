//! The text of a Word document: paragraphs, lists, tables, notes.

use std::collections::HashMap;

use dossier_text::{BlockKind, SpanKind};

use super::{
    style::{Numbering, Role, Styles},
    xml::{Xml, attribute, read},
};
use crate::compose::{Composer, Inline};

/// Elements whose content is not the document's text as it reads: deleted words, field codes,
/// phonetic guides, what old programs show instead, comments.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "rt",
    "Fallback",
    "pPrChange",
    "rPrChange",
    "binData",
    "fldData",
    "posOffset",
    "pctHeight",
    "pctWidth",
    "align",
];

/// What the body refers to.
pub(super) struct References<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a Numbering,
    /// Relationship ids of links and their addresses.
    pub(super) links: &'a HashMap<String, String>,
    /// Relationship ids of web pages that stand in for a part of the text, and their HTML.
    pub(super) chunks: &'a HashMap<String, String>,
}

/// A block that is finished but may still belong to a table cell.
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) inline: Inline,
    pub(super) is_title: bool,
}

/// A paragraph while it is read; text boxes nest them.
#[derive(Default)]
struct Paragraph {
    inline: Inline,
    style: Option<String>,
    outline: Option<u8>,
    numbering: Option<String>,
    level: u8,
    run: Run,
}

/// How the run being read is set.
#[derive(Default)]
struct Run {
    is_bold: bool,
    is_italic: bool,
    is_hidden: bool,
    /// How many spans were opened for it.
    open: usize,
    has_begun: bool,
}

/// Where finished blocks go.
enum Sink {
    Body,
    /// A row of a table with its cells.
    Row {
        cells: Vec<Vec<Piece>>,
        is_header: bool,
    },
}

/// Reads the blocks of one part.
pub(super) struct Reader<'a> {
    references: References<'a>,
    composer: &'a mut Composer,
    sinks: Vec<Sink>,
    paragraphs: Vec<Paragraph>,
    /// Depth inside skipped elements.
    skipped: usize,
    /// Whether the properties of a run are being read, where `b` means bold.
    in_run_properties: bool,
    /// Whether character data is text of the document.
    takes_text: bool,
    links: Vec<bool>,
    kind_of_plain: BlockKind,
    pub(super) title: Option<String>,
    /// Ids of the notes referred to, in order; true for endnotes.
    pub(super) notes: Vec<(bool, String)>,
}

impl<'a> Reader<'a> {
    /// A reader that adds to `composer`; paragraphs without a style of their own become
    /// `kind_of_plain`.
    pub(super) fn new(
        references: References<'a>,
        composer: &'a mut Composer,
        kind_of_plain: BlockKind,
    ) -> Self {
        Self {
            references,
            composer,
            sinks: vec![Sink::Body],
            paragraphs: Vec::new(),
            skipped: 0,
            in_run_properties: false,
            takes_text: false,
            links: Vec::new(),
            kind_of_plain,
            title: None,
            notes: Vec::new(),
        }
    }

    /// Reads a part; whether it was whole.
    pub(super) fn read(&mut self, part: &str) -> bool {
        let is_whole = read(part, |event| self.event(event));
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while self.sinks.len() > 1 {
            self.end_row();
        }
        is_whole
    }

    pub(super) fn event(&mut self, event: Xml) {
        match event {
            Xml::Start { name, .. } if SKIPPED.contains(&name.as_str()) => self.skipped += 1,
            Xml::End { name } if SKIPPED.contains(&name.as_str()) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Xml::Start { name, attributes } => self.start(&name, &attributes),
            Xml::End { name } => self.end(&name),
            Xml::Text(text) => {
                if self.takes_text {
                    self.text(&text);
                }
            }
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        let value = attribute(attributes, "val");
        let is_on = !matches!(value, Some("0" | "false" | "off" | "none"));
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tr" => self.sinks.push(Sink::Row {
                cells: Vec::new(),
                is_header: false,
            }),
            "tc" => {
                if let Some(Sink::Row { cells, .. }) = self.sinks.last_mut() {
                    cells.push(Vec::new());
                }
            }
            "tblHeader" => {
                if let Some(Sink::Row { is_header, .. }) = self.sinks.last_mut() {
                    *is_header = is_on;
                }
            }
            "t" => self.takes_text = true,
            "rPr" => self.in_run_properties = true,
            "hyperlink" => self.begin_link(attributes),
            "altChunk" => {
                let id = attribute(attributes, "id");
                if let Some(html) = id.and_then(|id| self.references.chunks.get(id)) {
                    crate::html::push_fragment(self.composer, html);
                }
            }
            "footnoteReference" | "endnoteReference" => {
                if let Some(id) = attribute(attributes, "id") {
                    self.notes.push((name.starts_with('e'), id.to_owned()));
                }
            }
            _ => self.paragraph_detail(name, value, is_on),
        }
    }

    fn paragraph_detail(&mut self, name: &str, value: Option<&str>, is_on: bool) {
        let in_run_properties = self.in_run_properties;
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match name {
            "pStyle" => paragraph.style = value.map(str::to_owned),
            "outlineLvl" => paragraph.outline = value.and_then(|level| level.parse().ok()),
            "numId" => paragraph.numbering = value.map(str::to_owned),
            "ilvl" => paragraph.level = value.and_then(|level| level.parse().ok()).unwrap_or(0),
            "r" => paragraph.run = Run::default(),
            "b" if in_run_properties => paragraph.run.is_bold = is_on,
            "i" if in_run_properties => paragraph.run.is_italic = is_on,
            "vanish" if in_run_properties => paragraph.run.is_hidden = is_on,
            "tab" if !in_run_properties => paragraph.inline.push(" "),
            "br" | "cr" => paragraph.inline.line_break(),
            "noBreakHyphen" => self.text("\u{2011}"),
            "ptab" => paragraph.inline.push(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "tr" => self.end_row(),
            "t" => self.takes_text = false,
            "rPr" => self.in_run_properties = false,
            "r" => self.end_run(),
            "hyperlink" => {
                if self.links.pop() == Some(true)
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.inline.close();
                }
            }
            _ => {}
        }
    }

    fn begin_link(&mut self, attributes: &[(String, String)]) {
        let address = attribute(attributes, "id").and_then(|id| self.references.links.get(id));
        let href = address.and_then(|address| crate::html::kept_link(address, None));
        self.links
            .push(href.is_some() && !self.paragraphs.is_empty());
        if let (Some(href), Some(paragraph)) = (href, self.paragraphs.last_mut()) {
            paragraph.inline.open(SpanKind::Link { href });
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let run = &mut paragraph.run;
        if run.is_hidden {
            return;
        }
        if !run.has_begun {
            run.has_begun = true;
            for (is_set, kind) in [
                (run.is_bold, SpanKind::Strong),
                (run.is_italic, SpanKind::Emphasis),
            ] {
                if is_set {
                    paragraph.inline.open(kind);
                    run.open += 1;
                }
            }
        }
        paragraph.inline.push(text);
    }

    fn end_run(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let run = std::mem::take(&mut paragraph.run);
            for _ in 0..run.open {
                paragraph.inline.close();
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let style = paragraph.style.as_deref();
        let role = style.and_then(|style| self.references.styles.role(style));
        let numbering = paragraph
            .numbering
            .as_deref()
            .or(style.and_then(|style| self.references.styles.numbering(style)))
            .filter(|numbering| *numbering != "0");
        let item = || BlockKind::ListItem {
            ordered: numbering
                .is_some_and(|n| self.references.numbering.is_ordered(n, paragraph.level)),
            depth: paragraph.level,
        };
        let kind = match (
            role,
            numbering,
            paragraph.outline.filter(|level| *level < 9),
        ) {
            // A numbered heading is a heading.
            (Some(Role::Block(kind)), ..) => kind,
            (_, _, Some(level)) => BlockKind::Heading {
                level: level.min(5) + 1,
            },
            (_, Some(_), _) | (Some(Role::List), ..) => item(),
            _ => self.kind_of_plain,
        };
        let piece = Piece {
            kind,
            inline: paragraph.inline,
            is_title: role == Some(Role::Title),
        };
        match self.sinks.last_mut() {
            Some(Sink::Row { cells, .. }) => match cells.last_mut() {
                Some(cell) => cell.push(piece),
                None => cells.push(vec![piece]),
            },
            _ => self.add(piece),
        }
    }

    /// Adds a block; the paragraph set as the document's title becomes its title.
    fn add(&mut self, piece: Piece) {
        let is_title = piece.is_title && self.title.is_none() && !piece.inline.is_blank();
        if is_title {
            self.title = Some(piece.inline.text().replace('\n', " ").trim().to_owned());
        } else {
            self.composer.push(piece.kind, piece.inline);
        }
    }

    /// A row of several cells is one block; a single cell is a frame around ordinary blocks.
    fn end_row(&mut self) {
        let Some(Sink::Row { cells, is_header }) =
            self.sinks.pop_if(|sink| matches!(sink, Sink::Row { .. }))
        else {
            return;
        };
        let pieces = match cells.len() {
            0 | 1 => cells.into_iter().flatten().collect(),
            _ => {
                let mut row = Inline::default();
                for cell in cells {
                    for piece in cell {
                        row.push(piece.inline.text());
                        row.push(" ");
                    }
                    row.cell();
                }
                vec![Piece {
                    kind: BlockKind::TableRow { header: is_header },
                    inline: row,
                    is_title: false,
                }]
            }
        };
        for piece in pieces {
            match self.sinks.last_mut() {
                // A table inside a cell is part of that cell's line.
                Some(Sink::Row { cells, .. }) => match cells.last_mut() {
                    Some(cell) => cell.push(piece),
                    None => cells.push(vec![piece]),
                },
                _ => self.add(piece),
            }
        }
    }
}
