//! What a person does in the window, step by step.

use anyhow::{Context as _, Result};
use fantoccini::{Locator, key::Key};

use super::{Page, page::literal};

/// Documents of the sample collection.
const SAMPLE: &str = "36";

/// A person's way through a window.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    page: Page<'a>,
}

/// How many halves of a screen a list is scrolled through.
const MOST_SCREENS: usize = 40;

impl<'a> Walk<'a> {
    /// Begins in a window that has just been opened.
    #[must_use]
    pub fn new(page: Page<'a>) -> Self {
        Self { page }
    }

    /// What the window shows.
    #[must_use]
    pub fn page(&self) -> Page<'a> {
        self.page
    }

    /// Waits for the welcome of a library that holds nothing.
    ///
    /// # Errors
    ///
    /// When it is not shown.
    pub async fn sees_first_start(&self) -> Result<()> {
        self.page.sees("This library is empty").await?;
        Ok(())
    }

    /// Takes the offer of the sample collection and waits until all of it can be searched.
    ///
    /// # Errors
    ///
    /// When it is not offered, or does not come in.
    pub async fn open_sample(&self) -> Result<()> {
        self.page.click("Import the sample collection").await?;
        let count = format!("{}//*[normalize-space(.)='{SAMPLE}']", entry("Documents"));
        let what = format!("{SAMPLE} documents");
        self.page.wait(&what, Locator::XPath(&count)).await?;
        self.page
            .sees_no_more("waiting for the search index")
            .await?;
        self.dismisses_messages().await
    }

    /// Takes passing messages away, if they are still there.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn dismisses_messages(&self) -> Result<()> {
        let dismiss = Locator::Css("[aria-label=Messages] button[aria-label=Dismiss]");
        while let Some(button) = self.page.visible(dismiss).await? {
            // One that has just gone by itself takes no click.
            drop(button.click().await);
        }
        Ok(())
    }

    /// Goes to a view of the sidebar.
    ///
    /// # Errors
    ///
    /// When there is no such view.
    pub async fn goes_to(&self, view: &str) -> Result<()> {
        let path = entry(view);
        let entry = self.page.wait(view, Locator::XPath(&path)).await?;
        entry.click().await?;
        let css = format!("section[aria-label={view}]");
        self.page.find(&css).await?;
        Ok(())
    }

    /// Types a query and waits for what it finds.
    ///
    /// # Errors
    ///
    /// When nothing is found.
    pub async fn searches(&self, query: &str) -> Result<()> {
        self.goes_to("Search").await?;
        let search = self
            .page
            .find("input[aria-label=\"Search the library\"]")
            .await?;
        search.click().await?;
        self.page.press(&[Key::Control], 'a').await?;
        self.page.press(&[], Key::Delete).await?;
        self.page.write(query).await?;
        let shown = "section[aria-label=Search] p[role=status]:not(.stale)";
        self.page.find("[role=option] mark").await?;
        self.page.rest().await?;
        self.page.find(shown).await?;
        Ok(())
    }

    /// Clicks on the hit with this title and waits for its text.
    ///
    /// # Errors
    ///
    /// When there is no such hit, or another document is opened.
    pub async fn opens_hit(&self, title: &str) -> Result<()> {
        // The passages of a hit may name another document.
        let path = format!(
            "//*[@role='option'][.//p[contains(@class, 'title')][contains(., {})]]",
            literal(title)
        );
        let what = format!("a hit “{title}”");
        // Of a long list only what is near is there, and what is out of view cannot be pressed.
        let scroll = "const found = document.evaluate(arguments[0], document, null, 9, null); \
                      const list = document.querySelector( \
                      '[role=listbox][aria-label^=Documents]'); \
                      if (found.singleNodeValue) \
                      found.singleNodeValue.scrollIntoView({ block: 'center' }); \
                      else list?.scrollBy(0, list.clientHeight / 2); \
                      return found.singleNodeValue !== null;";
        for _ in 0..MOST_SCREENS {
            let is_there = self.page.ask(scroll, vec![path.clone().into()]).await?;
            self.page.rest().await?;
            if is_there == true {
                break;
            }
        }
        let hit = self.page.wait(&what, Locator::XPath(&path)).await?;
        hit.click().await?;
        self.reads(title).await
    }

    /// Waits until the reader shows the document with this title.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub async fn reads(&self, title: &str) -> Result<()> {
        let path = format!(
            "//section[@aria-label='Reader']//h1[contains(., {})]",
            literal(title)
        );
        let what = format!("“{title}” in the reader");
        self.page.wait(&what, Locator::XPath(&path)).await?;
        self.page.find("[role=document]").await?;
        Ok(())
    }

    /// Writes a note on what is selected, with the mouse and the keyboard.
    ///
    /// # Errors
    ///
    /// When the note is not kept.
    pub async fn writes_note(&self, note: &str) -> Result<()> {
        self.page.click("Note").await?;
        self.fills_note(note).await
    }

    /// Fills in the note that is being written, and keeps it.
    ///
    /// # Errors
    ///
    /// When no note is being written, or it is not kept.
    pub async fn fills_note(&self, note: &str) -> Result<()> {
        self.page
            .find("form[aria-label='New annotation'] textarea")
            .await?;
        self.page.write(note).await?;
        self.page.press(&[Key::Control], Key::Enter).await?;
        let path = format!(
            "//*[@aria-label='Annotation'][contains(., {})]",
            literal(note)
        );
        self.page.wait("the note", Locator::XPath(&path)).await?;
        Ok(())
    }

    /// Limits the list or timeline in sight to a speaker, chosen by the beginning of the name.
    ///
    /// # Errors
    ///
    /// When no such speaker is offered.
    pub async fn chooses_speaker(&self, begin: &str, name: &str) -> Result<()> {
        self.page.click("Speaker").await?;
        self.page.write(begin).await?;
        let path = format!(
            "//*[@role='option' and @aria-selected='true'][contains(., {})]",
            literal(name)
        );
        let what = format!("the speaker “{name}”");
        self.page.wait(&what, Locator::XPath(&path)).await?;
        self.page.press(&[], Key::Enter).await
    }

    /// Limits the list of quotations to a speaker, and waits until nobody else speaks in it.
    ///
    /// # Errors
    ///
    /// When others go on to speak.
    pub async fn hears_only(&self, begin: &str, name: &str) -> Result<()> {
        self.chooses_speaker(begin, name).await?;
        let what = format!("quotations of {name} alone");
        self.page
            .until(&what, async || {
                let speakers = self.speakers_in_sight().await?;
                let is_alone = speakers.iter().all(|speaker| speaker == name);
                Ok((is_alone && !speakers.is_empty()).then_some(()))
            })
            .await
    }

    /// Waits for the list of quotations, and gives who speaks in it.
    ///
    /// # Errors
    ///
    /// When there are none.
    pub async fn speakers_in_sight(&self) -> Result<Vec<String>> {
        // All at once: the rows of a list change while one asks for them one by one.
        const NAMES: &str = "return [...document.querySelectorAll(arguments[0])]
            .map((button) => button.textContent.trim())";
        let speakers = "section[aria-label=Quotations] [role=article] button.speaker";
        self.page.find(speakers).await?;
        let names = self.page.ask(NAMES, vec![speakers.into()]).await?;
        Ok(serde_json::from_value(names)?)
    }

    /// Goes closer on the timeline, so many steps, and waits until its lanes have entries.
    ///
    /// # Errors
    ///
    /// When nothing is left in sight.
    pub async fn zooms(&self, steps: usize) -> Result<()> {
        for _ in 0..steps {
            self.page.click("Zoom in").await?;
        }
        let lane = "[role=listbox]:is(.lane):not([aria-label*=': 0 '])";
        self.page.find(lane).await?;
        Ok(())
    }

    /// Goes by keyboard to the first entry of a lane, and gives the words that explain it.
    ///
    /// # Errors
    ///
    /// When the lane has no entry.
    pub async fn points_at_entry(&self, lane: &str) -> Result<Entry> {
        let css = format!(".lane[aria-label^={lane:?}]");
        let lane = self.page.find(&css).await?;
        // A click could press an entry: the keyboard is handed over as assistive programs do it.
        self.page
            .ask("arguments[0].focus()", vec![serde_json::to_value(&lane)?])
            .await?;
        let tooltip = Locator::Css("[role=tooltip]");
        let pointed = async || {
            let shown = self.page.visible(tooltip).await?;
            if shown.is_none() {
                // Nothing to point at yet: what was asked for last is still on its way.
                self.page.press(&[], Key::Right).await?;
            }
            Ok(shown)
        };
        self.page.until("an entry to be explained", pointed).await?;
        self.page.rest().await?;
        let tooltip = self.page.find("[role=tooltip]").await?;
        let text = async |css: &str| -> Result<String> {
            let part = tooltip.find(Locator::Css(css)).await;
            Ok(part
                .with_context(|| format!("The entry has no {css}."))?
                .text()
                .await?)
        };
        Ok(Entry {
            excerpt: text(".excerpt").await?,
            title: text(".source, .title").await?,
        })
    }

    /// Opens the export of all notes and gives the preview.
    ///
    /// # Errors
    ///
    /// When there is nothing to export.
    pub async fn previews_export(&self) -> Result<String> {
        self.page.press(&[Key::Control], 'e').await?;
        let preview = self.page.find("dialog pre[aria-label=Preview]").await?;
        Ok(preview.text().await?)
    }

    /// Opens the command palette and types into it.
    ///
    /// # Errors
    ///
    /// When it offers nothing.
    pub async fn opens_palette(&self, words: &str) -> Result<()> {
        self.page.press(&[Key::Control], 'k').await?;
        self.page.control("Action or document").await?;
        self.page.write(words).await?;
        let offers = "dialog[aria-label='Command palette'] [role=option]";
        self.page.find(offers).await?;
        Ok(())
    }

    /// Closes the dialog that is open.
    ///
    /// # Errors
    ///
    /// When it stays.
    pub async fn closes_dialog(&self) -> Result<()> {
        self.page.press(&[], Key::Escape).await?;
        self.page
            .until("the dialog to close", async || {
                let open = self.page.visible(Locator::Css("dialog[open]")).await?;
                Ok(open.is_none().then_some(()))
            })
            .await
    }
}

/// An entry of the timeline, as it explains itself.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The words of the document that it stands for.
    pub excerpt: String,
    /// The title of the document.
    pub title: String,
}

/// Where a view's entry in the sidebar is.
fn entry(view: &str) -> String {
    format!(
        "//nav[@aria-label='Library']//button[.//*[normalize-space(.)={}]]",
        literal(view)
    )
}
