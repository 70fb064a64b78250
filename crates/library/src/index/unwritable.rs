//! The index of a library that takes no writes.

use std::{io, path::Path, sync::Arc};

use tantivy::{
    IndexSettings, TantivyError,
    directory::{
        Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, WatchCallback, WatchHandle,
        WritePtr,
        error::{DeleteError, LockError, OpenReadError, OpenWriteError},
    },
};

use super::{Open, open, schema};

/// A folder that is only read. tantivy takes a lock, a file, even to read; here that is let pass,
/// since whoever could change the index meanwhile at worst makes opening it fail.
#[derive(Debug, Clone)]
struct Unwritable(MmapDirectory);

impl Directory for Unwritable {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.0.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}

/// The index in a folder, to be read and never written.
pub(super) fn in_folder(folder: &Path) -> Option<tantivy::Index> {
    tantivy::Index::open(Unwritable(MmapDirectory::open(folder).ok()?)).ok()
}

/// An empty index among the system's temporary files, gone when it is closed.
pub(super) fn temporary() -> crate::Result<Open> {
    let directory = MmapDirectory::create_from_tempdir().map_err(TantivyError::from)?;
    let schema = schema::schema().0;
    let mut index = tantivy::Index::create(directory, schema, IndexSettings::default())?;
    index.set_tokenizers(schema::tokenizers());
    open(index)
}
