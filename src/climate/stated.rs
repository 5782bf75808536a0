//! Design days as a project states them, and as the physics takes them.

use super::design_day::{CoolingDay, HeatingDay};
use crate::num;
use crate::project::{StatedCoolingDay, StatedHeatingDay};

impl From<&StatedCoolingDay> for CoolingDay {
    fn from(day: &StatedCoolingDay) -> Self {
        Self {
            month: day.month,
            day: day.day,
            dry_bulb_max_c: day.dry_bulb_max_c,
            dry_bulb_range_k: day.dry_bulb_range_k,
            wet_bulb_c: day.wet_bulb_c,
            wind_speed_m_s: day.wind_speed_m_s,
            wind_direction_deg: day.wind_direction_deg,
            optical_depth_beam: day.optical_depth_beam,
            optical_depth_diffuse: day.optical_depth_diffuse,
        }
    }
}

/// At the steps of the fields of a project, so that the day can be given back and is the same.
impl From<&CoolingDay> for StatedCoolingDay {
    fn from(day: &CoolingDay) -> Self {
        Self {
            month: day.month,
            day: day.day,
            dry_bulb_max_c: num::quantise(day.dry_bulb_max_c, 2),
            dry_bulb_range_k: num::quantise(day.dry_bulb_range_k, 2),
            wet_bulb_c: num::quantise(day.wet_bulb_c, 2),
            wind_speed_m_s: num::quantise(day.wind_speed_m_s, 2),
            wind_direction_deg: num::quantise(day.wind_direction_deg, 2),
            optical_depth_beam: num::quantise(day.optical_depth_beam, 4),
            optical_depth_diffuse: num::quantise(day.optical_depth_diffuse, 4),
        }
    }
}

impl From<&StatedHeatingDay> for HeatingDay {
    fn from(day: &StatedHeatingDay) -> Self {
        Self {
            month: day.month,
            day: day.day,
            dry_bulb_c: day.dry_bulb_c,
            wind_speed_m_s: day.wind_speed_m_s,
            wind_direction_deg: day.wind_direction_deg,
        }
    }
}

impl From<&HeatingDay> for StatedHeatingDay {
    fn from(day: &HeatingDay) -> Self {
        Self {
            month: day.month,
            day: day.day,
            dry_bulb_c: num::quantise(day.dry_bulb_c, 2),
            wind_speed_m_s: num::quantise(day.wind_speed_m_s, 2),
            wind_direction_deg: num::quantise(day.wind_direction_deg, 2),
        }
    }
}
