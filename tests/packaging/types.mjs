// TypeScript's view of the package: the declarations themselves, programs that use them, and the answers, which must
// satisfy the declared types. Reading a `.json` file would not do: its texts widen to `string`, and every choice would fail.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, heading } from './report.mjs';
import { toolPath } from './setting.mjs';

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

  mkdirSync(join(folder, 'typed'));
  for (const { name, text, expected } of projects) {
    const file = `typed/${name.replace(/\.json$/, '.mts')}`;
    await check(`the answer of ${name} is a Proposal`, () => {
      writeFileSync(join(folder, file), [
        "import type { Project, Proposal } from 'tonnage';",
        `export const project = ${text.trim()} satisfies Project;`,
        // Over many lines, so that the compiler's line numbers say something.
        `export default ${JSON.stringify(JSON.parse(expected), null, 1)} satisfies Proposal;`,
        '',
      ].join('\n'));
      tsc([...BARE, ...NODE_RESOLUTION, file]);
    });
  }
}
