// ---- Selection ------------------------------------------------------------------------------------------------------

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
