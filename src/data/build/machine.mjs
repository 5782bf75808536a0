// What the demo rule gives every machine: supply, sound, mass, and prices that stay in sane relations.

import { round } from "./numbers.mjs";

const BREAKERS_A = [10, 16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600];
const CABLES = {
  1: { 10: "3x1.5", 16: "3x2.5", 20: "3x2.5", 25: "3x4", 32: "3x6", 40: "3x10", 50: "3x10", 63: "3x16" },
  3: { 10: "5x1.5", 16: "5x2.5", 20: "5x2.5", 25: "5x4", 32: "5x6", 40: "5x10", 50: "5x16", 63: "5x25", 80: "5x25", 100: "5x35", 125: "5x50", 160: "5x70", 200: "5x95", 250: "5x120", 315: "5x185", 400: "5x240", 500: "2x5x150", 630: "2x5x185", 800: "2x5x240", 1000: "3x5x240", 1250: "4x5x240", 1600: "5x5x240" },
};

/**
 * The largest protection that a machine of one motor allows: 2.25 times its current, which is the minimum circuit over 1.25, to the
 * standard size below (NEC 440, UL 1995), and never below the smallest size.
 */
export function maximumBreaker(minimumCircuitA, sizes = BREAKERS_A) {
  const most = (2.25 / 1.25) * minimumCircuitA;
  return sizes.findLast((size) => size <= most) ?? sizes[0];
}

/** 1.25 times the current of the largest input, the next standard breaker, the largest allowed and the cable that carries it. */
export function supply(inputW, phases, controlCable) {
  const volts = phases === 3 ? 380 : 220;
  const currentA = inputW / ((phases === 3 ? Math.sqrt(3) : 1) * volts * 0.9);
  const minimumCircuitA = Math.max(0.5, round(1.25 * currentA, 1));
  const breakerA = BREAKERS_A.find((size) => size >= minimumCircuitA);
  const powerCable = CABLES[phases][breakerA];
  if (powerCable === undefined) throw new Error(`no cable for ${minimumCircuitA} A on ${phases} phases`);
  return { status: "demo", volts, phases, minimumCircuitA, breakerA, maximumBreakerA: maximumBreaker(minimumCircuitA), powerCable, ...(controlCable ? { controlCable } : {}) };
}

export const sound = (loudest, step, speeds, distanceM) => ({ status: "demo", dba: Array.from({ length: speeds }, (_, index) => round(loudest - step * index, 1)), distanceM });
export const mass = (kg) => ({ status: "demo", kg: round(kg, 1) });
export const air = (flow, pascal, speeds = 3) => ({ status: "demo", flowM3H: Array.from({ length: speeds }, (_, index) => round(flow * (1 - 0.15 * index))), externalStaticPa: pascal });
export const price = (value, step = 10) => (round(value / step) * step).toFixed(2);

/** A name that the catalogue takes as an identifier. */
export const identifier = (text) => text.normalize("NFKD").replace(/[^A-Za-z0-9_.+-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);

/** A table on axes, filled point by point. */
export function grid(axes, point) {
  const names = Object.keys(axes);
  const lists = { totalW: [], sensibleW: [], inputW: [] };
  const fill = (place) => {
    if (place.length < names.length) {
      for (const value of axes[names[place.length]]) fill([...place, value]);
      return;
    }
    const found = point(...place) ?? {};
    for (const name of Object.keys(lists)) lists[name].push(found[name] === undefined ? null : Math.max(1, round(found[name])));
  };
  fill([]);
  const kept = Object.entries(lists).filter(([, list]) => list.some((value) => value !== null));
  return { axes: names.map((name) => ({ name, values: axes[name] })), ...Object.fromEntries(kept) };
}

/** Linear between points [x, y], level beyond them. */
export function linear(points, x) {
  if (x <= points[0][0]) return points[0][1];
  for (let index = 1; index < points.length; index += 1) {
    const [[x0, y0], [x1, y1]] = [points[index - 1], points[index]];
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  return points.at(-1)[1];
}

// The sensible share of a comfort coil at 27 °C by wet bulb: 18 to 24 °C after the mean of the 45 complete tables of the matched
// splits, below by judgement; and what each kelvin of dry bulb adds, by judgement.
const SENSIBLE_SHARE = [[14, 0.95], [16, 0.85], [18, 0.73], [19, 0.7], [20, 0.63], [22, 0.53], [24, 0.45], [26, 0.37]];
export const sensibleShare = (dryBulb, wetBulb) => Math.min(1, Math.max(0.31, linear(SENSIBLE_SHARE, wetBulb) + 0.045 * (dryBulb - 27)));
