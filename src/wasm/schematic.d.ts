// ---- Schematic ------------------------------------------------------------------------------------------------------

/**
 * A part of a schematic (系统图). Parts stand in the order of the way outwards. Equal parts side by side are drawn once, as on a one-line
 * drawing, and `units` says how many they are.
 */
export type SchematicPiece = {
  /** The position of the part that it hangs on, counted from 0; absent for the first. */
  after?: number;
  /** How many. */
  units: number;
} & (
  | OutdoorPiece
  | PipePiece
  | WaterPipePiece
  | DuctPiece
  | JointPiece
  | RecoveryBoxPiece
  | IndoorPiece
  | OutletPiece
);

/** Outdoor units, rooftop units or chillers; of outdoor units that work as one the others hang on the joint with the first. */
export interface OutdoorPiece {
  part: 'outdoor';
  product: string;
}

/** A pair of refrigerant pipes. */
export interface PipePiece {
  part: 'pipe';
  /** The room whose branch it is; absent where rooms share it. */
  room?: string;
  /** Length of each, one way, m. */
  lengthM: number;
  /** Liquid pipe, outside diameter, mm. */
  liquidMm: number;
  /** Gas pipe, outside diameter, mm. */
  gasMm: number;
  /** Sum of the capacity indices beyond a shared pipe, as the connection ratio counts them; absent for branches. */
  beyond?: number;
}

/** A pair of water pipes. */
export interface WaterPipePiece {
  part: 'waterPipe';
  /** The room whose branch it is; absent where rooms share it. */
  room?: string;
  /** Length of each, one way, m. */
  lengthM: number;
  /** Nominal diameter, mm. */
  nominalMm: number;
  /** Water in each, l/h. */
  flowLH: number;
}

/** A supply duct of a rooftop unit. */
export interface DuctPiece {
  part: 'duct';
  room: string;
  /** Length of each, m. */
  lengthM: number;
  /** Side of its square, mm. */
  sideMm: number;
}

/** A joint of refrigerant pipes: of outdoor units, of the shared pipe with a room's branch, or inside a room of several units. */
export interface JointPiece {
  part: 'joint';
  /** The kit. */
  product: string;
  /** The room whose branch leaves there, or whose units part there; absent for outdoor units. */
  room?: string;
}

/** The box that switches a room between cooling and heating. */
export interface RecoveryBoxPiece {
  part: 'recoveryBox';
  product: string;
  room: string;
}

/** Indoor units, fan coils or fresh-air units. */
export interface IndoorPiece {
  part: 'indoor';
  room: string;
  /** The product; of a matched pair that of the outdoor unit as well. */
  product: string;
  /** Whether they are fresh-air units, which take in outdoor air. */
  outdoorAir: boolean;
}

/** Outlets of a supply duct. */
export interface OutletPiece {
  part: 'outlet';
  room: string;
}
