//! Numbered, hashed, forward-only schema changes.

/// Every migration, in order. A released one never changes; a test compares the hashes.
pub(super) const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_vault", include_str!("../../migrations/0001_vault.sql")),
    ("0002_branch", include_str!("../../migrations/0002_branch.sql")),
    ("0003_roster", include_str!("../../migrations/0003_roster.sql")),
    ("0004_meetings", include_str!("../../migrations/0004_meetings.sql")),
    ("0005_development", include_str!("../../migrations/0005_development.sql")),
    ("0006_study", include_str!("../../migrations/0006_study.sql")),
    ("0007_reports", include_str!("../../migrations/0007_reports.sql")),
    ("0008_signing", include_str!("../../migrations/0008_signing.sql")),
];
