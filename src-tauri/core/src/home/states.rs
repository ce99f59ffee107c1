//! How backup, report and certificate stand, a line each.

use chrono::{Days, NaiveDateTime};

use super::HomeState;
use crate::desk::Desk;
use crate::reports;
use crate::signing::{self, CertificateState};
use crate::values::{Quarter, date_title, moment_title};
use crate::vault::{Reader, VaultError};

/// A backup that is older is worth a word.
const BACKUP_OLD: Days = Days::new(7);

/// The three lines.
pub(super) fn all(
    reader: &Reader<'_>,
    desk: &Desk<'_>,
    last_backup: Option<NaiveDateTime>,
) -> Result<Vec<HomeState>, VaultError> {
    Ok(vec![backup(desk, last_backup)?, report(reader, desk)?, certificate(reader, desk)?])
}

fn state(code: &str, name: &str, said: impl Into<String>, is_good: bool) -> HomeState {
    HomeState { code: code.to_owned(), name: name.to_owned(), said: said.into(), is_good }
}

fn backup(desk: &Desk<'_>, last: Option<NaiveDateTime>) -> Result<HomeState, VaultError> {
    let line = |said: String, is_good| state("backup", "备份", said, is_good);
    if desk.vault.is_sample()? {
        return Ok(line("示例支部不用备份".to_owned(), true));
    }
    Ok(match last {
        Some(at) => line(format!("{}做的，已核对", moment_title(at)), at.date() + BACKUP_OLD >= desk.today()),
        None => line("还没有备份".to_owned(), false),
    })
}

/// The reports of the quarters that are over and were kept here.
fn report(reader: &Reader<'_>, desk: &Desk<'_>) -> Result<HomeState, VaultError> {
    let running = Quarter::of(desk.today());
    let last = running.previous();
    let line = |said: String, is_good| state("report", "报告", said, is_good);
    Ok(match reports::unsigned_before(reader, running)?.as_slice() {
        [one] => line(format!("{}的还没有签名", one.title()), false),
        [newest, earlier @ ..] => line(format!("{}和更早 {} 个季度的还没有签名", newest.title(), earlier.len()), false),
        [] => match reports::newest_version(reader, last.into())? {
            Some(version) => line(format!("{}第 {} 版已签名", last.title(), version.version), true),
            None => line(format!("{}的到季末签名", running.title()), true),
        },
    })
}

fn certificate(reader: &Reader<'_>, desk: &Desk<'_>) -> Result<HomeState, VaultError> {
    let line = |said: String, is_good| state("certificate", "证书", said, is_good);
    Ok(match signing::own(reader, desk.rules, desk.outside)? {
        None => line("第一次签名时生成".to_owned(), true),
        Some(own) => match own.note {
            Some(note) => line(note, false),
            None => {
                let until = date_title(own.certificate.valid_to.date_naive());
                line(format!("有效至{until}"), own.state == CertificateState::Good)
            }
        },
    })
}
