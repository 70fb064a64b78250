//! What the window shows, found as a person finds it: by role and name.

use std::{path::Path, time::Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::{
    Client, Locator,
    actions::{InputSource as _, KeyAction, KeyActions},
    elements::Element,
    key::Key,
};
use serde_json::Value;

use super::{PATIENCE, PAUSE};

/// Frames after which a page that does not move is taken as settled: lists are measured and a
/// passage is found again within fewer.
const FRAMES_TO_REST: u32 = 15;

/// What the window shows.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    client: &'a Client,
}

impl<'a> Page<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        Self { client }
    }

    pub(super) fn client(&self) -> &'a Client {
        self.client
    }

    /// Waits for a visible element by CSS selector.
    ///
    /// # Errors
    ///
    /// When it does not appear.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.wait(css, Locator::Css(css)).await
    }

    /// Waits for a button, tab, link, option or field with this name.
    ///
    /// # Errors
    ///
    /// When it does not appear.
    pub async fn control(&self, name: &str) -> Result<Element> {
        let path = control_path(name);
        self.wait(&format!("a control “{name}”"), Locator::XPath(&path))
            .await
    }

    /// Clicks a button, tab, link, option or field with this name.
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

    /// Waits until some visible element holds these words in its own text.
    ///
    /// # Errors
    ///
    /// When they do not appear.
    pub async fn sees(&self, words: &str) -> Result<Element> {
        let path = words_path(words);
        self.wait(&format!("the words “{words}”"), Locator::XPath(&path))
            .await
    }

    /// Waits until no visible element holds these words.
    ///
    /// # Errors
    ///
    /// When they stay.
    pub async fn sees_no_more(&self, words: &str) -> Result<()> {
        let path = words_path(words);
        let what = format!("the words “{words}” to go");
        self.until(&what, async || {
            let found = self.visible(Locator::XPath(&path)).await?;
            Ok(found.is_none().then_some(()))
        })
        .await
    }

    /// Asks again and again until there is an answer.
    ///
    /// # Errors
    ///
    /// When none comes; `what` says in the error what was waited for.
    pub async fn until<T>(
        &self,
        what: &str,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let started = Instant::now();
        loop {
            if let Some(answer) = ask().await? {
                return Ok(answer);
            }
            if started.elapsed() > PATIENCE {
                bail!("The window was waited on for {what}, in vain.");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Asks the page itself for what cannot be seen through roles and names.
    ///
    /// # Errors
    ///
    /// When the script fails.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.client.execute(script, arguments).await;
        answer.context("The page did not answer a question.")
    }

    /// Presses a key, with others held down, wherever the keyboard is.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn press(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let mut keys = KeyActions::new("keyboard".to_owned());
        for held in held {
            keys = keys.then(KeyAction::Down {
                value: (*held).into(),
            });
        }
        keys = keys
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for held in held.iter().rev() {
            keys = keys.then(KeyAction::Up {
                value: (*held).into(),
            });
        }
        let pressed = self.client.perform_actions(keys).await;
        pressed.context("The keys were not taken.")
    }

    /// Types words wherever the keyboard is.
    ///
    /// # Errors
    ///
    /// When the driver does not answer.
    pub async fn write(&self, words: &str) -> Result<()> {
        for letter in words.chars() {
            self.press(&[], letter).await?;
        }
        Ok(())
    }

    /// Saves what the window shows as a PNG, once it has come to rest.
    ///
    /// # Errors
    ///
    /// When the picture cannot be taken or written.
    pub async fn save(&self, path: &Path) -> Result<()> {
        self.rest().await?;
        let png = self.client.screenshot().await?;
        std::fs::write(path, png).with_context(|| format!("{} was not written.", path.display()))
    }

    /// Waits until nothing on the page moves any more, and what was drawn last is on the screen.
    pub(super) async fn rest(&self) -> Result<()> {
        const MOVING: &str = "return document.getAnimations()
            .filter((one) => one.playState === 'running')
            .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).length";
        let still = async || Ok((self.ask(MOVING, Vec::new()).await? == 0).then_some(()));
        self.until("movements to end", still).await?;
        self.frames(FRAMES_TO_REST).await
    }

    /// Waits until the window has drawn so many frames.
    async fn frames(&self, count: u32) -> Result<()> {
        const DRAWN: &str = "const [count, done] = arguments;
            const next = (left) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : done());
            next(count)";
        let drawn = self.client.execute_async(DRAWN, vec![count.into()]).await;
        drawn.context("The window draws nothing.")?;
        Ok(())
    }

    pub(super) async fn wait(&self, what: &str, locator: Locator<'_>) -> Result<Element> {
        self.until(what, async || self.visible(locator).await).await
    }

    /// The first visible element that fits.
    pub(super) async fn visible(&self, locator: Locator<'_>) -> Result<Option<Element>> {
        for element in self.client.find_all(locator).await? {
            // An element that went away in between is not visible.
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }
}

/// Where a control with this name is, whether its name is its text or a label.
fn control_path(name: &str) -> String {
    let name = literal(name);
    let kinds = ["button", "a", "option", "summary", "input", "textarea"];
    let kinds = kinds.map(|kind| format!("self::{kind}"));
    let roles = [
        "button", "tab", "link", "option", "menuitem", "radio", "treeitem", "combobox",
    ];
    let roles = roles.map(|role| format!("@role='{role}'"));
    let kinds = [&kinds[..], &roles[..]].concat().join(" or ");
    let labelled = format!("@id=//label[normalize-space(.)={name}]/@for");
    format!("//*[{kinds}][@aria-label={name} or normalize-space(.)={name} or {labelled}]")
}

fn words_path(words: &str) -> String {
    format!("//body//*[text()[contains(., {})]]", literal(words))
}

/// A text in XPath, which has no escapes.
pub(super) fn literal(text: &str) -> String {
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
