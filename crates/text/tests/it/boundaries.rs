//! Which passage an edited quotation is taken for, and where that begins and ends.

use dossier_text::TextRange;
use dossier_text::selector::{Anchorer, State, describe};

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
