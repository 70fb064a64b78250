//! Words and marks of a text, each with its byte range.

use dossier_text::TextRange;

use super::lexicon::{self, Flags};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// A punctuation mark or another sign.
    Mark(char),
    /// A whole quotation, by its index in its paragraph.
    Quote(usize),
}

/// One word, number, mark or quotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) range: TextRange,
    pub(super) kind: Kind,
    pub(super) flags: Flags,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
    /// Whether it ends in `’s` or `s’`.
    pub(super) is_genitive: bool,
}

impl Token {
    pub(super) fn text(self, text: &str) -> &str {
        self.range.slice(text).unwrap_or_default()
    }

    pub(super) fn is(self, flags: Flags) -> bool {
        self.flags.has(flags)
    }

    pub(super) fn is_word(self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_mark(self, c: char) -> bool {
        self.kind == Kind::Mark(c)
    }

    pub(super) fn is_comma(self) -> bool {
        matches!(self.kind, Kind::Mark(',' | '،' | '、'))
    }

    pub(super) fn is_dash(self) -> bool {
        matches!(self.kind, Kind::Mark('—' | '–' | '―'))
    }

    pub(super) fn is_quote(self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    /// Whether it is a stop that ends a sentence.
    pub(super) fn is_stop(self) -> bool {
        matches!(
            self.kind,
            Kind::Mark('.' | '!' | '?' | '…' | '؟' | '۔' | '。')
        )
    }

    /// Whether it can be part of a name: a capital letter and no word that merely begins a sentence.
    pub(super) fn is_name(self) -> bool {
        const SMALL: Flags = Flags::DETERMINER
            .or(Flags::PREPOSITION)
            .or(Flags::PRONOUN)
            .or(Flags::AND)
            .or(Flags::SUBORDINATOR)
            .or(Flags::POSSESSIVE)
            .or(Flags::BE)
            .or(Flags::AUX)
            .or(Flags::RELATIVE);
        self.is_word()
            && self.is_capital
            && (!self.is(SMALL)
                || self.is(Flags::MALE.or(Flags::FEMALE))
                    && !self.is(Flags::PRONOUN.or(Flags::POSSESSIVE)))
    }
}

/// The tokens of `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut lower = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        if !c.is_alphanumeric() {
            let range = TextRange::new(start, start + c.len_utf8());
            let kind = Kind::Mark(c);
            found.push(Token {
                range,
                kind,
                flags: Flags::NONE,
                is_capital: false,
                is_genitive: false,
            });
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let rest = &text[at + c.len_utf8()..];
            let is_gershayim = c == '"'
                && is_hebrew(text[start..at].chars().next_back())
                && is_hebrew(rest.chars().next());
            let continues = continues_word(c) || is_joiner(c) && joins(rest) || is_gershayim;
            if !continues {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let is_before_comma = text[end..].starts_with(".,") && c.is_uppercase();
        if is_before_comma || text[end..].starts_with('.') && takes_stop(&text[start..end]) {
            end += 1;
            chars.next();
        } else if let Some(mark) = plural_genitive(&text[start..end], &text[end..]) {
            end += mark.len_utf8();
            chars.next();
        }
        let mut token = word(text, start, end, &mut lower);
        if follows_given_name(&found, token) {
            token.flags = Flags::NONE;
        }
        name_before(text, &mut found, token);
        found.push(token);
    }
    found
}

/// “Clara May”, “Mrs. Will”: an auxiliary that is a surname here.
fn follows_given_name(found: &[Token], token: Token) -> bool {
    token.is_capital
        && token.is(Flags::SURNAME)
        && found.last().is_some_and(|last| {
            last.is_capital
                && last.is(Flags::MALE.or(Flags::FEMALE))
                && !last.is(Flags::PRONOUN.or(Flags::POSSESSIVE))
                && last.range.end + 1 == token.range.start
        })
}

/// “Will Marsh”: a given name that looks like an auxiliary is one where another name follows.
fn name_before(text: &str, found: &mut [Token], next: Token) {
    if let Some(last) = found.last_mut()
        && next.is_name()
        && last.range.end + 1 == next.range.start
        && matches!(last.text(text), "Will" | "May")
    {
        last.flags = if last.text(text) == "Will" {
            Flags::MALE
        } else {
            Flags::FEMALE
        };
    }
}

fn continues_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0652}' | '\u{200C}' | '\u{00AD}')
}

fn is_hebrew(c: Option<char>) -> bool {
    matches!(c, Some('\u{0590}'..='\u{05FF}'))
}

fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '-' | '.' | '‐' | '\u{2011}' | '״' | '׳' | '&' | '@' | '_'
    )
}

fn joins(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// Whether the stop after `word` belongs to it: `Mr.`, `U.S.`, `J.`
fn takes_stop(word: &str) -> bool {
    if word.len() > 6 {
        return false;
    }
    let mut chars = word.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return false;
    };
    if !first.is_uppercase() {
        return false;
    }
    match second {
        None => first != 'I',
        Some('.') => true,
        Some(_) => matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "Prof"
                | "Sen"
                | "Rep"
                | "Gov"
                | "Gen"
                | "Lt"
                | "Col"
                | "Sgt"
                | "Capt"
                | "Adm"
                | "Maj"
                | "Rev"
                | "Hon"
                | "St"
                | "Sens"
                | "Reps"
                | "Jr"
                | "Sr"
        ),
    }
}

/// The apostrophe after a plural or a name in s, before the word that it possesses: `Finches’ plan`.
fn plural_genitive(word: &str, rest: &str) -> Option<char> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|c| matches!(c, '\'' | '’'))?;
    let is_before_word = chars.next() == Some(' ') && chars.next().is_some_and(char::is_alphabetic);
    (word.ends_with('s') && word.starts_with(char::is_uppercase) && is_before_word).then_some(mark)
}

fn word(text: &str, start: usize, end: usize, lower: &mut String) -> Token {
    let range = TextRange::new(start, end);
    let mut slice = &text[start..end];
    let first = slice.chars().next().unwrap_or(' ');
    let is_plural_genitive = slice.ends_with(['\'', '’']);
    let is_genitive = is_plural_genitive || slice.ends_with("'s") || slice.ends_with("’s");
    if is_genitive {
        slice = match slice.strip_suffix(['\'', '’']) {
            Some(plural) => plural,
            None => slice.trim_end_matches('s').trim_end_matches(['\'', '’']),
        };
    }
    if first.is_numeric() {
        return Token {
            range,
            kind: Kind::Number,
            flags: Flags::NONE,
            is_capital: false,
            is_genitive,
        };
    }
    lower.clear();
    if slice.is_ascii() {
        lower.extend(slice.bytes().map(|b| char::from(b.to_ascii_lowercase())));
    } else {
        lower.extend(slice.chars().flat_map(char::to_lowercase));
    }
    let flags = lexicon::english(lower);
    Token {
        range,
        kind: Kind::Word,
        flags,
        is_capital: first.is_uppercase(),
        is_genitive,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_inner_marks_and_titles_their_stop() {
        let text = "Mr. O’Dell’s ex-wife, in the U.S. since 3.5 years, said so.";
        let found: Vec<_> = tokens(text).iter().map(|t| t.text(text)).collect();
        assert_eq!(
            found,
            [
                "Mr.",
                "O’Dell’s",
                "ex-wife",
                ",",
                "in",
                "the",
                "U.S.",
                "since",
                "3.5",
                "years",
                ",",
                "said",
                "so",
                "."
            ]
        );
    }
}
