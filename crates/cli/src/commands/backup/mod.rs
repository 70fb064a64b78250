//! `backup` and `restore`: a library as one file.
//!
//! The archive holds `library.sqlite`, a consistent copy made by SQLite while others may write, and
//! `files/`. The index is derived and left out. Originals are copied after the database: they are
//! kept before a document names them, so every one that the copy names is there.

mod unpack;

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use serde_json::json;
use uuid::Uuid;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Outcome, counted};
use crate::{
    args::ArchiveArgs,
    error::{Error, Result},
    open,
    output::{Output, note, progress},
};

/// The database's name in a library and in its backup.
const DATABASE: &str = "library.sqlite";

pub(super) fn backup(args: &ArchiveArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(&args.library.folder)?;
    let beside = Temporary::beside(&args.file);
    let archive = File::create_new(&beside.0).map_err(Error::file("write", &args.file))?;
    let database = Temporary::beside(&args.file);
    library.copy_database(&database.0)?;
    let files = pack(library.folder(), &database.0, archive, &args.file)?;
    fs::rename(&beside.0, &args.file).map_err(Error::file("write", &args.file))?;
    let bytes = fs::metadata(&args.file).map_err(Error::file("read", &args.file))?;
    let (file, bytes) = (args.file.display().to_string(), bytes.len());
    if out.is_json() {
        out.json(&json!({"file": file, "bytes": bytes, "files": files}))?;
    } else {
        out.line(format!(
            "The database and {} to {file} ({bytes} bytes)",
            counted(files, "original")
        ))?;
    }
    Ok(Outcome::Done)
}

pub(super) fn restore(args: &ArchiveArgs, out: &mut Output) -> Result<Outcome> {
    let folder = &args.library.folder;
    let files = unpack::unpack(&args.file, folder)?;
    progress("building the index");
    let report = open::existing(folder)?.check(false)?;
    progress("");
    let problems: Vec<&str> = report.problems.iter().map(|p| p.message.as_str()).collect();
    for problem in &problems {
        note(problem);
    }
    let folder = folder.display().to_string();
    if out.is_json() {
        out.json(&json!({
            "library": folder,
            "documents": report.documents,
            "files": files,
            "problems": problems,
        }))?;
    } else {
        out.line(format!(
            "{} and {} in {folder}",
            counted(report.documents as usize, "document"),
            counted(files, "original")
        ))?;
    }
    Ok(Outcome::complete_if(problems.is_empty()))
}

/// A file or folder that is not there any more when this is dropped.
struct Temporary(PathBuf);

impl Temporary {
    /// A name beside `path`, so that renaming stays on one disk.
    fn beside(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self(path.with_file_name(format!(".{name}.{}.part", Uuid::new_v4())))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Usually it was renamed; what cannot be removed says so by being there.
        drop(fs::remove_file(&self.0));
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Writes the archive, which is to be called `to`; gives the number of originals.
fn pack(folder: &Path, database: &Path, file: File, to: &Path) -> Result<usize> {
    let mut archive = ZipWriter::new(BufWriter::new(file));
    add(&mut archive, DATABASE, database, to)?;
    let originals = originals(folder)?;
    for (done, (name, path)) in originals.iter().enumerate() {
        progress(&format!("{done} of {} originals", originals.len()));
        add(&mut archive, name, path, to)?;
    }
    progress("");
    let mut file = archive.finish().map_err(archive_error(to))?;
    file.flush().map_err(Error::file("write", to))?;
    let file = file.into_inner().map_err(io::IntoInnerError::into_error);
    let file = file.map_err(Error::file("write", to))?;
    file.sync_all().map_err(Error::file("write", to))?;
    Ok(originals.len())
}

fn add<W: Write + io::Seek>(
    archive: &mut ZipWriter<W>,
    name: &str,
    path: &Path,
    to: &Path,
) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .large_file(true);
    archive
        .start_file(name, options)
        .map_err(archive_error(to))?;
    let mut file = File::open(path).map_err(Error::file("read", path))?;
    io::copy(&mut file, archive).map_err(Error::file("write", to))?;
    Ok(())
}

fn archive_error(path: &Path) -> impl FnOnce(zip::result::ZipError) -> Error {
    let path = path.to_owned();
    move |source| Error::Archive { path, source }
}

/// The originals of a library: their names in the archive, and where they are.
fn originals(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let files = folder.join("files");
    if !files.exists() {
        return Ok(found);
    }
    for group in entries(&files)? {
        if !group.is_dir() {
            continue;
        }
        for path in entries(&group)? {
            let name = path.file_name().and_then(|name| name.to_str());
            if let Some(hash) = name.filter(|name| is_hash(name)) {
                found.push((format!("files/{}/{hash}", &hash[..2]), path.clone()));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    paths
        .collect::<io::Result<_>>()
        .map_err(Error::file("read", folder))
}

/// Whether a name is a SHA-256 in lower-case hexadecimal digits.
fn is_hash(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
