// The packed npm package in the hands of its consumers: Node (ES modules, CommonJS, a host that loads the machine code
// itself), a page in Chromium without a bundler, TypeScript, a validator of JSON Schema, and the examples of the README.
// Every proposal must be the bytes that the native command line prints.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, onPage, serve } from './browser.mjs';
import { checkReadme } from './readme.mjs';
import { check, close, enter, equal, heading } from './report.mjs';
import { checkSchemas } from './schemas.mjs';
import { digest, installPackage, ownProjectsFolder, readCases, readProjects } from './setting.mjs';
import { checkTypes } from './types.mjs';

const NAMES = 'Engine, init, initSync, version';

const projects = readProjects();
const engineers = readProjects(ownProjectsFolder);
const cases = readCases();

heading('native answers');
for (const { name, expected } of [...projects, ...engineers]) {
  await check(name, () => `${Buffer.byteLength(expected)} bytes, sha-256 ${digest(expected)}`);
}

heading('the tarball');
const setting = installPackage();
const { consumer, packed } = setting;
const version = packed.version;
await check(packed.filename, () => `${packed.files.length} files, ${packed.size} bytes packed`);

// One line a project: same length, same digest, same bytes as the native answer.
async function same(title, answerOf) {
  for (const { name, text, expected } of projects) {
    await check(`${title}, ${name}`, async () => {
      const found = `${await answerOf(name, text)}\n`;
      equal(found, expected, 'the answer');
      return `${Buffer.byteLength(found)} bytes, sha-256 ${digest(found).slice(0, 16)}…`;
    });
  }
}

heading('Node');
function runNode(script) {
  const files = projects.map(({ name }) => `projects/${name}`);
  const options = { cwd: consumer, encoding: 'utf8', maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(process.execPath, [script, ...files], options));
}
for (const [title, script] of [['ES modules', 'esm.mjs'], ['CommonJS', 'cjs.cjs'], ['slim', 'slim.mjs']]) {
  let printed;
  await check(`${title} run`, () => {
    printed = runNode(script);
    equal(printed.version, version, 'version()');
  });
  if (!printed) continue;
  await same(title, (name) => printed.answers[`projects/${name}`]);
  if (printed.schemas) {
    await check(`${title}, schema files`, () => equal(printed.schemas.join(', '), 'Project, Price book', 'their titles'));
  }
  if (printed.names) await check(`${title}, exported names`, () => equal(printed.names.join(', '), NAMES, 'the list'));
  if (printed.before) {
    await check('slim before it is loaded', () => {
      equal(JSON.stringify(printed.before), JSON.stringify({
        ready: false,
        version: 'true TonnageError not_ready',
        engine: 'true TonnageError not_ready',
      }), 'what calls throw');
      equal(printed.noSource, 'TypeError', 'init() without a source');
    });
  }
}

heading('bad input in Node');
{
  const at = (path) => import(pathToFileURL(join(consumer, path)).href);
  const { boundary } = await at('boundary.mjs');
  const { Engine } = await at('node_modules/tonnage/entry/node.js');
  const { loadDemo } = await at('node_modules/tonnage/demo/node.js');
  await enter(boundary({ Engine, parts: await loadDemo(), projectText: projects[0].text, cases }));
}

const browser = await launch();
try {
  await inChromium();
  await checkReadme({ setting, browser, projects });
} finally {
  await browser.close();
}

async function inChromium() {
  heading(`Chromium ${browser.version()}`);
  const server = await serve(consumer);
  const page = (act, options) => onPage(browser, `${server.address}/page.html`, act, options);
  const call = (name, ...values) => (opened) =>
    opened.evaluate(
      async ([name, values]) => (await import('./page.mjs'))[name](...values),
      [name, values],
    );
  // One page for each way of loading: the module is loaded once in the life of a page.
  const texts = projects.map(({ text }) => text);
  const loadedAnswers = (way) => async (opened) => {
    const load = await call('load', way)(opened);
    return { load, answers: await call('answers', texts)(opened) };
  };
  const absent = { allowed: [/absent\.wasm/] };
  for (const [way, options] of [['default'], ['after a failure', absent], ['bytes'], ['wrong content type']]) {
    let result;
    await check(`loading: ${way}`, async () => {
      result = await page(loadedAnswers(way), options);
      if (way === 'default') {
        equal(result.load.early, 'TonnageError not_ready', 'a call before init');
        equal([...result.load.together, result.load.again].join(), 'loaded,loaded,loaded', 'init, init and init again');
        equal(result.load.names.join(', '), NAMES, 'the exported names');
      } else {
        equal(result.load.then, 'loaded', 'init');
      }
      if (way === 'after a failure') {
        equal(/^true cannot fetch .*absent\.wasm: status 404$/.test(result.load.failed), true, 'the refusal');
      }
    });
    if (result) await same(way, (name) => result.answers[projects.findIndex((project) => project.name === name)]);
  }
  await check('a worker answers as well', async () => {
    const found = await page(call('answerOfWorker', projects[0].text));
    equal(`${found}\n`, projects[0].expected, 'the answer');
  });

  heading('bad input in Chromium');
  let verdicts;
  await check('the cases run', async () => {
    verdicts = await page(async (opened) => {
      await call('load', 'default')(opened);
      return call('runBoundary', projects[0].text, cases)(opened);
    });
    return `${verdicts.length} cases`;
  });
  await enter(verdicts ?? []);
  server.close();
}

await checkSchemas({ setting, answers: [...projects, ...engineers], refusals: cases });
await checkTypes({ setting, projects: [...projects, ...engineers] });

const allHeld = close();
if (allHeld) rmSync(setting.folder, { recursive: true });
else console.log(`the consumers are left in ${setting.folder}`);
process.exitCode = allHeld ? 0 : 1;
