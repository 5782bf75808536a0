//! What a room or a request leaves open about its installation.

use super::filler::{Filler, Origin};
use crate::project::Installation;
use crate::reference::{Assumed, Reference};
use crate::scalar::Scalar;

/// Fills the circumstances `own` of the room or request at `owner` from those of the project, then from the reference data.
pub(super) fn complete_installation(
    own: &mut Option<Installation>,
    owner: &str,
    shared: &Installation,
    reference: &Reference,
    filler: &mut Filler,
) {
    let defaults = reference.defaults();
    let own = own.get_or_insert_with(Installation::default);
    let path = |field: &str| format!("{owner}.installation.{field}");
    let number = Scalar::Number;
    own.pipe_run_m = own.pipe_run_m.or(shared.pipe_run_m);
    filler.fill(&mut own.pipe_run_m, &path("pipeRunM"), &defaults.pipe_run_m, number);
    own.height_difference_m = own.height_difference_m.or(shared.height_difference_m);
    filler.fill(
        &mut own.height_difference_m,
        &path("heightDifferenceM"),
        &defaults.height_difference_m,
        number,
    );
    own.drain_run_m = own.drain_run_m.or(shared.drain_run_m);
    filler.fill(&mut own.drain_run_m, &path("drainRunM"), &defaults.drain_run_m, number);
    own.power_cable_run_m = own.power_cable_run_m.or(shared.power_cable_run_m);
    filler.fill(&mut own.power_cable_run_m, &path("powerCableRunM"), &defaults.power_cable_run_m, number);
    own.install_height_m = own.install_height_m.or(shared.install_height_m);
    filler.fill(&mut own.install_height_m, &path("installHeightM"), &defaults.install_height_m, number);
    own.storey = own.storey.or(shared.storey);
    filler.fill(&mut own.storey, &path("storey"), &defaults.storey, |value| number(f64::from(value)));
    own.outdoor_place = own.outdoor_place.or(shared.outdoor_place);
    filler.fill(&mut own.outdoor_place, &path("outdoorPlace"), &defaults.outdoor_place, |value| {
        value.as_str().into()
    });
    own.wall = own.wall.or(shared.wall);
    filler.fill(&mut own.wall, &path("wall"), &defaults.wall, |value| value.as_str().into());
    own.branch_run_m = own.branch_run_m.or(shared.branch_run_m);
    complete_branch(own, &path("branchRunM"), &defaults.branch_run_m, filler);
    own.duct_run_m = own.duct_run_m.or(shared.duct_run_m);
    filler.fill(&mut own.duct_run_m, &path("ductRunM"), &defaults.duct_run_m, number);
    own.duct_loss_pa = own.duct_loss_pa.or(shared.duct_loss_pa);
    let (terminal, each) = (&defaults.duct_terminal_pa, &defaults.duct_pa_per_m);
    let loss = terminal.value + each.value * own.duct_run_m.unwrap_or(0.0);
    let loss = crate::num::quantise(loss, 1);
    filler.worked_out(&mut own.duct_loss_pa, &path("ductLossPa"), loss, Origin::of(terminal));
    own.outdoor_allowance_k = own.outdoor_allowance_k.or(shared.outdoor_allowance_k);
    own.clearance_m = own.clearance_m.or(shared.clearance_m);
    own.noise_limit_dba = own.noise_limit_dba.or(shared.noise_limit_dba);
    own.neighbour_distance_m = own.neighbour_distance_m.or(shared.neighbour_distance_m);
    own.neighbour_limit_dba = own.neighbour_limit_dba.or(shared.neighbour_limit_dba);
}

/// The branch is a part of the run: of a shorter run all of it.
fn complete_branch(own: &mut Installation, path: &str, default: &Assumed<f64>, filler: &mut Filler) {
    let run = own.pipe_run_m.unwrap_or(default.value);
    filler.worked_out(&mut own.branch_run_m, path, default.value.min(run), Origin::of(default));
}
