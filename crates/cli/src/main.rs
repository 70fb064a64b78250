//! `dossier`: the engine without a window, for scripts, servers and measurement.
//!
//! Results go to standard output, progress and diagnostics to standard error. The exit code is 0
//! when everything was done, 1 when something could not be (standard error says what), 2 for wrong
//! usage. Offsets in JSON are Unicode code points, end exclusive.

mod args;
mod commands;
mod error;
mod fetch;
mod input;
mod open;
mod order;
mod output;
mod shape;

use std::process::ExitCode;

use clap::Parser;

use crate::{args::Cli, commands::Outcome, error::Error, output::note};

fn main() -> ExitCode {
    let outcome = match Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        Err(error) => Err(Error::Usage(error)),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        // The reader has seen enough: `dossier … | head`.
        Err(Error::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Error::Usage(error)) => {
            // Where usage cannot be printed, the code still tells.
            drop(error.print());
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
        Err(error) => {
            note(&format!("dossier: {error}"));
            ExitCode::FAILURE
        }
    }
}
