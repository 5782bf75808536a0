// The demo catalogue and books, read from the files of this package.

import { readFile } from 'node:fs/promises';

async function read(name) {
  // A copy of its own: the buffer of a small file is a window into memory that Node shares among many.
  return new Uint8Array(await readFile(new URL(`../data/${name}.json`, import.meta.url)));
}

/** The four parts of a demo engine, as bytes. */
export async function loadDemo() {
  const [reference, catalogue, priceBook, rateBook] = await Promise.all(
    ['reference', 'catalogue', 'price_book', 'rate_book'].map(read),
  );
  return { reference, catalogue, priceBook, rateBook };
}
