//! Which passage an edited quotation is taken for, and where that begins and ends.

use dossier_text::TextRange;
use dossier_text::selector::{Anchorer, State, anchor, describe};

/// Anchors `quotation`, which stands once in `old`, in `new`.
#[track_caller]
fn check(old: &str, quotation: &str, new: &str, state: State, words: Option<&str>) {
    let at = old
        .find(quotation)
        .expect("the quotation stands in the text");
    let selector = describe(old, TextRange::new(at, at + quotation.len()));
    let anchored = anchor(new, &selector);
    let found = anchored
        .range
        .map(|range| range.slice(new).expect("a range fits its text"));
    assert_eq!((anchored.state, found), (state, words), "{anchored:?}");
}

const MEETING: &str = "Rain fell all night.\n\nThe committee met in Vell on Monday and adopted the \
    draft report. Two members of the minority left early. No date was given.";

#[test]
fn a_passage_ends_where_its_last_sentence_was_replaced() {
    check(
        MEETING,
        "The committee met in Vell on Monday and adopted the draft report. Two members",
        &MEETING.replace(
            "Two members of the minority left early.",
            "Fishing quotas, which none had asked for, were put off.",
        ),
        State::Reworded,
        Some("The committee met in Vell on Monday and adopted the draft report."),
    );
}

#[test]
fn a_passage_does_not_reach_into_a_paragraph_that_was_put_after_it() {
    check(
        MEETING,
        "The committee met in Vell on Monday and adopted the draft report. Two members of the \
         minority left",
        &MEETING.replace(
            "left early.",
            ".\n\nA week later, by contrast, all was calm.",
        ),
        State::Reworded,
        Some(
            "The committee met in Vell on Monday and adopted the draft report. Two members of the \
             minority .",
        ),
    );
}

#[test]
fn a_passage_begins_after_a_sentence_of_which_only_the_stop_is_left() {
    check(
        MEETING,
        "night.\n\nThe committee met in Vell on Monday and adopted the draft report.",
        &MEETING.replace(
            "Rain fell all night.",
            "Members had asked for a vote by secret ballot.",
        ),
        State::Reworded,
        Some("The committee met in Vell on Monday and adopted the draft report."),
    );
}

#[test]
fn what_replaced_a_divided_token_is_taken_whole() {
    let old = "The register is read from the harbour office at view=plain/index=7 by every clerk of Moor.";
    check(
        old,
        "The register is read from the harbour office at view=plain/",
        &old.replace("view=plain/index=7", "gazette"),
        State::Reworded,
        Some("The register is read from the harbour office at gazette"),
    );
    check(
        old,
        "index=7 by every clerk of Moor.",
        &old.replace("view=plain/index=7", "gazette"),
        State::Reworded,
        Some("gazette by every clerk of Moor."),
    );
}

#[test]
fn a_passage_that_kept_its_words_and_neighbours_may_have_grown_a_lot() {
    let new = MEETING.replace(
        "on Monday and",
        "on Monday, after a debate of nine hours in which the delegates from the islands \
         spoke, and",
    );
    check(
        MEETING,
        "The committee met in Vell on Monday and adopted",
        &new,
        State::Reworded,
        Some(
            "The committee met in Vell on Monday, after a debate of nine hours in which the \
             delegates from the islands spoke, and adopted",
        ),
    );
}

#[test]
fn a_few_words_between_both_their_neighbours_may_have_changed_by_half() {
    let old =
        "Give the code name of the harbour (e.g. \"Ostrava\") in the target field of the form.";
    check(
        old,
        "g. \"Ostrava\")",
        &old.replace("Ostrava", "Moor"),
        State::Reworded,
        Some("g. \"Moor\")"),
    );
}

#[test]
fn a_turn_of_phrase_elsewhere_is_not_a_passage_that_was_deleted() {
    check(
        "Every ship must hold a permit, as set out below, to enter the harbour. Fees are due.",
        "set out below, to enter the",
        "Fees are due. A pilot can hold a permit, as set out below to appear before a \
         port master, for other reasons.",
        State::Orphan,
        None,
    );
}

#[test]
fn words_that_stand_twice_with_other_spaces_are_ambiguous_and_not_lost() {
    let old = "Before.\n\n4.4. Preparing the register for the election\n\n4.4.1. Who may vote in \
        it. After.";
    let again = "4.4. Preparing the register for the election 4.4.1. Who may vote";
    let between = "The rolls are kept by the clerk of the town, in ink. ".repeat(8);
    let new = format!("Part one {again} up.\n\n{between}\n\nPart two {again} up.");
    check(
        old,
        "4.4. Preparing the register for the election\n\n4.4.1. Who may vote",
        &new,
        State::Ambiguous,
        Some(again),
    );
}

#[test]
fn a_guess_among_equals_goes_where_its_neighbours_went() {
    let rows = "Roll: aye.\n".repeat(16);
    let old = format!("The clerk of Moor opened the list.\n{rows}");
    let new = format!("A note, put first.\n{old}");
    let eighth = old.match_indices("aye").nth(7).expect("sixteen rows").0;
    let clerk = "clerk of Moor opened";
    let at = old.find(clerk).expect("it is in the first row");
    let selectors = [
        describe(&old, TextRange::new(at, at + clerk.len())),
        describe(&old, TextRange::new(eighth, eighth + 3)),
    ];
    let anchored = Anchorer::new(&new).anchor_all(&selectors);
    assert_eq!(anchored[1].state, State::Ambiguous);
    let shift = new.len() - old.len();
    assert_eq!(
        anchored[1].range.map(|range| range.start as usize),
        Some(eighth + shift)
    );
}
