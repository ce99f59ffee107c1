//! Making, opening and closing a file, and its keys.

use std::path::PathBuf;

use super::file::{self, Place};
use super::key::Key;
use super::{
    PassphraseChangeRequest, RecoveryCodeView, RecoveryConfirmRequest, RecoverySheet, Vault, VaultCreateRequest,
    VaultError, VaultRecoverRequest, VaultState, VaultStatus, VaultUnlockRequest, backup, undo,
};
use crate::branch;
use crate::commands::{App, Nothing};
use crate::desk::{Desk, Job};
use crate::outside::FileToken;
use crate::problem::Invalid;
use crate::settings;

/// A passphrase has at least so many characters.
const SHORTEST: usize = 8;

/// Which file is open, and what can be undone.
///
/// # Errors
/// [`VaultError`].
pub fn status(app: &App, _: Nothing, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    app.vault().as_ref().map_or_else(|| Ok(closed()), Vault::status)
}

/// Makes a new encrypted file and opens it.
///
/// # Errors
/// [`VaultError::Exists`], [`VaultError::Invalid`] …; then no file is left.
pub fn create(app: &App, request: VaultCreateRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    strong_enough("passphrase", &request.passphrase)?;
    let branch = branch::checked(request.branch)?;
    let now = app.outside.clock.now();
    let place = Place::fresh(&path(app, &request.file)?, &request.passphrase)?;
    let connection = file::create(&place, &now.to_rfc3339())?;
    let mut vault = Vault::new(connection, Some(place));
    vault.transact("vault_create", "建立支部档案", now, |tx| {
        tx.irrevocable();
        branch::put(tx, &branch)
    })?;
    vault.recovery_code_view(app)
}

/// Opens a file with its passphrase. The first time on a day a backup is made.
///
/// # Errors
/// [`VaultError::CannotOpen`] for a wrong passphrase as for a damaged head.
pub fn unlock(app: &App, request: VaultUnlockRequest, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let now = app.outside.clock.now();
    let place = Place::from_passphrase(&path(app, &request.file)?, &request.passphrase)?;
    let vault = Vault::new(file::open(&place, &stamp(app))?, Some(place));
    let old = backup::newest(&vault.path()).is_none_or(|at| at.date() < now.date_naive());
    if old {
        // A full disk or a read-only stick must not keep the secretary from the records; the status bar shows the
        // age of the newest backup.
        let _ = vault.back_up(now.naive_local());
    }
    let status = vault.status();
    *app.vault() = Some(vault);
    status
}

/// Opens a file with its recovery code and sets a new passphrase.
///
/// # Errors
/// [`VaultError::RecoveryCode`] names the miscopied group; [`VaultError::CannotOpen`] when the code is another file's.
pub fn recover(app: &App, request: VaultRecoverRequest, _: &Job<'_>) -> Result<RecoveryCodeView, VaultError> {
    strong_enough("passphrase", &request.passphrase)?;
    let place = Place::from_recovery_code(&path(app, &request.file)?, &request.code)?;
    let vault = Vault::new(file::open(&place, &stamp(app))?, Some(place));
    vault.rekeyed(app, &request.passphrase)?.recovery_code_view(app)
}

/// Closes the file.
///
/// # Errors
/// [`VaultError`].
pub fn lock(app: &App, _: Nothing, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    if let Some(vault) = app.vault().take() {
        vault.connection.close().map_err(|(_, error)| error)?;
    }
    Ok(closed())
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
    let same = current.place.as_ref().is_some_and(|place| {
        Key::from_passphrase(&request.current, &place.salt)
            .is_ok_and(|key| key.recovery_code() == place.key.recovery_code())
    });
    if !same {
        return Err(VaultError::WrongCurrent);
    }
    let vault = slot.take().ok_or(VaultError::Locked)?;
    drop(slot);
    vault.rekeyed(app, &request.new)?.recovery_code_view(app)
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
    desk.vault.connection.execute(
        "INSERT OR REPLACE INTO vault_state (key, value) VALUES ('recovery_confirmed', ?1)",
        [desk.outside.clock.now().to_rfc3339()],
    )?;
    desk.vault.status()
}

/// The recovery sheet; only until the code was confirmed, so that an unattended window does not give it away.
///
/// # Errors
/// [`VaultError::NothingToDo`] once it was confirmed.
pub fn recovery_sheet(desk: &Desk<'_>) -> Result<RecoverySheet, VaultError> {
    let status = desk.vault.status()?;
    if !status.recovery_pending {
        return Err(VaultError::NothingToDo("再次打印恢复码；如已遗失，请在“设置”中修改密码，会得到新的恢复码,"));
    }
    let groups = desk.vault.recovery_groups();
    Ok(RecoverySheet {
        branch: status.branch.unwrap_or_default(),
        file_name: status.file_name.unwrap_or_default(),
        qr: groups.join("-"),
        groups,
        printed_on: desk.today().to_string(),
    })
}

impl Vault {
    pub(super) fn status(&self) -> Result<VaultStatus, VaultError> {
        let label = |direction| undo::next(&self.connection, direction).map(|step| step.map(|step| step.label));
        let confirmed: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM vault_state WHERE key = 'recovery_confirmed')",
            [],
            |row| row.get(0),
        )?;
        let (branch, settings) = self.read(|reader| -> Result<_, VaultError> {
            Ok((branch::stored(reader)?.name, settings::stored(reader)?))
        })?;
        Ok(VaultStatus {
            state: VaultState::Open,
            file_name: self.place.as_ref().map(Place::file_name),
            branch: Some(branch),
            undo: label(undo::Direction::Undo)?,
            redo: label(undo::Direction::Redo)?,
            recovery_pending: !confirmed,
            last_backup: backup::newest(&self.path()).map(|at| at.format("%Y-%m-%d %H:%M").to_string()),
            lock_after_minutes: settings.lock_after_minutes,
        })
    }

    fn path(&self) -> PathBuf {
        self.place.as_ref().map(|place| place.path.clone()).unwrap_or_default()
    }

    fn recovery_groups(&self) -> Vec<String> {
        self.place.as_ref().map(|place| place.key.recovery_code()).unwrap_or_default()
    }

    /// The open file's code, with the file put into the program's slot.
    fn recovery_code_view(self, app: &App) -> Result<RecoveryCodeView, VaultError> {
        let view = RecoveryCodeView { groups: self.recovery_groups(), status: self.status()? };
        *app.vault() = Some(self);
        Ok(view)
    }

    /// This file under a new key; its recovery code must be printed and confirmed anew.
    fn rekeyed(self, app: &App, passphrase: &str) -> Result<Self, VaultError> {
        let old = self.place.ok_or(VaultError::Locked)?;
        let fresh = Place::fresh(&old.path, passphrase)?;
        self.connection.execute("DELETE FROM vault_state WHERE key = 'recovery_confirmed'", [])?;
        super::audit::append(&self.connection, app.outside.clock.now(), "passphrase_change", "更换密码", &[])?;
        let connection = file::rekey(self.connection, &old, &fresh)?;
        Ok(Self::new(connection, Some(fresh)))
    }

    /// A verified backup lies beside the file.
    pub(crate) fn has_backup(&self) -> bool {
        backup::newest(&self.path()).is_some()
    }

    /// Makes a routine backup beside the file; of a file in memory there is none.
    pub(crate) fn back_up(&self, at: chrono::NaiveDateTime) -> Result<(), VaultError> {
        self.place.iter().try_for_each(|place| backup::make(&self.connection, place, &backup::label(at)).map(|_| ()))
    }
}

fn closed() -> VaultStatus {
    VaultStatus {
        state: VaultState::Locked,
        file_name: None,
        branch: None,
        undo: None,
        redo: None,
        recovery_pending: false,
        last_backup: None,
        lock_after_minutes: 0,
    }
}

fn path(app: &App, token: &FileToken) -> Result<PathBuf, VaultError> {
    app.outside.desktop.path(token).ok_or(VaultError::UnknownFile)
}

fn stamp(app: &App) -> String {
    backup::label(app.outside.clock.now().naive_local())
}

fn strong_enough(field: &str, passphrase: &str) -> Result<(), VaultError> {
    let mut invalid = Invalid::default();
    if passphrase.chars().count() < SHORTEST {
        invalid.add(field, format!("密码至少 {SHORTEST} 个字符"));
    }
    Ok(invalid.into_result()?)
}
