//! The folded form of a text, in which typography does not count.

/// A text as symbols that compare equal where only typography differs.
///
/// White space runs become one space; quotation marks and dashes lose their shapes; letters lose
/// their case, ligatures and composition; invisible format characters are left out. Every symbol
/// remembers the byte at which its character starts.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) symbols: Vec<char>,
    starts: Vec<u32>,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self {
            symbols: Vec::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
        };
        for (byte, c) in text.char_indices() {
            folded.push(byte as u32, c);
        }
        folded
    }

    fn push(&mut self, byte: u32, c: char) {
        if c.is_ascii_graphic() {
            self.add(
                byte,
                if c == '`' {
                    '\''
                } else {
                    c.to_ascii_lowercase()
                },
            );
            return;
        }
        match c {
            c if c.is_whitespace() => {
                if self.symbols.last() != Some(&' ') {
                    self.add(byte, ' ');
                }
            }
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}' => {}
            '‘' | '’' | '‚' | '‛' | '′' | '´' | '‹' | '›' => self.add(byte, '\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => self.add(byte, '"'),
            '‐'..='―' | '−' | '﹘' | '-' => self.add(byte, '-'),
            // These blocks have no case, and their letters are their own normal form.
            '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => self.add(byte, c),
            c => unicode_normalization::char::decompose_compatible(c, |part| {
                for lower in part.to_lowercase() {
                    self.add(byte, lower);
                }
            }),
        }
    }

    fn add(&mut self, byte: u32, symbol: char) {
        self.symbols.push(symbol);
        self.starts.push(byte);
    }

    pub(super) fn len(&self) -> usize {
        self.symbols.len()
    }

    /// The byte at which the character of a symbol starts.
    pub(super) fn byte(&self, symbol: usize) -> usize {
        self.starts[symbol] as usize
    }

    /// The first symbol whose character starts at `byte` or later.
    pub(super) fn symbol_at(&self, byte: usize) -> usize {
        self.starts
            .partition_point(|&start| (start as usize) < byte)
    }

    /// The bytes of `text`, of which this is the folded form, that a range of symbols stands for.
    pub(super) fn bytes(&self, text: &str, symbols: std::ops::Range<usize>) -> (usize, usize) {
        let Some(last) = symbols
            .end
            .checked_sub(1)
            .filter(|&last| last >= symbols.start)
        else {
            let at = self
                .starts
                .get(symbols.start)
                .map_or(text.len(), |&start| start as usize);
            return (at, at);
        };
        let end = self.byte(last);
        let width = text[end..].chars().next().map_or(0, char::len_utf8);
        (self.byte(symbols.start), end + width)
    }
}

/// Whether white space at the start of `text` holds a blank line.
pub(super) fn starts_with_blank_line(text: &str) -> bool {
    let space = text.chars().take_while(|c| c.is_whitespace());
    space.filter(|&c| c == '\n').count() > 1
}

/// How much a symbol tells, in letters of an alphabet.
///
/// A Chinese character carries about as much as half a short word, a syllable of Hangul or kana as
/// two letters; so one measure of length serves texts with and without spaces.
pub(super) fn weight(c: char) -> u32 {
    match c {
        '\0'..='\u{10ff}' => 1,
        '\u{1100}'..='\u{11ff}' => 1,
        '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 3,
        _ => 1,
    }
}

/// The weight of several symbols.
pub(super) fn total_weight(symbols: &[char]) -> u32 {
    symbols.iter().map(|&c| weight(c)).sum()
}

/// Whether a character is part of a word in a script that puts spaces between words.
pub(super) fn is_word(c: char) -> bool {
    weight(c) == 1 && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c))
}
