//! The words of what a project can leave open, and how its values are written.

use super::Pair;

/// What assumed fields are about, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Topic {
    Place,
    Use,
    Gains,
    Envelope,
    Air,
    Installation,
    Prices,
}

impl Topic {
    /// The words.
    pub(crate) fn pair(self) -> Pair {
        match self {
            Self::Place => ("Place and building", "地点与建筑"),
            Self::Use => ("Room air and hours", "室内参数与使用时间"),
            Self::Gains => ("People, lights, equipment", "人员、照明、设备"),
            Self::Envelope => ("Walls, windows, neighbouring rooms", "围护结构与邻室"),
            Self::Air => ("Outdoor air, infiltration, doors", "新风、渗透与外门"),
            Self::Installation => ("Installation", "安装"),
            Self::Prices => ("Prices", "计价"),
        }
    }
}

/// A field of the project that can be assumed.
pub(crate) struct Field {
    /// What it is about.
    pub(crate) topic: Topic,
    /// Its words.
    pub(crate) words: Pair,
    /// How its value is written.
    pub(crate) form: Form,
}

/// How an assumed value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As it is.
    Plain,
    /// With a unit after a space.
    Unit(Pair),
    /// Hours ahead of UTC.
    Offset,
    /// A share as per cent.
    Percent,
    /// A word of the bill.
    Kind,
    /// One of the words of [`choice`].
    Choice,
    /// The name that the reference data has for it.
    Named,
    /// An instant.
    Instant,
}

/// The words of an assumed field by its path without positions, as `people.m2PerPerson`; `None` for one that is not known here.
pub(crate) fn field(path: &str) -> Option<Field> {
    let of = |topic, known: Option<(Pair, Form)>| known.map(|(words, form)| Field { topic, words, form });
    of(Topic::Place, place(path))
        .or_else(|| of(Topic::Use, room_use(path)))
        .or_else(|| of(Topic::Gains, gains(path)))
        .or_else(|| of(Topic::Envelope, envelope(path)))
        .or_else(|| of(Topic::Air, air(path)))
        .or_else(|| of(Topic::Installation, installation(path)))
        .or_else(|| of(Topic::Prices, prices(path)))
}

/// A unit that both languages write alike.
const fn unit(unit: &'static str) -> Form {
    Form::Unit((unit, unit))
}

const CELSIUS: Form = unit("°C");
const METRES: Form = unit("m");
const WATTS_M2: Form = unit("W/m²");

fn place(path: &str) -> Option<(Pair, Form)> {
    Some(match path {
        "site.stationId" => (("weather station", "气象站"), Form::Named),
        "site.country" => (("country whose standards hold", "执行标准的国家"), Form::Plain),
        "site.climate" => (("climate", "气候基准"), Form::Choice),
        "site.elevationM" => (("height above sea level", "海拔"), METRES),
        "site.utcOffsetH" => (("standard time", "标准时"), Form::Offset),
        "site.zone" => (("thermal zone", "建筑热工气候区"), Form::Choice),
        "building.year" => (("year of the building", "建筑年代"), Form::Plain),
        "building.storeys" => (("storeys of the building", "建筑层数"), Form::Plain),
        "building.storeyHeightM" => (("storey height", "层高"), METRES),
        _ => return None,
    })
}

fn room_use(path: &str) -> Option<(Pair, Form)> {
    Some(match path {
        "coolingSetPointC" => (("room dry bulb in summer", "夏季室内干球温度"), CELSIUS),
        "relativeHumidity" => (("relative humidity in summer", "夏季室内相对湿度"), Form::Percent),
        "heating" => (("heating", "供暖"), Form::Choice),
        "heatingSetPointC" => (("room dry bulb in winter", "冬季室内干球温度"), CELSIUS),
        "schedule" => (("hours of use", "使用作息"), Form::Named),
        "preCoolHours" => (("cooling before use", "提前开机"), unit("h")),
        _ => return None,
    })
}

fn gains(path: &str) -> Option<(Pair, Form)> {
    Some(match path {
        "people.m2PerPerson" => (("floor area of one person", "人均面积"), Form::Unit(("m²", "m²/人"))),
        "people.sensibleW" => (("sensible heat of one person", "每人显热"), unit("W")),
        "people.latentW" => (("latent heat of one person", "每人潜热"), unit("W")),
        "people.radiantFraction" => {
            (("people: radiant part of sensible heat", "人员显热辐射比例"), Form::Percent)
        }
        "lights.powerWM2" => (("lighting power", "照明功率密度"), WATTS_M2),
        "lights.radiantFraction" => (("lights: radiant part", "照明辐射比例"), Form::Percent),
        "lights.visibleFraction" => (("lights: visible part", "照明可见光比例"), Form::Percent),
        "equipment.powerWM2" => (("equipment power", "设备功率密度"), WATTS_M2),
        "equipment.radiantFraction" => (("equipment: radiant part", "设备辐射比例"), Form::Percent),
        "equipment.latentFraction" => {
            (("equipment: part given off as vapour", "设备散湿比例"), Form::Percent)
        }
        _ => return None,
    })
}

fn envelope(path: &str) -> Option<(Pair, Form)> {
    Some(match path {
        "heightM" => (("clear height", "房间净高"), METRES),
        "facades.facing" => (("façade looks to", "外墙朝向"), Form::Choice),
        "facades.widthM" => (("width of the façade", "外墙宽度"), METRES),
        "facades.construction" => (("outside wall", "外墙构造"), Form::Named),
        "facades.glazingRatio" => (("glass share of the façade", "窗墙比"), Form::Percent),
        "facades.glazing" => (("glazing", "外窗"), Form::Named),
        "facades.innerBlind" => (("inner blind", "内遮阳"), Form::Named),
        "above" => (("above the room", "上方"), Form::Choice),
        "below" => (("below the room", "下方"), Form::Choice),
        "beside" => (("beside the room", "邻室"), Form::Choice),
        "aboveConstruction" => (("roof or ceiling", "屋面或顶板构造"), Form::Named),
        "belowConstruction" => (("floor", "地面或楼板构造"), Form::Named),
        "besideConstruction" => (("inner walls", "内墙构造"), Form::Named),
        "ground.coolingC" => (("ground under the floor in summer", "夏季地面下温度"), CELSIUS),
        "ground.heatingC" => (("ground under the floor in winter", "冬季地面下温度"), CELSIUS),
        "unconditioned.coolingC" => (("unconditioned neighbour in summer", "夏季非空调邻室温度"), CELSIUS),
        "unconditioned.heatingC" => (("unconditioned neighbour in winter", "冬季非供暖邻室温度"), CELSIUS),
        "constructions.mass" => (("mass of a construction", "构造热容等级"), Form::Choice),
        "constructions.roughness" => (("roughness of the outside face", "外表面粗糙度"), Form::Choice),
        "constructions.inside.solarAbsorptance" => {
            (("sun absorbed by the inside face", "内表面太阳辐射吸收率"), Form::Percent)
        }
        "constructions.outside.solarAbsorptance" => {
            (("sun absorbed by the outside face", "外表面太阳辐射吸收率"), Form::Percent)
        }
        "constructions.inside.emissivity" => {
            (("emissivity of the inside face", "内表面发射率"), Form::Percent)
        }
        "constructions.outside.emissivity" => {
            (("emissivity of the outside face", "外表面发射率"), Form::Percent)
        }
        _ => return None,
    })
}

fn air(path: &str) -> Option<(Pair, Form)> {
    const AN_HOUR: Pair = ("an hour", "人次/h");
    Some(match path {
        "outdoorAir.treatedBy" => (("outdoor air treated by", "新风处理"), Form::Choice),
        "outdoorAir.rule" => (("rule for outdoor air", "新风量标准"), Form::Choice),
        "outdoorAir.flowM3H" => (("flow of outdoor air", "新风量"), unit("m³/h")),
        "outdoorAir.sensibleEffectiveness" => (("recovery of sensible heat", "显热回收效率"), Form::Percent),
        "outdoorAir.latentEffectiveness" => (("recovery of moisture", "潜热回收效率"), Form::Percent),
        "infiltration.airChangesPerH" => {
            (("infiltration, room volumes", "渗透换气次数"), Form::Unit(("an hour", "次/h")))
        }
        "door.kind" => (("door to the street", "外门"), Form::Named),
        "door.passagesPerH" => (("passages of the door", "外门进出"), Form::Unit(AN_HOUR)),
        _ => return None,
    })
}

fn installation(path: &str) -> Option<(Pair, Form)> {
    Some(match path {
        "delivery.region" => (("division that is delivered to", "交货地行政区划代码"), Form::Plain),
        "coolingKw" => (("capacity on the nameplate", "铭牌冷量"), unit("kW")),
        "tolerance" => (("capacity from the nameplate, at most", "冷量与铭牌的允许偏差"), Form::Percent),
        "installation.pipeRunM" => (("refrigerant pipe run", "冷媒管单程长度"), METRES),
        "installation.heightDifferenceM" => (("height between units", "内外机高差"), METRES),
        "installation.drainRunM" => (("condensate pipe run", "冷凝水管长度"), METRES),
        "installation.powerCableRunM" => (("power cable run", "电源线长度"), METRES),
        "installation.installHeightM" => (("mounting height", "安装高度"), METRES),
        "installation.storey" => (("storey of the outdoor unit", "室外机楼层"), Form::Plain),
        "installation.outdoorPlace" => (("support of the outdoor unit", "室外机支架"), Form::Kind),
        "installation.wall" => (("wall that the pipes pass", "穿管墙体"), Form::Kind),
        "installation.branchRunM" => (("pipe of the room's own", "支管长度"), METRES),
        "installation.ductRunM" => (("air duct run", "风管长度"), METRES),
        "installation.ductLossPa" => (("pressure loss of air ducts", "风管阻力"), unit("Pa")),
        "spareUnits" => (("spare units", "备用台数"), Form::Plain),
        "preferences.running.years" => (("years of running", "计算运行年限"), Form::Unit(("years", "年"))),
        "preferences.running.tariffPerKwh" => (("price of electricity, a kWh", "每 kWh 电价"), Form::Plain),
        "preferences.running.coolingFullLoadHours" => {
            (("full-load hours of cooling", "制冷当量满负荷小时数"), unit("h"))
        }
        "preferences.maxUnitsPerRoom" => (("most sets in a room", "单个房间最多套数"), Form::Plain),
        _ => return None,
    })
}

fn prices(path: &str) -> Option<(Pair, Form)> {
    (path == "at").then_some((("pricing instant", "计价时点"), Form::Instant))
}

/// The words of a value that is one of a few; `None` for one that is not known here.
pub(crate) fn choice(path: &str, value: &str) -> Option<Pair> {
    Some(match (path, value) {
        ("heating", "true") => ("wanted", "需要"),
        ("heating", _) => ("not wanted", "不需要"),
        ("above", "roof") => ("roof", "屋面"),
        ("below", "ground") => ("ground", "地面"),
        ("below", "outdoors") => ("outdoor air", "室外空气"),
        ("outdoorAir.treatedBy", "none") => ("nobody, none is brought in", "无（不送新风）"),
        ("facades.innerBlind" | "door.kind", "none") => ("none", "无"),
        ("schedule", "hotelRoom") => ("hotel room", "酒店客房"),
        ("schedule", "terminal") => ("railway terminal", "客运站"),
        ("schedule", "always") => ("day and night", "全天"),
        (_, value) => any_choice(value)?,
    })
}

fn any_choice(value: &str) -> Option<Pair> {
    Some(match value {
        "code" => ("of the standard", "规范气候"),
        "current" => ("of newer years", "近年气候"),
        "stated" => ("stated", "项目给定"),
        "conditioned" => ("conditioned alike", "同类空调房间"),
        "unconditioned" => ("not conditioned", "非空调空间"),
        "indoorUnit" => ("the indoor unit", "室内机"),
        "erv" => ("an energy-recovery ventilator", "全热交换器"),
        "freshAirUnit" => ("a fresh-air unit", "新风机组"),
        "gb50736" => ("GB 50736-2012, 3.0.6", "GB 50736-2012 3.0.6"),
        "ashrae62.1" => ("ASHRAE 62.1", "ASHRAE 62.1"),
        "light" => ("light", "轻"),
        "medium" => ("medium", "中"),
        "heavy" => ("heavy", "重"),
        "N" => ("north", "北"),
        "NE" => ("north-east", "东北"),
        "E" => ("east", "东"),
        "SE" => ("south-east", "东南"),
        "S" => ("south", "南"),
        "SW" => ("south-west", "西南"),
        "W" => ("west", "西"),
        "NW" => ("north-west", "西北"),
        "SC-A" => ("severe cold A", "严寒 A 区"),
        "SC-B" => ("severe cold B", "严寒 B 区"),
        "SC-C" => ("severe cold C", "严寒 C 区"),
        "C-A" => ("cold A", "寒冷 A 区"),
        "C-B" => ("cold B", "寒冷 B 区"),
        "HSCW-A" => ("hot summer, cold winter A", "夏热冬冷 A 区"),
        "HSCW-B" => ("hot summer, cold winter B", "夏热冬冷 B 区"),
        "HSWW-A" => ("hot summer, warm winter A", "夏热冬暖 A 区"),
        "HSWW-B" => ("hot summer, warm winter B", "夏热冬暖 B 区"),
        "M-A" => ("mild A", "温和 A 区"),
        "M-B" => ("mild B", "温和 B 区"),
        "veryRough" => ("very rough", "很粗糙"),
        "rough" => ("rough", "粗糙"),
        "mediumRough" => ("medium rough", "较粗糙"),
        "mediumSmooth" => ("medium smooth", "较光滑"),
        "smooth" => ("smooth", "光滑"),
        "verySmooth" => ("very smooth", "很光滑"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonnage::project::{Above, Below, Beside, ClimateBasis, Facing, OutdoorAirRule, TreatedBy};
    use tonnage::reference::Zone;
    use tonnage::reference::envelope::{FaceRoughness, MassClass};

    #[test]
    fn every_choice_that_can_be_filled_has_its_words() {
        let mut choices: Vec<(&str, &str)> = vec![
            ("site.climate", ClimateBasis::Code.as_str()),
            ("site.climate", ClimateBasis::Current.as_str()),
            ("heating", "true"),
            ("heating", "false"),
        ];
        choices.extend(Zone::ALL.map(|zone| ("site.zone", zone.as_str())));
        choices.extend(Facing::ALL.map(|facing| ("facades.facing", facing.as_str())));
        choices.extend(
            [Above::Roof, Above::Conditioned, Above::Unconditioned].map(|above| ("above", above.as_str())),
        );
        choices.extend(
            [Below::Ground, Below::Conditioned, Below::Unconditioned, Below::Outdoors]
                .map(|below| ("below", below.as_str())),
        );
        choices
            .extend([Beside::Conditioned, Beside::Unconditioned].map(|beside| ("beside", beside.as_str())));
        choices.extend(
            [TreatedBy::None, TreatedBy::IndoorUnit, TreatedBy::Erv, TreatedBy::FreshAirUnit]
                .map(|by| ("outdoorAir.treatedBy", by.as_str())),
        );
        choices.extend(
            [OutdoorAirRule::Gb50736, OutdoorAirRule::Ashrae621]
                .map(|rule| ("outdoorAir.rule", rule.as_str())),
        );
        choices.extend(
            [MassClass::Light, MassClass::Medium, MassClass::Heavy]
                .map(|mass| ("constructions.mass", mass.as_str())),
        );
        choices.extend(
            [
                FaceRoughness::VeryRough,
                FaceRoughness::Rough,
                FaceRoughness::MediumRough,
                FaceRoughness::MediumSmooth,
                FaceRoughness::Smooth,
                FaceRoughness::VerySmooth,
            ]
            .map(|face| ("constructions.roughness", face.as_str())),
        );
        for (path, value) in choices {
            assert!(field(path).is_some_and(|field| field.form == Form::Choice), "{path}");
            assert!(choice(path, value).is_some(), "{path} {value}");
        }
    }
}
