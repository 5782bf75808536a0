//! Reads problems in the format of the reference groupings and prints the cheapest grouping of each as one line of JSON, in their
//! order: `cargo run --release --example select_cases -- tests/reference/grouping/vrf_grouping_instances.json`
//!
//! A problem that cannot be solved gets a line with its `error`, and so does a file that cannot be read; the exit code is then 1.
//! `unserved` names the zones without a system, if there are any. `micros` is the time of the search: the best of five.

#[path = "../tests/grouping/instances.rs"]
mod instances;

use serde_json::{Map, Number, Value, json};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;
use tonnage::selection::grouping::{Answer, group};

/// Runs of which the fastest counts: the machine may be busy with something else.
const RUNS: u32 = 5;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: select_cases FILE")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("`{path}`: {error}"))?;
    let mut out = std::io::stdout().lock();
    let instances = match instances::read(&text) {
        Ok(instances) => instances,
        Err(error) => {
            writeln!(out, "{}", json!({ "error": error.to_string() }))?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut failed = false;
    for instance in &instances {
        let line = solved(instance).unwrap_or_else(|error| {
            failed = true;
            json!({ "n": instance.problem.zones.len(), "error": error.to_string() })
        });
        writeln!(out, "{line}")?;
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn solved(instance: &instances::Instance) -> Result<Value, Box<dyn Error>> {
    let mut micros = u128::MAX;
    let mut answer = None;
    for _ in 0..RUNS {
        let clock = Instant::now();
        let found = group(&instance.problem)?;
        micros = micros.min(clock.elapsed().as_micros());
        answer = Some(found);
    }
    described(instance, &answer.ok_or("no run")?, micros)
}

fn described(instance: &instances::Instance, answer: &Answer, micros: u128) -> Result<Value, Box<dyn Error>> {
    let systems: Vec<Value> = answer
        .systems
        .iter()
        .map(|system| {
            let model = system.outdoor.and_then(|place| instance.models.get(place));
            let mut zones: Vec<usize> = system.zones.iter().map(|served| served.zone).collect();
            zones.sort_unstable();
            json!({ "outdoor": model, "zones": zones })
        })
        .collect();
    let mut line = Map::new();
    line.insert("n".into(), instance.problem.zones.len().into());
    line.insert("cost".into(), money(answer.cost)?);
    line.insert("systems".into(), systems.into());
    line.insert("proved_optimal".into(), answer.proved_optimal.into());
    line.insert("lower_bound".into(), money(answer.lower_bound)?);
    line.insert("micros".into(), u64::try_from(micros)?.into());
    if !answer.unserved.is_empty() {
        let zones: Vec<usize> = answer.unserved.iter().map(|unserved| unserved.zone).collect();
        line.insert("unserved".into(), zones.into());
    }
    Ok(line.into())
}

/// An amount in the unit of the file, whole where it is whole.
fn money(amount: i64) -> Result<Value, Box<dyn Error>> {
    let unit = 10_i64.pow(instances::COST_DECIMALS);
    if amount % unit == 0 {
        return Ok((amount / unit).into());
    }
    Ok(Value::Number(Number::from_str(&format!("{}.{:02}", amount / unit, amount % unit))?))
}
