//! Web pages made here.

use dossier_extract::{DocumentKind, Origin};

use crate::{authors, blocks, read, some, stated};

const PAGE: &str = r#"<!doctype html><html lang="en"><head>
<title>Ferries wait for engines | Shoreline Freight</title>
<meta property="og:site_name" content="Shoreline Freight"><meta property="article:modified_time" content="2023-06-09">
<link rel="canonical" href="https://shoreline.example/2023/06/ferries">
<style>.x{color:red}</style><script>var secret = "script words";</script></head><body>
<nav><a href="/">Home</a> <a href="/corridors">Corridors</a></nav>
<article><h1>Ferries wait for engines</h1><p class="byline">By Liv Benn and Ana Kel | 2 June 2023</p>
<p>Six train ferries were ordered two years ago and two of them are at sea; the other four lie at the quay in Kalder and wait for <em>engines</em> that nobody is able to pay for.</p>
<h2>Wagons in a queue</h2>
<p>The queue of wagons at the port is now longer than the port itself, said the harbour master, who has measured it on foot <a href="https://port.example/queue">every morning</a> since the spring.</p>
<blockquote><p>I know every wagon in this queue by its number, and some of them by the smell of what is inside.</p></blockquote>
<p>The railway expects the third ferry in the last quarter of the year, as it did in the last quarter of the year before, and the yard says that nothing else is to be expected now.</p>
<ul><li>four ferries at the quay in Kalder</li><li>two ferries at sea between the ports</li></ul></article>
<aside><h2>Related articles</h2><p>8 May 2021: The crane that would not turn</p></aside>
<footer>© 2023 Shoreline Freight</footer></body></html>"#;

#[test]
fn a_page_gives_its_article_and_what_it_says_of_itself() {
    let found = read(PAGE.as_bytes(), "ferries.html").unwrap();
    let kinds: Vec<_> = blocks(&found).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(
        kinds,
        [
            "paragraph",
            "heading",
            "paragraph",
            "block-quote",
            "paragraph",
            "list-item",
            "list-item"
        ]
    );
    for beside in [
        "script words",
        "color",
        "Home",
        "Related",
        "crane",
        "©",
        "By Liv",
    ] {
        assert!(
            !found.text.contains(beside),
            "{beside} is no text of the article"
        );
    }
    let expected = some([
        "Ferries wait for engines",
        "Shoreline Freight",
        "2023-06-02",
        "en",
    ]);
    assert_eq!(stated(&found), expected);
    assert_eq!(authors(&found), ["Liv Benn", "Ana Kel"]);
    assert_eq!(found.metadata.authors[0].origin, Origin::Byline);
    assert_eq!(
        found.metadata.url.as_deref(),
        Some("https://shoreline.example/2023/06/ferries")
    );
    assert_eq!(found.metadata.kind, DocumentKind::Article);
    let spans: Vec<_> = found
        .structure
        .spans
        .iter()
        .map(|s| s.range.slice(&found.text).unwrap())
        .collect();
    assert!(spans.contains(&"every morning"), "{spans:?}");
}

#[test]
fn a_date_beside_the_article_is_not_its_date() {
    let page = PAGE.replace(" | 2 June 2023", "").replace("2023-06-09", "");
    let found = read(page.as_bytes(), "ferries.html").unwrap();
    let published = found.metadata.published.unwrap();
    assert_eq!(
        published.value.to_string(),
        "2023-06",
        "the address has the month"
    );
    assert_eq!(published.origin, Origin::Address);
}
