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
  /** Places, weather stations, room types and defaults, as `schema('reference')` describes them. */
  reference: string | Uint8Array | object;
  /** The products, without prices, as `schema('catalogue')` describes them. */
  catalogue: string | Uint8Array | object;
  /** The prices of products and the rates of tax, as `schema('priceBook')` describes them. */
  priceBook: string | Uint8Array | object;
  /** The rates of installation work, as `schema('rateBook')` describes them. */
  rateBook: string | Uint8Array | object;
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

/** A buyer's project (项目); everything but the city, and the use and area of each room, may be left out. */
export interface Project {
  /** A name for people, 1 to 80 characters. */
  name?: string;
  /** Where the building stands. */
  site: Site;
  /** The rooms to be conditioned, 1 to 1000. */
  rooms: Room[];
  /** Circumstances of installation of every room that does not state its own. */
  installation?: Installation;
  /** Wishes about the equipment. */
  preferences?: Preferences;
}

/** Where the building stands (地点). */
export interface Site {
  /** A prefecture-level city or a weather station, by its Chinese name or in pinyin. */
  city: string;
  /** The province in Chinese, where two cities have one name. */
  province?: string;
  /** The weather station; default the nearest suitable one. */
  stationId?: string;
}

/** A room (房间). */
export interface Room {
  /** An identifier, unique in the project; default `room-1`, `room-2`, ... */
  id?: string;
  /** A name for people, 1 to 80 characters. */
  name?: string;
  /** The room type of the reference data, such as `shop_general`. */
  use: string;
  /** Conditioned floor area, m², 1 to 100 000, kept to 0.01. */
  areaM2: number;
  /** Room dry bulb in summer, °C, 16 to 32, kept to 0.1; default that of the room type. */
  coolingSetPointC?: number;
  /** Relative humidity in summer as a fraction, 0.2 to 0.9, kept to 0.01; default that of the reference data. */
  relativeHumidity?: number;
  /** Whether the roof is above the room. */
  topFloor?: boolean;
  /** The outside walls and their glass, at most 16. */
  facades?: Facade[];
  /** Cooling index (冷指标) that replaces the band of the room type, W/m², 10 to 5000, kept to 0.1. */
  indexWM2?: number;
  /** Where in the band of the room type the estimate is taken, 0 the low end, 1 the high end, kept to 0.01. */
  indexPosition?: number;
  /** Sensible share of the total load as a fraction, 0.2 to 1, kept to 0.01; default that of the room type. */
  sensibleShare?: number;
  /** Circumstances of installation of this room. */
  installation?: Installation;
}

/** An outside wall (外墙). */
export interface Facade {
  /** The compass direction that it looks to. */
  facing: Facing;
  /** Glass area over wall area as a fraction, 0 to 1, kept to 0.01. */
  glazingRatio: number;
}

/** A compass direction. */
export type Facing = 'N' | 'NE' | 'E' | 'SE' | 'S' | 'SW' | 'W' | 'NW';

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

// ---- What comes out -------------------------------------------------------------------------------------------------

/**
 * A project's answer as far as it was asked for (方案), and all that it rests on.
 *
 * Its keys are in canonical order: `JSON.stringify` of it gives the canonical bytes.
 */
export interface Proposal {
  /** The format and its version. */
  type: 'tonnage.proposal/1';
  /** How far it goes. */
  stage: Stage;
  /** The version of the library. */
  engineVersion: string;
  /** The edition of the methods, which rises with every change that can move a number. */
  methodEdition: number;
  /** The digest of the project as it was given, in canonical form and before anything was filled in. */
  projectDigest: DigestText;
  /** The edition of the reference data. */
  reference: DataReference;
  /** The edition of the catalogue, from the selection on. */
  catalogue?: DataReference;
  /** The edition of the price book, from the selection on. */
  priceBook?: BookReference;
  /** The edition of the rate book, from the selection on. */
  rateBook?: BookReference;
  /** The pricing instant in UTC, from the selection on. */
  at?: InstantText;
  /** The project with everything filled in; giving it back gives the same loads, systems and prices. */
  project: Project;
  /** Everything that was filled in. */
  assumptions: Assumption[];
  /** The loads. */
  loads: Loads;
  /** The systems, from the selection on. */
  selection?: Selection;
  /** The quantities, with the quote. */
  billOfQuantities?: BillOfQuantities;
  /** The prices, with the quote. */
  quote?: Quote;
  /** The digest of the answer's canonical bytes without this field. */
  digest: DigestText;
}

/** How far an answer goes: `size`, `select` and `propose` give one each. */
export type Stage = 'loads' | 'selection' | 'quote';

/** Which edition of reference data or catalogue an answer rests on. */
export interface DataReference {
  /** Its name. */
  id: string;
  /** Its version, which rises with every change. */
  version: number;
  /** The digest of its canonical bytes. */
  digest: DigestText;
}

/** Which edition of a book an answer rests on. */
export interface BookReference {
  /** The name of the book. */
  id: string;
  /** Its version, which rises with every change. */
  version: number;
  /** The digest of its canonical bytes. */
  digest: DigestText;
  /** Whether it is made up for demonstration. */
  demo: boolean;
}

/** A value that the buyer did not state and that was filled in; any value that the project states overrides it. */
export interface Assumption {
  /** Where the project would state it, as `rooms[0].relativeHumidity`. */
  path: string;
  /** The value used, in the unit of that field. */
  value: Scalar;
  /** Where the value comes from, in English. */
  source: string;
  /** Where the value comes from, in Chinese. */
  sourceZh: string;
  /** How far it can be trusted. */
  confidence: Confidence;
}

/** How far a value can be trusted: read in the source named, common practice, a judgement. */
export type Confidence = 'high' | 'medium' | 'low';

/** What an answer has to say about itself: data, never an error. */
export interface Finding {
  /** What. */
  code: FindingCode;
  /** How much it matters. */
  severity: Severity;
  /** Where in the project or the answer, as `rooms[0]`; empty for the whole. */
  path: string;
  /** Values for the sentence, named beside each code. */
  params: Params;
}

/** How much a finding matters: worth knowing, somebody should look, the answer is incomplete. */
export type Severity = 'note' | 'warning' | 'error';

/** What a finding says. */
export type FindingCode =
  /** The load is the index estimate and not a computed one. */
  | 'index_estimate_only'
  /** The estimate cannot weigh a stated property of the room one by one. */
  | 'not_weighed'
  /** The stated index lies outside the band of the room type: `usedWM2`, `lowWM2`, `highWM2`, W/m². */
  | 'outside_band'
  /** The detailed index table lies outside the band of the room type: `row`, `totalWM2`, `lowWM2`, `highWM2`, W/m². */
  | 'band_disputed'
  /** A station's figures were corrected: `station`, `note`, `noteZh`. */
  | 'station_corrected'
  /** Heating was not sized: `winterDryBulbC`, °C. */
  | 'heating_not_sized'
  /** The outdoor air is in the load, but no equipment that brings it in is selected or priced. */
  | 'outdoor_air_not_equipped'
  /** A room of electronic equipment needs checks that are not made: N+1, cooling in winter, a system of its own. */
  | 'electronic_room_not_checked'
  /** The catalogue remarks something odd about a chosen product: `product`, `remark`, and the path `at` in the catalogue. */
  | 'product_remarked'
  /** The stated station is not the city's, or the city is not in the table: `city`, `station`. */
  | 'station_not_of_city'
  /** Capacity is not corrected for the length of the pipe: `runM` of the longest, m. */
  | 'pipe_length_not_corrected'
  /** The refrigerant charge is not checked against the room that it could leak into. */
  | 'charge_not_checked'
  /** The design weather comes from a station far away: `distanceKm`, `station`. */
  | 'station_far'
  /** Nothing fits a room: `rule` that most products failed, `totalW`, `indoorDryBulbC`, `indoorWetBulbC`. */
  | 'nothing_fits'
  /** The capacity is not corrected for the height of the place: `elevationM`, m. */
  | 'altitude_not_checked'
  /** The chosen units carry far more than the load: `product`, `margin` as a share of the load. */
  | 'oversized'
  /** A price, a rate or a size comes from demo data: `id` of the catalogue or book. */
  | 'demo_data'
  /** The books have no price for a line at the pricing instant: `item`, `variant`. */
  | 'no_price'
  /** The quote has no total, because a line has no price or a room no system. */
  | 'no_total';

/** The loads of a project (负荷). */
export interface Loads {
  /** The digest of the completed project that they are of. */
  projectDigest: DigestText;
  /** The design conditions of the place. */
  site: DesignConditions;
  /** The rooms, in the project's order. */
  rooms: RoomLoad[];
  /** The sum of the rooms' sizing loads. */
  sum: Load;
  /** What there is to say about them. */
  findings: Finding[];
}

/** Outdoor design conditions of a place (室外设计参数). */
export interface DesignConditions {
  /** The city as stated. */
  city: string;
  /** The weather station. */
  stationId: string;
  /** Its Chinese name. */
  stationZh: string;
  /** Its name in pinyin. */
  stationEn: string;
  /** From the city to the station, km; absent if the station was stated and is not the city's own. */
  distanceKm?: number;
  /** Height of the station, m above sea level. */
  elevationM: number;
  /** Atmospheric pressure in summer, Pa. */
  summerPressurePa: number;
  /** Outdoor dry bulb for cooling (夏季空调室外计算干球温度), °C. */
  coolingDryBulbC: number;
  /** Outdoor wet bulb for cooling, °C; the standard has none for some stations. */
  coolingWetBulbC?: number;
  /** Outdoor dry bulb for heating by air conditioning, °C. */
  winterDryBulbC: number;
  /** What was corrected in the station's figures or is missing there, in English. */
  stationNote?: string;
  /** The note in Chinese. */
  stationNoteZh?: string;
  /** Which climate: `code` is that of a standard. */
  basis: ClimateBasis;
  /** The years of its statistics, such as `1971-2000`. */
  period: string;
  /** The document, in English. */
  source: string;
  /** The document, in Chinese. */
  sourceZh: string;
}

/** Which climate the design conditions are of. */
export type ClimateBasis = 'code';

/** A load in whole watts, positive where heat or vapour is taken out of the room. */
export interface Load {
  /** Sensible and latent together (全热), W. */
  totalW: number;
  /** Sensible (显热), W. */
  sensibleW: number;
  /** Latent (潜热), W. */
  latentW: number;
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
  /** The estimate by index, the band that any computed load is checked against. */
  indexEstimate: IndexEstimate;
  /** The load that equipment is matched to. */
  sizing: Load;
  /** Which of the methods `sizing` is from. */
  sizingBasis: SizingBasis;
}

/** A method that a sizing load can be from. */
export type SizingBasis = 'indexEstimate';

/** The state of the room's air in summer, which is what an indoor unit takes in. */
export interface AirState {
  /** Dry bulb (干球温度), °C. */
  dryBulbC: number;
  /** Relative humidity as a fraction, 0 to 1. */
  relativeHumidity: number;
  /** Wet bulb (湿球温度), °C to 0.01. */
  wetBulbC: number;
}

/** The load of a room by its index (冷指标法). */
export interface IndexEstimate {
  /** Low end of the band of the room type, W/m². */
  lowWM2: number;
  /** High end of the band of the room type, W/m². */
  highWM2: number;
  /** Where in the band the index was taken, 0 to 1; absent if the project states the index itself. */
  position?: number;
  /** The index used, W/m² to 0.01; outdoor air is in it. */
  usedWM2: number;
  /** Sensible share of the total as a fraction, 0 to 1. */
  sensibleShare: number;
  /** The load at the index used. */
  load: Load;
  /** Total at the low end of the band, W. */
  lowW: number;
  /** Total at the high end of the band, W. */
  highW: number;
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

/** The systems of a project (选型). */
export interface Selection {
  /** The digest of the completed project that it was made for. */
  projectDigest: DigestText;
  /** The rooms, in the project's order. */
  rooms: RoomSelection[];
  /** What there is to say about them. */
  findings: Finding[];
}

/** The system of one room. */
export interface RoomSelection {
  /** The room's identifier. */
  room: string;
  /** The conditions that capacity was read at. */
  conditions: Conditions;
  /** The load that the system carries. */
  load: Load;
  /** The cheapest system that fits; absent if none does. */
  chosen?: Choice;
  /** The next cheapest systems that fit, at most two. */
  alternatives: Choice[];
  /** Every other product, with the first rule that it failed. */
  rejected: Rejection[];
}

/** Where a maker's table is read. */
export interface Conditions {
  /** Air that the indoor unit takes in, dry bulb, °C. */
  indoorDryBulbC: number;
  /** Air that the indoor unit takes in, wet bulb, °C. */
  indoorWetBulbC: number;
  /** Air that the outdoor unit takes in, dry bulb, °C. */
  outdoorDryBulbC: number;
}

/** A system that fits a room. */
export interface Choice {
  /** The maker's brand. */
  brand: string;
  /** The indoor unit's model. */
  indoorModel: string;
  /** The outdoor unit's model. */
  outdoorModel: string;
  /** The source of its capacities, as the catalogue names it. */
  source: string;
  /** Whether those are a maker's. */
  status: Status;
  /** What is installed, with all that its installation depends on. */
  system: SplitSystem;
  /** Capacity of one set at the room's conditions. */
  each: Capacity;
  /** Capacity of all sets. */
  all: Capacity;
  /** Total capacity above the total load, as a share of the load; never negative. */
  totalMargin: number;
  /** Sensible capacity above the sensible load, as a share of the load; never negative. */
  sensibleMargin: number;
  /** The equipment, in the currency of the books, tax included. */
  equipment: DecimalText;
  /** Its installation, in the currency of the books, tax included. */
  installation: DecimalText;
  /** Both together: what the choice was made by. */
  cost: DecimalText;
  /** The points of the maker's table that `each` was interpolated from. */
  tablePoints: Cell[];
}

/** Identical matched pairs of indoor and outdoor unit in one room (一拖一). */
export interface SplitSystem {
  /** The product. */
  product: string;
  /** How the indoor units are mounted. */
  mounting: Mounting;
  /** How many pairs. */
  sets: number;
  /** Pipes of each. */
  piping: Piping;
  /** Supply of each. */
  electrical: Electrical;
  /** Masses of each. */
  massKg: Mass;
}

/** What a unit delivers and takes. */
export interface Capacity {
  /** Total cooling capacity (总冷量), W. */
  totalW: number;
  /** Sensible cooling capacity (显冷量), W. */
  sensibleW: number;
  /** Electrical input, W. */
  inputW: number;
}

/** A point of a maker's table that an interpolated capacity leans on. */
export interface Cell {
  /** Indoor dry bulb, °C. */
  indoorDryBulbC: number;
  /** Indoor wet bulb, °C. */
  indoorWetBulbC: number;
  /** Outdoor dry bulb, °C. */
  outdoorDryBulbC: number;
  /** Its share of the answer, to six decimals; the shares sum to one. */
  weight: number;
  /** What the table says there. */
  capacity: Capacity;
}

/** Whether figures are a maker's or made up for demonstration. */
export type Status = 'real' | 'demo';

/** Pipes of a split, their limits, charge and insulation. */
export interface Piping {
  /** Whether the figures are a maker's. */
  status: Status;
  /** Such as `R32`. */
  refrigerant: string;
  /** Liquid pipe, outside diameter, mm. */
  liquidMm: number;
  /** Gas pipe, outside diameter, mm. */
  gasMm: number;
  /** The longest one-way pipe that the maker allows, m. */
  maxLengthM: number;
  /** The greatest height between the units that the maker allows, m. */
  maxHeightM: number;
  /** Pipe that the factory charge covers, m. */
  prechargedM: number;
  /** Refrigerant for each further metre, kg/m. */
  additionalKgPerM: number;
  /** Insulation of the liquid pipe, mm. */
  liquidInsulationMm: number;
  /** Insulation of the gas pipe, mm. */
  gasInsulationMm: number;
  /** Condensate pipe, nominal mm. */
  drainMm: number;
}

/** Supply, circuit and cables of a split. */
export interface Electrical {
  /** Whether the figures are a maker's. */
  status: Status;
  /** Voltage, V. */
  volts: number;
  /** Phases, 1 or 3. */
  phases: number;
  /** Minimum circuit ampacity (MCA), A. */
  minimumCircuitA: number;
  /** Circuit breaker, A. */
  breakerA: number;
  /** Cores by mm², such as `3x2.5`. */
  powerCable: string;
  /** Cores by mm², between the units. */
  controlCable: string;
}

/** Masses of a split. */
export interface Mass {
  /** Whether the figures are a maker's. */
  status: Status;
  /** Indoor unit, kg. */
  indoor: number;
  /** Outdoor unit, kg. */
  outdoor: number;
}

/** A product that was not taken, and the first rule that it failed. */
export interface Rejection {
  /** The product. */
  product: string;
  /** The rule. */
  rule: Rule;
  /** Values for the sentence, named beside each rule. */
  params: Params;
}

/** A rule of the selection, in the order in which it is tried. */
export type Rule =
  /** The catalogue refused its figures: `reason`, a `RemarkCode`, and the path `at` in the catalogue. */
  | 'refusedByCatalogue'
  /** Another mounting is wanted: `mounting`. */
  | 'mounting'
  /** Pipes, supply or masses are not known, so it cannot be taken off. */
  | 'incompleteData'
  /** The pipe run is longer than the maker allows: `value`, `limit`, m. */
  | 'pipeLength'
  /** The height between the units is greater than the maker allows: `value`, `limit`, m. */
  | 'pipeHeight'
  /** The conditions lie outside the maker's table: `axis`, `value`, `minimum`, `maximum`, °C. */
  | 'outsideTable'
  /** The maker's table has no value at the conditions: `indoorDryBulbC`, `indoorWetBulbC`, `outdoorDryBulbC`. */
  | 'missingCell'
  /** Even the most sets allowed carry less than the total load: `value`, `limit`, W. */
  | 'totalCapacity'
  /** Even the most sets allowed carry less than the sensible load: `value`, `limit`, W. */
  | 'sensibleCapacity'
  /** The books have no price for it or its installation: the `item` and `variant` that they lack. */
  | 'noPrice'
  /** It fits, and costs more than the chosen system and the alternatives: `cost`, `more`, `sets`. */
  | 'costlier';

/** Why the catalogue refused a product: the `reason` of a rejection by `refusedByCatalogue`. */
export type RemarkCode =
  /** The outdoor dry bulbs do not rise. */
  | 'axis_not_rising'
  /** A row has another number of cells than there are outdoor dry bulbs. */
  | 'row_length'
  /** Two rows have one indoor condition. */
  | 'duplicate_row'
  /** The table has a single indoor dry bulb. */
  | 'single_dry_bulb'
  /** An indoor dry bulb has a single wet bulb. */
  | 'single_wet_bulb'
  /** The table does not reach its own rating point. */
  | 'no_rating_point'
  /** Total, sensible and input are not all there or all absent. */
  | 'incomplete_cell'
  /** Sensible capacity above total. */
  | 'sensible_above_total'
  /** Capacity over input outside what machines do. */
  | 'implausible_efficiency';

/** What a project needs, before prices (工程量清单). */
export interface BillOfQuantities {
  /** The lines, room by room. */
  lines: BillLine[];
  /** The rooms that nothing was selected for; while there is one, the quote has no total. */
  uncovered: string[];
}

/** One line: `quantity` is `sets` times `each`. */
export interface BillLine {
  /** The room that it is for. */
  room: string;
  /** What: `equipment`, or an item of the rate book. */
  item: string;
  /** Which: the product of `equipment`, or a size or kind of the item. */
  variant?: string;
  /** What a rate depends on by amount: storey, height in m, or mass in kg. */
  measure?: number;
  /** What is counted. */
  unit: Unit;
  /** Identical sets in the room. */
  sets: number;
  /** Quantity of one set, in `unit`. */
  each: DecimalText;
  /** Quantity of all sets, in `unit`. */
  quantity: DecimalText;
  /** How it was found. */
  basis: QuantityBasis;
  /** The field of the project or of the product that `each` or `measure` comes from. */
  source: string;
  /** The field of the project or of the product that `variant` comes from. */
  variantSource?: string;
}

/** What is counted: sets (套), pieces (个), pairs (副), metres (米), kilograms (千克). */
export type Unit = 'set' | 'piece' | 'pair' | 'm' | 'kg';

/** How a quantity was found: from what the project states or assumes. */
export type QuantityBasis = 'estimated';

/** A priced bill of quantities (报价); amounts contain the tax. */
export interface Quote {
  /** The pricing instant in UTC. */
  at: InstantText;
  /** The customer's contract, by which the books were chosen; absent for the public books. */
  contract?: string;
  /** The price book used. */
  priceBook: BookReference;
  /** The rate book used. */
  rateBook: BookReference;
  /** The currency of every amount, ISO 4217. */
  currency: string;
  /** The lines, in the order of the bill of quantities. */
  lines: QuoteLine[];
  /** Amounts by tax category. */
  taxSummary: TaxSummary[];
  /** The sum of the equipment lines, tax included. */
  equipment: DecimalText;
  /** The sum of all other lines, tax included. */
  installation: DecimalText;
  /** The sum of all lines, tax included; absent if a line has no price or a room no system, because it would be too low. */
  total?: DecimalText;
  /** The part of the total that is not tax. */
  net?: DecimalText;
  /** The part of the total that is tax. */
  tax?: DecimalText;
  /** What there is to say about it. */
  findings: Finding[];
}

/** One line of a quote; the fields of `Priced` are all there, or all absent if the books have no price for the line. */
export interface QuoteLine extends Partial<Priced> {
  /** The line's number from 1. */
  number: number;
  /** The room that it is for. */
  room: string;
  /** What: `equipment`, or an item of the rate book. */
  item: string;
  /** Which. */
  variant?: string;
  /** What the rate depends on by amount: storey, height in m, or mass in kg. */
  measure?: number;
  /** What is counted. */
  unit: Unit;
  /** How much, in `unit`. */
  quantity: DecimalText;
}

/** The price of a line and what follows from it: `quantity` times `unitPrice`, rounded half-up, is `amount`. */
export interface Priced {
  /** The price of one `unit`, tax included. */
  unitPrice: DecimalText;
  /** The price of the line, tax included: `net` and `tax` together. */
  amount: DecimalText;
  /** The tax category. */
  taxCategory: string;
  /** Its rate at the pricing instant, as a fraction. */
  taxRate: DecimalText;
  /** Without tax. */
  net: DecimalText;
  /** The tax. */
  tax: DecimalText;
  /** The row of the book that the price comes from, as `priceBook.entries[12]`. */
  source: string;
  /** The row of the price book that the rate of tax comes from, as `priceBook.taxCategories[0]`. */
  taxSource: string;
}

/** The amounts of one tax category. */
export interface TaxSummary {
  /** The category. */
  taxCategory: string;
  /** Its rate, as a fraction. */
  rate: DecimalText;
  /** Sum of the lines' amounts, tax included. */
  amount: DecimalText;
  /** Sum of the lines' net amounts. */
  net: DecimalText;
  /** Sum of the lines' taxes. */
  tax: DecimalText;
}

// ---- What is thrown -------------------------------------------------------------------------------------------------

/** Why a request could not be answered: a real `Error`, to be known by its `name`. */
export interface TonnageError extends Error {
  name: 'TonnageError';
  /** The stable code of the first problem. */
  code: ErrorCode;
  /** The path of the first problem, as `rooms[0].areaM2`; empty for the request itself. */
  path: string;
  /** The parameters of the first problem. */
  params: Params;
  /** All problems found, the first first, at most 100; none if the engine is not loaded. */
  problems: Problem[];
  /** Whether there were more problems than are listed. */
  hasMore: boolean;
}

/** One fault and where it is. */
export interface Problem {
  /** The stable code, for programs and translations. */
  code: ErrorCode;
  /** Where, as `rooms[0].areaM2`; empty for the request itself. */
  path: string;
  /** Values for a translated sentence, named beside each code. */
  params: Params;
  /** The sentence in English, which may change. */
  message: string;
}

/** What is wrong with one value of a request. */
export type ErrorCode =
  /** The engine is not loaded yet: `await init()` first. */
  | 'not_ready'
  /** Nothing was given. */
  | 'empty'
  /** The text is not JSON: `line`, `column`, `reason`. */
  | 'json_syntax'
  /** The text starts with a byte order mark. */
  | 'byte_order_mark'
  /** The bytes are not UTF-8: `offset` of the first bad byte. */
  | 'not_utf8'
  /** More bytes of text than the kind of request may have: `maximum`. */
  | 'too_long'
  /** Nested more deeply than the kind of request may be: `maximum`. */
  | 'too_deep'
  /** More values in all than the kind of request may have: `maximum`. */
  | 'too_many_values'
  /** A list is too long: `maximum`. */
  | 'too_many_items'
  /** A list is too short: `minimum`. */
  | 'too_few_items'
  /** An object names one key twice: `key`. */
  | 'duplicate_key'
  /** An object contains itself. */
  | 'cyclic'
  /** A value of the host language that has no place in a request: `found`. */
  | 'unsupported_type'
  /** Reading the value threw: `reason`. */
  | 'unreadable'
  /** A field that the object does not have: `field`, and `suggestion` if a known name is near. */
  | 'unknown_field'
  /** A required field is absent. */
  | 'missing_field'
  /** Another type than the field has: `expected`, `found`. */
  | 'wrong_type'
  /** `NaN` or an infinity. */
  | 'not_finite'
  /** A number outside the field's range: `minimum`, `maximum`, `found`. */
  | 'out_of_range'
  /** A fraction where a whole number belongs: `found`. */
  | 'not_whole'
  /** A text longer than the field allows, or empty: `minimum`, `maximum`. */
  | 'text_length'
  /** A text with characters that an identifier may not have: `found`. */
  | 'not_identifier'
  /** A text with a control character. */
  | 'control_character'
  /** A text that is none of the field's choices: `found`, `allowed`. */
  | 'unknown_value'
  /** A JSON number where money or a rate belongs. */
  | 'number_for_money'
  /** A text that is not a plain decimal: `found`. */
  | 'not_decimal'
  /** A text that is not an instant with an offset: `found`. */
  | 'not_instant'
  /** Two entries with one identifier: `found`, `other`. */
  | 'duplicate'
  /** An identifier that names nothing in the data: `kind`, `found`, and `suggestion` if a known name is near. */
  | 'unknown_reference'
  /** A name that several places have: `found`, `candidates`. */
  | 'ambiguous_city'
  /** The equipment of this use governs its load and cannot be defaulted: `use`. */
  | 'equipment_unknown'
  /** The end of a period is not after its start: `from`. */
  | 'empty_period'
  /** Two entries hold for the same thing at the same time: `other`. */
  | 'overlap'
  /** A book whose period has ended: `to`, `at`. */
  | 'book_expired'
  /** A book whose period has not begun: `from`, `at`. */
  | 'book_not_yet_valid'
  /** A book made for somebody else: `audience`. */
  | 'wrong_audience'
  /** Two books of different currencies: `found`, `expected`. */
  | 'mixed_currency'
  /** A step was given the result of another project's step, or an incomplete project: `reason`. */
  | 'mismatch'
  /** A weather file that is not written as its format asks: `line`, `reason`. */
  | 'file_syntax'
  /** A weather file with decimal commas: `line`, `found`. */
  | 'decimal_comma'
  /** A text in a weather file where a number belongs: `line`, `found`. */
  | 'not_number'
  /** A plant without an hour of operation. */
  | 'never_on'
  /** Parts of one whole that are together more than it: `sum`. */
  | 'fractions_exceed_one'
  /** A window in a surface that has no outdoors behind it. */
  | 'window_not_outdoors'
  /** An amount too large for its type. */
  | 'overflow'
  /** More trials of a product in a room than one answer may take: `rooms`, `products`, `maximum`. */
  | 'too_much_work'
  /** A number that no canonical answer can hold: `found`. */
  | 'not_canonical'
  /** The request was valid and could not be decoded, which is a defect of the library: `reason`. */
  | 'decode';

/** What `schema` knows. */
export type SchemaName = 'project' | 'catalogue' | 'priceBook' | 'rateBook' | 'reference';
