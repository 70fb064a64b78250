use dossier_text::PartialDate;
use serde::{Deserialize, Serialize};

/// Where a value was found; the earlier the variant, the more it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The file's own metadata: front matter, JSON-LD, `citation_*`, Open Graph, document properties.
    Stated,
    /// A line of the page that is made for it: a byline, a date line, a heading.
    Byline,
    /// The address or the file's name.
    Address,
    /// Guessed from the text.
    Guess,
}

/// A value and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced<T> {
    pub value: T,
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value with its origin.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// What kind of document it is, after the CSL item types.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    #[default]
    Article,
    Report,
    Brief,
    Speech,
    Interview,
    Webpage,
}

/// What a file says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    pub title: Option<Sourced<String>>,
    /// Names in the order given; institutions as one name.
    pub authors: Vec<Sourced<String>>,
    /// The site, journal or institution that published it (CSL `container-title` or `publisher`).
    pub publisher: Option<Sourced<String>>,
    pub published: Option<Sourced<PartialDate>>,
    pub url: Option<String>,
    /// BCP 47, lower case: `en`, `az`, `pt-br`.
    pub language: Option<Sourced<String>>,
    pub kind: DocumentKind,
}
