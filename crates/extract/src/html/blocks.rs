//! HTML elements to blocks. Only words, structure and the addresses of links are taken over: no
//! element, attribute or script of a page survives.

use dossier_text::{BlockKind, SpanKind};
use scraper::{ElementRef, Html, Node};

use crate::compose::{Composer, Inline};

/// Deepest nesting that is followed; hostile pages nest without end.
const MAX_DEPTH: usize = 400;

/// Elements without text of the document.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "embed",
    "canvas", "audio", "video", "button", "input", "select", "textarea", "map", "area", "dialog",
    "link", "meta", "title", "datalist", "progress", "meter",
];

/// Elements around a page's text that are skipped when the whole page is taken.
const AROUND: &[&str] = &["nav", "header", "footer", "aside", "form", "menu"];

/// Adds the blocks of a piece of HTML.
pub(crate) fn push_fragment(composer: &mut Composer, html: &str) {
    let fragment = Html::parse_fragment(html);
    Walker::new(composer, false).run(fragment.root_element());
}

/// Adds the blocks of a whole page without what usually surrounds an article; if nothing is left,
/// with it.
pub(super) fn push_page(composer: &mut Composer, page: &Html) {
    Walker::new(composer, true).run(page.root_element());
    if composer.is_empty() {
        Walker::new(composer, false).run(page.root_element());
    }
}

/// The address of a link that is kept: `http`, `https` and `mailto`, made absolute where the page's
/// address is known.
pub(crate) fn kept_link(href: &str, base: Option<&str>) -> Option<String> {
    let href = href.trim();
    let lower = href.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
    {
        return Some(href.to_owned());
    }
    let base = base?;
    let (scheme, rest) = base.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    if let Some(rest) = href.strip_prefix("//") {
        Some(format!("{scheme}://{rest}"))
    } else if href.starts_with('/') {
        Some(format!("{scheme}://{host}{href}"))
    } else {
        None
    }
}

/// Walks a tree and cuts it into blocks.
struct Walker<'c> {
    composer: &'c mut Composer,
    skips_around: bool,
    inline: Inline,
    /// What the block being gathered is.
    kind: BlockKind,
}

impl<'c> Walker<'c> {
    fn new(composer: &'c mut Composer, skips_around: bool) -> Self {
        Self {
            composer,
            skips_around,
            inline: Inline::default(),
            kind: BlockKind::Paragraph,
        }
    }

    fn run(mut self, root: ElementRef<'_>) {
        self.children(root, 0, 0);
        self.end_block();
    }

    fn children(&mut self, element: ElementRef<'_>, lists: u8, depth: usize) {
        if depth > MAX_DEPTH {
            return self.inline.push(&element.text().collect::<String>());
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.inline.push(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, lists, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, lists: u8, depth: usize) {
        let name = element.value().name();
        if SKIPPED.contains(&name) || (self.skips_around && AROUND.contains(&name)) {
            return;
        }
        match name {
            "br" => self.inline.line_break(),
            "hr" => self.end_block(),
            "em" | "i" | "cite" | "dfn" | "var" => {
                self.span(SpanKind::Emphasis, element, lists, depth)
            }
            "strong" | "b" => self.span(SpanKind::Strong, element, lists, depth),
            "a" => match element
                .value()
                .attr("href")
                .and_then(|href| kept_link(href, None))
            {
                Some(href) => self.span(SpanKind::Link { href }, element, lists, depth),
                None => self.children(element, lists, depth),
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.block(BlockKind::Heading { level }, element, lists, depth);
            }
            "blockquote" => self.block(BlockKind::BlockQuote, element, lists, depth),
            "ul" | "ol" | "menu" | "dir" => self.inside(element, lists.saturating_add(1), depth),
            "li" => {
                let ordered = element
                    .parent()
                    .and_then(ElementRef::wrap)
                    .is_some_and(|p| p.value().name() == "ol");
                let depth_of_list = lists.saturating_sub(1);
                self.block(
                    BlockKind::ListItem {
                        ordered,
                        depth: depth_of_list,
                    },
                    element,
                    lists,
                    depth,
                );
            }
            "table" => self.table(element, lists, depth),
            "figcaption" | "caption" => self.block(BlockKind::Caption, element, lists, depth),
            "pre" => self.preformatted(element),
            "p" => self.inside(element, lists, depth),
            name if is_block(name) => self.inside(element, lists, depth),
            "td" | "th" => {
                self.children(element, lists, depth);
                self.inline.push(" ");
            }
            _ => self.children(element, lists, depth),
        }
    }

    fn span(&mut self, kind: SpanKind, element: ElementRef<'_>, lists: u8, depth: usize) {
        self.inline.open(kind);
        self.children(element, lists, depth);
        self.inline.close();
    }

    /// An element whose text is of a kind of its own.
    fn block(&mut self, kind: BlockKind, element: ElementRef<'_>, lists: u8, depth: usize) {
        self.end_block();
        let inner = self.nested(kind);
        let outer = std::mem::replace(&mut self.kind, inner);
        self.children(element, lists, depth);
        self.end_block();
        self.kind = outer;
    }

    /// What a block is inside the one around it: a heading stays one, a list in a quotation too.
    fn nested(&self, kind: BlockKind) -> BlockKind {
        match (self.kind, kind) {
            (BlockKind::Heading { .. } | BlockKind::Caption, BlockKind::BlockQuote) => self.kind,
            _ => kind,
        }
    }

    /// An element that begins and ends a block and says nothing of its kind.
    fn inside(&mut self, element: ElementRef<'_>, lists: u8, depth: usize) {
        self.end_block();
        self.children(element, lists, depth);
        self.end_block();
    }

    fn preformatted(&mut self, element: ElementRef<'_>) {
        self.end_block();
        let text: String = element.text().collect();
        self.inline.push_preformatted(text.trim_matches('\n'));
        let outer = std::mem::replace(&mut self.kind, BlockKind::Code);
        self.end_block();
        self.kind = outer;
    }

    /// A table of data becomes rows; one that lays out a page, or holds one cell a row, is walked
    /// like any other element.
    fn table(&mut self, table: ElementRef<'_>, lists: u8, depth: usize) {
        let rows = rows_of(table);
        let is_layout = rows.iter().all(|row| row.len() < 2)
            || rows
                .iter()
                .flatten()
                .any(|cell| cell.descendent_elements().skip(1).any(holds_blocks));
        if is_layout {
            return self.inside(table, lists, depth);
        }
        self.end_block();
        for caption in table
            .child_elements()
            .filter(|child| child.value().name() == "caption")
        {
            self.block(BlockKind::Caption, caption, lists, depth);
        }
        for row in rows {
            let header = row.iter().all(|cell| cell.value().name() == "th");
            for cell in row {
                self.cell(cell, lists, depth);
            }
            let outer = std::mem::replace(&mut self.kind, BlockKind::TableRow { header });
            self.end_block();
            self.kind = outer;
        }
    }

    /// A cell is one line whatever blocks it holds.
    fn cell(&mut self, cell: ElementRef<'_>, _lists: u8, _depth: usize) {
        for node in cell.descendants() {
            match node.value() {
                Node::Text(text) => {
                    let skipped = node
                        .ancestors()
                        .filter_map(ElementRef::wrap)
                        .any(|a| SKIPPED.contains(&a.value().name()));
                    if !skipped {
                        self.inline.push(text);
                    }
                }
                Node::Element(element) if is_block(element.name()) || element.name() == "br" => {
                    self.inline.push(" ");
                }
                _ => {}
            }
        }
        self.inline.cell();
    }

    fn end_block(&mut self) {
        let inline = self.inline.split();
        if !inline.is_blank() {
            self.composer.push(self.kind, inline);
        }
    }
}

fn rows_of<'a>(table: ElementRef<'a>) -> Vec<Vec<ElementRef<'a>>> {
    let is_cell = |cell: &ElementRef<'_>| matches!(cell.value().name(), "td" | "th");
    table
        .descendent_elements()
        .filter(|row| row.value().name() == "tr")
        .filter(|row| {
            let own = row
                .ancestors()
                .filter_map(ElementRef::wrap)
                .find(|a| a.value().name() == "table");
            own.is_some_and(|own| own.id() == table.id())
        })
        .map(|row| row.child_elements().filter(is_cell).collect())
        .collect()
}

fn holds_blocks(element: ElementRef<'_>) -> bool {
    let name = element.value().name();
    matches!(
        name,
        "table" | "h1" | "h2" | "h3" | "h4" | "blockquote" | "article" | "section"
    ) || (name == "p" && element.text().map(str::len).sum::<usize>() > 400)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "figure"
            | "dl"
            | "dt"
            | "dd"
            | "address"
            | "details"
            | "summary"
            | "tr"
            | "tbody"
            | "thead"
            | "tfoot"
            | "fieldset"
            | "form"
            | "center"
            | "body"
            | "hgroup"
            | "search"
            | "legend"
            | "option"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_structure;

    fn blocks(html: &str) -> Vec<(String, &'static str)> {
        let mut composer = Composer::default();
        push_fragment(&mut composer, html);
        let (text, structure) = composer.finish();
        check_structure(&text, &structure).unwrap();
        let slice = |range: dossier_text::TextRange| range.slice(&text).unwrap().to_owned();
        structure
            .blocks
            .iter()
            .map(|b| (slice(b.range), b.kind.name()))
            .collect()
    }

    #[test]
    fn elements_become_blocks() {
        let html = "<h2>The <em>port</em></h2><div>Loose words<p>A paragraph<br>of two lines.</p></div>\
            <blockquote><p>Said once.</p><p>Said twice.</p></blockquote>\
            <ul><li>one<ul><li>inner</li></ul></li></ul><figure><img><figcaption>The quay</figcaption></figure>\
            <table><tr><th>Year</th><th>Flow</th></tr><tr><td>2020</td><td>14.6</td></tr></table>\
            <pre>a\n  b</pre><script>alert('no')</script>";
        let expected = [
            ("The port", "heading"),
            ("Loose words", "paragraph"),
            ("A paragraph\nof two lines.", "paragraph"),
            ("Said once.", "block-quote"),
            ("Said twice.", "block-quote"),
            ("one", "list-item"),
            ("inner", "list-item"),
            ("The quay", "caption"),
            ("Year\tFlow", "table-row"),
            ("2020\t14.6", "table-row"),
            ("a\n  b", "code"),
        ];
        assert_eq!(
            blocks(html),
            expected.map(|(text, kind)| (text.to_owned(), kind))
        );
    }

    #[test]
    fn only_plain_links_are_kept() {
        for (href, kept) in [
            ("https://basin.example/a", Some("https://basin.example/a")),
            (
                "mailto:press@basin.example",
                Some("mailto:press@basin.example"),
            ),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("//cdn.example/x", Some("https://cdn.example/x")),
            ("/about", Some("https://basin.example/about")),
            ("#note", None),
        ] {
            assert_eq!(
                kept_link(href, Some("https://basin.example/b/c")).as_deref(),
                kept,
                "{href}"
            );
        }
    }

    #[test]
    fn endless_nesting_ends() {
        let html = "<div>".repeat(20_000) + "deep";
        assert_eq!(blocks(&html), [("deep".to_owned(), "paragraph")]);
    }
}
