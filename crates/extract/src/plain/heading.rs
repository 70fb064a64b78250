//! Which line of a header is the title, and which one the name of the site.

use super::{
    header::Line,
    label::{self, Role},
    prose::fold,
};
use crate::{byline, date::Order};

/// The line that is the title, if one of them can be.
pub(super) fn choose(lines: &[Line], stem: Option<&str>) -> Option<usize> {
    if let Some(at) = lines
        .iter()
        .position(|line| matches!(line.role, Role::Title(_)))
    {
        return Some(at);
    }
    if let Some(at) = repeated(lines) {
        return Some(at);
    }
    let candidates: Vec<usize> = (0..lines.len())
        .filter(|&at| lines[at].role == Role::Unknown)
        .collect();
    let score = |at: usize| {
        let text = &lines[at].text;
        let words = text.split_whitespace().count();
        let cjk = text
            .chars()
            .filter(|&c| ('\u{2e80}'..'\u{d7b0}').contains(&c))
            .count();
        let mut score = match words + cjk / 3 {
            0 | 1 => -2,
            2 => 0,
            3 | 4 => 2,
            _ => 3,
        };
        score += 2 * i32::from(leads_to_byline(lines, at));
        score -= 3 * i32::from(candidates.len() > 1 && at == 0 && looks_like_site(text));
        score -= 3 * i32::from(text.ends_with(['.', '。', '։', '؛']) && !text.ends_with("..."));
        score -= 3 * i32::from(text.chars().count() > 180);
        score -= 3 * i32::from(!text.chars().any(|c| c.is_alphabetic() && !c.is_lowercase()));
        score -= 4 * i32::from(byline::name_and_role(text).is_some());
        score -= 2 * i32::from(label::before_date(text, Order::DayFirst).is_some());
        score += 4 * i32::from(stem.is_some_and(|stem| shares_words(text, stem)));
        score
    };
    let best = candidates
        .iter()
        .copied()
        .max_by_key(|&at| (score(at), std::cmp::Reverse(at)))?;
    (score(best) > -2).then_some(best)
}

/// Whether a byline or a date follows, right away or after a subtitle set without a blank line.
fn leads_to_byline(lines: &[Line], at: usize) -> bool {
    let next = |at: usize| lines.get(at + 1).map(|line| (&line.role, line.chunk));
    let is_own = |role: &Role| matches!(role, Role::Byline(_) | Role::Published(_));
    match next(at) {
        Some((Role::Unknown, chunk)) if chunk == lines[at].chunk => {
            next(at + 1).is_some_and(|(role, after)| is_own(role) && after == chunk)
        }
        Some((role, _)) => is_own(role),
        None => false,
    }
}

/// A title that stands twice: once as it is written and once as the address or the browser writes
/// it, without capitals and marks.
fn repeated(lines: &[Line]) -> Option<usize> {
    let folded: Vec<String> = lines.iter().map(|line| fold(&line.text)).collect();
    (0..lines.len()).find_map(|a| {
        let long = folded[a].chars().count() > 8;
        let b = (a + 1..lines.len()).find(|&b| long && folded[b] == folded[a])?;
        let capitals = |at: usize| lines[at].text.chars().filter(|c| c.is_uppercase()).count();
        let marks = |at: usize| {
            lines[at]
                .text
                .chars()
                .filter(|c| !c.is_alphanumeric())
                .count()
        };
        let is_better = (capitals(a), marks(a)) > (capitals(b), marks(b));
        Some(if is_better { a } else { b })
    })
}

/// Whether most words of a line stand in a file's name.
fn shares_words(text: &str, stem: &str) -> bool {
    let stem = stem.to_lowercase();
    let in_stem: Vec<&str> = stem.split(|c: char| !c.is_alphanumeric()).collect();
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .collect();
    let shared = words.iter().filter(|word| in_stem.contains(word)).count();
    shared >= 2 && shared * 5 >= words.len() * 3
}

/// "CPB - Centre for Ports and Borders", "BASIN WIRE", "The Gazette"
fn looks_like_site(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_capital = text.chars().all(|c| !c.is_lowercase());
    words <= 2 || (is_capital && words <= 5) || acronym_name(text).is_some()
}

/// The full name of a site that writes its acronym or short name before it.
fn acronym_name(text: &str) -> Option<&str> {
    let (short, full) = [" - ", " – ", " — ", " | ", ": "]
        .iter()
        .find_map(|s| text.split_once(s))?;
    let (short, full) = (short.trim(), full.trim());
    let initials: String = full
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .collect();
    let is_acronym = (2..=8).contains(&short.chars().count())
        && short
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c.is_numeric());
    // The acronym may leave out small words, articles among them, or take two letters of one.
    let shares = short.chars().next() == initials.chars().next()
        || initials
            .strip_prefix('T')
            .is_some_and(|rest| rest.starts_with(&short[..1]));
    (is_acronym && shares && full.split_whitespace().count() > 1).then_some(full)
}

/// The site's name: the first line, where it stands before the title and is a name.
pub(super) fn publisher(lines: &[Line], title: usize) -> Option<String> {
    let first = lines[..title]
        .iter()
        .find(|line| line.role == Role::Unknown);
    let named = first.map(|line| line.text.as_str()).filter(|text| {
        let folded = fold(text);
        folded != fold(&lines[title].text) && text.split_whitespace().count() <= 12
    });
    if let Some(name) = named {
        if let Some(full) = acronym_name(name) {
            return Some(full.to_owned());
        }
        // "BASIN WIRE - News Agency of the Littoral": a name and what it is.
        let name = [" - ", " – ", " — ", " | "]
            .iter()
            .find_map(|s| name.split_once(s))
            .map_or(name, |(name, _)| name);
        return Some(byline::unshouted(name.trim(), 4));
    }
    // "Caspara Review, 14 November 2019": the part before the date; "Ana Kel, Governor of the Bank
    // of Altyk": the institution
    lines[title..].iter().find_map(|line| {
        let is_named = match &line.role {
            Role::Published(_) => true,
            Role::Byline(names) => !names.iter().any(|name| line.text.contains(name.as_str())),
            _ => false,
        } && !line.text.is_empty()
            // "Kalder, Velmar" is a place.
            && !line.text.contains(|c: char| c.is_numeric() || ",:".contains(c))
            && (byline::is_name(&line.text) || !line.text.is_ascii());
        is_named.then(|| line.text.clone())
    })
}
