//! The list of all checks, one group a file; a test holds it against the data.

use super::application;
use super::engine::Check;

/// Every check that can be answered, by id.
pub(super) const CHECKS: &[&[(&str, Check)]] = &[application::CHECKS];
