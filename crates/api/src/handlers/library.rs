use std::path::Path;

use crate::{
    App, Result,
    types::{Empty, library::*},
};

pub(crate) fn library_status(app: &App, _: Empty) -> Result<LibraryStatus> {
    let library = app.library()?;
    let counts = library.counts()?;
    let folder = library.folder();
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    Ok(LibraryStatus {
        path: folder.display().to_string(),
        name: name.unwrap_or_else(|| folder.display().to_string()),
        documents: counts.documents,
        annotations: counts.annotations,
        quotations: counts.quotations,
        dates: counts.dates,
        notes: counts.notes,
        unindexed: counts.unindexed,
        is_read_only: library.is_read_only(),
        has_sample: counts.has_sample,
    })
}

pub(crate) fn open_library(app: &App, request: OpenLibrary) -> Result<LibraryStatus> {
    app.open_library(Path::new(&request.path), request.create)?;
    library_status(app, Empty {})
}

pub(crate) fn check_library(app: &App, request: CheckLibrary) -> Result<CheckReport> {
    let report = app.library()?.check(request.repair)?;
    let problem = |problem: dossier_library::check::Problem| CheckProblem {
        area: problem.area.name().to_owned(),
        message: problem.message,
        is_repaired: problem.is_repaired,
    };
    Ok(CheckReport {
        documents: report.documents,
        files: report.files,
        annotations: report.annotations,
        problems: report.problems.into_iter().map(problem).collect(),
    })
}

pub(crate) fn report_ui_error(_: &App, request: ReportUiError) -> Result<Empty> {
    tracing::error!(
        message = request.message,
        stack = request.stack,
        "the front end failed"
    );
    Ok(Empty {})
}
