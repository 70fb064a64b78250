//! Styles, numbering and relationships: what paragraphs refer to.

use std::collections::HashMap;

use dossier_text::BlockKind;

use super::xml::{Xml, attribute, read};

/// What a paragraph style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Block(BlockKind),
    /// An item of a list, where the paragraph names none itself.
    List,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<String>,
}

/// The paragraph styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The language of the default style.
    pub(super) language: Option<String>,
}

impl Styles {
    pub(super) fn parse(part: &str) -> Self {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        read(part, |event| match event {
            Xml::Start { name, attributes } => {
                let value = || attribute(&attributes, "val").unwrap_or_default().to_owned();
                match (name.as_str(), &mut open) {
                    ("style", _) => {
                        let id = attribute(&attributes, "styleId")
                            .unwrap_or_default()
                            .to_owned();
                        open = Some((id, Style::default()));
                    }
                    ("name", Some((_, style))) => style.name = value().to_lowercase(),
                    ("basedOn", Some((_, style))) => style.based_on = Some(value()),
                    ("outlineLvl", Some((_, style))) => style.outline = value().parse().ok(),
                    ("numId", Some((_, style))) => style.numbering = Some(value()),
                    ("lang", None) if styles.language.is_none() => {
                        styles.language = attribute(&attributes, "val").map(str::to_owned);
                    }
                    _ => {}
                }
            }
            Xml::End { name } if name == "style" => styles.styles.extend(open.take()),
            _ => {}
        });
        styles
    }

    /// What a style makes of a paragraph, looked up through the styles it is based on.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        let mut id = id;
        // Styles based on one another in a circle must not hang the reader.
        for _ in 0..16 {
            let style = self.styles.get(id)?;
            if let Some(role) = of_name(&style.name) {
                return Some(role);
            }
            if let Some(level) = style.outline.filter(|level| *level < 9) {
                return Some(Role::Block(BlockKind::Heading {
                    level: level.min(5) + 1,
                }));
            }
            if style
                .numbering
                .as_deref()
                .is_some_and(|numbering| numbering != "0")
            {
                return Some(Role::List);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }

    /// The numbering that a style carries.
    pub(super) fn numbering(&self, id: &str) -> Option<&str> {
        self.styles.get(id)?.numbering.as_deref()
    }
}

/// Built-in styles keep their English names in the file whatever the language of the program.
fn of_name(name: &str) -> Option<Role> {
    if let Some(level) = name
        .strip_prefix("heading ")
        .and_then(|level| level.trim().parse::<u8>().ok())
    {
        return Some(Role::Block(BlockKind::Heading {
            level: level.clamp(1, 6),
        }));
    }
    Some(match name {
        "title" => Role::Title,
        "subtitle" => Role::Block(BlockKind::Heading { level: 2 }),
        "quote" | "intense quote" | "block text" => Role::Block(BlockKind::BlockQuote),
        "caption" => Role::Block(BlockKind::Caption),
        "footnote text" | "endnote text" => Role::Block(BlockKind::Note),
        "html preformatted" | "macro text" => Role::Block(BlockKind::Code),
        _ if name.starts_with("list bullet") || name.starts_with("list number") => Role::List,
        _ => return None,
    })
}

/// Which numberings count and which have bullets.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Numbering to abstract numbering.
    numberings: HashMap<String, String>,
    /// Whether a level of an abstract numbering counts.
    ordered: HashMap<(String, u8), bool>,
}

impl Numbering {
    pub(super) fn parse(part: &str) -> Self {
        let mut numbering = Self::default();
        let (mut list, mut level, mut id) = (String::new(), 0_u8, String::new());
        read(part, |event| {
            let Xml::Start { name, attributes } = event else {
                return;
            };
            let of = |key: &str| attribute(&attributes, key).unwrap_or_default().to_owned();
            match name.as_str() {
                "abstractNum" => list = of("abstractNumId"),
                "lvl" => level = of("ilvl").parse().unwrap_or(0),
                "numFmt" => {
                    let format = of("val");
                    let counts = format != "bullet" && format != "none";
                    numbering.ordered.insert((list.clone(), level), counts);
                }
                "num" => id = of("numId"),
                "abstractNumId" => {
                    numbering.numberings.insert(id.clone(), of("val"));
                }
                _ => {}
            }
        });
        numbering
    }

    /// Whether a level of a numbering counts; unknown ones have bullets.
    pub(super) fn is_ordered(&self, id: &str, level: u8) -> bool {
        self.numberings
            .get(id)
            .and_then(|list| self.ordered.get(&(list.clone(), level)))
            .copied()
            .unwrap_or(false)
    }
}

/// The targets of a part's relationships: id, type, target.
pub(super) fn relationships(part: &str) -> Vec<(String, String, String)> {
    let mut relationships = Vec::new();
    read(part, |event| {
        if let Xml::Start { name, attributes } = event
            && name == "Relationship"
        {
            let of = |key: &str| attribute(&attributes, key).unwrap_or_default().to_owned();
            relationships.push((of("Id"), of("Type"), of("Target")));
        }
    });
    relationships
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_followed_to_what_it_is_based_on() {
        let styles = Styles::parse(
            r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="az-AZ"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:styleId="Balk1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Own"><w:name w:val="Bölüm"/><w:basedOn w:val="Balk1"/></w:style>
            <w:style w:styleId="Lvl"><w:name w:val="Fəsil"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>
            <w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style></w:styles>"#,
        );
        let heading = |level| Some(Role::Block(BlockKind::Heading { level }));
        assert_eq!(styles.role("Own"), heading(1));
        assert_eq!(styles.role("Lvl"), heading(3));
        assert_eq!(styles.role("A"), None, "a circle ends");
        assert_eq!(styles.language.as_deref(), Some("az-AZ"));
    }
}
