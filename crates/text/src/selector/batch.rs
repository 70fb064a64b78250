//! Anchoring many selectors of one text at once.

use super::anchorer::{Anchorer, Resolution};
use super::{Anchored, Selector, State};
use crate::TextRange;

/// Surely anchored neighbours that are asked on either side.
const NEIGHBOURS: usize = 8;

/// Score from which an anchor tells where its neighbours are.
const SURE: f32 = 0.9;

impl Anchorer<'_> {
    /// Anchors several selectors of one document, in their order.
    ///
    /// Better than one by one: where several places fit a selector equally well, the passages
    /// around it that were found for certain tell how far this part of the text has shifted. A
    /// place that has shifted as they did is [`State::Moved`] or [`State::Reworded`]; if none or
    /// several have, the selector stays [`State::Ambiguous`], and its range is the place whose shift
    /// is closest to theirs.
    #[must_use]
    pub fn anchor_all(&self, selectors: &[Selector]) -> Vec<Anchored> {
        let resolutions: Vec<Resolution> = selectors
            .iter()
            .map(|selector| self.resolve(selector))
            .collect();
        let mut sure: Vec<Shift> = selectors
            .iter()
            .zip(&resolutions)
            .filter(|(_, found)| found.rivals.is_empty() && found.anchored.score > SURE)
            .filter_map(|(selector, found)| self.shift(selector, found.anchored.range?))
            .collect();
        sure.sort_by_key(|shift| shift.old);
        let settle = |(selector, resolution): (&Selector, Resolution)| {
            self.settle(selector, &resolution, &sure)
                .unwrap_or(resolution.anchored)
        };
        selectors.iter().zip(resolutions).map(settle).collect()
    }

    fn shift(&self, selector: &Selector, range: TextRange) -> Option<Shift> {
        let old = i64::from(selector.position?.start);
        Some(Shift {
            old,
            by: i64::from(self.code_point(range)?) - old,
        })
    }

    /// Resolves an ambiguous selector by its neighbours, if they agree on one place.
    fn settle(
        &self,
        selector: &Selector,
        resolution: &Resolution,
        sure: &[Shift],
    ) -> Option<Anchored> {
        let Anchored {
            state: State::Ambiguous,
            range: Some(range),
            score,
        } = resolution.anchored
        else {
            return None;
        };
        let old = i64::from(selector.position?.start);
        let at = sure.partition_point(|shift| shift.old < old);
        let near = &sure[at.saturating_sub(NEIGHBOURS)..sure.len().min(at + NEIGHBOURS)];
        let mut ranked: Vec<(f32, TextRange)> = std::iter::once(&range)
            .chain(&resolution.rivals)
            .filter_map(|&place| {
                let by = self.shift(selector, place)?.by;
                let votes = near.iter().map(|shift| {
                    let apart = (shift.by - by).abs() as f32;
                    let away = (shift.old - old).abs() as f32;
                    1.0 / ((1.0 + apart / 20.0) * (1.0 + away / 200.0))
                });
                Some((votes.sum(), place))
            })
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        match ranked[..] {
            [(best, place), (next, _), ..] if best > 2.0 * next => {
                let exact = selector.quote.exact.as_str();
                let verbatim = place.slice(self.text) == Some(exact);
                let state = if verbatim {
                    State::Moved
                } else {
                    State::Reworded
                };
                Some(Anchored {
                    state,
                    range: Some(place),
                    score,
                })
            }
            [(best, place), ..] if best > 0.0 => Some(Anchored {
                state: State::Ambiguous,
                range: Some(place),
                score,
            }),
            _ => None,
        }
    }
}

/// How far a passage has shifted, in code points.
#[derive(Debug, Clone, Copy)]
struct Shift {
    old: i64,
    by: i64,
}
