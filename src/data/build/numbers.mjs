// Numbers leave this script with a stated number of decimals, so no binary remainder reaches a file.

/** Half away from zero at `decimals`; the small nudge undoes products such as 1.005 * 100 = 100.49999999999999. */
export function round(value, decimals = 0) {
  if (!Number.isFinite(value)) throw new Error(`not a number: ${value}`);
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.round(scaled * (1 + Number.EPSILON))) / scale || 0;
}

/** The number in a field that must be filled. */
export function number(textValue, where) {
  if (textValue === undefined || textValue.trim() === "" || !Number.isFinite(Number(textValue))) throw new Error(`${where}: "${textValue}" is not a number`);
  return Number(textValue);
}
