// What is assumed where the buyer states nothing.

import { round } from "./numbers.mjs";

const judged = (value, source, sourceZh) => ({ value, source: `engineering judgement: ${source}`, sourceZh: `工程判断：${sourceZh}`, confidence: "low" });
const recalled = (value, source, sourceZh) => ({ value, source: `${source}; recalled, not read`, sourceZh: `${sourceZh}；凭记忆取值，未核对原文`, confidence: "low" });
const read = (value, source, sourceZh) => ({ value, source, sourceZh, confidence: "high" });

const INSTALLATION = {
  relativeHumidity: {
    value: 0.6,
    source: "upper limit of comfort class I (24 to 26 °C) in GB 50736-2012 table 3.0.2, recalled and not read; used for all set-points",
    sourceZh: "GB 50736-2012 表 3.0.2 热舒适度 I 级（24–26 °C）湿度上限（凭记忆取值，未核对原文）；各设定温度均取此值",
    confidence: "medium",
  },
  pipeRunM: judged(5, "the pre-charged length of most splits, for a unit on the outside wall", "按外机靠外墙，取多数分体机的预充管长"),
  heightDifferenceM: judged(3, "one storey", "一层楼高"),
  drainRunM: judged(5, "to the nearest outside wall", "排至最近的外墙"),
  powerCableRunM: judged(10, "to the distribution board of a small shop", "至小型店铺的配电箱"),
  outdoorPlace: judged("wallBracket", "the usual place at street fronts", "沿街店铺的常见做法"),
  wall: judged("brick", "infill masonry", "砌体填充墙"),
  installHeightM: judged(3, "usual clear height of shops and offices", "店铺、办公室的常见净高"),
  storey: judged(1, "street shops", "沿街首层店铺"),
  branchRunM: judged(3, "from the shared pipe above the corridor to a unit in the room", "由走廊主管至室内机"),
  ductRunM: judged(5, "a ducted unit in or beside its room", "风管机位于房间内或紧邻房间"),
  ductTerminalPa: judged(20, "an outlet, a return grille and a filter", "送风口、回风口与过滤网"),
  ductPaPerM: judged(2, "friction of about 1 Pa/m, doubled for bends", "沿程约 1 Pa/m，弯头等局部阻力加倍"),
  horsepowerKw: recalled(2.5, "a horsepower as units are traded in China: models of 2.5, 5.0, 7.2 and 12 kW are sold as 1, 2, 3 and 5", "我国市场惯例：2.5、5.0、7.2、12 kW 机型称 1、2、3、5 匹"),
  nameplateTolerance: judged(0.1, "models of one horsepower class differ by less", "同一匹数的机型冷量相差不超过此值"),
  electronicSpareUnits: judged(1, "N+1 for rooms of electronic equipment", "电子设备机房按 N+1 配置"),
  maxUnitsPerRoom: judged(8, "more single splits in one room call for a central system", "同一房间再多宜改用中央空调系统"),
};

const BUILDING = {
  facing: judged("S", "the main direction in which Chinese buildings are usually set out", "我国建筑常见的主朝向"),
  above: judged("conditioned", "one of several storeys with a room like this one above", "多层建筑中的一层，上方为同类房间"),
  below: judged("conditioned", "a room like this one below", "下层为同类房间"),
  beside: judged("conditioned", "neighbours of the same use", "相邻房间用途相同"),
  storeys: judged(3, "street buildings with shops below", "底层为店铺的沿街建筑"),
  storeyHeightM: judged(3.9, "a storey of shops and offices, floor to floor", "店铺、办公楼的层高"),
  innerBlind: judged("none", "the prudent choice: nobody is sure to close a blind", "偏安全：不计可能未放下的遮阳"),
  groundReflectance: read(0.2, "EnergyPlus 25.2 input dictionary, Site:GroundReflectance, default of every month", "EnergyPlus 25.2 输入字典 Site:GroundReflectance 各月默认值"),
  groundBelowSetPointK: {
    value: 2,
    source: "EnergyPlus 25.2 input dictionary, Site:GroundTemperature:BuildingSurface: 2 K below the average room of typical commercial buildings in the USA",
    sourceZh: "EnergyPlus 25.2 输入字典 Site:GroundTemperature:BuildingSurface：比美国典型商业建筑平均室温低 2 K",
    confidence: "medium",
  },
  unconditionedAboveMeanK: recalled(3, "GB 50736-2012 clause 7.2.5: a neighbouring room without air conditioning is 0 to 5 K above the daily mean outdoors; 3 K taken", "GB 50736-2012 第 7.2.5 条：非空调邻室温度取室外日平均温度加 0–5 K，此处取 3 K"),
  unconditionedHeatingFactor: recalled(0.7, "temperature difference factor of inner walls towards unheated rooms, Chinese heating design", "采暖设计中与非采暖房间相邻内墙的温差修正系数"),
};

const SYSTEM = {
  heatingWantedBelowC: judged(6, "heating is wanted where the winter design dry bulb is below 6 °C and rooms of the type are heated", "冬季空调室外计算温度低于 6 °C 且该类房间供暖时需要供暖"),
  preCoolHours: judged(1, "switched on an hour before the first guest", "营业前一小时开机"),
  outdoorAirRule: judged("gb50736", "the standard in force for comfort air conditioning", "舒适性空调的现行标准"),
  outdoorAirTreatedBy: judged("indoorUnit", "the prudent choice: nothing relieves the indoor unit; index tables contain outdoor air too", "偏安全：新风负荷由室内机承担；冷指标亦含新风"),
  ervSensibleEffectiveness: judged(0.65, "an ordinary energy recovery ventilator, dry bulb", "普通全热交换器的显热效率"),
  ervLatentEffectiveness: judged(0.55, "an ordinary energy recovery ventilator, humidity", "普通全热交换器的潜热效率"),
};

/** Hours of a plant that runs twelve hours a day. */
const fullLoad = (hours, zone, zoneZh) => judged(hours, `full-load hours of comfort cooling in ${zone}, twelve hours a day`, `${zoneZh}舒适性空调当量满负荷小时数，每日运行 12 小时`);

const RUNNING = {
  runningYears: judged(10, "about the life of light-commercial machines", "约为轻型商用设备的使用年限"),
  tariffPerKwh: { value: "0.80", source: "engineering judgement: commercial electricity in Chinese cities", sourceZh: "工程判断：国内城市一般工商业电价水平", confidence: "low" },
  fullLoadHoursSevereCold: fullLoad(400, "severe cold zones", "严寒地区"),
  fullLoadHoursCold: fullLoad(700, "cold zones", "寒冷地区"),
  fullLoadHoursMixed: fullLoad(900, "zones hot in summer and cold in winter", "夏热冬冷地区"),
  fullLoadHoursHot: fullLoad(1400, "zones hot in summer and warm in winter", "夏热冬暖地区"),
  fullLoadHoursMild: fullLoad(400, "mild zones", "温和地区"),
};

/** For the stations that have none. */
function climate(stations) {
  const mean = (field) => {
    const values = stations.flatMap((station) => station[field] ?? []);
    return { value: round(values.reduce((sum, value) => sum + value, 0) / values.length, 1), count: values.length };
  };
  const wind = (field, day, dayZh) => {
    const { value, count } = mean(field);
    return { value, source: `mean wind of the ${day} day of the ${count} stations that have one`, sourceZh: `${count} 个有数据台站的${dayZh}设计日平均风速`, confidence: "low" };
  };
  const july = stations.filter((station) => station.hottestMonth === 7).length;
  const known = stations.filter((station) => station.hottestMonth !== undefined).length;
  if (july * 2 <= known) throw new Error("July is not the hottest month of most stations");
  return {
    summerWindMS: wind("summerWindMS", "cooling", "夏季"),
    winterWindMS: wind("winterWindMS", "heating", "冬季"),
    hottestMonth: { value: 7, source: `the hottest month of ${july} of the ${known} stations that have one`, sourceZh: `${known} 个有数据台站中 ${july} 个最热月为 7 月`, confidence: "medium" },
  };
}

export const buildDefaults = (stations) => ({ ...INSTALLATION, ...BUILDING, ...SYSTEM, ...RUNNING, ...climate(stations) });
