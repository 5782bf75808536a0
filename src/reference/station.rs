//! Weather stations (气象台站): design conditions, zone and turbidity.

use crate::boundary::from_node;
use crate::finding::Confidence;
use serde::Serialize;

/// Which climate the stations' design conditions are of.
#[derive(Clone, Debug)]
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

from_node!(struct Climate { basis, period, source, source_zh });

/// How each place got its station.
#[derive(Clone, Debug)]
pub struct StationChoice {
    /// Where the choice comes from, in English.
    pub source: String,
    /// Where the choice comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

from_node!(struct StationChoice { source, source_zh, confidence });

/// A weather station and its design conditions.
#[derive(Clone, Debug)]
pub struct Station {
    /// The station's number.
    pub id: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its name in pinyin.
    pub name_en: String,
    /// Latitude, degrees, north positive.
    pub latitude_deg: f64,
    /// Longitude, degrees, east positive.
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
    pub cooling_wet_bulb_c: Option<f64>,
    /// From the lowest to the highest dry bulb of the design day (设计日较差), K.
    pub cooling_daily_range_k: f64,
    /// Outdoor design dry bulb for heating by air conditioning, °C.
    pub winter_dry_bulb_c: f64,
    /// Outdoor relative humidity in winter, 0 to 1.
    pub winter_relative_humidity: f64,
    /// Mean dry bulb of the year, °C.
    pub annual_mean_c: f64,
    /// Mean dry bulb of the coldest month (最冷月平均温度), which is the standard's for ventilation in winter, °C.
    pub coldest_month_mean_c: f64,
    /// Wind on the cooling day, m/s, where it is known.
    pub summer_wind_m_s: Option<f64>,
    /// Wind on the heating day, m/s, where it is known.
    pub winter_wind_m_s: Option<f64>,
    /// The hottest month, 1 to 12, where it is known.
    pub hottest_month: Option<u32>,
    /// Thermal zone (建筑热工气候区).
    pub zone: Zone,
    /// Whether the zone is estimated from degree days instead of read from the list of cities in the standard.
    pub zone_estimated: bool,
    /// Turbidity of the air after Linke (林克浑浊度), January to December.
    pub turbidity: [f64; 12],
    /// Newer dry bulbs than the standard's, where they are known.
    pub current: Option<Current>,
    /// What was corrected in the station's figures or is missing there, in English.
    pub note: Option<String>,
    /// The note in Chinese.
    pub note_zh: Option<String>,
}

from_node!(struct Station {
    id,
    name_zh,
    name_en,
    latitude_deg as "latitude",
    longitude_deg as "longitude",
    elevation_m,
    summer_pressure_pa,
    winter_pressure_pa,
    cooling_dry_bulb_c,
    cooling_wet_bulb_c,
    cooling_daily_range_k,
    winter_dry_bulb_c,
    winter_relative_humidity,
    annual_mean_c,
    coldest_month_mean_c,
    summer_wind_m_s,
    winter_wind_m_s,
    hottest_month,
    zone,
    zone_estimated or false,
    turbidity,
    current,
    note,
    note_zh,
});

/// Newer dry bulbs of a station (近年干球温度); everything else of it stays that of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Current {
    /// Exceeded in 1 % of the hours, °C.
    pub cooling_dry_bulb_c: f64,
    /// Exceeded in 99 % of the hours, °C.
    pub heating_dry_bulb_c: f64,
}

from_node!(struct Current { cooling_dry_bulb_c, heating_dry_bulb_c });

/// A thermal zone of GB 50176 and GB 50189 (建筑热工气候区).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

from_node!(enum Zone {
    SevereColdA as "SC-A",
    SevereColdB as "SC-B",
    SevereColdC as "SC-C",
    ColdA as "C-A",
    ColdB as "C-B",
    HotSummerColdWinterA as "HSCW-A",
    HotSummerColdWinterB as "HSCW-B",
    HotSummerWarmWinterA as "HSWW-A",
    HotSummerWarmWinterB as "HSWW-B",
    MildA as "M-A",
    MildB as "M-B",
});

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
