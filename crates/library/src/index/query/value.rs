//! What stands behind a field's colon, a `~` or a `NEAR/`.

use chrono::NaiveDate;
use dossier_text::{Interval, PartialDate};

use super::{FieldName, Node, node::Days};

/// How many letters a fuzzy word may differ by at most: the index looks no further.
const MAX_FUZZ: u8 = 2;
/// From how many letters on a fuzzy word may differ by two, as Lucene's `AUTO` has it.
const LONG_WORD: usize = 6;
/// How far apart near words may be at most.
const MAX_NEAR: u32 = 100;
/// How far apart they may be where the query does not say.
const NEAR: u32 = 10;

/// Something, and a sentence where it was taken in another way than it was written.
pub(super) type Read<T> = (T, Option<String>);

/// What a field's value means, or a notice that it means nothing.
pub(super) fn field_node(field: FieldName, value: &str) -> Result<Node, String> {
    let value = value.trim();
    let name = field.name();
    if value.is_empty() {
        return Err(format!("“{name}:” says nothing; it was read as a word."));
    }
    match field {
        FieldName::After => Ok(published(Some(date(value)?.start), None)),
        FieldName::Before => Ok(published(None, Some(date(value)?.start))),
        FieldName::Date => Ok(Node::Published(days(value)?)),
        FieldName::When => Ok(Node::Stated(days(value)?)),
        FieldName::Has => match value.to_lowercase().as_str() {
            "annotations" | "annotation" | "notes" | "note" | "tags" | "tag" | "quotations"
            | "quotation" => Ok(Node::Field(field, value.to_lowercase())),
            _ => Err(format!("“has:{value}” is not known; it was read as words.")),
        },
        FieldName::Like => match value.parse::<i64>() {
            Ok(_) => Ok(Node::Field(field, value.to_owned())),
            Err(_) => Err(format!(
                "“like:” takes the number of a document, which “{value}” is not; it was read as words."
            )),
        },
        FieldName::Color => Ok(Node::Field(field, value.to_lowercase())),
        _ => Ok(Node::Field(field, value.to_owned())),
    }
}

fn published(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Node {
    Node::Published(Days { from, to })
}

fn date(value: &str) -> Result<Interval, String> {
    value
        .parse::<PartialDate>()
        .map(PartialDate::interval)
        .map_err(|_| {
            format!(
                "“{value}” is no date of the form 2023, 2023-06 or 2023-06-02; it was read as words."
            )
        })
}

/// A date, or two with `..` between them, either of which may be left out.
fn days(value: &str) -> Result<Days, String> {
    let (from, to) = value.split_once("..").unwrap_or((value, value));
    let open = |part: &str, side: fn(Interval) -> NaiveDate| match part {
        "" => Ok(None),
        part => date(part).map(|interval| Some(side(interval))),
    };
    let from_day = open(from, |interval| interval.start)?;
    let to_day = open(to, |interval| interval.end)?;
    if let (Some(from_day), Some(to_day)) = (from_day, to_day)
        && from_day >= to_day
    {
        return Err(format!(
            "“{value}” ends before it begins; it was read as words."
        ));
    }
    Ok(Days {
        from: from_day,
        to: to_day,
    })
}

/// A word with `~` or `~2` behind it, as the word and the letters it may differ by.
pub(super) fn fuzzy(word: &str) -> Option<Read<(&str, u8)>> {
    let (word, letters) = word.rsplit_once('~')?;
    if !word.chars().any(char::is_alphanumeric) || word.contains('~') {
        return None;
    }
    if letters.is_empty() {
        let is_long = word.chars().count() >= LONG_WORD;
        return Some(((word, if is_long { 2 } else { 1 }), None));
    }
    let wanted: u32 = letters.parse().ok()?;
    let notice = (wanted > MAX_FUZZ.into()).then(|| {
        format!(
            "“~{wanted}” looks too far; words that differ by {MAX_FUZZ} letters were looked for."
        )
    });
    Some(((word, wanted.min(MAX_FUZZ.into()) as u8), notice))
}

/// How far apart words may be: what stands behind `NEAR`, or behind a phrase.
pub(super) fn distance(digits: &str) -> Read<u32> {
    if digits.is_empty() {
        return (NEAR, None);
    }
    let wanted: u32 = digits.parse().unwrap_or(u32::MAX);
    let notice = (wanted > MAX_NEAR).then(|| {
        format!("Words further apart than {MAX_NEAR} are not near; {MAX_NEAR} was taken.")
    });
    (wanted.clamp(1, MAX_NEAR), notice)
}
