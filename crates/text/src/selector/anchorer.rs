//! Decides what a selector resolves to.

use super::fold::Folded;
use super::gram::GramIndex;
use super::pattern::Pattern;
use super::reworded::{Passage, passages};
use super::verbatim::{Place, has_contexts, places, same_words};
use super::{Anchored, Selector, State};
use crate::{Offsets, TextRange};

/// Contexts that agree by less than this agree by chance.
const CHANCE: f32 = 0.4;

/// Weight below which words must be the same to be recognised: one short word resembles many.
const RECOGNISABLE: u32 = 8;

/// Weight below which both contexts must stand next to a passage in other words.
const COMMONPLACE: u32 = 20;

/// Weight below which a passage that lost one of its contexts must keep most of its words.
const BRIEF: u32 = 40;

/// Likeness from which a passage is the same words, wherever they stand.
const SAME_WORDS: f32 = 0.95;

/// A text prepared for anchoring many selectors.
///
/// Preparing takes about 10 ms a megabyte and 20 bytes of memory a character; anchoring a selector
/// afterwards takes a fraction of a millisecond and does not read the whole text.
#[derive(Debug)]
pub struct Anchorer<'t> {
    pub(super) text: &'t str,
    pub(super) folded: Folded,
    pub(super) grams: GramIndex,
    offsets: Offsets<'t>,
}

/// Anchors one selector in `text`. Use an [`Anchorer`] for several.
#[must_use]
pub fn anchor(text: &str, selector: &Selector) -> Anchored {
    Anchorer::new(text).anchor(selector)
}

/// What a selector resolves to, and the other places that fit equally well.
#[derive(Debug)]
pub(super) struct Resolution {
    pub(super) anchored: Anchored,
    pub(super) rivals: Vec<TextRange>,
}

const ORPHAN: Anchored = Anchored {
    state: State::Orphan,
    range: None,
    score: 0.0,
};

impl<'t> Anchorer<'t> {
    /// Reads `text` and indexes its runs of symbols.
    ///
    /// # Panics
    ///
    /// Panics when `text` is longer than 4 GiB.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        assert!(
            u32::try_from(text.len()).is_ok(),
            "a text is at most 4 GiB long"
        );
        let folded = Folded::new(text);
        let grams = GramIndex::new(&folded.symbols);
        Self {
            text,
            folded,
            grams,
            offsets: Offsets::new(text),
        }
    }

    /// Finds the passage that `selector` names.
    ///
    /// Words that stand at their position between both their contexts are taken at once. Otherwise
    /// all places of the very words are compared by their contexts, and among equals the one
    /// nearest to the old position is taken. A passage in other words is accepted only if it
    /// resembles the quotation by itself: contexts that remain around a deleted passage do not
    /// make an anchor.
    #[must_use]
    pub fn anchor(&self, selector: &Selector) -> Anchored {
        self.resolve(selector).anchored
    }

    pub(super) fn resolve(&self, selector: &Selector) -> Resolution {
        let pattern = Pattern::new(&selector.quote);
        let position = selector.position.map(|position| position.start);
        let in_place = position
            .and_then(|start| self.offsets.byte_of_code_point(start))
            .map(|at| at as usize)
            .filter(|&at| self.text[at..].starts_with(&pattern.quote.exact));
        if let Some(at) = in_place.filter(|&at| has_contexts(self.text, &pattern, at)) {
            return self.verbatim(State::Exact, &pattern, Place { at, context: 1.0 }, &[]);
        }
        if pattern.quote.exact.is_empty() {
            return orphan();
        }
        let near = Near::new(self, position);
        let places = places(self, &pattern);
        if places.first().is_none_or(|best| best.context < CHANCE) {
            let reworded = self.reworded(&pattern, near);
            if places.is_empty() || reworded.as_ref().is_some_and(|found| found.0) {
                return reworded.map_or_else(orphan, |found| found.1);
            }
        }
        self.choose(&pattern, &places, near, in_place)
    }

    /// Chooses among places of the very words, which are sorted by context.
    fn choose(
        &self,
        pattern: &Pattern<'_>,
        places: &[Place],
        near: Near,
        in_place: Option<usize>,
    ) -> Resolution {
        let best = places[0].context;
        let margin = if best < CHANCE {
            best
        } else {
            0.02 + 0.25 * (1.0 - best)
        };
        let equal = &places[..places.partition_point(|place| place.context >= best - margin)];
        let key = |place: &&Place| place.context - near.penalty(place.at);
        if let Some(place) = equal.iter().find(|place| Some(place.at) == in_place) {
            return self.verbatim(State::Exact, pattern, *place, &[]);
        }
        let chosen = equal
            .iter()
            .max_by(|a, b| key(a).total_cmp(&key(b)))
            .unwrap_or(&places[0]);
        let state = match places {
            [only] if has_contexts(self.text, pattern, only.at) => State::Exact,
            _ if equal.len() > 1 => State::Ambiguous,
            _ => State::Moved,
        };
        self.verbatim(state, pattern, *chosen, equal)
    }

    fn verbatim(
        &self,
        state: State,
        pattern: &Pattern<'_>,
        place: Place,
        equal: &[Place],
    ) -> Resolution {
        let range = |at: usize| TextRange::new(at, at + pattern.quote.exact.len());
        let score = 0.75 + 0.25 * place.context;
        let others = equal.iter().filter(|other| other.at != place.at);
        Resolution {
            anchored: Anchored {
                state,
                range: Some(range(place.at)),
                score,
            },
            rivals: others.map(|other| range(other.at)).collect(),
        }
    }

    /// The best passage in other words, and whether it stands between its contexts so plainly that
    /// the very words somewhere else mean nothing.
    fn reworded(&self, pattern: &Pattern<'_>, near: Near) -> Option<(bool, Resolution)> {
        let mut accepted = passages(self, pattern);
        let range = |passage: &Passage| {
            let (start, end) = self.folded.bytes(self.text, passage.symbols.clone());
            TextRange::new(start, end)
        };
        accepted.retain(|passage| {
            let at = range(passage).as_usize();
            is_recognisable(pattern, passage) && same_words(self.text, pattern, at.start, at.end)
        });
        let brief = pattern.weight < BRIEF;
        let key = |passage: &Passage| {
            passage.rank(brief) - near.penalty(self.folded.byte(passage.symbols.start))
        };
        accepted.sort_by(|a, b| key(b).total_cmp(&key(a)));
        let best = accepted.first()?;
        let told_apart = best.contexts.0.min(best.contexts.1) >= 0.5
            || (best.likeness >= SAME_WORDS && pattern.weight >= BRIEF);
        let margin = if brief && !told_apart { 0.05 } else { 0.02 };
        let rivals: Vec<TextRange> = accepted[1..]
            .iter()
            .filter(|other| other.rank(brief) > best.rank(brief) - margin)
            .map(range)
            .filter(|other| !other.overlaps(range(best)))
            .collect();
        if !rivals.is_empty() && !told_apart {
            // A turn of phrase that resembles several others equally well is none of them.
            return None;
        }
        let state = if rivals.is_empty() {
            State::Reworded
        } else {
            State::Ambiguous
        };
        let anchored = Anchored {
            state,
            range: Some(range(best)),
            score: best.score(),
        };
        let plain =
            rivals.is_empty() && best.contexts.0.min(best.contexts.1) > 0.8 && best.likeness > 0.7;
        Some((plain, Resolution { anchored, rivals }))
    }

    /// The symbols before and after a range of bytes.
    pub(super) fn around(&self, start: usize, end: usize) -> (&[char], &[char]) {
        let symbols = &self.folded.symbols;
        (
            &symbols[..self.folded.symbol_at(start)],
            &symbols[self.folded.symbol_at(end)..],
        )
    }

    /// The code point at which a range starts.
    pub(super) fn code_point(&self, range: TextRange) -> Option<u32> {
        self.offsets.code_point(range.start)
    }
}

fn orphan() -> Resolution {
    Resolution {
        anchored: ORPHAN,
        rivals: Vec::new(),
    }
}

/// Whether a passage is enough like the quotation to be the same passage in other words.
///
/// A context on one side makes up for some of what was changed, never for all; a few words need
/// both. A passage that keeps its words and both its contexts may have grown to three times its
/// length.
fn is_recognisable(pattern: &Pattern<'_>, passage: &Passage) -> bool {
    if pattern.weight < RECOGNISABLE {
        return passage.likeness > 0.999;
    }
    let (before, after) = passage.contexts;
    let (weaker, stronger) = (before.min(after), before.max(after));
    if weaker < 0.5 && pattern.weight < COMMONPLACE {
        return false;
    }
    if weaker < 0.5 && pattern.weight < BRIEF && passage.likeness < 0.7 {
        return false;
    }
    let enclosed = weaker >= 0.9 && passage.likeness >= 0.42;
    let grown = weaker >= 0.35
        && pattern.weight >= BRIEF
        && passage.kept >= 0.8
        && passage.likeness >= 0.33;
    let reworded = passage.likeness >= 0.45 && passage.likeness + 0.35 * stronger >= 0.83;
    enclosed || grown || reworded
}

/// Where a selector is expected, in a text in which everything may have moved a little.
#[derive(Debug, Clone, Copy)]
struct Near {
    byte: Option<f32>,
    /// A distance that is nothing unusual: a twentieth of the text.
    usual: f32,
}

impl Near {
    fn new(anchorer: &Anchorer<'_>, code_point: Option<u32>) -> Self {
        let len = anchorer.text.len() as f32;
        let byte = code_point.map(|start| {
            anchorer
                .offsets
                .byte_of_code_point(start)
                .map_or(len, |byte| byte as f32)
        });
        Self {
            byte,
            usual: len / 20.0 + 1.0,
        }
    }

    /// What being far from the expected place costs, 0 to 0.1.
    fn penalty(self, byte: usize) -> f32 {
        let distance = self
            .byte
            .map_or(0.0, |expected| (expected - byte as f32).abs());
        0.1 * distance / (distance + self.usual)
    }
}
