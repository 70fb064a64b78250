//! Standard output for results, standard error for what is said about them.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use crate::error::Result;

/// Where results go.
pub(crate) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    is_json: bool,
}

impl Output {
    pub(crate) fn new(is_json: bool) -> Self {
        Self {
            out: BufWriter::new(io::stdout().lock()),
            is_json,
        }
    }

    /// Whether a program reads the results.
    pub(crate) fn is_json(&self) -> bool {
        self.is_json
    }

    /// Writes a value as one line of JSON.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<()> {
        let line = json_line(value)?;
        self.bytes(&line)
    }

    /// Writes a line for people.
    pub(crate) fn line(&mut self, line: impl AsRef<str>) -> Result<()> {
        writeln!(self.out, "{}", line.as_ref())?;
        Ok(())
    }

    /// Writes what is rendered already.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes)?;
        Ok(())
    }

    /// The writer itself, for an export.
    pub(crate) fn writer(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// Hands everything over. A result that was not written is a failure.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.out.flush()?;
        Ok(())
    }
}

/// A value as one line of JSON.
pub(crate) fn json_line(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value).map_err(io::Error::from)?;
    line.push(b'\n');
    Ok(line)
}

/// Says something on standard error.
pub(crate) fn note(message: &str) {
    // There is nowhere left to say that this cannot be said.
    drop(writeln!(io::stderr().lock(), "{message}"));
}

/// Shows how far long work is, where a person watches.
pub(crate) fn progress(message: &str) {
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        drop(write!(stderr, "\r\x1b[K{message}"));
        drop(stderr.flush());
    }
}
