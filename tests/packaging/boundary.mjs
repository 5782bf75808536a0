// What only a JavaScript caller can get wrong, and the cases that the native tests share with these. Runs in Node and in a
// browser: it gets the engine as an argument and imports nothing.
//
// Every case is refused with a real Error that names the code and the path, or accepted where it says so; and the engine
// still gives its first answer after each of them.

/** Runs every case; returns `{name, failure?}` for each. */
export function boundary({ Engine, parts, projectText, cases }) {
  const engine = new Engine(parts);
  const at = engine.demoInstant;
  const fresh = () => JSON.parse(projectText);
  const answer = (project, options = { at }) => JSON.stringify(engine.propose(project, options));
  const expected = answer(fresh());
  const verdicts = [];

  function run(name, act) {
    const verdict = { name };
    try {
      act();
      if (answer(fresh()) !== expected) throw new Error('the engine answers differently afterwards');
    } catch (error) {
      verdict.failure = error.message;
    }
    verdicts.push(verdict);
  }

  for (const [name, project, code, path, params] of refusedProjects(fresh)) {
    run(`${name} is refused`, () => refused(() => answer(project()), code, path, params));
  }
  for (const [name, project, plain = fresh] of acceptedProjects(fresh)) {
    run(`${name} is accepted`, () => {
      if (answer(project()) !== answer(plain())) throw new Error('the answer differs from that of the plain project');
    });
  }
  for (const [name, options, code, path] of refusedOptions(at)) {
    run(`${name} is refused`, () => refused(() => engine.propose(fresh(), options), code, path));
  }
  for (const [name, broken, code, path] of refusedParts(parts)) {
    run(`an engine of ${name} is refused`, () => refused(() => new Engine(broken()), code, path));
  }
  run('what is refused and odd of the catalogue is told with its place', () => {
    const told = engine.inspectCatalogue();
    const proposal = engine.propose(fresh(), { at });
    if (told.catalogueDigest !== proposal.catalogue.digest) throw new Error('it is of another catalogue');
    if (told.refused.length === 0 || told.warnings.length === 0) throw new Error('nothing is told');
    for (const remark of [...told.refused, ...told.warnings]) {
      if (!remark.product || !remark.code || !remark.path) throw new Error(`${JSON.stringify(remark)} says too little`);
    }
  });
  run('a freed engine throws', () => {
    const other = new Engine(parts);
    other.free();
    let thrown;
    try {
      other.propose(fresh(), { at });
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof Error)) throw new Error('no error was thrown');
  });

  for (const { name, project, text, at: instant = at, code, path } of cases) {
    const options = { at: instant };
    const written = text ?? JSON.stringify(project);
    run(`case \`${name}\` as text`, () => refused(() => answer(written, options), code, path));
    run(`case \`${name}\` as bytes`, () =>
      refused(() => answer(new TextEncoder().encode(written), options), code, path));
    if (project !== undefined) {
      run(`case \`${name}\` as object`, () => refused(() => answer(project, options), code, path));
    }
  }
  // No `free()` here: after a trap it would throw, and hide the verdicts.
  return verdicts;
}

function refused(act, code, path, params = {}) {
  let error;
  try {
    act();
  } catch (thrown) {
    error = thrown;
  }
  if (error === undefined) throw new Error('it was accepted');
  if (!(error instanceof Error)) throw new Error(`what was thrown is no Error: ${String(error)}`);
  const found = `${error.name} ${error.code} at \`${error.path}\`: ${error.message}`;
  const first = error.problems?.[0];
  const holds =
    error.name === 'TonnageError' &&
    error.code === code &&
    error.path === path &&
    error.message.length > 0 &&
    Object.entries(params).every(([name, value]) => error.params?.[name] === value) &&
    first?.code === code &&
    first?.path === path;
  if (!holds) {
    const wanted = `${code} at \`${path}\` with ${JSON.stringify(params)}`;
    throw new Error(`expected ${wanted}, found ${found} with ${JSON.stringify(error.params)}, ` +
      `problems ${JSON.stringify(error.problems)?.slice(0, 300)}`);
  }
}

// A project whose first room has `value` in `field`.
function room(fresh, field, value) {
  const project = fresh();
  project.rooms[0][field] = value;
  return project;
}

function refusedProjects(fresh) {
  const area = 'rooms[0].areaM2';
  const name = 'rooms[0].name';
  const unsupported = (title, field, value, found) => [
    title,
    () => room(fresh, field, value),
    'unsupported_type',
    `rooms[0].${field}`,
    { found },
  ];
  return [
    ['a project that contains itself', () => withCycle(fresh(), (project) => project), 'cyclic', 'site'],
    ['a list that contains itself', () => withCycle(fresh(), (project) => project.rooms), 'cyclic', 'rooms[0].facades'],
    unsupported('a function', 'name', () => 'shop', 'function'),
    unsupported('a class', 'name', class Name {}, 'function'),
    unsupported('a symbol', 'name', Symbol('shop'), 'symbol'),
    unsupported('a BigInt', 'areaM2', 120n, 'bigint'),
    unsupported('a Date', 'name', new Date(0), 'Date'),
    unsupported('a Map', 'facades', new Map([['facing', 'S']]), 'Map'),
    unsupported('a Set', 'facades', new Set(['S']), 'Set'),
    unsupported('a boxed number', 'areaM2', new Number(120), 'Number'),
    unsupported('a typed array', 'facades', new Float64Array(2), 'Float64Array'),
    ['an ArrayBuffer', () => utf8(JSON.stringify(fresh())).buffer, 'unsupported_type', '', { found: 'ArrayBuffer' }],
    ['text that is too long', () => JSON.stringify(fresh()) + ' '.repeat(9 << 20), 'too_long', ''],
    ['a name that is too long', () => room(fresh, 'name', 'x'.repeat(9 << 20)), 'too_long', name],
    ['NaN', () => room(fresh, 'areaM2', NaN), 'not_finite', area],
    ['Infinity', () => room(fresh, 'areaM2', Infinity), 'not_finite', area],
    ['minus infinity', () => room(fresh, 'areaM2', -Infinity), 'not_finite', area],
    ['a symbol as key', () => room(fresh, Symbol('use'), 'shop'), 'unsupported_type', 'rooms[0]'],
    ['an area behind a prototype', () => withInheritedArea(fresh()), 'missing_field', area],
    ['a getter that throws', () => withThrowingGetter(fresh()), 'unreadable', area],
    ['a proxy that throws', () => withProxy(fresh(), throwingHandler()), 'unreadable', 'rooms[0]'],
    ['a revoked proxy', () => withRevokedProxy(fresh()), 'unreadable', 'rooms[0]'],
    ['a list with a hole', () => withHole(fresh()), 'wrong_type', 'rooms[1]'],
    ['a list of a thousand million', () => withLength(fresh(), 1e9), 'too_many_items', 'rooms'],
    ['a project of a hundred thousand rooms', () => withRooms(fresh(), 100_000), 'too_many_items', 'rooms'],
    ['their text', () => JSON.stringify(withRooms(fresh(), 100_000)), 'too_many_items', 'rooms'],
    ['nesting without end', () => room(fresh, 'facades', nested(10_000)), 'too_deep', deepPath(9)],
    ['undefined where a value is required', () => room(fresh, 'areaM2', undefined), 'missing_field', area],
    ['text with a byte order mark', () => `\uFEFF${JSON.stringify(fresh())}`, 'byte_order_mark', ''],
    ['bytes with a byte order mark', () => utf8(`\uFEFF${JSON.stringify(fresh())}`), 'byte_order_mark', ''],
    ['bytes that are not UTF-8', () => new Uint8Array([0x22, 0xff, 0x22]), 'not_utf8', ''],
    ['a key given twice', () => twice(fresh(), 'areaM2'), 'duplicate_key', area, { key: 'areaM2' }],
    ['empty text', () => '', 'empty', ''],
    ['no bytes', () => new Uint8Array(0), 'empty', ''],
    ['a number', () => 42, 'wrong_type', ''],
    ['null', () => null, 'wrong_type', ''],
    ['undefined', () => undefined, 'wrong_type', ''],
    ['a list', () => [fresh()], 'wrong_type', ''],
    ['a misspelt field', () => room(fresh, 'areaM', 20), 'unknown_field', 'rooms[0].areaM', { suggestion: 'areaM2' }],
    ['half a surrogate pair', () => room(fresh, 'name', '\uD800'), 'unsupported_type', name],
  ];
}

function acceptedProjects(fresh) {
  return [
    ['the project as text', () => JSON.stringify(fresh())],
    ['the project as bytes', () => utf8(JSON.stringify(fresh()))],
    ['a window into larger memory', () => windowed(JSON.stringify(fresh()))],
    ['undefined in an optional field', () => ({ ...fresh(), preferences: fresh().preferences ?? undefined })],
    ['an object without a prototype', () => Object.assign(Object.create(null), fresh())],
    ['a frozen project', () => Object.freeze(fresh())],
    ['a proxy that only forwards', () => withProxy(fresh(), {})],
    ['minus zero', () => withHeight(fresh, -0), () => withHeight(fresh, 0)],
    ['one object in two places', () => withTwice(fresh(), (part) => part), () => withTwice(fresh(), structuredClone)],
  ];
}

function refusedOptions(at) {
  return [
    ['no instant', {}, 'missing_field', 'options.at'],
    ['no options', undefined, 'wrong_type', 'options'],
    ['an instant without an offset', { at: at.slice(0, 19) }, 'not_instant', 'options.at'],
    ['a Date as instant', { at: new Date(at) }, 'unsupported_type', 'options.at'],
    ['an option that does not exist', { at, channel: 'online' }, 'unknown_field', 'options.channel'],
  ];
}

function refusedParts(parts) {
  const without = (name) => () => ({ ...parts, [name]: undefined });
  return [
    ['no reference data', without('reference'), 'missing_field', 'reference'],
    ['no catalogue', without('catalogue'), 'missing_field', 'catalogue'],
    ['no price book', without('priceBook'), 'missing_field', 'priceBook'],
    ['no rate book', without('rateBook'), 'missing_field', 'rateBook'],
    ['a number', () => 42, 'wrong_type', ''],
    [
      'a price that is a number',
      () => ({ ...parts, priceBook: withNumericPrice(parts.priceBook) }),
      'number_for_money',
      'priceBook.entries[0].unitPrice',
    ],
    [
      'a rate that is a number',
      () => ({ ...parts, rateBook: withNumericPrice(parts.rateBook) }),
      'number_for_money',
      'rateBook.entries[0].unitPrice',
    ],
    ['a misspelt part', () => ({ ...parts, ratebook: parts.rateBook }), 'unknown_field', 'ratebook', { suggestion: 'rateBook' }],
    ['broken JSON', () => ({ ...parts, catalogue: '{' }), 'json_syntax', 'catalogue'],
    [
      'swapped books',
      () => ({ ...parts, priceBook: parts.rateBook, rateBook: parts.priceBook }),
      'unknown_value',
      'priceBook.type',
    ],
  ];
}

// ---- the odd values ----------------------------------------------------------------------------------------------

function withCycle(project, inner) {
  const target = inner(project);
  if (target === project) project.site = project;
  else project.rooms[0].facades = target;
  return project;
}

function withHeight(fresh, heightDifferenceM) {
  return room(fresh, 'installation', { heightDifferenceM });
}

function withInheritedArea(project) {
  const { areaM2, ...own } = project.rooms[0];
  class Room {
    get areaM2() {
      return areaM2;
    }
  }
  project.rooms[0] = Object.assign(new Room(), own);
  return project;
}

function withThrowingGetter(project) {
  Object.defineProperty(project.rooms[0], 'areaM2', {
    enumerable: true,
    get() {
      throw new RangeError('no area today');
    },
  });
  return project;
}

function throwingHandler() {
  const fail = () => {
    throw new Error('not for you');
  };
  return { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail };
}

function withRooms(project, count) {
  const [first] = project.rooms;
  project.rooms = Array.from({ length: count }, () => ({ use: first.use, areaM2: first.areaM2 }));
  return project;
}

function withNumericPrice(bytes) {
  const book = JSON.parse(new TextDecoder().decode(bytes));
  book.entries[0].unitPrice = 3.5;
  return book;
}

function withProxy(project, handler) {
  project.rooms[0] = new Proxy(project.rooms[0], handler);
  return project;
}

function withRevokedProxy(project) {
  const { proxy, revoke } = Proxy.revocable(project.rooms[0], {});
  revoke();
  project.rooms[0] = proxy;
  return project;
}

function withHole(project) {
  const [first] = project.rooms;
  project.rooms = new Array(3);
  project.rooms[0] = first;
  project.rooms[2] = first;
  return project;
}

function withLength(project, length) {
  project.rooms = [];
  project.rooms.length = length;
  return project;
}

function nested(depth) {
  let list = [];
  for (let level = 0; level < depth; level += 1) list = [list];
  return list;
}

function deepPath(depth) {
  return `rooms[0].facades${'[0]'.repeat(depth)}`;
}

function withTwice(project, copy) {
  const installation = { pipeRunM: 12 };
  project.installation = copy(installation);
  project.rooms[0].installation = copy(installation);
  return project;
}

function utf8(text) {
  return new TextEncoder().encode(text);
}

function windowed(text) {
  const bytes = utf8(text);
  const larger = new Uint8Array(bytes.length + 64).fill(0x7b);
  larger.set(bytes, 32);
  return larger.subarray(32, 32 + bytes.length);
}

// The text of the project with `field` of its first room written twice.
function twice(project, field) {
  const value = JSON.stringify(project.rooms[0][field]);
  const marked = JSON.stringify({ ...project.rooms[0], [field]: '\u0001' });
  const doubled = marked.replace(JSON.stringify('\u0001'), `${value},${JSON.stringify(field)}:${value}`);
  const rest = project.rooms.slice(1).map((other) => JSON.stringify(other));
  return JSON.stringify({ ...project, rooms: '\u0002' }).replace(JSON.stringify('\u0002'), `[${[doubled, ...rest]}]`);
}
