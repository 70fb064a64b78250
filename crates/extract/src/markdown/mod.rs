//! Markdown with or without front matter.

mod front_matter;

use dossier_text::{BlockKind, SpanKind};
use front_matter::FrontMatter;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{
    Draft, Input, byline,
    compose::{Composer, Inline},
    date::{self, Order},
    html, kind, language,
    metadata::{Metadata, Origin, Sourced},
};

/// Reads a Markdown text.
pub(crate) fn extract(text: &str, _input: &Input<'_>) -> Draft {
    let (front, body) = FrontMatter::split(text);
    let mut metadata = of_front_matter(&front);
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(body, options) {
        reader.event(event);
    }
    reader.end_block();
    // Notes stand where they are defined, which in most files is the end.
    if let Some(title) = reader.title.take() {
        let stated = metadata.title.as_ref().map(|title| title.value.as_str());
        if stated.is_none() {
            metadata.title = Some(Sourced::new(title, Origin::Byline));
        }
    }
    metadata.language = language::of(
        reader.composer.text(),
        front.text(&["language", "lang", "locale"]),
    );
    Draft {
        composer: reader.composer,
        metadata,
        diagnostics: Vec::new(),
    }
}

fn of_front_matter(front: &FrontMatter) -> Metadata {
    let stated = |keys: &[&str]| {
        front
            .text(keys)
            .map(|v| Sourced::new(v.to_owned(), Origin::Stated))
    };
    let language = front
        .text(&["language", "lang", "locale"])
        .and_then(language::tag);
    let order = Order::of_language(language.as_deref());
    let authors = front.list(&["authors", "author", "creator", "creators", "by", "byline"]);
    let is_one = authors.len() == 1;
    // One value may still list several people; a list is taken as it is.
    let authors = authors.iter().flat_map(|author| {
        if is_one && author.contains([';', '&']) || author.contains(" and ") && is_people(author) {
            byline::names(author)
        } else {
            vec![(*author).to_owned()]
        }
    });
    let kind = front.text(&["type", "kind", "genre", "document_type", "document-type"]);
    let title = stated(&["title", "headline"]);
    Metadata {
        authors: authors
            .map(|name| Sourced::new(name, Origin::Stated))
            .collect(),
        publisher: stated(&[
            "publisher",
            "publication",
            "site_name",
            "sitename",
            "site",
            "source_name",
            "institution",
            "organization",
            "organisation",
            "journal",
            "newspaper",
            "container-title",
        ]),
        published: front
            .text(&[
                "date",
                "published",
                "publish_date",
                "publication_date",
                "published_at",
                "datepublished",
                "pubdate",
                "issued",
                "created",
            ])
            .and_then(|value| date::parse(value, order))
            .map(|date| Sourced::new(date, Origin::Stated)),
        url: front
            .text(&[
                "url",
                "canonical",
                "canonical_url",
                "link",
                "source_url",
                "source",
            ])
            .filter(|url| url.starts_with("http"))
            .map(str::to_owned),
        language: None,
        kind: kind::of(kind, title.as_ref().map(|t| t.value.as_str()), &[], None),
        title,
    }
}

/// Whether both sides of "and" are people: "Ana Kel and Ben Ortay", not "Water and Borders".
fn is_people(list: &str) -> bool {
    list.split(" and ")
        .flat_map(|part| part.split(','))
        .all(|name| byline::is_person(name.trim()))
}

/// Turns the parser's events into blocks.
#[derive(Default)]
struct Reader {
    composer: Composer,
    inline: Inline,
    /// Kinds that the blocks inside inherit: quotations, items, notes.
    containers: Vec<Container>,
    kind: Option<BlockKind>,
    /// Whether each open link is one that is kept.
    links: Vec<bool>,
    /// The first heading of level 1 before any other block.
    title: Option<String>,
    code: String,
    /// HTML inside the Markdown, gathered until something else comes.
    html: String,
    is_table_head: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quote,
    List { ordered: bool },
    Item,
    Note,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        if !matches!(
            event,
            Event::Html(_) | Event::InlineHtml(_) | Event::End(TagEnd::HtmlBlock)
        ) {
            self.flush_html();
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.kind == Some(BlockKind::Code) => self.code.push_str(&text),
            Event::Text(text) | Event::Code(text) => self.inline.push(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.inline.push(&text),
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(tag) => {
                let is_break = tag.to_ascii_lowercase().starts_with("<br");
                if is_break {
                    self.inline.line_break();
                }
            }
            Event::SoftBreak => self.inline.push(" "),
            Event::HardBreak => self.inline.line_break(),
            // The number of a note is no word of the sentence.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::Rule => self.end_block(),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.begin_block(BlockKind::Paragraph),
            Tag::Heading { level, .. } => {
                self.begin_block(BlockKind::Heading { level: level as u8 });
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(start) => self.enter(Container::List {
                ordered: start.is_some(),
            }),
            Tag::Item => self.enter(Container::Item),
            Tag::FootnoteDefinition(_) => self.enter(Container::Note),
            Tag::CodeBlock(_) => self.begin_block(BlockKind::Code),
            Tag::TableHead | Tag::TableRow => {
                self.is_table_head = matches!(tag, Tag::TableHead);
                self.begin_block(BlockKind::TableRow {
                    header: self.is_table_head,
                });
            }
            Tag::Emphasis => self.inline.open(SpanKind::Emphasis),
            Tag::Strong => self.inline.open(SpanKind::Strong),
            Tag::Link { dest_url, .. } => {
                let href = html::kept_link(&dest_url, None);
                self.links.push(href.is_some());
                if let Some(href) = href {
                    self.inline.open(SpanKind::Link { href });
                }
            }
            // The words for a picture are not the document's text.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => {
                self.end_block();
            }
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::TableCell => self.inline.cell(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.end_block();
                self.containers.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong => self.inline.close(),
            TagEnd::Link if self.links.pop() == Some(true) => self.inline.close(),
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.end_block();
        self.containers.push(container);
    }

    fn begin_block(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = Some(kind);
    }

    /// The first heading of level 1 is the document's title and no block of its text.
    fn end_heading(&mut self, level: u8) {
        if level == 1
            && self.title.is_none()
            && self.composer.is_empty()
            && self.containers.is_empty()
        {
            let inline = std::mem::take(&mut self.inline);
            self.kind = None;
            self.title = Some(inline.text().trim().to_owned()).filter(|title| !title.is_empty());
        } else {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let kind = self.kind.take();
        let mut inline = std::mem::take(&mut self.inline);
        if kind == Some(BlockKind::Code) {
            inline.push_preformatted(&std::mem::take(&mut self.code));
        }
        let kind = self.kind_of(kind.unwrap_or(BlockKind::Paragraph));
        self.composer.push(kind, inline);
    }

    /// What a block is inside its containers.
    fn kind_of(&self, kind: BlockKind) -> BlockKind {
        if kind != BlockKind::Paragraph {
            return kind;
        }
        let lists = self
            .containers
            .iter()
            .filter(|c| matches!(c, Container::List { .. }))
            .count();
        for container in self.containers.iter().rev() {
            match container {
                Container::Quote => return BlockKind::BlockQuote,
                Container::Note => return BlockKind::Note,
                Container::List { ordered } => {
                    let depth = u8::try_from(lists - 1).unwrap_or(u8::MAX);
                    return BlockKind::ListItem {
                        ordered: *ordered,
                        depth,
                    };
                }
                Container::Item => {}
            }
        }
        kind
    }

    /// Adds the blocks of HTML inside the Markdown; comments and scripts are none.
    fn flush_html(&mut self) {
        if !self.html.trim().is_empty() {
            self.end_block();
            html::push_fragment(&mut self.composer, &self.html);
        }
        self.html.clear();
    }
}

#[cfg(test)]
mod tests;
