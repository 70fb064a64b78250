//! Text versions: immutable, compressed.

use std::cell::RefCell;

use dossier_text::Structure;
use rusqlite::{OptionalExtension, Transaction, named_params, types::ValueRef};

use super::document::to_json;
use crate::{Error, Result, TextVersion};

/// Compression level: the fastest at which text shrinks to about two fifths.
const LEVEL: i32 = 3;

/// What is stored of a new text version.
#[derive(Debug)]
pub(crate) struct NewVersion<'a> {
    pub(crate) document: i64,
    pub(crate) number: u32,
    pub(crate) file_sha256: &'a str,
    pub(crate) file_size: u64,
    pub(crate) media_type: &'a str,
    pub(crate) packed: &'a Packed,
    pub(crate) diagnostics: &'a [String],
    pub(crate) created_at: &'a str,
}

/// A text with its structure, compressed; made off the writer's thread.
#[derive(Debug)]
pub(crate) struct Packed {
    text: Vec<u8>,
    text_bytes: usize,
    structure: Vec<u8>,
}

impl Packed {
    /// Compresses a text with its structure.
    pub(crate) fn new(text: &str, structure: &Structure) -> Self {
        let pack = |bytes: &[u8]| {
            zstd::bulk::compress(bytes, LEVEL).expect("compressing into memory cannot fail")
        };
        Self {
            text: pack(text.as_bytes()),
            text_bytes: text.len(),
            structure: pack(to_json(structure).as_bytes()),
        }
    }
}

/// Inserts a text version.
pub(crate) fn insert(tx: &Transaction<'_>, new: &NewVersion<'_>) -> Result<i64> {
    tx.prepare_cached(
        "INSERT INTO text_version (document_id, number, file_sha256, file_size, media_type, text, \
         text_bytes, structure, diagnostics, extract_version, analysis_version, created_at) VALUES \
         (:document, :number, :sha256, :size, :media_type, :text, :text_bytes, :structure, \
         :diagnostics, :extract_version, :analysis_version, :created_at)",
    )?
    .execute(named_params! {
        ":document": new.document,
        ":number": new.number,
        ":sha256": new.file_sha256,
        ":size": new.file_size as i64,
        ":media_type": new.media_type,
        ":text": new.packed.text,
        ":text_bytes": new.packed.text_bytes as i64,
        ":structure": new.packed.structure,
        ":diagnostics": to_json(new.diagnostics),
        ":extract_version": dossier_extract::VERSION,
        ":analysis_version": dossier_analysis::VERSION,
        ":created_at": new.created_at,
    })?;
    Ok(tx.last_insert_rowid())
}

/// Reads the newest text version of a document.
pub(crate) fn newest(tx: &Transaction<'_>, document: i64) -> Result<TextVersion> {
    let damaged = || Error::Damaged {
        what: "text",
        document,
    };
    let row = tx
        .prepare_cached(
            "SELECT v.id, v.number, v.file_sha256, v.media_type, v.text, v.text_bytes, v.structure, \
             v.diagnostics FROM document d JOIN text_version v ON v.id = d.version_id WHERE d.id = ?1",
        )?
        .query_row([document], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, u32>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, Vec<u8>>(4)?,
                row.get::<_, i64>(5)?,
                row.get::<_, Vec<u8>>(6)?,
                row.get::<_, String>(7)?,
            ))
        })
        .optional()?
        .ok_or_else(|| Error::NotFound { what: "document", which: document.to_string() })?;
    let (id, number, file_sha256, media_type, text, text_bytes, structure, diagnostics) = row;
    let structure = zstd::stream::decode_all(&structure[..]).map_err(|_| damaged())?;
    Ok(TextVersion {
        id,
        document,
        number,
        file_sha256,
        media_type,
        text: unpack(&text, text_bytes).ok_or_else(damaged)?,
        structure: serde_json::from_slice(&structure).map_err(|_| damaged())?,
        diagnostics: serde_json::from_str(&diagnostics).map_err(|_| damaged())?,
    })
}

/// Reads only the text of a document's newest version.
pub(crate) fn text(tx: &Transaction<'_>, document: i64) -> Result<String> {
    let (packed, bytes) = tx
        .prepare_cached(
            "SELECT v.text, v.text_bytes FROM document d JOIN text_version v ON v.id = d.version_id \
             WHERE d.id = ?1",
        )?
        .query_row([document], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, i64>(1)?)))
        .optional()?
        .ok_or_else(|| Error::NotFound { what: "document", which: document.to_string() })?;
    unpack(&packed, bytes).ok_or(Error::Damaged {
        what: "text",
        document,
    })
}

/// Reads only the text of a document's text version.
pub(crate) fn text_of(tx: &Transaction<'_>, document: i64, version: i64) -> Result<String> {
    let mut statement =
        tx.prepare_cached("SELECT text, text_bytes FROM text_version WHERE id = ?1")?;
    let mut rows = statement.query([version])?;
    let unpacked = match rows.next()? {
        Some(row) => match row.get_ref(0)? {
            ValueRef::Blob(packed) => unpack(packed, row.get(1)?),
            _ => None,
        },
        None => None,
    };
    unpacked.ok_or(Error::Damaged {
        what: "text",
        document,
    })
}

thread_local! {
    /// Making one costs more than unpacking an article with it.
    static UNPACKER: RefCell<Option<zstd::bulk::Decompressor<'static>>> = const { RefCell::new(None) };
}

fn unpack(packed: &[u8], bytes: i64) -> Option<String> {
    let bytes = usize::try_from(bytes).ok()?;
    let text = UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => unpacker.insert(zstd::bulk::Decompressor::new().ok()?),
        };
        unpacker.decompress(packed, bytes).ok()
    })?;
    String::from_utf8(text).ok()
}

/// The number, the file and the length in bytes of a document's newest version.
pub(crate) fn newest_file(tx: &Transaction<'_>, document: i64) -> Result<Option<(u32, String)>> {
    let sql = "SELECT v.number, v.file_sha256 FROM document d JOIN text_version v \
               ON v.id = d.version_id WHERE d.id = ?1";
    let mut statement = tx.prepare_cached(sql)?;
    Ok(statement
        .query_row([document], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The highest number that a document's versions have; 0 where it has none.
pub(crate) fn last_number(tx: &Transaction<'_>, document: i64) -> Result<u32> {
    let sql = "SELECT coalesce(max(number), 0) FROM text_version WHERE document_id = ?1";
    Ok(tx
        .prepare_cached(sql)?
        .query_row([document], |row| row.get(0))?)
}

/// Every stored original: its hash, and a document that needs it.
pub(crate) fn files(tx: &Transaction<'_>) -> Result<Vec<(String, u64, i64)>> {
    let sql = "SELECT file_sha256, max(file_size), min(document_id) FROM text_version \
               GROUP BY file_sha256 ORDER BY file_sha256";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get::<_, i64>(1)?.unsigned_abs(),
            row.get(2)?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Documents whose newest version was analysed by older rules.
pub(crate) fn outdated_analysis(tx: &Transaction<'_>, limit: u32) -> Result<Vec<i64>> {
    let sql = "SELECT d.id FROM document d JOIN text_version v ON v.id = d.version_id \
               WHERE v.analysis_version < ?1 LIMIT ?2";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map((dossier_analysis::VERSION, limit), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that a document's newest version was analysed by the rules of this program.
pub(crate) fn set_analysed(tx: &Transaction<'_>, document: i64) -> Result<()> {
    tx.prepare_cached(
        "UPDATE text_version SET analysis_version = ?2 WHERE id = \
         (SELECT version_id FROM document WHERE id = ?1)",
    )?
    .execute((document, dossier_analysis::VERSION))?;
    Ok(())
}
