// Node: the machine code is read from the file beside it, so the engine is ready at import and `init` has nothing to do.

import { readFileSync } from 'node:fs';
import { initSync } from './slim.js';

initSync(readFileSync(new URL('../tonnage_bg.wasm', import.meta.url)));

export { Engine, init, initSync, version } from './slim.js';
