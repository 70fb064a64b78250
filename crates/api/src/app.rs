//! The open library and the work that goes on in it.

use std::{
    collections::HashMap,
    fmt,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use dossier_library::{Library, Options, index::Watch};

use crate::{ApiError, Result, types::event::Event};

/// How the engine is started.
pub struct AppOptions {
    /// The library's folder; a library is made where there is none.
    pub library: PathBuf,
    /// Is told what happens, on whichever thread it happens.
    pub on_event: Box<dyn Fn(Event) + Send + Sync>,
}

impl fmt::Debug for AppOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppOptions")
            .field("library", &self.library)
            .finish_non_exhaustive()
    }
}

/// The engine as clients hold it.
pub struct App {
    library: RwLock<Option<Arc<Library>>>,
    on_event: Arc<dyn Fn(Event) + Send + Sync>,
    jobs: Arc<Mutex<HashMap<u32, Arc<AtomicBool>>>>,
    last_job: AtomicU32,
    /// The search that each asker waits for.
    searches: Mutex<HashMap<String, Watch>>,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

impl App {
    /// Starts the engine with no library open: every command but `open_library` is refused.
    #[must_use]
    pub fn without_library(on_event: Box<dyn Fn(Event) + Send + Sync>) -> Self {
        Self {
            library: RwLock::default(),
            on_event: Arc::from(on_event),
            jobs: Arc::default(),
            last_job: AtomicU32::new(0),
            searches: Mutex::default(),
        }
    }

    /// Starts the engine with a library.
    ///
    /// # Errors
    ///
    /// What opening says; nothing was changed then.
    pub fn open(options: AppOptions) -> Result<Self> {
        let app = Self::without_library(options.on_event);
        app.open_library(&options.library, true)?;
        Ok(app)
    }

    /// Opens a library in place of the one that is open. Work in that one is stopped first.
    ///
    /// # Errors
    ///
    /// What opening says; the library that was open stays open then.
    pub fn open_library(&self, folder: &Path, create: bool) -> Result<()> {
        let on_event = Arc::clone(&self.on_event);
        let options = Options {
            create,
            index_in_background: true,
            on_indexed: Some(Arc::new(move |pending| {
                on_event(Event::IndexProgressed { pending })
            })),
            ..Options::default()
        };
        let library = Arc::new(Library::open(folder, options)?);
        for stop in lock(&self.jobs).values() {
            stop.store(true, Ordering::Relaxed);
        }
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = Some(library);
        self.tell(Event::LibraryOpened);
        Ok(())
    }

    /// The open library's folder.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        Some(self.library().ok()?.folder().to_owned())
    }

    /// The open library.
    pub(crate) fn library(&self) -> Result<Arc<Library>> {
        let library = self.library.read().unwrap_or_else(PoisonError::into_inner);
        library.clone().ok_or_else(ApiError::no_library)
    }

    /// Tells clients what happened.
    pub(crate) fn tell(&self, event: Event) {
        (self.on_event)(event);
    }

    /// Starts long work on a thread of its own. `work` is given the job's number, whether to go on,
    /// and a way to tell how far it is.
    pub(crate) fn start_job(
        &self,
        work: impl FnOnce(u32, &dyn Fn() -> bool, &dyn Fn(Event)) + Send + 'static,
    ) -> Result<u32> {
        let job = self.last_job.fetch_add(1, Ordering::Relaxed) + 1;
        let stop = Arc::new(AtomicBool::new(false));
        lock(&self.jobs).insert(job, Arc::clone(&stop));
        let jobs = Arc::clone(&self.jobs);
        let on_event = Arc::clone(&self.on_event);
        let thread = std::thread::Builder::new().name(format!("job-{job}"));
        let started = thread.spawn(move || {
            work(job, &|| !stop.load(Ordering::Relaxed), &|event| {
                on_event(event)
            });
            lock(&jobs).remove(&job);
        });
        match started {
            Ok(_) => Ok(job),
            Err(error) => {
                lock(&self.jobs).remove(&job);
                Err(ApiError::new(
                    crate::ErrorCode::Internal,
                    format!("The work could not be started: {error}."),
                ))
            }
        }
    }

    /// Watches over a search: it has so much time, and ends when the same asker asks something else.
    pub(crate) fn watch(&self, asker: Option<String>, time: Duration) -> Watch {
        let watch = Watch::limited(time);
        if let Some(asker) = asker {
            let before = lock(&self.searches).insert(asker, watch.clone());
            before.iter().for_each(Watch::cancel);
        }
        watch
    }

    /// Asks long work to stop after the file at hand; does nothing where it has ended.
    pub(crate) fn cancel(&self, job: u32) {
        if let Some(stop) = lock(&self.jobs).get(&job) {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
