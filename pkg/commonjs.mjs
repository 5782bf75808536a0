// Writes the CommonJS twin of a module of this package: it and the modules that it imports by a relative path, each in a
// function of its own, in one file.
//
// This reads no JavaScript in general. It knows the few forms of import and export that our entries and the glue of
// wasm-bindgen use, each at the start of a line, and refuses a file that has any other.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT_OR_REEXPORT = /^(import|export) \{([^}]*)\} from '([^']+)';$/gm;
const EXPORT_DECLARATION = /^export (?:async )?(?:function|class|const|let) ([\w$]+)/gm;
const EXPORT_LIST = /^export \{([^}]*)\};$/gm;

/** The text of a CommonJS file that exports what the module at `entry` exports. */
export function commonJs(entry) {
  const functions = [];
  const names = new Map();

  function add(path) {
    if (names.has(path)) return names.get(path);
    const name = `module${names.size}`;
    names.set(path, name);
    const { body, exported } = convert(path);
    functions.push(`const ${name} = (() => {\n${body}\nreturn { ${exported.join(', ')} };\n})();\n`);
    return name;
  }

  function convert(path) {
    const exported = [];
    let body = readFileSync(path, 'utf8');
    for (const [, name] of body.matchAll(EXPORT_DECLARATION)) exported.push(name);
    body = body.replace(IMPORT_OR_REEXPORT, (_, keyword, list, from) => {
      const source = from.startsWith('.') ? add(resolve(dirname(path), from)) : `require('${from}')`;
      if (keyword === 'import') return `const { ${namesIn(list, path).join(', ')} } = ${source};`;
      exported.push(...namesIn(list, path).map((name) => `${name}: ${source}.${name}`));
      return '';
    });
    body = body.replace(EXPORT_LIST, (_, list) => {
      exported.push(...namesIn(list, path));
      return '';
    });
    body = body.replace(/^export (?=(?:async )?(?:function|class|const|let) )/gm, '');
    body = body.replaceAll('import.meta.url', "require('node:url').pathToFileURL(__filename)");
    const left = body.match(/^(?:import|export)\b.*|import\.meta.*/m);
    if (left) throw new Error(`${path}: no rule for \`${left[0]}\``);
    return { body: body.trim(), exported };
  }

  const { body, exported } = convert(entry);
  return [
    "'use strict';",
    '// Made by pkg/build.mjs from the ES modules beside it.',
    ...functions,
    body,
    `module.exports = { ${exported.join(', ')} };`,
    '',
  ].join('\n');
}

function namesIn(list, path) {
  const names = list.split(',').map((name) => name.trim()).filter(Boolean);
  const renamed = names.find((name) => !/^[\w$]+$/.test(name));
  if (renamed) throw new Error(`${path}: no rule for \`${renamed}\``);
  return names;
}
