// The demo catalogue and books, fetched. One literal address a file, so that bundlers see and copy each of them.

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot fetch ${response.url}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The four parts of a demo engine, as bytes. */
export async function loadDemo() {
  const [reference, catalogue, priceBook, rateBook] = await Promise.all([
    fetched(new URL('../data/reference.json', import.meta.url)),
    fetched(new URL('../data/catalogue.json', import.meta.url)),
    fetched(new URL('../data/price_book.json', import.meta.url)),
    fetched(new URL('../data/rate_book.json', import.meta.url)),
  ]);
  return { reference, catalogue, priceBook, rateBook };
}
