//! The engine with its library, and the claim that keeps the library to one window.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use dossier_api::{
    ApiError, App, ErrorCode, dispatch,
    types::{event::Event, library::OpenLibrary},
};
use serde_json::Value;

use crate::{
    claim::{Claim, Outcome},
    memory::Memory,
    paths::{Choice, absolute},
};

/// Who hears of what happens at the desk: the window.
pub(crate) trait Audience: Send + Sync + 'static {
    /// The engine tells something.
    fn on_event(&self, event: Event);
    /// The library in this folder is open now.
    fn on_opened(&self, folder: &Path);
    /// The library was opened a second time: the window is to come to the front.
    fn on_knock(&self);
}

/// Runs commands on the open library.
pub(crate) struct Desk {
    app: App,
    /// The first library, and how opening it went; commands wait for it.
    first: OnceLock<(Choice, Result<(), ApiError>)>,
    /// Locked while another library is being opened, so that two requests do not cross.
    claim: Mutex<Option<Claim>>,
    runtime: PathBuf,
    memory: Arc<Memory>,
    audience: Arc<dyn Audience>,
}

impl Desk {
    /// A desk whose first library is still to be opened; `runtime` is where claims live.
    pub(crate) fn new(runtime: PathBuf, memory: Arc<Memory>, audience: Arc<dyn Audience>) -> Self {
        let listener = Arc::clone(&audience);
        Self {
            app: App::without_library(Box::new(move |event| listener.on_event(event))),
            first: OnceLock::new(),
            claim: Mutex::default(),
            runtime,
            memory,
            audience,
        }
    }

    /// Opens the first library.
    pub(crate) fn start(&self, choice: Choice, claim: Option<Claim>) {
        let opened = guarded(|| self.open_first(&choice, &mut self.held(), claim));
        if let Err(error) = &opened {
            tracing::error!(code = ?error.code, "the library could not be opened");
        }
        self.first
            .set((choice, opened))
            .expect("the first library is opened once");
    }

    fn open_first(
        &self,
        choice: &Choice,
        held: &mut Option<Claim>,
        claim: Option<Claim>,
    ) -> Result<(), ApiError> {
        if !choice.create && !choice.folder.join("library.sqlite").is_file() {
            return Err(gone(&choice.folder));
        }
        self.app.open_library(&choice.folder, choice.create)?;
        self.keep(held, claim);
        Ok(())
    }

    /// Opens the first library where that failed: its disk may have been connected since.
    fn try_again(&self, choice: &Choice) -> Result<(), ApiError> {
        let mut held = self.held();
        if self.app.folder().is_some() {
            return Ok(());
        }
        let claim = self.claim_for(&choice.folder)?;
        self.open_first(choice, &mut held, claim)
    }

    /// Runs a command of the engine. Takes as long as the command does.
    pub(crate) fn call(&self, name: &str, request: Value) -> Result<Value, ApiError> {
        let answer = guarded(|| match (self.first.wait(), name) {
            (_, "open_library") => self.open_other(request),
            ((choice, Err(error)), _) if self.app.folder().is_none() => {
                // The page asks this first, and again when a person wants to try again.
                if name != "library_status" {
                    return Err(error.clone());
                }
                self.try_again(choice)?;
                dispatch(&self.app, name, request)
            }
            _ => dispatch(&self.app, name, request),
        });
        if let Err(error) = &answer {
            tracing::warn!(command = name, code = ?error.code, "refused");
        }
        answer
    }

    fn held(&self) -> MutexGuard<'_, Option<Claim>> {
        self.claim.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_other(&self, request: Value) -> Result<Value, ApiError> {
        let mut held = self.held();
        let claim = match serde_json::from_value::<OpenLibrary>(request.clone()) {
            Ok(wanted) => self.claim_for(&absolute(Path::new(&wanted.path)))?,
            // The engine says what is wrong with it.
            Err(_) => None,
        };
        let status = dispatch(&self.app, "open_library", request)?;
        self.keep(&mut held, claim);
        Ok(status)
    }

    /// Takes a library from other windows; `None` where it is open here, or claims do not work.
    fn claim_for(&self, folder: &Path) -> Result<Option<Claim>, ApiError> {
        if self
            .app
            .folder()
            .is_some_and(|open| absolute(&open) == folder)
        {
            return Ok(None);
        }
        match Claim::take(folder, &self.runtime) {
            Ok(Outcome::Taken(claim)) => Ok(Some(claim)),
            Ok(Outcome::Elsewhere) => Err(ApiError {
                code: ErrorCode::InvalidRequest,
                message: format!(
                    "The library in “{}” is open in another window.",
                    folder.display()
                ),
                hint: Some("That window was brought to the front.".to_owned()),
            }),
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "the library could not be claimed");
                Ok(None)
            }
        }
    }

    /// Holds on to the library that was just opened and lets the one before go.
    fn keep(&self, held: &mut Option<Claim>, claim: Option<Claim>) {
        let Some(folder) = self.app.folder() else {
            return;
        };
        if let Some(mut claim) = claim {
            let audience = Arc::clone(&self.audience);
            claim.answer(move || audience.on_knock());
            *held = Some(claim);
        }
        self.memory.set_library(&folder);
        self.audience.on_opened(&folder);
    }
}

/// Makes an error of a panic: one command's fault does not end the window.
fn guarded<T>(work: impl FnOnce() -> Result<T, ApiError>) -> Result<T, ApiError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(ApiError {
            code: ErrorCode::Internal,
            message: "A fault in Dossier stopped that.".to_owned(),
            hint: Some("Try again; if it happens again, start Dossier anew.".to_owned()),
        })
    })
}

fn gone(folder: &Path) -> ApiError {
    ApiError {
        code: ErrorCode::NotALibrary,
        message: format!(
            "The library that was open last is no longer in “{}”.",
            folder.display()
        ),
        hint: Some("If it lies on another disk, connect it and open it again.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use serde_json::json;
    use tempfile::TempDir;

    use super::*;

    enum Heard {
        Opened(PathBuf),
        Knock,
    }

    struct Listener(Mutex<Sender<Heard>>);

    impl Listener {
        fn tell(&self, heard: Heard) {
            // A desk lives on a little after its test.
            drop(self.0.lock().unwrap().send(heard));
        }
    }

    impl Audience for Listener {
        fn on_event(&self, _: Event) {}

        fn on_opened(&self, folder: &Path) {
            self.tell(Heard::Opened(folder.to_owned()));
        }

        fn on_knock(&self) {
            self.tell(Heard::Knock);
        }
    }

    fn desk(place: &TempDir) -> (Desk, Receiver<Heard>) {
        let (sender, heard) = channel();
        let memory = Arc::new(Memory::load(&place.path().join("window.json")));
        let audience = Arc::new(Listener(Mutex::new(sender)));
        (Desk::new(place.path().join("run"), memory, audience), heard)
    }

    fn choice(place: &TempDir, name: &str, create: bool) -> Choice {
        Choice {
            folder: place.path().join(name),
            create,
        }
    }

    #[test]
    fn an_opened_library_answers_and_is_remembered() {
        let place = tempfile::tempdir().unwrap();
        let (desk, heard) = desk(&place);
        desk.start(choice(&place, "study", true), None);
        let status = desk.call("library_status", json!({})).unwrap();
        assert_eq!(status["documents"], 0);
        assert_eq!(desk.memory.library(), Some(place.path().join("study")));
        assert!(matches!(heard.recv(), Ok(Heard::Opened(folder)) if folder.ends_with("study")));
    }

    #[test]
    fn a_library_that_is_gone_is_named_and_another_can_be_opened() {
        let place = tempfile::tempdir().unwrap();
        let (desk, _heard) = desk(&place);
        desk.start(choice(&place, "gone", false), None);
        let error = desk.call("library_status", json!({})).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotALibrary);
        assert!(error.message.contains("gone"), "{error}");
        let other = place.path().join("other");
        desk.call("open_library", json!({ "path": other, "create": true }))
            .unwrap();
        assert!(desk.call("library_status", json!({})).is_ok());
        assert!(!place.path().join("gone").exists());
    }

    #[test]
    fn a_library_that_comes_back_is_opened_when_its_status_is_asked_for_again() {
        let place = tempfile::tempdir().unwrap();
        let (desk, heard) = desk(&place);
        desk.start(choice(&place, "study", false), None);
        desk.call("library_status", json!({})).unwrap_err();
        let (other, _heard) = self::desk(&place);
        other.start(choice(&place, "study", true), None);
        desk.call("list_tags", json!({})).unwrap_err();
        let status = desk.call("library_status", json!({})).unwrap();
        assert_eq!(status["documents"], 0);
        assert!(matches!(heard.try_recv(), Ok(Heard::Opened(_))));
        assert!(desk.call("list_tags", json!({})).is_ok());
    }

    #[test]
    fn a_library_that_another_window_has_is_not_opened_a_second_time() {
        let place = tempfile::tempdir().unwrap();
        let (first, heard) = desk(&place);
        first.start(choice(&place, "one", true), None);
        let study = json!({ "path": place.path().join("study"), "create": true });
        first.call("open_library", study.clone()).unwrap();
        let (second, _heard) = desk(&place);
        second.start(choice(&place, "two", true), None);
        let error = second.call("open_library", study).unwrap_err();
        assert!(error.message.contains("another window"), "{error}");
        assert!(heard.iter().any(|heard| matches!(heard, Heard::Knock)));
        let status = second.call("library_status", json!({})).unwrap();
        assert!(
            status["path"].as_str().unwrap().ends_with("two"),
            "{status}"
        );
    }
}
