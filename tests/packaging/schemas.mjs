// The schema files of the package, by a validator that knows nothing of the library: what the library reads must hold, what
// it refuses by shape must not, and a form generator must find a title and a description at every field.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, equal, heading } from './report.mjs';
import { ownProjectsFolder, projectsFolder, requireTool } from './setting.mjs';

const FILES = {
  project: 'project',
  reference: 'reference',
  catalogue: 'catalogue',
  availability: 'availability',
  priceBook: 'price_book',
  rateBook: 'rate_book',
};
// What is wrong with one value by itself is in the schema; what takes two values or the data to see is not.
const SHAPE_FAULTS = [
  'missing_field',
  'unknown_field',
  'wrong_type',
  'out_of_range',
  'not_whole',
  'unknown_value',
  'too_few_items',
  'not_identifier',
  'control_character',
];

// The cases that the library's own test of its catalogue reads.
const productCases = JSON.parse(readFileSync(new URL('../catalogue/shape_cases.json', import.meta.url), 'utf8'));

export async function checkSchemas({ setting, answers, refusals }) {
  heading('JSON Schema');
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const schemas = {};
  for (const [name, file] of Object.entries(FILES)) {
    schemas[name] = read(join(setting.installed, `schema/${file}.json`));
  }
  await check('there is a file for each schema and no other', () => {
    const wanted = Object.values(FILES).map((file) => `${file}.json`).sort();
    equal(readdirSync(join(setting.installed, 'schema')).sort().join(), wanted.join(), 'the list');
  });

  const Ajv = requireTool('ajv/dist/2020').default;
  const addFormats = requireTool('ajv-formats').default;
  const validators = {};
  for (const [name, schema] of Object.entries(schemas)) {
    await check(`${name} is a schema of 2020-12`, () => {
      equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema', 'its dialect');
      // Strict: a misspelt keyword is an error. A field of any scalar is a union of types, which strict mode would refuse.
      const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
      addFormats(ajv);
      validators[name] = ajv.compile(schema);
    });
    await check(`every field of ${name} has a title and a description`, () => {
      const [bare, count] = fieldsWithoutWords(schema);
      if (bare.length > 0) throw new Error(`${bare.length} have not, as ${bare.slice(0, 5).join(', ')}`);
      if (count < 5) throw new Error(`only ${count} fields were found`);
      return `${count} fields`;
    });
  }
  const holds = (name, value) => {
    const validate = validators[name];
    if (validate(value)) return;
    const said = ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`;
    throw new Error(validate.errors.slice(0, 5).map(said).join('; '));
  };

  for (const folder of [projectsFolder, ownProjectsFolder]) {
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.json')).sort()) {
      await check(`the project ${file} holds`, () => holds('project', read(join(folder, file))));
    }
  }
  for (const { name, expected } of answers) {
    await check(`the completed project of ${name} holds`, () => holds('project', JSON.parse(expected).project));
  }
  for (const name of ['reference', 'catalogue', 'priceBook', 'rateBook']) {
    const file = `${FILES[name]}.json`;
    await check(`the shipped ${file} holds`, () => holds(name, read(join(setting.installed, 'data', file))));
  }
  const faulty = refusals.filter(({ project, path, code }) => project && path && SHAPE_FAULTS.includes(code));
  await check('what the library refuses by its shape the schema refuses', () => {
    const accepted = faulty.filter(({ project }) => validators.project(project)).map(({ name }) => name);
    if (accepted.length > 0) throw new Error(`it holds: ${accepted.join(', ')}`);
    if (faulty.length < 10) throw new Error(`only ${faulty.length} cases`);
    return `${faulty.length} cases`;
  });
  await check('of products the schema takes what the library reads, and no more', () => {
    const shipped = read(join(setting.installed, 'data/catalogue.json'));
    const wrong = productCases.filter((one) => {
      const product = structuredClone(shipped.products.find(({ kind }) => kind === one.kind));
      const steps = one.at.split('/').slice(1);
      const field = steps.pop();
      const parent = steps.reduce((node, step) => node[step], product);
      if (one.value === null) delete parent[field];
      else parent[field] = one.value;
      return validators.catalogue({ ...shipped, products: [product] }) !== (one.refusedAt === undefined);
    });
    if (wrong.length > 0) throw new Error(`otherwise: ${wrong.map(({ kind, at }) => `${kind}${at}`).join(', ')}`);
    return `${productCases.length} cases`;
  });
}

/** The paths of the fields that lack a title or a description, and how many fields there are in all. */
function fieldsWithoutWords(schema) {
  const bare = [];
  let count = 0;
  (function walk(node, path) {
    for (const inner of [node.items, ...(node.anyOf ?? []), ...(node.oneOf ?? [])]) if (inner) walk(inner, `${path}[]`);
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      count += 1;
      const said = (text) => typeof text === 'string' && text.trim() !== '';
      if (!said(field.title) || !said(field.description)) bare.push(`${path}.${name}`);
      walk(field, `${path}.${name}`);
    }
  })({ properties: { root: schema } }, '');
  return [bare, count];
}
