//! What queries are read as.

use proptest::prelude::*;

use super::{Node, node::Days, parse};

fn show(node: &Node) -> String {
    let list = |nodes: &[Node], by: &str| {
        format!("({})", nodes.iter().map(show).collect::<Vec<_>>().join(by))
    };
    match node {
        Node::All(nodes) => list(nodes, " & "),
        Node::Any(nodes) => list(nodes, " | "),
        Node::Not(node) => format!("!{}", show(node)),
        Node::Word(word) => word.clone(),
        Node::Phrase(words) => format!("\"{words}\""),
        Node::Prefix(word) => format!("{word}*"),
        Node::Field(field, value) => format!("{}={value}", field.name()),
        Node::Value(field, value) => format!("{}=={value}", field.name()),
        Node::Exact(word) => format!("={word}"),
        Node::Fuzzy(word, letters) => format!("{word}~{letters}"),
        Node::Near(parts, within) => format!("near/{within}({})", parts.join(", ")),
        Node::Published(days) => format!("[{}]", span(days)),
        Node::Stated(days) => format!("stated[{}]", span(days)),
    }
}

fn span(days: &Days) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    format!("{}..{}", day(days.from), day(days.to))
}

fn check(query: &str, expected: &str) {
    let parsed = parse(query);
    assert_eq!(
        parsed.root.as_ref().map(show).unwrap_or_default(),
        expected,
        "{query}"
    );
    assert_eq!(parsed.notice, None, "{query}");
}

fn check_notice(query: &str, expected: &str, notice: &str) {
    let parsed = parse(query);
    assert_eq!(
        parsed.root.as_ref().map(show).unwrap_or_default(),
        expected,
        "{query}"
    );
    let said = parsed.notice.expect("something was taken in another way");
    assert!(said.contains(notice), "{said}");
}

#[test]
fn words_are_anded_and_and_binds_tighter_than_or() {
    check("", "");
    check("gas transit", "(gas & transit)");
    check("gas OR oil transit", "(gas | (oil & transit))");
    check("(gas OR oil) AND transit", "((gas | oil) & transit)");
    check("OR gas", "gas");
    check("or else", "(or & else)");
}

#[test]
fn negation_is_a_dash_or_not() {
    check("gas -oil", "(gas & !oil)");
    check("NOT \"dry gas\" -(a OR b)", "(!\"dry gas\" & !(a | b))");
    check("north-south", "north-south");
    check("NOT NOT gas", "gas");
}

#[test]
fn phrases_may_stand_in_any_marks_and_may_be_open() {
    check("“not one cubic metre”", "\"not one cubic metre\"");
    check("«газ»", "\"газ\"");
    check("\"open end", "\"open end\"");
    check("\"\" gas", "gas");
}

#[test]
fn fields_go_by_their_names() {
    check(
        "by:Kerlan title:\"gas pact\"",
        "(by=Kerlan & title=gas pact)",
    );
    check(
        "author:\"Tobias Kerlan\" lang:ru",
        "(by=Tobias Kerlan & lang=ru)",
    );
    check("pipe* has:annotations", "(pipe* & has=annotations)");
}

#[test]
fn what_was_said_and_by_whom_are_fields() {
    check(
        "speaker:Raskadé said:\"not one metre\"",
        "(speaker=Raskadé & said=not one metre)",
    );
    check("color:Red has:quotations", "(color=red & has=quotations)");
}

#[test]
fn a_word_may_be_meant_as_written_or_nearly() {
    check("=Aliyev", "=Aliyev");
    check("-=Aliyev", "!=Aliyev");
    check("a = b", "(a & b)");
    check("pact~ treaties~ gas~2", "(pact~1 & treaties~2 & gas~2)");
    check("~ gas", "gas");
    check_notice("gas~9", "gas~2", "too far");
}

#[test]
fn words_and_phrases_may_be_near_each_other() {
    check("gas NEAR/5 transit", "near/5(gas, transit)");
    check("gas NEAR transit oil", "(near/10(gas, transit) & oil)");
    check(
        "\"gas pact\" NEAR/3 Marran NEAR/7 river",
        "near/7(gas pact, Marran, river)",
    );
    check("-gas NEAR/2 oil", "!near/2(gas, oil)");
    check("\"gas transit\"~4", "near/4(gas, transit)");
    check("NEARBY gas", "(NEARBY & gas)");
    check_notice("gas NEAR/5000 oil", "near/100(gas, oil)", "100");
    check_notice("gas NEAR/5", "gas", "either side");
    check_notice("gas NEAR/5 (a OR b)", "(gas & (a | b))", "either side");
}

#[test]
fn dates_are_as_precise_as_they_are_written() {
    check("after:2021", "[2021-01-01..]");
    check("before:2021-03", "[..2021-03-01]");
    check("date:2021", "[2021-01-01..2022-01-01]");
    check("date:2021-03..2021-05", "[2021-03-01..2021-06-01]");
    check("date:..2021", "[..2022-01-01]");
    check("when:2021-03..", "stated[2021-03-01..]");
}

#[test]
fn what_makes_no_sense_is_read_as_words_and_said() {
    check_notice("after:soon gas", "(after:soon & gas)", "no date");
    check_notice("size:red", "size:red", "no field “size”");
    check_notice("(gas", "gas", "not closed");
    check_notice("gas) oil", "(gas & oil)", "closes nothing");
    check_notice("has:wings", "has:wings", "not known");
    check_notice("tag: \"\" gas", "(tag: & gas)", "says nothing");
    check("tag:", "tag:");
}

#[test]
fn a_chain_of_near_is_bounded() {
    let parsed = parse(&format!("a{} gas", " NEAR/9 b".repeat(100)));
    let Some(Node::All(nodes)) = parsed.root else {
        panic!("two clauses");
    };
    assert!(matches!(&nodes[0], Node::Near(parts, 9) if parts.len() == 24));
    assert!(parsed.notice.is_some_and(|notice| notice.contains("chain")));
}

#[test]
fn a_query_made_to_hurt_is_bounded() {
    let parsed = parse(&"(".repeat(10_000));
    assert!(parsed.notice.is_some());
    let parsed = parse(&"a ".repeat(10_000));
    assert!(parsed.notice.unwrap().contains("too many"));
}

#[test]
fn every_clause_knows_where_it_stands() {
    let query = "gas -tag:\"energy/gas\" (a OR b)";
    let parsed = parse(query);
    let slices: Vec<&str> = parsed
        .clauses
        .iter()
        .map(|c| &query[c.range.clone()])
        .collect();
    assert_eq!(slices, ["gas", "-tag:\"energy/gas\"", "(a OR b)"]);
    assert_eq!(parsed.clauses[2].value, "a OR b");
    assert!(parsed.clauses[1].is_negated);
}

proptest! {
    #[test]
    fn parsing_never_fails(query in "(?s)[()\"“”«»a-zа-я0-9:*~=/. ORNTEA-]{0,60}") {
        for clause in parse(&query).clauses {
            prop_assert!(query.get(clause.range).is_some());
        }
    }

    #[test]
    fn parsing_any_text_never_fails(query in "(?s).{0,80}") {
        prop_assert!(parse(&query).clauses.len() <= 1_000);
    }
}

#[test]
fn a_whole_value_stands_after_an_equals_sign() {
    check(
        "publisher:=\"Basin Wire\" -tag:=energy",
        "(publisher==Basin Wire & !tag==energy)",
    );
    check("title:=gas", "title==gas");
    let parsed = parse("by:=\"Mara Holt\" by:Holt");
    let chips: Vec<(&str, bool)> = parsed
        .clauses
        .iter()
        .map(|clause| (clause.value.as_str(), clause.is_whole))
        .collect();
    assert_eq!(chips, [("Mara Holt", true), ("Holt", false)]);
}

#[test]
fn what_cannot_be_is_said() {
    check("like:12", "like=12");
    check_notice("like:gas", "like:gas", "number of a document");
    check_notice(
        "date:2022..2021",
        "date:2022..2021",
        "ends before it begins",
    );
    check_notice("?! …", "", "nothing in this to search for");
}
