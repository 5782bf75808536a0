//! The command line `tonnage`: decode, call, encode.

mod arguments;
mod failure;
mod table;
mod words;

use arguments::{Arguments, Command, Common, Priced};
use clap::Parser;
use failure::Failure;
use std::io::{Read, Write};
use std::process::ExitCode;
use tonnage::boundary::canonical;
use tonnage::catalogue::{Availability, Catalogue};
use tonnage::climate::weather_file;
use tonnage::finding::Assumption;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::proposal::Proposal;
use tonnage::{At, Engine, demo, schema};

/// More than any file that the library takes, so that a longer one is refused by it and none fills the memory.
const MOST_BYTES: u64 = 65 << 20;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments.command) {
        Ok(code) => code,
        Err(failure) => {
            failure.print();
            failure.exit_code()
        }
    }
}

fn run(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Size { common } => {
            let engine = engine(common, None)?;
            let proposal = engine.size(&project(common)?).map_err(Failure::Refused)?;
            print(&proposal, &engine, common)
        }
        Command::Select { common, priced } => {
            let engine = engine(common, Some(priced))?;
            let (at, assumed) = instant(priced, &engine)?;
            let proposal = engine.select(&project(common)?, &Customer::default(), at);
            print(&with_assumption(proposal.map_err(Failure::Refused)?, assumed), &engine, common)
        }
        Command::Quote { common, priced } => {
            let engine = engine(common, Some(priced))?;
            let (at, assumed) = instant(priced, &engine)?;
            let proposal = engine.propose(&project(common)?, &Customer::default(), at);
            print(&with_assumption(proposal.map_err(Failure::Refused)?, assumed), &engine, common)
        }
        Command::Site { file } => {
            let site = weather_file::site(&weather_file::text(&read(file)?)).map_err(Failure::Refused)?;
            write_out(&site.text().map_err(Failure::Refused)?)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Inspect { file } => {
            let catalogue = Catalogue::from_json(&read(file)?)
                .map_err(|error| Failure::Refused(error.within("catalogue")))?;
            let inspection = catalogue.inspection();
            write_out(&inspection.answer().map_err(Failure::Refused)?.text())?;
            Ok(if inspection.is_complete() { ExitCode::SUCCESS } else { failure::INCOMPLETE.into() })
        }
        Command::Schema { name } => {
            let node = schema::schema(name.as_str()).ok_or(Failure::Schema)?;
            write_out(&canonical::text(&node))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn project(common: &Common) -> Result<Project, Failure> {
    Project::from_json(&read(&common.file)?).map_err(Failure::Refused)
}

/// The engine of the files given, and of the built-in ones where none is.
fn engine(common: &Common, priced: Option<&Priced>) -> Result<Engine, Failure> {
    let part = |file: Option<&String>, built_in: &[u8]| match file {
        Some(file) => read(file),
        None => Ok(built_in.to_vec()),
    };
    let file = |choose: fn(&Priced) -> &Option<String>| priced.and_then(|priced| choose(priced).as_ref());
    let reference = part(common.reference.as_ref(), demo::REFERENCE)?;
    let catalogue = part(file(|priced| &priced.catalogue), demo::CATALOGUE)?;
    let price_book = part(file(|priced| &priced.price_book), demo::PRICE_BOOK)?;
    let rate_book = part(file(|priced| &priced.rate_book), demo::RATE_BOOK)?;
    let engine =
        Engine::from_json(&reference, &catalogue, &price_book, &rate_book).map_err(Failure::Refused)?;
    let Some(path) = file(|priced| &priced.availability) else { return Ok(engine) };
    let list = Availability::from_json(&read(path)?)
        .map_err(|error| Failure::Refused(error.within("availability")))?;
    Ok(engine.with_availability(list))
}

/// The instant stated, or the one that the price book names, as an assumption.
fn instant(priced: &Priced, engine: &Engine) -> Result<(At, Option<Assumption>), Failure> {
    match &priced.at {
        Some(text) => {
            let at = At::parse(text).map_err(|error| Failure::Refused(error.within("at")))?;
            Ok((at, None))
        }
        None => {
            let (at, assumed) = engine.demo_instant().map_err(Failure::Refused)?;
            Ok((at, Some(assumed)))
        }
    }
}

fn with_assumption(mut proposal: Proposal, assumed: Option<Assumption>) -> Proposal {
    proposal.assumptions.extend(assumed);
    proposal
}

fn read(file: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let result = if file == "-" {
        std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|opened| opened.take(MOST_BYTES).read_to_end(&mut bytes))
    };
    result.map(|_| bytes).map_err(|error| Failure::Unreadable { file: file.to_owned(), error })
}

fn print(proposal: &Proposal, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    if common.table {
        write_out(&table::render(proposal, engine.reference(), common.language))?;
    } else {
        let answer = proposal.answer().map_err(Failure::Refused)?;
        write_out(&answer.text())?;
    }
    Ok(if proposal.is_complete() { ExitCode::SUCCESS } else { failure::INCOMPLETE.into() })
}

fn write_out(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    // A reader that has seen enough (`| head`) is no failure.
    match writeln!(out, "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Unwritable(error)),
        _ => Ok(()),
    }
}
