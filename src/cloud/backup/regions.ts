import { valueOf, type Fact } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { text, textOf, type Part } from '../resource/part.ts';
import type { Resource } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { untold } from './parts.ts';

/** The region in an ARN, `arn:aws:backup:eu-west-1:111122223333:backup-vault:x`, also where the rest is not known. */
export function regionOfArn(value: Value): string | undefined {
  const parts = value.kind === 'unknown' ? (value.parts ?? []) : [textOf(value) ?? ''];
  const start = typeof parts[0] === 'string' ? parts[0] : '';
  return /^arn:[\w-]+:[\w-]+:([a-z]{2}[\w-]*-\d):/.exec(start)?.[1];
}

/** Where a resource is made: by its own word, else by the configuration of its provider. */
export function regionsOfResource(resource: Resource): Fact<readonly string[]> {
  const own = text(resource, 'region') ?? text(resource, 'location');
  if (own) return derive(own, (name) => [regionOfName(name)]);
  const stated = (resource.configurations?.() ?? []).map((part: Part) => text(part, 'region'));
  const [first] = stated;
  const names = new Set(stated.map((fact) => fact && valueOf(fact)));
  const [name] = names;
  return first && names.size === 1 && name !== undefined
    ? derive(first, (region) => [regionOfName(region)])
    : untold('its region is set outside the files', resource);
}

/** `West Europe` is `westeurope`. */
export function regionOfName(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
