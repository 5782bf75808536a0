// The examples of the README as a reader would try them: the first `js` block in Node, and the first `html` block as a page.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPage, serve } from './browser.mjs';
import { check, heading } from './report.mjs';
import { projectsFolder, top } from './setting.mjs';

export async function checkReadme({ setting, browser, projects }) {
  heading('the examples of README.md');
  const readme = readFileSync(join(top, 'README.md'), 'utf8');
  const totals = projects
    .map(({ name, expected }) => ({ name, total: JSON.parse(expected).quote?.total }))
    .filter(({ total }) => total);
  const shown = (text) => totals.find(({ total }) => text.includes(total) || text.includes(grouped(total)));

  await check('the program for Node', () => {
    const folder = exampleFolder(setting);
    cpSync(join(setting.consumer, 'node_modules'), join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, 'example.mjs'), firstBlock(readme, 'js'));
    const printed = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    const match = shown(printed);
    if (!match) throw new Error(`it printed no total of the example projects: ${printed.slice(0, 300)}`);
    return `${match.total}, the native total of ${match.name}`;
  });

  await check('the page', async () => {
    const html = firstBlock(readme, 'html');
    const folder = exampleFolder(setting);
    writeFileSync(join(folder, 'index.html'), html);
    // The package lies where the page says that it imports it from.
    const [, prefix] = html.match(/['"]\.?(\/[^'"]*\/)entry\/web\.js['"]/) ?? [];
    if (!prefix) throw new Error('it imports no `…/entry/web.js`');
    const server = await serve(folder, { mounts: { [prefix]: setting.installed }, policy: '' });
    try {
      return await onPage(browser, `${server.address}/index.html`, async (page) => {
        const deadline = Date.now() + 20_000;
        let text = '';
        while (Date.now() < deadline) {
          text = await page.evaluate(() => document.body.innerText);
          const match = shown(text);
          if (match) return `${match.total}, the native total of ${match.name}`;
          await page.waitForTimeout(50);
        }
        throw new Error(`it shows no total of the example projects: ${text.slice(0, 300)}`);
      });
    } finally {
      server.close();
    }
  });
}

// A folder that has the example projects in it, under both names by which an example may call them.
function exampleFolder(setting) {
  const folder = mkdtempSync(join(setting.folder, 'readme-'));
  cpSync(projectsFolder, folder, { recursive: true });
  cpSync(projectsFolder, join(folder, 'tests/projects'), { recursive: true });
  return folder;
}

function firstBlock(readme, language) {
  const [, block] = readme.match(new RegExp(`^\`\`\`${language}\\b[^\\n]*\\n([\\s\\S]*?)^\`\`\``, 'm')) ?? [];
  if (!block) throw new Error(`README.md has no \`${language}\` block`);
  return block;
}

// 12345.60 as a page may show it: 12,345.60
function grouped(total) {
  return total.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
