//! Plain texts made here: captures of pages, and texts that must lose nothing.

use std::fs;

use dossier_extract::{Origin, check_structure, extract};
use proptest::prelude::*;

use crate::{authors, blocks, read, shared, some, stated};

const FIRST: &str = "The commission met for the first time on the bridge at Tesk on Thursday, in the rain, and \
    agreed after four hours on the length of the rope with which it will measure the border.";
const SECOND: &str = "\"A rope has two ends, and each of us holds one,\" said the deputy minister, who had come \
    in boots. The other delegation had come in shoes and left an hour earlier than it had planned.";

fn capture(header: &str, footer: &str) -> String {
    format!("{header}\n\n{FIRST}\n\n{SECOND}\n\n{footer}")
}

#[test]
fn a_capture_of_a_page_gives_up_its_header_and_footer() {
    let footer = "Related Articles\n\nThe cow that crossed twice\n\nNobody knows to which side the animal...";
    let title = "Two Ends of a Rope: The Commission Meets";
    for (header, publisher, author, date) in [
        (
            "OPD - Orva Press Digest\n\nNews\n\ntwo ends of a rope the commission meets\n\nTwo Ends of a Rope: The Commission Meets\n\nAuthor: Ana Kel\n\n02/17/2022\n\nImage source: press office",
            "Orva Press Digest",
            "Ana Kel",
            "2022-02-17",
        ),
        (
            "Two Ends of a Rope: The Commission Meets\nBy Ana Kel | February 17, 2022 | 5 min read",
            "",
            "Ana Kel",
            "2022-02-17",
        ),
        (
            "Skip to content\nMenu\nThe Valley Observer\nHome > News > Orva\nTwo Ends of a Rope: The Commission Meets\nAna Kel\nPublished 17 February 2022\nShare\nFacebook",
            "The Valley Observer",
            "Ana Kel",
            "2022-02-17",
        ),
        (
            "VALLEY OBSERVER\n\nFebruary 17, 2022\n\nTwo Ends of a Rope: The Commission Meets\n\nby Ana Kel\n\nPhoto: Z. Orth/Agency",
            "Valley Observer",
            "Ana Kel",
            "2022-02-17",
        ),
        (
            "Two Ends of a Rope: The Commission Meets\n\nWritten by Ana Kel, Senior Fellow\n\n17.02.2022",
            "",
            "Ana Kel",
            "2022-02-17",
        ),
    ] {
        let text = capture(header, footer);
        let found = read(text.as_bytes(), "capture.txt").unwrap();
        assert_eq!(
            stated(&found),
            some([title, publisher, date, "en"]),
            "{header}"
        );
        assert_eq!(authors(&found), [author], "{header}");
        assert_eq!(found.text, format!("{FIRST}\n\n{SECOND}"), "{header}");
    }
}

#[test]
fn footers_of_many_sites_are_left_out() {
    let header = "A Rope with Two Ends\n\nBy Ana Kel\n\nFebruary 17, 2022";
    for footer in [
        "Share this\n\nFacebook\n\nTwitter",
        "About the author\n\nAna Kel writes about borders and has walked along most of them with her dog.",
        "More from Valley Observer\n\nThe cow that crossed twice",
        "You may also like\n\nThe cow that crossed twice\n\nThe mill that moved the stream",
        "Tags: borders, ropes\n\n© 2022 Valley Observer. All rights reserved.",
        "Comments (2)\n\nI was there and it did not rain.\n\nIt did rain.",
        "Subscribe to our newsletter",
        "Read more\n\nThe cow that crossed twice",
    ] {
        let found = read(capture(header, footer).as_bytes(), "capture.txt").unwrap();
        assert_eq!(found.text, format!("{FIRST}\n\n{SECOND}"), "{footer}");
    }
}

#[test]
fn texts_that_are_no_captures_lose_nothing() {
    let letter = format!(
        "Tolgansay, 12 March 1999\n\nDear Minister,\n\n{FIRST}\n\n{SECOND}\n\nYours sincerely,\nAna Kel"
    );
    let poem = "The Gauge\n\nThe river was a line of light\nbefore the dam was made,\nit was the border in the night\nand in the noon the shade.";
    let log = "2021-03-22 06:00 gate 1 closed\n2021-03-22 06:10 gate 2 closed\n2021-03-22 06:20 level 811.4";
    let memo = format!(
        "TO: The Council\nFROM: Ana Kel\nDATE: 12 March 1999\nSUBJECT: The gauge at Tesh\n\n{FIRST}"
    );
    let report =
        format!("1. Findings\n\n{FIRST}\n\nComments\n\n{SECOND}\n\nRelated topics\n\n{FIRST}");
    for text in [letter.as_str(), poem, log, &memo, &report] {
        let found = read(text.as_bytes(), "text.txt").unwrap();
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&found.text), words(text));
    }
    let found = read(letter.as_bytes(), "letter.txt").unwrap();
    assert_eq!(found.metadata.title, None);
    assert_eq!(
        found.metadata.published.unwrap().value.to_string(),
        "1999-03-12"
    );
}

#[test]
fn a_wrapped_text_is_unwrapped_and_its_headings_are_headings() {
    let wrapped = "The commission met for the first time on the bridge at Tesk on\n\
        Thursday, in the rain, and agreed after four hours on the length\n\
        of the rope with which it will measure the border this summer.";
    let text = format!("{wrapped}\n\nTHE ROPE\n\n{wrapped}\n\n- one rope\n- two boats\n");
    let found = read(text.as_bytes(), "report.txt").unwrap();
    let kinds: Vec<_> = blocks(&found).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(
        kinds,
        [
            "paragraph",
            "heading",
            "paragraph",
            "list-item",
            "list-item"
        ]
    );
    assert!(found.text.starts_with(
        "The commission met for the first time on the bridge at Tesk on Thursday, in"
    ));
}

#[test]
fn the_first_article_gives_exactly_its_own_words() {
    let Some(shared) = shared("articles") else {
        return;
    };
    for entry in fs::read_dir(shared.join("articles")).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        let found = read(
            text.as_bytes(),
            &file.file_name().unwrap().to_string_lossy(),
        )
        .unwrap();
        // In this capture every paragraph of the article is long and nothing else is.
        let own: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|line| line.len() > 250)
            .collect();
        assert_eq!(found.text, own.join("\n\n"));
        let line = |start: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(start))
                .unwrap()
        };
        let title = text
            .lines()
            .filter(|line| line.chars().any(char::is_uppercase))
            .nth(2)
            .unwrap();
        let expected = some([title, line("CPC - "), "2023-06-02", "en"]);
        assert_eq!(stated(&found), expected);
        assert_eq!(authors(&found), [line("Author: ")]);
        assert_eq!(found.metadata.published.unwrap().origin, Origin::Byline);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_structure(
        text in "([A-Za-z \t.,:|>*#-]{0,60}\n{1,3}|By Ana Kel\n|2 June 2023\n|Related\n|(?s).{0,20}){0,20}",
        extension in prop::sample::select(vec!["txt", "md", "html"]),
    ) {
        let name = format!("any.{extension}");
        let input = dossier_extract::Input { bytes: text.as_bytes(), file_name: Some(&name), ..Default::default() };
        if let Ok(found) = extract(&input) {
            prop_assert_eq!(check_structure(&found.text, &found.structure), Ok(()));
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(found) = extract(&dossier_extract::Input { bytes: &bytes, ..Default::default() }) {
            prop_assert_eq!(check_structure(&found.text, &found.structure), Ok(()));
        }
    }
}
