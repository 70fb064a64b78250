//! From what a person pointed at to single files.

use std::path::PathBuf;

use super::Source;

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
    /// A folder or file that the disk would not show.
    Unreadable { reason: String },
}

/// Every file, folders unfolded in order of their names. Hidden files are left out, and links
/// within a folder are not followed: they may lead around in a circle.
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
        Ok(entry) if entry.file_type().is_file() => Some(file(entry.into_path(), true)),
        Ok(_) => None,
        Err(error) => Some(Task {
            path: error
                .path()
                .map(|path| path.display().to_string())
                .unwrap_or_default(),
            source: TaskSource::Unreadable {
                reason: format!("It could not be read: {error}."),
            },
        }),
    })
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn file(path: PathBuf, is_found: bool) -> Task {
    Task {
        path: path.display().to_string(),
        source: TaskSource::File { path, is_found },
    }
}
