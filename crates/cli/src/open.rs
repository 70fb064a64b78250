//! Opening libraries.

use std::path::Path;

use dossier_library::{Error, Library, Options};

use crate::{error::Result, output::note};

/// Opens a library that is there.
pub(crate) fn existing(folder: &Path) -> Result<Library> {
    let options = Options {
        create: false,
        ..Options::default()
    };
    Ok(Library::open(folder, options)?)
}

/// As [`existing`], with everything in it searchable; where that cannot be, says so.
pub(crate) fn searchable(folder: &Path) -> Result<Library> {
    let library = existing(folder)?;
    if let Err(error) = library.update_index() {
        note(&format!("Not every document can be found yet. {error}"));
    }
    Ok(library)
}

/// The one document that an id, a title or a path names; a path also as it is seen from here.
pub(crate) fn document(library: &Library, name: &str) -> Result<i64> {
    let found = library.document_named(name);
    if let Err(Error::NotFound { .. }) = found
        && let Ok(path) = Path::new(name).canonicalize()
    {
        return Ok(library.document_named(&path.to_string_lossy()).or(found)?);
    }
    Ok(found?)
}

/// Opens a library, or makes one.
pub(crate) fn or_make(folder: &Path) -> Result<Library> {
    Ok(Library::open(folder, Options::default())?)
}
