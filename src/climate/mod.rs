//! Outdoor design conditions (室外设计参数): place and station, design days, sun and sky, weather files.

mod conditions;
pub mod design_day;
pub mod monthly;
pub mod moved_air;
mod place;
pub mod sky;
mod stated;
pub mod sun;
pub mod weather_file;

pub(crate) use conditions::CHINA_OFFSET_H;
pub use conditions::{DesignConditions, design_conditions};
pub use place::{FARTHEST_STATION_KM, Located, find_place, locate};
