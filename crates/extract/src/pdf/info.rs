//! What a PDF says about itself: its information dictionary and its first page.

use dossier_text::PartialDate;
use pdf_oxide::{PdfDocument, object::Object};

use super::line::Line;
use crate::{
    byline,
    date::{self, Order},
    kind,
    metadata::{DocumentKind, Metadata, Origin, Sourced},
    plain,
    title::{is_account, is_junk},
};

/// Reads the metadata; `language` is that of the text.
pub(super) fn read(
    document: &PdfDocument,
    first_page: &[Line],
    language: Option<Sourced<String>>,
) -> Metadata {
    let order = Order::of_language(language.as_ref().map(|l| l.value.as_str()));
    let stated_title = field(document, "Title").filter(|title| !is_junk(title));
    let stated_authors = field(document, "Author").filter(|author| !is_account(author));
    let stated_date = field(document, "CreationDate").and_then(|value| pdf_date(&value));
    let shown_title = shown_title(first_page);
    let (shown_authors, shown_date) = shown(first_page, order);
    let title = match stated_title {
        Some(title) => Some(Sourced::new(title, Origin::Stated)),
        None => shown_title.map(|title| Sourced::new(title, Origin::Byline)),
    };
    let authors = match stated_authors {
        Some(names) => byline::stated(&names)
            .into_iter()
            .map(|n| Sourced::new(n, Origin::Stated))
            .collect(),
        None => shown_authors
            .into_iter()
            .map(|n| Sourced::new(n, Origin::Byline))
            .collect(),
    };
    // The day the file was made is often not the day the text appeared: a printed date counts more.
    let published = shown_date
        .map(|date| Sourced::new(date, Origin::Byline))
        .or(stated_date.map(|date| Sourced::new(date, Origin::Stated)));
    let heads: Vec<String> = first_page
        .iter()
        .take(6)
        .map(|line| line.text.clone())
        .collect();
    let kind = kind::of(
        None,
        title.as_ref().map(|t| t.value.as_str()),
        &heads,
        Some(DocumentKind::Article),
    );
    Metadata {
        title,
        authors,
        publisher: None,
        published,
        url: None,
        language,
        kind,
    }
}

/// The language that the document's catalogue states.
pub(super) fn language(document: &PdfDocument) -> Option<String> {
    let catalog = document.catalog().ok()?;
    let value = document
        .resolve_object(catalog.as_dict()?.get("Lang")?)
        .ok()?;
    Some(text_string(value.as_string()?))
}

/// A field of the information dictionary.
fn field(document: &PdfDocument, key: &str) -> Option<String> {
    let info = document
        .resolve_object(document.trailer().as_dict()?.get("Info")?)
        .ok()?;
    let value: Object = document.resolve_object(info.as_dict()?.get(key)?).ok()?;
    let text = text_string(value.as_string()?);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// A text string: UTF-16 or UTF-8 with a mark, otherwise PDFDocEncoding, which in its letters is
/// Latin-1.
fn text_string(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
        },
    }
    .replace('\0', "")
}

/// `D:20230602143000+04'00'`
fn pdf_date(value: &str) -> Option<PartialDate> {
    let digits: String = value
        .trim_start_matches("D:")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    match digits.len() {
        0..=3 => None,
        4 | 5 => PartialDate::from_year(digits[..4].parse().ok()?),
        6 | 7 => PartialDate::from_month(digits[..4].parse().ok()?, digits[4..6].parse().ok()?),
        _ => PartialDate::from_ymd(
            digits[..4].parse().ok()?,
            digits[4..6].parse().ok()?,
            digits[6..8].parse().ok()?,
        ),
    }
    .filter(|date| date.year() >= 1985)
}

/// The first page's largest lines, where they are larger than its text.
fn shown_title(lines: &[Line]) -> Option<String> {
    let largest = lines
        .iter()
        .filter(|line| line.text.chars().filter(|c| c.is_alphabetic()).count() > 3)
        .map(|line| line.size)
        .fold(0.0_f32, f32::max);
    let mut sizes: Vec<f32> = lines.iter().map(|line| line.size).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied()?;
    if largest < usual * 1.15 {
        return None;
    }
    let title: Vec<&str> = lines
        .iter()
        .skip_while(|line| line.size < largest * 0.97)
        .take_while(|line| line.size >= largest * 0.97)
        .map(|line| line.text.as_str())
        .take(5)
        .collect();
    let title = title.join(" ");
    (title.chars().count() <= 250)
        .then_some(title)
        .filter(|title| !title.is_empty())
}

/// Byline and date of the first page: short lines before its running text.
fn shown(lines: &[Line], order: Order) -> (Vec<String>, Option<PartialDate>) {
    let (mut authors, mut date) = (Vec::new(), None);
    for line in lines
        .iter()
        .take(25)
        .filter(|line| line.text.chars().count() < 100)
    {
        let found = plain::byline_and_date(&line.text, order);
        if authors.is_empty() {
            authors = found.0;
        }
        let bare = || date::find(&line.text, order).filter(|f| f.end - f.start == line.text.len());
        date = date.or(found.1).or_else(|| bare().map(|found| found.date));
    }
    (authors, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_files_are_read_as_far_as_they_go() {
        for (value, date) in [
            ("D:20230602143000+04'00'", Some("2023-06-02")),
            ("D:202306", Some("2023-06")),
            ("2023", Some("2023")),
            ("D:", None),
            ("D:19700101", None),
        ] {
            assert_eq!(
                pdf_date(value).map(|d| d.to_string()).as_deref(),
                date,
                "{value}"
            );
        }
        assert_eq!(text_string(b"\xfe\xff\0K\x01\x0d"), "Kč");
    }
}
