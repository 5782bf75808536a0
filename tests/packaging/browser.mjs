// A headless Chromium and a static server for it, both only on this machine.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { requireTool, top } from './setting.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};

// The strictest policy that the package needs, as its README says: nothing inline, nothing from elsewhere.
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/**
 * Serves `folder`. `mounts` maps more prefixes to folders. Pages are under the policy above unless `policy` is given.
 * `/plain/…` serves the same files with no useful content type, as simple servers do with wasm.
 */
export async function serve(folder, { mounts = {}, policy = POLICY } = {}) {
  const server = createServer((request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname));
    const plain = path.startsWith('/plain/');
    if (plain) path = path.slice('/plain'.length);
    const mount = Object.keys(mounts).find((prefix) => path.startsWith(prefix));
    const file = mount ? join(mounts[mount], path.slice(mount.length)) : join(folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      // Browsers ask for an icon on their own.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = plain ? 'application/octet-stream' : (TYPES[extname(file)] ?? 'application/octet-stream');
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export async function launch() {
  const { chromium } = requireTool('playwright-core');
  if (!process.env.CHROMIUM) throw new Error('no Chromium found; run `make tools` or set CHROMIUM');
  const webdriver = JSON.parse(readFileSync(join(top, 'webdriver.json'), 'utf8'));
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: webdriver['goog:chromeOptions'].args,
  });
}

/** Opens a page and runs `act` on it; anything that the page logs as an error is a failure. */
export async function onPage(browser, address, act, { allowed = [] } = {}) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  try {
    await page.goto(address);
    const result = await act(page);
    const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
    if (unexpected.length > 0) throw new Error(`the page logged: ${unexpected.join(' | ')}`);
    return result;
  } catch (error) {
    if (errors.length > 0 && !error.message.startsWith('the page logged')) {
      error.message += ` (the page logged: ${errors.join(' | ')})`;
    }
    throw error;
  } finally {
    await page.close();
  }
}
