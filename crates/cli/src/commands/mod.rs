//! What the commands do, a file for each group.

mod analyse;
mod anchor;
mod annotate;
mod backup;
mod check;
mod exchange;
mod export;
mod import;
mod search;
mod show;
mod timeline;
mod verify;

use crate::{
    args::{Cli, Command},
    error::Result,
    output::Output,
};

/// What came of a command that ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was done.
    Done,
    /// Some of it could not be done, and standard error says what.
    Incomplete,
}

impl Outcome {
    fn complete_if(is_complete: bool) -> Self {
        if is_complete {
            Self::Done
        } else {
            Self::Incomplete
        }
    }
}

/// Runs a command.
pub(crate) fn run(cli: Cli) -> Result<Outcome> {
    let mut output = Output::new(cli.json);
    let out = &mut output;
    let outcome = match cli.command {
        Command::Import(args) => import::run(args, out),
        Command::Search(args) => search::run(&args, out),
        Command::Show(args) => show::run(&args, out),
        Command::Extract(args) => analyse::extract(&args, out),
        Command::Quotations(args) => analyse::quotations(&args, out),
        Command::Dates(args) => analyse::dates(&args, out),
        Command::Timeline(args) => timeline::run(&args, out),
        Command::Annotate(args) => annotate::run(args, out),
        Command::Annotations(args) => annotate::annotations(args, out),
        Command::Anchor(args) => anchor::run(&args, out),
        Command::Verify(args) => verify::run(&args, out),
        Command::Export(args) => export::run(args, out),
        Command::Check(args) => check::run(&args, out),
        Command::Backup(args) => backup::backup(&args, out),
        Command::Restore(args) => backup::restore(&args, out),
    }?;
    output.finish()?;
    Ok(outcome)
}

/// `1 document`, `2 documents`.
fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
