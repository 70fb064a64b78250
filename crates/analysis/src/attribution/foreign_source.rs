//! Finds who speaks in the languages that have no grammar of their own here: the noun phrase that the
//! language’s word order puts beside the verb of saying, without places, days and those told.

use super::foreign::{is_lead, is_verb, lower};
use super::language::Language;
use super::lexicon::Foreign;
use super::token::{Kind, Token};
use super::view::{Span, View};

/// Prepositions of the languages without capitals.
const PREPOSITIONS: [&str; 16] = [
    "در", "به", "از", "با", "برای", "في", "من", "إلى", "على", "عن", "مع", "של", "על", "עם", "این",
    "آن",
];
/// The most words of a source.
const LONGEST: usize = 7;

/// The noun phrase beside the verb.
pub(super) fn source(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    verb: usize,
    quote: usize,
) -> Option<Span> {
    if is_lead(view, words, verb) {
        return if language.has_capitals() {
            name_from(view, words, language, verb + 1).map(|span| first_name(view, span))
        } else {
            plain_after(view, words, verb)
        };
    }
    if !language.has_capitals() {
        return plain_source(view, words, language, verb, quote);
    }
    let right = name_from(view, words, language, verb + 1);
    let left = name_before(view, words, language, verb);
    let verb_last = matches!(language, Language::Turkish | Language::Azerbaijani);
    let found = if verb_last {
        left.or_else(|| name_at_start(view, words, language, verb.min(quote)))
            .or(right)
    } else if verb > quote {
        right.or(left)
    } else {
        left.or(right)
    };
    found
        .or_else(|| name_at_start(view, words, language, verb.min(quote)))
        .or_else(|| name_behind_phrase(view, words, verb))
        .or_else(|| {
            (verb > quote)
                .then(|| noun_after(view, words, verb))
                .flatten()
        })
}

/// A name behind a phrase that follows the verb: «отметил в беседе с газетой инженер Борис Холин».
fn name_behind_phrase(view: &View<'_>, words: &Foreign, verb: usize) -> Option<Span> {
    let limit = view.tokens.len().min(verb + 10);
    let first = (verb + 1..limit)
        .take_while(|&i| view.tokens[i].is_word())
        .find(|&i| view.tokens[i].is_capital)?;
    let end = (first..limit)
        .find(|&i| !view.tokens[i].is_capital)
        .unwrap_or(limit);
    // «в заявлении МИД»: the object of a preposition.
    let is_place = (first.saturating_sub(2)..first)
        .any(|i| is_stop(view, words, i) || is_verb(view, words, i) && i + 1 == first);
    (end - first >= 2 && !is_place).then(|| Span::new(first - 1, end))
}

/// A noun alone behind the verb: «— спросил корреспондент.», “dit le ministre”.
fn noun_after(view: &View<'_>, words: &Foreign, verb: usize) -> Option<Span> {
    const ADVERBS: [&str; 4] = ["о", "ment", "mente", "но"];
    let limit = view.tokens.len().min(verb + 5);
    let end = (verb + 1..limit)
        .find(|&i| !view.tokens[i].is_word() || is_stop(view, words, i))
        .unwrap_or(limit);
    let closes = view
        .get(end)
        .is_none_or(|t| t.is_stop() || t.is_comma() || t.is_dash());
    let last = lower(view, end.checked_sub(1)?);
    let is_adverb = ADVERBS.iter().any(|e| last.ends_with(e));
    (end > verb + 1 && closes && !is_adverb).then(|| Span::new(verb + 1, end))
}

fn is_pronoun(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    view.get(at).is_some_and(Token::is_word) && words.pronouns.contains(lower(view, at).as_str())
}

/// Whether the token at `at` ends a noun phrase.
pub(super) fn is_stop(view: &View<'_>, words: &Foreign, at: usize) -> bool {
    let token = view.tokens[at];
    // A preposition has a capital where it begins the sentence.
    let begins = at == 0 || !view.tokens[at - 1].is_word();
    !token.is_word() && token.kind != Kind::Number
        || words.stops.contains(lower(view, at).as_str()) && (!token.is_capital || begins)
}

/// A phrase that begins at `start`: it must hold a name or be a pronoun.
fn name_from(view: &View<'_>, words: &Foreign, language: Language, start: usize) -> Option<Span> {
    let start = after_day(view, start);
    if is_pronoun(view, words, start) {
        return Some(Span::new(start, start + 1));
    }
    let mut end = start;
    while end < view.tokens.len()
        && end - start < LONGEST
        && !is_stop(view, words, end)
        && !is_verb(view, words, end)
        && !is_object(view, language, start, end)
    {
        end += 1;
    }
    let last = (start..end).rev().find(|&i| view.tokens[i].is_capital)?;
    if is_circumstance(view, language, start, last) {
        return None;
    }
    Some(Span::new(start, last + 1))
}

/// Where a phrase begins behind a day: “a prévenu lundi la ministre”, “advirtió el lunes la ministra”.
fn after_day(view: &View<'_>, start: usize) -> usize {
    const DAYS: [&str; 18] = [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "hier",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "ayer",
        "hoy",
        "aujourd’hui",
    ];
    let is_day = |i: usize| DAYS.contains(&lower(view, i).as_str());
    if is_day(start) {
        start + 1
    } else if matches!(lower(view, start).as_str(), "el" | "este") && is_day(start + 1) {
        start + 2
    } else {
        start
    }
}

/// A phrase up to the end of its first run of capitalised words: “laut Greta Holm ist die Brücke”.
fn first_name(view: &View<'_>, span: Span) -> Span {
    let capital = |i: &usize| view.tokens[*i].is_capital;
    let Some(from) = (span.start..span.end).find(capital) else {
        return span;
    };
    let end = (from..span.end).find(|i| !capital(i)).unwrap_or(span.end);
    Span::new(span.start, end)
}

/// Whether the article at `at` begins the person told, in German: “sagte Greta Holm der Zeitung”.
fn is_object(view: &View<'_>, language: Language, start: usize, at: usize) -> bool {
    language == Language::German
        && at >= start + 2
        && view.tokens[at - 1].is_capital
        && view.tokens[at - 2].is_capital
        && matches!(
            lower(view, at).as_str(),
            "der" | "dem" | "den" | "einer" | "einem"
        )
}

/// Whether the one capitalised word of a phrase says where something stands: its ending is that
/// of a place, and it has a capital only because it begins the sentence.
fn is_circumstance(view: &View<'_>, language: Language, start: usize, last: usize) -> bool {
    const ENDINGS: [&str; 16] = [
        "da", "də", "de", "dan", "dən", "den", "ta", "te", "tan", "ten", "ın", "in", "un", "ün",
        "ya", "yə",
    ];
    let begins = start == 0 || !view.tokens[start - 1].is_word();
    let is_agglutinative = matches!(language, Language::Turkish | Language::Azerbaijani);
    let word = lower(view, last);
    is_agglutinative
        && begins
        && start == last
        && word.chars().count() > 4
        && ENDINGS.iter().any(|e| word.ends_with(e))
}

/// A phrase that ends before `end`.
fn name_before(view: &View<'_>, words: &Foreign, language: Language, end: usize) -> Option<Span> {
    let mut end = before_relative_clause(view, end);
    while end > 0 && (view.tokens[end - 1].is_comma() || view.tokens[end - 1].is_dash()) {
        end -= 1;
    }
    let end_at = end.checked_sub(1)?;
    if is_pronoun(view, words, end_at) {
        return Some(Span::new(end_at, end));
    }
    let mut start = end;
    while start > 0
        && end - start < LONGEST
        && !is_stop(view, words, start - 1)
        && !is_verb(view, words, start - 1)
    {
        start -= 1;
    }
    let last = (start..end).rev().find(|&i| view.tokens[i].is_capital)?;
    let start = after_place(view, words, language, start, last)?;
    if is_circumstance(view, language, start, last)
        && last + 1 < end
        && ["ın", "in", "un", "ün"]
            .iter()
            .any(|e| lower(view, last).ends_with(e))
        && !["da", "də", "de", "dan", "dən", "den"]
            .iter()
            .any(|e| lower(view, end - 1).ends_with(e))
    {
        // “Nazirliyin mətbuat xidməti bildirib”: what the genitive belongs to speaks.
        return Some(Span::new(start, end));
    }
    (!is_circumstance(view, language, start, last)).then(|| Span::new(start, last + 1))
}

/// Where the subject before a relative clause between commas ends: “l’ingénieur, qui l’a bâti, estime”.
fn before_relative_clause(view: &View<'_>, end: usize) -> usize {
    const RELATIVES: [&str; 12] = [
        "qui",
        "que",
        "dont",
        "quien",
        "который",
        "которая",
        "которые",
        "der",
        "die",
        "das",
        "welcher",
        "welche",
    ];
    if end == 0 || !view.tokens[end - 1].is_comma() {
        return end;
    }
    let open = (end.saturating_sub(14)..end - 1)
        .rev()
        .find(|&i| view.tokens[i].is_comma());
    match open {
        Some(open) if RELATIVES.contains(&lower(view, open + 1).as_str()) => open,
        _ => end,
    }
}

/// Where the subject of `start..=last` begins, behind the place that a preposition or an ending
/// makes of its first words: «В Тарсене Олег Ветров», “Tarsendə Orxan Yelkən”.
fn after_place(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    start: usize,
    last: usize,
) -> Option<usize> {
    let capitals = (start..=last)
        .filter(|&i| view.tokens[i].is_capital)
        .count();
    let follows_preposition = start > 0 && {
        let before = view.tokens[start - 1];
        before.is_word() && !is_verb(view, words, start - 1) && is_stop(view, words, start - 1)
    };
    let first = lower(view, start);
    let is_apostrophised = first.contains(['’', '\''])
        && ["de", "da", "te", "ta", "den", "dan", "ten", "tan"]
            .iter()
            .any(|e| first.ends_with(e));
    let has_place_ending = capitals >= 3
        && ["da", "də", "dan", "dən"]
            .iter()
            .any(|e| first.ends_with(e));
    match language {
        Language::Turkish | Language::Azerbaijani => {
            let is_place = is_apostrophised || has_place_ending && view.tokens[start].is_capital;
            Some(if is_place && start < last {
                start + 1
            } else {
                start
            })
        }
        Language::Russian if follows_preposition && view.tokens[start].is_capital => {
            // A name is two words as a rule; what stands before them is the place.
            match capitals {
                0 | 1 => None,
                2 => Some(last),
                _ => Some(last - 1),
            }
        }
        Language::German if follows_preposition => None,
        _ => Some(start),
    }
}

/// The phrase that begins the sentence, where a quotation stands between subject and verb.
fn name_at_start(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    until: usize,
) -> Option<Span> {
    let first = view.tokens.iter().position(|t| t.is_word())?;
    if first >= until {
        return None;
    }
    name_from(view, words, language, first).filter(|span| span.end <= until)
}

/// In a script without capitals the words between verb and quotation, or beside the verb, are the
/// source.
fn plain_source(
    view: &View<'_>,
    words: &Foreign,
    language: Language,
    verb: usize,
    quote: usize,
) -> Option<Span> {
    let after = || plain_after(view, words, verb);
    let before = || {
        let mut start = verb;
        while start > 0 && verb - start < 5 && !is_stop(view, words, start - 1) {
            start -= 1;
        }
        // “… in an interview with reporters said”: the object of a preposition does not speak.
        let is_object = start > 0
            && PREPOSITIONS
                .iter()
                .any(|p| view.tokens[start - 1].text(view.text) == *p);
        (start < verb && !is_object).then(|| Span::new(start, verb))
    };
    let at_start = || {
        let until = verb.min(quote);
        let mut end = 0;
        while end < until && end < 5 && !is_stop(view, words, end) {
            end += 1;
        }
        (end > 0).then(|| Span::new(0, end))
    };
    match language {
        Language::Persian => before().or_else(at_start).or_else(after),
        _ => after().or_else(before).or_else(at_start),
    }
}

fn plain_after(view: &View<'_>, words: &Foreign, verb: usize) -> Option<Span> {
    let mut end = verb + 1;
    while end < view.tokens.len() && end - verb <= 5 && !is_stop(view, words, end) {
        end += 1;
    }
    (end > verb + 1).then(|| Span::new(verb + 1, end))
}
