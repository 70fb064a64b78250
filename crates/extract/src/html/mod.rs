//! Web pages: their main text in blocks, and what they say about themselves.

mod blocks;
mod edges;
mod json_ld;
mod metadata;
mod nesting;
mod visible;

use dossier_text::Diagnostic;
use scraper::Html;

use crate::{Draft, Input, compose::Composer};
pub(crate) use blocks::{kept_link, push_fragment};

/// Larger pages are not searched for their article: the search takes more than linear time.
const MAX_ARTICLE_BYTES: usize = 12 * 1024 * 1024;
/// Nor are more deeply nested ones; pages made for people nest some dozens of levels.
const MAX_ARTICLE_DEPTH: usize = 500;

/// Reads a web page.
pub(crate) fn extract(page: &str, input: &Input<'_>) -> Draft {
    let mut diagnostics = Vec::new();
    let flat = nesting::flattened(page);
    if flat.is_some() {
        diagnostics.push(Diagnostic::new(
            "The page is nested more deeply than can be followed: its innermost parts were taken as plain words.",
        ));
    }
    let page = flat.as_deref().unwrap_or(page);
    let tree = Html::parse_document(page);
    let composer = body(page, &tree, &mut diagnostics);
    let metadata = metadata::read(&tree, composer.text(), input);
    let composer = edges::trim(composer, &metadata);
    Draft {
        composer,
        metadata,
        diagnostics,
    }
}

/// Whether elements of a page are nested more deeply than `depth`.
fn is_deeper(tree: &Html, depth: usize) -> bool {
    tree.tree
        .nodes()
        .any(|node| node.ancestors().nth(depth).is_some())
}

fn body(page: &str, tree: &Html, diagnostics: &mut Vec<Diagnostic>) -> Composer {
    if page.len() > MAX_ARTICLE_BYTES || is_deeper(tree, MAX_ARTICLE_DEPTH) {
        let mut composer = Composer::default();
        blocks::push_page(&mut composer, tree);
        diagnostics.push(Diagnostic::new(
            "The page is too large or too deeply nested to find its article, so all its text was taken.",
        ));
        return composer;
    }
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_links(true)
        .with_exclude_comments(true);
    let main = crate::caught(|| trafilatura::extract(page, &options));
    let mut composer = Composer::default();
    if let Some(Ok(main)) = main {
        blocks::push_fragment(&mut composer, &main.content_html);
    }
    if composer.is_empty() {
        blocks::push_page(&mut composer, tree);
        diagnostics.push(Diagnostic::new(
            "The page's article could not be told from the rest, so all its text was taken.",
        ));
    }
    composer
}
