// A page without a bundler: what it exports is called by the test, in the browser.

import * as tonnage from './node_modules/tonnage/entry/web.js';
import { loadDemo } from './node_modules/tonnage/demo/web.js';
import { boundary } from './boundary.mjs';

const { Engine, init, initSync, version } = tonnage;
const WASM = './node_modules/tonnage/tonnage_bg.wasm';

async function outcome(promise) {
  return promise.then(() => 'loaded', (error) => `${error instanceof Error} ${error.message}`);
}

/** Every way of loading, one a page: a module is loaded once in the life of a page. */
export async function load(way) {
  if (way === 'default') {
    let early = 'no error';
    try {
      version();
    } catch (error) {
      early = `${error.name} ${error.code}`;
    }
    const together = await Promise.all([init(), init()].map(outcome));
    return { early, together, again: await outcome(init()), names: Object.keys(tonnage).sort() };
  }
  if (way === 'after a failure') {
    const failed = await outcome(init('./absent.wasm'));
    return { failed, then: await outcome(init()) };
  }
  if (way === 'bytes') {
    initSync(await (await fetch(WASM)).arrayBuffer());
    return { then: await outcome(init()) };
  }
  if (way === 'wrong content type') {
    return { then: await outcome(init(new URL('./plain/node_modules/tonnage/tonnage_bg.wasm', location.href))) };
  }
  throw new Error(`unknown way ${way}`);
}

async function engineOfDemo() {
  return new Engine(await loadDemo());
}

/** The answers of projects given as text. */
export async function answers(projects) {
  const engine = await engineOfDemo();
  return projects.map((text) => JSON.stringify(engine.propose(JSON.parse(text), { at: engine.demoInstant })));
}

/** The answer of the first project from a worker. */
export async function answerOfWorker(text) {
  const worker = new Worker('./worker.mjs', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'the worker failed'));
    worker.postMessage(text);
  });
}

export async function runBoundary(projectText, cases) {
  return boundary({ Engine, parts: await loadDemo(), projectText, cases });
}
