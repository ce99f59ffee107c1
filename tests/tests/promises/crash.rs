//! A program killed at any moment loses nothing that was confirmed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;
use zhibu_tests::Program;

const ROUNDS: u64 = 100;

/// Two at a time, 200 rounds in all: unlocking takes most of the time.
#[test]
fn kill_9_in_mid_write_loses_nothing_confirmed() {
    std::thread::scope(|scope| {
        for seed in 0..2 {
            scope.spawn(move || rounds(seed));
        }
    });
}

fn rounds(seed: u64) {
    let program = Program::new("2026-11-23");
    let request = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "支部0" } });
    program.ok("vault_create", request);
    program.ok("vault_lock", json!({}));
    let mut newest = 0;
    for round in 0..ROUNDS {
        let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"))
            .arg(program.folder())
            .arg((newest + 1).to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        // Once it writes, let it go on for 0 to 20 ms more, a different time each round.
        let mut confirmed: u64 = lines.next().unwrap().unwrap().parse().unwrap();
        std::thread::sleep(Duration::from_micros((round * 7919 + seed * 104_729) % 20_000));
        writer.kill().unwrap();
        writer.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            confirmed = line.parse().unwrap_or(confirmed);
        }

        program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
        let name = program.ok("branch_get", json!({}))["name"].as_str().unwrap().to_owned();
        newest = name.trim_start_matches("支部").parse().unwrap();
        // The one after the last confirmed may have been committed without its line getting out.
        assert!(newest == confirmed || newest == confirmed + 1, "round {round}: confirmed {confirmed}, found {newest}");
        let check = program.ok("vault_check", json!({}));
        assert_eq!(check["ok"], true, "round {round}: {check}");
        program.ok("vault_lock", json!({}));
    }
}
