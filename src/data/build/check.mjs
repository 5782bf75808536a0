// What must hold between the files, whatever their figures are. Throws at the first breach.

function require(condition, message) {
  if (!condition) throw new Error(`self check: ${message}`);
}

function requireUnique(values, what) {
  const seen = new Set();
  for (const value of values) {
    require(!seen.has(value), `${what} "${value}" occurs twice`);
    seen.add(value);
  }
}

function tally(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function checkCounties({ counties, stations, places }) {
  const stationIds = new Set(stations.map((s) => s.id));
  const columns = ["adcode", "nameZh", "shortZh", "nameEn", "latitude", "longitude", "stationId", "distanceKm"];
  for (const group of counties) {
    for (const column of columns) require(group[column].length === group.adcode.length, `counties of ${group.prefectureZh ?? group.provinceZh}: column ${column} has ${group[column].length} entries`);
    for (const id of group.stationId) require(stationIds.has(id), `county: station ${id} does not exist`);
  }
  const codes = [...places.flatMap((place) => place.adcode ?? []), ...counties.flatMap((group) => group.adcode)];
  require(codes.length === 3183, `${codes.length} administrative codes, not 3183`);
  requireUnique(codes, "administrative code");
}

function checkDesign({ roomTypes, schedules, gainParts }) {
  requireUnique(schedules.map((schedule) => schedule.id), "schedule");
  const known = new Set(schedules.map((schedule) => schedule.id));
  const kinds = new Set(gainParts.equipment.map((kind) => kind.id));
  for (const { id, design } of roomTypes) {
    require(known.has(design.schedule.value), `room type ${id}: schedule ${design.schedule.value}`);
    require(kinds.has(design.equipmentKind), `room type ${id}: equipment kind ${design.equipmentKind}`);
  }
  for (const { id, people, lights, equipment, on } of schedules) {
    for (const hours of [people, lights, equipment]) {
      require(hours.length === 24 && hours.every((value) => value >= 0 && value <= 1), `schedule ${id}: not 24 fractions`);
      require(Math.max(...hours) === 1, `schedule ${id}: it never reaches its design value`);
    }
    require(on.length === 24 && on.includes(true), `schedule ${id}: hours of the plant`);
    people.forEach((value, hour) => require(value < 1 || on[hour], `schedule ${id}: people at ${hour} and no plant`));
  }
}

const DENSER_IS_LESS = ([few, some, many]) => few >= some && some >= many;

function checkAir({ airLeakage: { bands, doors }, roomTypes }) {
  require(bands[0].builtFrom === undefined && bands.at(-1).builtTo === undefined, "leakage: years at an end without a band");
  bands.slice(1).forEach((band, index) => require(band.builtFrom === bands[index].builtTo && band.lSM2 < bands[index].lSM2, `leakage from ${band.builtFrom}`));
  requireUnique(doors.map((door) => door.id), "door");
  for (const { id, bands: passages } of doors) {
    const ends = passages.map((band) => band.passagesTo ?? Infinity);
    require(ends.at(-1) === Infinity && ends.slice(1).every((end, index) => end > ends[index]), `door ${id}: bands of passages`);
    require(passages.slice(1).every((band, index) => band.m3PerPassage < passages[index].m3PerPassage), `door ${id}: more air with more passages`);
  }
  const known = new Set(doors.map((door) => door.id));
  for (const { id, design } of roomTypes) {
    require(design.door === undefined || known.has(design.door.value), `room type ${id}: door ${design.door?.value}`);
    require(design.outdoorAirM3HPerson === undefined || DENSER_IS_LESS(design.outdoorAirM3HPerson.value), `room type ${id}: outdoor air`);
  }
}

// What the library fills in and varies, by the names that it has for it.
const LEVERS = "buildingYear facing glazingRatio glazing innerBlind m2PerPerson lighting equipment infiltration doorPassages outdoorAirFlow above heightM";

function checkLevers({ levers, defaults, envelope }) {
  require(levers.map((lever) => lever.id).join(" ") === LEVERS, "levers");
  const ids = { glazing: envelope.glazings.map((glazing) => glazing.id), innerBlind: ["none", ...envelope.blinds.map((blind) => blind.id)] };
  for (const { id, low, high } of levers) for (const end of [low, high]) require(ids[id]?.includes(end) ?? true, `lever ${id}: ${end}`);
  require(ids.innerBlind.includes(defaults.innerBlind.value), `default blind ${defaults.innerBlind.value}`);
}

function checkEnvelope({ blinds, massClasses, opaque, glazings, opaqueRules, glazingRules, glazingLadder, windowLimits }) {
  require(opaque.length === 58, `${opaque.length} build-ups, not 58`);
  require(windowLimits.length === 121, `${windowLimits.length} window limits, not 121`);
  requireUnique(opaque.map((archetype) => archetype.id), "build-up");
  requireUnique(glazings.map((glazing) => glazing.id), "glazing");
  requireUnique(blinds.map((blind) => blind.id), "blind");
  for (const { id, transmittance, reflectance } of blinds) require(transmittance + reflectance <= 1, `blind ${id} gives back more than it gets`);
  requireUnique(massClasses.map(({ id, element }) => `${id} ${element}`), "mass class");
  require(massClasses.length === 9, `${massClasses.length} mass classes, not 9`);
  const elements = new Map(opaque.map((archetype) => [archetype.id, archetype.element]));
  for (const { id, uWM2K, printedUWM2K } of opaque) require(Math.abs(uWM2K / printedUWM2K - 1) < 0.002, `${id}: U ${uWM2K}, printed ${printedUWM2K}`);
  for (const { element, archetype } of opaqueRules) require(elements.get(archetype) === element, `rule for ${element}: ${archetype}`);
  const panes = new Map(glazings.map((glazing) => [glazing.id, glazing.uWM2K]));
  for (const id of [...glazingLadder, ...glazingRules.flatMap((rule) => rule.archetype ?? [])]) require(panes.has(id), `no glazing ${id}`);
  glazingLadder.slice(1).forEach((id, index) => require(panes.get(id) < panes.get(glazingLadder[index]), `the ladder rises at ${id}`));
}

function checkReference({ stations, places, roomTypes }, { mapping, indexRows }) {
  require(stations.length === 294, `${stations.length} stations, GB 50736 has 294`);
  requireUnique(stations.map((s) => s.id), "station");
  require(roomTypes.length === 46, `${roomTypes.length} room types, not 46`);
  requireUnique(roomTypes.map((r) => r.id), "room type");
  const stationIds = new Set(stations.map((s) => s.id));
  for (const place of places) {
    require(stationIds.has(place.stationId), `place ${place.names[0]}: station ${place.stationId} does not exist`);
    require(place.names.length > 0, `a place of station ${place.stationId} has no name`);
    requireUnique(place.names, `in place ${place.names[0]}, name`);
    for (const name of place.names) require([...name].length >= 2, `place name "${name}" is one character`);
  }
  for (const room of roomTypes) require(room.lowWM2 > 0 && room.lowWM2 < room.highWM2, `room type ${room.id}: band ${room.lowWM2}..${room.highWM2}`);
  require(indexRows.length === 28, `${indexRows.length} index detail rows, not 28`);
  const rowNames = new Set(indexRows.map((r) => r.room_zh));
  requireUnique(mapping.rows.map((r) => r.row), "judged row");
  requireUnique(mapping.roomTypes.map((r) => r.roomType), "mapped room type");
  const mapped = new Set(mapping.roomTypes.flatMap((r) => [r.row ?? [], r.band.topOf ?? []].flat()));
  // A band that ends at the total of a row cannot be checked by it.
  for (const { roomType, row, band } of mapping.roomTypes) require(row === undefined || row !== band.topOf, `room type ${roomType}: its row is the top of its band`);
  for (const { row, status } of mapping.rows) {
    require(rowNames.has(row), `judged row "${row}" is not in the detail table`);
    require(["used", "corrected"].includes(status) === mapped.has(row), `row "${row}" is "${status}", which disagrees with the room types mapped to it`);
  }
  const roomIds = new Set(roomTypes.map((r) => r.id));
  for (const { roomType } of mapping.roomTypes) require(roomIds.has(roomType), `mapped room type ${roomType} does not exist`);
}

function checkOrigins({ airLeakage, levers, envelope, roomTypes, defaults, stationChoice, stations, schedules, gainParts }) {
  const chinese = (text) => /\p{Script=Han}/u.test(text ?? "");
  const origin = (where, { source, sourceZh, confidence }) => {
    require(source && !chinese(source) && chinese(sourceZh), `${where}: no source in English and Chinese`);
    require(["high", "medium", "low"].includes(confidence), `${where}: confidence ${confidence}`);
    // The library's own rule: a judgement is of low confidence.
    require(!source.startsWith("engineering judgement") || confidence === "low", `${where}: a judgement of confidence ${confidence}`);
  };
  for (const [field, assumed] of Object.entries(defaults)) origin(field, assumed);
  for (const one of [...airLeakage.bands, ...airLeakage.doors, airLeakage.passagesPerPersonHour]) origin("air leakage", one);
  for (const blind of envelope.blinds) origin(`blind ${blind.id}`, blind);
  for (const lever of levers) {
    origin(`lever ${lever.id}`, { ...lever, confidence: "low" });
    require(lever.questionEn && !chinese(lever.questionEn) && chinese(lever.questionZh), `lever ${lever.id}: no question in English and Chinese`);
  }
  origin("stationChoice", stationChoice);
  for (const schedule of schedules) origin(`schedule ${schedule.id}`, schedule);
  for (const [field, part] of Object.entries(gainParts)) for (const one of [part].flat()) origin(field, one);
  for (const [field, value] of Object.entries(envelope.values)) origin(field, value);
  for (const rule of [...envelope.opaqueRules, ...envelope.glazingRules]) origin("envelope rule", rule);
  for (const room of roomTypes) {
    for (const [field, value] of Object.entries(room.design)) if (typeof value === "object") origin(`room type ${room.id}, ${field}`, value);
    for (const value of ["band", "setPoint"]) {
      const [source, sourceZh, confidence] = ["Source", "SourceZh", "Confidence"].map((part) => room[`${value}${part}`]);
      origin(`room type ${room.id}, ${value}`, { source, sourceZh, confidence });
    }
  }
  for (const { id, note, noteZh } of stations) require((note === undefined) === (noteZh === undefined) && (note === undefined || chinese(noteZh)), `station ${id}: note in one language`);
}

function checkStationNotes({ stations, stationNotes }) {
  const flagged = stations.filter((row) => row.flags !== "").map((row) => row.station_id);
  for (const id of flagged) require(id in stationNotes.notes, `station_notes.json: no note for the flagged station ${id}`);
  for (const id of Object.keys(stationNotes.notes)) require(flagged.includes(id), `station_notes.json: station ${id} has no flag`);
}

// A misspelt key in the hand-written names would silently lose a name.
function checkPlaceNames({ stations, admin, placeNames }) {
  const rows = admin.filter((row) => row.level === "prefecture");
  const prefectures = new Set(rows.map((row) => row.name_zh));
  const codes = new Set(admin.map((row) => row.adcode));
  for (const code of Object.keys(placeNames.correctedCountyPinyin)) require(codes.has(code), `place_names.json correctedCountyPinyin: no county ${code}`);
  for (const list of ["shortNames", "formerNames", "correctedPinyin", "extraEnglish"]) {
    for (const name of Object.keys(placeNames[list])) require(prefectures.has(name), `place_names.json ${list}: no prefecture "${name}"`);
  }
  for (const { name_zh: name } of rows) require(!name.endsWith("自治州") || name in placeNames.shortNames, `place_names.json: no short name for ${name}`);
  const stationIds = new Set(stations.map((row) => row.station_id));
  for (const list of ["stationPlaceNames", "stationEnglish"]) {
    for (const id of Object.keys(placeNames[list])) require(stationIds.has(id), `place_names.json ${list}: no station ${id}`);
  }
  for (const row of stations) require(row.station_zh === row.city_zh || row.station_id in placeNames.stationEnglish, `place_names.json: no English name for station ${row.station_zh}`);
}

function checkCatalogue({ products }) {
  const kinds = JSON.stringify(tally(products.map((p) => p.kind)));
  require(tally(products.map((p) => p.kind)).matchedSplit === 66, `products ${kinds}`);
  requireUnique(products.map((p) => p.id), "product");
  const points = (product) => product.cooling.points.flatMap((row) => row.totalW).filter((w) => w !== null).length;
  const counts = JSON.stringify(tally(products.filter((p) => p.kind === "matchedSplit").map(points)));
  require(counts === '{"12":16,"60":5,"624":45}', `points per product ${counts}`);
}

function overlaps(a, b) {
  const periods = a.from < b.to && b.from < a.to;
  const measures = (a.measureFrom ?? 0) < (b.measureTo ?? Infinity) && (b.measureFrom ?? 0) < (a.measureTo ?? Infinity);
  return periods && measures;
}

// Every offset in the books is +08:00, so instants compare as text.
function checkBook(entries, key) {
  for (const entry of entries) {
    require(entry.from.endsWith("+08:00") && entry.to.endsWith("+08:00"), `${key(entry)}: offset is not +08:00`);
    require(/^(0|[1-9]\d*)\.\d{2}$/.test(entry.unitPrice), `${key(entry)}: price "${entry.unitPrice}"`);
  }
  entries.forEach((a, index) => {
    for (const b of entries.slice(index + 1)) require(key(a) !== key(b) || !overlaps(a, b), `two entries for ${key(a)} overlap`);
  });
}

function checkBands(entries, key) {
  const banded = entries.filter((e) => e.measureFrom !== undefined || e.measureTo !== undefined);
  for (const name of new Set(banded.map(key))) {
    let reached = 0;
    const bands = banded.filter((e) => key(e) === name).sort((a, b) => (a.measureFrom ?? 0) - (b.measureFrom ?? 0));
    for (const band of bands) {
      require((band.measureFrom ?? 0) === reached, `${name}: gap or overlap at ${reached}`);
      reached = band.measureTo ?? Infinity;
    }
    require(reached > 100000, `${name}: bands end at ${reached}`);
  }
}

/** What the take-off asks of the rate book for one product, over every wall, bracket and a spread of measures. */
function takeOff(product) {
  const { piping, electrical, massKg, mounting } = product;
  const pipe = (mm) => mm.toFixed(2);
  return [
    ["refrigerantPipe", `${pipe(piping.liquidMm)}x${pipe(piping.gasMm)}`],
    ["pipeInsulation", `${pipe(piping.liquidMm)}x${piping.liquidInsulationMm}`],
    ["pipeInsulation", `${pipe(piping.gasMm)}x${piping.gasInsulationMm}`],
    ["drainPipe", String(piping.drainMm)],
    ...["brick", "concrete", "light"].map((wall) => ["wallHole", wall]),
    ...["wallBracket", "floorFrame", "roofFrame"].map((place) => ["bracket", place]),
    ["powerCable", electrical.powerCable],
    ["controlCable", electrical.controlCable],
    ["circuitBreaker", `${electrical.phases}P${electrical.breakerA}`],
    ["refrigerant", piping.refrigerant],
    ...[1, 2, 3, 4, 5, 30, 100].map((storey) => ["lifting", undefined, storey]),
    ...[0, 2.5, 3, 3.999, 4, 5.999, 6, 20, 100000].map((height) => ["workAtHeight", undefined, height]),
    ["installIndoorUnit", mounting],
    ["installOutdoorUnit", undefined, massKg.outdoor],
    ["leakTestAndVacuum"],
    ["commissioning"],
  ];
}

function checkTakeOff(products, entries) {
  for (const product of products.filter((one) => one.kind === "matchedSplit")) {
    for (const [item, variant, measure] of takeOff(product)) {
      const found = entries.filter(
        (e) =>
          e.item === item &&
          e.variant === variant &&
          (measure === undefined ? e.measureFrom === undefined && e.measureTo === undefined : measure >= (e.measureFrom ?? 0) && measure < (e.measureTo ?? Infinity)),
      );
      require(found.length === 1, `${product.id}: ${found.length} rates for ${item} ${variant ?? ""} ${measure ?? ""}`);
    }
  }
}

export function check({ reference, catalogue, priceBook, rateBook, sources }) {
  checkReference(reference, sources);
  checkCounties(reference);
  checkDesign(reference);
  checkAir(reference);
  checkLevers(reference);
  checkEnvelope(reference.envelope);
  checkOrigins(reference);
  checkPlaceNames(sources);
  checkStationNotes(sources);
  checkCatalogue(catalogue);
  checkBook(priceBook.entries, (entry) => entry.sku);
  for (const { id } of catalogue.products) require(priceBook.entries.filter((e) => e.sku === id).length === 1, `${id} has no single price`);
  const rateKey = (entry) => `${entry.item} ${entry.variant ?? ""}`.trim();
  checkBook(rateBook.entries, rateKey);
  checkBands(rateBook.entries, rateKey);
  checkTakeOff(catalogue.products, rateBook.entries);
  const categories = new Set(priceBook.taxCategories.map((c) => c.id));
  for (const entry of [...priceBook.entries, ...rateBook.entries]) require(categories.has(entry.taxCategory), `tax category ${entry.taxCategory} is not in the price book`);
}
