//! The words of what refuses products, of what is odd about them, and of the parts of systems.

use super::Pair;
use tonnage::selection::Rule;

/// What a product was refused for, to follow a number of products or "most of the refused products:".
pub(crate) fn rule(rule: Rule) -> Pair {
    match rule {
        Rule::RefusedByCatalogue => ("refused by the catalogue", "目录核验未通过"),
        Rule::Mounting => ("of another mounting", "安装形式不符"),
        Rule::OutdoorPlace => ("without a place for the outdoor unit", "无合适的室外机位"),
        Rule::OutdoorAirflow => ("short of outdoor air", "新风量不足"),
        Rule::Airflow => ("with too little airflow for the outdoor air", "风量小于所承担的新风量"),
        Rule::Effectiveness => ("short of heat recovery", "热回收效率不足"),
        Rule::Nameplate => ("of another capacity than the nameplate", "与铭牌冷量不符"),
        Rule::IncompleteData => ("with incomplete data", "资料不全"),
        Rule::PipeLength => ("with too short a pipe limit", "管长超限"),
        Rule::PipeHeight => ("with too small a height limit", "高差超限"),
        Rule::OutsideTable => ("not tabulated at these conditions", "工况超出性能表"),
        Rule::MissingCell => ("with a gap in the table at these conditions", "性能表缺该工况数据"),
        Rule::TotalCapacity => ("short of cooling capacity", "制冷量不足"),
        Rule::SensibleCapacity => ("short of sensible capacity", "显冷量不足"),
        Rule::NoPrice => ("without a price", "缺价"),
        Rule::Costlier => ("costlier", "费用更高"),
        Rule::SystemWanted => ("of a kind that is not wanted", "系统形式不符"),
        Rule::ProductWanted => ("not among the wanted products", "不在指定产品内"),
        Rule::EfficiencyGrade => ("of too low an efficiency grade", "能效等级不够"),
        Rule::Availability => ("not deliverable in time", "不能按期交货"),
        Rule::HeatingOnly => ("for heating only", "仅供热"),
        Rule::Phases => ("in need of three phases", "需三相电源"),
        Rule::Breaker => ("with a breaker that does not suit the circuit", "断路器与回路电流不匹配"),
        Rule::OperatingLimits => ("not allowed at this outdoor air", "室外温度超出运行范围"),
        Rule::Clearance => ("in need of more space", "安装空间不足"),
        Rule::HangingHeight => ("hung too low", "吊装高度不足"),
        Rule::EquivalentLength => ("with too short an equivalent pipe limit", "等效管长超限"),
        Rule::LengthLoss => ("with an unknown loss along the pipe", "配管衰减未知"),
        Rule::FirstBranch => ("too far from the first joint", "第一分歧后管长超限"),
        Rule::TotalPipe => ("with too much pipe", "总管长超限"),
        Rule::IndoorHeight => ("with indoor units too far apart in height", "室内机高差超限"),
        Rule::LatentCapacity => ("short of latent capacity", "潜冷量不足"),
        Rule::HeatingCapacity => ("short of heating capacity", "制热量不足"),
        Rule::Redundancy => ("without a spare unit", "备用不足"),
        Rule::StaticPressure => ("short of pressure for the ducts", "机外静压不足"),
        Rule::IndoorNoise => ("too loud for the room", "室内噪声超限"),
        Rule::NeighbourNoise => ("too loud for the neighbour", "室外噪声超限"),
        Rule::Charge => ("with too much refrigerant for the room", "制冷剂充注量超限"),
        Rule::ConnectionRatio => ("outside the connection ratio", "配比超限"),
        Rule::IndoorCount => ("with too many indoor units", "室内机台数超限"),
        Rule::FreshAirShare => ("with too much fresh air", "新风机比例超限"),
        Rule::Altitude => ("not stated for this height", "超出海拔范围"),
        Rule::SupplyCurrent => ("above the supply", "供电不足"),
        Rule::NoSystem => ("without what it connects to", "缺少配套设备"),
        // The list is open for later versions; `every_rule_has_its_words` fails for one that comes here.
        _ => (rule.as_str(), rule.as_str()),
    }
}

/// What a rule with a margin compares, as a name.
pub(crate) fn compared(rule: Rule) -> Pair {
    match rule {
        Rule::Nameplate => ("nameplate capacity", "铭牌冷量"),
        Rule::Availability => ("delivery", "交货期"),
        Rule::OperatingLimits => ("outdoor air", "室外温度"),
        Rule::Clearance => ("space around the outdoor unit", "安装空间"),
        Rule::HangingHeight => ("height at which it hangs", "吊装高度"),
        Rule::PipeLength => ("pipe length", "配管长度"),
        Rule::EquivalentLength => ("equivalent pipe length", "等效管长"),
        Rule::FirstBranch => ("pipe after the first joint", "第一分歧后管长"),
        Rule::TotalPipe => ("all pipe", "总管长"),
        Rule::PipeHeight => ("height to the outdoor unit", "室内外机高差"),
        Rule::IndoorHeight => ("height between indoor units", "室内机高差"),
        Rule::TotalCapacity => ("cooling capacity", "制冷量"),
        Rule::SensibleCapacity => ("sensible capacity", "显冷量"),
        Rule::LatentCapacity => ("latent capacity", "潜冷量"),
        Rule::HeatingCapacity => ("heating capacity", "制热量"),
        Rule::Redundancy => ("capacity with one unit lost", "备用冷量"),
        Rule::StaticPressure => ("static pressure", "机外静压"),
        Rule::OutdoorAirflow => ("outdoor air", "新风量"),
        Rule::Airflow => ("outdoor air in the airflow", "风量中的新风占比"),
        Rule::Effectiveness => ("heat recovery", "热回收效率"),
        Rule::IndoorNoise => ("sound in the room", "室内噪声"),
        Rule::NeighbourNoise => ("sound at the neighbour", "邻居处噪声"),
        Rule::Charge => ("refrigerant in the room", "制冷剂充注量"),
        Rule::ConnectionRatio => ("connection ratio", "配比"),
        Rule::IndoorCount => ("number of indoor units", "室内机台数"),
        Rule::FreshAirShare => ("share of fresh-air units", "新风机比例"),
        Rule::Altitude => ("height above the sea", "海拔"),
        Rule::SupplyCurrent => ("supply current", "供电电流"),
        Rule::LengthLoss => ("loss along the pipe", "配管衰减"),
        Rule::Breaker => ("breaker", "断路器"),
        Rule::EfficiencyGrade => ("efficiency grade", "能效等级"),
        Rule::Phases => ("phases of the supply", "电源相数"),
        // The others are kept or broken and have no margin, and `what_a_check_compares_has_its_words` holds those that have one.
        _ => (rule.as_str(), rule.as_str()),
    }
}

/// The name of what a rule compares, for a rule that is not checked: that it is broken would be another thing.
pub(crate) fn compared_named(name: &str) -> Option<Pair> {
    let known = Rule::ALL.into_iter().find(|known| known.as_str() == name)?;
    Some(compared(known)).filter(|(english, _)| *english != name).or_else(|| Some(rule(known)))
}

/// What is odd about a product's figures; `None` for what refuses a product, which is then never chosen.
pub(crate) fn remark(name: &str) -> Option<Pair> {
    Some(match name {
        "rated_differs_from_table" => ("the rated capacity is not that of its table", "额定值与性能表不符"),
        "capacity_rises" => ("the capacity rises with the outdoor dry bulb", "制冷量随室外温度升高而增大"),
        "capacity_falls" => ("the capacity falls with the wet bulb", "制冷量随湿球温度升高而减小"),
        "masses_swapped" => ("the indoor unit is heavier than the outdoor unit", "室内机比室外机重"),
        "implausible_airflow" => ("the airflow is not that of a unit of its capacity", "风量与冷量不相称"),
        "beyond_limits" => ("its table goes on beyond its limits of operation", "性能表超出运行范围"),
        "duplicate_id" => ("the catalogue has it more than once", "目录中重复列出"),
        "duplicate_model" => ("two products have its model", "型号重复"),
        "unknown_refrigerant" => ("the catalogue does not know its refrigerant", "目录中没有其制冷剂的资料"),
        "input_unknown" => (
            "its electrical input is not stated, its electricity counts as none",
            "未注明输入功率，电耗未计入",
        ),
        "curve_misses_reference" => ("its curve does not give its own reference point", "曲线与其参考点不符"),
        _ => return None,
    })
}

/// A standard by its name in JSON.
pub(crate) fn standard(name: &str) -> Option<Pair> {
    Some(match name {
        "gbT9237" => ("GB/T 9237", "GB/T 9237"),
        "en378" => ("EN 378", "EN 378"),
        "iso5149" => ("ISO 5149", "ISO 5149"),
        "gb470632" => ("GB 4706.32", "GB 4706.32"),
        "iec60335240" => ("IEC 60335-2-40", "IEC 60335-2-40"),
        _ => return None,
    })
}

/// What a family lacks of which no system can be made.
pub(crate) fn lack(name: &str) -> Option<Pair> {
    Some(match name {
        "no_piping" => ("the catalogue has no limits of its pipe", "目录中没有其配管限值"),
        "no_branch_kit" => ("the catalogue has no joints for it", "目录中没有其分歧管"),
        "no_outdoor_unit" => ("the catalogue has no outdoor unit of it", "目录中没有其室外机"),
        "no_indoor_unit" => ("the catalogue has no indoor unit of it", "目录中没有其室内机"),
        "no_charge" => {
            ("the catalogue does not say what refrigerant its pipes take", "目录中没有其配管制冷剂追加量")
        }
        "no_diameter" => ("no diameter of its pipe has a joint", "没有与其管径匹配的分歧管"),
        _ => return None,
    })
}

/// The rule of that name in JSON.
pub(crate) fn rule_named(name: &str) -> Option<Pair> {
    Rule::ALL.into_iter().find(|known| known.as_str() == name).map(rule)
}

/// The part of a system that a kind of the catalogue is.
pub(crate) fn part(kind: &str) -> Option<Pair> {
    Some(match kind {
        "outdoorUnit" => ("an outdoor unit of a multi-split or VRF system", "多联式系统的室外机"),
        "indoorUnit" => ("an indoor unit of a multi-split or VRF system", "多联式系统的室内机"),
        "branchKit" => ("a joint of refrigerant pipes", "冷媒分歧管"),
        "recoveryBox" => ("a heat-recovery box", "热回收切换盒"),
        "controller" => ("a controller", "控制器"),
        "chiller" => ("a chiller", "冷水机组"),
        "waterHeatPump" => ("a heat pump for water", "热泵热水机组"),
        "fanCoil" => ("a fan coil", "风机盘管"),
        "recoveryVentilator" => ("an energy-recovery ventilator", "全热新风机"),
        "freshAirUnit" => ("a fresh-air unit of a VRF system", "多联式系统的新风机"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_system_in_the_demo_catalogue_has_its_words() {
        let catalogue: serde_json::Value = serde_json::from_slice(tonnage::demo::CATALOGUE).unwrap();
        for product in catalogue["products"].as_array().unwrap() {
            let kind = product["kind"].as_str().unwrap();
            assert_eq!(part(kind).is_none(), ["matchedSplit", "rooftop"].contains(&kind), "{kind}");
        }
    }

    #[test]
    fn every_remark_that_a_chosen_product_may_have_has_its_words() {
        use tonnage::catalogue::RemarkCode as Code;
        let odd = [
            Code::RatedDiffersFromTable,
            Code::CapacityRises,
            Code::CapacityFalls,
            Code::MassesSwapped,
            Code::ImplausibleAirflow,
            Code::BeyondLimits,
            Code::DuplicateId,
            Code::DuplicateModel,
            Code::CurveMissesReference,
            Code::InputUnknown,
            Code::UnknownRefrigerant,
        ];
        for code in odd {
            assert!(remark(code.as_str()).is_some(), "{code:?}");
        }
        for known in tonnage::demo::catalogue().unwrap().warnings() {
            assert!(odd.contains(&known.code), "{known:?}");
        }
    }

    #[test]
    fn every_rule_has_its_words() {
        for known in Rule::ALL {
            let (english, chinese) = rule(known);
            // The name itself is what a rule without words has in both languages.
            assert!(!english.is_empty() && chinese != known.as_str(), "{known:?}");
            assert_eq!(rule_named(known.as_str()), Some((english, chinese)));
        }
    }
}
