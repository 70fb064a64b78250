//! Figures measured on collections beside the project, held by files within it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Where the collections are, if they are there.
pub(crate) fn gold() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/search")
}

/// Fails where a figure is lower than the file says by more than the tolerance.
/// `UPDATE_BASELINE=1` writes the figures measured instead.
pub(crate) fn hold(file: &str, held: &BTreeMap<String, f64>, tolerance: f64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(file);
    if std::env::var_os("UPDATE_BASELINE").is_some_and(|value| value == "1") {
        let json = serde_json::to_string_pretty(held).unwrap();
        fs::write(&path, json + "\n").unwrap();
        return;
    }
    let baseline: BTreeMap<String, f64> =
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let fallen: Vec<_> = baseline
        .iter()
        .filter(|(name, was)| held.get(*name).is_none_or(|now| *now < **was - tolerance))
        .collect();
    assert!(fallen.is_empty(), "figures fell: {fallen:?}, now {held:?}");
}
