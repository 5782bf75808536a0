// A Node program in ES modules. Prints the answers of the project files named as arguments, as one JSON object.

import { readFileSync } from 'node:fs';
import project from 'tonnage/schema/project.json' with { type: 'json' };
import priceBook from 'tonnage/schema/price_book.json' with { type: 'json' };
import * as tonnage from 'tonnage';
import * as demo from 'tonnage/demo';

const { Engine, init, version } = tonnage;

// Ready at import; in code that is shared with a browser the call is there all the same.
await init();
const engine = new Engine(await demo.loadDemo());
const at = engine.demoInstant;
const answers = {};
for (const file of process.argv.slice(2)) {
  answers[file] = JSON.stringify(engine.propose(JSON.parse(readFileSync(file, 'utf8')), { at }));
}
engine.free();
const schemas = [project.title, priceBook.title];
console.log(JSON.stringify({ answers, schemas, version: version(), names: Object.keys(tonnage).sort() }));
