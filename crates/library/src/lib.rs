//! The researcher's library on disk.
//!
//! A library is one folder: `library.sqlite` (the truth), `files/` (originals by their SHA-256),
//! `index/` (derived, can be deleted). [`Library`] is the one way in; its methods live in a module
//! for each capability. Nothing here opens a window or goes to the network.

pub mod annotation;
pub mod check;
pub mod collection;
mod decision;
mod document;
mod error;
pub mod export;
mod files;
mod held;
mod history;
pub mod import;
pub mod index;
mod library;
pub mod note;
pub mod person;
pub mod quotation;
mod sample;
pub mod saved_search;
pub mod statement;
mod store;
pub mod timeline;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

pub use document::{DateMention, Document, DocumentChange, TextVersion};
pub use error::{Error, Result, io_words};
pub use history::HistoryView;
pub use library::{Counts, Library, Options};
pub use store::schema::VERSION as SCHEMA_VERSION;

/// Days since 1970-01-01, as dates are stored.
#[must_use]
pub fn days(date: NaiveDate) -> i32 {
    date.num_days_from_ce() - EPOCH_FROM_CE
}

/// The date of a stored day; `None` where it is beyond chrono's calendar.
#[must_use]
pub fn date_of(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH_FROM_CE)?)
}

const EPOCH_FROM_CE: i32 = 719_163;

fn timestamp(now: DateTime<Utc>) -> String {
    now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_unix_epoch() {
        let date = NaiveDate::from_ymd_opt(1970, 1, 2).unwrap();
        assert_eq!(days(date), 1);
        assert_eq!(date_of(1), Some(date));
        assert_eq!(date_of(i32::MAX), None);
    }
}
