//! Word documents (Office Open XML).

mod body;
mod style;
mod xml;

use std::collections::HashMap;

use body::{Reader, References};
use dossier_text::{BlockKind, Diagnostic};
use style::{Numbering, Styles, relationships};
use xml::{Archive, Xml};

use crate::{
    Draft, Error, Input, byline,
    compose::Composer,
    date::{self, Order},
    kind, language,
    metadata::{Metadata, Origin, Sourced},
    plain,
};

/// Reads a Word document.
///
/// # Errors
///
/// [`Error::Damaged`] where the archive or its main part cannot be read.
pub(crate) fn extract(input: &Input<'_>) -> Result<Draft, Error> {
    let mut package = Package::open(input.bytes)?;
    let document = package.document()?;
    let part = |package: &mut Package<'_>, kind, default| {
        package.related_part(kind, default).unwrap_or_default()
    };
    let styles = Styles::parse(&part(&mut package, "/styles", "styles.xml"));
    let numbering = Numbering::parse(&part(&mut package, "/numbering", "numbering.xml"));
    let footnotes = notes(&part(&mut package, "/footnotes", "footnotes.xml"));
    let endnotes = notes(&part(&mut package, "/endnotes", "endnotes.xml"));
    let (links, chunks) = (package.links(), package.chunks());
    let references = || References {
        styles: &styles,
        numbering: &numbering,
        links: &links,
        chunks: &chunks,
    };
    let mut composer = Composer::default();
    let mut reader = Reader::new(references(), &mut composer, BlockKind::Paragraph);
    if !reader.read(&document) {
        let message = "The document breaks off: what follows the damage is missing.";
        package.diagnostics.push(Diagnostic::new(message));
    }
    let (title, referred) = (reader.title.take(), std::mem::take(&mut reader.notes));
    for (is_endnote, id) in referred {
        let notes = if is_endnote { &endnotes } else { &footnotes };
        if let Some(note) = notes.iter().find(|(note, _)| *note == id) {
            Reader::new(references(), &mut composer, BlockKind::Note).read(&note.1);
        }
    }
    let core = package
        .part_at("/docProps/core.xml")
        .map(|part| properties(&part))
        .unwrap_or_default();
    let metadata = metadata(&core, title, composer.text(), styles.language.as_deref());
    Ok(Draft {
        composer,
        metadata,
        diagnostics: package.diagnostics,
    })
}

/// The archive with what its main part refers to.
struct Package<'b> {
    archive: Archive<'b>,
    /// The path of the main part.
    main: String,
    /// Ids, types and targets of the main part's relationships.
    related: Vec<(String, String, String)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'b> Package<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        let mut archive = Archive::open(bytes)?;
        let package = archive
            .part("_rels/.rels")?
            .map(|part| relationships(&part))
            .unwrap_or_default();
        let main = package
            .into_iter()
            .find(|(_, kind, _)| kind.ends_with("/officeDocument"));
        let main = main.map_or_else(|| "word/document.xml".to_owned(), |(.., target)| target);
        let main = main.trim_start_matches('/').to_owned();
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let related = archive.part(&format!("{folder}/_rels/{file}.rels"))?;
        let related = related.map(|part| relationships(&part)).unwrap_or_default();
        Ok(Self {
            archive,
            main,
            related,
            diagnostics: Vec::new(),
        })
    }

    fn document(&mut self) -> Result<String, Error> {
        let missing = || Error::Damaged {
            reason: format!("its main part {} is missing", self.main),
        };
        self.archive.part(&self.main)?.ok_or_else(missing)
    }

    /// A part by the type of its relationship, or by its usual name.
    fn related_part(&mut self, kind: &str, default: &str) -> Option<String> {
        let related = self.related.iter().find(|(_, of, _)| of.ends_with(kind));
        let target = related.map_or(default, |(.., target)| target).to_owned();
        self.part_at(&target)
    }

    /// A part by its target; one that cannot be unpacked is left out and reported.
    fn part_at(&mut self, target: &str) -> Option<String> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if target.starts_with('/') {
            target.to_owned()
        } else {
            format!("{folder}/{target}")
        };
        self.archive.part(&path).unwrap_or_else(|error| {
            let message = format!("A part of the document was left out. {error}");
            self.diagnostics.push(Diagnostic::new(message));
            None
        })
    }

    fn links(&self) -> HashMap<String, String> {
        self.related
            .iter()
            .map(|(id, _, target)| (id.clone(), target.clone()))
            .collect()
    }

    /// Web pages that stand in for a part of the text.
    fn chunks(&mut self) -> HashMap<String, String> {
        let is_page = |target: &str| target.to_lowercase().contains("htm");
        let pages: Vec<(String, String)> = self
            .related
            .iter()
            .filter(|(_, kind, target)| kind.ends_with("/aFChunk") && is_page(target))
            .map(|(id, _, target)| (id.clone(), target.clone()))
            .collect();
        pages
            .into_iter()
            .filter_map(|(id, target)| Some((id, self.part_at(&target)?)))
            .collect()
    }
}

/// The notes of a part: their ids and their XML, written anew from its events.
fn notes(part: &str) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = Vec::new();
    let mut depth = 0;
    xml::read(part, |event| match event {
        Xml::Start { name, attributes } => {
            if matches!(name.as_str(), "footnote" | "endnote") {
                let id = xml::attribute(&attributes, "id")
                    .unwrap_or_default()
                    .to_owned();
                notes.push((id, String::new()));
                depth = 1;
            } else if depth > 0
                && let Some((_, note)) = notes.last_mut()
            {
                note.push_str(&format!("<{name}"));
                for (key, value) in &attributes {
                    note.push_str(&format!(" {key}=\"{}\"", quick_xml::escape::escape(value)));
                }
                note.push('>');
            }
        }
        Xml::End { name } if matches!(name.as_str(), "footnote" | "endnote") => depth = 0,
        Xml::End { name } => {
            if depth > 0
                && let Some((_, note)) = notes.last_mut()
            {
                note.push_str(&format!("</{name}>"));
            }
        }
        Xml::Text(text) => {
            if depth > 0
                && let Some((_, note)) = notes.last_mut()
            {
                note.push_str(&quick_xml::escape::escape(&text));
            }
        }
    });
    notes
}

/// The fields of the core properties by local name.
fn properties(part: &str) -> HashMap<String, String> {
    let mut fields: HashMap<String, String> = HashMap::new();
    let mut open = String::new();
    xml::read(part, |event| match event {
        Xml::Start { name, .. } => open = name,
        Xml::End { .. } => open.clear(),
        Xml::Text(text) => {
            if !open.is_empty() {
                fields.entry(open.clone()).or_default().push_str(&text);
            }
        }
    });
    fields.retain(|_, value| !value.trim().is_empty());
    fields
}

fn metadata(
    core: &HashMap<String, String>,
    shown_title: Option<String>,
    text: &str,
    style_language: Option<&str>,
) -> Metadata {
    let field = |name: &str| core.get(name).map(|value| value.trim().to_owned());
    // Of the default style's language only what the text does not contradict is believed.
    let language = match (field("language"), language::of(text, None)) {
        (Some(stated), _) => language::of(text, Some(&stated)),
        (None, Some(guess)) => Some(guess),
        (None, None) => language::of(text, style_language),
    };
    let order = Order::of_language(language.as_ref().map(|l| l.value.as_str()));
    let heads: Vec<&str> = text
        .split("\n\n")
        .take(8)
        .filter(|line| line.chars().count() < 100)
        .collect();
    let shown: Vec<_> = heads
        .iter()
        .map(|line| plain::byline_and_date(line, order))
        .collect();
    let stated_title = field("title").filter(|title| !crate::title::is_junk(title));
    // What is set as the title is what readers see; the property often is a template's.
    let title = shown_title
        .map(|title| Sourced::new(title, Origin::Byline))
        .or(stated_title.map(|title| Sourced::new(title, Origin::Stated)));
    let creator = field("creator").filter(|name| !crate::title::is_account(name));
    let shown_authors = shown
        .iter()
        .map(|(names, _)| names)
        .find(|names| !names.is_empty());
    let authors = match (shown_authors, creator) {
        (Some(names), _) => names
            .iter()
            .map(|n| Sourced::new(n.clone(), Origin::Byline))
            .collect(),
        (None, Some(names)) => byline::stated(&names)
            .into_iter()
            .map(|n| Sourced::new(n, Origin::Stated))
            .collect(),
        (None, None) => Vec::new(),
    };
    let published = shown
        .iter()
        .find_map(|(_, date)| *date)
        .map(|date| Sourced::new(date, Origin::Byline))
        .or_else(|| {
            let created = field("created").or(field("modified"))?;
            Some(Sourced::new(date::parse(&created, order)?, Origin::Stated))
        });
    let sections: Vec<String> = heads
        .iter()
        .take(4)
        .map(|head| (*head).to_owned())
        .collect();
    let kind = kind::of(
        None,
        title.as_ref().map(|t| t.value.as_str()),
        &sections,
        None,
    );
    Metadata {
        title,
        authors,
        publisher: None,
        published,
        url: None,
        language,
        kind,
    }
}
