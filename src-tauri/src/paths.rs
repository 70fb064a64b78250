//! Where the library is, and where the shell keeps its own few files.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// What the window was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) library: Option<PathBuf>,
    pub(crate) is_version_wanted: bool,
}

impl Arguments {
    /// Reads `--library DIR` and `--version`.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut parsed = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--library") => {
                    let folder = arguments.next().filter(|folder| !folder.is_empty());
                    let folder = folder.ok_or("--library needs a folder after it.")?;
                    parsed.library = Some(PathBuf::from(folder));
                }
                Some("--version") => parsed.is_version_wanted = true,
                _ => {
                    let argument = argument.to_string_lossy();
                    return Err(format!(
                        "“{argument}” is not understood. Usage: dossier-desktop [--library DIR] [--version]"
                    ));
                }
            }
        }
        Ok(parsed)
    }
}

/// The library to open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Absolute.
    pub(crate) folder: PathBuf,
    /// Whether to make a library where there is none. One that was remembered is not made anew: its
    /// disk may be unplugged, and an empty library in its place would look like a loss.
    pub(crate) create: bool,
}

/// The folders that the shell uses.
#[derive(Debug)]
pub(crate) struct Paths {
    pub(crate) logs: PathBuf,
    /// What the window remembers.
    pub(crate) memory: PathBuf,
    /// Locks and sockets of running windows.
    pub(crate) runtime: PathBuf,
    /// The library of a person who has chosen none.
    default_library: PathBuf,
}

impl Paths {
    /// The folders that this machine's conventions give.
    pub(crate) fn of_this_machine() -> Self {
        let fallback = || env::temp_dir().join("dossier");
        let data = dirs::data_local_dir().map_or_else(fallback, |folder| folder.join("dossier"));
        let state = dirs::state_dir().map_or_else(|| data.clone(), |folder| folder.join("dossier"));
        let runtime = dirs::runtime_dir().or_else(dirs::cache_dir);
        let documents = dirs::document_dir().filter(|folder| folder.is_dir());
        Self {
            logs: state.join("logs"),
            memory: state.join("window.json"),
            runtime: runtime.map_or_else(fallback, |folder| folder.join("dossier")),
            default_library: documents
                .map_or_else(|| data.join("library"), |folder| folder.join("Dossier")),
        }
    }

    /// The library that was asked for, else the last one, else the default one.
    pub(crate) fn choose_library(
        &self,
        arguments: &Arguments,
        remembered: Option<PathBuf>,
    ) -> Choice {
        let named = arguments.library.clone().or_else(|| {
            env::var_os("DOSSIER_LIBRARY")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        });
        let (folder, create) = match (named, remembered) {
            (Some(folder), _) => (folder, true),
            (None, Some(folder)) if folder != self.default_library => (folder, false),
            (None, _) => (self.default_library.clone(), true),
        };
        Choice {
            folder: absolute(&folder),
            create,
        }
    }
}

/// A path that means the same after the working folder changed.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(arguments.iter().map(OsString::from))
    }

    fn paths() -> Paths {
        Paths {
            logs: PathBuf::from("/state/logs"),
            memory: PathBuf::from("/state/window.json"),
            runtime: PathBuf::from("/run/dossier"),
            default_library: PathBuf::from("/home/documents/Dossier"),
        }
    }

    #[test]
    fn arguments_name_a_library() {
        let library = Some(PathBuf::from("study"));
        assert_eq!(
            parse(&["--library", "study"]).map(|read| read.library),
            Ok(library)
        );
        assert_eq!(parse(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn arguments_that_make_no_sense_are_refused_in_words() {
        assert!(
            parse(&["--library"])
                .unwrap_err()
                .contains("needs a folder")
        );
        assert!(
            parse(&["--frobnicate"])
                .unwrap_err()
                .contains("--frobnicate")
        );
    }

    #[test]
    fn the_argument_goes_before_the_remembered_library() {
        let arguments = Arguments {
            library: Some("/a".into()),
            ..Arguments::default()
        };
        let choice = paths().choose_library(&arguments, Some("/b".into()));
        assert_eq!(
            choice,
            Choice {
                folder: "/a".into(),
                create: true
            }
        );
    }

    #[test]
    fn a_remembered_library_is_never_made_anew() {
        let choice = paths().choose_library(&Arguments::default(), Some("/b".into()));
        assert_eq!(
            choice,
            Choice {
                folder: "/b".into(),
                create: false
            }
        );
    }

    #[test]
    fn without_any_choice_a_library_is_made_in_the_documents() {
        let choice = paths().choose_library(&Arguments::default(), None);
        assert_eq!(
            choice,
            Choice {
                folder: "/home/documents/Dossier".into(),
                create: true
            }
        );
    }
}
