// What every packaging test stands on: where things are, the native answers, and a folder in which the packed package is
// installed as its users install it.

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const top = dirname(dirname(here));
export const projectsFolder = join(top, 'tests/projects');
// Engineers' projects, which between them state every field.
export const ownProjectsFolder = join(here, 'projects');

const tools = process.env.TONNAGE_NODE_TOOLS;
if (!tools) throw new Error('run scripts/check_packaging.sh, which knows where the tools are');
export const toolPath = (name) => join(tools, 'node_modules', name);
export const requireTool = createRequire(join(tools, 'package.json'));

const native = join(process.env.CARGO_TARGET_DIR ?? join(top, 'target'), 'release/tonnage');

// What `tonnage quote` prints for a project file. Its exit status 4 says that the answer leaves something out, which is an
// answer all the same.
function nativeAnswer(file, flags, input) {
  const { status, stdout, stderr, error } = spawnSync(native, ['quote', file, ...flags], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input,
  });
  if (error) throw error;
  if (status !== 0 && status !== 4) throw new Error(`tonnage quote ${file}: status ${status}: ${stderr}`);
  return stdout;
}

/** The projects of a folder, each with its text and the native answer at the demo instant. */
export function readProjects(folder = projectsFolder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw new Error(`${folder} has no project`);
  return files.map((file) => {
    const path = join(folder, file);
    // Without `--at` the command line takes the demo instant and lists that among the assumptions of the answer.
    const { at } = JSON.parse(nativeAnswer(path, []));
    return { name: file, text: readFileSync(path, 'utf8'), expected: nativeAnswer(path, ['--at', at]) };
  });
}

/** The native answer, as an object, to a project that no file has. */
export function answerTo(project) {
  return JSON.parse(nativeAnswer('-', [], JSON.stringify(project)));
}

/** The cases that the native tests share with these. */
export function readCases() {
  return JSON.parse(readFileSync(join(top, 'tests/boundary/cases.json'), 'utf8'));
}

export function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Packs pkg/dist as `npm publish` would and installs the tarball, without a network, into a new folder. */
export function installPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-packaging-'));
  const npm = (flags, cwd) => execFileSync('npm', [...flags, '--loglevel=error'], { cwd, encoding: 'utf8' });
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], join(top, 'pkg/dist')));
  const consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)], consumer);
  cpSync(join(here, 'consumers'), consumer, { recursive: true });
  cpSync(join(here, 'boundary.mjs'), join(consumer, 'boundary.mjs'));
  cpSync(projectsFolder, join(consumer, 'projects'), { recursive: true });
  return { folder, consumer, packed, installed: join(consumer, 'node_modules/tonnage') };
}
