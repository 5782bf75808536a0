// Builds pkg/dist, the folder that is published to npm, and holds the size of its machine code against pkg/size.json.
//
//   node pkg/build.mjs                      fails when the module grew by more than 5 %
//   node pkg/build.mjs --accept "reason"    records the present size with that reason
//
// Needs wasm-pack, wasm-bindgen and wasm-opt on PATH; scripts/build_package.sh puts them there.

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { commonJs } from './commonjs.mjs';

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const handWritten = join(top, 'pkg/npm');
const dist = join(top, 'pkg/dist');
// wasm-pack's own output is no package of ours: it stays among the build's intermediate files.
const raw = join(top, 'target/wasm-pack');
const DATA = ['reference', 'catalogue', 'price_book', 'rate_book'];
// The names that the library knows its schemas by, and the files, which are named as those of the data.
const SCHEMAS = {
  project: 'project',
  reference: 'reference',
  catalogue: 'catalogue',
  availability: 'availability',
  priceBook: 'price_book',
  rateBook: 'rate_book',
};
const GROWTH_ALLOWED = 0.05;

async function main(flags) {
  const note = acceptedNote(flags);
  compile();
  assemble();
  writeSchemas();
  checkSize(note);
}

function acceptedNote(flags) {
  if (flags.length === 0) return undefined;
  if (flags.length === 2 && flags[0] === '--accept' && flags[1]) return flags[1];
  throw new Error('usage: node pkg/build.mjs [--accept "why the size changed"]');
}

function compile() {
  rmSync(raw, { recursive: true, force: true });
  const flags = [
    // Nothing may be downloaded in a build: what is not on PATH is an error.
    ...['--mode', 'no-install'],
    ...['--target', 'bundler', '--profile', 'wasm'],
    // Without these wasm-pack writes a package.json and a .gitignore of its own.
    ...['--no-pack', '--no-gitignore'],
    ...['--out-name', 'tonnage', '--out-dir', 'target/wasm-pack'],
    ...['.', '--locked'],
  ];
  execFileSync('wasm-pack', ['build', ...flags], { cwd: top, stdio: 'inherit' });
}

function assemble() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'data'), { recursive: true });
  cpSync(handWritten, dist, { recursive: true });
  for (const name of ['tonnage_bg.wasm', 'tonnage_bg.js']) copyFileSync(join(raw, name), join(dist, name));
  for (const name of DATA) copyFileSync(join(top, `src/data/${name}.json`), join(dist, `data/${name}.json`));
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(join(top, name), join(dist, name));
  copyFileSync(join(top, 'src/data/sources/PROVENANCE.md'), join(dist, 'data/PROVENANCE.md'));
  // src/wasm/*.d.ts and the signatures of the exported functions, put together by wasm-bindgen.
  copyFileSync(join(raw, 'tonnage.d.ts'), join(dist, 'engine.d.ts'));

  const manifest = JSON.parse(readFileSync(join(handWritten, 'package.json'), 'utf8'));
  manifest.version = crateVersion();
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);

  write('imports.js', importsModule());
  for (const entry of ['entry/node', 'demo/node']) write(`${entry}.cjs`, commonJs(join(dist, `${entry}.js`)));
  // The same types again for CommonJS, where TypeScript looks for its own extension.
  for (const name of ['engine', 'index', 'demo']) {
    const types = readFileSync(join(dist, `${name}.d.ts`), 'utf8');
    write(`${name}.d.cts`, types.replaceAll(/from '(\.\/\w+)\.js'/g, "from '$1.cjs'"));
  }
}

function write(name, text) {
  writeFileSync(join(dist, name), text);
}

function crateVersion() {
  const version = readFileSync(join(top, 'Cargo.toml'), 'utf8').match(/^\[package\][^[]*?^version = "([^"]+)"/m);
  if (!version) throw new Error('Cargo.toml states no version');
  return version[1];
}

// The functions that the machine code asks for have names that change with every build. They are imported one by one:
// some bundlers lose what is reached only through a namespace import.
function importsModule() {
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(dist, 'tonnage_bg.wasm'))));
  const foreign = wanted.find(({ module }) => module !== './tonnage_bg.js');
  if (foreign) throw new Error(`the machine code imports \`${foreign.name}\` from \`${foreign.module}\``);
  const names = wanted.map(({ name }) => `  ${name},\n`).sort().join('');
  return [
    '// Made by pkg/build.mjs: what the machine code imports.',
    `import {\n${names}} from './tonnage_bg.js';`,
    '',
    `export const imports = { './tonnage_bg.js': {\n${names}} };`,
    '',
  ].join('\n');
}

// By the command line of the same sources: the machine code has the shapes without their words, which would be a tenth of it.
function writeSchemas() {
  mkdirSync(join(dist, 'schema'));
  for (const [name, file] of Object.entries(SCHEMAS)) {
    const flags = ['run', '--quiet', '--locked', '--release', '--features', 'cli', '--bin', 'tonnage', '--', 'schema', name];
    const text = execFileSync('cargo', flags, { cwd: top, encoding: 'utf8', maxBuffer: 1 << 26 });
    write(`schema/${file}.json`, `${JSON.stringify(JSON.parse(text), null, 1)}\n`);
  }
}

function checkSize(note) {
  const bytes = readFileSync(join(dist, 'tonnage_bg.wasm'));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
  const gzip = gzipSync(bytes, { level: 9 }).length;
  console.log(`tonnage_bg.wasm: ${kib(bytes.length)} raw, ${kib(gzip)} gzip, ${kib(brotli)} brotli (${brotli} bytes)`);

  const record = join(top, 'pkg/size.json');
  if (note !== undefined) {
    writeFileSync(record, `${JSON.stringify({ brotliBytes: brotli, note }, null, 2)}\n`);
    console.log('recorded in pkg/size.json');
    return;
  }
  if (!existsSync(record)) throw new Error('pkg/size.json is missing; record a size with --accept "reason"');
  const { brotliBytes } = JSON.parse(readFileSync(record, 'utf8'));
  const growth = brotli / brotliBytes - 1;
  const change = `${growth < 0 ? '' : '+'}${(growth * 100).toFixed(1)} %`;
  if (growth > GROWTH_ALLOWED) {
    throw new Error(
      `the machine code grew from ${brotliBytes} to ${brotli} bytes of brotli (${change}, allowed +5 %): make it smaller, ` +
        'or say why with: scripts/build_package.sh --accept "reason"',
    );
  }
  console.log(`recorded: ${brotliBytes} bytes of brotli, now ${change}`);
}

function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
