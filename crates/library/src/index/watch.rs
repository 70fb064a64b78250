//! Whether a search is to go on: it can be cancelled, and it can have used up its time.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{Error, Result};

/// How many steps are taken between two looks at the clock.
const STEPS: u32 = 4_096;

/// Watches over a search. Clones watch over the same one.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_cancelled: AtomicBool,
    is_late: AtomicBool,
    deadline: Option<Instant>,
}

impl Watch {
    /// Lets a search take as long as it takes.
    #[must_use]
    pub fn without_limit() -> Self {
        Self::default()
    }

    /// Lets a search look through the index for so long from now on.
    #[must_use]
    pub fn limited(time: Duration) -> Self {
        Self(Arc::new(Shared {
            deadline: Instant::now().checked_add(time),
            ..Shared::default()
        }))
    }

    /// Ends the search: nobody waits for it any more.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the search ran out of time.
    pub(super) fn is_late(&self) -> bool {
        self.0.is_late.load(Ordering::Relaxed)
    }

    /// # Errors
    ///
    /// [`Error::Cancelled`] where nobody waits any more.
    pub(super) fn check(&self) -> Result<()> {
        if self.0.is_cancelled.load(Ordering::Relaxed) {
            return Err(Error::Cancelled);
        }
        Ok(())
    }

    /// Whether to stop; looks at the clock.
    pub(super) fn has_ended(&self) -> bool {
        if self.is_stopped() {
            return true;
        }
        let is_late = self.0.deadline.is_some_and(|at| Instant::now() >= at);
        if is_late {
            self.0.is_late.store(true, Ordering::Relaxed);
        }
        is_late
    }

    /// Whether somebody found that it is to stop; does not look at the clock.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_late() || self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// Counts a step of long work; now and then looks whether to stop.
    #[inline]
    pub(super) fn step(&self, steps: &mut u32) -> bool {
        *steps += 1;
        if *steps < STEPS {
            return false;
        }
        *steps = 0;
        self.has_ended()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watch_ends_when_it_is_cancelled_or_late() {
        let free = Watch::without_limit();
        assert!(!free.has_ended());
        free.clone().cancel();
        assert!(free.has_ended() && !free.is_late());
        assert!(matches!(free.check(), Err(Error::Cancelled)));

        let late = Watch::limited(Duration::ZERO);
        let mut steps = 0;
        let stopped = (0..=STEPS).any(|_| late.step(&mut steps));
        assert!(stopped && late.is_late() && late.check().is_ok());
    }
}
