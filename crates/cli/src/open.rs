//! Opening libraries.

use std::path::Path;

use dossier_library::{Library, Options};

use crate::error::Result;

/// Opens a library that is there.
pub(crate) fn existing(folder: &Path) -> Result<Library> {
    let options = Options {
        create: false,
        ..Options::default()
    };
    Ok(Library::open(folder, options)?)
}

/// As [`existing`], with everything in it searchable.
pub(crate) fn searchable(folder: &Path) -> Result<Library> {
    let library = existing(folder)?;
    library.update_index()?;
    Ok(library)
}

/// Opens a library, or makes one.
pub(crate) fn or_make(folder: &Path) -> Result<Library> {
    Ok(Library::open(folder, Options::default())?)
}
