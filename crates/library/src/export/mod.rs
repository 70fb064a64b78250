//! Taking notes out, every quotation verified against the stored text.
//!
//! At export each annotation's passage is cut again from the stored text version and compared with
//! the words that were annotated: what leaves is verbatim, or says that it is not.

mod csv;
mod html;
pub mod json;
pub mod jsonld;
mod markdown;
mod reference;

use std::{collections::BTreeMap, io, path::Path};

use dossier_cite::Item;
use dossier_text::{TextRange, selector::State};

use crate::{
    Document, Error, Library, Result, TextVersion,
    annotation::{Annotation, AnnotationFilter},
    files::write_whole,
    note::Note,
};

/// A format of exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown: quotation, citation, link back.
    Markdown,
    /// Dossier's own JSON.
    Json,
    /// W3C Web Annotation, JSON-LD.
    JsonLd,
    /// One self-contained web page.
    Html,
    /// A table, one annotation a row.
    Csv,
    /// References for LaTeX (BibLaTeX).
    Biblatex,
    /// References for reference managers.
    Ris,
    /// References as CSL-JSON.
    CslJson,
}

impl Format {
    /// The usual ending of a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::JsonLd => "jsonld",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Biblatex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }
}

/// What is exported.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub annotations: AnnotationFilter,
    /// Whether free notes go with them.
    pub with_notes: bool,
    /// The documents that this search finds go, annotated or not, instead of those annotated.
    pub documents: Option<String>,
}

impl Format {
    /// Whether it holds documents only, none of what was noted about them.
    #[must_use]
    pub fn is_of_documents(self) -> bool {
        matches!(self, Self::Biblatex | Self::Ris | Self::CslJson)
    }
}

/// An annotation ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedAnnotation {
    pub annotation: Annotation,
    /// The passage, cut from the stored text; the annotated words for an orphan.
    pub quotation: String,
    /// Whether the passage in the stored text is, to the letter, what was annotated.
    pub is_verbatim: bool,
    /// The page that it stands on, for paged documents.
    pub page: Option<String>,
    /// Position in the stored text, in code points.
    pub position: Option<(u32, u32)>,
}

/// A document with what is exported of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedDocument {
    pub document: Document,
    /// Number of the text version that was quoted.
    pub version: u32,
    /// SHA-256 of the original.
    pub file_sha256: String,
    /// Full citation, plain text.
    pub citation: String,
    /// Citation key, unique in the export.
    pub key: String,
    pub annotations: Vec<ExportedAnnotation>,
}

/// Everything that is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExportSet {
    pub documents: Vec<ExportedDocument>,
    pub notes: Vec<Note>,
    /// RFC 3339, UTC.
    pub exported_at: String,
}

impl ExportSet {
    /// How many annotations there are.
    #[must_use]
    pub fn annotations(&self) -> u32 {
        self.documents
            .iter()
            .map(|document| document.annotations.len() as u32)
            .sum()
    }

    /// How many quotations stand in the stored texts word for word.
    #[must_use]
    pub fn verified(&self) -> usize {
        let all = self.documents.iter().flat_map(|one| &one.annotations);
        all.filter(|exported| exported.is_verbatim).count()
    }

    /// A sentence for each quotation that is not verbatim.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        for document in &self.documents {
            let title = &document.document.title;
            for exported in document
                .annotations
                .iter()
                .filter(|exported| !exported.is_verbatim)
            {
                let words: String = exported
                    .annotation
                    .selector
                    .quote
                    .exact
                    .chars()
                    .take(60)
                    .collect();
                warnings.push(match exported.annotation.state {
                    State::Orphan => format!("“{words}…” no longer stands in “{title}”."),
                    _ => format!("“{words}…” is worded differently in “{title}” now."),
                });
            }
        }
        warnings
    }

    /// Writes the export.
    ///
    /// # Errors
    ///
    /// What `out` says.
    pub fn write(&self, format: Format, out: &mut dyn io::Write) -> io::Result<()> {
        match format {
            Format::Markdown => markdown::write(self, out),
            Format::Json => json::write(self, out),
            Format::JsonLd => jsonld::write(self, out),
            Format::Html => html::write(self, out),
            Format::Csv => csv::write(self, out),
            Format::Biblatex => reference::write_biblatex(self, out),
            Format::Ris => reference::write_ris(self, out),
            Format::CslJson => reference::write_csl_json(self, out),
        }
    }

    /// Writes the export to a file, whole or not at all; gives its length in bytes.
    ///
    /// # Errors
    ///
    /// What the disk says; the file that was there is then as it was.
    pub fn write_file(&self, format: Format, path: &Path) -> Result<u64> {
        write_whole(path, |file| self.write(format, file))
    }
}

impl Library {
    /// Gathers what a selection names, every passage cut from the stored text.
    ///
    /// # Errors
    ///
    /// When the database fails or a stored text is damaged.
    pub fn export_set(&self, selection: &Selection) -> Result<ExportSet> {
        let filter = AnnotationFilter {
            limit: None,
            offset: 0,
            ..selection.annotations.clone()
        };
        let (_, annotations) = self.annotations(&filter)?;
        let mut order = Vec::new();
        let mut by_document: BTreeMap<i64, (Document, Vec<Annotation>)> = BTreeMap::new();
        for (annotation, document) in annotations {
            let id = document.id;
            let entry = by_document.entry(id).or_insert_with(|| {
                order.push(id);
                (document, Vec::new())
            });
            entry.1.push(annotation);
        }
        if let Some(query) = &selection.documents {
            let mut ids = self.search_ids(query)?;
            ids.sort_unstable();
            for document in self.documents(&ids)? {
                let noted = by_document.remove(&document.id);
                let annotations = noted.map_or_else(Vec::new, |(_, annotations)| annotations);
                by_document.insert(document.id, (document, annotations));
            }
            order = ids;
        }
        let mut keys = dossier_cite::Keys::default();
        let mut documents = Vec::with_capacity(order.len());
        for id in order {
            let Some((document, annotations)) = by_document.remove(&id) else {
                continue;
            };
            let version = self.text_version(id)?;
            let item = item(&document);
            let exported = annotations
                .into_iter()
                .map(|annotation| export(annotation, &version));
            documents.push(ExportedDocument {
                version: version.number,
                citation: dossier_cite::citation(&item),
                key: keys.key(&item),
                annotations: exported.collect(),
                file_sha256: version.file_sha256,
                document,
            });
        }
        let notes = if selection.with_notes {
            self.notes()?
        } else {
            Vec::new()
        };
        Ok(ExportSet {
            documents,
            notes,
            exported_at: self.now(),
        })
    }

    /// The full citation of a document, plain text.
    ///
    /// # Errors
    ///
    /// [`crate::Error::NotFound`] for a document that is not there.
    pub fn citation(&self, document: i64) -> Result<String> {
        Ok(dossier_cite::citation(&item(&self.document(document)?)))
    }
}

/// A passage with its citation, for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedPassage {
    /// The words in quotation marks, and the full citation.
    pub plain: String,
    /// A block quote with its citation.
    pub markdown: String,
}

impl Library {
    /// Gives a passage of a stored text with its citation.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Invalid`] for a range that holds no words.
    pub fn cite_passage(&self, version: &TextVersion, range: TextRange) -> Result<CitedPassage> {
        let range = range.trimmed(&version.text);
        let words = range.slice(&version.text).filter(|words| !words.is_empty());
        let words =
            words.ok_or_else(|| Error::Invalid("The passage holds no words.".to_owned()))?;
        let item = item(&self.document(version.document)?);
        let page = version.structure.page_at(range.start);
        let page = page
            .map(|page| format!(", p. {}", page.label))
            .unwrap_or_default();
        let citation = dossier_cite::citation(&item);
        let short = format!("{}{page}", dossier_cite::short(&item));
        Ok(CitedPassage {
            plain: format!("“{words}” ({short})\n\n{citation}"),
            markdown: format!(
                "{}\n>\n> — {}\n",
                markdown::block_quote(words),
                markdown::escaped(&format!("{short}. {citation}"))
            ),
        })
    }
}

/// A document as a citation names it.
#[must_use]
pub fn item(document: &Document) -> Item {
    Item {
        kind: match document.kind.as_str() {
            "report" | "brief" => dossier_cite::Kind::Report,
            "speech" => dossier_cite::Kind::Speech,
            "interview" => dossier_cite::Kind::Interview,
            "webpage" => dossier_cite::Kind::Webpage,
            _ => dossier_cite::Kind::Article,
        },
        title: document.title.clone(),
        authors: document.authors.clone(),
        publisher: document.publisher.clone(),
        issued: document.published,
        url: document.url.clone(),
        language: document.language.clone(),
    }
}

fn export(annotation: Annotation, version: &TextVersion) -> ExportedAnnotation {
    let offsets = dossier_text::Offsets::new(&version.text);
    let passage = annotation
        .range
        .and_then(|range| range.slice(&version.text));
    let exact = &annotation.selector.quote.exact;
    ExportedAnnotation {
        quotation: passage.unwrap_or(exact).to_owned(),
        is_verbatim: passage == Some(exact),
        page: annotation
            .range
            .and_then(|range| version.structure.page_at(range.start))
            .map(|page| page.label.clone()),
        position: annotation
            .range
            .and_then(|range| offsets.code_point_range(range)),
        annotation,
    }
}
