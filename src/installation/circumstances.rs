//! A room's circumstances of installation with nothing left open.

use crate::error::{Error, Fault};
use crate::project::{Installation, OutdoorPlace, Wall};

/// The circumstances of a completed room, and where in the project they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstances {
    /// Path of the room, as `rooms[0]`.
    pub room_path: String,
    /// One-way refrigerant pipe from outdoor to indoor unit, m.
    pub pipe_run_m: f64,
    /// The part of it that only this room uses, m.
    pub branch_run_m: f64,
    /// Air duct to the farthest outlet, m.
    pub duct_run_m: f64,
    /// What a ducted unit's fan has to overcome, Pa.
    pub duct_loss_pa: f64,
    /// Height between outdoor and indoor unit, m.
    pub height_difference_m: f64,
    /// Condensate pipe of each indoor unit, m.
    pub drain_run_m: f64,
    /// Power cable of each set, m.
    pub power_cable_run_m: f64,
    /// Height of the indoor unit above the floor, m.
    pub install_height_m: f64,
    /// Storey of the outdoor unit.
    pub storey: i32,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: OutdoorPlace,
    /// What the pipes pass through.
    pub wall: Wall,
}

impl Circumstances {
    /// Those of the room at `room_path`.
    ///
    /// # Errors
    /// [`Fault::MissingField`] at the field that a completed project would have.
    pub fn of(site: Option<&Installation>, room_path: &str) -> Result<Self, Error> {
        let missing =
            |name: &str| Error::new(format!("{room_path}.installation.{name}"), Fault::MissingField);
        let site =
            site.ok_or_else(|| Error::new(format!("{room_path}.installation"), Fault::MissingField))?;
        let pipe_run_m = site.pipe_run_m.ok_or_else(|| missing("pipeRunM"))?;
        let branch_run_m = site.branch_run_m.ok_or_else(|| missing("branchRunM"))?;
        Ok(Self {
            pipe_run_m,
            // The branch is a part of the run.
            branch_run_m: branch_run_m.min(pipe_run_m),
            duct_run_m: site.duct_run_m.ok_or_else(|| missing("ductRunM"))?,
            duct_loss_pa: site.duct_loss_pa.ok_or_else(|| missing("ductLossPa"))?,
            height_difference_m: site.height_difference_m.ok_or_else(|| missing("heightDifferenceM"))?,
            drain_run_m: site.drain_run_m.ok_or_else(|| missing("drainRunM"))?,
            power_cable_run_m: site.power_cable_run_m.ok_or_else(|| missing("powerCableRunM"))?,
            install_height_m: site.install_height_m.ok_or_else(|| missing("installHeightM"))?,
            storey: site.storey.ok_or_else(|| missing("storey"))?,
            outdoor_place: site.outdoor_place.ok_or_else(|| missing("outdoorPlace"))?,
            wall: site.wall.ok_or_else(|| missing("wall"))?,
            room_path: room_path.to_owned(),
        })
    }

    /// The path of a field of the installation.
    #[must_use]
    pub fn field(&self, name: &str) -> String {
        format!("{}.installation.{name}", self.room_path)
    }
}
