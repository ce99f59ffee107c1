//! A PostgreSQL of one's own, as Debian packs it, that ends with the test.
#![allow(clippy::unwrap_used, clippy::panic)] // a test helper: its failures are the test's

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::Outcome;

/// The password of `postgres`, the superuser.
pub const PASSWORD: &str = "示例-口令";

/// A running server. It listens on a Unix socket alone.
pub struct Postgres {
    binaries: PathBuf,
    folder: TempDir,
    server: Child,
    /// The server lives as long as somebody holds this end: also when the test is killed.
    life: Option<ChildStdin>,
}

/// Runs until its input ends, then stops the server at once.
const KEEP: &str = r#""$0" "$@" >"$PGLOG" 2>&1 </dev/null & server=$!
cat >/dev/null; kill -QUIT $server; wait $server"#;

impl Postgres {
    /// Where Debian has the newest server, if there is one.
    pub fn binaries() -> Option<PathBuf> {
        let mut versions: Vec<_> = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().collect();
        versions.sort_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or_default());
        versions.into_iter().rev().map(|entry| entry.path().join("bin")).find(|bin| bin.join("initdb").is_file())
    }

    /// Makes a server and waits until it answers.
    ///
    /// # Errors
    /// What initdb or the server said.
    pub fn start() -> Outcome<Self> {
        let binaries = Self::binaries().ok_or("PostgreSQL is not installed: run `make test`")?;
        let folder = TempDir::new()?;
        let password = folder.path().join("password");
        std::fs::write(&password, PASSWORD)?;
        let made = as_somebody(&folder, binaries.join("initdb"))
            .args(["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
            .arg(format!("--pwfile={}", password.display()))
            .arg("data")
            .output()?;
        if !made.status.success() {
            return Err(String::from_utf8_lossy(&made.stderr).into());
        }
        let log = folder.path().join("log");
        let mut server = as_somebody(&folder, "sh".into())
            .args(["-c", KEEP])
            .arg(binaries.join("postgres"))
            .args(["-D", "data", "-c", "listen_addresses=", "-c"])
            .arg(format!("unix_socket_directories={}", folder.path().display()))
            .env("PGLOG", &log)
            .stdin(Stdio::piped())
            .spawn()?;
        let life = server.stdin.take();
        let server = Self { binaries, folder, server, life };
        for _ in 0..300 {
            if server.psql("postgres", "SELECT 1").is_ok() {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(std::fs::read_to_string(log)?.into())
    }

    /// An empty database, and its address with the superuser's name and without a password.
    pub fn database(&self, name: &str) -> String {
        self.psql("postgres", &format!("CREATE DATABASE \"{name}\"")).unwrap_or_else(|error| panic!("{error}"));
        self.address("postgres", name)
    }

    /// The address of a database for a user.
    pub fn address(&self, user: &str, name: &str) -> String {
        format!("postgres://{user}@/{name}?host={}", self.folder.path().display())
    }

    /// What a statement answers, a line for each row, fields parted by `|`.
    ///
    /// # Errors
    /// What psql said.
    pub fn psql(&self, database: &str, sql: &str) -> Outcome<String> {
        self.psql_as("postgres", database, sql)
    }

    /// The same as another user.
    ///
    /// # Errors
    /// What psql said.
    pub fn psql_as(&self, user: &str, database: &str, sql: &str) -> Outcome<String> {
        let output = self.client(user, database).args(["-c", sql]).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }

    /// A psql that has yet to be told what to do.
    pub fn client(&self, user: &str, database: &str) -> Command {
        let mut psql = Command::new(self.binaries.join("psql"));
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", user, "-d", database, "-h"])
            .arg(self.folder.path())
            .env("PGPASSWORD", PASSWORD);
        psql
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.life.take());
        drop(self.server.wait());
    }
}

/// PostgreSQL refuses to run as root. Root becomes nobody in a world of its own, where root's files are nobody's.
fn as_somebody(folder: &TempDir, program: PathBuf) -> Command {
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let mut command = if is_root {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-user=65534", "--map-group=65534", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder.path());
    command
}

/// A transaction in a psql of its own that holds what it locked until it is dropped.
pub struct Hold {
    psql: Child,
    input: Option<ChildStdin>,
}

impl Hold {
    /// Runs a statement in a transaction that stays open.
    pub fn new(server: &Postgres, database: &str, sql: &str) -> Self {
        let mut psql =
            server.client("postgres", database).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut input = psql.stdin.take().unwrap();
        writeln!(input, "BEGIN; {sql}; SELECT 'held';").unwrap();
        let mut said = std::io::BufReader::new(psql.stdout.take().unwrap());
        let mut line = String::new();
        while line.trim() != "held" {
            line.clear();
            assert_ne!(std::io::BufRead::read_line(&mut said, &mut line).unwrap(), 0, "psql could not: {sql}");
        }
        Self { psql, input: Some(input) }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        drop(self.input.take());
        drop(self.psql.wait());
    }
}
