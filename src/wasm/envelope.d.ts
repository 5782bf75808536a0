// ---- Walls and windows ----------------------------------------------------------------------------------------------

/** An outside wall and its glass (外墙与外窗). */
export interface Facade {
  /** The compass direction that it looks to. */
  facing?: Facing;
  /** The direction of its outward normal instead, degrees clockwise from north, 0 to 360, kept to 0.01. */
  azimuthDeg?: number;
  /** Width seen from outside, m, 0.01 to 500, kept to 0.001; default from a square floor, or the area and the other façades. */
  widthM?: number;
  /** Its construction: one of the project or of the reference data; default by year and zone. */
  construction?: string;
  /** Glass area over wall area, 0 to 1, kept to 0.0001; default that of the room type. */
  glazingRatio?: number;
  /** Every window of it, at most 32, instead of `glazingRatio`. */
  windows?: Window[];
  /** The glazing of its windows: one of the project or of the reference data; default by year and zone. */
  glazing?: string;
  /** The blind inside its windows: `none`, or one of the reference data. */
  innerBlind?: string;
  /** A slab above each window. */
  overhang?: Overhang;
  /** An upright slab left of each window, seen from outside. */
  leftFin?: SideFin;
  /** An upright slab right of each window, seen from outside. */
  rightFin?: SideFin;
}

/** A compass direction. */
export type Facing = 'N' | 'NE' | 'E' | 'SE' | 'S' | 'SW' | 'W' | 'NW';

/** A window (外窗), in its wall as seen from outside; what it leaves open is as its façade has it. */
export interface Window {
  /** Width, m, 0.01 to 500, kept to 0.001. */
  widthM: number;
  /** Height, m, 0.01 to 500, kept to 0.001. */
  heightM: number;
  /** From the lower edge of the wall to that of the window, m, 0 to 500, kept to 0.001. */
  sillM: number;
  /** From the left edge of the wall to that of the window, m, 0 to 500, kept to 0.001. */
  leftM: number;
  /** Its glazing; a window of a `Surface` must state it. */
  glazing?: string;
  /** The blind inside: `none`, or one of the reference data. */
  innerBlind?: string;
  /** The slab above it. */
  overhang?: Overhang;
  /** The upright slab at its left. */
  leftFin?: SideFin;
  /** The upright slab at its right. */
  rightFin?: SideFin;
}

/** A level slab above a window (挑檐). */
export interface Overhang {
  /** How far it stands out, m, 0 to 20, kept to 0.001. */
  depthM: number;
  /** Its height above the head of the window, m, 0 to 20, kept to 0.001; default 0. */
  gapM?: number;
  /** How far it reaches past the window on either side, m, 0 to 20, kept to 0.001; default 0. */
  sideM?: number;
}

/** An upright slab beside a window (侧遮阳板). */
export interface SideFin {
  /** How far it stands out, m, 0 to 20, kept to 0.001. */
  depthM: number;
  /** Its distance from the edge of the window, m, 0 to 20, kept to 0.001; default 0. */
  gapM?: number;
}

/** What is above a room: the roof (屋面), a room like this one, or a space that is not conditioned. */
export type Above = 'roof' | 'conditioned' | 'unconditioned';

/** What is below a room: the ground (地面), a room like this one, a space that is not conditioned, or outdoor air (架空). */
export type Below = 'ground' | 'conditioned' | 'unconditioned' | 'outdoors';

/** What is behind the walls of a room that are no façades: rooms like this one, or spaces that are not conditioned. */
export type Beside = 'conditioned' | 'unconditioned';

/** The temperatures of what lies behind a floor or an inner wall. */
export interface SeasonTemperatures {
  /** On a cooling day, °C, −60 to 80, kept to 0.01. */
  coolingC?: number;
  /** On the heating day, °C, −60 to 80, kept to 0.01. */
  heatingC?: number;
}

/** One wall, roof or floor of a room that is stated whole (围护面). */
export interface Surface {
  /** Its name, 1 to 80 characters. */
  name: string;
  /** What lies beyond. */
  boundary: SurfaceBoundary;
  /** The direction of the outward normal, degrees clockwise from north, 0 to 360, kept to 0.01; default 0. */
  azimuthDeg?: number;
  /** Between outward normal and zenith, degrees, 0 to 180, kept to 0.01: 0 a roof, 90 a wall, 180 a floor. */
  tiltDeg: number;
  /** Width seen from outside, m, 0.01 to 500, kept to 0.001; of what lies flat, the width of the room. */
  widthM: number;
  /** Height, m, 0.01 to 500, kept to 0.001; of what lies flat, the depth of the room. */
  heightM: number;
  /** Its construction: one of the project or of the reference data. */
  construction: string;
  /** Its windows, at most 32; default none. */
  windows?: Window[];
}

/** What lies beyond a surface: outdoors, a room like this one, the ground, or a space that is not conditioned. */
export type SurfaceBoundary = 'outdoors' | 'conditioned' | 'ground' | 'unconditioned';

/** Furniture (家具). */
export interface Furniture {
  /** Exposed area, m², 0.01 to 1 000 000, kept to 0.01. */
  areaM2: number;
  /** Its construction: one of the project or of the reference data. */
  construction: string;
}

/** A construction of the project (构造): its layers, or a U-value and what it is part of. */
export interface Construction {
  /** The name by which surfaces name it. */
  name: string;
  /** Its layers from outside to inside, 1 to 40. */
  layers?: Layer[];
  /** The U-value (传热系数) instead, W/(m² K), 0.05 to 10, kept to 0.0001: an equivalent build-up is made for it. */
  uWM2K?: number;
  /** How heavy that build-up is; default `medium`. */
  mass?: MassClass;
  /** What that build-up is part of. */
  element?: Element;
  /** The face towards the room. */
  inside?: Finish;
  /** The face outdoors. */
  outside?: Finish;
  /** How rough the face outdoors is. */
  roughness?: FaceRoughness;
}

/** How heavy a build-up is: boards on a frame (轻质), hollow blocks or a thin slab (中等), concrete or solid masonry (重质). */
export type MassClass = 'light' | 'medium' | 'heavy';

/**
 * What a build-up is part of: an outside wall (外墙), a roof (屋面), a floor between storeys (楼板), a floor on the ground
 * (地面), a wall between rooms (隔墙).
 */
export type Element = 'wall' | 'roof' | 'interiorFloor' | 'groundFloor' | 'partition';

/** How rough a face is, as EnergyPlus names it: from stucco over brick, concrete, wood and plaster to glass. */
export type FaceRoughness = 'veryRough' | 'rough' | 'mediumRough' | 'mediumSmooth' | 'smooth' | 'verySmooth';

/** A layer (材料层): a material, which states its first four fields, or an air gap, which states its resistance. */
export interface Layer {
  /** Thickness, m, 0.00001 to 5, kept to 0.00001. */
  thicknessM?: number;
  /** Thermal conductivity (导热系数), W/(m K), 0.001 to 500, kept to 0.0001. */
  conductivityWMK?: number;
  /** Density, kg/m³, 0.1 to 20 000, kept to 0.01. */
  densityKgM3?: number;
  /** Specific heat (比热容), J/(kg K), 50 to 10 000, kept to 0.1. */
  specificHeatJKgK?: number;
  /** Resistance of an air gap, m² K/W, 0.0001 to 50, kept to 0.0001. */
  resistanceM2KW?: number;
}

/** What a face does with sun and long-wave radiation. */
export interface Finish {
  /** Share of sunlight absorbed, 0 to 1, kept to 0.0001. */
  solarAbsorptance?: number;
  /** Emissivity for long-wave radiation, 0 to 1, kept to 0.0001. */
  emissivity?: number;
}

/** A glazing of the project (玻璃): the whole window by the two numbers on its label. */
export interface Glazing {
  /** The name by which windows name it. */
  name: string;
  /** U-value of the whole window, W/(m² K), 0.2 to 7, kept to 0.0001. */
  uWM2K: number;
  /** Solar heat gain coefficient (太阳得热系数) of the whole window at normal incidence, 0.01 to 0.91, kept to 0.0001. */
  shgc: number;
}
