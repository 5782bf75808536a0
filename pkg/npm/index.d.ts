/// <reference lib="esnext.disposable" />
// What the loaders add to the engine's own types. No type of a browser or of Node is named here, so that the package
// type-checks in a project that has only one of the two.

export * from './engine.js';

/**
 * Where the machine code can come from: an address as text or `URL`, a `Request`, a `Response`, bytes, or a compiled
 * `WebAssembly.Module`.
 */
export type WasmSource = string | object;

/**
 * Loads the engine; without `source` from the file beside this module. In Node the engine is ready at import and this does
 * nothing. Further calls do nothing; after a failed load the next call tries again.
 */
export function init(source?: WasmSource | PromiseLike<WasmSource>): Promise<void>;

/** Loads the engine at once from bytes or a compiled module. A second call does nothing. */
export function initSync(source: object): void;
