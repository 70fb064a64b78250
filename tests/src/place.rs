//! Where things are.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The root folder of the project.
///
/// # Panics
///
/// Never: this package lies one folder below it.
#[must_use]
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the project")
}

/// The built front end.
#[must_use]
pub fn ui_dist() -> PathBuf {
    project().join("ui/dist")
}

/// A file or folder of the material beside the project; `None`, loudly, where it is missing.
#[must_use]
pub fn shared(relative: &str) -> Option<PathBuf> {
    let path = project().parent()?.join("shared").join(relative);
    if path.exists() {
        Some(path)
    } else {
        eprintln!("SKIPPED: there is no shared/{relative} beside the project.");
        None
    }
}

/// The window's content security policy, as its configuration has it.
///
/// # Panics
///
/// When the window's configuration has no policy.
#[must_use]
pub fn csp() -> String {
    let configuration: Value =
        serde_json::from_str(include_str!("../../src-tauri/tauri.conf.json"))
            .expect("the window's configuration is JSON");
    let policy = configuration["app"]["security"]["csp"].as_object();
    let policy = policy.expect("the window's configuration has a content security policy");
    let directives = policy.iter().map(|(name, sources)| {
        format!(
            "{name} {}",
            sources
                .as_str()
                .expect("a directive is a list of sources in one text")
        )
    });
    directives.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_windows_policy_lets_no_script_in_from_outside() {
        let csp = csp();
        assert!(csp.contains("default-src 'none'"), "{csp}");
        assert!(csp.contains("script-src 'self'"), "{csp}");
        assert!(!csp.contains("unsafe"), "{csp}");
        assert!(!csp.contains("https:"), "{csp}");
    }
}
