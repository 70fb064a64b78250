//! A library in a temporary folder, driven as the window drives it.

use std::{
    path::Path,
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use dossier_api::{
    ApiError, App, AppOptions, dispatch,
    types::{
        event::Event,
        import::{ImportReport, Job},
        library::LibraryStatus,
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Longest wait for the engine's next word before a test gives up.
const PATIENCE: Duration = Duration::from_secs(120);

/// A library in a temporary folder, driven through the engine's commands as JSON.
pub struct TestLibrary {
    app: App,
    events: Receiver<Event>,
    folder: TempDir,
}

impl TestLibrary {
    /// Makes an empty library.
    ///
    /// # Panics
    ///
    /// When it cannot be made.
    #[must_use]
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (app, events) = open(&folder.path().join("library")).expect("a library can be made");
        Self {
            app,
            events,
            folder,
        }
    }

    /// Makes a library that holds the sample collection and can be searched.
    ///
    /// # Panics
    ///
    /// When the sample collection cannot be imported.
    #[must_use]
    pub fn with_sample() -> Self {
        let library = Self::empty();
        let job: Job = library.call("start_sample_import", json!({}));
        library.wait_for_import(job);
        library
    }

    /// A temporary folder beside the library, for files of the test.
    #[must_use]
    pub fn scratch(&self) -> &Path {
        self.folder.path()
    }

    /// The library's folder.
    #[must_use]
    pub fn folder(&self) -> std::path::PathBuf {
        self.folder.path().join("library")
    }

    /// Runs a command that has to work.
    ///
    /// # Panics
    ///
    /// When the command is refused, or answers in another shape.
    pub fn call<T: DeserializeOwned>(&self, name: &str, request: Value) -> T {
        match dispatch(&self.app, name, request) {
            Ok(response) => serde_json::from_value(response)
                .unwrap_or_else(|error| panic!("{name} answered in another shape: {error}")),
            Err(error) => panic!("{name} was refused: {error} ({:?})", error.hint),
        }
    }

    /// Runs a command that has to be refused, and says why it was.
    ///
    /// # Panics
    ///
    /// When the command works.
    pub fn refusal(&self, name: &str, request: Value) -> ApiError {
        match dispatch(&self.app, name, request) {
            Ok(response) => panic!("{name} was not refused: {response}"),
            Err(error) => error,
        }
    }

    /// What is in the library.
    #[must_use]
    pub fn status(&self) -> LibraryStatus {
        self.call("library_status", json!({}))
    }

    /// Imports files and folders, waits until they can be searched, and gives the ledger.
    ///
    /// # Panics
    ///
    /// When the import cannot go on.
    pub fn import(&self, paths: &[&Path]) -> ImportReport {
        let job = self.call(
            "start_import",
            json!({ "paths": paths, "collection": null }),
        );
        self.wait_for_import(job)
    }

    /// Waits for the end of an import and until the index holds what came in.
    ///
    /// # Panics
    ///
    /// When the import cannot go on.
    pub fn wait_for_import(&self, job: Job) -> ImportReport {
        let report = loop {
            match self.next_event() {
                Event::ImportFinished {
                    job: ended, report, ..
                } if ended == job.job => break report,
                Event::ImportFailed {
                    job: ended,
                    message,
                    ..
                } if ended == job.job => {
                    panic!("The import failed: {message}")
                }
                _ => {}
            }
        };
        self.wait_for_index();
        self.call("import_report", json!({ "id": report }))
    }

    /// Waits until the index holds every document as it is.
    ///
    /// # Panics
    ///
    /// When the engine falls silent before.
    pub fn wait_for_index(&self) {
        while self.status().unindexed > 0 {
            self.next_event();
        }
    }

    /// Waits for the engine's next event.
    ///
    /// # Panics
    ///
    /// When none comes for two minutes.
    pub fn next_event(&self) -> Event {
        self.events
            .recv_timeout(PATIENCE)
            .expect("the engine goes on to tell what it does")
    }
}

/// Opens the library in `folder`, or makes one there, with the events that it tells.
///
/// # Errors
///
/// What the engine says.
pub fn open(folder: &Path) -> Result<(App, Receiver<Event>), ApiError> {
    let (sender, events) = channel();
    let app = App::open(AppOptions {
        library: folder.to_owned(),
        on_event: Box::new(move |event| {
            // The test may have ended before the engine did.
            drop(sender.send(event));
        }),
    })?;
    Ok((app, events))
}
