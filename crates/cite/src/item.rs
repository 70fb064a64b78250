use dossier_text::PartialDate;
use serde_json::{Value, json};

/// What kind of thing is cited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    #[default]
    Article,
    Report,
    Speech,
    Interview,
    Webpage,
}

impl Kind {
    /// The CSL 1.0.2 item type.
    #[must_use]
    pub fn csl_type(self) -> &'static str {
        match self {
            Self::Article => "article-newspaper",
            Self::Report => "report",
            Self::Speech => "speech",
            Self::Interview => "interview",
            Self::Webpage => "webpage",
        }
    }
}

/// A document as a citation names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    pub title: String,
    /// Names of persons, given name first, or of institutions.
    pub authors: Vec<String>,
    /// The site, journal or institution that published it.
    pub publisher: Option<String>,
    pub issued: Option<PartialDate>,
    pub url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

impl Item {
    /// The item as CSL-JSON (CSL 1.0.2).
    #[must_use]
    pub fn to_csl_json(&self, id: &str) -> Value {
        let mut item = json!({"id": id, "type": self.kind.csl_type(), "title": self.title});
        if !self.authors.is_empty() {
            item["author"] = self.authors.iter().map(|name| author(name)).collect();
        }
        if let Some(publisher) = &self.publisher {
            let field = if self.kind == Kind::Report {
                "publisher"
            } else {
                "container-title"
            };
            item[field] = json!(publisher);
        }
        if let Some(issued) = self.issued {
            let mut parts = vec![json!(issued.year())];
            parts.extend(issued.month().map(|month| json!(month)));
            parts.extend(issued.day().map(|day| json!(day)));
            item["issued"] = json!({"date-parts": [parts]});
        }
        if let Some(url) = &self.url {
            item["URL"] = json!(url);
        }
        if let Some(language) = &self.language {
            item["language"] = json!(language);
        }
        item
    }
}

/// A person is given and family name; an institution is one name.
fn author(name: &str) -> Value {
    match split_name(name) {
        Some((given, family)) => json!({"given": given, "family": family}),
        None => json!({"literal": name}),
    }
}

/// Given and family name of a person; `None` for one word and for institutions.
pub(crate) fn split_name(name: &str) -> Option<(&str, &str)> {
    const INSTITUTIONS: [&str; 22] = [
        "agency",
        "association",
        "bank",
        "board",
        "bureau",
        "center",
        "centre",
        "commission",
        "committee",
        "consortium",
        "council",
        "department",
        "desk",
        "foundation",
        "group",
        "institute",
        "ministry",
        "network",
        "office",
        "secretariat",
        "staff",
        "university",
    ];
    const PARTICLES: [&str; 12] = [
        "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "la", "van", "von",
    ];
    let name = name.trim();
    if let Some((family, given)) = name.split_once(", ") {
        return Some((given, family));
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_institution = words
        .iter()
        .any(|word| INSTITUTIONS.contains(&word.to_lowercase().as_str()));
    if words.len() < 2 || is_institution {
        return None;
    }
    let mut first = words.len() - 1;
    while first > 1 && PARTICLES.contains(&words[first - 1].to_lowercase().as_str()) {
        first -= 1;
    }
    let at = words[first].as_ptr() as usize - name.as_ptr() as usize;
    Some((name[..at].trim_end(), &name[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_given_and_family_name() {
        for (name, expected) in [
            ("Tobias Kerlan", Some(("Tobias", "Kerlan"))),
            (
                "Mara Anne van der Holt",
                Some(("Mara Anne", "van der Holt")),
            ),
            ("Kerlan, Tobias", Some(("Tobias", "Kerlan"))),
            ("Velgaz", None),
            ("Caspara Policy Institute", None),
        ] {
            assert_eq!(split_name(name), expected, "{name}");
        }
    }
}
