//! Why a command could not be carried out.

use std::{io, path::PathBuf};

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The library could not do it.
    #[error(transparent)]
    Library(#[from] dossier_library::Error),
    /// The command was not written as it must be.
    #[error("{0}")]
    Usage(clap::Error),
    /// Standard output takes nothing.
    #[error("Could not write the result: {}.", dossier_library::io_words(.0))]
    Output(#[from] io::Error),
    /// A file or folder could not be used.
    #[error("Could not {action} “{}”: {}.", path.display(), dossier_library::io_words(source))]
    File {
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// With `--raw` the bytes are the text, so they must be one.
    #[error("“{}” is not text in UTF-8, from byte {byte}.", path.display())]
    NotUtf8 { path: PathBuf, byte: usize },
    /// Nothing could be read from a file.
    #[error("“{}”: {source}", path.display())]
    Extract {
        path: PathBuf,
        source: dossier_extract::Error,
    },
    /// A page could not be fetched.
    #[error("Could not fetch {url}: {reason}.")]
    Fetch { url: String, reason: String },
    /// The words to annotate are not in the document.
    #[error("These words do not stand in “{title}”.")]
    NotInDocument { title: String },
    /// The words to annotate are in the document in other words.
    #[error("These words do not stand in “{title}”. It says: “{found}”")]
    Reworded { title: String, found: String },
    /// The words to annotate stand in several places.
    #[error("These words stand in several places in “{title}”: add --prefix or --suffix.")]
    SeveralPlaces { title: String },
    /// A format of exports that is known but not written.
    #[error("The format {name} is not written by this version; it writes {written}.")]
    Format {
        name: &'static str,
        written: &'static str,
    },
    /// A citation style that is not at hand.
    #[error("The style “{0}” is not known to this version; it cites in chicago-author-date.")]
    Style(String),
    /// A file that is not what a command takes.
    #[error("“{}” {what}.", path.display())]
    Unsuitable { path: PathBuf, what: String },
    /// The archive could not be written or read.
    #[error("The archive “{}” could not be used: {}.", path.display(), zip_words(source))]
    Archive {
        path: PathBuf,
        source: zip::result::ZipError,
    },
}

/// A result of this program.
pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an archive could not be used, in words.
fn zip_words(error: &zip::result::ZipError) -> String {
    use zip::result::ZipError;
    match error {
        ZipError::Io(error) => dossier_library::io_words(error),
        ZipError::InvalidArchive(_) => "it is no ZIP archive, or a damaged one".to_owned(),
        error => error.to_string(),
    }
}

impl Error {
    /// An error of the file system.
    pub(crate) fn file(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File {
            action,
            path,
            source,
        }
    }
}
