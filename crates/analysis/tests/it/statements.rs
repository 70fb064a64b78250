//! Measures how well quotations are gathered into statements, on invented ones that are reworded by
//! a seed, and holds the laws of statements.

#![expect(clippy::print_stdout, reason = "the figures are read with --nocapture")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use dossier_analysis::Context;
use dossier_analysis::attribution::attributions;
use dossier_analysis::statement::{
    Change, Group, Piece, Quoted, Relation, Signature, compare, diff, gather,
};
use proptest::prelude::*;

#[path = "../../benches/wordings/mod.rs"]
mod wordings;

/// The share of pairs gathered, in a hundred, that may be of different statements.
const MOST_FALSE: f64 = 1.0;
/// The share of pairs of one statement, in a hundred, that must be gathered.
const RECALL: f64 = 90.0;

fn quoted(id: u64, words: &str) -> Quoted<'_> {
    Quoted {
        id,
        words,
        document: id,
        date: None,
        speaker: None,
        language: "en",
    }
}

fn members(group: &Group) -> Vec<u64> {
    group.members.iter().map(|m| m.id).collect()
}

fn pairs(count: usize) -> usize {
    count * count.saturating_sub(1) / 2
}

#[test]
fn reworded_statements_are_gathered_and_others_kept_apart() {
    for seed in [1, 2, 3] {
        let made = wordings::quotations(seed, 4_000);
        let all: Vec<Quoted<'_>> = (0_u64..)
            .zip(&made)
            .map(|(id, (_, words))| quoted(id, words))
            .collect();
        let mut sizes: HashMap<usize, usize> = HashMap::new();
        for (statement, _) in &made {
            *sizes.entry(*statement).or_default() += 1;
        }
        let wanted: usize = sizes.values().map(|&n| pairs(n)).sum();
        let (mut right, mut gathered) = (0, 0);
        for group in gather(&all) {
            let mut of_statement: HashMap<usize, usize> = HashMap::new();
            for id in members(&group) {
                let at = usize::try_from(id).expect("ids are small");
                *of_statement.entry(made[at].0).or_default() += 1;
            }
            gathered += pairs(group.members.len());
            right += of_statement.values().map(|&n| pairs(n)).sum::<usize>();
        }
        let wrong = 100.0 * (gathered - right) as f64 / gathered as f64;
        let recall = 100.0 * right as f64 / wanted as f64;
        println!("seed {seed}: {gathered} pairs, {wrong:.2} % false, recall {recall:.1} %");
        assert!(wrong <= MOST_FALSE, "{wrong:.2} % of the pairs are false");
        assert!(recall >= RECALL, "{recall:.1} % of the pairs are found");
    }
}

#[test]
fn wordings_of_one_statement_are_told_apart_by_what_was_done_to_them() {
    let full = "We will not close the old bridge before the winter comes to the valley.";
    let date = |day| NaiveDate::from_ymd_opt(2023, 5, day);
    let all = [
        Quoted {
            date: date(3),
            speaker: Some("finch"),
            ..quoted(1, full)
        },
        Quoted {
            date: date(2),
            speaker: Some("finch"),
            ..quoted(2, "close the old bridge before the winter")
        },
        Quoted {
            date: date(1),
            speaker: Some("vale"),
            ..quoted(
                3,
                "We will close the old bridge before the winter comes to the valley",
            )
        },
        Quoted {
            speaker: None,
            ..quoted(
                4,
                "“we will not close the old bridge before the winter comes to the valley”",
            )
        },
        quoted(5, "The harbour is open to every ship of our allies."),
    ];
    let groups = gather(&all);
    assert_eq!(groups.len(), 1, "{groups:?}");
    let group = &groups[0];
    assert_eq!(
        members(group),
        [3, 2, 1, 4],
        "by date, those without one last"
    );
    assert_eq!((group.fullest, group.documents), (1, 4));
    assert!(group.speakers_differ);
    let of = |id| *group.members.iter().find(|m| m.id == id).expect("a member");
    assert_eq!(of(4).relation, Relation::Verbatim);
    assert_eq!(of(2).relation, Relation::Truncated);
    assert!(of(2).lost_negation, "the words before the part deny it");
    assert_eq!(of(3).relation, Relation::Varied);
    assert!(of(3).lost_negation && !of(3).added_negation);
    assert!(!of(4).lost_negation && !of(4).added_negation);
}

#[test]
fn quotations_in_other_languages_are_gathered_in_their_own() {
    let given = [
        (
            "ru",
            "Мы закроем старый мост до прихода зимы",
            "Они закрыли старый мост до прихода зимы",
        ),
        (
            "de",
            "Wir schließen die alte Brücke vor dem Winter am Fluss",
            "sie schlossen die alten Brücken vor dem Winter am Fluss",
        ),
        (
            "fr",
            "Nous fermerons le vieux pont avant la fin de l’hiver",
            "ils fermeront le vieux pont avant la fin de l’hiver",
        ),
        (
            "es",
            "Cerraremos el viejo puente antes del invierno en el valle",
            "cerraron el viejo puente antes del invierno en el valle",
        ),
        (
            "tr",
            "Eski köprüyü kış gelmeden önce kapatacağız",
            "eski köprüyü kış gelmeden önce kapattılar",
        ),
        (
            "az",
            "Köhnə körpünü qış gəlməmişdən əvvəl bağlayacağıq",
            "köhnə körpünü qış gəlməmişdən əvvəl bağladılar",
        ),
        (
            "fa",
            "پل قدیمی شهر را پیش از زمستان می‌بندیم",
            "پل قدیمی شهر را پیش از زمستان بستند",
        ),
        (
            "ar",
            "سنغلق الجسر القديم قبل حلول الشتاء",
            "أغلقوا الجسر القديم قبل حلول الشتاء",
        ),
        (
            "he",
            "נסגור את הגשר הישן לפני בוא החורף",
            "סגרו את הגשר הישן לפני בוא החורף",
        ),
    ];
    let mut all = Vec::new();
    for (number, (language, a, b)) in (0_u64..).zip(&given) {
        for (id, words) in [(2 * number, a), (2 * number + 1, b)] {
            all.push(Quoted {
                language,
                ..quoted(id, words)
            });
        }
    }
    let groups = gather(&all);
    let found: Vec<_> = groups.iter().map(members).collect();
    let expected: Vec<_> = (0..given.len() as u64)
        .map(|n| vec![2 * n, 2 * n + 1])
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_words_in_two_languages_are_two_statements() {
    let words = "Dossier Tarn Westmark Finch Vale Holm";
    let all = [
        quoted(1, words),
        Quoted {
            language: "de",
            ..quoted(2, words)
        },
    ];
    assert!(gather(&all).is_empty());
}

#[test]
fn a_phrase_that_everybody_uses_is_no_statement() {
    let all = [
        quoted(1, "No comment."),
        quoted(2, "No comment"),
        quoted(3, "It is what it is."),
        quoted(4, "It is what it is!"),
    ];
    assert!(gather(&all).is_empty());
    assert_eq!(compare("No comment.", "no comment", "en"), None);
}

#[test]
fn a_thousand_copies_are_one_statement() {
    let words = "We will close the old bridge before the winter comes.";
    let all: Vec<_> = (0..1_000).map(|id| quoted(id, words)).collect();
    let groups = gather(&all);
    assert_eq!((groups.len(), groups[0].members.len()), (1, 1_000));
}

/// Two wordings of one statement that stand in an article beside the project are found.
#[test]
fn wordings_in_an_article_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("SKIPPED: no articles beside the project; wordings in them were not looked for.");
        return;
    };
    let mut varied = 0;
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("an article is text");
        let context = Context {
            published: None,
            language: Some("en"),
        };
        let found = attributions(&text, &context);
        let contents: Vec<String> = found
            .iter()
            .map(|a| {
                let parts = a.content.iter().filter_map(|r| r.slice(&text));
                parts.collect::<Vec<_>>().join(" ")
            })
            .collect();
        let all: Vec<_> = (0_u64..)
            .zip(&contents)
            .map(|(id, words)| quoted(id, words))
            .collect();
        for group in gather(&all) {
            println!("{}: {:?}", path.display(), group);
            varied += usize::from(group.members.iter().any(|m| m.relation == Relation::Varied));
            assert!(!group.speakers_differ);
        }
    }
    assert_eq!(varied, 1, "one statement is worded twice");
}

/// Words of a small vocabulary, so that quotations meet.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "bridge", "river", "close", "closed", "not", "the", "will", "old", "winter", "harbour",
        "ship", "open", ",", ".", "“", "é", "мост", "3.5", "don’t", "\u{301}", "کتاب", "",
    ]);
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

/// The words of the pieces of the given kinds, as they stand in `text`.
fn words_of(pieces: &[Piece], kinds: &[Change], text: &str) -> Vec<String> {
    let of_kind = pieces.iter().filter(|p| kinds.contains(&p.change));
    of_kind
        .filter_map(|p| p.range.slice(text))
        .flat_map(str::split_whitespace)
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_difference_gives_back_both_wordings(a in sentence(), b in sentence()) {
        let pieces = diff(&a, &b);
        for pair in pieces.windows(2) {
            prop_assert!(pair[0].change != pair[1].change, "runs are as long as can be");
        }
        let whole = |text: &str| words_of(&diff(text, ""), &[Change::Removed], text);
        prop_assert_eq!(words_of(&pieces, &[Change::Same, Change::Removed], &a), whole(&a));
        let same = words_of(&pieces, &[Change::Same], &a);
        let added = words_of(&pieces, &[Change::Added], &b);
        prop_assert_eq!(same.len() + added.len(), whole(&b).len());
        for piece in &pieces {
            let text = if piece.change == Change::Added { &b } else { &a };
            prop_assert!(piece.range.slice(text).is_some_and(|s| !s.is_empty()));
        }
        prop_assert!(diff(&a, &a).iter().all(|p| p.change == Change::Same));
    }

    #[test]
    fn every_quotation_is_in_one_statement_at_most(words in prop::collection::vec(sentence(), 0..14)) {
        let all: Vec<_> = (0_u64..).zip(&words).map(|(id, words)| quoted(id, words)).collect();
        let groups = gather(&all);
        let mut ids: Vec<u64> = groups.iter().flat_map(members).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        for group in &groups {
            prop_assert!(group.members.len() > 1);
            prop_assert!(group.members.iter().any(|m| m.id == group.fullest));
        }
        prop_assert_eq!(&gather(&all), &groups, "the same quotations give the same statements");
    }

    #[test]
    fn a_wording_is_one_statement_with_itself_and_with_it_alone_shares_all_keys(a in sentence(), b in sentence()) {
        let (first, second) = (Signature::of(&a, "en"), Signature::of(&b, "en"));
        prop_assert_eq!(first.shared(&first), first.keys().len());
        prop_assert_eq!(first.shared(&second), second.shared(&first));
        prop_assert!(first.keys().is_sorted());
        if first.keys().len() > 3 {
            prop_assert_eq!(compare(&a, &a, "en"), Some(Relation::Verbatim));
        }
        prop_assert_eq!(compare(&a, &b, "en").is_some(), compare(&b, &a, "en").is_some());
    }
}
