//! The database's tables, version by version.
//!
//! `user_version` says which version a database has. A migration is never changed once it was
//! released; a new one is added. Deleting is marking (`deleted = 1`), so that every change can be
//! taken back.

use std::path::Path;

use rusqlite::Connection;

use crate::{Error, Result};

/// Marks the file as a Dossier library (`PRAGMA application_id`): “DOSR”.
pub(crate) const APPLICATION_ID: i32 = 0x444f_5352;

/// What brings a database from one version to the next, from version 0, the empty file, on.
const MIGRATIONS: &[&str] = &[V1, V2, V3];

/// The version that this program writes.
pub const VERSION: u32 = MIGRATIONS.len() as u32;

const V1: &str = "
CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    has_sample INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,            -- JSON array of names
    publisher TEXT,
    published TEXT,                   -- EDTF level 0
    published_start INTEGER,          -- days since 1970-01-01, first day
    published_end INTEGER,            -- first day after
    published_origin TEXT,            -- where the date was found
    url TEXT,
    language TEXT,
    kind TEXT NOT NULL,
    path TEXT,                        -- where it was imported from
    decided TEXT NOT NULL DEFAULT '[]', -- JSON array of the fields that a person wrote
    version_id INTEGER REFERENCES text_version (id) DEFERRABLE INITIALLY DEFERRED,
    added_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_path ON document (path);
CREATE INDEX document_url ON document (url) WHERE url IS NOT NULL;

CREATE TABLE text_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL,
    file_sha256 TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    text BLOB NOT NULL,               -- zstd of UTF-8
    text_bytes INTEGER NOT NULL,
    structure BLOB NOT NULL,          -- zstd of JSON
    diagnostics TEXT NOT NULL,        -- JSON array of sentences
    extract_version INTEGER NOT NULL,
    analysis_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (document_id, number)
) STRICT;
CREATE INDEX text_version_file ON text_version (file_sha256);

-- Derived: what analysis found in the newest text version.
CREATE TABLE quotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,           -- first byte of the content
    content TEXT NOT NULL,            -- JSON array of byte ranges
    cue TEXT NOT NULL,
    source TEXT,                      -- JSON byte range
    speaker TEXT,
    confidence REAL NOT NULL,
    words TEXT NOT NULL               -- the content's words, for filters
) STRICT;
CREATE INDEX quotation_document ON quotation (document_id, start);
CREATE INDEX quotation_speaker ON quotation (speaker);

CREATE TABLE date_mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    first_day INTEGER,                -- days since 1970-01-01
    end_day INTEGER,                  -- first day after
    is_approximate INTEGER NOT NULL
) STRICT;
CREATE INDEX date_mention_document ON date_mention (document_id, start);

-- What a person made.
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES document (id),
    version_id INTEGER NOT NULL REFERENCES text_version (id), -- the version that start and end count in
    start INTEGER,                    -- NULL for an orphan
    end INTEGER,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    made_start INTEGER NOT NULL,      -- code points of the version that it was made on
    made_end INTEGER NOT NULL,
    motivation TEXT NOT NULL,
    color TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    score REAL NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX annotation_document ON annotation (document_id, start);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    color TEXT,
    description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE annotation_tag (
    annotation_id INTEGER NOT NULL REFERENCES annotation (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE collection_document (
    collection_id INTEGER NOT NULL REFERENCES collection (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    PRIMARY KEY (collection_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_document_document ON collection_document (document_id);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
) STRICT;

-- What can be undone: a step is one act of a person, a change one row before and after it.
CREATE TABLE history_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    document_id INTEGER,
    is_undone INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE history_change (
    step_id INTEGER NOT NULL REFERENCES history_step (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    before TEXT NOT NULL,             -- JSON
    after TEXT NOT NULL,
    PRIMARY KEY (step_id, position)
) STRICT, WITHOUT ROWID;

-- The ledger of imports.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    is_cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE import_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES import (id),
    path TEXT NOT NULL,
    outcome TEXT NOT NULL,
    document_id INTEGER,
    reason TEXT
) STRICT;
CREATE INDEX import_item_import ON import_item (import_id);

-- Documents that the index does not hold as they are; `changes` tells a change made while one was
-- being indexed from those before.
CREATE TABLE index_queue (
    document_id INTEGER PRIMARY KEY,
    changes INTEGER NOT NULL DEFAULT 1
) STRICT;
";

/// Searches asked before, and what was new in saved ones.
const V2: &str = "
CREATE TABLE past_search (
    query TEXT PRIMARY KEY,
    total INTEGER NOT NULL,           -- documents found when it was asked last
    at TEXT NOT NULL
) STRICT;

-- The newest document of the library when the hits were looked at last.
ALTER TABLE saved_search ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
UPDATE saved_search SET seen = (SELECT ifnull(max(id), 0) FROM document);
";

/// What a person decided about quotations and those who are quoted.
const V3: &str = "
CREATE TABLE quotation_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id),
    what TEXT NOT NULL,               -- speaker, rejected or added
    selector TEXT NOT NULL,           -- JSON: where the quotation stands, from its first word to its last
    speaker TEXT,                     -- NULL: it is not known who speaks
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX quotation_decision_document ON quotation_decision (document_id);

-- Names that are one person's.
CREATE TABLE speaker_alias (
    alias TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_alias_name ON speaker_alias (name);

-- The speaker as analysis resolved it, and the decision that stands over it. The speaker is what
-- comes of both, under the name that its aliases go by.
ALTER TABLE quotation ADD COLUMN found_speaker TEXT;
ALTER TABLE quotation ADD COLUMN decision INTEGER;
UPDATE quotation SET found_speaker = speaker;
CREATE INDEX quotation_found_speaker ON quotation (found_speaker);

-- Derived: names that differ by case and accents only, under the form that says most.
CREATE TABLE speaker_form (
    form TEXT PRIMARY KEY,            -- as a text has it
    key TEXT NOT NULL,                -- without case and accents
    name TEXT NOT NULL                -- the form that they all go by
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_form_key ON speaker_form (key);

-- Which changes a person made to things of a kind, without reading all of them.
CREATE INDEX history_change_entity ON history_change (entity);
";

/// Refuses a database that a newer version of the program made, before anything in it is touched.
pub(crate) fn refuse_newer(connection: &Connection, path: &Path) -> Result<()> {
    let found = version(connection)?;
    if found <= VERSION {
        return Ok(());
    }
    Err(Error::Newer {
        path: super::folder_of(path),
        found,
        known: VERSION,
    })
}

/// Brings the database to [`VERSION`]; every step is a transaction of its own.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    let found = version(connection)?;
    for (number, migration) in MIGRATIONS.iter().enumerate().skip(found as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number as u32 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

/// The version that a database says it has; 0 for an empty file.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
