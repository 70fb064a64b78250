//! What a person decides about quotations and speakers stays, whatever analysis finds.

use dossier_library::{
    Library,
    quotation::{Listed, QuotationFilter},
    statement::{Relation, StatementFilter},
};
use dossier_text::TextRange;

use crate::support::{Fixture, fixture};

const BODY: &str = "“The transit tariff is fair,” said Energy Minister Emin Raskadé. “We will not sell \
                    one cubic metre of gas,” said Greta Vondra. Nobody spoke of peace then.";

fn pact() -> Fixture {
    let fixture = fixture();
    fixture.article("a.md", "Pact", "2022-07-01", BODY);
    fixture
}

fn all(library: &Library) -> Vec<Listed> {
    let filter = QuotationFilter {
        limit: 50,
        ..QuotationFilter::default()
    };
    library.quotations(&filter).unwrap().1
}

fn speakers(library: &Library) -> Vec<String> {
    let all = all(library).into_iter();
    all.map(|listed| listed.quotation.speaker.unwrap_or_default())
        .collect()
}

/// The same document with its words changed before the quotations, imported from the same path.
fn import_changed(fixture: &Fixture) {
    let body = format!("The ministers met on Tuesday in a long hall.\n\n{BODY} Then they left.");
    fixture.article("a.md", "Pact", "2022-07-01", &body);
}

#[test]
fn a_corrected_speaker_outlives_analysis_and_is_undone() {
    let fixture = pact();
    let library = &fixture.library;
    assert_eq!(speakers(library), ["Emin Raskadé", "Greta Vondra"]);
    let first = all(library)[0].quotation.id;
    let changed = library.set_speaker(first, Some(" Mara  Holt ")).unwrap();
    assert_eq!(changed.speaker.as_deref(), Some("Mara Holt"));
    assert_eq!(speakers(library), ["Mara Holt", "Greta Vondra"]);
    library.update_index().unwrap();
    assert_eq!(fixture.titles("speaker:=\"Mara Holt\""), ["Pact"]);
    import_changed(&fixture);
    assert_eq!(speakers(library), ["Mara Holt", "Greta Vondra"]);
    let again = all(library)[0].quotation.id;
    library.set_speaker(again, None).unwrap();
    assert_eq!(speakers(library), ["", "Greta Vondra"]);
    library.undo().unwrap();
    assert_eq!(speakers(library), ["Mara Holt", "Greta Vondra"]);
    library.undo().unwrap();
    assert_eq!(speakers(library), ["Emin Raskadé", "Greta Vondra"]);
    library.redo().unwrap();
    assert_eq!(speakers(library), ["Mara Holt", "Greta Vondra"]);
    assert!(library.set_speaker(first, Some(" ")).is_err());
    assert!(library.set_speaker(99_999, None).is_err());
}

#[test]
fn what_is_no_quotation_stays_none() {
    let fixture = pact();
    let library = &fixture.library;
    let first = all(library)[0].quotation.id;
    library.reject_quotation(first).unwrap();
    assert_eq!(speakers(library), ["Greta Vondra"]);
    import_changed(&fixture);
    assert_eq!(speakers(library), ["Greta Vondra"]);
    library.undo().unwrap();
    assert_eq!(speakers(library), ["Emin Raskadé", "Greta Vondra"]);
}

#[test]
fn a_quotation_that_was_pointed_out_moves_with_its_words() {
    let fixture = pact();
    let library = &fixture.library;
    let document = all(library)[0].document.id;
    let place = |text: &str| {
        let start = text.find("Nobody spoke of peace").unwrap();
        TextRange::new(start, start + "Nobody spoke of peace".len())
    };
    let text = library.text_version(document).unwrap().text;
    let added = library
        .add_quotation(document, place(&text), Some("Ana Kolar"))
        .unwrap();
    assert_eq!(added.speaker.as_deref(), Some("Ana Kolar"));
    let overlap = library.add_quotation(document, place(&text), None);
    assert!(overlap.unwrap_err().to_string().contains("overlaps"));
    import_changed(&fixture);
    let text = library.text_version(document).unwrap().text;
    let kept = all(library)
        .into_iter()
        .find(|listed| listed.quotation.speaker.as_deref() == Some("Ana Kolar"))
        .unwrap();
    assert_eq!(kept.quotation.hull(), Some(place(&text)));
    library.undo().unwrap();
    assert_eq!(speakers(library).len(), 2);
}

#[test]
fn names_are_merged_for_documents_to_come_too_and_split_again() {
    let fixture = pact();
    let library = &fixture.library;
    library
        .merge_speakers(&["Greta Vondra".to_owned()], "Margareta Vondra")
        .unwrap();
    assert_eq!(speakers(library), ["Emin Raskadé", "Margareta Vondra"]);
    fixture.article(
        "b.md",
        "Later",
        "2023-01-01",
        "“We will see about it,” said Greta Vondra.",
    );
    let person = library.person("Greta Vondra").unwrap();
    assert_eq!(person.name, "Margareta Vondra");
    assert_eq!(person.aliases, ["Greta Vondra"]);
    assert_eq!((person.quotations, person.documents), (2, 2));
    assert_eq!(person.years, [(2022, 1), (2023, 1)]);
    // Who goes by an alias goes by the name that it gets.
    library
        .merge_speakers(&["Margareta Vondra".to_owned()], "M. Vondra")
        .unwrap();
    assert_eq!(library.person("Greta Vondra").unwrap().name, "M. Vondra");
    library.undo().unwrap();
    library.split_speaker("Greta Vondra").unwrap();
    assert!(speakers(library).contains(&"Greta Vondra".to_owned()));
    library.undo().unwrap();
    library.undo().unwrap();
    assert!(!speakers(library).contains(&"Margareta Vondra".to_owned()));
    assert!(library.split_speaker("Nobody").is_err());
}

#[test]
fn a_statement_is_followed_across_documents() {
    let fixture = pact();
    let library = &fixture.library;
    fixture.article(
        "b.md",
        "Later",
        "2023-01-01",
        "“We will sell one cubic metre of gas,” said Ana Kolar on Friday.",
    );
    let (total, found) = library
        .statements(&StatementFilter {
            limit: 10,
            ..StatementFilter::default()
        })
        .unwrap();
    assert_eq!(total, 1);
    let statement = &found[0];
    assert_eq!((statement.quotations, statement.documents), (2, 2));
    assert!(statement.speakers_differ && statement.negation_differs && statement.has_variants);
    let variants = library.variants(statement.fullest).unwrap();
    assert_eq!(variants[0].relation, Relation::Verbatim);
    assert!(variants[1].lost_negation);
    let gone = variants[1]
        .pieces
        .iter()
        .any(|(_, text)| text.trim() == "not");
    assert!(gone, "{:?}", variants[1].pieces);
    let ids: Vec<i64> = all(library).iter().map(|one| one.quotation.id).collect();
    let repeated = library.repeated(&ids).unwrap();
    assert_eq!(repeated.iter().filter(|count| **count == 1).count(), 2);
    let none = StatementFilter {
        text: "transit".to_owned(),
        limit: 10,
        ..StatementFilter::default()
    };
    assert_eq!(library.statements(&none).unwrap().0, 0);
}

#[test]
fn names_that_differ_by_case_and_accents_are_one_under_the_form_that_says_most() {
    let fixture = fixture();
    let library = &fixture.library;
    fixture.article("a.md", "A", "2021", "“We will sell,” said Emin Raskade.");
    assert_eq!(speakers(library), ["Emin Raskade"]);
    fixture.article("b.md", "B", "2022", "“We will not,” said Emin Raskadé.");
    fixture.article("c.md", "C", "2023", "“We may,” said Emin Raskade.");
    assert_eq!(speakers(library), ["Emin Raskadé"; 3]);
    let index = "speaker:=\"Emin Raskadé\"";
    assert_eq!(fixture.titles(index).len(), 3);
    library
        .merge_speakers(&["Emin Raskadé".to_owned()], "E. Raskadé")
        .unwrap();
    assert_eq!(speakers(library), ["E. Raskadé"; 3]);
}

#[test]
fn statements_follow_what_is_done_to_speakers_and_documents_and_undone() {
    let fixture = pact();
    let library = &fixture.library;
    let document = fixture.article(
        "b.md",
        "Later",
        "2023-01-01",
        "“We will sell one cubic metre of gas,” said Ana Kolar on Friday.",
    );
    let filter = StatementFilter {
        limit: 10,
        ..StatementFilter::default()
    };
    let speakers = || -> Vec<String> {
        let found = library.statements(&filter).unwrap().1;
        found.into_iter().flat_map(|one| one.speakers).collect()
    };
    let before = ["Greta Vondra", "Ana Kolar"];
    assert_eq!(speakers(), before);
    library
        .create_note("Memo", "It is nothing to a statement")
        .unwrap();
    assert_eq!(speakers(), before);
    library
        .merge_speakers(&["Ana Kolar".to_owned()], "Greta Vondra")
        .unwrap();
    assert_eq!(speakers(), ["Greta Vondra"]);
    library.undo().unwrap();
    assert_eq!(speakers(), before);
    library.redo().unwrap();
    assert_eq!(speakers(), ["Greta Vondra"]);
    library.delete_documents(&[document]).unwrap();
    assert!(speakers().is_empty());
    library.undo().unwrap();
    assert_eq!(speakers(), ["Greta Vondra"]);
}
