use dossier_text::TextRange;
use dossier_text::selector::{
    Anchorer, Selector, State, TextPositionSelector, TextQuoteSelector, anchor, describe,
};

const TEXT: &str = "The harbour at Vell was closed on Monday. The ministry of Ostrava Bay said that \
    no ship would leave before the inspection had ended. Traders in Vell waited, and the port \
    office kept its doors shut.\n\nA week later the harbour was opened again. “We lost nine days,” \
    the harbour master told the council of Vell, “and no one will give them back.”";

fn range_of(text: &str, words: &str) -> TextRange {
    let at = text.find(words).expect("the words stand in the text");
    TextRange::new(at, at + words.len())
}

fn selector(prefix: &str, exact: &str, suffix: &str, start: Option<u32>) -> Selector {
    let position = start.map(|start| TextPositionSelector {
        start,
        end: start + exact.chars().count() as u32,
    });
    let quote = TextQuoteSelector {
        exact: exact.into(),
        prefix: prefix.into(),
        suffix: suffix.into(),
    };
    Selector { quote, position }
}

#[track_caller]
fn check(text: &str, selector: &Selector, state: State, words: Option<&str>) {
    let anchored = anchor(text, selector);
    let found = anchored
        .range
        .map(|range| range.slice(text).expect("a range fits its text"));
    assert_eq!(
        (anchored.state, found),
        (state, words),
        "{selector:?} scored {}",
        anchored.score
    );
}

#[test]
fn a_selector_has_the_words_their_neighbours_and_their_position_in_code_points() {
    let text = "Éa 😀 one two three";
    let made = describe(text, range_of(text, "two"));
    assert_eq!(made, selector("Éa 😀 one ", "two", " three", Some(9)));
    let made = describe(TEXT, range_of(TEXT, "waited"));
    assert_eq!(made.quote.prefix.chars().count(), 32);
    assert_eq!(made.quote.suffix.chars().count(), 32);
}

#[test]
fn every_state_is_told_apart() {
    let made = |words| describe(TEXT, range_of(TEXT, words));
    let cases = [
        (
            "nothing changed",
            TEXT.to_owned(),
            "no ship would leave",
            State::Exact,
        ),
        (
            "text was put before it",
            format!("Updated on Friday. {TEXT}"),
            "no ship would leave",
            State::Exact,
        ),
        (
            "its neighbours were edited",
            TEXT.replace("said that", "denied it: ")
                .replace("before", "until"),
            "no ship would leave",
            State::Moved,
        ),
        (
            "a word was changed",
            TEXT.replace("no ship would", "no ships would"),
            "that no ship would leave before",
            State::Reworded,
        ),
        (
            "only marks were changed",
            TEXT.replace(['“', '”'], "\""),
            "“We lost nine days,”",
            State::Reworded,
        ),
        (
            "it was deleted",
            TEXT.replace("We lost nine days", "It rained"),
            "We lost nine days",
            State::Orphan,
        ),
    ];
    for (what, text, words, state) in cases {
        let anchored = anchor(&text, &made(words));
        assert_eq!(anchored.state, state, "{what}: {anchored:?}");
        assert_eq!(anchored.range.is_none(), state == State::Orphan, "{what}");
    }
}

#[test]
fn a_short_quotation_is_never_taken_for_a_similar_word() {
    check(
        "The machines were made in China.",
        &selector("by ", "Linus", " and", Some(9)),
        State::Orphan,
        None,
    );
    check(
        "the chines of a hull",
        &selector("", "Linus", "", None),
        State::Orphan,
        None,
    );
    // The same letters inside a longer word are not the same word either.
    check(
        "the Vellish fleet",
        &selector("the ", "Vell", " fleet", Some(4)),
        State::Orphan,
        None,
    );
    check(
        "by rail to Tarn",
        &selector("by rail to ", "Tarr", "", Some(11)),
        State::Orphan,
        None,
    );
}

#[test]
fn context_decides_between_places_of_the_same_words() {
    let text = "In Vell the vote was lost. In Tarn the vote was won. In Moor the vote was void.";
    let anchored = anchor(text, &selector("In Tarn ", "the vote", " was won", Some(2)));
    assert_eq!(
        anchored.range,
        Some(TextRange::new(35, 43)),
        "not the nearest, {anchored:?}"
    );
}

#[test]
fn equally_good_places_are_ambiguous_and_the_nearest_is_guessed() {
    let line = "Item: one vote, one seat.\n";
    let text = line.repeat(4);
    let anchored = anchor(
        &text,
        &selector("Item: ", "one vote", ", one seat", Some(60)),
    );
    assert_eq!(anchored.state, State::Ambiguous);
    assert_eq!(anchored.range.map(|range| range.start), Some(58));
}

#[test]
fn neighbours_that_are_certain_settle_what_is_ambiguous_alone() {
    let rows: Vec<String> = ["Vell", "Tarn", "Moor", "Ostra"]
        .iter()
        .map(|town| format!("The council of {town} met in spring. Those present: all members of the council, and the clerk of the day.\n"))
        .collect();
    let old = rows.concat();
    let words = "all members of the council";
    let third = old.match_indices(words).nth(2).expect("four rows").0;
    let selectors = [
        describe(&old, range_of(&old, "council of Moor met")),
        describe(&old, TextRange::new(third, third + words.len())),
    ];
    let new = format!(
        "{}{old}",
        "A note that was added much later, before everything else. ".repeat(4)
    );
    let anchorer = Anchorer::new(&new);
    assert_eq!(
        anchorer.anchor(&selectors[1]).state,
        State::Ambiguous,
        "alone it has four places"
    );
    let both = anchorer.anchor_all(&selectors);
    assert_eq!(both[1].state, State::Moved);
    let shift = new.len() - old.len();
    assert_eq!(
        both[1].range.map(|range| range.start as usize),
        Some(third + shift)
    );
}

#[test]
fn neighbours_that_remain_do_not_make_an_anchor() {
    let old = describe(
        TEXT,
        range_of(
            TEXT,
            "Traders in Vell waited, and the port office kept its doors shut.",
        ),
    );
    let text = TEXT.replace(
        "Traders in Vell waited, and the port office kept its doors shut.",
        "Nobody had asked for any of it.",
    );
    check(&text, &old, State::Orphan, None);
}

#[test]
fn a_passage_without_spaces_is_found_in_other_words() {
    let old =
        "港口于星期一关闭。海湾部表示，在检查结束之前任何船只都不得离开。商人们在城里等待消息。";
    let new = "本报讯。港口于星期一关闭。海湾部表示，在检查完成之前任何船只均不得离开。商人们在城里等待消息。";
    let words = "在检查结束之前任何船只都不得离开";
    check(
        new,
        &describe(old, range_of(old, words)),
        State::Reworded,
        Some("在检查完成之前任何船只均不得离开"),
    );
}

#[test]
fn a_quotation_without_words_is_found_only_where_it_was() {
    let at = TextRange::new(4, 4);
    assert_eq!(anchor(TEXT, &describe(TEXT, at)).range, Some(at));
    check(&TEXT[3..], &describe(TEXT, at), State::Orphan, None);
}

#[test]
fn states_are_written_in_kebab_case() {
    let written = serde_json::to_string(&[State::Exact, State::Orphan]).expect("it has no maps");
    assert_eq!(written, r#"["exact","orphan"]"#);
}
