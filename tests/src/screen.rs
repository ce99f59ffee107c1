//! A screen that no person sees.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::Outcome;

/// An X server for one window alone: no other window takes its focus, and no key meant for it goes elsewhere.
/// Gone when dropped.
pub struct Screen {
    server: Child,
    name: String,
    /// Where the server keeps what it shows.
    frame: TempDir,
}

impl Screen {
    /// A screen as large as a small laptop's.
    ///
    /// # Errors
    /// When no X server can be started.
    pub fn new() -> Outcome<Self> {
        let frame = tempfile::Builder::new().prefix("zhibu-screen-").tempdir()?;
        let mut command = Command::new("Xvfb");
        // One that begins anew when its last window closes would refuse the next one meanwhile.
        command.args(["-displayfd", "1", "-screen", "0", "1366x900x24", "-noreset", "-nolisten", "tcp"]);
        command.arg("-fbdir").arg(frame.path());
        let server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|e| format!("Xvfb: {e}"))?;
        let mut screen = Self { server, name: String::new(), frame };
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
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many colours it shows. An empty screen and an empty window have two or three; where text is drawn there are more,
    /// for its edges are smoothed.
    ///
    /// # Errors
    /// When the picture cannot be read.
    pub fn colours(&self) -> Outcome<usize> {
        let frame = fs::read(self.frame.path().join("Xvfb_screen0"))?;
        // An xwd file: a head that begins with its own size, up to 256 colours of 12 bytes, then four bytes a pixel.
        let size = frame.first_chunk().map_or(0, |size| u32::from_be_bytes(*size) as usize) + 256 * 12;
        let pixels = frame.get(size..).unwrap_or_default().chunks_exact(4);
        Ok(pixels.collect::<BTreeSet<_>>().len())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Asked to end, it takes its lock file and its socket with it.
        let _ = Command::new("kill").arg(self.server.id().to_string()).status();
        let _ = self.server.wait();
    }
}
