//! The display's windows and its keyboard: what a person reaches beside the page itself.
//!
//! The dialogs of the system are windows of their own, out of a WebDriver's reach. There is no
//! window manager here, so this also does what one does: it hands over the keyboard and closes.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME,
    connection::Connection as _,
    protocol::{
        xproto::{
            AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask,
            InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
            WindowClass,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

use super::{PATIENCE, PAUSE};

/// Names of keys in the X protocol; those of plain letters are the letters themselves.
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;
const ENTER: u32 = 0xff0d;

/// The windows and the keyboard of a display.
pub struct Desktop {
    connection: RustConnection,
    root: Window,
}

/// A window that is shown on a display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    id: Window,
    /// As its title bar would have it.
    pub title: String,
}

impl Desktop {
    pub(super) fn connect(display: &str) -> Result<Self> {
        let (connection, screen) =
            x11rb::connect(Some(display)).context("The display does not answer.")?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    /// The windows that are shown, the topmost first.
    ///
    /// # Errors
    ///
    /// When the display does not answer.
    pub fn windows(&self) -> Result<Vec<Shown>> {
        let tree = self.connection.query_tree(self.root)?.reply()?;
        let mut shown = Vec::new();
        for id in tree.children.into_iter().rev() {
            // Windows come and go between two questions.
            let Ok(attributes) = self.connection.get_window_attributes(id)?.reply() else {
                continue;
            };
            if attributes.map_state == MapState::VIEWABLE
                && let Ok(title) = self.text(id, "_NET_WM_NAME")
            {
                shown.push(Shown { id, title });
            }
        }
        Ok(shown)
    }

    /// Waits for a window whose title begins so.
    ///
    /// # Errors
    ///
    /// When none comes.
    pub async fn window(&self, title: &str) -> Result<Shown> {
        let started = Instant::now();
        loop {
            let windows = self.windows()?;
            if let Some(found) = windows.iter().find(|one| one.title.starts_with(title)) {
                return Ok(found.clone());
            }
            ensure!(
                started.elapsed() < PATIENCE,
                "There is no window “{title}” among {windows:?}."
            );
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Puts an empty window over everything, as another program would.
    ///
    /// # Errors
    ///
    /// When the display refuses it.
    pub fn cover(&self) -> Result<Shown> {
        let id = self.connection.generate_id()?;
        let whole = self.connection.get_geometry(self.root)?.reply()?;
        self.connection
            .create_window(
                COPY_DEPTH_FROM_PARENT,
                id,
                self.root,
                0,
                0,
                whole.width,
                whole.height,
                0,
                WindowClass::INPUT_OUTPUT,
                COPY_FROM_PARENT,
                &CreateWindowAux::new(),
            )?
            .check()?;
        self.connection.map_window(id)?.check()?;
        Ok(Shown {
            id,
            title: String::new(),
        })
    }

    /// Answers a dialog of files with a path, as one does by keyboard, until it closes.
    ///
    /// # Errors
    ///
    /// When the keyboard lacks a letter, or the dialog stays.
    pub async fn answer(&self, dialog: &Shown, path: &Path) -> Result<()> {
        let started = Instant::now();
        // A dialog that has just come up may still lose keys, and a list of completions takes an
        // Enter for itself.
        while self.is_shown(dialog)? {
            ensure!(
                started.elapsed() < PATIENCE,
                "The dialog “{}” stays.",
                dialog.title
            );
            self.focus(dialog)?;
            // To the line for paths, and all of what is in it to be typed over.
            let line = [
                (&[CONTROL][..], u32::from('l')),
                (&[CONTROL], u32::from('a')),
            ];
            let letters = path
                .to_string_lossy()
                .chars()
                .map(u32::from)
                .collect::<Vec<_>>();
            let letters = letters.into_iter().map(|letter| (&[][..], letter));
            for (held, key) in line.into_iter().chain(letters) {
                // What is under the dialog must hear none of it.
                if self.is_shown(dialog)? {
                    self.press(held, key)?;
                }
                tokio::time::sleep(PAUSE).await;
            }
            for _ in 0..2 {
                if self.is_shown(dialog)? {
                    self.press(&[], ENTER)?;
                    self.closes_soon(dialog).await?;
                }
            }
        }
        Ok(())
    }

    /// Gives a dialog a second to close.
    async fn closes_soon(&self, dialog: &Shown) -> Result<()> {
        let pressed = Instant::now();
        while pressed.elapsed() < Duration::from_secs(1) && self.is_shown(dialog)? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    fn is_shown(&self, window: &Shown) -> Result<bool> {
        Ok(self.windows()?.iter().any(|one| one.id == window.id))
    }

    /// The process that a window belongs to.
    pub(super) fn process(&self, window: &Shown) -> Result<u32> {
        let property = self.atom("_NET_WM_PID")?;
        let reply = self
            .connection
            .get_property(false, window.id, property, AtomEnum::CARDINAL, 0, 1)?
            .reply()?;
        let process = reply.value32().and_then(|mut values| values.next());
        process.with_context(|| format!("The window “{}” names no process.", window.title))
    }

    /// Asks a window to close, as its title bar does.
    pub(super) fn close(&self, window: &Shown) -> Result<()> {
        let delete = self.atom("WM_DELETE_WINDOW")?;
        let message = ClientMessageEvent::new(
            32,
            window.id,
            self.atom("WM_PROTOCOLS")?,
            [delete, CURRENT_TIME, 0, 0, 0],
        );
        self.connection
            .send_event(false, window.id, EventMask::NO_EVENT, message)?
            .check()?;
        Ok(())
    }

    fn focus(&self, window: &Shown) -> Result<()> {
        self.connection
            .set_input_focus(InputFocus::POINTER_ROOT, window.id, CURRENT_TIME)?
            .check()?;
        let size = self.connection.get_geometry(window.id)?.reply()?;
        let place = self
            .connection
            .translate_coordinates(window.id, self.root, 0, 0)?
            .reply()?;
        // Near the upper edge, where nothing is that a pointer could set off.
        let x = place.dst_x + i16::try_from(size.width / 2)?;
        self.input(MOTION_NOTIFY_EVENT, 0, (x, place.dst_y + 4))
    }

    fn press(&self, held: &[u32], key: u32) -> Result<()> {
        let (code, is_shifted) = self.key(key)?;
        let shift = is_shifted.then_some(SHIFT);
        let mut codes = Vec::new();
        for held in held.iter().copied().chain(shift) {
            codes.push(self.key(held)?.0);
        }
        codes.push(code);
        for code in &codes {
            self.input(KEY_PRESS_EVENT, *code, (0, 0))?;
        }
        for code in codes.iter().rev() {
            self.input(KEY_RELEASE_EVENT, *code, (0, 0))?;
        }
        Ok(())
    }

    fn input(&self, kind: u8, detail: u8, (x, y): (i16, i16)) -> Result<()> {
        self.connection
            .xtest_fake_input(kind, detail, CURRENT_TIME, self.root, x, y, 0)?
            .check()?;
        Ok(())
    }

    /// Where a key is on this keyboard, and whether Shift has to be held for it.
    fn key(&self, wanted: u32) -> Result<(u8, bool)> {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let keyboard = self
            .connection
            .get_keyboard_mapping(first, last - first + 1)?
            .reply()?;
        let width = usize::from(keyboard.keysyms_per_keycode);
        for (code, keys) in (first..=last).zip(keyboard.keysyms.chunks(width)) {
            if let Some(level) = keys.iter().take(2).position(|key| *key == wanted) {
                return Ok((code, level == 1));
            }
        }
        let letter = char::from_u32(wanted).unwrap_or('?');
        anyhow::bail!("The keyboard has no key for “{letter}”.")
    }

    fn text(&self, window: Window, property: &str) -> Result<String> {
        let property = self.atom(property)?;
        let reply = self
            .connection
            .get_property(false, window, property, AtomEnum::ANY, 0, 256)?
            .reply()?;
        Ok(String::from_utf8(reply.value)?)
    }

    fn atom(&self, name: &str) -> Result<u32> {
        Ok(self
            .connection
            .intern_atom(false, name.as_bytes())?
            .reply()?
            .atom)
    }
}
