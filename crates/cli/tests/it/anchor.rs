use serde_json::{Value, json};

use crate::{Desk, keys, slice};

const TEXT: &str = "😀 The harbour of Velmar was closed in March.\n\nGrain ships waited outside for \
                    eleven days. The harbour opened again after the storm had passed over.\n";

#[test]
fn selectors_land_where_their_words_stand() {
    let desk = Desk::new();
    desk.write("a.txt", TEXT);
    let selectors = [
        json!({"id": "one", "exact": "Grain ships waited", "prefix": "", "suffix": " outside"}),
        json!({"id": 2, "exact": "The harbour opened again", "prefix": "days. ", "suffix": " after",
               "start": 3, "end": 27}),
        json!({"id": "gone", "exact": "The ministry of fisheries resigned in protest yesterday.",
               "prefix": null, "suffix": null, "start": null, "end": null}),
    ];
    let lines: Vec<String> = selectors.iter().map(Value::to_string).collect();
    desk.write("s.jsonl", format!("{}\n\n", lines.join("\n")));
    let run = desk.run(&["anchor", "a.txt", "s.jsonl", "--json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let found = run.lines();
    assert_eq!(found.len(), 3);
    for (line, selector) in found.iter().zip(&selectors) {
        assert_eq!(keys(line), ["id", "start", "end", "state", "score"]);
        assert_eq!(line["id"], selector["id"]);
        if line["id"] != "gone" {
            let there = slice(&json!(TEXT), &line["start"], &line["end"]);
            assert_eq!(selector["exact"], there.as_str());
            assert!(line["score"].as_f64().unwrap() > 0.7);
        }
    }
    let gone = json!({"id": "gone", "start": null, "end": null, "state": "orphan", "score": 0.0});
    assert_eq!(found[2], gone);
}

#[test]
fn a_line_that_is_no_selector_is_named_and_the_others_go_on() {
    let desk = Desk::new();
    desk.write("a.txt", TEXT);
    desk.write(
        "s.jsonl",
        "{\"id\": 1}\n{\"id\": 2, \"exact\": \"Grain ships\"}\n",
    );
    let run = desk.run(&["anchor", "a.txt", "s.jsonl", "--json"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("line 1 is no selector"),
        "{}",
        run.stderr
    );
    assert_eq!(run.lines().len(), 1);
    assert_eq!(run.lines()[0]["id"], 2);
}
