//! What the index holds.

use std::collections::BTreeSet;

use dossier_analysis::entity::entities;
use dossier_text::Interval;
use frostem::Algorithm;
use tantivy::{
    TantivyDocument,
    schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{RawTokenizer, TokenizerManager},
};

use super::{
    name::name_terms,
    places,
    stated::terms_of,
    token::{Words, inflected_text, stem_into, words},
};
use crate::{Document, days};

/// The version of schema and tokenizers; another one on disk means that the index is built again.
pub(crate) const VERSION: u32 = 6;

/// The languages whose words are also found by their stems: code, and how they are stemmed.
pub(crate) const STEMMED: [(&str, Algorithm); 17] = [
    ("ar", Algorithm::Arabic),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fa", Algorithm::Persian),
    ("fr", Algorithm::French),
    ("hy", Algorithm::Armenian),
    ("it", Algorithm::Italian),
    ("nl", Algorithm::Dutch),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
    ("uk", Algorithm::Ukrainian),
];

/// The fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    /// The document's id in the database.
    pub(crate) id: Field,
    pub(crate) title: Field,
    /// The text's words as they stand, with positions.
    pub(crate) body: Field,
    /// The title's words, stemmed where the text's are.
    pub(crate) title_stems: Field,
    /// What may be names, each as `key|word`: the key under which spellings meet, and the word as
    /// the body has it.
    pub(crate) names: Field,
    /// The stems of the text's words that are not their own, in every language and with the
    /// positions of the body: with the body's words, all forms of a word and where they stand.
    pub(crate) inflected: Field,
    pub(crate) authors: Field,
    pub(crate) publisher: Field,
    /// Whole names, for facets.
    pub(crate) author_name: Field,
    pub(crate) publisher_name: Field,
    pub(crate) language: Field,
    pub(crate) kind: Field,
    /// Who is quoted: the full name, or what the text calls them where that is not known.
    pub(crate) speaker: Field,
    /// Who is quoted, as far as it is known: full names, for facets.
    pub(crate) speaker_name: Field,
    /// The persons, organisations and places that the text names, for facets.
    pub(crate) entity_name: Field,
    /// The words of quotations.
    pub(crate) said: Field,
    /// The days that the text states, as [`super::stated`] writes them.
    pub(crate) stated: Field,
    /// The text version that was read.
    pub(crate) version: Field,
    /// The lengths of the text's stretches, as [`super::places`] has them.
    pub(crate) lengths: Field,
    /// First day of the publication date, days since 1970-01-01.
    pub(crate) published: Field,
    /// First day after it.
    pub(crate) published_end: Field,
}

/// Makes the schema.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing = |tokenizer: &str, option| {
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(option)
    };
    let words = TextOptions::default()
        .set_indexing_options(indexing("words", IndexRecordOption::WithFreqsAndPositions));
    let name = TextOptions::default()
        .set_indexing_options(indexing("raw", IndexRecordOption::Basic).set_fieldnorms(false))
        .set_fast("raw");
    let set = TextOptions::default()
        .set_indexing_options(indexing("raw", IndexRecordOption::Basic).set_fieldnorms(false));
    let id = builder.add_i64_field("id", INDEXED | FAST);
    let title = builder.add_text_field("title", words.clone());
    let body = builder.add_text_field("body", words.clone());
    let bag = TextOptions::default()
        .set_indexing_options(indexing("words", IndexRecordOption::WithFreqs));
    let inflected = TextOptions::default().set_indexing_options(indexing(
        "inflected",
        IndexRecordOption::WithFreqsAndPositions,
    ));
    let fields = Fields {
        id,
        title,
        body,
        title_stems: builder.add_text_field("title_stems", bag),
        names: builder.add_text_field("names", set.clone()),
        inflected: builder.add_text_field("inflected", inflected),
        authors: builder.add_text_field("authors", words.clone()),
        publisher: builder.add_text_field("publisher", words.clone()),
        author_name: builder.add_text_field("author_name", name.clone()),
        publisher_name: builder.add_text_field("publisher_name", name.clone()),
        language: builder.add_text_field("language", name.clone()),
        kind: builder.add_text_field("kind", name.clone()),
        speaker_name: builder.add_text_field("speaker_name", name.clone()),
        entity_name: builder.add_text_field("entity_name", name),
        speaker: builder.add_text_field("speaker", words.clone()),
        said: builder.add_text_field("said", words),
        stated: builder.add_text_field("stated", set),
        version: builder.add_i64_field("version", FAST),
        lengths: builder.add_u64_field("lengths", FAST),
        published: builder.add_i64_field("published", INDEXED | FAST),
        published_end: builder.add_i64_field("published_end", INDEXED | FAST),
    };
    (builder.build(), fields)
}

/// The tokenizers that the schema names.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::new();
    // tantivy wants one of this name for the fields that are no text.
    manager.register("default", Words::folded());
    manager.register("words", Words::folded());
    manager.register("raw", RawTokenizer::default());
    manager.register("inflected", Words::inflected());
    manager
}

/// Which of [`STEMMED`] a language is.
pub(crate) fn stemmed(language: &str) -> Option<usize> {
    let code = language.split('-').next()?;
    STEMMED.iter().position(|(known, _)| *known == code)
}

/// The stems of a title, as a text.
fn stemmed_words(title: &str, language: usize) -> String {
    let (mut lower, mut stem, mut all) = (String::new(), String::new(), String::new());
    for word in words(title) {
        stem_into(STEMMED[language].1, word.text, &mut lower, &mut stem);
        all.push_str(&stem);
        all.push(' ');
    }
    all
}

/// What analysis found in a document, as far as it is searched for.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Who is quoted: the full name, or what the text calls them where that is not known.
    pub(crate) speakers: Vec<String>,
    /// Full names of those who are quoted, each once.
    pub(crate) known_speakers: BTreeSet<String>,
    /// What is quoted.
    pub(crate) said: Vec<String>,
    /// The days that the text states.
    pub(crate) stated: Vec<Interval>,
}

/// A document as the index takes it.
pub(crate) fn document(
    fields: &Fields,
    document: &Document,
    text: &str,
    findings: &Findings,
) -> TantivyDocument {
    let mut doc = TantivyDocument::new();
    doc.add_i64(fields.id, document.id);
    doc.add_text(fields.title, &document.title);
    doc.add_text(fields.body, text);
    for length in places::lengths(text) {
        doc.add_u64(fields.lengths, length);
    }
    if let Some(version) = document.version {
        doc.add_i64(fields.version, version);
    }
    if let Some(language) = &document.language {
        doc.add_text(fields.language, language);
    }
    match document.language.as_deref().and_then(stemmed) {
        Some(stem) => {
            doc.add_text(fields.title_stems, stemmed_words(&document.title, stem));
            doc.add_text(fields.inflected, inflected_text(stem, text));
        }
        None => {
            doc.add_text(fields.title_stems, &document.title);
        }
    }
    let authors = document.authors.iter().map(String::as_str);
    let named = [document.title.as_str(), text].into_iter().chain(authors);
    for name in name_terms(named, document.language.as_deref()) {
        doc.add_text(fields.names, name);
    }
    for author in &document.authors {
        doc.add_text(fields.authors, author);
        doc.add_text(fields.author_name, author);
    }
    if let Some(publisher) = &document.publisher {
        doc.add_text(fields.publisher, publisher);
        doc.add_text(fields.publisher_name, publisher);
    }
    doc.add_text(fields.kind, &document.kind);
    for speaker in &findings.speakers {
        doc.add_text(fields.speaker, speaker);
    }
    for speaker in &findings.known_speakers {
        doc.add_text(fields.speaker_name, speaker);
    }
    for entity in entities(text, document.language.as_deref()) {
        doc.add_text(fields.entity_name, entity.name);
    }
    for said in &findings.said {
        doc.add_text(fields.said, said);
    }
    let stated = findings.stated.iter();
    let stated: BTreeSet<String> = stated
        .flat_map(|days| terms_of(days.start, days.end))
        .collect();
    for term in stated {
        doc.add_text(fields.stated, term);
    }
    if let Some(published) = document.published {
        let interval = published.interval();
        doc.add_i64(fields.published, days(interval.start).into());
        doc.add_i64(fields.published_end, days(interval.end).into());
    }
    doc
}
