//! A corpus that reads like policy writing, made from a seed: the same seed and number give the
//! same article on every machine.
//!
//! Articles are about invented states. Their words follow a Zipf distribution with a long tail,
//! every article keeps to the words, names and places of its topic as real texts do, and dates,
//! figures and quotations stand where a reporter would put them. Made without other crates, so that
//! a benchmark or a test of any crate can include this folder with `#[path]`.

mod english;
mod language;
mod name;
mod page;
pub(crate) mod random;
mod sentence;
mod topic;

use self::{random::Random, sentence::Writer, topic::Topic};

/// Rises when the same seed no longer gives the same articles.
pub(crate) const VERSION: u32 = 1;

/// How many topics a corpus has; some are written about often, most seldom.
const TOPICS: u64 = 3_000;
/// The years that articles are published in.
const YEARS: (i32, i32) = (2004, 2025);

/// A corpus of as many articles as anybody asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Corpus {
    seed: u64,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Article {
    pub(crate) number: u64,
    pub(crate) title: String,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: &'static str,
    /// `YYYY-MM-DD`.
    pub(crate) published: String,
    /// `en`, `ru`, `tr`, `de`, `fr`, `fa` or `ar`.
    pub(crate) language: &'static str,
    pub(crate) paragraphs: Vec<String>,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    year: i32,
    /// From 1 on.
    month: u8,
    day: u8,
}

impl Corpus {
    /// A corpus by its seed.
    #[must_use]
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The article of a number. Any number has one, and making it needs no other.
    #[must_use]
    pub(crate) fn article(&self, number: u64) -> Article {
        let mut random = Random::new(self.seed, number);
        let topic = Topic::new(self.seed, random.zipf(TOPICS));
        let published = published(&mut random);
        let language = language::pick(&mut random);
        let bytes = length(&mut random);
        let publisher = name::publisher(&mut random, language);
        let authors = (0..1 + random.below(8) / 6)
            .map(|_| name::author(&mut random, publisher))
            .collect();
        let mut writer = Writer::new(&mut random, &topic, published);
        let (title, paragraphs) = match language::of(language) {
            Some(words) => words.write(&mut writer, bytes),
            None => (writer.title(), writer.paragraphs(bytes)),
        };
        Article {
            number,
            title,
            authors,
            publisher,
            published: published.iso(),
            language,
            paragraphs,
        }
    }
}

impl Article {
    /// The day of publication, counted from 1970-01-01.
    #[must_use]
    pub(crate) fn day(&self) -> i64 {
        let mut parts = self.published.split('-').map(|part| part.parse::<i64>());
        let mut next = || parts.next().and_then(Result::ok).unwrap_or_default();
        let (year, month, day) = (next(), next(), next());
        // Years that begin in March end in the leap day.
        let year = year - i64::from(month < 3);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// The text without the title.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.paragraphs.join("\n\n")
    }
}

impl Day {
    fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// More has been kept of the last years than of the first.
fn published(random: &mut Random) -> Day {
    let years = (YEARS.1 - YEARS.0 + 1) as u64;
    let back = random.below(years).min(random.below(years));
    Day {
        year: YEARS.1 - back as i32,
        month: 1 + random.below(12) as u8,
        day: 1 + random.below(28) as u8,
    }
}

/// Bytes of an article: about five thousand, some a tenth of that, a few five times as many.
fn length(random: &mut Random) -> usize {
    let usual = 2_000 + random.below(4_000) + random.below(2_500);
    let bytes = match random.below(100) {
        0..10 => usual / 4,
        96..100 => usual * 3,
        _ => usual,
    };
    bytes as usize
}
