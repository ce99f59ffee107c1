//! Work on many things at once, on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each item, in the order of the items. What panics there panics here.
pub fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let hand = || {
        let places = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        places.map_while(|place| Some((place, work(items.get(place)?)))).collect::<Vec<_>>()
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done = thread::scope(|scope| {
        let hands: Vec<_> = (0..cores.min(items.len())).map(|_| scope.spawn(hand)).collect();
        let done = hands.into_iter().map(|hand| hand.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)));
        done.flatten().collect::<Vec<_>>()
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, made)| made).collect()
}
