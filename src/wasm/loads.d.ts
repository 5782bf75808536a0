// ---- Loads ----------------------------------------------------------------------------------------------------------

/** The loads of a project (负荷). */
export interface Loads {
  /** The digest of the completed project that they are of. */
  projectDigest: DigestText;
  /** The design conditions of the place. */
  site: DesignConditions;
  /** The rooms, in the project's order. */
  rooms: RoomLoad[];
  /** The sum of the rooms' sizing loads, each at its own hour. */
  sum: Load;
  /** The sum of the rooms' heating loads, W; absent where none is wanted. */
  heatingW?: number;
  /** The computed rooms together, hour by hour; absent where none is computed. */
  block?: BlockLoad;
  /** What there is to say about them. */
  findings: Finding[];
}

/** A load in whole watts, positive where heat or vapour is taken out of the room. */
export interface Load {
  /** Sensible and latent together (全热), W. */
  totalW: number;
  /** Sensible (显热), W. */
  sensibleW: number;
  /** Latent (潜热), W. */
  latentW: number;
}

/** Outdoor air as it reaches the room's unit (新风进风状态), after what treats it before. */
export interface OutdoorAirState {
  /** Dry air, kg/s. */
  massFlowKgS: number;
  /** Dry bulb as mean of the hour, °C. */
  dryBulbC: number;
  /** Humidity ratio (含湿量) as mean of the hour, kg/kg. */
  humidityRatio: number;
}

/** The load of one room. */
export interface RoomLoad {
  /** The room's identifier. */
  id: string;
  /** The room's name, if it has one. */
  name?: string;
  /** The room type. */
  use: string;
  /** The room type's Chinese name. */
  useZh: string;
  /** The room type's English name. */
  useEn: string;
  /** Conditioned floor area, m². */
  areaM2: number;
  /** The room's air in summer. */
  air: AirState;
  /** The cooling that equipment is matched to: the largest hour of the design days that is not a start of the plant. */
  sizing: Load;
  /** Where `sizing` comes from. */
  sizingBasis: SizingBasis;
  /** The heating that equipment is matched to, W; absent where none is wanted. */
  heatingW?: number;
  /** The sizing load beside the band of the room type. */
  band: BandComparison;
  /** What the sizing load consists of, by cause; empty where the load is stated. */
  components: Component[];
  /**
   * The outdoor air that reaches the room's unit at the sizing peak, after what treats it before; absent where none does. The coil
   * takes it in together with the room's air.
   */
  outdoorAir?: OutdoorAirState;
  /** The hours and peaks; absent where the load is stated. */
  computed?: SpaceLoad;
}

/** Where a sizing load comes from: the heat balance of the design days, or the project. */
export type SizingBasis = 'heatBalance' | 'stated';

/** The state of the room's air in summer, which is what an indoor unit takes in. */
export interface AirState {
  /** Dry bulb (干球温度), °C. */
  dryBulbC: number;
  /** Relative humidity as a fraction, 0 to 1. */
  relativeHumidity: number;
  /** Wet bulb (湿球温度), °C to 0.01. */
  wetBulbC: number;
}

/** A load beside the band in which rooms of its type are estimated (冷指标校核). */
export interface BandComparison {
  /** Low end of the band of the room type, W/m²; outdoor air is in it. */
  lowWM2: number;
  /** High end of the band, W/m². */
  highWM2: number;
  /** The room's load for a square metre of floor, W/m² to 0.1. */
  loadWM2: number;
  /** Where it lies. */
  place: Verdict;
  /** What the detailed index table says of the room type, where it has a row of the same use that the band is not from. */
  check?: IndexCheck;
  /** Where the band comes from, in English. */
  source: string;
  /** Where the band comes from, in Chinese. */
  sourceZh: string;
  /** How far the band can be trusted. */
  confidence: Confidence;
}

/** What the detailed index table says of a room type. */
export interface IndexCheck {
  /** The row of the table. */
  row: string;
  /** Its total, W/m². */
  totalWM2: number;
  /** Where that lies to the band of the room type. */
  verdict: Verdict;
}

/** Where a value lies to a band; its ends are inside. */
export type Verdict = 'inside' | 'above' | 'below';

/** What heat comes from. */
export type Cause =
  /** Outdoor air, sky or ground through a wall, roof, floor or pane (传热). */
  | 'conduction'
  /** Sun on a wall or roof, in a pane and through it (太阳辐射). */
  | 'sun'
  /** People (人员). */
  | 'people'
  /** Lights (照明). */
  | 'lights'
  /** Equipment (设备). */
  | 'equipment'
  /** Infiltration (渗透风). */
  | 'infiltration'
  /** What was stored while the air was not held at the set temperature (蓄热). */
  | 'storedHeat'
  /** Outdoor air that the plant brings in (新风). */
  | 'outdoorAir'
  /** The start of the plant. */
  | 'start';

/** What one cause gives to the sizing peak. */
export interface Component {
  /** What the heat comes from. */
  cause: Cause;
  /** Sensible, W; negative where it takes from the load. */
  sensibleW: number;
  /** Latent, W; likewise. */
  latentW: number;
}

/** The loads of one room as the heat balance gives them, whole watts. */
export interface SpaceLoad {
  /** The room's identifier. */
  id: string;
  /** The method. */
  method: 'heatBalance';
  /** The cooling days, in the order of `coolingDays` of the place. */
  days: DayLoad[];
  /** The largest hour of all; right after a start it may be one that no real machine is sized for. */
  peak: Peak;
  /** The largest hour that is not among the first `preCoolHours` after a start: what equipment is matched to. */
  sizingPeak: Peak;
  /** The hour with the largest sensible heat of the room. */
  sensiblePeak: Peak;
  /** The heating day. */
  heating: HeatingLoad;
  /** What the fresh-air unit does, where one supplies the room's outdoor air. */
  freshAirUnit?: FreshAirUnitLoad;
  /** Other methods beside it; a proposal asks for none, and the band of the room type stands in `band`. */
  checks: Record<string, never>;
  /** Whether the plant runs, by hour of the day from midnight, 24 flags. */
  plantOn: boolean[];
  /** Hours after a start that did not count for sizing. */
  preCoolHours: number;
  /** Empty in a proposal, which has the parts of the sizing peak by cause in `components`. */
  parts: never[];
}

/**
 * The loads of one cooling day, each 24 values in W; the first is the mean from midnight to one o'clock.
 *
 * Positive where heat or vapour is taken out of the room, or of outdoor air on its way in; 0 while the plant is off.
 */
export interface DayLoad {
  /** Month, 1 to 12. */
  month: number;
  /** Day of the month. */
  day: number;
  /** Sensible heat of the room, never negative. */
  roomSensibleW: number[];
  /** Latent heat of the room, never negative. */
  roomLatentW: number[];
  /** Sensible heat of outdoor air on its way in; negative where it is cooler than the room. */
  outdoorAirSensibleW: number[];
  /** Latent heat of outdoor air; negative where it is dryer than the room. */
  outdoorAirLatentW: number[];
  /** What the plant does in all: it cools and dries and never heats or humidifies. */
  totalW: number[];
  /** How far the day is from repeating itself, as a part of its largest load. */
  residual: number;
}

/** The largest hour. */
export interface Peak {
  /** Month, 1 to 12. */
  month: number;
  /** Hour of the day, 1 to 24: 1 is from midnight to one o'clock. */
  hour: number;
  /** What the plant does in all, W. */
  totalW: number;
  /** Sensible heat of the room, W. */
  roomSensibleW: number;
  /** Latent heat of the room, W. */
  roomLatentW: number;
  /** Sensible heat of outdoor air, W. */
  outdoorAirSensibleW: number;
  /** Latent heat of outdoor air, W. */
  outdoorAirLatentW: number;
  /** What most of it comes from; `start` in the hours after a start of the plant; absent where it was not worked out. */
  cause?: Cause;
}

/** The load of the heating day, W, positive where heat is put in. */
export interface HeatingLoad {
  /** What holds the room at its set temperature: faces and infiltration, without sun and without anybody. */
  roomW: number;
  /** The part of it that warms infiltrating air. */
  infiltrationW: number;
  /** What warms the outdoor air that the plant brings in; negative where a fresh-air unit supplies it warmer than the room. */
  outdoorAirW: number;
  /** The addition for intermittent use (间歇附加), if the room has one: its factor of `roomW`. */
  addition?: NamedFactor;
  /** The addition, W. */
  additionW: number;
  /** Room, outdoor air and addition, never negative: what equipment is matched to. */
  sizingW: number;
}

/** What a fresh-air unit (新风机组) itself does at its own largest hour: from outdoors to the state that it supplies. */
export interface FreshAirUnitLoad {
  /** Sensible and latent together, W, never negative. */
  coolingW: number;
  /** Month, 1 to 12. */
  month: number;
  /** Hour of the day, 1 to 24: 1 is from midnight to one o'clock. */
  hour: number;
  /** Sensible, W, never negative. */
  sensibleW: number;
  /** Latent, W, never negative. */
  latentW: number;
  /** On the heating day, W, never negative. */
  heatingW: number;
}

/** A factor with its name and its source, because it is a choice and no physics. */
export interface NamedFactor {
  /** What it is called. */
  name: string;
  /** The factor. */
  value: number;
  /** Where it comes from. */
  source: string;
}

/** Rooms together (同时负荷). */
export interface BlockLoad {
  /** The rooms' identifiers. */
  rooms: string[];
  /** The largest hour of the sum, starts included. */
  peak: Peak;
  /** The largest hour of the sum for sizing: just after its start a room counts with at most its own sizing peak. */
  sizingPeak: Peak;
  /** The sum of the rooms' sizing peaks, each at its own hour, W. */
  sumOfPeaksW: number;
  /** The simultaneity factor (同时使用系数) of a system that serves the rooms. */
  simultaneity: NamedFactor;
  /** The cooling of that system, W: the sizing peak times the factor. */
  systemCoolingW: number;
  /** The heating of the rooms for sizing, W: all at once, wanted or not. */
  heatingW: number;
}

/** How far the loads can be trusted (不确定性): what the assumptions may move, and what to ask next. */
export interface Uncertainty {
  /** The rooms for which something was assumed that may move them. */
  rooms: RoomRange[];
  /** The range of the sum of all rooms: what moves several rooms moves them together. */
  sum: LoadRange;
  /** The question whose answer narrows it most; absent where nothing was assumed that moves a room. */
  question?: Question;
}

/** A range of cooling loads. */
export interface LoadRange {
  /** Low end, W. */
  lowW: number;
  /** High end, W. */
  highW: number;
}

/** The range of one room. */
export interface RoomRange {
  /** The room's identifier. */
  id: string;
  /** The range of its sizing load. */
  range: LoadRange;
  /** What it is made of, the largest first, at most five. */
  influences: Influence[];
}

/** What one assumption may move a room's load to. */
export interface Influence {
  /** What may be otherwise. */
  lever: Lever;
  /** Where the project would state it. */
  path: string;
  /** The room's load at its two ends, with everything else as assumed. */
  range: LoadRange;
}

/** What to ask the buyer next. */
export interface Question {
  /** What the answer settles. */
  lever: Lever;
  /** Where the project would state it; of several rooms the one that it moves most. */
  path: string;
  /** The question in English. */
  text: string;
  /** The question in Chinese. */
  textZh: string;
  /** By how much it moves the rooms together, from end to end, W. */
  widthW: number;
}

/** What may be otherwise where the buyer stated nothing. */
export type Lever =
  | 'buildingYear'
  | 'facing'
  | 'glazingRatio'
  | 'glazing'
  | 'innerBlind'
  | 'm2PerPerson'
  | 'lighting'
  | 'equipment'
  | 'infiltration'
  | 'doorPassages'
  | 'outdoorAirFlow'
  | 'above'
  | 'heightM';
