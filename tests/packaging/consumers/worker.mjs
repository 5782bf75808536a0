import { Engine, init } from './node_modules/tonnage/entry/web.js';
import { loadDemo } from './node_modules/tonnage/demo/web.js';

onmessage = async ({ data }) => {
  await init();
  const engine = new Engine(await loadDemo());
  postMessage(JSON.stringify(engine.propose(JSON.parse(data), { at: engine.demoInstant })));
};
