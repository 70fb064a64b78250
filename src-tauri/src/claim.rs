//! One window for each library.
//!
//! A window holds a lock named after its library's folder, in the person's runtime folder, and
//! listens on a socket beside it. Who finds the lock held knocks on the socket, and the window that
//! holds it comes to the front. The lock goes with the process, however that ends.

use std::{
    fs::{self, File, TryLockError},
    io,
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use sha2::{Digest as _, Sha256};

use crate::paths::absolute;

/// How long a window that has just taken its lock may need until it listens.
const PATIENCE: Duration = Duration::from_secs(2);

/// This process's hold on a library; it lasts as long as this value.
#[derive(Debug)]
pub(crate) struct Claim {
    listener: Option<UnixListener>,
    _lock: File,
}

/// Who has the library.
#[derive(Debug)]
pub(crate) enum Outcome {
    Taken(Claim),
    /// Another window, which was told to come to the front.
    Elsewhere,
}

impl Claim {
    /// Takes the library in `folder` for this process; `runtime` is where locks and sockets live.
    pub(crate) fn take(folder: &Path, runtime: &Path) -> io::Result<Outcome> {
        fs::create_dir_all(runtime)?;
        let name = name_of(folder);
        let socket = runtime.join(format!("{name}.socket"));
        let lock = File::create(runtime.join(format!("{name}.lock")))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                if let Err(error) = knock(&socket) {
                    tracing::warn!(kind = %error.kind(), "the other window does not answer");
                }
                return Ok(Outcome::Elsewhere);
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Left by a window that did not end in order: the lock says that nobody listens there.
        if let Err(error) = fs::remove_file(&socket)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        let listener = UnixListener::bind(&socket)?;
        Ok(Outcome::Taken(Self {
            listener: Some(listener),
            _lock: lock,
        }))
    }

    /// Calls `on_knock`, on a thread of its own, whenever the library is opened a second time.
    pub(crate) fn answer(&mut self, on_knock: impl Fn() + Send + 'static) {
        let Some(listener) = self.listener.take() else {
            return;
        };
        thread::spawn(move || {
            for knock in listener.incoming() {
                if knock.is_err() {
                    break;
                }
                on_knock();
            }
        });
    }
}

/// A name for the library's folder that is short enough for the address of a socket.
fn name_of(folder: &Path) -> String {
    let digest = Sha256::digest(resolve(folder).as_os_str().as_encoded_bytes());
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The folder without links in its path, also where its last parts do not exist yet.
fn resolve(folder: &Path) -> PathBuf {
    let folder = absolute(folder);
    for ancestor in folder.ancestors() {
        if let Ok(resolved) = ancestor.canonicalize() {
            let missing = folder.strip_prefix(ancestor).unwrap_or(Path::new(""));
            // Joining nothing would add a separator.
            let is_whole = missing.as_os_str().is_empty();
            return if is_whole {
                resolved
            } else {
                resolved.join(missing)
            };
        }
    }
    folder
}

fn knock(socket: &Path) -> io::Result<()> {
    let started = Instant::now();
    loop {
        match UnixStream::connect(socket) {
            Ok(_) => return Ok(()),
            Err(error) if started.elapsed() > PATIENCE => return Err(error),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn taken(outcome: Outcome) -> Claim {
        match outcome {
            Outcome::Taken(claim) => claim,
            Outcome::Elsewhere => panic!("the library is free"),
        }
    }

    #[test]
    fn a_second_start_brings_the_first_window_to_the_front() {
        let runtime = tempfile::tempdir().unwrap();
        let library = tempfile::tempdir().unwrap();
        let (sender, knocks) = channel();
        let mut first = taken(Claim::take(library.path(), runtime.path()).unwrap());
        first.answer(move || sender.send(()).unwrap());
        let second = Claim::take(library.path(), runtime.path()).unwrap();
        assert!(matches!(second, Outcome::Elsewhere));
        knocks
            .recv_timeout(Duration::from_secs(10))
            .expect("the first window hears the second");
    }

    #[test]
    fn another_library_and_one_that_was_let_go_are_free() {
        let runtime = tempfile::tempdir().unwrap();
        let libraries = tempfile::tempdir().unwrap();
        let (one, two) = (libraries.path().join("one"), libraries.path().join("two"));
        let first = taken(Claim::take(&one, runtime.path()).unwrap());
        taken(Claim::take(&two, runtime.path()).unwrap());
        drop(first);
        taken(Claim::take(&one, runtime.path()).unwrap());
    }

    #[test]
    fn a_library_is_the_same_by_whatever_path_and_before_it_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("library");
        let before = name_of(&library);
        fs::create_dir(&library).unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&library, &link).unwrap();
        assert_eq!(name_of(&library), before);
        assert_eq!(name_of(&link), before);
        assert_ne!(name_of(folder.path()), before);
    }
}
