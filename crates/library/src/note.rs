//! Free notes (memos) that belong to no passage.

use serde_json::json;

use crate::{
    Error, Library, Result,
    history::Change,
    index::Short,
    store::{history, note as table},
};

/// A free note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: i64,
    /// Names it in exports, for good.
    pub uuid: String,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// RFC 3339, UTC.
    pub created_at: String,
    pub modified_at: String,
}

impl Library {
    /// Lists free notes, newest change first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn notes(&self) -> Result<Vec<Note>> {
        self.read(table::list)
    }

    /// Lists free notes that answer a search themselves, newest change first. They belong to no
    /// document: none is found by what filters documents.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn notes_matching(&self, query: &str) -> Result<Vec<Note>> {
        let matching = self.matching(query, false)?;
        let mut matcher = matching.matcher();
        let mut notes = self.notes()?;
        notes.retain(|note| {
            let text = format!("{}\n{}", note.title, note.body);
            matcher.answers(Short {
                text: &text,
                ..Short::default()
            })
        });
        Ok(notes)
    }

    /// Writes a new note.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] where it has neither title nor body.
    pub fn create_note(&self, title: &str, body: &str) -> Result<Note> {
        if title.trim().is_empty() && body.trim().is_empty() {
            return Err(Error::Invalid("A note needs a title or a text.".to_owned()));
        }
        let now = self.now();
        let note = Note {
            id: 0,
            uuid: uuid::Uuid::new_v4().to_string(),
            title: title.trim().to_owned(),
            body: body.to_owned(),
            created_at: now.clone(),
            modified_at: now.clone(),
        };
        self.write(|tx| {
            let id = table::insert(tx, &note)?;
            let change = change_of(id, json!({"deleted": true}), json!({"deleted": false}));
            history::record(tx, "Write note", None, &[change], &now)?;
            table::get(tx, id)
        })
    }

    /// Changes a note; absent fields stay as they are.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn change_note(&self, id: i64, title: Option<&str>, body: Option<&str>) -> Result<Note> {
        let now = self.now();
        self.write(|tx| {
            let before = table::get(tx, id)?;
            let title = title.map_or(before.title.as_str(), str::trim);
            let body = body.unwrap_or(&before.body);
            if title == before.title && body == before.body {
                return Ok(before);
            }
            table::update(tx, id, title, body, &now)?;
            let change = change_of(
                id,
                json!({"title": before.title, "body": before.body}),
                json!({"title": title, "body": body}),
            );
            history::record(tx, "Edit note", None, &[change], &now)?;
            table::get(tx, id)
        })
    }

    /// Deletes a note; it can be brought back by undo.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is not there.
    pub fn delete_note(&self, id: i64) -> Result<()> {
        let now = self.now();
        self.write(|tx| {
            table::get(tx, id)?;
            table::set_deleted(tx, id, true)?;
            let change = change_of(id, json!({"deleted": false}), json!({"deleted": true}));
            history::record(tx, "Delete note", None, &[change], &now)
        })
    }
}

fn change_of(id: i64, before: serde_json::Value, after: serde_json::Value) -> Change {
    Change {
        entity: "note".to_owned(),
        id,
        before,
        after,
    }
}
