//! Draws scanned pages and does nothing else: for the tests of this crate, where neither the window nor the CLI is at hand.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhibu_documents::picture::drawing_asked().unwrap_or(ExitCode::FAILURE)
}
