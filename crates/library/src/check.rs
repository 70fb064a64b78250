//! Verifying a library: files, database, index, anchors.

use std::fs;

use rusqlite::Row;

use crate::{Error, Library, Result, files, io_words, store};

/// A part of a library that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    Files,
    Database,
    Index,
    Anchors,
}

impl Area {
    /// The area's name for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Database => "database",
            Self::Index => "index",
            Self::Anchors => "anchors",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub area: Area,
    /// A sentence: what is wrong, with which document.
    pub message: String,
    /// Whether it was mended. Only what is derived can be.
    pub is_repaired: bool,
}

/// What a check looked at and found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    pub documents: u32,
    pub files: u32,
    pub annotations: u32,
    pub problems: Vec<Problem>,
}

impl CheckReport {
    fn add(&mut self, area: Area, message: String, is_repaired: bool) {
        self.problems.push(Problem {
            area,
            message,
            is_repaired,
        });
    }
}

impl Library {
    /// Checks everything; with `repair`, what is derived and wrong is made again.
    ///
    /// # Errors
    ///
    /// When the database cannot be read at all.
    pub fn check(&self, repair: bool) -> Result<CheckReport> {
        let repair = repair && !self.is_read_only();
        let mut report = CheckReport::default();
        self.check_database(&mut report);
        for part in [Self::check_files, Self::check_texts, Self::check_index] {
            match part(self, &mut report, repair) {
                // A damaged database stops at the damage what reads it; the other parts say more.
                Err(error @ Error::Database(_)) => {
                    let message = error.to_string();
                    if !report.problems.iter().any(|known| known.message == message) {
                        report.add(Area::Database, message, false);
                    }
                }
                other => other?,
            }
        }
        Ok(report)
    }

    fn check_database(&self, report: &mut CheckReport) {
        let mut complaints = self.ask("PRAGMA integrity_check", |row| row.get(0));
        complaints.retain(|line| line != "ok");
        complaints.extend(self.ask("PRAGMA foreign_key_check", |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!(
                "a row of {table} names a row of {parent} that is not there"
            ))
        }));
        for complaint in complaints {
            report.add(
                Area::Database,
                format!("The database is damaged: {complaint}."),
                false,
            );
        }
    }

    /// What SQLite says of the database; where it cannot go on, that is the last line.
    fn ask(&self, pragma: &str, tell: fn(&Row<'_>) -> rusqlite::Result<String>) -> Vec<String> {
        let mut lines = Vec::new();
        let asked = self.read(|tx| {
            let mut statement = tx.prepare(pragma)?;
            for line in statement.query_map([], tell)? {
                lines.push(line?);
            }
            Ok(())
        });
        if let Err(Error::Database(error)) = asked {
            lines.push(error.to_string());
        }
        lines
    }

    fn check_files(&self, report: &mut CheckReport, _: bool) -> Result<()> {
        for (sha256, size, document) in self.read(store::text_version::files)? {
            report.files += 1;
            let path = files::path(self.folder(), &sha256);
            let (wrong, is_lost) = match fs::read(&path) {
                Err(error) => (format!("cannot be read ({})", io_words(&error)), true),
                Ok(bytes) if bytes.len() as u64 != size || files::sha256(&bytes) != sha256 => {
                    let is_cut = bytes.len() as u64 != size;
                    ("is not as it was stored".to_owned(), is_cut)
                }
                Ok(_) => continue,
            };
            let title = self
                .documents(&[document])?
                .pop()
                .map(|d| d.title)
                .unwrap_or_default();
            let mut message = format!("The original of “{title}” (document {document}) {wrong}.");
            if is_lost {
                message.push_str(" Importing the same file again puts it back.");
            }
            report.add(Area::Files, message, false);
        }
        Ok(())
    }

    fn check_texts(&self, report: &mut CheckReport, _: bool) -> Result<()> {
        for id in self.document_ids()? {
            report.documents += 1;
            let version = match self.text_version(id) {
                Ok(version) => version,
                Err(error) => {
                    report.add(Area::Database, format!("Document {id}: {error}"), false);
                    continue;
                }
            };
            for annotation in self.annotations_of(id)? {
                report.annotations += 1;
                let fits = annotation.range.is_none_or(|range| {
                    annotation.version == version.id && range.slice(&version.text).is_some()
                });
                if !fits {
                    let message = format!(
                        "Annotation {} does not fit the text of document {id}.",
                        annotation.id
                    );
                    report.add(Area::Anchors, message, false);
                }
            }
        }
        Ok(())
    }

    fn check_index(&self, report: &mut CheckReport, repair: bool) -> Result<()> {
        self.update_index()?;
        let is_whole = self.index.is_whole();
        let wanted = self.document_ids()?;
        let message = if !is_whole {
            "A file of the search index is damaged.".to_owned()
        } else {
            let found = self.index.ids()?;
            if found == wanted {
                return Ok(());
            }
            format!(
                "The search index holds {} documents and the library {}, or not the same ones.",
                found.len(),
                wanted.len()
            )
        };
        if repair {
            self.index.rebuild(&self.store)?;
            self.update_index()?;
        }
        let is_repaired = repair && self.index.is_whole() && self.index.ids()? == wanted;
        report.add(Area::Index, message, is_repaired);
        Ok(())
    }
}
