// A typed program: what must compile does, and what must not is marked.

import { Engine, init, initSync, version, type Project, type Proposal, type System } from 'tonnage';
import { loadDemo } from 'tonnage/demo';
import { imports, start } from 'tonnage/slim';

const project: Project = { site: { city: '武汉' }, rooms: [{ use: 'shop_general', areaM2: 120 }] };

export async function propose(): Promise<Proposal> {
  await init();
  await init('/tonnage.wasm');
  const engine = new Engine(await loadDemo());
  const at: string | undefined = engine.demoInstant;
  engine.size(project);
  engine.select(project, { at: '2026-06-10T09:00:00+08:00' });
  engine.propose(JSON.stringify(project), { at: '2026-06-10T09:00:00+08:00' });
  return engine.propose(project, { at: at ?? '2026-06-10T09:00:00+08:00' });
}

export async function loadByHand(bytes: ArrayBuffer): Promise<string> {
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  start(instance.exports);
  initSync(bytes);
  return version();
}

// @ts-expect-error: a project has a site
export const noSite: Project = { rooms: [{ use: 'shop_general', areaM2: 120 }] };

export const onlyRequested: Project = { site: { city: '武汉' }, requested: [{ horsepower: 3, quantity: 2 }] };

// @ts-expect-error: an area is a number
export const areaAsText: Project = { site: { city: '武汉' }, rooms: [{ use: 'shop_general', areaM2: '120' }] };

export function withoutInstant(engine: Engine): unknown {
  // @ts-expect-error: the instant is no default
  return engine.propose(project, {});
}

export function refusedProducts(engine: Engine): string[] {
  const { refused, warnings } = engine.inspectCatalogue();
  // @ts-expect-error: no remark has this code
  const none = warnings.filter((remark) => remark.code === 'too_expensive');
  const unknown = warnings.filter((remark) => remark.code === 'unknown_refrigerant');
  return [...refused, ...none, ...unknown].map((remark) => `${remark.product} ${remark.code} ${remark.path}`);
}

// The kind of a system says what is installed.
export function machines(system: System): [product: string, count: number][] {
  switch (system.kind) {
    case 'matchedSplit':
    case 'rooftop':
      return [[system.installed.product, system.installed.sets]];
    case 'chilledWater':
      return [[system.installed.plant.product, system.installed.plant.modules]];
    default:
      return system.installed.outdoor.units.map((unit) => [unit.product, 1]);
  }
}

export function withoutKind(system: System): unknown {
  // @ts-expect-error: only chilled water has a plant with modules
  return system.installed.plant;
}

export function anotherKind(system: System): unknown {
  // @ts-expect-error: a rooftop unit has no trunk
  return system.kind === 'rooftop' && system.installed.trunk;
}
