//! The extractors as their callers see them.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read files and measure time, and fail where something is missing"
)]

mod accuracy;
mod docx;
mod formats;
mod html;
mod pdf;
mod plain;
mod samples;

use std::path::PathBuf;

use dossier_extract::{Error, Extracted, Input, check_structure, extract};

/// The folder of shared gold data if it is there and holds `part`; otherwise says loudly that the
/// test is skipped.
fn shared(part: &str) -> Option<PathBuf> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if shared.join(part).exists() {
        return Some(shared);
    }
    eprintln!("SKIPPED: the gold data ({part}) is not beside the project; nothing was measured.");
    None
}

/// Extracts bytes under a file name and checks what every extraction promises.
fn read(bytes: &[u8], file_name: &str) -> Result<Extracted, Error> {
    let found = extract(&Input {
        bytes,
        file_name: Some(file_name),
        ..Input::default()
    })?;
    assert_eq!(
        check_structure(&found.text, &found.structure),
        Ok(()),
        "{file_name}"
    );
    Ok(found)
}

/// The blocks of a document: kind and text.
fn blocks(found: &Extracted) -> Vec<(&'static str, &str)> {
    let text = |range: dossier_text::TextRange| range.slice(&found.text).unwrap();
    found
        .structure
        .blocks
        .iter()
        .map(|b| (b.kind.name(), text(b.range)))
        .collect()
}

/// The authors' names.
fn authors(found: &Extracted) -> Vec<&str> {
    found
        .metadata
        .authors
        .iter()
        .map(|author| author.value.as_str())
        .collect()
}

/// Title, publisher, date and language, for comparison in one go.
fn stated(found: &Extracted) -> [Option<String>; 4] {
    let metadata = &found.metadata;
    [
        metadata.title.as_ref().map(|title| title.value.clone()),
        metadata
            .publisher
            .as_ref()
            .map(|publisher| publisher.value.clone()),
        metadata
            .published
            .as_ref()
            .map(|date| date.value.to_string()),
        metadata
            .language
            .as_ref()
            .map(|language| language.value.clone()),
    ]
}

/// `Some` of owned strings, for [`stated`].
fn some<const N: usize>(values: [&str; N]) -> [Option<String>; N] {
    values.map(|value| Some(value.to_owned()).filter(|value| !value.is_empty()))
}
