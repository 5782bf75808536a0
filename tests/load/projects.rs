//! The document on what the example projects come to.

use std::error::Error;
use std::fmt::Write;
use tonnage::load::space_load::{Cause, Component};
use tonnage::load::{Loads, RoomLoad, Uncertainty, size, uncertainty};
use tonnage::project::Project;
use tonnage::reference::Reference;
use tonnage::{complete, demo};

const EXAMPLES: [(&str, &str); 4] = [
    ("smallest", include_str!("../projects/smallest.json")),
    ("wuhan_shop", include_str!("../projects/wuhan_shop.json")),
    ("shanghai_bank", include_str!("../projects/shanghai_bank.json")),
    ("foshan_factory", include_str!("../projects/foshan_factory.json")),
];

/// The columns of the table of shares.
const CAUSES: [(Cause, &str); 8] = [
    (Cause::Conduction, "walls and glass"),
    (Cause::Sun, "sun"),
    (Cause::People, "people"),
    (Cause::Lights, "lights"),
    (Cause::Equipment, "equipment"),
    (Cause::Infiltration, "infiltration"),
    (Cause::OutdoorAir, "outdoor air"),
    (Cause::StoredHeat, "stored"),
];

/// File name in `src/docs`, and the file.
pub(crate) fn document() -> Result<(&'static str, String), Box<dyn Error>> {
    let reference = demo::reference()?;
    let mut text = String::from(
        "<!-- Written by `cargo run --release --example project_report`; a test compares. -->\n\
         # What the example projects come to\n\
         \n\
         The projects of `tests/projects`, as a buyer states them: place, use, area, and little else. Every value that was filled in\n\
         stands in the answer with its source. *Peak* is the largest hour of the cooling days of the months that is not a start of\n\
         the plant, outdoor air included; *band* is what rooms of the type are estimated with, and only stands beside. *Range* is\n\
         what the five most uncertain assumptions leave open. Shares are of the total, sensible and latent together.\n",
    );
    for (name, project) in EXAMPLES {
        add(&mut text, name, &Project::from_json(project.as_bytes())?, &reference)?;
    }
    Ok(("projects.md", text))
}

fn add(
    text: &mut String,
    name: &str,
    project: &Project,
    reference: &Reference,
) -> Result<(), Box<dyn Error>> {
    let loads = size(project, reference)?;
    let known = uncertainty(project, reference)?;
    let site = &loads.site;
    writeln!(text, "\n## {name}\n")?;
    writeln!(
        text,
        "{}, {:.1} °C dry bulb and {:.1} °C wet bulb in summer, {:.1} °C in winter, {} cooling days; {} values filled in.",
        site.station_en.as_deref().unwrap_or(&site.place),
        site.cooling_dry_bulb_c,
        site.cooling_wet_bulb_c,
        site.winter_dry_bulb_c,
        site.cooling_days.len(),
        complete(project, reference)?.assumptions.len(),
    )?;
    writeln!(text, "\n| room | use | m² | peak kW | W/m² | band | at | sensible | range kW | heating kW |")?;
    writeln!(text, "|---|---|---|---|---|---|---|---|---|---|")?;
    for room in &loads.rooms {
        writeln!(text, "{}", figures(room, &known))?;
    }
    writeln!(text, "\n| room |{} |", CAUSES.map(|(_, word)| format!(" {word}")).join(" |"))?;
    writeln!(text, "|---|{}", "---|".repeat(CAUSES.len()))?;
    for room in &loads.rooms {
        writeln!(text, "| {} |{} |", room.id, shares(room).join(" |"))?;
    }
    writeln!(text, "\n{}", together(&loads, &known))?;
    Ok(())
}

fn kilowatts(watts: i64) -> String {
    format!("{:.1}", tonnage::num::from_whole(watts) / 1000.0)
}

fn figures(room: &RoomLoad, known: &Uncertainty) -> String {
    let peak = room.computed.as_ref().map(|load| load.sizing_peak);
    let range = known.rooms.iter().find(|range| range.id == room.id).map(|found| found.range);
    format!(
        "| {} | {} | {} | {} | {:.0} | {:.0}–{:.0} | {} | {:.0} % | {} | {} |",
        room.id,
        room.use_en,
        room.area_m2,
        kilowatts(room.sizing.total_w),
        room.band.load_w_m2,
        room.band.low_w_m2,
        room.band.high_w_m2,
        peak.map_or_else(String::new, |peak| format!("month {}, hour {}", peak.month, peak.hour)),
        100.0 * tonnage::num::from_whole(room.sizing.sensible_w)
            / tonnage::num::from_whole(room.sizing.total_w),
        range.map_or_else(
            || "–".to_owned(),
            |range| format!("{}–{}", kilowatts(range.low_w), kilowatts(range.high_w))
        ),
        room.heating_w.map_or_else(|| "–".to_owned(), kilowatts),
    )
}

fn shares(room: &RoomLoad) -> Vec<String> {
    let total = tonnage::num::from_whole(room.sizing.total_w);
    let of = |component: &Component| tonnage::num::from_whole(component.sensible_w + component.latent_w);
    CAUSES
        .iter()
        .map(|(cause, _)| {
            let component = room.components.iter().find(|component| component.cause == *cause);
            format!(" {:.0} %", component.map_or(0.0, |component| 100.0 * of(component) / total).abs())
        })
        .collect()
}

fn together(loads: &Loads, known: &Uncertainty) -> String {
    let mut text = format!("All rooms, each at its own hour: {} kW", kilowatts(loads.sum.total_w));
    if let Some(block) = &loads.block {
        let peak = &block.sizing_peak;
        let watts = kilowatts(peak.total_w);
        text += &format!("; together at most {watts} kW, in month {} at hour {}", peak.month, peak.hour);
    }
    text += &format!("; range {} to {} kW.", kilowatts(known.sum.low_w), kilowatts(known.sum.high_w));
    if let Some(question) = &known.question {
        let width = kilowatts(question.width_w);
        text += &format!(
            " The next question is “{}” (`{}`, {width} kW from end to end).",
            question.text, question.path
        );
    }
    text
}
