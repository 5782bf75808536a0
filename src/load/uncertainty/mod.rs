//! How far a load can be trusted (不确定性): what may be otherwise where the buyer stated nothing, and what to ask next.
//!
//! Each lever of the reference data moves one thing that was assumed to its low and to its high end, everything else as it was
//! filled, and the room is worked out again on the day of its sizing peak. The five that move a room most are taken as
//! independent: their deviations are added as squares (JCGM 100:2008, *Guide to the expression of uncertainty in measurement*,
//! 5.1.2).

mod lever;

use super::space::{Fabric, Space};
use super::space_load::DayLoad;
use super::weather::Weather;
use super::{Loads, SpaceLoad, heat_balance, model};
use crate::climate::DesignConditions;
use crate::completion::{Completed, complete, complete_variant};
use crate::error::Error;
use crate::num;
use crate::ordering::{order, sorted};
use crate::project::{Project, Room};
use crate::reference::{Lever, Reference};
use serde::Serialize;

/// How many influences a room's range is made of.
const INFLUENCES: usize = 5;

/// A range of cooling loads, W.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoadRange {
    /// Low end.
    pub low_w: i64,
    /// High end.
    pub high_w: i64,
}

impl LoadRange {
    /// From end to end, W.
    #[must_use]
    pub fn width_w(self) -> i64 {
        self.high_w.saturating_sub(self.low_w)
    }
}

/// What one assumption may move a room's load to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Influence {
    /// The lever of the reference data.
    pub lever: &'static str,
    /// Where the project would state it.
    pub path: String,
    /// The room's load at its two ends, with everything else as assumed.
    pub range: LoadRange,
}

/// The range of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomRange {
    /// The room's identifier.
    pub id: String,
    /// The range of its sizing load.
    pub range: LoadRange,
    /// What it is made of, the largest first.
    pub influences: Vec<Influence>,
}

/// What to ask the buyer next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The lever of the reference data.
    pub lever: &'static str,
    /// Where the project would state the answer; of several rooms the one that it moves most.
    pub path: String,
    /// The question in English.
    pub text: String,
    /// The question in Chinese.
    pub text_zh: String,
    /// By how much it moves the rooms together, from end to end, W.
    pub width_w: i64,
}

/// How far the loads of a project can be trusted.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Uncertainty {
    /// The rooms for which something was assumed that may move them.
    pub rooms: Vec<RoomRange>,
    /// The range of the sum of all rooms: what moves several rooms moves them together.
    pub sum: LoadRange,
    /// The question whose answer narrows it most; absent where nothing was assumed.
    pub question: Option<Question>,
}

/// The ranges of a project's loads, and the question whose answer narrows them most.
///
/// # Errors
/// As [`size`](super::size).
///
/// # Example
/// ```
/// # #[cfg(feature = "data")] {
/// use tonnage::{demo, load::uncertainty, project::Project};
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let project = Project::from_json(text.as_bytes()).unwrap();
/// let known = uncertainty(&project, &demo::reference().unwrap()).unwrap();
/// assert!(known.sum.width_w() > 2_000 && known.rooms[0].influences.len() == 5);
/// assert!(known.question.unwrap().text.ends_with('?'));
/// # }
/// ```
pub fn uncertainty(project: &Project, reference: &Reference) -> Result<Uncertainty, Error> {
    let Completed { project: completed, .. } = complete(project, reference)?;
    let loads = super::size_completed(&completed, reference)?;
    of_loads(&project.checked()?, &completed, &loads, reference)
}

/// The ranges of a project whose loads are known.
pub(crate) fn of_loads(
    given: &Project,
    completed: &Project,
    loads: &Loads,
    reference: &Reference,
) -> Result<Uncertainty, Error> {
    let conditions = &loads.site;
    let mut sums: Vec<(i64, i64, i64, String)> = vec![(0, 0, 0, String::new()); reference.levers().len()];
    let weather = model::weather(&completed.site, conditions, reference)?;
    let mut site = Site { completed, conditions, reference, weather, fabric: Fabric::new() };
    let mut known: Vec<(Room, Vec<(usize, LoadRange)>)> = Vec::new();
    let mut rooms = Vec::new();
    for (index, ((room, full), load)) in
        given.rooms.iter().zip(&completed.rooms).zip(&loads.rooms).enumerate()
    {
        let Some(load) = &load.computed else { continue };
        let mut alike = room.clone();
        (alike.id, alike.name, alike.installation) = (None, None, None);
        let moved = match known.iter().find(|(other, _)| *other == alike) {
            Some((_, moved)) => moved.clone(),
            None => {
                let moved = site.moved(given, room, full, index, load)?;
                known.push((alike, moved.clone()));
                moved
            }
        };
        let base_w = load.sizing_peak.total_w;
        for (position, range) in &moved {
            let path = reference.levers().get(*position).map(|lever| lever::path(lever.id, index));
            if let (Some(sum), Some(path)) = (sums.get_mut(*position), path) {
                sum.0 = sum.0.saturating_add(base_w.saturating_sub(range.low_w));
                sum.1 = sum.1.saturating_add(range.high_w.saturating_sub(base_w));
                if range.width_w() > sum.2 {
                    (sum.2, sum.3) = (range.width_w(), path);
                }
            }
        }
        if moved.is_empty() {
            continue;
        }
        let mut largest = sorted(moved, |a, b| b.1.width_w().cmp(&a.1.width_w()));
        largest.truncate(INFLUENCES);
        let deviations = largest
            .iter()
            .map(|(_, range)| (base_w.saturating_sub(range.low_w), range.high_w.saturating_sub(base_w)));
        let influences = largest.iter().filter_map(|(position, range)| {
            let lever = reference.levers().get(*position)?;
            Some(Influence { lever: lever.id.as_str(), path: lever::path(lever.id, index), range: *range })
        });
        rooms.push(RoomRange {
            id: full.id.clone().unwrap_or_default(),
            range: around(base_w, deviations),
            influences: influences.collect(),
        });
    }
    let width = |index: usize| sums.get(index).map_or(0, |sum| sum.0.saturating_add(sum.1));
    let mut widest = order(sums.len(), &|a, b| width(b).cmp(&width(a)));
    widest.truncate(INFLUENCES);
    let largest = widest.iter().filter_map(|index| sums.get(*index)).map(|sum| (sum.0, sum.1));
    let question = widest.first().filter(|index| width(**index) > 0).and_then(|index| {
        let (lever, sum) = (reference.levers().get(*index)?, sums.get(*index)?);
        Some(asked(lever, &sum.3, width(*index)))
    });
    Ok(Uncertainty { rooms, sum: around(loads.sum.total_w, largest), question })
}

fn asked(lever: &Lever, path: &str, width_w: i64) -> Question {
    Question {
        lever: lever.id.as_str(),
        path: path.to_owned(),
        text: lever.question_en.clone(),
        text_zh: lever.question_zh.clone(),
        width_w,
    }
}

/// The range of independent deviations below and above `base_w`.
fn around(base_w: i64, deviations: impl Iterator<Item = (i64, i64)>) -> LoadRange {
    let (mut below, mut above) = (0.0, 0.0);
    for (low, high) in deviations {
        let (low, high) = (num::from_whole(low), num::from_whole(high));
        below += low * low;
        above += high * high;
    }
    let whole = |squares: f64| num::to_whole(squares.sqrt()).unwrap_or(i64::MAX);
    LoadRange {
        low_w: base_w.saturating_sub(whole(below)).max(0),
        high_w: base_w.saturating_add(whole(above)),
    }
}

/// What the variants of a room are worked out with.
struct Site<'a> {
    completed: &'a Project,
    conditions: &'a DesignConditions,
    reference: &'a Reference,
    weather: Weather,
    /// Grows with what the variants name; a name means the same in all of them.
    fabric: Fabric,
}

impl Site<'_> {
    /// What each lever that is not stated moves a room to, by its position; those that move nothing are left out.
    fn moved(
        &mut self,
        given: &Project,
        room: &Room,
        full: &Room,
        index: usize,
        load: &SpaceLoad,
    ) -> Result<Vec<(usize, LoadRange)>, Error> {
        let peak = &load.sizing_peak;
        // A month may have two days of one date, as the dry-bulb and the wet-bulb day of a weather file.
        let hour = usize::try_from(peak.hour).unwrap_or_default().saturating_sub(1);
        let sized = |day: &DayLoad| day.month == peak.month && day.total_w.get(hour) == Some(&peak.total_w);
        let position = load.days.iter().position(sized);
        let Some(weather) = position.and_then(|day| self.weather.only_day(day)) else {
            return Ok(Vec::new());
        };
        let base = model::space(full, self.reference)?;
        let mut moved = Vec::new();
        for (position, lever) in self.reference.levers().iter().enumerate() {
            let mut range = LoadRange { low_w: peak.total_w, high_w: peak.total_w };
            for end in [&lever.low, &lever.high] {
                let Some((project, variant)) = lever::apply(lever.id, end, given, self.completed, room, full)
                else {
                    continue;
                };
                let variant =
                    complete_variant(&project, &variant, full, index, self.conditions, self.reference);
                // What this room cannot have, as a ceiling below the head of a stated window, is no end of its range.
                let Ok(Some(watts)) =
                    variant.and_then(|variant| self.sizing_w(&project, &variant, &base, &weather))
                else {
                    continue;
                };
                range.low_w = range.low_w.min(watts);
                range.high_w = range.high_w.max(watts);
            }
            if range.width_w() > 0 {
                moved.push((position, range));
            }
        }
        Ok(moved)
    }

    /// The sizing load of the variant `room`; `None` where it is the same as the room itself, as other glass is without windows.
    fn sizing_w(
        &mut self,
        project: &Project,
        room: &Room,
        base: &Space,
        weather: &Weather,
    ) -> Result<Option<i64>, Error> {
        let space = model::space(room, self.reference)?;
        if space == *base {
            return Ok(None);
        }
        model::add_fabric(&mut self.fabric, &space, project, self.reference)?;
        Ok(Some(heat_balance::load(&space, &self.fabric, weather)?.sizing_peak.total_w))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deviations_are_added_as_squares() {
        let range = around(10_000, [(300, 400), (400, 300)].into_iter());
        assert_eq!(range, LoadRange { low_w: 9_500, high_w: 10_500 });
        assert_eq!(around(100, std::iter::once((200, 0))), LoadRange { low_w: 0, high_w: 100 });
    }
}
