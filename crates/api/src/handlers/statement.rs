use dossier_library::statement::{self as engine, Change, Relation, StatementFilter};

use super::quotation::quotations;
use crate::{App, Result, types::statement::*};

/// Statements that are given at most at once.
const MAX_LIMIT: u32 = 500;

pub(crate) fn list_statements(app: &App, request: ListStatements) -> Result<StatementList> {
    let filter = StatementFilter {
        text: request.text,
        speaker: request.speaker,
        only_differing: request.only_differing,
        limit: request.limit.min(MAX_LIMIT),
        offset: request.offset,
    };
    let (total, found) = app.library()?.statements(&filter)?;
    let statement = |statement: engine::Statement| Statement {
        quotation: statement.fullest,
        words: statement.words,
        speakers: statement.speakers,
        quotations: statement.quotations,
        documents: statement.documents,
        first: statement.first.map(|day| day.to_string()),
        last: statement.last.map(|day| day.to_string()),
        speakers_differ: statement.speakers_differ,
        negation_differs: statement.negation_differs,
        has_variants: statement.has_variants,
    };
    Ok(StatementList {
        total,
        statements: found.into_iter().map(statement).collect(),
    })
}

pub(crate) fn get_statement(app: &App, request: GetStatement) -> Result<StatementView> {
    let library = app.library()?;
    let found = library.variants(request.quotation)?;
    let listed = found.iter().map(|variant| variant.listed.clone()).collect();
    let listed = quotations(&library, listed)?;
    let variants = found.into_iter().zip(listed);
    let variants = variants.map(|(variant, quotation)| StatementVariant {
        quotation,
        relation: match variant.relation {
            Relation::Verbatim => WordingRelation::Verbatim,
            Relation::Truncated => WordingRelation::Truncated,
            Relation::Varied => WordingRelation::Varied,
        },
        lost_negation: variant.lost_negation,
        added_negation: variant.added_negation,
        pieces: variant.pieces.into_iter().map(piece).collect(),
    });
    Ok(StatementView {
        variants: variants.collect(),
    })
}

fn piece((change, text): (Change, String)) -> DiffPiece {
    DiffPiece {
        change: match change {
            Change::Same => WordChange::Same,
            Change::Removed => WordChange::Removed,
            Change::Added => WordChange::Added,
        },
        text,
    }
}
