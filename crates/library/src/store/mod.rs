//! The database: the truth.
//!
//! One connection writes; readers have connections of their own, so that a search never waits for
//! a writer (WAL). Every module below holds one table's SQL and its row.

pub(crate) mod annotation;
pub(crate) mod collection;
pub(crate) mod date;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod history;
pub(crate) mod hit;
pub(crate) mod import_log;
pub(crate) mod note;
pub(crate) mod quotation;
pub(crate) mod saved_search;
pub(crate) mod schema;
pub(crate) mod tag;
pub(crate) mod text_version;

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::{Error, Result};

/// How long a connection waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The library's database.
#[derive(Debug)]
pub(crate) struct Store {
    path: PathBuf,
    is_read_only: bool,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Store {
    /// Opens the database at `path`, makes it where there is none, and brings it up to date.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Self::open_unchecked(path).map_err(|error| foreign(error, path))
    }

    fn open_unchecked(path: &Path) -> Result<Self> {
        let mut connection = connect(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )?;
        if connection.is_readonly(rusqlite::MAIN_DB)? {
            // The folder takes writes and the file does not.
            return Self::open_read_only(path);
        }
        refuse_foreign(&connection, path)?;
        schema::refuse_newer(&connection, path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // An annotation that was acknowledged must also survive a power failure.
        connection.pragma_update(None, "synchronous", "FULL")?;
        schema::migrate(&mut connection)?;
        Ok(Self {
            path: path.to_owned(),
            is_read_only: false,
            writer: Mutex::new(connection),
            readers: Mutex::default(),
        })
    }

    /// Opens a database that cannot be written.
    pub(crate) fn open_read_only(path: &Path) -> Result<Self> {
        let connection = connect_read_only(path).map_err(|error| foreign(error, path))?;
        refuse_foreign(&connection, path)?;
        schema::refuse_newer(&connection, path)?;
        if schema::version(&connection)? < schema::VERSION {
            return Err(Error::ReadOnly {
                path: folder_of(path),
            });
        }
        Ok(Self {
            path: path.to_owned(),
            is_read_only: true,
            writer: Mutex::new(connection),
            readers: Mutex::default(),
        })
    }

    /// Whether writes are refused.
    pub(crate) fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Runs `work` in a transaction that is committed, durably, when `work` succeeds.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        if self.is_read_only {
            return Err(Error::ReadOnly {
                path: folder_of(&self.path),
            });
        }
        let mut writer = lock(&self.writer);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Runs `work` on one snapshot of the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let idle = lock(&self.readers).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None if self.is_read_only => connect_read_only(&self.path)?,
            None => connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        };
        let transaction = connection.transaction()?;
        let value = work(&transaction);
        drop(transaction);
        lock(&self.readers).push(connection);
        value
    }

    /// Writes a consistent copy of the database to a new file, also while others write.
    pub(crate) fn copy(&self, to: &Path) -> Result<()> {
        let connection = if self.is_read_only {
            connect_read_only(&self.path)?
        } else {
            connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?
        };
        connection.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
        Ok(())
    }

    /// A number that changes whenever another process changed the database.
    pub(crate) fn foreign_changes(&self) -> Result<i64> {
        Ok(lock(&self.writer).pragma_query_value(None, "data_version", |row| row.get(0))?)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while it was held rolled its transaction back: the connection is as good as before.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&connection)?;
    Ok(connection)
}

fn connect_read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // A folder that takes no writes has no room for the shared memory of the WAL: then nobody can
    // be writing, and the file may be read as it is.
    let readable = connection.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
    let connection = if readable.is_ok() {
        connection
    } else {
        let uri = format!("file:{}?immutable=1", uri_path(path));
        Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?
    };
    prepare(&connection)?;
    Ok(connection)
}

fn uri_path(path: &Path) -> String {
    path.to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23")
}

fn prepare(connection: &Connection) -> Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.set_prepared_statement_cache_capacity(64);
    rusqlite::vtab::array::load_module(connection)?;
    Ok(())
}

fn refuse_foreign(connection: &Connection, path: &Path) -> Result<()> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: u32 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id == schema::APPLICATION_ID || (id == 0 && tables == 0) {
        Ok(())
    } else {
        Err(not_a_library(path))
    }
}

fn not_a_library(path: &Path) -> Error {
    Error::NotALibrary {
        path: folder_of(path),
    }
}

/// The library's folder, by which a person knows it.
pub(crate) fn folder_of(database: &Path) -> PathBuf {
    database.parent().unwrap_or(database).to_owned()
}

/// A file that SQLite does not know as its own is somebody else's.
fn foreign(error: Error, path: &Path) -> Error {
    match error {
        Error::Database(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) =>
        {
            not_a_library(path)
        }
        error => error,
    }
}

/// Numbers as a table-valued parameter: `… WHERE id IN rarray(?1)`.
pub(crate) fn numbers(ids: &[i64]) -> rusqlite::vtab::array::Array {
    std::rc::Rc::new(
        ids.iter()
            .copied()
            .map(rusqlite::types::Value::from)
            .collect(),
    )
}
