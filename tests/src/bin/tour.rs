//! Walks the real window on the sample collection and leaves a picture of each view.
//!
//! It says on standard error what it does. Where a step fails, `failed.png` shows the window as it
//! was, and the words what was looked for.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use acceptance::window::{Look, RealWindow, Seat, Walk, run};
use anyhow::{Context as _, Result, ensure};
use clap::Parser;

/// What is searched for.
const QUERY: &str = "\"billion cubic metres\" since:2021";
/// The document that is read, by words of its title.
const TITLE: &str = "Kalder Energy Forum";
/// Words of it that are kept.
const PROMISE: &str = "at least 20 billion cubic metres a year";
const NOTE: &str = "The first figure. Compare with what was said in 2023 and 2025.";
/// Another document, and words of it.
const OTHER_QUERY: &str = "transit weapon";
const OTHER_TITLE: &str = "We will not allow anyone to use transit as a weapon";
const OTHER_WORDS: &str = "We do not regard transit as a weapon";
const OTHER_NOTE: &str = "Quoted without “not” in the Courier two weeks later.";
/// A long report, seen from its title on.
const REPORT: &str = "Promise and Pressure";
/// Who is followed through the quotations, and the letters that are typed for it.
const SPEAKER: (&str, &str) = ("torvan", "Lejla Torvané");

/// Walks the real window and leaves pictures.
#[derive(Debug, Parser)]
struct Arguments {
    /// The program of the window.
    #[arg(long)]
    window: PathBuf,
    /// Folder for the pictures; made where it is missing.
    #[arg(long)]
    pictures: PathBuf,
    /// Only the first start, search and reader.
    #[arg(long)]
    quick: bool,
}

fn main() -> ExitCode {
    match run(tour(&Arguments::parse())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The tour ended early: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn tour(arguments: &Arguments) -> Result<()> {
    fs::create_dir_all(&arguments.pictures)?;
    let place = tempfile::tempdir()?;
    let library = place.path().join("Caspara study");
    let mut album = Album {
        folder: &arguments.pictures,
        pictures: 0,
    };
    let seat = Seat::new(Look::default())?;
    let window = open(&seat, arguments, &library).await?;
    let walk = Walk::new(window.page());
    let walked = async {
        first_part(walk, &mut album).await?;
        if !arguments.quick {
            second_part(walk, &mut album).await?;
        }
        Ok(())
    };
    let walked = walked.await;
    album.failure(walk, walked).await?;
    window.close(&seat.desktop()?).await?;
    if !arguments.quick {
        dark_part(arguments, &library, &mut album).await?;
    }
    eprintln!(
        "{} pictures are in {}.",
        album.pictures,
        arguments.pictures.display()
    );
    Ok(())
}

async fn open(seat: &Seat, arguments: &Arguments, library: &Path) -> Result<RealWindow> {
    let window = RealWindow::open(seat, &arguments.window, library).await?;
    eprintln!(
        "The window answered after {:.1} s.",
        window.started_in().as_secs_f64()
    );
    Ok(window)
}

/// First start, search, reader.
async fn first_part(walk: Walk<'_>, album: &mut Album<'_>) -> Result<()> {
    let page = walk.page();
    walk.sees_first_start().await?;
    album.keep(walk, "first-start").await?;

    eprintln!("Opening the sample collection.");
    walk.open_sample().await?;
    walk.searches(QUERY).await?;
    album.keep(walk, "search").await?;

    walk.opens_hit(TITLE).await?;
    page.select(PROMISE).await?;
    album.keep(walk, "selection").await?;
    walk.writes_note(NOTE).await?;
    album.keep(walk, "reader").await
}

/// Everything else, in the light.
async fn second_part(walk: Walk<'_>, album: &mut Album<'_>) -> Result<()> {
    let page = walk.page();
    walk.searches(OTHER_QUERY).await?;
    walk.opens_hit(OTHER_TITLE).await?;
    page.select(OTHER_WORDS).await?;
    walk.writes_note(OTHER_NOTE).await?;

    walk.goes_to("Documents").await?;
    album.keep(walk, "documents").await?;
    walk.opens_hit(REPORT).await?;
    album.keep(walk, "document").await?;

    walk.goes_to("Timeline").await?;
    page.click("Close the document").await?;
    walk.zooms(0).await?;
    album.keep(walk, "timeline").await?;
    walk.zooms(3).await?;
    album.keep(walk, "timeline-near").await?;
    walk.chooses_speaker(SPEAKER.0, SPEAKER.1).await?;
    let entry = walk.points_at_entry("Quotations").await?;
    ensure!(!entry.excerpt.is_empty(), "The entry has no words.");
    album.keep(walk, "timeline-speaker").await?;
    page.click("Clear Speaker").await?;

    walk.goes_to("Quotations").await?;
    walk.hears_only(SPEAKER.0, SPEAKER.1).await?;
    album.keep(walk, "quotations").await?;

    walk.goes_to("Notes").await?;
    page.sees(NOTE).await?;
    album.keep(walk, "notes").await?;
    walk.goes_to("People").await?;
    page.sees(SPEAKER.1).await?;
    album.keep(walk, "people").await?;

    let preview = walk.previews_export().await?;
    ensure!(
        preview.contains(PROMISE) && preview.contains(NOTE),
        "The export lacks the note: {preview}"
    );
    album.keep(walk, "export").await?;
    walk.closes_dialog().await?;
    walk.opens_palette("ti").await?;
    album.keep(walk, "palette").await?;
    walk.closes_dialog().await
}

/// The same library again, on a desktop that prefers dark colours.
async fn dark_part(arguments: &Arguments, library: &Path, album: &mut Album<'_>) -> Result<()> {
    let seat = Seat::new(Look {
        is_dark: true,
        ..Look::default()
    })?;
    let window = open(&seat, arguments, library).await?;
    let walk = Walk::new(window.page());
    let walked = async {
        walk.searches(QUERY).await?;
        album.keep(walk, "search-dark").await?;
        walk.opens_hit(TITLE).await?;
        walk.page().find("[aria-label^='Note: ']").await?;
        album.keep(walk, "reader-dark").await?;
        walk.goes_to("Timeline").await?;
        walk.page().click("Close the document").await?;
        walk.zooms(3).await?;
        album.keep(walk, "timeline-dark").await
    };
    let walked = walked.await;
    album.failure(walk, walked).await?;
    window.close(&seat.desktop()?).await
}

/// The pictures of a tour, in their order.
struct Album<'a> {
    folder: &'a Path,
    pictures: usize,
}

impl Album<'_> {
    async fn keep(&mut self, walk: Walk<'_>, name: &str) -> Result<()> {
        let number = self.pictures + 1;
        let path = self.folder.join(format!("{number:02}-{name}.png"));
        walk.page().save(&path).await?;
        self.pictures = number;
        eprintln!("{}", path.display());
        Ok(())
    }

    /// Keeps a picture of a window in which a walk went wrong.
    async fn failure(&self, walk: Walk<'_>, walked: Result<()>) -> Result<()> {
        let Err(error) = walked else { return Ok(()) };
        let path = self.folder.join("failed.png");
        match walk.page().save(&path).await {
            Ok(()) => Err(error).context(format!("{} shows the window", path.display())),
            Err(second) => Err(error.context(format!("No picture could be taken: {second:#}"))),
        }
    }
}
