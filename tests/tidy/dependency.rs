//! Who may depend on whom.

use std::{collections::BTreeMap, process::Command};

use acceptance::project;
use serde_json::Value;

use crate::tree::manifests;

/// What each package of the workspace may depend on, in the workspace.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("text", &[]),
    ("extract", &["text"]),
    ("analysis", &["text"]),
    ("cite", &["text"]),
    ("library", &["text", "extract", "analysis", "cite"]),
    ("api", &["text", "extract", "analysis", "cite", "library"]),
    (
        "cli",
        &["text", "extract", "analysis", "cite", "library", "api"],
    ),
    ("desktop", &["api"]),
    ("acceptance", &["api"]),
];

/// What neither the engine nor the command line may bring in: windows, and what waits for many things.
const WINDOWS: [&str; 6] = ["tauri", "wry", "tao", "gtk", "tokio", "async-std"];

/// What the engine may not bring in either: the network. Only the command line fetches pages.
const NETWORKS: [&str; 5] = ["hyper", "reqwest", "ureq", "curl", "rustls"];

pub(crate) fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(project())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn packages_depend_on_each_other_in_one_direction() {
    let metadata = cargo(&[
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let allowed: BTreeMap<_, _> = ALLOWED.into_iter().collect();
    let packages = metadata["packages"].as_array().unwrap();
    assert_eq!(
        packages.len(),
        ALLOWED.len(),
        "a new package needs its place in the order"
    );
    for package in packages {
        let name = package["name"]
            .as_str()
            .unwrap()
            .trim_start_matches("dossier-");
        let allowed = allowed
            .get(name)
            .unwrap_or_else(|| panic!("{name} has no place in the order"));
        let dependencies = package["dependencies"].as_array().unwrap();
        let dependencies = dependencies
            .iter()
            .filter(|dependency| dependency["kind"] != "dev");
        for dependency in dependencies.filter_map(|dependency| dependency["name"].as_str()) {
            let Some(ours) = dependency.strip_prefix("dossier-") else {
                continue;
            };
            assert!(allowed.contains(&ours), "{name} must not depend on {ours}");
        }
    }
}

/// Those of the packages named `kept_out` that packages of ours bring in.
fn brought_in(packages: &[&str], kept_out: &[&str]) -> Vec<String> {
    let packages: Vec<_> = packages
        .iter()
        .map(|name| format!("dossier-{name}"))
        .collect();
    let mut arguments = vec!["tree", "--offline", "--edges", "normal", "--prefix", "none"];
    arguments.extend(["--format", "{p}"]);
    for package in &packages {
        arguments.extend(["--package", package]);
    }
    let tree = cargo(&arguments);
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let mut found: Vec<_> = names
        .filter(|name| kept_out.contains(name))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_engine_brings_in_no_window_and_no_network() {
    let engine = ["text", "extract", "analysis", "cite", "library", "api"];
    let kept_out = [&WINDOWS[..], &NETWORKS[..]].concat();
    assert_eq!(brought_in(&engine, &kept_out), [""; 0]);
    assert_eq!(brought_in(&["cli"], &WINDOWS), [""; 0]);
    assert_eq!(
        brought_in(&["cli"], &["ureq"]),
        ["ureq"],
        "a package that is there is found"
    );
}

#[test]
fn versions_of_other_peoples_packages_stand_in_the_root_only() {
    let manifests = manifests();
    for manifest in manifests.iter().skip(1) {
        let mut section = "";
        for line in manifest.text.lines().map(str::trim) {
            if line.starts_with('[') {
                section = line.trim_matches(['[', ']']);
            } else if section.ends_with("dependencies") && line.contains('=') {
                let is_inherited = line.contains("workspace = true");
                assert!(
                    is_inherited,
                    "{}: {line}: put the version into the root",
                    manifest.path
                );
            }
        }
    }
}

#[test]
fn every_package_keeps_the_rules_of_the_workspace() {
    for manifest in manifests().iter().skip(1) {
        let lints = "[lints]\nworkspace = true";
        assert!(
            manifest.text.contains(lints),
            "{} has no lints",
            manifest.path
        );
    }
}

#[test]
fn pure_packages_refuse_files_and_clocks() {
    for name in ["text", "extract", "analysis", "cite"] {
        let path = project().join(format!("crates/{name}/clippy.toml"));
        let rules = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            rules.contains("disallowed-methods"),
            "{} bans nothing",
            path.display()
        );
    }
}
