// TypeScript's view of the package: the declarations themselves, programs that use them, and the answers, which must
// satisfy the declared types. Reading a `.json` file would not do: its texts widen to `string`, and every choice would fail.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, heading } from './report.mjs';
import { answerTo, toolPath } from './setting.mjs';

const STRICT = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--types', ''];
// Nothing of a browser and nothing of Node: the declarations must not need either.
const BARE = ['--lib', 'es2022'];
const PAGE = ['--lib', 'es2022,dom'];
const NODE_RESOLUTION = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
const BUNDLER_RESOLUTION = ['--module', 'esnext', '--moduleResolution', 'bundler'];

export async function checkTypes({ setting, projects }) {
  heading('TypeScript');
  const folder = setting.consumer;
  const tsc = (flags) => {
    try {
      execFileSync(process.execPath, [toolPath('typescript/bin/tsc'), ...STRICT, ...flags], {
        cwd: folder,
        encoding: 'utf8',
      });
    } catch (error) {
      throw new Error((error.stdout || error.message).split('\n').slice(0, 8).join('\n      '));
    }
  };
  const declarations = ['index.d.ts', 'slim.d.ts', 'demo.d.ts'].map((name) => `node_modules/tonnage/${name}`);
  const sound = await check('the declarations alone', () => tsc([...BARE, ...NODE_RESOLUTION, ...declarations]));
  // With broken declarations everything below would only print the same errors again.
  if (!sound) return;
  await check('a program in ES modules', () => tsc([...PAGE, ...NODE_RESOLUTION, 'typed.mts']));
  await check('a program in CommonJS', () => tsc([...PAGE, ...NODE_RESOLUTION, 'typed.cts']));
  await check('a program for a bundler', () => tsc([...PAGE, ...BUNDLER_RESOLUTION, 'typed.mts']));

  await check('the declared project has the fields of its schema, each as it is there', () => {
    const schema = JSON.parse(readFileSync(join(setting.installed, 'schema/project.json'), 'utf8'));
    const [program, count] = programOfSchema(schema);
    writeFileSync(join(folder, 'schema.mts'), program);
    tsc([...BARE, ...NODE_RESOLUTION, 'schema.mts']);
    return `${count} comparisons`;
  });
  await check('a field that the declarations lack is found, in the schema and deep in an answer', () => {
    const refused = (name, text, reason) => {
      writeFileSync(join(folder, name), text);
      let said = 'nothing';
      try {
        tsc([...BARE, ...NODE_RESOLUTION, name]);
      } catch (error) {
        said = error.message;
      }
      if (!said.includes(reason)) throw new Error(`the compiler said of ${name}: ${said}`);
    };
    const schema = JSON.parse(readFileSync(join(setting.installed, 'schema/project.json'), 'utf8'));
    schema.properties.rooms.items.properties.people.properties.shoeSize = { type: 'number' };
    refused('schema_more.mts', programOfSchema(schema)[0], "type 'never'");
    const answer = JSON.parse(projects[0].expected);
    answer.loads.rooms[0].computed.days[0].shoeSizeW = 1;
    refused('answer_more.mts', programOfAnswer(projects[0].text.trim(), answer), '"shoeSizeW"');
  });

  mkdirSync(join(folder, 'typed'));
  for (const kind of SYSTEM_KINDS) {
    await check(`what is installed of ${kind} is typed`, () => {
      const project = projectOf(kind);
      const answer = answerTo(project);
      const { systems, ventilators } = answer.selection;
      const system = systems.find((system) => system.kind === kind);
      if (!system || ventilators.length === 0) throw new Error('no system of this kind or no ventilator');
      const file = `typed/${kind}.mts`;
      writeFileSync(join(folder, file), programOfAnswer(JSON.stringify(project), answer));
      tsc([...BARE, ...NODE_RESOLUTION, file]);
      const [program, count] = programOfMistakes(system, ventilators[0]);
      writeFileSync(join(folder, `typed/${kind}_mistakes.mts`), program);
      tsc([...BARE, ...NODE_RESOLUTION, `typed/${kind}_mistakes.mts`]);
      return `${count} mistakes refused`;
    });
  }
  for (const { name, text, expected } of projects) {
    const file = `typed/${name.replace(/\.json$/, '.mts')}`;
    await check(`the answer of ${name} is a Proposal`, () => {
      writeFileSync(join(folder, file), programOfAnswer(text.trim(), JSON.parse(expected)));
      tsc([...BARE, ...NODE_RESOLUTION, file]);
    });
  }
}

const SYSTEM_KINDS = ['matchedSplit', 'multiSplit', 'vrfHeatPump', 'vrfHeatRecovery', 'rooftop', 'chilledWater'];

// Rooms of which every one wants this kind, and one a ventilator.
function projectOf(kind) {
  const room = { use: 'office_general', areaM2: 40, installation: { outdoorPlace: 'roofFrame' } };
  return {
    site: { city: '武汉' },
    rooms: [room, room, { ...room, areaM2: 100, outdoorAir: { treatedBy: 'erv' } }],
    preferences: { systems: [kind], coolingOnly: true, simultaneous: kind === 'vrfHeatRecovery' },
  };
}

// A program that compiles only if every mistake in what is installed is refused, and how many these are: another kind of
// system and, in every object of it, a field more, each field of another type and the first field left out.
function programOfMistakes(system, ventilator) {
  const lines = ["import type { System, Ventilator } from 'tonnage';"];
  const text = (value) => `${JSON.stringify(value)};`;
  // On a line of its own each, which is all that the mark is good for.
  const refused = (type, value) => lines.push('// @ts-expect-error', `export const no${lines.length}: ${type} = ${text(value)}`);
  const spoil = (type, whole, holder) => {
    for (const field of Object.keys(holder)) {
      const kept = holder[field];
      holder[field] = false;
      refused(type, whole);
      holder[field] = kept;
    }
    holder.shoeSize = 1;
    refused(type, whole);
    delete holder.shoeSize;
    const [first] = Object.keys(holder);
    const { [first]: kept } = holder;
    delete holder[first];
    refused(type, whole);
    holder[first] = kept;
  };
  lines.push(`export const system: System = ${text(system)}`, `export const ventilator: Ventilator = ${text(ventilator)}`);
  for (const holder of holders(system.installed)) spoil('System', system, holder);
  for (const holder of holders(ventilator.installed)) spoil('Ventilator', ventilator, holder);
  const connected = ['multiSplit', 'vrfHeatPump', 'vrfHeatRecovery'];
  const alike = (kind) => kind === system.kind || [kind, system.kind].every((one) => connected.includes(one));
  for (const kind of SYSTEM_KINDS.filter((kind) => !alike(kind))) refused('System', { ...system, kind });
  return [`${lines.join('\n')}\n`, lines.filter((line) => line.startsWith('//')).length];
}

// An object and the first objects in it, of every field that is one or a list of them.
function holders(value) {
  const inner = Object.values(value).map((field) => (Array.isArray(field) ? field[0] : field));
  return [value, ...inner.filter((field) => typeof field === 'object').flatMap(holders)];
}

function programOfAnswer(project, answer) {
  return [
    "import type { Project, Proposal } from 'tonnage';",
    `export const project = ${project} satisfies Project;`,
    // Over many lines, so that the compiler's line numbers say something.
    `export default ${JSON.stringify(answer, null, 1)} satisfies Proposal;`,
    '',
  ].join('\n');
}

// A program that compiles only if `Project` and the schema have the same fields at every depth, the same of them required,
// and the same choices; and how many comparisons these are.
function programOfSchema(schema) {
  const lines = [
    "import type { Project } from 'tonnage';",
    'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;',
    'type Required<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T];',
  ];
  const union = (names) => names.map((name) => JSON.stringify(name)).join(' | ') || 'never';
  let count = 0;
  const same = (a, b) => {
    lines.push(`export const check${count}: Same<${a}, ${b}> = true;`);
    count += 1;
  };
  (function walk(node, type) {
    if (node.enum) same(type, union(node.enum));
    if (node.type === 'number' || node.type === 'integer') same(type, 'number');
    if (node.type === 'string') same(type, 'string');
    if (node.type === 'boolean') same(type, 'boolean');
    if (node.items) walk(node.items, `${type}[number]`);
    if (!node.properties) return;
    same(`keyof ${type}`, union(Object.keys(node.properties)));
    same(`Required<${type}>`, union(node.required));
    for (const [name, field] of Object.entries(node.properties)) walk(field, `NonNullable<${type}['${name}']>`);
  })(schema, 'Project');
  return [`${lines.join('\n')}\n`, count];
}
