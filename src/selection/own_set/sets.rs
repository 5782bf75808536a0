//! What pairs and rooftop units have in common: what is asked of a machine that serves a room by itself, the fewest sets that carry the
//! room, and the system that they are.

use super::refused;
use crate::catalogue::{Capacity, Efficiency, Identity, Item, Miss};
use crate::error::{Error, Fault};
use crate::installation::BillLine;
use crate::project::{Mounting, SystemKind};
use crate::selection::answer::{Installed, ServedRoom, System};
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, Demand};
use crate::selection::heating::{self, Heat};
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::capacity::Delivered;
use crate::selection::rules::{air, capacity, wishes};

/// A machine that serves a room by itself.
pub(in crate::selection) trait OwnUnit {
    /// What kind of system its sets are.
    const KIND: SystemKind;
    /// Whether it gives no heat at all.
    const COOLS_ONLY: bool;
    /// What taking it off needs, and a record may lack.
    type Needs<'a>: Copy
    where
        Self: 'a;

    /// What taking it off needs; `None` where the record lacks some of it.
    fn needs(&self) -> Option<Self::Needs<'_>>;
    /// The indoor unit's model; `None` for a machine in one piece.
    fn indoor_model(&self) -> Option<&String>;
    /// How the indoor unit is mounted; `None` for a machine in one piece.
    fn mounting(&self) -> Option<Mounting>;
    /// Its efficiencies.
    fn efficiency(&self) -> &[Efficiency];
    /// Supply air of one set, m³/h; `None` where it is not known.
    fn flow_m3_h(&self) -> Option<f64>;
    /// Cooling of one set as its nameplate has it, with the air of that rating point; `None` where it is not known.
    fn rated(&self) -> Option<(Conditions, Capacity)>;
    /// Where its outdoor unit must stand; `None` where any place will do.
    fn stands(&self, demand: &Demand) -> Option<Check>;
    /// The rules that its place decides, before any capacity is read.
    fn before_size(&self, needs: Self::Needs<'_>, demand: &Demand, context: &Context<'_>) -> Vec<Check>;
    /// The rules that how many sets there are decides.
    fn of_sets(
        &self,
        needs: Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
        context: &Context<'_>,
    ) -> Vec<Check>;
    /// What the way to the room leaves of cooling and of heating, or the rule that it breaks.
    fn left(&self, needs: Self::Needs<'_>, demand: &Demand) -> Result<(f64, f64), Check>;
    /// What one set delivers at an entering state, before what the way to the room takes.
    fn cooling(&self, at: &Conditions, demand: &Demand) -> Result<Result<Capacity, Miss>, Error>;
    /// What one set gives at the winter design, before what the way to the room takes; `None` where it is not known.
    fn heating(&self, demand: &Demand) -> Result<Option<Heat>, Miss>;
    /// Sets of it in the room, and their lines.
    fn taken_off(
        &self,
        identity: &Identity,
        needs: Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
    ) -> Result<(Installed, Vec<BillLine>), Error>;
}

/// Sets in a room, what they deliver and what the rules say of them.
pub(in crate::selection) struct Sized {
    pub(in crate::selection) sets: u32,
    pub(in crate::selection) conditions: Conditions,
    pub(in crate::selection) each: Capacity,
    pub(in crate::selection) all: Capacity,
    pub(in crate::selection) heating_w: Option<i64>,
    pub(in crate::selection) checks: Vec<Check>,
}

/// The fewest sets of a machine that keep every rule of the room, or the first rule that they break.
pub(super) fn try_unit<T: OwnUnit>(
    item: &Item<T>,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<System, Rejection>, Error> {
    let (identity, unit) = (&item.identity, &item.figures);
    let mut checks = vec![
        wishes::system_wanted(context.preferences, T::KIND),
        wishes::product_wanted(context.preferences, identity),
        wishes::mounting_if_any(context.preferences, unit.mounting()),
    ];
    checks.extend(unit.stands(demand));
    if T::COOLS_ONLY {
        checks.extend(capacity::heating_capacity(Some(0), demand.heating_w));
    }
    checks.extend(wishes::efficiency_grade(context.preferences, unit.efficiency()));
    checks.extend(context.availability(&identity.id));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    let Some(needs) = unit.needs() else {
        return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
    };
    checks.extend(unit.before_size(needs, demand, context));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    let sized = match fewest(item, needs, demand)? {
        Ok(sized) => sized,
        Err(rejection) => return Ok(Err(rejection)),
    };
    checks.extend(sized.checks.iter().copied());
    checks.extend(unit.of_sets(needs, sized.sets, demand, context));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    system(item, needs, Sized { checks, ..sized }, demand, context)
}

/// The fewest sets that carry cooling and heating.
fn fewest<T: OwnUnit>(
    item: &Item<T>,
    needs: T::Needs<'_>,
    demand: &Demand,
) -> Result<Result<Sized, Rejection>, Error> {
    let (id, unit) = (&item.identity.id, &item.figures);
    let (cooling_left, heating_left) = match unit.left(needs, demand) {
        Ok(left) => left,
        Err(check) => return Ok(Err(Rejection::broken(id, &check))),
    };
    let heating_each = match demand.heating_w {
        Some(_) => match unit.heating(demand) {
            Ok(heating) => {
                heating.map(|heat| Heat { watts: heating::lessened(heat.watts, heating_left), ..heat })
            }
            Err(miss) => return Ok(Err(Rejection::missed(id, &miss))),
        },
        None => None,
    };
    let mut last = Rejection::new(id, Rule::TotalCapacity, []);
    for sets in 1..=demand.most_sets {
        let entering = demand.entering(unit.flow_m3_h(), sets)?;
        let each = match unit.cooling(&entering.conditions, demand)? {
            Ok(read) => lessened(read, cooling_left),
            // More sets take in less outdoor air each: the table may reach the air of more.
            Err(miss) => {
                last = Rejection::missed(id, &miss);
                continue;
            }
        };
        let all = times(each, sets)?;
        let heating =
            heating_each.map(|heat| (heat.watts.saturating_mul(i64::from(sets)), heat.with_defrost));
        let heating_w = heating.filter(|(_, with_defrost)| *with_defrost).map(|(watts, _)| watts);
        let delivered = Delivered { total_w: all.total_w, sensible_w: all.sensible_w };
        let mut checks = vec![
            capacity::total_capacity(delivered, &demand.load),
            capacity::sensible_capacity(delivered, &demand.load),
            capacity::latent_capacity(delivered, &demand.load),
        ];
        checks.extend(match heating {
            Some((watts, false)) => capacity::heating_before_defrost(watts, demand.heating_w),
            _ => capacity::heating_capacity(heating_w, demand.heating_w),
        });
        checks.extend(capacity::redundancy(each.sensible_w, sets, demand.spare, &demand.load));
        checks.extend(air::outdoor_share(entering.outdoor_share, demand));
        match first_broken(&checks) {
            None => {
                let conditions = entering.conditions;
                return Ok(Ok(Sized { sets, conditions, each, all, heating_w, checks }));
            }
            Some(broken) => last = Rejection::broken(id, &broken),
        }
    }
    Ok(Err(last))
}

/// The system that sets in a room are, with what they cost.
pub(in crate::selection) fn system<T: OwnUnit>(
    item: &Item<T>,
    needs: T::Needs<'_>,
    sized: Sized,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<System, Rejection>, Error> {
    let (identity, unit) = (&item.identity, &item.figures);
    let (installed, lines) = unit.taken_off(identity, needs, sized.sets, demand)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(&identity.id))),
    };
    let all = sized.all;
    Ok(Ok(System {
        id: String::new(),
        kind: T::KIND,
        outdoor: None,
        rooms: vec![ServedRoom {
            room: demand.room.clone(),
            product: identity.clone(),
            indoor_model: unit.indoor_model().cloned(),
            mounting: unit.mounting(),
            units: sized.sets,
            conditions: sized.conditions,
            each: sized.each,
            all,
            heating_w: sized.heating_w,
            checks: sized.checks,
            governing: None,
            all_calling_w: None,
            table_points: Vec::new(),
        }],
        checks: Vec::new(),
        governing: None,
        energy_kwh: context.energy_kwh(demand.load.total_w, all.total_w, all.input_w),
        fresh_air_units: Vec::new(),
        schematic: Vec::new(),
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        installed,
    }))
}

/// What the way to the room leaves of a cooling capacity; the input stays.
pub(in crate::selection) fn lessened(read: Capacity, left: f64) -> Capacity {
    Capacity {
        total_w: heating::lessened(read.total_w, left),
        sensible_w: heating::lessened(read.sensible_w, left),
        input_w: read.input_w,
    }
}

/// `sets` times a capacity.
pub(in crate::selection) fn times(each: Capacity, sets: u32) -> Result<Capacity, Error> {
    let product =
        |watts: i64| watts.checked_mul(i64::from(sets)).ok_or_else(|| Error::new("", Fault::Overflow));
    Ok(Capacity {
        total_w: product(each.total_w)?,
        sensible_w: product(each.sensible_w)?,
        input_w: product(each.input_w)?,
    })
}
