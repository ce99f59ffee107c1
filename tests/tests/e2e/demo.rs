//! What `make demo` does, and `make run` without a display.

use std::process::Command;

use tempfile::TempDir;
use zhibu_tests::{Outcome, binary};

#[test]
fn the_guided_tour_goes_through_every_room_of_the_sample_branch() -> Outcome {
    let folder = TempDir::new()?;
    let run = |name: &str, arguments: &[&str]| -> Outcome {
        let mut command = Command::new(binary(name)?);
        command.current_dir(folder.path()).env("ZHIBU_PASSPHRASE", "demo-branch-2026").args(arguments);
        let output = command.output()?;
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    };
    run("zhibu-cli", &["--today", "2026-11-23", "demo", "branch"])?;
    run("tour", &["branch"])?;
    assert!(folder.path().join("18-settings.png").is_file(), "the last picture");
    Ok(())
}
