//! Words in the text of the reader, and where they stand in the window.

use std::time::Duration;

use anyhow::{Context as _, Result};
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde::Deserialize;
use serde_json::json;

use super::Page;

/// Finds words in the reader's text, which may be cut by marks, and brings them into sight if asked.
const FIND: &str = r"
const [words, isSought] = arguments;
const text = document.querySelector('[role=document]');
if (!text) return null;
const nodes = [];
let whole = '';
const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  nodes.push({ node: walker.currentNode, at: whole.length });
  whole += walker.currentNode.data;
}
const from = whole.indexOf(words);
if (from < 0) return null;
const point = (offset) => {
  const { node, at } = nodes.findLast(({ at }) => at <= offset);
  return [node, offset - at];
};
const range = document.createRange();
range.setStart(...point(from));
const [last, at] = point(from + words.length - 1);
range.setEnd(last, at + 1);
if (isSought) range.startContainer.parentElement.scrollIntoView({ block: 'center' });
const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
if (rects.length === 0) return null;
const [first, end] = [rects[0], rects[rects.length - 1]];
const pane = document.querySelector('section[aria-label=Reader]').getBoundingClientRect();
return {
  start: [first.left, (first.top + first.bottom) / 2],
  end: [end.right, (end.top + end.bottom) / 2],
  isInSight: first.top >= pane.top && first.bottom <= pane.bottom,
};";

/// Where words of the reader's text stand in the window, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// Before the first letter, in the middle of its line.
    pub start: (f64, f64),
    /// After the last letter, in the middle of its line.
    pub end: (f64, f64),
    /// Whether the first line can be seen without scrolling.
    pub is_in_sight: bool,
}

impl Page<'_> {
    /// Where words stand in the text of the reader; `None` where it has no such words.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn passage(&self, words: &str) -> Result<Option<Passage>> {
        self.find_passage(words, false).await
    }

    /// Selects words of the reader's text with the mouse.
    ///
    /// # Errors
    ///
    /// When the words are not there.
    pub async fn select(&self, words: &str) -> Result<()> {
        let what = format!("“{words}” in the text of the reader");
        let mut before = None;
        // Scrolled to, and lying still: what is under the pointer must not move away.
        let passage = loop {
            let found = self
                .until(&what, async || self.find_passage(words, true).await)
                .await?;
            if before == Some(found) {
                break found;
            }
            before = Some(found);
            self.rest().await?;
        };
        // Half a pixel into the first letter and out of the last, as the pointer rounds.
        let drag = MouseActions::new("mouse".to_owned())
            .then(move_to((passage.start.0 + 1.0, passage.start.1)))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(move_to((passage.end.0 - 20.0, passage.end.1)))
            .then(move_to(passage.end))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        let dragged = self.client().perform_actions(drag).await;
        dragged.context("The mouse did not move.")
    }

    async fn find_passage(&self, words: &str, is_sought: bool) -> Result<Option<Passage>> {
        let answer = self.ask(FIND, vec![json!(words), json!(is_sought)]).await?;
        Ok(serde_json::from_value(answer)?)
    }
}

fn move_to((x, y): (f64, f64)) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(Duration::from_millis(50)),
        x: x.round(),
        y: y.round(),
    }
}
