//! PDF files made here.

use dossier_extract::Error;

use crate::{authors, blocks, read, some, stated};

/// One line of a page: left edge, height, size, words.
type Line<'a> = (f32, f32, f32, &'a str);

/// A PDF whose pages hold the lines given, in Helvetica; `extra` goes into the trailer.
fn pdf(pages: &[&[Line<'_>]], info: &str, extra: &str) -> Vec<u8> {
    let mut objects: Vec<String> = vec![
        "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >> >>"
            .into(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
        format!("<< {info} >>"),
    ];
    let mut kids = String::new();
    for lines in pages {
        let content: String = lines
            .iter()
            .map(|(x, y, size, words)| format!("BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"))
            .collect();
        let page = objects.len() + 1;
        kids += &format!("{page} 0 R ");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            page + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        ));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        file += &format!("{place:010} 00000 n \n");
    }
    let count = places.len() + 1;
    file += &format!(
        "trailer\n<< /Size {count} /Root 1 0 R /Info 4 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

const INFO: &str =
    "/Title (Microsoft Word - brief.docx) /Author (Nadja Holvik) /CreationDate (D:20220428090000Z)";

#[test]
fn lines_become_paragraphs_over_the_end_of_a_page() {
    let first: &[Line<'_>] = &[
        (72.0, 800.0, 9.0, "Centre for Water and Borders"),
        (72.0, 740.0, 20.0, "Low water on the Ashan"),
        (
            72.0,
            700.0,
            11.0,
            "The river carried less water in this year than in any other since the first",
        ),
        (
            72.0,
            687.0,
            11.0,
            "measure was taken, and the engineers at the gauge had no expla-",
        ),
        (
            72.0,
            674.0,
            11.0,
            "nation for it that they would have put their own names to in a public re-",
        ),
        (
            72.0,
            661.0,
            11.0,
            "port. They looked at the snow, which had been thin, and at the fields, which",
        ),
        (300.0, 40.0, 9.0, "1"),
    ];
    let second: &[Line<'_>] = &[
        (72.0, 800.0, 9.0, "Centre for Water and Borders"),
        (72.0, 740.0, 11.0, "had been many, and wrote down both."),
        (
            72.0,
            710.0,
            11.0,
            "Nobody asked them again that summer, or in the one that followed after it.",
        ),
        (300.0, 40.0, 9.0, "2"),
    ];
    let found = read(&pdf(&[first, second], INFO, ""), "low-water.pdf").unwrap();
    let texts = blocks(&found);
    assert_eq!(texts[0], ("heading", "Low water on the Ashan"));
    assert!(texts[1].1.contains("no explanation for it"), "{texts:?}");
    assert!(
        texts[1].1.contains("the fields, which had been many"),
        "{texts:?}"
    );
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert!(
        !found.text.contains("Centre for Water"),
        "the running head is no text"
    );
    let labels: Vec<_> = found
        .structure
        .pages
        .iter()
        .map(|page| page.label.as_str())
        .collect();
    assert_eq!(labels, ["i", "1"]);
    let second_page = found.structure.pages[1].range.slice(&found.text).unwrap();
    assert!(second_page.starts_with("had been many"), "{second_page}");
    assert_eq!(
        stated(&found),
        some(["Low water on the Ashan", "", "2022-04-28", "en"])
    );
    assert_eq!(authors(&found), ["Nadja Holvik"]);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let words =
        |column: &str, row: usize| format!("{column} column holds line number {row} of many");
    let left: Vec<String> = (0..14).map(|row| words("left", row)).collect();
    let right: Vec<String> = (0..14).map(|row| words("right", row)).collect();
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in 0..14 {
        let y = 760.0 - 13.0 * row as f32;
        lines.push((60.0, y, 10.0, &left[row]));
        lines.push((320.0, y, 10.0, &right[row]));
    }
    let found = read(&pdf(&[&lines], INFO, ""), "columns.pdf").unwrap();
    let last_left = found.text.find("left column holds line number 13").unwrap();
    let first_right = found.text.find("right column holds line number 0").unwrap();
    assert!(last_left < first_right, "{}", found.text);
}

#[test]
fn a_locked_file_and_one_of_pictures_are_told_apart() {
    let line: &[Line<'_>] = &[(72.0, 700.0, 11.0, "Secret words.")];
    let key = "00".repeat(32);
    let lock = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key}> <{key}>]"
    );
    assert!(matches!(
        read(&pdf(&[line], "", &lock), "locked.pdf"),
        Err(Error::Encrypted)
    ));
    assert!(matches!(
        read(&pdf(&[&[]], "", ""), "scan.pdf"),
        Err(Error::NoTextLayer)
    ));
    let whole = pdf(&[line, line], "", "");
    let stream = whole.windows(6).position(|w| w == b"stream").unwrap();
    assert!(matches!(
        read(&whole[..stream], "cut.pdf"),
        Err(Error::Damaged { .. })
    ));
}
