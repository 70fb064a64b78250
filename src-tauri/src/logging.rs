//! The log: a file a day, the newest seven kept.
//!
//! Only Dossier's own words go in: a parser's warning or a panic's message may quote the document
//! at hand, and no text of a document is ever logged.

use std::{fs, panic, path::Path};

use tracing_appender::{
    non_blocking::WorkerGuard,
    rolling::{RollingFileAppender, Rotation},
};
use tracing_subscriber::EnvFilter;

/// Days that are kept.
const KEPT: usize = 7;

/// Starts logging into `folder`; what waits is written when the value given back is dropped.
///
/// `None` where the folder cannot be written: then there is no log.
pub(crate) fn start(folder: &Path) -> Option<WorkerGuard> {
    fs::create_dir_all(folder).ok()?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("dossier")
        .filename_suffix("log")
        .max_log_files(KEPT)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("dossier=info"))
        .with_writer(writer)
        .with_ansi(false)
        .try_init()
        .ok()?;
    log_panics();
    Some(guard)
}

/// Logs where a panic was, not what it says.
fn log_panics() {
    let show = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if let Some(place) = info.location() {
            let (file, line) = (place.file(), place.line());
            tracing::error!(target: "dossier::panic", file, line, "a thread panicked");
        }
        show(info);
    }));
}
