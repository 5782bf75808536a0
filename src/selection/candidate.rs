//! One product against one room: how many sets it takes, what they cost, or the first rule that it fails.

use super::{Choice, Conditions, Rejection, Rule};
use crate::catalogue::{Capacity, Product, Status};
use crate::error::{Error, Fault};
use crate::installation::{SplitSystem, matched_split};
use crate::instant::At;
use crate::load::Load;
use crate::num;
use crate::pricing::{self, Books};
use crate::project::{Installation, Mounting};

/// What a room asks of a product.
pub(super) struct Wanted<'a> {
    pub(super) room: String,
    pub(super) path: String,
    pub(super) load: Load,
    pub(super) conditions: Conditions,
    pub(super) installation: &'a Installation,
    pub(super) most_sets: u32,
    pub(super) mountings: Option<&'a [Mounting]>,
}

/// Whether any figure that the choice or its installation depends on is made up for demonstration.
pub(super) fn has_demo_figures(choice: &Choice) -> bool {
    let system = &choice.system;
    [choice.status, system.piping.status, system.electrical.status, system.mass_kg.status]
        .contains(&Status::Demo)
}

/// Tries the rules in their order.
pub(super) fn try_product(
    product: &Product,
    wanted: &Wanted<'_>,
    books: &Books,
    at: At,
) -> Result<Result<Choice, Rejection>, Error> {
    let reject = |rejection| Ok(Err(rejection));
    if wanted.mountings.is_some_and(|list| !list.contains(&product.mounting)) {
        return reject(Rejection::new(
            &product.id,
            Rule::Mounting,
            [("mounting", product.mounting.as_str().into())],
        ));
    }
    let (Some(piping), Some(electrical), Some(mass_kg)) =
        (&product.piping, &product.electrical, product.mass_kg)
    else {
        return reject(Rejection::new(&product.id, Rule::IncompleteData, []));
    };
    let missing =
        |field: &str| Error::new(format!("{}.installation.{field}", wanted.path), Fault::MissingField);
    let run = wanted.installation.pipe_run_m.ok_or_else(|| missing("pipeRunM"))?;
    if run > piping.max_length_m {
        let params = [("value", run.into()), ("limit", piping.max_length_m.into())];
        return reject(Rejection::new(&product.id, Rule::PipeLength, params));
    }
    let height = wanted.installation.height_difference_m.ok_or_else(|| missing("heightDifferenceM"))?;
    if height > piping.max_height_m {
        let params = [("value", height.into()), ("limit", piping.max_height_m.into())];
        return reject(Rejection::new(&product.id, Rule::PipeHeight, params));
    }
    let Conditions { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } = wanted.conditions;
    let each = match product.cooling.at(indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c) {
        Ok(each) => each,
        Err(miss) => return reject(Rejection::missed(&product.id, miss)),
    };
    let needed = [
        (Rule::TotalCapacity, wanted.load.total_w, each.total_w),
        (Rule::SensibleCapacity, wanted.load.sensible_w, each.sensible_w),
    ];
    let mut sets = 1;
    for (rule, load, capacity) in needed {
        let most = i64::from(wanted.most_sets);
        match sets_needed(load, capacity).filter(|needed| *needed <= wanted.most_sets) {
            Some(needed) => sets = sets.max(needed),
            None => {
                let value = num::from_whole(capacity.saturating_mul(most));
                let params = [("value", value.into()), ("limit", num::from_whole(load).into())];
                return reject(Rejection::new(&product.id, rule, params));
            }
        }
    }
    let system = SplitSystem {
        product: product.id.clone(),
        mounting: product.mounting,
        sets,
        piping: piping.clone(),
        electrical: electrical.clone(),
        mass_kg,
    };
    let lines = matched_split(&system, &wanted.room, &wanted.path, wanted.installation)?;
    let (equipment, installation) = match pricing::cost(&lines, books, at)? {
        Ok(sums) => sums,
        Err(line) => {
            let variant = line.variant.clone().unwrap_or_default();
            let params = [("item", line.item.clone().into()), ("variant", variant.into())];
            return reject(Rejection::new(&product.id, Rule::NoPrice, params));
        }
    };
    let all = times(each, sets)?;
    Ok(Ok(Choice {
        brand: product.brand.clone(),
        indoor_model: product.indoor_model.clone(),
        outdoor_model: product.outdoor_model.clone(),
        source: product.source.clone(),
        status: product.status,
        system,
        each,
        all,
        total_margin: margin(all.total_w, wanted.load.total_w),
        sensible_margin: margin(all.sensible_w, wanted.load.sensible_w),
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        table_points: Vec::new(),
    }))
}

/// The fewest sets of `capacity` that carry `load`; `None` if the capacity is not positive.
fn sets_needed(load: i64, capacity: i64) -> Option<u32> {
    let whole = load.checked_div(capacity).filter(|_| capacity > 0)?;
    let rest = load.checked_rem(capacity)?;
    let sets = if rest > 0 { whole.checked_add(1)? } else { whole };
    u32::try_from(sets.max(1)).ok()
}

fn times(each: Capacity, sets: u32) -> Result<Capacity, Error> {
    let product =
        |watts: i64| watts.checked_mul(i64::from(sets)).ok_or_else(|| Error::new("", Fault::Overflow));
    Ok(Capacity {
        total_w: product(each.total_w)?,
        sensible_w: product(each.sensible_w)?,
        input_w: product(each.input_w)?,
    })
}

/// What `capacity` has above `load`, as a share of the load to three decimals.
fn margin(capacity: i64, load: i64) -> f64 {
    let load = num::from_whole(load);
    if load > 0.0 { num::quantise(num::from_whole(capacity) / load - 1.0, 3) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_that_the_capacity_divides_takes_no_set_more() {
        assert_eq!(sets_needed(10_000, 5_000), Some(2));
        assert_eq!(sets_needed(10_001, 5_000), Some(3));
        assert_eq!(sets_needed(0, 5_000), Some(1));
        assert_eq!(sets_needed(1, 0), None);
    }
}
