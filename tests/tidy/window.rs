//! Rules for the window's configuration.

use std::fs;

use acceptance::{csp, project};
use serde_json::Value;

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(project().join(path)).unwrap()).unwrap()
}

#[test]
fn every_icon_that_is_named_is_there() {
    let configuration = read("src-tauri/tauri.conf.json");
    let icons = configuration["bundle"]["icon"].as_array().unwrap();
    assert!(!icons.is_empty());
    for icon in icons.iter().filter_map(Value::as_str) {
        assert!(
            project().join("src-tauri").join(icon).is_file(),
            "{icon} is missing"
        );
    }
}

#[test]
fn the_policy_lets_nothing_in_from_outside() {
    let csp = csp();
    let sources = csp
        .split("; ")
        .flat_map(|directive| directive.split(' ').skip(1));
    // `ipc:` and its loopback name are how the page reaches the engine.
    let known = ["'none'", "'self'", "ipc:", "http://ipc.localhost"];
    let unknown: Vec<_> = sources.filter(|source| !known.contains(source)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(csp.contains("default-src 'none'"), "{csp}");
}

#[test]
fn the_window_may_do_no_more_than_it_needs() {
    let capability = read("src-tauri/capabilities/window.json");
    let permissions: Vec<_> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let needed = [
        "allow-call",
        "allow-open-address",
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "dialog:allow-open",
        "dialog:allow-save",
    ];
    assert_eq!(permissions, needed);
    assert_eq!(
        read("src-tauri/tauri.conf.json")["app"]["withGlobalTauri"],
        false
    );
}
