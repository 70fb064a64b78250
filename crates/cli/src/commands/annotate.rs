//! `annotate` and `annotations`: statements about passages.

use std::path::Path;

use clap::{CommandFactory, error::ErrorKind};
use dossier_library::{
    Document,
    annotation::{Annotation, AnnotationFilter, NewAnnotation},
};
use dossier_text::{
    TextRange,
    selector::{Anchorer, Selector, State, TextQuoteSelector},
};
use serde_json::{Value, json};

use super::{Outcome, counted, exchange};
use crate::{
    args::{AnnotateArgs, AnnotationsArgs, Cli, Exchange},
    error::{Error, Result},
    open,
    output::{Output, note},
    shape,
};

pub(super) fn run(args: AnnotateArgs, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(&args.library.folder)?;
    let id = open::document(&library, &args.document)?;
    let quote = TextQuoteSelector {
        exact: args.exact,
        prefix: args.prefix,
        suffix: args.suffix,
    };
    let text = library.text_version(id)?.text;
    let range = find(&text, quote, &library.document(id)?.title)?;
    let new = NewAnnotation {
        document: id,
        color: args.color,
        body: args.note,
        tags: args.tags,
        uuid: None,
    };
    let annotation = library.annotate(new, range)?;
    let exact = &annotation.selector.quote.exact;
    if out.is_json() {
        let (id, document) = (annotation.id, annotation.document);
        out.json(&json!({"id": id, "document": document, "exact": exact}))?;
    } else {
        out.line(format!("Annotation {}: “{exact}”", annotation.id))?;
    }
    Ok(Outcome::Done)
}

/// The one passage that a quotation names. Nothing but typography may differ: a person's note must
/// not end up at other words than those that were given.
fn find(text: &str, quote: TextQuoteSelector, title: &str) -> Result<TextRange> {
    let title = || title.to_owned();
    let selector = Selector {
        quote,
        position: None,
    };
    let found = Anchorer::new(text).anchor(&selector);
    let Some(range) = found.range else {
        return Err(Error::NotInDocument { title: title() });
    };
    let there = range.slice(text).unwrap_or_default();
    match found.state {
        State::Ambiguous => Err(Error::SeveralPlaces { title: title() }),
        State::Reworded if letters(there) != letters(&selector.quote.exact) => {
            let found = there.to_owned();
            let title = title();
            Err(Error::Reworded { title, found })
        }
        State::Reworded => {
            note(&format!("The document sets it differently: “{there}”."));
            Ok(range)
        }
        State::Exact | State::Moved | State::Orphan => Ok(range),
    }
}

/// Letters and digits alone: what remains where typography does not count.
fn letters(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

pub(super) fn annotations(args: AnnotationsArgs, out: &mut Output) -> Result<Outcome> {
    let folder = args.library.as_deref().ok_or_else(|| {
        usage(
            ErrorKind::MissingRequiredArgument,
            "annotations needs --library <DIR>",
        )
    })?;
    match (args.exchange, args.query) {
        (None, query) => list(folder, query.unwrap_or_default(), out),
        (Some(Exchange::Import { file }), None) => exchange::import(folder, &file, out),
        (Some(Exchange::Export { query, output }), None) => {
            exchange::export(folder, query.unwrap_or_default(), output.as_deref(), out)
        }
        (Some(_), Some(_)) => Err(usage(
            ErrorKind::ArgumentConflict,
            "a query goes after “export”, and “import” takes none",
        )),
    }
}

fn usage(kind: ErrorKind, message: &str) -> Error {
    Error::Usage(Cli::command().error(kind, message))
}

fn list(folder: &Path, text: String, out: &mut Output) -> Result<Outcome> {
    let library = open::existing(folder)?;
    let filter = AnnotationFilter {
        text,
        ..AnnotationFilter::default()
    };
    let (_, found) = library.annotations(&filter)?;
    if out.is_json() {
        out.json(&found.iter().map(|(found, _)| one(found)).collect::<Value>())?;
        return Ok(Outcome::Done);
    }
    out.line(match found.len() {
        0 => "No annotations.".to_owned(),
        count => counted(count, "annotation"),
    })?;
    for (annotation, document) in &found {
        tell(annotation, document, out)?;
    }
    Ok(Outcome::Done)
}

fn one(annotation: &Annotation) -> Value {
    json!({
        "id": annotation.id,
        "document": annotation.document,
        "exact": annotation.selector.quote.exact,
        "note": annotation.body,
        "tags": annotation.tags,
        "color": annotation.color,
        "state": shape::state(annotation.state),
    })
}

fn tell(annotation: &Annotation, document: &Document, out: &mut Output) -> Result<()> {
    let (id, title) = (annotation.id, &document.title);
    let mut about = vec![annotation.color.clone()];
    about.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
    if annotation.state != State::Exact {
        about.push(shape::state(annotation.state).to_owned());
    }
    let exact = &annotation.selector.quote.exact;
    out.line(format!("\n{id}  {title}  ({})", about.join(", ")))?;
    out.line(format!("    “{exact}”"))?;
    for line in annotation.body.lines() {
        out.line(format!("    {line}"))?;
    }
    Ok(())
}
