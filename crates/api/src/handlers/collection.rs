use dossier_library::collection as engine;

use crate::{
    App, Result,
    types::{Empty, collection::*, event::Event},
};

pub(crate) fn list_collections(app: &App, _: Empty) -> Result<Vec<Collection>> {
    Ok(app
        .library()?
        .collections()?
        .into_iter()
        .map(collection)
        .collect())
}

pub(crate) fn create_collection(app: &App, request: CreateCollection) -> Result<Collection> {
    changed(app, app.library()?.create_collection(&request.name)?)
}

pub(crate) fn rename_collection(app: &App, request: RenameCollection) -> Result<Collection> {
    changed(
        app,
        app.library()?
            .rename_collection(request.id, &request.name)?,
    )
}

pub(crate) fn delete_collection(app: &App, request: DeleteCollection) -> Result<Empty> {
    app.library()?.delete_collection(request.id)?;
    app.tell(Event::CollectionsChanged);
    Ok(Empty {})
}

pub(crate) fn set_membership(app: &App, request: SetMembership) -> Result<Collection> {
    let SetMembership {
        collection,
        documents,
        is_member,
    } = request;
    changed(
        app,
        app.library()?
            .set_membership(collection, &documents, is_member)?,
    )
}

pub(crate) fn list_saved_searches(app: &App, _: Empty) -> Result<Vec<SavedSearch>> {
    Ok(app
        .library()?
        .saved_searches()?
        .into_iter()
        .map(saved_search)
        .collect())
}

pub(crate) fn save_search(app: &App, request: SaveSearch) -> Result<SavedSearch> {
    let saved = app.library()?.save_search(&request.name, &request.query)?;
    app.tell(Event::CollectionsChanged);
    Ok(saved_search((saved, 0)))
}

pub(crate) fn look_at_saved_search(
    app: &App,
    request: LookAtSavedSearch,
) -> Result<SavedSearchLook> {
    let before = app.library()?.look_at_saved_search(request.id)?;
    app.tell(Event::CollectionsChanged);
    Ok(SavedSearchLook {
        query: before.query,
        new_since: before.seen,
    })
}

pub(crate) fn delete_saved_search(app: &App, request: DeleteSavedSearch) -> Result<Empty> {
    app.library()?.delete_saved_search(request.id)?;
    app.tell(Event::CollectionsChanged);
    Ok(Empty {})
}

fn changed(app: &App, changed: engine::Collection) -> Result<Collection> {
    app.tell(Event::CollectionsChanged);
    Ok(collection(changed))
}

fn collection(collection: engine::Collection) -> Collection {
    Collection {
        id: collection.id,
        name: collection.name,
        count: collection.count,
    }
}

fn saved_search(
    (saved, new_documents): (dossier_library::saved_search::SavedSearch, u32),
) -> SavedSearch {
    SavedSearch {
        id: saved.id,
        name: saved.name,
        query: saved.query,
        new_documents,
    }
}
