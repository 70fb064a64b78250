//! Unpacking a backup: whole and as it was written, or not at all.

use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::{DATABASE, Temporary, archive_error, is_hash};
use crate::{
    error::{Error, Result},
    output::progress,
};

/// Unpacks `archive` into `folder`, which must be empty or missing; gives the number of originals.
///
/// Everything is unpacked beside the folder first and every original compared with its SHA-256.
pub(super) fn unpack(archive: &Path, folder: &Path) -> Result<usize> {
    let unsuitable = |what: &str| Error::Unsuitable {
        path: archive.to_owned(),
        what: what.to_owned(),
    };
    refuse_full(folder)?;
    // “.” has no name to put another beside.
    let folder = &folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let file = File::open(archive).map_err(Error::file("read", archive))?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(archive_error(archive))?;
    if zip.index_for_name(DATABASE).is_none() {
        return Err(unsuitable(
            "is no backup of a Dossier library: it holds no database",
        ));
    }
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(Error::file("make the folder", parent))?;
    }
    let beside = Temporary::beside(folder);
    fs::create_dir(&beside.0).map_err(Error::file("make the folder", &beside.0))?;
    let mut originals = 0;
    for at in 0..zip.len() {
        progress(&format!("{at} of {} files", zip.len()));
        let mut entry = zip.by_index(at).map_err(archive_error(archive))?;
        let name = entry.name().map_err(archive_error(archive))?.into_owned();
        let hash = hash_of(&name);
        if name != DATABASE && hash.is_none() {
            return Err(unsuitable(
                "is no backup of a Dossier library: it holds other files",
            ));
        }
        let found = write(&mut entry, &beside.0.join(&name))?;
        if hash.is_some_and(|hash| hash != found) {
            return Err(unsuitable(
                "is damaged: an original is not as it was stored",
            ));
        }
        originals += usize::from(hash.is_some());
    }
    progress("");
    if folder.exists() {
        fs::remove_dir(folder).map_err(Error::file("replace", folder))?;
    }
    fs::rename(&beside.0, folder).map_err(Error::file("write", folder))?;
    Ok(originals)
}

fn refuse_full(folder: &Path) -> Result<()> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::Unsuitable {
            path: folder.to_owned(),
            what: "is not empty: restore into an empty folder".to_owned(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::file("read", folder)(error)),
    }
}

/// The SHA-256 in `files/ab/abcd…`; no other name leaves the archive.
fn hash_of(name: &str) -> Option<&str> {
    let (group, hash) = name.strip_prefix("files/")?.split_once('/')?;
    (is_hash(hash) && group == &hash[..2]).then_some(hash)
}

/// Writes an entry; gives the SHA-256 of what was written.
fn write(entry: &mut impl Read, path: &Path) -> Result<String> {
    let mut attempt = || -> io::Result<String> {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        let mut file = BufWriter::new(File::create_new(path)?);
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = entry.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            digest.update(&buffer[..read]);
            file.write_all(&buffer[..read])?;
        }
        file.into_inner()
            .map_err(io::IntoInnerError::into_error)?
            .sync_all()?;
        let hex = digest
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Ok(hex)
    };
    attempt().map_err(Error::file("unpack", path))
}

#[cfg(test)]
mod tests {
    use super::hash_of;

    #[test]
    fn only_originals_leave_the_archive() {
        let hash = "ab".repeat(32);
        for (name, is_taken) in [
            (format!("files/ab/{hash}"), true),
            (format!("files/cd/{hash}"), false),
            (format!("files/ab/../{hash}"), false),
            ("../library.sqlite".to_owned(), false),
            ("files/ab/short".to_owned(), false),
        ] {
            assert_eq!(hash_of(&name).is_some(), is_taken, "{name}");
        }
    }
}
