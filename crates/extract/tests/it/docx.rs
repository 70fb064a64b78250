//! Word documents made here.

use std::io::{Cursor, Write};

use dossier_extract::{Error, Origin};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{authors, blocks, read, some, stated};

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// An archive of parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", RELATIONS),
    ]
    .iter()
    .chain(parts)
    {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn body(content: &str) -> String {
    format!("<w:document><w:body>{content}</w:body></w:document>")
}

const STYLES: &str = r#"<w:styles>
    <w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>
    <w:style w:styleId="Balk2"><w:name w:val="heading 2"/></w:style>
    <w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>"#;
const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="rId9" Type="x/hyperlink" Target="https://basin.example/gauge"/></Relationships>"#;
const NOTES: &str = r#"<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>Measured at noon.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
const CORE: &str = r#"<cp:coreProperties><dc:title>Template</dc:title><dc:creator>Holvik, Nadja</dc:creator>
    <dcterms:created>2022-04-28T09:00:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>"#;

#[test]
fn a_word_document_is_read_as_it_reads() {
    let content = r#"
        <w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Water &amp; borders</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Balk2"/></w:pPr><w:r><w:t>The gauge</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">The river </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>fell</w:t></w:r>
            <w:del><w:r><w:delText> sharply</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> again</w:t></w:r></w:ins>
            <w:hyperlink r:id="rId9"><w:r><w:t xml:space="preserve"> at Tesh</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr><w:r><w:t>It will rise.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>first point</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Flow</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>2020</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>14.6</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let bytes = docx(&[
        ("word/document.xml", &body(content)),
        ("word/_rels/document.xml.rels", LINKS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
        ("docProps/core.xml", CORE),
    ]);
    let found = read(&bytes, "brief.docx").unwrap();
    let expected = [
        ("heading", "The gauge"),
        ("paragraph", "The river fell again at Tesh."),
        ("block-quote", "It will rise."),
        ("list-item", "first point"),
        ("table-row", "Year\tFlow"),
        ("table-row", "2020\t14.6"),
        ("note", "Measured at noon."),
    ];
    assert_eq!(blocks(&found), expected);
    assert_eq!(
        stated(&found),
        some(["Water & borders", "", "2022-04-28", "en-gb"])
    );
    assert_eq!(authors(&found), ["Nadja Holvik"]);
    assert_eq!(found.metadata.authors[0].origin, Origin::Stated);
    let span = |at: usize| found.structure.spans[at].range.slice(&found.text);
    assert_eq!((span(0), span(1)), (Some("fell"), Some("at Tesh")));
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    let huge = " ".repeat(120 * 1024 * 1024);
    let bytes = docx(&[("word/document.xml", &body(&huge))]);
    assert!(bytes.len() < 1024 * 1024, "the fixture is packed tightly");
    let error = read(&bytes, "bomb.docx").unwrap_err();
    assert!(
        matches!(&error, Error::Damaged { reason } if reason.contains("more than")),
        "{error}"
    );
}

#[test]
fn a_document_that_breaks_off_keeps_what_it_has() {
    let whole = body("<w:p><w:r><w:t>Kept words.</w:t></w:r></w:p><w:p><w:r><w:t>Lost");
    let cut = &whole[..whole.find("Lost").unwrap() + 2];
    let found = read(
        &docx(&[("word/document.xml", &format!("{cut}<"))]),
        "cut.docx",
    )
    .unwrap();
    assert!(found.text.starts_with("Kept words."));
    assert_eq!(
        found.diagnostics.len(),
        1,
        "the reader says that something is missing"
    );
}
