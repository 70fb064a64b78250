//! Licences of what goes with Dossier. Those of Rust crates are checked by `cargo deny`.

use std::fs;

use acceptance::project;
use serde_json::Value;

const PERMISSIVE: [&str; 9] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "0BSD",
    "Zlib",
    "Unicode-3.0",
];

/// Also good for tools that build and test, and go nowhere.
const FOR_TOOLS: [&str; 4] = ["BlueOak-1.0.0", "CC0-1.0", "CC-BY-4.0", "Python-2.0"];

/// Whether a licence expression leaves a choice of allowed licences.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let expression = expression.trim_matches(['(', ')']);
    expression.split(" OR ").any(|choice| {
        choice
            .split(" AND ")
            .all(|licence| allowed.contains(&licence.trim_matches(['(', ')'])))
    })
}

#[test]
fn licences_are_allowed_by_choice_and_by_sum() {
    for (expression, expected) in [
        ("MIT", true),
        ("(MIT OR GPL-3.0)", true),
        ("MIT AND ISC", true),
        ("MIT AND GPL-3.0", false),
        ("GPL-3.0", false),
    ] {
        assert_eq!(
            is_allowed(expression, &PERMISSIVE),
            expected,
            "{expression}"
        );
    }
}

#[test]
fn every_npm_package_has_a_permissive_licence() {
    let lock = fs::read_to_string(project().join("ui/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 10, "the lock lists packages");
    let for_tools = [&PERMISSIVE[..], &FOR_TOOLS[..]].concat();
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        let is_tool = package["dev"] == true || package["devOptional"] == true;
        let allowed = if is_tool {
            &for_tools[..]
        } else {
            &PERMISSIVE[..]
        };
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(licence, allowed), "{path}: {licence}");
    }
}

#[test]
fn third_party_data_is_listed_with_its_licence() {
    let list = fs::read_to_string(project().join("THIRD-PARTY.md")).unwrap();
    for (what, licence) in [
        ("Sample collection", "CC0"),
        ("Citation styles", "CC BY-SA 3.0"),
        ("Word lists", "MIT OR Apache-2.0"),
    ] {
        let line = list.lines().find(|line| line.contains(what));
        let line = line.unwrap_or_else(|| panic!("THIRD-PARTY.md does not list: {what}"));
        assert!(
            line.contains(licence),
            "{what} has no licence {licence}: {line}"
        );
    }
}
