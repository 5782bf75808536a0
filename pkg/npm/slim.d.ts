import type { WasmSource } from './index.js';
export * from './index.js';

/** Loads the engine from `source`; this entry does not know where the machine code is. */
export function init(source: WasmSource | PromiseLike<WasmSource>): Promise<void>;

/** What `WebAssembly.instantiate` needs beside the machine code. */
export const imports: Record<string, Record<string, (...values: any[]) => any>>;

/** Joins the exports of an instance that was made with `imports`. A second call does nothing. */
export function start(exports: Record<string, any>): void;

/** Whether the engine can be used. */
export function isReady(): boolean;
