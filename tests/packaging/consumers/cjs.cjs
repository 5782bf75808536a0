// A Node program in CommonJS. Prints the answers of the project files named as arguments, as one JSON object.

'use strict';
const { readFileSync } = require('node:fs');
const tonnage = require('tonnage');
const { loadDemo } = require('tonnage/demo');

async function main() {
  await tonnage.init();
  const engine = new tonnage.Engine(await loadDemo());
  const at = engine.demoInstant;
  const answers = {};
  for (const file of process.argv.slice(2)) {
    answers[file] = JSON.stringify(engine.propose(readFileSync(file, 'utf8'), { at }));
  }
  const schemas = ['project', 'price_book'].map((file) => require(`tonnage/schema/${file}.json`).title);
  console.log(JSON.stringify({ answers, schemas, version: tonnage.version(), names: Object.keys(tonnage).sort() }));
}

main();
