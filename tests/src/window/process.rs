//! Programs that a window needs around it, and their end.

use std::{
    env,
    io::{BufRead as _, BufReader},
    os::unix::process::CommandExt as _,
    process::{Child, Command, ExitStatus, Stdio},
};

use anyhow::{Context as _, Result, bail};

/// A command of this machine, or words on which package has it.
pub(super) fn command(program: &str, package: &str) -> Result<Command> {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_there = env::split_paths(&path).any(|folder| folder.join(program).is_file());
    if !is_there {
        bail!("{program} is missing: install the package {package}.");
    }
    Ok(Command::new(program))
}

/// A process with all that it starts; ended together.
pub(super) struct Group(Child);

impl Group {
    pub(super) fn spawn(mut command: Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).process_group(0);
        Ok(Self(
            command
                .spawn()
                .with_context(|| format!("{name} did not start."))?,
        ))
    }

    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }

    /// How its first process ended, if it has.
    pub(super) fn has_ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.0.try_wait()?)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The shell's own `kill` ends a whole group; a missing group is what is wanted.
        let kill = format!("kill -s KILL -- -{} 2>/dev/null", self.0.id());
        drop(Command::new("sh").args(["-c", &kill]).status());
        drop(self.0.wait());
    }
}

/// A display that nobody sees.
pub(super) struct Display {
    name: String,
    _server: Group,
}

impl Display {
    pub(super) fn start(width: u32, height: u32) -> Result<Self> {
        let mut command = command("Xvfb", "xvfb")?;
        command
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::spawn(command)?;
        // The server writes the number of the display that it found free.
        let output = server
            .0
            .stdout
            .take()
            .context("Xvfb's output was asked for.")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        let number = number.trim();
        if number.is_empty() {
            bail!("Xvfb found no free display.");
        }
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }

    /// For `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// Whether a process goes on; one that ended and was not yet counted does not.
pub(super) fn is_running(process: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{process}/stat")) else {
        return false;
    };
    // The name before it, in parentheses, may hold anything.
    let state = stat
        .rsplit_once(") ")
        .and_then(|(_, rest)| rest.chars().next());
    !matches!(state, Some('Z' | 'X') | None)
}
