//! Dossier's window.
//!
//! A thin shell: it finds the library, sees to it that each library has one window, passes
//! commands to the engine and events back. What Dossier can do is in the engine, what it looks
//! like in the front end.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod call;
mod claim;
#[cfg(target_os = "linux")]
mod crash;
mod desk;
mod logging;
mod memory;
mod paths;
mod window;

use std::{
    io::{self, Write as _},
    process::ExitCode,
    sync::Arc,
};

use claim::{Claim, Outcome};
use memory::Memory;
use paths::Paths;

fn main() -> ExitCode {
    let arguments = match paths::Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    if arguments.is_version_wanted {
        let written = writeln!(
            io::stdout(),
            "dossier-desktop {}",
            env!("CARGO_PKG_VERSION")
        );
        return written.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("the window could not be shown");
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &paths::Arguments) -> anyhow::Result<()> {
    let paths = Paths::of_this_machine();
    let _log = logging::start(&paths.logs);
    let memory = Arc::new(Memory::load(&paths.memory));
    let choice = paths.choose_library(arguments, memory.library());
    let claim = match Claim::take(&choice.folder, &paths.runtime) {
        Ok(Outcome::Taken(claim)) => Some(claim),
        Ok(Outcome::Elsewhere) => {
            eprintln!(
                "Dossier is open on this library already: its window was brought to the front."
            );
            return Ok(());
        }
        Err(error) => {
            // Two windows on one library do no harm; none at all would.
            tracing::warn!(kind = %error.kind(), "the library could not be claimed");
            None
        }
    };
    anyhow::ensure!(
        window::has_display(),
        "Dossier needs a desktop: there is no display for its window."
    );
    window::show(paths.runtime, memory, choice, claim)
}
