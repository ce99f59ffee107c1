//! A screen that no person sees.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Outcome;

/// An X server for one window alone: no other window takes its focus, and no key meant for it goes elsewhere.
/// Gone when dropped.
pub(crate) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// A screen as large as a small laptop's.
    pub(crate) fn new() -> Outcome<Self> {
        let mut command = Command::new("Xvfb");
        // One that begins anew when its last window closes would refuse the next one meanwhile.
        command.args(["-displayfd", "1", "-screen", "0", "1366x900x24", "-noreset", "-nolisten", "tcp"]);
        let server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|e| format!("Xvfb: {e}"))?;
        let mut screen = Self { server, name: String::new() };
        let said = screen.server.stdout.take().ok_or("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(said).read_line(&mut number)?;
        if number.trim().is_empty() {
            return Err("Xvfb found no free display".into());
        }
        screen.name = format!(":{}", number.trim());
        Ok(screen)
    }

    /// What `DISPLAY` says of it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Asked to end, it takes its lock file and its socket with it.
        let _ = Command::new("kill").arg(self.server.id().to_string()).status();
        let _ = self.server.wait();
    }
}
