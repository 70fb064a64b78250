//! The lines of a page that are made for its metadata: heading, byline, date line.

use dossier_text::PartialDate;
use scraper::{ElementRef, Html};

use super::metadata::{selector, text_of};
use crate::{
    byline,
    date::{self, Order},
    plain::{self, fold},
};

/// What the page shows.
#[derive(Debug, Default)]
pub(super) struct Visible {
    pub(super) authors: Vec<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) updated: Option<PartialDate>,
}

/// The page's main heading: the only `h1`, or the one inside the article.
pub(super) fn heading(page: &Html) -> Option<String> {
    let texts = |css: &str| -> Vec<String> {
        let selector = selector(css);
        let elements = page
            .select(&selector)
            .filter(|element| !is_beside(*element));
        elements
            .map(text_of)
            .filter(|text| !text.is_empty())
            .collect()
    };
    let marked =
        texts("[itemprop=headline], article h1, main h1, h1.entry-title, h1.article-title");
    let all = texts("h1");
    marked
        .into_iter()
        .next()
        .or_else(|| (all.len() == 1).then(|| all.into_iter().next()).flatten())
}

/// Reads byline and date lines.
pub(super) fn read(page: &Html, title: Option<&str>, order: Order) -> Visible {
    let mut visible = Visible {
        authors: marked_authors(page),
        ..Visible::default()
    };
    let (published, updated) = marked_dates(page, order);
    (visible.published, visible.updated) = (published, updated);
    if visible.authors.is_empty() || visible.published.is_none() {
        read_lines(page, title, order, &mut visible);
    }
    visible
}

/// Whether an element belongs to something beside the article: menus, teasers, comments.
fn is_beside(element: ElementRef<'_>) -> bool {
    const BESIDE: &[&str] = &[
        "related",
        "sidebar",
        "teaser",
        "comment",
        "recommend",
        "promo",
        "widget",
        "popular",
        "latest",
        "trending",
        "more-",
        "read-next",
        "newsletter",
        "share",
        "carousel",
        "breadcrumb",
    ];
    let articles = element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .filter(|a| a.value().name() == "article");
    // An article inside an article is a teaser or a comment.
    articles.count() > 1
        || element
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|ancestor| {
                let ancestor = ancestor.value();
                let is_around = matches!(ancestor.name(), "nav" | "footer" | "aside" | "li");
                let is_whole = matches!(ancestor.name(), "body" | "html" | "main" | "article");
                let named = ["class", "id"]
                    .iter()
                    .filter_map(|name| ancestor.attr(name))
                    .any(|value| {
                        let value = value.to_ascii_lowercase();
                        BESIDE.iter().any(|word| value.contains(word))
                    });
                is_around || (named && !is_whole)
            })
}

fn marked_authors(page: &Html) -> Vec<String> {
    const MARKS: &[&str] = &[
        "[itemprop~=author] [itemprop~=name]",
        "[itemprop~=author]",
        "[rel~=author]",
        ".byline .author",
        ".byline-name",
        ".byline__name",
        ".author-name",
        ".author_name",
        ".article-author",
        ".article__author",
        ".post-author",
        ".entry-author",
        ".c-byline__author",
        ".byline",
        ".article-byline",
        ".author",
    ];
    for mark in MARKS {
        let elements: Vec<ElementRef<'_>> = page
            .select(&selector(mark))
            .filter(|element| !is_beside(*element))
            .collect();
        let mut names: Vec<String> = Vec::new();
        for element in elements {
            let text = element
                .value()
                .attr("content")
                .map_or_else(|| text_of(element), str::to_owned);
            // A line of several fields: "By Ana Kel | 2 June 2023"
            let text = text
                .split(['|', '·', '•', '–', '—', '/'])
                .next()
                .unwrap_or_default()
                .trim();
            let text =
                date::find(text, Order::MonthFirst).map_or(text, |found| &text[..found.start]);
            let found = byline::parse(text).unwrap_or_else(|| byline::names(text));
            let found = found
                .into_iter()
                .filter(|name| byline::is_name(name) && is_plausible(name));
            for name in found {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        if !names.is_empty() {
            names.truncate(12);
            return names;
        }
    }
    Vec::new()
}

fn is_plausible(name: &str) -> bool {
    const BUTTONS: &[&str] = &[
        "follow", "posts", "view", "author", "share", "profile", "all", "more",
    ];
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    !words.iter().any(|word| BUTTONS.contains(&word.as_str())) && name.chars().count() > 2
}

fn marked_dates(page: &Html, order: Order) -> (Option<PartialDate>, Option<PartialDate>) {
    const MARKS: &[&str] = &[
        "[itemprop~=datePublished]",
        "time[pubdate]",
        "article header time",
        "header time",
        ".byline time",
        "article time",
        "main time",
        "time",
        ".entry-date",
        ".published",
        ".pubdate",
        ".post-date",
        ".article-date",
        ".article__date",
        ".publish-date",
        ".published-date",
        ".date-published",
        ".publication-date",
        ".dateline",
        ".timestamp",
        ".date",
        ".article-meta",
        ".post-meta",
        ".meta",
    ];
    let (mut published, mut updated) = (None, None);
    for mark in MARKS {
        for element in page
            .select(&selector(mark))
            .filter(|element| !is_beside(*element))
        {
            let attributes = element.value();
            let stated = attributes.attr("datetime").or(attributes.attr("content"));
            let shown = text_of(element);
            if shown.chars().count() > 200 {
                continue;
            }
            let date = stated
                .and_then(|value| date::parse(value, order))
                .or_else(|| date::find(&shown, order).map(|found| found.date));
            let names = format!(
                "{} {} {shown}",
                attributes.attr("class").unwrap_or_default(),
                attributes.attr("itemprop").unwrap_or_default()
            );
            let names = names.to_lowercase();
            let is_update = names.contains("modif") || names.contains("updat");
            let slot = if is_update && !names.contains("publi") {
                &mut updated
            } else {
                &mut published
            };
            *slot = slot.or(date);
        }
        if published.is_some() {
            break;
        }
    }
    (published, updated)
}

/// Reads the short lines right after the heading.
fn read_lines(page: &Html, title: Option<&str>, order: Order, visible: &mut Visible) {
    let title = title.map(fold).unwrap_or_default();
    let h1 = selector("h1");
    let candidates: Vec<ElementRef<'_>> = page
        .select(&h1)
        .filter(|heading| !is_beside(*heading))
        .collect();
    let heading = candidates
        .iter()
        .find(|h| fold(&text_of(**h)) == title)
        .or(candidates.first());
    let Some(heading) = heading else { return };
    let lines = page
        .root_element()
        .descendent_elements()
        .skip_while(|element| element.id() != heading.id())
        .skip(1)
        .filter(|element| {
            !element
                .ancestors()
                .any(|ancestor| ancestor.id() == heading.id())
        })
        .filter(|element| {
            matches!(
                element.value().name(),
                "p" | "div" | "span" | "h2" | "h3" | "h4" | "address" | "small" | "li" | "a"
            )
        })
        .map(text_of)
        .take(40);
    for line in lines {
        if line.chars().count() > 160 || line.is_empty() {
            if line.chars().count() > 300 {
                break;
            }
            continue;
        }
        let found = plain::byline_and_date(&line, order);
        if visible.authors.is_empty() {
            visible.authors = found.0;
        }
        visible.published = visible.published.or(found.1);
    }
}
