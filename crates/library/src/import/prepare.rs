//! Everything about a file that needs no writing: reading, extracting, analysing, compressing.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use dossier_analysis::{
    Context,
    attribution::{Attribution, attributions},
    timex::{Timex, timexes},
};
use dossier_extract::{Error as ExtractError, Extracted, Input, Metadata};

use super::{
    Item, MAX_FILE_BYTES, Outcome,
    walk::{Task, TaskSource},
};
use crate::{
    Library,
    document::day_of,
    files::{self, sha256},
    io_words,
    store::{self, text_version::Packed},
};

/// A file after reading.
#[derive(Debug)]
pub(super) enum Prepared {
    /// To be written.
    Document(Box<Ready>),
    /// Nothing to be written but the ledger.
    Settled(Item),
}

/// A document ready to be written.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) name: String,
    /// The path, where it is a file.
    pub(super) path: Option<String>,
    pub(super) bytes: Vec<u8>,
    pub(super) sha256: String,
    pub(super) media_type: &'static str,
    pub(super) metadata: Metadata,
    pub(super) diagnostics: Vec<String>,
    pub(super) text: String,
    pub(super) packed: Packed,
    pub(super) attributions: Vec<Attribution>,
    pub(super) timexes: Vec<Timex>,
}

struct Loaded {
    bytes: Vec<u8>,
    path: Option<String>,
    url: Option<String>,
    media_type: Option<String>,
    is_found: bool,
}

/// Reads a file and finds in it what there is to find.
pub(super) fn prepare(library: &Library, task: Task) -> Prepared {
    let name = task.path;
    let settle = |outcome, reason: String| {
        let reason = Some(reason);
        Prepared::Settled(Item {
            path: name.clone(),
            outcome,
            document: None,
            title: None,
            reason,
        })
    };
    let loaded = match load(task.source) {
        Ok(loaded) => loaded,
        Err((outcome, reason)) => return settle(outcome, reason),
    };
    let sha256 = sha256(&loaded.bytes);
    // An original that was lost is put back on the way of a document.
    if files::is_kept(library.folder(), &sha256, &loaded.bytes)
        && let Some(item) = unchanged(library, &name, loaded.path.as_deref(), &sha256)
    {
        return Prepared::Settled(item);
    }
    let read = catch_unwind(AssertUnwindSafe(|| read(&name, &loaded)));
    match read {
        Ok(Ok((extracted, packed, attributions, timexes))) => {
            let Extracted {
                text,
                metadata,
                media_type,
                diagnostics,
                ..
            } = extracted;
            let Loaded {
                bytes, path, url, ..
            } = loaded;
            let metadata = Metadata {
                url: metadata.url.or(url),
                ..metadata
            };
            let diagnostics = diagnostics.into_iter().map(|d| d.message).collect();
            Prepared::Document(Box::new(Ready {
                name,
                path,
                bytes,
                sha256,
                media_type,
                metadata,
                diagnostics,
                text,
                packed,
                attributions,
                timexes,
            }))
        }
        Ok(Err(error)) => {
            let is_other = matches!(error, ExtractError::Unsupported { .. });
            let outcome = if is_other && loaded.is_found {
                Outcome::Skipped
            } else {
                Outcome::Failed
            };
            settle(outcome, error.to_string())
        }
        Err(_) => settle(
            Outcome::Failed,
            "Reading it met a fault in Dossier: nothing was taken from it.".to_owned(),
        ),
    }
}

fn load(source: TaskSource) -> Result<Loaded, (Outcome, String)> {
    match source {
        TaskSource::Bytes {
            bytes,
            url,
            media_type,
        } => Ok(Loaded {
            bytes,
            path: None,
            url,
            media_type,
            is_found: false,
        }),
        TaskSource::Settled { outcome, reason } => Err((outcome, reason)),
        TaskSource::File { path, is_found } => {
            let failed = |error: std::io::Error| {
                let reason = format!("It could not be read: {}.", io_words(&error));
                (Outcome::Failed, reason)
            };
            let metadata = fs::metadata(&path).map_err(failed)?;
            if !metadata.is_file() {
                // Reading a pipe or a device may never end.
                let reason = "It is neither a file nor a folder.";
                return Err((Outcome::Failed, reason.to_owned()));
            }
            if metadata.len() > MAX_FILE_BYTES {
                let outcome = if is_found {
                    Outcome::Skipped
                } else {
                    Outcome::Failed
                };
                let limit = MAX_FILE_BYTES >> 20;
                return Err((outcome, format!("It is larger than {limit} MB.")));
            }
            let bytes = fs::read(&path).map_err(failed)?;
            let path = Some(path.display().to_string());
            Ok(Loaded {
                bytes,
                path,
                url: None,
                media_type: None,
                is_found,
            })
        }
    }
}

/// The same bytes are the same document: nothing needs to be read again.
fn unchanged(library: &Library, name: &str, path: Option<&str>, sha256: &str) -> Option<Item> {
    let found = library.read(|tx| {
        let Some(id) = store::document::by_file(tx, sha256, path)? else {
            return Ok(None);
        };
        let at_path = path.map(|path| store::document::by_path(tx, path));
        // A file that took on the bytes of another one is a change of its own document.
        if let Some(at_path) = at_path.transpose()?.flatten()
            && at_path != id
            && !store::document::is_deleted(tx, at_path)?
        {
            return Ok(None);
        }
        if store::document::is_deleted(tx, id)? {
            return Ok(None);
        }
        Ok(Some(store::document::get(tx, id)?))
    });
    // An error here comes up again where the document is written.
    let document = found.ok().flatten()?;
    let is_elsewhere = path.is_some() && document.path.as_deref() != path;
    Some(Item {
        path: name.to_owned(),
        outcome: Outcome::Unchanged,
        document: Some(document.id),
        reason: is_elsewhere.then(|| format!("It is the same file as “{}”.", document.title)),
        title: Some(document.title),
    })
}

type Found = (Extracted, Packed, Vec<Attribution>, Vec<Timex>);

fn read(name: &str, loaded: &Loaded) -> Result<Found, ExtractError> {
    let file_name = Path::new(name).file_name().and_then(|name| name.to_str());
    let extracted = dossier_extract::extract(&Input {
        bytes: &loaded.bytes,
        file_name,
        media_type: loaded.media_type.as_deref(),
        url: loaded.url.as_deref(),
    })?;
    let metadata = &extracted.metadata;
    let context = Context {
        published: metadata
            .published
            .as_ref()
            .and_then(|date| day_of(date.value)),
        language: metadata
            .language
            .as_ref()
            .map(|language| language.value.as_str()),
    };
    let attributions = attributions(&extracted.text, &context);
    let timexes = timexes(&extracted.text, &context);
    let packed = Packed::new(&extracted.text, &extracted.structure);
    Ok((extracted, packed, attributions, timexes))
}
