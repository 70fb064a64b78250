//! Linked data (schema.org) in a page's scripts.

use scraper::{Html, Selector};
use serde_json::{Map, Value};

/// What the linked data says about the page's article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LinkedData {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    pub(super) section: Option<String>,
    /// The schema.org type, such as `NewsArticle`.
    pub(super) kind: Option<String>,
}

/// Most entities that are looked at; pages with thousands are lists, not articles.
const MAX_ENTITIES: usize = 2000;

impl LinkedData {
    /// Reads the entity that is the page's article; where several are, the one whose headline the
    /// page's title carries.
    pub(super) fn of(page: &Html, page_title: &str) -> Self {
        let selector = Selector::parse("script[type]").expect("the selector is well-formed");
        let mut entities = Vec::new();
        for script in page.select(&selector) {
            let kind = script
                .value()
                .attr("type")
                .unwrap_or_default()
                .to_ascii_lowercase();
            if kind.starts_with("application/ld+json") {
                let text: String = script.text().collect();
                if let Some(value) = parse(&text) {
                    flatten(value, &mut entities, 0);
                }
            }
        }
        let articles: Vec<&Map<String, Value>> = entities
            .iter()
            .filter(|entity| type_of(entity).is_some_and(is_article))
            .collect();
        let titled = articles.iter().find(|entity| {
            text(entity, "headline")
                .or(text(entity, "name"))
                .is_some_and(|headline| !headline.is_empty() && page_title.contains(&headline))
        });
        let mut data = titled
            .or(articles.first())
            .map(|entity| read(entity, &entities, page_title))
            .unwrap_or_default();
        if data.publisher.is_none() {
            let site = entities
                .iter()
                .find(|entity| type_of(entity) == Some("WebSite"));
            data.publisher = site.and_then(|site| text(site, "name"));
        }
        data
    }
}

/// Parses a script's JSON; comments, CDATA marks and raw line ends inside strings are common.
fn parse(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_end_matches("-->")
        .trim()
        .trim_end_matches("*/")
        .trim();
    let text = text
        .trim_end_matches("]]>")
        .trim()
        .trim_start_matches("<!--");
    let text = text
        .trim()
        .trim_start_matches("//")
        .trim_start_matches("/*")
        .trim_start_matches("*/");
    let text = text
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_start_matches("*/");
    let end = text.rfind(['}', ']'])?;
    let text = text.get(..=end)?.trim();
    serde_json::from_str(text).ok().or_else(|| {
        let plain: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        serde_json::from_str(&plain).ok()
    })
}

fn flatten(value: Value, entities: &mut Vec<Map<String, Value>>, depth: usize) {
    if depth > 4 || entities.len() > MAX_ENTITIES {
        return;
    }
    match value {
        Value::Array(values) => values
            .into_iter()
            .for_each(|v| flatten(v, entities, depth + 1)),
        Value::Object(mut entity) => {
            let inner = entity
                .remove("@graph")
                .into_iter()
                .chain(entity.get("mainEntity").cloned());
            let inner: Vec<Value> = inner.collect();
            entities.push(entity);
            inner
                .into_iter()
                .for_each(|v| flatten(v, entities, depth + 1));
        }
        _ => {}
    }
}

fn type_of(entity: &Map<String, Value>) -> Option<&str> {
    match entity.get("@type")? {
        Value::String(kind) => Some(kind.rsplit('/').next().unwrap_or(kind)),
        Value::Array(kinds) => {
            let names = || kinds.iter().filter_map(Value::as_str);
            names()
                .find(|kind| is_article(kind))
                .or_else(|| names().next())
        }
        _ => None,
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("BlogPosting")
        || matches!(
            kind,
            "Report"
                | "SocialMediaPosting"
                | "DiscussionForumPosting"
                | "CreativeWork"
                | "PublicationIssue"
        )
}

/// The headline; an encyclopaedia's headline describes, and its name is the one the page carries.
fn title(entity: &Map<String, Value>, page_title: &str) -> Option<String> {
    let (headline, name) = (text(entity, "headline"), text(entity, "name"));
    match &headline {
        Some(headline) if !page_title.contains(headline.as_str()) => name
            .filter(|name| page_title.contains(name.as_str()))
            .or(Some(headline.clone())),
        _ => headline.or(name),
    }
}

fn read(
    entity: &Map<String, Value>,
    entities: &[Map<String, Value>],
    page_title: &str,
) -> LinkedData {
    LinkedData {
        title: title(entity, page_title),
        authors: entity
            .get("author")
            .or(entity.get("creator"))
            .map(|v| names(v, entities))
            .unwrap_or_default(),
        publisher: entity
            .get("publisher")
            .and_then(|v| names(v, entities).into_iter().next()),
        published: text(entity, "datePublished").or(text(entity, "dateCreated")),
        modified: text(entity, "dateModified"),
        language: text(entity, "inLanguage"),
        address: text(entity, "url").or_else(|| match entity.get("mainEntityOfPage")? {
            Value::String(address) => Some(address.clone()),
            Value::Object(page) => text(page, "@id"),
            _ => None,
        }),
        section: text(entity, "articleSection"),
        kind: type_of(entity).map(str::to_owned),
    }
}

/// A field that is a string, the first of a list, or an object with a name or value.
fn text(entity: &Map<String, Value>, key: &str) -> Option<String> {
    let value = match entity.get(key)? {
        Value::Array(values) => values.first()?,
        value => value,
    };
    let text = match value {
        Value::String(text) => text,
        Value::Object(object) => object.get("name").or(object.get("@value"))?.as_str()?,
        _ => return None,
    };
    let text = plain(text);
    (!text.is_empty()).then_some(text)
}

/// Names of people or organisations, written out or referred to by their `@id`.
fn names(value: &Value, entities: &[Map<String, Value>]) -> Vec<String> {
    match value {
        Value::String(name) => vec![plain(name)],
        Value::Array(values) => values
            .iter()
            .flat_map(|value| names(value, entities))
            .collect(),
        Value::Object(object) => {
            let named = text(object, "name").or_else(|| {
                let id = object.get("@id")?.as_str()?;
                let of_id = |entity: &&Map<String, Value>| {
                    entity.get("@id").and_then(Value::as_str) == Some(id)
                };
                text(entities.iter().find(of_id)?, "name")
            });
            named.into_iter().collect()
        }
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|name| !name.is_empty())
    .collect()
}

/// A string as a person reads it: some sites escape entities twice.
fn plain(text: &str) -> String {
    let text = if text.contains('&') && text.contains(';') || text.contains('<') {
        Html::parse_fragment(text).root_element().text().collect()
    } else {
        text.to_owned()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> LinkedData {
        let page = format!("<script type='application/ld+json'>{json}</script>");
        LinkedData::of(&Html::parse_document(&page), "")
    }

    #[test]
    fn an_article_is_found_in_a_graph_and_its_references_are_followed() {
        let data = of(r##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebSite","name":"Basin Wire"},
            {"@type":["NewsArticle","Thing"],"headline":"Tea &amp; water","author":[{"@id":"#a"},{"name":"Ben Ortay"}],
             "datePublished":"2021-03-12T10:00:00Z","publisher":{"@type":"Organization","name":"Basin Wire"}},
            {"@id":"#a","@type":"Person","name":"Ana Kel"}]}"##);
        assert_eq!(data.title.as_deref(), Some("Tea & water"));
        assert_eq!(data.authors, ["Ana Kel", "Ben Ortay"]);
        assert_eq!(data.published.as_deref(), Some("2021-03-12T10:00:00Z"));
        assert_eq!(data.publisher.as_deref(), Some("Basin Wire"));
        assert_eq!(data.kind.as_deref(), Some("NewsArticle"));
    }

    #[test]
    fn broken_linked_data_says_nothing() {
        for json in ["", "{", "[1, 2]", "\"text\"", "{\"@type\": 5}", "null"] {
            assert_eq!(of(json), LinkedData::default(), "{json}");
        }
    }
}
