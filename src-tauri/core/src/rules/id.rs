//! The ids of all rules, made from `rules/*.toml` by `build.rs`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::stored_as_text;

macro_rules! rule_ids {
    ($($(#[$text:meta])* $id:ident,)+) => {
        /// Names a rule of `rules/*.toml`. Whatever cites a rule cites one that is there.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum RuleId {
            $($(#[$text])* $id,)+
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

stored_as_text!(RuleId);

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}
