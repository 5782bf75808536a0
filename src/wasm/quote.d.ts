// ---- Quantities and prices ------------------------------------------------------------------------------------------

/** What a project needs, before prices (工程量清单). */
export interface BillOfQuantities {
  /** The lines, system by system. */
  lines: BillLine[];
  /** The rooms that nothing was selected for; while there is one, the quote has no total. */
  uncovered: string[];
}

/** One line: `quantity` is `sets` times `each`. */
export interface BillLine {
  /** The system that it is part of. */
  system: string;
  /** The room that it is for; absent for what the rooms of a system share. */
  room?: string;
  /** What: `equipment`, or an item of the rate book. */
  item: string;
  /** Which: the product of `equipment`, or a size or kind of the item. */
  variant?: string;
  /** What a rate depends on by amount: storey, height in m, or mass in kg. */
  measure?: number;
  /** What is counted. */
  unit: Unit;
  /** Identical sets. */
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

/** What is counted: sets (套), pieces (个), square metres (平方米), pairs (副), metres (米), kilograms (千克). */
export type Unit = 'set' | 'piece' | 'm2' | 'pair' | 'm' | 'kg';

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
  /** The system that it is part of. */
  system: string;
  /** The room that it is for; absent for what the rooms of a system share. */
  room?: string;
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
