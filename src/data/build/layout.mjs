// JSON with one record per line: a changed record is one changed line in a review.

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value) && value.length > 0 && value.every(isRecord);
/** A record that holds a list of records, or that holds nothing but records, gets a line for each. */
const isOpen = (value) => isRecord(value) && (Object.values(value).every(isRecord) || Object.values(value).some((entry) => isList(entry) && entry.length > 3));

function lines(open, entries, close, indent) {
  return `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(",\n")}\n${indent}${close}`;
}

function block(value, indent) {
  if (isList(value)) return lines("[", value.map((entry) => JSON.stringify(entry)), "]", indent);
  if (isOpen(value)) return lines("{", Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${block(entry, `${indent}  `)}`), "}", indent);
  return JSON.stringify(value);
}

export function layout(document) {
  return `${lines("{", Object.entries(document).map(([key, value]) => `${JSON.stringify(key)}: ${block(value, "  ")}`), "}", "")}\n`;
}
