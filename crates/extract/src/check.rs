use dossier_text::{BlockKind, Structure, TextRange};
use unicode_normalization::is_nfc;

/// Checks the promises that every extractor makes about text and structure.
///
/// Blocks are not empty, trimmed, in order, without overlap, with nothing but one separator (a
/// blank line; a line end between list items or table rows) between them and nothing outside them;
/// each span lies in one block; pages are in order without overlap; the text is NFC.
///
/// # Errors
///
/// A sentence that names the first promise broken, for the message of a failing test.
pub fn check_structure(text: &str, structure: &Structure) -> Result<(), String> {
    let mut end = 0;
    for (i, block) in structure.blocks.iter().enumerate() {
        let slice = block
            .range
            .slice(text)
            .ok_or(format!("Block {i} is outside the text."))?;
        if slice.is_empty() || slice.trim() != slice {
            return Err(format!("Block {i} is blank or not trimmed: {slice:?}."));
        }
        let gap = TextRange {
            start: end,
            end: block.range.start,
        };
        let between = (gap.start <= gap.end).then(|| gap.slice(text)).flatten();
        let allowed = match (
            i,
            structure.blocks.get(i.wrapping_sub(1)).map(|b| b.kind),
            block.kind,
        ) {
            (0, ..) => between == Some(""),
            (_, Some(BlockKind::ListItem { .. }), BlockKind::ListItem { .. })
            | (_, Some(BlockKind::TableRow { .. }), BlockKind::TableRow { .. }) => {
                matches!(between, Some("\n" | "\n\n"))
            }
            _ => between == Some("\n\n"),
        };
        if !allowed {
            return Err(format!("Before block {i} stands {between:?}."));
        }
        end = block.range.end;
    }
    if end as usize != text.len() {
        return Err(format!(
            "The text goes on after its last block, from byte {end}."
        ));
    }
    check_spans(text, structure)?;
    check_pages(text, structure)?;
    if is_nfc(text) {
        Ok(())
    } else {
        Err("The text is not in NFC.".into())
    }
}

fn check_spans(text: &str, structure: &Structure) -> Result<(), String> {
    let mut start = 0;
    for (i, span) in structure.spans.iter().enumerate() {
        let inside = structure
            .block_at(span.range.start)
            .is_some_and(|b| b.range.contains(span.range));
        if span.range.slice(text).is_none_or(str::is_empty) || !inside {
            return Err(format!("Span {i} is blank or not inside one block."));
        }
        if span.range.start < start {
            return Err(format!("Span {i} is out of order."));
        }
        start = span.range.start;
    }
    Ok(())
}

fn check_pages(text: &str, structure: &Structure) -> Result<(), String> {
    let mut end = 0;
    for (i, page) in structure.pages.iter().enumerate() {
        if page.range.slice(text).is_none_or(str::is_empty) || page.range.start < end {
            return Err(format!(
                "Page {i} is blank, outside the text or out of order."
            ));
        }
        end = page.range.end;
    }
    Ok(())
}
