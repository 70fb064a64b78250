//! `check`: whether a library is as it should be.

use serde_json::json;

use super::{Outcome, counted};
use crate::{args::CheckArgs, error::Result, open, output::Output};

pub(super) fn run(args: &CheckArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(&args.library.folder)?;
    let report = library.check(args.repair)?;
    let problems = &report.problems;
    if out.is_json() {
        let problems = problems.iter().map(|problem| {
            json!({
                "area": problem.area.name(),
                "message": problem.message,
                "repaired": problem.is_repaired,
            })
        });
        out.json(&json!({
            "documents": report.documents,
            "files": report.files,
            "annotations": report.annotations,
            "problems": problems.collect::<Vec<_>>(),
        }))?;
    } else {
        for problem in problems {
            let repaired = if problem.is_repaired {
                " Repaired."
            } else {
                ""
            };
            out.line(format!(
                "{}: {}{repaired}",
                problem.area.name(),
                problem.message
            ))?;
        }
        out.line(format!(
            "{}, {}, {}: {}",
            counted(report.documents as usize, "document"),
            counted(report.files as usize, "file"),
            counted(report.annotations as usize, "annotation"),
            match problems.len() {
                0 => "everything is as it should be.".to_owned(),
                count => format!("{}.", counted(count, "problem")),
            }
        ))?;
    }
    Ok(Outcome::complete_if(
        problems.iter().all(|problem| problem.is_repaired),
    ))
}
