//! From what a person pointed at to single files.

use std::path::PathBuf;

use walkdir::DirEntry;

use super::{Outcome, Source};
use crate::io_words;

/// One file to read.
#[derive(Debug)]
pub(super) struct Task {
    /// The name for the report.
    pub(super) path: String,
    pub(super) source: TaskSource,
}

#[derive(Debug)]
pub(super) enum TaskSource {
    /// A file; `is_found` where it was found within a folder and not named itself.
    File { path: PathBuf, is_found: bool },
    Bytes {
        bytes: Vec<u8>,
        url: Option<String>,
        media_type: Option<String>,
    },
    /// What is not read, and why.
    Settled { outcome: Outcome, reason: String },
}

/// Every file, folders unfolded in order of their names. Hidden files are left out, and links to
/// folders within a folder are not followed: they may lead around in a circle.
pub(super) fn tasks(sources: Vec<Source>) -> impl Iterator<Item = Task> {
    sources
        .into_iter()
        .flat_map(|source| -> Box<dyn Iterator<Item = Task>> {
            match source {
                Source::Bytes {
                    name,
                    bytes,
                    url,
                    media_type,
                } => Box::new(std::iter::once(Task {
                    path: name,
                    source: TaskSource::Bytes {
                        bytes,
                        url,
                        media_type,
                    },
                })),
                Source::Path(path) if path.is_dir() => Box::new(walk(path)),
                Source::Path(path) => {
                    // The same file is the same document however its path was written.
                    let path = path.canonicalize().unwrap_or(path);
                    Box::new(std::iter::once(file(path, false)))
                }
            }
        })
}

fn walk(folder: PathBuf) -> impl Iterator<Item = Task> {
    let folder = folder.canonicalize().unwrap_or(folder);
    let entries = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    entries.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) if entry.file_type().is_file() => Some(file(entry.into_path(), true)),
        Ok(entry) => Some(other(entry)),
        Err(error) => {
            let path = error.path().map(PathBuf::from).unwrap_or_default();
            let words = error.io_error().map_or_else(|| error.to_string(), io_words);
            let reason = format!("It could not be read: {words}.");
            Some(settled(path, Outcome::Failed, reason))
        }
    })
}

/// What is found in a folder and is neither a file nor a folder: a link, a pipe, a device.
fn other(entry: DirEntry) -> Task {
    let is_link = entry.path_is_symlink();
    let path = entry.into_path();
    let skipped = |path, reason: &str| settled(path, Outcome::Skipped, reason.to_owned());
    match path.canonicalize() {
        Ok(target) if target.is_file() => file(target, true),
        Ok(target) if is_link && target.is_dir() => {
            skipped(path, "It is a link to a folder: import that folder itself.")
        }
        Ok(_) => skipped(path, "It is neither a file nor a folder."),
        Err(_) => skipped(path, "It is a link to something that is not there."),
    }
}

fn settled(path: PathBuf, outcome: Outcome, reason: String) -> Task {
    Task {
        path: path.display().to_string(),
        source: TaskSource::Settled { outcome, reason },
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn file(path: PathBuf, is_found: bool) -> Task {
    Task {
        path: path.display().to_string(),
        source: TaskSource::File { path, is_found },
    }
}
