//! What a person decides about quotations: who speaks, that it is none, that here is one; and which
//! names are one person's. Analysis never overwrites it: it is applied again to what analysis finds.

use dossier_text::{
    TextRange,
    selector::{self, Anchorer},
};
use rusqlite::Transaction;
use serde_json::json;

use crate::{
    Error, Library, Result,
    document::{analyse_again, enqueue},
    history::Change,
    quotation::Quotation,
    store::{
        self,
        decision::{self as table, What},
        history,
    },
};

/// The share of what two ranges cover together that they must both cover to be one quotation.
const SAME: f32 = 0.5;

impl Library {
    /// Says who speaks in a quotation; `None` where that is not known. Gives the quotation back.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a quotation that is not there, [`Error::Invalid`] for an empty name.
    pub fn set_speaker(&self, quotation: i64, speaker: Option<&str>) -> Result<Quotation> {
        let speaker = speaker.map(clean).transpose()?;
        let speaker = speaker.as_deref();
        let now = self.now();
        self.write(|tx| {
            let before = store::quotation::get(tx, quotation)?;
            let document = before.document;
            let change = match before.decision {
                Some(id) => {
                    let old = table::get(tx, id)?.speaker;
                    table::set_speaker(tx, id, speaker)?;
                    change_of(id, json!({"speaker": old}), json!({"speaker": speaker}))
                }
                None => {
                    let id = decide(tx, &before, What::Speaker, speaker)?;
                    store::quotation::set_decision(tx, quotation, id)?;
                    change_of(id, json!({"deleted": true}), json!({"deleted": false}))
                }
            };
            table::resolve_document(tx, document)?;
            enqueue(tx, document)?;
            history::record(tx, "Name speaker", Some(document), &[change], &now)?;
            store::quotation::get(tx, quotation)
        })
    }

    /// Says that something is no quotation. Gives its document.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for a quotation that is not there.
    pub fn reject_quotation(&self, quotation: i64) -> Result<i64> {
        let now = self.now();
        self.write(|tx| {
            let found = store::quotation::get(tx, quotation)?;
            let mut changes = Vec::new();
            if let Some(id) = found.decision {
                table::set_deleted(tx, id, true)?;
                changes.push(change_of(
                    id,
                    json!({"deleted": false}),
                    json!({"deleted": true}),
                ));
            }
            let id = decide(tx, &found, What::Rejected, None)?;
            changes.push(change_of(
                id,
                json!({"deleted": true}),
                json!({"deleted": false}),
            ));
            store::quotation::delete(tx, quotation)?;
            enqueue(tx, found.document)?;
            history::record(tx, "Reject quotation", Some(found.document), &changes, &now)?;
            Ok(found.document)
        })
    }

    /// Says that a passage of a document's newest text is a quotation, and who speaks where that is
    /// known. Gives the quotation.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] for a passage without words or one that overlaps a quotation,
    /// [`Error::NotFound`] for a document that is not there.
    pub fn add_quotation(
        &self,
        document: i64,
        range: TextRange,
        speaker: Option<&str>,
    ) -> Result<Quotation> {
        let speaker = speaker.map(clean).transpose()?;
        let now = self.now();
        self.write(|tx| {
            let text = store::text_version::text(tx, document)?;
            let range = range.trimmed(&text);
            let words = range.slice(&text).unwrap_or_default();
            if !words.chars().any(char::is_alphanumeric) {
                return Err(Error::Invalid("A quotation needs words.".to_owned()));
            }
            let others = store::quotation::of_document(tx, document)?;
            if others.iter().any(|other| overlaps(other, range)) {
                return Err(Error::Invalid(
                    "The passage overlaps a quotation that is there already; correct that one."
                        .to_owned(),
                ));
            }
            let selector = selector::describe(&text, range);
            let decision = table::insert(tx, document, What::Added, &selector, speaker.as_deref())?;
            let id = store::quotation::insert_added(tx, document, &text, range, decision)?;
            table::resolve_document(tx, document)?;
            enqueue(tx, document)?;
            let change = change_of(
                decision,
                json!({"deleted": true}),
                json!({"deleted": false}),
            );
            history::record(tx, "Add quotation", Some(document), &[change], &now)?;
            store::quotation::get(tx, id)
        })
    }

    /// Makes names one person's, who goes by `name` from then on, in documents to come too.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] for an empty name.
    pub fn merge_speakers(&self, aliases: &[String], name: &str) -> Result<()> {
        let name = clean(name)?;
        let now = self.now();
        self.write(|tx| {
            let mut changes = Vec::new();
            let mut set = |alias: &str, to: Option<&str>| -> Result<()> {
                let before = table::name_of(tx, alias)?;
                if before.as_deref() != to {
                    table::set_alias(tx, alias, to)?;
                    changes.push(change_of_alias(alias, before.as_deref(), to));
                    table::resolve_again(tx, alias)?;
                }
                Ok(())
            };
            // The name itself goes by none.
            set(&name, None)?;
            for alias in aliases.iter().filter(|alias| **alias != name) {
                // Who went by the alias goes by the name.
                for further in table::aliases(tx, alias)? {
                    set(&further, (further != name).then_some(name.as_str()))?;
                }
                set(alias, Some(&name))?;
            }
            if changes.is_empty() {
                return Ok(());
            }
            history::record(tx, "Merge names", None, &changes, &now)
        })
    }

    /// Makes an alias a name of its own again.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it is no alias.
    pub fn split_speaker(&self, alias: &str) -> Result<()> {
        let now = self.now();
        self.write(|tx| {
            let before = table::name_of(tx, alias)?;
            let before = before.ok_or_else(|| Error::NotFound {
                what: "alias",
                which: alias.to_owned(),
            })?;
            table::set_alias(tx, alias, None)?;
            table::resolve_again(tx, alias)?;
            let change = change_of_alias(alias, Some(&before), None);
            history::record(tx, "Split names", None, &[change], &now)
        })
    }
}

fn clean(name: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Error::Invalid("A speaker needs a name.".to_owned()));
    }
    Ok(name)
}

fn decide(
    tx: &Transaction<'_>,
    quotation: &Quotation,
    what: What,
    speaker: Option<&str>,
) -> Result<i64> {
    let text = store::text_version::text(tx, quotation.document)?;
    let hull = quotation.hull().filter(|hull| hull.slice(&text).is_some());
    let hull = hull.ok_or(Error::Damaged {
        what: "quotation",
        document: quotation.document,
    })?;
    let selector = selector::describe(&text, hull);
    table::insert(tx, quotation.document, what, &selector, speaker)
}

fn change_of(id: i64, before: serde_json::Value, after: serde_json::Value) -> Change {
    Change {
        entity: "quotation decision".to_owned(),
        id,
        before,
        after,
    }
}

fn change_of_alias(alias: &str, before: Option<&str>, after: Option<&str>) -> Change {
    Change {
        entity: "speaker alias".to_owned(),
        id: 0,
        before: json!({"alias": alias, "name": before}),
        after: json!({"alias": alias, "name": after}),
    }
}

/// Makes a decision what it was on one side of a change.
pub(crate) fn restore(tx: &Transaction<'_>, id: i64, target: &serde_json::Value) -> Result<()> {
    let document = table::get(tx, id)?.document;
    if let Some(is_deleted) = target["deleted"].as_bool() {
        table::set_deleted(tx, id, is_deleted)?;
    }
    if let Some(speaker) = target.get("speaker") {
        table::set_speaker(tx, id, speaker.as_str())?;
    }
    analyse_again(tx, document)
}

/// Makes an alias what it was on one side of a change.
pub(crate) fn restore_alias(tx: &Transaction<'_>, target: &serde_json::Value) -> Result<()> {
    let alias = target["alias"].as_str().unwrap_or_default();
    table::set_alias(tx, alias, target["name"].as_str())?;
    table::resolve_again(tx, alias)
}

/// Notes a form of a speaker's name; where it says more than the one that the others go by, they go
/// by it.
pub(crate) fn note_form(tx: &Transaction<'_>, form: &str) -> Result<()> {
    let words = crate::index::folded_words(form);
    for other in table::note_form(tx, form, &words.join(" "))? {
        table::resolve_again(tx, &other)?;
    }
    Ok(())
}

/// Applies all decisions to what analysis found in a document's newest text.
pub(crate) fn apply(tx: &Transaction<'_>, document: i64, text: &str) -> Result<()> {
    let decisions = table::of_document(tx, document)?;
    if !decisions.is_empty() {
        let anchorer = Anchorer::new(text);
        for decision in decisions {
            let place = anchorer.anchor(&decision.selector).range;
            // What is no longer in the text waits for a version that has it again.
            let Some(place) = place else {
                continue;
            };
            let found = store::quotation::of_document(tx, document)?;
            let same = found
                .iter()
                .map(|quotation| (shared(quotation, place), quotation))
                .filter(|(share, _)| *share >= SAME)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            match (decision.what, same) {
                (What::Rejected, Some((_, quotation))) => {
                    store::quotation::delete(tx, quotation.id)?;
                }
                (What::Speaker | What::Added, Some((_, quotation))) => {
                    store::quotation::set_decision(tx, quotation.id, decision.id)?;
                }
                (What::Added, None) => {
                    store::quotation::insert_added(tx, document, text, place, decision.id)?;
                }
                (What::Speaker | What::Rejected, None) => {}
            }
        }
    }
    table::resolve_document(tx, document)
}

/// The share of what a quotation and a place cover together that both cover.
fn shared(quotation: &Quotation, place: TextRange) -> f32 {
    let Some(hull) = quotation.hull() else {
        return 0.0;
    };
    let both = hull
        .end
        .min(place.end)
        .saturating_sub(hull.start.max(place.start));
    let all = hull.end.max(place.end) - hull.start.min(place.start);
    both as f32 / all.max(1) as f32
}

fn overlaps(quotation: &Quotation, range: TextRange) -> bool {
    quotation
        .content
        .iter()
        .any(|part| part.start < range.end && range.start < part.end)
}
