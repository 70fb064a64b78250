//! Dates as metadata, bylines and date lines write them.
//!
//! This reads one date that a line is made for; dates inside sentences are the analysis's business.

mod month;

use dossier_text::PartialDate;
use month::Month;

/// How a numeric date whose day and month could be swapped is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// 06/02/2023 is 2 June, as in the United States.
    #[default]
    MonthFirst,
    /// 06/02/2023 is 6 February, as nearly everywhere else.
    DayFirst,
}

impl Order {
    /// The usual order of a language; English is read as American unless its tag says otherwise.
    pub(crate) fn of_language(tag: Option<&str>) -> Self {
        match tag {
            None | Some("en" | "en-us") => Self::MonthFirst,
            Some(_) => Self::DayFirst,
        }
    }
}

/// A date found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) date: PartialDate,
    /// Byte offsets of the date's first character and of the one after its last.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Reads a value that is a date, perhaps with a time after it.
pub(crate) fn parse(value: &str, order: Order) -> Option<PartialDate> {
    let value = value.trim();
    if let Some(found) = find(value, order) {
        return Some(found.date);
    }
    let plain: String = value.chars().map(ascii_digit).collect();
    match (plain.len(), plain.parse::<u32>()) {
        (4, Ok(year)) if (1000..2200).contains(&year) => PartialDate::from_year(year.cast_signed()),
        // `20230602`, with a time or without
        (8 | 14, _) if plain.bytes().all(|b| b.is_ascii_digit()) => {
            let number = |range: std::ops::Range<usize>| plain[range].parse::<u32>().ok();
            day_of(number(0..4)?, number(4..6)?, number(6..8)?)
        }
        _ => None,
    }
}

/// Finds the first date in a line that is at least a month and a year.
pub(crate) fn find(line: &str, order: Order) -> Option<Found> {
    let tokens = tokens(line);
    (0..tokens.len()).find_map(|at| {
        let (date, count) = date_at(&tokens[at..], order)?;
        // A day that the month does not have makes the whole no date, rather than a month.
        let follows_day = at > 0 && tokens[at - 1].number.is_some_and(|n| n < 100);
        if date.day().is_none() && follows_day {
            return None;
        }
        let last = &tokens[at + count - 1];
        Some(Found {
            date,
            start: tokens[at].start,
            end: last.start + last.text.len(),
        })
    })
}

/// A run of digits or of letters; everything else only separates.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    start: usize,
    /// The number that the digits write.
    number: Option<u32>,
    /// What stands between this token and the next one.
    after: &'t str,
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    #[derive(PartialEq, Clone, Copy)]
    enum Class {
        Digit,
        Letter,
        Other,
    }
    let class = |c: char| match c {
        c if ascii_digit(c).is_ascii_digit() => Class::Digit,
        '年' | '月' | '日' | '년' | '월' | '일' => Class::Other,
        c if c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{654}' => {
            Class::Letter
        }
        _ => Class::Other,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let start = line.len() - rest.len();
        let end = rest
            .find(|c| class(c) != class(first))
            .unwrap_or(rest.len());
        let (text, tail) = rest.split_at(end);
        rest = tail;
        match (class(first), tokens.last_mut()) {
            (Class::Other, Some(last)) => last.after = text,
            (Class::Other, None) => {}
            (kind, _) => {
                let digits: String = text.chars().map(ascii_digit).collect();
                let number = (kind == Class::Digit)
                    .then(|| digits.parse().ok())
                    .flatten();
                tokens.push(Token {
                    text,
                    start,
                    number,
                    after: "",
                });
            }
        }
    }
    tokens
}

/// Persian, Arabic and full-width digits as ASCII ones.
fn ascii_digit(c: char) -> char {
    let base = match c {
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        '０'..='９' => '０',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(base), 10).unwrap_or(c)
}

/// The date that begins at the first token, and how many tokens it takes.
fn date_at(tokens: &[Token<'_>], order: Order) -> Option<(PartialDate, usize)> {
    numeric(tokens, order).or_else(|| written(tokens))
}

fn numeric(tokens: &[Token<'_>], order: Order) -> Option<(PartialDate, usize)> {
    let first = tokens.first()?;
    let (a, b) = (first.number?, tokens.get(1)?.number?);
    let separator = first.after.trim();
    if matches!(separator, "年" | "년") {
        let day = (matches!(tokens[1].after.trim(), "月" | "월"))
            .then(|| tokens.get(2)?.number.and_then(|day| day_of(a, b, day)))
            .flatten();
        return match day {
            Some(date) => Some((date, 3)),
            None => Some((PartialDate::from_month(a.cast_signed(), b)?, 2)),
        };
    }
    if !matches!(separator, "-" | "/" | "." | "–" | "‑") || first.after.len() > separator.len() + 1
    {
        return None;
    }
    let c = tokens
        .get(2)
        .filter(|_| tokens[1].after.trim() == separator)
        .and_then(|t| t.number);
    if first.text.chars().count() == 4 {
        return match c {
            Some(day) => Some((day_of(a, b, day)?, 3)),
            None if separator == "-" && tokens[1].text.len() == 2 => {
                Some((PartialDate::from_month(a.cast_signed(), b)?, 2))
            }
            None => None,
        };
    }
    let year = c.filter(|_| tokens[2].text.chars().count() == 4)?;
    let month_first = separator == "/" && order == Order::MonthFirst;
    let (month, day) = if (month_first && a <= 12) || b > 12 {
        (a, b)
    } else {
        (b, a)
    };
    Some((day_of(year, month, day)?, 3))
}

/// Words that may stand between the parts of a date: ordinal endings, articles, "of".
const FILLERS: &[&str] = &[
    "st", "nd", "rd", "th", "de", "del", "of", "er", "º", "ª", "го", "е", "si", "sı", "su", "sü",
    "cu", "cü", "ci", "cı", "the",
];

fn written(tokens: &[Token<'_>]) -> Option<(PartialDate, usize)> {
    let mut at = 0;
    let mut next = |is_first: bool| -> Option<Token<'_>> {
        loop {
            let token = tokens.get(at)?;
            // The parts of one date stand close together.
            if !is_first && tokens[at - 1].after.contains(['|', ';', '(', '\t']) {
                return None;
            }
            at += 1;
            let is_filler = !is_first && FILLERS.contains(&token.text.to_lowercase().as_str());
            if !is_filler {
                return Some(*token);
            }
        }
    };
    let first = next(true)?;
    let second = next(false)?;
    let month = |token: &Token<'_>| {
        token
            .number
            .is_none()
            .then(|| month::of_name(token.text))
            .flatten()
    };
    let is_year = |token: &Token<'_>| {
        token.text.chars().count() == 4 && token.number.is_some_and(|y| (1000..2200).contains(&y))
    };
    if let Some(found) = month(&first) {
        if is_year(&second) {
            return Some((month_of(second.number?, found)?, at));
        }
        let day = second.number.filter(|day| (1..=31).contains(day))?;
        let third = next(false).filter(is_year)?;
        return Some((on(third.number?, found, day)?, at));
    }
    let found = month(&second)?;
    // `2023 June 2`, as some metadata and Hungarian write it
    if is_year(&first) {
        let day = next(false)
            .and_then(|t| t.number)
            .filter(|day| (1..=31).contains(day))?;
        return Some((on(first.number?, found, day)?, at));
    }
    let day = first.number.filter(|day| (1..=31).contains(day))?;
    let mut third = next(false)?;
    // Arabic newspapers give both names of a month: `2 حزيران / يونيو 2023`.
    if month(&third).is_some() {
        third = next(false)?;
    }
    is_year(&third).then_some(())?;
    Some((on(third.number?, found, day)?, at))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    if (1300..=1498).contains(&year) {
        return month::of_iranian(year.cast_signed(), month, day).map(PartialDate::from);
    }
    (1000..2200)
        .contains(&year)
        .then(|| PartialDate::from_ymd(year.cast_signed(), month, day))?
}

fn on(year: u32, month: Month, day: u32) -> Option<PartialDate> {
    match month {
        Month::Gregorian(month) => PartialDate::from_ymd(year.cast_signed(), month, day),
        Month::Iranian(month) => {
            month::of_iranian(year.cast_signed(), month, day).map(PartialDate::from)
        }
    }
}

/// A month of a year; an Iranian month overlaps two Gregorian ones, so only its year is certain
/// and it is left out.
fn month_of(year: u32, month: Month) -> Option<PartialDate> {
    match month {
        Month::Gregorian(month) => PartialDate::from_month(year.cast_signed(), month),
        Month::Iranian(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Order) -> Option<String> {
        parse(text, order).map(|date| date.to_string())
    }

    #[test]
    fn a_date_is_read_in_every_way_it_is_written() {
        for (text, date) in [
            ("2023-06-02", "2023-06-02"),
            ("2023-06-02T23:30:00+04:00", "2023-06-02"),
            ("2023/6/2", "2023-06-02"),
            ("20230602", "2023-06-02"),
            ("2023-06", "2023-06"),
            ("2023", "2023"),
            ("June 2, 2023", "2023-06-02"),
            ("Friday, June 2nd, 2023 at 4:15 pm", "2023-06-02"),
            ("2 June 2023", "2023-06-02"),
            ("Jun. 2, 2023", "2023-06-02"),
            ("JUNE 2023", "2023-06"),
            ("06/02/2023", "2023-06-02"),
            ("13/06/2023", "2023-06-13"),
            ("02.06.2023", "2023-06-02"),
            ("02-06-2023", "2023-06-02"),
            ("2 июня 2023 г.", "2023-06-02"),
            ("2 Haziran 2023, Cuma", "2023-06-02"),
            ("2 iyun 2023-cü il", "2023-06-02"),
            ("12 AĞUSTOS 2021", "2021-08-12"),
            ("2 ژوئن 2023", "2023-06-02"),
            ("۱۲ خرداد ۱۴۰۲", "2023-06-02"),
            ("۱۴۰۲/۰۳/۱۲", "2023-06-02"),
            ("٢ يونيو ٢٠٢٣", "2023-06-02"),
            ("2 حزيران / يونيو 2023", "2023-06-02"),
            ("2 juin 2023", "2023-06-02"),
            ("1er juin 2023", "2023-06-01"),
            ("2. Juni 2023", "2023-06-02"),
            ("2 de junio de 2023", "2023-06-02"),
            ("2 ביוני 2023", "2023-06-02"),
            ("2 ივნისი, 2023", "2023-06-02"),
            ("2023年6月2日", "2023-06-02"),
            ("2023년 6월 2일", "2023-06-02"),
        ] {
            assert_eq!(
                read(text, Order::MonthFirst).as_deref(),
                Some(date),
                "{text}"
            );
        }
        assert_eq!(
            read("06/02/2023", Order::DayFirst).as_deref(),
            Some("2023-02-06")
        );
    }

    #[test]
    fn what_is_no_date_is_not_read_as_one() {
        for text in [
            "",
            "soon",
            "2023-13-40",
            "31 February 2023",
            "call 06 02 2023",
            "version 1.2.3",
            "may 5 people",
            "the 1990s",
            "12/2023/06",
            "+1 202 555 0143",
            "1/2",
        ] {
            assert_eq!(read(text, Order::MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_found_inside_its_line() {
        let line = "By Ana Kel | June 2, 2023 | 5 min read";
        let found = find(line, Order::MonthFirst).unwrap();
        assert_eq!(&line[found.start..found.end], "June 2, 2023");
    }

    #[test]
    fn an_iranian_leap_day_exists_only_in_leap_years() {
        assert_eq!(
            read("30 اسفند 1399", Order::DayFirst).as_deref(),
            Some("2021-03-20")
        );
        assert_eq!(read("30 اسفند 1400", Order::DayFirst), None);
        assert_eq!(
            read("1 فروردین 1403", Order::DayFirst).as_deref(),
            Some("2024-03-20")
        );
    }
}
