use dossier_library::note as engine;

use crate::{
    App, Result,
    types::{Empty, event::Event, note::*},
};

pub(crate) fn list_notes(app: &App, request: ListNotes) -> Result<Vec<Note>> {
    let library = app.library()?;
    let notes = match request.matching.filter(|query| !query.trim().is_empty()) {
        Some(query) => library.notes_matching(&query)?,
        None => library.notes()?,
    };
    Ok(notes.into_iter().map(note).collect())
}

pub(crate) fn create_note(app: &App, request: CreateNote) -> Result<Note> {
    let created = app.library()?.create_note(&request.title, &request.body)?;
    app.tell(Event::NotesChanged);
    Ok(note(created))
}

pub(crate) fn update_note(app: &App, request: UpdateNote) -> Result<Note> {
    let (title, body) = (request.title.as_deref(), request.body.as_deref());
    let changed = app.library()?.change_note(request.id, title, body)?;
    app.tell(Event::NotesChanged);
    Ok(note(changed))
}

pub(crate) fn delete_note(app: &App, request: DeleteNote) -> Result<Empty> {
    app.library()?.delete_note(request.id)?;
    app.tell(Event::NotesChanged);
    Ok(Empty {})
}

fn note(note: engine::Note) -> Note {
    Note {
        id: note.id,
        title: note.title,
        body: note.body,
        created_at: note.created_at,
        modified_at: note.modified_at,
    }
}
