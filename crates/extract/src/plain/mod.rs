//! Plain text: articles, letters, reports, and captures of web pages with what surrounds the text.

mod footer;
mod header;
mod heading;
mod label;
mod layout;
mod prose;

use dossier_text::{BlockKind, PartialDate};
pub(crate) use footer::is_furniture;
pub(crate) use header::{byline_and_date, is_header_line};
use layout::{Shape, Unit};
pub(crate) use prose::{fold, is_prose};

use crate::{
    Draft, Input,
    compose::{Composer, Inline},
    date::{Found, Order},
    kind, language,
    metadata::{Metadata, Origin, Sourced},
};

/// Reads a plain text.
pub(crate) fn extract(text: &str, input: &Input<'_>) -> Draft {
    let tag = language::of(text, None).map(|language| language.value);
    let order = Order::of_language(tag.as_deref());
    // Header lines and menus often stand together without blank lines, as verse does.
    let units = layout::part_lines(layout::units(text), |line| {
        header::is_header_line(line, order) || footer::is_furniture(line)
    });
    let stem = input
        .file_name
        .and_then(|name| name.rsplit(['/', '\\']).next());
    let header = header::read(&units, order, stem);
    let begin = header.dropped.len();
    let first_kept = header
        .dropped
        .iter()
        .position(|dropped| !dropped)
        .unwrap_or(begin);
    let end = footer::begin(&units, begin.max(first_kept), header.is_capture);
    let mut composer = Composer::default();
    let is_kept = |at: usize, unit: &Unit| {
        let is_dropped = header.dropped.get(at).copied().unwrap_or(false);
        let is_button = header.is_capture && at >= begin && footer::is_furniture(&unit.text);
        !is_dropped && !is_button
    };
    let kept: Vec<&Unit> = units[..end]
        .iter()
        .enumerate()
        .filter(|(at, unit)| is_kept(*at, unit))
        .map(|(_, u)| u)
        .collect();
    for (at, unit) in kept.iter().enumerate() {
        let is_heading = is_heading(&kept, at);
        push(&mut composer, unit, is_heading);
    }
    let stated_language = header.language.as_deref();
    let metadata = Metadata {
        language: language::of(composer.text(), stated_language),
        kind: kind::of(None, header.title.as_deref(), &header.sections, None),
        title: header.title.map(|title| {
            let origin = if header.is_title_certain {
                Origin::Byline
            } else {
                Origin::Guess
            };
            Sourced::new(title, origin)
        }),
        authors: header
            .authors
            .into_iter()
            .map(|a| Sourced::new(a, Origin::Byline))
            .collect(),
        publisher: header
            .publisher
            .map(|name| Sourced::new(name, Origin::Byline)),
        published: published(header.published, header.updated),
        url: header.address,
    };
    Draft {
        composer,
        metadata,
        diagnostics: Vec::new(),
    }
}

fn published(published: Option<Found>, updated: Option<Found>) -> Option<Sourced<PartialDate>> {
    let stated = published.map(|found| Sourced::new(found.date, Origin::Byline));
    stated.or(updated.map(|found| Sourced::new(found.date, Origin::Guess)))
}

fn push(composer: &mut Composer, unit: &Unit, is_heading: bool) {
    match unit.shape {
        Shape::Underlined { level } => composer.push_text(BlockKind::Heading { level }, &unit.text),
        Shape::Text if is_heading => {
            composer.push_text(BlockKind::Heading { level: 2 }, &unit.text);
        }
        // A number stays part of the text: readers refer to it.
        Shape::Text | Shape::Item { ordered: true, .. } => {
            composer.push_text(BlockKind::Paragraph, &unit.text);
        }
        Shape::Item { depth, .. } => {
            let text = unit.text.trim_start();
            let text = text
                .split_once(char::is_whitespace)
                .map_or(text, |(_, rest)| rest);
            composer.push_text(
                BlockKind::ListItem {
                    ordered: false,
                    depth,
                },
                text,
            );
        }
        Shape::Row => {
            let mut row = Inline::default();
            for cell in unit.text.split('\t') {
                row.push(cell);
                row.cell();
            }
            composer.push(BlockKind::TableRow { header: false }, row);
        }
        Shape::Lines => composer.push(BlockKind::Paragraph, Inline::of_lines(&unit.text)),
        Shape::Preformatted => {
            let mut code = Inline::default();
            code.push_preformatted(&unit.text);
            composer.push(BlockKind::Code, code);
        }
    }
}

/// A short line by itself between two paragraphs, without the end of a sentence, is a heading.
fn is_heading(units: &[&Unit], at: usize) -> bool {
    let unit = units[at];
    let alone = |other: Option<&&Unit>| other.is_none_or(|other| other.chunk != unit.chunk);
    let prose = |other: Option<&&Unit>| other.is_some_and(|other| prose::is_prose(&other.text));
    let (before, after) = (
        at.checked_sub(1).and_then(|at| units.get(at)),
        units.get(at + 1),
    );
    let words = unit.text.split_whitespace().count();
    unit.shape == Shape::Text
        && unit.text.chars().count() <= 80
        && (1..=12).contains(&words)
        && !unit
            .text
            .ends_with(['.', ',', ';', ':', '…', '!', '”', '"', '»'])
        && unit
            .text
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(|c| !c.is_lowercase())
        && !unit
            .text
            .starts_with(['“', '"', '«', '—', '–', '-', '(', '['])
        && alone(before)
        && alone(after)
        && prose(after)
        && (before.is_none() || prose(before))
}

#[cfg(test)]
mod tests;
