//! English sentences, and what writers in every language share.

use std::fmt::Write as _;

use super::{
    Day,
    english::{self, Class},
    name,
    random::Random,
    topic::Topic,
};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Writes the sentences of one article.
pub(crate) struct Writer<'a> {
    pub(super) random: &'a mut Random,
    pub(super) topic: &'a Topic,
    pub(super) published: Day,
    pub(super) out: String,
    /// Who spoke last.
    speaker: Option<usize>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(random: &'a mut Random, topic: &'a Topic, published: Day) -> Self {
        Self {
            random,
            topic,
            published,
            out: String::new(),
            speaker: None,
        }
    }

    /// A headline.
    pub(crate) fn title(&mut self) -> String {
        self.out.clear();
        match self.random.below(4) {
            0 => {
                self.place();
                self.past();
                self.adjective();
                self.noun(true);
            }
            1 => {
                self.adjective();
                self.noun(false);
                self.words("and the");
                self.noun(false);
                self.words("of");
                self.place();
            }
            2 => {
                self.place();
                self.words("after the");
                self.noun(false);
            }
            _ => {
                self.noun(true);
                self.past();
                self.words("as");
                self.noun(true);
                self.past();
            }
        }
        self.end("")
    }

    /// Paragraphs of about so many bytes together.
    pub(crate) fn paragraphs(&mut self, bytes: usize) -> Vec<String> {
        self.paragraphs_of(bytes, Self::sentence)
    }

    pub(super) fn paragraphs_of(
        &mut self,
        bytes: usize,
        sentence: impl Fn(&mut Self) -> String,
    ) -> Vec<String> {
        let mut paragraphs = Vec::new();
        let mut written = 0;
        while written < bytes {
            let mut paragraph = String::new();
            for _ in 0..2 + self.random.below(4) {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(&sentence(self));
            }
            written += paragraph.len();
            paragraphs.push(paragraph);
        }
        paragraphs
    }

    fn sentence(&mut self) -> String {
        self.out.clear();
        match self.random.below(100) {
            0..28 => self.statement(),
            28..42 => self.passive(),
            42..54 => return self.quotation(),
            54..64 => self.report(),
            64..76 => self.figures(),
            76..86 => {
                self.one_of(&["while", "although", "because", "after", "since"]);
                self.clause();
                self.out.push(',');
                self.clause();
            }
            _ => self.remark(),
        }
        self.end(".")
    }

    fn statement(&mut self) {
        match self.random.below(4) {
            0 => {
                self.time();
                self.out.push(',');
            }
            1 => {
                self.one_of(&[
                    "in the end,",
                    "for its part,",
                    "at the same time,",
                    "however,",
                    "meanwhile,",
                ]);
            }
            _ => {}
        }
        self.clause();
        if self.random.chance(35) {
            self.one_of(&["to", "in order to", "without having to", "and agreed to"]);
            self.verb();
            self.noun_phrase();
        }
        if self.random.chance(25) {
            self.time();
        }
    }

    fn clause(&mut self) {
        let mut is_plural = false;
        match self.random.below(6) {
            0 => self.place(),
            1 => self.body(),
            2 => self.person(),
            _ => is_plural = self.noun_phrase(),
        }
        match self.random.below(6) {
            0 => {
                self.words(if is_plural { "have" } else { "has" });
                self.adverb();
                self.past();
            }
            1 => {
                self.one_of(&["would", "could", "must", "may", "should", "will"]);
                self.verb();
            }
            2 => {
                self.words("did not");
                self.verb();
            }
            _ => self.past(),
        }
        self.noun_phrase();
        if self.random.chance(40) {
            self.preposition();
            self.noun_phrase();
        }
    }

    fn passive(&mut self) {
        let is_plural = self.noun_phrase();
        self.one_of(match is_plural {
            true => &["were", "had been", "have not been", "are to be", "will be"],
            false => &["was", "had been", "has not been", "is to be", "will be"],
        });
        self.past();
        self.words("by");
        if self.random.chance(50) {
            self.body();
        } else {
            self.noun_phrase();
        }
        self.time();
    }

    /// Direct words with who said them: by name first, then by family name or pronoun.
    fn quotation(&mut self) -> String {
        self.clause();
        let words = self.end("");
        self.out.clear();
        match (self.speaker, self.random.below(3)) {
            (Some(_), 0) => {
                let pronoun = self.speaker.map(|at| self.topic.people[at].pronoun);
                let _infallible = write!(self.out, "“{words},” {} said", pronoun.unwrap_or("he"));
            }
            (Some(at), 1) => {
                let family = &self.topic.people[at].family;
                let _infallible = write!(self.out, "“{words},” said {family}");
            }
            _ => {
                let at = self.cast();
                let person = &self.topic.people[at];
                let said = self.random.pick(&["said", "added", "wrote", "argued"]);
                let _infallible = write!(
                    self.out,
                    "“{words},” {said} {} {}, the {}",
                    person.given, person.family, person.role
                );
                self.speaker = Some(at);
            }
        }
        if self.random.chance(30) {
            self.time();
        }
        self.end(".")
    }

    fn report(&mut self) {
        self.person();
        self.one_of(&[
            "said that",
            "warned that",
            "told the committee that",
            "denied that",
            "believes that",
        ]);
        self.clause();
    }

    fn figures(&mut self) {
        self.words("the");
        self.noun(true);
        self.words("of");
        self.place();
        self.one_of(&["rose", "fell", "grew", "shrank", "climbed", "dropped"]);
        let per_cent = self.random.below(400);
        let _infallible = write!(self.out, " by {}.{} per cent", per_cent / 10, per_cent % 10);
        self.words("to");
        let amount = 2 + self.random.zipf(9_000_000);
        self.out.push(' ');
        grouped(amount, &mut self.out);
        self.one_of(&[
            "crowns",
            "tonnes",
            "cubic metres",
            "barrels a day",
            "megawatts",
            "people",
        ]);
        self.time();
    }

    fn remark(&mut self) {
        self.one_of(&[
            "there is",
            "there was",
            "observers saw",
            "everybody expected",
            "the question is whether there is",
        ]);
        self.one_of(&["little", "no", "more", "another", "hardly any"]);
        self.adjective();
        self.noun(false);
        self.one_of(&["for", "between", "behind", "in", "without"]);
        self.noun_phrase();
        self.words("and");
        self.noun_phrase();
    }

    /// A thing; says whether it is several.
    fn noun_phrase(&mut self) -> bool {
        let is_plural = self.random.chance(35);
        let determiner = match (self.random.below(10), is_plural) {
            (0..4, _) => "the",
            (4, _) => "its",
            (5, _) => "their",
            (6, true) => "several",
            (6, false) => "each",
            (7, false) => "this",
            (7, true) => "these",
            (_, false) => "a",
            (_, true) => "",
        };
        self.words(determiner);
        let after = self.out.len();
        if self.random.chance(45) {
            self.adjective();
        }
        if self.random.chance(12) {
            self.noun(false);
        }
        self.noun(is_plural);
        if determiner == "a"
            && self.out[after..]
                .trim_start()
                .starts_with(['a', 'e', 'i', 'o', 'u'])
        {
            self.out.insert(after, 'n');
        }
        if self.random.chance(18) {
            self.words("of");
            if self.random.chance(40) {
                self.place();
            } else {
                self.words("the");
                self.noun(false);
            }
        }
        is_plural
    }

    fn preposition(&mut self) {
        self.one_of(&[
            "with", "in", "on", "against", "from", "under", "over", "through", "for", "towards",
        ]);
    }

    /// A word of the topic's, mostly, or any.
    fn word(&mut self, class: Class) {
        let topic = &self.topic.words[class as usize];
        let rank = if self.random.chance(50) {
            topic[self.random.zipf(topic.len() as u64) as usize]
        } else {
            class.rank(self.random)
        };
        self.out.push(' ');
        class.write(rank, &mut self.out);
    }

    fn noun(&mut self, is_plural: bool) {
        self.word(Class::Noun);
        if is_plural {
            english::pluralise(&mut self.out);
        }
    }

    fn adjective(&mut self) {
        self.word(Class::Adjective);
    }

    fn verb(&mut self) {
        self.word(Class::Verb);
    }

    fn past(&mut self) {
        self.verb();
        english::past(&mut self.out);
    }

    fn adverb(&mut self) {
        self.one_of(english::ADVERBS);
    }

    fn cast(&mut self) -> usize {
        self.random.zipf(self.topic.people.len() as u64) as usize
    }

    fn person(&mut self) {
        let at = self.cast();
        let topic = self.topic;
        let person = &topic.people[at];
        if self.random.chance(25) {
            let (given, _) = name::given(self.random);
            let family = name::family(self.random);
            self.words(given);
            self.words(&family);
        } else if self.random.chance(50) {
            self.words(&person.family);
        } else {
            self.words(&person.given);
            self.words(&person.family);
        }
    }

    pub(super) fn place(&mut self) {
        let topic = self.topic;
        let at = self.random.zipf(topic.places.len() as u64) as usize;
        if self.random.chance(20) {
            let place = name::place(self.random);
            self.words(&place);
        } else {
            self.words(&topic.places[at]);
        }
    }

    fn body(&mut self) {
        let topic = self.topic;
        let at = self.random.zipf(topic.bodies.len() as u64) as usize;
        self.words("the");
        self.words(&topic.bodies[at]);
    }

    fn time(&mut self) {
        let Day { year, month, day } = self.published;
        let earlier = year - self.random.zipf(20) as i32;
        let other = self.random.below(12) as usize;
        let out = &mut self.out;
        let _infallible = match self.random.below(9) {
            0 => write!(out, " on {}", DAYS[(usize::from(day) + other) % 7]),
            1 => write!(out, " in {earlier}"),
            2 => write!(out, " in {} {earlier}", MONTHS[other]),
            3 => write!(out, " on {} {} {earlier}", 1 + day % 28, MONTHS[other]),
            4 => write!(out, " last week"),
            5 => write!(out, " in the first half of {year}"),
            6 => write!(out, " by the end of {}", year + 1 + other as i32 % 5),
            7 => write!(
                out,
                " earlier this {}",
                if month > 6 { "year" } else { "month" }
            ),
            _ => write!(out, " since {} {earlier}", MONTHS[other]),
        };
    }

    pub(super) fn random_of<'t>(&mut self, from: &[&'t str]) -> &'t str {
        self.random.pick(from)
    }

    fn one_of(&mut self, from: &[&str]) {
        let words = self.random.pick(from);
        self.words(words);
    }

    pub(super) fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.out.push(' ');
            self.out.push_str(words);
        }
    }

    /// What was written, with a capital first and `mark` last.
    pub(super) fn end(&mut self, mark: &str) -> String {
        let written = self.out.trim_start();
        let mut sentence = String::with_capacity(written.len() + 1);
        let mut chars = written.chars();
        sentence.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        sentence.push_str(chars.as_str());
        sentence.push_str(mark);
        sentence
    }
}

/// A number with commas between thousands.
fn grouped(number: u64, out: &mut String) {
    if number >= 1_000 {
        grouped(number / 1_000, out);
        let _infallible = write!(out, ",{:03}", number % 1_000);
    } else {
        let _infallible = write!(out, "{number}");
    }
}
