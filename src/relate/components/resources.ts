import {
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanComponentFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { append } from '../subjects.ts';
import { relatedTo } from '../facts.ts';

/** A resource of a stack. */
export interface Instance {
  readonly stack: SubjectOf<'stack'>;
  /** With the keys of its instance: `module.x["a"].aws_s3_bucket.b[0]`. */
  readonly address: string;
}

export interface Resources {
  readonly scanned: boolean;
  /** By address, with and without instance keys, alone and behind the stack's path and a colon. */
  readonly byAddress: ReadonlyMap<string, readonly Instance[]>;
}

const INSTANCE_KEY = /\[(?:"(?:[^"\\]|\\.)*"|[^\]"[]*)\]/g;

/** An address without the keys of instances. */
export function withoutKeys(address: string): string {
  return address.includes('[') ? address.replace(INSTANCE_KEY, '') : address;
}

export function indexResources(stacks: readonly SubjectOf<'stack'>[]): Resources {
  const byAddress = new Map<string, Instance[]>();
  for (const stack of stacks)
    for (const address of stack.facts.resources) {
      const names = new Set([address, withoutKeys(address)]);
      for (const name of names) {
        append(byAddress, name, { stack, address });
        append(byAddress, `${stack.facts.path}:${name}`, { stack, address });
      }
    }
  return { scanned: stacks.length > 0, byAddress };
}

export interface FoundResource {
  readonly found: Fact<boolean>;
  readonly instances: readonly Instance[];
}

/** Where the files have the resource that the plan names. An address without instance keys stands for all instances. */
export function findResource({ scanned, byAddress }: Resources, address: Fact<string>): FoundResource {
  const text = valueOf(address) ?? '';
  const instances = byAddress.get(text) ?? [];
  if (instances.length > 0) {
    const stacks = [...new Set(instances.map(({ stack }) => stack))];
    return { found: known(true, address.at, relatedTo(stacks, 'found here')), instances };
  }
  // The plan may well speak of code that is kept elsewhere.
  if (!scanned) return { found: unknown('no infrastructure code was scanned', address.at), instances };
  const bare = withoutKeys(text);
  const uncounted = (byAddress.get(bare) ?? []).some((instance) => instance.address === bare);
  if (bare !== text && uncounted)
    return {
      found: unknown(`the files do not tell which instances of ${bare} there are`, address.at),
      instances,
    };
  const call = unreadCall(byAddress, bare);
  if (call !== undefined)
    return { found: unknown(`the code of ${call} is not among the files`, address.at), instances };
  return { found: known(false, address.at), instances };
}

/** The module call on the way to an address that stands among the resources itself, because its code was not read. */
function unreadCall(byAddress: Resources['byAddress'], address: string): string | undefined {
  const steps = address.slice(address.indexOf(':') + 1).split('.');
  for (let length = 2; length < steps.length && steps[length - 2] === 'module'; length += 2) {
    const call = steps.slice(0, length).join('.');
    if (byAddress.has(call)) return call;
  }
  return undefined;
}

export function relateResources(
  stated: PlanComponentFacts['resources'],
  resources: Resources,
): { readonly facts: PlanComponentFacts['resources']; readonly instances: readonly Instance[] } {
  const found = stated.map(({ address }) => ({ address, ...findResource(resources, address) }));
  return {
    facts: found.map(({ address, found: fact }) => ({ address, found: fact })),
    instances: found.flatMap(({ instances }) => instances),
  };
}
