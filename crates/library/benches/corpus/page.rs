//! An article as the files that people have: Markdown, a web page, a plain-text capture of one.

use std::fmt::Write as _;

use super::{Article, sentence::MONTHS};

impl Article {
    /// A Markdown file that says all about itself.
    #[must_use]
    pub(crate) fn markdown(&self) -> String {
        format!(
            "---\ntitle: \"{}\"\nauthor: [{}]\npublisher: \"{}\"\ndate: {}\nlanguage: {}\n---\n\n{}\n",
            self.title,
            self.authors.join(", "),
            self.publisher,
            self.published,
            self.language,
            self.text()
        )
    }

    /// A web page with what stands around an article.
    #[must_use]
    pub(crate) fn html(&self) -> String {
        let Self {
            title,
            publisher,
            published,
            language,
            ..
        } = self;
        let author = self.authors.join(", ");
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <title>{title} | {publisher}</title>\n<meta name=\"author\" content=\"{author}\">\n\
             <meta property=\"og:type\" content=\"article\">\n\
             <meta property=\"og:site_name\" content=\"{publisher}\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"article:published_time\" content=\"{published}T08:00:00Z\">\n\
             <style>body{{font-family:serif}}nav ul{{list-style:none}}</style>\n</head>\n<body>\n\
             <header><a href=\"/\">{publisher}</a><nav><ul><li><a href=\"/politics\">Politics</a></li>\
             <li><a href=\"/energy\">Energy</a></li><li><a href=\"/subscribe\">Subscribe</a></li></ul>\
             </nav></header>\n<main><article>\n<h1>{title}</h1>\n<p class=\"byline\">By {author}</p>\n\
             <time datetime=\"{published}\">{}</time>\n",
            self.long_date()
        );
        for paragraph in &self.paragraphs {
            let _infallible = writeln!(page, "<p>{paragraph}</p>");
        }
        page.push_str(
            "</article></main>\n<aside><h2>Most read</h2><ul><li><a href=\"/1\">Ten charts that explain \
             the week</a></li><li><a href=\"/2\">What we know so far</a></li></ul></aside>\n\
             <footer><p>All rights reserved. <a href=\"/privacy\">Privacy</a></p></footer>\n</body>\n</html>\n",
        );
        page
    }

    /// A page as it is when copied into a text file.
    #[must_use]
    pub(crate) fn plain(&self) -> String {
        format!(
            "{}\n\nPolitics\n\n{}\n\nBy {}\n\n{}\n\n{}\n\nRelated Articles\n\nWhat we know so far\n",
            self.publisher,
            self.title,
            self.authors.join(" and "),
            self.long_date(),
            self.text()
        )
    }

    fn long_date(&self) -> String {
        let mut parts = self.published.splitn(3, '-');
        let year = parts.next().unwrap_or_default();
        let month = parts
            .next()
            .and_then(|month| month.parse::<usize>().ok())
            .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
            .copied()
            .unwrap_or_default();
        let day = parts.next().unwrap_or_default().trim_start_matches('0');
        format!("{month} {day}, {year}")
    }
}
