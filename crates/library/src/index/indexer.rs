//! The thread that keeps the index up to date.

use std::{
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::Index;
use crate::store::Store;

/// How often it looks, without being woken, whether another process changed something.
const LOOK: Duration = Duration::from_secs(2);

/// The thread that keeps the index up to date; it ends with this value.
pub(crate) struct Indexer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    has_work: Mutex<bool>,
    wake: Condvar,
    is_ending: AtomicBool,
}

impl Indexer {
    /// Starts the thread; `on_indexed` is told after every commit how many documents still wait.
    pub(crate) fn start(
        store: Arc<Store>,
        index: Arc<Index>,
        on_indexed: Option<Arc<dyn Fn(u32) + Send + Sync>>,
    ) -> Self {
        let shared = Arc::new(Shared::default());
        let thread = thread::Builder::new().name("indexer".to_owned()).spawn({
            let shared = Arc::clone(&shared);
            move || shared.run(&store, &index, on_indexed.as_deref())
        });
        match thread {
            Ok(thread) => Self {
                shared,
                thread: Some(thread),
            },
            Err(error) => {
                // Searches update the index themselves then.
                tracing::error!(%error, "the indexing thread could not be started");
                Self {
                    shared,
                    thread: None,
                }
            }
        }
    }

    /// Says that documents wait.
    pub(crate) fn wake(&self) {
        *self
            .shared
            .has_work
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = true;
        self.shared.wake.notify_one();
    }
}

impl Drop for Indexer {
    fn drop(&mut self) {
        self.shared.is_ending.store(true, Ordering::Relaxed);
        self.wake();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the indexing thread ended in a panic");
        }
    }
}

impl Shared {
    fn run(&self, store: &Store, index: &Index, on_indexed: Option<&(dyn Fn(u32) + Send + Sync)>) {
        if let Err(error) = index.warm() {
            tracing::warn!(%error, "the index could not be read ahead");
        }
        if !index.is_whole()
            && let Err(error) = index.rebuild(store)
        {
            tracing::error!(%error, "the index is damaged and could not be made again");
        }
        while !self.is_ending.load(Ordering::Relaxed) {
            self.reanalyse(store);
            let mut go_on = |pending: u32| {
                if let Some(on_indexed) = on_indexed {
                    on_indexed(pending);
                }
                !self.is_ending.load(Ordering::Relaxed)
            };
            if let Err(error) = index.update(store, &mut go_on) {
                tracing::error!(%error, "the index could not be updated");
            }
            self.wait();
        }
    }

    /// Analyses documents again that older rules analysed.
    fn reanalyse(&self, store: &Store) {
        while !self.is_ending.load(Ordering::Relaxed) {
            let outdated = store.read(|tx| crate::store::text_version::outdated_analysis(tx, 64));
            let outdated = match outdated {
                Ok(outdated) if outdated.is_empty() => return,
                Ok(outdated) => outdated,
                Err(error) => return tracing::error!(%error, "analysis could not be looked up"),
            };
            let written = store.write(|tx| {
                outdated
                    .iter()
                    .try_for_each(|&id| crate::document::analyse_again(tx, id))
            });
            if let Err(error) = written {
                return tracing::error!(%error, "documents could not be analysed again");
            }
        }
    }

    fn wait(&self) {
        let mut has_work = self.has_work.lock().unwrap_or_else(PoisonError::into_inner);
        if !*has_work {
            has_work = match self.wake.wait_timeout(has_work, LOOK) {
                Ok((has_work, _)) => has_work,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
        *has_work = false;
    }
}
