// A reader of RFC 4180 text: quoted fields, doubled quotes, line breaks inside quotes.

function csvRows(text) {
  const rows = [];
  let row = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(field);
      field = "";
    } else if (c === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
    } else if (c !== "\r") field += c;
  }
  if (quoted) throw new Error("a quoted field is not closed");
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** One object per row, by the names of the header line. */
export function csvRecords(text, name) {
  const [header, ...rows] = csvRows(text);
  return rows.map((row, index) => {
    if (row.length !== header.length) throw new Error(`${name} row ${index + 2}: ${row.length} fields, the header has ${header.length}`);
    return Object.fromEntries(header.map((key, column) => [key, row[column]]));
  });
}
