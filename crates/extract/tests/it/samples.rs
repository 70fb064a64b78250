//! The sample collection: its README lists what every file says of itself.

use std::{fs, path::PathBuf};

use dossier_extract::{DocumentKind, Input, check_structure, extract};

/// One row of the README's table of files.
struct Expected {
    file: String,
    title: String,
    authors: String,
    publisher: String,
    date: String,
    language: String,
    kind: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../library/samples")
}

fn expected() -> Vec<Expected> {
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    readme
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<String> = line
                .trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect();
            let [file, title, authors, publisher, date, language, kind] =
                <[String; 7]>::try_from(cells).expect("the table of files has seven columns");
            let file = file.trim_matches('`').to_owned();
            Expected {
                file,
                title,
                authors,
                publisher,
                date,
                language,
                kind,
            }
        })
        .collect()
}

/// The kind that the README's words for a file amount to, where they name one of ours.
fn kind(words: &str) -> Option<DocumentKind> {
    let last = words
        .rsplit(['(', ')'])
        .find(|part| !part.trim().is_empty())?;
    Some(match last.trim() {
        "article" | "essay" | "commentary" => DocumentKind::Article,
        "report" => DocumentKind::Report,
        "brief" => DocumentKind::Brief,
        "speech" => DocumentKind::Speech,
        "interview" => DocumentKind::Interview,
        _ => return None,
    })
}

#[test]
fn every_sample_says_what_its_readme_lists() {
    let expected = expected();
    assert!(expected.len() > 30, "the table of files was not found");
    let mut wrong = Vec::new();
    for row in &expected {
        let bytes = fs::read(folder().join(&row.file)).unwrap();
        let input = Input {
            bytes: &bytes,
            file_name: Some(&row.file),
            ..Input::default()
        };
        let found = extract(&input).unwrap();
        assert_eq!(
            check_structure(&found.text, &found.structure),
            Ok(()),
            "{}",
            row.file
        );
        let metadata = found.metadata;
        let authors: Vec<_> = metadata
            .authors
            .iter()
            .map(|author| author.value.clone())
            .collect();
        let mut check = |field: &str, found: Option<String>, expected: &str| {
            if found.as_deref().unwrap_or_default() != expected {
                wrong.push(format!(
                    "{}: {field} is {found:?}, not {expected:?}",
                    row.file
                ));
            }
        };
        check("title", metadata.title.map(|t| t.value), &row.title);
        // A byline's "with" joins names as a comma does.
        check(
            "authors",
            Some(authors.join(", ")),
            &row.authors.replace(", with ", ", "),
        );
        check(
            "publisher",
            metadata.publisher.map(|p| p.value),
            &row.publisher,
        );
        check(
            "date",
            metadata.published.map(|d| d.value.to_string()),
            &row.date,
        );
        check(
            "language",
            metadata.language.map(|l| l.value),
            &row.language,
        );
        if let Some(kind) = kind(&row.kind) {
            check(
                "kind",
                Some(format!("{:?}", metadata.kind)),
                &format!("{kind:?}"),
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} fields are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
