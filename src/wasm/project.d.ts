// The public types of the JavaScript face, under the names that the Rust types have.
//
// A field with `?` is left out where it has no value; an answer never holds null. Lengths are in m, areas in m²,
// temperatures in °C, powers in W, shares from 0 to 1, unless the field says otherwise.

/** An exact decimal as text: money such as `12.50`, a quantity such as `7.5`, a rate such as `0.13`. */
export type DecimalText = string;

/**
 * An instant as RFC 3339 text: read with any explicit offset, such as `2026-06-10T09:00:00+08:00`; written in UTC, such
 * as `2026-06-10T01:00:00Z`.
 */
export type InstantText = string;

/** `sha-256:` and the 64 hexadecimal digits of the digest of canonical bytes. */
export type DigestText = string;

/** A text, a number or a flag; money and quantities are always texts. */
export type Scalar = boolean | number | string;

/** Values for a translated sentence, by name. */
export type Params = Record<string, Scalar>;

// ---- What goes in ---------------------------------------------------------------------------------------------------

/** The four parts of an engine, each JSON text, its UTF-8 bytes, or an object of that form. */
export interface EngineParts {
  /** Places, weather stations, room types and defaults, as `tonnage/schema/reference.json` describes them. */
  reference: string | Uint8Array | object;
  /** The products, without prices, as `tonnage/schema/catalogue.json` describes them. */
  catalogue: string | Uint8Array | object;
  /** The prices of products and the rates of tax, as `tonnage/schema/price_book.json` describes them. */
  priceBook: string | Uint8Array | object;
  /** The rates of installation work, as `tonnage/schema/rate_book.json` describes them. */
  rateBook: string | Uint8Array | object;
  /** What can be delivered when and where, as `tonnage/schema/availability.json` describes it; it never touches a price. */
  availability?: string | Uint8Array | object;
}

/** A project as an object, as JSON text, or as the UTF-8 bytes of that text. */
export type ProjectInput = Project | string | Uint8Array;

/** For when and for whom is priced. */
export interface Options {
  /** The pricing instant with an explicit offset; there is no default, because nothing here reads a clock. */
  at: InstantText;
  /** The customer's contract, 1 to 80 characters; absent for the public books. */
  contract?: string;
}

/**
 * A buyer's project (项目); everything but the place, and the use and area of each room, may be left out.
 *
 * What is left out is filled in from the reference data and listed among the answer's assumptions.
 */
export interface Project {
  /** A name for people, 1 to 80 characters. */
  name?: string;
  /** Where the building stands. */
  site: Site;
  /** The building, as far as all its rooms share it. */
  building?: Building;
  /** Constructions that surfaces of this project may name, at most 200. */
  constructions?: Construction[];
  /** Glazings that windows of this project may name, at most 200. */
  glazings?: Glazing[];
  /** The rooms to be conditioned, at most 1000; needed where nothing is requested. */
  rooms?: Room[];
  /** Units that are wanted as they are, by model or nameplate, 1 to 200. */
  requested?: Requested[];
  /** Circumstances of installation of every room that does not state its own. */
  installation?: Installation;
  /** Wishes about the equipment. */
  preferences?: Preferences;
  /** When and where the equipment is wanted; it decides what can be chosen, and never a price. */
  delivery?: Delivery;
}

/** When and where the equipment is wanted (交货). */
export interface Delivery {
  /** The instant by which it is to be on site, with its offset. */
  wantedBy?: string;
  /** The code of the division (行政区划代码) that it is delivered to, or its first digits; default that of the place. */
  region?: string;
}

/**
 * Units that are wanted as they are (指定机型): a replacement, or what the buyer has settled on.
 *
 * One of `model`, `coolingKw` and `horsepower` is needed. The model comes first; where the catalogue does not have it, or none is
 * stated, the nameplate's capacity finds the product.
 */
export interface Requested {
  /** A name, unique among requests and rooms; default `requested-1`, `requested-2`, ... */
  id?: string;
  /** How many sets, 1 to 99. */
  quantity: number;
  /** The product, or the model on the nameplate of a rooftop unit or of a pair's outdoor or indoor unit. */
  model?: string;
  /** The brand that is wanted; default any. */
  brand?: string;
  /** Cooling capacity on the nameplate of one set, kW, 1 to 100; of a rooftop unit net of its fan. */
  coolingKw?: number;
  /** Cooling capacity of one set as it is traded, 匹, 0.5 to 40. */
  horsepower?: number;
  /** How far a product's capacity may be from that of the nameplate, 0 to 0.3. */
  tolerance?: number;
  /** How the indoor unit of a pair is mounted, which no rooftop unit is; default as the preferences say, else any. */
  mounting?: Mounting;
  /** The room of this project that the units serve, whose load they are checked against. */
  room?: string;
  /** Circumstances of installation, where no room is named. */
  installation?: Installation;
}

/**
 * Where the building stands (地点): one of `city`, `adcode`, `stationId`, or `latitude` and `longitude`.
 *
 * With `design`, the four of `latitude`, `longitude`, `elevationM` and `utcOffsetH` are asked for.
 */
export interface Site {
  /** A city or county, or a weather station, by its Chinese name or in pinyin. */
  city?: string;
  /** The province, where two cities have one name. */
  province?: string;
  /** The prefecture, where two counties have one name. */
  prefecture?: string;
  /** The six-digit administrative code (行政区划代码), instead of `city`. */
  adcode?: string;
  /** The country whose standards hold, two letters of ISO 3166-1; default `CN`, China. */
  country?: string;
  /** Degrees, north positive, −90 to 90, kept to 0.0001. */
  latitude?: number;
  /** Degrees, east positive, −180 to 180, kept to 0.0001. */
  longitude?: number;
  /** Height above sea level, m, −430 to 6000, kept to 0.1; default that of the weather station. */
  elevationM?: number;
  /** Standard time, hours ahead of UTC, −12 to 14, kept to 0.01; default 8, that of China. */
  utcOffsetH?: number;
  /** The weather station; default the nearest suitable one. */
  stationId?: string;
  /** Which climate of the station; default `code`. */
  climate?: ClimateBasis;
  /** The thermal zone by which build-ups are chosen; default that of the weather station. */
  zone?: Zone;
  /** Design conditions that are stated instead of those of a station, such as those of a DDY or EPW file. */
  design?: SiteDesign;
}

/** Which climate of a station: that of GB 50736-2012, the years 1971 to 2000, or with newer dry bulbs where it has them. */
export type ClimateBasis = 'code' | 'current';

/**
 * A thermal zone of GB 50176 and GB 50189 (建筑热工气候区): severe cold (严寒), cold (寒冷), hot in summer and cold in winter
 * (夏热冬冷), hot in summer and warm in winter (夏热冬暖), mild (温和).
 */
export type Zone =
  | 'SC-A'
  | 'SC-B'
  | 'SC-C'
  | 'C-A'
  | 'C-B'
  | 'HSCW-A'
  | 'HSCW-B'
  | 'HSWW-A'
  | 'HSWW-B'
  | 'M-A'
  | 'M-B';

/** Design conditions that are stated (室外设计参数). */
export interface SiteDesign {
  /** Where they come from, 1 to 200 characters. */
  source?: string;
  /** Atmospheric pressure, Pa, 45 000 to 110 000, kept to 0.1; default that of the standard atmosphere at the site's height. */
  pressurePa?: number;
  /** The cloudless days for which rooms are kept cool, 1 to 24. */
  coolingDays: StatedCoolingDay[];
  /** The sunless day for which rooms are kept warm. */
  heatingDay: StatedHeatingDay;
}

/** A cooling design day. */
export interface StatedCoolingDay {
  /** Month, 1 to 12. */
  month: number;
  /** Day of the month. */
  day: number;
  /** Highest dry bulb, °C, kept to 0.01. */
  dryBulbMaxC: number;
  /** Highest minus lowest dry bulb, K, 0 to 40, kept to 0.01. */
  dryBulbRangeK: number;
  /** Wet bulb at the highest dry bulb, °C, kept to 0.01. */
  wetBulbC: number;
  /** Wind speed, m/s, 0 to 60, kept to 0.01. */
  windSpeedMS: number;
  /** From where the wind blows, degrees clockwise from north, 0 to 360, kept to 0.01. */
  windDirectionDeg: number;
  /** Optical depth of the beam (taub), 0 to 5, kept to 0.0001. */
  opticalDepthBeam: number;
  /** Optical depth of the diffuse light (taud), 0 to 5, kept to 0.0001. */
  opticalDepthDiffuse: number;
}

/** A heating design day. */
export interface StatedHeatingDay {
  /** Month, 1 to 12. */
  month: number;
  /** Day of the month. */
  day: number;
  /** Dry bulb all day, °C, kept to 0.01. */
  dryBulbC: number;
  /** Wind speed, m/s, 0 to 60, kept to 0.01. */
  windSpeedMS: number;
  /** From where the wind blows, degrees clockwise from north, 0 to 360, kept to 0.01. */
  windDirectionDeg: number;
}

/** The building (建筑), as far as all its rooms share it. */
export interface Building {
  /** The year in which it was built, 1900 to 2100: it decides what walls, roofs and windows are taken to be. */
  year?: number;
  /** Storeys above ground, a whole number from 1 to 163; with the wind they decide infiltration. */
  storeys?: number;
  /** From floor to floor, m, 2 to 20, kept to 0.01. */
  storeyHeightM?: number;
  /** The electrical supply that is left for air conditioning; absent where it is not known. */
  supply?: { phases: number; availableA: number };
}

/** Circumstances of installation (安装条件); what neither room nor project states comes from the reference data. */
export interface Installation {
  /** One-way refrigerant pipe of each set, m, 0 to 300, kept to 0.1. */
  pipeRunM?: number;
  /** Height between outdoor and indoor unit, m, 0 to 150, kept to 0.1. */
  heightDifferenceM?: number;
  /** Condensate pipe of each indoor unit, m, 0 to 300, kept to 0.1. */
  drainRunM?: number;
  /** Power cable of each set from the distribution board, m, 0 to 300, kept to 0.1. */
  powerCableRunM?: number;
  /** Height of the indoor unit above the floor, m, 0 to 40, kept to 0.1. */
  installHeightM?: number;
  /** The storey at which the outdoor unit stands or hangs, a whole number from 1 to 100. */
  storey?: number;
  /** Where the outdoor unit stands or hangs. */
  outdoorPlace?: OutdoorPlace;
  /** What the pipes pass through. */
  wall?: Wall;
  /** The part of the refrigerant pipe that only this room uses where rooms share one, m, 0 to 300, kept to 0.1. */
  branchRunM?: number;
  /** Air ducts from a ducted or rooftop unit to the farthest outlet, m, 0 to 300, kept to 0.1. */
  ductRunM?: number;
  /** What the unit's fan has to overcome outside it, Pa, 0 to 1000, kept to 0.1; default from the duct run. */
  ductLossPa?: number;
  /** How much warmer than outdoors the outdoor unit's air is, behind louvres or in a recess, K, 0 to 15; default 0. */
  outdoorAllowanceK?: number;
  /** Free space on the intake side of the outdoor unit, m, 0 to 50, kept to 0.01. */
  clearanceM?: number;
  /** The loudest that the room may be, dB(A), 10 to 120. */
  noiseLimitDba?: number;
  /** From the outdoor unit to the nearest window of a neighbour, m, 0.5 to 1000. */
  neighbourDistanceM?: number;
  /** The loudest that the outdoor unit may be there at night, dB(A), 10 to 120. */
  neighbourLimitDba?: number;
}

/** Where an outdoor unit stands or hangs: a bracket at the wall, a frame on ground or balcony, a frame on the roof. */
export type OutdoorPlace = 'wallBracket' | 'floorFrame' | 'roofFrame';

/** What the pipes pass through: brick or block, reinforced concrete, plasterboard or panel. */
export type Wall = 'brick' | 'concrete' | 'light';

/** Wishes about the equipment (偏好). */
export interface Preferences {
  /** The indoor units that are wanted, at least one; default any. */
  mountings?: Mounting[];
  /** The most identical sets in one room, a whole number from 1 to 64; default that of the reference data. */
  maxUnitsPerRoom?: number;
  /** What the systems are chosen by; default `installedCost`. */
  objective?: Objective;
  /** Kinds of systems that are wanted, at least one; default any. */
  systems?: SystemKind[];
  /** The only brands that are wanted, at most 50; default any. */
  brands?: string[];
  /** The only products that are wanted, the storefront's pool, at most 1000; default any. */
  products?: string[];
  /** The worst efficiency grade that is wanted, 1 to 5; default any. */
  worstGrade?: number;
  /** Whether heating is done without; default no. */
  coolingOnly?: boolean;
  /** Whether some rooms are heated while others are cooled; default no. */
  simultaneous?: boolean;
  /** Whether rooms of different floors may share a system; default no. */
  shareAcrossFloors?: boolean;
  /** What the years of running cost. */
  running?: Running;
}

/** Years of running. */
export interface Running {
  /** How many years count, 1 to 30. */
  years?: number;
  /** Price of electricity, in the currency of the books for each kWh. */
  tariffPerKwh?: DecimalText;
  /** Cooling of a year over the design load, h, 1 to 8760. */
  coolingFullLoadHours?: number;
}

/** How an indoor unit is mounted (室内机形式). */
export type Mounting =
  /** Concealed, with ducts (风管机). */
  | 'duct'
  /** Cassette for a 600 mm ceiling grid (小型嵌入机). */
  | 'compactCassette'
  /** Cassette (嵌入机). */
  | 'cassette'
  /** Under the ceiling or along the wall at the floor (座吊机). */
  | 'ceilingFloor'
  /** Low at the wall (座地机). */
  | 'console'
  /** Cabinet on the floor (柜机). */
  | 'floorStanding';
