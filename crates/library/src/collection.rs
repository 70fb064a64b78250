//! Collections.

use serde_json::json;

use crate::{
    Error, Library, Result,
    history::Change,
    store::{self, collection as table, history},
};

/// A person's grouping of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    pub id: i64,
    pub name: String,
    /// How many documents are in it.
    pub count: u32,
}

impl Library {
    /// Lists collections by name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn collections(&self) -> Result<Vec<Collection>> {
        self.read(table::list)
    }

    /// The collections that a document is in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn collections_of(&self, document: i64) -> Result<Vec<i64>> {
        self.read(|tx| table::of_document(tx, document))
    }

    /// Makes a collection.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] where the name is empty or taken.
    pub fn create_collection(&self, name: &str) -> Result<Collection> {
        let now = self.now();
        self.write(|tx| {
            let id = make(tx, name)?;
            let change = change_of(id, json!({"deleted": true}), json!({"deleted": false}));
            history::record(tx, "Make collection", None, &[change], &now)?;
            table::get(tx, id)
        })
    }

    /// Makes a collection that no person asked for by name; undo passes it by.
    pub(crate) fn provide_collection(&self, name: &str) -> Result<Collection> {
        self.write(|tx| {
            let id = make(tx, name)?;
            table::get(tx, id)
        })
    }

    /// Renames a collection.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] where the name is empty or taken.
    pub fn rename_collection(&self, id: i64, name: &str) -> Result<Collection> {
        let now = self.now();
        self.write(|tx| {
            let before = table::get(tx, id)?;
            let name = free_name(tx, name, Some(id))?;
            table::rename(tx, id, &name)?;
            let change = change_of(id, json!({"name": before.name}), json!({"name": name}));
            history::record(tx, "Rename collection", None, &[change], &now)?;
            table::get(tx, id)
        })
    }

    /// Deletes a collection, not its documents; it can be brought back by undo.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn delete_collection(&self, id: i64) -> Result<()> {
        let now = self.now();
        self.write(|tx| {
            table::get(tx, id)?;
            table::set_deleted(tx, id, true)?;
            let change = change_of(id, json!({"deleted": false}), json!({"deleted": true}));
            history::record(tx, "Delete collection", None, &[change], &now)
        })
    }

    /// Puts documents into a collection or takes them out.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where the collection or a document is not there.
    pub fn set_membership(
        &self,
        id: i64,
        documents: &[i64],
        is_member: bool,
    ) -> Result<Collection> {
        let now = self.now();
        self.write(|tx| {
            table::get(tx, id)?;
            let mut changed = Vec::new();
            for &document in documents {
                store::document::get(tx, document)?;
                if table::set_member(tx, id, document, is_member)? {
                    changed.push(document);
                }
            }
            if !changed.is_empty() {
                let change = Change {
                    entity: "membership".to_owned(),
                    id,
                    before: json!({"documents": changed, "member": !is_member}),
                    after: json!({"documents": changed, "member": is_member}),
                };
                let label = if is_member {
                    "Add to collection"
                } else {
                    "Take out of collection"
                };
                history::record(tx, label, None, &[change], &now)?;
            }
            table::get(tx, id)
        })
    }
}

fn make(tx: &rusqlite::Transaction<'_>, name: &str) -> Result<i64> {
    let name = free_name(tx, name, None)?;
    table::insert(tx, &name)
}

fn free_name(tx: &rusqlite::Transaction<'_>, name: &str, own: Option<i64>) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::Invalid("A collection needs a name.".to_owned()));
    }
    match table::by_name(tx, name)? {
        Some(other) if Some(other.id) != own => Err(Error::Invalid(format!(
            "There is a collection “{name}” already."
        ))),
        _ => Ok(name.to_owned()),
    }
}

fn change_of(id: i64, before: serde_json::Value, after: serde_json::Value) -> Change {
    Change {
        entity: "collection".to_owned(),
        id,
        before,
        after,
    }
}
