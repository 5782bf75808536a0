//! Every word and sentence of the table, in English and Chinese side by side.
//!
//! A word of an enum is a match arm, so that a new variant does not compile, or fails a test, until it has its word.

mod bill;
mod sentences;

pub(crate) use bill::{item, kind, measure, mounting, size, tax_category, unit};
pub(crate) use sentences::{Sentence, fill, finding, rule, rule_named};

use crate::arguments::Language;
use tonnage::finding::{Confidence, Severity};

/// A text in English and in Chinese.
pub(crate) type Pair = (&'static str, &'static str);

impl Language {
    /// The one of two texts that is in this language.
    pub(crate) fn pick<T>(self, (english, chinese): (T, T)) -> T {
        match self {
            Self::En => english,
            Self::ZhCn => chinese,
        }
    }

    /// A word in this language.
    pub(crate) fn word(self, label: Label) -> &'static str {
        self.pick(label.pair())
    }
}

/// The table's own words.
#[derive(Clone, Copy)]
pub(crate) enum Label {
    Title,
    Place,
    Outdoors,
    PricedAt,
    Demo,
    DemoSentence,
    Result,
    NoTotal,
    Loads,
    LoadsSentence,
    Systems,
    SystemsSentence,
    Quote,
    QuoteSentence,
    Assumptions,
    AssumptionsSentence,
    Findings,
    Basis,
    Room,
    Area,
    Air,
    Index,
    TotalLoad,
    SensibleLoad,
    LatentLoad,
    Sum,
    System,
    TotalCapacity,
    SensibleCapacity,
    Margin,
    Cost,
    RoomLoad,
    SumIncomplete,
    Item,
    Kind,
    Quantity,
    Unit,
    UnitPrice,
    Amount,
    Equipment,
    EquipmentSum,
    Installation,
    InstallationSum,
    NoPrice,
    Included,
    Tax,
    TaxCategory,
    TaxRate,
    Net,
    Gross,
    Assumed,
    Value,
    Rooms,
    AllRooms,
    Confidence,
    Source,
    AsAbove,
    Severity,
    Finding,
    Reference,
    Catalogue,
    PriceBook,
    RateBook,
    Engine,
    Digest,
    NoDigest,
}

impl Label {
    /// The words.
    pub(crate) fn pair(self) -> Pair {
        match self {
            Self::Title => ("Air-conditioning proposal", "空调方案"),
            Self::Place => ("Place", "地点"),
            Self::Outdoors => ("Outdoors in summer", "夏季空调室外计算参数"),
            Self::PricedAt => ("Priced at", "计价时点"),
            Self::Demo => ("Demo", "演示"),
            Self::DemoSentence => (
                "Prices or rates are made up for demonstration. This is no offer.",
                "价格或费率为演示数据，本方案不构成报价。",
            ),
            Self::Result => ("Result", "结果"),
            Self::NoTotal => ("no total: something is missing", "无合计：内容不全"),
            Self::Loads => ("Loads", "负荷"),
            Self::LoadsSentence => (
                "Estimated by index: watts per square metre times area, outdoor air included. An index knows no climate, walls or hours: these are not computed loads.",
                "按单位面积冷指标乘以面积估算，已含新风。冷指标不反映当地气候、围护结构和逐时变化，估算值不能代替负荷计算。",
            ),
            Self::Systems => ("Systems", "选型"),
            Self::SystemsSentence => (
                "For each room the cheapest system that fits. Capacities are those at the room's air and the outdoor dry bulb above. Cost is equipment and installation, tax included.",
                "每个房间取满足要求且费用最低的系统；制冷量、显冷量按上述室内空气与室外干球温度取值；费用含设备与安装，含税。",
            ),
            Self::Quote => ("Quote", "报价"),
            Self::QuoteSentence => (
                "Amounts contain tax. Installation is summed over all rooms by item, kind and unit price.",
                "金额含税；安装按名称、规格和单价汇总全部房间。",
            ),
            Self::Assumptions => ("Assumptions", "假定"),
            Self::AssumptionsSentence => (
                "Not stated in the project, so filled in. State a value to replace it.",
                "项目未填写、由程序补全的数值；在项目中填写即可替换。",
            ),
            Self::Findings => ("Findings", "提示"),
            Self::Basis => ("Basis", "依据"),
            Self::Room => ("Room", "房间"),
            Self::Area => ("Area\nm²", "面积\nm²"),
            Self::Air => ("Room air", "室内空气"),
            Self::Index => ("Index\nW/m²", "冷指标\nW/m²"),
            Self::TotalLoad => ("Cooling\nload\nkW", "总冷负荷\nkW"),
            Self::SensibleLoad => ("Sensible\nload\nkW", "显热负荷\nkW"),
            Self::LatentLoad => ("Latent\nload\nkW", "潜热负荷\nkW"),
            Self::Sum => ("Sum", "合计"),
            Self::System => ("System", "系统"),
            Self::Margin => ("Margin", "余量"),
            Self::Cost => ("Cost", "费用"),
            Self::TotalCapacity => ("Cooling\ncapacity\nkW", "制冷量\nkW"),
            Self::SensibleCapacity => ("Sensible\ncapacity\nkW", "显冷量\nkW"),
            Self::RoomLoad => ("cooling load, total and sensible", "房间总冷负荷、显热负荷"),
            Self::SumIncomplete => ("Sum of the rooms with a system", "已选型房间合计"),
            Self::Item => ("Item", "名称"),
            Self::Kind => ("Kind", "型号规格"),
            Self::Quantity => ("Quantity", "数量"),
            Self::Unit => ("Unit", "单位"),
            Self::UnitPrice => ("Unit price", "单价"),
            Self::Amount => ("Amount", "金额"),
            Self::Equipment => ("Equipment", "设备"),
            Self::EquipmentSum => ("Equipment, sum", "设备小计"),
            Self::Installation => ("Installation, all rooms", "安装（全部房间）"),
            Self::InstallationSum => ("Installation, sum", "安装小计"),
            Self::NoPrice => ("no price", "缺价"),
            Self::Included => ("included", "不另计"),
            Self::Tax => ("Tax", "税额"),
            Self::TaxCategory => ("Tax contained", "其中税额"),
            Self::TaxRate => ("Rate", "税率"),
            Self::Net => ("Net", "不含税"),
            Self::Gross => ("Total, tax included", "总价（含税）"),
            Self::Assumed => ("Assumed", "假定项"),
            Self::Value => ("Value", "取值"),
            Self::Rooms => ("Rooms", "房间"),
            Self::AllRooms => ("all", "全部"),
            Self::Confidence => ("Confidence", "可信度"),
            Self::Source => ("Source", "来源"),
            Self::AsAbove => ("as above", "同上"),
            Self::Severity => ("Severity", "级别"),
            Self::Finding => ("Finding", "内容"),
            Self::Reference => ("Reference data", "参考数据"),
            Self::Catalogue => ("Catalogue", "产品目录"),
            Self::PriceBook => ("Price book", "价格表"),
            Self::RateBook => ("Rate book", "安装费率表"),
            Self::Engine => ("Engine", "程序"),
            Self::Digest => ("Digest", "数字摘要"),
            Self::NoDigest => ("none", "无"),
        }
    }
}

pub(crate) fn severity(severity: Severity) -> Pair {
    match severity {
        Severity::Error => ("Error", "错误"),
        Severity::Warning => ("Warning", "注意"),
        Severity::Note => ("Note", "说明"),
    }
}

pub(crate) fn confidence(confidence: Confidence) -> Pair {
    match confidence {
        Confidence::High => ("high", "高"),
        Confidence::Medium => ("medium", "中"),
        Confidence::Low => ("low", "低"),
    }
}

/// A field of the project that can be assumed.
pub(crate) struct Field {
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
    /// With ` °C`.
    Celsius,
    /// With ` m`.
    Metres,
    /// A share as per cent.
    Percent,
    /// A word of the bill.
    Kind,
    /// An instant.
    Instant,
}

/// The words of an assumed field by the last part of its path; `None` for one that is not known here.
pub(crate) fn field(name: &str) -> Option<Field> {
    let (words, form) = match name {
        "stationId" => (("weather station", "气象站"), Form::Plain),
        "coolingSetPointC" => (("room dry bulb", "室内干球温度"), Form::Celsius),
        "relativeHumidity" => (("relative humidity", "相对湿度"), Form::Percent),
        "indexPosition" => (
            ("place in the index band\n(0 low end, 1 high end)", "冷指标取值位置\n（0 下限，1 上限）"),
            Form::Plain,
        ),
        "sensibleShare" => (("sensible share", "显热比"), Form::Percent),
        "pipeRunM" => (("refrigerant pipe run", "冷媒管单程长度"), Form::Metres),
        "heightDifferenceM" => (("height between units", "内外机高差"), Form::Metres),
        "drainRunM" => (("condensate pipe run", "冷凝水管长度"), Form::Metres),
        "powerCableRunM" => (("power cable run", "电源线长度"), Form::Metres),
        "installHeightM" => (("mounting height", "安装高度"), Form::Metres),
        "storey" => (("storey of outdoor unit", "室外机楼层"), Form::Plain),
        "outdoorPlace" => (("outdoor support", "室外机支架"), Form::Kind),
        "wall" => (("wall", "墙体"), Form::Kind),
        "maxUnitsPerRoom" => (("most sets in a room", "单个房间最多套数"), Form::Plain),
        "at" => (("pricing instant", "计价时点"), Form::Instant),
        _ => return None,
    };
    Some(Field { words, form })
}

/// A Chinese text without the half-width brackets that a file may have in it.
pub(crate) fn full_width(text: &str) -> String {
    text.replace('(', "（").replace(')', "）")
}

/// The half in this language of a text such as `会议室 / meeting room`; the whole of any other text.
pub(crate) fn half(text: &str, language: Language) -> String {
    let half = match text.split_once(" / ") {
        Some((chinese, english)) if !chinese.is_ascii() && english.is_ascii() => {
            language.pick((english, chinese))
        }
        _ => text,
    };
    language.pick((half.to_owned(), full_width(half)))
}

/// The currency of a table head: in Chinese the yuan has its sign, any other its code.
pub(crate) fn currency(code: &str, language: Language) -> &str {
    match (language, code) {
        (Language::ZhCn, "CNY") => "元",
        _ => code,
    }
}
