//! The header of a captured page or an article: what stands before its text.
//!
//! A header is only taken off where it proves to be one: it has a title and, besides, a byline, a
//! date or another line that pages have and letters have not. In doubt the lines stay text.

use super::{
    heading,
    label::{self, Role},
    layout::{Shape, Unit},
    prose::{fold, is_prose, is_prose_unit},
};
use crate::{
    byline,
    date::{Found, Order},
};

/// What the header says and where the text begins.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) title: Option<String>,
    /// Whether the title is certain enough to leave the text.
    pub(super) is_title_certain: bool,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Found>,
    pub(super) updated: Option<Found>,
    pub(super) address: Option<String>,
    pub(super) language: Option<String>,
    /// Section lines and breadcrumbs, for the kind of document.
    pub(super) sections: Vec<String>,
    /// For every unit of the header zone whether it is left out of the text.
    pub(super) dropped: Vec<bool>,
    /// Whether the text is the capture of a web page, so that it may have a footer.
    pub(super) is_capture: bool,
}

/// One line of the header zone, or one part of a line such as "By Name | June 2, 2023".
pub(super) struct Line {
    pub(super) unit: usize,
    /// Which run of lines between blank lines it belongs to.
    pub(super) chunk: usize,
    pub(super) text: String,
    pub(super) role: Role,
}

/// Most units before the text that are looked at.
const MAX_ZONE: usize = 60;

/// Reads the header of a text.
pub(super) fn read(units: &[Unit], order: Order, stem: Option<&str>) -> Header {
    let zone = zone_end(units, order);
    let mut header = Header {
        dropped: vec![false; zone],
        ..Header::default()
    };
    let mut lines: Vec<Line> = units[..zone]
        .iter()
        .enumerate()
        .flat_map(|(at, unit)| lines_of(at, unit, order))
        .collect();
    if lines.iter().any(|line| label::opens_letter(&line.text)) {
        header.published = lines.iter().find_map(|line| published(line, order));
        return header;
    }
    if lines.iter().filter(|line| line.role == Role::Memo).count() > 1 {
        read_memo(&units[..zone], &lines, &mut header);
        return header;
    }
    // A salutation is already text, and so is what follows it.
    if let Some(at) = lines.iter().position(|line| line.role == Role::Salutation) {
        lines.truncate(at);
    }
    let Some(title) = heading::choose(&lines, stem) else {
        header.published = lines.iter().find_map(|line| published(line, order));
        return header;
    };
    read_around_title(&mut lines, title, order);
    fill(&mut header, &lines, title, units, zone);
    header
}

fn published(line: &Line, order: Order) -> Option<Found> {
    match &line.role {
        Role::Published(found) => Some(*found),
        Role::Unknown => label::before_date(&line.text, order).map(|(_, found)| found),
        _ => None,
    }
}

/// Where the text begins: at the first unit of prose, unless a byline or a date still follows it,
/// as it follows a long standfirst.
fn zone_end(units: &[Unit], order: Order) -> usize {
    let is_text = |unit: &Unit| {
        is_prose_unit(unit) || matches!(unit.shape, Shape::Preformatted | Shape::Lines)
    };
    let Some(first) = units.iter().take(MAX_ZONE).position(is_text) else {
        return units.len().min(4);
    };
    let signal = |unit: &Unit| {
        lines_of(0, unit, order).iter().any(|line| {
            matches!(
                line.role,
                Role::Byline(_) | Role::Published(_) | Role::Credit
            )
        })
    };
    let after = &units[first + 1..units.len().min(first + 5)];
    let before_next = after.iter().position(is_text).unwrap_or(after.len());
    match after[..before_next].iter().rposition(signal) {
        Some(last) if first > 0 => first + last + 2,
        _ => first,
    }
}

fn lines_of(at: usize, unit: &Unit, order: Order) -> Vec<Line> {
    let line = |text: &str, role| Line {
        unit: at,
        chunk: unit.chunk,
        text: text.to_owned(),
        role,
    };
    if is_prose(&unit.text) {
        return Vec::new();
    }
    let whole = label::role(&unit.text, order);
    let parts: Vec<&str> = unit
        .text
        .split(['|', '•', '·', '\t'])
        .flat_map(|part| part.split(" — "))
        .flat_map(|part| part.split(" // "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let roles: Vec<Role> = parts.iter().map(|part| label::role(part, order)).collect();
    let is_composite = parts.len() > 1
        && matches!(
            whole,
            Role::Unknown | Role::Breadcrumb | Role::Byline(_) | Role::Published(_)
        )
        && roles.iter().any(|role| {
            !matches!(
                role,
                Role::Unknown | Role::Section | Role::Salutation | Role::Breadcrumb
            )
        });
    if !is_composite {
        return vec![line(&unit.text, whole)];
    }
    let named = |(part, role): (&str, Role)| {
        let is_bare_name = role == Role::Unknown && byline::is_person(part);
        let role = if is_bare_name {
            Role::Byline(vec![part.to_owned()])
        } else {
            role
        };
        // A part of such a line is never the title unless nothing else can be.
        let role = if role == Role::Unknown {
            Role::Section
        } else {
            role
        };
        line(part, role)
    };
    parts.into_iter().zip(roles).map(named).collect()
}

/// A memorandum keeps its fields in the text; they are also its metadata.
fn read_memo(units: &[Unit], lines: &[Line], header: &mut Header) {
    for unit in units {
        let Some((label, value)) = unit.text.split_once(':') else {
            continue;
        };
        match label.trim().to_lowercase().as_str() {
            "subject" | "re" => header.title = Some(value.trim().to_owned()),
            "from" => header.authors = byline::names(value),
            _ => {}
        }
    }
    header.published = lines.iter().find_map(|line| match line.role {
        Role::Published(found) => Some(found),
        _ => None,
    });
}

/// Lines beside the title that are clear only there: a name with its role, a place with a date.
fn read_around_title(lines: &mut [Line], title: usize, order: Order) {
    let has_date = lines
        .iter()
        .any(|line| matches!(line.role, Role::Published(_)));
    let has_byline = lines
        .iter()
        .any(|line| matches!(line.role, Role::Byline(_)));
    for line in &mut lines[title + 1..] {
        if line.role != Role::Unknown {
            continue;
        }
        if !has_date && let Some((before, found)) = label::before_date(&line.text, order) {
            // One word is a place; a publisher has a longer name.
            let is_place = before.split_whitespace().count() == 1;
            line.role = Role::Published(found);
            if !is_place {
                line.text = before;
            } else {
                line.text.clear();
            }
        } else if !has_byline && let Some(name) = byline::name_and_role(&line.text) {
            let (name, institution) = name;
            line.text = institution.unwrap_or_default();
            line.role = Role::Byline(vec![name]);
        }
    }
    let is_dated = lines
        .iter()
        .any(|line| matches!(line.role, Role::Published(_)));
    let has_byline = lines
        .iter()
        .any(|line| matches!(line.role, Role::Byline(_)));
    // A bare name right under the title of a dated article is its author's.
    if let Some(line) = lines.get_mut(title + 1)
        && is_dated
        && !has_byline
        && line.role == Role::Unknown
        && byline::is_person(&line.text)
    {
        line.role = Role::Byline(vec![line.text.clone()]);
    }
}

fn fill(header: &mut Header, lines: &[Line], title: usize, units: &[Unit], zone: usize) {
    let title_text = match &lines[title].role {
        Role::Title(text) => text.clone(),
        _ => lines[title].text.clone(),
    };
    let folded = fold(&title_text);
    let is_repeat =
        |at: usize| at != title && !folded.is_empty() && fold(&lines[at].text) == folded;
    let mut signals = usize::from((0..lines.len()).any(is_repeat)) * 2;
    let mut has_date_below = false;
    for (at, line) in lines.iter().enumerate() {
        signals += usize::from(match &line.role {
            Role::Byline(names) => {
                if is_interview(&line.text) {
                    header.sections.push("interview".to_owned());
                }
                if header.authors.is_empty() {
                    header.authors.clone_from(names);
                }
                true
            }
            Role::Published(found) => {
                // A date before the title may be the day the page was looked at.
                if header.published.is_none() || !has_date_below && at > title {
                    header.published = Some(*found);
                }
                has_date_below |= at > title;
                true
            }
            Role::Updated(found) => {
                header.updated = header.updated.or(Some(*found));
                true
            }
            Role::Publisher(name) => {
                header.publisher = Some(name.clone());
                true
            }
            Role::Address(address) => {
                header.address = header.address.take().or(Some(address.clone()));
                true
            }
            Role::Language(name) => {
                header.language = Some(name.clone());
                true
            }
            Role::Section | Role::Breadcrumb => {
                header.sections.push(line.text.clone());
                line.role == Role::Breadcrumb
            }
            Role::Title(_) | Role::Credit | Role::Furniture | Role::Memo => true,
            Role::Salutation => false,
            Role::Unknown => {
                if at < title && at > 0 && !is_repeat(at) {
                    header.sections.push(line.text.clone());
                }
                false
            }
        });
    }
    let stands_alone = {
        let unit = &units[lines[title].unit];
        units
            .get(lines[title].unit + 1)
            .is_none_or(|next| next.chunk != unit.chunk)
    };
    let is_followed_by_prose = units.get(zone).is_some_and(is_prose_unit);
    let is_first = lines[title].unit == 0;
    header.is_title_certain = is_followed_by_prose
        && (signals > 0
            || (is_first
                && stands_alone
                && zone == 1
                && units[0].shape == Shape::Text
                && !title_text.ends_with([':', '.'])));
    header.is_capture = is_followed_by_prose && signals > 0;
    if header.publisher.is_none() && header.is_capture {
        header.publisher = heading::publisher(lines, title);
    }
    header.title = Some(title_text);
    if header.is_title_certain {
        drop_lines(header, lines, title, is_repeat);
    }
}

/// Whether a byline is that of somebody who asked questions.
fn is_interview(line: &str) -> bool {
    let line = line.to_lowercase();
    ["interview", "беседовал", "röportaj", "söyleşi", "müsahib"]
        .iter()
        .any(|word| line.starts_with(word))
}

/// Marks the units that are header and not text. After the title, longer lines that are nothing
/// else are the standfirst and stay; so does everything after the header's last own line.
fn drop_lines(
    header: &mut Header,
    lines: &[Line],
    title: usize,
    is_repeat: impl Fn(usize) -> bool,
) {
    let is_own = |at: usize| {
        at <= title
            || is_repeat(at)
            || !matches!(
                lines[at].role,
                Role::Unknown | Role::Section | Role::Salutation
            )
    };
    let last = (0..lines.len())
        .rev()
        .find(|&at| is_own(at))
        .unwrap_or(title);
    for (at, line) in lines.iter().enumerate() {
        let is_short = line.text.split_whitespace().count() <= 4;
        let drop = is_own(at) || (at < last && (is_short || line.role == Role::Section));
        if let Some(dropped) = header.dropped.get_mut(line.unit) {
            *dropped = drop;
        }
    }
    if header.is_capture {
        return;
    }
    // Without another sign of a header only the title leaves the text.
    for (unit, dropped) in header.dropped.iter_mut().enumerate() {
        *dropped = unit == lines[title].unit;
    }
}

/// The names and the publication date in one line made for them: "By Ana Kel | 15 May 2019".
pub(crate) fn byline_and_date(
    line: &str,
    order: Order,
) -> (Vec<String>, Option<dossier_text::PartialDate>) {
    let unit = Unit {
        text: line.to_owned(),
        shape: Shape::Text,
        chunk: 0,
    };
    let lines = lines_of(0, &unit, order);
    let names = lines.iter().find_map(|line| match &line.role {
        Role::Byline(names) => Some(names.clone()),
        _ => None,
    });
    let stated = lines.iter().find_map(|line| published(line, order));
    (names.unwrap_or_default(), stated.map(|found| found.date))
}

/// Whether a line is made for metadata alone: a byline, a date line, a button.
pub(crate) fn is_header_line(line: &str, order: Order) -> bool {
    let unit = Unit {
        text: line.to_owned(),
        shape: Shape::Text,
        chunk: 0,
    };
    let is_own = |line: &Line| {
        matches!(
            line.role,
            Role::Byline(_)
                | Role::Published(_)
                | Role::Updated(_)
                | Role::Furniture
                | Role::Breadcrumb
        )
    };
    line.chars().count() < 160 && lines_of(0, &unit, order).iter().any(is_own)
}
