//! Names of authors, as bylines give them.

/// Most characters of a name; longer runs of words are sentences or lists.
const MAX_NAME: usize = 80;

/// Words before the names of a byline that needs no colon.
const PREFIXES: &[&str] = &[
    "by",
    "written by",
    "words by",
    "story by",
    "reported by",
    "posted by",
    "report by",
    "text by",
    "analysis by",
    "opinion by",
    "commentary by",
    "interview by",
    "interviewed by",
    "interview:",
    "беседовал",
    "беседовала",
    "подготовил",
    "подготовила",
    "röportaj",
    "söyleşi",
    "müsahibəni apardı",
    "söhbətləşdi",
    "von",
    "par",
    "por",
    "di",
    "автор",
    "yazan",
];

/// Words that join the names of a list.
const JOINERS: &[&str] = &[
    " and ", " AND ", " & ", " und ", " et ", " y ", " e ", " ve ", " və ", " и ", " و ", " with ",
];

/// Parts of a name that are written in lower case.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "van", "von", "zu", "da", "dos", "das", "di", "du", "la",
    "le", "el", "al", "bin", "bint", "ibn", "ben", "oglu", "oğlu", "qızı", "ter", "of", "the",
];

/// Words that tell what somebody is rather than who.
const ROLES: &[&str] = &[
    "fellow",
    "analyst",
    "editor",
    "correspondent",
    "director",
    "professor",
    "senior",
    "staff",
    "reporter",
    "researcher",
    "research",
    "intern",
    "associate",
    "assistant",
    "president",
    "minister",
    "governor",
    "secretary",
    "secretary-general",
    "ambassador",
    "chair",
    "chairman",
    "chairwoman",
    "head",
    "chief",
    "columnist",
    "contributor",
    "writer",
    "journalist",
    "adviser",
    "advisor",
    "expert",
    "lecturer",
    "founder",
    "manager",
    "coordinator",
    "author",
    "visiting",
    "member",
    "deputy",
    "vice",
    "former",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "phd",
    "ph.d",
    "md",
];

/// The names after a word such as "By"; `None` where the line is no byline.
pub(crate) fn parse(line: &str) -> Option<Vec<String>> {
    let lower = line.to_lowercase();
    PREFIXES.iter().find_map(|prefix| {
        let rest = lower.strip_prefix(prefix)?;
        let gap = rest.chars().next()?;
        if !(gap.is_whitespace() || gap == ':') || line.len() < prefix.len() {
            return None;
        }
        // Lower case may be longer than the line; then the line has no prefix in plain letters.
        let rest = line
            .get(prefix.len()..)?
            .trim_start_matches([':', ' ', '\u{a0}', '\t']);
        let names = names(rest);
        let all_names = !names.is_empty() && names.iter().all(|name| is_name(name));
        (all_names && rest.chars().count() <= 3 * MAX_NAME).then_some(names)
    })
}

/// The names in a field that states authors: a list, or one name as library catalogues turn it
/// round ("Kel, Ana").
pub(crate) fn stated(field: &str) -> Vec<String> {
    if field.contains(';') {
        return field.split(';').flat_map(stated).collect();
    }
    if let Some((last, first)) = field.split_once(',')
        && !first.contains(',')
    {
        let (last, first) = (clean(last), clean(first));
        let count = |text: &str| text.split_whitespace().count();
        let is_turned = (1..=3).contains(&count(&last)) && (1..=3).contains(&count(&first));
        let is_one = count(&last) == 1 || count(&first) == 1;
        if is_turned && is_one && !is_role(&first) && !is_role(&last) && is_name(&first) {
            return vec![format!("{first} {last}")];
        }
    }
    names(field)
}

/// Splits a list of authors into names and leaves out what they are.
pub(crate) fn names(list: &str) -> Vec<String> {
    let mut list = list.replace(['\u{a0}', '\t', '\n'], " ");
    for joiner in JOINERS {
        list = list.replace(joiner, ";");
    }
    let mut names: Vec<String> = Vec::new();
    for group in list.split([';', '|', '•', '·', '，', '、', '،', '؛']) {
        for (i, part) in group.split(',').enumerate() {
            let part = clean(part);
            // "Ana Kel, Senior Fellow, Institute": after a role nothing is a name.
            if i > 0 && (is_role(&part) || !is_person(&part)) {
                break;
            }
            if !part.is_empty() && !names.contains(&part) {
                names.push(part);
            }
        }
    }
    names
}

/// A name in capitals as it is usually written. Words shorter than `min` letters may be acronyms:
/// with one of them the name stays as it is.
pub(crate) fn unshouted(name: &str, min: usize) -> String {
    let mut words = name
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let is_shouted = name.contains(' ')
        && name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
        && words.all(|word| word.chars().count() >= min);
    if !is_shouted {
        return name.to_owned();
    }
    let mut begins = true;
    let mut written = String::with_capacity(name.len());
    for c in name.chars() {
        if begins {
            written.push(c);
        } else {
            written.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic();
    }
    written
}

/// A name without what bylines put around it.
fn clean(part: &str) -> String {
    let part = part.split(['(', '<', '[']).next().unwrap_or_default();
    let words: Vec<&str> = part
        .split_whitespace()
        .filter(|w| !w.starts_with('@'))
        .collect();
    let part = words.join(" ");
    let part = part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '"');
    let lower = part.to_lowercase();
    let by = PREFIXES.iter().find_map(|prefix| {
        lower
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(' '))
            .then_some(prefix.len())
    });
    let name = by.and_then(|at| part.get(at..)).unwrap_or(part);
    unshouted(name.trim(), 1)
}

fn is_role(part: &str) -> bool {
    part.split_whitespace().any(|word| {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        ROLES.contains(&word.as_str())
    })
}

/// Whether words can be the name of a person or an institution.
pub(crate) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=8).contains(&words.len())
        && text.chars().count() <= MAX_NAME
        && !text.contains(|c: char| c.is_numeric() || "!?:;@/#|“”«»".contains(c))
        && words.iter().all(|word| is_name_word(word))
        && text.chars().any(char::is_alphabetic)
        && words
            .first()
            .and_then(|w| w.chars().next())
            .is_some_and(|c| !c.is_lowercase())
}

/// Whether words can be the name of a person: two to five of them, none of them a role.
pub(crate) fn is_person(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (2..=5).contains(&count) && is_name(text) && !is_role(text) && !starts_with_article(text)
}

fn starts_with_article(text: &str) -> bool {
    ["the ", "a ", "an ", "our ", "how ", "why ", "what "]
        .iter()
        .any(|article| text.to_lowercase().starts_with(article))
}

fn is_name_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
        return word == "&";
    };
    !first.is_lowercase()
        || PARTICLES.contains(&lower.as_str())
        || ["al-", "el-", "d'", "d’", "l'", "ul-", "as-", "ar-"]
            .iter()
            .any(|p| lower.starts_with(p))
        || ["staff", "for", "and", "desk", "team"].contains(&lower.as_str())
}

/// The name and the institution of a line such as "Ana Kel, Governor of the Bank of Altyk", where
/// the role is plain.
pub(crate) fn name_and_role(line: &str) -> Option<(String, Option<String>)> {
    let (name, role) = line.split_once([',', '،'])?;
    let (name, role) = (name.trim(), role.trim());
    if !is_person(name) || !is_role(role) || role.ends_with(['.', '!', '?']) {
        return None;
    }
    let institution = [" of the ", " at the ", " of ", " at ", ", "]
        .iter()
        .find_map(|joint| {
            let (before, institution) = role.split_once(joint)?;
            let is_full = institution.split_whitespace().count() > 1 && is_name(institution);
            (is_full && is_role(before)).then(|| institution.to_owned())
        });
    Some((name.to_owned(), institution))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_give_names_and_leave_out_roles() {
        for (line, expected) in [
            ("By Ana Kel", &["Ana Kel"][..]),
            ("BY ANA KEL AND BEN ORTAY", &["Ana Kel", "Ben Ortay"]),
            (
                "By Ana Kel, Ben Ortay and Çiler Demirsöz",
                &["Ana Kel", "Ben Ortay", "Çiler Demirsöz"],
            ),
            ("By Ana Kel, Senior Fellow, Basin Institute", &["Ana Kel"]),
            ("By Gazette Staff", &["Gazette Staff"]),
            ("Written by: Ludo van der Maal", &["Ludo van der Maal"]),
            ("Von Anna Kehl und Bernd Orth", &["Anna Kehl", "Bernd Orth"]),
            ("Автор: Анна Кель", &["Анна Кель"]),
        ] {
            let names = parse(line).unwrap_or_default();
            assert_eq!(names, expected, "{line}");
        }
    }

    #[test]
    fn a_name_turned_round_is_turned_back() {
        for (field, expected) in [
            ("Holvik, Nadja", &["Nadja Holvik"][..]),
            ("van der Maal, Ludo", &["Ludo van der Maal"]),
            ("Ana Kel, Ben Ortay", &["Ana Kel", "Ben Ortay"]),
            ("Kel, Ana; Ortay, Ben", &["Ana Kel", "Ben Ortay"]),
            ("Caspara Basin Council", &["Caspara Basin Council"]),
        ] {
            assert_eq!(stated(field), expected, "{field}");
        }
    }

    #[test]
    fn sentences_are_no_bylines() {
        for line in [
            "By 2027 the line will be full",
            "By the end of the year, the commission had met twice.",
            "Byzantine history",
            "By and large it held",
            "by",
            "Por la mañana llegaron los ministros",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn a_name_with_its_role_is_told_from_a_sentence() {
        let bank = Some("Bank of Altyk".to_owned());
        let line = "Ana Kel, Governor of the Bank of Altyk";
        assert_eq!(name_and_role(line), Some(("Ana Kel".into(), bank)));
        assert_eq!(name_and_role("In the morning, the president left."), None);
    }
}
