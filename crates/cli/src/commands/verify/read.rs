//! Reading the quotations of an exported file.

use std::path::Path;

use dossier_library::export::jsonld;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

use crate::error::{Error, Result};

/// A quotation, and what says where it is from.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Quoted {
    pub(super) text: String,
    /// The annotation.
    pub(super) uuid: Option<String>,
    /// The document's id in the library that it was exported from.
    pub(super) document: Option<i64>,
    /// SHA-256 of the original.
    pub(super) sha256: Option<String>,
    /// The address of a W3C target.
    pub(super) source: Option<String>,
}

/// Reads the quotations of Markdown, of a web page, of Dossier's JSON or of JSON-LD.
pub(super) fn read(text: &str, path: &Path) -> Result<Vec<Quoted>> {
    let beginning = text.trim_start().get(..9).unwrap_or_default();
    if beginning.eq_ignore_ascii_case("<!doctype") {
        return Ok(html(text));
    }
    if !text.trim_start().starts_with(['{', '[']) {
        return Ok(markdown(text));
    }
    let value: Value = serde_json::from_str(text).map_err(|error| Error::Unsuitable {
        path: path.to_owned(),
        what: format!("is no JSON: {error}"),
    })?;
    if value["format"] == "dossier-notes" {
        return Ok(notes(&value));
    }
    let mut quoted = Vec::new();
    for found in jsonld::read(text)? {
        let found = found?;
        quoted.push(Quoted {
            text: found.selector.quote.exact,
            uuid: found.uuid,
            source: Some(found.source),
            ..Quoted::default()
        });
    }
    Ok(quoted)
}

fn notes(value: &Value) -> Vec<Quoted> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut quoted = Vec::new();
    for document in list(&value["documents"]) {
        for annotation in list(&document["annotations"]) {
            let uuid = annotation["id"].as_str();
            let uuid = uuid.and_then(|id| id.strip_prefix("urn:uuid:"));
            quoted.push(Quoted {
                text: annotation["quotation"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                uuid: uuid.map(str::to_owned),
                document: document["id"].as_i64(),
                sha256: document["sha256"].as_str().map(str::to_owned),
                source: None,
            });
        }
    }
    quoted
}

/// Reads the block quotes of a web page; in one that Dossier wrote they say where they are from.
fn html(text: &str) -> Vec<Quoted> {
    let page = Html::parse_document(text);
    let (Ok(quotes), Ok(paragraphs)) = (Selector::parse("blockquote"), Selector::parse("p")) else {
        return Vec::new();
    };
    let quoted = |quote: ElementRef<'_>| {
        let mut words: Vec<String> = quote.select(&paragraphs).map(words).collect();
        if words.is_empty() {
            words.push(self::words(quote));
        }
        let sections = quote.ancestors().filter_map(ElementRef::wrap);
        let mut sha256 = sections.filter_map(|section| section.attr("data-sha256"));
        Quoted {
            text: words.join("\n\n"),
            uuid: quote.attr("id").map(str::to_owned),
            sha256: sha256.next().map(str::to_owned),
            ..Quoted::default()
        }
    };
    page.select(&quotes).map(quoted).collect()
}

/// The words of an element; its breaks are breaks of lines.
fn words(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    for node in element.descendants() {
        match node.value() {
            // A break of a line within the source of the page says nothing.
            Node::Text(text) => words.push_str(text.trim_matches('\n')),
            Node::Element(element) if element.name() == "br" => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// Reads the block quotes of Markdown. The paragraph of a block quote that links back into Dossier
/// is its citation; the others are the quotation.
fn markdown(text: &str) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    let mut depth = 0;
    let mut current = Quoted::default();
    let mut paragraphs: Vec<String> = Vec::new();
    let mut citation = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_)) => {
                depth -= 1;
                if depth == 0 {
                    if let Some(at) = citation.take() {
                        paragraphs.remove(at);
                    }
                    current.text = paragraphs.join("\n");
                    quoted.push(std::mem::take(&mut current));
                    paragraphs.clear();
                }
            }
            _ if depth == 0 => {}
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::Item | Tag::Heading { .. }) => {
                paragraphs.push(String::new());
            }
            Event::Start(Tag::Link { dest_url, .. }) if link(&dest_url, &mut current) => {
                citation = paragraphs.len().checked_sub(1);
            }
            Event::Text(words) | Event::Code(words) | Event::Html(words) => {
                add(&mut paragraphs, &words);
            }
            Event::SoftBreak | Event::HardBreak => add(&mut paragraphs, "\n"),
            _ => {}
        }
    }
    quoted
}

fn add(paragraphs: &mut Vec<String>, words: &str) {
    match paragraphs.last_mut() {
        Some(paragraph) => paragraph.push_str(words),
        None => paragraphs.push(words.to_owned()),
    }
}

/// Reads `dossier://document/ID?annotation=UUID`; says whether it is such a link.
fn link(address: &str, quoted: &mut Quoted) -> bool {
    let Some(rest) = address.strip_prefix("dossier://document/") else {
        return false;
    };
    let (id, query) = rest.split_once('?').unwrap_or((rest, ""));
    quoted.document = id.parse().ok();
    let annotation = query
        .split('&')
        .find_map(|part| part.strip_prefix("annotation="));
    quoted.uuid = annotation.map(str::to_owned);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_quote_is_a_quotation_and_its_last_line_the_citation() {
        let text = "# Notes\n\n> First \\*line\\*\n> second line\n>\n> New paragraph.\n>\n> — Kerlan \
                    2021 · [open](dossier://document/7?annotation=ab-c)\n\nA note.\n\n> Bare words.\n";
        let quoted = markdown(text);
        let first = Quoted {
            text: "First *line*\nsecond line\nNew paragraph.".to_owned(),
            uuid: Some("ab-c".to_owned()),
            document: Some(7),
            ..Quoted::default()
        };
        let second = Quoted {
            text: "Bare words.".to_owned(),
            ..Quoted::default()
        };
        assert_eq!(quoted, [first, second]);
    }

    #[test]
    fn a_block_quote_of_a_page_says_where_it_is_from() {
        let page = "<!DOCTYPE html>\n<section data-sha256=\"ab\"><blockquote id=\"u\">\n<p>One &amp; \
                    two<br>\nthree</p>\n<p>Four</p>\n</blockquote></section><blockquote>Bare</blockquote>";
        let quoted = read(page, Path::new("a.html")).unwrap();
        let first = Quoted {
            text: "One & two\nthree\n\nFour".to_owned(),
            uuid: Some("u".to_owned()),
            sha256: Some("ab".to_owned()),
            ..Quoted::default()
        };
        let second = Quoted {
            text: "Bare".to_owned(),
            ..Quoted::default()
        };
        assert_eq!(quoted, [first, second]);
    }

    #[test]
    fn json_that_is_no_export_is_refused() {
        assert!(read("{\"a\": 1}", Path::new("a.json")).is_err());
        assert!(read("{", Path::new("a.json")).is_err());
    }
}
