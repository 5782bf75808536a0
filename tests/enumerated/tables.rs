//! Makers' tables and curves, and the air that units take in.

use super::facts::{Place, Room, Verdict, list, number, numbers, rounded};
use serde_json::Value;
use tonnage::psychrometrics as air;

/// The two ticks that a value lies between and the share of the farther one; both the same on a tick.
fn between(ticks: &[f64], at: f64) -> Option<(usize, usize, f64)> {
    if let Some(exact) = ticks.iter().position(|tick| (tick - at).abs() < 1e-12) {
        return Some((exact, exact, 0.0));
    }
    let low = ticks.windows(2).position(|pair| pair[0] < at && at < pair[1])?;
    Some((low, low + 1, (at - ticks[low]) / (ticks[low + 1] - ticks[low])))
}

/// A column of a grid of any number of axes, one axis after the other; none outside or where a value is missing.
fn on_axes(axes: &[Vec<f64>], values: &[Value], at: &[f64]) -> Option<f64> {
    let Some((axis, rest)) = axes.split_first() else { return values[0].as_f64() };
    let (low, high, share) = between(axis, at[0])?;
    let step = values.len() / axis.len();
    let part = |tick: usize| on_axes(rest, &values[tick * step..(tick + 1) * step], &at[1..]);
    let below = part(low)?;
    if low == high {
        return Some(below);
    }
    Some(below + share * (part(high)? - below))
}

/// A column of a grid at a place, whole watts.
pub(crate) fn grid(table: &Value, column: &str, at: &[f64]) -> Verdict<i64> {
    let axes: Vec<Vec<f64>> = list(&table["axes"]).iter().map(|axis| numbers(&axis["values"])).collect();
    let value = on_axes(&axes, list(&table[column]), at);
    value.map(rounded).ok_or_else(|| format!("outside the table at {at:?}"))
}

/// The values of a grid's axis.
pub(crate) fn axis(table: &Value, name: &str) -> Vec<f64> {
    let found = list(&table["axes"]).iter().find(|axis| axis["name"] == name);
    numbers(&found.unwrap_or_else(|| panic!("no axis {name}"))["values"])
}

/// The indoor air at which a heating table is read: never colder than its coldest.
pub(crate) fn winter_air(table: &Value, room_c: f64) -> f64 {
    axis(table, "indoorDryBulbC")[0].max(room_c)
}

/// Total and sensible cooling of a matched pair: outdoors first, then along the wet bulbs of each dry bulb, then between those.
pub(crate) fn ragged(table: &Value, [dry, wet, outdoor]: [f64; 3]) -> Verdict<[i64; 2]> {
    let outside = || format!("outside the table at {dry} {wet} {outdoor}");
    let (cold, warm, share) = between(&numbers(&table["outdoorDryBulbC"]), outdoor).ok_or_else(outside)?;
    let mut columns: Vec<(f64, Vec<(f64, &Value)>)> = Vec::new();
    for point in list(&table["points"]) {
        let (at, row) = (number(&point["indoorDryBulbC"]), (number(&point["indoorWetBulbC"]), point));
        match columns.iter_mut().find(|column| (column.0 - at).abs() < 1e-12) {
            Some(column) => column.1.push(row),
            None => columns.push((at, vec![row])),
        }
    }
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ticks: Vec<f64> = columns.iter().map(|column| column.0).collect();
    let (left, right, column_share) = between(&ticks, dry).ok_or_else(outside)?;
    let in_column = |column: usize, name: &str| -> Option<f64> {
        let mut rows = columns[column].1.clone();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        let ticks: Vec<f64> = rows.iter().map(|row| row.0).collect();
        let (low, high, row_share) = between(&ticks, wet)?;
        let in_row = |row: usize| -> Option<f64> {
            let values = &rows[row].1[name];
            let at = |tick: usize| values[tick].as_f64();
            let below = at(cold)?;
            Some(if cold == warm { below } else { below + share * (at(warm)? - below) })
        };
        let below = in_row(low)?;
        Some(if low == high { below } else { below + row_share * (in_row(high)? - below) })
    };
    let of = |name: &str| -> Option<i64> {
        let below = in_column(left, name)?;
        let value =
            if left == right { below } else { below + column_share * (in_column(right, name)? - below) };
        Some(rounded(value))
    };
    Ok([of("totalW").ok_or_else(outside)?, of("sensibleW").ok_or_else(outside)?])
}

/// A published polynomial within its range.
pub(crate) fn curve(curve: &Value, x: f64, y: f64) -> Verdict<f64> {
    let of = |name: &str, at: f64| -> Verdict<f64> {
        let variable = &curve[name];
        let inside = number(&variable["from"]) <= at && at <= number(&variable["to"]);
        let per = variable["per"].as_f64().unwrap_or(1.0);
        if inside { Ok(at / per) } else { Err(format!("outside the curve at {at}")) }
    };
    assert_eq!(curve["form"], "biquadratic");
    let (x, y) = (of("x", x)?, of("y", y)?);
    let terms = [1.0, x, x * x, y, y * y, x * y];
    Ok(numbers(&curve["coefficients"]).iter().zip(terms).map(|(factor, term)| factor * term).sum())
}

/// Linear among points of (place, value); the first value before the first place, none beyond the last.
pub(crate) fn among(points: &[(f64, f64)], at: f64) -> Option<f64> {
    if at <= points[0].0 {
        return Some(points[0].1);
    }
    let pair = points.windows(2).find(|pair| at <= pair[1].0)?;
    let share = (at - pair[0].0) / (pair[1].0 - pair[0].0);
    Some(pair[0].1 + share * (pair[1].1 - pair[0].1))
}

/// Points of a list of objects.
pub(crate) fn points(list_of: &Value, place: &str, value: &str) -> Vec<(f64, f64)> {
    list(list_of).iter().map(|point| (number(&point[place]), number(&point[value]))).collect()
}

/// Dry and wet bulb of the air that units of this airflow take in together, to a hundredth, and the outdoor air's part of it.
///
/// Outdoor air and room air are mixed by mass, and the heat by enthalpy.
pub(crate) fn entering(room: &Room, place: &Place, flow_m3_h: f64) -> ([f64; 2], f64) {
    let Some([outdoor_kg_s, warm, damp]) = room.outdoor_air else {
        return ([room.dry_bulb_c, room.wet_bulb_c], 0.0);
    };
    let pressure = place.pressure_pa;
    let ratio = air::humidity_ratio(room.dry_bulb_c, room.relative_humidity, pressure).unwrap();
    let supply = flow_m3_h / 3600.0 * air::density(room.dry_bulb_c, ratio, pressure);
    let part = outdoor_kg_s / supply;
    let share = part.min(1.0);
    let mixed = share * damp + (1.0 - share) * ratio;
    let heat = share * air::enthalpy(warm, damp) + (1.0 - share) * air::enthalpy(room.dry_bulb_c, ratio);
    let dry = air::dry_bulb_of_enthalpy(heat, mixed);
    let wet = air::wet_bulb(dry, air::relative_humidity(dry, mixed, pressure).unwrap().min(1.0), pressure);
    ([dry, wet.unwrap()].map(|degrees| (degrees * 100.0).round() / 100.0), part)
}
