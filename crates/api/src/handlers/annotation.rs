use std::collections::{HashMap, hash_map::Entry};

use dossier_library::{
    HistoryView, Library,
    annotation::{self as engine, AnnotationChange, NewAnnotation},
};
use dossier_text::Offsets;

use crate::{
    App, Result, convert,
    types::{Empty, annotation::*, event::Event},
};

pub(crate) fn create_annotation(app: &App, request: CreateAnnotation) -> Result<Annotation> {
    let library = app.library()?;
    let text = library.text_version(request.document)?.text;
    let range = convert::bytes(&text, request.start, request.end)?;
    let new = NewAnnotation {
        document: request.document,
        color: convert::color_name(request.color).to_owned(),
        body: request.note,
        tags: request.tags,
        uuid: None,
    };
    let annotation = library.annotate(new, range)?;
    app.tell(Event::AnnotationsChanged {
        document: Some(request.document),
    });
    view(&library, annotation)
}

pub(crate) fn update_annotation(app: &App, request: UpdateAnnotation) -> Result<Annotation> {
    let library = app.library()?;
    let change = AnnotationChange {
        color: request
            .color
            .map(|color| convert::color_name(color).to_owned()),
        body: request.note,
        tags: request.tags,
    };
    let annotation = library.change_annotation(request.id, change)?;
    app.tell(Event::AnnotationsChanged {
        document: Some(annotation.document),
    });
    view(&library, annotation)
}

pub(crate) fn delete_annotation(app: &App, request: DeleteAnnotation) -> Result<Empty> {
    let document = app.library()?.delete_annotation(request.id)?;
    app.tell(Event::AnnotationsChanged {
        document: Some(document),
    });
    Ok(Empty {})
}

pub(crate) fn list_annotations(app: &App, request: ListAnnotations) -> Result<AnnotationList> {
    let library = app.library()?;
    let (total, found) = library.annotations(&convert::annotation_filter(request))?;
    let mut texts: HashMap<i64, String> = HashMap::new();
    for (annotation, _) in &found {
        if let Entry::Vacant(text) = texts.entry(annotation.document) {
            text.insert(library.text_version(annotation.document)?.text);
        }
    }
    let offsets: HashMap<i64, Offsets<'_>> = texts
        .iter()
        .map(|(id, text)| (*id, Offsets::new(text)))
        .collect();
    let annotations = found.into_iter().map(|(annotation, document)| {
        let offsets = &offsets[&annotation.document];
        convert::annotation(annotation, &document, offsets)
    });
    Ok(AnnotationList {
        total,
        annotations: annotations.collect(),
    })
}

pub(crate) fn list_tags(app: &App, _: Empty) -> Result<Vec<Tag>> {
    Ok(app.library()?.tags()?.into_iter().map(tag).collect())
}

pub(crate) fn update_tag(app: &App, request: UpdateTag) -> Result<Tag> {
    let changed = app.library()?.change_tag(
        &request.name,
        request.new_name.as_deref(),
        request.color.map(convert::color_name),
        request.description.as_deref(),
    )?;
    app.tell(Event::AnnotationsChanged { document: None });
    Ok(tag(changed))
}

pub(crate) fn history(app: &App, _: Empty) -> Result<History> {
    Ok(history_view(app.library()?.history()?))
}

pub(crate) fn undo(app: &App, _: Empty) -> Result<History> {
    let view = app.library()?.undo()?;
    tell_all(app, view.document);
    Ok(history_view(view))
}

pub(crate) fn redo(app: &App, _: Empty) -> Result<History> {
    let view = app.library()?.redo()?;
    tell_all(app, view.document);
    Ok(history_view(view))
}

/// A step can be about anything.
fn tell_all(app: &App, document: Option<i64>) {
    app.tell(Event::AnnotationsChanged { document });
    app.tell(Event::DocumentsChanged);
    app.tell(Event::NotesChanged);
    app.tell(Event::CollectionsChanged);
}

fn history_view(view: HistoryView) -> History {
    History {
        undo: view.undo,
        redo: view.redo,
        document: view.document,
    }
}

fn tag(tag: engine::Tag) -> Tag {
    Tag {
        name: tag.name,
        color: tag.color.as_deref().map(convert::color_of),
        description: tag.description,
        count: tag.count,
    }
}

fn view(library: &Library, annotation: engine::Annotation) -> Result<Annotation> {
    let document = library.document(annotation.document)?;
    let text = library.text_version(annotation.document)?.text;
    Ok(convert::annotation(
        annotation,
        &document,
        &Offsets::new(&text),
    ))
}
