//! `timeline`: everything in a library that has a date, in order.

use chrono::NaiveDate;
use dossier_library::{
    Library,
    timeline::{Content, Entry, LaneKind, TimelineFilter, Window},
};
use serde_json::{Value, json};

use super::Outcome;
use crate::{args::TimelineArgs, error::Result, open, output::Output, shape::Spans};

pub(super) fn run(args: &TimelineArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::searchable(&args.library.folder)?;
    let filter = TimelineFilter {
        query: args.query.clone(),
        speaker: None,
    };
    let entries = entries(&library, args, &filter)?;
    if out.is_json() {
        out.json(&json!({
            "total": entries.len(),
            "entries": entries.iter().map(entry).collect::<Vec<_>>(),
        }))?;
        return Ok(Outcome::Done);
    }
    if entries.is_empty() {
        out.line("Nothing with a date.")?;
    }
    for entry in &entries {
        let last = entry.to.pred_opt().unwrap_or(entry.to);
        let days = if last == entry.from {
            entry.from.to_string()
        } else {
            format!("{} to {last}", entry.from)
        };
        let excerpt: Vec<&str> = entry.excerpt.split_whitespace().collect();
        out.line(format!(
            "{days:<26}{:<13}{} ({})",
            lane(entry.lane),
            entry.label,
            entry.document_title
        ))?;
        if !excerpt.is_empty() && entry.lane != LaneKind::Publications {
            out.line(format!("    {}", excerpt.join(" ")))?;
        }
    }
    Ok(Outcome::Done)
}

/// The entries of all lanes within the days that were asked for, in order of their first day.
fn entries(library: &Library, args: &TimelineArgs, filter: &TimelineFilter) -> Result<Vec<Entry>> {
    let extents = library.timeline_extent(filter)?;
    let days = || extents.iter().filter_map(|extent| extent.days);
    let (Some(first), Some(end)) = (
        days().map(|days| days.0).min(),
        days().map(|days| days.1).max(),
    ) else {
        return Ok(Vec::new());
    };
    let window = Window {
        from: args.from.map_or(first, |date| date.earliest()),
        to: args.to.map_or(end, |date| date.interval().end),
        lanes: LaneKind::ALL.to_vec(),
        buckets: 1,
        limit: u32::MAX,
    };
    if window.from >= window.to {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for lane in library.timeline_window(&window, filter)? {
        match lane.content {
            Content::Entries(found) => entries.extend(found),
            Content::Buckets(_) => unreachable!("no lane holds more entries than the limit"),
        }
    }
    let key = |entry: &Entry| -> (NaiveDate, NaiveDate, usize) {
        (entry.from, entry.to, entry.lane as usize)
    };
    entries.sort_by_key(key);
    Ok(entries)
}

fn lane(lane: LaneKind) -> &'static str {
    match lane {
        LaneKind::Publications => "publication",
        LaneKind::Dates => "date",
        LaneKind::Quotations => "quotation",
        LaneKind::Annotations => "annotation",
    }
}

fn entry(entry: &Entry) -> Value {
    let spans = Spans::new(&entry.excerpt);
    let highlights = entry.highlights.iter().map(|range| spans.points(*range));
    json!({
        "lane": lane(entry.lane),
        "id": entry.id,
        "document": entry.document,
        "title": entry.document_title,
        "interval": [entry.from.to_string(), entry.to.to_string()],
        "approximate": entry.is_approximate,
        "label": entry.label,
        "speaker": entry.speaker,
        "excerpt": {"text": entry.excerpt, "highlights": highlights.collect::<Vec<_>>()},
    })
}
