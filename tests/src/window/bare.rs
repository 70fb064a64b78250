//! A window without a driver, to see what becomes of it when a part of it fails.

use std::{fs, path::Path, process::Command, time::Instant};

use anyhow::{Context as _, Result, ensure};

use super::{
    Desktop, PATIENCE, PAUSE, Seat,
    process::{Group, is_running},
};

/// What the kernel calls a process that a page of the web view lives in; names are cut there.
const PAGE: &str = "WebKitWebProces";

/// A window that nothing drives; it ends when this value is dropped.
pub struct BareWindow(Group);

impl BareWindow {
    /// Starts `binary` on the library in `library`, at `seat`.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub fn open(seat: &Seat, binary: &Path, library: &Path) -> Result<Self> {
        let mut command = seat.command(binary)?;
        command.arg("--library").arg(library);
        Ok(Self(Group::spawn(command)?))
    }

    /// Waits for the process that the page lives in; one other than `before`.
    ///
    /// # Errors
    ///
    /// When none comes.
    pub async fn page_process(&self, before: Option<u32>) -> Result<u32> {
        let started = Instant::now();
        loop {
            let pages = children(self.0.id(), PAGE)?;
            let page = pages.into_iter().find(|page| Some(*page) != before);
            if let Some(page) = page.filter(|page| is_running(*page)) {
                return Ok(page);
            }
            ensure!(started.elapsed() < PATIENCE, "The window has no page.");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Ends a process of the page as suddenly as a fault in it would.
    ///
    /// # Errors
    ///
    /// When it cannot be ended.
    pub fn crash(&self, page: u32) -> Result<()> {
        let status = Command::new("sh")
            .args(["-c", &format!("kill -s KILL {page}")])
            .status()?;
        ensure!(status.success(), "The page's process was not there.");
        Ok(())
    }

    /// Closes the window as its own button does, and waits until its program ends well.
    ///
    /// # Errors
    ///
    /// When it goes on, or ends badly.
    pub async fn close(mut self, desktop: &Desktop) -> Result<()> {
        let window = desktop.window("Dossier").await?;
        desktop.close(&window)?;
        let started = Instant::now();
        loop {
            if let Some(status) = self.0.has_ended()? {
                ensure!(status.success(), "The program ended badly: {status}.");
                return Ok(());
            }
            ensure!(started.elapsed() < PATIENCE, "The program goes on.");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// The processes of this name that `parent` started.
fn children(parent: u32, name: &str) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let entry = entry?;
        let Some(process) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        // Processes come and go between two questions.
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else {
            continue;
        };
        let (command, rest) = stat.rsplit_once(") ").context("A process has a name.")?;
        let is_child = rest.split(' ').nth(1) == Some(&parent.to_string());
        if is_child && command.ends_with(name) {
            found.push(process);
        }
    }
    Ok(found)
}
