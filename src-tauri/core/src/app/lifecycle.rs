//! Making, opening and closing a file, and its keys.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{
    App, PassphraseChangeRequest, RecoveryCodeView, RecoveryConfirmRequest, VaultCreateRequest, VaultRecoverRequest,
    VaultState, VaultStatus, VaultUnlockRequest,
};
use crate::desk::{Desk, Job, Nothing};
use crate::outside::{FileToken, FileUse};
use crate::problem::Invalid;
use crate::vault::{Direction, Vault, VaultError};
use crate::{branch, settings};

/// A passphrase has at least so many characters.
const SHORTEST: usize = 8;

/// Which file is open, and what can be undone.
///
/// # Errors
/// [`VaultError`].
pub fn status(app: &App, _: Nothing, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let today = app.outside.clock.today();
    app.vault().as_ref().map_or_else(|| Ok(closed(today)), |vault| status_of(vault, today))
}

/// Makes a new encrypted file and opens it.
///
/// # Errors
/// [`VaultError::Exists`], [`VaultError::Invalid`] …; then no file is left.
pub fn create(app: &App, request: VaultCreateRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    strong_enough("passphrase", &request.passphrase)?;
    let branch = branch::checked(request.branch)?;
    let now = app.outside.clock.now();
    let vault = Vault::create(&path(app, &request.file)?, &request.passphrase, now, |vault| {
        vault
            .transact("vault_create", "建立支部档案", now, |tx| {
                tx.irrevocable();
                branch::put(tx, &branch, now.date_naive())
            })
            .map(|_| ())
    })?;
    opened_with_code(app, vault)
}

/// Opens a file with its passphrase. The first time on a day a backup is made.
///
/// # Errors
/// [`VaultError::CannotOpen`] for a wrong passphrase as for a damaged head.
pub fn unlock(app: &App, request: VaultUnlockRequest, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let now = app.outside.clock.now();
    let vault = Vault::unlock(&path(app, &request.file)?, &request.passphrase, now)?;
    let now = now.naive_local();
    let old = vault.last_backup().is_none_or(|at| at.date() < now.date());
    if old {
        // A full disk or a read-only stick must not keep the secretary from the records; the status bar shows the
        // age of the newest backup.
        let _ = vault.back_up(now);
    }
    let status = status_of(&vault, now.date());
    *app.vault() = Some(vault);
    status
}

/// Opens a file with its recovery code and sets a new passphrase.
///
/// # Errors
/// [`VaultError::RecoveryCode`] names the miscopied group; [`VaultError::CannotOpen`] when the code is another file's.
pub fn recover(app: &App, request: VaultRecoverRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    strong_enough("passphrase", &request.passphrase)?;
    let now = app.outside.clock.now();
    let vault = Vault::recover(&path(app, &request.file)?, &request.code, now)?;
    opened_with_code(app, vault.rekeyed(&request.passphrase, now)?)
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
    strong_enough("new", &request.new)?;
    let mut slot = app.vault();
    let current = slot.as_ref().ok_or(VaultError::Locked)?;
    if !current.is_opened_by(&request.current) {
        return Err(VaultError::WrongCurrent);
    }
    let vault = slot.take().ok_or(VaultError::Locked)?;
    drop(slot);
    opened_with_code(app, vault.rekeyed(&request.new, app.outside.clock.now())?)
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
    desk.vault.confirm_recovery(desk.outside.clock.now())?;
    status_of(desk.vault, desk.today())
}

/// Where things stand with an open file.
pub(crate) fn status_of(vault: &Vault, today: NaiveDate) -> Result<VaultStatus, VaultError> {
    let (branch, settings) = vault
        .read(|reader| -> Result<_, VaultError> { Ok((branch::stored(reader)?.name, settings::stored(reader)?)) })?;
    Ok(VaultStatus {
        state: VaultState::Open,
        file_name: vault.file_name(),
        branch: Some(branch),
        undo: vault.next_step(Direction::Undo)?,
        redo: vault.next_step(Direction::Redo)?,
        recovery_pending: !vault.is_recovery_confirmed()?,
        last_backup: vault.last_backup().map(|at| at.format("%Y-%m-%d %H:%M").to_string()),
        lock_after_minutes: settings.lock_after_minutes,
        today: today.to_string(),
    })
}

/// The file's new code, with the file put into the program's slot.
fn opened_with_code(app: &App, vault: Vault) -> Result<RecoveryCodeView, VaultError> {
    let status = status_of(&vault, app.outside.clock.today())?;
    let view = RecoveryCodeView { groups: vault.recovery_groups(), status };
    *app.vault() = Some(vault);
    Ok(view)
}

fn closed(today: NaiveDate) -> VaultStatus {
    VaultStatus {
        state: VaultState::Locked,
        file_name: None,
        branch: None,
        undo: None,
        redo: None,
        recovery_pending: false,
        last_backup: None,
        lock_after_minutes: 0,
        today: today.to_string(),
    }
}

fn path(app: &App, token: &FileToken) -> Result<PathBuf, VaultError> {
    app.outside.desktop.path(token, FileUse::Vault).ok_or(VaultError::UnknownFile)
}

fn strong_enough(field: &str, passphrase: &str) -> Result<(), VaultError> {
    let mut invalid = Invalid::default();
    if passphrase.chars().count() < SHORTEST {
        invalid.add(field, format!("密码至少 {SHORTEST} 个字符"));
    }
    Ok(invalid.into_result()?)
}
