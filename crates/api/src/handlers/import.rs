use std::sync::Arc;

use dossier_library::{
    Library,
    import::{self as engine, ImportOptions, Outcome, Progress, Source},
};

use crate::{
    ApiError, App, Result,
    types::{Empty, event::Event, import::*},
};

pub(crate) fn start_import(app: &App, request: StartImport) -> Result<Job> {
    if request.paths.is_empty() {
        return Err(ApiError::invalid("Nothing was chosen to import."));
    }
    let sources = request
        .paths
        .into_iter()
        .map(|path| Source::Path(path.into()))
        .collect();
    let options = ImportOptions {
        collection: request.collection,
        ..ImportOptions::default()
    };
    start(app, move |library, progress| {
        library.import(sources, &options, progress)
    })
}

pub(crate) fn start_sample_import(app: &App, _: Empty) -> Result<Job> {
    start(app, |library, progress| library.import_samples(progress))
}

pub(crate) fn cancel_job(app: &App, request: Job) -> Result<Empty> {
    app.cancel(request.job);
    Ok(Empty {})
}

pub(crate) fn import_report(app: &App, request: GetImportReport) -> Result<Option<ImportReport>> {
    Ok(app.library()?.import_report(request.id)?.map(report))
}

type OnProgress<'a> = dyn FnMut(&Progress<'_>) -> bool + 'a;

fn start(
    app: &App,
    work: impl FnOnce(&Library, &mut OnProgress<'_>) -> dossier_library::Result<engine::Report>
    + Send
    + 'static,
) -> Result<Job> {
    let library: Arc<Library> = app.library()?;
    if library.is_read_only() {
        return Err(dossier_library::Error::ReadOnly {
            path: library.folder().to_owned(),
        }
        .into());
    }
    let job = app.start_job(move |job, go_on, tell| {
        let mut counts = ImportCounts::default();
        let outcome = work(&library, &mut |progress| {
            progress
                .items
                .iter()
                .for_each(|item| count(&mut counts, item.outcome));
            let current = progress
                .items
                .last()
                .map_or("", |item| file_name(&item.path))
                .to_owned();
            let (done, total) = (progress.done, progress.total);
            tell(Event::ImportProgressed {
                job,
                done,
                total,
                current,
                counts,
            });
            tell(Event::DocumentsChanged);
            go_on()
        });
        tell(Event::DocumentsChanged);
        tell(Event::CollectionsChanged);
        match outcome {
            Ok(found) => {
                let (report, is_cancelled) = (found.id, found.is_cancelled);
                tell(Event::ImportFinished {
                    job,
                    report,
                    is_cancelled,
                    counts,
                });
            }
            Err(error) => {
                let ApiError { message, hint, .. } = error.into();
                tell(Event::ImportFailed { job, message, hint });
            }
        }
    })?;
    Ok(Job { job })
}

fn count(counts: &mut ImportCounts, outcome: Outcome) {
    let counter = match outcome {
        Outcome::Added => &mut counts.added,
        Outcome::Updated => &mut counts.updated,
        Outcome::Unchanged => &mut counts.unchanged,
        Outcome::Failed => &mut counts.failed,
        Outcome::Skipped => &mut counts.skipped,
    };
    *counter += 1;
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn report(report: engine::Report) -> ImportReport {
    let mut counts = ImportCounts::default();
    report
        .items
        .iter()
        .for_each(|item| count(&mut counts, item.outcome));
    let item = |item: engine::Item| ImportItem {
        path: item.path,
        outcome: match item.outcome {
            Outcome::Added => ImportOutcome::Added,
            Outcome::Updated => ImportOutcome::Updated,
            Outcome::Unchanged => ImportOutcome::Unchanged,
            Outcome::Failed => ImportOutcome::Failed,
            Outcome::Skipped => ImportOutcome::Skipped,
        },
        document: item.document,
        title: item.title,
        reason: item.reason,
    };
    ImportReport {
        id: report.id,
        started_at: report.started_at,
        finished_at: report.finished_at,
        is_cancelled: report.is_cancelled,
        counts,
        items: report.items.into_iter().map(item).collect(),
    }
}
