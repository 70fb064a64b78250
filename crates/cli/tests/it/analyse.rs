use serde_json::json;

use crate::{Desk, assert_span, is_text_or_null, keys, sample, slice};

#[test]
fn extract_gives_text_blocks_and_metadata() {
    for name in [
        "velmar-gas-pact-2021.md",
        "ketria-rate-hike-2022.html",
        "lunavar-courier-election-2023.txt",
        "ashan-murajaa-2025.html",
    ] {
        let found = Desk::new()
            .run(&["extract", &sample(name), "--json"])
            .json();
        let wanted = [
            "file",
            "title",
            "authors",
            "published",
            "publisher",
            "url",
            "language",
            "text",
            "blocks",
        ];
        assert_eq!(keys(&found)[..9], wanted, "{name}");
        assert_eq!(found["file"], sample(name));
        assert!(found["title"].is_string(), "{name}");
        assert!(found["authors"].is_array());
        for key in ["published", "publisher", "url", "language"] {
            assert!(is_text_or_null(&found[key]), "{name}: {key}");
        }
        let blocks = found["blocks"].as_array().unwrap();
        assert!(blocks.len() > 3, "{name}");
        for block in blocks {
            assert_eq!(keys(block), ["kind", "start", "end"]);
            let text = slice(&found["text"], &block["start"], &block["end"]);
            assert!(!text.trim().is_empty(), "{name}");
            assert_eq!(text.trim(), text, "{name}");
        }
    }
}

#[test]
fn a_date_that_is_not_known_to_the_day_is_no_published_day() {
    let desk = Desk::new();
    desk.write(
        "a.md",
        "---\ntitle: Ferry\ndate: 2022-03\n---\n\nThe ferry sailed at noon.\n",
    );
    let found = desk.run(&["extract", "a.md", "--json"]).json();
    assert_eq!(found["published"], json!(null));
    assert_eq!(found["issued"], "2022-03");
}

#[test]
fn quotations_have_spans_of_code_points() {
    let text = "Özgür Kəmali 😀 arrived.\n\nMinister Dara Venn said: “The bridge will open in \
                May.” He added that the toll “stays low”.\n";
    let desk = Desk::new();
    desk.write("a.txt", text);
    let found = desk.run(&["quotations", "--raw", "--json", "a.txt"]).json();
    assert_eq!(keys(&found), ["file", "text", "quotations"]);
    assert_eq!(found["text"], text);
    let quotations = found["quotations"].as_array().unwrap();
    assert!(!quotations.is_empty());
    let first = &quotations[0];
    assert_eq!(
        keys(first),
        ["kind", "content", "cue", "source", "speaker", "confidence"]
    );
    assert_eq!(first["kind"], "direct");
    assert_eq!(first["speaker"], "Dara Venn");
    assert_eq!(first["content"][0]["text"], "The bridge will open in May.");
    for quotation in quotations {
        let kind = quotation["kind"].as_str().unwrap();
        assert!(["direct", "indirect", "mixed"].contains(&kind));
        let confidence = quotation["confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence));
        for part in ["content", "cue"] {
            for span in quotation[part].as_array().unwrap() {
                assert_eq!(keys(span), ["start", "end", "text"]);
                assert_span(&found["text"], span);
            }
        }
        if !quotation["source"].is_null() {
            assert_span(&found["text"], &quotation["source"]);
        }
        assert!(is_text_or_null(&quotation["speaker"]));
    }
}

#[test]
fn dates_are_resolved_against_the_day_given() {
    let desk = Desk::new();
    desk.write(
        "a.txt",
        "😀 The pact was signed on Tuesday and expires in 2031.\n",
    );
    let arguments = [
        "dates",
        "--raw",
        "--json",
        "--published",
        "2023-06-02",
        "a.txt",
    ];
    let found = desk.run(&arguments).json();
    assert_eq!(keys(&found), ["file", "text", "published", "dates"]);
    assert_eq!(found["published"], "2023-06-02");
    let dates = found["dates"].as_array().unwrap();
    assert_eq!(dates.len(), 2, "{dates:?}");
    for date in dates {
        let wanted = ["start", "end", "text", "type", "value", "interval"];
        assert_eq!(keys(date), wanted);
        assert_span(&found["text"], date);
    }
    assert_eq!(dates[0]["text"], "Tuesday");
    assert_eq!(dates[0]["type"], "DATE");
    assert_eq!(dates[0]["value"], "2023-05-30");
    assert_eq!(dates[0]["interval"], json!(["2023-05-30", "2023-05-31"]));
    assert_eq!(dates[1]["interval"], json!(["2031-01-01", "2032-01-01"]));
    let undated = desk.run(&["dates", "--raw", "--json", "a.txt"]).json();
    assert_eq!(undated["published"], json!(null));
    assert_eq!(undated["dates"][0]["interval"], json!(null));
}

#[test]
fn a_document_that_is_extracted_brings_its_own_day() {
    let file = sample("velmar-gas-pact-2021.md");
    let desk = Desk::new();
    let own = desk.run(&["extract", &file, "--json"]).json()["published"].clone();
    assert!(own.is_string());
    let found = desk.run(&["dates", &file, "--json"]).json();
    assert_eq!(found["published"], own);
    let given = desk.run(&["dates", &file, "--json", "--published", "1999-01-01"]);
    assert_eq!(given.json()["published"], "1999-01-01");
}

#[test]
fn raw_text_comes_back_byte_for_byte() {
    let text = "\u{feff}  First line.\r\n\r\n\tSecond\u{a0}line, e\u{301}.  \n\n\n";
    let desk = Desk::new();
    desk.write("a.txt", text);
    for command in ["quotations", "dates"] {
        let found = desk.run(&[command, "--raw", "--json", "a.txt"]).json();
        assert_eq!(found["text"], text, "{command}");
    }
    desk.write("b.txt", b"caf\xe9");
    let refused = desk.run(&["dates", "--raw", "b.txt"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("not text in UTF-8, from byte 3"));
}

#[test]
fn several_files_give_a_line_each_in_their_order() {
    let desk = Desk::new();
    let names: Vec<String> = (0..40).map(|at| format!("{at}.txt")).collect();
    for (at, name) in names.iter().enumerate() {
        // Long and short ones in turn, so that the threads finish out of order.
        let sentence = format!("It opened in {}.\n", 1950 + at);
        desk.write(name, sentence.repeat(if at % 2 == 0 { 2_000 } else { 1 }));
    }
    let mut arguments = vec!["dates", "--raw", "--json"];
    arguments.extend(names.iter().map(String::as_str));
    let lines = desk.run(&arguments).lines();
    assert_eq!(lines.len(), names.len());
    for (line, name) in lines.iter().zip(&names) {
        assert_eq!(line["file"], name.as_str());
    }
}

#[test]
fn what_cannot_be_read_is_reported_and_the_others_go_on() {
    let desk = Desk::new();
    desk.write("empty.txt", "");
    desk.write("broken.pdf", "%PDF-1.7\nnothing else");
    desk.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.write(
        "good.txt",
        "The council met on 4 May 2021 in the old town hall.\n",
    );
    let files = [
        "empty.txt",
        "missing.txt",
        "broken.pdf",
        "good.txt",
        "picture.png",
    ];
    for command in ["extract", "quotations", "dates"] {
        let mut arguments = vec![command, "--json"];
        arguments.extend(files);
        let run = desk.run(&arguments);
        assert_eq!(run.code, 1, "{command}");
        let lines = run.lines();
        assert_eq!(lines.len(), files.len());
        for (line, file) in lines.iter().zip(files) {
            assert_eq!(line["file"], file);
            let is_good = file == "good.txt";
            assert_eq!(line.get("error").is_none(), is_good, "{command} {file}");
            assert_eq!(run.stderr.contains(file), !is_good, "{}", run.stderr);
        }
    }
}

#[test]
fn people_are_told_in_plain_lines() {
    let desk = Desk::new();
    desk.write(
        "a.txt",
        "Minister Dara Venn said: “The bridge will open in May 2022.”\n",
    );
    let run = desk.run(&["quotations", "--raw", "a.txt"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("Dara Venn"), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("said: The bridge will open in May 2022.")
    );
    let run = desk.run(&["dates", "--raw", "a.txt"]);
    assert!(
        run.stdout.contains("2022-05-01 to 2022-05-31"),
        "{}",
        run.stdout
    );
}
