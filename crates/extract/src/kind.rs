//! What kind of document it is, from what it says of itself.

use crate::metadata::DocumentKind;

/// Words that name a kind, with the kind; the first that fits counts.
const NAMES: &[(&str, DocumentKind)] = &[
    ("interview", DocumentKind::Interview),
    ("q&a", DocumentKind::Interview),
    ("интервью", DocumentKind::Interview),
    ("röportaj", DocumentKind::Interview),
    ("müsahibə", DocumentKind::Interview),
    ("speech", DocumentKind::Speech),
    ("speeches", DocumentKind::Speech),
    ("remarks", DocumentKind::Speech),
    ("address", DocumentKind::Speech),
    ("выступление", DocumentKind::Speech),
    ("речь", DocumentKind::Speech),
    ("konuşma", DocumentKind::Speech),
    ("çıxış", DocumentKind::Speech),
    ("policy brief", DocumentKind::Brief),
    ("issue brief", DocumentKind::Brief),
    ("policy paper", DocumentKind::Brief),
    ("policy note", DocumentKind::Brief),
    ("briefing", DocumentKind::Brief),
    ("brief", DocumentKind::Brief),
    ("briefs", DocumentKind::Brief),
    ("communiqué", DocumentKind::Brief),
    ("report", DocumentKind::Report),
    ("reports", DocumentKind::Report),
    ("working paper", DocumentKind::Report),
    ("techreport", DocumentKind::Report),
    ("doklad", DocumentKind::Report),
    ("доклад", DocumentKind::Report),
    ("webpage", DocumentKind::Webpage),
    ("website", DocumentKind::Webpage),
    ("article", DocumentKind::Article),
    ("newsarticle", DocumentKind::Article),
    ("news", DocumentKind::Article),
    ("blogposting", DocumentKind::Article),
    ("opinion", DocumentKind::Article),
    ("commentary", DocumentKind::Article),
];

/// The kind that a word such as a `type` field names.
fn named(name: &str) -> Option<DocumentKind> {
    let name = name.trim().to_lowercase();
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, kind)| *kind)
}

/// The kind of a document: as stated, by the section it stands in, by how its title begins.
pub(crate) fn of(
    stated: Option<&str>,
    title: Option<&str>,
    sections: &[String],
    otherwise: Option<DocumentKind>,
) -> DocumentKind {
    let by_section = || {
        sections
            .iter()
            .flat_map(|section| section.split(['/', '>', '»', '›', '|']))
            .filter_map(named)
            .find(|kind| !matches!(kind, DocumentKind::Article | DocumentKind::Webpage))
    };
    let by_title = || {
        let title = title?.to_lowercase();
        const BEGINNINGS: &[(&str, DocumentKind)] = &[
            ("remarks by", DocumentKind::Speech),
            ("remarks at", DocumentKind::Speech),
            ("remarks of", DocumentKind::Speech),
            ("remarks on", DocumentKind::Speech),
            ("speech by", DocumentKind::Speech),
            ("speech at", DocumentKind::Speech),
            ("speech of", DocumentKind::Speech),
            ("address by", DocumentKind::Speech),
            ("address to", DocumentKind::Speech),
            ("address at", DocumentKind::Speech),
            ("statement by", DocumentKind::Speech),
            ("keynote", DocumentKind::Speech),
            ("interview with", DocumentKind::Interview),
            ("interview:", DocumentKind::Interview),
            ("policy brief", DocumentKind::Brief),
            ("issue brief", DocumentKind::Brief),
            ("annual report", DocumentKind::Report),
            ("report on", DocumentKind::Report),
            ("report of", DocumentKind::Report),
            ("final report", DocumentKind::Report),
        ];
        BEGINNINGS
            .iter()
            .find(|(start, _)| title.starts_with(start))
            .map(|(_, kind)| *kind)
    };
    stated
        .and_then(named)
        .or_else(by_section)
        .or_else(by_title)
        .or(otherwise)
        .unwrap_or_default()
}
