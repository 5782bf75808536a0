// The two demo books. Money and tax rates are text: no price passes through a binary fraction on its way to a reader.

import { round } from "./numbers.mjs";

function heading(type, id, books) {
  const { issuer, audience, currency, from, to, demoInstant } = books;
  return { type, id, version: 1, issuer, demo: true, audience, currency, from, to, demoInstant };
}

function unitPrice(pair, rule) {
  const factor = rule.mountingFactor[pair.mounting];
  if (factor === undefined) throw new Error(`${pair.id}: no mounting factor for ${pair.mounting}`);
  const premium = pair.eer === undefined ? 0 : rule.efficiencyCnyPerKw * (pair.eer - rule.referenceEer) * pair.kw;
  const price = (rule.baseCny + rule.perKwCny * pair.kw + premium) * factor;
  return (round(price / rule.roundToCny) * rule.roundToCny).toFixed(2);
}

/** Prices of the splits by their rule, of everything else as the catalogue's builders put them down. */
export function buildPriceBook(ratings, products, { price, books }) {
  const { from, to } = books;
  return {
    ...heading("tonnage.priceBook/1", "demo-cn-2026", books),
    policy: { rounding: "halfUp", roundAt: "line", amountDecimals: 2, taxBasis: "inclusive", taxSplit: "line" },
    taxCategories: books.taxCategories.map(({ id, rate, source }) => ({ id, rate, from, to, source })),
    entries: [
      ...ratings.map((pair) => [pair.id, unitPrice(pair, price), price.rowSource]),
      ...products.flatMap(({ id, demoPrice }) => (demoPrice ? [[id, demoPrice, price.otherSource]] : [])),
    ].map(([sku, unitPrice, source]) => ({ sku, unit: "set", taxCategory: "goods", unitPrice, from, to, source })),
  };
}

// A rate is written as one price, as prices by variant, or as bands of the measure [from, price] that end where the next begins.
function rateEntries(rate) {
  if (rate.prices) return Object.entries(rate.prices).map(([variant, unitPrice]) => [{ variant }, unitPrice]);
  if (rate.bands) {
    return rate.bands.map(([measureFrom, unitPrice], index) => {
      const next = rate.bands[index + 1];
      return [next ? { measureFrom, measureTo: next[0] } : { measureFrom }, unitPrice];
    });
  }
  return [[{}, rate.price]];
}

/** The rates of sizes that the catalogue has and the list of the rules does not, by one straight line for each item. */
function derivedRates(rates, wanted, lines) {
  const known = new Set(rates.flatMap((rate) => Object.keys(rate.prices ?? {}).map((variant) => `${rate.item} ${variant}`)));
  const found = new Map();
  for (const [item, variant, size] of wanted) {
    if (known.has(`${item} ${variant}`)) continue;
    const { unit, base, per, step } = lines[item] ?? {};
    if (unit === undefined) throw new Error(`no line for ${item} ${variant}`);
    const rate = found.get(item) ?? { item, unit, source: lines.source, prices: {} };
    rate.prices[variant] = (round((base + per * size) / step) * step).toFixed(2);
    found.set(item, rate);
  }
  return [...found.values()];
}

export function buildRateBook({ rates: listed, derived, books }, wanted) {
  const rates = [...listed, ...derivedRates(listed, wanted, derived)];
  const { from, to } = books;
  return {
    ...heading("tonnage.rateBook/1", "demo-cn-2026-installation", books),
    entries: rates.flatMap((rate) =>
      rateEntries(rate).map(([condition, unitPrice]) => ({ item: rate.item, ...condition, unit: rate.unit, taxCategory: "installation", unitPrice, from, to, source: rate.source })),
    ),
  };
}
