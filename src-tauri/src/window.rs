//! The window itself.

use std::{
    env,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use dossier_api::types::event::Event;
use tauri::{
    AppHandle, Emitter as _, Manager as _, WebviewUrl, WebviewWindow, WindowEvent,
    webview::{NewWindowResponse, PageLoadEvent, WebviewWindowBuilder},
};

#[cfg(target_os = "linux")]
use crate::crash;
use crate::{
    call,
    claim::Claim,
    desk::{Audience, Desk},
    memory::{Memory, Size},
    paths::Choice,
};

const LABEL: &str = "main";
const SMALLEST: (f64, f64) = (760.0, 560.0);

/// The window, as the engine's audience.
struct Shown(AppHandle);

impl Audience for Shown {
    fn on_event(&self, event: Event) {
        if self.0.emit_to(LABEL, "engine", event).is_err() {
            tracing::warn!("an event did not reach the window");
        }
    }

    fn on_opened(&self, folder: &Path) {
        let name = folder
            .file_name()
            .unwrap_or(folder.as_os_str())
            .to_string_lossy();
        if let Some(window) = self.0.get_webview_window(LABEL)
            && window.set_title(&format!("Dossier — {name}")).is_err()
        {
            tracing::warn!("the window's title could not be set");
        }
    }

    fn on_knock(&self) {
        let Some(window) = self.0.get_webview_window(LABEL) else {
            return;
        };
        let raised = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
        if raised.is_err() {
            tracing::warn!("the window could not be brought to the front");
        }
    }
}

/// Whether there is a desktop to show a window on.
pub(crate) fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Shows the window and opens the library behind it; comes back when the window is closed.
pub(crate) fn show(
    runtime: PathBuf,
    memory: Arc<Memory>,
    choice: Choice,
    claim: Option<Claim>,
) -> anyhow::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call::call, call::open_address])
        .setup(move |app| {
            let shown = Arc::new(Shown(app.handle().clone()));
            let desk = Arc::new(Desk::new(runtime, Arc::clone(&memory), shown));
            app.manage(Arc::clone(&desk));
            build(app.handle(), memory)?;
            // The page loads while the library opens.
            thread::spawn(move || desk.start(choice, claim));
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

fn build(app: &AppHandle, memory: Arc<Memory>) -> tauri::Result<()> {
    let size = memory.size();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Dossier")
        .inner_size(size.width, size.height)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .maximized(size.is_maximized)
        // Shown when the page is there: no flash of white in a dark theme.
        .visible(false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished && window.show().is_err() {
                tracing::warn!("the window could not be shown");
            }
        })
        // The page never leaves for another one; addresses go to the browser, on request.
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "http") && is_own_host(url.host_str())
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    #[cfg(target_os = "linux")]
    crash::reload_after(&window)?;
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            memory.set_size(size_of(&watched, memory.size()));
        }
    });
    Ok(())
}

/// Hosts of the page itself: built in (named by platform), or that of a development server.
fn is_own_host(host: Option<&str>) -> bool {
    matches!(host, Some("localhost" | "tauri.localhost"))
}

/// The window's size; `before` where it is maximised, so that it can be made small again.
fn size_of(window: &WebviewWindow, before: Size) -> Size {
    let is_maximized = window.is_maximized().unwrap_or(before.is_maximized);
    match (window.inner_size(), window.scale_factor()) {
        (Ok(inner), Ok(scale)) if !is_maximized => {
            let inner = inner.to_logical::<f64>(scale);
            Size {
                width: inner.width,
                height: inner.height,
                is_maximized,
            }
        }
        _ => Size {
            is_maximized,
            ..before
        },
    }
}
