type Node = Record<string, unknown>;

/**
 * Where a published schema refuses what its system takes, by what we found in sound files: the name of the schema, and
 * what mends it. Each is told the part of the schema and the keys that lead there.
 */
const CORRECTIONS: Readonly<Record<string, readonly ((node: Node, path: readonly string[]) => void)[]>> = {
  'github-workflows': [
    // One text stands for a list of one in what an event is narrowed by.
    (node, path) => {
      const inEvent = path[0] === 'properties' ? path[1] === 'on' : path[1] === 'globs';
      if (inEvent && node['type'] === 'array') node['type'] = ['array', 'string'];
    },
    // `strategy` may only say `fail-fast` or `max-parallel`.
    (node) => {
      if (namesOf(node['required']).join() === 'matrix') delete node['required'];
    },
    // An input without a type is a text.
    (node, path) => {
      if (path.includes('workflowDispatchInput') && namesOf(node['required'])[0] === 'type')
        node['required'] = namesOf(node['required']).slice(1);
    },
  ],
  'github-actions': [
    // The runner wants no descriptions; only the marketplace does.
    (node) => {
      if (Array.isArray(node['required']))
        node['required'] = namesOf(node['required']).filter((name) => name !== 'description');
    },
  ],
};

/** Mends a schema in place. */
export function correctSchema(name: string, schema: unknown): unknown {
  for (const correct of CORRECTIONS[name] ?? []) walk(schema, [], correct);
  return schema;
}

function walk(
  value: unknown,
  path: readonly string[],
  visit: (node: Node, path: readonly string[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Node, path);
  for (const [key, child] of Object.entries(value)) walk(child, [...path, key], visit);
}

const namesOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
