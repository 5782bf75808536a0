// ---- Selection ------------------------------------------------------------------------------------------------------

/** The systems of a project (选型). */
export interface Selection {
  /** The digest of the completed project that it was made for. */
  projectDigest: DigestText;
  /** What was minimised, and how far that is proved. */
  optimum: Optimum;
  /** The systems, in the order of their first rooms; those of requests after them. */
  systems: System[];
  /** The ventilators, in the order of the rooms. */
  ventilators: Ventilator[];
  /** The rules of all systems together: supply of the building, sound at neighbours; none without systems. */
  checks: Check[];
  /** The rooms, in the project's order. */
  rooms: RoomSelection[];
  /** What was found for the requests, in their order. */
  requested: RequestedUnits[];
  /** Machines that serve several rooms and are not taken, by the first rule that they failed. */
  rejected: RejectedGroup[];
  /** The choices that no other beats in cost, electricity and sound together. */
  alternatives: Alternative[];
  /** The three best of the chosen systems and the best of each one kind of system, the best first. */
  offers: Offer[];
  /** What the wishes of the project cost against the best without them; absent where there are none. */
  preference?: PreferenceCost;
  /** What there is to say about it. */
  findings: Finding[];
}

/** What was found for a request. */
export interface RequestedUnits {
  /** The request. */
  id: string;
  /** The room that they serve; absent where none is named. */
  room?: string;
  /** How many sets. */
  quantity: number;
  /** Cooling capacity of one set as the nameplate says, W; absent where only a model is stated. */
  askedW?: number;
  /** How the product was found; absent where none was. */
  foundBy?: 'model' | 'nameplate' | 'nextLarger';
  /** The system that they are; absent where none was found. */
  system?: string;
  /** The next products that answer the request, at most two. */
  alternatives: RequestedAlternative[];
  /** Every other product by the reason why it does not answer the request. */
  rejected: RejectedGroup[];
}

/** Another product that answers a request. */
export interface RequestedAlternative {
  /** The product. */
  product: string;
  /** Its cooling capacity at the rating point, W. */
  ratedW: number;
  /** Equipment and installation of all sets, tax included. */
  cost: DecimalText;
}

/** What systems are chosen by (选型目标). */
export type Objective = 'installedCost' | 'lifeCycleCost' | 'efficiency' | 'noise';

/** What kind of system serves a room (系统形式). */
export type SystemKind =
  | 'matchedSplit'
  | 'multiSplit'
  | 'vrfHeatPump'
  | 'vrfHeatRecovery'
  | 'rooftop'
  | 'chilledWater';

/** What was minimised, and how far that is proved. */
export interface Optimum {
  /** What the systems are chosen by. */
  objective: Objective;
  /** Equipment and installation of all systems at the books' prices, before rules of whole orders, tax included. */
  cost: DecimalText;
  /** No choice of systems has less than this, in the unit of the objective. */
  lowerBound: number;
  /** What the chosen systems have, in the unit of the objective: money, kWh a year or relative sound power. */
  value: number;
  /** Whether every grouping was tried or shown to be no better. */
  provedOptimal: boolean;
}

/** Kinds whose outdoor and indoor units are of one family and joined by pipes. */
export type ConnectedKind = 'multiSplit' | 'vrfHeatPump' | 'vrfHeatRecovery';

/** A machine or machines with the rooms that they serve; its kind says what shape is installed. */
export type System =
  | SystemOf<'matchedSplit', SplitSystem>
  | SystemOf<ConnectedKind, ConnectedSystem>
  | SystemOf<'rooftop', RooftopSystem>
  | SystemOf<'chilledWater', WaterSystem>;

/** A system of these kinds, of which this is installed. */
export interface SystemOf<Kind extends SystemKind, Installed> {
  /** `system-1`, `system-2`, ...; empty for one that is only an alternative. */
  id: string;
  /** What kind of system. */
  kind: Kind;
  /** The outdoor units or chillers; absent where every unit is its own. */
  outdoor?: Plant;
  /** The rooms, in the project's order. */
  rooms: ServedRoom[];
  /** The fresh-air units on it, in the project's order of the rooms that they bring air to. */
  freshAirUnits: FreshAirUnits[];
  /** The rules of the system as a whole, each with its margin. */
  checks: Check[];
  /**
   * The rule of these with the smallest margin, the first of equals; absent where none has a margin, as of a room's own sets, whose rules
   * stand with the room.
   */
  governing?: Rule;
  /** Cooling energy of a year, kWh, at the efficiency of the design. */
  energyKwh: number;
  /** Pipes, joints and units as a face draws them, from the plant outwards. */
  schematic: SchematicPiece[];
  /** Equipment, tax included. */
  equipment: DecimalText;
  /** Installation, tax included. */
  installation: DecimalText;
  /** Both. */
  cost: DecimalText;
  /** What is installed, with all that its installation depends on. */
  installed: Installed;
}

/** Who a product is. */
export interface ProductIdentity {
  /** Unique in the catalogue; the price book's sku. */
  id: string;
  /** The maker's brand. */
  brand: string;
  /** The maker's model; of a matched split that of the outdoor unit. */
  model: string;
  /** The source of its figures, as the catalogue names it. */
  source: string;
  /** Where in the source: a page, a sheet or a table of it, where the catalogue says so. */
  sourceAt?: string;
  /** Whether they are a maker's. */
  status: Status;
}

/** Outdoor units that work as one, or chillers. */
export interface Plant {
  /** The units, one for each module. */
  units: ProductIdentity[];
  /** Cooling at the design, corrected for pipe and place, W. */
  coolingW: number;
  /** Heating at the design with defrost, W; absent where none is wanted or known. */
  heatingW?: number;
  /** The largest hour of its rooms and fresh-air units together, W. */
  blockPeakW: number;
  /** The heating of its rooms and fresh-air units together, W. */
  blockHeatingW?: number;
  /** Electrical input at the design, W. */
  inputW: number;
  /** Indices of the indoor and fresh-air units over that of the outdoor units; absent for chillers. */
  ratio?: number;
  /** Refrigerant in all, kg; absent where it is not known. */
  chargeKg?: number;
  /** From the plant to the farthest unit, m. */
  farthestM: number;
  /** All pipe, one way, m. */
  totalPipeM: number;
}

/** What a room has of a system. */
export interface ServedRoom {
  /** The room. */
  room: string;
  /** The product. */
  product: ProductIdentity;
  /** The indoor unit's model where the product is a pair. */
  indoorModel?: string;
  /** How it is mounted; absent for a rooftop unit. */
  mounting?: Mounting;
  /** How many. */
  units: number;
  /** The air that they take in. */
  conditions: Conditions;
  /** Capacity of one there. */
  each: Capacity;
  /** Capacity of all. */
  all: Capacity;
  /**
   * What all get while every unit of the system calls at once, W: the lesser of their own capacity and, where the units together have
   * more than the outdoor units, of the outdoor units' capacity by capacity indices. The search knows the largest hour of all rooms together
   * only, so that this refuses nothing; absent where no outdoor unit with an index is shared.
   */
  allCallingW?: number;
  /** Heating of all at the winter design with defrost, W; absent where none is wanted or known. */
  heatingW?: number;
  /** The rules, each with its margin. */
  checks: Check[];
  /** The rule with the smallest margin, the first of equals; absent where none has a margin. */
  governing?: Rule;
  /** The points of a split's table that `each` was interpolated from. */
  tablePoints: Cell[];
}

/** The fresh-air units (新风机) of one room, all alike, as members of a system. */
export interface FreshAirUnits {
  /** The room that they bring outdoor air to. */
  room: string;
  /** The product. */
  product: ProductIdentity;
  /** How many. */
  units: number;
  /** Outdoor air of each, m³/h. */
  flowM3H: number;
  /** The air that they take in: outdoors at the design. */
  conditions: OutdoorConditions;
  /** Cooling of one there, W. */
  eachW: number;
  /** Cooling of all there, W. */
  coolingW: number;
  /** What all get while every unit of the system calls at once, W: as of a room's other units. */
  allCallingW?: number;
  /** Heating of all at the winter design, W; absent where none is wanted or known. */
  heatingW?: number;
  /** Electrical input of all, W. */
  inputW: number;
  /** The rules, each with its margin. */
  checks: Check[];
  /** The rule with the smallest margin, the first of equals; absent where none has a margin. */
  governing?: Rule;
}

/** Outdoor air that a machine takes in. */
export interface OutdoorConditions {
  /** In summer, dry bulb, °C. */
  dryBulbC: number;
  /** In summer, wet bulb, °C. */
  wetBulbC: number;
  /** In winter, dry bulb, °C; absent where no heating is wanted. */
  winterDryBulbC?: number;
}

/** A rule, what was found and what it asks for. */
export interface Check {
  /** The rule. */
  rule: Rule;
  /** What it came to; `notChecked` where catalogue or project do not say enough. */
  verdict: 'passed' | 'failed' | 'notChecked';
  /** What was found, in the unit of the rule. */
  value?: number;
  /** What the rule asks for at least or at most. */
  limit?: number;
  /**
   * How far the value is on the good side of the limit, as a share of it; negative where it is broken, absent where the value can only be
   * one of a few.
   */
  margin?: number;
  /** The standard that the limit is of, where countries have different ones. */
  standard?: Standard;
}

/** A standard that limits the refrigerant in a room (制冷剂浓度限值). */
export type Standard = 'gbT9237' | 'en378' | 'iso5149' | 'gb470632' | 'iec60335240';

/** What brings outdoor air to a room. */
export interface Ventilator {
  /** `ventilation-1`, `ventilation-2`, ... */
  id: string;
  /** The room. */
  room: string;
  /** The product. */
  product: ProductIdentity;
  /** How many. */
  units: number;
  /** The highest airflow of each, m³/h. */
  flowM3H: number;
  /** Electrical input of all at it, W. */
  inputW: number;
  /** The rules, each with its margin. */
  checks: Check[];
  /** The rule with the smallest margin, the first of equals; absent where none has a margin. */
  governing?: Rule;
  /** Every other ventilator, by the first rule that it failed. */
  rejected: RejectedGroup[];
  /** Equipment, tax included. */
  equipment: DecimalText;
  /** Installation, tax included. */
  installation: DecimalText;
  /** Both. */
  cost: DecimalText;
  /** What is installed. */
  installed: VentilatorSystem;
}

/** What serves one room. */
export interface RoomSelection {
  /** The room's identifier. */
  room: string;
  /** The room's own air as a unit takes it in, without outdoor air. */
  conditions: Conditions;
  /** The load that is carried. */
  load: Load;
  /** The heating that is carried, W; absent where none is wanted. */
  heatingW?: number;
  /** The system that serves it; absent if none does. */
  system?: string;
  /** The cheapest systems of the room's own that fit and are not taken, at most two. */
  alternatives: System[];
  /** Every other product for a room, by the first rule that it failed. */
  rejected: RejectedGroup[];
  /** What brings its outdoor air, where its load counts on a fresh-air unit. */
  freshAir?: RoomFreshAir;
}

/** What the load of a room counts on a fresh-air unit for, and what serves it. */
export interface RoomFreshAir {
  /** Outdoor air, m³/h. */
  flowM3H: number;
  /** What the units do at their own largest hour, W: from outdoors to the state that they supply. */
  coolingW: number;
  /** What they do on the heating day, W; absent where no heating is wanted. */
  heatingW?: number;
  /** The system that the units are members of; absent if none fit. */
  system?: string;
  /** Every other fresh-air unit, by the first rule that it failed. */
  rejected: RejectedGroup[];
}

/** Another way to serve the project. */
export interface Alternative {
  /** What it is best by: cost, cost over the years, electricity, sound. */
  label: 'good' | 'better' | 'best' | 'quietest';
  /** What it was searched by. */
  objective: Objective;
  /** Equipment and installation, tax included. */
  cost: DecimalText;
  /** Cooling energy of a year, kWh. */
  energyKwh: number;
  /** Cost and the electricity of the years. */
  lifeCycleCost: DecimalText;
  /** The loudest room, dB(A); absent where a level is not known. */
  loudestDba?: number;
  /** Whether it is proved to be the best by its objective. */
  provedOptimal: boolean;
  /**
   * What a quote of it comes to, with what is requested by name and the ventilators, tax included; absent where nothing is quoted or
   * the quote has no total.
   */
  total?: DecimalText;
  /** Its systems in short. */
  systems: SystemSummary[];
}

/** The best choice, or the best with one kind of system in every room (报价方案): what a buyer compares. */
export interface Offer {
  /** The only kind of system in it; absent for the chosen systems, of whatever kinds they are. */
  kind?: SystemKind;
  /** What it has, in the unit of the objective: money, kWh a year or relative sound power. */
  value: number;
  /** Equipment and installation, tax included. */
  cost: DecimalText;
  /** Cooling energy of a year, kWh. */
  energyKwh: number;
  /** Cost and the electricity of the years. */
  lifeCycleCost: DecimalText;
  /** The loudest room, dB(A); absent where a level is not known. */
  loudestDba?: number;
  /** Whether it is proved to be the best of its kind by the objective. */
  provedOptimal: boolean;
  /**
   * What a quote of it comes to, with what is requested by name and the ventilators, tax included; absent where nothing is quoted or
   * the quote has no total.
   */
  total?: DecimalText;
  /** Its systems in short. */
  systems: SystemSummary[];
}

/** A system in short. */
export interface SystemSummary {
  /** What kind of system. */
  kind: SystemKind;
  /** The outdoor units or chillers, or the products of a room's own. */
  products: string[];
  /** The rooms. */
  rooms: string[];
  /** The rooms whose fresh-air units are members of it. */
  freshAir: string[];
  /** Equipment and installation, tax included. */
  cost: DecimalText;
}

/** What the wishes of the project cost. */
export interface PreferenceCost {
  /** The best without wishes for kinds, brands, products and grades: equipment and installation, tax included. */
  unrestricted: DecimalText;
  /** What the wishes cost beyond that; absent where they leave a room without a system. */
  more?: DecimalText;
  /** The systems without wishes, in short. */
  systems: SystemSummary[];
  /** Whether the best without wishes is proved. */
  provedOptimal: boolean;
}

/** The products that one rule refused. */
export interface RejectedGroup {
  /** The rule. */
  rule: Rule;
  /** The products, in the order of their names. */
  products: RejectedProduct[];
}

/** A product that a rule refused. */
export interface RejectedProduct {
  /** The product. */
  product: string;
  /** Values for the sentence, mostly `value` and `limit`. */
  params: Params;
}

/** A rule of the selection. */
export type Rule =
  /** The catalogue refused its figures. */
  | 'refusedByCatalogue'
  /** Another kind of system is wanted. */
  | 'systemWanted'
  /** Another brand or another product is wanted. */
  | 'productWanted'
  /** Another mounting is wanted. */
  | 'mounting'
  /** The project has no place where its outdoor unit stands: a roof for a rooftop unit, anything but a wall for a chiller. */
  | 'outdoorPlace'
  /** A capacity near that of the requested nameplate is wanted. */
  | 'nameplate'
  /** A better efficiency grade is wanted. */
  | 'efficiencyGrade'
  /** It cannot be delivered by the wanted date. */
  | 'availability'
  /** It only heats. */
  | 'heatingOnly'
  /** Pipes, supply or masses are not known, so it cannot be taken off. */
  | 'incompleteData'
  /** It needs three phases and the site has one. */
  | 'phases'
  /** Its breaker is below what its circuit asks for (MCA), or above the largest that the maker allows (MOP). */
  | 'breaker'
  /** The outdoor air in summer or winter is outside what it may run at. */
  | 'operatingLimits'
  /** The free space at the outdoor unit. */
  | 'clearance'
  /** The height at which its indoor unit hangs. */
  | 'hangingHeight'
  /** From outdoor to indoor unit. */
  | 'pipeLength'
  /** From outdoor to indoor unit with joints as length. */
  | 'equivalentLength'
  /** What the pipe leaves of the capacity. */
  | 'lengthLoss'
  /** From the first joint to the farthest indoor unit. */
  | 'firstBranch'
  /** All pipe of the system. */
  | 'totalPipe'
  /** The height between outdoor and indoor units. */
  | 'pipeHeight'
  /** The height between indoor units. */
  | 'indoorHeight'
  /** The conditions lie outside the maker's table. */
  | 'outsideTable'
  /** The maker's table has no value at the conditions. */
  | 'missingCell'
  /** The total cooling capacity. */
  | 'totalCapacity'
  /** The sensible cooling capacity. */
  | 'sensibleCapacity'
  /** The latent cooling capacity. */
  | 'latentCapacity'
  /** The heating capacity at the winter design, with defrost. */
  | 'heatingCapacity'
  /** What is left when one unit is lost. */
  | 'redundancy'
  /** The external static pressure of its fan. */
  | 'staticPressure'
  /** The part of its air that comes from outdoors. */
  | 'airflow'
  /** The outdoor air that it brings in. */
  | 'outdoorAirflow'
  /** What it recovers of the difference to outdoors, in temperature and humidity. */
  | 'effectiveness'
  /** Sound in the room. */
  | 'indoorNoise'
  /** Sound at the neighbour's window at night. */
  | 'neighbourNoise'
  /** Refrigerant that could leak into the smallest room. */
  | 'charge'
  /** The indices of the indoor units over that of the outdoor unit. */
  | 'connectionRatio'
  /** How many indoor units. */
  | 'indoorCount'
  /** The share of the fresh-air units in the ratio. */
  | 'freshAirShare'
  /** The height of the place. */
  | 'altitude'
  /** All supply currents together. */
  | 'supplyCurrent'
  /** The books have no price for it or its installation. */
  | 'noPrice'
  /** Nothing of its family serves the room: no outdoor unit, no joint, no controller. */
  | 'noSystem'
  /** It fits, and the chosen systems are better by the objective. */
  | 'costlier';

/** Why the catalogue refused a product: the `reason` of a rejection by `refusedByCatalogue`. */
export type RemarkCode =
  /** The outdoor dry bulbs do not rise. */
  | 'axis_not_rising'
  /** A row has another number of cells than there are outdoor dry bulbs. */
  | 'row_length'
  /** A wet bulb is above its dry bulb, which no air has. */
  | 'wet_bulb_above_dry_bulb'
  /** Two rows have one indoor condition. */
  | 'duplicate_row'
  /** The table has a single indoor dry bulb: nothing lies inside it. */
  | 'single_dry_bulb'
  /** An indoor dry bulb has a single wet bulb: nothing can be interpolated there. */
  | 'single_wet_bulb'
  /** The table does not reach its own rating point. */
  | 'no_rating_point'
  /** Total, sensible and input are not all there or all absent. */
  | 'incomplete_cell'
  /** Sensible capacity above total. */
  | 'sensible_above_total'
  /** Capacity over input outside what machines do. */
  | 'implausible_efficiency'
  /** A field is missing, of another type or outside its range. */
  | 'unreadable'
  /** The axes of a table are not those of its use, or do not rise, or its lists have other lengths than its axes ask for. */
  | 'table_axes'
  /** The form, the variables or the coefficients of a curve do not belong together. */
  | 'curve_form'
  /** It belongs to a family that the catalogue does not have or has refused. */
  | 'unknown_family'
  /** The least connection ratio is not below the greatest. */
  | 'ratio_not_rising'
  /** An efficiency by a standard is outside what machines reach. */
  | 'implausible_grade'
  /** The indoor unit is twice as heavy as the outdoor unit or more: the two were swapped. */
  | 'masses_swapped'
  /** The sensible share of a capacity is outside what coils do. */
  | 'implausible_sensible_share'
  /** A rated figure is several times, or a fraction of, what the table has at the rating point. */
  | 'rated_differs_from_table'
  /** Another product, or another family, that differs from it has its identifier. */
  | 'duplicate_id'
  /** Its source is not one of the catalogue's. */
  | 'unknown_source'
  /** The circuit breaker is smaller than the current that the circuit has to carry. */
  | 'breaker_below_circuit'
  /** The low end of a range is not below its high end. */
  | 'range_not_rising'
  /** Airflows or sound levels do not begin with the highest speed. */
  | 'speeds_rise'
  /** A fan takes more or less for its air than fans do. */
  | 'implausible_fan_power'
  /** A curve gives no positive factor at an end of its own range. */
  | 'curve_not_positive';
