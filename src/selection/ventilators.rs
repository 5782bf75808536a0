//! Energy-recovery ventilators (全热新风机) for the rooms whose load counts on one: the cheapest that keeps every rule.
//!
//! Nobody shares a ventilator, so that the cheapest of each room is the cheapest of all.

use super::answer::{Selection, Ventilator};
use super::context::Context;
use super::demand::Demand;
use super::rejection::{Rejection, grouped};
use super::rule::{Check, Rule, first_broken};
use super::rules::{air, electrical, sound, wishes};
use crate::catalogue::{Item, RecoveryVentilator};
use crate::error::{Error, Fault};
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::{VentilatorSystem, ventilator};
use crate::num;
use crate::ordering::sorted;
use crate::project::{Project, Room, TreatedBy};
use crate::scalar::Scalar;

/// What a room asks of a ventilator.
struct Wanted {
    flow_m3_h: f64,
    sensible_effectiveness: f64,
    latent_effectiveness: f64,
}

impl Wanted {
    /// What a completed room asks for; nothing where its load does not count on a ventilator.
    fn of(room: &Room) -> Option<Self> {
        let outdoor = room.outdoor_air.as_ref().filter(|_| room.stated_load.is_none())?;
        let flow_m3_h = outdoor.flow_m3_h.filter(|flow| *flow > 0.0)?;
        (outdoor.treated_by == Some(TreatedBy::Erv)).then_some(())?;
        Some(Self {
            flow_m3_h,
            sensible_effectiveness: outdoor.sensible_effectiveness?,
            latent_effectiveness: outdoor.latent_effectiveness?,
        })
    }
}

/// Whether the load of a completed room counts on a ventilator.
pub(super) fn is_wanted(room: &Room) -> bool {
    Wanted::of(room).is_some()
}

/// Adds the ventilators of a completed project to a selection, or a finding for a room that none fits.
pub(super) fn add(
    project: &Project,
    demands: &[Demand],
    context: &Context<'_>,
    selection: &mut Selection,
) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for (room, demand) in project.rooms.iter().zip(demands) {
        let Some(wanted) = Wanted::of(room) else { continue };
        let (mut fitting, mut rejected) = (Vec::new(), Vec::new());
        for item in context.catalogue.recovery_ventilators() {
            match tried(item, &wanted, demand, context)? {
                Ok(ventilator) => fitting.push(ventilator),
                Err(rejection) => rejected.push(rejection),
            }
        }
        let key = |one: &Ventilator| (one.cost, one.units, one.product.id.clone());
        let mut fitting = sorted(fitting, |a, b| key(a).cmp(&key(b))).into_iter();
        let chosen = fitting.next();
        rejected.extend(fitting.map(|other| {
            let params = [("cost", other.cost.to_string().into()), ("sets", other.units.into())];
            Rejection::new(&other.product.id, Rule::Costlier, params)
        }));
        let rejected = grouped(rejected);
        match chosen {
            Some(ventilator) => {
                let id = format!("ventilation-{}", selection.ventilators.len().saturating_add(1));
                selection.ventilators.push(Ventilator { id, rejected, ..ventilator });
            }
            None => {
                let rule = super::rejection::most_telling(&rejected).unwrap_or(Rule::NoSystem).as_str();
                let params: [(&str, Scalar); 2] =
                    [("flowM3H", wanted.flow_m3_h.into()), ("rule", rule.into())];
                let path = format!("{}.outdoorAir", demand.path);
                findings.push(Finding::new(FindingCode::NoVentilator, Severity::Error, path, params));
            }
        }
    }
    Ok(findings)
}

fn tried(
    item: &Item<RecoveryVentilator>,
    wanted: &Wanted,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<Ventilator, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let most = figures.air.flow_m3_h.first().copied().unwrap_or(0.0);
    let (Some(electrical), true) = (&figures.electrical, most > 0.0) else {
        return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
    };
    let units = num::to_whole((wanted.flow_m3_h / most).ceil());
    let units = units.and_then(|units| u32::try_from(units).ok()).unwrap_or(u32::MAX).max(1);
    let mut checks = vec![wishes::product_wanted(context.preferences, identity)];
    checks.extend(context.availability(&identity.id));
    checks.extend(electrical::phases(electrical, context.supply));
    checks.push(electrical::breaker(electrical));
    // Each at its highest airflow, where the maker states the effectiveness; a lower airflow recovers more.
    let flow = most * f64::from(units.min(demand.most_sets));
    checks.push(Check::at_least(Rule::OutdoorAirflow, flow, wanted.flow_m3_h));
    let (sensible, latent) = (wanted.sensible_effectiveness, wanted.latent_effectiveness);
    checks.push(Check::at_least(Rule::Effectiveness, figures.sensible_effectiveness, sensible));
    checks.push(Check::at_least(Rule::Effectiveness, figures.latent_effectiveness, latent));
    checks.push(air::ducted(Some(&figures.air), demand));
    checks.extend(sound::indoors(figures.sound.as_ref(), units, demand));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(&identity.id, &check)));
    }
    let installed = VentilatorSystem {
        room: demand.room.clone(),
        product: identity.id.clone(),
        sets: units,
        flow_m3_h: most,
        electrical: electrical.clone(),
    };
    let lines = ventilator(&installed, "", &demand.circumstances)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(&identity.id))),
    };
    let input_w =
        i64::from(units).checked_mul(figures.input_w).ok_or_else(|| Error::new("", Fault::Overflow))?;
    Ok(Ok(Ventilator {
        id: String::new(),
        room: demand.room.clone(),
        product: identity.clone(),
        units,
        flow_m3_h: most,
        input_w,
        checks,
        governing: None,
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        rejected: Vec::new(),
        installed,
    }))
}
