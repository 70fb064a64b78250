//! Opening a library, and what every capability shares.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Utc};
use rusqlite::Transaction;

use crate::{
    Error, Result,
    index::{Gathered, Index, indexer::Indexer},
    store::Store,
    timeline::Timeline,
    timestamp,
};

/// How a library is opened.
#[derive(Clone)]
pub struct Options {
    /// Whether to make a library where the folder is empty or missing.
    pub create: bool,
    /// Whether to leave the library as it is even where it could be written.
    pub read_only: bool,
    /// Whether a thread keeps the index up to date; without it [`Library::update_index`] does.
    pub index_in_background: bool,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
    /// Is told, on the indexing thread, how many documents still wait.
    pub on_indexed: Option<Arc<dyn Fn(u32) + Send + Sync>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            create: true,
            read_only: false,
            index_in_background: false,
            clock: Utc::now,
            on_indexed: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("create", &self.create)
            .field("read_only", &self.read_only)
            .field("index_in_background", &self.index_in_background)
            .finish_non_exhaustive()
    }
}

/// How much there is of everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub documents: u32,
    pub annotations: u32,
    pub quotations: u32,
    pub dates: u32,
    pub notes: u32,
    /// Documents that the index does not hold as they are.
    pub unindexed: u32,
    pub has_sample: bool,
}

/// An open library.
pub struct Library {
    folder: PathBuf,
    pub(crate) store: Arc<Store>,
    pub(crate) index: Arc<Index>,
    indexer: Option<Indexer>,
    clock: fn() -> DateTime<Utc>,
    /// Rises with every change to what the timeline shows.
    generation: AtomicU64,
    pub(crate) timeline: Mutex<Option<(u64, i64, Arc<Timeline>)>>,
    /// The concordance that was asked for last.
    pub(crate) concordance: Mutex<Option<Arc<Gathered>>>,
    /// The statements, as long as the quotations stay as they are.
    pub(crate) statements: Mutex<Option<Arc<crate::statement::Gathered>>>,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Library")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Library {
    /// Opens the library in `folder`, or makes one there.
    ///
    /// A folder that takes no writes is opened for reading. An index that is missing, broken or of
    /// another version is built again.
    ///
    /// # Errors
    ///
    /// [`Error::NotALibrary`] where the folder holds something else, [`Error::Newer`] where a newer
    /// version made it, and what the disk says.
    pub fn open(folder: &Path, options: Options) -> Result<Self> {
        let database = folder.join("library.sqlite");
        let is_new = !database.exists();
        if is_new {
            make_folder(folder, options.create && !options.read_only)?;
        }
        let store = if !is_new && (options.read_only || !takes_writes(folder)) {
            Store::open_read_only(&database)?
        } else {
            Store::open(&database)?
        };
        if !store.is_read_only() {
            identify(&store, options.clock)?;
        }
        let is_read_only = store.is_read_only();
        let store = Arc::new(store);
        let index = Arc::new(Index::open(&folder.join("index"), &store)?);
        let indexer = (options.index_in_background && !is_read_only)
            .then(|| Indexer::start(Arc::clone(&store), Arc::clone(&index), options.on_indexed));
        Ok(Self {
            folder: folder.to_owned(),
            store,
            index,
            indexer,
            clock: options.clock,
            generation: AtomicU64::new(0),
            timeline: Mutex::default(),
            concordance: Mutex::default(),
            statements: Mutex::default(),
        })
    }

    /// The library's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether writes are refused.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Counts what is in the library.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn counts(&self) -> Result<Counts> {
        let live = "SELECT id FROM document WHERE NOT deleted";
        let sql = format!(
            "SELECT (SELECT count(*) FROM document WHERE NOT deleted), \
             (SELECT count(*) FROM annotation WHERE NOT deleted AND document_id IN ({live})), \
             (SELECT count(*) FROM quotation WHERE document_id IN ({live})), \
             (SELECT count(*) FROM date_mention WHERE document_id IN ({live})), \
             (SELECT count(*) FROM note WHERE NOT deleted), \
             (SELECT count(*) FROM index_queue), \
             (SELECT has_sample FROM library)"
        );
        self.store.read(|tx| {
            Ok(tx.query_row(&sql, [], |row| {
                Ok(Counts {
                    documents: row.get(0)?,
                    annotations: row.get(1)?,
                    quotations: row.get(2)?,
                    dates: row.get(3)?,
                    notes: row.get(4)?,
                    unindexed: row.get(5)?,
                    has_sample: row.get(6)?,
                })
            })?)
        })
    }

    /// Writes a consistent copy of the database to a new file; the library may be in use meanwhile.
    ///
    /// # Errors
    ///
    /// What the disk says.
    pub fn copy_database(&self, to: &Path) -> Result<()> {
        self.store.copy(to)
    }

    /// Puts every waiting document into the index, on this thread.
    ///
    /// Where another process is indexing, nothing is done: that process sees them too.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn update_index(&self) -> Result<()> {
        if self.is_read_only() {
            return Ok(());
        }
        let updated = self.index.update(&self.store, &mut |_| true).map(drop);
        updated.map_err(|error| match error {
            // The index's threads do not say why they ended.
            Error::Index(_) if is_full(&self.folder) => Error::DiskFull,
            error => error,
        })
    }

    /// Runs `work` in a transaction; what it marked for the index is indexed afterwards.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let value = self.store.write(work).map_err(|error| match error {
            Error::ReadOnly { .. } => Error::ReadOnly {
                path: self.folder.clone(),
            },
            error => error,
        })?;
        self.generation.fetch_add(1, Ordering::Relaxed);
        if let Some(indexer) = &self.indexer {
            indexer.wake();
        }
        Ok(value)
    }

    /// Runs `work` on one snapshot of the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.store.read(work)
    }

    /// The current time as it is stored.
    pub(crate) fn now(&self) -> String {
        timestamp((self.clock)())
    }

    /// What the library looked like at this moment: changes when this or another process writes.
    pub(crate) fn state(&self) -> Result<(u64, i64)> {
        Ok((
            self.generation.load(Ordering::Relaxed),
            self.store.foreign_changes()?,
        ))
    }

    /// The cached timeline, made again after a change.
    pub(crate) fn cached_timeline(
        &self,
        make: impl FnOnce() -> Result<Timeline>,
    ) -> Result<Arc<Timeline>> {
        let (generation, foreign) = self.state()?;
        let mut cached = self.timeline.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((g, f, timeline)) = &*cached
            && (*g, *f) == (generation, foreign)
        {
            return Ok(Arc::clone(timeline));
        }
        let timeline = Arc::new(make()?);
        *cached = Some((generation, foreign, Arc::clone(&timeline)));
        Ok(timeline)
    }
}

/// Gives a new library its identity; one whose making was interrupted is new still.
fn identify(store: &Store, clock: fn() -> DateTime<Utc>) -> Result<()> {
    let is_known = "SELECT EXISTS (SELECT 1 FROM library)";
    if store.read(|tx| Ok(tx.query_row(is_known, [], |row| row.get(0))?))? {
        return Ok(());
    }
    store.write(|tx| {
        tx.execute(
            "INSERT OR IGNORE INTO library (id, uuid, created_at) VALUES (1, ?1, ?2)",
            (uuid::Uuid::new_v4().to_string(), timestamp(clock())),
        )?;
        Ok(())
    })
}

/// Makes the folder of a new library; refuses one that holds other things.
fn make_folder(folder: &Path, create: bool) -> Result<()> {
    let not_a_library = || Error::NotALibrary {
        path: folder.to_owned(),
    };
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            let is_foreign = entries.any(|entry| {
                entry.map_or(true, |entry| {
                    !entry.file_name().to_string_lossy().starts_with('.')
                })
            });
            if is_foreign || !create {
                Err(not_a_library())
            } else {
                Ok(())
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && create => {
            fs::create_dir_all(folder).map_err(|error| Error::io("make the folder", folder, error))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(not_a_library()),
        Err(error) => Err(Error::io("read the folder", folder, error)),
    }
}

/// Whether the disk of `folder` has no room left for what an index writes at a time.
fn is_full(folder: &Path) -> bool {
    const ROOM: usize = 256 << 10;
    let probe = folder.join(format!(".room-test-{}", std::process::id()));
    let written = fs::write(&probe, vec![1; ROOM]);
    // Where even this is in the way, the next probe writes over it.
    drop(fs::remove_file(&probe));
    written.is_err_and(|error| {
        matches!(
            error.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        )
    })
}

/// Whether files can be made in `folder`; asked of the disk, since rights alone do not tell.
fn takes_writes(folder: &Path) -> bool {
    let probe = folder.join(format!(".write-test-{}", std::process::id()));
    match fs::File::create_new(&probe) {
        Ok(_) => fs::remove_file(&probe).is_ok(),
        // A full disk is not a read-only one: reading goes on, and each write says what it meets.
        Err(error) => matches!(
            error.kind(),
            io::ErrorKind::AlreadyExists
                | io::ErrorKind::StorageFull
                | io::ErrorKind::QuotaExceeded
        ),
    }
}
