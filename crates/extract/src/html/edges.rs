//! What main-text extraction leaves at the edges of an article: its own title, byline and date, and
//! buttons and links behind it. They are metadata or furniture and not text.

use dossier_text::BlockKind;

use crate::{
    compose::Composer,
    date::Order,
    metadata::Metadata,
    plain::{self, fold},
};

/// Blocks at the head of an article that are looked at.
const HEAD: usize = 8;

/// Takes title, byline, date line and furniture off.
pub(super) fn trim(composer: Composer, metadata: &Metadata) -> Composer {
    let blocks: Vec<(BlockKind, &str)> = composer.blocks().collect();
    let mut is_dropped = vec![false; blocks.len()];
    let title = metadata
        .title
        .as_ref()
        .map(|title| fold(&title.value))
        .unwrap_or_default();
    let tag = metadata
        .language
        .as_ref()
        .map(|language| language.value.as_str());
    let order = Order::of_language(tag);
    for (at, (kind, text)) in blocks.iter().enumerate().take(HEAD) {
        let folded = fold(text);
        let is_title = matches!(kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
            && !folded.is_empty()
            && (folded == title
                // A page may show its title shorter than it states it.
                || (matches!(kind, BlockKind::Heading { level: 1 }) && title.starts_with(&folded)));
        if plain::is_prose(text) && !is_title {
            break;
        }
        let is_plain = matches!(
            kind,
            BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::ListItem { .. }
        );
        is_dropped[at] = is_title || (is_plain && plain::is_header_line(text, order));
    }
    for (at, (_, text)) in blocks.iter().enumerate().rev() {
        if !plain::is_furniture(text) {
            break;
        }
        is_dropped[at] = true;
    }
    if is_dropped.iter().all(|dropped| *dropped) || !is_dropped.contains(&true) {
        return composer;
    }
    drop(blocks);
    composer.without(&is_dropped)
}
