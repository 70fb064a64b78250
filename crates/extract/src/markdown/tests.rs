use super::*;
use crate::{check_structure, metadata::DocumentKind};

fn read(text: &str) -> (Vec<(&'static str, String)>, Metadata) {
    let draft = extract(text, &Input::default());
    let (text, structure) = draft.composer.finish();
    check_structure(&text, &structure).unwrap();
    let slice = |range: dossier_text::TextRange| range.slice(&text).unwrap().to_owned();
    let blocks = structure
        .blocks
        .iter()
        .map(|b| (b.kind.name(), slice(b.range)))
        .collect();
    (blocks, draft.metadata)
}

#[test]
fn markdown_becomes_blocks() {
    let (blocks, metadata) = read(
        "# The gauge\n\nIt *fell*\nagain.[^1]\n\n## Why\n\n> Snow,\n> she said.\n\n1. one\n   - inner\n2. two\n\n\
         | Year | Flow |\n|---|---|\n| 2020 | 14.6 |\n\n```\na\n  b\n```\n\n<div onclick=\"x()\">kept</div>\n\n\
         <script>alert(1)</script>\n\n[^1]: At noon.\n",
    );
    let expected = [
        ("paragraph", "It fell again."),
        ("heading", "Why"),
        ("block-quote", "Snow, she said."),
        ("list-item", "one"),
        ("list-item", "inner"),
        ("list-item", "two"),
        ("table-row", "Year\tFlow"),
        ("table-row", "2020\t14.6"),
        ("code", "a\n  b"),
        ("paragraph", "kept"),
        ("note", "At noon."),
    ];
    assert_eq!(blocks, expected.map(|(kind, text)| (kind, text.to_owned())));
    assert_eq!(
        metadata.title,
        Some(Sourced::new("The gauge".into(), Origin::Byline))
    );
}

#[test]
fn front_matter_is_metadata() {
    let (blocks, metadata) = read(
        "---\ntitle: Water: a schedule\nauthors: [Ana Kel, Ben Ortay]\npublisher: Basin Wire\ndate: 2 June 2023\n\
         lang: en_GB\nurl: https://basin.example/w\ntype: interview\n---\n# Another heading\n\nWords.\n",
    );
    assert_eq!(blocks, [("paragraph", "Words.".to_owned())]);
    let stated = |value: &str| Some(Sourced::new(value.to_owned(), Origin::Stated));
    assert_eq!(metadata.title, stated("Water: a schedule"));
    assert_eq!(metadata.publisher, stated("Basin Wire"));
    assert_eq!(metadata.language, stated("en-gb"));
    assert_eq!(metadata.published.unwrap().value.to_string(), "2023-06-02");
    assert_eq!(metadata.authors.len(), 2);
    assert_eq!(metadata.url.as_deref(), Some("https://basin.example/w"));
    assert_eq!(metadata.kind, DocumentKind::Interview);
}
