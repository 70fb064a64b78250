//! Tells Tauri which commands of our own there are, so that a capability has to name them.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call", "open_address"]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("the window's configuration is well-formed");
}
