//! Weather stations (气象台站): design conditions, zone and turbidity.

use crate::finding::Confidence;
use serde::{Deserialize, Serialize};

/// Which climate the stations' design conditions are of.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Climate {
    /// `code` for that of a standard.
    pub basis: String,
    /// The years of the statistics.
    pub period: String,
    /// The document, in English.
    pub source: String,
    /// The document, in Chinese.
    pub source_zh: String,
}

/// How each place got its station.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StationChoice {
    /// Where the choice comes from, in English.
    pub source: String,
    /// Where the choice comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// A weather station and its design conditions.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Station {
    /// The station's number.
    pub id: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its name in pinyin.
    pub name_en: String,
    /// Latitude, degrees, north positive.
    #[serde(rename = "latitude")]
    pub latitude_deg: f64,
    /// Longitude, degrees, east positive.
    #[serde(rename = "longitude")]
    pub longitude_deg: f64,
    /// m above sea level.
    pub elevation_m: f64,
    /// Atmospheric pressure in summer, Pa.
    pub summer_pressure_pa: f64,
    /// Atmospheric pressure in winter, Pa.
    pub winter_pressure_pa: f64,
    /// Outdoor design dry bulb for cooling (夏季空调室外计算干球温度), °C.
    pub cooling_dry_bulb_c: f64,
    /// Outdoor design wet bulb for cooling, °C; the standard has none for some stations.
    #[serde(default)]
    pub cooling_wet_bulb_c: Option<f64>,
    /// From the lowest to the highest dry bulb of the design day (设计日较差), K.
    pub cooling_daily_range_k: f64,
    /// Outdoor design dry bulb for heating by air conditioning, °C.
    pub winter_dry_bulb_c: f64,
    /// Outdoor relative humidity in winter, 0 to 1.
    pub winter_relative_humidity: f64,
    /// Wind on the cooling day, m/s, where it is known.
    #[serde(default, rename = "summerWindMS")]
    pub summer_wind_m_s: Option<f64>,
    /// Wind on the heating day, m/s, where it is known.
    #[serde(default, rename = "winterWindMS")]
    pub winter_wind_m_s: Option<f64>,
    /// The hottest month, 1 to 12, where it is known.
    #[serde(default)]
    pub hottest_month: Option<u32>,
    /// Thermal zone (建筑热工气候区).
    pub zone: Zone,
    /// Whether the zone is estimated from degree days instead of read from the list of cities in the standard.
    #[serde(default)]
    pub zone_estimated: bool,
    /// Turbidity of the air after Linke (林克浑浊度), January to December.
    pub turbidity: [f64; 12],
    /// Newer dry bulbs than the standard's, where they are known.
    #[serde(default)]
    pub current: Option<Current>,
    /// What was corrected in the station's figures or is missing there, in English.
    #[serde(default)]
    pub note: Option<String>,
    /// The note in Chinese.
    #[serde(default)]
    pub note_zh: Option<String>,
}

/// Newer dry bulbs of a station (近年干球温度); everything else of it stays that of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Current {
    /// Exceeded in 1 % of the hours, °C.
    pub cooling_dry_bulb_c: f64,
    /// Exceeded in 99 % of the hours, °C.
    pub heating_dry_bulb_c: f64,
}

/// A thermal zone of GB 50176 and GB 50189 (建筑热工气候区).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Zone {
    /// Severe cold (严寒), A.
    #[serde(rename = "SC-A")]
    SevereColdA,
    /// Severe cold (严寒), B.
    #[serde(rename = "SC-B")]
    SevereColdB,
    /// Severe cold (严寒), C.
    #[serde(rename = "SC-C")]
    SevereColdC,
    /// Cold (寒冷), A.
    #[serde(rename = "C-A")]
    ColdA,
    /// Cold (寒冷), B.
    #[serde(rename = "C-B")]
    ColdB,
    /// Hot in summer and cold in winter (夏热冬冷), A.
    #[serde(rename = "HSCW-A")]
    HotSummerColdWinterA,
    /// Hot in summer and cold in winter (夏热冬冷), B.
    #[serde(rename = "HSCW-B")]
    HotSummerColdWinterB,
    /// Hot in summer and warm in winter (夏热冬暖), A.
    #[serde(rename = "HSWW-A")]
    HotSummerWarmWinterA,
    /// Hot in summer and warm in winter (夏热冬暖), B.
    #[serde(rename = "HSWW-B")]
    HotSummerWarmWinterB,
    /// Mild (温和), A.
    #[serde(rename = "M-A")]
    MildA,
    /// Mild (温和), B.
    #[serde(rename = "M-B")]
    MildB,
}

impl Zone {
    /// Every zone, coldest winters first.
    pub const ALL: [Self; 11] = [
        Self::SevereColdA,
        Self::SevereColdB,
        Self::SevereColdC,
        Self::ColdA,
        Self::ColdB,
        Self::HotSummerColdWinterA,
        Self::HotSummerColdWinterB,
        Self::HotSummerWarmWinterA,
        Self::HotSummerWarmWinterB,
        Self::MildA,
        Self::MildB,
    ];

    /// The name in the data, such as `HSCW-A`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SevereColdA => "SC-A",
            Self::SevereColdB => "SC-B",
            Self::SevereColdC => "SC-C",
            Self::ColdA => "C-A",
            Self::ColdB => "C-B",
            Self::HotSummerColdWinterA => "HSCW-A",
            Self::HotSummerColdWinterB => "HSCW-B",
            Self::HotSummerWarmWinterA => "HSWW-A",
            Self::HotSummerWarmWinterB => "HSWW-B",
            Self::MildA => "M-A",
            Self::MildB => "M-B",
        }
    }
}
