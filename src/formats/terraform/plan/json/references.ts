import type { ResourceReference } from '../../../../cloud/index.ts';
import { referencesIn, type PlanConfiguration, type Written } from './configuration.ts';
import { withoutKeys } from '../terraform-plan.ts';

/** A value may pass so many variables and outputs on its way; more are a circle, which no plan has. */
const MAX_STEPS = 20;
const RESOURCE = /^((?:data\.)?[\w-]+\.[\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(?:\.(.+))?$/;
const MODULE = /^module\.([\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.([\w-]+)/;
const LAST_CALL = /(?:^|\.)module\.[\w-]+(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/;

/** Where an expression stands: the address of its module, and the key of its resource, `[0]`. */
interface Place {
  readonly module: string;
  readonly key: string;
}

/**
 * The resource that an expression reads, if it is a single one. The plan names what an expression refers to, but not
 * how it is used, so of several nothing is said.
 */
export function referenceOf(
  written: Written | undefined,
  place: Place,
  configuration: PlanConfiguration,
  exists: (address: string) => boolean,
  steps = 0,
): ResourceReference | undefined {
  if (steps > MAX_STEPS) return undefined;
  const names = referencesIn(written);
  const keyed = names.some((name) => /^(?:each|count)\./.test(name));
  const [name, ...others] = names.filter((each) => !/^(?:each|count|path|terraform)\./.test(each));
  if (name === undefined || others.length > 0) return undefined;
  const follow: Follow = (next, at) => referenceOf(next, at, configuration, exists, steps + 1);
  const here = keyed ? place : { ...place, key: '' };
  return (
    throughVariable(name, place, configuration, follow) ??
    throughOutput(name, here, configuration, follow) ??
    resourceNamed(name, here, exists)
  );
}

type Follow = (next: Written, at: Place) => ResourceReference | undefined;

function throughVariable(
  name: string,
  place: Place,
  configuration: PlanConfiguration,
  follow: Follow,
): ResourceReference | undefined {
  if (!name.startsWith('var.')) return undefined;
  const call = configuration.modules.get(withoutKeys(place.module))?.call;
  if (!call) return undefined;
  const last = LAST_CALL.exec(place.module);
  const variable = name.split('.')[1] ?? '';
  const outer = { module: place.module.slice(0, last?.index ?? 0), key: last?.[1] ?? '' };
  return follow([call.get('expressions', variable)], outer);
}

/** `place.key` stands where the reference has no key, in what is made once for each of the same. */
function throughOutput(
  name: string,
  place: Place,
  configuration: PlanConfiguration,
  follow: Follow,
): ResourceReference | undefined {
  const [, call, key = place.key, output = ''] = MODULE.exec(name) ?? [];
  if (call === undefined) return undefined;
  const module = `${prefixOf(place)}module.${call}`;
  const called = configuration.modules.get(withoutKeys(module));
  return (
    called && follow([called.node.get('outputs', output, 'expression')], { module: module + key, key: '' })
  );
}

function resourceNamed(
  name: string,
  place: Place,
  exists: (address: string) => boolean,
): ResourceReference | undefined {
  const [, own, key, rest = ''] = RESOURCE.exec(name) ?? [];
  if (own === undefined || /^(?:local|var|module|self)\./.test(name)) return undefined;
  const base = prefixOf(place) + own;
  const address = key === undefined && !exists(base + place.key) ? base : base + (key ?? place.key);
  return { mode: own.startsWith('data.') ? 'data' : 'managed', address, path: pathOf(rest) };
}

function prefixOf({ module }: Place): string {
  return module === '' ? '' : `${module}.`;
}

function pathOf(text: string): readonly (string | number)[] {
  return [...text.matchAll(/[\w-]+|\[(\d+)\]/g)].map(([word, index]) =>
    index === undefined ? word : Number(index),
  );
}
