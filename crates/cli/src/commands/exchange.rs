//! Annotations in and out as W3C Web Annotations.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use dossier_library::{
    Library,
    annotation::{AnnotationFilter, NewAnnotation},
    export::{
        Format, Selection,
        jsonld::{self, Read},
    },
};
use dossier_text::selector::State;
use serde_json::json;

use super::{Outcome, export::write};
use crate::{
    error::Result,
    input, open,
    output::{Output, note},
};

/// What a target's source can call a document.
pub(super) struct Sources(HashMap<String, i64>);

impl Sources {
    /// Reads what every document goes by: its address, its path, the SHA-256 of its original.
    pub(super) fn of(library: &Library) -> Result<Self> {
        let ids = library.document_ids()?;
        let mut names = HashMap::new();
        for document in library.documents(&ids)? {
            let id = document.id;
            let sha256 = library.text_version(id)?.file_sha256;
            names.insert(format!("urn:sha256:{sha256}"), id);
            let path = document.path.map(|path| format!("file://{path}"));
            for name in document.url.into_iter().chain(path) {
                names.entry(name).or_insert(id);
            }
        }
        Ok(Self(names))
    }

    /// The document that a source names, also with a fragment.
    pub(super) fn document(&self, source: &str) -> Option<i64> {
        let whole = || source.split_once('#').map_or(source, |(whole, _)| whole);
        self.0.get(source).or_else(|| self.0.get(whole())).copied()
    }
}

#[derive(Default)]
struct Tally {
    imported: u32,
    /// There already.
    unchanged: u32,
    /// Imported, but their words are not in the text.
    orphans: u32,
    failed: u32,
}

pub(super) fn import(folder: &Path, file: &Path, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(folder)?;
    let read = jsonld::read(&input::read_raw(file)?)?;
    let sources = Sources::of(&library)?;
    let (_, known) = library.annotations(&AnnotationFilter::default())?;
    let mut known: HashSet<String> = known.into_iter().map(|(known, _)| known.uuid).collect();
    let mut tally = Tally::default();
    for found in read {
        let outcome = found
            .map_err(|error| error.to_string())
            .and_then(|found| add(&library, found, &sources, &mut known, &mut tally));
        if let Err(reason) = outcome {
            tally.failed += 1;
            note(&reason);
        }
    }
    let Tally {
        imported,
        unchanged,
        orphans,
        failed,
    } = tally;
    if out.is_json() {
        out.json(&json!({
            "imported": imported,
            "unchanged": unchanged,
            "orphans": orphans,
            "failed": failed,
        }))?;
    } else {
        out.line(format!(
            "{imported} imported ({orphans} of them orphans), {unchanged} unchanged, {failed} failed"
        ))?;
    }
    Ok(Outcome::complete_if(failed == 0))
}

fn add(
    library: &Library,
    found: Read,
    sources: &Sources,
    known: &mut HashSet<String>,
    tally: &mut Tally,
) -> Result<(), String> {
    if let Some(uuid) = &found.uuid
        && !known.insert(uuid.clone())
    {
        tally.unchanged += 1;
        return Ok(());
    }
    let document = sources.document(&found.source).ok_or_else(|| {
        let source = &found.source;
        format!("No document of the library comes from “{source}”.")
    })?;
    let new = NewAnnotation {
        document,
        color: found.color,
        body: found.body,
        tags: found.tags,
        uuid: found.uuid,
    };
    let added = library.annotate_selector(new, found.selector);
    let added = added.map_err(|error| error.to_string())?;
    tally.imported += 1;
    tally.orphans += u32::from(added.state == State::Orphan);
    Ok(())
}

pub(super) fn export(
    folder: &Path,
    text: String,
    file: Option<&Path>,
    out: &mut Output,
) -> Result<Outcome> {
    let library = open::existing(folder)?;
    let selection = Selection {
        annotations: AnnotationFilter {
            text,
            ..AnnotationFilter::default()
        },
        with_notes: false,
        documents: None,
    };
    let set = library.export_set(&selection)?;
    write(&set, Format::JsonLd, file, out)
}
