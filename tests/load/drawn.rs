//! Rooms, constructions and climates drawn over all that is allowed.

use crate::rooms::{Climate, office, solid, window};
use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
use tonnage::load::glazing::Glass;
use tonnage::load::shade::{Overhang, SideFin};
use tonnage::load::space::{Boundary, Fabric, Schedule, Space, SupplyState, Treatment};

/// Numbers that look like chance and are the same in every run (Knuth's linear congruence).
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    /// From 0 to below 1.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / 4_294_967_296.0
    }

    fn from(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.part()
    }

    /// Every order of magnitude as often as the others.
    fn magnitude(&mut self, low: f64, high: f64) -> f64 {
        low * tonnage::num::pow(high / low, self.part())
    }

    /// A whole number from 0 to below `count`.
    fn one_of(&mut self, count: u32) -> u32 {
        let part = self.part();
        (1..count).fold(0, |below, number| below + u32::from(part * f64::from(count) >= f64::from(number)))
    }

    fn chance(&mut self, part: f64) -> bool {
        self.part() < part
    }
}

pub(crate) fn fabric(draw: &mut Draw) -> Fabric {
    let mut fabric = Fabric::new();
    for name in ["wall", "slab", "board"] {
        loop {
            let mut layers = vec![];
            for _ in 0..=draw.one_of(5) {
                layers.push(if draw.chance(0.2) {
                    Layer::Resistance { resistance_m2_k_w: draw.magnitude(0.000_1, 50.0) }
                } else {
                    let (thickness, conductivity) =
                        (draw.magnitude(0.000_01, 5.0), draw.magnitude(0.001, 500.0));
                    solid(
                        thickness,
                        conductivity,
                        draw.magnitude(0.1, 20_000.0),
                        draw.magnitude(50.0, 10_000.0),
                    )
                });
            }
            let mut finish = || Finish { solar_absorptance: draw.part(), emissivity: draw.part() };
            let (inside, outside) = (finish(), finish());
            let made = Construction { layers, inside, outside, roughness: Roughness::VeryRough };
            // Too much mass for its conductivity is refused; another is drawn.
            if fabric.construction(name, made).is_ok() {
                break;
            }
        }
    }
    let glass = Glass { u_value: draw.from(0.2, 7.0), shgc: draw.from(0.01, 0.91) };
    fabric.glazing("glass", &glass, None, None).unwrap();
    fabric
}

pub(crate) fn climate(draw: &mut Draw) -> Climate {
    let mut climate = crate::rooms::climate();
    climate.location.latitude_deg = draw.from(-90.0, 90.0);
    climate.location.elevation_m = draw.from(-430.0, 6400.0);
    climate.heating.dry_bulb_c = draw.from(-60.0, 60.0);
    climate.heating.wind_speed_m_s = draw.from(0.0, 60.0);
    let day = &mut climate.days[0];
    day.month = 1 + draw.one_of(12);
    day.dry_bulb_max_c = draw.from(-40.0, 60.0);
    day.dry_bulb_range_k = draw.from(0.0, 40.0);
    day.wet_bulb_c = day.dry_bulb_max_c - draw.from(0.0, 0.2) * (day.dry_bulb_max_c + 45.0) / 5.0;
    day.wind_speed_m_s = draw.magnitude(0.01, 60.0);
    day.wind_direction_deg = draw.from(0.0, 360.0);
    // As in handbooks: much haze scatters much light.
    day.optical_depth_beam = draw.from(0.2, 1.6);
    day.optical_depth_diffuse = draw.from(1.2, 2.8).min(3.0 - day.optical_depth_beam);
    climate
}

pub(crate) fn room(draw: &mut Draw) -> Space {
    let mut room = office();
    room.floor_area_m2 = draw.magnitude(0.1, 100_000.0);
    room.volume_m3 = room.floor_area_m2 * draw.magnitude(1.0, 20.0);
    let side = room.floor_area_m2.sqrt();
    for surface in &mut room.surfaces {
        let level = surface.tilt_deg < 1.0 || surface.tilt_deg > 179.0;
        surface.width_m = (side * draw.magnitude(0.5, 2.0)).clamp(0.02, 500.0);
        surface.height_m = if level { side.clamp(0.02, 500.0) } else { draw.magnitude(0.02, 20.0) };
        surface.azimuth_deg = draw.from(-360.0, 360.0);
        if draw.chance(0.1) {
            surface.tilt_deg = draw.from(0.0, 180.0)
        }
        surface.windows.clear();
        surface.boundary = match draw.one_of(4) {
            0 => Boundary::Adiabatic,
            1 => Boundary::Held { cooling_c: draw.from(-60.0, 80.0), heating_c: draw.from(-60.0, 80.0) },
            _ => Boundary::Outdoors,
        };
        if surface.boundary == Boundary::Outdoors && draw.chance(0.7) {
            let (width, height) = (surface.width_m * draw.part(), surface.height_m * draw.part());
            let (width, height) = (width.max(0.01), height.max(0.01));
            let (left, sill) =
                ((surface.width_m - width) * draw.part(), (surface.height_m - height) * draw.part());
            let mut pane = window(width, height, left, sill);
            if draw.chance(0.3) {
                pane.place.overhang =
                    Some(Overhang { depth: draw.from(0.0, 20.0), gap: draw.part(), side: draw.part() });
                pane.place.left_fin = Some(SideFin { depth: draw.from(0.0, 20.0), gap: draw.part() });
            }
            surface.windows.push(pane);
        }
    }
    if draw.chance(0.5) {
        room.furniture = None
    } else if let Some(furniture) = &mut room.furniture {
        furniture.area_m2 = draw.magnitude(0.01, room.floor_area_m2 * 10.0 + 0.1);
    }
    let mut hours: Vec<f64> = Vec::new();
    hours.resize_with(24, || draw.part());
    let schedule = Schedule::new(&hours).unwrap();
    (room.people.schedule, room.lights.schedule, room.equipment.schedule) = (schedule, schedule, schedule);
    room.people.count = draw.magnitude(0.1, 100_000.0).min(room.floor_area_m2 * 5.0);
    room.lights.power_w_m2 = draw.magnitude(0.1, 1000.0);
    room.equipment.power_w_m2 = draw.magnitude(0.1, 20_000.0);
    room.infiltration.air_changes_per_h = draw.magnitude(0.01, 100.0);
    room.outdoor_air.flow_l_s = draw.magnitude(0.1, 1_000_000.0);
    // From numbers of its own, which leave the row of the others as it is.
    room.outdoor_air.treatment = treatment(&mut Draw(draw.0.rotate_left(17)));
    room.plant.cooling_set_point_c = draw.from(10.0, 40.0);
    room.plant.heating_set_point_c = draw.from(-10.0, 35.0).min(room.plant.cooling_set_point_c);
    room.plant.relative_humidity = draw.from(0.05, 1.0);
    let part = draw.part();
    room.plant.on.iter_mut().for_each(|on| *on = draw.chance(part));
    room.plant.on[12] = true;
    room
}

fn treatment(draw: &mut Draw) -> Treatment {
    if draw.chance(0.6) {
        return Treatment::Untreated;
    }
    if draw.chance(0.5) {
        let (sensible_effectiveness, latent_effectiveness) = (draw.part(), draw.part());
        return Treatment::Recovered { sensible_effectiveness, latent_effectiveness };
    }
    let cooling = SupplyState { dry_bulb_c: draw.from(5.0, 40.0), relative_humidity: draw.from(0.05, 1.0) };
    Treatment::Supplied { cooling, heating_dry_bulb_c: draw.from(0.0, 40.0) }
}
