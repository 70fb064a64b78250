//! A simulated editor: it changes a text around and inside a marked passage, so that where the
//! passage went is known.

use dossier_text::TextRange;
use dossier_text::selector::{Anchorer, State, describe};

/// The marks at both ends of the passage; they travel with it and are taken out in the end.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

const WORDS: &[&str] = &[
    "harbour",
    "council",
    "inspection",
    "ministry",
    "tariff",
    "vessel",
    "grain",
    "winter",
    "bridge",
    "treaty",
    "border",
    "river",
    "Vell",
    "Tarn",
    "Ostrava",
    "Moor",
    "refused",
    "promised",
    "opened",
    "signed",
    "counted",
    "delayed",
    "returned",
    "quietly",
    "twice",
    "before",
    "after",
    "under",
    "against",
    "without",
    "the",
    "a",
    "of",
    "and",
    "its",
    "their",
    "every",
    "no",
    "recieved",
];

/// Numbers that depend on nothing but the seed (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn sentence(&mut self) -> String {
        let length = 6 + self.below(12);
        let mut words: Vec<&str> = (0..length)
            .map(|_| WORDS[self.below(WORDS.len())])
            .collect();
        let said = self.below(4) == 0;
        if said {
            words.insert(length / 2, "— “so it was” —");
        }
        format!("The {}.", words.join(" "))
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..2 + self.below(4)).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }
}

/// A paragraph with a passage of eight or more words marked in it.
fn mark(paragraph: &str, dice: &mut Dice) -> String {
    let starts: Vec<usize> = paragraph
        .match_indices(' ')
        .map(|(byte, _)| byte + 1)
        .collect();
    let first = dice.below(starts.len() - 9);
    let last = (first + 8 + dice.below(12)).min(starts.len() - 1);
    let (start, end) = (starts[first], starts[last] - 1);
    let [open, close] = MARKS;
    format!(
        "{}{open}{}{close}{}",
        &paragraph[..start],
        &paragraph[start..end],
        &paragraph[end..]
    )
}

/// One version of a text, without its marks, and where the passage is in it.
fn unmarked(paragraphs: &[String]) -> (String, Option<TextRange>) {
    let marked = paragraphs.join("\n\n");
    let range = marked
        .find(MARKS[0])
        .zip(marked.find(MARKS[1]))
        .map(|(start, end)| TextRange::new(start, end - MARKS[0].len_utf8()));
    (marked.replace(MARKS, ""), range)
}

/// Changes that leave the words of every passage alone.
fn rearrange(paragraphs: &mut Vec<String>, dice: &mut Dice) {
    for _ in 0..4 {
        let at = dice.below(paragraphs.len());
        match dice.below(4) {
            0 => paragraphs.insert(at, dice.paragraph()),
            1 => {
                let moved = paragraphs.remove(at);
                paragraphs.insert(dice.below(paragraphs.len() + 1), moved);
            }
            2 => paragraphs[at] = format!("{} {}", dice.sentence(), paragraphs[at]),
            _ if paragraphs[at].contains(MARKS[0]) => {}
            _ => drop(paragraphs.remove(at)),
        }
    }
}

struct Simulation {
    old: String,
    passage: TextRange,
    paragraphs: Vec<String>,
    dice: Dice,
}

fn simulate(seed: u64) -> Simulation {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut paragraphs: Vec<String> = (0..40).map(|_| dice.paragraph()).collect();
    let at = dice.below(paragraphs.len());
    paragraphs[at] = mark(&paragraphs[at], &mut dice);
    let (old, passage) = unmarked(&paragraphs);
    Simulation {
        old,
        passage: passage.expect("a passage was marked"),
        paragraphs,
        dice,
    }
}

/// Edits a marked text with `edit` and checks where the passage is found, for many seeds.
#[track_caller]
fn check(states: &[State], mut edit: impl FnMut(&mut Vec<String>, &mut Dice)) {
    for seed in 1..=60 {
        let Simulation {
            old,
            passage,
            mut paragraphs,
            mut dice,
        } = simulate(seed);
        edit(&mut paragraphs, &mut dice);
        let (new, expected) = unmarked(&paragraphs);
        let anchored = Anchorer::new(&new).anchor(&describe(&old, passage));
        let words = passage.slice(&old);
        assert_eq!(
            anchored.range, expected,
            "seed {seed}: {words:?} is {anchored:?}"
        );
        assert!(
            states.contains(&anchored.state),
            "seed {seed}: {words:?} is {anchored:?}"
        );
    }
}

#[test]
fn a_passage_follows_its_paragraph_through_insertions_and_reordering() {
    check(&[State::Exact, State::Moved], rearrange);
}

#[test]
fn a_passage_with_other_quotation_marks_and_dashes_keeps_its_place() {
    check(
        &[State::Exact, State::Moved, State::Reworded],
        |paragraphs, dice| {
            rearrange(paragraphs, dice);
            for paragraph in paragraphs {
                *paragraph = paragraph.replace(['“', '”'], "\"").replace('—', "–");
            }
        },
    );
}

#[test]
fn a_passage_whose_spelling_was_corrected_keeps_its_place() {
    check(
        &[State::Exact, State::Moved, State::Reworded],
        |paragraphs, dice| {
            rearrange(paragraphs, dice);
            for paragraph in paragraphs {
                *paragraph = paragraph
                    .replace("recieved", "received")
                    .replace("tariff", "tarif");
            }
        },
    );
}

#[test]
fn a_passage_into_which_a_word_was_put_grows_by_it() {
    check(&[State::Reworded], |paragraphs, dice| {
        rearrange(paragraphs, dice);
        for paragraph in paragraphs
            .iter_mut()
            .filter(|paragraph| paragraph.contains(MARKS[0]))
        {
            let open = paragraph.find(MARKS[0]).expect("it is the marked one");
            let space = open
                + paragraph[open..]
                    .match_indices(' ')
                    .nth(3)
                    .expect("it has eight")
                    .0;
            paragraph.insert_str(space, " nevertheless");
        }
    });
}

#[test]
fn a_passage_whose_paragraph_was_deleted_is_an_orphan() {
    check(&[State::Orphan], |paragraphs, dice| {
        rearrange(paragraphs, dice);
        paragraphs.retain(|paragraph| !paragraph.contains(MARKS[0]));
    });
}

#[test]
fn a_passage_that_was_cut_out_of_its_sentence_is_an_orphan() {
    check(&[State::Orphan], |paragraphs, _| {
        for paragraph in paragraphs
            .iter_mut()
            .filter(|paragraph| paragraph.contains(MARKS[0]))
        {
            let (before, rest) = paragraph
                .split_once(MARKS[0])
                .expect("it is the marked one");
            let (_, after) = rest.split_once(MARKS[1]).expect("both marks are in it");
            *paragraph = format!("{before}{after}");
        }
    });
}
