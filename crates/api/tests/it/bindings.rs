//! The generated TypeScript types are those of the table.

use std::{collections::BTreeMap, fs, path::Path};

use dossier_api::{ApiError, commands::Commands, types::event::Event};
use ts_rs::{Config, TS};

fn read_all(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn bindings_are_current() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated");
    let fresh = tempfile::tempdir().unwrap();
    let config = Config::new()
        .with_out_dir(fresh.path())
        .with_large_int("number");
    Commands::export_all(&config).unwrap();
    Event::export_all(&config).unwrap();
    ApiError::export_all(&config).unwrap();
    let fresh = read_all(fresh.path());
    assert!(!fresh.is_empty());
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        drop(fs::remove_dir_all(&committed));
        fs::create_dir_all(&committed).unwrap();
        for (name, text) in &fresh {
            fs::write(committed.join(name), text).unwrap();
        }
    }
    assert_eq!(
        read_all(&committed),
        fresh,
        "the front end's types are stale: run UPDATE_BINDINGS=1 cargo test -p dossier-api"
    );
}
