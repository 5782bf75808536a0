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
  /** How far the loads can be trusted, and what to ask next; absent where nothing that was assumed moves them. */
  uncertainty?: Uncertainty;
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
  /** The load is stated by the project and not computed. */
  | 'load_stated'
  | 'load_not_settled'
  /** The load lies outside the band of the room type: `loadWM2`, `lowWM2`, `highWM2`, W/m². */
  | 'outside_band'
  /** The detailed index table lies outside the band of the room type: `row`, `totalWM2`, `lowWM2`, `highWM2`, W/m². */
  | 'band_disputed'
  /** A station's figures were corrected: `station`, `note`, `noteZh`. */
  | 'station_corrected'
  /** Heating is wanted and computed, but no equipment is matched to it: `heatingW` of all rooms, W. */
  | 'heating_not_matched'
  /** No machine brings outdoor air into a room whose rule wants some. */
  | 'no_outdoor_air'
  /** The exhaust of a kitchen or restaurant is not stated, and what it draws through the room is not in the load. */
  | 'exhaust_not_stated'
  /** The place is far above or below its station: `station`, `heightM` between them, m. */
  | 'station_height'
  /** The station has no newer dry bulbs, and those of the standard were taken: `station`. */
  | 'current_climate_absent'
  /** The standard has no wet bulb for the station, and it was estimated: `station`, `wetBulbC`, °C. */
  | 'wet_bulb_estimated'
  /** The outdoor air is in the load, but no equipment that brings it in is selected or priced. */
  | 'outdoor_air_not_equipped'
  /** The catalogue remarks something odd about a chosen product: `product`, `remark`, and the path `at` in the catalogue. */
  | 'product_remarked'
  /** The stated station is not the city's, or the city is not in the table: `city`, `station`. */
  | 'station_not_of_city'
  /** The refrigerant charge is not checked against the room that it could leak into. */
  | 'charge_not_checked'
  /** The design weather comes from a station far away: `distanceKm`, `station`. */
  | 'station_far'
  /**
   * Nothing fits a room: `rule` that most products failed, `totalW`, `indoorDryBulbC`, `indoorWetBulbC`; where units have no plant, the
   * rule that refused most plants as `because`.
   */
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
  | 'no_total'
  /** A rule of a chosen system could not be checked, because the catalogue or the project does not say enough. */
  | 'not_checked'
  /** Heating is wanted, and the catalogue does not say what a chosen system gives in winter. */
  | 'heating_unknown'
  /** The choice is good, and not proved to be the best. */
  | 'optimum_not_proved'
  /** What the wishes for kinds, brands, products and grades cost. */
  | 'preference_cost'
  /** The wishes for kinds, brands, products and grades leave a room without a system. */
  | 'preference_unmet'
  /** The supply of the building is not stated; the machines need this current. */
  | 'supply_unknown'
  /** The machines need more current than the building has left. */
  | 'supply_short'
  /**
   * The outdoor units that stand at one place are together louder at a neighbour's window than is allowed: `levelDba`, `limitDba`,
   * dB(A), `distanceM`, m, `systems`.
   */
  | 'neighbour_too_loud'
  /** The limit of a refrigerant in a room is recalled, not read in the standard: `refrigerant`, `standard`, `limitKgM3`, kg/m³. */
  | 'limit_recalled'
  /** Nothing of a family can be selected: `family`, `reason` (`no_outdoor_unit`, `no_indoor_unit`, `no_piping`, `no_branch_kit`, `no_charge` or `no_diameter`). */
  | 'family_unusable'
  /** The load of a room counts on an energy-recovery ventilator, and none of the catalogue fits. */
  | 'no_ventilator'
  /** The load of a room counts on a fresh-air unit, and none of the catalogue fits: `flowM3H`, m³/h, `rule` that most failed. */
  | 'no_fresh_air_unit'
  /** More pieces of a product are needed than are in stock, and the others come later than wanted. */
  | 'stock_short'
  /** The list of what can be delivered does not hold at the pricing instant. */
  | 'availability_stale'
  /** No product of the catalogue has the requested model. */
  | 'requested_model_unknown'
  /** The requested model is a part of a system, which a request does not describe: `model`, `request`, `kind` of the catalogue. */
  | 'requested_part_of_system'
  /** No product of the catalogue answers a request. */
  | 'requested_not_found'
  /** No capacity is that of the requested nameplate, and the next larger one is taken. */
  | 'requested_next_larger'
  /** A rule of the maker or of the place is broken by requested units: `request`, `rule`, and where it has a number `value` and `limit`. */
  | 'requested_rule_broken'
  /** The requested units carry less than the load of their room. */
  | 'requested_short'
  /**
   * While all units of its system call at once, a room gets less than its own peak load: `system`, `product`, `allCallingW` and `totalW`,
   * the peak. The plant carries the largest hour of its rooms together all the same.
   */
  | 'share_below_peak'
  /** The catalogue has the requested model, and it cannot be quoted: `model`, `request`, `product`, `rule`. */
  | 'requested_not_quoted'
  /** Requested rooftop units are taken on a roof frame, though the project says `outdoorPlace`: `request`, `product`. */
  | 'requested_on_roof'
  /** The systems are chosen by electricity, alone or with the cost, and that of heating is not in it. */
  | 'heating_electricity_not_counted'
  /**
   * As a whole order a choice or an offer costs less than one that costs less by single prices: `label` and `otherLabel`, of choices what
   * they are best by and of offers their kind or `chosen`, with `total` and `otherTotal`.
   */
  | 'order_changed';
