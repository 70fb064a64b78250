//! The rule suites of timexes.

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_analysis::timex::{Modifier, Timex, TimexType, timexes};

use crate::suite::{Example, check_suite};

/// A finding as the suites write it: `words | TYPE | value | first day..day after` and, where the
/// text blurs it, `| modifier`; an absent interval is `-`.
fn line(text: &str, found: &Timex) -> String {
    let words = found
        .range
        .slice(text)
        .unwrap_or_default()
        .replace('\n', " ");
    let kind = match found.kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    };
    let interval = found
        .interval
        .map_or("-".to_owned(), |i| format!("{}..{}", i.start, i.end));
    let modifier = match found.modifier {
        None => "",
        Some(Modifier::Approx) => " | about",
        Some(Modifier::Start) => " | start",
        Some(Modifier::Mid) => " | middle",
        Some(Modifier::End) => " | end",
        Some(Modifier::MoreThan) => " | more than",
        Some(Modifier::LessThan) => " | less than",
        Some(Modifier::EqualOrMore) => " | at least",
        Some(Modifier::EqualOrLess) => " | at most",
    };
    assert_eq!(
        found.is_approximate,
        found.modifier.is_some(),
        "a modifier is what makes “{words}” inexact"
    );
    format!("{words} | {kind} | {} | {interval}{modifier}", found.value)
}

/// Published on 14 June 2023, a Wednesday, unless the example says otherwise (`published=none`).
fn find(example: &Example) -> Vec<String> {
    let published = match example.setting("published") {
        None => NaiveDate::from_ymd_opt(2023, 6, 14),
        Some("none") => None,
        Some(day) => Some(day.parse().expect("the setting is a day")),
    };
    let context = Context {
        published,
        language: Some(example.setting("lang").unwrap_or("en")),
    };
    timexes(&example.text, &context)
        .iter()
        .map(|t| line(&example.text, t))
        .collect()
}

#[test]
fn dates_that_stand_for_themselves() {
    check_suite("timex-absolute.md", find);
}

#[test]
fn dates_that_count_from_publication_or_from_the_story() {
    check_suite("timex-relative.md", find);
}

#[test]
fn durations_sets_and_times_of_day() {
    check_suite("timex-durations-sets-times.md", find);
}

#[test]
fn dates_of_requests_questions_and_notes() {
    check_suite("timex-requests.md", find);
}

#[test]
fn dates_by_names_numbers_and_signs() {
    check_suite("timex-names-and-numbers.md", find);
}

#[test]
fn what_is_no_date() {
    check_suite("timex-not-dates.md", find);
}

#[test]
fn dates_in_other_languages_and_calendars() {
    check_suite("timex-languages.md", find);
}

#[test]
fn simple_dates_in_nine_languages() {
    check_suite("timex-nine-languages.md", find);
}

#[test]
fn the_ways_in_which_reports_date() {
    check_suite("timex-reports.md", find);
}

#[test]
fn further_forms_in_nine_languages() {
    check_suite("timex-nine-languages-forms.md", find);
}

#[test]
fn dates_of_news_in_nine_languages() {
    check_suite("timex-nine-languages-news.md", find);
}
