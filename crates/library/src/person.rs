//! Everything that a library knows of somebody.

use std::collections::HashMap;

use crate::{
    Library, Result,
    index::{SearchOptions, most_frequent},
    store::{self, decision},
};

/// How many other names are given.
const MOST: usize = 20;

/// What a library knows of somebody who is quoted or named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name that they go by.
    pub name: String,
    /// Other names that a person said are theirs.
    pub aliases: Vec<String>,
    /// How many quotations are theirs, in how many documents.
    pub quotations: u32,
    pub documents: u32,
    /// How many of the quotations were published in a year; without gaps, first year first.
    pub years: Vec<(i32, u32)>,
    /// Quotations in documents without a date.
    pub undated: u32,
    /// How many documents name them.
    pub named_in: u32,
    /// Who says something that names them, most often first.
    pub spoken_of_by: Vec<(String, u32)>,
    /// Who else is named in the documents that name them, most often first.
    pub named_with: Vec<(String, u32)>,
}

impl Library {
    /// Says what the library knows of somebody; an alias leads to the name that it goes by.
    ///
    /// # Errors
    ///
    /// When the database or the index fails.
    pub fn person(&self, name: &str) -> Result<Person> {
        let (name, aliases) = self.read(|tx| {
            let name = decision::name_of(tx, name)?.unwrap_or_else(|| name.to_owned());
            let aliases = decision::aliases(tx, &name)?;
            Ok((name, aliases))
        })?;
        let query = format!("entity:\"{}\"", name.replace('"', " "));
        let options = SearchOptions {
            all_facets: true,
            ..SearchOptions::default()
        };
        let found = self.search(&query, options)?;
        let is_own = |other: &str| other == name || aliases.iter().any(|alias| alias == other);
        let mut named_with = found.facets.entity;
        named_with.retain(|(other, _)| !is_own(other));
        named_with.truncate(MOST);
        let documents = self.search_ids(&query)?;
        let mut person = Person {
            named_in: found.total,
            spoken_of_by: self.spoken_of_by(&name, &documents)?,
            named_with,
            ..self.quoted(&name)?
        };
        person.spoken_of_by.retain(|(other, _)| !is_own(other));
        person.aliases = aliases;
        person.name = name;
        Ok(person)
    }

    /// How often somebody is quoted, and when.
    fn quoted(&self, name: &str) -> Result<Person> {
        let mut person = Person::default();
        let years = self.read(|tx| {
            let sql = "SELECT d.published_start, count(*), count(DISTINCT d.id) FROM quotation q \
                       JOIN document d ON d.id = q.document_id \
                       WHERE q.speaker = ?1 AND NOT d.deleted GROUP BY d.published_start, d.id";
            let mut statement = tx.prepare_cached(sql)?;
            let mut rows = statement.query([name])?;
            let mut years: HashMap<i32, u32> = HashMap::new();
            while let Some(row) = rows.next()? {
                let (day, quotations): (Option<i32>, u32) = (row.get(0)?, row.get(1)?);
                person.quotations += quotations;
                person.documents += row.get::<_, u32>(2)?;
                match day.and_then(crate::date_of) {
                    Some(date) => {
                        *years.entry(chrono::Datelike::year(&date)).or_default() += quotations;
                    }
                    None => person.undated += quotations,
                }
            }
            Ok(years)
        })?;
        if let (Some(&first), Some(&last)) = (years.keys().min(), years.keys().max()) {
            let count = |year| (year, years.get(&year).copied().unwrap_or_default());
            person.years = (first..=last).map(count).collect();
        }
        Ok(person)
    }

    /// Who says something in these documents that names somebody.
    fn spoken_of_by(&self, name: &str, documents: &[i64]) -> Result<Vec<(String, u32)>> {
        // Who was introduced is called by the surname.
        let surname = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
        let mut counts: HashMap<String, u32> = HashMap::new();
        self.read(|tx| {
            store::quotation::each_of(tx, documents, |_, speaker, words| {
                let names = || words.to_lowercase().contains(&surname);
                if !speaker.is_empty() && names() {
                    *counts.entry(speaker.to_owned()).or_default() += 1;
                }
            })
        })?;
        Ok(most_frequent(counts, MOST))
    }
}
