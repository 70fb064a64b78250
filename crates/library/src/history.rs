//! Undo and redo, over everything that a person can change.

use rusqlite::Transaction;
use serde_json::Value;

pub(crate) use crate::store::history::Change;
use crate::{
    Document, Library, Result,
    annotation::Snapshot,
    document::{analyse_again, set_deleted, write_document},
    store::{self, history},
};

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryView {
    /// What undo would take back, in words.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// The document that the step just undone or redone belongs to.
    pub document: Option<i64>,
}

impl Library {
    /// Says what can be undone and redone.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn history(&self) -> Result<HistoryView> {
        self.read(|tx| view(tx, None))
    }

    /// Takes the last change back; does nothing where there is none.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn undo(&self) -> Result<HistoryView> {
        self.step(true)
    }

    /// Does the change last undone again; does nothing where there is none.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn redo(&self) -> Result<HistoryView> {
        self.step(false)
    }

    fn step(&self, is_undo: bool) -> Result<HistoryView> {
        let now = self.now();
        self.write(|tx| {
            let step = if is_undo {
                history::undoable(tx)?
            } else {
                history::redoable(tx)?
            };
            let Some(step) = step else {
                return view(tx, None);
            };
            let mut changes = history::changes(tx, step.id)?;
            if is_undo {
                changes.reverse();
            }
            for change in changes {
                let target = if is_undo {
                    &change.before
                } else {
                    &change.after
                };
                restore(tx, &change, target, &now)?;
            }
            history::set_undone(tx, step.id, is_undo)?;
            view(tx, step.document)
        })
    }
}

fn view(tx: &Transaction<'_>, document: Option<i64>) -> Result<HistoryView> {
    Ok(HistoryView {
        undo: history::undoable(tx)?.map(|step| step.label),
        redo: history::redoable(tx)?.map(|step| step.label),
        document,
    })
}

/// Makes one row what it was on one side of a change.
fn restore(tx: &Transaction<'_>, change: &Change, target: &Value, now: &str) -> Result<()> {
    let id = change.id;
    let is_deleted = target["deleted"].as_bool();
    match change.entity.as_str() {
        "annotation" => {
            if let Some(is_deleted) = is_deleted {
                store::annotation::set_deleted(tx, id, is_deleted)?;
            }
            if let Ok(row) = serde_json::from_value::<Snapshot>(target.clone()) {
                let Snapshot {
                    color,
                    body,
                    motivation,
                    tags,
                } = row;
                store::annotation::update(tx, id, &color, &body, &motivation, &tags, now)?;
            }
            Ok(())
        }
        "note" => {
            if let Some(is_deleted) = is_deleted {
                store::note::set_deleted(tx, id, is_deleted)?;
            }
            match (target["title"].as_str(), target["body"].as_str()) {
                (Some(title), Some(body)) => store::note::update(tx, id, title, body, now),
                _ => Ok(()),
            }
        }
        "document" => {
            if let Some(is_deleted) = is_deleted {
                set_deleted(tx, id, is_deleted)?;
            }
            match serde_json::from_value::<Document>(target.clone()) {
                Ok(document) => {
                    write_document(tx, &document)?;
                    if change.before["published"] == change.after["published"] {
                        return Ok(());
                    }
                    analyse_again(tx, id)
                }
                Err(_) => Ok(()),
            }
        }
        "collection" => {
            if let Some(is_deleted) = is_deleted {
                store::collection::set_deleted(tx, id, is_deleted)?;
            }
            target["name"]
                .as_str()
                .map_or(Ok(()), |name| store::collection::rename(tx, id, name))
        }
        "membership" => {
            let documents = target["documents"].as_array().into_iter().flatten();
            let is_member = target["member"].as_bool().unwrap_or_default();
            for document in documents.filter_map(Value::as_i64) {
                store::collection::set_member(tx, id, document, is_member)?;
            }
            Ok(())
        }
        "saved search" => match (target["name"].as_str(), target["query"].as_str()) {
            (Some(name), Some(query)) => store::saved_search::restore(tx, id, name, query),
            _ => store::saved_search::delete(tx, id),
        },
        "quotation decision" => crate::decision::restore(tx, id, target),
        "speaker alias" => crate::decision::restore_alias(tx, target),
        "tag" => {
            let name = target["name"].as_str().unwrap_or_default();
            let description = target["description"].as_str().unwrap_or_default();
            store::tag::update(tx, id, name, target["color"].as_str(), description)
        }
        // A step of a newer version of the program: there is nothing here that it could touch.
        _ => Ok(()),
    }
}
