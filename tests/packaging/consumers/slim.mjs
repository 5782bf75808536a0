// A host that loads the machine code itself. Prints the answers of the project files named as arguments.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Engine, imports, init, isReady, start, version } from 'tonnage/slim';

const require = createRequire(import.meta.url);

function refusal(act) {
  try {
    act();
    return 'no error';
  } catch (error) {
    return `${error instanceof Error} ${error.name} ${error.code}`;
  }
}

const before = { ready: isReady(), version: refusal(version), engine: refusal(() => new Engine({})) };
const noSource = await init().then(() => 'no error', (error) => error.name);

const bytes = readFileSync(require.resolve('tonnage/tonnage.wasm'));
const { instance } = await WebAssembly.instantiate(bytes, imports);
start(instance.exports);
start(instance.exports);

const part = (name) => readFileSync(require.resolve(`tonnage/data/${name}.json`));
const engine = new Engine({
  reference: part('reference'),
  catalogue: part('catalogue'),
  priceBook: part('price_book'),
  rateBook: part('rate_book'),
});
const answers = {};
for (const file of process.argv.slice(2)) {
  const bytesOfProject = new Uint8Array(readFileSync(file));
  answers[file] = JSON.stringify(engine.propose(bytesOfProject, { at: engine.demoInstant }));
}
console.log(JSON.stringify({ answers, before, noSource, version: version() }));
