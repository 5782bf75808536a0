//! What the wishes leave open.

use super::filler::{Filler, Origin};
use crate::climate::DesignConditions;
use crate::num;
use crate::project::{Preferences, Project, Room, Running};
use crate::reference::{Assumed, Reference, Zone};
use crate::scalar::Scalar;

/// Hours a day that the full-load hours of the reference data are for.
const REFERENCE_HOURS: f64 = 12.0;
/// Hours of a year: no plant runs longer.
const YEAR_H: f64 = 8760.0;

/// Fills the wishes of a project whose rooms are completed.
pub(super) fn complete_preferences(
    project: &mut Project,
    conditions: &DesignConditions,
    reference: &Reference,
    filler: &mut Filler,
) {
    let defaults = reference.defaults();
    let whole = |value: i32| Scalar::Number(f64::from(value));
    let hours = full_load_hours(&project.rooms, zone_hours(conditions.zone, reference).value);
    let own = project.preferences.get_or_insert_with(Preferences::default);
    let path = |field: &str| format!("preferences.{field}");
    filler.fill(&mut own.max_units_per_room, &path("maxUnitsPerRoom"), &defaults.max_units_per_room, whole);
    let running = own.running.get_or_insert_with(Running::default);
    let path = |field: &str| format!("preferences.running.{field}");
    filler.fill(&mut running.years, &path("years"), &defaults.running_years, whole);
    filler.fill(&mut running.tariff_per_kwh, &path("tariffPerKwh"), &defaults.tariff_per_kwh, |value| {
        Scalar::Text(value.to_string())
    });
    if running.cooling_full_load_hours.is_none() {
        running.cooling_full_load_hours = Some(hours);
        let origin = Origin::of(zone_hours(conditions.zone, reference));
        filler.assume(path("coolingFullLoadHours"), whole(hours), origin);
    }
}

fn zone_hours(zone: Option<Zone>, reference: &Reference) -> &Assumed<i32> {
    let defaults = reference.defaults();
    match zone {
        Some(Zone::SevereColdA | Zone::SevereColdB | Zone::SevereColdC) => {
            &defaults.full_load_hours_severe_cold
        }
        Some(Zone::ColdA | Zone::ColdB) => &defaults.full_load_hours_cold,
        Some(Zone::HotSummerColdWinterA | Zone::HotSummerColdWinterB) | None => {
            &defaults.full_load_hours_mixed
        }
        Some(Zone::HotSummerWarmWinterA | Zone::HotSummerWarmWinterB) => &defaults.full_load_hours_hot,
        Some(Zone::MildA | Zone::MildB) => &defaults.full_load_hours_mild,
    }
}

/// Those of the zone, by the hours that the plants of the rooms run, in the mean over their area.
fn full_load_hours(rooms: &[Room], zone_hours: i32) -> i32 {
    let (mut area, mut sum) = (0.0, 0.0);
    for room in rooms {
        let hours = room
            .plant_on
            .as_ref()
            .map_or(REFERENCE_HOURS, |on| f64::from(num::count(on.iter().filter(|on| **on).count())));
        area += room.area_m2;
        sum += room.area_m2 * hours;
    }
    let mean = if area > 0.0 { sum / area } else { REFERENCE_HOURS };
    let hours = (f64::from(zone_hours) * mean / REFERENCE_HOURS).clamp(1.0, YEAR_H);
    num::to_whole(hours).and_then(|hours| i32::try_from(hours).ok()).unwrap_or(zone_hours)
}
