//! `extract`, `quotations` and `dates`: files without a library, one after another.

use std::path::{Path, PathBuf};

use dossier_analysis::{
    attribution::{Attribution, attributions},
    timex::{Timex, timexes},
};
use dossier_text::TextRange;
use serde_json::json;

use super::Outcome;
use crate::{
    args::{AnalyseArgs, ExtractArgs},
    error::{Error, Result},
    input::{self, Text},
    order::in_order,
    output::{Output, json_line, note},
    shape::Spans,
};

/// What is written for a file, and what is said about it.
struct Rendered {
    lines: Vec<u8>,
    diagnostics: Vec<String>,
}

pub(super) fn extract(args: &ExtractArgs, out: &mut Output) -> Result<Outcome> {
    let is_json = out.is_json();
    each(&args.files, out, |path| {
        let extracted = input::extract(path)?;
        let spans = Spans::new(&extracted.text);
        let metadata = extracted.metadata;
        let title = metadata.title.map(|title| title.value);
        let authors: Vec<String> = metadata.authors.into_iter().map(|a| a.value).collect();
        let issued = metadata.published.map(|date| date.value);
        let publisher = metadata.publisher.map(|publisher| publisher.value);
        let language = metadata.language.map(|language| language.value);
        let lines = if is_json {
            let blocks = extracted.structure.blocks.iter();
            json_line(&json!({
                "file": path.display().to_string(),
                "title": title,
                "authors": authors,
                "published": issued.and_then(input::day).map(|day| day.to_string()),
                "publisher": publisher,
                "url": metadata.url,
                "language": language,
                "text": extracted.text,
                "blocks": blocks.map(|block| spans.block(block)).collect::<Vec<_>>(),
                // As precise as it is known: “2023”, “2023-06”.
                "issued": issued.map(|date| date.to_string()),
            }))?
        } else {
            let mut about = authors;
            about.extend(publisher);
            about.extend(issued.map(|date| date.to_string()));
            about.extend(language);
            about.extend(metadata.url);
            let title = title.unwrap_or_else(|| path.display().to_string());
            format!("{title}\n{}\n\n{}\n\n", about.join(" · "), extracted.text).into_bytes()
        };
        let diagnostics = input::messages(extracted.diagnostics);
        Ok(Rendered { lines, diagnostics })
    })
}

pub(super) fn quotations(args: &AnalyseArgs, out: &mut Output) -> Result<Outcome> {
    let is_json = out.is_json();
    each(&args.files, out, |path| {
        let text = Text::read(path, args.raw, args.published)?;
        let found = attributions(&text.text, &text.context());
        let lines = if is_json {
            let spans = Spans::new(&text.text);
            let found = found.iter().map(|one| spans.quotation(one));
            json_line(&json!({
                "file": path.display().to_string(),
                "text": text.text,
                "quotations": found.collect::<Vec<_>>(),
            }))?
        } else {
            let found = found.iter().map(|one| told(&text.text, one));
            listed(path, found.collect(), "No quotations.")
        };
        let diagnostics = text.diagnostics;
        Ok(Rendered { lines, diagnostics })
    })
}

pub(super) fn dates(args: &AnalyseArgs, out: &mut Output) -> Result<Outcome> {
    let is_json = out.is_json();
    each(&args.files, out, |path| {
        let text = Text::read(path, args.raw, args.published)?;
        let found = timexes(&text.text, &text.context());
        let lines = if is_json {
            let spans = Spans::new(&text.text);
            let found = found.iter().map(|one| spans.date(one));
            json_line(&json!({
                "file": path.display().to_string(),
                "text": text.text,
                "published": text.published.map(|day| day.to_string()),
                "dates": found.collect::<Vec<_>>(),
            }))?
        } else {
            let found = found.iter().map(|one| dated(&text.text, one));
            listed(path, found.collect(), "No dates.")
        };
        let diagnostics = text.diagnostics;
        Ok(Rendered { lines, diagnostics })
    })
}

/// Renders every file and writes the results in order. A file that cannot be read has a line that
/// says so, and the others go on.
fn each(
    files: &[PathBuf],
    out: &mut Output,
    render: impl Fn(&Path) -> Result<Rendered> + Sync,
) -> Result<Outcome> {
    let work = |path: &PathBuf| render(path).map_err(|error| (path.clone(), error));
    let mut is_complete = true;
    in_order(
        files,
        work,
        |rendered: Result<_, (PathBuf, Error)>| match rendered {
            Ok(Rendered { lines, diagnostics }) => {
                for message in diagnostics {
                    note(&message);
                }
                out.bytes(&lines)
            }
            Err((path, error)) => {
                is_complete = false;
                note(&format!("dossier: {error}"));
                if !out.is_json() {
                    return Ok(());
                }
                let (file, error) = (path.display().to_string(), error.to_string());
                out.json(&json!({"file": file, "error": error}))
            }
        },
    )?;
    Ok(Outcome::complete_if(is_complete))
}

fn listed(path: &Path, lines: Vec<String>, otherwise: &str) -> Vec<u8> {
    let body = if lines.is_empty() {
        otherwise.to_owned()
    } else {
        lines.join("\n")
    };
    format!("{}\n{body}\n\n", path.display()).into_bytes()
}

/// `Who (as the text puts it), said, direct: words … words`
fn told(text: &str, found: &Attribution) -> String {
    let words = |ranges: &[TextRange]| -> Vec<String> {
        let slices = ranges.iter().filter_map(|range| range.slice(text));
        slices.map(one_line).collect()
    };
    let source = found.source.and_then(|source| source.slice(text));
    let who = match (&found.speaker, source.map(one_line)) {
        (Some(speaker), Some(source)) if *speaker != source => format!("{speaker} ({source})"),
        (Some(speaker), _) => speaker.clone(),
        (None, Some(source)) => source,
        (None, None) => "–".to_owned(),
    };
    let mut head = vec![who];
    head.extend(words(&found.cue));
    format!(
        "  {}: {}",
        head.join(", "),
        words(&found.content).join(" … ")
    )
}

fn dated(text: &str, found: &Timex) -> String {
    let words = one_line(found.range.slice(text).unwrap_or_default());
    let last = |end: chrono::NaiveDate| end.pred_opt().unwrap_or(end);
    let days = found.interval.map(|days| match last(days.end) {
        end if end == days.start => days.start.to_string(),
        end => format!("{} to {end}", days.start),
    });
    let days = days.unwrap_or_else(|| "–".to_owned());
    format!("  {days:<26}{:<16}{words}", found.value)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
