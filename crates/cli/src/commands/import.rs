//! `import`: files, folders and pages into a library.

use std::path::PathBuf;

use dossier_library::import::{ImportOptions, Item, Outcome as Became, Report, Source};
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    args::ImportArgs,
    error::Result,
    fetch::{Fetcher, is_url},
    open,
    output::{Output, note, progress},
};

pub(super) fn run(args: ImportArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::or_make(&args.library.folder)?;
    let (sources, unfetched) = sources(args.sources);
    let options = ImportOptions {
        jobs: args.jobs,
        collection: None,
    };
    let mut report = library.import(sources, &options, &mut |step| {
        progress(&format!("{} of {} files", step.done, step.total));
        true
    })?;
    progress("");
    report.items.extend(unfetched);
    let indexed = library.update_index();
    for item in &report.items {
        complain(item);
    }
    if out.is_json() {
        out.json(&json_report(&report))?;
    } else {
        out.line(summary(&report))?;
    }
    // What was taken in is told also where it cannot be searched yet.
    indexed?;
    Ok(Outcome::complete_if(report.count(Became::Failed) == 0))
}

/// What to import, and the pages that could not be fetched.
fn sources(arguments: Vec<String>) -> (Vec<Source>, Vec<Item>) {
    let mut fetcher = None;
    let (mut sources, mut unfetched) = (Vec::new(), Vec::new());
    for argument in arguments {
        if !is_url(&argument) {
            sources.push(Source::Path(PathBuf::from(argument)));
            continue;
        }
        progress(&format!("fetching {argument}"));
        match fetcher.get_or_insert_with(Fetcher::new).fetch(&argument) {
            Ok(source) => sources.push(source),
            Err(error) => unfetched.push(Item {
                path: argument,
                outcome: Became::Failed,
                document: None,
                title: None,
                reason: Some(error.to_string()),
            }),
        }
    }
    (sources, unfetched)
}

/// Names a file of which nothing, or not everything, was taken.
fn complain(item: &Item) {
    if let Some(reason) = &item.reason {
        note(&format!("{}: {}: {reason}", item.outcome.name(), item.path));
    }
}

fn summary(report: &Report) -> String {
    let outcomes = [
        Became::Added,
        Became::Updated,
        Became::Unchanged,
        Became::Skipped,
        Became::Failed,
    ];
    let counts = outcomes.map(|outcome| (report.count(outcome), outcome.name()));
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    if told.is_empty() {
        return "Nothing to import.".to_owned();
    }
    told.join(", ")
}

fn json_report(report: &Report) -> Value {
    let file = |item: &Item| {
        json!({
            "path": item.path,
            "outcome": item.outcome.name(),
            "document": item.document,
            "title": item.title,
            "reason": item.reason,
        })
    };
    json!({
        "added": report.count(Became::Added),
        "updated": report.count(Became::Updated),
        "unchanged": report.count(Became::Unchanged),
        "skipped": report.count(Became::Skipped),
        "failed": report.count(Became::Failed),
        "files": report.items.iter().map(file).collect::<Vec<_>>(),
    })
}
