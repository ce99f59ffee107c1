//! Settings that travel with the file; among them the local rules, which travel to other branches too.

mod error;
mod local;
mod model;
mod store;

pub use error::SettingsError;
pub use local::{
    LocalRule, LocalRuleChange, LocalRulesExportRequest, LocalRulesPreview, LocalRulesRequest, export_local_rules,
    import_local_rules, local_rules, preview_local_rules,
};
pub use model::*;
pub use store::{get, save, stored};
