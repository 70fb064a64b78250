//! Annotations as W3C Web Annotation JSON-LD (REC 2017), out and in.

use std::io::{self, Write};

use dossier_text::selector::{Selector, TextPositionSelector, TextQuoteSelector};
use serde_json::{Value, json};

use super::{ExportSet, ExportedAnnotation, ExportedDocument};
use crate::{Error, Result, annotation::COLORS};

/// The context that makes it a Web Annotation.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

pub(super) fn write(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Value> = set
        .documents
        .iter()
        .flat_map(|document| {
            document
                .annotations
                .iter()
                .map(move |a| annotation(document, a))
        })
        .collect();
    let page = json!({
        "@context": CONTEXT,
        "id": format!("urn:dossier:export:{}", set.exported_at),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    });
    serde_json::to_writer_pretty(&mut *out, &page)?;
    writeln!(out)
}

fn annotation(document: &ExportedDocument, exported: &ExportedAnnotation) -> Value {
    let annotation = &exported.annotation;
    let quote = &annotation.selector.quote;
    let mut selectors = vec![json!({
        "type": "TextQuoteSelector",
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    })];
    if let Some((start, end)) = exported.position {
        selectors.push(json!({"type": "TextPositionSelector", "start": start, "end": end}));
    }
    let mut bodies = Vec::new();
    if !annotation.body.is_empty() {
        bodies.push(json!({
            "type": "TextualBody",
            "value": annotation.body,
            "format": "text/markdown",
            "purpose": "commenting",
        }));
    }
    for tag in &annotation.tags {
        bodies.push(json!({"type": "TextualBody", "value": tag, "purpose": "tagging"}));
    }
    let address = document.document.url.clone();
    let mut value = json!({
        "@context": CONTEXT,
        "id": format!("urn:uuid:{}", annotation.uuid),
        "type": "Annotation",
        "motivation": annotation.motivation,
        "created": annotation.created_at,
        "modified": annotation.modified_at,
        "target": {
            "source": address.unwrap_or_else(|| format!("urn:sha256:{}", document.file_sha256)),
            "selector": selectors,
            "styleClass": annotation.color,
        },
    });
    if !bodies.is_empty() {
        value["body"] = Value::Array(bodies);
    }
    value
}

/// An annotation as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The UUID of its `urn:uuid:`, where it has one.
    pub uuid: Option<String>,
    /// The target's address.
    pub source: String,
    pub selector: Selector,
    pub body: String,
    pub tags: Vec<String>,
    pub color: String,
}

/// Reads an annotation, a list of them, or a page or collection that holds them.
///
/// # Errors
///
/// [`Error::Invalid`] with the reason for what is no annotation of a passage of text.
pub fn read(json: &str) -> Result<Vec<Result<Read>>> {
    let value: Value = serde_json::from_str(json)
        .map_err(|error| Error::Invalid(format!("The file is no JSON: {error}.")))?;
    let mut found = Vec::new();
    gather(&value, &mut found);
    if found.is_empty() {
        return Err(Error::Invalid(
            "The file holds no Web Annotations.".to_owned(),
        ));
    }
    Ok(found.into_iter().map(one).collect())
}

fn gather<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) if has_type(value, "Annotation") => {
            debug_assert!(!fields.is_empty());
            found.push(value);
        }
        Value::Object(fields) => {
            for key in ["items", "first"] {
                if let Some(inner) = fields.get(key) {
                    gather(inner, found);
                }
            }
        }
        _ => {}
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    list(&value["type"])
        .iter()
        .any(|kind| kind.as_str() == Some(name))
}

/// JSON-LD writes one value without a list.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Null => Vec::new(),
        value => vec![value],
    }
}

fn one(value: &Value) -> Result<Read> {
    let id = value["id"].as_str().unwrap_or_default();
    let refuse = |reason: &str| Error::Invalid(format!("Annotation “{id}”: {reason}."));
    let targets = list(&value["target"]);
    let target = targets.first().ok_or_else(|| refuse("it has no target"))?;
    let source = target["source"]
        .as_str()
        .or_else(|| target["source"]["id"].as_str());
    let source = source.ok_or_else(|| refuse("its target names no passage"))?;
    let selectors = list(&target["selector"]);
    let quote = selectors
        .iter()
        .find(|selector| has_type(selector, "TextQuoteSelector"));
    let quote = quote.ok_or_else(|| refuse("its target has no TextQuoteSelector"))?;
    let position = selectors
        .iter()
        .find(|selector| has_type(selector, "TextPositionSelector"));
    let text = |field: &str| quote[field].as_str().unwrap_or_default().to_owned();
    let exact = text("exact");
    if exact.trim().is_empty() {
        return Err(refuse("its TextQuoteSelector has no exact words"));
    }
    let position = position.and_then(|position| {
        let number = |field: &str| u32::try_from(position[field].as_u64()?).ok();
        Some(TextPositionSelector {
            start: number("start")?,
            end: number("end")?,
        })
    });
    let mut body = String::new();
    let mut tags = Vec::new();
    for part in list(&value["body"])
        .into_iter()
        .chain(list(&value["bodyValue"]))
    {
        let said = part
            .as_str()
            .or_else(|| part["value"].as_str())
            .unwrap_or_default();
        if part["purpose"].as_str() == Some("tagging") {
            tags.push(said.to_owned());
        } else if !said.is_empty() {
            if !body.is_empty() {
                body.push_str("\n\n");
            }
            body.push_str(said);
        }
    }
    let color = target["styleClass"]
        .as_str()
        .filter(|color| COLORS.contains(color));
    Ok(Read {
        uuid: id.strip_prefix("urn:uuid:").map(str::to_owned),
        source: source.to_owned(),
        selector: Selector {
            quote: TextQuoteSelector {
                exact,
                prefix: text("prefix"),
                suffix: text("suffix"),
            },
            position,
        },
        body,
        tags,
        color: color.unwrap_or(COLORS[0]).to_owned(),
    })
}
