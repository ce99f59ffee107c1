//! `zhibu-cli`: the same table of commands without a window. The contract stands in `docs/DATA.md`.

mod arguments;
mod demo;
mod desktop;
mod failure;
mod run;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
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
