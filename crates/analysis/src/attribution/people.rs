//! Reads the people that a text names: their full names, offices, and where they are mentioned.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::byline;
use super::language::Language;
use super::lexicon::Flags;
use super::names::{
    Gender, Run, folded, gender_of, gender_of_name, given_of, joined, runs, surname_of,
};
use super::token::Token;

/// The most people of one text that are told apart; a text with more is a list of names.
const MOST_PEOPLE: usize = 1_000;

/// The most mentions of bodies of one text that are kept.
const MOST_BODIES: usize = 300;

#[derive(Debug)]
pub(super) struct Person {
    pub(super) full: String,
    pub(super) gender: Option<Gender>,
    /// Whether the text has the name as the subject of a clause: it may be a place otherwise.
    pub(super) is_subject: bool,
    /// Lower-case words of the offices that the text gives the person.
    pub(super) offices: Vec<String>,
}

/// A place where a person is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) at: u32,
    pub(super) person: usize,
    /// Whether it begins its sentence or clause, where subjects stand.
    pub(super) is_subject: bool,
}

/// The people that a text names.
#[derive(Debug)]
pub(super) struct People<'t> {
    pub(super) language: Language,
    text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) people: Vec<Person>,
    pub(super) by_surname: HashMap<String, Vec<usize>>,
    /// Only where one person bears the given name.
    by_given: HashMap<String, Option<usize>>,
    /// In text order.
    pub(super) mentions: Vec<Mention>,
    /// Who wrote the text or gave the speech that it is, where its head says so: whom “I” means.
    pub(super) author: Option<String>,
    /// The words that the text has in lower case, once they are asked for.
    small_words: OnceCell<HashSet<&'t str>>,
    /// The names of bodies and where they stand, in text order.
    pub(super) bodies: Vec<(u32, String)>,
}

impl<'t> People<'t> {
    /// Reads the names of a text.
    pub(super) fn read(text: &'t str, tokens: &'t [Token], language: Language) -> Self {
        let mut people = Self {
            language,
            text,
            tokens,
            people: Vec::new(),
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            mentions: Vec::new(),
            author: byline::author(text),
            small_words: OnceCell::new(),
            bodies: Vec::new(),
        };
        if !language.has_capitals() {
            return people;
        }
        let runs = runs(text, tokens);
        for run in &runs {
            people.note_full_name(text, *run);
        }
        for run in &runs {
            people.note_single_name(text, *run);
        }
        for run in &runs {
            people.note_mention(text, *run);
            people.note_body(text, *run);
        }
        people
    }

    /// The words that the text has in lower case.
    pub(super) fn small_words(&self) -> &HashSet<&'t str> {
        self.small_words.get_or_init(|| {
            let small = self.tokens.iter().filter(|t| t.is_word() && !t.is_capital);
            small.map(|t| t.text(self.text)).collect()
        })
    }

    fn note_body(&mut self, text: &str, run: Run) {
        let mut end = run.end;
        let is_of = self.tokens.get(end).is_some_and(|t| t.text(text) == "of");
        if is_of && self.tokens[end - 1].is(Flags::BODY) {
            // “University of Tarn”
            let names = self.tokens[end + 1..]
                .iter()
                .take_while(|t| t.is_name())
                .take(3);
            let count = names.count();
            end += if count > 0 { count + 1 } else { 0 };
        }
        let words = &self.tokens[run.start..end];
        let is_full = self.bodies.len() >= MOST_BODIES;
        if !is_full && words.len() > 1 && words.iter().any(|t| t.is(Flags::BODY)) {
            self.bodies
                .push((words[0].range.start, joined(text, words)));
        }
    }

    fn note_full_name(&mut self, text: &str, run: Run) {
        let run = self.without_place(text, run);
        let words = &self.tokens[run.name..run.end];
        let is_body = words.iter().any(|t| t.is(Flags::BODY.or(Flags::TIME)));
        let has_adverb = words.iter().any(|t| {
            t.is(Flags::ADVERB) && !t.is(Flags::SURNAME.or(Flags::MALE).or(Flags::FEMALE))
        });
        if !(2..=4).contains(&words.len()) || is_body || has_adverb || is_office(words) {
            return;
        }
        self.note_person(text, run);
    }

    /// A run without an article that begins the sentence, and a Russian one without the place that an office before it names: «министр Вестмарка Олег Ветров».
    /// Three words are a name where the second is a patronymic.
    fn without_place(&self, text: &str, run: Run) -> Run {
        let words = &self.tokens[run.name..run.end];
        let is_patronymic = |t: &Token| {
            ["вич", "вна", "ична", "оглы"]
                .iter()
                .any(|e| t.text(text).ends_with(e))
        };
        let is_article = |t: &Token| {
            let word = t.text(text);
            matches!(
                word,
                "El" | "La" | "Los" | "Las" | "Le" | "Les" | "Der" | "Die" | "Das"
            )
        };
        if self.language != Language::English && words.len() == 2 && is_article(&words[0]) {
            return Run {
                name: run.end - 1,
                ..run
            };
        }
        let [.., middle, _] = words else { return run };
        if self.language != Language::Russian || words.len() < 3 || is_patronymic(middle) {
            return run;
        }
        Run {
            name: run.end - 2,
            ..run
        }
    }

    /// A name of one word stands for a person where it is a given name or follows a title, and no
    /// full name contains it.
    fn note_single_name(&mut self, text: &str, run: Run) {
        let words = &self.tokens[run.name..run.end];
        let [word] = words else { return };
        let is_given = word.is(Flags::MALE.or(Flags::FEMALE)) && !word.is(Flags::TITLE);
        let has_title = self.tokens[run.start..run.name]
            .iter()
            .any(|t| t.is(Flags::TITLE));
        if (!is_given && !has_title) || word.is(Flags::BODY.or(Flags::TIME).or(Flags::OFFICE)) {
            return;
        }
        if self.person_of(text, words).is_none() && !self.is_shared(&joined(text, words)) {
            self.note_person(text, run);
        }
    }

    /// Whether several people bear the surname.
    pub(super) fn is_shared(&self, name: &str) -> bool {
        self.by_surname.contains_key(&surname_of(name))
    }

    fn note_person(&mut self, text: &str, run: Run) {
        let words = &self.tokens[run.name..run.end];
        let full = joined(text, words);
        let surname = surname_of(&full);
        let index = self
            .by_surname
            .get(&surname)
            .into_iter()
            .flatten()
            .copied()
            .find(|&i| folded(&self.people[i].full) == folded(&full));
        if index.is_none() && self.people.len() >= MOST_PEOPLE {
            return;
        }
        let index = index.unwrap_or_else(|| {
            self.by_given
                .entry(given_of(&full))
                .and_modify(|person| *person = None)
                .or_insert(Some(self.people.len()));
            self.people.push(Person {
                full,
                gender: gender_of_name(text, words),
                is_subject: false,
                offices: Vec::new(),
            });
            self.by_surname
                .entry(surname)
                .or_default()
                .push(self.people.len() - 1);
            self.people.len() - 1
        });
        self.note_offices(text, run, index);
    }

    fn note_offices(&mut self, text: &str, run: Run, person: usize) {
        let mut words = Vec::new();
        let mut from = run.name;
        while from > 0 && run.name - from < 6 {
            let token = self.tokens[from - 1];
            let is_field = token.is_word()
                && token.flags == Flags::NONE
                && from < run.name
                && self.tokens[from].is(Flags::OFFICE);
            let belongs = token.is(Flags::OFFICE.or(Flags::TITLE))
                || is_field
                || from <= run.name && token.is_word() && token.is_capital && from > run.start
                || token.is_comma()
                    && from == run.name
                    && from > 1
                    && self.tokens[from - 2].is(Flags::OFFICE);
            if !belongs {
                break;
            }
            from -= 1;
        }
        let before = &self.tokens[from..run.name];
        let is_abbreviated = || before.iter().any(|t| !spelt_out(t.text(text)).is_empty());
        if before.iter().any(|t| t.is(Flags::OFFICE)) || is_abbreviated() {
            words.extend(
                before
                    .iter()
                    .filter(|t| t.is_word())
                    .map(|t| t.text(text).to_lowercase()),
            );
            words.extend(
                before
                    .iter()
                    .flat_map(|t| spelt_out(t.text(text)))
                    .map(|word| (*word).to_owned()),
            );
            if let Some(adjective) = from
                .checked_sub(1)
                .map(|i| self.tokens[i])
                .filter(|t| t.is_word() && t.is_capital)
            {
                words.push(adjective.text(text).to_lowercase());
            }
        }
        if self.tokens.get(run.end).is_some_and(|t| t.is_comma()) {
            let after = self.tokens[run.end + 1..]
                .iter()
                .take(8)
                .take_while(|t| t.is_word() && !t.is(Flags::RELATIVE.or(Flags::CUE)));
            let after: Vec<_> = after.collect();
            if after.iter().take(5).any(|t| t.is(Flags::OFFICE)) {
                words.extend(after.iter().map(|t| t.text(text).to_lowercase()));
            }
        }
        if self.people[person].gender.is_none() {
            self.people[person].gender = gender_of(before);
        }
        if self.people[person].offices.len() < 40 {
            self.people[person].offices.extend(words);
        }
    }

    fn note_mention(&mut self, text: &str, run: Run) {
        let run = self.without_place(text, run);
        let words = &self.tokens[run.name..run.end];
        let Some(person) = self.person_of(text, words) else {
            return;
        };
        let before = run.start.checked_sub(1).map(|i| self.tokens[i]);
        let meets_verb = self.tokens.get(run.end).is_some_and(|t| {
            t.is_word()
                && !t.is_capital
                && !t.is(Flags::PREPOSITION.or(Flags::AND).or(Flags::RELATIVE))
        });
        let is_subject = before.is_none_or(|t| {
            t.is_stop()
                || !t.is_word() && !t.is_comma()
                || t.is(Flags::SUBORDINATOR)
                || t.is_comma() && meets_verb
        }) && !self.tokens[run.end - 1].is_genitive;
        if self.people[person].gender.is_none() {
            self.people[person].gender = gender_of(&self.tokens[run.start..run.name]);
        }
        self.people[person].is_subject |= is_subject;
        self.mentions.push(Mention {
            at: self.tokens[run.start].range.start,
            person,
            is_subject,
        });
    }

    /// The person whom these name words denote, where only one fits.
    pub(super) fn person_of(&self, text: &str, words: &[Token]) -> Option<usize> {
        let name = joined(text, words);
        let surname = surname_of(&name);
        let known = self
            .by_surname
            .get(&surname)
            .or_else(|| self.by_surname.get(nominative(&surname, self.language)?));
        let Some(fitting) = known else {
            let [_] = words else { return None };
            return self.by_given.get(&given_of(&name)).copied().flatten();
        };
        if words.len() > 1 {
            return fitting
                .iter()
                .copied()
                .find(|&i| folded(&self.people[i].full) == folded(&name));
        }
        let mut distinct = fitting.iter().copied();
        let first = distinct.next()?;
        // Longer forms of the same name are one person: “Ana Vale”, “Ana B. Vale”.
        let given = |i: usize| self.people[i].full.split(' ').next().map(folded);
        distinct.all(|i| given(i) == given(first)).then_some(first)
    }
}

/// Whether a run of capitalised words is an office and no name: “the Tarnish President”.
pub(super) fn is_office(words: &[Token]) -> bool {
    let is_given = words
        .first()
        .is_some_and(|t| t.is(Flags::MALE.or(Flags::FEMALE)) && !t.is(Flags::TITLE));
    words.last().is_some_and(|t| t.is(Flags::OFFICE)) && !is_given
}

/// The offices that an abbreviated title stands for.
fn spelt_out(title: &str) -> &'static [&'static str] {
    match title {
        "Rep." => &["representative", "congressman", "congresswoman"],
        "Sen." => &["senator"],
        "Gov." => &["governor"],
        "Gen." => &["general"],
        "Prof." => &["professor"],
        "Dr." => &["doctor"],
        "Col." => &["colonel"],
        _ => &[],
    }
}

/// The nominative that a Russian surname in the genitive can be of: “по словам Ветрова”.
fn nominative(surname: &str, language: Language) -> Option<&str> {
    let stem = surname.strip_suffix('а')?;
    let is_surname = ["ов", "ев", "ин", "ын"].iter().any(|e| stem.ends_with(e));
    (language == Language::Russian && is_surname).then_some(stem)
}
