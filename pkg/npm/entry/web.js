// Browsers, workers and bundlers: `await init()` fetches the machine code from beside this file.

import { init as initFrom } from './slim.js';

/** Loads the engine. Bundlers see the address in this line and copy the file. */
export function init(source) {
  return initFrom(source ?? new URL('../tonnage_bg.wasm', import.meta.url));
}

export { Engine, initSync, version } from './slim.js';
