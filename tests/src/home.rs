//! The home of a made-up user.

use std::fs;
use std::io::Write;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::Outcome;

/// A home with folders of its own, so that no test sees the developer's files or another test's. Gone when dropped.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// An empty home.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new() -> Outcome<Self> {
        let home = Self { folder: tempfile::Builder::new().prefix("zhibu-").tempdir()? };
        for name in ["bin", "config", "cache", "data", "run", "文档"] {
            fs::create_dir(home.path(name))?;
        }
        fs::write(home.path("config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/文档\"\n")?;
        fs::write(home.dialogs(), "")?;
        Ok(home)
    }

    /// A path in this home.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The user chooses `path` in the next file dialog that was not answered yet.
    ///
    /// # Errors
    /// When the answer cannot be written down.
    pub fn choose(&self, path: &Path) -> Outcome {
        let mut file = fs::OpenOptions::new().append(true).open(self.dialogs())?;
        writeln!(file, "{}", path.display())?;
        Ok(())
    }

    /// The user cancels the next file dialog that was not answered yet.
    ///
    /// # Errors
    /// As [`Home::choose`].
    pub fn choose_nothing(&self) -> Outcome {
        self.choose(Path::new(""))
    }

    /// Forgets all choices: a program that is started anew reads the list from its beginning.
    ///
    /// # Errors
    /// As [`Home::choose`].
    pub fn forget_choices(&self) -> Outcome {
        Ok(fs::write(self.dialogs(), "")?)
    }

    /// Puts a program before the system's own of the same name, e.g. an `lp` that keeps what it is given.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn install(&self, name: &str, shell_script: &str) -> Outcome {
        let path = self.path("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{shell_script}\n"))?;
        #[cfg(unix)]
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
        Ok(())
    }

    /// Lets `command` live in this home on the day `today` (`2026-11-23`).
    pub fn house(&self, command: &mut Command, today: &str) {
        let system = std::env::var("PATH").unwrap_or_default();
        command
            .env("PATH", format!("{}:{system}", self.path("bin").display()))
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("GSETTINGS_BACKEND", "memory")
            .env("ZHIBU_DIALOGS", self.dialogs())
            .env("ZHIBU_TODAY", today);
    }

    fn dialogs(&self) -> PathBuf {
        self.path("dialogs")
    }
}
