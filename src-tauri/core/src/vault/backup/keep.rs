//! Which backups are kept.

use chrono::{Datelike, Duration, NaiveDateTime};

use super::{BackupFile, BackupKind, list, look};
use crate::vault::VaultError;
use crate::vault::place::Place;

/// All backups of a file together take no more than this, or than three copies where those are larger.
const BUDGET: u64 = 2 * 1024 * 1024 * 1024;
const COPIES_AT_LEAST: u64 = 3;

/// Removes what need not be kept: only files that the program made itself from this very file, which their name, their
/// salt and the mark inside must all say. Those of another passphrase, of a clock that ran ahead, or whatever else
/// somebody put into the folder, are left alone.
pub(super) fn thin(place: &Place, now: NaiveDateTime) -> Result<(), VaultError> {
    let mut ours = list(&place.path);
    ours.retain(|backup| backup.salt == Some(place.salt) && backup.at <= now);
    let kept = kept(&ours, BUDGET);
    for backup in ours.iter().filter(|backup| !kept.contains(backup)) {
        if look::is_marked(backup, &place.key) {
            std::fs::remove_file(&backup.path)?;
        }
    }
    Ok(())
}

/// Of backups by time, those to keep. Of the routine ones: the last five, then the last of each day for two weeks, of
/// each week for two months, of each month. Of all that remain, as long as they take more than the budget, the one goes
/// that leaves the smallest gap for its age, so that what is left reaches back evenly.
fn kept(backups: &[BackupFile], budget: u64) -> Vec<&BackupFile> {
    let routine: Vec<NaiveDateTime> =
        backups.iter().filter(|backup| backup.kind == BackupKind::Routine).map(|backup| backup.at).collect();
    let worth = by_age(&routine);
    let mut kept: Vec<&BackupFile> =
        backups.iter().filter(|backup| backup.kind != BackupKind::Routine || worth.contains(&backup.at)).collect();
    let Some(newest) = kept.last().copied() else { return kept };
    let budget = budget.max(COPIES_AT_LEAST * newest.bytes);
    while kept.len() > 1 && kept.iter().map(|backup| backup.bytes).sum::<u64>() > budget {
        let gap = |i: usize| {
            let at = |i: usize| kept.get(i).map_or(newest.at, |backup| backup.at);
            let age = (newest.at - at(i)).num_seconds().max(1) as f64;
            (at(i + 1) - at(i.saturating_sub(1))).num_seconds() as f64 / age
        };
        // The newest stays, and so does the oldest as long as there is another: what is left reaches back.
        let last = kept.len() - 1;
        let least = (1..last).min_by(|one, other| gap(*one).total_cmp(&gap(*other)));
        kept.remove(least.unwrap_or(0));
    }
    kept
}

/// Of sorted times, those to keep by their age.
fn by_age(times: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
    let Some(newest) = times.last() else { return Vec::new() };
    let last_of = |same: &dyn Fn(NaiveDateTime, NaiveDateTime) -> bool, i: usize| {
        times.get(i + 1).is_none_or(|next| times.get(i).is_some_and(|at| !same(*at, *next)))
    };
    let keep = |(i, at): &(usize, &NaiveDateTime)| {
        let age = *newest - **at;
        times.len() - i <= 5
            || age <= Duration::days(14) && last_of(&|a, b| a.date() == b.date(), *i)
            || age <= Duration::days(62) && last_of(&|a, b| a.iso_week() == b.iso_week(), *i)
            || last_of(&|a, b| (a.year(), a.month()) == (b.year(), b.month()), *i)
    };
    times.iter().enumerate().filter(keep).map(|(_, at)| *at).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const GB: u64 = 1024 * 1024 * 1024;

    /// Two years of days, as they come in, thinned after each.
    fn two_years(bytes: u64) -> Vec<BackupFile> {
        let start: NaiveDateTime = "2024-11-24T09:00:00".parse().unwrap();
        let mut there = Vec::new();
        for day in 0..730 {
            let at = start + Duration::days(day);
            let path = Path::new("甲 备份").join(at.to_string());
            there.push(BackupFile { path, kind: BackupKind::Routine, at, bytes, salt: None });
            there = kept(&there, BUDGET).into_iter().cloned().collect();
        }
        there
    }

    #[test]
    fn two_years_of_daily_backups_thin_out_and_keep_one_of_each_month() {
        let kept = two_years(5_000_000);
        let months: std::collections::BTreeSet<_> =
            kept.iter().map(|backup| (backup.at.year(), backup.at.month())).collect();
        assert_eq!(months.len(), 25);
        assert!(kept.len() < 50, "{}", kept.len());
        let newest = kept[kept.len() - 1].at;
        assert!((0..5).all(|day| kept.iter().any(|backup| backup.at == newest - Duration::days(day))));
    }

    #[test]
    fn a_large_file_keeps_what_fits_and_still_reaches_back() {
        let kept = two_years(GB);
        assert_eq!(kept.len(), 3);
        assert_eq!(kept[2].at.to_string(), "2026-11-23 09:00:00");
        let kept = two_years(100 * 1024 * 1024);
        assert_eq!(kept.len(), 20);
        let newest = kept[19].at;
        assert!(newest - kept[18].at <= Duration::days(2), "the days before");
        assert!(newest - kept[0].at >= Duration::days(60), "{}", kept[0].at);
    }
}
