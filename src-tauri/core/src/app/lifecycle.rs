//! Making, opening and closing a file, and its keys.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::strength::{names_in, names_of_branch, strong_enough};
use super::{
    App, PassphraseChangeRequest, RecoveryCodeView, RecoveryConfirmRequest, VaultCreateRequest, VaultKind,
    VaultRecoverRequest, VaultState, VaultStatus, VaultUnlockRequest,
};
use crate::desk::{Desk, Job, Nothing};
use crate::outside::{FileToken, FileUse};
use crate::values::{Changed, Quarter};
use crate::vault::{Direction, Vault, VaultError};
use crate::{branch, settings};

/// Which file is open, and what can be undone.
///
/// # Errors
/// [`VaultError`].
pub fn status(app: &App, _: Nothing, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let now = app.outside.clock.now();
    app.vault().as_ref().map_or_else(|| Ok(closed(now.date_naive())), |vault| status_of(vault, now))
}

/// Makes a new encrypted file and opens it.
///
/// # Errors
/// [`VaultError::Exists`], [`VaultError::Invalid`] …; then no file is left.
pub fn create(app: &App, request: VaultCreateRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    let branch = branch::checked(request.branch)?;
    strong_enough("passphrase", &request.passphrase, &names_of_branch(&branch))?;
    let label = match request.kind {
        VaultKind::Branch => "建立支部档案",
        VaultKind::Superior => "建立上级党组织档案",
    };
    let now = app.outside.clock.now();
    let vault = Vault::create(&path_of(app, &request.file)?, &request.passphrase, now, |vault| {
        vault
            .transact("vault_create", label, now, |tx| {
                tx.irrevocable();
                branch::put(tx, &branch, &Changed::default(), now.date_naive())
            })
            .map(|_| ())?;
        if request.kind == VaultKind::Superior {
            vault.mark_superior()?;
        }
        if request.is_sample { vault.mark_sample() } else { Ok(()) }
    })?;
    opened_with_code(app, vault)
}

/// Opens a file with its passphrase. Whether a backup is due stands in the reply; whoever opened the file has it made.
///
/// # Errors
/// [`VaultError::CannotOpen`] for a wrong passphrase as for a damaged head.
pub fn unlock(app: &App, request: VaultUnlockRequest, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let now = app.outside.clock.now();
    opened(app, Vault::unlock(&path_of(app, &request.file)?, &request.passphrase, now)?)
}

/// Opens a file with its recovery code and sets a new passphrase. A backup, which may be all that is left, becomes the
/// file to work with.
///
/// # Errors
/// [`VaultError::RecoveryCode`] names the miscopied group; [`VaultError::CannotOpen`] when the code is another file's.
pub fn recover(app: &App, request: VaultRecoverRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    let now = app.outside.clock.now();
    let mut vault = Vault::recover(&path_of(app, &request.file)?, &request.code, now)?;
    strong_enough("passphrase", &request.passphrase, &names_in(&vault)?)?;
    vault.release(now)?;
    vault.rekey(&request.passphrase, now)?;
    opened_with_code(app, vault)
}

/// Closes the file.
///
/// # Errors
/// [`VaultError`].
pub fn lock(app: &App, _: Nothing, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    if let Some(vault) = app.vault().take() {
        vault.close()?;
    }
    Ok(closed(app.outside.clock.today()))
}

/// Sets a new passphrase and gives a new recovery code; the old code no longer opens the file.
///
/// # Errors
/// [`VaultError::WrongCurrent`]; then nothing was changed.
pub fn change_passphrase(
    app: &App,
    request: PassphraseChangeRequest,
    _: &Job<'_>,
) -> Result<RecoveryCodeView, VaultError> {
    let mut slot = app.vault();
    let vault = slot.as_mut().ok_or(VaultError::Locked)?;
    if !vault.is_opened_by(&request.current) {
        return Err(VaultError::WrongCurrent);
    }
    strong_enough("new", &request.new, &names_in(vault)?)?;
    let now = app.outside.clock.now();
    vault.rekey(&request.new, now)?;
    Ok(RecoveryCodeView { groups: vault.recovery_groups(), status: status_of(vault, now)? })
}

/// Confirms that the recovery code is on paper.
///
/// # Errors
/// [`VaultError::WrongLastGroup`].
pub fn confirm_recovery(desk: &mut Desk<'_>, request: RecoveryConfirmRequest) -> Result<VaultStatus, VaultError> {
    let groups = desk.vault.recovery_groups();
    let typed: String = request.last_group.chars().filter(|c| c.is_alphanumeric()).collect();
    if !groups.last().is_some_and(|last| last.eq_ignore_ascii_case(&typed)) {
        return Err(VaultError::WrongLastGroup);
    }
    let now = desk.outside.clock.now();
    desk.vault.confirm_recovery(now)?;
    status_of(desk.vault, now)
}

/// Where things stand with an open file.
pub(crate) fn status_of(vault: &Vault, now: DateTime<FixedOffset>) -> Result<VaultStatus, VaultError> {
    let now = now.naive_local();
    let last_backup = vault.last_backup(now);
    let (backup_made_at, is_sample) = (vault.backup_made_at(), vault.is_sample()?);
    let minute = |at: NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
    let (branch, settings) = vault
        .read(|reader| -> Result<_, VaultError> { Ok((branch::stored(reader)?.name, settings::stored(reader)?)) })?;
    Ok(VaultStatus {
        state: VaultState::Open,
        file_name: vault.file_name(),
        branch: Some(branch),
        kind: if vault.is_superior()? { VaultKind::Superior } else { VaultKind::Branch },
        undo: vault.next_step(Direction::Undo)?,
        redo: vault.next_step(Direction::Redo)?,
        recovery_pending: !vault.is_recovery_confirmed()?,
        last_backup: last_backup.map(minute),
        is_sample,
        backup_due: !is_sample && backup_made_at.is_none() && last_backup.is_none_or(|at| at.date() < now.date()),
        backup_made_at: backup_made_at.map(minute),
        notice: None,
        lock_after_minutes: settings.lock_after_minutes.0,
        today: now.date().to_string(),
        quarter: Quarter::of(now.date()),
    })
}

/// The status of a file that was just opened, with the file put into the program's slot.
pub(super) fn opened(app: &App, mut vault: Vault) -> Result<VaultStatus, VaultError> {
    let notice = vault.take_notice();
    let status = VaultStatus { notice, ..status_of(&vault, app.outside.clock.now())? };
    *app.vault() = Some(vault);
    Ok(status)
}

/// As [`opened`], with the file's new code.
fn opened_with_code(app: &App, vault: Vault) -> Result<RecoveryCodeView, VaultError> {
    Ok(RecoveryCodeView { groups: vault.recovery_groups(), status: opened(app, vault)? })
}

fn closed(today: NaiveDate) -> VaultStatus {
    VaultStatus {
        state: VaultState::Locked,
        file_name: None,
        branch: None,
        kind: VaultKind::Branch,
        undo: None,
        redo: None,
        recovery_pending: false,
        last_backup: None,
        backup_due: false,
        backup_made_at: None,
        is_sample: false,
        notice: None,
        lock_after_minutes: 0,
        today: today.to_string(),
        quarter: Quarter::of(today),
    }
}

pub(super) fn path_of(app: &App, token: &FileToken) -> Result<PathBuf, VaultError> {
    app.outside.desktop.path(token, FileUse::Vault).ok_or(VaultError::UnknownFile)
}
