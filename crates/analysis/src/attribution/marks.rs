//! Finds the quotations of a paragraph by their marks.
//!
//! Only the outermost quotation counts; what is quoted within it belongs to it. Which characters
//! open and close depends on the text: `“` opens in English and closes in German, `»` the other
//! way round, and single marks may be a writer's usual ones. Two single marks side by side, as
//! typewriters and some news agencies set them, are one double mark.

use dossier_text::TextRange;

use super::dialogue::dash_turns;
use super::insertion::split;
use super::language::Language;

/// A passage within quotation marks, or a turn of a dialogue set with dashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its marks.
    pub(super) outer: TextRange,
    /// Without its marks and the white space at its ends; not empty.
    pub(super) inner: TextRange,
    /// Whether a mark closes it; a speech over several paragraphs closes only in its last one.
    pub(super) is_closed: bool,
}

/// How one text uses the marks that mean different things in different texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// `‘…’` are the writer's usual marks.
    curly_singles: bool,
    /// `'…'` are the writer's usual marks.
    straight_singles: bool,
    /// `»…«` rather than `«…»`.
    guillemets_inward: bool,
    /// A paragraph that begins with a dash is a turn of a dialogue.
    dash_dialogue: bool,
    /// `”…”` or `”…“`: the closing mark of other languages opens.
    high_opens: bool,
    language: Language,
}

impl Style {
    /// Reads the habits of `text` off its characters.
    pub(super) fn of(text: &str, language: Language) -> Self {
        let (mut doubles, mut curly, mut straight, mut inward, mut outward) = (0, 0, 0, 0, 0);
        let mut previous = ' ';
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied().unwrap_or(' ');
            let opens = !previous.is_alphanumeric() && next.is_alphanumeric();
            match c {
                '"' | '“' | '„' => doubles += 1,
                '‘' if !previous.is_alphanumeric() && !next.is_ascii_digit() => curly += 1,
                '\'' if next == '\'' => {
                    doubles += 1;
                    chars.next();
                }
                '\'' if opens && !next.is_ascii_digit() => straight += 1,
                '»' if opens => inward += 1,
                '«' if opens => outward += 1,
                _ => {}
            }
            previous = c;
        }
        Self {
            curly_singles: curly >= 2 && curly > doubles,
            straight_singles: straight >= 4 && straight > doubles && curly <= straight,
            guillemets_inward: inward > outward,
            dash_dialogue: language.has_dash_dialogue(),
            high_opens: language == Language::Hebrew,
            language,
        }
    }

    /// The marks that close a quotation which `c` opens, or none if it does not open one.
    fn closers(self, c: char) -> &'static [char] {
        match c {
            '“' | '‟' => &['”', '"', '″'],
            '"' | '＂' => &['"', '”', '＂'],
            '„' => &['“', '”', '"', '‟'],
            '”' if self.high_opens => &['“', '”'],
            '«' if !self.guillemets_inward => &['»'],
            '»' if self.guillemets_inward => &['«'],
            '‘' if self.curly_singles => &['’', '\''],
            '\'' if self.straight_singles => &['\'', '’'],
            '「' => &['」'],
            '『' => &['』'],
            _ => &[],
        }
    }
}

/// The outermost quotations of `paragraph`, in order, without what a narrator puts in.
pub(super) fn quotations(text: &str, paragraph: TextRange, style: Style) -> Vec<Quotation> {
    marked(text, paragraph, style)
        .into_iter()
        .flat_map(|quotation| split(text, quotation, style.language))
        .collect()
}

fn marked(text: &str, paragraph: TextRange, style: Style) -> Vec<Quotation> {
    let Some(slice) = paragraph.slice(text) else {
        return Vec::new();
    };
    if style.dash_dialogue && slice.starts_with(['—', '–', '―']) {
        let turns = dash_turns(text, paragraph);
        if !turns.is_empty() {
            return turns;
        }
    }
    if !slice.contains([
        '"', '“', '”', '„', '«', '»', '‘', '\'', '「', '『', '＂', '‟', '`',
    ]) {
        return Vec::new();
    }
    Scan::new(slice, style).run(text, paragraph.start as usize)
}

/// An open quotation: where it began and what closes it.
struct Open {
    at: usize,
    mark: char,
    /// Length of the mark in bytes.
    length: usize,
    closers: &'static [char],
}

struct Scan<'t> {
    slice: &'t str,
    style: Style,
    /// Whether each kind of mark is used in pairs in this paragraph, so that nesting can be trusted.
    is_balanced: bool,
    has_even_straight: bool,
    stack: Vec<Open>,
}

impl<'t> Scan<'t> {
    fn new(slice: &'t str, style: Style) -> Self {
        let count = |c: char| slice.chars().filter(|&x| x == c).count();
        Self {
            slice,
            style,
            is_balanced: count('“') == count('”'),
            has_even_straight: (count('"') + slice.matches("''").count()).is_multiple_of(2),
            stack: Vec::new(),
        }
    }

    fn run(mut self, text: &str, base: usize) -> Vec<Quotation> {
        let mut found = Vec::new();
        let mut previous = ' ';
        let mut chars = self.slice.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mut next = chars.peek().map_or(' ', |&(_, c)| c);
            let (mut c, mut length) = (c, c.len_utf8());
            // Of three marks in a row the first closes what is quoted within.
            let is_third = !self.stack.is_empty() && self.slice[at..].starts_with("'''");
            if matches!(c, '\'' | '`') && next == c && !is_third {
                (c, length) = (if c == '`' { '“' } else { '"' }, 2);
                chars.next();
                next = chars.peek().map_or(' ', |&(_, c)| c);
            }
            if self.closes(at, c, previous, next) {
                let open = self.stack.pop().expect("only an open quotation is closed");
                if self.stack.is_empty() {
                    push(
                        text,
                        base + open.at..base + at + length,
                        open.length,
                        length,
                        &mut found,
                    );
                }
            } else if self.opens(c, previous, next) {
                let closers = self.style.closers(c);
                self.stack.push(Open {
                    at,
                    mark: c,
                    length,
                    closers,
                });
            }
            previous = c;
        }
        if let Some(open) = self.stack.first() {
            let opens = !matches!(open.mark, '\'' | '‘');
            if opens {
                let outer = base + open.at..base + self.slice.len();
                push(text, outer, open.length, 0, &mut found);
            }
        }
        found
    }

    fn closes(&self, at: usize, c: char, previous: char, next: char) -> bool {
        let Some(open) = self.stack.last() else {
            return false;
        };
        if !open.closers.contains(&c) {
            // The wrong mark at the end: “It is late,“ she said.
            let is_stray = c == '“' && open.mark == '“' && self.stack.len() == 1;
            return is_stray
                && matches!(previous, ',' | '.' | '?' | '!')
                && !next.is_alphanumeric();
        }
        match c {
            '"' | '＂' => {
                let looks_opening = !previous.is_alphanumeric()
                    && (previous.is_whitespace() || matches!(previous, '(' | '[' | '—'))
                    && next.is_alphanumeric();
                let is_within_word = is_hebrew(previous) && is_hebrew(next);
                let opens_nested = looks_opening
                    && (open.mark == '“'
                        || open.mark == '"' && self.has_even_straight && at > open.at + 1);
                !(is_within_word || opens_nested)
            }
            '’' | '\'' => {
                let is_genitive =
                    previous == 's' && next == ' ' && self.closes_later(at + c.len_utf8(), c);
                !(next.is_alphanumeric() || is_genitive)
            }
            '”' if self.is_height(at) => !self.slice[at + c.len_utf8()..].contains('”'),
            _ => true,
        }
    }

    /// Whether the mark at `at` stands for inches: 6’2”.
    fn is_height(&self, at: usize) -> bool {
        let before = self.slice[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let feet = before.trim_end_matches(['’', '\'']);
        before.len() < at
            && feet.len() < before.len()
            && feet.ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a single mark after a punctuation mark follows soon, before another one opens.
    fn closes_later(&self, from: usize, mark: char) -> bool {
        let mut previous = ' ';
        for c in self.slice[from..].chars().take(200) {
            if c == mark && matches!(previous, ',' | '.' | '?' | '!' | '…' | '—') {
                return true;
            }
            if c == '‘' || c == '\'' && previous == ' ' {
                return false;
            }
            previous = c;
        }
        false
    }

    fn opens(&self, c: char, previous: char, next: char) -> bool {
        if self.style.closers(c).is_empty() {
            return false;
        }
        let is_outermost = self.stack.is_empty();
        match c {
            '"' | '＂' => {
                let is_measure = previous.is_ascii_digit();
                let is_stray_close =
                    previous.is_alphanumeric() || matches!(previous, '.' | ',' | '!' | '?');
                if is_outermost {
                    let is_attribute = previous == '=';
                    let is_stray = is_stray_close && !next.is_alphanumeric();
                    let is_within_word = is_hebrew(previous) && is_hebrew(next);
                    !(is_measure || is_attribute || is_stray || is_within_word)
                } else {
                    self.stack.len() < 3
                        && self.stack.iter().any(|o| o.mark == '"')
                        && self.has_even_straight
                        && previous.is_whitespace()
                        && next.is_alphanumeric()
                }
            }
            '\'' => is_outermost && !previous.is_alphanumeric() && !next.is_whitespace(),
            '‘' => is_outermost && !previous.is_alphanumeric(),
            '“' => {
                is_outermost
                    || self.is_balanced
                        && self.stack.len() < 3
                        && self.stack.iter().all(|o| matches!(o.mark, '“' | '"'))
            }
            _ => is_outermost || self.stack.len() < 4,
        }
    }
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{05FF}')
}

fn push(
    text: &str,
    outer: std::ops::Range<usize>,
    open_len: usize,
    close_len: usize,
    found: &mut Vec<Quotation>,
) {
    let inner = TextRange::new(outer.start + open_len, outer.end - close_len).trimmed(text);
    if inner
        .slice(text)
        .is_some_and(|s| s.contains(char::is_alphanumeric))
    {
        found.push(Quotation {
            outer: outer.into(),
            inner,
            is_closed: close_len > 0,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language, expected: &[&str]) {
        let style = Style::of(text, language);
        let all = TextRange::new(0, text.len());
        let found: Vec<_> = quotations(text, all, style)
            .iter()
            .map(|q| q.inner.slice(text).unwrap())
            .collect();
        assert_eq!(found, expected, "quotations of {text:?}");
    }

    #[test]
    fn every_kind_of_mark_is_found() {
        check(
            "“One,” said A. \"Two,\" said B.",
            Language::English,
            &["One,", "Two,"],
        );
        check(
            "''One,'' said A. ``Two,'' said B.",
            Language::English,
            &["One,", "Two,"],
        );
        check("«Раз», — сказал А.", Language::Russian, &["Раз"]);
        check(
            "„Eins“, sagte A. »Zwei«, sagte B.",
            Language::German,
            &["Eins", "Zwei"],
        );
        check("« Un », a dit A.", Language::French, &["Un"]);
        check(
            "‘One,’ said A. ‘It’s the workers’ day,’ said B.",
            Language::English,
            &["One,", "It’s the workers’ day,"],
        );
    }

    #[test]
    fn only_the_outermost_marks_count() {
        check(
            "“He said “no” to us,” she said.",
            Language::English,
            &["He said “no” to us,"],
        );
        check(
            "“He said ‘no’ to us,” she said.",
            Language::English,
            &["He said ‘no’ to us,"],
        );
        check(
            "\"He said \"no\" to us,\" she said.",
            Language::English,
            &["He said \"no\" to us,"],
        );
    }

    #[test]
    fn a_quotation_left_open_runs_to_the_end_of_the_paragraph() {
        check(
            "She said: “First. Second.",
            Language::English,
            &["First. Second."],
        );
    }

    #[test]
    fn inches_apostrophes_and_gershayim_are_no_quotation_marks() {
        check("A 12\" board and the dogs' bowl.", Language::English, &[]);
        check("דובר צה\"ל אמר: \"כן\".", Language::Hebrew, &["כן"]);
    }

    #[test]
    fn dialogue_with_dashes_alternates_with_the_narrator() {
        check(
            "— Да, — сказал он. — Пора.",
            Language::Russian,
            &["Да,", "Пора."],
        );
        check(
            "—Sí —dijo Ana—. Vamos.",
            Language::Spanish,
            &["Sí", "Vamos."],
        );
        check("— A text in English — with dashes.", Language::English, &[]);
    }
}
