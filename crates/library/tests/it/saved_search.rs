use crate::support::fixture;

#[test]
fn a_saved_search_counts_what_is_new_since_it_was_looked_at() {
    let fixture = fixture();
    let library = &fixture.library;
    fixture.article("a.md", "Gas", "2021", "The gas pact.");
    let saved = library.save_search("Pact", "gas").unwrap();
    let new = || library.saved_searches().unwrap()[0].1;
    assert_eq!(new(), 0, "what is there when it is saved is not new");
    fixture.article("b.md", "Gas again", "2022", "Another gas pact.");
    fixture.article("c.md", "Port", "2022", "The port.");
    assert_eq!(new(), 1);
    let before = library.look_at_saved_search(saved.id).unwrap();
    assert_eq!(before.query, "gas");
    assert_eq!(new(), 0);
    let found = fixture.search("gas").hits;
    let fresh = found.iter().filter(|hit| hit.document.id > before.seen);
    assert_eq!(fresh.count(), 1);
    assert!(library.look_at_saved_search(99).is_err());
}

#[test]
fn searches_asked_before_are_kept_newest_first_and_can_be_forgotten() {
    let fixture = fixture();
    let library = &fixture.library;
    let past = |text: &str| -> Vec<(String, u32)> {
        let all = library.past_searches(text, 10).unwrap().into_iter();
        all.map(|past| (past.query, past.total)).collect()
    };
    library.record_search("gas pact", 2).unwrap();
    library.record_search("  ", 9).unwrap();
    library.record_search("Port", 1).unwrap();
    library.record_search("gas pact ", 3).unwrap();
    let gas = ("gas pact".to_owned(), 3);
    assert_eq!(past("").len(), 2);
    assert!(past("").contains(&gas));
    assert_eq!(past("PACT"), [gas]);
    library.forget_searches(Some("gas pact")).unwrap();
    assert_eq!(past(""), [("Port".to_owned(), 1)]);
    library.forget_searches(None).unwrap();
    assert!(past("").is_empty());
    assert_eq!(
        library.history().unwrap().undo,
        None,
        "it is nothing to undo"
    );
}
