//! The real window, driven through the web view's own WebDriver on a virtual display.
//!
//! A [`Seat`] is the display and the home folder that windows are opened at; a [`RealWindow`] is one
//! that is open. [`Page`] finds what a window shows by role and name, [`Walk`] does in it what a
//! person does, and [`Desktop`] has the keyboard and the windows that are not the web view's.

mod bare;
mod desktop;
mod page;
mod passage;
mod process;
mod seat;
mod walk;

use std::{
    net::TcpListener,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::{Client, ClientBuilder, Locator, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

pub use bare::BareWindow;
pub use desktop::{Desktop, Shown};
pub use page::Page;
pub use passage::Passage;
use process::Group;
pub use seat::{Look, Seat};
pub use walk::{Entry, Walk};

/// Longest wait for anything in a window. The first import of a debug build takes a while.
const PATIENCE: Duration = Duration::from_secs(60);

/// Pause between two looks at something that is waited for.
const PAUSE: Duration = Duration::from_millis(50);

/// Runs a walk to its end.
///
/// # Errors
///
/// What the walk says, or when the machine gives no runtime.
pub fn run<T>(walk: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("The runtime did not start.")?
        .block_on(walk)
}

/// A window that is open; it ends when this value is dropped.
pub struct RealWindow {
    client: Client,
    started_in: Duration,
    // Takes the window along.
    _driver: Group,
}

impl RealWindow {
    /// Starts `binary` on the library in `library`, at `seat`.
    ///
    /// # Errors
    ///
    /// When the driver or the window does not start.
    pub async fn open(seat: &Seat, binary: &Path, library: &Path) -> Result<Self> {
        ensure!(
            binary.is_file(),
            "There is no window at {}: build it first.",
            binary.display()
        );
        let port = free_port()?;
        let mut command = process::command("WebKitWebDriver", "webkit2gtk-driver")?;
        command.arg(format!("--port={port}"));
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        seat.equip(&mut command)?;
        let driver = Group::spawn(command)?;
        wait_for_driver(port).await?;
        let started = Instant::now();
        let client = connect(port, binary, library).await?;
        let Look { width, height, .. } = seat.look();
        client.set_window_rect(0, 0, width, height).await?;
        ensure!(
            !client.find_all(Locator::Id("app")).await?.is_empty(),
            "{} holds no front end: build that in ui, then the window again.",
            binary.display()
        );
        Ok(Self {
            client,
            started_in: started.elapsed(),
            _driver: driver,
        })
    }

    /// What the window shows.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page::new(&self.client)
    }

    /// Time from the start of the program until its page answered.
    #[must_use]
    pub fn started_in(&self) -> Duration {
        self.started_in
    }

    /// Closes the window as its own button does, and waits until its program has ended.
    ///
    /// # Errors
    ///
    /// When it goes on.
    pub async fn close(self, desktop: &Desktop) -> Result<()> {
        let window = desktop.window("Dossier").await?;
        let process = desktop.process(&window)?;
        desktop.close(&window)?;
        let started = Instant::now();
        while process::is_running(process) {
            ensure!(
                started.elapsed() < PATIENCE,
                "The window was closed, but its program goes on."
            );
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }
}

/// The driver says nowhere when it listens.
async fn wait_for_driver(port: u16) -> Result<()> {
    let started = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(
            started.elapsed() < PATIENCE,
            "WebKitWebDriver does not answer."
        );
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

async fn connect(port: u16, binary: &Path, library: &Path) -> Result<Client> {
    let options = json!({
        "webkitgtk:browserOptions": {
            "binary": binary,
            "args": ["--library", library],
        },
    });
    let serde_json::Value::Object(capabilities) = options else {
        bail!("Capabilities are an object.")
    };
    let capabilities: Capabilities = capabilities;
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .context("The window did not start under WebKitWebDriver.")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
