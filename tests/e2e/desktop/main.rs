//! The journey of a study in the real window, and what a window owes its library.
//!
//! These need a display that nobody sees (Xvfb) and WebKitGTK's WebDriver, and fail where either
//! is missing.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use acceptance::{
    project,
    window::{BareWindow, Look, RealWindow, Seat, Walk, run},
};
use anyhow::{Context as _, Result, ensure};
use fantoccini::key::Key;

const QUERY: &str = "\"billion cubic metres\"";
const TITLE: &str = "Kalder Energy Forum";
const PROMISE: &str = "at least 20 billion cubic metres a year";
const NOTE: &str = "The first figure.";
const SENTENCE: &str = "The sea has not become any shallower since then.";
const SENTENCE_NOTE: &str = "A good line.";

/// The window, as the build of the whole workspace leaves it beside the tests.
fn binary() -> PathBuf {
    let tests = std::env::current_exe().expect("a test knows its own program");
    let folder = tests.parent().and_then(Path::parent);
    let folder = folder.expect("a test lies in the folder of its build");
    folder.join("dossier-desktop")
}

/// Opens a window, walks in it, and gives it back; a walk that fails leaves a picture.
async fn walked(
    seat: &Seat,
    library: &Path,
    name: &str,
    walk: impl AsyncFnOnce(Walk<'_>) -> Result<()>,
) -> Result<RealWindow> {
    let window = RealWindow::open(seat, &binary(), library).await?;
    if let Err(error) = walk(Walk::new(window.page())).await {
        let picture = project().join(format!("target/desktop-failed-{name}.png"));
        window.page().save(&picture).await?;
        return Err(error.context(format!("{} shows the window", picture.display())));
    }
    Ok(window)
}

#[test]
fn a_study_goes_from_the_first_start_to_the_exported_notes_and_is_there_again() {
    let place = tempfile::tempdir().unwrap();
    run(study(place.path())).unwrap();
}

async fn study(place: &Path) -> Result<()> {
    let library = place.join("Caspara study");
    let export = place.join("notes.md");
    let seat = Seat::new(Look::default())?;
    let desktop = seat.desktop()?;

    let window = walked(&seat, &library, "study", async |walk| {
        walk.sees_first_start().await?;
        walk.open_sample().await?;
        annotates(walk).await?;
        timeline_leads_to_its_passage(walk).await?;
        quotations_of_a_speaker(walk).await?;
        let preview = walk.previews_export().await?;
        ensure!(preview.contains(PROMISE), "The preview: {preview}");
        // The system's own dialog: out of the WebDriver's reach, so the display's keyboard does it.
        walk.page().click("Save as…").await?;
        let dialog = desktop.window("Save as").await?;
        desktop.answer(&dialog, &export).await?;
        let said = walk.page().sees("Exported 2 entries").await?;
        let said = said.text().await?;
        ensure!(said.contains(&*export.to_string_lossy()), "It says: {said}");
        Ok(())
    })
    .await?;
    let written = fs::read_to_string(&export).context("The export is not where it was to be.")?;
    for part in [PROMISE, NOTE, SENTENCE, SENTENCE_NOTE, "Kestov"] {
        ensure!(written.contains(part), "No “{part}” in:\n{written}");
    }
    window.close(&desktop).await?;

    let window = walked(&seat, &library, "study-again", async |walk| {
        walk.goes_to("Notes").await?;
        walk.page().sees(NOTE).await?;
        walk.page().sees(SENTENCE_NOTE).await?;
        Ok(())
    })
    .await?;
    window.close(&desktop).await
}

/// Keeps words with the mouse and a sentence with the keyboard, and finds both among the notes.
async fn annotates(walk: Walk<'_>) -> Result<()> {
    let page = walk.page();
    walk.searches(QUERY).await?;
    walk.opens_hit(TITLE).await?;
    page.select(PROMISE).await?;
    walk.writes_note(NOTE).await?;

    // From the sentence's first word on, by keyboard: the sentence, then a note on it.
    page.select("The sea").await?;
    page.press(&[], Key::Left).await?;
    page.press(&[], 's').await?;
    page.press(&[], 'n').await?;
    walk.fills_note(SENTENCE_NOTE).await?;

    walk.goes_to("Notes").await?;
    for words in [PROMISE, NOTE, SENTENCE, SENTENCE_NOTE] {
        page.sees(words).await?;
    }
    Ok(())
}

async fn timeline_leads_to_its_passage(walk: Walk<'_>) -> Result<()> {
    let page = walk.page();
    walk.goes_to("Timeline").await?;
    page.click("Close the document").await?;
    walk.chooses_speaker("torvan", "Lejla Torvané").await?;
    let entry = walk.points_at_entry("Quotations").await?;
    page.press(&[], Key::Enter).await?;
    walk.reads(&entry.title).await?;
    page.until("the passage of the entry", async || {
        let passage = page.passage(entry.excerpt.trim_matches('…')).await?;
        Ok(passage.filter(|passage| passage.is_in_sight))
    })
    .await?;
    page.click("Clear Speaker").await
}

async fn quotations_of_a_speaker(walk: Walk<'_>) -> Result<()> {
    walk.goes_to("Quotations").await?;
    let everyone = walk.speakers_in_sight().await?;
    ensure!(
        everyone.iter().any(|speaker| speaker != &everyone[0]),
        "One alone speaks before anything was chosen: {everyone:?}"
    );
    walk.hears_only("jold", "Temir Jolduzai").await
}

#[test]
fn files_come_in_through_the_systems_dialog_and_what_cannot_be_read_is_named() {
    let place = tempfile::tempdir().unwrap();
    let article = "# Tides\n\nThe tide tables of Port Serrin were corrected by nine minutes.\n";
    fs::write(place.path().join("tides.md"), article).unwrap();
    fs::write(place.path().join("torn.pdf"), "%PDF-1.7\n1 0 obj").unwrap();
    run(import(place.path())).unwrap();
}

async fn import(place: &Path) -> Result<()> {
    let seat = Seat::new(Look::default())?;
    let desktop = seat.desktop()?;
    let window = walked(&seat, &place.join("study"), "import", async |walk| {
        let page = walk.page();
        walk.sees_first_start().await?;
        page.click("Import files…").await?;
        let dialog = desktop.window("Import documents").await?;
        desktop.answer(&dialog, &place.join("tides.md")).await?;
        page.sees("1 document added.").await?;
        walk.dismisses_messages().await?;
        walk.searches("corrected").await?;
        walk.opens_hit("Tides").await?;
        let words = "were corrected by nine minutes";
        let passage = async || page.passage(words).await;
        page.until("the text of the article", passage).await?;

        page.press(&[Key::Control], 'o').await?;
        let dialog = desktop.window("Import documents").await?;
        desktop.answer(&dialog, &place.join("torn.pdf")).await?;
        page.sees("1 failed.").await?;
        page.click("Report").await?;
        page.sees("The file is damaged").await?;
        // The driver takes words that may be cut, as names of files are, for hidden.
        let report = "return document.querySelector('dialog[open]').textContent";
        let report = page.ask(report, Vec::new()).await?.to_string();
        ensure!(report.contains("torn.pdf"), "The report: {report}");
        walk.closes_dialog().await
    })
    .await?;
    window.close(&desktop).await
}

#[test]
fn a_second_start_brings_the_first_window_to_the_front_and_ends() {
    let place = tempfile::tempdir().unwrap();
    run(second_start(&place.path().join("study"))).unwrap();
}

async fn second_start(library: &Path) -> Result<()> {
    let seat = Seat::new(Look::default())?;
    let desktop = seat.desktop()?;
    let window = walked(&seat, library, "second-start", async |walk| {
        walk.sees_first_start().await
    })
    .await?;
    let shown = desktop.window("Dossier — study").await?;
    let cover = desktop.cover()?;
    ensure!(desktop.windows()?.first() == Some(&cover), "It is covered.");

    let mut second = seat.command(&binary())?;
    second.arg("--library").arg(library);
    let words = ends(&mut second)?;
    ensure!(words.contains("brought to the front"), "It says: {words}");
    window
        .page()
        .until("the first window to come to the front", async || {
            Ok((desktop.windows()?.first() == Some(&shown)).then_some(()))
        })
        .await?;
    window.close(&desktop).await
}

/// Runs a program that has to end by itself, soon and well, and gives what it says.
fn ends(command: &mut Command) -> Result<String> {
    let started = Instant::now();
    let output = command.output()?;
    let words = String::from_utf8(output.stderr)?;
    ensure!(output.status.success(), "{}: {words}", output.status);
    ensure!(
        started.elapsed() < Duration::from_secs(10),
        "It took {:?}.",
        started.elapsed()
    );
    Ok(words)
}

#[test]
fn a_page_whose_process_ends_is_shown_again() {
    let place = tempfile::tempdir().unwrap();
    run(crash(&place.path().join("study"))).unwrap();
}

async fn crash(library: &Path) -> Result<()> {
    let seat = Seat::new(Look::default())?;
    let desktop = seat.desktop()?;
    let window = BareWindow::open(&seat, &binary(), library)?;
    // Its title says so when the library is open behind it.
    desktop.window("Dossier — study").await?;
    let page = window.page_process(None).await?;
    window.crash(page)?;
    window.page_process(Some(page)).await?;
    window.close(&desktop).await
}

#[test]
fn a_folder_that_is_no_library_is_told_in_a_sentence_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("photographs");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("library.sqlite"), "This is no database.").unwrap();
    run(no_library(&folder)).unwrap();
    let kept = fs::read_to_string(folder.join("library.sqlite")).unwrap();
    assert_eq!(kept, "This is no database.");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

async fn no_library(folder: &Path) -> Result<()> {
    let seat = Seat::new(Look::default())?;
    let window = walked(&seat, folder, "no-library", async |walk| {
        let page = walk.page();
        page.sees("The library cannot be opened").await?;
        let sentence = page.sees("photographs").await?.text().await?;
        ensure!(sentence.ends_with('.'), "No sentence: {sentence}");
        page.control("Try again").await?;
        page.control("Open another library…").await?;
        Ok(())
    })
    .await?;
    window
        .close(&seat.desktop()?)
        .await
        .context("The window closes all the same.")
}
