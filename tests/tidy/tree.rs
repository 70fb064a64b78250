//! The project's own files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use acceptance::project;
use walkdir::{DirEntry, WalkDir};

/// A text file of the project.
pub(crate) struct SourceFile {
    /// From the root of the project, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl SourceFile {
    pub(crate) fn has_extension(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|it| it.to_str());
        extension.is_some_and(|it| extensions.contains(&it))
    }
}

/// Every text file of the project but what is built, installed, generated or data of a test.
pub(crate) fn sources() -> Vec<SourceFile> {
    let entries = WalkDir::new(project()).into_iter().filter_entry(is_ours);
    let files = entries.map(|entry| entry.expect("the project can be read"));
    let files = files.filter(|entry| entry.file_type().is_file());
    files.filter_map(|file| read(file.into_path())).collect()
}

/// The workspace's manifests: of the root first, then of the members.
pub(crate) fn manifests() -> Vec<SourceFile> {
    let mut manifests: Vec<_> = sources()
        .into_iter()
        .filter(|file| file.path.ends_with("Cargo.toml"))
        .collect();
    manifests.sort_by_key(|file| (file.path != "Cargo.toml", file.path.clone()));
    assert!(
        manifests.len() > 8,
        "the workspace has a root and at least eight members"
    );
    manifests
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_root = entry.depth() == 0;
    let is_foreign = [
        "target",
        "node_modules",
        "dist",
        "gen",
        "generated",
        ".git",
        "samples",
        "fixtures",
    ]
    .contains(&name.as_ref());
    is_root || !(entry.file_type().is_dir() && is_foreign)
}

fn read(path: PathBuf) -> Option<SourceFile> {
    let text = fs::read_to_string(&path).ok()?;
    let relative = path
        .strip_prefix(project())
        .expect("the file lies in the project");
    let path = relative.to_string_lossy().replace('\\', "/");
    let is_lock = path.ends_with("Cargo.lock") || path.ends_with("package-lock.json");
    (!is_lock).then_some(SourceFile { path, text })
}
