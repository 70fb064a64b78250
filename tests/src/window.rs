//! The real window, driven through the web view's own WebDriver on a virtual display.

mod page;
mod process;

use std::{
    net::TcpListener,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

pub use page::Page;
use process::{Display, Group};

/// How the window is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Whether the desktop prefers dark colours.
    pub is_dark: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            is_dark: false,
        }
    }
}

/// The real window on a display that nobody sees; it closes when this value is dropped.
pub struct RealWindow {
    client: Client,
    // Dropped in this order: the window with its driver, the display, the home folder.
    _driver: Group,
    _display: Display,
    _home: TempDir,
}

impl RealWindow {
    /// Starts `binary` on the library in `library`, in an empty home folder.
    ///
    /// # Errors
    ///
    /// When the display, the driver or the window does not start.
    pub async fn open(binary: &Path, library: &Path, look: Look) -> Result<Self> {
        ensure!(
            binary.is_file(),
            "There is no window at {}: build it first.",
            binary.display()
        );
        let home = tempfile::tempdir()?;
        let display = Display::start(look.width, look.height)?;
        let port = free_port()?;
        let mut command = process::command("WebKitWebDriver", "webkit2gtk-driver")?;
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .env(
                "GTK_THEME",
                if look.is_dark {
                    "Adwaita:dark"
                } else {
                    "Adwaita"
                },
            )
            .env("LC_ALL", "C.UTF-8")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DOSSIER_LIBRARY");
        for (name, folder) in [
            ("HOME", ""),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let folder = home.path().join(folder);
            std::fs::create_dir_all(&folder)?;
            command.env(name, folder);
        }
        let driver = Group::spawn(command)?;
        let client = connect(port, binary, library).await?;
        let window = Self {
            client,
            _driver: driver,
            _display: display,
            _home: home,
        };
        window
            .client
            .set_window_rect(0, 0, look.width, look.height)
            .await?;
        Ok(window)
    }

    /// What the window shows.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page::new(&self.client)
    }

    /// Closes the window.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn close(self) -> Result<()> {
        self.client
            .clone()
            .close()
            .await
            .context("The window did not close.")
    }
}

async fn connect(port: u16, binary: &Path, library: &Path) -> Result<Client> {
    let options = json!({
        "webkitgtk:browserOptions": {
            "binary": binary,
            "args": ["--library", library],
        },
    });
    let serde_json::Value::Object(capabilities) = options else {
        bail!("no object")
    };
    let capabilities: Capabilities = capabilities;
    let address = format!("http://127.0.0.1:{port}");
    let started = Instant::now();
    // The driver says nowhere when it listens.
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(
            started.elapsed() < Duration::from_secs(20),
            "WebKitWebDriver does not answer."
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&address)
        .await
        .context("The window did not start under WebKitWebDriver.")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
