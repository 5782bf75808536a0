// JSON with one record per line: a changed record is one changed line in a review.

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function block(value) {
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) return `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  if (isRecord(value) && Object.values(value).every(isRecord)) {
    return `{\n${Object.entries(value).map(([key, entry]) => `    ${JSON.stringify(key)}: ${JSON.stringify(entry)}`).join(",\n")}\n  }`;
  }
  return JSON.stringify(value);
}

export function layout(document) {
  const members = Object.entries(document).map(([key, value]) => `  ${JSON.stringify(key)}: ${block(value)}`);
  return `{\n${members.join(",\n")}\n}\n`;
}
