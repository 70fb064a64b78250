//! The lists in `THIRD-PARTY.md` of the packages that go with Dossier.
//!
//! `UPDATE_THIRD_PARTY=1` writes them anew. They hold names and licences; the versions are in the
//! locks, so that an update of a package does not make them stale.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use acceptance::project;
use serde_json::Value;

use crate::dependency::cargo;

/// The names of packages by the licence that they state.
type ByLicence = BTreeMap<String, BTreeSet<String>>;

/// The Rust crates that are linked into the two programs, on the system that the package is for.
fn crates() -> ByLicence {
    let tree = cargo(&[
        "tree",
        "--offline",
        "--locked",
        "--target",
        "x86_64-unknown-linux-gnu",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}",
        "--package",
        "dossier-cli",
        "--package",
        "dossier-desktop",
    ]);
    let mut found = ByLicence::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let line = line.trim_end_matches(" (*)");
        let (package, licence) = line.split_once('|').expect("the format has a bar");
        let name = package.split(' ').next().unwrap_or_default();
        if !name.starts_with("dossier-") {
            found
                .entry(licence.replace('|', "/"))
                .or_default()
                .insert(name.to_owned());
        }
    }
    found
}

/// The npm packages that the front end is built of, without the tools that build and test it.
fn npm_packages() -> ByLicence {
    let lock = fs::read_to_string(project().join("ui/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    let mut found = ByLicence::new();
    for (path, package) in packages {
        let is_tool = package["dev"] == true || package["devOptional"] == true;
        let Some((_, name)) = path.rsplit_once("node_modules/") else {
            continue;
        };
        if !is_tool {
            let licence = package["license"].as_str().unwrap_or("none");
            found
                .entry(licence.to_owned())
                .or_default()
                .insert(name.to_owned());
        }
    }
    found
}

fn table(packages: &ByLicence) -> String {
    let mut lines = String::from("| Licence | Packages |\n|---|---|\n");
    for (licence, names) in packages {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        lines.push_str(&format!("| {licence} | {} |\n", names.join(", ")));
    }
    lines
}

/// Puts a table between the two marks that a list has in the file.
fn with_list(text: &str, list: &str, packages: &ByLicence) -> String {
    let (begin, end) = (format!("<!-- {list} -->\n"), format!("<!-- /{list} -->"));
    let (before, rest) = text.split_once(&begin).expect("the list has a beginning");
    let (_, after) = rest.split_once(&end).expect("the list has an end");
    format!("{before}{begin}\n{}\n{end}{after}", table(packages))
}

#[test]
fn the_lists_of_packages_are_current() {
    let path = project().join("THIRD-PARTY.md");
    let written = fs::read_to_string(&path).unwrap();
    let (crates, npm_packages) = (crates(), npm_packages());
    assert!(crates.len() > 5 && npm_packages.len() > 2, "found too few");
    let fresh = with_list(&written, "crates", &crates);
    let fresh = with_list(&fresh, "npm packages", &npm_packages);
    if std::env::var_os("UPDATE_THIRD_PARTY").is_some() {
        fs::write(&path, &fresh).unwrap();
        return;
    }
    let stale = fresh.lines().find(|line| !written.contains(*line));
    assert_eq!(
        written, fresh,
        "the packages changed (first: {stale:?}): run UPDATE_THIRD_PARTY=1 cargo test --test tidy"
    );
}
