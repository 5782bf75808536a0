// The engine without a way of loading it: for libraries, for servers that must not load at import, and for hosts that
// make the WebAssembly instance themselves. The other entries add only where the machine code comes from.
//
// This is the only place where the glue that wasm-bindgen wrote and the machine code meet.

import { Engine, version, __wbg_set_wasm } from '../tonnage_bg.js';
import { imports } from '../imports.js';

let ready = false;

// Until the machine code is there, every call says so instead of failing somewhere inside the glue.
__wbg_set_wasm(
  new Proxy(
    {},
    {
      get() {
        throw Object.assign(new Error('the engine is not loaded yet: `await init()` first'), {
          name: 'TonnageError',
          code: 'not_ready',
          path: '',
          params: {},
          problems: [],
          hasMore: false,
        });
      },
    },
  ),
);

/** Whether the engine can be used. */
export function isReady() {
  return ready;
}

/** Joins the exports of an instance that was made with `imports`. A second call does nothing. */
export function start(exports) {
  if (ready) return;
  __wbg_set_wasm(exports);
  exports.__wbindgen_start();
  ready = true;
}

/** Loads from bytes or a compiled module, at once. */
export function initSync(source) {
  if (ready) return;
  const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  start(new WebAssembly.Instance(module, imports).exports);
}

let loading;

/**
 * Loads from a URL, a response, bytes, a compiled module, or a promise of one. Calls while it is loading share one load;
 * after a failed load the next call tries again.
 */
export async function init(source) {
  if (ready) return;
  loading ??= load(source).finally(() => {
    loading = undefined;
  });
  await loading;
}

async function load(promisedSource) {
  const source = await promisedSource;
  if (source === undefined) throw new TypeError('this entry does not know where the machine code is: pass it to init()');
  const isAddress = typeof source === 'string' || source instanceof URL || isA('Request', source);
  const given = isAddress ? await fetch(source) : source;
  start((await instantiate(given)).exports);
}

async function instantiate(source) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  if (!isA('Response', source)) return (await WebAssembly.instantiate(source, imports)).instance;
  if (!source.ok) throw new Error(`cannot fetch ${source.url}: status ${source.status}`);
  // Compiling while it arrives is allowed only under the right content type; many static servers send another.
  const type = source.headers.get('content-type') ?? '';
  if (WebAssembly.instantiateStreaming && type.split(';')[0].trim() === 'application/wasm') {
    return (await WebAssembly.instantiateStreaming(source, imports)).instance;
  }
  return (await WebAssembly.instantiate(await source.arrayBuffer(), imports)).instance;
}

// Not every host that runs WebAssembly has the classes of fetch.
function isA(className, value) {
  return typeof globalThis[className] === 'function' && value instanceof globalThis[className];
}

export { Engine, imports, version };
