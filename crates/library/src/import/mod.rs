//! Taking documents in: files and folders, each named in a report with what became of it.
//!
//! Reading, extracting and analysing run on several threads; one thread writes, many documents a
//! transaction. A document's panic or failure does not end an import.

mod prepare;
mod save;
mod walk;

use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use self::{
    prepare::{Prepared, prepare},
    save::save,
    walk::{Task, tasks},
};
use crate::{Error, Library, Result, files, store::import_log};

/// How many documents are written in one transaction at most.
const BATCH: usize = 64;
/// How long a document waits at most for others to be written with.
const BATCH_TIME: Duration = Duration::from_millis(250);
/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 512 << 20;

/// Something to import.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file, or a folder with everything in it.
    Path(PathBuf),
    /// Bytes that the caller has: a page that was fetched, a sample.
    Bytes {
        /// A name for the report, with an extension if there is one.
        name: String,
        bytes: Vec<u8>,
        url: Option<String>,
        media_type: Option<String>,
    },
}

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// Threads that read; 0 for as many as the machine has processors.
    pub jobs: usize,
    /// A collection that takes the documents.
    pub collection: Option<i64>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A new document.
    Added,
    /// A new text version of a document that was there.
    Updated,
    /// The same file as before.
    Unchanged,
    /// Nothing could be read from it.
    Failed,
    /// Not a file that Dossier reads, found within a folder.
    Skipped,
}

impl Outcome {
    /// The outcome's name in the ledger and for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }

    pub(crate) fn of_name(name: &str) -> Self {
        match name {
            "added" => Self::Added,
            "updated" => Self::Updated,
            "unchanged" => Self::Unchanged,
            "skipped" => Self::Skipped,
            _ => Self::Failed,
        }
    }
}

/// One file of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub path: String,
    pub outcome: Outcome,
    pub document: Option<i64>,
    pub title: Option<String>,
    /// A sentence: why it failed or was skipped, or what is doubtful about it.
    pub reason: Option<String>,
}

/// The ledger of one import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub id: i64,
    /// RFC 3339, UTC.
    pub started_at: String,
    pub finished_at: Option<String>,
    pub is_cancelled: bool,
    pub items: Vec<Item>,
}

impl Report {
    /// How many files had an outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> u32 {
        self.items
            .iter()
            .filter(|item| item.outcome == outcome)
            .count() as u32
    }
}

/// How far an import is.
#[derive(Debug)]
pub struct Progress<'a> {
    pub done: u32,
    /// Grows while folders are still being read.
    pub total: u32,
    /// The files that were just written.
    pub items: &'a [Item],
}

impl Library {
    /// Imports files, folders and bytes, and says what became of each.
    ///
    /// `progress` is told after every transaction; where it answers `false`, no further file is
    /// begun, and what was imported stays.
    ///
    /// # Errors
    ///
    /// When the library cannot be written. What the files are is in the report.
    pub fn import(
        &self,
        sources: Vec<Source>,
        options: &ImportOptions,
        progress: &mut dyn FnMut(&Progress<'_>) -> bool,
    ) -> Result<Report> {
        let now = self.now();
        let import = self.write(|tx| import_log::start(tx, &now))?;
        let run = Run {
            library: self,
            options,
            import,
            is_stopped: AtomicBool::new(false),
        };
        let outcome = run.run(sources, progress);
        let is_cancelled = run.is_stopped.load(Ordering::Relaxed) && outcome.is_ok();
        let now = self.now();
        self.write(|tx| import_log::finish(tx, import, &now, is_cancelled))?;
        outcome?;
        let report = self.read(|tx| import_log::report(tx, Some(import)))?;
        report.ok_or_else(|| Error::NotFound {
            what: "import",
            which: import.to_string(),
        })
    }

    /// Reads the ledger of an import, or of the newest.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn import_report(&self, id: Option<i64>) -> Result<Option<Report>> {
        self.read(|tx| import_log::report(tx, id))
    }
}

struct Run<'a> {
    library: &'a Library,
    options: &'a ImportOptions,
    import: i64,
    is_stopped: AtomicBool,
}

impl Run<'_> {
    fn run(
        &self,
        sources: Vec<Source>,
        progress: &mut dyn FnMut(&Progress<'_>) -> bool,
    ) -> Result<()> {
        let jobs = match self.options.jobs {
            0 => thread::available_parallelism().map_or(2, usize::from),
            jobs => jobs,
        };
        let total = std::sync::atomic::AtomicU32::new(0);
        // Paths are small: the walker runs ahead of the readers, and the total is soon known.
        let (task_sender, task_receiver) = mpsc::channel::<Task>();
        let task_receiver = Mutex::new(task_receiver);
        let (sender, receiver) = mpsc::sync_channel::<Prepared>(BATCH);
        thread::scope(|scope| {
            scope.spawn(|| {
                let task_sender = task_sender;
                for task in tasks(sources) {
                    total.fetch_add(1, Ordering::Relaxed);
                    if self.is_stopped.load(Ordering::Relaxed) || task_sender.send(task).is_err() {
                        return;
                    }
                }
            });
            for _ in 0..jobs {
                let sender = sender.clone();
                let task_receiver = &task_receiver;
                scope.spawn(move || {
                    while let Some(task) = self.next(task_receiver) {
                        if sender.send(prepare(self.library, task)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(sender);
            let outcome = self.write_all(&receiver, &total, progress);
            self.is_stopped
                .fetch_or(outcome.is_err(), Ordering::Relaxed);
            // A reader may wait for room in the channel: nobody takes from it any more.
            drop(receiver);
            outcome
        })
    }

    fn next(&self, receiver: &Mutex<mpsc::Receiver<Task>>) -> Option<Task> {
        let task = self.next_raw(receiver)?;
        (!self.is_stopped.load(Ordering::Relaxed)).then_some(task)
    }

    fn next_raw(&self, receiver: &Mutex<mpsc::Receiver<Task>>) -> Option<Task> {
        receiver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv()
            .ok()
    }

    fn write_all(
        &self,
        receiver: &mpsc::Receiver<Prepared>,
        total: &std::sync::atomic::AtomicU32,
        progress: &mut dyn FnMut(&Progress<'_>) -> bool,
    ) -> Result<()> {
        let mut done = 0;
        while let Ok(first) = receiver.recv() {
            let batch = gather(receiver, first);
            let items = self.write_batch(batch)?;
            done += items.len() as u32;
            let total = total.load(Ordering::Relaxed).max(done);
            if !progress(&Progress {
                done,
                total,
                items: &items,
            }) {
                self.is_stopped.store(true, Ordering::Relaxed);
            }
        }
        Ok(())
    }

    /// Writes originals first and then their documents: a document never lacks its original.
    fn write_batch(&self, batch: Vec<Prepared>) -> Result<Vec<Item>> {
        for prepared in &batch {
            if let Prepared::Document(document) = prepared {
                files::keep(self.library.folder(), &document.sha256, &document.bytes)?;
            }
        }
        let now = self.library.now();
        self.library.write(|tx| {
            let mut items = Vec::with_capacity(batch.len());
            for prepared in batch {
                let item = save(tx, prepared, self.options.collection, &now)?;
                import_log::add(tx, self.import, &item)?;
                items.push(item);
            }
            Ok(items)
        })
    }
}

fn gather(receiver: &mpsc::Receiver<Prepared>, first: Prepared) -> Vec<Prepared> {
    let deadline = Instant::now() + BATCH_TIME;
    let mut batch = vec![first];
    while batch.len() < BATCH {
        match receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(prepared) => batch.push(prepared),
            Err(_) => break,
        }
    }
    batch
}
