// ---- Machines -------------------------------------------------------------------------------------------------------

/** Where a maker's table is read. */
export interface Conditions {
  /** Air that the indoor unit takes in, dry bulb, °C. */
  indoorDryBulbC: number;
  /** Air that the indoor unit takes in, wet bulb, °C. */
  indoorWetBulbC: number;
  /** Air that the outdoor unit takes in, dry bulb, °C. */
  outdoorDryBulbC: number;
}

/** Identical matched pairs of indoor and outdoor unit in one room (一拖一). */
export interface SplitSystem {
  /** The room. */
  room: string;
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
  /** Refrigerant in the unit as delivered, kg; absent where it is not known. */
  factoryChargeKg?: number;
  /** Refrigerant for each further metre, kg/m. */
  additionalKgPerM: number;
  /** Insulation of the liquid pipe, mm. */
  liquidInsulationMm: number;
  /** Insulation of the gas pipe, mm. */
  gasInsulationMm: number;
  /** Condensate pipe, nominal mm. */
  drainMm: number;
  /** What is left of the capacity by pipe length; absent where it is not known. */
  lengthFactors?: LengthFactor[];
}

/** What is left of a capacity at a length of pipe. */
export interface LengthFactor {
  /** Equivalent one-way length, m. */
  lengthM: number;
  /** Share of the cooling capacity that is left. */
  cooling: number;
  /** Share of the heating capacity that is left. */
  heating: number;
}

/** Supply, circuit and cables of a split. */
export interface Electrical {
  /** Whether the figures are a maker's. */
  status: Status;
  /** Voltage, V. */
  volts: number;
  /** Phases, 1 or 3. */
  phases: number;
  /** 50 or 60 Hz, where the catalogue says so. */
  hz?: number;
  /** Minimum circuit ampacity (MCA), A. */
  minimumCircuitA: number;
  /** Circuit breaker, A. */
  breakerA: number;
  /** The largest overcurrent protection (MOP) that the maker allows, A; absent where it is not known. */
  maximumBreakerA?: number;
  /** Cores by mm², such as `3x2.5`. */
  powerCable: string;
  /** Cores by mm², between the units; absent for a machine of one piece. */
  controlCable?: string;
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
