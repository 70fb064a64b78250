//! Work on many inputs at once, with results in the order of the inputs.

use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use crate::error::Result;

/// Does `work` on every item, on as many threads as the machine has processors, and hands the
/// results to `take` in the order of the items, each as soon as those before it are there.
pub(crate) fn in_order<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let jobs = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::sync_channel(jobs * 16);
    thread::scope(|scope| {
        for _ in 0..jobs.min(items.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    if sender.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        // Taken into the closure, so that an early return lets the threads end.
        for (at, result) in receiver {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&wanted) {
                take(result)?;
                wanted += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        let items: Vec<u32> = (0..500).collect();
        let mut taken = Vec::new();
        in_order(
            &items,
            |item| item * 2,
            |result| {
                taken.push(result);
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn a_failure_to_take_a_result_ends_the_work() {
        let items: Vec<u32> = (0..500).collect();
        let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        let mut count = 0;
        let outcome = in_order(
            &items,
            |item| *item,
            |_| {
                count += 1;
                Err(full().into())
            },
        );
        assert!(outcome.is_err());
        assert_eq!(count, 1);
    }
}
