use std::sync::LazyLock;

use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    archive::{ArchivedStyle, locales},
    citationberg::{IndependentStyle, Locale, Style, json},
};

use crate::Item;

/// The default style: Chicago, author-date (17th edition).
static STYLE: LazyLock<IndependentStyle> = LazyLock::new(|| match ArchivedStyle::ChicagoAuthorDate
    .get()
{
    Style::Independent(style) => style,
    Style::Dependent(_) => unreachable!("the archive holds Chicago itself, not a pointer to it"),
});
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// The full citation of an item, plain text, as a bibliography gives it.
#[must_use]
pub fn citation(item: &Item) -> String {
    let rendered = render(item);
    rendered.map_or_else(|| item.title.clone(), |rendered| rendered.0)
}

/// The short citation of an item without parentheses: `Kerlan 2021`.
#[must_use]
pub fn short(item: &Item) -> String {
    let rendered = render(item);
    let short = rendered.map_or_else(|| item.title.clone(), |rendered| rendered.1);
    let inner = short
        .strip_prefix('(')
        .and_then(|short| short.strip_suffix(')'));
    inner.map_or(short.clone(), str::to_owned)
}

/// The item in the bibliography and in the text.
fn render(item: &Item) -> Option<(String, String)> {
    let entry: json::Item = serde_json::from_value(item.to_csl_json("item")).ok()?;
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(&entry)];
    driver.citation(CitationRequest::from_items(items, &STYLE, &LOCALES));
    let rendered = driver.finish(BibliographyRequest {
        style: &STYLE,
        locale: None,
        locale_files: &LOCALES,
    });
    let plain = |children: &hayagriva::ElemChildren| {
        let mut out = String::new();
        children.write_buf(&mut out, BufWriteFormat::Plain).ok()?;
        Some(out.trim().to_owned())
    };
    let full = plain(&rendered.bibliography?.items.first()?.content)?;
    let short = plain(&rendered.citations.first()?.citation)?;
    Some((full, short))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    fn item() -> Item {
        Item {
            kind: Kind::Article,
            title: "Velmar promises 20 bcm a year".to_owned(),
            authors: vec!["Tobias Kerlan".to_owned()],
            publisher: Some("Basin Wire".to_owned()),
            issued: "2021-03-12".parse().ok(),
            url: Some("https://basinwire.example/a".to_owned()),
            language: Some("en".to_owned()),
        }
    }

    #[test]
    fn an_article_is_cited_with_author_date_title_and_journal() {
        assert_eq!(
            citation(&item()),
            "Kerlan, Tobias. 2021. “Velmar Promises 20 Bcm a Year.” Basin Wire, March 12. https://basinwire.example/a."
        );
        assert_eq!(short(&item()), "Kerlan 2021");
    }

    #[test]
    fn an_item_that_lacks_nearly_everything_is_cited_by_its_title() {
        let bare = Item {
            title: "Untitled".to_owned(),
            ..Item::default()
        };
        assert!(citation(&bare).contains("Untitled"), "{}", citation(&bare));
        assert!(short(&bare).contains("Untitled"), "{}", short(&bare));
    }
}
