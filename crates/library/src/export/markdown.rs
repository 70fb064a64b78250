//! Notes as Markdown: for each document its citation, then each passage as a block quote with its
//! locator, tags, note and a link back.

use std::io::{self, Write};

use super::{ExportSet, ExportedAnnotation, ExportedDocument};

pub(super) fn write(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Notes\n")?;
    for document in &set.documents {
        write_document(document, out)?;
    }
    if !set.notes.is_empty() {
        writeln!(out, "## Free notes\n")?;
    }
    for note in &set.notes {
        if !note.title.is_empty() {
            writeln!(out, "### {}\n", escaped(&note.title))?;
        }
        if !note.body.trim().is_empty() {
            writeln!(out, "{}\n", note.body.trim())?;
        }
    }
    let verified = set.verified();
    writeln!(
        out,
        "---\n\n*Exported on {}. {verified} of {} quotations verified, word for word, against the stored sources.*",
        &set.exported_at[..10],
        set.annotations()
    )
}

fn write_document(document: &ExportedDocument, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&document.document.title))?;
    writeln!(out, "{}\n", escaped(&document.citation))?;
    for exported in &document.annotations {
        write_annotation(document, exported, out)?;
    }
    Ok(())
}

fn write_annotation(
    document: &ExportedDocument,
    exported: &ExportedAnnotation,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", block_quote(&exported.quotation))?;
    let annotation = &exported.annotation;
    let id = document.document.id;
    let mut parts = vec![short_citation(document, exported)];
    parts.push(format!(
        "[open](dossier://document/{id}?annotation={})",
        annotation.uuid
    ));
    if !exported.is_verbatim {
        parts.push("**not verified: the source reads differently now**".to_owned());
    }
    writeln!(out, ">\n> — {}\n", parts.join(" · "))?;
    if !annotation.body.trim().is_empty() {
        writeln!(out, "{}\n", annotation.body.trim())?;
    }
    if !annotation.tags.is_empty() {
        let tags: Vec<String> = annotation
            .tags
            .iter()
            .map(|tag| format!("#{}", tag.replace(char::is_whitespace, "-")))
            .collect();
        writeln!(out, "{}\n", tags.join(" "))?;
    }
    Ok(())
}

/// Text as a block quote, line by line.
pub(super) fn block_quote(text: &str) -> String {
    let line = |line: &str| match line.trim_end() {
        "" => ">".to_owned(),
        line => format!("> {}", escaped(line)),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Who, when, where: `Kerlan 2021, p. 4`.
fn short_citation(document: &ExportedDocument, exported: &ExportedAnnotation) -> String {
    let mut short = dossier_cite::short(&super::item(&document.document));
    if let Some(page) = &exported.page {
        short.push_str(&format!(", p. {page}"));
    }
    escaped(&short)
}

/// Text as Markdown that shows just that text: nothing of a document becomes markup or HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut is_line_start = true;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let needs = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '#' | '+' | '-' | '=' if is_line_start => true,
            '&' => rest
                .peek()
                .is_some_and(|next| next.is_alphanumeric() || *next == '#'),
            '.' | ')' => is_line_start_number(&out),
            _ => false,
        };
        if needs {
            out.push('\\');
        }
        out.push(c);
        is_line_start = c == '\n' || (is_line_start && c.is_whitespace());
    }
    out
}

/// `1.` at the start of a line would become a list.
fn is_line_start_number(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or_default().trim_start();
    !line.is_empty() && line.len() <= 9 && line.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_of_a_document_becomes_markup() {
        for (text, expected) in [
            ("plain words, nothing else.", "plain words, nothing else."),
            (
                "<script>alert(1)</script>",
                "\\<script\\>alert(1)\\</script\\>",
            ),
            ("# not a heading", "\\# not a heading"),
            ("1. not a list", "1\\. not a list"),
            ("in 2021. A year", "in 2021. A year"),
            ("a *b* [c](d) &amp; &", "a \\*b\\* \\[c\\](d) \\&amp; &"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
