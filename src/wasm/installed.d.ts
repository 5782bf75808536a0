// ---- What is installed ----------------------------------------------------------------------------------------------

/** Outdoor and indoor units of a family (一拖多, 多联机), as they stand in the building. */
export interface ConnectedSystem {
  /** What kind of system the family makes. */
  system: ConnectedKind;
  /** The family. */
  family: string;
  /** Such as `R410A`. */
  refrigerant: string;
  /** The outdoor units that work as one. */
  outdoor: OutdoorSet;
  /** The rooms, the farthest first. */
  rooms: ConnectedRoom[];
  /** The shared pipe, the farthest piece first; empty where every unit has a pipe of its own. */
  trunk: TrunkPiece[];
}

/** Outdoor units that work as one. */
export interface OutdoorSet {
  /** The units, one for each module. */
  units: OutdoorModule[];
  /** Their capacity indices together. */
  capacityIndex: number;
  /** Power cable of each, m. */
  powerCableRunM: number;
  /** The central controller; absent where there is none. */
  controller?: string;
  /** The kit that joins the modules, for each module after the first; absent for a single module. */
  moduleKit?: string;
}

/** One outdoor unit. */
export interface OutdoorModule {
  /** The product. */
  product: string;
  /** Its mass, kg. */
  massKg: number;
  /** Its supply. */
  electrical: Electrical;
}

/** The indoor or fresh-air units of one room, all alike, with their branches. */
export interface ConnectedRoom {
  /** The room. */
  room: string;
  /** The unit. */
  product: string;
  /** How it is mounted. */
  mounting: Mounting;
  /** How many. */
  count: number;
  /** Outdoor air that each of them brings in, m³/h; absent for units that take in the room's air. */
  outdoorAirM3H?: number;
  /** Capacity index of each. */
  capacityIndex: number;
  /** Pipes to each. */
  pipe: PipePair;
  /** One-way pipe from the take-off, or from the outdoor unit where nothing is shared, to each unit, m. */
  branchM: number;
  /** From the outdoor unit to the take-off, m; 0 where nothing is shared. */
  takeOffM: number;
  /** Refrigerant for each metre of the branch, kg/m. */
  branchKgPerM: number;
  /** Refrigerant for each unit, kg. */
  perIndoorKg: number;
  /** Condensate pipe, nominal mm. */
  drainMm: number;
  /** Supply of each. */
  electrical: Electrical;
  /** The room's controller; absent where it has none. */
  controller?: string;
  /** The kit at each joint inside the room; absent unless it has several units on a shared pipe. */
  innerKit?: string;
  /** The recovery box of the room; absent unless the system cools and heats at once. */
  recoveryBox?: string;
}

/** Two pipes that lie together. */
export interface PipePair {
  /** Liquid pipe, outside diameter, mm. */
  liquidMm: number;
  /** Gas pipe, outside diameter, mm. */
  gasMm: number;
  /** Insulation of the liquid pipe, mm. */
  liquidInsulationMm: number;
  /** Insulation of the gas pipe, mm. */
  gasInsulationMm: number;
}

/** A piece of the shared pipe between two take-offs, or from the outdoor unit to the first, and the joint at its far end. */
export interface TrunkPiece {
  /** Where it begins, m from the outdoor unit. */
  fromM: number;
  /** Where it ends, m from the outdoor unit. */
  toM: number;
  /** The capacity indices of the units beyond it. */
  capacityIndex: number;
  /** The pipes. */
  pipe: PipePair;
  /** Refrigerant for each metre, kg/m. */
  kgPerM: number;
  /** Cores by mm² of the cable that lies along it; absent where there is none. */
  controlCable?: string;
  /** The kit at its far end; absent where a single unit is beyond it. */
  kit?: string;
}

/** Chillers and fan coils (冷水机组, 风机盘管), as they stand in the building. */
export interface WaterSystem {
  /** The chillers with their pump. */
  plant: ChillerSet;
  /** The rooms, the farthest first. */
  rooms: WaterRoom[];
  /** The shared pair of pipes, the farthest piece first. */
  trunk: WaterPiece[];
}

/** Chillers that work as one, with their pump. */
export interface ChillerSet {
  /** The product. */
  product: string;
  /** How many modules. */
  modules: number;
  /** Mass of each, kg. */
  massKg: number;
  /** Supply of each. */
  electrical: Electrical;
  /** Water of all at the design, m³/h. */
  flowM3H: number;
  /** Capacity of all at the design, kW. */
  capacityKw: number;
  /** Power cable of each, m. */
  powerCableRunM: number;
}

/** The fan coils of one room, all alike. */
export interface WaterRoom {
  /** The room. */
  room: string;
  /** The fan coil. */
  product: string;
  /** How it is mounted. */
  mounting: Mounting;
  /** How many. */
  count: number;
  /** Water of each, l/h. */
  flowLH: number;
  /** From the shared pipe to each, one way, m. */
  branchM: number;
  /** From the plant to the take-off, m. */
  takeOffM: number;
  /** Water pipes, nominal mm. */
  waterPipeMm: number;
  /** Condensate pipe, nominal mm. */
  drainMm: number;
  /** Supply of each. */
  electrical: Electrical;
  /** The room's controller; absent where it has none. */
  controller?: string;
}

/** A piece of the shared pair of water pipes. */
export interface WaterPiece {
  /** Where it begins, m from the plant. */
  fromM: number;
  /** Where it ends, m from the plant. */
  toM: number;
  /** Water beyond it, l/h. */
  flowLH: number;
  /** Nominal diameter, mm. */
  nominalMm: number;
}

/** Identical rooftop units (屋顶机) that serve one room through ducts. */
export interface RooftopSystem {
  /** The room. */
  room: string;
  /** The product. */
  product: string;
  /** How many. */
  sets: number;
  /** Supply air of each, m³/h. */
  flowM3H: number;
  /** Mass of each, kg. */
  massKg: number;
  /** Supply of each. */
  electrical: Electrical;
}

/** Identical ventilators (新风设备) of one room. */
export interface VentilatorSystem {
  /** The room. */
  room: string;
  /** The product. */
  product: string;
  /** How many. */
  sets: number;
  /** Outdoor air of each, m³/h. */
  flowM3H: number;
  /** Supply of each. */
  electrical: Electrical;
}
