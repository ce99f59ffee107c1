//! `zhibu-collect`: takes the reports in a folder into a PostgreSQL that several workers on several machines share. It judges
//! by the core's own rules and answers as `zhibu-cli collect` does; `docs/COLLECT.md` says how it is used.

mod arguments;
mod database;
mod error;
mod folder;
mod inbox;
mod reports;
mod schema;
mod work;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use zhibu_core::outside::{Clock, FixedClock, SystemClock};
use zhibu_core::problem::Problem;
use zhibu_core::signing;

use arguments::Arguments;
use error::CollectError;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", Problem::from(error).said(arguments.json));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), CollectError> {
    let clock: Box<dyn Clock> = match arguments.today {
        Some(day) => Box::new(FixedClock::on(day)),
        None => Box::new(SystemClock),
    };
    let text = arguments.trust.as_ref().map(std::fs::read_to_string).transpose().map_err(CollectError::TrustList)?;
    let trust = signing::trust_list(&text.unwrap_or_default())?;
    let folder = folder::read(&arguments.folder)?;
    let mut db = database::open(&arguments.into)?;
    schema::make_ready(&mut db)?;
    let seal = zhibu_documents::outside().seal;
    let collected = work::collect(&mut db, &folder, trust, seal.as_ref(), clock.as_ref())?;
    let text = serde_json::to_string_pretty(&collected)?;
    writeln!(std::io::stdout(), "{text}").map_err(CollectError::Answer)
}
