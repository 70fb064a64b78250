//! Laws of timexes that hold for every text.

use chrono::{Datelike, NaiveDate};
use dossier_analysis::Context;
use dossier_analysis::timex::{
    Timex,
    edtf::{edtf, wording},
    promise::promises,
    timexes,
};
use proptest::prelude::*;

const LANGUAGES: [&str; 12] = [
    "en", "en-GB", "ru", "az", "tr", "fr", "de", "es", "fa", "ar", "he", "ka",
];

/// Pieces of which expressions of time are made, so that chance makes many.
const PIECES: &[&str] = &[
    "I",
    "from",
    "to",
    "between",
    "until",
    "in",
    "within",
    "business",
    "week",
    "fortnight",
    "3pm",
    "half past",
    "o'clock",
    "at",
    "12",
    "0730",
    "q3",
    "FY",
    "Easter",
    "Ramadan",
    "Nowruz",
    "before",
    "after",
    "will",
    "by",
    "плана",
    "через",
    "квартал",
    "années",
    "ilin",
    "sonunda",
    "May",
    "march",
    "Feb",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    "'",
    "’",
    "s",
    "th",
    "31",
    "30",
    "29",
    "1",
    "0",
    "2020",
    "1999",
    "1402",
    "99999999999",
    "last",
    "next",
    "the",
    "past",
    "first",
    "second",
    "quarter",
    "year",
    "years",
    "week",
    "days",
    "century",
    "decade",
    "of",
    "and",
    "a",
    "ago",
    "later",
    "earlier",
    "year-ago",
    "mid",
    "early",
    "every",
    "Tuesday",
    "nights",
    "noon",
    "p.m.",
    "UTC",
    "two",
    "hundred",
    "thousand",
    "million",
    "half",
    "20th",
    "\n\n",
    "Q4",
    "’90s",
    "½",
    "мая",
    "года",
    "il",
    "mayın",
    "خرداد",
    "۱۴۰۲",
    "رمضان",
    "במאי",
    "ב",
    "\u{200c}",
    "é",
    "İ",
    "𝟗",
];

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..24);
    let of_pieces = pieces.prop_map(|pieces| {
        let joined = pieces
            .iter()
            .map(|(piece, spaced)| format!("{piece}{}", if *spaced { " " } else { "" }));
        joined.collect::<String>()
    });
    prop_oneof![of_pieces, any::<String>()]
}

fn any_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1..=9999, 1_u32..=366).prop_map(|(y, d)| {
        NaiveDate::from_yo_opt(y, d)
            .or_else(|| NaiveDate::from_yo_opt(y, 365))
            .expect("every year has a day 365")
    }))
}

/// Whether `date` is a date or interval of EDTF level 1.
fn is_edtf(date: &str) -> bool {
    let is_open = |side: &str| side == "..";
    let is_date = |side: &str| {
        let side = side.trim_end_matches(['?', '~', '%']);
        let (year, rest) = side.split_at_checked(4).unwrap_or((side, ""));
        let is_year = year.len() == 4 && {
            let figures = year.trim_end_matches('X');
            figures.len() >= 2 && figures.bytes().all(|b| b.is_ascii_digit())
        };
        let parts: Vec<&str> = rest.split('-').skip(1).collect();
        is_year
            && parts.len() <= 2
            && parts
                .iter()
                .all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))
    };
    match date.split_once('/') {
        Some((a, b)) => (is_open(a) || is_date(a)) && (is_open(b) || is_date(b)),
        None => is_date(date),
    }
}

fn check(text: &str, found: &[Timex]) {
    for timex in found {
        if let Some(date) = edtf(timex, wording(text, timex)) {
            assert!(is_edtf(&date), "{date} is no EDTF");
        }
        assert!(
            timex.range.slice(text).is_some_and(|s| !s.is_empty()),
            "a range lies on characters of its text"
        );
        assert!(!timex.value.is_empty(), "every timex has a value");
        if let Some(interval) = timex.interval {
            assert!(interval.start < interval.end, "an interval has a day");
        }
        let day: Option<Vec<u32>> = timex
            .value
            .split('T')
            .next()
            .map(|v| v.split('-').map_while(|p| p.parse().ok()).collect());
        if let Some([year, month, day]) = day.as_deref()
            && timex.value.len() >= 10
        {
            let exists = NaiveDate::from_ymd_opt(year.cast_signed(), *month, *day).is_some();
            assert!(exists, "the calendar has no {}", timex.value);
        }
    }
    for pair in found.windows(2) {
        assert!(
            pair[0].range.end <= pair[1].range.start,
            "timexes are in order and apart: {pair:?}"
        );
    }
}

#[test]
fn a_long_repetition_is_read_like_any_text() {
    let phrases = [
        "the week of ",
        "the first Monday of ",
        "2019, ",
        "1,000",
        "May ",
        "last ",
        "two and ",
        "-",
        "'",
        "a half ",
    ];
    for phrase in phrases {
        let text = phrase.repeat(50_000);
        check(
            &text,
            &timexes(
                &text,
                &Context {
                    published: None,
                    language: Some("en"),
                },
            ),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn timexes_of_any_text_are_apart_in_order_and_on_the_calendar(
        text in any_text(),
        published in any_day(),
        language in prop::sample::select(&LANGUAGES[..]),
    ) {
        let context = Context { published, language: Some(language) };
        let found = timexes(&text, &context);
        check(&text, &found);
        for promise in promises(&text, &found, &context) {
            prop_assert!(Some(promise.due) > published, "a promise lies ahead");
            prop_assert!(promise.cue.slice(&text).is_some_and(|c| !c.is_empty()));
        }
        prop_assert_eq!(&found, &timexes(&text, &context), "the same text gives the same answer");
    }

    #[test]
    fn a_text_of_unknown_language_is_read_too(text in any_text(), published in any_day()) {
        check(&text, &timexes(&text, &Context { published, language: None }));
    }

    #[test]
    fn a_day_is_found_exactly_where_the_calendar_has_it(
        year in 1600..2050_i32,
        month in 1_u32..=12,
        day in 1_u32..=31,
    ) {
        let names = ["January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December"];
        let text = format!("It was signed on {day} {} {year}.", names[month as usize - 1]);
        let found = timexes(&text, &Context { published: None, language: Some("en") });
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => {
                prop_assert_eq!(found.len(), 1);
                prop_assert_eq!(&found[0].value, &date.to_string());
                prop_assert_eq!(found[0].interval.map(|i| (i.start, i.days())), Some((date, 1)));
                prop_assert_eq!(found[0].interval.map(|i| i.start.year()), Some(year));
            }
            None => prop_assert!(found.is_empty(), "{text}: {found:?}"),
        }
    }
}
