//! `verify`: whether the quotations of an exported file are in the library as they are quoted.

mod read;

use std::{collections::HashMap, path::Path};

use dossier_library::{
    Library, TextVersion,
    annotation::{Annotation, AnnotationFilter},
};
use dossier_text::selector::{Anchorer, Selector, State, TextQuoteSelector};
use serde::Serialize;
use serde_json::json;

use self::read::Quoted;
use super::{Outcome, exchange::Sources};
use crate::{args::VerifyArgs, error::Result, input, open, output::Output};

/// How a quotation stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Status {
    /// Its words are in the stored text, to the letter. White space does not count: files break
    /// lines as they like.
    Verbatim,
    /// The source has, or had when it was annotated, other words.
    Altered,
    /// Nothing like it is in the source, or there is no such document.
    NotFound,
    /// It is quoted as it was annotated, but the document's newest text reads differently.
    SourceChanged,
}

impl Status {
    fn words(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Altered => "ALTERED",
            Self::NotFound => "NOT FOUND",
            Self::SourceChanged => "SOURCE CHANGED",
        }
    }
}

pub(super) fn run(args: &VerifyArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::searchable(&args.library.folder)?;
    let quoted = read::read(&input::read_raw(&args.file)?, &args.file)?;
    let mut verifier = Verifier::new(&library)?;
    let mut statuses = Vec::with_capacity(quoted.len());
    for one in &quoted {
        statuses.push(verifier.status(one)?);
    }
    if out.is_json() {
        let quotations = quoted
            .iter()
            .zip(&statuses)
            .map(|(one, status)| json!({"text": one.text, "status": status}));
        out.json(&json!({"quotations": quotations.collect::<Vec<_>>()}))?;
    } else {
        tell(&quoted, &statuses, &args.file, out)?;
    }
    let is_sound = statuses.iter().all(|status| *status == Status::Verbatim);
    Ok(Outcome::complete_if(is_sound))
}

fn tell(quoted: &[Quoted], statuses: &[Status], file: &Path, out: &mut Output) -> Result<()> {
    for (one, status) in quoted.iter().zip(statuses) {
        if *status != Status::Verbatim {
            out.line(format!("{}: “{}”", status.words(), plain(&one.text)))?;
        }
    }
    if quoted.is_empty() {
        return out.line(format!("There are no quotations in {}.", file.display()));
    }
    let sound = statuses
        .iter()
        .filter(|status| **status == Status::Verbatim);
    out.line(format!(
        "{} of {} quotations of {} are verbatim.",
        sound.count(),
        quoted.len(),
        file.display()
    ))
}

struct Verifier<'l> {
    library: &'l Library,
    sources: Sources,
    annotations: HashMap<String, Annotation>,
    /// The text that the last quotation was looked up in, since a file goes document by document.
    text: Option<(TextVersion, String)>,
}

impl<'l> Verifier<'l> {
    fn new(library: &'l Library) -> Result<Self> {
        let (_, annotations) = library.annotations(&AnnotationFilter::default())?;
        let annotations = annotations
            .into_iter()
            .map(|(one, _)| (one.uuid.clone(), one));
        Ok(Self {
            library,
            sources: Sources::of(library)?,
            annotations: annotations.collect(),
            text: None,
        })
    }

    fn status(&mut self, quoted: &Quoted) -> Result<Status> {
        let words = plain(&quoted.text);
        if words.is_empty() {
            return Ok(Status::NotFound);
        }
        let Some(document) = self.document(quoted)? else {
            return self.anywhere(&words);
        };
        let annotated = quoted
            .uuid
            .as_ref()
            .and_then(|uuid| self.annotations.get(uuid));
        let annotated = annotated.map(|found| plain(&found.selector.quote.exact));
        let (version, text) = self.text(document)?;
        if text.contains(&words) {
            return Ok(Status::Verbatim);
        }
        if let Some(annotated) = annotated {
            return Ok(if annotated == words {
                Status::SourceChanged
            } else {
                Status::Altered
            });
        }
        let made_of = quoted.sha256.as_ref();
        if made_of.is_some_and(|sha256| *sha256 != version.file_sha256) {
            return Ok(Status::SourceChanged);
        }
        let selector = Selector {
            quote: TextQuoteSelector {
                exact: words,
                prefix: String::new(),
                suffix: String::new(),
            },
            position: None,
        };
        Ok(match Anchorer::new(text).anchor(&selector).state {
            State::Orphan => Status::NotFound,
            _ => Status::Altered,
        })
    }

    /// The document that a quotation was taken from. What names it for good comes first: ids are
    /// given anew in every library.
    fn document(&self, quoted: &Quoted) -> Result<Option<i64>> {
        let annotated = quoted
            .uuid
            .as_ref()
            .and_then(|uuid| self.annotations.get(uuid));
        let by_file = quoted.sha256.as_ref();
        let by_file = by_file.map(|sha256| format!("urn:sha256:{sha256}"));
        let mut names = by_file.iter().chain(&quoted.source);
        let known = annotated
            .map(|found| found.document)
            .or_else(|| names.find_map(|name| self.sources.document(name)));
        if known.is_some() {
            return Ok(known);
        }
        let id = quoted.document.into_iter().collect::<Vec<_>>();
        Ok(self.library.documents(&id)?.first().map(|found| found.id))
    }

    /// Looks for a quotation that names no document in all of them.
    fn anywhere(&mut self, words: &str) -> Result<Status> {
        let phrase = words.replace(['"', '“', '”'], " ");
        for id in self.library.search_ids(&format!("\"{phrase}\""))? {
            if self.text(id)?.1.contains(words) {
                return Ok(Status::Verbatim);
            }
        }
        Ok(Status::NotFound)
    }

    /// The newest text of a document, and the same with single spaces.
    fn text(&mut self, document: i64) -> Result<(&TextVersion, &str)> {
        if self
            .text
            .as_ref()
            .is_none_or(|(text, _)| text.document != document)
        {
            let version = self.library.text_version(document)?;
            let text = plain(&version.text);
            self.text = Some((version, text));
        }
        let (version, text) = self.text.as_ref().expect("it was just read");
        Ok((version, text))
    }
}

/// Words with single spaces between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
