//! What the window shows, found as a person finds it: by role and name.

use std::{path::Path, time::Duration};

use anyhow::{Context as _, Result};
use fantoccini::{Client, Locator, elements::Element, key::Key};

/// Longest wait for something to appear.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the window shows.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    client: &'a Client,
}

impl<'a> Page<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        Self { client }
    }

    /// The driver's own client, for what this type does not offer.
    #[must_use]
    pub fn client(&self) -> &'a Client {
        self.client
    }

    /// Waits for an element by CSS selector.
    ///
    /// # Errors
    ///
    /// When it does not appear.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.wait(Locator::Css(css)).await
    }

    /// Waits for a button, tab, link or option with this name.
    ///
    /// # Errors
    ///
    /// When it does not appear.
    pub async fn control(&self, name: &str) -> Result<Element> {
        self.wait(Locator::XPath(&control_path(name))).await
    }

    /// Clicks a button, tab, link or option with this name.
    ///
    /// # Errors
    ///
    /// When it does not appear or takes no click.
    pub async fn click(&self, name: &str) -> Result<()> {
        let control = self.control(name).await?;
        control
            .click()
            .await
            .with_context(|| format!("“{name}” takes no click."))
    }

    /// Waits until some element's own text holds these words.
    ///
    /// # Errors
    ///
    /// When they do not appear.
    pub async fn sees(&self, words: &str) -> Result<Element> {
        let path = format!("//body//*[text()[contains(., {})]]", literal(words));
        self.wait(Locator::XPath(&path)).await
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let focused = self.client.active_element().await?;
        focused
            .send_keys(keys)
            .await
            .context("The keys were not taken.")
    }

    /// Presses Enter where the focus is.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn press_enter(&self) -> Result<()> {
        self.press(&char::from(Key::Enter).to_string()).await
    }

    /// Saves what the window shows as a PNG.
    ///
    /// # Errors
    ///
    /// When the picture cannot be taken or written.
    pub async fn save(&self, path: &Path) -> Result<()> {
        let png = self.client.screenshot().await?;
        std::fs::write(path, png).with_context(|| format!("{} was not written.", path.display()))
    }

    async fn wait(&self, locator: Locator<'_>) -> Result<Element> {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(locator)
            .await;
        found.with_context(|| format!("Nothing on the page fits {locator:?}."))
    }
}

/// Where a control with this name is, whether its name is its text or a label.
fn control_path(name: &str) -> String {
    let name = literal(name);
    let kinds = ["button", "a", "option", "summary"].map(|kind| format!("self::{kind}"));
    let roles = [
        "button", "tab", "link", "option", "menuitem", "radio", "treeitem",
    ];
    let roles = roles.map(|role| format!("@role='{role}'"));
    let kinds = [&kinds[..], &roles[..]].concat().join(" or ");
    format!("//*[{kinds}][@aria-label={name} or normalize-space(.)={name}]")
}

/// A text in XPath, which has no escapes.
fn literal(text: &str) -> String {
    if text.contains('\'') {
        let parts: Vec<_> = text.split('\'').map(|part| format!("'{part}'")).collect();
        format!("concat({})", parts.join(", \"'\", "))
    } else {
        format!("'{text}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_can_be_looked_for() {
        assert_eq!(literal("Notes"), "'Notes'");
        assert_eq!(literal("a person's"), "concat('a person', \"'\", 's')");
    }
}
