//! Where a person sits: a display and a home folder of their own.

use std::{path::Path, process::Command};

use anyhow::Result;
use tempfile::TempDir;

use super::{desktop::Desktop, process::Display};

/// How windows are shown.
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

/// A display that nobody sees, and an empty home folder; both go when this value is dropped.
pub struct Seat {
    look: Look,
    display: Display,
    home: TempDir,
}

impl Seat {
    /// Takes a seat.
    ///
    /// # Errors
    ///
    /// When there is no display to be had; the words say what to install.
    pub fn new(look: Look) -> Result<Self> {
        Ok(Self {
            look,
            display: Display::start(look.width, look.height)?,
            home: tempfile::tempdir()?,
        })
    }

    /// How windows are shown here.
    #[must_use]
    pub fn look(&self) -> Look {
        self.look
    }

    /// The keyboard and the windows of this display.
    ///
    /// # Errors
    ///
    /// When the display does not answer.
    pub fn desktop(&self) -> Result<Desktop> {
        Desktop::connect(self.display.name())
    }

    /// A program that is started at this seat.
    ///
    /// # Errors
    ///
    /// When the home folder cannot be used.
    pub fn command(&self, program: &Path) -> Result<Command> {
        let mut command = Command::new(program);
        self.equip(&mut command)?;
        Ok(command)
    }

    /// Gives a program this seat's display and home folder, and nothing of the machine's own.
    pub(super) fn equip(&self, command: &mut Command) -> Result<()> {
        let theme = if self.look.is_dark {
            "Adwaita:dark"
        } else {
            "Adwaita"
        };
        command
            .env("DISPLAY", self.display.name())
            .env("GDK_BACKEND", "x11")
            .env("GTK_THEME", theme)
            .env("LC_ALL", "C.UTF-8")
            // There is no session that would keep settings.
            .env("GSETTINGS_BACKEND", "memory")
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
            let folder = self.home.path().join(folder);
            std::fs::create_dir_all(&folder)?;
            command.env(name, folder);
        }
        Ok(())
    }
}
