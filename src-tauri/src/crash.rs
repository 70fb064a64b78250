//! What happens when the web view's own process ends: the page is shown again.
//!
//! The page lives in a process beside this one, and a fault of the web view ends it. The library is
//! here and unharmed; without this the window would stay empty until it is closed.

use std::{
    cell::Cell,
    time::{Duration, Instant},
};

use tauri::WebviewWindow;
use webkit2gtk::WebViewExt as _;

/// A page that ends sooner after it was shown again would only end once more.
const PAUSE: Duration = Duration::from_secs(10);

/// Loads the window's page anew whenever its process ends.
pub(crate) fn reload_after(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|view| {
        let last = Cell::new(None::<Instant>);
        view.inner()
            .connect_web_process_terminated(move |view, reason| {
                let is_again = last
                    .replace(Some(Instant::now()))
                    .is_some_and(|last| last.elapsed() < PAUSE);
                tracing::error!(?reason, is_again, "the process of the page ended");
                if !is_again {
                    view.reload();
                }
            });
    })
}
