use dossier_library::person as engine;

use super::quotation::quotations;
use crate::{
    App, Result, convert,
    types::{Empty, event::Event, person::*, quotation::Quotation},
};

pub(crate) fn get_person(app: &App, request: GetPerson) -> Result<Person> {
    Ok(person(app.library()?.person(&request.name)?))
}

pub(crate) fn set_speaker(app: &App, request: SetSpeaker) -> Result<Quotation> {
    let library = app.library()?;
    let changed = library.set_speaker(request.quotation, request.speaker.as_deref())?;
    told(app);
    one(app, changed.id)
}

pub(crate) fn reject_quotation(app: &App, request: RejectQuotation) -> Result<Empty> {
    app.library()?.reject_quotation(request.quotation)?;
    told(app);
    Ok(Empty {})
}

pub(crate) fn add_quotation(app: &App, request: AddQuotation) -> Result<Quotation> {
    let library = app.library()?;
    let text = library.text_version(request.document)?.text;
    let range = convert::bytes(&text, request.start, request.end)?;
    let added = library.add_quotation(request.document, range, request.speaker.as_deref())?;
    told(app);
    one(app, added.id)
}

pub(crate) fn merge_speakers(app: &App, request: MergeSpeakers) -> Result<Person> {
    let library = app.library()?;
    library.merge_speakers(&request.aliases, &request.name)?;
    told(app);
    Ok(person(library.person(&request.name)?))
}

pub(crate) fn split_speaker(app: &App, request: SplitSpeaker) -> Result<Empty> {
    app.library()?.split_speaker(&request.alias)?;
    told(app);
    Ok(Empty {})
}

/// Lists of quotations and documents with their marks are to be asked for again.
fn told(app: &App) {
    app.tell(Event::DocumentsChanged);
}

fn one(app: &App, id: i64) -> Result<Quotation> {
    let library = app.library()?;
    let listed = library.quotations_by_id(&[id])?;
    let found = quotations(&library, listed)?.pop();
    found.ok_or_else(|| {
        crate::ApiError::new(
            crate::ErrorCode::NotFound,
            "The quotation is no longer there.",
        )
    })
}

fn person(person: engine::Person) -> Person {
    let counts = |counts: Vec<(String, u32)>| {
        let counts = counts.into_iter();
        counts
            .map(|(name, count)| NameCount { name, count })
            .collect()
    };
    let years = person.years.into_iter();
    Person {
        name: person.name,
        aliases: person.aliases,
        quotations: person.quotations,
        documents: person.documents,
        years: years
            .map(|(year, count)| YearCount { year, count })
            .collect(),
        undated: person.undated,
        named_in: person.named_in,
        spoken_of_by: counts(person.spoken_of_by),
        named_with: counts(person.named_with),
    }
}
