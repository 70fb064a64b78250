//! Titles without what sites put around them, and dates in addresses.

use dossier_text::PartialDate;

use crate::plain::fold;

const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " / ", " < ", " › ", " ~ ", " |",
    "｜", " ‹ ",
];

/// A title without the site's name, and that name.
///
/// The part is taken off only if it is the site's name as stated elsewhere, or if what remains is
/// the title as the page itself shows it.
pub(crate) fn without_site(
    title: &str,
    site: Option<&str>,
    shown: Option<&str>,
) -> (String, Option<String>) {
    let title = title.trim();
    let site_folded = site.map(fold).filter(|name| !name.is_empty());
    let shown_folded = shown.map(fold).filter(|name| !name.is_empty());
    let is_site = |part: &str| site_folded.as_deref() == Some(fold(part).as_str());
    let is_shown = |part: &str| shown_folded.as_deref() == Some(fold(part).as_str());
    let is_short = |part: &str| part.split_whitespace().count() <= 6;
    let cuts: Vec<(&str, &str, &str)> = SEPARATORS
        .iter()
        .flat_map(|separator| title.rmatch_indices(separator))
        .map(|(at, separator)| {
            (
                separator,
                title[..at].trim(),
                title[at + separator.len()..].trim(),
            )
        })
        .filter(|(_, head, tail)| !head.is_empty() && !tail.is_empty())
        .collect();
    for (_, head, tail) in &cuts {
        if is_site(tail) || (is_shown(head) && is_short(tail)) {
            // Before the site's name may stand its section, unless that belongs to the title.
            let head = cuts
                .iter()
                .map(|(_, head, _)| *head)
                .find(|head| is_shown(head))
                .unwrap_or(head);
            return (head.to_owned(), Some(last_part(tail)));
        }
        if is_site(head) || (is_shown(tail) && is_short(head)) {
            return ((*tail).to_owned(), Some((*head).to_owned()));
        }
    }
    // The page shows a shorter title, the window a longer one and then the site.
    for (separator, head, tail) in &cuts {
        let begins_shown = shown_folded
            .as_deref()
            .is_some_and(|s| s.len() > 8 && fold(head).starts_with(s));
        if begins_shown && is_short(tail) && matches!(*separator, " | " | " - " | " – " | " — ")
        {
            return ((*head).to_owned(), Some(last_part(tail)));
        }
    }
    (title.to_owned(), None)
}

/// The site in "Opinion | Basin Wire".
fn last_part(tail: &str) -> String {
    let after = SEPARATORS
        .iter()
        .filter_map(|s| tail.rfind(s).map(|at| at + s.len()))
        .max();
    tail[after.unwrap_or(0)..].trim().to_owned()
}

/// Whether a heading is the window's title or a part of it.
pub(crate) fn is_part(heading: &str, window: &str) -> bool {
    let (heading, window) = (fold(heading), fold(window));
    !heading.is_empty() && window.contains(&heading)
}

/// The date that an address carries as `/2023/06/02/`, `/2023-06-02-` or `/20230602/`; a month where
/// it has no day.
pub(crate) fn date_in_address(address: &str) -> Option<PartialDate> {
    let path = address.split("://").last()?.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| -> Option<u32> {
        let plain = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let year = |part: &str| number(part, 4..=4).filter(|year| (1990..2100).contains(year));
    for (at, part) in parts.iter().enumerate() {
        if let Some(year) = year(part) {
            let month = parts.get(at + 1).and_then(|part| number(part, 1..=2));
            let day = parts.get(at + 2).and_then(|part| number(part, 1..=2));
            let date = match (month, day) {
                (Some(month), Some(day)) => PartialDate::from_ymd(year.cast_signed(), month, day),
                (Some(month), None) => PartialDate::from_month(year.cast_signed(), month),
                _ => None,
            };
            if date.is_some() {
                return date;
            }
        }
        let mut fields = part.splitn(4, '-');
        if let (Some(y), Some(m), Some(d)) = (fields.next(), fields.next(), fields.next())
            && let (Some(y), Some(m), Some(d)) = (year(y), number(m, 2..=2), number(d, 2..=2))
        {
            return PartialDate::from_ymd(y.cast_signed(), m, d);
        }
        if let Some(whole) = number(part, 8..=8)
            && (19_900_000..21_000_000).contains(&whole)
        {
            let (y, m, d) = (whole / 10_000, whole / 100 % 100, whole % 100);
            return PartialDate::from_ymd(y.cast_signed(), m, d);
        }
    }
    None
}

/// Whether a title is the name of a file or a program's placeholder.
pub(crate) fn is_junk(title: &str) -> bool {
    let lower = title.to_lowercase();
    const EXTENSIONS: &[&str] = &[
        ".doc", ".docx", ".indd", ".pdf", ".qxd", ".qxp", ".dvi", ".tex", ".ps", ".eps", ".ppt",
        ".pptx", ".xls", ".xlsx", ".rtf", ".odt", ".txt", ".pub", ".wpd", ".ai", ".html", ".htm",
        ".pmd", ".p65",
    ];
    EXTENSIONS
        .iter()
        .any(|extension| lower.ends_with(extension))
        || [
            "microsoft word",
            "microsoft powerpoint",
            "untitled",
            "document",
            "powerpoint presentation",
            "layout 1",
            "slide 1",
            "print",
            "title",
            "(unspecified)",
            "no title",
            "about:blank",
        ]
        .iter()
        .any(|junk| lower == *junk || lower.starts_with(&format!("{junk} -")))
        || lower.starts_with("untitled")
        || lower.starts_with("http")
        || lower.starts_with("file:")
        || !title.chars().any(char::is_alphabetic)
        || (!title.contains(' ') && title.contains('_'))
}

/// Whether an author is a user's account or a program rather than a person.
pub(crate) fn is_account(author: &str) -> bool {
    let lower = author.to_lowercase();
    [
        "user",
        "admin",
        "administrator",
        "owner",
        "windows user",
        "author",
        "unknown",
        "root",
        "default",
        "microsoft office user",
        "windows",
        "microsoft",
        "pc",
        "acer",
        "hp",
        "dell",
        "lenovo",
        "asus",
    ]
    .contains(&lower.as_str())
        || author.contains('@')
        || (!author.contains(' ') && author.chars().all(|c| !c.is_uppercase()))
        || !author.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sites_name_leaves_the_title() {
        for (title, site, shown, bare, found) in [
            (
                "Gas at last | Basin Wire",
                None,
                Some("Gas at last"),
                "Gas at last",
                Some("Basin Wire"),
            ),
            (
                "Gas at last - Energy - Basin Wire",
                None,
                Some("Gas at last"),
                "Gas at last",
                Some("Basin Wire"),
            ),
            (
                "Basin Wire: Gas at last",
                None,
                Some("Gas at last"),
                "Basin Wire: Gas at last",
                None,
            ),
            (
                "Gas at last – Basin Wire",
                Some("Basin Wire"),
                None,
                "Gas at last",
                Some("Basin Wire"),
            ),
            ("Gas - at last", None, None, "Gas - at last", None),
        ] {
            let expected = (bare.to_owned(), found.map(str::to_owned));
            assert_eq!(without_site(title, site, shown), expected, "{title}");
        }
    }

    #[test]
    fn addresses_carry_dates() {
        for (address, date) in [
            (
                "https://basinwire.example/energy/2021/03/12/promise",
                Some("2021-03-12"),
            ),
            (
                "https://basin-council.example/documents/2021-06-09-orva",
                Some("2021-06-09"),
            ),
            ("https://review.example/2022/07/transit", Some("2022-07")),
            (
                "https://review.example/20220708/transit",
                Some("2022-07-08"),
            ),
            ("https://review.example/issues/2022/transit", None),
            ("https://review.example/article/12345678", None),
        ] {
            assert_eq!(
                date_in_address(address).map(|d| d.to_string()).as_deref(),
                date,
                "{address}"
            );
        }
    }

    #[test]
    fn names_of_files_and_accounts_are_no_metadata() {
        for title in [
            "Microsoft Word - brief_v3.docx",
            "brief.indd",
            "Untitled",
            "untitled1",
            "final_report_3",
        ] {
            assert!(is_junk(title), "{title}");
        }
        assert!(!is_junk("Water and Borders"));
        assert!(is_account("user") && is_account("a.kel@basin.example") && !is_account("Ana Kel"));
    }
}
