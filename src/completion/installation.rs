//! What a room leaves open about its installation.

use super::filler::Filler;
use crate::project::{Installation, Room};
use crate::reference::Reference;
use crate::scalar::Scalar;

/// Fills the circumstances of `room` from those of the project, then from the reference data.
pub(super) fn complete_installation(
    room: &mut Room,
    index: usize,
    shared: &Installation,
    reference: &Reference,
    filler: &mut Filler,
) {
    let defaults = reference.defaults();
    let own = room.installation.get_or_insert_with(Installation::default);
    let path = |field: &str| format!("rooms[{index}].installation.{field}");
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
}
