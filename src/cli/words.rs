//! Every word and sentence of the table, in English and Chinese side by side.
//!
//! A word of an enum is a match arm, so that a new variant does not compile, or fails a test, until it has its word.

mod bill;
mod fields;
mod rules;
mod sentences;

pub(crate) use bill::{EQUIPMENT, Role, item, kind, measure, mounted, mounting, size, tax_category, unit};
pub(crate) use fields::{Form, Topic, choice, field};
pub(crate) use rules::{compared, compared_named, lack, part, remark, rule, rule_named, standard};
pub(crate) use sentences::{Sentence, fill, finding, without_figures};

use crate::arguments::Language;
use tonnage::finding::{Confidence, Severity};
use tonnage::load::space_load::Cause;
use tonnage::project::SystemKind;

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
    Climate,
    Winter,
    Range,
    Ask,
    PricedAt,
    Demo,
    DemoSentence,
    Result,
    NoTotal,
    Loads,
    LoadsSentence,
    LoadsStated,
    Systems,
    RequestedSentence,
    SomeRequestedSentence,
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
    PeakHour,
    HeatingLoad,
    Sum,
    Together,
    System,
    TotalCapacity,
    SensibleCapacity,
    Margin,
    Cost,
    RoomLoad,
    SumIncomplete,
    Requested,
    OutdoorAir,
    Choices,
    ChoicesSentence,
    Choice,
    InstalledCost,
    Electricity,
    LifeCycleCost,
    Loudest,
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
    Sources,
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
            Self::Winter => ("Outdoors in winter", "冬季空调室外计算参数"),
            Self::Climate => ("Climate", "气候依据"),
            Self::Range => ("Range of the load", "负荷范围"),
            Self::Ask => ("Ask first", "建议先确认"),
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
                "Computed hour by hour with the heat balance of every room on the design days of the place, outdoor air included: the largest hour that is no start of the plant. The band in brackets is what rooms of the type are usually estimated with, for comparison.",
                "按房间热平衡法在当地各设计日逐时计算，取除开机时段外的最大值，已含新风。括号内为该类房间常用的冷指标范围，仅供对照。",
            ),
            Self::LoadsStated => ("stated", "给定"),
            Self::Systems => ("Systems", "选型"),
            Self::SystemsSentence => (
                "The systems that keep every rule and cost least together. Capacities are those at the air that the units take in and the outdoor dry bulb above. Cost is equipment and installation, tax included.",
                "满足全部校核且总费用最低的系统组合；制冷量、显冷量按机组进风状态与上述室外干球温度取值；费用含设备与安装，含税。",
            ),
            Self::RequestedSentence => (
                "The units that were asked for, by model or nameplate: nothing else was searched, and they are held against a load only where a room is named. Capacities are those at the air that the units take in. Cost is equipment and installation, tax included.",
                "按指定的型号或铭牌冷量选配，未与其他方案比较；仅在注明房间时与负荷核对。制冷量、显冷量按机组进风状态取值；费用含设备与安装，含税。",
            ),
            Self::SomeRequestedSentence => {
                ("Requested units stand as they were asked for.", "指定机型按要求列出，未参与比较。")
            }
            Self::Quote => ("Quote", "报价"),
            Self::QuoteSentence => (
                "Amounts contain tax. Equipment is listed by system, alike machines of one in one row; installation is summed over all rooms by item, kind and unit price.",
                "金额含税；设备按系统列出，系统内相同产品合并；安装按名称、规格和单价汇总全部房间。",
            ),
            Self::Assumptions => ("Assumptions", "假定"),
            Self::AssumptionsSentence => (
                "Not stated in the project, so filled in. State a value to replace it. The numbers of the sources lead to the list below.",
                "项目未填写、由程序补全的数值；在项目中填写即可替换。来源编号见表后。",
            ),
            Self::Findings => ("Findings", "提示"),
            Self::Basis => ("Basis", "依据"),
            Self::Room => ("Room", "房间"),
            Self::Area => ("Area\nm²", "面积\nm²"),
            Self::Air => ("Room air\n(wet bulb)", "室内空气\n（湿球）"),
            Self::Index => ("Load\nW/m²\n(band)", "单位面积\nW/m²\n（指标）"),
            Self::TotalLoad => ("Cooling\nload\nkW", "冷负荷\nkW"),
            Self::SensibleLoad => ("Sensible\npart\nkW", "其中显热\nkW"),
            Self::LatentLoad => ("Latent\npart\nkW", "其中潜热\nkW"),
            Self::PeakHour => ("Largest\nhour", "最大值\n时刻"),
            Self::HeatingLoad => ("Heating\nload\nkW", "热负荷\nkW"),
            Self::Sum => ("Sum", "合计"),
            Self::Together => ("All rooms at the same hour", "各房间逐时综合最大值"),
            Self::System => ("System", "系统"),
            Self::Margin => ("Margin", "余量"),
            Self::Cost => ("Cost", "费用"),
            Self::TotalCapacity => ("Cooling\ncapacity\nkW", "制冷量\nkW"),
            Self::SensibleCapacity => ("Sensible\ncapacity\nkW", "显冷量\nkW"),
            Self::RoomLoad => ("cooling load, total and sensible", "房间总冷负荷、显热负荷"),
            Self::Choices => ("Choices", "方案比较"),
            Self::ChoicesSentence => (
                "No other choice that was searched for all kinds of systems is better in cost, electricity and sound together; then the best of one kind each. Electricity is that of cooling in a year; the cost over the years has it at today's price.",
                "前列方案在费用、电耗、噪声上互不占优；其后为全部采用同一系统形式的最优方案。电耗为全年制冷用电；寿命期费用按现行电价计入运行年限内的电费。",
            ),
            Self::Choice => ("Choice", "方案"),
            Self::InstalledCost => ("Cost", "设备与安装\n费用"),
            Self::Electricity => ("Electricity\nkWh a year", "年制冷电耗\nkWh"),
            Self::LifeCycleCost => ("Cost over\nthe years", "寿命期\n费用"),
            Self::Loudest => ("Loudest\nroom\ndB(A)", "最大室内\n噪声\ndB(A)"),
            Self::SumIncomplete => ("Sum of what has a system", "已选型部分合计"),
            Self::OutdoorAir => ("outdoor air", "新风"),
            Self::Requested => ("requested", "指定机型"),
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
            Self::Sources => ("Sources", "来源"),
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

/// A kind of system.
pub(crate) fn system_kind(kind: SystemKind) -> Pair {
    match kind {
        SystemKind::MatchedSplit => ("split", "一拖一"),
        SystemKind::MultiSplit => ("multi-split", "一拖多"),
        SystemKind::VrfHeatPump => ("VRF heat pump", "多联机"),
        SystemKind::VrfHeatRecovery => ("VRF with heat recovery", "热回收多联机"),
        SystemKind::Rooftop => ("rooftop unit", "屋顶机"),
        SystemKind::ChilledWater => ("chilled water", "冷水机组加风机盘管"),
    }
}

/// What a choice is best by.
pub(crate) fn label(label: tonnage::selection::Label) -> Pair {
    use tonnage::selection::Label as By;
    match label {
        By::Good => ("good: cheapest to install", "经济：初投资最低"),
        By::Better => ("better: cheapest over the years", "优选：寿命期费用最低"),
        By::Best => ("best: least electricity", "高效：电耗最低"),
        By::Quietest => ("quietest", "静音：噪声最低"),
    }
}

/// The same by its name in an answer.
pub(crate) fn label_named(name: &str) -> Option<Pair> {
    use tonnage::selection::Label as By;
    let labels = [By::Good, By::Better, By::Best, By::Quietest];
    let kinds = [
        SystemKind::MatchedSplit,
        SystemKind::MultiSplit,
        SystemKind::VrfHeatPump,
        SystemKind::VrfHeatRecovery,
        SystemKind::Rooftop,
        SystemKind::ChilledWater,
    ];
    let named = labels.into_iter().find(|by| by.as_str() == name).map(label);
    let kind = || kinds.into_iter().find(|kind| kind.as_str() == name).map(system_kind);
    named.or_else(kind).or((name == "chosen").then_some(("the chosen systems", "所选方案")))
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

/// A month, short.
pub(crate) fn month(month: u32) -> Pair {
    match month {
        1 => ("Jan", "1月"),
        2 => ("Feb", "2月"),
        3 => ("Mar", "3月"),
        4 => ("Apr", "4月"),
        5 => ("May", "5月"),
        6 => ("Jun", "6月"),
        7 => ("Jul", "7月"),
        8 => ("Aug", "8月"),
        9 => ("Sep", "9月"),
        10 => ("Oct", "10月"),
        11 => ("Nov", "11月"),
        _ => ("Dec", "12月"),
    }
}

/// What a load comes from.
pub(crate) fn cause(cause: Cause) -> Pair {
    match cause {
        Cause::Conduction => ("conduction through walls, roof and glass", "围护结构传热"),
        Cause::Sun => ("sun", "太阳辐射"),
        Cause::People => ("people", "人员"),
        Cause::Lights => ("lights", "照明"),
        Cause::Equipment => ("equipment", "设备"),
        Cause::Infiltration => ("infiltration", "渗透风"),
        Cause::StoredHeat => ("stored heat", "蓄热"),
        Cause::OutdoorAir => ("outdoor air", "新风"),
        Cause::Start => ("start of the plant", "开机"),
        // The list is open for later versions.
        _ => ("other causes", "其他"),
    }
}
