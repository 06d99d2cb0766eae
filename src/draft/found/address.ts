import type { Found } from './subjects.ts';

/** Stacks by their path, the longest first: ids of what they make begin with it. */
export type Stacks = readonly string[];

export function stacksAmong(found: Found): Stacks {
  const paths = new Set(found.of('stack').map(({ facts }) => facts.path));
  return [...paths].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The stack that a subject's id begins with. */
export function stackIn(stacks: Stacks, id: string): string | undefined {
  return stacks.find((path) => id.startsWith(`${path}:`));
}

/** The address of a resource, without its stack: `module.database.aws_db_instance.this`. */
export function addressIn(stacks: Stacks, id: string): string | undefined {
  const stack = stackIn(stacks, id);
  return stack === undefined ? undefined : id.slice(stack.length + 1);
}

/** Labels that say nothing of what a resource is. */
const GENERIC: ReadonlySet<string> = new Set([
  ...['this', 'main', 'default', 'self', 'instance', 'resource', 'example', 'test'],
]);

/** What people would call it, the plainest first: its label, its module's name, and with its type where these are taken. */
export function namesOfAddress(address: string): readonly string[] {
  const steps = address.replaceAll(/\[[^\]]*\]/g, '').split('.');
  const modules: string[] = [];
  let at = 0;
  while (steps[at] === 'module' && steps[at + 1] !== undefined) {
    modules.push(steps[at + 1] ?? '');
    at += 2;
  }
  const label = steps.at(-1) ?? '';
  const type = steps.length - at > 1 ? (steps[at] ?? '').replace(/^[a-z]+_/, '').replaceAll('_', '-') : '';
  const module = modules.at(-1);
  const own = GENERIC.has(label) ? [] : [label];
  const plain = module === undefined ? own : [[module, ...own].join('-')];
  return [...plain, [...plain, type].join('-'), address].filter(
    (name) => name !== '' && !name.startsWith('-'),
  );
}
