//! The words of the bill of quantities: items, kinds, units, taxes.
//!
//! Items and categories are a book's own texts, so a book of somebody else can have one that is not here; it is then shown as
//! the book has it.

use super::Pair;
use crate::arguments::Language;
use tonnage::installation::Unit;
use tonnage::project::{Mounting, OutdoorPlace, Wall};

/// A machine of which nothing more is known.
pub(crate) const EQUIPMENT: Pair = ("equipment", "设备");

/// What a product does in its system, in the order in which a quote has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    MatchedSplit,
    Rooftop,
    OutdoorUnit,
    Chiller,
    ModuleJoint,
    IndoorUnit,
    FanCoil,
    FreshAirUnit,
    RecoveryVentilator,
    RecoveryBox,
    Joint,
    RoomController,
    CentralController,
}

impl Role {
    pub(crate) fn pair(self) -> Pair {
        match self {
            Self::MatchedSplit => ("split", "一拖一"),
            Self::Rooftop => ("rooftop unit", "屋顶机"),
            Self::OutdoorUnit => ("outdoor unit", "室外机"),
            Self::Chiller => ("chiller", "冷水机组"),
            Self::ModuleJoint => ("joint of outdoor units", "室外机并联管"),
            Self::IndoorUnit => ("indoor unit", "室内机"),
            Self::FanCoil => ("fan coil", "风机盘管"),
            Self::FreshAirUnit => ("fresh-air unit", "新风机"),
            Self::RecoveryVentilator => ("recovery ventilator", "全热新风机"),
            Self::RecoveryBox => ("recovery box", "热回收分流箱"),
            Self::Joint => ("pipe joint", "分歧管"),
            Self::RoomController => ("room controller", "房间控制器"),
            Self::CentralController => ("central controller", "集中控制器"),
        }
    }
}

pub(crate) fn unit(unit: Unit) -> Pair {
    match unit {
        Unit::Set => ("set", "套"),
        Unit::Piece => ("piece", "个"),
        Unit::SquareMetre => ("m²", "平方米"),
        Unit::Pair => ("pair", "副"),
        Unit::Metre => ("m", "米"),
        Unit::Kilogram => ("kg", "千克"),
    }
}

pub(crate) fn mounting(mounting: Mounting) -> Pair {
    match mounting {
        Mounting::Duct => ("duct unit", "风管式"),
        Mounting::CompactCassette => ("compact cassette", "小型嵌入式"),
        Mounting::Cassette => ("cassette", "嵌入式"),
        Mounting::CeilingFloor => ("ceiling or floor unit", "座吊式"),
        Mounting::Console => ("console", "座地式"),
        Mounting::FloorStanding => ("floor-standing cabinet", "立柜式"),
    }
}

/// How a machine is mounted, to follow its name.
pub(crate) fn mounted(by: Mounting) -> Pair {
    let english = match by {
        Mounting::Duct => "ducted",
        Mounting::CompactCassette => "compact cassette",
        Mounting::Cassette => "cassette",
        Mounting::CeilingFloor => "ceiling or floor",
        Mounting::Console => "console",
        Mounting::FloorStanding => "floor-standing",
    };
    (english, mounting(by).1)
}

fn outdoor_place(place: OutdoorPlace) -> Pair {
    match place {
        OutdoorPlace::WallBracket => ("wall bracket", "墙面支架"),
        OutdoorPlace::FloorFrame => ("floor frame", "落地支架"),
        OutdoorPlace::RoofFrame => ("roof frame", "屋面支架"),
    }
}

fn wall(wall: Wall) -> Pair {
    match wall {
        Wall::Brick => ("brick", "砖墙"),
        Wall::Concrete => ("concrete", "混凝土墙"),
        Wall::Light => ("light wall", "轻质墙"),
    }
}

/// The word of a kind that a book or an assumption has as text; `None` for a size, which is its own word.
pub(crate) fn kind(text: &str) -> Option<Pair> {
    let mountings = [
        Mounting::Duct,
        Mounting::CompactCassette,
        Mounting::Cassette,
        Mounting::CeilingFloor,
        Mounting::Console,
        Mounting::FloorStanding,
    ];
    let places = [OutdoorPlace::WallBracket, OutdoorPlace::FloorFrame, OutdoorPlace::RoofFrame];
    let walls = [Wall::Brick, Wall::Concrete, Wall::Light];
    let of_mounting = mountings.into_iter().find(|known| known.as_str() == text).map(mounting);
    let of_place = || places.into_iter().find(|known| known.as_str() == text).map(outdoor_place);
    let of_wall = || walls.into_iter().find(|known| known.as_str() == text).map(wall);
    let of_controller = || match text {
        "room" => Some(("for a room", "房间控制器")),
        "central" => Some(("for systems", "集中控制器")),
        _ => None,
    };
    of_mounting.or_else(of_place).or_else(of_wall).or_else(of_controller)
}

/// The word of an item of the bill; `None` for one that only some other rate book has.
pub(crate) fn item(item: &str) -> Option<Pair> {
    Some(match item {
        "equipment" => EQUIPMENT,
        "refrigerantPipe" => ("refrigerant pipe, liquid/gas", "冷媒管（液管/气管）"),
        "pipeInsulation" => ("pipe insulation", "管道保温"),
        "drainPipe" => ("condensate pipe", "冷凝水管"),
        "controlCable" => ("control cable", "控制线"),
        "powerCable" => ("power cable", "电源线"),
        "circuitBreaker" => ("circuit breaker", "断路器"),
        "wallHole" => ("hole in the wall", "穿墙孔"),
        "bracket" => ("outdoor support", "室外机支架"),
        "lifting" => ("lifting", "吊装搬运"),
        "workAtHeight" => ("work at height", "高空作业"),
        "installIndoorUnit" => ("fitting the indoor unit", "室内机安装"),
        "installOutdoorUnit" => ("fitting the outdoor unit", "室外机安装"),
        "leakTestAndVacuum" => ("leak test and vacuum", "气密性试验、抽真空"),
        "refrigerant" => ("refrigerant charge", "补充制冷剂"),
        "commissioning" => ("commissioning", "调试"),
        "installBranchKit" => ("fitting a joint", "分歧管安装"),
        "installRecoveryBox" => ("fitting a recovery box", "热回收分流箱安装"),
        "installController" => ("fitting a controller", "控制器安装"),
        "systemLeakTestAndVacuum" => ("leak test and vacuum of a system", "系统气密性试验、抽真空"),
        "systemCommissioning" => ("commissioning of a system", "系统调试"),
        "installRooftop" => ("setting a rooftop unit", "屋顶机就位安装"),
        "roofCurb" => ("roof curb", "屋顶机基座"),
        "supplyDuct" => ("supply duct", "送风管"),
        "supplyDuctInsulation" => ("insulation of supply duct", "风管保温"),
        "diffuser" => ("diffuser", "送风口"),
        "waterPipe" => ("water pipe", "空调水管"),
        "waterPipeInsulation" => ("insulation of water pipe", "水管保温"),
        "waterPipeFittings" => ("valves and strainer", "阀门与过滤器"),
        "waterPump" => ("pumps, one of them spare", "水泵（一用一备）"),
        "flushAndFill" => ("flushing and filling", "冲洗注水"),
        "installFanCoil" => ("fitting a fan coil", "风机盘管安装"),
        "installVentilator" => ("fitting a ventilator", "新风机安装"),
        "airDuct" => ("air duct", "风管"),
        "grille" => ("grille", "风口"),
        _ => return None,
    })
}

/// A size as the trade writes it, with the unit that the books leave out; `None` for an item or a form not known here.
pub(crate) fn size(item: &str, variant: &str, language: Language) -> Option<String> {
    let figures = variant.split('x').map(figure).collect::<Option<Vec<_>>>();
    let diameter = language.pick(("", "φ"));
    Some(match (item, figures.as_deref()) {
        ("refrigerantPipe", Some([liquid, gas])) => format!("{diameter}{liquid}/{diameter}{gas} mm"),
        ("pipeInsulation", Some([pipe, thick])) => format!("{diameter}{pipe}x{thick} mm"),
        ("drainPipe", Some([pipe])) => format!("{diameter}{pipe} mm"),
        ("controlCable" | "powerCable", Some([cores, area])) => format!("{cores}x{area} mm²"),
        ("powerCable", Some([lines, cores, area])) => format!("{lines}x({cores}x{area} mm²)"),
        ("waterPipe" | "waterPipeInsulation", None) => {
            format!("DN{}", variant.strip_prefix("DN").and_then(figure)?)
        }
        ("airDuct", None) => format!("φ{} mm", variant.strip_prefix("round").and_then(figure)?),
        ("circuitBreaker", None) => {
            let (poles, amperes) = variant.split_once('P')?;
            format!("{}P {}A", figure(poles)?, figure(amperes)?)
        }
        _ => return None,
    })
}

/// A figure without the zeros that say nothing: `12.70` is `12.7`.
fn figure(text: &str) -> Option<&str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, decimals)) => {
            (digits(whole) && digits(decimals)).then(|| text.trim_end_matches('0').trim_end_matches('.'))
        }
        None => digits(text).then_some(text),
    }
}

/// What the rate of an item depends on by amount, with `{value}` for the amount.
pub(crate) fn measure(item: &str) -> Pair {
    match item {
        "lifting" => ("storey {value}", "{value} 层"),
        "workAtHeight" => ("{value} m above the floor", "离地 {value} 米"),
        "installOutdoorUnit" | "installRooftop" => ("{value} kg", "{value} 千克"),
        "systemLeakTestAndVacuum" | "systemCommissioning" => ("capacity index {value}", "容量指数 {value}"),
        "waterPump" | "installVentilator" => ("{value} m³/h", "{value} m³/h"),
        "flushAndFill" => ("{value} kW", "{value} kW"),
        _ => ("{value}", "{value}"),
    }
}

/// The word of a tax category; `None` for one that only some other price book has.
pub(crate) fn tax_category(category: &str) -> Option<Pair> {
    Some(match category {
        "goods" => ("goods", "货物"),
        "installation" => ("installation", "安装服务"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use tonnage::demo;

    /// Every value of a field in the entries of a book.
    fn values(book: &[u8], field: &str) -> BTreeSet<(String, String)> {
        let book: serde_json::Value = serde_json::from_slice(book).unwrap();
        let text = |entry: &serde_json::Value, field: &str| entry[field].as_str().map(str::to_owned);
        let entries = book["entries"].as_array().unwrap().iter();
        entries
            .filter_map(|entry| Some((text(entry, "item").unwrap_or_default(), text(entry, field)?)))
            .collect()
    }

    #[test]
    fn every_item_of_the_demo_rate_book_has_its_words() {
        for (_, name) in values(demo::RATE_BOOK, "item") {
            let (english, chinese) = item(&name).unwrap_or_default();
            assert!(!english.is_empty() && !chinese.is_empty(), "{name}");
        }
    }

    #[test]
    fn every_kind_that_is_no_size_has_its_words() {
        for (name, variant) in values(demo::RATE_BOOK, "variant") {
            let is_size = name == "refrigerant" || size(&name, &variant, Language::En).is_some();
            assert_eq!(kind(&variant).is_none(), is_size, "{name} {variant}");
        }
    }

    #[test]
    fn a_size_is_written_as_the_trade_writes_it() {
        for (item, variant, english, chinese) in [
            ("refrigerantPipe", "6.35x12.70", "6.35/12.7 mm", "φ6.35/φ12.7 mm"),
            ("pipeInsulation", "12.70x19", "12.7x19 mm", "φ12.7x19 mm"),
            ("drainPipe", "20", "20 mm", "φ20 mm"),
            ("powerCable", "3x2.5", "3x2.5 mm²", "3x2.5 mm²"),
            ("circuitBreaker", "1P25", "1P 25A", "1P 25A"),
        ] {
            assert_eq!(size(item, variant, Language::En).as_deref(), Some(english));
            assert_eq!(size(item, variant, Language::ZhCn).as_deref(), Some(chinese));
        }
        for (item, variant) in
            [("refrigerantPipe", "1/4x1/2"), ("circuitBreaker", "C25"), ("drainPipe", "2.")]
        {
            assert_eq!(size(item, variant, Language::En), None);
        }
    }

    #[test]
    fn every_tax_category_of_the_demo_books_has_its_words() {
        for book in [demo::PRICE_BOOK, demo::RATE_BOOK] {
            for (_, category) in values(book, "taxCategory") {
                assert!(tax_category(&category).is_some(), "{category}");
            }
        }
    }
}
