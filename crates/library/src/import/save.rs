//! Writing a prepared document: as a new one, or as a new text version of one that is there.

use std::path::Path;

use dossier_extract::{DocumentKind, Metadata, Origin};
use rusqlite::Transaction;

use super::{
    Item, Outcome,
    prepare::{Prepared, Ready},
};
use crate::{
    Document, Result,
    annotation::anchor_again,
    document::{enqueue, set_deleted, write_document},
    store::{
        self, collection,
        text_version::{self, NewVersion},
    },
};

/// Writes one file's document and says what became of it.
pub(super) fn save(
    tx: &Transaction<'_>,
    prepared: Prepared,
    into: Option<i64>,
    now: &str,
) -> Result<Item> {
    let item = match prepared {
        Prepared::Settled(item) => item,
        Prepared::Document(ready) => save_document(tx, &ready, now)?,
    };
    if let (Some(into), Some(document)) = (into, item.document) {
        collection::set_member(tx, into, document, true)?;
    }
    Ok(item)
}

fn save_document(tx: &Transaction<'_>, ready: &Ready, now: &str) -> Result<Item> {
    let known = find(tx, ready)?;
    let (outcome, id) = match known {
        None => (Outcome::Added, add(tx, ready, now)?),
        Some(id) => {
            let was_deleted = store::document::is_deleted(tx, id)?;
            let newest = text_version::newest_file(tx, id)?;
            let is_same = newest.is_some_and(|(_, file)| file == ready.sha256);
            if !is_same {
                add_version(tx, id, ready, now)?;
            }
            if was_deleted {
                set_deleted(tx, id, false)?;
            }
            let outcome = match (was_deleted, is_same) {
                (true, _) => Outcome::Added,
                (false, true) => Outcome::Unchanged,
                (false, false) => Outcome::Updated,
            };
            (outcome, id)
        }
    };
    let document = store::document::get(tx, id)?;
    let reason = (!ready.diagnostics.is_empty()).then(|| ready.diagnostics.join(" "));
    Ok(Item {
        path: ready.name.clone(),
        outcome,
        document: Some(id),
        title: Some(document.title),
        reason,
    })
}

/// The document that a file is, or is a new version of: the same path, the same bytes, the same
/// address. A document that was taken out goes last: it comes back only where no other fits.
fn find(tx: &Transaction<'_>, ready: &Ready) -> Result<Option<i64>> {
    let path = ready.path.as_deref();
    let at_path = path.map(|path| store::document::by_path(tx, path));
    let at_path = at_path.transpose()?.flatten();
    if let Some(id) = at_path
        && !store::document::is_deleted(tx, id)?
    {
        return Ok(Some(id));
    }
    if let Some(id) = store::document::by_file(tx, &ready.sha256, path)? {
        return Ok(Some(id));
    }
    if at_path.is_some() {
        return Ok(at_path);
    }
    match &ready.metadata.url {
        Some(url) => store::document::by_url(tx, url),
        None => Ok(None),
    }
}

fn add(tx: &Transaction<'_>, ready: &Ready, now: &str) -> Result<i64> {
    let mut document = Document {
        added_at: now.to_owned(),
        ..Document::default()
    };
    describe(&mut document, ready);
    let id = store::document::insert(tx, &document, &uuid::Uuid::new_v4().to_string())?;
    write_version(tx, id, ready, now)?;
    Ok(id)
}

fn add_version(tx: &Transaction<'_>, id: i64, ready: &Ready, now: &str) -> Result<()> {
    if let Some(mut document) = store::document::many(tx, &[id])?.pop() {
        describe(&mut document, ready);
        write_document(tx, &document)?;
    }
    write_version(tx, id, ready, now)?;
    anchor_again(tx, id)
}

fn write_version(tx: &Transaction<'_>, id: i64, ready: &Ready, now: &str) -> Result<()> {
    let version = text_version::insert(
        tx,
        &NewVersion {
            document: id,
            number: text_version::last_number(tx, id)? + 1,
            file_sha256: &ready.sha256,
            file_size: ready.bytes.len() as u64,
            media_type: ready.media_type,
            packed: &ready.packed,
            diagnostics: &ready.diagnostics,
            created_at: now,
        },
    )?;
    store::document::set_version(tx, id, version)?;
    store::quotation::replace(tx, id, &ready.text, &ready.attributions)?;
    store::date::replace(tx, id, &ready.timexes)?;
    enqueue(tx, id)
}

/// Takes over what the file says about itself, but for what a person decided.
fn describe(document: &mut Document, ready: &Ready) {
    let Metadata {
        title,
        authors,
        publisher,
        published,
        url,
        language,
        kind,
    } = &ready.metadata;
    let is_free = |field: &str| !document.decided.iter().any(|decided| decided == field);
    let title_is_free = is_free("title");
    let authors_are_free = is_free("authors");
    let publisher_is_free = is_free("publisher");
    let published_is_free = is_free("published");
    let language_is_free = is_free("language");
    let kind_is_free = is_free("kind");
    if title_is_free {
        let title = title
            .as_ref()
            .map(|title| title.value.trim())
            .filter(|title| !title.is_empty());
        document.title = title.map_or_else(|| stem(&ready.name), str::to_owned);
    }
    if authors_are_free {
        document.authors = authors.iter().map(|author| author.value.clone()).collect();
    }
    if publisher_is_free {
        document.publisher = publisher.as_ref().map(|publisher| publisher.value.clone());
    }
    if published_is_free {
        document.published = published.as_ref().map(|published| published.value);
        document.published_origin = published.as_ref().map(|p| origin_name(p.origin).to_owned());
    }
    if language_is_free {
        document.language = language.as_ref().map(|language| language.value.clone());
    }
    if kind_is_free {
        document.kind = kind_name(*kind).to_owned();
    }
    if url.is_some() {
        document.url.clone_from(url);
    }
    if ready.path.is_some() {
        document.path.clone_from(&ready.path);
    }
}

fn stem(name: &str) -> String {
    let stem = Path::new(name)
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    stem.filter(|stem| !stem.trim().is_empty())
        .unwrap_or_else(|| "Untitled".to_owned())
}

/// The origin's name in the database and for the window.
fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::Stated => "stated",
        Origin::Byline => "byline",
        Origin::Address => "address",
        Origin::Guess => "guess",
    }
}

/// The kind's name in the database and for scripts.
fn kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Article => "article",
        DocumentKind::Report => "report",
        DocumentKind::Brief => "brief",
        DocumentKind::Speech => "speech",
        DocumentKind::Interview => "interview",
        DocumentKind::Webpage => "webpage",
    }
}
