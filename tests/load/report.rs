//! Rooms computed here beside what EnergyPlus made of them: errors, limits and tables.

use super::cases::Case;
use serde_json::Value;
use std::error::Error;
use tonnage::load::heat_balance;
use tonnage::load::space_load::{Peak, SpaceLoad};

/// What the limits of a room's errors are called, with the limits: median, 90th percentile, worst, in per cent.
type Limits = (&'static str, [f64; 3]);

const PEAK: Limits = ("peak total", [0.5, 1.5, 4.0]);
const AFTER_START: Limits = ("peak after the start", [0.5, 1.5, 4.0]);
const SENSIBLE: Limits = ("peak room sensible", [0.5, 2.0, 4.0]);
const HEATING: Limits = ("heating of the room", [0.3, 1.0, 2.0]);
/// Of the hourly totals, as a part of the peak, in per cent.
const HOURLY_MEDIAN: f64 = 1.0;
/// Of so many rooms so many have their peak in the same hour.
const SAME_HOUR: (usize, usize) = (45, 48);
/// How far from repeating itself a day may be.
const RESIDUAL: f64 = 0.001;
/// Heating below this is a difference of large numbers, W for a square metre of floor.
const LEAST_HEATING_W_M2: f64 = 5.0;

/// A figure here and there, W.
#[derive(Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) ours: f64,
    pub(crate) theirs: f64,
}

impl Pair {
    /// How much ours is more, in per cent; where there is nothing to compare with, all or nothing.
    pub(crate) fn difference(self) -> f64 {
        if self.theirs > 0.0 {
            return (self.ours / self.theirs - 1.0) * 100.0;
        }
        if self.ours > 0.0 { 100.0 } else { 0.0 }
    }
}

/// One room.
pub(crate) struct Row {
    id: String,
    place: String,
    room_use: String,
    /// Ours and theirs.
    month: [u64; 2],
    hour: [u64; 2],
    pub(crate) peak: Pair,
    after_start: Pair,
    sensible: Pair,
    heating: Pair,
    counts_for_heating: bool,
    /// Root mean square of the totals while the plant runs, over the peak, in per cent.
    hourly: f64,
    residual: f64,
}

impl Row {
    fn of(case: &Value, load: &Value) -> Result<Self, Box<dyn Error>> {
        let id = text(&case["id"]);
        if id != text(&load["id"]) {
            return Err(
                format!("the answers have `{}` where the rooms have `{id}`", text(&load["id"])).into()
            );
        }
        let read = Case::read(case)?;
        let ours = heat_balance::load(&read.space, &read.fabric()?, &read.weather()?)?;
        let pair = |watts: i64, theirs: &Value| {
            Ok::<_, String>(Pair { ours: real(watts)?, theirs: number(theirs)? })
        };
        let whole = |value: &Value| value.as_u64().ok_or_else(|| format!("{id}: no whole number `{value}`"));
        let heating = pair(ours.heating.room_w, at(load, "/heating/room"))?;
        let total = pair(ours.peak.total_w, at(load, "/peak/total/value"))?;
        let Peak { month, hour, .. } = ours.peak;
        Ok(Self {
            place: text(at(case, "/site/name")),
            room_use: text(at(case, "/room/use")),
            month: [month.into(), whole(at(load, "/peak/total/month"))?],
            hour: [hour.into(), whole(at(load, "/peak/total/hour"))?],
            peak: total,
            after_start: pair(ours.sizing_peak.total_w, at(load, "/peak/total_after_start/value"))?,
            sensible: pair(ours.sensible_peak.room_sensible_w, at(load, "/peak/room_sensible/value"))?,
            counts_for_heating: heating.theirs > LEAST_HEATING_W_M2 * read.space.floor_area_m2,
            heating,
            hourly: hourly(&ours, &read.space.plant.on, load)? / total.theirs.max(1.0) * 100.0,
            residual: ours.days.iter().map(|day| day.residual).fold(0.0, f64::max),
            id,
        })
    }

    /// Heating, of a room that needs enough to be compared.
    pub(crate) fn heating(&self) -> Option<Pair> {
        self.counts_for_heating.then_some(self.heating)
    }

    fn same_hour(&self) -> bool {
        let [month, their_month] = self.month;
        let [hour, their_hour] = self.hour;
        month == their_month && hour == their_hour
    }

    /// What of this room is worse than the worst that is allowed, or at another hour.
    fn failures(&self) -> Vec<String> {
        let pairs =
            [(PEAK, Some(self.peak)), (AFTER_START, Some(self.after_start)), (SENSIBLE, Some(self.sensible))];
        let mut failures = Vec::new();
        for ((name, [_, _, worst]), pair) in pairs.into_iter().chain([(HEATING, self.heating())]) {
            let Some(pair) = pair else { continue };
            if pair.difference().abs() > worst {
                failures.push(format!("{name} {:.0} W beside {:.0} W", pair.ours, pair.theirs));
            }
        }
        if !self.same_hour() {
            failures.push(format!("peak in {}", self.hours()));
        }
        if self.residual >= RESIDUAL {
            failures.push(format!("a residual of {}", self.residual));
        }
        failures
    }

    /// Month and hour of the peak, ours and theirs.
    fn hours(&self) -> String {
        let ([month, their_month], [hour, their_hour]) = (self.month, self.hour);
        if month == their_month {
            format!("{} {hour} / {their_hour}", month_name(month))
        } else {
            format!("{} {hour} / {} {their_hour}", month_name(month), month_name(their_month))
        }
    }
}

fn month_name(month: u64) -> &'static str {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(month).ok().and_then(|month| names.get(month.checked_sub(1)?)).copied().unwrap_or("?")
}

/// Root mean square of what the totals of the hours with the plant differ by, W.
fn hourly(ours: &SpaceLoad, on: &[bool; 24], theirs: &Value) -> Result<f64, String> {
    let (mut sum, mut count) = (0.0, 0_u32);
    let days = theirs["days"].as_array().ok_or("no list `days`")?;
    if days.len() != ours.days.len() {
        return Err("another number of days".to_owned());
    }
    for (day, expected) in ours.days.iter().zip(days) {
        let totals = expected["total"].as_array().ok_or("no list `total`")?;
        for ((found, expected), _) in day.total_w.iter().zip(totals).zip(on).filter(|(_, on)| **on) {
            let difference = real(*found)? - number(expected)?;
            sum += difference * difference;
            count += 1;
        }
    }
    Ok((sum / f64::from(count.max(1))).sqrt())
}

/// What stands at `pointer`, or null.
fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> Result<f64, String> {
    value.as_f64().ok_or_else(|| format!("no number `{value}`"))
}

fn real(watts: i64) -> Result<f64, String> {
    i32::try_from(watts).map(f64::from).map_err(|error| error.to_string())
}

/// A figure of all rooms together.
struct Figure {
    name: String,
    limit: String,
    reached: String,
    holds: bool,
}

impl Figure {
    /// The errors of `pairs` against their limits.
    fn of((name, limits): Limits, pairs: impl Iterator<Item = Pair>) -> Self {
        let mut errors: Vec<f64> = pairs.map(|pair| pair.difference().abs()).collect();
        errors.sort_by(f64::total_cmp);
        let reached = [median(&errors), percentile_90(&errors), errors.last().copied().unwrap_or(0.0)];
        Self {
            name: format!("{name}, {} rooms: median / 90th percentile / worst error", errors.len()),
            limit: limits.map(|limit| format!("{limit} %")).join(" / "),
            reached: reached.map(|error| format!("{error:.2} %")).join(" / "),
            holds: reached.iter().zip(limits).all(|(reached, limit)| *reached < limit),
        }
    }
}

/// The middle of sorted `values`, or the mean of the two middle ones.
pub(crate) fn median(values: &[f64]) -> f64 {
    let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
    f64::midpoint(at(values.len() / 2), at(values.len().saturating_sub(1) / 2))
}

/// The least of sorted `values` that nine of ten do not exceed.
fn percentile_90(values: &[f64]) -> f64 {
    let index = (values.len() * 9).div_ceil(10).saturating_sub(1);
    values.get(index).copied().unwrap_or(0.0)
}

/// All rooms.
pub(crate) struct Report {
    pub(crate) rows: Vec<Row>,
}

impl Report {
    /// The rooms of `cases` computed and held against `loads`, both a room a line.
    pub(crate) fn of(cases: &str, loads: &str) -> Result<Self, Box<dyn Error>> {
        let lines = |text: &str| -> Result<Vec<Value>, serde_json::Error> {
            text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect()
        };
        let (cases, loads) = (lines(cases)?, lines(loads)?);
        if cases.len() != loads.len() {
            return Err(format!("{} rooms and {} answers", cases.len(), loads.len()).into());
        }
        let rows =
            cases.iter().zip(&loads).map(|(case, load)| Row::of(case, load)).collect::<Result<_, _>>()?;
        Ok(Self { rows })
    }

    fn figures(&self) -> Vec<Figure> {
        let rows = || self.rows.iter();
        let mut hourly: Vec<f64> = rows().map(|row| row.hourly).collect();
        hourly.sort_by(f64::total_cmp);
        let same = rows().filter(|row| row.same_hour()).count();
        let residual = rows().map(|row| row.residual).fold(0.0, f64::max);
        let (of, most) = SAME_HOUR;
        vec![
            Figure::of(PEAK, rows().map(|row| row.peak)),
            Figure::of(AFTER_START, rows().map(|row| row.after_start)),
            Figure::of(SENSIBLE, rows().map(|row| row.sensible)),
            Figure::of(HEATING, rows().filter_map(Row::heating)),
            Figure {
                name: "month and hour of the peak the same".to_owned(),
                limit: format!("{of} of {most}"),
                reached: format!("{same} of {}", self.rows.len()),
                holds: same * most >= of * self.rows.len(),
            },
            Figure {
                name: "hourly totals while the plant runs, root mean square over the peak: median".to_owned(),
                limit: format!("{HOURLY_MEDIAN} %"),
                reached: format!("{:.2} %", median(&hourly)),
                holds: median(&hourly) < HOURLY_MEDIAN,
            },
            Figure {
                name: "residual of a day: worst".to_owned(),
                limit: format!("{RESIDUAL}"),
                reached: format!("{residual:.4}"),
                holds: residual < RESIDUAL,
            },
        ]
    }

    /// Every figure with its limit, in Markdown.
    pub(crate) fn figures_table(&self) -> String {
        let mut table = "| figure | limit | reached |\n|---|---|---|\n".to_owned();
        for Figure { name, limit, reached, holds } in self.figures() {
            let missed = if holds { "" } else { " (missed)" };
            table += &format!("| {name} | {limit} | {reached}{missed} |\n");
        }
        table
    }

    /// Every room, in Markdown.
    pub(crate) fn rooms_table(&self) -> String {
        let mut table =
            "| room | place | use | cooling, W | EnergyPlus, W | difference | hour | heating, W | \
                         EnergyPlus, W | difference |\n|---|---|---|---:|---:|---:|---|---:|---:|---:|\n"
                .to_owned();
        for row in &self.rows {
            let Row { id, place, room_use, peak, heating, .. } = row;
            let difference = row.heating().map_or("–".to_owned(), |heating| signed(heating.difference()));
            table += &format!(
                "| {id} | {place} | {room_use} | {:.0} | {:.0} | {} | {} | {:.0} | {:.0} | {difference} |\n",
                peak.ours,
                peak.theirs,
                signed(peak.difference()),
                row.hours(),
                heating.ours,
                heating.theirs,
            );
        }
        table
    }

    /// What does not hold: the figures that miss their limit, and then the rooms that may be why. Empty if all holds.
    pub(crate) fn failures(&self) -> Vec<String> {
        let missed: Vec<Figure> = self.figures().into_iter().filter(|figure| !figure.holds).collect();
        if missed.is_empty() {
            return Vec::new();
        }
        let figures = missed
            .iter()
            .map(|Figure { name, limit, reached, .. }| format!("{name}: {reached}, limit {limit}"));
        let rooms =
            self.rows.iter().map(|row| (row, row.failures())).filter(|(_, failures)| !failures.is_empty());
        let rooms = rooms.map(|(row, failures)| {
            format!("{} ({}, {}): {}", row.id, row.place, row.room_use, failures.join("; "))
        });
        figures.chain(rooms).collect()
    }
}

/// A difference in per cent with its sign, and none where it rounds to nothing.
fn signed(difference: f64) -> String {
    let text = format!("{difference:+.2} %");
    if text.starts_with("-0.00") || text.starts_with("+0.00") { "0.00 %".to_owned() } else { text }
}
