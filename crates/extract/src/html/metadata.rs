//! What a page says about itself, and where: linked data and `meta` elements first, then the lines
//! made for it, then the address.

use scraper::{ElementRef, Html, Selector};

use super::{json_ld::LinkedData, visible};
use crate::{
    Input, byline,
    date::{self, Order},
    kind, language,
    metadata::{DocumentKind, Metadata, Origin, Sourced},
    title,
};

/// The `meta` elements of a page, names in lower case.
pub(super) struct Stated {
    fields: Vec<(String, String)>,
}

impl Stated {
    fn of(page: &Html) -> Self {
        let mut fields = Vec::new();
        for element in page.select(&selector("meta")) {
            let meta = element.value();
            let Some(content) = meta.attr("content").map(collapse).filter(|c| !c.is_empty()) else {
                continue;
            };
            for attribute in ["name", "property", "itemprop", "http-equiv"] {
                for name in meta.attr(attribute).unwrap_or_default().split_whitespace() {
                    // `dcterms.title`, `dc:title` and `DC.Title` are one.
                    let name = name
                        .to_ascii_lowercase()
                        .replace("dcterms", "dc")
                        .replace("dc:", "dc.");
                    fields.push((name, content.clone()));
                }
            }
        }
        Self { fields }
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).next())
    }
}

/// Reads the metadata of a page; `text` is its main text, for its language.
pub(super) fn read(page: &Html, text: &str, input: &Input<'_>) -> Metadata {
    let stated = Stated::of(page);
    let window_title = first_text(page, "head > title, title").unwrap_or_default();
    let linked = LinkedData::of(page, &window_title);
    let language = language::of(text, stated_language(page, &stated, &linked).as_deref());
    let tag = language.as_ref().map(|language| language.value.as_str());
    let order = Order::of_language(tag);
    let url = address(page, &stated, &linked, input);
    let publisher = publisher(&stated, &linked);
    let heading = visible::heading(page);
    let (title, suffix) = page_title(
        &stated,
        &linked,
        heading.as_deref(),
        &window_title,
        publisher.as_deref(),
    );
    let publisher = publisher
        .map(|name| Sourced::new(name, Origin::Stated))
        .or(suffix.map(|name| Sourced::new(name, Origin::Byline)));
    let visible = visible::read(page, title.as_ref().map(|t| t.value.as_str()), order);
    let authors = authors(
        &stated,
        &linked,
        &visible,
        publisher.as_ref().map(|p| p.value.as_str()),
    );
    let published = published(&stated, &linked, &visible, url.as_deref(), order);
    let kind = kind_of(
        &stated,
        &linked,
        title.as_ref(),
        !authors.is_empty() || published.is_some(),
    );
    Metadata {
        title,
        authors,
        publisher,
        published,
        url,
        language,
        kind,
    }
}

fn stated_language(page: &Html, stated: &Stated, linked: &LinkedData) -> Option<String> {
    let root = page.root_element().value();
    let of_root = root.attr("lang").or(root.attr("xml:lang"));
    of_root
        .or(stated.first(&[
            "content-language",
            "dc.language",
            "og:locale",
            "language",
            "citation_language",
        ]))
        .or(linked.language.as_deref())
        .and_then(language::tag)
}

fn address(page: &Html, stated: &Stated, linked: &LinkedData, input: &Input<'_>) -> Option<String> {
    let canonical = page.select(&selector("link[rel~=canonical]")).next();
    let canonical = canonical.and_then(|link| link.value().attr("href"));
    let candidates = [
        canonical,
        stated.first(&["og:url"]),
        linked.address.as_deref(),
        input.url,
    ];
    candidates
        .into_iter()
        .flatten()
        .find_map(|address| super::kept_link(address, input.url))
}

/// The site's name as the page states it.
fn publisher(stated: &Stated, linked: &LinkedData) -> Option<String> {
    let named = stated.first(&[
        "og:site_name",
        "citation_journal_title",
        "citation_publisher",
        "dc.publisher",
        "publisher",
        "citation_technical_report_institution",
        "application-name",
    ]);
    let is_address = |name: &&str| name.starts_with("http") || name.starts_with('@');
    linked
        .publisher
        .clone()
        .or(named.filter(|name| !is_address(name)).map(str::to_owned))
}

/// The title, and the site's name where the window's title carries it behind the page's own.
fn page_title(
    stated: &Stated,
    linked: &LinkedData,
    heading: Option<&str>,
    window: &str,
    site: Option<&str>,
) -> (Option<Sourced<String>>, Option<String>) {
    let named = stated.first(&[
        "citation_title",
        "og:title",
        "dc.title",
        "title",
        "twitter:title",
        "parsely-title",
    ]);
    let stated = linked
        .title
        .as_deref()
        .or(named)
        .filter(|title| Some(*title) != site);
    let (bare, suffix) = title::without_site(window, site, stated.or(heading));
    let title = match (stated, heading) {
        (Some(stated), _) => {
            let (bare, _) = title::without_site(stated, site.or(suffix.as_deref()), heading);
            Some(Sourced::new(bare, Origin::Stated))
        }
        // A heading that begins the window's title is the title; another one may be anything.
        (None, Some(heading)) if title::is_part(heading, window) || window.is_empty() => {
            Some(Sourced::new(heading.to_owned(), Origin::Byline))
        }
        _ if !bare.is_empty() => Some(Sourced::new(bare, Origin::Stated)),
        (None, Some(heading)) => Some(Sourced::new(heading.to_owned(), Origin::Byline)),
        (None, None) => None,
    };
    (title.filter(|title| !title.value.is_empty()), suffix)
}

fn authors(
    stated: &Stated,
    linked: &LinkedData,
    visible: &visible::Visible,
    publisher: Option<&str>,
) -> Vec<Sourced<String>> {
    let is_author = |name: &String| {
        let lower = name.to_lowercase();
        let is_address = name.contains('@') || name.contains("http") || lower.ends_with(".com");
        let is_account = [
            "admin",
            "administrator",
            "editor",
            "webmaster",
            "user",
            "root",
            "guest",
        ];
        !is_address
            && !is_account.contains(&lower.as_str())
            && name.chars().any(char::is_alphabetic)
    };
    let listed = |names: Vec<String>| -> Vec<String> {
        let names: Vec<String> = names
            .iter()
            .flat_map(|name| byline::stated(name))
            .filter(is_author)
            .collect();
        names
            .iter()
            .enumerate()
            .filter(|(i, n)| !names[..*i].contains(n))
            .map(|(_, n)| n.clone())
            .collect()
    };
    let of_meta =
        |name: &str| -> Vec<String> { listed(stated.all(name).map(str::to_owned).collect()) };
    let stated_names = [
        listed(linked.authors.clone()),
        of_meta("citation_author"),
        of_meta("dc.creator"),
        of_meta("article:author"),
        of_meta("author"),
        of_meta("dc.contributor"),
        of_meta("parsely-author"),
        of_meta("sailthru.author"),
        of_meta("byl"),
        of_meta("og:author"),
    ];
    let is_site = |names: &[String]| {
        names
            .iter()
            .all(|name| publisher.is_some_and(|p| p.eq_ignore_ascii_case(name)))
    };
    let shown = || {
        visible
            .authors
            .iter()
            .map(|n| Sourced::new(n.clone(), Origin::Byline))
            .collect()
    };
    let stated = stated_names.into_iter().find(|names| !names.is_empty());
    match stated {
        // A site that names itself as the author says less than the byline on the page.
        Some(names) if is_site(&names) && !visible.authors.is_empty() => shown(),
        Some(names) => names
            .into_iter()
            .map(|n| Sourced::new(n, Origin::Stated))
            .collect(),
        None => shown(),
    }
}

fn published(
    stated: &Stated,
    linked: &LinkedData,
    visible: &visible::Visible,
    url: Option<&str>,
    order: Order,
) -> Option<Sourced<dossier_text::PartialDate>> {
    const PUBLISHED: &[&str] = &[
        "article:published_time",
        "og:published_time",
        "article:published",
        "og:article:published_time",
        "citation_publication_date",
        "citation_online_date",
        "citation_date",
        "dc.date.issued",
        "dc.issued",
        "dc.date",
        "dc.created",
        "dc.date.created",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_date",
        "publication_date",
        "publication-date",
        "article_date_original",
        "cxenseparse:recs:publishtime",
        "originalpublicationdate",
        "article.published",
        "article.created",
        "dateposted",
        "datecreated",
        "created",
        "published",
        "ptime",
        "displaydate",
        "pdate",
        "date",
        "creation_date",
        "release_date",
    ];
    let parse = |value: &str| date::parse(value, order);
    let sourced = |origin| move |date| Sourced::new(date, origin);
    let stated_date = linked.published.as_deref().and_then(parse).or_else(|| {
        PUBLISHED
            .iter()
            .find_map(|name| stated.all(name).find_map(parse))
    });
    const MODIFIED: &[&str] = &[
        "article:modified_time",
        "og:updated_time",
        "dc.modified",
        "dc.date.modified",
        "datemodified",
        "last-modified",
        "lastmod",
        "revised",
        "updated_time",
    ];
    let modified = || {
        linked.modified.as_deref().and_then(parse).or_else(|| {
            MODIFIED
                .iter()
                .find_map(|name| stated.all(name).find_map(parse))
        })
    };
    stated_date
        .map(sourced(Origin::Stated))
        .or_else(|| visible.published.map(sourced(Origin::Byline)))
        .or_else(|| {
            url.and_then(title::date_in_address)
                .map(sourced(Origin::Address))
        })
        .or_else(|| modified().or(visible.updated).map(sourced(Origin::Guess)))
}

fn kind_of(
    stated: &Stated,
    linked: &LinkedData,
    title: Option<&Sourced<String>>,
    is_signed: bool,
) -> DocumentKind {
    let named = linked
        .kind
        .as_deref()
        .or(stated.first(&["dc.type", "citation_article_type"]));
    let sections: Vec<String> = [
        linked.section.as_deref(),
        stated.first(&["article:section", "parsely-section"]),
    ]
    .into_iter()
    .flatten()
    .map(str::to_owned)
    .collect();
    let is_report = stated
        .first(&["citation_technical_report_institution"])
        .is_some();
    let is_article = is_signed
        || linked.kind.is_some()
        || stated
            .first(&["og:type"])
            .is_some_and(|kind| kind.eq_ignore_ascii_case("article"));
    let otherwise = match (is_report, is_article) {
        (true, _) => DocumentKind::Report,
        (_, true) => DocumentKind::Article,
        _ => DocumentKind::Webpage,
    };
    // `NewsArticle` says no more than that it is an article; the section and the title may.
    let named = named.filter(|name| !name.to_ascii_lowercase().ends_with("article"));
    kind::of(
        named,
        title.map(|title| title.value.as_str()),
        &sections,
        Some(otherwise),
    )
}

/// A selector written here.
pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors in the source are well-formed")
}

/// The first element's text that is not blank.
fn first_text(page: &Html, css: &str) -> Option<String> {
    page.select(&selector(css))
        .map(text_of)
        .find(|text| !text.is_empty())
}

/// An element's words.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    collapse(&element.text().collect::<Vec<_>>().join(" "))
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
