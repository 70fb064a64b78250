//! Promises in English: the verb to which a date belongs decides.

use super::{Cue, Piece, Stated, Words};

/// How many words before a date its verb is looked for.
const REACH: usize = 28;
/// How many words after a date that opens its clause.
const REACH_AFTER: usize = 16;

/// Words that state an intention where “to”, “for” or “that” follows them.
const INTEND: &str = "agree agreed agrees aim aimed aiming aims commit commits committed committing expect \
     expected expects foresees going hope hoped hopes hoping intend intended intends plan \
     planned planning plans pledge pledged pledges pledging prepare prepares preparing promise \
     promised promises promising seek seeks set supposed undertakes undertook vow vowed vows wants want";
/// Nouns that do, wherever they stand before the date.
const INTENTIONS: &str = "aim agreement ambition commitment commitments deal decision goal goals pledge pledges plan \
     plans promise promises target targets";
/// Verbs and nouns of due dates.
const DUE: &str = "deadline due effective expire expires expiring mature matures must obliged ordered payable required scheduled \
     shall slated valid";
/// Verbs that set a date in the present: “the summit opens on 3 July”.
const PRESENT: &str = "arrives begins closes comes ends enters expires leaves lapses meets opens resumes runs \
     starts takes votes";
/// What only may be, and what others foresee.
const UNSURE: &str = "could may might unlikely likely perhaps possibly";
const FORESEEN: &str = "estimate estimated estimates forecast forecasts predict predicted predicts projected \
     projection projections projects warn warned warns";
/// Words after which what was intended is so no more.
const GIVEN_UP: &str = "abandoned cancelled canceled dropped scrapped shelved";
/// Irregular verbs of the past that end the search; the regular end in “-ed”.
const PAST: &str = "began built came did fell found gave got grew had held kept led left lost made met paid ran \
     rose said saw sold spent told took was went were won wrote";
/// Before a date, these make it a limit.
const LIMITS: &str = "by until till before";

/// What a word shows of the clause.
enum Shown {
    Stated(Stated),
    /// Something that is no promise.
    Other,
    Nothing,
}

/// The cue of the sentence for its date.
pub(super) fn cue(words: &Words<'_>) -> Option<Cue> {
    if words.before.iter().any(|w| w.is_any(FORESEEN)) {
        return None;
    }
    let all = || words.before.iter().chain(&words.after);
    if all().any(|w| w.is_any(GIVEN_UP)) {
        return None;
    }
    let before = &words.before;
    let first = before.len().saturating_sub(REACH);
    let mut barred = None;
    for i in (first..before.len()).rev() {
        if before[i].is(";") {
            break;
        }
        match shown(before, i) {
            Shown::Stated(stated) => return Some(found(before, i, stated)),
            Shown::Other => {
                barred = Some(i);
                break;
            }
            Shown::Nothing => {}
        }
    }
    if let Some(i) = barred {
        // “The minister said that by 2027 output will double.”
        let opens_clause = before[i + 1..].iter().any(|w| w.is("that") || w.is(","));
        if !opens_clause {
            return None;
        }
    } else if let Some(i) = headline(before) {
        return Some(found(before, i, Stated::Intention));
    }
    let after = &words.after;
    for i in 0..after.len().min(REACH_AFTER) {
        // What another says of it does not end the search: “, the minister said, ”.
        let is_inserted = after[i].is_any("said told says added announced");
        if after[i].is(";") {
            break;
        }
        match shown(after, i) {
            Shown::Stated(stated) => return Some(found(after, i, stated)),
            Shown::Other if !is_inserted => break,
            _ => {}
        }
    }
    None
}

fn found(words: &[Piece], i: usize, stated: Stated) -> Cue {
    let is_not = |w: &Piece| w.is_any("not never");
    let next = words.iter().skip(i + 1).take(2).any(is_not);
    Cue {
        range: words[i].range,
        stated,
        is_denied: next || words[i].is_any("won't won’t shan't"),
    }
}

fn shown(words: &[Piece], i: usize) -> Shown {
    let word = &words[i];
    let before = |n: usize| i.checked_sub(n).map(|k| &words[k]);
    let next = |n: usize| words.get(i + n);
    let follows = |list: &str| before(1).is_some_and(|w| w.is_any(list));
    let leads = |list: &str| next(1).is_some_and(|w| w.is_any(list));
    match word.lower.as_str() {
        "will" | "won't" | "won’t" | "shan't" => {
            let is_noun = follows("political the free good popular");
            return if is_noun {
                Shown::Nothing
            } else {
                Shown::Stated(Stated::Intention)
            };
        }
        "would" => {
            let is_unreal = leads("have");
            return if is_unreal {
                Shown::Other
            } else {
                Shown::Stated(Stated::Intention)
            };
        }
        // “is to open”, but “was to open” tells of the past.
        "to" if follows("is are") => return Shown::Stated(Stated::Intention),
        "to" if follows("was were") => return Shown::Other,
        // “the system, to be released in 2026”, but “said to be the largest”.
        "to" if leads("be") && !follows("believed said thought seems appears likely unlikely") => {
            return Shown::Stated(Stated::Intention);
        }
        "has" | "have" if leads("to until till") => return Shown::Stated(Stated::DueDate),
        _ => {}
    }
    if word.is_any(UNSURE) && !(word.is("may") && word.is_capital) {
        return Shown::Other;
    }
    let is_given_up = (1..=3).any(|n| before(n).is_some_and(|w| w.is("had")));
    let is_led = leads("to for that on in by itself himself") || resumes(words, i);
    if word.is_any(INTEND) && is_led {
        return if is_given_up {
            Shown::Other
        } else {
            Shown::Stated(Stated::Intention)
        };
    }
    if word.is_any(INTENTIONS) && !follows("of") {
        return Shown::Stated(Stated::Intention);
    }
    // “could be effective as early as 2027”.
    let is_unsure = (1..=3).any(|n| before(n).is_some_and(|w| w.is_any(UNSURE)));
    if word.is_any(DUE) && is_unsure {
        return Shown::Other;
    }
    if word.is_any(DUE) && !is_given_up {
        return Shown::Stated(Stated::DueDate);
    }
    if word.is_any(PRESENT) {
        return Shown::Stated(Stated::DueDate);
    }
    // “requires states to report”.
    let requires = word.is_any("requires obliges orders commits");
    if requires && words.iter().skip(i + 1).take(4).any(|w| w.is("to")) {
        return Shown::Stated(Stated::DueDate);
    }
    let is_participle = follows("be been being is are have has to a an the was were");
    // “a computer based on the new chip” goes on about the computer.
    let is_beside_noun = word.lower.ends_with("ed")
        && leads("on in by for with from at of under")
        && !word.is_any("agreed pledged committed said");
    if is_beside_noun {
        return Shown::Nothing;
    }
    let is_regular = word.lower.len() > 4 && word.lower.ends_with("ed") && !word.is_capital;
    if (is_regular || word.is_any(PAST)) && !is_participle {
        return Shown::Other;
    }
    Shown::Nothing
}

/// “vowed, in the face of protests, to build”: the words between commas are passed over.
fn resumes(words: &[Piece], i: usize) -> bool {
    words.get(i + 1).is_some_and(|w| w.is(","))
        && words[i + 2..]
            .windows(2)
            .take(REACH_AFTER)
            .any(|pair| pair[0].is(",") && pair[1].is("to"))
}

/// A headline: “Vessenia to build three dams by 2026”, with no other verb before the date.
fn headline(before: &[Piece]) -> Option<usize> {
    let at = before.iter().position(|w| w.is("to"))?;
    let is_verbless = !before
        .iter()
        .any(|w| w.is_any("is are has have says be been"));
    let is_verb = before
        .get(at + 1)
        .is_some_and(|w| !w.is_capital && !w.is_mark() && !w.is_any("the a an"));
    let follows_name = (1..=5).contains(&at);
    let is_limit = before
        .last()
        .is_some_and(|w| w.is_any(LIMITS) || w.is("in"));
    (is_verbless && is_verb && follows_name && is_limit).then_some(at)
}
