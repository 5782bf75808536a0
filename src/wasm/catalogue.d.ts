/** What a catalogue holds, and what is wrong or odd about it. */
export interface CatalogueInspection {
  type: 'tonnage.inspection/1';
  /** The name of the catalogue. */
  id: string;
  version: number;
  /** The digest of its canonical bytes. */
  catalogueDigest: string;
  /** How many families can be used. */
  families: number;
  /** How many products of each kind can be used. */
  products: { kind: ProductKind; count: number }[];
  /** The products and families that cannot be used, each with the first reason. */
  refused: CatalogueRemark<RemarkCode>[];
  /** What is odd about families and products that are used all the same. */
  warnings: CatalogueRemark<OddityCode>[];
  digest: string;
}

/** A kind of product, as it stands in a catalogue. */
export type ProductKind =
  | 'matchedSplit'
  | 'outdoorUnit'
  | 'indoorUnit'
  | 'branchKit'
  | 'recoveryBox'
  | 'controller'
  | 'rooftop'
  | 'chiller'
  | 'waterHeatPump'
  | 'fanCoil'
  | 'recoveryVentilator'
  | 'freshAirUnit';

/** A remark about one product, family, refrigerant or source. */
export interface CatalogueRemark<Code> {
  /** Its identifier. */
  product: string;
  code: Code;
  /** Where in the catalogue. */
  path: string;
  /** Values for the sentence. */
  params: Params;
}

/** What is odd about a product or family that is used all the same. */
export type OddityCode =
  /** The rated figure differs from the table at the rating point. */
  | 'rated_differs_from_table'
  /** The capacity rises with the outdoor dry bulb. */
  | 'capacity_rises'
  /** The capacity falls with the wet bulb of the air that the coil takes in. */
  | 'capacity_falls'
  /** A combination names an outdoor unit that the catalogue does not have. */
  | 'unknown_unit'
  /** The catalogue does not know its refrigerant, so that no limit of it is known. */
  | 'unknown_refrigerant'
  /** A family has no limits of pipe: nothing of it can be selected. */
  | 'no_piping'
  /** A family on a shared pipe has no joints: nothing of it can be selected. */
  | 'no_branch_kit'
  /** A family has no outdoor units: nothing of it can be selected. */
  | 'no_outdoor_unit'
  /** A family has neither indoor units nor fresh-air units: nothing of it can be selected. */
  | 'no_indoor_unit'
  /** Two products of one kind and brand have one model. */
  | 'duplicate_model'
  /** Another one that is alike has its identifier; one of them is used. */
  | 'duplicate_id'
  /** The indoor unit is heavier than the outdoor unit. */
  | 'masses_swapped'
  /** A curve does not give its own reference point. */
  | 'curve_misses_reference'
  /** The airflow is not that of a unit of its capacity. */
  | 'implausible_airflow'
  /** A table goes on beyond the limits of operation. */
  | 'beyond_limits'
  /** Its electrical input is not stated: its electricity counts as none. */
  | 'input_unknown';
