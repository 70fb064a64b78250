//! What the window remembers from one start to the next: the library, its size.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

/// Size of the window, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) is_maximized: bool,
}

impl Default for Size {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            is_maximized: false,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    library: Option<PathBuf>,
    size: Size,
}

/// What is remembered, written down with each change.
#[derive(Debug)]
pub(crate) struct Memory {
    file: PathBuf,
    content: Mutex<Content>,
}

impl Memory {
    /// Reads what was remembered; nothing where the file is missing or spoilt.
    pub(crate) fn load(file: &Path) -> Self {
        let content = fs::read(file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            file: file.to_owned(),
            content: Mutex::new(content.unwrap_or_default()),
        }
    }

    /// The library opened last.
    pub(crate) fn library(&self) -> Option<PathBuf> {
        self.lock().library.clone()
    }

    /// The window's size.
    pub(crate) fn size(&self) -> Size {
        self.lock().size
    }

    pub(crate) fn set_library(&self, folder: &Path) {
        self.change(|content| content.library = Some(folder.to_owned()));
    }

    pub(crate) fn set_size(&self, size: Size) {
        self.change(|content| content.size = size);
    }

    fn change(&self, change: impl FnOnce(&mut Content)) {
        let mut content = self.lock();
        let before = content.clone();
        change(&mut content);
        if *content != before
            && let Err(error) = self.write(&content)
        {
            tracing::warn!(kind = %error.kind(), "the window's memory could not be written");
        }
    }

    fn write(&self, content: &Content) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        // Written beside and moved over, so that a crash leaves the old file whole.
        let new = self.file.with_extension("new");
        fs::write(&new, serde_json::to_vec_pretty(content)?)?;
        fs::rename(&new, &self.file)
    }

    fn lock(&self) -> MutexGuard<'_, Content> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_remembered_by_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state/window.json");
        let size = Size {
            width: 1000.0,
            height: 700.0,
            is_maximized: true,
        };
        let memory = Memory::load(&file);
        memory.set_library(Path::new("/study"));
        memory.set_size(size);
        let next = Memory::load(&file);
        assert_eq!(next.library(), Some(PathBuf::from("/study")));
        assert_eq!(next.size(), size);
    }

    #[test]
    fn a_spoilt_file_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.json");
        fs::write(&file, "{ \"library\": 7").unwrap();
        let memory = Memory::load(&file);
        assert_eq!(memory.library(), None);
        assert_eq!(memory.size(), Size::default());
    }
}
