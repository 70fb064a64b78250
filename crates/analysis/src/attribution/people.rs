//! Reads the people that a text names: their full names, offices, and where they are mentioned.

use std::collections::HashMap;

use super::language::Language;
use super::lexicon::Flags;
use super::names::{Gender, Run, gender_of, gender_of_name, given_of, joined, runs, surname_of};
use super::token::Token;

/// The most people of one text that are told apart; a text with more is a list of names.
const MOST_PEOPLE: usize = 1_000;

#[derive(Debug)]
pub(super) struct Person {
    pub(super) full: String,
    pub(super) gender: Option<Gender>,
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
    pub(super) tokens: &'t [Token],
    pub(super) people: Vec<Person>,
    pub(super) by_surname: HashMap<String, Vec<usize>>,
    /// Only where one person bears the given name.
    by_given: HashMap<String, Option<usize>>,
    /// In text order.
    pub(super) mentions: Vec<Mention>,
}

impl<'t> People<'t> {
    /// Reads the names of a text.
    pub(super) fn read(text: &str, tokens: &'t [Token], language: Language) -> Self {
        let mut people = Self {
            language,
            tokens,
            people: Vec::new(),
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            mentions: Vec::new(),
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
        }
        people
    }

    fn note_full_name(&mut self, text: &str, run: Run) {
        let words = &self.tokens[run.name..run.end];
        let is_body = words.iter().any(|t| t.is(Flags::BODY.or(Flags::TIME)));
        if !(2..=4).contains(&words.len()) || is_body {
            return;
        }
        self.note_person(text, run);
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
            .find(|&i| self.people[i].full == full);
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
                gender: gender_of_name(words),
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
            let belongs = token.is(Flags::OFFICE.or(Flags::TITLE))
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
        if before.iter().any(|t| t.is(Flags::OFFICE)) {
            words.extend(
                before
                    .iter()
                    .filter(|t| t.is_word())
                    .map(|t| t.text(text).to_lowercase()),
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
        let words = &self.tokens[run.name..run.end];
        let Some(person) = self.person_of(text, words) else {
            return;
        };
        let before = run.start.checked_sub(1).map(|i| self.tokens[i]);
        let is_subject = before.is_none_or(|t| {
            t.is_stop() || !t.is_word() && !t.is_comma() || t.is(Flags::SUBORDINATOR)
        }) && !self.tokens[run.end - 1].is_genitive;
        if self.people[person].gender.is_none() {
            self.people[person].gender = gender_of(&self.tokens[run.start..run.name]);
        }
        self.mentions.push(Mention {
            at: self.tokens[run.start].range.start,
            person,
            is_subject,
        });
    }

    /// The person whom these name words denote, where only one fits.
    pub(super) fn person_of(&self, text: &str, words: &[Token]) -> Option<usize> {
        let name = joined(text, words);
        let Some(fitting) = self.by_surname.get(&surname_of(&name)) else {
            let [_] = words else { return None };
            return self.by_given.get(&given_of(&name)).copied().flatten();
        };
        if words.len() > 1 {
            return fitting
                .iter()
                .copied()
                .find(|&i| self.people[i].full == name);
        }
        let mut distinct = fitting.iter().copied();
        let first = distinct.next()?;
        // Longer forms of the same name are one person: “Ana Vale”, “Ana B. Vale”.
        let given = |i: usize| self.people[i].full.split(' ').next().map(str::to_owned);
        distinct.all(|i| given(i) == given(first)).then_some(first)
    }
}
