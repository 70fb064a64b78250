//! Items in the formats of reference managers: RIS and BibLaTeX.

use std::fmt::Write as _;

use crate::{Item, Kind, item::split_name};

impl Item {
    /// The item as a RIS record (Research Information Systems, 2011 revision), its lines ended as
    /// the format has them.
    #[must_use]
    pub fn to_ris(&self, id: &str) -> String {
        let mut record = String::new();
        let mut tag = |name: &str, value: &str| {
            // A value is one line.
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                let _infallible = write!(record, "{name}  - {value}\r\n");
            }
        };
        tag("TY", self.ris_type());
        tag("ID", id);
        tag("TI", &self.title);
        for author in &self.authors {
            match split_name(author) {
                Some((given, family)) => tag("AU", &format!("{family}, {given}")),
                None => tag("AU", author),
            }
        }
        if let Some(publisher) = &self.publisher {
            tag(if self.is_in_container() { "T2" } else { "PB" }, publisher);
        }
        if let Some(issued) = self.issued {
            let part = |part: Option<u32>| part.map(|part| format!("{part:02}"));
            let (month, day) = (part(issued.month()), part(issued.day()));
            tag("PY", &format!("{:04}", issued.year()));
            let (month, day) = (month.unwrap_or_default(), day.unwrap_or_default());
            tag("DA", &format!("{:04}/{month}/{day}/", issued.year()));
        }
        tag("UR", self.url.as_deref().unwrap_or_default());
        tag("LA", self.language.as_deref().unwrap_or_default());
        record.push_str("ER  - \r\n");
        record
    }

    /// The item as a BibLaTeX entry; letters stay Unicode.
    #[must_use]
    pub fn to_biblatex(&self, key: &str) -> String {
        let mut entry = format!("@{}{{{key},\n", self.biblatex_type());
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                let _infallible = writeln!(entry, "  {name} = {{{value}}},");
            }
        };
        // Braces keep the capitals of a title as they are.
        field("title", &format!("{{{}}}", escaped(&self.title)));
        let authors: Vec<String> = self
            .authors
            .iter()
            .map(|name| biblatex_name(name))
            .collect();
        field("author", &authors.join(" and "));
        if let Some(publisher) = &self.publisher {
            let name = match self.kind {
                Kind::Report => "institution",
                Kind::Article => "journaltitle",
                _ => "organization",
            };
            field(name, &escaped(publisher));
        }
        let issued = self.issued.map(|date| date.to_string());
        field("date", &issued.unwrap_or_default());
        // An address is taken as it is but for what would end the field.
        let url = self.url.as_deref().unwrap_or_default();
        field("url", &url.replace('{', "%7B").replace('}', "%7D"));
        field("langid", self.language.as_deref().unwrap_or_default());
        if self.kind == Kind::Speech {
            field("titleaddon", "Speech");
        }
        entry.push_str("}\n");
        entry
    }

    fn is_in_container(&self) -> bool {
        self.kind != Kind::Report
    }

    fn ris_type(&self) -> &'static str {
        match self.kind {
            Kind::Article => "NEWS",
            Kind::Report => "RPRT",
            Kind::Speech => "HEAR",
            Kind::Interview => "PCOMM",
            Kind::Webpage => "ELEC",
        }
    }

    fn biblatex_type(&self) -> &'static str {
        match self.kind {
            Kind::Article => "article",
            Kind::Report => "report",
            Kind::Speech | Kind::Interview => "misc",
            Kind::Webpage => "online",
        }
    }
}

fn biblatex_name(name: &str) -> String {
    match split_name(name) {
        Some((given, family)) => format!("{}, {}", escaped(family), escaped(given)),
        // Braces keep an institution one name, whatever “and” it has.
        None => format!("{{{}}}", escaped(name)),
    }
}

/// A text without what has a meaning in TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        Item {
            kind: Kind::Report,
            title: "Pipes & water: 20%\nof a {promise}".to_owned(),
            authors: vec!["Mara Holt".to_owned(), "Ministry of Water".to_owned()],
            publisher: Some("Basin Institute".to_owned()),
            issued: "2021-03".parse().ok(),
            url: Some("https://basin.example/a_b".to_owned()),
            language: Some("en".to_owned()),
        }
    }

    #[test]
    fn a_record_of_ris_is_lines_of_tags() {
        assert_eq!(
            item().to_ris("holt2021pipes"),
            "TY  - RPRT\r\nID  - holt2021pipes\r\nTI  - Pipes & water: 20% of a {promise}\r\n\
             AU  - Holt, Mara\r\nAU  - Ministry of Water\r\nPB  - Basin Institute\r\nPY  - 2021\r\n\
             DA  - 2021/03//\r\nUR  - https://basin.example/a_b\r\nLA  - en\r\nER  - \r\n"
        );
    }

    #[test]
    fn an_entry_of_biblatex_keeps_capitals_institutions_and_signs() {
        assert_eq!(
            item().to_biblatex("holt2021pipes"),
            "@report{holt2021pipes,\n  title = {{Pipes \\& water: 20\\% of a \\{promise\\}}},\n  \
             author = {Holt, Mara and {Ministry of Water}},\n  institution = {Basin Institute},\n  \
             date = {2021-03},\n  url = {https://basin.example/a_b},\n  langid = {en},\n}\n"
        );
    }
}
