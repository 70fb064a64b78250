//! Notes as one self-contained web page: nothing in it is loaded from anywhere, nothing runs.

use std::io::{self, Write};

use super::{ExportSet, ExportedAnnotation, ExportedDocument};

const STYLE: &str = "body{font:1.05rem/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;\
color:#1c1b19;background:#fff}h1,h2,h3{line-height:1.25}blockquote{margin:1rem 0;padding:.1rem 0 .1rem \
1rem;border-left:4px solid #d8c75a}.where,footer,.citation{color:#5c5850;font-size:.9rem}.tag{border:1px \
solid #ccc;border-radius:3px;padding:0 .35em;font-size:.8rem}.warning{color:#9a3412}\
@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#1a1917}.where,footer,.citation{color:#a8a49a}\
.warning{color:#fdba74}}";

pub(super) fn write(set: &ExportSet, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>Notes</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <h1>Notes</h1>\n"
    )?;
    for document in &set.documents {
        write_document(document, out)?;
    }
    if !set.notes.is_empty() {
        writeln!(out, "<h2>Free notes</h2>")?;
    }
    for note in &set.notes {
        if !note.title.is_empty() {
            writeln!(out, "<h3 dir=\"auto\">{}</h3>", escaped(&note.title))?;
        }
        write_paragraphs(&note.body, out)?;
    }
    let verified = set.verified();
    write!(
        out,
        "<footer><p>Exported on {}. {verified} of {} quotations verified, word for word, against the stored \
         sources.</p></footer>\n</body>\n</html>\n",
        &set.exported_at[..10],
        set.annotations()
    )
}

fn write_document(exported: &ExportedDocument, out: &mut dyn Write) -> io::Result<()> {
    let document = &exported.document;
    let language = document.language.as_deref().unwrap_or_default();
    writeln!(
        out,
        "<section data-sha256=\"{}\" data-version=\"{}\">\n<h2 dir=\"auto\" lang=\"{}\">{}</h2>\n\
         <p class=\"citation\" dir=\"auto\">{}</p>",
        escaped(&exported.file_sha256),
        exported.version,
        escaped(language),
        escaped(&document.title),
        escaped(&exported.citation)
    )?;
    for passage in &exported.annotations {
        write_annotation(passage, language, out)?;
    }
    writeln!(out, "</section>")
}

fn write_annotation(
    exported: &ExportedAnnotation,
    language: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let annotation = &exported.annotation;
    let place = exported
        .position
        .map(|(start, end)| format!(" data-start=\"{start}\" data-end=\"{end}\""));
    writeln!(
        out,
        "<blockquote dir=\"auto\" lang=\"{}\" id=\"{}\"{}>",
        escaped(language),
        escaped(&annotation.uuid),
        place.unwrap_or_default()
    )?;
    write_paragraphs(&exported.quotation, out)?;
    writeln!(out, "</blockquote>")?;
    let mut about = Vec::new();
    about.extend(annotation.speaker.as_deref().map(escaped));
    about.extend(
        exported
            .page
            .as_ref()
            .map(|page| format!("p. {}", escaped(page))),
    );
    about.extend(
        annotation
            .tags
            .iter()
            .map(|tag| format!("<span class=\"tag\">{}</span>", escaped(tag))),
    );
    if !exported.is_verbatim {
        about.push(
            "<strong class=\"warning\">not verbatim in the stored source</strong>".to_owned(),
        );
    }
    if !about.is_empty() {
        writeln!(out, "<p class=\"where\">{}</p>", about.join(" · "))?;
    }
    write_paragraphs(&annotation.body, out)
}

/// A text as paragraphs; its marks of Markdown stay as they are typed.
fn write_paragraphs(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for paragraph in text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
    {
        let lines: Vec<String> = paragraph.trim().lines().map(escaped).collect();
        writeln!(out, "<p dir=\"auto\">{}</p>", lines.join("<br>\n"))?;
    }
    Ok(())
}

/// A text in which nothing is markup, neither as content nor as an attribute's value.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(
            escaped("<img src=x onerror='a()'>&\""),
            "&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;"
        );
    }
}
