//! Whether a clause speaks of the past or of the future, from the words around an expression.

use super::{
    lexicon::Key,
    token::{Break, Shape, Token},
};

/// The time of which a clause speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unsaid,
}

/// How many words before an expression can say its tense.
const REACH: usize = 10;
/// How many tokens after it can.
const REACH_AFTER: usize = 7;
/// How many where the expression opens its sentence, and its verb stands far behind: “In January, a
/// week after the anniversary of the siege, the bridge was closed”.
const REACH_OF_OPENING: usize = 20;

/// The tense of the clause around the tokens `start..end`: the nearest verb that shows one before
/// it in the sentence, else shortly after it, else what its preposition suggests.
pub(super) fn tense(text: &str, tokens: &[Token], start: usize, end: usize) -> Tense {
    // “Tuesday's ruling” has been made.
    let is_owner = tokens
        .get(end)
        .is_some_and(|t| matches!(t.shape, Shape::Mark('\'' | '’')) && !t.is_spaced);
    if is_owner {
        return Tense::Past;
    }
    // “as early as Tuesday” looks ahead.
    let word = |i: usize| tokens.get(i).map_or("", |t| &text[t.range().as_usize()]);
    if start >= 3 && word(start - 1) == "as" && word(start - 3) == "as" {
        return Tense::Future;
    }
    // “closed until Friday” looks ahead, “Until Friday they had …” need not.
    let is_inner = start >= 2 && tokens[start - 1].after == Break::None;
    if is_inner && tokens[start - 1].word.key == Some(Key::Until) {
        return Tense::Future;
    }
    let before = before(text, tokens, start);
    if before != Tense::Unsaid {
        return before;
    }
    let after = tokens
        .iter()
        .enumerate()
        .skip(end)
        .take(if opens_sentence(tokens, start) {
            REACH_OF_OPENING
        } else {
            REACH_AFTER
        })
        .take_while(|(_, t)| t.after == Break::None);
    let after = after
        .map(|(i, _)| at(text, tokens, i))
        .find(|t| *t != Tense::Unsaid);
    if let Some(after) = after {
        return after;
    }
    match start.checked_sub(1).and_then(|i| tokens[i].word.key) {
        Some(Key::By | Key::Until) => Tense::Future,
        Some(Key::Since) => Tense::Past,
        _ => Tense::Unsaid,
    }
}

/// Whether nothing but a preposition or an article stands before `start` in its sentence.
fn opens_sentence(tokens: &[Token], start: usize) -> bool {
    (start.saturating_sub(1)..=start).any(|i| tokens.get(i).is_some_and(|t| t.after != Break::None))
}

fn before(text: &str, tokens: &[Token], start: usize) -> Tense {
    if tokens.get(start).is_some_and(|t| t.after != Break::None) {
        return Tense::Unsaid;
    }
    let mut words = 0;
    for i in (start.saturating_sub(REACH * 3)..start).rev() {
        words += usize::from(tokens[i].shape == Shape::Word);
        let tense = at(text, tokens, i);
        if tense == Tense::Future && follows_had(tokens, i) {
            return Tense::Past;
        }
        if tense != Tense::Unsaid {
            return tense;
        }
        if words >= REACH || tokens[i].after != Break::None {
            break;
        }
    }
    Tense::Unsaid
}

/// What the word at `i` shows: “said” the past, “will” the future, “be held” what “be” shows.
fn at(text: &str, tokens: &[Token], i: usize) -> Tense {
    let token = &tokens[i];
    let word = |i: usize| &text[tokens[i].range().as_usize()];
    let is_word = |wanted| word(i) == wanted;
    let leads_to = tokens
        .get(i + 1)
        .is_some_and(|t| matches!(t.word.key, Some(Key::To | Key::For)));
    let is_past = match token.word.key {
        // “set a price” is no plan; “set to resume” is.
        Some(Key::WillVerb) if is_word("set") && !leads_to => false,
        Some(Key::WillVerb) => return Tense::Future,
        Some(Key::PresentVerb) if leads_to && tokens[i + 1].word.key == Some(Key::To) => {
            return Tense::Future;
        }
        Some(Key::Ended) => is_word("ended"),
        Some(Key::PastVerb | Key::HadVerb) => true,
        Some(_) => false,
        None => is_regular_past(word(i)),
    };
    if !is_past {
        return Tense::Unsaid;
    }
    let follows_will = i
        .checked_sub(1)
        .is_some_and(|k| matches!(word(k), "be" | "to" | "will" | "would"));
    if follows_will {
        Tense::Future
    } else {
        Tense::Past
    }
}

/// Whether a word has the ending of the regular past.
pub(super) fn is_regular_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// “had been due to expire”: the plan at `i` is itself of the past.
fn follows_had(tokens: &[Token], i: usize) -> bool {
    tokens[i.saturating_sub(3)..i]
        .iter()
        .any(|t| t.word.key == Some(Key::HadVerb))
}
