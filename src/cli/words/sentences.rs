//! Sentences, with a name in braces for every value.

use super::Pair;
use tonnage::finding::FindingCode;

/// The sentences of the table, beside those of the findings.
#[derive(Clone, Copy)]
pub(crate) enum Sentence {
    PlaceNear,
    Place,
    PlaceStated,
    Point,
    North,
    South,
    East,
    West,
    Outdoors,
    Climate,
    Years,
    YearsTo,
    Winter,
    Hour,
    Consists,
    Share,
    Range,
    Moves,
    MovesMost,
    HeatingResult,
    SeeFindings,
    ChinaTime,
    RoomNumber,
    Result,
    Rooms,
    SomeRooms,
    OneRoom,
    Sets,
    OneSet,
    WithoutRooms,
    ResultTotal,
    Air,
    WetBulb,
    Each,
    BlockPeak,
    System,
    SystemOfRooms,
    OfRoom,
    OfRooms,
    PartOfRoom,
    PartOfRooms,
    NextBest,
    Asked,
    Governing,
    OneKind,
    NoSystem,
    Others,
    Refused,
    OthersOfRule,
    Edition,
    Engine,
}

impl Sentence {
    /// The templates.
    pub(crate) fn pair(self) -> Pair {
        match self {
            Self::PlaceNear => (
                "{city}; weather station {station} ({id}), {distance} km away",
                "{city}；气象站 {station}（{id}），相距 {distance} 公里",
            ),
            Self::Place => ("{city}; weather station {station} ({id})", "{city}；气象站 {station}（{id}）"),
            Self::PlaceStated => ("{place}, {height} m above sea level", "{place}，海拔 {height} 米"),
            Self::Point => ("{latitude}, {longitude}", "{latitude}，{longitude}"),
            Self::North => ("{degrees}° N", "北纬 {degrees}°"),
            Self::South => ("{degrees}° S", "南纬 {degrees}°"),
            Self::East => ("{degrees}° E", "东经 {degrees}°"),
            Self::West => ("{degrees}° W", "西经 {degrees}°"),
            Self::Outdoors => ("{dry} °C dry bulb, {wet} °C wet bulb", "干球 {dry} °C，湿球 {wet} °C"),
            Self::Climate => ("{basis}: {source}", "{basis}：{source}"),
            Self::Years => ("{text}, years {period}", "{text}，统计年份 {period}"),
            Self::YearsTo => ("{text}, years to {period}", "{text}，统计至 {period} 年"),
            Self::Winter => ("{dry} °C dry bulb", "干球 {dry} °C"),
            Self::Hour => ("{month}\n{from}–{to} h", "{month}\n{from}–{to} 时"),
            Self::Consists => ("The computed cooling load consists of {list}.", "计算冷负荷的构成：{list}。"),
            Self::Share => ("{cause} {share}", "{cause} {share}"),
            Self::Range => (
                "{low} to {high} kW of cooling, because of what is assumed below",
                "冷负荷 {low}–{high} kW，取决于下列假定",
            ),
            Self::Moves => (
                "{question} The answer can move the load by {width} kW.",
                "{question}不同答案下负荷可相差 {width} kW。",
            ),
            Self::MovesMost => (
                "{question} The answer can move the load by {width} kW, that of room {room} the most.",
                "{question}不同答案下负荷可相差 {width} kW，对房间 {room} 影响最大。",
            ),
            Self::HeatingResult => ("heating load {load} kW", "热负荷 {load} kW"),
            Self::SeeFindings => ("{text}; see the findings", "{text}；另见提示"),
            Self::ChinaTime => ("{clock} +08:00", "北京时间 {clock}"),
            Self::RoomNumber => ("Room {number}", "房间 {number}"),
            Self::Result => ("cooling load {load} kW in {rooms}", "{rooms}，冷负荷 {load} kW"),
            Self::Rooms => ("{count} rooms", "{count} 个房间"),
            Self::SomeRooms => ("{count} of {of}", "{of} 间中 {count} 间"),
            Self::OneRoom => ("1 room", "1 个房间"),
            Self::Sets => ("{count} systems", "{count} 套系统"),
            Self::OneSet => ("1 system", "1 套系统"),
            Self::WithoutRooms => ("without a system: rooms {rooms}", "未选型房间：{rooms}"),
            Self::ResultTotal => ("{total} {currency}, tax included", "含税总价 {total} {currency}"),
            Self::Air => ("{dry} °C, {humidity}", "{dry} °C，{humidity}"),
            Self::WetBulb => ("({wet} °C)", "（{wet} °C）"),
            Self::System => ("System {number}", "系统 {number}"),
            Self::SystemOfRooms => ("{system}, {kind}: {rooms}", "{system}（{kind}）：{rooms}"),
            Self::OfRoom => ("room {rooms}", "房间 {rooms}"),
            Self::OfRooms => ("rooms {rooms}", "房间 {rooms}"),
            Self::PartOfRoom => ("{room}: {part}", "{room}：{part}"),
            Self::PartOfRooms => ("{part} ({rooms})", "{part}（{rooms}）"),
            Self::BlockPeak => ("largest hour of its rooms, {load} kW", "所带房间逐时综合最大值 {load} kW"),
            Self::Each => ("{mounting}, capacity of one set", "{mounting}，单套制冷量"),
            Self::NextBest => ("next best: {system}", "次优：{system}"),
            Self::Asked => {
                ("asked for: {quantity} of {capacity} each", "要求：{quantity} 套，每套铭牌制冷量 {capacity}")
            }
            Self::Governing => ("tightest: {rule}, {margin}", "最紧项：{rule}，余量 {margin}"),
            Self::OneKind => ("all rooms: {kind}", "全部{kind}"),
            Self::NoSystem => {
                ("No system fits. Most frequent reason: {rule}.", "没有满足要求的系统，最多的原因：{rule}。")
            }
            Self::Others => ("other products, {count}: {list}", "其余 {count} 款：{list}"),
            Self::Refused => ("products, {count}: {list}", "全部 {count} 款：{list}"),
            Self::OthersOfRule => ("{count} {rule}", "{rule} {count}"),
            Self::Edition => ("{id} version {version}", "{id} 第 {version} 版"),
            Self::Engine => (
                "tonnage {version}, edition {edition} of the methods",
                "tonnage {version}，计算方法第 {edition} 版",
            ),
        }
    }
}

/// `template` with every name in braces replaced by its value.
pub(crate) fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut rest = template;
    let mut text = String::new();
    // Left to right, so that a value that contains braces is never read as a template.
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
    {
        text.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push('–'),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The sentence of a finding; demo data is another sentence for each thing that is made up.
pub(crate) fn finding(code: FindingCode, path: &str) -> Pair {
    match code {
        FindingCode::LoadStated => {
            ("The load is stated by the project and not computed.", "负荷为项目给定值，未计算。")
        }
        FindingCode::LoadNotSettled => (
            "A design day does not repeat itself closely ({residual}); have the room's figures checked.",
            "设计日计算未充分收敛（{residual}），请核对该房间数据。",
        ),
        FindingCode::OutsideBand => (
            "The load of {loadWM2} W/m² lies outside the index band of the room type, {lowWM2} to {highWM2} W/m².",
            "负荷 {loadWM2} W/m² 超出该房间类型的冷指标范围 {lowWM2}–{highWM2} W/m²。",
        ),
        FindingCode::BandDisputed => (
            "The detailed index table has {totalWM2} W/m² for {row}, outside the band of the room type, {lowWM2} to {highWM2} W/m².",
            "分项冷指标表中“{row}”为 {totalWM2} W/m²，不在该房间类型的范围 {lowWM2}–{highWM2} W/m² 内。",
        ),
        FindingCode::StationCorrected => ("Weather station {station}: {note}.", "气象站 {station}：{note}。"),
        FindingCode::OutdoorAirNotEquipped => (
            "The load contains outdoor air, but no fresh-air equipment is selected or priced.",
            "负荷已含新风，但未选配、未计价新风设备。",
        ),
        FindingCode::ChargeNotChecked => (
            "The refrigerant that could leak into the smallest room is not checked ({rule}).",
            "可能泄漏到最小房间的制冷剂量未校核（{rule}）。",
        ),
        FindingCode::HeatingNotMatched => (
            "Heating of {heatingW} is computed, and by the project's wish no system is to carry it.",
            "热负荷 {heatingW} 已计算；按项目要求，所选系统不承担供暖。",
        ),
        FindingCode::NoOutdoorAir => (
            "No machine brings outdoor air into the room, though the rule asks for some.",
            "房间无机械新风，而规范对其有新风要求。",
        ),
        FindingCode::ExhaustNotStated => (
            "The exhaust of the hoods is not stated; what it draws through the room is not in the load.",
            "未填写排风量；排风带入的室外空气未计入负荷。",
        ),
        FindingCode::StationHeight => (
            "The place lies {heightM} m above or below weather station {station}; its figures are corrected for that.",
            "当地与气象站 {station} 高差 {heightM} 米，气象参数已作修正。",
        ),
        FindingCode::CurrentClimateAbsent => (
            "Weather station {station} has no newer dry bulbs; those of the standard were taken.",
            "气象站 {station} 无近年干球温度，已取规范值。",
        ),
        FindingCode::WetBulbEstimated => (
            "The standard has no wet bulb for weather station {station}; {wetBulbC} °C is estimated from its nearest neighbour.",
            "规范无气象站 {station} 的湿球温度，按邻近站估计为 {wetBulbC} °C。",
        ),
        FindingCode::StationFar => (
            "The design weather is that of station {station}, {distanceKm} km away. Check that it fits the place.",
            "气象参数取自 {distanceKm} 公里外的 {station} 站，请核对是否适用。",
        ),
        FindingCode::NothingFits => (
            "No system fits: {totalW} are needed at {indoorDryBulbC} °C and {indoorWetBulbC} °C wet bulb. Most frequent reason: {rule}.",
            "没有满足要求的系统：需 {totalW}（干球 {indoorDryBulbC} °C，湿球 {indoorWetBulbC} °C），最多的原因：{rule}。",
        ),
        FindingCode::AltitudeNotChecked => (
            "The maker states no correction for the height of the place: capacities there are less ({rule}).",
            "厂家未给出海拔修正，当地实际制冷量会降低（{rule}）。",
        ),
        FindingCode::ProductRemarked => (
            "The maker's figures of {product} are odd ({remark}). Check them before ordering.",
            "{product} 的厂家数据有疑点（{remark}），订货前请核对。",
        ),
        FindingCode::StationNotOfCity => (
            "The stated weather station {station} is not that of {city}.",
            "所填气象站 {station} 不是 {city} 的对应站。",
        ),
        FindingCode::Oversized => (
            "{product} carries {margin} more than the load, beyond the usual {limit}; nothing cheaper fits.",
            "{product} 的制冷量高出负荷 {margin}，超过常用上限 {limit}；没有更便宜的可用系统。",
        ),
        FindingCode::DemoData => match path {
            "catalogue" => (
                "Pipes, supply or masses of catalogue {id} are demo data.",
                "产品目录 {id} 中的配管、电源或重量为演示数据。",
            ),
            "priceBook" => ("The prices of price book {id} are demo data.", "价格表 {id} 的价格为演示数据。"),
            "rateBook" => {
                ("The rates of rate book {id} are demo data.", "安装费率表 {id} 的费率为演示数据。")
            }
            _ => ("Figures of {id} are demo data.", "{id} 中有演示数据。"),
        },
        FindingCode::NoPrice => (
            "The books have no price at the pricing instant for: {item} {variant}",
            "计价时点缺价：{item} {variant}",
        ),
        FindingCode::NoTotal => (
            "There is no total: a line has no price or a room no system.",
            "有分项缺价或房间未选型，因此没有合计。",
        ),
        FindingCode::NotChecked => (
            "Not checked, because the catalogue or the project does not say enough: {rule}.",
            "因目录或项目资料不足而未校核：{rule}。",
        ),
        FindingCode::HeatingUnknown => (
            "Heating is wanted, and the catalogue does not say what the chosen system gives in winter ({rule}).",
            "需要供暖，但目录中没有所选系统冬季制热量数据（{rule}）。",
        ),
        FindingCode::OptimumNotProved => (
            "The choice is not proved to be the best: it has {value}, and no other has less than {lowerBound}.",
            "所选方案未证明为最优：其值 {value}，理论下限 {lowerBound}。",
        ),
        FindingCode::PreferenceCost => (
            "The wishes for kinds, brands, products or grades cost {more}; without them the best costs {unrestricted}.",
            "指定系统形式、品牌、产品或能效等级使费用增加 {more}；不加指定的最优方案为 {unrestricted}。",
        ),
        FindingCode::PreferenceUnmet => (
            "The wishes for kinds, brands, products or grades leave a room without a system; without them the best costs {unrestricted}. {more}",
            "按指定的系统形式、品牌、产品或能效等级有房间无法选型；不加指定的最优方案为 {unrestricted}。{more}",
        ),
        FindingCode::SupplyUnknown => (
            "The machines take {currentA} A of each phase. State what the building has left for them.",
            "设备每相需 {currentA} A 电流，请确认建筑可用的供电容量。",
        ),
        FindingCode::SupplyShort => (
            "The machines take {currentA} A of each phase, and the building has {availableA} A left.",
            "设备每相需 {currentA} A 电流，建筑可用 {availableA} A，供电不足。",
        ),
        FindingCode::NeighbourTooLoud => (
            "The outdoor units of {systems} systems are {levelDba} dB(A) together at the neighbour's window {distanceM} m away, above {limitDba} dB(A).",
            "{systems} 套系统的室外机在 {distanceM} m 外邻居窗前合计 {levelDba} dB(A)，超过限值 {limitDba} dB(A)。",
        ),
        FindingCode::LimitRecalled => (
            "The limit of {limitKgM3} kg/m³ of {refrigerant} by {standard} is recalled and was not read in the standard; confirm it.",
            "{refrigerant} 按 {standard} 的浓度限值 {limitKgM3} kg/m³ 凭记忆录入，未核对标准原文，请确认。",
        ),
        FindingCode::FamilyUnusable => {
            ("No system can be made of family {family}: {reason}.", "系列 {family} 无法组成系统：{reason}。")
        }
        FindingCode::NoVentilator => (
            "The load counts on an energy-recovery ventilator for {flowM3H} m³/h, and none fits; most are {rule}.",
            "负荷按全热新风机处理 {flowM3H} m³/h 新风计算，但没有合适的机型，多数产品因“{rule}”被排除。",
        ),
        FindingCode::OrderChanged => (
            "As a whole order \"{label}\" costs {total}, less than \"{otherLabel}\" with {otherTotal}, which is cheaper by single prices.",
            "按整单计价，“{label}”为 {total}，低于单价合计更低的“{otherLabel}”（整单 {otherTotal}）。",
        ),
        FindingCode::NoFreshAirUnit => (
            "The load counts on a fresh-air unit for {flowM3H} m³/h, and none fits; most are {rule}.",
            "负荷按新风机组处理 {flowM3H} m³/h 新风计算，但没有合适的机型，多数产品因“{rule}”被排除。",
        ),
        FindingCode::StockShort => (
            "{needed} pieces of {product} are needed and {stock} are in stock; the others come later than wanted.",
            "{product} 需 {needed} 台，现货 {stock} 台，其余无法按期到货。",
        ),
        FindingCode::AvailabilityStale => (
            "The list of deliveries {id} does not hold at the pricing instant, and nothing was checked by it.",
            "供货清单 {id} 在计价时点无效，未据此校核。",
        ),
        FindingCode::RequestedModelUnknown => (
            "The catalogue has no model `{model}` that could be quoted by itself.",
            "目录中没有可单独报价的型号“{model}”。",
        ),
        FindingCode::RequestedPartOfSystem => (
            "Model `{model}` is {kind}, a part of a system that a request does not describe. State the rooms that the system serves.",
            "型号“{model}”是{kind}，属于系统部件，不能单独指定；请填写该系统服务的房间。",
        ),
        FindingCode::RequestedNotFound => (
            "Nothing in the catalogue answers the request for {coolingW} W; most products are {rule}.",
            "目录中没有符合 {coolingW} W 需求的机型，多数产品因“{rule}”被排除。",
        ),
        FindingCode::RequestedNextLarger => (
            "No product has the {coolingW} W of the nameplate; the next larger one of {ratedW} W is taken.",
            "没有铭牌冷量 {coolingW} W 的机型，已选冷量 {ratedW} W 的上一档机型。",
        ),
        FindingCode::RequestedRuleBroken => (
            "The requested units are {rule}: {value} against {limit}.",
            "所要机型{rule}：实际 {value}，限值 {limit}。",
        ),
        FindingCode::RequestedShort => (
            "The requested units are {rule} for room {room}: {value} of {limit}.",
            "所要机型对房间 {room} {rule}：可提供 {value}，需要 {limit}。",
        ),
        FindingCode::ShareBelowPeak => (
            "While all units of its system call at once, the outdoor units give the room less than its own peak.",
            "系统内所有室内机同时满负荷运行时，房间分得的冷量低于其自身峰值负荷。",
        ),
        FindingCode::RequestedNotQuoted => (
            "The catalogue has model `{model}`, and it cannot be quoted: it is {rule}.",
            "目录中有型号“{model}”，但无法报价：{rule}。",
        ),
        FindingCode::RequestedOnRoof => (
            "The requested rooftop units are quoted on a roof frame; the project has another place for outdoor units.",
            "所要屋顶机按屋顶基座安装计价，与项目中的室外机位置不同。",
        ),
        FindingCode::HeatingElectricityNotCounted => (
            "The systems are chosen by the electricity of cooling; that of heating is not counted.",
            "方案比选仅计入制冷用电，未计入供暖用电。",
        ),
        // The list is open for later versions; a test fails for one that comes here.
        _ => (code.as_str(), code.as_str()),
    }
}

/// The sentence of a finding whose rule has no numbers to state; `None` where it is that of the others.
pub(crate) fn without_figures(code: FindingCode) -> Option<Pair> {
    (code == FindingCode::RequestedRuleBroken).then_some((
        "The requested units are {rule}. Check where they are to go.",
        "所要机型{rule}，请核对安装位置与要求。",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in braces, sorted.
    fn names(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            template.split('{').skip(1).filter_map(|tail| Some(tail.split_once('}')?.0)).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn every_finding_has_its_sentence_with_the_same_values_in_both_languages() {
        for code in FindingCode::ALL {
            for path in ["", "catalogue", "priceBook", "rateBook"] {
                let (english, chinese) = finding(code, path);
                assert!(english != code.as_str() && chinese != code.as_str(), "{code:?}");
                assert_eq!(names(english), names(chinese), "{code:?}");
            }
        }
    }

    #[test]
    fn a_value_with_braces_is_no_template() {
        let values = [("a", "{b}".to_owned()), ("b", "no".to_owned())];
        assert_eq!(fill("{a} and {c}", &values), "{b} and –");
    }
}
