//! Pages that nest their elements without end.
//!
//! For every tag a parser of HTML looks up through the elements that are open, and for every
//! paragraph it opens again the emphasis that was left open before it: pages that are made to hurt
//! cost it hours or all memory. What lies deeper than in any page made for people is taken out of
//! its tags beforehand; its words stay.

use std::collections::HashMap;

/// How deep elements may lie.
const DEEPEST: usize = 250;
/// How many elements of [`FORMATTING`] may be open.
const MOST_FORMATTING: usize = 20;

/// What stands for the tags that are left out, so that their words do not run together.
const BREAK: &str = "<br>";

/// Elements that are opened again in the next paragraph where they are left open.
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements that hold nothing.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// Elements that end where the next of their kind begins; many pages never close them.
const ENDED_BY_THE_NEXT: &[&str] = &[
    "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot",
    "th", "thead", "tr",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &[
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// The page without the tags that lie too deep; `None` where none does.
pub(super) fn flattened(page: &str) -> Option<String> {
    let mut walk = Walk::default();
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(found) = page[at..].find('<') {
        let start = at + found;
        let Some(tag) = Tag::read(page, start) else {
            at = start + 1;
            continue;
        };
        at = tag.end;
        if walk.is_too_deep(&tag) {
            out.push_str(&page[copied..start]);
            let is_inline = FORMATTING.contains(&tag.name.as_str()) || tag.name == "span";
            if !is_inline && !out.ends_with(BREAK) {
                out.push_str(BREAK);
            }
            copied = tag.end;
        } else if !tag.is_end && RAW.contains(&tag.name.as_str()) {
            at = end_of_raw(page, tag.end, &tag.name);
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(&page[copied..]);
    Some(out)
}

/// Where a raw element's content ends.
fn end_of_raw(page: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = page[at..].find("</") {
        let start = at + found + 2;
        let is_end = page
            .get(start..start + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_end {
            return start - 2;
        }
        at = start;
    }
    page.len()
}

struct Tag {
    /// In lower case.
    name: String,
    is_end: bool,
    is_self_closing: bool,
    /// The byte after it.
    end: usize,
}

impl Tag {
    /// The tag that begins at a `<`; comments and declarations count as tags without a name.
    fn read(page: &str, start: usize) -> Option<Self> {
        let rest = &page[start + 1..];
        let nameless = |end: Option<usize>| {
            Some(Self {
                name: String::new(),
                is_end: false,
                is_self_closing: true,
                end: end.map_or(page.len(), |end| start + 1 + end),
            })
        };
        if let Some(comment) = rest.strip_prefix("!--") {
            // `<!-->` is a whole comment too.
            let ends = ["-->", "--!>"].map(|mark| Some(comment.find(mark)? + 3 + mark.len()));
            let short = [">", "->"].into_iter().find(|end| comment.starts_with(end));
            let end = short.map(|end| 3 + end.len());
            return nameless(end.or_else(|| ends.into_iter().flatten().min()));
        }
        if rest.starts_with(['!', '?']) {
            return nameless(rest.find('>').map(|end| end + 1));
        }
        let is_end = rest.starts_with('/');
        let named = &rest[usize::from(is_end)..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        let length = named.find(ends_name).unwrap_or(named.len());
        let inside = end_of_attributes(&named[length..]);
        Some(Self {
            name: named[..length].to_ascii_lowercase(),
            is_end,
            is_self_closing: named[length..length + inside].ends_with("/>"),
            end: start + 1 + usize::from(is_end) + length + inside,
        })
    }
}

/// The byte after the `>` that ends a tag; one within a quoted value does not.
fn end_of_attributes(rest: &str) -> usize {
    let mut quote = None;
    let mut may_open = false;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '>') => return at + 1,
            (None, '"' | '\'') if may_open => quote = Some(c),
            (None, _) => {}
        }
        may_open = c == '=' || (may_open && c.is_ascii_whitespace());
    }
    rest.len()
}

/// What is open at a place of the page.
#[derive(Default)]
struct Walk {
    depth: usize,
    formatting: usize,
    /// How many elements of each name are open.
    open: HashMap<String, usize>,
}

impl Walk {
    /// Goes over a tag and says whether it is one to leave out.
    fn is_too_deep(&mut self, tag: &Tag) -> bool {
        let name = tag.name.as_str();
        let is_foreign = ["svg", "math"]
            .iter()
            .any(|name| self.open.get(*name).is_some_and(|open| *open > 0));
        // Outside drawings and formulas a parser does not heed the slash.
        let is_whole = tag.is_self_closing && (is_foreign || name.is_empty());
        if is_whole || VOID.contains(&name) || ENDED_BY_THE_NEXT.contains(&name) {
            return false;
        }
        let is_formatting = FORMATTING.contains(&name);
        if !tag.is_end {
            *self.open.entry(tag.name.clone()).or_default() += 1;
            self.depth += 1;
            self.formatting += usize::from(is_formatting);
            return self.depth > DEEPEST || (is_formatting && self.formatting > MOST_FORMATTING);
        }
        let Some(open) = self.open.get_mut(name).filter(|open| **open > 0) else {
            return false;
        };
        *open -= 1;
        let is_too_deep =
            self.depth > DEEPEST || (is_formatting && self.formatting > MOST_FORMATTING);
        self.depth = self.depth.saturating_sub(1);
        self.formatting -= usize::from(is_formatting);
        is_too_deep
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_made_for_people_stay_as_they_are() {
        let unclosed = "<p>One<li>two<br><img src=x>".repeat(2_000);
        let closed = "<div><b>One</b> and <i>two</i></div>".repeat(2_000);
        let drawing = format!("<svg>{}</svg>", "<path d='M1'/>".repeat(2_000));
        let script = format!("<script>{}</script>", "if (a<b) {}".repeat(2_000));
        let comments = "<!-- <div> --><!--><!DOCTYPE html><?xml <div ?>".repeat(2_000);
        let quoted = "<i title='<b><b>'>x</i>".repeat(2_000);
        for page in [unclosed, closed, drawing, script, comments, quoted] {
            assert_eq!(flattened(&page), None, "{}", &page[..40]);
        }
    }

    #[test]
    fn what_lies_too_deep_keeps_its_words() {
        let page = format!(
            "{}<p>At the bottom</p>{}<p>Above",
            "<div>".repeat(900),
            "</div>".repeat(900)
        );
        let flat = flattened(&page).unwrap();
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
        assert_eq!(flat.matches("</div>").count(), DEEPEST);
        assert!(flat.contains("<br><p>At the bottom</p><br>"), "{flat}");
        assert!(flat.ends_with("</div><p>Above"), "{flat}");
        let page = "<font size=1>x".repeat(900);
        let flat = flattened(&page).unwrap();
        assert_eq!(flat.matches("<font").count(), MOST_FORMATTING);
        assert!(flat.ends_with(&"x".repeat(800)), "{flat}");
    }

    #[test]
    fn tags_that_close_nothing_do_not_hide_the_depth() {
        let page = "<div></section>".repeat(900);
        let flat = flattened(&page).unwrap();
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
    }
}
