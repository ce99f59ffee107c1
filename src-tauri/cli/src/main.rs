//! `zhibu-cli`: the same table of commands without a window. The contract stands in `docs/DATA.md`.

mod arguments;
mod demo;
mod demo_reports;
mod desktop;
mod development;
mod dues;
mod failure;
mod rules;
mod run;

use std::alloc::System;
use std::process::ExitCode;

use clap::Parser;
use zeroizing_alloc::ZeroAlloc;

use arguments::Arguments;

/// What is freed is wiped: passphrases and records do not stay in memory.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    if let Some(done) = zhibu_documents::picture::drawing_asked() {
        return done;
    }
    let arguments = Arguments::parse();
    let json = arguments.json;
    match run::run(arguments) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("{}", failure.text(json));
            ExitCode::from(1)
        }
    }
}
