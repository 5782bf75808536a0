/** The four parts of a demo engine, each the bytes of a JSON file of this package: a maker's cooling tables, invented prices. */
export interface DemoParts {
  reference: Uint8Array;
  catalogue: Uint8Array;
  priceBook: Uint8Array;
  rateBook: Uint8Array;
}

/** Reads or fetches the demo files. */
export function loadDemo(): Promise<DemoParts>;
