//! The heating day (冬季热负荷): a steady state without sun and without anybody in the room.

use crate::load::heat_balance::face::{Far, Node};
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::outdoor_air;
use crate::load::heat_balance::response::STEADY;
use crate::load::heat_balance::step::{Desk, Outdoors, Setting, Temperatures};
use crate::load::space::Space;
use crate::load::weather::Weather;

/// Rounds of coefficients; each leaves about a third of the change of the one before.
const MOST_ROUNDS: u32 = 60;
/// No face changes by more from one round to the next, K.
const STEADY_WITHIN: f64 = 1e-7;

/// What holds a room on the heating day, W, positive where heat is put in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heating {
    /// Through faces and by infiltration.
    pub(super) room: f64,
    /// The part of it that infiltration takes.
    pub(super) infiltration: f64,
    /// To warm the outdoor air; negative where it is supplied warmer than the room.
    pub(super) outdoor_air: f64,
}

pub(super) fn heating(
    network: &Network,
    setting: &Setting<'_>,
    space: &Space,
    weather: &Weather,
    desk: &mut Desk,
) -> Heating {
    let (set_point, air) = (space.plant.heating_set_point_c, weather.heating.dry_bulb_c);
    let faces = network.nodes.len();
    let outside = |node: &Node| match node.far {
        Far::Outdoors(_) => air,
        Far::Mirror => set_point,
        Far::Held { heating, .. } => heating,
    };
    let mut now = Temperatures {
        inside: vec![set_point; faces],
        outside: network.nodes.iter().map(outside).collect(),
        air: set_point,
    };
    let mut modes = vec![0.0; network.modes.len()];
    let dark = vec![0.0; faces];
    for _ in 0..MOST_ROUNDS {
        desk.estimate.inside.copy_from_slice(&now.inside);
        desk.estimate.outside.copy_from_slice(&now.outside);
        desk.estimate.air = set_point;
        setting.coefficients(air, weather.heating_sky, desk);
        let outdoors = (air, weather.heating_sky);
        setting.rows(STEADY, &now, &mut modes, outdoors, Outdoors::All, (&dark, &dark), desk);
        setting.assemble(desk);
        desk.solve_held(set_point);
        let change =
            now.inside.iter().zip(&desk.solution).fold(0.0_f64, |most, (a, b)| most.max((a - b).abs()));
        setting.advance(STEADY, &mut now, &mut modes, desk);
        if change < STEADY_WITHIN {
            break;
        }
    }
    let air_changes = space.infiltration.air_changes_per_h;
    let infiltration = weather.heating_infiltration(space.volume_m3, air_changes, set_point);
    let room = infiltration - desk.to_air(set_point);
    Heating { room: room.max(0.0), infiltration, outdoor_air: outdoor_air::heating(space, weather) }
}
