//! `anchor`: where selectors lead in a text, without a library.

use std::path::Path;

use dossier_text::selector::{
    Anchored, Anchorer, Selector, TextPositionSelector, TextQuoteSelector,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    args::AnchorArgs,
    error::Result,
    input::{self, Text},
    output::{Output, note},
    shape::{self, Spans, decimal},
};

/// A selector as a line of the file gives it.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    exact: String,
    #[serde(default)]
    prefix: Option<String>,
    #[serde(default)]
    suffix: Option<String>,
    #[serde(default)]
    start: Option<u32>,
    #[serde(default)]
    end: Option<u32>,
}

impl From<Line> for Selector {
    fn from(line: Line) -> Self {
        let position = line.start.zip(line.end);
        Self {
            quote: TextQuoteSelector {
                exact: line.exact,
                prefix: line.prefix.unwrap_or_default(),
                suffix: line.suffix.unwrap_or_default(),
            },
            position: position.map(|(start, end)| TextPositionSelector { start, end }),
        }
    }
}

pub(super) fn run(args: &AnchorArgs, out: &mut Output) -> Result<Outcome> {
    let is_text = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
    };
    let text = Text::read(&args.file, args.raw || is_text(&args.file), None)?.text;
    let mut is_complete = true;
    let (mut ids, mut selectors) = (Vec::new(), Vec::new());
    let lines = input::read_raw(&args.selectors)?;
    for (line, number) in lines.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Line>(line) {
            Ok(mut line) => {
                ids.push(line.id.take());
                selectors.push(Selector::from(line));
            }
            Err(error) => {
                is_complete = false;
                let path = args.selectors.display();
                note(&format!("{path}, line {number} is no selector: {error}."));
            }
        }
    }
    let spans = Spans::new(&text);
    let anchored = Anchorer::new(&text).anchor_all(&selectors);
    for (id, found) in ids.iter().zip(&anchored) {
        tell(id, found, &spans, out)?;
    }
    Ok(Outcome::complete_if(is_complete))
}

fn tell(id: &Value, found: &Anchored, spans: &Spans<'_>, out: &mut Output) -> Result<()> {
    let points = found.range.map(|range| spans.points(range));
    let state = shape::state(found.state);
    let score = decimal(found.score);
    if out.is_json() {
        return out.json(&json!({
            "id": id,
            "start": points.map(|(start, _)| start),
            "end": points.map(|(_, end)| end),
            "state": state,
            "score": score,
        }));
    }
    let place = points.map_or("–".to_owned(), |(start, end)| format!("{start}–{end}"));
    let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
    out.line(format!("{id:<20} {state:<10} {place:<20} {score}"))
}
