//! A sheet as a whole: which one is read, where its header and its people stand, what else is in it.

pub(super) mod body;
pub(super) mod columns;
pub(super) mod header;
pub(super) mod merged;
pub(super) mod noticed;
pub(super) mod sheets;
#[cfg(test)]
mod tests;
