import type { DataDocument, Path } from '../../syntax/data/index.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Where the resources of a plan in JSON stand. They are what a plan costs: programs write each with hundreds of entries,
 * most of which nobody looks at.
 */
export function* resourcesOfPlan({ value }: DataDocument): Generator<Path> {
  const plan = objectOf(value);
  const root: Path = ['planned_values', 'root_module'];
  const modules: (readonly [path: Path, module: Json])[] = [
    [root, objectOf(objectOf(plan['planned_values'])['root_module'])],
  ];
  for (let next = modules.pop(); next; next = modules.pop()) {
    const [path, module] = next;
    for (const index of listOf(module['resources']).keys()) yield [...path, 'resources', index];
    for (const [index, child] of listOf(module['child_modules']).entries())
      modules.push([[...path, 'child_modules', index], objectOf(child)]);
  }
  for (const index of listOf(plan['resource_changes']).keys()) yield ['resource_changes', index];
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
