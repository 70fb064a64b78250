use dossier_library::{
    annotation::{AnnotationChange, NewAnnotation},
    export::{Format, Selection, jsonld},
};
use dossier_text::TextRange;

use crate::{
    annotation::BODY,
    support::{Fixture, fixture},
};

fn annotated() -> Fixture {
    let fixture = fixture();
    let id = fixture.article("a.md", "Gas *pact*", "2021-03-12", BODY);
    let text = fixture.library.text_version(id).unwrap().text;
    let start = text.find("“We will").unwrap();
    let new = NewAnnotation {
        document: id,
        color: "green".to_owned(),
        body: "Compare **2023**.".to_owned(),
        tags: vec!["energy/gas".to_owned()],
        uuid: None,
    };
    let end = start + text[start..].find('”').unwrap() + '”'.len_utf8();
    fixture
        .library
        .annotate(new, TextRange::new(start, end))
        .unwrap();
    fixture
        .library
        .create_note("Plan", "Write to Kalder.")
        .unwrap();
    fixture
}

fn written(fixture: &Fixture, format: Format) -> String {
    let selection = Selection {
        with_notes: true,
        ..Selection::default()
    };
    let mut bytes = Vec::new();
    fixture
        .library
        .export_set(&selection)
        .unwrap()
        .write(format, &mut bytes)
        .unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn markdown_holds_quotation_citation_link_note_and_tags() {
    let text = written(&annotated(), Format::Markdown);
    for part in [
        "## Gas \\*pact\\*\n",
        "Holt, Mara. 2021.",
        "> “We will deliver every cubic metre,”\n",
        "> — Holt 2021 · [open](dossier://document/1?annotation=",
        "Compare **2023**.\n",
        "#energy/gas\n",
        "### Plan\n\nWrite to Kalder.\n",
        "1 of 1 quotations verified",
    ] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
}

#[test]
fn json_says_where_each_quotation_stands() {
    let fixture = annotated();
    let value: serde_json::Value = serde_json::from_str(&written(&fixture, Format::Json)).unwrap();
    let document = &value["documents"][0];
    let annotation = &document["annotations"][0];
    assert_eq!(
        annotation["quotation"],
        "“We will deliver every cubic metre,”"
    );
    assert_eq!(annotation["verbatim"], true);
    assert_eq!(document["sha256"].as_str().unwrap().len(), 64);
    let text = fixture.library.text_version(1).unwrap().text;
    let points: Vec<char> = text.chars().collect();
    let at = |field: &str| annotation[field].as_u64().unwrap() as usize;
    let slice: String = points[at("start")..at("end")].iter().collect();
    assert_eq!(slice, annotation["quotation"].as_str().unwrap());
    assert_eq!(value["notes"][0]["title"], "Plan");
}

#[test]
fn a_quotation_that_no_longer_stands_is_said() {
    let fixture = annotated();
    let changed = BODY.replace("every cubic metre", "nearly every cubic metre");
    fixture.article("a.md", "Gas *pact*", "2021-03-12", &changed);
    let set = fixture.library.export_set(&Selection::default()).unwrap();
    assert_eq!(set.warnings().len(), 1, "{:?}", set.warnings());
    assert!(written(&fixture, Format::Markdown).contains("not verified"));
}

#[test]
fn json_ld_comes_back_as_it_went() {
    let fixture = annotated();
    let read = jsonld::read(&written(&fixture, Format::JsonLd)).unwrap();
    let read = read.into_iter().next().unwrap().unwrap();
    let stored = fixture.library.annotations_of(1).unwrap().pop().unwrap();
    assert_eq!(read.uuid.as_deref(), Some(stored.uuid.as_str()));
    assert_eq!(read.selector, stored.selector);
    assert_eq!(
        (read.body, read.tags, read.color),
        (stored.body, stored.tags, stored.color)
    );
}

#[test]
fn an_export_that_cannot_be_written_leaves_the_old_file() {
    let fixture = annotated();
    let set = fixture.library.export_set(&Selection::default()).unwrap();
    let path = fixture.file("notes.md", "old");
    set.write_file(Format::Markdown, &path).unwrap();
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .starts_with("# Notes")
    );
    let folder = fixture.folder.path().join("in/folder");
    std::fs::create_dir_all(folder.join("inside")).unwrap();
    let error = set.write_file(Format::Markdown, &folder).unwrap_err();
    assert!(error.to_string().contains("folder"), "{error}");
    let left: Vec<_> = std::fs::read_dir(fixture.folder.path().join("in"))
        .unwrap()
        .collect();
    assert!(left.iter().all(|entry| {
        !entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains(".part")
    }));
}

#[test]
fn changing_only_the_note_keeps_the_words() {
    let fixture = annotated();
    let before = fixture.library.annotations_of(1).unwrap().pop().unwrap();
    let change = AnnotationChange {
        body: Some(String::new()),
        ..Default::default()
    };
    let after = fixture
        .library
        .change_annotation(before.id, change)
        .unwrap();
    assert_eq!(after.selector, before.selector);
    assert_eq!(after.motivation, "tagging");
}
