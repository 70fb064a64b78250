use super::*;
use crate::check_structure;

#[test]
fn a_text_without_a_header_keeps_its_first_line() {
    let text = "Notes of the day\nrain at six\nrain at seven\nsun";
    let (found, structure) = extract(text, &Input::default()).composer.finish();
    check_structure(&found, &structure).unwrap();
    assert_eq!(
        found.split_whitespace().count(),
        text.split_whitespace().count()
    );
}

#[test]
fn a_title_by_itself_before_prose_is_metadata() {
    let prose = "The river fell again this summer, and the people at the gauge wrote the number down with a \
                 pencil because the ink had dried.";
    let draft = extract(
        &format!("The gauge at Tesh\n\n{prose}\n"),
        &Input::default(),
    );
    assert_eq!(
        draft.metadata.title,
        Some(Sourced::new("The gauge at Tesh".into(), Origin::Byline))
    );
    assert_eq!(draft.composer.finish().0, prose);
}
