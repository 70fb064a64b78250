//! Originals, kept byte for byte under their SHA-256.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::{Error, Library, Result};

/// The SHA-256 of bytes, as 64 lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(hex, "{byte:02x}").expect("writing to a string cannot fail");
    }
    hex
}

/// Where an original lies: `files/ab/abcd…`.
pub(crate) fn path(folder: &Path, sha256: &str) -> PathBuf {
    folder.join("files").join(&sha256[..2]).join(sha256)
}

/// Whether an original is there, as long as it was; its bytes are the check's to compare.
pub(crate) fn is_kept(folder: &Path, sha256: &str, bytes: &[u8]) -> bool {
    fs::metadata(path(folder, sha256)).is_ok_and(|found| found.len() == bytes.len() as u64)
}

/// Keeps an original. When this returns it is on the disk, whole.
pub(crate) fn keep(folder: &Path, sha256: &str, bytes: &[u8]) -> Result<()> {
    if is_kept(folder, sha256, bytes) {
        return Ok(());
    }
    let path = path(folder, sha256);
    let folder = path.parent().unwrap_or(&path);
    fs::create_dir_all(folder).map_err(|error| Error::io("make the folder", folder, error))?;
    write_whole(&path, |file| file.write_all(bytes)).map(drop)
}

/// Writes a file beside its place and renames it there: it is replaced whole or not at all. Gives
/// its length in bytes.
pub(crate) fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut io::BufWriter<fs::File>) -> io::Result<()>,
) -> Result<u64> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.part", uuid::Uuid::new_v4()));
    let attempt = || -> io::Result<u64> {
        let mut file = io::BufWriter::new(fs::File::create_new(&beside)?);
        write(&mut file)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        drop(file);
        fs::rename(&beside, path)?;
        Ok(bytes)
    };
    attempt().map_err(|error| {
        // What was begun is of no use; if it cannot be removed either, the first error says more.
        drop(fs::remove_file(&beside));
        Error::io("write", path, error)
    })
}

impl Library {
    /// The original of a document's newest text version, byte for byte.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a document that is not there, [`Error::Io`] for a missing file.
    pub fn original(&self, document: i64) -> Result<Vec<u8>> {
        let version = self.text_version(document)?;
        let path = path(self.folder(), &version.file_sha256);
        fs::read(&path).map_err(|error| Error::io("read", path, error))
    }

    /// Writes the original of a document's newest text version to a file, whole or not at all.
    ///
    /// # Errors
    ///
    /// What [`Library::original`] says, and [`Error::Io`] where the file cannot be written.
    pub fn save_original(&self, document: i64, path: &Path) -> Result<()> {
        let bytes = self.original(document)?;
        write_whole(path, |file| file.write_all(&bytes)).map(drop)
    }
}
